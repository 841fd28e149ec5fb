"""Step 6b, objects: where what a deed is done to stands for each voice."""

from __future__ import annotations

from typing import Final

from extraction.analysis import Sentence
from extraction.directness import begins_infinitive, ends_at, is_direct, is_named_in
from extraction.heads import Acts, Head, inside_phrase
from extraction.held_nouns import is_of_talks, is_to_be_done, names_talks
from extraction.lexicon import Mark
from extraction.noun_phrases import (
    before_short_name,
    end_of_title_behind,
    is_called_by_its_aims,
    last_noun,
)
from extraction.relatives import (
    before_relative,
    behind_relative,
    described_by,
    of_relative,
    resumes,
    tells_of_nearer_noun,
)
from extraction.voices import Voice, voice_of
from pacts.terms import Act

_NOMINAL_REACH: Final = 14
_LEFT_REACH: Final = 40
"""A passive's subject can be a long list."""


def _leans(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """Whether a preposition of its own holds it ("under the agreement"), where those are listed."""
    index = head.first - 1
    endings = sentence.lexicon.adjective_endings
    while sentence.lexicon.names_run_on and _counts_or_points(sentence, index):
        index -= 1
    for _ in range(_ADJECTIVES):
        if mark.first <= index < mark.last:
            return False
        if not endings or not sentence.word(index).endswith(endings) or _is_noun(sentence, index):
            break
        index -= 1
    if sentence.word(index) in sentence.lexicon.triggers[mark.value].links:
        return False
    return not mark.first <= index < mark.last and sentence.is_a("oblique", index)


def _is_noun(sentence: Sentence, index: int) -> bool:
    """Whether a word only ends like an adjective: "с Ираном", "с ней", not "с иранским"."""
    return sentence.is_a("pronoun_held", index) or any(
        n.first <= index < n.last and n.mention.kind != "demonym" for n in sentence.named
    )


def _counts_or_points(sentence: Sentence, index: int) -> bool:
    """ "with *twelve* accords", "with *several* papers"."""
    return sentence.word(index).isdecimal() or any(
        sentence.is_a(group, index) for group in ("article", "date.numbers", "number_approx")
    )


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
        stop = max(stop, end_of_title_behind(sentence, mark.last))
    for head in heads:
        if head.first < mark.last or _leans(sentence, mark, head):
            continue
        aims = is_called_by_its_aims(sentence, mark, head)
        if head.first >= stop or (not aims and other_deed(sentence, mark.last, head.first)):
            return None
        if is_of_talks(sentence, mark, head, acts) or names_talks(sentence, head):
            return None
        if head.family not in acts and any(
            h.first == head.first and h.family in acts for h in heads
        ):
            continue  # "strategic partners" are a level and its members

        if head.family in {"ties", "relations"} - acts.keys() and _closes_list(
            sentence, mark, head
        ):
            return None
        if head.family in acts:
            if sentence.lexicon.noun_last:
                taken = not aims and _nearer_deed(sentence, mark, head)
                return None if taken else _final(sentence, mark, head, heads, acts)
            return head if is_direct(sentence, mark, head) else None
    return None


def _nearer_deed(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """ "lift the siege ... reached an accord": a verb closer to the noun does it."""
    triggers = sentence.lexicon.triggers
    for other in sentence.of("trigger", mark.last + 1, head.first):
        gap = range(mark.last, other.first)
        listed = any(sentence.is_a("joins", i) for i in gap)
        titled = any(sentence.word(i) in _TITLED or sentence.is_a("about", i) for i in gap)
        describes = sentence.is_a("describing", other.last)
        acts = head.family in triggers[other.value].acts and other.form == "bare"
        if acts and not (listed and len(gap) <= _LISTED) and not titled and not describes:
            return True
    return False


_TITLED: Final = frozenset("《〈「『")
_LISTED: Final = 2


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
    return last if last and is_direct(sentence, mark, last) else None


def _extended(sentence: Sentence, end: int) -> int:
    """Quotation marks and brackets do not part a verb from its object: "in Pécs (Hungría) un"."""
    while end < len(sentence.tokens) and sentence.word(end - 1) in {'"', "(", ")", "\u201c"}:
        end = sentence.clause(end)[1]
    return end


_FINITE: Final = frozenset(
    {"ed", "participle", "past", "present", "base", "future", "bare", "passive"}
)


def other_deed(sentence: Sentence, first: int, last: int) -> bool:
    """Whether another verb begins between: "signed the guest book and discussed an accord"."""
    for mark in sentence.of("trigger", first, last):
        if _shares_object(sentence, mark, first):
            continue
        if mark.form in _FINITE and (
            sentence.is_a("joins", mark.first - 1)
            or mark.form in {"past", "present", "future", "passive"}
            or (mark.form in {"ed", "participle"} and voice_of(sentence, mark) is Voice.ACTIVE)
            or (mark.form == "base" and sentence.is_a("cue", mark.first - 1))
            or (mark.form == "base" and _follows_at_once(sentence, first, mark.first))
            or (mark.form == "bare" and sentence.lexicon.modifiers_after)
        ):
            return True
    return any(
        sentence.is_a("joins", mark.first - 1)
        and mark.value in {"consider", "implement"}
        and not sentence.is_a("opens_aside", mark.first)
        for mark in sentence.of("cue", first, last)
    )


def _follows_at_once(sentence: Sentence, first: int, last: int) -> bool:
    """ "a annoncé *jeudi mettre fin* à l'accord": a day may stand between the two verbs."""
    days = all(sentence.is_a("date.weekdays", i) for i in range(first, last))
    return days and sentence.lexicon.base_is_infinitive


def _shares_object(sentence: Sentence, mark: Mark, first: int) -> bool:
    """ "signed and handed over eight papers"; "raised their partnership, agreed in 2016, to"."""
    endings = sentence.lexicon.past_endings
    if mark.form == "bare":
        return mark.first == first + 1 and sentence.is_a("joins", first)
    if not endings:
        return False
    aside = sentence.word(mark.first - 1) == "," and sentence.is_a("place_in", mark.last)
    aside = aside and sentence.word(mark.first).endswith(endings)
    return aside or (mark.first == first + 1 and sentence.is_a("joins", first))


def of_passive(sentence: Sentence, mark: Mark, heads: list[Head], acts: Acts) -> Head | None:
    """What was done: before the verb, or behind it where the verb comes first."""
    reach = _REACH_BEHIND
    if sentence.lexicon.case_marked:
        near = right_of(sentence, mark, heads, acts, _RIGHT_BEHIND)
        if near and not any(sentence.is_a("joins", i) for i in range(mark.last, near.first)):
            return near
    head = left_of(sentence, mark, heads, acts)
    if head and acts[head.family] in _UNDOING and _is_of_another(sentence, head, mark):
        return None
    if head is None and sentence.lexicon.case_marked:
        head = before_relative(sentence, mark, heads, acts)
        reach = _REACH_BEHIND_FREE
    head = head or of_relative(sentence, mark, heads, acts, as_object=False)
    head = head or over_aside(sentence, mark, heads, acts)
    return head or right_of(sentence, mark, heads, acts, reach)


def _is_of_another(sentence: Sentence, head: Head, mark: Mark) -> bool:
    """ "La signature de l'accord a été annulée": the ceremony was called off, not the accord."""
    if sentence.lexicon.modifiers_after and sentence.has("contrast", head.last, mark.first):
        return True  # "ils devaient signer l'accord, mais la rencontre a été annulée"
    return sentence.lexicon.modifiers_after and any(
        other.form in _NAMING
        and head.family in sentence.lexicon.triggers[other.value].acts
        and all(_holds(sentence, i) for i in range(other.last, head.first))
        for other in sentence.of("trigger", max(0, head.first - _HELD_WITHIN), head.first)
    )


def _holds(sentence: Sentence, index: int) -> bool:
    """Whether a word only ties a deed to its object: "la signature *de l'* accord"."""
    return sentence.word(index) == "'" or any(
        sentence.is_a(group, index) for group in ("article", "of", "adjective_slot")
    )


_UNDOING: Final = frozenset({Act.TERMINATED, Act.SUSPENDED, Act.ENDED})
_NAMING: Final = frozenset({"noun", "base"})
_HELD_WITHIN: Final = 6
"""Tokens between a deed and the paper that it is done to at most."""

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
        and not is_named_in(sentence, head, begin)
        and first_clause <= head.first
        and head.last <= mark.first
        and mark.first - head.last <= _LEFT_REACH * sentence.lexicon.stretch
        and not is_to_be_done(sentence, head)
    ]
    talks = [head for head in heads if head.family == "talks" and head not in candidates]
    candidates = [h for h in candidates if not inside_phrase(sentence, h, talks)]
    plain = [h for h in candidates if not inside_phrase(sentence, h, candidates)]
    return plain[-1] if plain else (candidates[-1] if candidates else None)


def of_predicate(sentence: Sentence, mark: Mark, heads: list[Head], acts: Acts) -> Head | None:
    """ "The accord fell through", "Missing was an accord"; not "is expected to help"."""
    if begins_infinitive(sentence, mark.last) or _is_attribute(sentence, mark):
        return None
    if _is_inverted(sentence, mark):
        return right_of(sentence, mark, heads, acts, _NOMINAL_REACH)
    head = left_of(sentence, mark, heads, acts) or _over_relative(sentence, mark, heads, acts)
    head = head or described_by(sentence, mark, heads, acts, as_object=False)
    if head is None or sentence.has("contrast", head.last, mark.first):
        return None
    if tells_of_nearer_noun(sentence, mark, head.last):
        return None
    begin, _ = sentence.clause(mark.first)
    return None if other_deed(sentence, max(begin, head.last), mark.first) else head


def _is_attribute(sentence: Sentence, mark: Mark) -> bool:
    """ "adds momentum to *stalled* talks": it describes what follows, not what stands before."""
    groups = ("article", "of", "with", "agent", "place_in")
    before = any(sentence.is_a(group, mark.first - 1) for group in groups)
    participle = sentence.word(mark.first).endswith(sentence.lexicon.past_endings)
    before = before or (participle and sentence.is_a("to", mark.first - 1))
    return sentence.lexicon.subject_first and before


def _is_inverted(sentence: Sentence, mark: Mark) -> bool:
    """ "Missing from the list was an accord": the predicate opens, its verb follows."""
    begin, _ = sentence.clause(mark.first)
    opens = all(sentence.is_adverb(i) for i in range(begin, mark.first))
    behind = range(mark.last, mark.last + (_ASIDE if opens else 1))
    return any(sentence.is_a("be_past", i) or sentence.is_a("auxiliary_be", i) for i in behind)


_ASIDE: Final = 6


def over_aside(sentence: Sentence, mark: Mark, heads: list[Head], acts: Acts) -> Head | None:
    """ "The accord, which lapsed in May, has been renewed": the verb of the main clause."""
    if resumes(sentence, mark):
        return before_relative(sentence, mark, heads, acts)
    return behind_relative(sentence, mark, heads, acts)


def _over_relative(sentence: Sentence, mark: Mark, heads: list[Head], acts: Acts) -> Head | None:
    """ "The accord, which was due in May, is on hold": the noun before the relative clause."""
    begin, _ = sentence.clause(mark.first)
    if not any(sentence.word(i) == "," for i in range(begin, mark.first)):
        return None
    return before_relative(sentence, mark, heads, acts)


def left_of_bare(sentence: Sentence, mark: Mark, heads: list[Head], acts: Acts) -> Head | None:
    """The subject of a verb without endings that nothing follows: "the accord [was] signed"."""
    last = mark.last + sentence.is_a("done_after", mark.last)
    head = left_of(sentence, mark, heads, acts)
    if head is None or sentence.has("clause_breaks", head.last, mark.first):
        return None
    if sentence.lexicon.triggers[mark.value].yields and not all(
        sentence.is_adverb(i) or sentence.is_a("done_before", i)
        for i in range(head.last, mark.first)
    ):
        return None
    if any(head.last <= h.first < mark.first and h.family not in acts for h in heads):
        return None  # "the talks on the accord [were] broken off"
    if any(m.form == "noun" for m in sentence.of("trigger", head.last, mark.first)):
        return None  # "the signing ceremony for the accord [was] cancelled"
    begin, _ = sentence.clause(mark.first)
    in_front = any(m.last <= head.first for m in sentence.of("object_marker", begin, mark.first))
    return head if in_front or ends_at(sentence, last) else None


def left_of_active(sentence: Sentence, mark: Mark, heads: list[Head], acts: Acts) -> Head | None:
    """ "The treaty signed the presidents", where endings tell who signs what."""
    begin, _ = sentence.clause(mark.first)
    head = left_of(sentence, mark, heads, acts)
    if head and not other_deed(sentence, begin, head.first):
        return head
    head = before_relative(sentence, mark, heads, acts)
    return head or behind_relative(sentence, mark, heads, acts)


def next_to(sentence: Sentence, mark: Mark, heads: list[Head], acts: Acts) -> Head | None:
    """What a participle describes; behind a comma it may stand further off."""
    comma = sentence.lexicon.headline_participles and sentence.word(mark.first - 1) == ","
    reach = _DESCRIBED_FAR if comma else _DESCRIBED_NEAR
    end = before_short_name(sentence, mark.first)
    for head in reversed(heads):
        if head.family in acts and 0 <= end - head.last <= reach:
            return head
    reach = _OPENED if _opens_aside(sentence, mark) else _DESCRIBED_BEFORE
    for head in heads:
        if head.family in acts and 0 <= head.first - mark.last <= reach:
            return head
    return None


def _opens_aside(sentence: Sentence, mark: Mark) -> bool:
    """ "Signé mardi à Oslo par les ministres, l'accord ...": its noun stands behind the comma."""
    return sentence.lexicon.modifiers_after and mark.form == "participle" and mark.first == 0


_DESCRIBED_BEFORE: Final = 4
_OPENED: Final = 16
_DESCRIBED_NEAR: Final = 2
_DESCRIBED_FAR: Final = 8


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
    if any(h.first == mark.last and h.family == "document" for h in heads):
        return None
    beside = [h for h in heads if h.family in acts and 0 <= mark.first - h.last <= 1]
    before = [h for h in beside if sentence.word(h.last) != ","]
    return before[-1] if before else None
