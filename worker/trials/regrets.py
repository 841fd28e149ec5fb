"""What ``check`` says of alerts that were marked right and that no watch would ask for any more.

Looked at cheaply: the stories as they were told and as they stand, by what the watches ask for.
What a replay would say is the answer of ``backtest``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from alerting.matching.watches import wants
from pacts.errors import Problem, StoreError
from pacts.model import Article, Story, Watch
from storage.records import Mark
from storage.store import Store
from worker.config import Config
from worker.config.checks import entries
from worker.config.document import Document
from worker.config.load import read_keywords
from worker.config.wording import shown

MOST_MARKS: Final = 500
"""The latest ones: ``check`` must answer at once."""
_WAIT: Final = 0.5
"""Seconds for another process that holds the database."""
_LISTED: Final = 5
_HEADLINE: Final = 90


@dataclass(frozen=True, slots=True)
class _Lost:
    story: int
    headline: str
    watches: tuple[str, ...]
    """Those that told it."""


def regrets(config: Config, database: Path) -> tuple[Problem, ...]:
    """A warning for each watch that told what none asks for now.

    A database that is missing or cannot be read gives none: this is no check of it.
    """
    if not database.is_file():
        return ()
    try:
        with Store.open(database, read_only=True, wait=_WAIT) as store:
            lost = list(_lost(store, config.watches))
    except StoreError:
        return ()
    document = read_keywords(config.directory) if lost else None
    return tuple(_warnings(lost, document)) if document else ()


def _lost(store: Store, watches: Sequence[Watch]) -> Iterator[_Lost]:
    right = [mark for mark in store.marks() if mark.right and mark.story is not None]
    for mark in right[-MOST_MARKS:]:
        sent = [alert for alert in store.told(mark.story or 0) if alert.reason.sends]
        if not sent:
            continue
        told = [alert.story for alert in sent if alert.story]
        if not _is_asked_for(mark, told, store, watches):
            names = dict.fromkeys(name for alert in sent for name in alert.watches)
            yield _Lost(mark.story or 0, sent[-1].headline, tuple(names))


def _is_asked_for(
    mark: Mark, told: Sequence[Story], store: Store, watches: Sequence[Watch]
) -> bool:
    """By any watch, in any state that was told, as any of its articles tells it."""

    def asked(article: Article, stories: Sequence[Story]) -> bool:
        return any(wants(watch, story, article) for story in stories for watch in watches)

    if asked(mark.article, told):
        return True
    stories = [*told, store.story(mark.story or 0)]
    return any(asked(article, stories) for article in store.articles_of(mark.story or 0))


def _warnings(lost: Sequence[_Lost], document: Document) -> Iterator[Problem]:
    places = {raw["name"]: (*loc, "name") for loc, raw in entries(document, "watches")}
    groups: dict[tuple[str, bool], list[_Lost]] = {}
    for one in lost:
        name = next((name for name in one.watches if name in places), None)
        groups.setdefault((name or one.watches[0], name is not None), []).append(one)
    for (name, there), some in groups.items():
        teller = "this one" if there else f"the watch {shown(name)}"
        yield document.problem(places[name] if there else ("watches",), _said(some, teller))


def _said(lost: Sequence[_Lost], teller: str) -> str:
    first, *rest = lost
    line = " ".join(first.headline.split())
    headline = line if len(line) <= _HEADLINE else f"{line[:_HEADLINE].rstrip()}..."
    more = [str(one.story) for one in rest[:_LISTED]]
    if len(rest) > _LISTED:
        more.append(f"{len(rest) - _LISTED} more")
    others = f"; nor for {', '.join(more)}" if more else ""
    return (
        f"no watch asks any more for story {first.story}, which {teller} told and which was"
        f" marked right ({headline}){others}: see `pactwatch backtest`"
    )
