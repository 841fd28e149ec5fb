"""Alerts as the rest of the program makes them, for whoever has to show or send some."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from pacts.model import Alert, Article, Event, Evidence, Period, Sighting, Story
from pacts.terms import (
    Act,
    DateBasis,
    Kind,
    Priority,
    Reason,
    Scope,
    Status,
    Trust,
)

NOW = datetime(2025, 5, 7, 8, 30, tzinfo=UTC)

UPGRADE = Event(
    kind=Kind.PARTNERSHIP,
    act=Act.UPGRADED,
    status=Status.CONCLUDED,
    parties=("KZ", "VN"),
    evidence=Evidence(
        "agreed to elevate the bilateral ties to a Strategic Partnership", 412, 476, "agreed"
    ),
    level="strategic partnership",
    level_from="comprehensive partnership",
    date=Period.day(date(2025, 5, 6)),
    date_basis=DateBasis.STATED,
    place="Astana",
    confidence=0.97,
)

SIGNING = Event(
    kind=Kind.AGREEMENT,
    act=Act.SIGNED,
    status=Status.CONCLUDED,
    parties=("AZ", "BY", "KZ", "RU", "VN"),
    evidence=Evidence(
        "During the visit around 60 cooperation agreements were signed between ministries,"
        " localities and businesses",
        900,
        985,
        "were signed",
    ),
    document="cooperation agreements",
    document_kind="agreement",
    count=60,
    count_approx=True,
    date=Period(date(2025, 5, 5), date(2025, 5, 12)),
    date_basis=DateBasis.VISIT,
    confidence=0.9,
)


def sighting(event: Event, source: str, *, hour: int = 8, **changes: Any) -> Sighting:
    values: dict[str, Any] = {
        "source": source,
        "trust": Trust.ALLOWED,
        "url": f"https://{source}.example/news/{event.act}-{event.parties[0].lower()}.html",
        "title": "Leaders issue joint statement",
        "published": datetime(2025, 5, 7, hour, tzinfo=UTC),
        "event": event,
        "item": f"{source}-1",
    }
    return Sighting(**(values | changes))


def story(
    event: Event = UPGRADE,
    sources: tuple[str, ...] = ("nhandan", "vgp", "vietnamplus"),
    *,
    number: int | None = 7,
    **changes: Any,
) -> Story:
    seen = tuple(sighting(event, name, hour=8 + at) for at, name in enumerate(sources))
    told = Story(
        sightings=seen,
        kind=event.kind,
        act=event.act,
        status=event.status,
        parties=event.parties,
        scope=event.scope,
        level=event.level,
        level_from=event.level_from,
        document=event.document,
        document_kind=event.document_kind,
        count=event.count,
        count_approx=event.count_approx,
        date=event.date,
        date_basis=event.date_basis,
        place=event.place,
        confidence=event.confidence,
        confirmed=True,
        lead=seen[0],
        id=number,
    )
    return replace(told, **changes)


def alert(
    told: Story | None = None, *, number: int | None = 12, headline: str = "", **changes: Any
) -> Alert:
    told = told or story()
    made = Alert(
        reason=Reason.FIRST,
        watches=("partnership upgrades",),
        channels=("desk",),
        priority=Priority.NORMAL,
        created=NOW,
        headline=headline or "Kazakhstan and Vietnam upgrade relations to strategic partnership",
        story=told,
        id=number,
    )
    return replace(made, **changes)


def upgrade(**changes: Any) -> Alert:
    """A high-priority upgrade that three sources tell."""
    return alert(**({"priority": Priority.HIGH} | changes))


def planned_then_signed(**changes: Any) -> Alert:
    """Sixty agreements that were told as planned before."""
    values = {
        "told": story(SIGNING, ("vietnamplus",), number=9),
        "headline": "Vietnam, Azerbaijan, Belarus, Kazakhstan and Russia sign about 60 agreements",
        "reason": Reason.ADVANCED,
        "detail": "told before as planned",
        "watches": ("energy agreements", "everything Vietnam signs"),
        "number": 13,
        "created": NOW + timedelta(minutes=5),
    }
    return alert(**(values | changes))


def planned(**changes: Any) -> Alert:
    """A memorandum still to be signed, by one party and a company."""
    event = replace(
        SIGNING,
        status=Status.PLANNED,
        evidence=Evidence(
            "the two sides are expected to sign a Memorandum of Understanding on nuclear power"
            " later this year",
            200,
            297,
            "are expected to",
        ),
        parties=("VN",),
        scope=Scope.MIXED,
        document="Memorandum of Understanding on nuclear power",
        document_kind="memorandum of understanding",
        count=None,
        count_approx=False,
        date=None,
        date_basis=None,
    )
    values = {
        "told": story(event, ("vgp",), number=11),
        "headline": "Vietnam to sign a memorandum of understanding on nuclear power",
        "priority": Priority.LOW,
        "number": 14,
        "created": NOW + timedelta(minutes=9),
    }
    return alert(**(values | changes))


def keywords(**changes: Any) -> Alert:
    """An item that holds the words of a watch without events."""
    title = "ASEAN and China resume talks in Manila"
    body = (
        "MANILA, May 7 - Senior officials met for the first time this year. They said that "
        "the eleven delegations had come with a mandate to finish. Talks on the Code of Conduct in "
        "the East Sea resumed on Wednesday after a pause of three months, and the next round will "
        "be held in July in Kuala Lumpur, where the foreign ministers are to take stock of what "
        "has been agreed so far and of the remaining differences about its legal nature."
    )
    article = Article(
        source="nhandan",
        key="a1",
        url="https://nhandan.example/en/code-of-conduct?id=1&page=2",
        title=title,
        text=Article.compose(title, body),
        published=datetime(2025, 5, 7, 6, tzinfo=UTC),
        language="en",
    )
    made = Alert(
        reason=Reason.KEYWORDS,
        watches=("plain keywords",),
        channels=("desk",),
        priority=Priority.NORMAL,
        created=NOW + timedelta(minutes=20),
        headline=title,
        article=article,
        matched=("Code of Conduct", "East Sea"),
        id=15,
    )
    return replace(made, **changes)


def subject(title: str) -> str:
    """That of an alert on keywords with another title."""
    return f"“Code of Conduct”, “East Sea”: {title} (nhandan, 7 May 2025)"
