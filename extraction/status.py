"""Step 8, status: did it happen? Decided in the clause, by the grammar first and then by dates.

The order of the questions follows how people read: a negation beats everything, a word that
puts the deed in the future or in doubt beats the tense, a date beats both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from extraction.blocks import Role
from extraction.context import Context
from extraction.dates import Dated
from extraction.frames import Frame, Voice, voice_of
from extraction.lexicon import Mark
from pacts.model import Period
from pacts.terms import Act, DateBasis, Kind, Status


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided of a frame, and by which words."""

    status: Status | None
    """None: it is no event at all."""
    cue: str
    why: str
    certainty: float
    """How firmly the words say so, 0 to 1."""
    dated: Dated | None = None


_GOVERNING: Final = frozenset(
    {"future", "consider", "agree", "conditional", "rumoured", "negated", "implement"}
)
_NOMINAL_GOVERNING: Final = _GOVERNING | {"achieved", "past", "past_weak"}
_PLANNED: Final = frozenset({"future", "consider"})
_GOVERNOR_REACH: Final = 16
"""Tokens over which a verb can govern an infinitive: "will visit Hanoi this week and sign"."""
_GOVERNOR_NEAR: Final = 8
"""The same without "to" or "and" right before the verb."""
_NOMINAL_REACH: Final = 12
_NEGATION_REACH: Final = 4
_AHEAD_DAYS: Final = 20
"""A deed named with a month or year that still has this long to run is not done yet: whoever
reports a deed that is done knows its day."""


def decide(frame: Frame, dates: Sequence[Dated], context: Context, news_days: int) -> Verdict:
    """The verdict on one frame."""
    verdict = _in_the_background(frame, _by_grammar(frame), context)
    dated = _nearest_date(frame, dates)
    if verdict.status is None and not (dated and frame.voice is Voice.MODIFIER):
        return verdict
    return _by_date(frame, verdict, dated, context, news_days)


def _in_the_background(frame: Frame, verdict: Verdict, context: Context) -> Verdict:
    """Deeds told in passing: in a relative clause, or by an article that looks back."""
    if verdict.status is not Status.CONCLUDED or frame.voice not in {Voice.ACTIVE, Voice.PASSIVE}:
        return verdict
    sentence = frame.sentence
    begin, _ = sentence.clause(frame.trigger.first)
    if sentence.role is not Role.TITLE and any(m.first == begin for m in sentence.of("relative")):
        return replace(verdict, status=Status.HISTORICAL, why=_IN_PASSING, certainty=0.5)
    if context.looks_back:
        return replace(verdict, status=Status.HISTORICAL, why=_LOOKS_BACK, certainty=0.6)
    return verdict


_PAST_PERFECT: Final = "past perfect"
_IN_PASSING: Final = "told in passing"
_LOOKS_BACK: Final = "an article that looks back"
_DATED_ANEW: Final = frozenset({_PAST_PERFECT, _IN_PASSING, _LOOKS_BACK})
"""Reasons for history that a fresh date overrules."""


# --- grammar -------------------------------------------------------------------------------


def _by_grammar(frame: Frame) -> Verdict:
    negation = _negation(frame)
    if negation:
        return Verdict(Status.NEGATED, negation, "negated", 0.8)
    match frame.voice:
        case Voice.BARE:
            return _plain(frame, Status.CONCLUDED, "a paper's name as a headline", 0.75)
        case Voice.FUTURE:
            return _plain(frame, Status.PLANNED, "future tense", 0.9)
        case Voice.ACTIVE:
            return _active(frame)
        case Voice.PASSIVE:
            return _passive(frame)
        case Voice.INFINITIVE:
            return _infinitive(frame)
        case Voice.NOMINAL:
            return _nominal(frame)
        case Voice.MODIFIER:
            return _modifier(frame)


def _active(frame: Frame) -> Verdict:
    sentence, first = frame.sentence, frame.trigger.first
    before = range(max(0, first - 3), first)
    if sentence.is_a("condition", first - 1):
        return Verdict(Status.CONDITIONAL, sentence.word(first - 1), "hangs on a condition", 0.7)
    ahead = [
        m
        for m in sentence.of("cue", max(0, first - 4), first)
        if m.value in {"future", "conditional", "rumoured"}
        and any(sentence.is_a("perfect", i) for i in before)
    ]
    if ahead:
        return _governed(frame, ahead[-1])
    if _is_background(frame):
        return _plain(frame, Status.HISTORICAL, "a document that everybody knows", 0.7)
    if frame.trigger.form == "gerund" and frame.kind is Kind.AGREEMENT:
        return _plain(frame, Status.PLANNED, "under way", 0.5)
    if frame.trigger.form == "present" and _is_prose(frame):
        return _none(frame, "a habit, not a deed")
    rumour = _last(_cues(frame, "rumoured", first - 5, first))
    if rumour:
        return Verdict(Status.RUMOURED, _text(frame, rumour), "told as a rumour", 0.7)
    past = _cue_in_clause(frame, "past") or _since(frame)
    if past:
        return Verdict(Status.HISTORICAL, _text(frame, past), "told as history", 0.8)
    if any(sentence.is_a("past_perfect", i) for i in before):
        return _plain(frame, Status.HISTORICAL, _PAST_PERFECT, 0.6)
    return _plain(frame, Status.CONCLUDED, "a finite past", 0.9)


def _passive(frame: Frame) -> Verdict:
    sentence, first = frame.sentence, frame.trigger.first
    near = range(max(0, first - 4), first)
    be = next((i for i in reversed(near) if sentence.is_a("auxiliary_be", i)), -1)
    headline = sentence.role in {Role.TITLE, Role.HEADING}
    if sentence.is_a("be_infinitive", be) or (
        not headline and (be < 0 or sentence.is_a("be_open", be))
    ):
        governor = _governor(frame, _GOVERNING, _GOVERNOR_REACH)
        if governor:
            return _governed(frame, governor)
        return _plain(frame, Status.PLANNED, "an infinitive", 0.6)
    governor = _governor(frame, frozenset({"future", "conditional", "rumoured"}), 6)
    if governor and (governor.value != "future" or _still_open(frame, governor)):
        return _governed(frame, governor)
    past = _cue_in_clause(frame, "past")
    if past:
        return Verdict(Status.HISTORICAL, _text(frame, past), "told as history", 0.8)
    if any(sentence.is_a("past_perfect", i) for i in near[1:]):
        return _plain(frame, Status.HISTORICAL, _PAST_PERFECT, 0.6)
    certainty = 0.9 if sentence.is_a("be_past", be) else 0.7
    return _plain(frame, Status.CONCLUDED, "a past passive", certainty)


def _still_open(frame: Frame, governor: Mark) -> bool:
    """Whether "was due to be signed" stands between the word and the deed."""
    sentence = frame.sentence
    return any(
        sentence.is_a("be_infinitive", i) or sentence.is_a("infinitive", i)
        for i in range(governor.last, frame.trigger.first)
    )


def _is_prose(frame: Frame) -> bool:
    """A full sentence of the body, where news is not told in the present tense."""
    sentence = frame.sentence
    full = sentence.word(len(sentence.tokens) - 1) in {".", "!", "?", '"', "'", ")"}
    return sentence.role in {Role.BODY, Role.LEDE} and full


def _is_background(frame: Frame) -> bool:
    """The UN Charter, the Paris Agreement: signed long ago, whatever the grammar."""
    return frame.act in {Act.SIGNED, Act.NEGOTIATED, Act.EXCHANGED} and any(
        mark.first <= frame.head.last and frame.head.first <= mark.last
        for mark in frame.sentence.of("background")
    )


def _since(frame: Frame) -> Mark | None:
    """ "since we signed", "since taking office they have signed": some time in the past."""
    for mark in frame.sentence.of("since", 0, frame.first):
        if mark.first <= 1 or frame.trigger.first - mark.last <= _SUBJECT_LENGTH:
            return mark
    return None


_SUBJECT_LENGTH: Final = 3


def _infinitive(frame: Frame) -> Verdict:
    sentence, first = frame.sentence, frame.trigger.first
    governor = _governor(frame, _GOVERNING, _GOVERNOR_REACH)
    infinitive = sentence.is_a("infinitive", first - 1)
    joined = infinitive or sentence.is_a("joins", first - 1)
    if governor and (joined or governor.last >= first - _GOVERNOR_NEAR):
        return _governed(frame, governor)
    if infinitive:
        return _plain(frame, Status.PLANNED, "an infinitive", 0.6)
    if frame.trigger.form == "bare":
        return _bare_verb(frame)
    if sentence.role in {Role.TITLE, Role.HEADING, Role.CAPTION}:
        return _plain(frame, Status.CONCLUDED, "a headline's present", 0.85)
    if first == 0 or _is_prose(frame):
        return _none(frame, "an order, an aim or a habit")
    return _plain(frame, Status.CONCLUDED, "present tense", 0.5)


def _bare_verb(frame: Frame) -> Verdict:
    """Languages whose verbs carry no tense: done unless something says otherwise."""
    past = _cue_in_clause(frame, "past")
    if past:
        return Verdict(Status.HISTORICAL, _text(frame, past), "told as history", 0.75)
    implement = _governor(frame, frozenset({"implement"}), 8)
    if implement:
        return _none(frame, "speaks of carrying it out")
    return _plain(frame, Status.CONCLUDED, "a verb without any mark of the future", 0.8)


def _nominal(frame: Frame) -> Verdict:
    sentence = frame.sentence
    paper = _names_paper(frame)
    if paper:
        return paper
    governor = _governor(frame, _NOMINAL_GOVERNING, _NOMINAL_REACH)
    after = _after(frame)
    if after and (governor is None or governor.value in {"achieved", "past_weak"}):
        return after
    if governor:
        if governor.value == "achieved":
            return Verdict(Status.CONCLUDED, _text(frame, governor), "named as achieved", 0.75)
        if governor.value == "past_weak":
            return _none(frame, "only a point in time for something else", _text(frame, governor))
        return _governed(frame, governor)
    if sentence.role in {Role.TITLE, Role.CAPTION} or _opens_line(frame):
        return _plain(frame, Status.CONCLUDED, "the deed as a headline or caption", 0.6)
    return _none(frame, "the deed is named, not reported")


def _opens_line(frame: Frame) -> bool:
    """A short line that begins with the deed: an entry in a list of outcomes."""
    sentence = frame.sentence
    listed = sentence.word(0) in {"-", "*", "\u2022", "\u00b7"} or sentence.word(0).isdecimal()
    return frame.trigger.first <= (2 if listed else 0) and len(sentence.tokens) <= _LINE_LENGTH


_LINE_LENGTH: Final = 30


def _names_paper(frame: Frame) -> Verdict | None:
    """ "Joint Statement on the Establishment of ...": the title of a paper that does it."""
    sentence = frame.sentence
    if frame.kind not in {Kind.PARTNERSHIP, Kind.RELATIONS}:
        return None
    for head in sentence.of("head", max(0, frame.trigger.first - 6), frame.trigger.first):
        gap = range(head.last, frame.trigger.first)
        if not head.value.startswith("statement") and not head.value.endswith("treaty"):
            continue
        if not all(sentence.is_a("of", i) or sentence.is_a("article", i) for i in gap):
            continue
        carrier = next(
            (
                m
                for m in sentence.of("trigger")
                if m.last <= head.first and sentence.lexicon.triggers[m.value].acts.get("statement")
            ),
            None,
        )
        if carrier is None:
            if head.first <= 3 or sentence.role in {Role.TITLE, Role.HEADING, Role.CAPTION}:
                return Verdict(
                    Status.CONCLUDED,
                    sentence.words(head.first, head.last),
                    "the name of a paper that does it",
                    0.85,
                )
            return None
        return _by_grammar(replace(frame, trigger=carrier, voice=voice_of(sentence, carrier)))
    return None


def _modifier(frame: Frame) -> Verdict:
    fresh = [
        m
        for m in frame.sentence.of("cue", max(0, frame.first - 2), frame.last)
        if m.value == "achieved"
    ]
    if fresh:
        return Verdict(Status.CONCLUDED, _text(frame, fresh[0]), "called recent", 0.6)
    return _none(frame, "a participle that describes, not reports")


def _after(frame: Frame) -> Verdict | None:
    """What is said of the deed behind it: "... took place", "... has been put off"."""
    sentence = frame.sentence
    stop = min(frame.last + 30, len(sentence.tokens))
    for mark in sentence.of("cue_after", frame.last, stop):
        if mark.value == "planned":
            return Verdict(Status.PLANNED, _text(frame, mark), "set for later", 0.8)
        return Verdict(Status.CONCLUDED, _text(frame, mark), "said to have taken place", 0.7)
    return None


def _governed(frame: Frame, governor: Mark) -> Verdict:
    """The verdict that a governing word passes on what it governs."""
    cue = _text(frame, governor)
    match governor.value:
        case "future" | "consider":
            return Verdict(Status.PLANNED, cue, "intended, not done", 0.85)
        case "agree":
            return _agreed(frame, governor)
        case "conditional":
            return Verdict(Status.CONDITIONAL, cue, "hangs on a condition", 0.7)
        case "rumoured":
            return Verdict(Status.RUMOURED, cue, "told as a rumour", 0.7)
        case "negated":
            return Verdict(Status.NEGATED, cue, "negated", 0.75)
        case "past":
            return Verdict(Status.HISTORICAL, cue, "told as history", 0.75)
        case "achieved":
            return Verdict(Status.CONCLUDED, cue, "named as achieved", 0.75)
        case _:
            return _none(frame, "speaks of carrying it out", cue)


def _agreed(frame: Frame, governor: Mark) -> Verdict:
    """Leaders who agree to raise relations have raised them; to sign is still to come."""
    cue = _text(frame, governor)
    earlier = _governor(replace(frame, trigger=governor), _PLANNED | {"negated"}, 4)
    if earlier:
        return _governed(frame, earlier)
    later = _cue_in_clause(frame, "future", after=frame.trigger.last)
    if frame.kind in {Kind.PARTNERSHIP, Kind.RELATIONS} and not later:
        return Verdict(Status.CONCLUDED, cue, "agreed, and by that done", 0.8)
    return Verdict(Status.PLANNED, cue, "agreed to be done later", 0.8)


# --- negation ------------------------------------------------------------------------------


def _negation(frame: Frame) -> str | None:
    sentence, first = frame.sentence, frame.trigger.first
    near = _cues(frame, "negated", first - _NEGATION_REACH, first)
    if near and not _other_trigger(frame, near[-1].last, first):
        return _text(frame, near[-1])
    # "no deal was signed", "neither agreement was signed"
    for mark in sentence.of("cue", max(0, frame.head.first - 4), frame.head.first):
        if mark.value == "negated" and sentence.is_a("no", mark.first):
            return _text(frame, mark)
    if frame.voice is Voice.NOMINAL:
        for mark in sentence.of("cue", frame.last, min(frame.last + 32, len(sentence.tokens))):
            if mark.value == "negated" and not sentence.is_a("weak_negation", mark.first):
                return _text(frame, mark)
    return None


def _other_trigger(frame: Frame, first: int, last: int) -> bool:
    return bool(frame.sentence.of("trigger", first, last))


# --- dates ---------------------------------------------------------------------------------


def _by_date(
    frame: Frame, verdict: Verdict, dated: Dated | None, context: Context, news_days: int
) -> Verdict:
    if dated is None or context.published is None:
        return replace(verdict, dated=dated)
    fresh_from = context.published - timedelta(days=news_days)
    match verdict.status:
        case Status.PLANNED | Status.CONDITIONAL | Status.RUMOURED:
            return replace(verdict, dated=_still_to_come(dated, context.published, fresh_from))
        case Status.NEGATED:
            return replace(verdict, dated=dated)
        case Status.HISTORICAL if verdict.why not in _DATED_ANEW:
            return replace(verdict, dated=dated if dated.period.end < fresh_from else None)
    cue = frame.sentence.words(dated.first, dated.last)
    if dated.period.end < fresh_from:
        certainty = max(0.7, verdict.certainty)
        return Verdict(Status.HISTORICAL, cue, "dated long ago", certainty, dated)
    if _lies_ahead(frame, dated, context.published):
        return Verdict(Status.PLANNED, cue, "dated later", verdict.certainty, dated)
    if verdict.status is Status.CONCLUDED:
        return replace(verdict, dated=dated, certainty=min(1.0, verdict.certainty + 0.05))
    if not (dated.whole_day or dated.basis is DateBasis.RELATIVE):
        return replace(verdict, dated=dated)
    certainty = max(verdict.certainty, 0.7)
    return Verdict(Status.CONCLUDED, cue, "dated within the news period", certainty, dated)


def _still_to_come(dated: Dated, published: date, fresh_from: date) -> Dated | None:
    """A plan's date: a weekday is the next one; an old date is not the plan's at all."""
    if dated.weekday and dated.period.end < published:
        ahead = Period(dated.period.start + _WEEK, dated.period.end + _WEEK)
        return replace(dated, period=ahead)
    return None if dated.period.end < fresh_from else dated


_WEEK: Final = timedelta(days=7)


def _lies_ahead(frame: Frame, dated: Dated, published: date) -> bool:
    vague = not dated.whole_day and (dated.period.end - published).days > _AHEAD_DAYS
    after = dated.period.start > published + timedelta(days=1)
    return after or (vague and frame.voice is Voice.NOMINAL)


def _nearest_date(frame: Frame, dates: Iterable[Dated]) -> Dated | None:
    """The date in the trigger's clause that stands closest; another clause's only in front."""
    sentence = frame.sentence
    begin, end = sentence.clause(frame.trigger.first)
    end = _with_temporal_clause(frame, end)
    inside = [
        d
        for d in dates
        if begin <= d.first < max(end, frame.last + 6) and not _describes_head(frame, d)
    ]
    inside = [d for d in inside if not _belongs_elsewhere(frame, d)]
    if not inside:
        return None
    return min(inside, key=lambda d: (not d.whole_day, _gap(frame, d)))


def _with_temporal_clause(frame: Frame, end: int) -> int:
    """ "was signed before the war began in 1941": the later clause dates the earlier one."""
    sentence = frame.sentence
    if any(mark.first == end for mark in sentence.of("temporal")):
        return sentence.clause(end)[1]
    return end


def _gap(frame: Frame, dated: Dated) -> int:
    if dated.first >= frame.trigger.last:
        return dated.first - frame.trigger.last
    return frame.trigger.first - dated.last


def _describes_head(frame: Frame, dated: Dated) -> bool:
    """ "upgraded their 2008 strategic partnership", "the 1960 river treaty"."""
    levels = [frame.head.first] + ([frame.level_from.first] if frame.level_from else [])
    return not dated.whole_day and any(0 <= first - dated.last <= 2 for first in levels)


def _belongs_elsewhere(frame: Frame, dated: Dated) -> bool:
    """A date nearer to another verb of the same clause is that verb's."""
    own = _gap(frame, dated)
    for other in frame.sentence.of("trigger"):
        if other == frame.trigger or other.form == "noun":
            continue
        gap = dated.first - other.last if dated.first >= other.last else other.first - dated.last
        same_side = (dated.first >= other.last) == (dated.first >= frame.trigger.last)
        if 0 <= gap < own and same_side and other.first != frame.trigger.first:
            return True
    return False


# --- cues ----------------------------------------------------------------------------------


def _governor(frame: Frame, groups: frozenset[str], reach: int) -> Mark | None:
    """The nearest word before the trigger, in its clause, that governs it."""
    sentence, first = frame.sentence, frame.trigger.first
    begin, _ = sentence.clause(first)
    begin = max(begin, first - reach)
    found = [m for m in sentence.of("cue", begin, first) if m.value in groups]
    return found[-1] if found else None


def _cues(frame: Frame, group: str, first: int, last: int) -> list[Mark]:
    begin, _ = frame.sentence.clause(frame.trigger.first)
    return [m for m in frame.sentence.of("cue", max(begin, first), last) if m.value == group]


def _cue_in_clause(frame: Frame, group: str, after: int = 0) -> Mark | None:
    begin, end = frame.sentence.clause(frame.trigger.first)
    marks = frame.sentence.of("cue", max(begin, after), max(end, frame.last))
    return next((m for m in marks if m.value == group), None)


def _last(marks: Sequence[Mark]) -> Mark | None:
    return marks[-1] if marks else None


def _text(frame: Frame, mark: Mark) -> str:
    return frame.sentence.words(mark.first, mark.last)


def _plain(frame: Frame, status: Status, why: str, certainty: float) -> Verdict:
    return Verdict(status, _text(frame, frame.trigger), why, certainty)


def _none(frame: Frame, why: str, cue: str = "") -> Verdict:
    return Verdict(None, cue or _text(frame, frame.trigger), why, 0.0)
