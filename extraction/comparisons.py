"""Times that only compare: "*compared with last year*, the two signed more accords"."""

from __future__ import annotations

from typing import Final

from extraction.analysis import Sentence


def in_comparison(sentence: Sentence, first: int, last: int) -> bool:
    """Whether tokens stand behind "compared with", or before the word that closes it."""
    reach = _COMPARED * sentence.lexicon.stretch
    opened = sentence.of("compared_with", max(0, first - reach), first)
    if opened and not _parted(sentence, opened[-1].last, first):
        return True
    closed = sentence.of("compared_behind", last, last + _CLOSED)
    return bool(closed) and not _parted(sentence, last, closed[0].first)


_COMPARED: Final = 7
"""Words between "compared with" and its time at most: "the meeting of the ministers of"."""
_CLOSED: Final = 8


def _parted(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a comma or a deed stands between."""
    comma = any(sentence.word(i) in {",", "\uff0c"} for i in range(first, last))
    return comma or sentence.has("trigger", first, last)
