"""Step 7, parties: who does it with whom. Hosts, mediators, places and rivals are left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from extraction.analysis import Named, Sentence
from extraction.blocks import Role
from extraction.context import Context
from extraction.frames import Frame
from extraction.gazetteer import Gazetteer
from extraction.guesses import (
    is_insiders,
    is_of_many,
    is_with_insiders,
    may_guess,
    speaks_of_two,
)
from extraction.noun_phrases import title_around
from extraction.papers import carrier_of_paper, paper_that_does
from extraction.partners_before import hub_and_partners
from extraction.rosters import (
    agents,
    between_list,
    bystanders,
    codes_of,
    compound,
    in_order,
    partners,
    subjects,
    unique,
    usable,
)
from extraction.scope import NEARBY, rank_of_words, scope_of, speaks_for_states
from extraction.strangers import with_a_stranger
from extraction.understood import UNDERSTOOD
from extraction.voices import Voice, voice_of
from pacts.terms import Act, Kind, Scope


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part in a frame."""

    groups: tuple[tuple[str, ...], ...]
    """Usually one set of parties; a hub with several partners has one pair for each."""
    scope: Scope
    certainty: float
    how: str


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
    listed, left = between_list(frame), subjects(frame)
    if _is_nobodys(frame, left):
        return None
    if len(codes_of(listed)) >= 2 and not _is_wider(left, listed):
        return _cast(frame, listed, 0.95, "named between")
    right = [*agents(frame), *partners(frame)]
    named = compound(frame)
    if len(codes_of(named)) >= 2:
        return _cast(frame, named, 0.9, "named in the paper's title")
    if frame.kind is Kind.RELATIONS and len(codes_of(left)) >= 2 and right:
        return _each_with(frame, left, right)
    if len(codes_of(left)) >= 2 and frame.voice in {Voice.ACTIVE, Voice.INFINITIVE, Voice.FUTURE}:
        apart = hub_and_partners(frame.sentence, left) if _in_pairs(frame) else None
        return _hub(frame, *apart) if apart else _cast(frame, left, 0.9, "named before the verb")
    if left and right and frame.kind in {Kind.PARTNERSHIP, Kind.RELATIONS}:
        return _hub(frame, left, right)
    together = [*left, *right, *named]
    if not together and (frame.voice is Voice.PASSIVE or frame.trigger.form == "bare"):
        together = bystanders(frame)
    if len(codes_of(together)) >= 2:
        return _cast(frame, together, 0.85, "named in the clause")
    return _with_context(frame, together, context, earlier)


def _is_nobodys(frame: Frame, left: Sequence[Named]) -> bool:
    """Whether others than states do it: "banks reached accords with A and B", a letter of MPs."""
    if not frame.sentence.lexicon.subject_first or speaks_of_two(frame):
        return False
    sentence, head = frame.sentence, frame.head
    if head.family == "text" and sentence.has("personal", head.first, head.last):
        return True
    if frame.act in {Act.RATIFIED, Act.ACCEDED} and frame.voice is Voice.PASSIVE:
        return is_of_many(frame)
    if frame.kind is not Kind.AGREEMENT or frame.act in {Act.RATIFIED, Act.IN_FORCE}:
        return False
    if is_with_insiders(frame) or _by_banks(frame, left):
        return True
    return len(codes_of(left)) < _PAIR and is_insiders(frame)


def _by_banks(frame: Frame, left: Sequence[Named]) -> bool:
    """ "the banks have reached agreements with A and B"."""
    begin, _ = frame.sentence.clause(frame.trigger.first)
    return (
        not left
        and frame.voice in {Voice.ACTIVE, Voice.NOMINAL}
        and (
            frame.sentence.has("company", begin, frame.trigger.first)
            and not frame.sentence.has("government", begin, frame.trigger.first)
        )
    )


def _is_wider(names: Sequence[Named], others: Sequence[Named]) -> bool:
    """ "A, B and C signed an accord on peace between A and B": all three did."""
    return set(codes_of(names)) > set(codes_of(others)) and len(codes_of(names)) > _PAIR


_PAIR: Final = 2


def _cast(frame: Frame, names: Sequence[Named], certainty: float, how: str) -> Cast:
    codes = _with_members([*codes_of(names), *_joined_body(frame)])
    return Cast((in_order(codes),), scope_of(frame, names), certainty, how)


def _joined_body(frame: Frame) -> list[str]:
    """The organisation that several join or leave: "A and B are leaving ECOWAS"."""
    if frame.head.family == "organisation":
        return [frame.head.kind]
    if frame.head.family != "membership":
        return []
    behind = frame.sentence.parties(frame.head.last, frame.head.last + _BODY_REACH)
    return [code for named in behind for code in named.codes if len(code) > _STATE_CODE][:1]


_STATE_CODE: Final = 2
"""Letters in the code of a state; organisations have longer ones."""
_BODY_REACH: Final = 16
""" "member of the Organisation for Economic Cooperation and Development" """


def _with_members(codes: Sequence[str]) -> list[str]:
    """A small alliance named beside one of its members stands for all of them (AUKUS)."""
    found: list[str] = []
    for code in codes:
        members = Gazetteer.load().members(code)
        small = 1 < len(members) <= _SMALL_ALLIANCE and members.intersection(codes)
        found.extend(sorted(members) if small else [code])
    return unique(found)


_SMALL_ALLIANCE: Final = 4


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


# --- context -------------------------------------------------------------------------------


def _with_context(
    frame: Frame, names: Sequence[Named], context: Context, earlier: Sequence[Sentence]
) -> Cast | None:
    """Fill in from the article: "the two countries", "we", a partner named before."""
    sentence = frame.sentence
    if frame.head.family in _ANYBODYS:
        return None  # whoever signs a contract or a loan unnamed may be anybody
    scope = _scope_around(frame, names)
    together = codes_of(names)
    begin, _ = sentence.clause(frame.first)
    if context.home and sentence.has("we", max(0, begin - 2), frame.last):
        together = unique([*together, context.home])
        if len(together) >= 2:
            return Cast((in_order(together),), scope, 0.7, "the publisher's own state")
    together = unique([*together, *_joined_body(frame)])
    if len(together) >= 2:
        return Cast((in_order(together),), scope, 0.8, "named in the clause")
    if frame.voice is Voice.MODIFIER and not _may_lean(frame, together):
        return None
    if with_a_stranger(frame, names):
        return None
    if sentence.has("collective_three") and len(context.ranking) >= _THREE:
        three = in_order(_with_members(context.ranking[:_THREE]))
        return Cast((three,), scope, 0.6, "the three that the article is about")
    pair = _pair_of(frame, together, context, earlier)
    named_before = pair != context.pair
    told = named_before or context.pair_is_told or sentence.has("collective_two")
    told = told and may_guess(frame, names, context, firm=named_before or context.firm)
    if not together:
        return _of_pair(frame, pair, scope) if told else None
    if frame.act in _ONE_SIDED and _is_of_many(frame, earlier):
        before = codes_of(sentence.parties(0, frame.trigger.first))
        alone = Cast((tuple(together),), scope, 0.7, "one state and a document of many")
        return alone if together[0] in before else None
    return _alone(frame, together[0], pair if told else (), scope, context)


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
    return pair


def _scope_around(frame: Frame, names: Sequence[Named]) -> Scope:
    """The scope by the names, or by the words around where those name nobody in particular."""
    sentence, scope = frame.sentence, scope_of(frame, names)
    # Where the noun comes last, what stands before it only says what the papers are about.
    near = sentence.of("with", frame.last, min(len(sentence.tokens), frame.last + NEARBY))
    behind = (near[0].last if near else frame.last) + NEARBY
    stop = frame.first if sentence.lexicon.noun_last else behind
    around = rank_of_words(sentence, 0, min(len(sentence.tokens), stop))
    vague = around in {Scope.CORPORATE, Scope.MIXED} and not speaks_for_states(frame)
    return around if around and vague and scope is Scope.STATE else scope


def _of_pair(frame: Frame, pair: Sequence[str], scope: Scope) -> Cast | None:
    if len(pair) != _PAIR or not _speaks_of_the_pair(frame):
        return None
    certainty = 0.75 if frame.sentence.has("collective_two") else 0.55
    both = in_order(_with_members(pair))
    return Cast((both,), scope, certainty, "the pair that the article is about")


_THREE: Final = 3
_ANYBODYS: Final = frozenset({"contract", "accord", "cooperation"})
"""Families of objects that say nothing of who deals with whom."""


def _alone(
    frame: Frame, code: str, pair: Sequence[str], scope: Scope, context: Context
) -> Cast | None:
    """One party named: its partner from the article, or a deed that one can do alone."""
    if frame.head.kind == "convention" and frame.act in _ONE_SIDED and _is_many_sided(frame):
        return Cast(((code,),), scope, 0.7, "joins or leaves a many-sided document")
    if _is_order(frame):
        return None
    partner = _partner(code, pair) or _whose_partner(frame, code, context)
    partner = partner or _hub_of(frame, code, context)
    if frame.act is Act.ACCEDED or frame.sentence.has("unnamed", *_clause_before(frame)):
        partner = None
    if partner:
        return Cast((in_order([code, partner]),), scope, 0.6, "partner from the article")
    if frame.kind is Kind.STATEMENT and Gazetteer.load().is_organisation(code):
        return Cast(((code,),), scope, 0.7, "an organisation speaks for its members")
    if frame.kind is Kind.AGREEMENT and _is_many_sided(frame):
        return Cast(((code,),), scope, 0.7, "joins a many-sided document")
    return None


_ONE_SIDED: Final = frozenset({Act.RATIFIED, Act.ACCEDED, Act.TERMINATED})


def _is_of_many(frame: Frame, earlier: Sequence[Sentence]) -> bool:
    """Whether the paper, or the one spoken of before, is one that many states share."""
    sentence, head = frame.sentence, frame.head
    end = head.last + NEARBY * sentence.lexicon.stretch
    return sentence.has("multilateral", 0, end) or any(s.has("multilateral") for s in earlier)


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
    return len(pair) == _PAIR and all(len(code) == _STATE_CODE for code in pair)


def _hub_of(frame: Frame, code: str, context: Context) -> str | None:
    """Whom the article is most about, for one who does "the same": "Chad is to sign as well"."""
    sentence = frame.sentence
    begin, end = sentence.clause(frame.first)
    same = frame.head.kind == UNDERSTOOD or sentence.has("likewise", begin, end)
    others = [other for other in context.ranking if other != code]
    return others[0] if same and others and frame.kind is Kind.AGREEMENT else None


def _in_pairs(frame: Frame) -> bool:
    """Whether several partners stand for as many deeds: levels always, papers if the text says."""
    sentence = frame.sentence
    begin, _ = sentence.clause(frame.first)
    return frame.kind is Kind.PARTNERSHIP or sentence.has("each", begin, frame.trigger.first)


def _told_of_the_pair(frame: Frame) -> bool:
    """ "the documents that the two sides signed", where what describes stands in front."""
    sentence = frame.sentence
    begin, _ = sentence.clause(frame.first)
    if sentence.has("we", begin, frame.first) or (
        frame.act in _AT_A_TABLE and not sentence.lexicon.modifiers_after
    ):
        return True
    return sentence.lexicon.noun_last and sentence.has("collective_two", begin, frame.first)


def _may_lean(frame: Frame, together: Sequence[str]) -> bool:
    """Whether a participle that describes may take parties from the article.

    "the agreement signed with Peru" may, "treaties concluded by Peru" may not.
    """
    if frame.sentence.is_a("agent", frame.trigger.last):
        return False
    return bool(partners(frame)) if together else _told_of_the_pair(frame)


_AT_A_TABLE: Final = frozenset({Act.SIGNED, Act.EXCHANGED, Act.INITIALLED})
"""What is done to a paper when its parties sit together."""


def _speaks_of_the_pair(frame: Frame) -> bool:
    """Whether a deed without names can be the article's own parties'."""
    sentence = frame.sentence
    if _stands_between_others(frame):
        return False
    intransitive = sentence.lexicon.triggers[frame.trigger.value].intransitive
    without_tense = frame.trigger.form == "bare" and frame.voice is Voice.INFINITIVE
    without_tense = without_tense and not intransitive
    has_subject = (frame.voice is Voice.ACTIVE and not intransitive) or without_tense
    told = sentence.role in {Role.BODY, Role.LEDE} or sentence.lexicon.drops_subject
    if not has_subject or not told:
        return True
    if frame.trigger.form == "bare" and frame.head.last <= frame.trigger.first:
        return True  # "the accord [was] not signed this time"
    begin = 0 if without_tense else sentence.clause(frame.first)[0]
    if begin and any(m.first == begin for m in sentence.of("relative_subject")):
        begin = sentence.clause(begin - 1)[0]  # "the presidents announced that they raise"
    if _has_no_subject(frame, begin):
        return True
    groups = ("collective_two", "we", "state", "pronoun", "occasion")
    begin, end = max(0, begin - 2), frame.trigger.first
    if _is_domestic(frame, begin, end):
        return False
    if frame.kind is not Kind.AGREEMENT and sentence.has("head", begin, end):
        return True  # "relations are now a partnership", "the declaration lifts ties to"
    return any(
        not (group == "pronoun" and _goes_on(frame, mark.last))
        for group in groups
        for mark in sentence.of(group, begin, end)
    )


def _is_domestic(frame: Frame, begin: int, end: int) -> bool:
    """ "Congress failed to reach an accord": parliaments ratify, they do not treat with states."""
    sentence = frame.sentence
    if frame.act is Act.RATIFIED or sentence.has("collective_two", begin, end):
        return False
    offices = sentence.of("state", begin, end)
    return bool(offices) and all(sentence.is_a("legislature", m.first) for m in offices)


def _goes_on(frame: Frame, index: int) -> bool:
    """ "the two exchanges": no pronoun but the beginning of a noun."""
    sentence = frame.sentence
    return (
        index < frame.trigger.first
        and sentence.lexicon.subject_first
        and sentence.word(index).isalpha()
        and not sentence.is_adverb(index)
        and not any(
            sentence.is_a(group, index)
            for group in ("cue", "auxiliary_have", "auxiliary_be", "state", "modal")
        )
    )


def _has_no_subject(frame: Frame, begin: int) -> bool:
    """ "Además, firmaron tres acuerdos": where verbs need no subject, it is who was spoken of."""
    sentence = frame.sentence
    return sentence.lexicon.drops_subject and all(
        sentence.is_adverb(i)
        or sentence.word(i) in _MARKS
        or sentence.word(i).isdecimal()
        or any(sentence.is_a(group, i) for group in _BEFORE_A_BARE_VERB)
        for i in range(begin, frame.trigger.first)
    )


_BEFORE_A_BARE_VERB: Final = ("joins", "subordinators", "auxiliary_have", "setting", "date.months")
_MARKS: Final = frozenset({",", ".", '"', "-", "("})


def _stands_between_others(frame: Frame) -> bool:
    """ "an accord between the port and a bank": others, whom nobody knows."""
    sentence = frame.sentence
    return any(
        not sentence.has("collective_two", mark.last, mark.last + _COLLECTIVE_REACH)
        and not _is_of_another_paper(frame, mark.first)
        and rank_of_words(sentence, mark.last, mark.last + _COLLECTIVE_REACH) is not Scope.STATE
        and not sentence.has("head", mark.last, mark.last + _PAPER_REACH)
        for mark in sentence.of("between", frame.head.last)
    )


_PAPER_REACH: Final = 4
""" "not among the papers" """


def _is_of_another_paper(frame: Frame, position: int) -> bool:
    """ "signed three papers: a treaty, a memorandum between academies ...": one of a list."""
    heads = frame.sentence.of("head", frame.last, position)
    return any(mark.value.startswith("document") for mark in heads)


_COLLECTIVE_REACH: Final = 8
""" "between the ministries of the two countries" """


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


def _is_many_sided(frame: Frame) -> bool:
    """A proper name in the plural or of a convention: "the Artemis Accords"."""
    sentence, head = frame.sentence, frame.head
    shouted = sentence.quote.isupper()
    named = (sentence.words(head.first, head.last)[:1].isupper() and not shouted) or (
        title_around(sentence, head.first) is not None
    )
    named = named or _has_name_behind(frame)
    whole = not sentence.lexicon.case_marked
    return named and any(
        mark.first == head.first and (mark.last == head.last or not whole)
        for mark in sentence.of("many_sided", head.first, head.last)
    )


def _has_name_behind(frame: Frame) -> bool:
    """ "les accords d'Artémis", "la convention de Rotterdam": where names follow their noun."""
    sentence, behind = frame.sentence, frame.head.last
    if not sentence.lexicon.modifiers_after or not sentence.is_a("of", behind):
        return False
    while sentence.is_a("of", behind) or sentence.word(behind) == "'":
        behind += 1
    if behind >= len(sentence.tokens) or not sentence.lexicon.spaced:
        return False
    state = any(n.first <= behind < n.last and n.mention.kind != "capital" for n in sentence.named)
    return sentence.text[sentence.tokens[behind].start].isupper() and not state
