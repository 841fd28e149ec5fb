"""What is known, as lines for people and as JSON."""
