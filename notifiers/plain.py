"""Entries as plain text for a phone: short lines where they end by themselves, no hard wraps."""

from __future__ import annotations

from collections.abc import Iterator

from notifiers.facts import Entry, Teller


def block(entry: Entry) -> str:
    """Everything but the subject, in paragraphs."""
    return "\n\n".join("\n".join(part) for part in _paragraphs(entry) if part)


def _paragraphs(entry: Entry) -> Iterator[list[str]]:
    yield [line for line in (entry.said, entry.change) if line]
    yield _quote(entry)
    yield _list("Uncertain:", entry.doubts)
    yield _list("Before:", entry.background)
    yield _sources(entry)
    yield _small_print(entry)


def _quote(entry: Entry) -> list[str]:
    if entry.teller is None:
        return []
    lines = [f"“{entry.quote}”"] if entry.quote else []
    lines.append(f"— {entry.teller.label}")
    return [*lines, entry.teller.link] if entry.teller.link else lines


def _list(heading: str, lines: tuple[str, ...]) -> list[str]:
    if len(lines) == 1:
        return [f"{heading} {lines[0]}"]
    return [heading, *(f"- {line}" for line in lines)] if lines else []


def _sources(entry: Entry) -> list[str]:
    if not entry.others:
        return [entry.told_by] if entry.told_by else []
    lines = [entry.others_heading]
    lines += [line for teller in entry.named for line in _teller(teller)]
    return [*lines, f"- and {entry.unnamed} more"] if entry.unnamed else lines


def _teller(teller: Teller) -> list[str]:
    return [f"- {teller.label}", *([f"  {teller.link}"] if teller.link else [])]


def _small_print(entry: Entry) -> list[str]:
    lines = [f"Why: {entry.why}"]
    lines += [f"Watch: {entry.watches}"] if entry.watches else []
    lines += [f"Words: {entry.words}"] if entry.words else []
    lines += [f"More: {' | '.join(entry.commands)}"] if entry.commands else []
    return [*lines, f"Ref: {entry.reference}"]
