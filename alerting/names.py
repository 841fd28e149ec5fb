"""Parties as people read them."""

from __future__ import annotations

from collections.abc import Sequence

from pacts.names import name_of

__all__ = ["listed", "name_of"]


def listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C": the way a sentence lists them."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
