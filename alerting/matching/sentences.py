"""Where sentences end, well enough to ask whether two words stand in one.

Between two words stands whatever is no letter and no digit: that, and the words beside it, decide.
Where it is in doubt the sentence goes on: "in the U.S. Vietnam said" is one sentence, "in the U.S.
The president said" is two. Thai sets no marks and is one long sentence a line.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from alerting.matching.words import Text, split

_BLANK_LINE: Final = re.compile(r"\n\s*\n")
_MARK: Final = re.compile(r"[。｡！？!?؟۔।…\n]")
_STOP: Final = re.compile(r"[.．][\"'”’»)\]]*(?:\s|[\"'“‘«(\[¿¡])")
_SHORTENED: Final = """
mr mrs ms dr prof gen gov sen rep lt col sgt capt st no nos vs inc ltd corp co jr sr rev hon
jan feb mar apr jun jul aug sep sept oct nov dec fig art vol para approx est dept
mme mlle mgr sra srta ud uds dña gral núm pág ee uu
гг им тов ст стр ул тыс млн млрд трлн руб долл обл акад ген
ts ths gs pgs tp tw
"""
_OPENING: Final = """
the a an in on at he she it they we this that these those but and for as after before while
le la les il elle ils el los las en он она они это в на
"""
_ABBREVIATIONS: Final = frozenset(_SHORTENED.split())
"""English, French and Spanish, Russian, Vietnamese; letters alone are taken for initials."""
_OPENERS: Final = frozenset(_OPENING.split())
"""Words that begin a sentence rather than go on with a name: "the U.S. The president"."""


@lru_cache(maxsize=16)
def sentence_numbers(text: str) -> tuple[int, ...]:
    """For each word of ``split(text)`` the number of the sentence that it stands in."""
    words = split(text)
    number, numbers = 0, []
    for place in range(len(words.spans)):
        if place and _ends_between(words, place - 1, place):
            number += 1
        numbers.append(number)
    return tuple(numbers)


def _ends_between(words: Text, last: int, first: int) -> bool:
    """Whether a sentence ends behind the word ``last``; ``first`` is the next one."""
    start, end = words.spans[last][1], words.spans[first][0]
    between = words.source[start:end]
    if between in ("", " "):
        return False  # most of all
    begins = words.source[end]
    if _BLANK_LINE.search(between):
        return True
    if begins.islower():
        return False  # a broken line, a quotation that asks, three dots on the way
    if _MARK.search(between):
        return True
    if not _STOP.search(between):
        return False
    word = words.exact[last]
    if len(word) == 1 and word.isalpha() and begins.isalpha():
        return words.exact[first] in _OPENERS
    return word not in _ABBREVIATIONS
