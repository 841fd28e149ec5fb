"""One migration a file; storage/schema.py lists them in their order."""
