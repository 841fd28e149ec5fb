"""Step 7b, dealings: the other side of a deal that only its purpose names.

"India signed an agreement to sell cars *to Hungary*", "a contract to buy gas *from Oman*": the
partner stands behind the verb of the deal, not behind "with".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extraction.analysis import Named
from extraction.frame import Frame

_PAPERS: Final = frozenset({"document", "contract"})
_REACH: Final = 20
"""Tokens of the goods, from the verb of the deal to the partner."""


def dealt_with(frame: Frame, others: Sequence[Named]) -> list[Named]:
    """Who buys what is sold, or sells what is bought; empty where "with" names somebody."""
    sentence, last = frame.sentence, frame.head.last
    own = {code for named in others for code in named.codes}
    if frame.head.family not in _PAPERS or len(own) != 1 or not sentence.is_a("infinitive", last):
        return []
    links = [link for verb, link in _DEALINGS if sentence.is_a(verb, last + 1)]
    stop = min(len(sentence.tokens), last + _REACH)
    if not links or sentence.has("with", last, stop):
        return []
    partners = (
        named
        for named in sentence.parties(last + 2, stop)
        if not own & set(named.codes)
        and any(_is_behind(frame, named, link) for link in links)
        and not sentence.has("trigger", last + 2, named.first)
    )
    return list(partners)[:1]


_DEALINGS: Final = (("gives", "to"), ("takes", "from"))
"""Groups of verbs, each with the preposition that holds the other side."""


def _is_behind(frame: Frame, named: Named, link: str) -> bool:
    """Whether a name stands right behind "to" or "from", its article and adjectives aside."""
    sentence, before = frame.sentence, named.first - 1
    while sentence.is_a("article", before):
        before -= 1
    return sentence.is_a(link, before)
