"""What a watch asks for, and the words that it looks for."""
