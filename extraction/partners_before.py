"""Partners that stand before the verb: "A with B, C and D established ...".

Languages that put "with B" in front of the verb name it in the group ``with_before``; in all of
them an earlier deed may have its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from extraction.analysis import Named, Sentence
from extraction.frame import Frame


def hub_and_partners(
    sentence: Sentence, names: Sequence[Named]
) -> tuple[list[Named], list[Named]] | None:
    """One party and the several that "with" puts beside it; None for a plain list."""
    for mark in sentence.of("with_before"):
        hub = [n for n in names if n.last <= mark.first]
        partners = [n for n in names if n.first >= mark.last]
        one = {code for named in hub for code in named.codes}
        if len(one) == 1 and len({c for n in partners for c in n.codes} - one) > 1:
            return hub, partners
    return None


def two_sides(sentence: Sentence, names: Sequence[Named]) -> tuple[list[Named], list[Named]] | None:
    """Both sides of a "with" that stands apart from the names before it.

    "A and B announced [that] *with C* they broke": where "and" and "with" are one word, the one
    that follows a name may be either.
    """
    for mark in sentence.of("with_before"):
        left = [n for n in names if n.last <= mark.first]
        right = [n for n in names if n.first >= mark.last]
        if left and right and left[-1].last < mark.first:
            return left, right
    return None


def hub_before(sentence: Sentence, names: Sequence[Named], begin: int) -> list[Named]:
    """Who does it, where a clause of its own only names with whom.

    "A broke with B / with C it established relations": A, named before the first "with".
    """
    withs = sentence.of("with_before")
    opening = next((mark.first for mark in withs if mark.first >= begin), None)
    if opening is None:
        return []
    if not all(sentence.is_adverb(i) or sentence.is_a("joins", i) for i in range(begin, opening)):
        return []
    if withs[0].first < begin:
        return [n for n in names if n.last <= withs[0].first]
    return [n for n in names if n.last <= begin][:1]


def of_this_deed(sentence: Sentence, names: Sequence[Named], first: int) -> list[Named]:
    """Without partners of an earlier verb: "cut ties with B *and established them with C*"."""
    withs = sentence.of("with_before", 0, first)
    deeds = sentence.of("trigger", 0, first)
    kept = []
    for named in names:
        own = next((m for m in reversed(withs) if m.last <= named.first), None)
        ended = own and any(
            named.last <= deed.first and any(deed.last <= later.first for later in withs)
            for deed in deeds
        )
        if not ended:
            kept.append(named)
    return kept


def without_earlier_partners(frame: Frame, left: list[Named], right: list[Named]) -> list[Named]:
    """ "A is to sign a pact with B after ending one with C": B is the earlier deed's partner.

    Also "A cut ties with B, and hours later A and C signed"; not where nobody else is left.
    """
    own = [n for n in left if not _is_partner_of_another(frame, n)]
    several = len({code for named in own for code in named.codes}) > 1
    return own if own and (right or several) else left


def _is_partner_of_another(frame: Frame, named: Named) -> bool:
    """Whether "with" stands right before a name, and a deed before that (or right behind it)."""
    sentence = frame.sentence
    beside = any(m.last == named.first for m in sentence.of("with_before", 0, named.first))
    if beside and sentence.has("trigger", named.last, frame.trigger.first):
        return True
    withs = sentence.of("with", max(0, named.first - _WITH), named.first)
    return any(m.last == named.first and sentence.has("trigger", 0, m.first) for m in withs)


_WITH = 8
"""Tokens of the longest "together with" at most."""


def is_mediator(sentence: Sentence, named: Named) -> bool:
    """Named before "through the mediation [of]" and the like, in languages that put it behind."""
    for mark in sentence.of("mediator_after", named.last, named.last + _MEDIATOR_REACH):
        gap = range(named.last, mark.first)
        if not any(sentence.is_a(g, i) for i in gap for g in ("place_in", "trigger")):
            return not sentence.has("clause_breaks", named.last, mark.first)
    return False


_MEDIATOR_REACH = 24


def with_hosts(sentence: Sentence, names: Sequence[Named], first: int) -> list[Named]:
    """ "L'ambassadeur de France *au Togo* et la ministre ont signé": the host of a lone envoy."""
    one = {code for named in names for code in named.codes}
    stop = sentence.clause(first)[1] if sentence.lexicon.case_marked else first
    for mark in sentence.of("envoy", 0, stop):
        sent = [n for n in names if 0 <= n.first - mark.last <= _SENDER]
        host = [n for n in sentence.parties(mark.last, stop) if _serves_at(sentence, sent, n)]
        if len(one) == 1 and host and sentence.has("joint", mark.last - _JOINED, stop):
            return [*names, host[0]]
    return list(names)


_SENDER = 3
"""Tokens between an envoy and who sent them: "de la", "du"."""
_JOINED = 8
"""Tokens before an envoy in which somebody may be named who signs as well."""


def _serves_at(sentence: Sentence, sent: Sequence[Named], named: Named) -> bool:
    """Whether a name stands right behind its preposition and who sent the envoy."""
    return any(
        sentence.is_a("place_in", n.last) and named.first == n.last + 1 and named.codes != n.codes
        for n in sent
    )


def is_dateline(sentence: Sentence, named: Named) -> bool:
    """ "<agency> Beijing 27th dispatch": a place and a day, then the word for a dispatch."""
    for mark in sentence.of("dateline_end", named.last, named.last + _DATELINE):
        if named.first <= _DATELINE and all(
            sentence.word(i).isdecimal() or sentence.is_a("date_unit", i)
            for i in range(named.last, mark.first)
        ):
            return True
    return False


_DATELINE = 14


def is_kin(sentence: Sentence, named: Named) -> bool:
    """ "Chad, *Taipei's* last ally, signed", "l'allié *du Tchad*": said of somebody else."""
    if sentence.word(named.last) != "'s":
        return _is_kin_before(sentence, named)
    kin = sentence.of("kin", named.last + 1, named.last + 1 + _KIN)
    return bool(kin) and not any(
        n.first > named.last and n.first < kin[0].first for n in sentence.named
    )


def _is_kin_before(sentence: Sentence, named: Named) -> bool:
    """ "allié *du Tchad*", "socio comercial *de Omán*": where "of" and the name follow."""
    first = named.first
    while sentence.is_a("article", first - 1) or sentence.word(first - 1) == "'":
        first -= 1
    owned = sentence.is_a("of", first - 1) or sentence.is_a("of", first)
    return owned and any(
        first - 1 <= mark.last <= first for mark in sentence.of("kin", max(0, first - _KIN), first)
    )


_KIN = 4
""" "'s second largest trading partner" """


def is_compared(sentence: Sentence, named: Named, verb: int) -> bool:
    """ "le deuxième pays *après B* à signer": an infinitive follows, and B signed before."""
    near = sentence.of("compared", max(0, named.first - _WITH), named.first)
    return named.last == verb - 1 and any(named.first - mark.last <= 1 for mark in near)
