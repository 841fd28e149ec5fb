"""Step 7, parties: who does it with whom. Hosts, mediators, places and rivals are left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extraction.analysis import Named, Sentence
from extraction.casts import Cast, joined_body, with_members
from extraction.compounds import compound
from extraction.context import Context
from extraction.dealings import dealt_with
from extraction.frame import Frame
from extraction.guesses import is_insiders, is_of_many, is_with_insiders, speaks_of_two
from extraction.leaning import with_context
from extraction.papers import carrier_of_paper, paper_that_does
from extraction.partners_before import (
    hub_and_partners,
    two_sides,
    with_hosts,
    without_earlier_partners,
)
from extraction.rosters import (
    agents,
    between_list,
    bystanders,
    codes_of,
    in_order,
    partners,
    subjects,
)
from extraction.scope import scope_of
from extraction.voices import Voice, voice_of
from pacts.terms import Act, Kind, Scope


def read_parties(frame: Frame, context: Context, earlier: Sequence[Sentence]) -> Cast | None:
    """The cast of a frame; None when fewer than two parties can be told."""
    if frame.sentence.has("people") or (context.about_people and not frame.sentence.named):
        return None
    cast = told_parties(frame, context, earlier) or _of_its_paper(frame, context, earlier)
    if cast and frame.kind is Kind.PARTNERSHIP and cast.scope is not Scope.STATE:
        return None  # a "strategic partnership" of companies is no level of relations
    return cast


def _of_its_paper(frame: Frame, context: Context, earlier: Sequence[Sentence]) -> Cast | None:
    """ "The envoys of A and B signed a communique on establishing relations": who signed it."""
    paper = paper_that_does(frame)
    carrier = paper and carrier_of_paper(frame, paper)
    if carrier is None:
        return None
    voice = voice_of(frame.sentence, carrier)
    return told_parties(replace(frame, trigger=carrier, voice=voice), context, earlier)


def told_parties(frame: Frame, context: Context, earlier: Sequence[Sentence]) -> Cast | None:
    """Who takes part, by the names around the deed, or else by the article."""
    left = [] if _is_only_welcomed(frame) else subjects(frame)
    listed, named = between_list(frame), compound(frame)
    if _is_nobodys(frame, left, listed):
        return None
    if _is_of_others(frame, left, listed):
        return None
    if len(codes_of(listed)) >= _PAIR and not _is_wider(left, listed):
        return _cast(frame, listed, 0.95, "named between")
    if len(codes_of(named)) >= _PAIR:
        return _cast(frame, named, 0.9, "named in the paper's title")
    right = _behind(frame)
    left = without_earlier_partners(frame, left, right)
    several = len(codes_of(left)) >= _PAIR
    if several and right and frame.kind is Kind.RELATIONS:
        return _each_with(frame, left, right)
    if several and frame.voice in _WITH_SUBJECT:
        return _by_several(frame, left)
    if left and right and (frame.kind in {Kind.PARTNERSHIP, Kind.RELATIONS} or _of_many(frame)):
        return _hub(frame, left, right)
    together = [*left, *right, *named]
    if not together and (frame.voice is Voice.PASSIVE or frame.trigger.form == "bare"):
        together = bystanders(frame)
    together = with_hosts(frame.sentence, together, frame.trigger.first)
    together = [*together, *dealt_with(frame, together)]
    if len(codes_of(together)) >= _PAIR:
        return _cast(frame, together, 0.85, "named in the clause")
    return with_context(frame, together, context, earlier)


_WITH_SUBJECT: Final = frozenset({Voice.ACTIVE, Voice.INFINITIVE, Voice.FUTURE})


def _behind(frame: Frame) -> list[Named]:
    """Those who are named behind the deed: "by A", "with B"."""
    active = frame.kind is Kind.RELATIONS and frame.voice is Voice.ACTIVE
    return [*(() if active else agents(frame)), *partners(frame)]


def _by_several(frame: Frame, left: Sequence[Named]) -> Cast | None:
    """ "A and B signed", "A with B, C and D established": several before the verb."""
    apart = _apart(frame, left)
    if apart:
        return _hub(frame, *apart)
    return _cast(frame, [*left, *_signed_with(frame)], 0.9, "named before the verb")


def _apart(frame: Frame, left: Sequence[Named]) -> tuple[Sequence[Named], Sequence[Named]] | None:
    """One party and those beside it, each for a deed of its own, all named before the verb."""
    sides = two_sides(frame.sentence, left) if frame.kind is Kind.RELATIONS else None
    if sides and len(codes_of(sides[0])) > 1:
        return sides[1], sides[0]  # "A and B broke with C"
    return hub_and_partners(frame.sentence, left) if _in_pairs(frame) else None


def _is_only_welcomed(frame: Frame) -> bool:
    """ "A welcomed the accord between B ...": whoever welcomes it is no party of it."""
    sentence, last = frame.sentence, frame.head.last
    yields = sentence.lexicon.triggers[frame.trigger.value].yields
    return yields and sentence.has("between", last, last + _ABOUT)


_ABOUT: Final = 6
""" "the accord on fishing rights between" """


def _signed_with(frame: Frame) -> list[Named]:
    """ "A and B signed a treaty with C": one paper of all three, where levels come in pairs.

    Not "a treaty to end the war with C".
    """
    ends = [frame.trigger.last, frame.head.last, *([frame.level.last] if frame.level else [])]
    beside = any(frame.sentence.is_a("with", i) for i in ends)
    return partners(frame) if beside and frame.kind is Kind.AGREEMENT else []


def _is_nobodys(frame: Frame, left: Sequence[Named], listed: Sequence[Named]) -> bool:
    """Whether others than states do it: "banks reached accords with A and B", a letter of MPs."""
    if speaks_of_two(frame):
        return False
    sentence, head = frame.sentence, frame.head
    if head.family == "text" and sentence.has("personal", head.first, head.last):
        return True
    told = frame.voice is Voice.PASSIVE or (frame.voice in _WITH_SUBJECT and not left)
    if frame.act in {Act.RATIFIED, Act.ACCEDED} and told:
        return is_of_many(frame)
    if frame.kind is not Kind.AGREEMENT or frame.act in {Act.RATIFIED, Act.IN_FORCE}:
        return False
    if is_with_insiders(frame) or _by_banks(frame, left):
        return True
    asked = frame.voice is Voice.NOMINAL and len(codes_of(listed)) >= _PAIR
    return not asked and len(codes_of(left)) < _PAIR and is_insiders(frame)


def _by_banks(frame: Frame, left: Sequence[Named]) -> bool:
    """ "the banks have reached agreements with A and B"."""
    begin, _ = frame.sentence.clause(frame.trigger.first)
    return (
        not _doing(frame, left)
        and (frame.voice in {Voice.ACTIVE, Voice.NOMINAL} or frame.trigger.form == "bare")
        and frame.sentence.has("company", begin, frame.trigger.first)
        and not any(frame.sentence.has(g, begin, frame.trigger.first) for g in _STATES)
    )


_STATES: Final = ("government", "state")


def _doing(frame: Frame, left: Sequence[Named]) -> list[Named]:
    """Those before the verb, but not those whom a "with" brings there."""
    withs = frame.sentence.of("with_before", 0, frame.trigger.first)
    return [n for n in left if not any(mark.last <= n.first for mark in withs)]


def _is_of_others(frame: Frame, left: Sequence[Named], listed: Sequence[Named]) -> bool:
    """ "La France dénonce l'accord entre A et B": a third party decries it, and ends nothing."""
    denies = frame.sentence.lexicon.triggers[frame.trigger.value].denies
    undone = denies or frame.act in {Act.TERMINATED, Act.SUSPENDED}
    ends = undone and frame.voice is Voice.ACTIVE
    two = len(codes_of(left)) >= 1 and len(codes_of(listed)) >= _PAIR
    return ends and two and not set(codes_of(left)) & set(codes_of(listed))


def _is_wider(names: Sequence[Named], others: Sequence[Named]) -> bool:
    """ "A, B and C signed an accord on peace between A and B": all three did."""
    return set(codes_of(names)) > set(codes_of(others)) and len(codes_of(names)) > _PAIR


_PAIR: Final = 2


def _cast(frame: Frame, names: Sequence[Named], certainty: float, how: str) -> Cast:
    codes = with_members([*codes_of(names), *joined_body(frame)])
    return Cast((in_order(codes),), scope_of(frame, names), certainty, how)


def _each_with(frame: Frame, left: Sequence[Named], right: Sequence[Named]) -> Cast:
    """ "A and B broke off relations with C": a pair for each of them."""
    others = [code for code in codes_of(right) if code not in codes_of(left)]
    pairs = tuple(in_order([one, other]) for one in codes_of(left) for other in others)
    scope = scope_of(frame, [*left, *right])
    return Cast(pairs or (in_order(codes_of(left)),), scope, 0.85, "each with the other side")


def _hub(frame: Frame, left: Sequence[Named], right: Sequence[Named]) -> Cast | None:
    """ "A upgraded ties with B, C and D": a pair for each partner."""
    hub = codes_of(left)
    partners = [code for code in codes_of(right) if code not in hub]
    scope = scope_of(frame, [*left, *right])
    if len(hub) == 1 and len(partners) > 1:
        pairs = tuple(in_order([hub[0], partner]) for partner in partners)
        return Cast(pairs, scope, 0.9, "a hub and its partners")
    together = [*hub, *partners]
    if len(together) < 2:
        return None
    return Cast((in_order(together),), scope, 0.9, "named in the clause")


def _of_many(frame: Frame) -> bool:
    """ "расторгла договоры с A и B": papers in the plural, one with each of the partners."""
    sentence, head = frame.sentence, frame.head
    objects = frame.voice is not Voice.NOMINAL and sentence.has(
        "plural_object", head.first, head.last
    )
    if sentence.is_a("plural_before", head.first - 1):
        return True  # "ký *các* hiệp định với A và B"
    return objects or sentence.has("plural_paper", head.first, head.last)


def _in_pairs(frame: Frame) -> bool:
    """Whether several partners stand for as many deeds: levels always, papers if the text says."""
    sentence = frame.sentence
    begin, _ = sentence.clause(frame.first)
    return frame.kind is Kind.PARTNERSHIP or sentence.has("each", begin, frame.trigger.first)
