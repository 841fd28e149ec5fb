"""Step 8a, denials: what says that a deed was not done, before it, at its object or behind it."""

from __future__ import annotations

from typing import Final

from extraction.bare_verbs import negation_behind
from extraction.frame import Frame
from extraction.governors import SAYING, follows
from extraction.joined_objects import is_denied_object
from extraction.lexicon import Mark
from extraction.verdicts import (
    cues,
    is_instead,
    is_plain_not,
    text,
)
from extraction.voices import Voice
from pacts.terms import Act

_NEGATION_REACH: Final = 4


def negation_of(frame: Frame) -> str | None:
    """The words that deny a deed, before it, at its object or behind it."""
    return _denied_before(frame) or _denied_behind(frame)


def _denied_before(frame: Frame) -> str | None:
    sentence = frame.sentence
    if is_denied_object(sentence, frame.trigger, frame.head):
        return text(frame, frame.trigger)
    if is_instead(frame):
        return None
    if _is_denied_around(frame):
        return text(frame, frame.trigger)
    if follows(sentence, "once_done", frame.trigger.first):
        return None  # "no habló tras firmar el acuerdo": it denies what came then
    chained = (m.first for m in sentence.of("just_done") if m.last == frame.trigger.first)
    first = next(chained, frame.trigger.first)  # "no lograron firmar"
    reach = _NEGATION_REACH * sentence.lexicon.stretch
    near = [
        mark
        for mark in cues(frame, "negated", first - reach, frame.trigger.last)
        if mark.first < first and not _is_the_deed(frame, mark)
        if mark.last >= first - 1 or not sentence.is_same("adjacent_negation", mark)
        if not _is_verb_of_its_own(frame, mark) and not _is_ever(frame, mark)
    ]
    if near and not _other_trigger(frame, near[-1].last, first) and not _of_the_verb(frame, near):
        return text(frame, near[-1])
    opened = _denied_by_opening(frame) or _denied_report(frame) or _done_by_neither(frame)
    return opened or _once_expected(frame) or _no_such_object(frame)


def _done_by_neither(frame: Frame) -> str | None:
    """ "Neither Chad nor the Republic of Peru has ratified the treaty"."""
    sentence, first = frame.sentence, frame.trigger.first
    marks = sentence.of("neither_nor", sentence.clause(first)[0], first)
    alone = len(marks) > 1 and not sentence.has("trigger", marks[0].last, first)
    return text(frame, marks[0]) if alone else None


def _is_the_deed(frame: Frame, mark: Mark) -> bool:
    """ "The accord was suspended", a cue that denies other deeds: here it tells this one."""
    return frame.act is Act.SUSPENDED and mark.last == frame.trigger.last


def _is_verb_of_its_own(frame: Frame, mark: Mark) -> bool:
    """ "rejettent les accusations *et* signent": what was rejected is not the accord.

    A plain "not" has its verb as well where the deed's own ending tells that it happened.
    """
    sentence, first = frame.sentence, frame.trigger.first
    finite = frame.trigger.form in {"past", "present"} or not is_plain_not(sentence, mark)
    told = frame.voice is Voice.ACTIVE and finite
    between = range(mark.last, first)
    return told and any(sentence.is_a("joins", i) and sentence.word(i) != "," for i in between[1:])


def _is_ever(frame: Frame, mark: Mark) -> bool:
    """ "le plus gros accord *jamais* signé": behind a superlative "never" is "ever"."""
    sentence = frame.sentence
    before = max(0, mark.first - _OF_THE_BEST)
    described = frame.voice is Voice.MODIFIER and sentence.is_a("ever", mark.first)
    return described and sentence.has("superlative", before, mark.first)


_OF_THE_BEST: Final = 10
"""Tokens between a superlative and "ever" at most: "le plus important accord de prêt"."""


def _denied_by_opening(frame: Frame) -> str | None:
    """ "Sans que Malte et le Tchad ne signent": what opens the clause denies all of it."""
    sentence = frame.sentence
    begin, _ = sentence.clause(frame.trigger.first)
    opens = any(m.first == begin for m in sentence.of("subordinators"))
    marks = [m for m in sentence.of("cue", begin) if m.first == begin and m.value == "negated"]
    return text(frame, marks[0]) if opens and marks else None


def _no_such_object(frame: Frame) -> str | None:
    """ "no deal was signed", "neither agreement was signed"; not "the frozen deal was"."""
    sentence, first = frame.sentence, frame.head.first
    for mark in sentence.of("cue", max(0, first - 4), first):
        describes = sentence.is_a("describing", mark.last)
        if mark.value == "negated" and sentence.is_a("no", mark.first) and not describes:
            return text(frame, mark)
    return None


def _once_expected(frame: Frame) -> str | None:
    """ "Ожидалось, что стороны подпишут договор": it was expected, and that is past."""
    sentence = frame.sentence
    begin, _ = sentence.clause(frame.trigger.first)
    marks = sentence.of("once_expected", max(0, begin - _COMMA - 1), begin)
    return text(frame, marks[-1]) if marks else None


_COMMA: Final = 1


def _denied_report(frame: Frame) -> str | None:
    """ "denied that it had struck a deal", "rejected claims that they signed"."""
    sentence = frame.sentence
    begin, _ = sentence.clause(frame.trigger.first)
    brings = [*sentence.of("relative_subject"), *sentence.of("told_that")]
    if not any(m.first == begin for m in brings):
        return _denied_tidings(frame)
    marks = sentence.of("denial", max(0, begin - SAYING * sentence.lexicon.stretch), begin)
    if sentence.lexicon.subject_first:  # "do not see that it has ended"
        nots = sentence.of("weak_negation", max(0, begin - _NOT_THAT), begin)
        marks = [*marks, *(m for m in nots if m.last >= begin - 1)]
    if sentence.has("report", max(0, begin - _REPORT), begin):
        marks = [*marks, *_said_of_report(frame)]  # "reports that they had signed are false"
    return text(frame, marks[-1]) if marks else None


_REPORT: Final = 4
"""Tokens of "reports" and what brings them: "сообщения о том, что"."""


def _denied_tidings(frame: Frame) -> str | None:
    """ "Tin Peru ký hiệp định là sai sự thật": a report without any "that", and what denies it."""
    sentence = frame.sentence
    begin, _ = sentence.clause(frame.trigger.first)
    opens = any(mark.first == begin for mark in sentence.of("report"))
    marks = _said_of_report(frame) if opens and sentence.lexicon.names_run_on else []
    return text(frame, marks[-1]) if marks else None


def _said_of_report(frame: Frame) -> list[Mark]:
    return frame.sentence.of("denial", frame.last, frame.last + _SAID_OF_REPORT)


def claim_of(frame: Frame) -> Mark | None:
    """ "prétend que Malte a signé", "accuse Malte d'avoir signé": told by who may be wrong."""
    sentence, first = frame.sentence, frame.trigger.first
    begin, _ = sentence.clause(first)
    if sentence.lexicon.subject_first:
        claims = sentence.of("claims", max(0, begin - 1), first)
    elif any(m.first == begin for m in sentence.of("relative_subject")):
        claims = sentence.of("claims", max(0, begin - SAYING), begin)
    elif sentence.is_a("perfect", first - 1):
        claims = sentence.of("claims", begin, first)
    else:
        return None
    return claims[-1] if claims else None


_SAID_OF_REPORT: Final = 14
_NOT_THAT: Final = 4


def _denied_behind(frame: Frame) -> str | None:
    if frame.trigger.form in {"bare", "noun"} and negation_behind(frame):
        return negation_behind(frame)
    if frame.voice in {Voice.INFINITIVE, Voice.PASSIVE} and frame.sentence.lexicon.case_marked:
        return _failed(frame)
    return _denied_behind_noun(frame) if frame.voice is Voice.NOMINAL else None


def _denied_behind_noun(frame: Frame) -> str | None:
    """ "The signing has been put off"."""
    sentence = frame.sentence
    for mark in sentence.of("cue", frame.last, min(frame.last + 32, len(sentence.tokens))):
        if _of_another_noun(frame, mark.first):
            break
        if mark.value == "negated" and not is_plain_not(sentence, mark):
            return text(frame, mark)
    return None


def _is_denied_around(frame: Frame) -> bool:
    """ "Ils ne signeront pas": the negation stands on both sides of the verb."""
    sentence, trigger = frame.sentence, frame.trigger
    if not sentence.is_a("not_before", trigger.first - 1):
        return False
    behind = sentence.of("cue", trigger.last, trigger.last + 2)
    return any(m.first == trigger.last and m.value == "negated" for m in behind)


def _failed(frame: Frame) -> str | None:
    """ "Подписать договор не удалось", "подписан он пока не был": what is denied behind."""
    sentence = frame.sentence
    _, end = sentence.clause(frame.trigger.first)
    if frame.voice is Voice.PASSIVE:
        end = min(end, frame.trigger.last + _AUXILIARY_REACH)
    failed = sentence.of("failed", frame.trigger.last, max(end, frame.last))
    if failed and not sentence.of("trigger", frame.trigger.last, failed[0].first):
        return text(frame, failed[0])
    return None


_AUXILIARY_REACH: Final = 4


def _of_the_verb(frame: Frame, near: list[Mark]) -> bool:
    """ "refused the accord that they signed": said of the verb, not of what only describes."""
    describes = frame.voice is Voice.MODIFIER and frame.sentence.lexicon.noun_last
    return describes and near[-1].last < frame.trigger.first


def _of_another_noun(frame: Frame, before: int) -> bool:
    """ "the end of the talks, but the signing was put off": a further deed is named between."""
    sentence = frame.sentence
    return any(
        mark.form == "noun"
        and any(sentence.is_a("joins", i) for i in range(mark.first - _JOINED, mark.first))
        for mark in sentence.of("trigger", frame.last, before)
    )


_JOINED: Final = 2
""" "but the signing": the word that joins, an article."""


def _other_trigger(frame: Frame, first: int, last: int) -> bool:
    triggers = frame.sentence.lexicon.triggers
    return any(not triggers[m.value].proposes for m in frame.sentence.of("trigger", first, last))


def is_kept_quiet(frame: Frame) -> bool:
    """ "did not announce *this* accord": that there is one is not denied."""
    sentence, head = frame.sentence, frame.head
    beside = head.last if sentence.lexicon.modifiers_after else head.first - 1
    known = sentence.is_a("definite", beside) or sentence.is_a("definite", head.first - 1)
    return frame.trigger.value == _ANNOUNCE and head.family == "document" and known


_ANNOUNCE: Final = "announce"


def hangs_on_more(frame: Frame) -> bool:
    """ "will sign no accord *without* guarantees": what somebody wants for it."""
    told = frame.voice in _TO_COME or frame.trigger.form == "bare"
    return told and frame.sentence.has("unless", frame.last, frame.last + _WANTED)


_TO_COME: Final = frozenset({Voice.FUTURE, Voice.ABSENT, Voice.INFINITIVE})
_WANTED: Final = 14
"""Tokens between a paper, with its partners, and what is wanted for it at most."""
