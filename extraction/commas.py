"""Commas in languages that part clauses with them, and objects put in front of their verb.

Where a comma may stand between whole statements ("the two sides held talks, the leaders signed"),
it ends a clause only before a new subject; what only sets the time or place ("in 2012, ...")
belongs to what follows. A language without ``clause_breaks`` is read as before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from extraction.blocks import Role
from extraction.lexicon import Mark
from extraction.name_forms import is_han

if TYPE_CHECKING:
    from extraction.analysis import Sentence

_SUBJECTS: Final = ("subject", "collective_two", "collective_three", "collective_more")
_SETTINGS: Final = ("adverb", "date.word", "clause_joins")


def commas_that_part(sentence: Sentence) -> Iterator[int]:
    """Commas at which a new clause begins."""
    begin = 0
    for mark in sentence.of("clause_breaks"):
        if _has_own_subject(sentence, mark.last) and not _is_setting(sentence, begin, mark.first):
            yield mark.first
        begin = mark.last
    yield from _new_subjects(sentence)
    yield from _joined_subjects(sentence)
    if sentence.role in _LINES and not sentence.lexicon.spaced:
        yield from _spaces(sentence)


def _new_subjects(sentence: Sentence) -> Iterator[int]:
    """Commas before a subject of its own, where a deed was told before: ", the two sides"."""
    begin = 0
    for mark in sentence.of("new_subject"):
        if sentence.word(mark.first - 1) == "," and sentence.of("trigger", begin, mark.first):
            yield mark.first
            begin = mark.first


def _joined_subjects(sentence: Sentence) -> Iterator[int]:
    """ "A y B establecieron relaciones, y A rompió con C": a name and its verb behind ", y"."""
    if not sentence.lexicon.drops_subject:
        return
    for named in sentence.named:
        joint = named.first - 1 - sentence.is_a("article", named.first - 1)
        if sentence.word(joint - 1) != "," or not sentence.is_a("joins", joint):
            continue
        verbs = sentence.of("trigger", named.last, named.last + _VERB_BEHIND)
        before = sentence.of("trigger", 0, joint)
        if any(m.form in _TOLD for m in verbs) and any(m.form in _TOLD for m in before):
            yield joint


_TOLD: Final = frozenset({"past", "present", "future"})
_VERB_BEHIND: Final = 4
"""Tokens behind a subject in which its verb stands."""
_LINES: Final = frozenset({Role.TITLE, Role.HEADING, Role.CAPTION})


def _spaces(sentence: Sentence) -> Iterator[int]:
    """Spaces in a headline whose words need none: they do what commas do."""
    for index in range(1, len(sentence.tokens)):
        before, token = sentence.tokens[index - 1], sentence.tokens[index]
        if token.start > before.end and is_han(before.word[0]) and is_han(token.word[0]):
            yield index


def _has_own_subject(sentence: Sentence, index: int) -> bool:
    index = _behind_settings(sentence, index)
    return any(sentence.is_a(group, index) for group in _SUBJECTS) or any(
        named.first == index for named in sentence.named
    )


def _behind_settings(sentence: Sentence, index: int) -> int:
    """The first token that is neither a time nor an adverb."""
    while index < len(sentence.tokens) and (
        any(sentence.is_a(group, index) for group in _SETTINGS)
        or sentence.word(index)[:1].isdecimal()
        or sentence.is_a("date_unit", index)
    ):
        index += 1
    return index


def _is_setting(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether a stretch only says when or where, or ends with "since" and the like."""
    if sentence.of("time_closer", max(begin, end - _CLOSER), end):
        return True
    return not sentence.of("trigger", begin, end) and not _has_own_subject(sentence, begin)


_CLOSER: Final = 3


def breaks_between(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a comma of this kind stands between two places."""
    return sentence.has("clause_breaks", first, last)


def without_object_markers(marks: Mapping[str, Sequence[Mark]]) -> list[Mark]:
    """Cues without those that only bring the object in front of its verb.

    One word can do either: it announces a future right before a verb ("will sign") and marks the
    object before a noun and its verb ("relations ... raised").
    """
    markers = {(m.first, m.last) for m in marks["object_marker"]}
    return [
        cue
        for cue in marks.get("cue", ())
        if (cue.first, cue.last) not in markers or not _object_follows(marks, cue.last)
    ]


def _object_follows(marks: Mapping[str, Sequence[Mark]], index: int) -> bool:
    """Whether an object comes before the next verb, with no comma between."""
    breaks = [m.first for m in marks.get("clause_breaks", ()) if m.first >= index]
    end = min(breaks, default=index + _OBJECT_REACH)
    deeds = [m.first for m in marks.get("trigger", ()) if index <= m.first < end]
    if not deeds:
        return False
    return any(
        index <= m.first < deeds[0] for group in ("head", "level") for m in marks.get(group, ())
    )


_OBJECT_REACH: Final = 60
