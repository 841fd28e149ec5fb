"""Step 7, parties: who does it with whom. Hosts, mediators, places and rivals are left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from extraction.analysis import Named, Sentence
from extraction.blocks import Role
from extraction.context import Context, is_place
from extraction.frames import Frame
from extraction.gazetteer import Gazetteer
from extraction.partners_before import hub_and_partners, is_helper, of_this_deed
from extraction.voices import Voice
from pacts.terms import Kind, Scope


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part in a frame."""

    groups: tuple[tuple[str, ...], ...]
    """Usually one set of parties; a hub with several partners has one pair for each."""
    scope: Scope
    certainty: float
    how: str


_LIST_GAP: Final = 8
"""Tokens between two names of one list at most: "the Republic of Kazakhstan, the Republic of"."""
_BEFORE: Final = 40
_AFTER: Final = 30
_MOST_PARTIES: Final = 8


def read_parties(frame: Frame, context: Context, earlier: Sequence[Sentence]) -> Cast | None:
    """The cast of a frame; None when fewer than two parties can be told."""
    if frame.sentence.has("people") or (context.about_people and not frame.sentence.named):
        return None
    cast = told_parties(frame, context, earlier)
    if cast and frame.kind is Kind.PARTNERSHIP and cast.scope is not Scope.STATE:
        return None  # a "strategic partnership" of companies is no level of relations
    return cast


def told_parties(frame: Frame, context: Context, earlier: Sequence[Sentence]) -> Cast | None:
    listed = _between_list(frame)
    if len(_codes(listed)) >= 2:
        return _cast(frame, listed, 0.95, "named between")
    left, right = _subjects(frame), [*_agents(frame), *_partners(frame)]
    compound = _compound(frame)
    if len(_codes(compound)) >= 2:
        return _cast(frame, compound, 0.9, "named in the paper's title")
    if len(_codes(left)) >= 2 and frame.voice in {Voice.ACTIVE, Voice.INFINITIVE, Voice.FUTURE}:
        apart = hub_and_partners(frame.sentence, left) if frame.kind is Kind.PARTNERSHIP else None
        return _hub(frame, *apart) if apart else _cast(frame, left, 0.9, "named before the verb")
    if left and right and frame.kind is Kind.PARTNERSHIP:
        return _hub(frame, left, right)
    together = [*left, *right, *compound]
    if not together and (frame.voice is Voice.PASSIVE or frame.trigger.form == "bare"):
        together = _bystanders(frame)
    if len(_codes(together)) >= 2:
        return _cast(frame, together, 0.85, "named in the clause")
    return _with_context(frame, together, context, earlier)


def _cast(frame: Frame, names: Sequence[Named], certainty: float, how: str) -> Cast:
    codes = _with_members(_codes(names))
    return Cast((_sorted(codes),), scope_of(frame, names), certainty, how)


def _with_members(codes: Sequence[str]) -> list[str]:
    """A small alliance named beside one of its members stands for all of them (AUKUS)."""
    found: list[str] = []
    for code in codes:
        members = Gazetteer.load().members(code)
        small = 1 < len(members) <= _SMALL_ALLIANCE and members.intersection(codes)
        found.extend(sorted(members) if small else [code])
    return _unique(found)


_SMALL_ALLIANCE: Final = 4


def _hub(frame: Frame, left: Sequence[Named], right: Sequence[Named]) -> Cast | None:
    """ "A upgraded ties with B, C and D": a pair for each partner."""
    hub = _codes(left)
    partners = [code for code in _codes(right) if code not in hub]
    scope = scope_of(frame, [*left, *right])
    if len(hub) == 1 and len(partners) > 1:
        pairs = tuple(_sorted([hub[0], partner]) for partner in partners)
        return Cast(pairs, scope, 0.9, "a hub and its partners")
    together = [*hub, *partners]
    if len(together) < 2:
        return None
    return Cast((_sorted(together),), scope, 0.9, "named in the clause")


# --- names in the sentence -----------------------------------------------------------------


def _usable(sentence: Sentence, named: Named) -> bool:
    return not (
        is_place(sentence, named) or is_venue(sentence, named) or is_bystander(sentence, named)
    )


def is_venue(sentence: Sentence, named: Named) -> bool:
    """ "the ASEAN summit", "the UN Charter": not the organisation as a party."""
    if named.mention.kind == "leader":
        return False
    organisation = named.mention.kind in {"organisation", "abbreviation"} and not any(
        len(code) == 2 for code in named.codes
    )
    return any(
        organisation or sentence.is_a("venue_always", index)
        for index in _venues_beside(sentence, named)
    )


def _venues_beside(sentence: Sentence, named: Named) -> list[int]:
    """Where words for meetings and the like stand next to a name or its pair ("ASEAN - Japan")."""
    begin, end = named.first, named.last
    while sentence.word(end) in {"-", "+"} or any(n.first == end for n in sentence.named):
        end += 1
    while sentence.word(begin - 1) in {"-", "+"} or any(n.last == begin for n in sentence.named):
        begin -= 1
    after = sentence.of("venue_after", end, min(end + 2, len(sentence.tokens)))
    before = sentence.of("venue_before", 0, begin)
    return [m.first for m in after if m.first == end] + [m.first for m in before if m.last == begin]


def is_bystander(sentence: Sentence, named: Named) -> bool:
    """Named after "brokered by", "in the presence of", "hosted by" and the like."""
    for mark in sentence.of("mediator", max(0, named.first - 8), named.first):
        gap = range(mark.last, named.first)
        if not any(sentence.is_a("joins", i) for i in gap):
            return True
    return is_helper(sentence, named)


def _bystanders(frame: Frame) -> list[Named]:
    """Two leaders before whom papers are signed stand for the parties when nobody else does."""
    sentence = frame.sentence
    names = [n for n in sentence.named if is_bystander(sentence, n)]
    return names if len(_codes(names)) == 2 else []


def _codes(names: Iterable[Named]) -> list[str]:
    return _unique([code for named in names for code in named.codes])


def _unique(codes: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(codes))


def _sorted(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(codes)))[:_MOST_PARTIES]


def _list_from(sentence: Sentence, start: int, stop: int) -> list[Named]:
    """Names that follow one another from a place on: "A, B and the Republic of C"."""
    found: list[Named] = []
    position = start
    for named in sentence.named:
        if named.first < start or named.first >= stop:
            continue
        if named.first - position > _LIST_GAP or _breaks_list(
            sentence, position, named.first, started=bool(found)
        ):
            break
        found.append(named)
        position = named.last
    return found


def _breaks_list(sentence: Sentence, first: int, last: int, *, started: bool) -> bool:
    words = [sentence.word(i) for i in range(first, last)]
    if ";" in words or "." in words:
        return True
    if not started and any(sentence.is_a("list_break", i) for i in range(first, last)):
        return True
    if any(
        m.form in {"ed", "past", "present", "base", "passive"}
        for m in sentence.of("trigger", first, last)
    ):
        return True
    where = last - 1
    while where > first and sentence.is_a("place_link", where):
        where -= 1
    if sentence.is_a("place_in", where) or sentence.is_a("place", last - 1):
        return True
    joined = any(sentence.is_a("list_joint", i) for i in range(first, last))
    return started and not joined and len(words) > 3


def _between_list(frame: Frame) -> list[Named]:
    sentence = frame.sentence
    stop = min(len(sentence.tokens), frame.last + _AFTER)
    for mark in sentence.of("between", frame.first, stop):
        if _other_object_before(frame, mark.first):
            break
        names = _list_from(sentence, mark.last, stop)
        if len(_codes(names)) >= 2:
            return names
    for mark in reversed(sentence.of("between", 0, frame.first)):
        # "ties between A and B were elevated to ..."
        names = _list_from(sentence, mark.last, frame.first)
        if len(_codes(names)) >= 2 and frame.first - mark.last <= _BEFORE:
            return names
    return []


def _agents(frame: Frame) -> list[Named]:
    """Names behind "by": "the agreement signed by A, B and C"."""
    sentence = frame.sentence
    stop = min(len(sentence.tokens), frame.last + _AFTER)
    for mark in sentence.of("agent", frame.first, min(stop, frame.last + 10)):
        names = _list_from(sentence, mark.last, stop)
        if names:
            return names
    return []


def _other_object_before(frame: Frame, position: int) -> bool:
    """Whether a further deed begins between this frame and a position."""
    return any(
        m.first >= frame.last and m.form in {"past", "present", "future", "passive"}
        for m in frame.sentence.of("trigger", frame.last, position)
    )


def _partners(frame: Frame) -> list[Named]:
    """Names behind "with": "upgraded ties to strategic partnerships with B, C and D"."""
    sentence = frame.sentence
    stop = min(len(sentence.tokens), frame.last + _AFTER)
    begin = min(frame.trigger.last, frame.head.last)
    inside = [n for n in sentence.parties(begin, frame.head.last) if _usable(sentence, n)]
    if inside and frame.kind is Kind.PARTNERSHIP:
        return inside
    for mark in sentence.of("with", begin, stop):
        if _other_object_before(frame, mark.first):
            continue
        names = [n for n in _list_from(sentence, mark.last, stop) if _usable(sentence, n)]
        if names:
            return names
    if inside:
        return inside
    first = frame.head.last
    behind = [n for n in _list_from(sentence, first, min(stop, first + 3)) if _usable(sentence, n)]
    if sentence.lexicon.case_marked and behind and behind[0].first == first:
        return behind  # an owner, told by its ending: "договор Кении"
    return behind if sentence.is_a("of", first) else []


def _subjects(frame: Frame) -> list[Named]:
    """Names before the deed, in its clause; a relative clause looks back over its "which"."""
    sentence = frame.sentence
    # Where the noun comes last, who signs may stand between the paper and the verb.
    end = frame.trigger.first if sentence.lexicon.noun_last else frame.first
    begin, _ = sentence.clause(frame.first)
    names = _before(sentence, begin, end) or _behind_verb(frame)
    while not names and begin > 0:
        begin, _ = sentence.clause(begin - 1)
        names = _before(sentence, begin, end)
    if not names:  # "Da Nang in Vietnam and Sakai in Japan signed"
        where = sentence.parties(max(0, frame.first - _BEFORE), frame.first)
        return where if len(_codes(where)) == 2 else []
    return names


def _behind_verb(frame: Frame) -> list[Named]:
    """ "The treaty signed the presidents of A and B", where endings tell who signs what."""
    sentence, start = frame.sentence, frame.trigger.last
    if not sentence.lexicon.case_marked or frame.voice is Voice.NOMINAL:
        return []
    _, end = sentence.clause(frame.trigger.first)
    names = _list_from(sentence, start, min(end, start + _AFTER))
    if not names or any(sentence.is_a("with", i) for i in range(start, names[0].first)):
        return []
    return [n for n in names if _usable(sentence, n)]


def _before(sentence: Sentence, begin: int, end: int) -> list[Named]:
    begin = max(begin, end - _BEFORE * sentence.lexicon.stretch)
    names = [n for n in sentence.parties(begin, end) if _usable(sentence, n)]
    return of_this_deed(sentence, names, end)


def _compound(frame: Frame) -> list[Named]:
    """ "Vietnam - Kazakhstan Strategic Partnership", "the Japan-Philippines agreement"."""
    sentence = frame.sentence
    for anchor in (frame.head.first, frame.trigger.first):
        names: list[Named] = []
        position = anchor
        for named in reversed(sentence.named):
            if named.last > position:
                continue
            if position - named.last > (4 if not names else 1):
                break
            touching = named.last == position and not sentence.lexicon.spaced
            if names and not touching and sentence.word(named.last) not in {"-", "/"}:
                break
            names.insert(0, named)
            position = named.first
        if len(_codes(names)) >= 2:
            return names
    return []


# --- context -------------------------------------------------------------------------------


def _with_context(
    frame: Frame, names: Sequence[Named], context: Context, earlier: Sequence[Sentence]
) -> Cast | None:
    """Fill in from the article: "the two countries", "we", a partner named before."""
    if frame.head.family == "contract":
        return None  # whoever signs a contract or a loan unnamed may be anybody
    sentence, scope = frame.sentence, scope_of(frame, names)
    around = _rank_of_words(sentence, 0, min(len(sentence.tokens), frame.last + _NEARBY))
    if around in {Scope.CORPORATE, Scope.MIXED} and scope is Scope.STATE:
        scope = around
    together = _codes(names)
    begin, _ = sentence.clause(frame.first)
    if context.home and sentence.has("we", max(0, begin - 2), frame.last):
        together = _unique([*together, context.home])
        if len(together) >= 2:
            return Cast((_sorted(together),), scope, 0.7, "the publisher's own state")
    if frame.voice is Voice.MODIFIER:
        return None
    pair = _pair_before(frame, together, earlier) or context.pair
    if not together and len(pair) == 2 and _speaks_of_the_pair(frame):
        certainty = 0.75 if sentence.has("collective_two") else 0.55
        return Cast((_sorted(pair),), scope, certainty, "the pair that the article is about")
    if len(together) == 1:
        partner = _partner(together[0], pair)
        if partner:
            return Cast((_sorted([together[0], partner]),), scope, 0.6, "partner from the article")
        if frame.kind is Kind.STATEMENT and Gazetteer.load().is_organisation(together[0]):
            return Cast((tuple(together),), scope, 0.7, "an organisation speaks for its members")
        if frame.kind is Kind.AGREEMENT and _is_many_sided(frame):
            return Cast((tuple(together),), scope, 0.7, "joins a many-sided document")
    return None


def _speaks_of_the_pair(frame: Frame) -> bool:
    """Whether a deed without names can be the article's own parties'."""
    sentence = frame.sentence
    if any(m.first >= frame.last for m in sentence.of("between")):
        return False  # between others, whom nobody knows
    without_tense = frame.trigger.form == "bare" and frame.voice is Voice.INFINITIVE
    has_subject = frame.voice is Voice.ACTIVE or without_tense
    if not has_subject or sentence.role not in {Role.BODY, Role.LEDE}:
        return True
    begin = 0 if without_tense else sentence.clause(frame.first)[0]
    groups = ("collective_two", "we", "state", "pronoun")
    return any(sentence.has(group, max(0, begin - 2), frame.first) for group in groups)


def _partner(code: str, pair: Sequence[str]) -> str | None:
    if code in pair:
        return next((other for other in pair if other != code), None)
    return None


def _pair_before(frame: Frame, together: list[str], earlier: Sequence[Sentence]) -> tuple[str, ...]:
    """The two parties of this sentence or of one of the two before it."""
    for sentence in (frame.sentence, *reversed(earlier[-2:])):
        if sentence.role is Role.TITLE and sentence is not frame.sentence:
            continue
        before = frame.first if sentence is frame.sentence else len(sentence.tokens)
        names = [n for n in sentence.parties(0, before) if _usable(sentence, n)]
        codes = _codes(names)
        if len(codes) == 2 and all(code in codes for code in together):
            return tuple(codes)
    return ()


def _is_many_sided(frame: Frame) -> bool:
    """A proper name in the plural or of a convention: "the Artemis Accords"."""
    sentence, head = frame.sentence, frame.head
    return sentence.words(head.first, head.last)[:1].isupper() and any(
        (mark.first, mark.last) == (head.first, head.last) for mark in sentence.of("many_sided")
    )


# --- scope ---------------------------------------------------------------------------------


def scope_of(frame: Frame, names: Sequence[Named]) -> Scope:
    """Who signs: states, companies, towns, or some of each."""
    sentence = frame.sentence
    if sentence.has("subnational_paper", frame.first, frame.last):
        return Scope.SUBNATIONAL
    ranks = _ranks(sentence, names)
    if not ranks:
        ranks = {_rank_of_words(sentence, 0, len(sentence.tokens)) or Scope.STATE}
    if len(ranks) == 1:
        return ranks.pop()
    return Scope.STATE if ranks == {Scope.STATE} else Scope.MIXED


def _ranks(sentence: Sentence, names: Sequence[Named]) -> set[Scope]:
    """One rank for each party: named once as a state it is one."""
    by_code: dict[str, set[Scope]] = {}
    for named in names:
        for code in named.codes:
            by_code.setdefault(code, set()).add(_rank(sentence, named))
    return {Scope.STATE if Scope.STATE in ranks else min(ranks) for ranks in by_code.values()}


_NEARBY: Final = 5


def _rank(sentence: Sentence, named: Named) -> Scope:
    """Whether a name stands for the state, or a company or town of that state."""
    if named.mention.kind == "company" or _names_company(sentence, named):
        return Scope.CORPORATE
    if named.mention.kind in {"leader", "organisation", "agency"}:
        return Scope.STATE
    first, last = named.first, named.last
    stops = {",", ";", ":", "(", ")", "\uff0c", "\uff1b", "\uff1a", "\uff08", "\uff09", "\u3001"}
    nearby = _NEARBY * sentence.lexicon.stretch
    while first > 0 and named.first - first < nearby and sentence.word(first - 1) not in stops:
        if any(n.first <= first - 1 < n.last for n in sentence.named) or sentence.is_a(
            "joint", first - 1
        ):
            break
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
    return _rank_of_words(sentence, first, last) or Scope.STATE


def _names_company(sentence: Sentence, named: Named) -> bool:
    before = sentence.of("company_before", max(0, named.first - 3), named.first)
    after = sentence.of("company_after", named.last, named.last + 3)
    return any(m.last == named.first and _is_name(sentence, m.first) for m in before) or any(
        m.first == named.last and _is_name(sentence, m.first) for m in after
    )


def _is_name(sentence: Sentence, index: int) -> bool:
    return sentence.text[sentence.tokens[index].start].isupper()


def _rank_of_words(sentence: Sentence, first: int, last: int) -> Scope | None:
    company = sentence.has("company", first, last) or sentence.has("university", first, last)
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
