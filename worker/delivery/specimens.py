"""Alerts of every kind, made up: what ``alerts preview`` shows and templates are tried on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, Final

from alerting.merging.telling import tell
from pacts.headline import headline
from pacts.model import Alert, Article, Event, Evidence, Period, Sighting, Story
from pacts.terms import Act, DateBasis, Kind, Priority, Reason, Status, Trust

_NOW: Final = datetime(2031, 3, 5, 10, 0, tzinfo=UTC)

_UPGRADE: Final = Event(
    kind=Kind.PARTNERSHIP,
    act=Act.UPGRADED,
    status=Status.CONCLUDED,
    parties=("ID", "UY"),
    evidence=Evidence(
        "Uruguay e Indonesia elevaron sus relaciones a una asociación estratégica el martes,"
        " durante la visita de Estado a Yakarta.",
        120,
        238,
        "elevaron",
    ),
    level="strategic partnership",
    level_from="comprehensive partnership",
    date=Period.day(date(2031, 3, 4)),
    date_basis=DateBasis.RELATIVE,
    place="Jakarta",
    confidence=0.97,
)
_SIGNING: Final = Event(
    kind=Kind.AGREEMENT,
    act=Act.SIGNED,
    status=Status.CONCLUDED,
    parties=("GH", "NO"),
    evidence=Evidence(
        "Ghana and Norway signed a fisheries agreement in Accra on Wednesday in the presence of"
        " both foreign ministers.",
        0,
        110,
        "signed",
    ),
    document="fisheries agreement",
    document_kind="agreement",
    date=Period.day(date(2031, 3, 5)),
    date_basis=DateBasis.RELATIVE,
    place="Accra",
    confidence=0.95,
)
_PLAN: Final = replace(
    _SIGNING,
    status=Status.PLANNED,
    evidence=Evidence(
        "Ghana and Norway will sign a fisheries agreement in Accra on Wednesday.",
        0,
        70,
        "will",
    ),
)
_REFUSAL: Final = replace(
    _SIGNING,
    status=Status.NEGATED,
    evidence=Evidence(
        "The signing of the fisheries agreement has been put off, the Norwegian foreign ministry"
        " said.",
        0,
        95,
        "has been put off",
    ),
    confidence=0.72,
)
_MANY: Final = replace(
    _SIGNING,
    parties=("CL", "NZ"),
    evidence=Evidence("The two sides signed 40 agreements in Wellington.", 0, 49, "signed"),
    document="agreements",
    count=40,
    date=Period(date(2031, 3, 3), date(2031, 3, 7)),
    date_basis=DateBasis.VISIT,
    place="Wellington",
)


def specimens() -> Mapping[str, tuple[Alert, ...]]:
    """By name; all but the digest are of one alert."""
    made = {name: (make(),) for name, make in _MAKERS.items()}
    digest = [made[name][0] for name in ("first", "advanced", "conflict", "keywords")]
    return {**made, "digest": tuple(digest)}


def _seen(event: Event, source: str, hour: int, *, trust: Trust = Trust.ALLOWED) -> Sighting:
    return Sighting(
        source=source,
        trust=trust,
        url=f"https://{source}.example/news/2031/{event.act}-{event.status}.html",
        title=f"{source}: {event.evidence.quote[:50]}",
        published=datetime(2031, 3, 4 + (event.kind is Kind.AGREEMENT), hour, 20, tzinfo=UTC),
        event=event,
        item=f"{source}-{event.act}",
        language="es" if event.kind is Kind.PARTNERSHIP else "en",
    )


def _alert(number: int, reason: Reason, *sightings: Sighting, **changes: Any) -> Alert:
    story = replace(tell(sightings), id=number)
    made = Alert(
        reason=reason,
        watches=("everything between states",),
        channels=("desk",),
        priority=Priority.NORMAL,
        created=_NOW,
        headline=headline(story),
        story=story,
        id=100 + number,
    )
    return replace(made, **changes)


def _first() -> Alert:
    told = (_seen(_UPGRADE, "courier", 8), _seen(_UPGRADE, "gazette", 9))
    return _alert(
        1,
        Reason.FIRST,
        *told,
        priority=Priority.HIGH,
        background=("10 June 2019: established a comprehensive partnership (told by gazette).",),
    )


def _advanced() -> Alert:
    told = (_seen(_SIGNING, "gazette", 9), _seen(_PLAN, "pacific", 8))
    return _alert(2, Reason.ADVANCED, *told, detail="told before as planned")


def _corrected() -> Alert:
    evidence = Evidence("The two sides signed 58 agreements in Wellington.", 0, 49, "signed")
    exact = replace(_MANY, count=58, evidence=evidence)
    told = (_seen(exact, "gazette", 9), _seen(exact, "courier", 10))
    return _alert(3, Reason.CORRECTED, *told, detail="58 agreements, told as 40")


def _denied() -> Alert:
    alert = _alert(
        4, Reason.DENIED, _seen(_REFUSAL, "courier", 11), detail="told before as planned"
    )
    return replace(alert, headline=headline(_as(alert, Status.PLANNED)))


def _as(alert: Alert, status: Status) -> Story:
    if alert.story is None:
        raise ValueError("a denial is of a story")
    return replace(alert.story, status=status)


def _new_party() -> Alert:
    words = "Peru, Chile and New Zealand signed 40 agreements in Wellington."
    joined = replace(
        _MANY, parties=("CL", "NZ", "PE"), evidence=Evidence(words, 0, len(words), "signed")
    )
    return _alert(5, Reason.NEW_PARTY, _seen(joined, "pacific", 12), detail="Peru joins")


def _threshold() -> Alert:
    told = [_seen(_SIGNING, name, 9 + at) for at, name in enumerate(("courier", "gazette"))]
    detail = "told by 2 independent sources: courier and gazette"
    return _alert(6, Reason.THRESHOLD, *told, detail=detail)


def _reminder() -> Alert:
    detail = "expected 5 March 2031; nobody has reported it since"
    return _alert(7, Reason.REMINDER, _seen(_PLAN, "pacific", 8), detail=detail)


def _conflict() -> Alert:
    told = (
        _seen(_MANY, "gazette", 9),
        _seen(replace(_MANY, count=58, confidence=0.6), "courier", 10),
        _seen(_MANY, "rumours", 11, trust=Trust.HOLD),
    )
    return _alert(
        8,
        Reason.FIRST,
        *told,
        cautions=("A strategic partnership of the two was told as ended on 2 February 2030.",),
    )


def _keywords() -> Alert:
    title = "ASEAN and China resume talks in Manila"
    body = (
        "MANILA, March 5 - Senior officials met for the first time this year. Talks on the Code of"
        " Conduct in the East Sea resumed on Wednesday after a pause of three months, and the next"
        " round will be held in July in Kuala Lumpur."
    )
    article = Article(
        source="gazette",
        key="talks",
        url="https://gazette.example/news/talks?id=1&page=2",
        title=title,
        text=Article.compose(title, body),
        published=datetime(2031, 3, 5, 6, 0, tzinfo=UTC),
        language="en",
    )
    return Alert(
        reason=Reason.KEYWORDS,
        watches=("plain keywords",),
        channels=("desk",),
        priority=Priority.NORMAL,
        created=_NOW,
        headline=title,
        article=article,
        matched=("Code of Conduct", "East Sea"),
        id=109,
    )


def _operator() -> Alert:
    return Alert(
        reason=Reason.OPERATOR,
        watches=(),
        channels=("desk",),
        priority=Priority.NORMAL,
        created=_NOW,
        headline="The source gazette fails",
        detail="The server has answered 503 for two days. Nothing of it is read until it answers.",
        id=110,
    )


_MAKERS: Final[Mapping[str, Callable[[], Alert]]] = {
    "first": _first,
    "advanced": _advanced,
    "corrected": _corrected,
    "denied": _denied,
    "new_party": _new_party,
    "threshold": _threshold,
    "reminder": _reminder,
    "conflict": _conflict,
    "keywords": _keywords,
    "operator": _operator,
}
NAMES: Final = (*_MAKERS, "digest")
