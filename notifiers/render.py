"""Alerts as messages. Pure: the same alerts give the same message, at any time and place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from notifiers import page, plain
from notifiers.facts import KEYWORDS, OPERATOR, Entry, entry_of
from notifiers.wording import counted
from pacts.model import Alert, Message
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


def render(alerts: Sequence[Alert]) -> Message:
    """One alert as a message of its own, several as a digest. Raises ValueError for none."""
    if not alerts:
        raise ValueError("nothing to render")
    if len(alerts) == 1:
        return _single(entry_of(alerts[0]))
    return _digest([entry_of(alert) for alert in sorted(alerts, key=_oldest_first)])


def _oldest_first(alert: Alert) -> tuple[float, int]:
    return alert.created.timestamp(), alert.id or 0


def _single(entry: Entry) -> Message:
    return Message(
        title=entry.subject,
        text=plain.block(entry) + "\n",
        html=page.document(page.article(entry)),
    )


def _digest(entries: Sequence[Entry]) -> Message:
    """Grouped by priority, then by kind, oldest first in each; one line of contents on top."""
    ordered = sorted(entries, key=_place)
    contents = f"{counted(len(entries), 'alert')}: {_contents(entries)}"
    sections = list(_sections(ordered))
    return Message(
        title=f"Digest of {contents}",
        text=f"{contents}\n\n{_text(sections)}\n",
        html=page.document(f"{page.paragraph(contents)}\n{_html(sections)}"),
    )


def _place(entry: Entry) -> tuple[int, int]:
    return _PRIORITIES.index(entry.priority), _GROUPS.index(entry.group)


def _contents(entries: Sequence[Entry]) -> str:
    """ "2 partnerships and 3 agreements (1 of high priority)"."""
    groups = Counter(entry.group for entry in entries)
    parts = listed([counted(groups[name], *_NAMES[name]) for name in _GROUPS if groups[name]])
    high = sum(entry.priority is Priority.HIGH for entry in entries)
    return f"{parts} ({high} of high priority)" if 0 < high < len(entries) else parts


_Section = tuple[str, list[tuple[int, Entry]]]


def _sections(ordered: Sequence[Entry]) -> Iterator[_Section]:
    """Heading and numbered entries of each group; priorities are named where there are several."""
    several = len({entry.priority for entry in ordered}) > 1
    numbered = enumerate(ordered, start=1)
    for (priority, about), group in groupby(
        numbered, key=lambda one: (one[1].priority, one[1].group)
    ):
        name = _NAMES[about][1]
        yield (f"{priority} priority: {name}" if several else name).upper(), list(group)


def _text(sections: Sequence[_Section]) -> str:
    return "\n\n".join(
        f"{_LINE}\n{heading}\n\n"
        + "\n\n\n".join(
            f"{number}. {entry.subject}\n\n{plain.block(entry)}" for number, entry in group
        )
        for heading, group in sections
    )


def _html(sections: Sequence[_Section]) -> str:
    return "\n".join(
        f"{page.heading(heading, 2)}\n"
        + f"\n{page.rule()}\n".join(
            f"{page.heading(f'{number}. {entry.subject}', 3)}\n{page.article(entry)}"
            for number, entry in group
        )
        for heading, group in sections
    )
