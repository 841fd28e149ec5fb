"""Step 6d, deeds without a verb: papers that are missing or still to come, titles, new levels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extraction.analysis import Sentence
from extraction.blocks import Role
from extraction.frame import Frame
from extraction.heads import Head
from extraction.lexicon import Mark
from extraction.voices import Voice
from pacts.terms import Act, Kind


def new_levels(sentence: Sentence, heads: list[Head]) -> Iterator[Frame]:
    """ "the new Chile-Ghana strategic partnership": made just now, told in passing."""
    for mark in sentence.of("new_level"):
        between = [n for n in sentence.named if mark.last <= n.first]
        for head in heads:
            names = [n for n in between if n.last <= head.first]
            if head.family == "level" and len(names) == 2 and head.first - mark.last <= _NEW_REACH:
                trigger = Mark(mark.first, mark.last, "establish", "noun")
                level = next(x for x in sentence.levels if x.first == head.first)
                yield Frame(
                    sentence, trigger, head, Kind.PARTNERSHIP, Act.ESTABLISHED, Voice.BARE, level
                )


_NEW_REACH: Final = 10


def absences(sentence: Sentence, heads: list[Head], found: list[Frame]) -> Iterator[Frame]:
    """ "There is no agreement on that": a paper that is said not to be there."""
    taken = {frame.head for frame in found}
    for mark in sentence.of("absence"):
        for head in heads:
            fits = head.family == "document" and head.kind != "document" and head not in taken
            if fits and 0 <= head.first - mark.last <= _ABSENT_REACH:
                trigger = Mark(mark.first, mark.last, "sign", "noun")
                yield Frame(sentence, trigger, head, Kind.AGREEMENT, Act.SIGNED, Voice.ABSENT)
                break


_ABSENT_REACH: Final = 3
"""The form of what denies a paper without a verb of its own."""


def absences_behind(sentence: Sentence, heads: list[Head], found: list[Frame]) -> Iterator[Frame]:
    """ "Договора с Оманом пока нет": the same behind a paper whose ending says that it is not."""
    taken = {frame.head for frame in found}
    for mark in sentence.of("absence_after"):
        begin, _ = sentence.clause(mark.first)
        for head in heads:
            fits = head.family == "document" and head not in taken
            absent = sentence.is_a("absent", head.last - 1) or sentence.is_a("absent", head.first)
            free = not sentence.is_a("oblique", head.first - 1)
            free = free and not sentence.has("trigger", head.first, mark.first)
            if fits and absent and free and begin <= head.first < mark.first:
                trigger = Mark(mark.first, mark.last, "sign", "noun")
                yield Frame(sentence, trigger, head, Kind.AGREEMENT, Act.SIGNED, Voice.ABSENT)
                break


def prospects(sentence: Sentence, heads: list[Head], found: list[Frame]) -> Iterator[Frame]:
    """ "a forthcoming memorandum", "un accord en préparation": a paper that is still to come."""
    free = [h for h in heads if h.family == "document" and h not in {f.head for f in found}]
    before = [
        (mark, next((h for h in free if _is_still_to_come(sentence, mark, h)), None))
        for mark in sentence.of("prospect")
    ]
    behind = [
        (mark, next((h for h in free if _is_called_to_come(sentence, mark, h)), None))
        for mark in sentence.of("prospect_after")
    ]
    for mark, head in before + behind:
        if head:
            trigger = Mark(mark.first, mark.last, "sign", "noun")
            yield Frame(sentence, trigger, head, Kind.AGREEMENT, Act.SIGNED, Voice.PROSPECT)


def _is_still_to_come(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """Whether the adjective stands where it speaks of the paper: before it, or right behind."""
    if sentence.lexicon.modifiers_after:
        return 0 <= head.first - mark.last <= _PROSPECT_NEAR or mark.first == head.last
    return 0 <= head.first - mark.last <= _PROSPECT_REACH


def _is_called_to_come(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """ "un accord en préparation": no comma and no deed between the paper and the words."""
    gap = range(head.last, mark.first)
    near = head.last <= mark.first and len(gap) <= _PROSPECT_REACH * sentence.lexicon.stretch
    parted = any(sentence.word(i) == "," or sentence.is_a("trigger", i) for i in gap)
    return near and not parted and _ends_title(sentence, mark.last)


def _ends_title(sentence: Sentence, index: int) -> bool:
    """Whether a paper's name ends here; not "an accord on *potential markets*".

    Only where such names run on without a link can the words be part of one.
    """
    if not sentence.lexicon.names_run_on or not sentence.word(index)[:1].isalpha():
        return True
    named = any(n.first == index for n in sentence.named)
    return named or any(sentence.is_a(group, index) for group in _BEHIND_TITLE)


_BEHIND_TITLE: Final = ("title_stop", "between", "joins", "trigger", "cue")


_PROSPECT_REACH: Final = 4
_PROSPECT_NEAR: Final = 1


_TITLE_LEAD: Final = 8


def bare_statement(sentence: Sentence, heads: list[Head], found: list[Frame]) -> Iterator[Frame]:
    """ "Joint Statement on ..." as a headline names a paper that is there."""
    if sentence.role not in {Role.TITLE, Role.HEADING}:
        return
    if any(f.kind is Kind.STATEMENT or f.head.family == "statement" for f in found):
        return
    for head in heads:
        named = head.first <= _TITLE_LEAD or _closes(sentence, head)
        if head.family == "statement" and head.kind != "declaration" and named:
            trigger = Mark(head.first, head.last, "adopt", "noun")
            yield Frame(sentence, trigger, head, Kind.STATEMENT, Act.ADOPTED, Voice.BARE)
            return


def _closes(sentence: Sentence, head: Head) -> bool:
    """ "A's and B's joint statement on ... (full text)", where the noun comes last."""
    rest = sentence.words(head.last, len(sentence.tokens))
    return (
        sentence.lexicon.noun_last
        and (not rest or rest[0] in "()（）《》")
        and len({code for named in sentence.named for code in named.codes}) > 1
        and not sentence.has("cue", 0, head.first)
    )
