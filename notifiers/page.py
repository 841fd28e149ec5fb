"""Entries as HTML that mail clients show: one column, no style sheet, everything foreign escaped.

Colours are mid-tones on the client's own ground, so that dark mode can do with them what it likes.
The first line is what happened: mail programs show it beside the subject. Links show their
addresses: readers see where they lead, and so does the plain text that Apprise makes of the page.
It puts blank lines between paragraphs and boxes, and none around quotes: those stand in a box.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from notifiers.facts import Entry, Teller
from pacts.terms import Status

_NEUTRAL: Final = "#737b87"
_BLUE: Final = "#2f7fc1"
_AMBER: Final = "#b7791f"
_COLOUR: Final[Mapping[Status | None, str]] = {
    Status.CONCLUDED: "#1f9d57",
    Status.PLANNED: _BLUE,
    Status.CONDITIONAL: _AMBER,
    Status.RUMOURED: _AMBER,
    Status.NEGATED: "#d64545",
    Status.HISTORICAL: _NEUTRAL,
}

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")

_BODY: Final = (
    "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;"
    "line-height:1.45;max-width:600px;margin:0 auto;overflow-wrap:anywhere;word-break:break-word"
)
_SMALL: Final = f"font-size:13px;color:{_NEUTRAL};margin:16px 0 0"
_GAP: Final = "margin:0 0 12px"


_HEAD: Final = (
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta name="color-scheme" content="light dark">\n</head>\n'
    f'<body style="margin:0;padding:12px">\n<div style="{_BODY}">\n'
)
_FOOT: Final = "\n</div>\n</body>\n</html>\n"


_BODY_TAG: Final = re.compile(r"<body\b[^>]*>", re.IGNORECASE)


def document(content: str) -> str:
    """The whole message."""
    return f"{_HEAD}{content}{_FOOT}"


def whole(content: str) -> str:
    """A page of ``content``, unless it is one."""
    begins = content.lstrip()[:15].lower()
    return content if begins.startswith(("<!doctype", "<html")) else document(content.strip())


def between(above: str, whole: str, below: str) -> str:
    """A whole message with a line above and one below what it holds, where they are not empty."""
    first = f"{paragraph(above)}\n" if above else ""
    last = f"\n{rule()}\n{paragraph(below)}" if below else ""
    if whole.startswith(_HEAD):
        return document(f"{first}{whole.removeprefix(_HEAD).removesuffix(_FOOT)}{last}")
    # A page that a template wrote: inside its body, or around what it has instead.
    begin = _BODY_TAG.search(whole)
    place = begin.end() if begin else 0
    end = whole.lower().rfind("</body")
    end = len(whole) if end < place else end
    return f"{whole[:place]}{first}{whole[place:end]}{last}{whole[end:]}"


def article(entry: Entry, *, headed: bool = False) -> str:
    """Everything but the subject; ``headed`` where that stands above, as in a digest."""
    colour = _COLOUR.get(entry.status, _NEUTRAL)
    parts = (
        _said(entry, "span" if headed else "b"),
        _quote(entry, colour),
        _list("Uncertain", entry.doubts, _AMBER),
        _list("Before", entry.background, _NEUTRAL),
        _sources(entry),
        _small_print(entry),
    )
    return "\n".join(part for part in parts if part)


def heading(text: str, level: int, *, mark: str = "") -> str:
    """``mark`` is what links on the same page lead to."""
    size = "14px;letter-spacing:.04em" if level < 3 else "17px;line-height:1.3"
    colour = f"color:{_NEUTRAL};" if level < 3 else ""
    name = f' id="{escape(mark)}"' if mark else ""
    return (
        f'<h{level}{name} style="font-size:{size};{colour}margin:20px 0 8px">'
        f"{escape(text)}</h{level}>"
    )


def contents(name: str, lines: Sequence[tuple[str, str | None]], *, start: int) -> str:
    """A numbered list of texts with their links."""
    items = "".join(
        f"<li>{_anchor(link, text) if link else escape(text)}</li>" for text, link in lines
    )
    top = f'<p style="margin:0;font-size:13px;color:{_NEUTRAL}">{escape(name)}</p>'
    return f'{top}\n<ol start="{start}" style="margin:0 0 12px;padding:0 0 0 24px">{items}</ol>'


def paragraph(text: str) -> str:
    return f'<p style="{_GAP}">{escape(text)}</p>'


def rule() -> str:
    return '<hr style="border:0;border-top:1px solid #9aa3af;margin:20px 0">'


def _said(entry: Entry, tag: str) -> str:
    change = f"<br>{escape(entry.change)}" if entry.change else ""
    return f'<p style="{_GAP}"><{tag}>{escape(entry.said)}</{tag}>{change}</p>'


def _quote(entry: Entry, colour: str) -> str:
    if entry.teller is None:
        return ""
    frame = f"margin:0 0 12px;padding:2px 0 2px 12px;border-left:3px solid {colour}"
    words = f'<span{_lang(entry)} dir="auto">“{_stressed(entry.quote, entry.matched)}”</span><br>'
    link = f"<br>{_anchor(entry.teller.link, entry.teller.link)}" if entry.teller.link else ""
    return (
        f'<div><blockquote style="{frame}"> {words if entry.quote else ""}'
        f'<span style="color:{_NEUTRAL};font-size:14px">— {escape(entry.teller.label)}{link}</span>'
        "</blockquote></div>"
    )


def _lang(entry: Entry) -> str:
    """Readers that speak, and programs that translate, need to know."""
    return f' lang="{entry.language}"' if _LANGUAGE.fullmatch(entry.language) else ""


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


def _list(name: str, lines: tuple[str, ...], colour: str) -> str:
    if not lines:
        return ""
    label = f'<b style="color:{colour}">{name}:</b>'
    if len(lines) == 1:
        return f'<p style="{_GAP}">{label} {escape(lines[0])}</p>'
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<p style="margin:0">{label}</p>\n{_items(items)}'


def _items(items: str) -> str:
    return f'<ul style="margin:0 0 12px;padding:0 0 0 20px">{items}</ul>'


def _sources(entry: Entry) -> str:
    if not entry.others:
        return paragraph(entry.told_by) if entry.told_by else ""
    items = "".join(f"<li>{_teller(teller)}</li>" for teller in entry.named)
    items += f"<li>and {entry.unnamed} more</li>" if entry.unnamed else ""
    return f'<p style="margin:0">{escape(entry.others_heading)}</p>\n{_items(items)}'


def _teller(teller: Teller) -> str:
    if teller.link is None:
        return escape(teller.label)
    return f"{escape(teller.label)}<br>{_anchor(teller.link, teller.link)}"


def _anchor(link: str, text: str) -> str:
    return f'<a href="{escape(link)}" style="color:{_BLUE}">{escape(text)}</a>'


def _small_print(entry: Entry) -> str:
    lines = [f"Why: {escape(entry.why)}"]
    lines += [f"Watch: {escape(entry.watches)}"] if entry.watches else []
    lines += [f"Words: {escape(entry.words)}"] if entry.words else []
    if entry.commands:
        lines.append("More: " + " | ".join(escape(one) for one in entry.commands))
    lines.append(f"Ref: {escape(entry.reference)}")
    return f'<p style="{_SMALL}">' + "<br>".join(lines) + "</p>"
