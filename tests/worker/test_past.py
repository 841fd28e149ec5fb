"""An alert says what led to its story, and what speaks against it; neither stops it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from replay import WATCH
from storyparts import NOW, SOURCES, an_article, an_event

from pacts.model import Alert, Channel, Event, Period
from pacts.terms import Act, Kind
from sources.http import Web
from storage.store import Store
from worker.config import Config
from worker.journey.desk import Desk
from worker.journey.settling import settle

SIGNED = an_event(
    kind=Kind.AGREEMENT, act=Act.SIGNED, document="Agreement on extradition", confidence=0.9,
    when=Period.parse("2025-03-03"),
)  # fmt: skip
RATIFIED = replace(SIGNED, act=Act.RATIFIED, date=Period.parse("2025-05-06"))
LEVEL = an_event(level="strategic partnership", confidence=0.9, when=Period.parse("2025-01-09"))


@pytest.fixture
def desk(tmp_path: Path):
    with Store.open(tmp_path / "pactwatch.db") as store, Web() as web:
        store.register_sources(SOURCES, NOW)
        yield Desk(store, web, Config((), (WATCH,), (Channel("console"),)))


def told(desk: Desk, event: Event, *, days: int = 0) -> Alert:
    now = NOW + timedelta(days=days)
    article = replace(an_article(f"{event.act}-{days}"), published=now)
    with desk.store.transaction():
        desk.store.add_article(article, now=now, baseline=False)
        settle(article, [event], desk, baseline=False, now=now)
    return desk.store.alerts()[0]


def test_an_alert_carries_the_earlier_steps_of_its_document(desk: Desk) -> None:
    assert told(desk, SIGNED, days=-60).background == ()
    assert told(desk, RATIFIED).background == ("Signed on 3 March 2025 (story 1).",)


def test_an_alert_carries_what_is_doubtful_and_goes_out(desk: Desk) -> None:
    told(desk, LEVEL, days=-110)
    alert = told(desk, replace(LEVEL, date=Period.parse("2025-05-06")))
    assert alert.reason.sends
    assert alert.cautions == (
        (
            "By the ledger Kazakhstan and Vietnam have been strategic partners since 9 January 2025"
            " (story 1)."
        ),
    )
    assert [one.alert.id for one in desk.store.deliveries()] == [alert.id, 1]
