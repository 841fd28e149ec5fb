"""Step 6c, objects that are understood: "It enters into force in May", "Chad is expected to sign".

The paper was named one or two sentences before; here it is "it", or not named at all. Only deeds
that are done to papers and to little else are read this way (``understood`` in the lexicon).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extraction.analysis import Sentence
from extraction.directness import is_setting
from extraction.heads import Head
from extraction.lexicon import Mark
from extraction.relatives import is_right_behind_relative
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
    if trigger.acts["document"] == "signed" and sentence.has("domestic"):
        return None  # "the bill goes to the president for his signature"
    if not (_spoken_of(earlier) or _spoken_of_here(sentence, mark)):
        return None
    if _tells_in_passing(sentence, mark) or (trigger.needs and sentence.has("domestic")):
        return None
    if sentence.is_a("it_inside", mark.first):
        return Head(mark.first, mark.last, "document", UNDERSTOOD)
    if voice is Voice.PASSIVE or (trigger.intransitive and voice not in _NOT_FINITE):
        return _pronoun_before(sentence, mark) or _no_subject(sentence, mark)
    if voice is Voice.NOMINAL and (mark.form != "gerund" or _is_noun(sentence, mark)):
        return _of_noun(sentence, mark)
    if voice in {Voice.ACTIVE, Voice.INFINITIVE, Voice.FUTURE} and mark.form != "gerund":
        return _of_verb(sentence, mark)
    return None


def _of_noun(sentence: Sentence, mark: Mark) -> Head | None:
    """ "The signing has been postponed"."""
    if sentence.is_a("of", mark.last) or _owns_what_follows(sentence, mark.last):
        return None  # of something that is no paper
    if sentence.is_a("persons_own", mark.first - 1):
        return None  # a person's
    if sentence.lexicon.names_run_on and not _leads_off(sentence, mark):
        return None  # something that is no paper follows at once
    return Head(mark.first, mark.last, "document", UNDERSTOOD)


def _of_verb(sentence: Sentence, mark: Mark) -> Head | None:
    """ "They will sign it", "Denmark is expected to sign"."""
    if sentence.lexicon.case_marked:
        return _object_before(sentence, mark) or _pronoun_behind(sentence, mark)
    pronoun = _pronoun_behind(sentence, mark) or _pronoun_right_before(sentence, mark)
    return pronoun or _nothing_behind(sentence, mark)


_NOT_FINITE: Final = frozenset({Voice.NOMINAL, Voice.MODIFIER})


def _tells_in_passing(sentence: Sentence, mark: Mark) -> bool:
    """ "текст, из-за которого сорвалось подписание": a relative clause is about something else."""
    begin, _ = sentence.clause(mark.first)
    return sentence.lexicon.case_marked and sentence.has("relative", begin, mark.first)


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
    if sentence.is_a("article", before) or sentence.is_a("adjective_slot", before):
        return True
    described = sentence.is_a("article", before - 1) and sentence.word(before).isalpha()
    described = (
        described
        and not sentence.is_a("cue", before)
        and not sentence.has("trigger", before, mark.first)
    )
    return described or (mark.first == 0 and sentence.is_a("auxiliary_be", mark.last))


def _pronoun_before(sentence: Sentence, mark: Mark) -> Head | None:
    """ "It has not been signed": a pronoun opens the clause, and only the verb follows."""
    begin, _ = sentence.clause(mark.first)
    if mark.form == "predicate" and sentence.is_a("infinitive", mark.last):
        return None
    if mark.form == "predicate" and is_right_behind_relative(sentence, mark):
        return None  # "during a visit *that* begins on Monday"
    for pronoun in sentence.of("it", begin, mark.first):
        if any(sentence.is_a(group, pronoun.first - 1) for group in ("of", "place_in", "with")):
            continue
        between = range(pronoun.last, mark.first)
        if all(_belongs_to_verb(sentence, i) for i in between):
            return Head(pronoun.first, pronoun.last, "document", UNDERSTOOD)
    if sentence.lexicon.drops_subject and all(
        _belongs_to_verb(sentence, i) for i in range(begin, mark.first)
    ):
        return Head(mark.first, mark.last, "document", UNDERSTOOD)  # "Entrará en vigor en mayo"
    return None


def _no_subject(sentence: Sentence, mark: Mark) -> Head | None:
    """ "[It] may take effect this year", where a statement needs no subject."""
    if not (sentence.lexicon.noun_last and sentence.lexicon.triggers[mark.value].intransitive):
        return None
    begin, _ = sentence.clause(mark.first)
    begin = max([begin, *(m.last for m in sentence.of("clause_breaks", begin, mark.first))])
    groups = ("date_unit", "place_in", "deadline", "done_before")
    if all(
        _belongs_to_verb(sentence, i) or any(sentence.is_a(group, i) for group in groups)
        for i in range(begin, mark.first)
    ):
        return Head(mark.first, mark.last, "document", UNDERSTOOD)
    return None


def _pronoun_behind(sentence: Sentence, mark: Mark) -> Head | None:
    """ "They will sign it in May"."""
    after = next((m for m in sentence.of("it_object", mark.last) if m.first == mark.last), None)
    return after and Head(after.first, after.last, "document", UNDERSTOOD)


def _pronoun_right_before(sentence: Sentence, mark: Mark) -> Head | None:
    """ "Ils l'ont signé", "sans les ratifier": an object that stands before its verb."""
    before = mark.first - 1
    while before >= 0 and (sentence.is_adverb(before) or sentence.is_a("auxiliary_have", before)):
        before -= 1
    found = next((m for m in sentence.of("it_before") if m.first <= before < m.last), None)
    noun = mark.form == "present" and before == mark.first - 1  # "le signe"
    return None if found is None or noun else Head(found.first, found.last, "document", UNDERSTOOD)


def _object_before(sentence: Sentence, mark: Mark) -> Head | None:
    """ "Его подпишут президенты": an ending says that the pronoun is what they sign."""
    begin, _ = sentence.clause(mark.first)
    for pronoun in sentence.of("it_object", begin, mark.first):
        if all(_belongs_to_verb(sentence, i) for i in range(pronoun.last, mark.first)):
            return Head(pronoun.first, pronoun.last, "document", UNDERSTOOD)
    _, end = sentence.clause(mark.last)
    end = next((i for i in range(mark.last, end) if sentence.word(i) == ","), end)
    while end > mark.last and not sentence.word(end - 1)[:1].isalnum():
        end -= 1
    if is_setting(sentence, mark.last, end):
        return Head(mark.first, mark.last, "document", UNDERSTOOD)
    return None


def _owns_what_follows(sentence: Sentence, index: int) -> bool:
    """ "подписание акта": where endings make owners, a plain word behind the deed is its object."""
    if not sentence.lexicon.case_marked or not sentence.word(index)[:1].isalpha():
        return False
    cues = (m for group in ("cue", "cue_after") for m in sentence.of(group))
    return not (
        any(m.first == index for m in cues)
        or any(sentence.is_a(group, index) for group in _NO_OWNERS)
        or _belongs_to_verb(sentence, index)
    )


_NO_OWNERS: Final = ("oblique", "joins", "trigger", "legislature", "collective_two")


def _nothing_behind(sentence: Sentence, mark: Mark) -> Head | None:
    """ "Denmark is expected to sign before Christmas": only when and where follow the verb."""
    if _is_contact_relative(sentence, mark):
        return None
    behind = mark.last
    while sentence.is_adverb(behind) or sentence.is_a("done_after", behind):
        behind += 1
    word = sentence.word(behind)
    ends = not word or word in _ENDS or sentence.clause(behind)[0] == behind
    when = sentence.is_a("date.word", behind) or sentence.is_a("date.weekdays", behind)
    if ends or when or _tells_when(sentence, mark, behind):
        return Head(mark.first, mark.last, "document", UNDERSTOOD)
    return None


def _tells_when(sentence: Sentence, mark: Mark, behind: int) -> bool:
    """ "before Christmas", "el jueves": when, where and with whom, no object ("el decreto")."""
    if not sentence.is_a("participle_next", behind):
        return False
    if sentence.is_a("article", behind):
        return any(sentence.is_a(g, behind + 1) for g in ("date.weekdays", "cue")) or (
            sentence.word(behind + 1).isdecimal()
        )
    either = sentence.lexicon.triggers[mark.value].either_side
    return either or not sentence.lexicon.drops_subject


def _leads_off(sentence: Sentence, mark: Mark) -> bool:
    """Whether a word for a deed names no object, where one would follow without a link."""
    if _nothing_behind(sentence, mark):
        return True
    groups = ("cue", "cue_after", "between", "with", "place_in", "passive_before", "done_before")
    return any(sentence.is_a(group, mark.last) for group in groups)


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
    groups = (
        *("auxiliary_have", "auxiliary_be", "not", "cue", "infinitive", "date.word"),
        *("passive_before", "done_before"),
    )
    return (
        sentence.is_adverb(index)
        or sentence.word(index).isdecimal()
        or any(sentence.is_a(group, index) for group in (*groups, "it", "clitic"))
    )
