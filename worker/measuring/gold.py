"""Reading labelled documents: the gold files' several forms become one.

Does not judge anything; :mod:`worker.measuring.evaluate` does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Literal

from pacts.errors import UsageError
from pacts.model import Article, Period
from pacts.terms import ACTS, Act, Kind, Scope, Status

Verdict = Literal["yes", "no", "either"]


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event as a labeller wrote it down, in our own vocabulary."""

    kind: Kind
    act: Act
    status: Status
    parties: frozenset[str]
    open_parties: bool = False
    """The labeller named only some of the parties."""
    scope: Scope = Scope.STATE
    what: str = ""
    """Level or document, as the text has it."""
    count: int | None = None
    date: Period | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document and what should be found in it."""

    id: str
    title: str
    text: str
    published: datetime | None
    lang: str | None
    url: str
    alert: Verdict
    events: tuple[GoldEvent, ...]
    forgiven: frozenset[Status] = frozenset()
    """Statuses of which the labels are known to be incomplete: more of them is no mistake."""
    must_not: tuple[GoldEvent, ...] = ()
    """Events that must not be told, whatever is forgiven."""

    @property
    def article(self) -> Article:
        """The document as extraction sees it."""
        return Article(
            source="gold",
            key=self.id,
            url=self.url,
            title=self.title,
            text=Article.compose(self.title, self.text),
            published=self.published,
            language=self.lang,
        )


def read_gold(path: Path) -> list[GoldDocument]:
    """The documents of a JSON Lines file.

    A ``file`` in a line is read from beside the folder that holds the gold file. Raises
    UsageError that names the file and line of what cannot be understood, or of a doubled id.
    """
    documents: dict[str, GoldDocument] = {}
    for number, line in _lines(path):
        try:
            document = _document(json.loads(line), path.resolve().parent.parent)
        except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
            what = f"{type(error).__name__}: {error}"
            raise UsageError(f"{path}:{number}: not a gold document ({what})") from error
        if document.id in documents:
            raise UsageError(f"{path}:{number}: the id {document.id!r} is used twice")
        documents[document.id] = document
    return list(documents.values())


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        # Not splitlines: scraped text may hold U+2028, which JSON leaves as it is.
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error})") from error
    return ((number, line) for number, line in enumerate(lines, start=1) if line.strip())


def _document(data: Mapping[str, Any], beside: Path) -> GoldDocument:
    title, text = _title_and_text(data, beside)
    return GoldDocument(
        id=str(data["id"]),
        title=title,
        text=text,
        published=_moment(data.get("published")),
        lang=data.get("lang"),
        url=data.get("url") or f"gold:{data['id']}",
        alert=_verdict(data["alert"]),
        events=tuple(_event(event) for event in data["events"]),
        forgiven=_forgiven(data.get("optional", ())),
        # Some files say it in words, for people.
        must_not=tuple(_event(e) for e in data.get("must_not", ()) if isinstance(e, dict)),
    )


def _title_and_text(data: Mapping[str, Any], beside: Path) -> tuple[str, str]:
    title = data.get("title") or ""
    if "file" in data:
        return title, (beside / data["file"]).read_text(encoding="utf-8")
    return title, data["text"]


def _moment(text: str | None) -> datetime | None:
    """What has no zone is meant as UTC, as in ``pactwatch extract --jsonl``."""
    if not text:
        return None
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _verdict(value: object) -> Verdict:
    if value is True or value == "yes":
        return "yes"
    if value is False or value == "no":
        return "no"
    if value == "either":
        return "either"
    raise ValueError(f"alert is {value!r}")


def _forgiven(optional: tuple[str, ...]) -> frozenset[Status]:
    """Lines such as "planned: agreements between the parliaments, ..."."""
    words = {line.partition(":")[0].strip() for line in optional}
    return frozenset(status for status in Status if status.value in words)


# --- one event -----------------------------------------------------------------------------

_DIPLOMATIC: Final = re.compile(
    r"""diplomatic | \brelations\b | embassy | broke\ with | quan\ hệ\ ngoại\ giao
    | 建交 | 断交 | 复交 | 外交关系 | дипломатическ | diplomatique | diplomátic | ruptura
    | vínculos | rompió""",
    re.VERBOSE | re.IGNORECASE,
)
_NAMED_LEVEL: Final = re.compile(
    r"partner|strateg|allia|allied|elevat|level of|đối tác|伙伴|партн|союз|partenariat|asociaci",
    re.IGNORECASE,
)
_RESTORED: Final = re.compile(r"restor|resum|restab|恢复|复交|восстан|rétabl", re.IGNORECASE)

_TYPE: Final = re.compile(r"(partnership|relations|agreement|joint_statement)_(\w+)$")
# The type names of the field, where a file uses them, and where they differ from ours.
_KIND_WORDS: Final = {"joint_statement": "statement"}
_ACT_WORDS: Final = {"upgrade": "upgraded", "extended": "renewed", "withdrawn": "terminated"}
_OF_RELATIONS: Final = {Act.ENDED: Act.SEVERED, Act.SUSPENDED: Act.DOWNGRADED}


def _event(data: Mapping[str, Any]) -> GoldEvent:
    what = str(data.get("what") or data.get("level") or data.get("document") or "")
    kind, act = _kind_and_act(data, what)
    count = data.get("count")
    return GoldEvent(
        kind=kind,
        act=act,
        status=Status(data["status"]),
        parties=frozenset(data["parties"]) - {"+"},
        open_parties="+" in data["parties"],
        scope=Scope(data.get("scope", "state")),
        what=what.replace("_", " "),
        count=count if isinstance(count, int) else None,
        date=Period.parse(data["date"]) if data["date"] else None,
        quote=data.get("quote", ""),
    )


def _kind_and_act(data: Mapping[str, Any], what: str) -> tuple[Kind, Act]:
    kind_word, act_word = _words(data)
    kind = Kind(_KIND_WORDS.get(kind_word, kind_word))
    act = Act(_ACT_WORDS.get(act_word, act_word))
    if kind is Kind.AGREEMENT and act is Act.ADOPTED:
        act = Act.SIGNED  # labellers wrote "adopted" of some agreements
    if kind is Kind.PARTNERSHIP and _diplomatic(what):
        kind, act = _as_relations(act, what)
    if act not in ACTS[kind]:
        raise ValueError(f"{kind} has no act {act}")
    return kind, act


def _words(data: Mapping[str, Any]) -> tuple[str, str]:
    if "type" not in data:
        return data["kind"], data["act"]
    found = _TYPE.match(data["type"])
    if found is None:
        raise ValueError(f"type is {data['type']!r}")
    return found.group(1), found.group(2)


def _diplomatic(what: str) -> bool:
    """Labels have diplomatic relations as a kind of partnership, told by the words alone."""
    return bool(_DIPLOMATIC.search(what)) and not _NAMED_LEVEL.search(what)


def _as_relations(act: Act, what: str) -> tuple[Kind, Act]:
    if act is Act.ESTABLISHED and _RESTORED.search(what):
        return Kind.RELATIONS, Act.RESTORED
    renamed = _OF_RELATIONS.get(act, act)
    return (Kind.RELATIONS if renamed in ACTS[Kind.RELATIONS] else Kind.PARTNERSHIP), renamed
