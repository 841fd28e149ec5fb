"""Step 7b, scope: whether states sign, or companies and towns of theirs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extraction.analysis import Named, Sentence
from extraction.frame import Frame
from pacts.terms import Scope


def scope_of(frame: Frame, names: Sequence[Named]) -> Scope:
    """Who signs: states, companies, towns, or some of each."""
    sentence = frame.sentence
    if sentence.has("subnational_paper", frame.first, _end_of_title(frame)):
        return Scope.SUBNATIONAL
    if _between_companies(frame):
        return Scope.CORPORATE
    if told_behind_colon(frame, names):
        return Scope.STATE
    ranks = _ranks(sentence, names)
    if not ranks and speaks_for_states(frame):
        return Scope.STATE
    if not ranks:
        ranks = {rank_of_words(sentence, 0, len(sentence.tokens)) or Scope.STATE}
    if ranks == {Scope.STATE} and _with_company(frame, names):
        return Scope.MIXED
    if len(ranks) == 1:
        return ranks.pop()
    return Scope.STATE if ranks == {Scope.STATE} else Scope.MIXED


def told_behind_colon(frame: Frame, names: Sequence[Named]) -> bool:
    """ "Ghana's hospitals to get aid from Peru: Boatu signs accord": whom it helps signs nothing.

    Only where somebody is said to sign; not "two universities join forces: accord signed".
    """
    sentence = frame.sentence
    begin, end = sentence.clause(frame.trigger.first)
    apart = all(named.last <= begin for named in names) and bool(sentence.parties(0, begin))
    own = rank_of_words(sentence, begin, end) or Scope.STATE
    if not apart or sentence.word(begin - 1) not in _COLONS or own is not Scope.STATE:
        return False
    official = any(sentence.has(group, begin, end) for group in ("state", "government"))
    person = any(sentence.text[sentence.tokens[i].start].isupper() for i in range(begin + 1, end))
    return (official or person) and not sentence.has("collective_two", begin, end)


_COLONS: Final = frozenset({":", "\uff1a"})


def _end_of_title(frame: Frame) -> int:
    """ "an accord on ties of *sister cities*": where a word that follows its noun says whose."""
    sentence, last = frame.sentence, frame.last
    if not sentence.lexicon.case_marked:
        return last
    others = [mark.first for mark in sentence.of("head", last)]
    return min([last + _TITLE, *others])


_TITLE: Final = 8
"""Tokens of a paper's title behind its noun in which a town can be named."""


def speaks_for_states(frame: Frame) -> bool:
    """ "we signed", "the two sides signed": whoever else is named, they are the ones who do it."""
    sentence = frame.sentence
    begin, _ = sentence.clause(frame.trigger.first)
    groups = ("we", "collective_two", "collective_three")
    return any(sentence.has(group, begin, frame.trigger.first) for group in groups)


_OFFICIAL: Final = frozenset({"leader", "organisation", "agency"})
"""Names of who speaks for a state or union, also where "bank" is part of them."""


def _with_company(frame: Frame, names: Sequence[Named]) -> bool:
    """ "A and B signed an accord with the group C": the company stands right behind "with"."""
    sentence, end = frame.sentence, frame.head.last
    reach = NEARBY * sentence.lexicon.stretch
    for mark in sentence.of("with", end, end + reach):
        if any(sentence.word(i) == "," for i in range(end, mark.first)):
            break
        near = range(mark.last, mark.last + reach)
        known = any(sentence.is_a(group, i) for group in ("government", "state") for i in near)
        known = known or any(n.first in near and n.mention.kind in _OFFICIAL for n in names)
        return not known and sentence.has("company", mark.last, mark.last + reach)
    return False


def _between_companies(frame: Frame) -> bool:
    """ "papers signed between companies of the two", "deals worth a lot between their firms"."""
    sentence = frame.sentence
    reach = _BEHIND_BETWEEN * sentence.lexicon.stretch
    return any(
        sentence.has("company", mark.last, mark.last + reach)
        and (
            sentence.has("collective_two", mark.last, mark.last + 2 * reach)
            or not sentence.parties(mark.last, mark.last + 2 * reach)
        )
        and not any(
            sentence.has(group, mark.last, mark.last + reach) for group in ("government", "state")
        )
        for mark in sentence.of("between", frame.last, frame.last + 2 * reach)
    )


_BEHIND_BETWEEN: Final = 3


def _ranks(sentence: Sentence, names: Sequence[Named]) -> set[Scope]:
    """One rank for each party: named once as a state it is one."""
    by_code: dict[str, set[Scope]] = {}
    for named in names:
        for code in named.codes:
            by_code.setdefault(code, set()).add(_rank(sentence, named))
    return {Scope.STATE if Scope.STATE in ranks else min(ranks) for ranks in by_code.values()}


NEARBY: Final = 5


def _rank(sentence: Sentence, named: Named) -> Scope:
    """Whether a name stands for the state, or a company or town of that state."""
    if named.mention.kind == "company" or _names_company(sentence, named):
        return Scope.CORPORATE
    if named.mention.kind in _OFFICIAL:
        return Scope.STATE
    first, last = named.first, named.last
    stops = {",", ";", ":", "(", ")", "\uff0c", "\uff1b", "\uff1a", "\uff08", "\uff09", "\u3001"}
    nearby = NEARBY * sentence.lexicon.stretch
    while first > 0 and named.first - first < nearby and sentence.word(first - 1) not in stops:
        if any(n.first <= first - 1 < n.last for n in sentence.named) or any(
            sentence.is_a(group, first - 1) for group in ("joint", "between", "trigger")
        ):
            break
        if sentence.word(first - 1) == "-" and first in sentence.bounds:
            break  # "QUEZON CITY - The Philippines": where it was written
        first -= 1
    while (
        last < len(sentence.tokens)
        and last - named.last < nearby
        and sentence.word(last) not in stops
    ):
        if (
            any(n.first <= last < n.last for n in sentence.named)
            or sentence.is_a("joint", last)
            or (sentence.is_a("trigger", last))
        ):
            break
        last += 1
    return rank_of_words(sentence, first, last) or Scope.STATE


def _names_company(sentence: Sentence, named: Named) -> bool:
    if _is_called_by_its_country(sentence, named):
        return True
    before = sentence.of("company_before", max(0, named.first - 3), named.first)
    begins = _owned_name(sentence, named.last)
    after = sentence.of("company_after", named.last, begins + _OWNED + 1)
    return any(m.last == named.first and _is_name(sentence, m.first) for m in before) or any(
        m.first in range(begins, begins + _OWNED * (begins > named.last) + 1)
        and all(_is_name(sentence, i) for i in range(begins, m.last))
        for m in after
    )


def _owned_name(sentence: Sentence, index: int) -> int:
    """Where the name begins of what belongs to a party: "Peru's *Andes Telecom*"."""
    return index + 1 if sentence.word(index) == "'s" else index


_OWNED: Final = 2
"""Words of such a name before the one that says what it is."""


def _is_called_by_its_country(sentence: Sentence, named: Named) -> bool:
    """ "la japonesa Luz": an article, a nationality, and a name that is no party's."""
    return (
        named.mention.kind == "demonym"
        and sentence.is_a("company_article", named.first - 1)
        and named.last < len(sentence.tokens)
        and _is_name(sentence, named.last)
        and not any(n.first == named.last for n in sentence.named)
    )


def _is_name(sentence: Sentence, index: int) -> bool:
    return sentence.text[sentence.tokens[index].start].isupper()


def rank_of_words(sentence: Sentence, first: int, last: int) -> Scope | None:
    company = _has_company(sentence, first, last) or sentence.has("university", first, last)
    if company and sentence.has("government", first, last):
        return Scope.STATE
    if company and sentence.has("state", first, last):
        return Scope.MIXED
    if company:
        return Scope.CORPORATE
    if sentence.has("state", first, last):
        return Scope.STATE
    towns = [
        mark
        for mark in sentence.of("subnational", first, last)
        if not any(sentence.is_a("place_in", i) for i in range(max(0, mark.first - 2), mark.first))
    ]
    return Scope.SUBNATIONAL if towns else None


def _has_company(sentence: Sentence, first: int, last: int) -> bool:
    """A word for a company, but none of an official body's name: "Export-Import *Bank*"."""
    official = [n for n in sentence.named if n.mention.kind in _OFFICIAL]
    return any(
        not any(n.first <= mark.first and mark.last <= n.last for n in official)
        for mark in sentence.of("company", first, last)
    )
