"""Short ways to make sightings, stories and articles, and strategies that make many."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from alerting.merging.stories import tell
from pacts.model import Article, Event, Evidence, Period, Sighting, Story
from pacts.terms import ACTS, Act, DateBasis, Kind, Scope, Status, Trust

DAY = datetime(2026, 3, 10, 9, tzinfo=UTC)
"""The day on which everything happens unless a test says otherwise."""


def event(name: str = "agreement.signed", parties: str = "KZ VN", **fields: Any) -> Event:
    """An event; ``date`` and ``status`` may be given as text."""
    kind, _, act = name.partition(".")
    given = fields.pop("date", None)
    period = Period.parse(given) if isinstance(given, str) else given
    fields.setdefault("date_basis", DateBasis.STATED if period else None)
    quote = fields.pop("quote", f"{name} {parties}")
    return Event(
        kind=Kind(kind),
        act=Act(act),
        status=Status(fields.pop("status", "concluded")),
        parties=tuple(sorted(parties.split())),
        evidence=Evidence(quote, 0, len(quote), ""),
        date=period,
        scope=Scope(fields.pop("scope", "state")),
        **{"confidence": 0.8, **fields},
    )


def sighting(
    told: Event,
    *,
    source: str = "agency",
    day: int | None = 0,
    trust: Trust = Trust.ALLOWED,
    item: str = "",
) -> Sighting:
    """``told`` in an article of ``source``, published ``day`` days after :data:`DAY`."""
    published = None if day is None else DAY + timedelta(days=day)
    item = item or f"{source}-{day}"
    return Sighting(source, trust, f"https://{source}/{item}", item, published, told, item)


def story(told: Event, **fields: Any) -> Story:
    return tell([sighting(told, **fields)])


def article(
    text: str = "", *, source: str = "agency", day: int | None = 0, **fields: Any
) -> Article:
    published = None if day is None else DAY + timedelta(days=day)
    return Article(
        source=source,
        key=f"{source}-{day}",
        url=f"https://{source}/{day}",
        title="A title",
        text=text,
        published=published,
        **fields,
    )


# --- strategies ----------------------------------------------------------------------------
# Few values of everything, so that sightings often have to do with each other.

_DAYS = st.integers(-20, 90)
_LEVELS = st.sampled_from(
    [
        None,
        "partnership",
        "strategic partnership",
        "comprehensive strategic partnership",
        "comprehensive strategic partnership for peace and prosperity",
        "alliance",
    ]
)
_DOCUMENTS = st.sampled_from(
    [
        None,
        "agreement",
        "several documents",
        "cooperation agreements",
        "agreement on veterinary cooperation",
        "free trade deal",
        "CEPA",
        "agreements on energy and water",
        "Shusha Declaration",
        "Joint Statement",
        "Joint Statement on the Establishment of the Strategic Partnership",
        "соглашение о торговле",
    ]
)
_PARTIES = st.sampled_from(["KZ VN", "AZ VN", "AZ BY KZ RU VN", "AZ BY KZ VN", "KZ UZ VN"])


@st.composite
def periods(draw: st.DrawFn) -> Period | None:
    start = date(2026, 3, 10) + timedelta(days=draw(_DAYS))
    shape = draw(st.sampled_from(["none", "day", "day", "visit", "month", "year"]))
    if shape == "none":
        return None
    if shape == "month":
        return Period.month(start.year, start.month)
    if shape == "year":
        return Period.year(start.year - draw(st.integers(0, 3)))
    return Period(start, start + timedelta(days=6 if shape == "visit" else 0))


@st.composite
def events(draw: st.DrawFn) -> Event:
    kind = draw(st.sampled_from([*Kind, Kind.AGREEMENT, Kind.PARTNERSHIP]))
    period = draw(periods())
    parties = draw(_PARTIES)
    papers = kind in {Kind.AGREEMENT, Kind.STATEMENT}
    return event(
        f"{kind}.{draw(st.sampled_from(sorted(ACTS[kind])))}",
        parties,
        status=draw(st.sampled_from(sorted(Status))),
        scope=draw(st.sampled_from([Scope.STATE, Scope.STATE, Scope.MIXED, Scope.CORPORATE])),
        level=draw(_LEVELS) if kind is Kind.PARTNERSHIP else None,
        level_from=draw(st.sampled_from([None, "comprehensive partnership"])),
        document=draw(_DOCUMENTS) if papers else None,
        count=draw(st.sampled_from([None, 1, 8, 17, 60])) if papers else None,
        count_approx=draw(st.booleans()),
        date=period,
        date_basis=draw(st.sampled_from(sorted(DateBasis))) if period else None,
        place=draw(st.sampled_from([None, "Astana", "Hanoi"])),
        confidence=draw(st.sampled_from([0.5, 0.7, 0.9])),
    )


@st.composite
def sightings(draw: st.DrawFn) -> Sighting:
    return sighting(
        draw(events()),
        source=draw(st.sampled_from(["agency", "ministry", "mirror", "paper"])),
        day=draw(st.one_of(st.none(), _DAYS)),
        trust=draw(st.sampled_from([Trust.ALLOWED, Trust.ALLOWED, Trust.HOLD])),
        item=draw(st.sampled_from(["one", "two", "three"])),
    )
