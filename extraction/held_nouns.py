"""Step 6b, nouns held by others: papers that belong to talks or to another verb."""

from __future__ import annotations

from extraction.analysis import Sentence
from extraction.heads import Acts, Head
from extraction.lexicon import Mark


def is_of_talks(sentence: Sentence, mark: Mark, head: Head, acts: Acts) -> bool:
    """ "suspenden las negociaciones del tratado": it is the talks that they suspend."""
    near = range(mark.last, head.first)
    articles = len(near) <= 1 and all(sentence.is_a("article", i) for i in near)
    return head.family == "talks" and head.family not in acts and articles


def names_talks(sentence: Sentence, head: Head) -> bool:
    """ "extended its currency *agreement talks*": English names talks after their paper."""
    talks = (m for m in sentence.of("trigger", head.last) if m.first == head.last)
    return sentence.lexicon.subject_first and any(
        sentence.lexicon.triggers[mark.value].proposes and mark.form == "noun" for mark in talks
    )


def is_to_be_done(sentence: Sentence, head: Head) -> bool:
    """ "The ceremony *to sign the treaty* was cancelled": the treaty is another verb's object."""
    before = head.first - 1
    while sentence.is_a("article", before):
        before -= 1
    return sentence.lexicon.subject_first and any(
        mark.last == before + 1 and sentence.is_a("infinitive", mark.last - 2)
        for mark in sentence.of("trigger", 0, head.first)
    )
