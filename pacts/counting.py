"""Numbers of things, as people read them."""

from __future__ import annotations


def counted(number: int, one: str, many: str | None = None) -> str:
    """``1 alert``, ``2 alerts``; ``many`` where the plural is another than with an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"
