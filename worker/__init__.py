"""Knows every room: the journey, delivery, schedule, process life, configuration, commands."""
