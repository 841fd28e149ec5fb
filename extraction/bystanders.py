"""Step 7a, bystanders: names that a sentence holds and that take no part in its deeds.

Places, meetings and texts, who brokers or hosts, who did the same before, and who only describes
another: "the ASEAN summit", "the UN-brokered truce", "the third state after A to sign",
"A, the last ally of B".
"""

from __future__ import annotations

from typing import Final

from extraction.analysis import Named, Sentence
from extraction.context import is_place
from extraction.gazetteer import is_body
from extraction.partners_before import is_mediator
from extraction.strangers import is_of_insiders


def usable(sentence: Sentence, named: Named) -> bool:
    return not (
        is_place(sentence, named)
        or is_venue(sentence, named)
        or is_bystander(sentence, named)
        or _is_kin(sentence, named)
        or is_of_insiders(sentence, named)
    )


def _is_kin(sentence: Sentence, named: Named) -> bool:
    """ "Chad, *Taipei's* last ally, signed": said of somebody else."""
    if sentence.lexicon.noun_last:
        return _is_kin_described(sentence, named)
    if sentence.word(named.last) != "'s":
        return _is_of_kin(sentence, named)
    kin = sentence.of("kin", named.last + 1, named.last + 1 + _KIN)
    return bool(kin) and not sentence.parties(named.last + 1, kin[0].first)


_KIN: Final = 4
""" "'s second largest trading partner" """


def _is_of_kin(sentence: Sentence, named: Named) -> bool:
    """ "Chad, the last ally *of Oman*": an aside behind another name; not "with its ally Oman"."""
    reach = _KIN * sentence.lexicon.stretch
    for mark in sentence.of("kin", max(0, named.first - reach), named.first):
        gap = range(mark.last, named.first)
        before = mark.first - 1
        while before > mark.first - _KIN and sentence.word(before).isalpha():
            before -= 1 if not sentence.is_a("joins", before) else _KIN
        if sentence.word(before) == "," and not any(
            sentence.word(i) == "," or sentence.is_a("joins", i) for i in gap
        ):
            return True
    return False


_KIN_BEHIND: Final = 12
"""Tokens of what describes an ally, where each character is one."""


def _is_kin_described(sentence: Sentence, named: Named) -> bool:
    """The same where the noun comes last: it ends the aside, behind the name and its link."""
    for mark in sentence.of("kin", named.last, named.last + _KIN_BEHIND):
        gap = range(named.last, mark.first)
        if sentence.parties(named.last, mark.first) or sentence.has(
            "clause_breaks", named.last, mark.first
        ):
            return False
        return sentence.is_a("clause_breaks", mark.last) and any(
            sentence.is_a("describing", i) for i in gap
        )
    return False


def is_venue(sentence: Sentence, named: Named) -> bool:
    """ "the ASEAN summit", "the UN Charter": not the organisation as a party."""
    if named.mention.kind == "leader":
        return False
    organisation = named.mention.kind in {"organisation", "abbreviation"} and all(
        map(is_body, named.codes)
    )
    return any(
        organisation
        or sentence.is_a("venue_always", index)
        or (named.mention.kind == "capital" and sentence.is_a("named_after_city", index))
        for index in _venues_beside(sentence, named)
    )


def _venues_beside(sentence: Sentence, named: Named) -> list[int]:
    """Where words for meetings and the like stand next to a name or its pair ("ASEAN - Japan").

    What is named after a city follows it or holds it: "the Paris Agreement", "Pacto de San José".
    """
    begin, end = named.first, named.last
    while sentence.word(end) in {"-", "+"} or any(n.first == end for n in sentence.named):
        end += 1
    while sentence.word(begin - 1) in {"-", "+"} or any(n.last == begin for n in sentence.named):
        begin -= 1
    stop = min(end + 2 * sentence.lexicon.stretch, len(sentence.tokens))
    after = sentence.of("venue_after", end, stop) + sentence.of("named_after_city", end, stop)
    before = sentence.of("venue_before", 0, begin) + sentence.of("named_after_city", 0, begin)
    return [m.first for m in after if m.first == end] + [m.first for m in before if m.last == begin]


def is_bystander(sentence: Sentence, named: Named) -> bool:
    """Named after "brokered by", "in the presence of", "hosted by" and the like."""
    if sentence.word(named.last) == "-" and sentence.is_a("backed", named.last + 1):
        return True  # "the UN-brokered truce"
    if _is_compared(sentence, named):
        return True
    reach = _MEDIATOR_REACH * sentence.lexicon.stretch
    for mark in sentence.of("mediator", max(0, named.first - reach), named.first):
        gap = range(mark.last, named.first)
        others = [n for n in sentence.parties(mark.last, named.first) if n.codes != named.codes]
        if sentence.lexicon.case_marked and others:
            continue  # "при посредничестве Кении Перу и Чад подписали"
        if not any(sentence.is_a("joins", i) and not _joins_names(sentence, i) for i in gap):
            return True
    return is_mediator(sentence, named)


def _is_compared(sentence: Sentence, named: Named) -> bool:
    """ "the third state *after A and B* to sign": they did the same before."""
    begin = named.first
    while sentence.is_a("list_joint", begin - 1) and sentence.parties(begin - 3, begin - 1):
        begin = sentence.parties(begin - 3, begin - 1)[-1].first
    return any(mark.last == begin for mark in sentence.of("compared", 0, begin))


_MEDIATOR_REACH: Final = 8


def _joins_names(sentence: Sentence, index: int) -> bool:
    """ "hosted by A and B": the second host is one as well."""
    return sentence.word(index) != "," and any(n.last == index for n in sentence.named)
