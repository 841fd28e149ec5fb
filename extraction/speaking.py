"""Step 7d, speaking: whether a deed without names can be done by the article's own parties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extraction.analysis import Named, Sentence
from extraction.blocks import Role
from extraction.frame import Frame
from extraction.rosters import partners
from extraction.scope import rank_of_words, speaks_for_states
from extraction.voices import Voice
from pacts.terms import Act, Kind, Scope


def told_of_the_pair(frame: Frame) -> bool:
    """ "the documents that the two sides signed", where what describes stands in front."""
    sentence = frame.sentence
    begin, _ = sentence.clause(frame.first)
    if sentence.has("we", begin, frame.first) or (
        frame.act in _AT_A_TABLE and not sentence.lexicon.names_run_on
    ):
        return True
    return sentence.lexicon.noun_last and sentence.has("collective_two", begin, frame.first)


def may_lean(frame: Frame, together: Sequence[str]) -> bool:
    """Whether a participle that describes may take parties from the article.

    "the agreement signed with Peru" may, "treaties concluded by Peru" may not.
    """
    if frame.sentence.is_a("agent", frame.trigger.last):
        return False
    return bool(partners(frame)) if together else told_of_the_pair(frame)


_AT_A_TABLE: Final = frozenset({Act.SIGNED, Act.EXCHANGED, Act.INITIALLED})
"""What is done to a paper when its parties sit together."""


def speaks_of_the_pair(frame: Frame) -> bool:
    """Whether a deed without names can be the article's own parties'."""
    sentence = frame.sentence
    intransitive = sentence.lexicon.triggers[frame.trigger.value].intransitive
    without_tense = frame.trigger.form == "bare" and frame.voice is Voice.INFINITIVE
    without_tense = without_tense and not intransitive
    has_subject = (frame.voice is Voice.ACTIVE and not intransitive) or without_tense
    told = sentence.role in {Role.BODY, Role.LEDE} or sentence.lexicon.drops_subject
    if not has_subject or not told:
        return True
    if frame.trigger.form == "bare" and frame.head.last <= frame.trigger.first:
        return True  # "the accord [was] not signed this time"
    begin = 0 if without_tense else sentence.clause(frame.first)[0]
    if begin and any(m.first == begin for m in sentence.of("relative_subject")):
        begin = sentence.clause(begin - 1)[0]  # "the presidents announced that they raise"
    if _has_no_subject(frame, begin):
        return True
    groups = ("collective_two", "we", "state", "pronoun", "occasion")
    begin, end = max(0, begin - 2), frame.trigger.first
    if frame.kind is not Kind.AGREEMENT and sentence.has("head", begin, end):
        return True  # "relations are now a partnership", "the declaration lifts ties to"
    return any(
        not (group == "pronoun" and _goes_on(frame, mark.last))
        for group in groups
        for mark in sentence.of(group, begin, end)
    )


def is_domestic(frame: Frame) -> bool:
    """ "Congress failed to reach an accord": parliaments ratify, they do not treat with states."""
    sentence, end = frame.sentence, frame.trigger.first
    begin, _ = sentence.clause(frame.first)
    if frame.voice not in _WITH_SUBJECT:
        end = frame.trigger.last + _AGENTS if sentence.lexicon.case_marked else end
    if frame.act is Act.RATIFIED or sentence.has("collective_two", begin, end):
        return False
    offices = sentence.of("state", begin, end)
    return bool(offices) and all(sentence.is_a("legislature", m.first) for m in offices)


def is_contract_of_one(frame: Frame, names: Sequence[Named]) -> bool:
    """ "The army of Chad signed a contract": with a firm, as long as nobody says with whom.

    So is "the ministry announced the signing of contracts", and an accord "to buy" or "to sell".
    """
    told = frame.voice is Voice.ACTIVE or frame.trigger.form == "bare"
    begin, _ = frame.sentence.clause(frame.trigger.first)
    before = any(begin <= named.first < frame.trigger.first for named in names)
    speaks_of_two = speaks_for_states(frame)
    office = frame.sentence.has("government", begin, frame.trigger.first)
    named = not names and (office or frame.voice is Voice.NOMINAL) and not speaks_of_two
    alone = told and before and frame.voice is not Voice.MODIFIER
    goods = frame.sentence.has("trade_in", frame.head.last, frame.head.last + _GOODS)
    return (frame.head.kind == "contract" and (alone or named)) or (goods and not speaks_of_two)


_GOODS: Final = 4
""" "an accord for the purchase of" """


def follows_a_company(frame: Frame, earlier: Sequence[Sentence]) -> bool:
    """ "The bank is back. *It* has signed an accord": what the sentence before was about."""
    sentence = frame.sentence
    groups = ("collective_two", "collective_three", "we", "state", "government", "states_plural")
    own = any(sentence.has(group) for group in groups)
    before = earlier[-1] if earlier else None
    if own or before is None or before.has("state") or before.has("head"):
        return False
    return before.has("company")


def is_by_a_person(frame: Frame) -> bool:
    """ "The letter is signed by an agent": somebody without a name, who stands for no state."""
    sentence, last = frame.sentence, frame.trigger.last
    for mark in sentence.of("agent", last, last + _AGENT_NEAR):
        stop = min(len(sentence.tokens), mark.last + _AGENTS)
        known = any(sentence.has(group, mark.last, stop) for group in _SIGNERS)
        named = any(sentence.text[t.start].isupper() for t in sentence.tokens[mark.last : stop])
        return sentence.is_a("indefinite", mark.last) and not known and not named
    return False


_AGENT_NEAR: Final = 2
_SIGNERS: Final = ("state", "official", "collective_two", "collective_three", "we", "states_plural")


def _goes_on(frame: Frame, index: int) -> bool:
    """ "the two exchanges": no pronoun but the beginning of a noun."""
    sentence = frame.sentence
    return (
        index < frame.trigger.first
        and sentence.lexicon.subject_first
        and sentence.word(index).isalpha()
        and not sentence.is_adverb(index)
        and not any(
            sentence.is_a(group, index)
            for group in ("cue", "auxiliary_have", "auxiliary_be", "state", "modal")
        )
    )


def _has_no_subject(frame: Frame, begin: int) -> bool:
    """ "Además, firmaron tres acuerdos": where verbs need no subject, it is who was spoken of."""
    sentence = frame.sentence
    return sentence.lexicon.drops_subject and all(
        sentence.is_adverb(i)
        or sentence.word(i) in _MARKS
        or sentence.word(i).isdecimal()
        or any(sentence.is_a(group, i) for group in _BEFORE_A_BARE_VERB)
        for i in range(begin, frame.trigger.first)
    )


_BEFORE_A_BARE_VERB: Final = ("joins", "subordinators", "auxiliary_have", "setting", "date.months")
_MARKS: Final = frozenset({",", ".", '"', "-", "("})


def stands_between_others(frame: Frame) -> bool:
    """ "an accord between the port and a bank": others, whom nobody knows."""
    sentence = frame.sentence
    if speaks_for_states(frame):
        return False  # "the two countries signed an accord on the road between ..."
    return any(
        not sentence.has("collective_two", mark.last, mark.last + _OWNERS_REACH)
        and not _is_of_another_paper(frame, mark.first)
        and rank_of_words(sentence, mark.last, mark.last + _COLLECTIVE_REACH) is not Scope.STATE
        and not sentence.has("head", mark.last, mark.last + _PAPER_REACH)
        for mark in sentence.of("between", frame.head.last)
    )


_WITH_SUBJECT: Final = frozenset({Voice.ACTIVE, Voice.INFINITIVE, Voice.FUTURE})
_AGENTS: Final = 6
"""Tokens behind a verb among which its doers stand where endings tell them."""
_PAPER_REACH: Final = 4
""" "not among the papers" """


def _is_of_another_paper(frame: Frame, position: int) -> bool:
    """ "signed three papers: a treaty, a memorandum between academies ...": one of a list."""
    heads = frame.sentence.of("head", frame.last, position)
    return any(mark.value.startswith("document") for mark in heads)


_OWNERS_REACH: Final = 14
""" "between the state agencies for radio and television of both countries" """
_COLLECTIVE_REACH: Final = 8
""" "between the ministries of the two countries" """
