"""Entries as plain text for a phone: short lines where they end by themselves, no hard wraps."""

from __future__ import annotations

from collections.abc import Iterator

from notifiers.facts import Entry
from notifiers.wording import listed


def block(entry: Entry) -> str:
    """Everything but the title, in paragraphs."""
    return "\n\n".join("\n".join(part) for part in _paragraphs(entry) if part)


def _paragraphs(entry: Entry) -> Iterator[list[str]]:
    yield [entry.said] if entry.said else []
    yield [f"{label}: {value}" for label, value in entry.facts]
    if entry.quote:
        yield [f"“{entry.quote}”", f"— {entry.quoted_from}"]
    yield [entry.link] if entry.link else []
    if entry.told_by:
        yield [f"{entry.told_by}: {_names(entry)}"]
    yield [
        f"Why: {entry.why}",
        *([f"Watch: {entry.watches}"] if entry.watches else []),
        f"Ref: {entry.reference}",
    ]


def _names(entry: Entry) -> str:
    names = [teller.name for teller in entry.named]
    return listed([*names, f"{entry.unnamed} more"] if entry.unnamed else names)
