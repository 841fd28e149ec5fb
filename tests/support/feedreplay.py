"""A feed's history through the real pipeline, and what came of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from history import BEGIN, FEED, STEP, History, Outlet, answer

from pacts.identity import folded, page_name
from pacts.model import Alert, Channel, Keywords, Source, Validators, Watch
from pacts.terms import Kind, Pages, Reason, SourceKind, Status
from sources.http import Response
from storage.store import Store
from worker.config import Config
from worker.journey.desk import Desk
from worker.journey.pipeline import poll

LONG_ENOUGH = 34
"""Snapshots: an edit is read after 16 hours at the latest."""

SOURCE = Source("outlet", SourceKind.FEED, FEED, language="en")
CONFIG = Config(
    (SOURCE,),
    (
        Watch(
            "events",
            notify=("console",),
            events=tuple(Kind),
            status=frozenset({Status.CONCLUDED, Status.PLANNED}),
        ),
        Watch("words", notify=("console",), keywords=Keywords(any=("lighthouse",))),
    ),
    (Channel("console"),),
)


@dataclass(frozen=True)
class Count:
    """What a replay came to."""

    snapshots: int
    entries: int
    true: int
    """Articles that were listed at least once."""
    new: int
    """Items that were judged as new."""
    aliases: int
    """Items that were read and found to be known."""
    twins: int
    """Articles that are listed under a second name as well, from some moment on."""
    doubles: list[int]
    """Articles that were judged as new more than once."""
    missed: list[int]
    edits: int
    revised: int
    alerts: int
    alert_doubles: list[str]
    alerts_missed: list[str]
    alerts_wrong: list[str]

    def table(self) -> str:
        rows = {
            "snapshots": self.snapshots,
            "entries listed": self.entries,
            "true articles": self.true,
            "judged as new": self.new,
            "listed twice": self.twins,
            "known by their text": self.aliases,
            "doubles": len(self.doubles),
            "missed": len(self.missed),
            "edits made": self.edits,
            "revisions read": self.revised,
            "alerts": self.alerts,
            "alerts twice": len(self.alert_doubles),
            "alerts missed": len(self.alerts_missed),
            "alerts never due": len(self.alerts_wrong),
        }
        return "\n".join(f"{name:<20}{value:>8}" for name, value in rows.items())


def replay(seed: int, snapshots: int, database: Path) -> Count:
    history = History(seed, length=snapshots)
    revised = 0
    with Store.open(database) as store, Outlet(history) as web:
        store.register_sources([("outlet", "feed", FEED)], history.now)
        desk = Desk(store, web, CONFIG)
        for _ in range(snapshots):
            history.step()
            polled = poll(SOURCE, desk, now=history.now)
            assert polled.error is None
            assert polled.put_off == polled.unreadable == 0
            revised += polled.revised
        return _counted(history, store, snapshots, revised)


def _counted(history: History, store: Store, snapshots: int, revised: int) -> Count:
    rows = store._db.conn.execute("SELECT text, reason, baseline FROM items").fetchall()
    judged = Counter(_number(text) for text, reason, _ in rows if reason is None)
    silent = {_number(text) for text, _, baseline in rows if baseline}
    true = {piece.number for piece in history.pieces if piece.seen}
    sent = Counter(_sent(store))
    due = set(_due(history, silent, LONG_ENOUGH))
    allowed = set(_due(history, silent, 1))
    return Count(
        snapshots=snapshots,
        entries=history.entries,
        true=len(true),
        new=sum(judged.values()),
        aliases=sum(reason is not None for _, reason, _ in rows),
        twins=sum(piece.twin for piece in history.pieces),
        doubles=sorted(number for number, times in judged.items() if times > 1),
        missed=sorted(true - set(judged)),
        edits=history.edits,
        revised=revised,
        alerts=sum(sent.values()),
        alert_doubles=sorted(str(told) for told, times in sent.items() if times > 1),
        alerts_missed=sorted(str(told) for told in due - set(sent)),
        alerts_wrong=sorted(str(told) for told in set(sent) - allowed),
    )


def _number(text: str) -> int:
    found = re.search(r"lot (\d{5})", text)
    assert found
    return int(found[1])


def _sent(store: Store) -> Iterator[tuple[int, Reason]]:
    for alert in store.alerts(limit=1_000_000):
        if alert.reason.sends:
            yield _article_of(alert, store), alert.reason


def _article_of(alert: Alert, store: Store) -> int:
    if alert.article is not None:
        return _number(alert.article.text)
    assert alert.story is not None
    found = store._db.conn.execute(
        "SELECT text FROM items WHERE key = ?", (alert.story.lead.item,)
    ).fetchone()
    return _number(found[0])


def _due(history: History, silent: set[int], long: int) -> Iterator[tuple[int, Reason]]:
    """Every alert that there must be, once: of an edit only when it was listed so many times."""
    for piece in history.pieces:
        if piece.seen and piece.number not in silent:
            yield piece.number, Reason.KEYWORDS if piece.dull else Reason.FIRST
        if piece.listed_done >= long:
            yield piece.number, Reason.ADVANCED


# --- real ones -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Found:
    """What a replay of files comes to. What is true nobody knows: read the likely doubles."""

    snapshots: int
    unreadable: int
    entries: int
    new: int
    aliases: int
    revised: int
    likely: list[str]

    def table(self) -> str:
        rows = {
            "snapshots": self.snapshots,
            "unreadable": self.unreadable,
            "entries listed": self.entries,
            "judged as new": self.new,
            "known by their text": self.aliases,
            "revisions read": self.revised,
            "likely doubles": len(self.likely),
        }
        lines = [f"{name:<20}{value:>8}" for name, value in rows.items()]
        return "\n".join([*lines, *self.likely[:40]])


class Shelf(Outlet):
    """A door behind which a feed is one file after another, and there are no pages."""

    def __init__(self) -> None:
        super().__init__(History(0, length=1))
        self.body = b""

    def get(self, source: Source, url: str, *, validators: Validators | None = None) -> Response:
        return answer(url, self.body, "application/rss+xml")


def replay_folder(folder: Path, database: Path) -> Found:
    """Every file of a folder is a snapshot, in the order of names; judged by the listing alone.

    A name that begins with a time (20310304T120000) is of that time, others follow half an hour
    after the one before.
    """
    source = replace(SOURCE, pages=Pages.NONE, max_items=1000)
    files = sorted(path for path in folder.iterdir() if path.is_file())
    entries = revised = unreadable = 0
    now = BEGIN
    with Store.open(database) as store, Shelf() as web:
        store.register_sources([("outlet", "feed", FEED)], BEGIN)
        for path in files:
            now = _moment(path.name) or now + STEP
            web.body = path.read_bytes()
            entries += len(re.findall(rb"<(?:item|entry)[\s>]", web.body))
            polled = poll(source, Desk(store, web, CONFIG), now=now)
            unreadable += polled.error is not None
            revised += polled.revised
        rows = store._db.conn.execute(
            "SELECT id, reason, key, url, title, first_seen FROM items ORDER BY id"
        ).fetchall()
    judged = [row for row in rows if row[1] is None]
    likely = list(_likely(judged))
    return Found(len(files), unreadable, entries, len(judged), len(rows) - len(judged), revised,
                 likely)  # fmt: skip


def _likely(rows: list[tuple[int, None, str, str, str, str]]) -> Iterator[str]:
    """Items that carry the title or the address of an earlier one."""
    titles: dict[str, str] = {}
    pages: dict[str, str] = {}
    for number, _, key, url, title, seen in rows:
        said = f"{number:>6} {seen[:16]} {title[:70]} | {key[:60]} | {url[:80]}"
        earlier = titles.get(folded(title)) or pages.get(page_name(url) or "-")
        if earlier:
            yield f"{said}\n   as {earlier}"
        titles.setdefault(folded(title), said)
        pages.setdefault(page_name(url) or "", said)


def _moment(name: str) -> datetime | None:
    found = re.match(r"\d{8}T\d{6}", name)
    return datetime.strptime(found[0], "%Y%m%dT%H%M%S").replace(tzinfo=UTC) if found else None
