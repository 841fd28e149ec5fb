"""Step 6a, voice: how a deed is put, which decides where its object and its status stand."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from extraction.analysis import Sentence
from extraction.blocks import Role
from extraction.lexicon import Mark
from extraction.noun_phrases import before_short_name


class Voice(StrEnum):
    """How the deed is put, which decides where its object and its status stand."""

    ACTIVE = "active"
    PASSIVE = "passive"
    INFINITIVE = "infinitive"
    """A bare verb: something before it governs it, or a headline's present."""
    NOMINAL = "nominal"
    """The deed as a noun: "the signing of"."""
    MODIFIER = "modifier"
    """A participle that only describes the object: "agreements signed in 2015"."""
    FUTURE = "future"
    """A verb whose ending says that it is to come."""
    BARE = "bare"
    """A title that is only the name of a paper."""
    ABSENT = "absent"
    """No deed at all, only a paper that is said not to be there: "parted without an accord"."""

    PREDICATE = "predicate"
    """No verb but what is said of the object before it: "is on hold", "is in the pipeline"."""
    PROSPECT = "prospect"
    """No deed at all, only a paper that an adjective calls still to come: "the planned pact"."""


def voice_of(sentence: Sentence, mark: Mark) -> Voice:
    """How a trigger stands in its sentence."""
    if mark.form == "gerund" and _is_progressive(sentence, mark):
        return Voice.ACTIVE
    if mark.form in {"noun", "gerund"}:
        return Voice.NOMINAL
    if mark.form == "predicate":
        return Voice.PREDICATE
    if mark.form == "future":
        return Voice.FUTURE
    if mark.form == "bare":
        return _voice_of_bare(sentence, mark)
    if mark.form in {"base", "present"}:
        return Voice.INFINITIVE if mark.form != "present" else Voice.ACTIVE
    if _is_uninflected_infinitive(sentence, mark):
        return Voice.INFINITIVE
    if mark.form == "past":
        return Voice.ACTIVE
    if mark.form == "passive":
        return Voice.PASSIVE
    return _voice_of_participle(sentence, mark)


def _is_uninflected_infinitive(sentence: Sentence, mark: Mark) -> bool:
    """ "to cut ties", "would set up": a past like the infinitive, behind what brings one."""
    if mark.form not in {"past", "ed"}:
        return False
    if sentence.words(mark.first, mark.last).lower() not in sentence.lexicon.uninflected:
        return False
    before = _over_adverbs(sentence, mark.first - 1)
    return sentence.is_a("infinitive", before) or sentence.is_a("modal", before)


def _voice_of_bare(sentence: Sentence, mark: Mark) -> Voice:
    """A verb without endings: small words beside it say what endings say elsewhere."""
    if sentence.is_a("describing", mark.last) and not _is_planned(sentence, mark):
        told = sentence.is_a("cleft", mark.last + 1)  # "what they signed was an accord"
        return Voice.ACTIVE if told else Voice.MODIFIER
    before = mark.first - 1
    if sentence.is_a("describing", before) and not sentence.is_a("done_after", mark.last):
        return Voice.NOMINAL
    if _is_named(sentence, mark):
        return Voice.NOMINAL
    before = _over_adverbs(sentence, before)
    if _passive_word(sentence, mark) is not None:
        return Voice.PASSIVE
    done = sentence.is_a("done_after", mark.last) or sentence.is_a("done_before", before)
    while sentence.is_a("done_before", before):
        before = _over_adverbs(sentence, before - 1)
    if _describes_its_object(sentence, mark, before):
        return Voice.MODIFIER
    if done and _describes_what_follows(sentence, mark, before):
        return Voice.MODIFIER
    return Voice.ACTIVE if done else Voice.INFINITIVE


def _is_planned(sentence: Sentence, mark: Mark) -> bool:
    """ "[a] breaking-relations plan": what holds its own object describes no paper."""
    behind = (m for m in sentence.of("cue_after", mark.last) if m.first == mark.last)
    holds = bool(sentence.lexicon.triggers[mark.value].object)
    return holds and any(m.value == "planned" for m in behind)


def _is_named(sentence: Sentence, mark: Mark) -> bool:
    """ "the [matter of] Peru leaving the pact": a noun before the whole clause names the deed."""
    begin, _ = sentence.clause(mark.first)
    for noun in reversed(sentence.of("clause_noun", begin, mark.first)):
        if not sentence.has("trigger", noun.last, mark.first):
            return mark.first - noun.last <= _CLAUSE_SUBJECT
    return False


_CLAUSE_SUBJECT: Final = 30
"""Tokens of the subject between such a noun and the verb at most."""


def said_done(sentence: Sentence, mark: Mark) -> bool:
    """Whether a small word says of a verb without tense that it is done, passive or not."""
    passive = _passive_word(sentence, mark)
    before = _over_adverbs(sentence, (mark.first if passive is None else passive) - 1)
    return sentence.is_a("done_before", before) or sentence.is_a("done_after", mark.last)


def _passive_word(sentence: Sentence, mark: Mark) -> int | None:
    """Where the word of a passive stands: before the verb, or before who does it."""
    before = _over_adverbs(sentence, mark.first - 1)
    if sentence.is_a("passive_before", before):
        return before
    if not sentence.lexicon.modifiers_after:
        return None
    for index in range(before, max(before - _DOER, -1), -1):
        if any(sentence.is_a(group, index) for group in ("trigger", "cue")):
            return None
        if sentence.is_a("passive_before", index):
            return index
        if not sentence.word(index)[:1].isalpha():
            return None
    return None


_DOER: Final = 10
"""Tokens between the word of a passive and its verb at most."""


def _describes_its_object(sentence: Sentence, mark: Mark, before: int) -> bool:
    """ "các thỏa thuận đã ký": right behind its object, where descriptions stand."""
    trigger = sentence.lexicon.triggers[mark.value]
    if trigger.intransitive or not sentence.lexicon.modifiers_after:
        return False
    return any(
        head.first <= before < head.last and head.value.partition(":")[0] in trigger.acts
        for head in sentence.of("head")
    )


def _describes_what_follows(sentence: Sentence, mark: Mark, before: int) -> bool:
    """ "carry out already-signed accords", where the noun comes last and nobody is told to sign."""
    head = next((h for h in sentence.of("head") if h.first == mark.last), None)
    if head is None or not sentence.lexicon.noun_last:
        return False
    return sentence.is_a("cue", before) or (
        sentence.is_a("describing", head.last) and not sentence.word(before)[:1].isalnum()
    )


def _over_adverbs(sentence: Sentence, index: int) -> int:
    while index >= 0 and sentence.is_adverb(index) and not sentence.is_a("done_before", index):
        index -= 1
    return index


def _is_progressive(sentence: Sentence, mark: Mark) -> bool:
    """ "is breaking off", "are formally establishing"."""
    before = mark.first - 1
    while before >= 0 and (sentence.is_adverb(before) or sentence.word(before) == '"'):
        before -= 1
    return sentence.is_a("auxiliary_be", before) and not (
        sentence.is_a("be_infinitive", before) or sentence.is_a("be_open", before)
    )


def _voice_of_participle(sentence: Sentence, mark: Mark) -> Voice:
    """ "signed": finite, passive or a mere modifier."""
    before = mark.first - 1
    if sentence.word(before) == "," or not sentence.is_a("joins", before):
        before = _past_aside(sentence, before)  # but "ont paraphé puis signé"
    if sentence.is_a("auxiliary_be", before) or (
        sentence.is_a("not", before) and sentence.is_a("auxiliary_be", before - 1)
    ):
        return Voice.PASSIVE
    if sentence.is_a("auxiliary_have", before):
        return Voice.ACTIVE
    return _voice_without_auxiliary(sentence, mark, before)


def _voice_without_auxiliary(sentence: Sentence, mark: Mark, before: int) -> Voice:
    if sentence.is_a("be_past", mark.last) and _opens_inverted(sentence, mark):
        return Voice.PASSIVE
    if mark.form == "participle" and sentence.is_a("joins", before):
        return _voice_of_second(sentence, mark)
    if mark.form == "participle":
        return Voice.PASSIVE if _is_headline_news(sentence, mark) else Voice.MODIFIER
    english = sentence.lexicon.subject_first
    if english and _is_quoted(sentence, mark):
        return Voice.MODIFIER
    if (english and _is_by_one(sentence, mark)) or _follows_its_object(sentence, before):
        return Voice.PASSIVE if sentence.role in {Role.TITLE, Role.HEADING} else Voice.MODIFIER
    if _is_second_verb(sentence, mark, before):
        return Voice.ACTIVE
    describes = english and sentence.is_a("before_adjective", before)
    describes = describes or _stands_before_its_object(sentence, mark, before)
    return Voice.MODIFIER if describes else Voice.ACTIVE


def _is_second_verb(sentence: Sentence, mark: Mark, before: int) -> bool:
    """ "held talks and signed agreements": another verb of the past stands before the "and"."""
    endings = sentence.lexicon.past_endings
    if not endings or not sentence.is_a("joins", before) or sentence.word(before) == ",":
        return False
    begin, _ = sentence.clause(mark.first)
    return any(
        sentence.word(i).endswith(endings) or sentence.is_a("past_verb", i)
        for i in range(begin, before)
    )


def _opens_inverted(sentence: Sentence, mark: Mark) -> bool:
    """ "Also signed was a memorandum", "Signed were two accords": the subject comes last."""
    begin, _ = sentence.clause(mark.first)
    return all(sentence.is_adverb(i) for i in range(begin, mark.first))


def _is_quoted(sentence: Sentence, mark: Mark) -> bool:
    """ "an already "signed" deal", "a letter, signed "the people"": a word that only describes."""
    return sentence.word(mark.last) == '"' and sentence.word(mark.first - 1) in {'"', ","}


def _is_by_one(sentence: Sentence, mark: Mark) -> bool:
    """ "one signed by the mayor"; "signed by the minister and the envoy" tells of two sides."""
    if not sentence.is_a("agent", mark.last):
        return False
    stop = min(len(sentence.tokens), mark.last + _AGENTS)
    joined = sentence.has("state", mark.last, stop) and sentence.has("joint", mark.last, stop)
    return not joined and not sentence.has("collective_two", mark.last, stop)


_AGENTS: Final = 20
"""Tokens behind "by" among which the second of two signers is named."""


def _voice_of_second(sentence: Sentence, mark: Mark) -> Voice:
    """ "have turned the page and restored": the first participle's auxiliary serves both."""
    begin, _ = sentence.clause(mark.first)
    if sentence.word(mark.first - 1) == "," and _is_apposition(sentence, mark):
        return Voice.MODIFIER
    for index in range(mark.first - 1, begin - 1, -1):
        if sentence.is_a("auxiliary_be", index):
            return Voice.PASSIVE
        if sentence.is_a("auxiliary_have", index):
            return Voice.ACTIVE
    return Voice.MODIFIER


def _is_apposition(sentence: Sentence, mark: Mark) -> bool:
    """ "remettre en cause le traité, conclu en 2003 par ...": when and by whom, no object."""
    if not sentence.lexicon.modifiers_after:
        return False
    behind = mark.last
    while sentence.is_adverb(behind):
        behind += 1
    _, end = sentence.clause(mark.first)
    objects = sentence.of("head", mark.last, min(end, mark.last + _ITS_OBJECT))
    return not objects and (
        sentence.is_a("participle_next", behind) or sentence.is_a("agent", behind)
    )


_ITS_OBJECT: Final = 10


def _past_aside(sentence: Sentence, before: int) -> int:
    """The word before a participle, adverbs and an aside between commas set aside.

    "have, after two days of talks, signed"
    """
    while before >= 0 and sentence.is_adverb(before):
        before -= 1
    if sentence.word(before) != ",":
        return before
    for index in range(before - 1, max(0, before - _ASIDE), -1):
        if sentence.word(index) == ",":
            opens = sentence.is_a("auxiliary_have", index - 1)
            opens = opens or sentence.is_a("auxiliary_be", index - 1)
            return index - 1 if opens else before
    return before


_ASIDE: Final = 16
"""Tokens of an aside at most."""


def _is_headline_news(sentence: Sentence, mark: Mark) -> bool:
    """ "Accord signé entre ...", "Firmado el acuerdo": a headline without its auxiliary.

    Its clause opens with the participle, or with an object that no word makes a known one
    ("l'accord signé" is described, not reported).
    """
    headline = sentence.role in {Role.TITLE, Role.HEADING}
    if not headline or not sentence.lexicon.headline_participles:
        return False
    begin, end = sentence.clause(mark.first)
    objects = [*(h.first for h in sentence.of("head")), *(x.first for x in sentence.levels)]
    if mark.first == begin:
        return any(0 <= first - mark.last <= _HEADLINE_GAP for first in objects)
    first = min((x for x in objects if begin <= x < mark.first), default=None)
    if first is None or first - begin > _HEADLINE_GAP:
        return False
    known = sentence.has("definite", begin, first)
    told = sentence.of("trigger", begin, mark.first)
    stops = mark.last == end or sentence.is_a("participle_next", mark.last)
    return stops and not known and not told


_HEADLINE_GAP: Final = 3


def _follows_its_object(sentence: Sentence, before: int) -> bool:
    before = before_short_name(sentence, before + 1) - 1
    return any(m.first <= before < m.last for m in sentence.of("head"))


def _stands_before_its_object(sentence: Sentence, mark: Mark, before: int) -> bool:
    """ "the signed agreements", "of signed cooperation agreements"."""
    if before < 0 or any(n.first <= before < n.last for n in sentence.named):
        return False
    if sentence.is_a("subject", before):
        return False
    if sentence.is_a("modifier_before", before) or sentence.is_a("cue", before):
        heads = [h for h in sentence.of("head") if 0 <= h.first - mark.last <= 3]
        return bool(heads) and not sentence.is_a("article", mark.last)
    return False
