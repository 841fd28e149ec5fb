"""From a poll of one source to deliveries that wait; pipeline.py is the list of it."""
