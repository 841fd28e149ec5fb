"""Step 8, status: did it happen? Grammar speaks first (``grammar.py``), dates last.

The order of the questions follows how people read: a negation beats everything, a word that
puts the deed in the future or in doubt beats the tense, a date beats both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from extraction.analysis import Sentence
from extraction.blocks import Role
from extraction.bygone import is_bygone, opens_with_since
from extraction.context import Context, asks
from extraction.dates import Dated
from extraction.dating import nearest_date
from extraction.frame import Frame
from extraction.governors import ACHIEVED, AGREED, GOVERNING, follows, is_said
from extraction.grammar import FINITE_PAST, by_grammar
from extraction.jubilees import without_jubilees
from extraction.papers import BY_PAPER
from extraction.relatives import is_closed, resumes
from extraction.tenseless import is_how_it_stands
from extraction.verdicts import PAST_PERFECT, TIMETABLE, TOLD_AFTER, Verdict, none
from extraction.voices import Voice
from pacts.model import Period
from pacts.terms import Act, DateBasis, Status

_AHEAD_DAYS: Final = 20
"""A deed named with a month or year that still has this long to run is not done yet: whoever
reports a deed that is done knows its day."""


def decide(frame: Frame, dates: Sequence[Dated], context: Context, news_days: int) -> Verdict:
    """The verdict on one frame."""
    if _asks(frame):
        return none(frame, "a question")
    if frame.sentence.has("corrects", 0, frame.first):
        return none(frame, "taken back by a correction")
    verdict = _in_the_background(frame, by_grammar(frame), context)
    dated = nearest_date(frame, without_jubilees(frame, dates, context.published))
    if verdict.status is None and not (
        dated and (_may_be_dated(frame, dated) or _is_dated(frame, dated))
    ):
        return verdict
    day = context.published
    if dated and day and _is_told_as_past(frame, verdict, dated, day):
        dated = None
    due = _done_beside(frame, _come_due(verdict, dated, context), dated, context)
    return _by_date(frame, due, dated, context, news_days)


def _may_be_dated(frame: Frame, dated: Dated) -> bool:
    """ "the papers signed on Monday", "[the matter of] Peru signing on Monday": a day is news.

    Not "the signed accord", where the subject comes first and what describes stands before; nor
    "applies since Monday the accord signed with Peru", where what describes stands behind.
    """
    if frame.sentence.lexicon.modifiers_after and dated.last <= frame.first:
        return False
    if frame.voice is Voice.MODIFIER and _dates_what_is_said(frame, dated):
        return False
    if frame.voice is Voice.NOMINAL and frame.trigger.form == "bare":
        return True
    before = frame.sentence.lexicon.subject_first and frame.trigger.last <= frame.head.first
    return frame.voice is Voice.MODIFIER and not before


def _dates_what_is_said(frame: Frame, dated: Dated) -> bool:
    """ "He said on the 23rd that the accord they signed covers ...": the day of the saying."""
    sentence, between = frame.sentence, (dated.last, frame.trigger.first)
    return sentence.lexicon.noun_last and sentence.has("attribution", *between)


def _is_dated(frame: Frame, dated: Dated) -> bool:
    """ "With the signing of the accord on Monday", "Monday's signing": the noun has its day."""
    sentence = frame.sentence
    if frame.voice is not Voice.NOMINAL or not sentence.lexicon.subject_first:
        return False
    begin, end = sentence.clause(frame.trigger.first)
    ahead = any(m.value in GOVERNING for m in sentence.of("cue"))
    if ahead or sentence.has("cue_after", frame.last, end):
        return False
    before = begin <= dated.first and 0 <= frame.trigger.first - dated.last <= _DAY_BEFORE
    return before or 0 <= dated.first - frame.last <= _DAY_BEHIND


_DAY_BEFORE: Final = 1
_DAY_BEHIND: Final = 7


def _asks(frame: Frame) -> bool:
    """Whether the sentence is a question: it reports nothing."""
    return frame.sentence.has("asking", 0, frame.last) or asks(frame.sentence)


def _in_the_background(frame: Frame, verdict: Verdict, context: Context) -> Verdict:
    """Deeds told in passing: in a relative clause, or by an article that looks back."""
    told = frame.voice in {Voice.ACTIVE, Voice.PASSIVE} or frame.trigger.form == "bare"
    told = told or (frame.voice is Voice.NOMINAL and frame.sentence.lexicon.subject_first)
    if verdict.status is not Status.CONCLUDED or not told or verdict.why in _NEWS:
        return verdict
    sentence = frame.sentence
    begin, _ = sentence.clause(frame.trigger.first)
    headed = frame.trigger.form == "gerund" or frame.sentence.role is Role.TITLE
    headed = headed and frame.voice is Voice.NOMINAL
    if context.proposes and (headed or frame.act is Act.NEGOTIATED):
        return replace(verdict, status=Status.PLANNED, why="asked for, not done", certainty=0.7)
    if is_bygone(frame, context.published):
        return replace(verdict, status=Status.HISTORICAL, why="of long ago", certainty=0.8)
    if opens_with_since(frame):
        return replace(verdict, status=Status.HISTORICAL, why=_BEFORE, certainty=0.6)
    if sentence.has("having", begin, frame.trigger.first):
        return replace(verdict, status=Status.HISTORICAL, why=_IN_PASSING, certainty=0.5)
    if sentence.role is not Role.TITLE and _is_relative(frame, begin):
        return replace(verdict, status=Status.HISTORICAL, why=_IN_PASSING, certainty=0.5)
    if sentence.order > _NEWS_COMES_FIRST and any(
        m.first == begin for m in sentence.of("earlier_clause")
    ):
        return replace(verdict, status=Status.HISTORICAL, why=_IN_PASSING, certainty=0.5)
    known = _is_recap(frame, begin) or sentence.is_a("known_already", frame.trigger.first - 1)
    if known or (not context.title_tells and is_how_it_stands(frame)):
        return replace(verdict, status=Status.HISTORICAL, why=_IN_PASSING, certainty=0.6)
    declared = verdict.why == ACHIEVED or _is_declared(frame, begin) or _is_of_the_day(frame)
    if context.looks_back and not declared:
        return replace(verdict, status=Status.HISTORICAL, why=_LOOKS_BACK, certainty=0.6)
    return verdict


def _is_of_the_day(frame: Frame) -> bool:
    """ "Why did Mali go? It said on Sunday that it is leaving": news below a question."""
    sentence = frame.sentence
    words = [m.value for m in sentence.of("date.word")]
    day = sentence.has("date.weekdays") or not _DAYS.isdisjoint(words)
    return sentence.order <= _NEWS_COMES_FIRST and day and sentence.has("attribution")


_DAYS: Final = frozenset({"today", "yesterday"})


def _is_declared(frame: Frame, begin: int) -> bool:
    """ "marked the anniversary and announced that they raise ties": the news of the day."""
    sentence = frame.sentence
    return sentence.order <= _NEWS_COMES_FIRST and sentence.has(
        "declares", begin, frame.trigger.first
    )


def _is_recap(frame: Frame, begin: int) -> bool:
    """ "As reported, ...", "he recalled that ...": the sentence or clause tells what is known.

    So does what somebody "said at the time".
    """
    sentence = frame.sentence
    if any(
        sentence.has("attribution", mark.first - _SAID_BEFORE, mark.first)
        or sentence.has("attribution", mark.last, mark.last + _SAID_RIGHT_BEHIND)
        for mark in sentence.of("said_then")
    ):
        return True
    return any(
        mark.first == 0 or 0 <= begin - mark.last <= _TO_CLAUSE
        for mark in sentence.of("recap", 0, frame.trigger.first)
    )


_SAID_BEFORE: Final = 5
_SAID_RIGHT_BEHIND: Final = 1
""" "the minister *said* at the time", "тогда *заявил*": tokens around a time of long ago."""


_TO_CLAUSE: Final = 2
"""A comma and a quotation mark stand between "recalled" and what was recalled."""


def _is_relative(frame: Frame, begin: int) -> bool:
    """ "which they signed", "the text that turned"; not "said that they have signed"."""
    sentence, first = frame.sentence, frame.trigger.first
    if frame.act is Act.RATIFIED and follows(sentence, "domestic", begin - 1, begin):
        return False  # "aprobó el proyecto de ley que ratifica el tratado"
    if any(m.first <= begin < m.last for m in sentence.of("tells_on")):
        return False  # "una reunión en la que firmaron"
    if frame.head.last <= begin and resumes(sentence, frame.trigger):
        return False  # "the accord, which lapsed in May, has been renewed"
    if is_closed(sentence, frame.trigger) or _is_presented(sentence, begin):
        return False
    if _describes_known(frame, begin):
        return True
    english = sentence.lexicon.subject_first and frame.head.last <= begin
    return any(m.first == begin for m in sentence.of("relative")) or any(
        m.first == begin
        and (english or _only_verb(sentence, m.last, first))
        and (not is_said(frame, begin) or frame.head.last == m.first)
        for m in sentence.of("relative_subject")
    )


def _is_presented(sentence: Sentence, begin: int) -> bool:
    """ "C'est le ministre *qui a signé*": who did it stands in front, and it is told."""
    return sentence.has("presents", max(0, begin - _PRESENTED), begin)


_PRESENTED: Final = 12
"""Tokens between "it is" and the clause about whom it names at most."""


def _describes_known(frame: Frame, begin: int) -> bool:
    """ "treaties that Chad has signed": which ones is told, not that they were signed."""
    sentence = frame.sentence
    return frame.head.last <= begin <= frame.trigger.first and any(
        m.first == begin for m in sentence.of("relative_subject")
    )


def _only_verb(sentence: Sentence, first: int, last: int) -> bool:
    """Whether only words of the verb stand between: "that have now signed"."""
    return all(
        sentence.is_a("auxiliary_have", i) or sentence.is_adverb(i) for i in range(first, last)
    )


_NEWS: Final = frozenset({BY_PAPER, TOLD_AFTER})
"""Reasons for which a deed is never background."""
_NEWS_COMES_FIRST: Final = 3
"""Sentences in which "after they signed" can be the news itself."""


_IN_PASSING: Final = "told in passing"
_BEFORE: Final = "told as the time before"
_LOOKS_BACK: Final = "an article that looks back"
_DATED_ANEW: Final = frozenset({PAST_PERFECT, _IN_PASSING, _LOOKS_BACK})
"""Reasons for history that a fresh date overrules."""


# --- dates ---------------------------------------------------------------------------------


def _come_due(verdict: Verdict, dated: Dated | None, context: Context) -> Verdict:
    """ "takes effect today": what a timetable says for a day that has come."""
    due = dated and context.published and dated.period.end <= context.published
    return (
        replace(verdict, status=Status.CONCLUDED) if due and verdict.why == TIMETABLE else verdict
    )


def _done_beside(frame: Frame, verdict: Verdict, dated: Dated | None, context: Context) -> Verdict:
    """ "đồng ý chấm dứt tranh chấp và ký tuyên bố hôm 18/6": a second deed with its own day."""
    sentence, second = frame.sentence, frame.trigger.first - 1
    if not sentence.lexicon.names_run_on or verdict.why != AGREED or dated is None:
        return verdict
    past = context.published and dated.whole_day and dated.period.end <= context.published
    done = past and sentence.is_a("joins", second) and dated.first >= frame.last
    return replace(verdict, status=Status.CONCLUDED, why="done beside") if done else verdict


def _by_date(
    frame: Frame, verdict: Verdict, dated: Dated | None, context: Context, news_days: int
) -> Verdict:
    if dated is None or context.published is None:
        return _by_year(_undated(frame, replace(verdict, dated=dated)), dated)
    fresh_from = context.published - timedelta(days=news_days)
    dated = _in_its_tense(frame, verdict, dated, context.published)
    match verdict.status:
        case Status.PLANNED | Status.CONDITIONAL | Status.RUMOURED:
            return replace(verdict, dated=_still_to_come(dated, context.published, fresh_from))
        case Status.NEGATED:
            return replace(verdict, dated=dated)
        case Status.HISTORICAL if verdict.why not in _DATED_ANEW:
            return replace(verdict, dated=dated if dated.period.end < fresh_from else None)
    cue = frame.sentence.words(dated.first, dated.last)
    if dated.period.end < fresh_from or _is_of_a_past_year(dated, context.published):
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


def _in_its_tense(frame: Frame, verdict: Verdict, dated: Dated, published: date) -> Dated:
    """Which of two days is meant, where the text leaves out the year or the month."""
    told = verdict.status in {Status.CONCLUDED, Status.HISTORICAL}
    told = told or (verdict.status is None and frame.voice is Voice.MODIFIER)
    if dated.earlier and frame.trigger.form in _PAST_FORMS and told:
        return replace(dated, period=dated.earlier)
    if dated.later and frame.trigger.form == "present" and dated.period.end < published:
        return replace(dated, period=dated.later)  # "se firma el 14"
    return dated


def _undated(frame: Frame, verdict: Verdict) -> Verdict:
    """ "The accord is in force, which helps trade": told in the text as what has long been so."""
    lasting = frame.sentence.lexicon.triggers[frame.trigger.value].lasting
    headline = frame.sentence.role is Role.TITLE
    if verdict.status is not Status.CONCLUDED or not lasting or headline or verdict.dated:
        return verdict
    return replace(verdict, status=Status.HISTORICAL, why=_IN_PASSING, certainty=0.5)


def _by_year(verdict: Verdict, dated: Dated | None) -> Verdict:
    """Without a day of publication only a bare year says something: that it was long ago."""
    if verdict.status is Status.CONCLUDED and dated and _is_bare_year(dated):
        return Verdict(Status.HISTORICAL, verdict.cue, "dated by its year", 0.7, dated)
    return replace(verdict, dated=dated)


def _is_bare_year(dated: Dated) -> bool:
    """News that tells its day never dates it by the year alone."""
    return not dated.whole_day and (dated.period.end - dated.period.start).days > _MONTH


def _is_of_a_past_year(dated: Dated, published: date) -> bool:
    """ "raised relations last year", told in January: at most days ago, most likely months."""
    return _is_bare_year(dated) and dated.period.end < published


_MONTH: Final = 31
_PAST_FORMS: Final = frozenset({"ed", "past", "participle", "passive"})
"""Of verbs whose tense says that it is done: a day without a year lies behind them."""


def _still_to_come(dated: Dated, published: date, fresh_from: date) -> Dated | None:
    """A plan's date: a weekday is the next one; an old date is not the plan's at all."""
    if dated.later and dated.period.end < published:
        return replace(dated, period=dated.later)
    if dated.weekday and dated.period.end < published:
        ahead = Period(dated.period.start + _WEEK, dated.period.end + _WEEK)
        return replace(dated, period=ahead)
    return None if dated.period.end < fresh_from else dated


_WEEK: Final = timedelta(days=7)


def _is_told_as_past(frame: Frame, verdict: Verdict, dated: Dated, published: date) -> bool:
    """ "have signed an accord on elections in July 2027": what is done has another day."""
    past = verdict.why == FINITE_PAST and frame.trigger.form in _PAST_FORMS
    return past and not dated.earlier and _lies_ahead(frame, dated, published)


def _lies_ahead(frame: Frame, dated: Dated, published: date) -> bool:
    vague = not dated.whole_day and (dated.period.end - published).days > _AHEAD_DAYS
    margin = timedelta(days=0 if dated.basis is DateBasis.RELATIVE else 1)
    after = dated.period.start > published + margin
    return after or (vague and frame.voice is Voice.NOMINAL)
