"""Several alerts as one message: a list of contents first, then one after the other. Pure.

By priority, then by kind, the oldest first in each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from notifiers import chat, page, plain
from notifiers.facts import KEYWORDS, OPERATOR, Entry
from notifiers.sizes import sizes
from pacts.counting import counted
from pacts.model import Message
from pacts.names import listed
from pacts.terms import Kind, Priority

_PRIORITIES: Final = (Priority.HIGH, Priority.NORMAL, Priority.LOW)
_NAMES: Final[Mapping[str, tuple[str, str]]] = {
    Kind.PARTNERSHIP: ("partnership", "partnerships"),
    Kind.RELATIONS: ("change of diplomatic relations", "changes of diplomatic relations"),
    Kind.AGREEMENT: ("agreement", "agreements"),
    Kind.STATEMENT: ("joint statement", "joint statements"),
    KEYWORDS: ("item with keywords", "items with keywords"),
    OPERATOR: ("notice on sources", "notices on sources"),
}
"""What an entry is about, in the order of a digest."""
_GROUPS: Final = tuple(_NAMES)
_LINE: Final = "─" * 20
_FEWER: Final = 0.7
"""Each smaller digest names so many of the alerts of the one before."""


@dataclass(frozen=True, slots=True)
class _Section:
    heading: str
    entries: tuple[tuple[int, Entry], ...]
    """With their numbers."""


def of(entries: Sequence[Entry]) -> Message:
    """Two or more entries, the oldest first. Smaller ones are lists; the smallest names one."""
    ordered = sorted(entries, key=_place)
    summary = _summary(entries)
    message: Message | None = None
    for shown in reversed(list(_lengths(len(ordered)))):
        message = _listed(summary, ordered, shown, message)
    small = [list(sizes(entry))[-1] for entry in ordered]
    return _whole(summary, ordered, _whole(summary, small, message))


def _lengths(most: int) -> Iterator[int]:
    """So many, fewer, ... one."""
    while most > 0:
        yield most
        most = min(most - 1, int(most * _FEWER))


def _place(entry: Entry) -> tuple[int, int]:
    return _PRIORITIES.index(entry.priority), _GROUPS.index(entry.group)


def _summary(entries: Sequence[Entry]) -> str:
    """ "5 alerts: 2 partnerships and 3 agreements (1 of high priority)"; "3 agreements"."""
    groups = Counter(entry.group for entry in entries)
    parts = listed([counted(groups[name], *_NAMES[name]) for name in _GROUPS if groups[name]])
    high = sum(entry.priority is Priority.HIGH for entry in entries)
    whole = parts if len(groups) == 1 else f"{counted(len(entries), 'alert')}: {parts}"
    return f"{whole} ({high} of high priority)" if 0 < high < len(entries) else whole


def _sections(ordered: Sequence[Entry]) -> tuple[_Section, ...]:
    """One for each group; priorities are named where there are several."""
    several = len({entry.priority for entry in ordered}) > 1
    numbered = enumerate(ordered, start=1)
    return tuple(
        _Section(
            (f"{priority} priority: {_NAMES[about][1]}" if several else _NAMES[about][1]).upper(),
            tuple(group),
        )
        for (priority, about), group in groupby(
            numbered, key=lambda one: (one[1].priority, one[1].group)
        )
    )


# --- with all that is known ----------------------------------------------------------------


def _whole(summary: str, entries: Sequence[Entry], smaller: Message | None) -> Message:
    sections = _sections(entries)
    return Message(
        title=f"Digest of {summary}",
        text=f"{_text_list(sections)}\n\n{_text(sections)}\n",
        html=page.document(f"{_html_list(sections)}\n{_html(sections)}"),
        markdown=f"{_chat_list(sections, links=False)}\n\n{_chat(sections)}\n",
        short=smaller.short if smaller else "",
        smaller=smaller,
    )


def _text(sections: Sequence[_Section]) -> str:
    return "\n\n".join(
        f"{_LINE}\n{section.heading}\n\n"
        + "\n\n\n".join(
            f"{number}. {entry.subject}\n\n{plain.block(entry)}"
            for number, entry in section.entries
        )
        for section in sections
    )


def _html(sections: Sequence[_Section]) -> str:
    return "\n".join(
        f"{page.heading(section.heading, 2)}\n"
        + f"\n{page.rule()}\n".join(
            f"{page.heading(f'{number}. {entry.subject}', 3, mark=_mark(number))}\n"
            f"{page.article(entry, headed=True)}"
            for number, entry in section.entries
        )
        for section in sections
    )


def _chat(sections: Sequence[_Section]) -> str:
    return "\n\n".join(
        f"**{section.heading}**\n\n"
        + "\n\n".join(
            f"**{number}. {chat.neutral(entry.subject)}**\n\n{chat.block(entry, headed=True)}"
            for number, entry in section.entries
        )
        for section in sections
    )


# --- lists ---------------------------------------------------------------------------------


def _listed(summary: str, ordered: Sequence[Entry], shown: int, smaller: Message | None) -> Message:
    """One line for each of the first ``shown`` alerts, and how many more there are."""
    sections = _sections(ordered[:shown])
    left = len(ordered) - shown
    more = f"And {left} more: pactwatch alerts" if left else ""
    ending = f"\n\n{more}\n" if more else "\n"
    return Message(
        title=f"Digest of {summary}",
        text=f"{_text_list(sections, links=True)}{ending}",
        html=page.document(
            f"{_html_list(sections, links=True)}\n" + (page.paragraph(more) if more else "")
        ),
        markdown=f"{_chat_list(sections, links=True)}{ending}",
        short=f"{ordered[0].subject}\n" + (f"And {len(ordered) - 1} more: pactwatch alerts"),
        smaller=smaller,
    )


def _text_list(sections: Sequence[_Section], *, links: bool = False) -> str:
    def line(number: int, entry: Entry) -> str:
        link = f"\n   {entry.link}" if links and entry.link else ""
        return f"{number}. {entry.subject}{link}"

    return _lists(sections, line, lambda heading: heading)


def _chat_list(sections: Sequence[_Section], *, links: bool) -> str:
    def line(number: int, entry: Entry) -> str:
        return f"{number}. {chat.linked(entry.subject, entry.link if links else None)}"

    return _lists(sections, line, lambda heading: f"**{heading}**\n")


def _html_list(sections: Sequence[_Section], *, links: bool = False) -> str:
    """Links to what stands below, or to the articles."""
    return "\n".join(
        page.contents(
            section.heading,
            [
                (entry.subject, entry.link if links else f"#{_mark(number)}")
                for number, entry in section.entries
            ],
            start=section.entries[0][0],
        )
        for section in sections
    )


def _lists(
    sections: Sequence[_Section],
    line: Callable[[int, Entry], str],
    heading: Callable[[str], str],
) -> str:
    return "\n\n".join(
        "\n".join([heading(section.heading), *(line(*entry) for entry in section.entries)])
        for section in sections
    )


def _mark(number: int) -> str:
    return f"alert-{number}"
