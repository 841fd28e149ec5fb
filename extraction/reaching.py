"""Step 6c, levels reached and left behind: "raised from a partnership *to a strategic one*"."""

from __future__ import annotations

from typing import Final

from extraction.analysis import Sentence
from extraction.heads import Head
from extraction.levels import Level
from extraction.lexicon import Mark


def left_behind(sentence: Sentence, mark: Mark) -> Level | None:
    """The level that stands before the verb in some languages: "from A [was] raised to B"."""
    begin, _ = sentence.clause(mark.first)
    for level in reversed(sentence.levels):
        if level.last <= mark.first and sentence.of("origin", begin, level.first):
            return level if level.first >= begin else None
    return None


def reached(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """Whether "to" stands right before the level, articles and "the level of" set aside."""
    index = head.first - 1
    for _ in range(7 * sentence.lexicon.stretch):
        if index < mark.last:
            return sentence.is_a("to", index)  # the verb brings it: "developed-into"
        if sentence.is_a("to", index):
            return True
        if not (
            sentence.is_a("level_link", index)
            or any(n.first <= index < n.last for n in sentence.named)
            or sentence.word(index) in _BEFORE_LEVEL
            or (sentence.lexicon.noun_last and sentence.is_a("modifier", index))
        ):
            return False
        index -= 1
    return False


def reached_behind_description(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """ "raised-to [a] *world of justice building* community", where "of" ends what describes.

    Not "raised to a level *that goes with* the partnership".
    """
    index = head.first - 1
    while any(n.first <= index < n.last for n in sentence.named):
        index -= 1
    start = mark.last + sentence.is_a("to", mark.last)
    if not sentence.is_a("to", start - 1) or sentence.is_a("with_before", start):
        return False
    return sentence.is_a("describing", index) and not sentence.has("clause_breaks", start, index)


def reached_in_quotes(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """ "raised to a '... community'": whatever the quotation says before its noun."""
    marks = [
        m for m in sentence.of("to", mark.last, head.first) if sentence.word(m.last) in _QUOTES
    ]
    return any(
        all(sentence.word(i) not in _QUOTES for i in range(m.last + 1, head.first)) for m in marks
    )


_QUOTES: Final = frozenset('"「『')
_BEFORE_LEVEL: Final = frozenset("-',") | _QUOTES
