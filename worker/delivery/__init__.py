"""From an alert that waits to a message that was taken."""
