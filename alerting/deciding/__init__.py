"""What to send now, to whom and why; and why not: decide.py is its list."""
