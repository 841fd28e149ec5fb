"""The only room that knows SQLite. Keeps what the other rooms found; judges nothing.

Import :class:`storage.store.Store` from its module: this package itself loads nothing, so that
commands which need no database start fast.
"""
