"""What a word that governs a deed makes of it, and what denies it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extraction.analysis import Sentence
from extraction.bare_verbs import negation_behind
from extraction.frame import Frame
from extraction.joined_objects import is_denied_object
from extraction.lexicon import Mark
from extraction.verdicts import (
    REACHING,
    Verdict,
    cue_in_clause,
    cues,
    governor,
    is_instead,
    is_plain_not,
    none,
    text,
)
from extraction.voices import Voice
from pacts.terms import Act, Kind, Status

PLANNED: Final = frozenset({"future", "consider"})
GOVERNING: Final = frozenset(
    {"future", "consider", "agree", "conditional", "rumoured", "negated", "implement", "done"}
)
_NEGATION_REACH: Final = 4
ACHIEVED: Final = "named as achieved"


def governed(frame: Frame, word: Mark) -> Verdict:
    """The verdict that a governing word passes on what it governs."""
    cue = text(frame, word)
    if word.value == "future" and _was_once(frame, word):
        return none(frame, "was to be, once", cue)
    if _is_a_popular_vote(frame, word):
        return none(frame, "voted for, not done", cue)
    if _is_being_declared(frame, word):
        return Verdict(Status.CONCLUDED, cue, "said, and by that done", 0.8)
    said = _SAID.get(word.value)
    if said:
        return Verdict(said[0], cue, *said[1:])
    match word.value:
        case "agree":
            return _agreed(frame, word)
        case "achieved":
            return _achieved(frame, word)
        case _:
            return none(frame, "speaks of carrying it out", cue)


_SAID: Final = {
    "future": (Status.PLANNED, "intended, not done", 0.85),
    "consider": (Status.PLANNED, "intended, not done", 0.85),
    "conditional": (Status.CONDITIONAL, "hangs on a condition", 0.7),
    "rumoured": (Status.RUMOURED, "told as a rumour", 0.7),
    "negated": (Status.NEGATED, "negated", 0.75),
    "past": (Status.HISTORICAL, "told as history", 0.75),
    "done": (Status.CONCLUDED, "went on to do it", 0.8),
    "fresh": (Status.CONCLUDED, "called recent", 0.7),
}
"""What a governing word says whatever it governs."""


def _was_once(frame: Frame, word: Mark) -> bool:
    """ "had been scheduled to expire": a plan of the past, and no word of what came of it."""
    sentence = frame.sentence
    near = range(max(0, word.first - 2), word.first)
    return frame.act is Act.TERMINATED and any(sentence.is_a("past_perfect", i) for i in near)


def _is_a_popular_vote(frame: Frame, word: Mark) -> bool:
    """ "after Britain voted to leave the EU": a people that votes has not left yet."""
    sentence = frame.sentence
    voted = frame.head.family == "organisation" and sentence.is_same("ballot", word)
    return voted and not sentence.has("legislature", 0, word.first)


def _is_being_declared(frame: Frame, word: Mark) -> bool:
    """ "I wish to announce together with the president that we raise ties": who says so does it."""
    sentence = frame.sentence
    return sentence.is_same("willing", word) and sentence.has(
        "declares", word.last, frame.trigger.first
    )


def is_aside(frame: Frame) -> bool:
    """ "joined, signing an accord", "renewed ties by signing": done with a main verb that is."""
    sentence, first = frame.sentence, frame.trigger.first
    if frame.trigger.form == "noun":
        return _is_means(frame) and _main_verb_is_done(frame)
    means = sentence.word(first - 1) == "," or (first > 1 and sentence.is_a("agent", first - 1))
    if frame.trigger.form != "gerund":
        return False
    if sentence.is_a("along_with", first - 1):
        return _main_verb_is_done(frame)
    return means and not any(mark.value in _UNSURE for mark in sentence.of("cue", 0, first))


def _is_means(frame: Frame) -> bool:
    """ "ont renforcé leurs liens par la signature d'un accord": the noun says how."""
    sentence, before = frame.sentence, frame.trigger.first - 1
    while sentence.is_a("article", before):
        before -= 1
    return sentence.is_a("means", before)


_UNSURE: Final = PLANNED | {"conditional", "rumoured", "negated", "implement"}


def _main_verb_is_done(frame: Frame) -> bool:
    """ "En rompant ses relations avec Malte, le Tchad a choisi": a perfect, in front or behind."""
    sentence = frame.sentence
    begin, end = sentence.clause(frame.trigger.first)
    if any(mark.value in _UNSURE for mark in sentence.of("cue", begin, end)):
        return False
    return any(
        sentence.is_a("auxiliary_have", i) and not sentence.is_a("perfect", i)
        for i in (*range(begin, frame.trigger.first), *range(frame.head.last, end))
    )


def _achieved(frame: Frame, word: Mark) -> Verdict:
    """ "announced the upgrade" is done; "will announce the upgrade" is not."""
    earlier = governor(replace(frame, trigger=word), PLANNED | {"conditional", "negated"}, 3)
    earlier = earlier or _ahead_of_chain(frame, word) or _ahead_of_infinitive(frame, word)
    if earlier:
        return governed(frame, earlier)
    return Verdict(Status.CONCLUDED, text(frame, word), ACHIEVED, 0.75)


def _ahead_of_infinitive(frame: Frame, word: Mark) -> Mark | None:
    """ "would have preferred them to announce the upgrade": the infinitive has its own governor."""
    sentence = frame.sentence
    if not sentence.lexicon.subject_first or not sentence.is_a("infinitive", word.first - 1):
        return None
    groups = PLANNED | {"conditional", "negated", "agree"}
    return governor(replace(frame, trigger=word), groups, _CHAIN)


def _ahead_of_chain(frame: Frame, word: Mark) -> Mark | None:
    """ "will meet A, call on B and witness the signing", where one word serves every verb."""
    sentence = frame.sentence
    done = sentence.is_a("done_before", word.first) or sentence.is_a("done_before", word.first - 1)
    if done or not sentence.lexicon.chains_verbs:
        return None
    return governor(replace(frame, trigger=word), REACHING, _CHAIN)


_CHAIN: Final = 16


def _agreed(frame: Frame, word: Mark) -> Verdict:
    """Leaders who agree to raise relations have raised them; to sign is still to come."""
    cue = text(frame, word)
    earlier = governor(replace(frame, trigger=word), PLANNED | {"negated"}, 4)
    if earlier:
        return governed(frame, earlier)
    later = cue_in_clause(frame, "future", after=frame.trigger.last)
    alone = frame.act in {Act.SUSPENDED, Act.TERMINATED} or _votes(frame, word)
    if _is_one_side_s(frame, word):
        return Verdict(Status.PLANNED, cue, "decided by one of the two", 0.7)
    if (frame.kind in {Kind.PARTNERSHIP, Kind.RELATIONS} or alone) and not later:
        return Verdict(Status.CONCLUDED, cue, "agreed, and by that done", 0.8)
    return Verdict(Status.PLANNED, cue, AGREED, 0.8)


AGREED: Final = "agreed to be done later"
"""Why a deed is planned, unless it has its own day behind it: "agreed to stop and signed"."""


def _votes(frame: Frame, word: Mark) -> bool:
    """ "Parliament decided to ratify the accord": by that decision it has."""
    sentence = frame.sentence
    begin, _ = sentence.clause(word.first)
    return frame.act is Act.RATIFIED and sentence.has("legislature", begin, word.first)


_BY_BOTH: Final = frozenset({Act.ESTABLISHED, Act.UPGRADED, Act.RESTORED})
_BOTH: Final = ("collective_two", "pronoun", "sides", "we")


def _is_one_side_s(frame: Frame, word: Mark) -> bool:
    """ "The cabinet decided to open relations with Chad": Chad has not said so."""
    sentence = frame.sentence
    if frame.act not in _BY_BOTH or not sentence.is_same("one_sided", word):
        return False
    begin, _ = sentence.clause(word.first)
    doers = {code for named in sentence.parties(begin, word.first) for code in named.codes}
    both = any(sentence.has(g, begin, word.first) for g in _BOTH)
    return len(doers) == 1 and not both


def is_said(frame: Frame, begin: int) -> bool:
    """Whether a verb of saying brings the clause: "anunciaron el martes que elevan"."""
    sentence = frame.sentence
    return any(
        not (sentence.lexicon.subject_first and sentence.is_a("past_perfect", mark.first - 1))
        for mark in sentence.of("attribution", max(0, begin - _SAYING), begin)
    )


_SAYING: Final = 6


def negation_of(frame: Frame) -> str | None:
    """The words that deny a deed, before it, at its object or behind it."""
    return _denied_before(frame) or _denied_behind(frame)


def follows(sentence: Sentence, group: str, *places: int) -> bool:
    """Whether a phrase of a group stands right before one of some places."""
    return any(mark.last in places for mark in sentence.of(group))


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
        if not _is_verb_of_its_own(frame, mark)
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
    """ "rejettent les accusations *et* signent": what was rejected is not the accord."""
    sentence, first = frame.sentence, frame.trigger.first
    told = frame.voice is Voice.ACTIVE and not is_plain_not(sentence, mark)
    between = range(mark.last, first)
    return told and any(sentence.is_a("joins", i) and sentence.word(i) != "," for i in between[1:])


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
    marks = sentence.of("denial", max(0, begin - _SAYING * sentence.lexicon.stretch), begin)
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
    if any(m.first == begin for m in sentence.of("relative_subject")):
        claims = sentence.of("claims", max(0, begin - _SAYING), begin)
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
