"""Entries as Markdown for chat services.

Slack, Telegram, Discord, Teams and Matrix read different Markdown, and Apprise turns CommonMark
into each of them; but not all of them know how to escape. So nothing is escaped here: characters
that mean something to any of them are replaced by others that look alike and mean nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from notifiers.facts import Entry, Teller

_PLAIN: Final = str.maketrans(
    {
        "*": "∗",
        "_": "＿",
        "`": "'",
        "~": "∼",
        "|": "¦",
        "[": "(",
        "]": ")",
        "<": "‹",
        ">": "›",
        "#": "＃",
        "\\": "∖",
    }
)
_CALL: Final = re.compile(r"@(?=\w)")
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
_IN_LINK: Final = str.maketrans(
    {"(": "%28", ")": "%29", "*": "%2A", "_": "%5F", "|": "%7C", "~": "%7E"}
)


def neutral(text: str) -> str:
    """``text`` without a character that any chat service takes for markup or a mention."""
    return _ENTITY.sub("& ", _CALL.sub("@ ", text.translate(_PLAIN)))


def linked(text: str, link: str | None) -> str:
    """``text``, as a link where there is one."""
    return f"[{neutral(text)}]({address(link)})" if link else neutral(text)


def block(entry: Entry, *, headed: bool = False) -> str:
    """Everything but the subject, in paragraphs; ``headed`` where that stands above in bold."""
    return "\n\n".join("\n".join(part) for part in _paragraphs(entry, headed=headed) if part)


def address(link: str) -> str:
    """``link`` as it stands in the brackets of Markdown."""
    return link.translate(_IN_LINK)


def _paragraphs(entry: Entry, *, headed: bool) -> Iterator[list[str]]:
    said = neutral(entry.said) if headed else f"**{neutral(entry.said)}**"
    yield [said, *([neutral(entry.change)] if entry.change else [])]
    yield _quote(entry)
    yield from _list("Uncertain:", entry.doubts)
    yield from _list("Before:", entry.background)
    yield from _sources(entry)
    yield _small_print(entry)


def _quote(entry: Entry) -> list[str]:
    if entry.teller is None:
        return []
    words = [f"> “{neutral(entry.quote)}”"] if entry.quote else []
    return [*words, f"> — {_teller(entry.teller)}"]


def _list(heading: str, lines: tuple[str, ...]) -> Iterator[list[str]]:
    """A list needs an empty line above it."""
    if len(lines) == 1:
        yield [f"**{heading}** {neutral(lines[0])}"]
    elif lines:
        yield [f"**{heading}**"]
        yield [f"- {neutral(line)}" for line in lines]


def _sources(entry: Entry) -> Iterator[list[str]]:
    if not entry.others:
        yield [neutral(entry.told_by)] if entry.told_by else []
        return
    yield [neutral(entry.others_heading)]
    more = [f"- and {entry.unnamed} more"] if entry.unnamed else []
    yield [f"- {_teller(teller)}" for teller in entry.named] + more


def _teller(teller: Teller) -> str:
    rest = neutral(teller.label.removeprefix(teller.name))
    return linked(teller.name, teller.link) + rest


def _small_print(entry: Entry) -> list[str]:
    lines = [f"Why: {neutral(entry.why)}"]
    lines += [f"Watch: {neutral(entry.watches)}"] if entry.watches else []
    lines += [f"Words: {neutral(entry.words)}"] if entry.words else []
    lines += ["More: " + " ".join(f"`{one}`" for one in entry.commands)] if entry.commands else []
    return [*lines, f"Ref: {neutral(entry.reference)}"]
