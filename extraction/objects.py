"""Step 6b, objects: where what a deed is done to stands for each voice."""

from __future__ import annotations

from typing import Final

from extraction.analysis import Sentence
from extraction.heads import Acts, Head, inside_phrase
from extraction.lexicon import Mark
from extraction.noun_phrases import last_noun
from extraction.relatives import before_relative, of_relative
from extraction.voices import Voice, voice_of

_NOMINAL_REACH: Final = 14
_LEFT_REACH: Final = 40
"""A passive's subject can be a long list."""


def _leans(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """Whether a preposition of its own holds it ("under the agreement"), where those are listed."""
    index = head.first - 1
    endings = sentence.lexicon.adjective_endings
    for _ in range(_ADJECTIVES):
        if mark.first <= index < mark.last:
            return False
        if not endings or not sentence.word(index).endswith(endings):
            break
        index -= 1
    if sentence.word(index) in sentence.lexicon.triggers[mark.value].links:
        return False
    return not mark.first <= index < mark.last and sentence.is_a("oblique", index)


_ADJECTIVES: Final = 3
"""Adjectives between a preposition and its noun at most."""


def right_of(
    sentence: Sentence, mark: Mark, heads: list[Head], acts: Acts, reach: int
) -> Head | None:
    _, end = sentence.clause(mark.last - 1)
    end = _extended(sentence, end)
    stop = min(end, mark.last + reach * sentence.lexicon.stretch)
    if sentence.lexicon.noun_last:
        stop = min([stop, *(m.first for m in sentence.of("clause_breaks", mark.last))])
    for head in heads:
        if head.first < mark.last or _leans(sentence, mark, head):
            continue
        if head.first >= stop or other_deed(sentence, mark.last, head.first):
            return None
        if head.family in {"ties", "relations"} - acts.keys() and _closes_list(
            sentence, mark, head
        ):
            return None
        if head.family in acts:
            if sentence.lexicon.noun_last:
                return _final(sentence, mark, head, heads, acts)
            return head if _direct(sentence, mark, head) else None
    return None


def _closes_list(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """ "renewed ties with Peru, the climate accord": the verb has its noun already."""
    _, end = sentence.clause(mark.last - 1)
    return (
        sentence.lexicon.subject_first
        and head.first - mark.last <= 1
        and any(sentence.word(i) == "," for i in range(head.last, end))
    )


def _final(
    sentence: Sentence, mark: Mark, head: Head, heads: list[Head], acts: Acts
) -> Head | None:
    last = last_noun(sentence, mark.last, head, heads, acts)
    return last if last and _direct(sentence, mark, last) else None


def _direct(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """Whether the head is the verb's own object: "create an impetus for the partnership" is not."""
    gap = range(mark.last, head.first)
    if any(_begins_infinitive(sentence, i) for i in gap[1:]):
        return False
    if sentence.lexicon.subject_first and any(sentence.is_a("predicates", i) for i in gap):
        return False  # "the deal they struck was a treaty", "announced it is leaving the pact"
    if head.family == "organisation" and sentence.lexicon.subject_first:
        return len(gap) <= 2 and all(_leads_to_name(sentence, i) for i in gap)
    if head.family == "organisation":
        return len(gap) <= 2 or _is_left_by_noun(sentence, mark, head)
    if sentence.lexicon.triggers[mark.value].proposes:
        return len(gap) <= _CLOSE_GAP and _is_indefinite(sentence, gap)
    if sentence.lexicon.triggers[mark.value].close:
        return (
            len(gap) <= _CLOSE_GAP * sentence.lexicon.stretch
            and not any(m.value != "fresh" for m in _cues_over(sentence, gap))
            and not _done_by_noun(sentence, gap, head)
            and not (sentence.lexicon.subject_first and _is_part(sentence, gap))
        )
    if _done_by_noun(sentence, gap, head):
        return False
    if head.family not in {"level", "relations", "ties"}:
        return True
    if _belongs_to_noun(sentence, mark, head):
        return False
    return len(gap) <= _DIRECT_GAP * sentence.lexicon.stretch and not _is_complement(
        sentence, mark, head
    )


def _leads_to_name(sentence: Sentence, index: int) -> bool:
    """ "accession *to the* EU", not "ends *spying on* the IMF"."""
    return any(sentence.is_a(group, index) for group in ("article", "of", "to", "adjective_slot"))


def _is_part(sentence: Sentence, gap: range) -> bool:
    """ "agreed on the tenets of a deal": on a part of what is still to be agreed."""
    return any(sentence.is_a(group, i) for group in ("of", "place_in") for i in gap)


def _cues_over(sentence: Sentence, gap: range) -> list[Mark]:
    return [m for m in sentence.of("cue") if m.first < gap.stop and gap.start < m.last]


def _is_complement(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """ "created the basis of a partnership": the head only describes another noun."""
    links = [m for m in sentence.of("of", mark.last, head.first) if m.first > mark.last]
    if mark.form == "noun" and not sentence.is_a("of", mark.last):
        links = links[1:]  # "établissement officiel d'un partenariat"
    return any(
        not sentence.is_a("article", m.first) or not _is_setting(sentence, mark.last, m.first)
        for m in links
    )


def _is_setting(sentence: Sentence, first: int, last: int) -> bool:
    """Whether words only say when and where: "ont établi lundi à Rabat des relations"."""
    groups = ("date.weekdays", "date.months", "date.word", "place_in", "place_link")
    return all(
        sentence.is_adverb(i)
        or sentence.word(i) == ","
        or sentence.word(i).isdecimal()
        or any(sentence.is_a(group, i) for group in groups)
        or sentence.text[sentence.tokens[i].start].isupper()
        for i in range(first, last)
    )


def _is_indefinite(sentence: Sentence, gap: range) -> bool:
    """ "a treaty", "a possible treaty"; any noun where there are no articles."""
    if sentence.lexicon.names_run_on:
        return True
    return any(sentence.is_a("indefinite", i) for i in gap)


def _is_left_by_noun(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """ "leur retrait immédiat de la Cédéao": a link stands right before the name."""
    near = range(max(mark.last, head.first - _LINK_AND_ARTICLE), head.first)
    linked = any(sentence.is_a("of", i) for i in near)
    return mark.form == "noun" and linked and head.first - mark.last <= _LEAVING_GAP


_LINK_AND_ARTICLE: Final = 3
_LEAVING_GAP: Final = 8


def _begins_infinitive(sentence: Sentence, index: int) -> bool:
    if not sentence.is_a("infinitive", index) or sentence.is_a("place", index + 1):
        return False
    endings = sentence.lexicon.infinitive_endings
    return not endings or (
        sentence.word(index + 1).endswith(endings)
        and sentence.text[sentence.tokens[index + 1].start].islower()
    )


def _belongs_to_noun(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """ "the basis of a partnership", said by an ending: the verb is not about the level."""
    endings, before = sentence.lexicon.genitive_endings, head.first - 1
    if not endings or not sentence.word(head.first).endswith(endings):
        return False
    while sentence.word(before).endswith(sentence.lexicon.adjective_endings):
        before -= 1
    return (
        before >= mark.last
        and sentence.word(before).isalpha()
        and not sentence.is_a("level_link", before)
        and not sentence.is_adverb(before)
        and not any(n.first <= before < n.last for n in sentence.named)
    )


def _done_by_noun(sentence: Sentence, gap: range, head: Head) -> bool:
    """ "announced the raising of ties to a partnership": the noun is the deed, not the verb."""
    triggers = sentence.lexicon.triggers
    return any(
        (mark.form == "noun" or (sentence.lexicon.subject_first and mark.form == "gerund"))
        and head.family in triggers[mark.value].acts
        and (
            sentence.lexicon.case_marked
            or any(sentence.is_a("of", i) for i in range(mark.last, head.first))
        )
        for mark in sentence.of("trigger", gap.start, gap.stop)
    )


_DIRECT_GAP: Final = 12
_CLOSE_GAP: Final = 5


def _extended(sentence: Sentence, end: int) -> int:
    """Quotation marks and brackets do not part a verb from its object."""
    while end < len(sentence.tokens) and sentence.word(end - 1) in {'"', "(", "\u201c"}:
        end = sentence.clause(end)[1]
    return end


_FINITE: Final = frozenset(
    {"ed", "participle", "past", "present", "base", "future", "bare", "passive"}
)


def other_deed(sentence: Sentence, first: int, last: int) -> bool:
    """Whether another verb begins between: "signed the guest book and discussed an accord"."""
    for mark in sentence.of("trigger", first, last):
        if mark.form in _FINITE and (
            sentence.is_a("joins", mark.first - 1)
            or mark.form in {"past", "present", "future", "passive"}
            or (mark.form in {"ed", "participle"} and voice_of(sentence, mark) is Voice.ACTIVE)
            or (mark.form == "base" and sentence.is_a("cue", mark.first - 1))
            or (mark.first == first and mark.form == "base" and sentence.lexicon.base_is_infinitive)
            or (mark.form == "bare" and sentence.lexicon.modifiers_after)
        ):
            return True
    return any(
        sentence.is_a("joins", mark.first - 1)
        and mark.value in {"consider", "implement"}
        and not sentence.is_a("opens_aside", mark.first)
        for mark in sentence.of("cue", first, last)
    )


def of_passive(sentence: Sentence, mark: Mark, heads: list[Head], acts: Acts) -> Head | None:
    """What was done: before the verb, or behind it where the verb comes first."""
    reach = _REACH_BEHIND
    if sentence.lexicon.case_marked:
        near = right_of(sentence, mark, heads, acts, _RIGHT_BEHIND)
        if near and not any(sentence.is_a("joins", i) for i in range(mark.last, near.first)):
            return near
    head = left_of(sentence, mark, heads, acts)
    if head is None and sentence.lexicon.case_marked:
        head = before_relative(sentence, mark, heads, acts)
        reach = _REACH_BEHIND_FREE
    head = head or of_relative(sentence, mark, heads, acts, as_object=False)
    return head or right_of(sentence, mark, heads, acts, reach)


_REACH_BEHIND: Final = 6
_REACH_BEHIND_FREE: Final = 14
_RIGHT_BEHIND: Final = 5
"""Tokens behind a passive within which its subject stands when the verb comes first."""


def left_of(sentence: Sentence, mark: Mark, heads: list[Head], acts: Acts) -> Head | None:
    begin, _ = sentence.clause(mark.first)
    first_clause = begin
    while first_clause > 0 and sentence.word(first_clause - 1) in {")", '"', "(", "-", "\u201d"}:
        first_clause = sentence.clause(first_clause - 1)[0]
    candidates = [
        head
        for head in heads
        if head.family in acts
        and not _leans(sentence, mark, head)
        and first_clause <= head.first
        and head.last <= mark.first
        and mark.first - head.last <= _LEFT_REACH * sentence.lexicon.stretch
    ]
    plain = [h for h in candidates if not inside_phrase(sentence, h, candidates)]
    return plain[-1] if plain else (candidates[-1] if candidates else None)


def left_of_bare(sentence: Sentence, mark: Mark, heads: list[Head], acts: Acts) -> Head | None:
    """The subject of a verb without endings that nothing follows: "the accord [was] signed"."""
    last = mark.last + sentence.is_a("done_after", mark.last)
    head = left_of(sentence, mark, heads, acts)
    if head is None or sentence.has("clause_breaks", head.last, mark.first):
        return None
    begin, _ = sentence.clause(mark.first)
    in_front = any(m.last <= head.first for m in sentence.of("object_marker", begin, mark.first))
    return head if in_front or _ends_at(sentence, last) else None


def _ends_at(sentence: Sentence, index: int) -> bool:
    """Whether a statement ends here, or goes on only with what is said of the deed."""
    word = sentence.word(index)
    return (
        not word[:1].isalnum()
        or sentence.clause(index)[0] == index
        or any(m.first == index for m in sentence.of("cue_after"))
        or any(m.first == index for m in sentence.of("trigger"))
        or any(sentence.is_a(group, index) for group in ("joins", "place_in", "deadline"))
    )


def left_of_active(sentence: Sentence, mark: Mark, heads: list[Head], acts: Acts) -> Head | None:
    """ "The treaty signed the presidents", where endings tell who signs what."""
    begin, _ = sentence.clause(mark.first)
    head = left_of(sentence, mark, heads, acts)
    if head and not other_deed(sentence, begin, head.first):
        return head
    return before_relative(sentence, mark, heads, acts)


def next_to(mark: Mark, heads: list[Head], acts: Acts) -> Head | None:
    for head in reversed(heads):
        if head.family in acts and 0 <= mark.first - head.last <= 2:
            return head
    for head in heads:
        if head.family in acts and 0 <= head.first - mark.last <= 4:
            return head
    return None


def _is_predicate(sentence: Sentence, first: int, last: int) -> bool:
    """ "the signing is more than a treaty": what is said of the deed is not its object."""
    return any(m.value == "happened" for m in sentence.of("cue_after", first, last))


def of_noun(sentence: Sentence, mark: Mark, heads: list[Head], acts: Acts) -> Head | None:
    """ "the signing of the treaty", "the treaty signing"; not "the accession protocols"."""
    head = right_of(sentence, mark, heads, acts, _NOMINAL_REACH)
    if head and _is_predicate(sentence, mark.last, head.first):
        return None
    if head and (mark.form == "gerund" or not sentence.lexicon.noun_needs_link):
        return head
    if head and mark.last - mark.first > 1 and sentence.lexicon.spaced:
        return head  # the phrase brings its own link: "withdrawal from"
    if head and any(
        sentence.is_a("of", i) or sentence.is_a("to", i) for i in range(mark.last, head.first)
    ):
        return head
    if sentence.lexicon.case_marked:
        return head
    before = [h for h in heads if h.family in acts and 0 <= mark.first - h.last <= 1]
    return before[-1] if before else None
