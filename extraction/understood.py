"""Step 6c, objects that are understood: "It enters into force in May", "Chad is expected to sign".

The paper was named one or two sentences before; here it is "it", or not named at all. Only deeds
that are done to papers and to little else are read this way (``understood`` in the lexicon).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extraction.analysis import Sentence
from extraction.heads import Head
from extraction.lexicon import Mark
from extraction.voices import Voice

UNDERSTOOD: Final = "understood"
"""The kind of a paper that the sentence does not name."""
_PAPERS: Final = ("document:", "statement:")


def understood(
    sentence: Sentence, mark: Mark, voice: Voice, earlier: Sequence[Sentence]
) -> Head | None:
    """The paper spoken of before, where a deed stands without an object of its own."""
    trigger = sentence.lexicon.triggers[mark.value]
    if not trigger.understood or "document" not in trigger.acts:
        return None
    if not (_spoken_of(earlier) or _spoken_of_here(sentence, mark)):
        return None
    if voice in {Voice.PASSIVE, Voice.MODIFIER} or trigger.intransitive:
        return _pronoun_before(sentence, mark) if voice is not Voice.MODIFIER else None
    if voice is Voice.NOMINAL and (mark.form != "gerund" or _is_noun(sentence, mark)):
        if sentence.is_a("of", mark.last) or sentence.is_a("persons_own", mark.first - 1):
            return None  # of something that is no paper, or a person's
        return Head(mark.first, mark.last, "document", UNDERSTOOD)
    if voice in {Voice.ACTIVE, Voice.INFINITIVE, Voice.FUTURE} and mark.form != "gerund":
        return _pronoun_behind(sentence, mark) or _nothing_behind(sentence, mark)
    return None


def _spoken_of(earlier: Sequence[Sentence]) -> bool:
    """Whether a paper was named in the sentences before."""
    return any(
        mark.value.startswith(_PAPERS) for sentence in earlier for mark in sentence.of("head")
    )


def _spoken_of_here(sentence: Sentence, mark: Mark) -> bool:
    """Whether the sentence names a paper before the deed."""
    return any(m.value.startswith(_PAPERS) for m in sentence.of("head", 0, mark.first))


def _is_noun(sentence: Sentence, mark: Mark) -> bool:
    """ "the signing", "a formal signing"."""
    before = mark.first - 1
    return sentence.is_a("article", before) or sentence.is_a("adjective_slot", before)


def _pronoun_before(sentence: Sentence, mark: Mark) -> Head | None:
    """ "It has not been signed": a pronoun opens the clause, and only the verb follows."""
    begin, _ = sentence.clause(mark.first)
    for pronoun in sentence.of("it", begin, mark.first):
        between = range(pronoun.last, mark.first)
        if all(_belongs_to_verb(sentence, i) for i in between):
            return Head(pronoun.first, pronoun.last, "document", UNDERSTOOD)
    return None


def _pronoun_behind(sentence: Sentence, mark: Mark) -> Head | None:
    """ "They will sign it in May"."""
    after = next((m for m in sentence.of("it_object", mark.last) if m.first == mark.last), None)
    return after and Head(after.first, after.last, "document", UNDERSTOOD)


def _nothing_behind(sentence: Sentence, mark: Mark) -> Head | None:
    """ "Denmark is expected to sign before Christmas": only when and where follow the verb."""
    if _is_contact_relative(sentence, mark):
        return None
    behind = mark.last
    while sentence.is_adverb(behind):
        behind += 1
    word = sentence.word(behind)
    ends = not word or word in _ENDS or sentence.clause(behind)[0] == behind
    if ends or sentence.is_a("participle_next", behind) or sentence.is_a("date.word", behind):
        return Head(mark.first, mark.last, "document", UNDERSTOOD)
    return None


def _is_contact_relative(sentence: Sentence, mark: Mark) -> bool:
    """ "the side-agreements Iran signed": the paper stands right before the subject."""
    if not sentence.lexicon.subject_first:
        return False
    return any(
        named.first == paper.last and named.last == mark.first
        for paper in sentence.of("head", 0, mark.first)
        if paper.value.startswith(_PAPERS)
        for named in sentence.named
    )


_ENDS: Final = frozenset({".", ",", ";", ":", "!", "?", '"', ")", "(", "-", "。", "，", "；"})


def _belongs_to_verb(sentence: Sentence, index: int) -> bool:
    groups = ("auxiliary_have", "auxiliary_be", "not", "cue", "infinitive", "date.word", "it")
    return (
        sentence.is_adverb(index)
        or sentence.word(index).isdecimal()
        or any(sentence.is_a(group, index) for group in groups)
    )
