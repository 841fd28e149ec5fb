"""Text to events: pure, without network, clock or database. The way through: ``cascade.py``."""

from extraction.cascade import NEWS_DAYS, extract

__all__ = ["NEWS_DAYS", "extract"]
