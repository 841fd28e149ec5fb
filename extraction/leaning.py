"""Step 7c, leaning: parties that the sentence leaves out, lent by the article.

"The two countries signed", "we have agreed", "a treaty with Peru": who else takes part was said
before, or follows from whom the article is about. Whatever speaks against that is a doubt, which
lowers the confidence; only what is certainly somebody else's gets nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extraction.analysis import Named, Sentence
from extraction.blocks import Role
from extraction.bystanders import usable
from extraction.casts import Cast, joined_body, with_firms, with_members
from extraction.context import Context
from extraction.frame import Frame
from extraction.gazetteer import Gazetteer, is_body
from extraction.guesses import NOBODYS, against_guessing
from extraction.guesses import is_of_many as is_done_by_many
from extraction.many_sided import ONE_SIDED, is_many_sided, is_of_many, states_counted
from extraction.rosters import codes_of, in_order, partners, unique
from extraction.scope import (
    NEARBY,
    rank_of_words,
    scope_of,
    speaks_for_states,
    told_behind_colon,
)
from extraction.speaking import (
    follows_a_company,
    is_by_a_person,
    is_contract_of_one,
    is_domestic,
    may_lean,
    speaks_of_the_pair,
    stands_between_others,
)
from extraction.strangers import with_a_stranger
from extraction.surroundings import is_background
from extraction.understood import UNDERSTOOD
from extraction.voices import Voice
from pacts.terms import Act, Kind, Scope

_PAIR: Final = 2


def with_context(
    frame: Frame, names: Sequence[Named], context: Context, earlier: Sequence[Sentence]
) -> Cast | None:
    """Fill in from the article: "the two countries", "we", a partner named before."""
    sentence, scope = frame.sentence, _scope_around(frame, names)
    together = codes_of(names)
    begin, _ = sentence.clause(frame.first)
    if context.home and sentence.has("we", max(0, begin - 2), frame.last):
        together = unique([*together, context.home])
        if len(together) >= _PAIR:
            return Cast((in_order(together),), scope, 0.7, "the publisher's own state")
    together = unique([*together, *joined_body(frame)])
    if len(together) >= _PAIR:
        return Cast((in_order(together),), scope, 0.8, "named in the clause")
    if sentence.about and sentence.about not in together:
        above = [] if together else _named_above(sentence, earlier)
        told = unique([*together, sentence.about, *above])
        if len(told) >= _PAIR:
            return Cast((in_order(told[:_PAIR]),), scope, 0.7, "the state that a brief is about")
    counted = states_counted(frame)
    if counted and not together:
        listed = next((names for names in context.rosters if _as_many(names, counted)), None)
        return Cast((in_order(listed),), scope, 0.7, "as many as are counted") if listed else None
    if sentence.has("collective_three") and len(context.ranking) >= _THREE:
        three = in_order(with_members(context.ranking[:_THREE]))
        return Cast((three,), scope, 0.6, "the three that the article is about")
    if not together and _is_of_a_law(frame, earlier):
        return None
    pair = _pair_of(frame, together, context, earlier)
    lent = _lent(frame, together, pair, scope, context, earlier)
    doubts = (
        tuple(_doubts(frame, names, pair, context, earlier)) if lent and lent.how in _LENT else ()
    )
    if lent is None or not NOBODYS.isdisjoint(doubts):
        return None
    lent = with_firms(lent, context.firms)
    return replace(lent, doubts=doubts, certainty=lent.certainty / 2) if doubts else lent


def _lent(
    frame: Frame,
    together: list[str],
    pair: Sequence[str],
    scope: Scope,
    context: Context,
    earlier: Sequence[Sentence],
) -> Cast | None:
    sentence = frame.sentence
    if set(together) < set(context.spoken_of) and _speaks_of_it(frame):
        return Cast((context.spoken_of,), scope, 0.6, "those of the paper told of before")
    if not together:
        certainty = 0.75 if sentence.has("collective_two") else 0.55
        both = in_order(with_members(pair))
        return Cast((both,), scope, certainty, _THE_PAIR) if len(pair) == _PAIR else None
    if frame.act in ONE_SIDED and is_of_many(frame, earlier):
        before = codes_of(sentence.parties(0, frame.trigger.first))
        alone = Cast((tuple(together),), scope, 0.7, "one state and a document of many")
        return alone if together[0] in before else None
    return _alone(frame, together[0], pair, scope, context)


def _is_of_a_law(frame: Frame, earlier: Sequence[Sentence]) -> bool:
    """ "Congress passed a law on aid. The president signed the *document*": what was spoken of."""
    head = frame.head
    if not frame.sentence.has("vague_paper", head.first, head.last) or not earlier:
        return False
    papers = [mark.value for mark in earlier[-1].of("head") if mark.value != _ANY_PAPER]
    return earlier[-1].has("domestic") and not any(p.startswith("document") for p in papers)


_ANY_PAPER: Final = "document:document"


def _as_many(names: Sequence[str], counted: int) -> bool:
    """Whether a sentence names the states that are counted; of many, one may be unknown."""
    return abs(len(names) - counted) <= (1 if counted > _FEW else 0)


_FEW: Final = 5


def _named_above(sentence: Sentence, earlier: Sequence[Sentence]) -> list[str]:
    """Whom the same brief named before, in its order."""
    same = (before for before in earlier if before.about == sentence.about)
    return [code for before in same for code in codes_of(before.named)]


def tells_of_a_paper(frame: Frame, cast: Cast) -> bool:
    """Whether a frame names the parties of a paper itself: those after it may mean the same."""
    named = cast.how not in _LENT and len(cast.groups) == 1
    return named and frame.kind is Kind.AGREEMENT and len(cast.groups[0]) >= _PAIR


def _speaks_of_it(frame: Frame) -> bool:
    """ "It takes effect in May", "the agreement was signed": the paper told of before."""
    sentence, head = frame.sentence, frame.head
    if frame.kind is not Kind.AGREEMENT or sentence.has("collective_two"):
        return False
    beside = head.last if sentence.lexicon.modifiers_after else head.first - 1
    return head.kind == UNDERSTOOD or sentence.is_a("definite", beside)


_THE_PAIR: Final = "the pair that the article is about"
_A_PARTNER: Final = "partner from the article"
_LENT: Final = frozenset({_THE_PAIR, _A_PARTNER})


def _doubts(
    frame: Frame,
    names: Sequence[Named],
    pair: Sequence[str],
    context: Context,
    earlier: Sequence[Sentence],
) -> Iterator[str]:
    """What speaks against parties that the sentence does not name."""
    sentence = frame.sentence
    yield from _doubts_of_paper(frame)
    if frame.voice is Voice.MODIFIER and not may_lean(frame, codes_of(names)):
        yield "only described"
    if with_a_stranger(frame, names):
        yield "another side is named"
    before = tuple(pair) != context.pair
    if not (before or context.pair_is_told or sentence.has("collective_two")):
        yield "no pair stands out"
    if is_contract_of_one(frame, names):
        yield "a contract with one side named"
    if not names:
        yield from _doubts_of_doers(frame)
    if _is_done_by_others(frame, names, context, earlier):
        yield "done by others"
    against = against_guessing(frame, names, context, firm=before or context.firm)
    if against:
        yield against


def _doubts_of_doers(frame: Frame) -> Iterator[str]:
    """What the words for those who do it say against its being the article's two."""
    if stands_between_others(frame):
        yield "between others"
    if is_by_a_person(frame):
        yield "signed by a person"
    if is_domestic(frame):
        yield "done by a parliament"
    if not speaks_of_the_pair(frame):
        yield "its subject is nobody known"


def _is_done_by_others(
    frame: Frame, names: Sequence[Named], context: Context, earlier: Sequence[Sentence]
) -> bool:
    """Deeds of "all members", of a firm told of before, of the factions of the headline."""
    if not frame.sentence.named and (is_done_by_many(frame) or follows_a_company(frame, earlier)):
        return True
    at_home = context.about_insiders and frame.act in _AT_HOME
    return not names and at_home and not frame.sentence.has("two_states")


_AT_HOME: Final = frozenset({Act.SIGNED, Act.NEGOTIATED})
"""What factions of one country do to a paper as well."""


def _doubts_of_paper(frame: Frame) -> Iterator[str]:
    """What the sort of paper says against its being the article's two's."""
    if frame.head.kind == "notice":
        yield "what persons sign"
    if frame.head.family in _ANYBODYS:
        yield "a contract may be anybody's"
    if is_background(frame):
        yield "a paper that everybody knows"


def _pair_of(
    frame: Frame, together: list[str], context: Context, earlier: Sequence[Sentence]
) -> tuple[str, ...]:
    """The pair that an unnamed party belongs to: of the headline, named before, of the article."""
    titled = _titled_pair(frame, together, context)
    if titled:
        return titled
    pair = _pair_before(frame, together, earlier)
    if not pair or (not together and _is_of_states(context.pair) and not _is_of_states(pair)):
        return context.pair
    if not together and _is_the_articles_own(frame, pair, context):
        return context.pair
    return pair


def _is_the_articles_own(frame: Frame, pair: Sequence[str], context: Context) -> bool:
    """ "The Treaty of Friendship was signed at night", behind a word on one of two and a third.

    Not "the document", nor what "the two countries" signed: those were named right before.
    """
    if frame.head.kind in _NAMED_BEFORE or frame.sentence.has("collective_two"):
        return False
    return context.firm and len(set(pair) & set(context.pair)) == 1


_NAMED_BEFORE: Final = frozenset({"document", UNDERSTOOD})


def _scope_around(frame: Frame, names: Sequence[Named]) -> Scope:
    """The scope by the names, or by the words around where those name nobody in particular."""
    sentence, scope = frame.sentence, scope_of(frame, names)
    if told_behind_colon(frame, names):
        return scope
    # Where the noun comes last, what stands before it only says what the papers are about.
    near = sentence.of("with", frame.last, min(len(sentence.tokens), frame.last + NEARBY))
    behind = (near[0].last if near else frame.last) + NEARBY
    if not near:  # "thanked for the signing of the accord and asked entrepreneurs to"
        ends = (m.first for m in sentence.of("joins", frame.last, behind) if m.first > frame.last)
        behind = min(behind, next(ends, behind))
    stop = frame.first if sentence.lexicon.noun_last else behind
    around = rank_of_words(sentence, 0, min(len(sentence.tokens), stop))
    vague = around in {Scope.CORPORATE, Scope.MIXED} and not speaks_for_states(frame)
    return around if around and vague and scope is Scope.STATE else scope


_THREE: Final = 3
_ANYBODYS: Final = frozenset({"contract", "accord", "cooperation"})
"""Families of objects that say nothing of who deals with whom."""


def _alone(
    frame: Frame, code: str, pair: Sequence[str], scope: Scope, context: Context
) -> Cast | None:
    """One party named: its partner from the article, or a deed that one can do alone."""
    if frame.head.kind == "convention" and frame.act in ONE_SIDED:
        return Cast(((code,),), scope, 0.7, "joins or leaves a many-sided document")
    if _is_order(frame):
        return None
    partner = _partner(code, pair) or _whose_partner(frame, code, context)
    partner = partner or _hub_of(frame, code, context) or _host_of_trip(frame, code)
    if _is_with_a_third(frame, code):
        partner = None
    if frame.act is Act.ACCEDED or frame.sentence.has("unnamed", *_clause_before(frame)):
        partner = None
    if partner:
        return Cast((in_order([code, partner]),), scope, 0.6, _A_PARTNER)
    if frame.kind is Kind.STATEMENT and Gazetteer.load().is_organisation(code):
        return Cast(((code,),), scope, 0.7, "an organisation speaks for its members")
    if frame.kind is Kind.AGREEMENT and is_many_sided(frame):
        return Cast(((code,),), scope, 0.7, "joins a many-sided document")
    return None


def _is_with_a_third(frame: Frame, code: str) -> bool:
    """ "Both countries have signed with Chad": whoever the two are, Chad is none of them."""
    sentence = frame.sentence
    two = sentence.of("collective_two", *_clause_before(frame))
    third = [n for n in partners(frame) if not sentence.has("between", frame.head.last, n.first)]
    return code in codes_of(third) and any(not sentence.is_a("pronoun", mark.first) for mark in two)


def _clause_before(frame: Frame) -> tuple[int, int]:
    return frame.sentence.clause(frame.first)[0], frame.trigger.first


def _is_order(frame: Frame) -> bool:
    """ "signed a document, ordering ...": what a president signs alone."""
    sentence, head = frame.sentence, frame.head
    vague = sentence.has("vague_paper", head.first, head.last)
    return vague and sentence.has("order_after", head.last, head.last + _ORDERED)


_ORDERED: Final = 4


def _is_of_states(pair: Sequence[str]) -> bool:
    """Whether a pair is two states, whom "both sides" means before it means an organisation."""
    return len(pair) == _PAIR and not any(map(is_body, pair))


def _hub_of(frame: Frame, code: str, context: Context) -> str | None:
    """Whom the article is most about, for one who does "the same": "Chad is to sign as well"."""
    sentence = frame.sentence
    begin, end = sentence.clause(frame.first)
    same = frame.head.kind == UNDERSTOOD or sentence.has("likewise", begin, end)
    others = [other for other in context.ranking if other != code]
    return others[0] if same and others and frame.kind is Kind.AGREEMENT else None


def _host_of_trip(frame: Frame, code: str) -> str | None:
    """ "Romania's minister will travel to Chisinau to sign an accord": with whom they visit."""
    sentence, first = frame.sentence, frame.trigger.first
    if frame.voice is not Voice.INFINITIVE or frame.kind is not Kind.AGREEMENT:
        return None
    hosts = (
        named.codes[0]
        for mark in sentence.of("trip", 0, first)
        for named in sentence.parties(mark.last, min(first, mark.last + _TRIP))
        if code not in named.codes and not is_body(named.codes[0])
    )
    return next(hosts, None)


_TRIP: Final = 3
""" "to the Republic" """


def _partner(code: str, pair: Sequence[str]) -> str | None:
    if code in pair:
        return next((other for other in pair if other != code), None)
    return None


def _whose_partner(frame: Frame, code: str, context: Context) -> str | None:
    """ "A treaty with India may be signed in May": with whomever the article is mostly about."""
    sentence = frame.sentence
    named = any(
        code in n.codes
        and sentence.is_a("with", n.first - 1 - sentence.is_a("article", n.first - 1))
        for n in sentence.parties(frame.head.last, len(sentence.tokens))
    )
    return next((c for c in context.ranking if c != code), None) if named else None


def _pair_before(frame: Frame, together: list[str], earlier: Sequence[Sentence]) -> tuple[str, ...]:
    """The two parties of this sentence or of one of the two before it."""
    for sentence in (frame.sentence, *reversed(earlier[-2:])):
        if sentence.role is Role.TITLE and sentence is not frame.sentence:
            continue
        before = frame.first if sentence is frame.sentence else len(sentence.tokens)
        names = [n for n in sentence.parties(0, before) if usable(sentence, n)]
        codes = codes_of(names)
        if frame.sentence.has("states_two"):
            codes = [code for code in codes if not Gazetteer.load().is_organisation(code)]
        if len(codes) == 2 and all(code in codes for code in together):
            return tuple(codes)
        if sentence is frame.sentence and (tied := _tied_pair(frame)):
            return tied
    return ()


def _tied_pair(frame: Frame) -> tuple[str, ...]:
    """ "papers that will strengthen the Peru-Chad relationship": two names that a dash ties."""
    named = frame.sentence.named
    for one, other in pairwise(named):
        if one.last + 1 == other.first and frame.sentence.word(one.last) == "-":
            codes = codes_of([one, other])
            if len(codes) == _PAIR:
                return tuple(codes)
    return ()


def _titled_pair(frame: Frame, together: list[str], context: Context) -> tuple[str, ...]:
    """ "the two countries" of an article whose headline names just two states."""
    states = [code for code in context.titled if not Gazetteer.load().is_organisation(code)]
    if together or len(states) != _PAIR or not frame.sentence.has("states_two"):
        return ()
    return tuple(sorted(states))
