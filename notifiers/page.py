"""Entries as HTML that mail clients show: one column, no style sheet, everything foreign escaped.

Colours are mid-tones on the client's own ground, so that dark mode can do with them what it likes.
A link shows its address: readers see where it leads, and so does the plain text made from it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Final

from notifiers.facts import Entry, Teller
from pacts.terms import Status

_NEUTRAL: Final = "#6b7280"
_COLOUR: Final[Mapping[Status | None, str]] = {
    Status.CONCLUDED: "#15803d",
    Status.PLANNED: "#1d6fb8",
    Status.CONDITIONAL: "#b45309",
    Status.RUMOURED: "#b45309",
    Status.NEGATED: "#b91c1c",
    Status.HISTORICAL: _NEUTRAL,
}

_BODY: Final = (
    "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;"
    "line-height:1.45;max-width:600px;overflow-wrap:anywhere"
)
_SMALL: Final = f"font-size:13px;color:{_NEUTRAL};margin:12px 0 0"


def body(content: str) -> str:
    """The whole message."""
    return f'<div lang="en" style="{_BODY}">\n{content}\n</div>\n'


def article(entry: Entry, *, level: int = 1, number: int | None = None) -> str:
    """One entry with its heading; ``level`` is that of the heading."""
    colour = _COLOUR.get(entry.status, _NEUTRAL)
    title = f"{number}. {entry.title}" if number else entry.title
    marker = (
        f' <span style="color:{colour};font-weight:600;white-space:nowrap">'
        f"· {escape(entry.marker)}</span>"
        if entry.marker
        else ""
    )
    top = f'<h{level} style="font-size:18px;line-height:1.3;margin:0 0 8px">'
    parts = [
        f"{top}{escape(title)}{marker}</h{level}>",
        paragraph(entry.said) if entry.said else "",
        _facts(entry),
        _quote(entry, colour),
        _link(entry),
        _told_by(entry),
        _small_print(entry),
    ]
    return "\n".join(part for part in parts if part)


def heading(text: str, level: int) -> str:
    return (
        f'<h{level} style="font-size:14px;letter-spacing:.04em;color:{_NEUTRAL};margin:20px 0 8px">'
        f"{escape(text)}</h{level}>"
    )


def paragraph(text: str) -> str:
    return f'<p style="margin:0 0 12px">{escape(text)}</p>'


def rule() -> str:
    return '<hr style="border:0;border-top:1px solid #d1d5db;margin:20px 0">'


def _facts(entry: Entry) -> str:
    lines = "<br>".join(f"<b>{escape(label)}:</b> {escape(value)}" for label, value in entry.facts)
    return f'<p style="margin:0 0 12px">{lines}</p>' if lines else ""


def _quote(entry: Entry, colour: str) -> str:
    if not entry.quote:
        return ""
    frame = f"margin:0 0 12px;padding:2px 0 2px 12px;border-left:3px solid {colour}"
    return (
        f'<blockquote style="{frame}">'
        f"“{_stressed(entry.quote, entry.matched)}”<br>"
        f'<span style="color:{_NEUTRAL};font-size:14px">— {escape(entry.quoted_from)}</span>'
        "</blockquote>"
    )


def _stressed(text: str, words: tuple[str, ...]) -> str:
    """``text`` escaped, with ``words`` in bold."""
    found = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True) if word)
    if not found:
        return escape(text)
    # With one group, split gives text and match by turns.
    parts = re.split(f"({found})", text, flags=re.IGNORECASE)
    return "".join(
        f"<b>{escape(part)}</b>" if at % 2 else escape(part) for at, part in enumerate(parts)
    )


def _link(entry: Entry) -> str:
    if entry.link is None:
        return ""
    return f'<p style="margin:0 0 12px">{_anchor(entry.link, entry.link)}</p>'


def _anchor(link: str, text: str) -> str:
    return f'<a href="{escape(link)}" style="color:#1d6fb8">{escape(text)}</a>'


def _told_by(entry: Entry) -> str:
    if not entry.told_by:
        return ""
    names = ", ".join(_teller(teller) for teller in entry.named)
    more = f" and {entry.unnamed} more" if entry.unnamed else ""
    return f'<p style="margin:0 0 12px">{escape(entry.told_by)}: {names}{more}</p>'


def _teller(teller: Teller) -> str:
    return _anchor(teller.link, teller.name) if teller.link else escape(teller.name)


def _small_print(entry: Entry) -> str:
    lines = [f"Why: {entry.why}"]
    if entry.watches:
        lines.append(f"Watch: {entry.watches}")
    lines.append(f"Ref: {entry.reference}")
    return f'<p style="{_SMALL}">' + "<br>".join(escape(line) for line in lines) + "</p>"
