"""The only room that reaches the web: Source -> Item -> Article.

Import its modules one by one: nothing is loaded here, since some of them take half a second.
"""
