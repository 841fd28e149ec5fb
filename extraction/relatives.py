"""Step 6b, objects of relative clauses: "the memorandum *that we signed today*"."""

from __future__ import annotations

from typing import Final

from extraction.analysis import Sentence
from extraction.heads import Acts, Head, inside_phrase
from extraction.lexicon import Mark

_NOUN_REACH: Final = 12
"""Tokens between a noun with its own complements and the relative clause about it."""


def before_relative(sentence: Sentence, mark: Mark, heads: list[Head], acts: Acts) -> Head | None:
    """What a relative clause is about: the noun before its "which"."""
    begin, _ = sentence.clause(mark.first)
    openings = [m.first - begin for m in sentence.of("relative", begin)] or _aside(sentence, begin)
    if 1 in openings[:1]:  # "соглашение о котором было подписано"
        return next((h for h in heads if h.family in acts and h.last == begin), None)
    if 0 not in openings[:1]:
        return None
    before = [h for h in heads if h.family in acts and 0 < begin - h.last <= _NOUN_REACH]
    plain = [h for h in before if not inside_phrase(sentence, h, before)]
    return plain[-1] if plain else (before[-1] if before else None)


def _aside(sentence: Sentence, begin: int) -> list[int]:
    """ "El tratado, *que* debe ser ratificado, fue firmado": "that" behind a comma."""
    if sentence.lexicon.case_marked or sentence.word(begin - 1) != ",":
        return []
    return [m.first - begin for m in sentence.of("relative_subject", begin)]


def behind_relative(sentence: Sentence, mark: Mark, heads: list[Head], acts: Acts) -> Head | None:
    """ "Договор, который готовили год, *подписан*": the main verb, behind the comma that closes."""
    begin, _ = sentence.clause(mark.first)
    relatives = [m for m in sentence.of("relative", 0, begin) if m.first > 0]
    if not sentence.lexicon.case_marked or sentence.word(begin - 1) != "," or not relatives:
        return None
    aside = relatives[-1].first
    follows = all(_is_verbal(sentence, i) for i in range(begin, mark.first))
    near = [h for h in heads if h.family in acts and 0 <= aside - h.last <= _NOUN_REACH]
    near = [h for h in near if not inside_phrase(sentence, h, near)]
    told = bool(near) and _tells_between(sentence, near[-1].last, aside)
    return near[-1] if near and follows and not told else None


def of_relative(
    sentence: Sentence, mark: Mark, heads: list[Head], acts: Acts, *, as_object: bool
) -> Head | None:
    """ "a memorandum that we signed today", "an accord which was signed": the noun before it.

    ``as_object``: whether somebody else than "which" has to be the subject.
    """
    if sentence.lexicon.triggers[mark.value].proposes:
        return None
    return described_by(sentence, mark, heads, acts, as_object=as_object)


def described_by(
    sentence: Sentence, mark: Mark, heads: list[Head], acts: Acts, *, as_object: bool
) -> Head | None:
    """The noun that the relative clause around a verb or predicate describes."""
    begin, _ = sentence.clause(mark.first)
    opening = next(
        (m for g in ("relative", "relative_subject") for m in sentence.of(g) if m.first == begin),
        None,
    )
    if opening is None or opening.first == 0:
        return None
    if as_object and sentence.is_a("place_in", opening.first):
        return None  # "un protocolo en el que se comprometen a llegar a"
    if as_object and sentence.is_a("held_by", begin - 1):
        return None  # "an accord under which Peru will scrap tariffs"
    if as_object and any(sentence.is_a(g, mark.last - 1) for g in ("to_it", "from_it")):
        return None  # "la firma, que será el lunes, pondrá fin al conflicto"
    subject = any(not _is_verbal(sentence, i) for i in range(opening.last, mark.first))
    if subject is not as_object or sentence.has("trigger", opening.last, mark.first):
        return None
    end = begin - (sentence.word(begin - 1) == ",")
    near = [h for h in heads if h.family in acts and 0 <= end - h.last <= _DESCRIBED_WITHIN]
    near = [h for h in near if not inside_phrase(sentence, h, near)]
    return near[-1] if near and not _tells_between(sentence, near[-1].last, end) else None


_DESCRIBED_WITHIN: Final = 14
"""Tokens between a noun, with its partners, and "which" at most: "the accord with Peru that"."""


def resumes(sentence: Sentence, mark: Mark) -> bool:
    """Whether a comma ends an aside right before the verb: "which lapsed in May, has been"."""
    if sentence.lexicon.case_marked or not sentence.lexicon.spaced:
        return False
    begin, _ = sentence.clause(mark.first)
    commas = [i for i in range(begin, mark.first) if sentence.word(i) == ","]
    return bool(commas) and all(
        _is_verbal(sentence, i) or sentence.is_a("modal", i)
        for i in range(commas[-1] + 1, mark.first)
    )


def is_closed(sentence: Sentence, mark: Mark) -> bool:
    """ "A et B, qui se disputent ces eaux, ont signé": a comma ends the clause before the verb."""
    begin, _ = sentence.clause(mark.first)
    commas = [i for i in range(begin, mark.first) if sentence.word(i) == ","]
    told = sentence.lexicon.modifiers_after or sentence.lexicon.subject_first
    if not told or not commas or commas[0] - begin < _OWN_VERB:
        return False
    opens = any(m.first == begin for m in sentence.of("relative")) or 0 in _aside(sentence, begin)
    return opens and all(_is_verbal(sentence, i) for i in range(commas[-1] + 1, mark.first))


def begin_of_verb(sentence: Sentence, mark: Mark) -> int:
    """Where the clause of a verb begins, an aside that ends right before it left out."""
    begin, _ = sentence.clause(mark.first)
    if not is_closed(sentence, mark):
        return begin
    return max(i for i in range(begin, mark.first) if sentence.word(i) == ",")


_OWN_VERB: Final = 3
"""Tokens of a relative clause that has its verb already, "which" included, at least."""


def _is_verbal(sentence: Sentence, index: int) -> bool:
    """Whether a word belongs to the verb: "which [has now been] signed"."""
    groups = ("auxiliary_have", "auxiliary_be", "not", "cue", "infinitive")
    return sentence.is_adverb(index) or any(sentence.is_a(group, index) for group in groups)


def _tells_between(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a verb stands between: "the accord says that they signed"."""
    return any(
        sentence.is_a(group, i) for group in ("trigger", "attribution") for i in range(first, last)
    )


def tells_of_nearer_noun(sentence: Sentence, mark: Mark, last: int) -> bool:
    """ "sign an accord during *a visit that* begins": it is not the accord that begins."""
    if not is_right_behind_relative(sentence, mark):
        return False
    between = range(last, mark.first - 1)
    if not between or any(sentence.word(i) == "," for i in between):
        return False
    return not any(sentence.is_a(group, last) for group in ("of", "between", "with"))


def is_right_behind_relative(sentence: Sentence, mark: Mark) -> bool:
    """Whether a relative pronoun is the subject of a deed."""
    return any(sentence.is_a(group, mark.first - 1) for group in ("relative", "relative_subject"))
