"""What the article as a whole says: when, who mostly, during which visit, whose voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from urllib.parse import urlsplit

from extraction.analysis import Named, Sentence, joins_names
from extraction.blocks import Role
from extraction.dates import Dated, read_dates
from extraction.gazetteer import is_body
from extraction.partners_before import is_dateline
from pacts.model import Period

_WEIGHT: Final = {Role.TITLE: 6, Role.LEDE: 4, Role.HEADING: 2, Role.CAPTION: 2, Role.BODY: 1}
_PROMINENCE: Final = {"capital": 1}
"""A capital may be a place; any other name counts twice as much."""
_LEADING_SENTENCES: Final = 30
"""Who an article is about shows in its first sentences."""
_DATELINE_WITHIN: Final = 4
"""Sentences from the beginning in which a dateline stands."""
_DATELINE_REACH: Final = 14
"""Tokens at the beginning of a sentence among which a dateline's day stands."""
_PROPOSED_WITHIN: Final = 8
"""Sentences from the beginning in which a cabinet's paper says what it is."""
_VISIT_DAYS: Final = 21
"""Longer intervals are not visits."""
_VISIT_WITHIN: Final = 60
"""Days between a visit and the publication that reports it."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence may lean on when it does not say everything itself."""

    published: date | None
    pair: tuple[str, ...]
    """The two parties that the article is mostly about; fewer where it names fewer."""
    firm: bool
    """Whether its first lines name just these two, rather than its sentences most often."""
    ranking: tuple[str, ...]
    """All parties, most prominent first."""
    home: str | None
    """The state whose government publishes the text: who "we" are."""
    visit: Period | None
    dateline: Period | None
    looks_back: bool = False
    """The title announces an anniversary or a look back."""
    about_people: bool = False
    """Its first sentences speak of players, singers or strikes."""
    titled: frozenset[str] = frozenset()
    """The parties that the title names."""
    proposes: bool = False
    """Its first sentences say that a cabinet was asked to approve."""
    title_tells: bool = False
    """The title holds a deed and something that one can be done to."""
    spoken_of: tuple[str, ...] = ()
    """The parties of the paper that one of the last sentences told of; set while reading on."""
    rosters: tuple[tuple[str, ...], ...] = ()
    """The states of each sentence that names three or more."""
    about_insiders: bool = False
    """The title speaks of factions, rebels or parties of one country, or of firms alone."""
    firms: frozenset[str] = frozenset()
    """States of which the article names firms alone: "Nvidia" is no deed of Washington."""
    pair_is_told: bool = False
    """The title, or a sentence near it, names just the two; else they are the most named."""


def read_context(
    sentences: Sequence[Sentence], published: date | None, url: str, news_days: int
) -> Context:
    """Look over the article once."""
    scores = _scores(sentences)
    ranking = tuple(scores)
    dates = [
        (s, read_dates(s, published))
        for s in sentences[:_LEADING_SENTENCES]
        if any(map(str.isdigit, s.quote))
    ]
    titles = [s for s in sentences[:3] if s.role is Role.TITLE]
    told = _told_pair(sentences)
    return Context(
        published=published,
        pair=told or _most_named(sentences, scores),
        pair_is_told=bool(told) or _stands_out(list(scores.values())),
        firm=bool(told),
        ranking=ranking,
        home=home_of(url),
        visit=_visit(dates, published),
        dateline=_dateline(dates, published, news_days),
        rosters=tuple(_rosters(sentences)),
        firms=_named_by_firms(sentences),
        looks_back=any(s.has("looking_back") or asks(s) for s in titles),
        about_insiders=any(s.has("insider") or _is_of_firms(s) for s in titles),
        about_people=any(s.has("people") for s in sentences[:2]),
        titled=frozenset(code for s in titles for named in s.named for code in named.codes),
        proposes=any(s.has("proposal") for s in sentences[:_PROPOSED_WITHIN]),
        title_tells=any(s.has("trigger") and (s.has("head") or s.levels) for s in titles),
    )


def _named_by_firms(sentences: Sequence[Sentence]) -> frozenset[str]:
    kinds: dict[str, set[str]] = {}
    for sentence in sentences:
        for named in sentence.named:
            for code in named.codes:
                kinds.setdefault(code, set()).add(named.mention.kind)
    return frozenset(code for code, known in kinds.items() if known == {"company"})


def _is_of_firms(title: Sentence) -> bool:
    """ "British banks resist package": firms, and no word for a state that deals with them."""
    states = ("government", "state", "collective_two", "we")
    return title.has("company") and not any(title.has(group) for group in states)


def asks(sentence: Sentence) -> bool:
    """Whether a sentence is a question: it reports nothing, and a headline's is background."""
    return sentence.quote.rstrip("\"')\u201d\u300d ").endswith(("?", "\uff1f"))


def _rosters(sentences: Sequence[Sentence]) -> Iterator[tuple[str, ...]]:
    """The states of the first sentences that name more than two, places left out."""
    for sentence in sentences[:_LEADING_SENTENCES]:
        names = (n for n in sentence.named if not is_place(sentence, n))
        states = {c for n in names for c in n.codes if not is_body(c)}
        if len(states) > _TWO:
            yield tuple(sorted(states))


def home_of(url: str) -> str | None:
    """The state behind a government's own site, by its domain; None for other sites."""
    host = urlsplit(url).hostname or ""
    labels = host.split(".")
    if labels[-1] in {"gov", "mil"}:
        return "US"
    if len(labels) > 2 and labels[-2] in {"gov", "gob", "go", "gouv", "govt", "mfa", "president"}:
        code = labels[-1].upper()
        return {"UK": "GB"}.get(code, code) if len(code) == 2 else None
    return None


def _stands_out(scores: Sequence[int]) -> bool:
    """Whether two parties are named far more often than any third."""
    third = scores[2] if len(scores) > _TWO else 0
    return len(scores) >= _TWO and scores[1] >= max(_OFTEN, _FAR * third)


_TWO: Final = 2
_OFTEN: Final = 8
"""What four names of a state in the text are worth."""
_FAR: Final = 2


def _scores(sentences: Sequence[Sentence]) -> dict[str, int]:
    """How much each party is named, the most prominent first."""
    scores: Counter[str] = Counter()
    for sentence in sentences[:_LEADING_SENTENCES]:
        for named in sentence.named:
            if is_place(sentence, named):
                continue
            for code in named.codes:
                scores[code] += _WEIGHT.get(sentence.role, 1) * _PROMINENCE.get(
                    named.mention.kind, 2
                )
    return dict(sorted(scores.items(), key=lambda kv: (-kv[1], kv[0])))


def _told_pair(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """The two of the title, or of the first sentence that names just two."""
    for sentence in sentences[:_LEADING_SENTENCES]:
        if sentence.role not in {Role.TITLE, Role.LEDE, Role.HEADING}:
            continue
        everybody = {c for n in sentence.named for c in n.codes}
        if len(everybody) == _TWO and _is_visit(sentence):
            return tuple(sorted(everybody))
        codes = {c for n in sentence.named if not is_place(sentence, n) for c in n.codes}
        if len(codes) == 2:
            return tuple(sorted(codes))
    return ()


def _is_visit(sentence: Sentence) -> bool:
    """ "The sultan of Oman on a visit to Chad": the place is the other side."""
    return any(mark.value == "visit" for mark in sentence.of("date.word"))


def _most_named(sentences: Sequence[Sentence], scores: Mapping[str, int]) -> tuple[str, ...]:
    ranking = list(scores)
    hosts = _hosts(sentences, ranking) if len(ranking) == 1 else []
    if len(ranking) > 1 and scores[ranking[1]] < _NOT_IN_PASSING:
        return tuple(ranking[:1])
    return tuple(sorted([*ranking[:2], *hosts[:1]]))


_NOT_IN_PASSING: Final = 3
"""A party named once, in the middle of the text, is none of the two."""


def _hosts(sentences: Sequence[Sentence], guests: Sequence[str]) -> list[str]:
    """Whom a visit goes to, when nobody else is named than the visitor."""
    return [
        code
        for sentence in sentences[:_LEADING_SENTENCES]
        if sentence.role in {Role.TITLE, Role.LEDE} and _is_visit(sentence)
        for named in sentence.named
        for code in named.codes
        if code not in guests and not _is_dateline(sentence, named)
    ]


def is_place(sentence: Sentence, named: Named) -> bool:
    """Whether a name only says where: "in Moscow", "visit to Kazakhstan", a dateline."""
    if (named.first <= _DATELINE_FIRST and _is_dateline(sentence, named)) or is_dateline(
        sentence, named
    ):
        return True
    kinds = {"country", "capital", "seat"}
    if named.mention.kind not in kinds and named.codes != _MEETING_PLACE:
        return False
    reach = _PLACE_REACH * sentence.lexicon.stretch
    for mark in sentence.of("place", max(0, named.first - reach), named.first):
        if sentence.is_a("to_someone", mark.first - 1):
            continue  # "a notifié à Malte", "un accord liant le Tchad à Oman"
        between = range(mark.last, named.first)
        if sentence.is_a("delegates", mark.first - 1):
            continue  # "negotiators from Accra"
        if all(sentence.is_a("place_link", i) or _in_other_name(sentence, i) for i in between):
            return True
        if _is_city(sentence, between):
            return True
    return False


def _is_city(sentence: Sentence, between: range) -> bool:
    """ "in Geneva (Switzerland)": a city before its country in brackets."""
    if len(between) < 2 or sentence.word(between[-1]) != "(":
        return False
    return all(sentence.text[sentence.tokens[i].start].isupper() for i in between[:-1])


def news_begins(sentence: Sentence) -> int:
    """The first token behind a dateline; 0 where there is none."""
    for index in range(1, min(_DATELINE_LENGTH, len(sentence.tokens) - 1)):
        token = sentence.tokens[index]
        if token.word == "-" and sentence.text[token.end : token.end + 1] == " ":
            before = next((n for n in sentence.named if n.last == index), None)
            names = joins_names(sentence, index)
            city = before is not None and before.mention.kind == "capital"
            return 0 if names and (index < 2 or not city) else index + 1
        capital = sentence.text[token.start].isupper()
        if not capital and not token.word.isdecimal() and token.word not in _DATELINE_MARKS:
            return 0
    return 0


_DATELINE_LENGTH: Final = 14
_DATELINE_MARKS: Final = frozenset({",", "(", ")", ".", "/"})


_DATELINE_FIRST: Final = 3
""" "TREVISO, Italy, March 2 -": a city before its country."""


_MEETING_PLACE: Final = ("UN",)
"""Where states meet that sign with one another: "their ambassadors to the United Nations"."""
_PLACE_REACH: Final = 4
"""Tokens between "in" and the name of a place: "in the city of Paris"."""


def _in_other_name(sentence: Sentence, index: int) -> bool:
    """ "in Malaysia's Kuala Lumpur", where nothing parts a state from its city."""
    return not sentence.lexicon.spaced and any(n.first <= index < n.last for n in sentence.named)


def _is_dateline(sentence: Sentence, named: Named) -> bool:
    """ "ASTANA, May 6 (Agency) - ..." or "Hanoi (VNA) - ..."."""
    if sentence.role is Role.TITLE or named.mention.kind == "demonym":
        return False
    for index in range(min(named.last + 10, len(sentence.tokens))):
        if named.first <= index < named.last:
            continue
        word = sentence.word(index)
        if word == "-" and index < named.first:
            return False
        if word == "-":
            token = sentence.tokens[index]
            spaced = sentence.text[token.end : token.end + 1] == " "
            return spaced and not joins_names(sentence, index)
        if word not in {",", "(", ")", ".", "/"} and not (
            word.isdecimal()
            or sentence.text[sentence.tokens[index].start].isupper()
            or sentence.word(index - 1).isdecimal()  # "6 mai", "1er": a month, not a sentence
        ):
            return False
    return False


def _visit(
    dates: Sequence[tuple[Sentence, tuple[Dated, ...]]], published: date | None
) -> Period | None:
    for sentence, found in dates:
        if not any(m.value == "visit" for m in sentence.of("date.word")):
            continue
        for dated in found:
            length = (dated.period.end - dated.period.start).days
            near = (
                published is None or dated.period.distance(Period.day(published)) <= _VISIT_WITHIN
            )
            if dated.whole_day and 0 < length <= _VISIT_DAYS and near:
                return dated.period
    return None


def _dateline(
    dates: Sequence[tuple[Sentence, tuple[Dated, ...]]], published: date | None, news_days: int
) -> Period | None:
    """The day of the first full date in the first lines, when it is fresh."""
    if published is None:
        return None
    today = Period.day(published)
    dispatched: Period | None = None
    for sentence, found in dates[:3]:
        if sentence.role is Role.TITLE or sentence.order > _DATELINE_WITHIN:
            continue
        for dated in found:
            if any(mark.first == dated.last for mark in sentence.of("dateline_end")):
                dispatched = dispatched or dated.period
            elif (
                dated.whole_day
                and (dispatched or dated.last <= _DATELINE_REACH * sentence.lexicon.stretch)
                and dated.period.start <= published + timedelta(days=1)
                and dated.period.distance(today) <= min(10, news_days)
            ):
                return dated.period
    return dispatched
