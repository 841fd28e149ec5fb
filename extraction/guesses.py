"""Step 7c, guesses: when a deed that names too few parties may be the article's own two.

An article about two states also tells of parliaments, companies, courts and persons. Their deals
are nobody's whom the article names: a guess needs a clause that leaves room for one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from extraction.analysis import Named, Sentence
from extraction.blocks import Role
from extraction.context import Context
from extraction.frame import Frame
from extraction.tokens import tokenize
from extraction.understood import UNDERSTOOD
from extraction.voices import Voice
from pacts.terms import Act

_SUBJECT: Final = frozenset({Voice.ACTIVE, Voice.INFINITIVE, Voice.FUTURE})
"""Voices that have a subject before them."""
_HEADLINES: Final = frozenset({Role.TITLE, Role.HEADING})


def against_guessing(
    frame: Frame, names: Sequence[Named], context: Context, *, firm: bool
) -> str | None:
    """What speaks against lending the article's pair to a deed; None where nothing does.

    ``firm`` where the first lines of the article name the pair.
    """
    if speaks_of_two(frame):
        return "what persons sign" if _is_personal(frame) else None
    return next((why for why, holds in _AGAINST if holds(frame, names, context, firm)), None)


Test = Callable[[Frame, Sequence[Named], Context, bool], bool]


def _is_loose_understood(
    frame: Frame,
    names: Sequence[Named],
    _context: Context,
    firm: bool,  # noqa: FBT001  # as Test
) -> bool:
    understood = frame.head.kind == UNDERSTOOD and frame.voice is Voice.ACTIVE
    return understood and not firm and not names


def _is_loose_tie(
    frame: Frame,
    _names: Sequence[Named],
    _context: Context,
    firm: bool,  # noqa: FBT001  # as Test
) -> bool:
    return frame.head.family == "ties" and len(_named_around(frame)) <= (0 if firm else 1)


def _is_loosely_reached(
    frame: Frame,
    names: Sequence[Named],
    _context: Context,
    firm: bool,  # noqa: FBT001  # as Test
) -> bool:
    """ "An accord was reached", undated, in an article about many."""
    dated = any(frame.sentence.has(f"date.{group}") for group in ("word", "weekdays", "months"))
    reached = frame.act is Act.NEGOTIATED and frame.voice is Voice.PASSIVE and not dated
    return reached and not (firm or names) and frame.sentence.role not in _HEADLINES


def speaks_of_two(frame: Frame) -> bool:
    """ "the two countries", "both sides": whom the article is about."""
    sentence = frame.sentence
    begin, end = sentence.clause(frame.trigger.first)
    marks = sentence.of("collective_two", max(0, min(begin, frame.first) - 2), max(end, frame.last))
    return any(not sentence.is_a("pronoun", mark.first) for mark in marks)


def is_of_others(frame: Frame) -> bool:
    """Whether the clause names who does it, and nobody that is a state."""
    if is_insiders(frame) or is_with_others(frame):
        return True
    return _is_of_a_company(frame) or _is_with_others_before(frame)


def _named_around(frame: Frame) -> list[Named]:
    begin, end = frame.sentence.clause(frame.trigger.first)
    return frame.sentence.parties(begin, end)


def _is_loose_level(frame: Frame) -> bool:
    """ "an alliance": a word that stands for many things beside a level of relations."""
    return frame.head.kind in {"alliance", "military alliance"}


def _is_personal(frame: Frame) -> bool:
    """ "130 members signed a letter": what persons sign."""
    return frame.head.family == "text" and frame.sentence.has(
        "personal", frame.head.first, frame.head.last
    )


def _yields(frame: Frame) -> bool:
    """ "Chad welcomed the accord": whoever welcomes it need not be a party of it."""
    return frame.sentence.lexicon.triggers[frame.trigger.value].yields


def _by_one_leader(frame: Frame, names: Sequence[Named], context: Context) -> bool:
    """ "the president signed a deal": leaders sign many things at home."""
    one = len(names) == 1 and names[0].mention.kind == "leader" and frame.voice is Voice.ACTIVE
    if one and any(frame.sentence.is_a(group, names[0].last) for group in ("joint", "with_before")):
        return False  # "Xi and Boatu signed"
    return one and not context.title_tells and frame.sentence.role in {Role.BODY, Role.LEDE}


def _is_joined_by_many(frame: Frame) -> bool:
    """ "have joined the convention": a paper of many, of which no two can be told."""
    sentence, head = frame.sentence, frame.head
    many = sentence.has("joined_by_many", head.first, head.last)
    return many and frame.act in {Act.ACCEDED, Act.RATIFIED}


def _is_loose_headline(frame: Frame, *, firm: bool) -> bool:
    """A headline that tells a deed of fewer than two, in an article that is about many."""
    telling = frame.voice in _SUBJECT or frame.voice is Voice.PASSIVE
    return telling and not firm and frame.sentence.role in _HEADLINES


def _only_describes(frame: Frame, names: Sequence[Named]) -> bool:
    """ "its Japanese rival", "American history": an adjective, and no party."""
    sentence = frame.sentence
    if not sentence.lexicon.subject_first or len(names) != 1:
        return False
    if names[0].mention.kind != "demonym" or sentence.role in _HEADLINES:
        return False
    last = names[0].last
    verbal = ("joins", "auxiliary_have", "auxiliary_be", "trigger", "cue", "head")
    if not sentence.word(last).isalpha() or sentence.is_adverb(last):
        return False
    return not any(sentence.is_a(group, last) for group in verbal) and not any(
        sentence.has(group, last, last + _DESCRIBED)
        for group in ("state", "official", "sides", "government", "company")
    )


_DESCRIBED: Final = 4


def is_insiders(frame: Frame) -> bool:
    """ "lawmakers struck a deal", "an accord with the opposition": made within one country."""
    if frame.act in {Act.RATIFIED, Act.IN_FORCE}:
        return False
    sentence = frame.sentence
    begin, _ = sentence.clause(frame.trigger.first)
    first = min(begin, frame.first)
    if sentence.has("insider", first, frame.first) or _is_theirs(frame, first):
        return True
    if frame.head.kind == "truce" and sentence.has("insider"):
        return True
    return is_with_insiders(frame)


def is_with_insiders(frame: Frame) -> bool:
    """ "a deal with rebels", "signed by rebels"; not "A signed a deal, attacked by rebels"."""
    sentence = frame.sentence
    groups = ("with", "between") if frame.voice in _SUBJECT else ("with", "between", "agent")
    _, end = sentence.clause(frame.trigger.first)
    return any(
        sentence.has("insider", mark.last, _end_of_partner(sentence, mark.last, end))
        for group in groups
        for mark in sentence.of(group, frame.last, max(end, frame.last))
    )


def _end_of_partner(sentence: Sentence, first: int, end: int) -> int:
    """ "with Fiji to train police": a state that nothing is joined to ends what "with" holds."""
    stop = min(end, first + _PARTNER)
    for named in sentence.parties(first, stop):
        goes_on = sentence.word(named.last) == "'s" or sentence.is_a("joins", named.last)
        if named.mention.kind != "demonym" and not goes_on:
            return named.last
    return stop


def _is_theirs(frame: Frame, begin: int) -> bool:
    """ "the senators said they had struck a deal": who "they" are stands in the same sentence."""
    sentence = frame.sentence
    spoken = any(
        sentence.has(group, begin, frame.trigger.first) for group in ("pronoun", "we", "university")
    )
    spoken = spoken or frame.head.kind == UNDERSTOOD
    return spoken and (sentence.has("insider") or sentence.has("university", begin, frame.first))


_PARTNER: Final = 8
"""Tokens behind "with" among which a partner is named."""
_NEAR: Final = 5
"""Tokens between a paper and the "with" that holds its partner."""


def is_with_others(frame: Frame) -> bool:
    """ "signed an agreement with Acme": the partner is named, and is none that we know."""
    sentence = frame.sentence
    _, end = sentence.clause(frame.last - 1)
    for mark in sentence.of("with", frame.last, min(end, frame.last + _NEAR + 1)):
        stop = min(end, mark.last + _PARTNER)
        if sentence.parties(mark.last, stop) or _may_be_a_state(sentence, mark.last, stop):
            return False
        first = mark.last
        while sentence.is_a("article", first) or sentence.is_a("adjective_slot", first):
            first += 1
        return _is_capital(sentence, first) or any(
            sentence.has(group, mark.last, stop) for group in ("university", "people", "insider")
        )
    return False


def _is_with_unnamed(frame: Frame) -> bool:
    """ "agreements with 14 more countries", "with several neighbours": nobody says with whom."""
    sentence, last = frame.sentence, frame.last
    for mark in sentence.of("with", frame.head.last, last + _NEAR + 1):
        stop = mark.last + _PARTNER
        counted = any(
            _counts(sentence, m.first - 1) or _counts(sentence, m.first - 2)
            for m in sentence.of("states_plural", mark.last, stop)
        )
        if counted or sentence.has("unnamed", mark.last, stop):
            return not sentence.parties(mark.last, stop)
    return False


def _may_be_a_state(sentence: Sentence, first: int, stop: int) -> bool:
    groups = ("state", "collective_two", "pronoun", "we", "official", "company")
    return any(sentence.has(group, first, stop) for group in groups)


def _is_capital(sentence: Sentence, index: int) -> bool:
    if index >= len(sentence.tokens):
        return False
    if sentence.role in _HEADLINES:
        return sentence.word(index).isalpha()
    return sentence.text[sentence.tokens[index].start].isupper()


def _is_of_a_company(frame: Frame) -> bool:
    """ "Acme Co said it has signed", "India's Acme seals deal"."""
    sentence = frame.sentence
    if not sentence.lexicon.subject_first or frame.voice not in _SUBJECT:
        return False
    begin, _ = sentence.clause(frame.trigger.first)
    if sentence.role in _HEADLINES and _is_firms(sentence, begin, frame.trigger.first):
        return True
    subject = range(begin, frame.trigger.first)
    said = begin > 0 or sentence.has("attribution", begin, frame.trigger.first)
    if said and any(sentence.is_a("it", i) for i in subject):
        return sentence.has("company", 0, frame.trigger.first) and not sentence.has(
            "government", 0, frame.trigger.first
        )
    return sentence.role in _HEADLINES and any(
        sentence.word(named.last) == "'s" and _is_unknown(sentence, named.last + 1, subject.stop)
        for named in sentence.parties(begin, frame.trigger.first)
    )


def _is_with_others_before(frame: Frame) -> bool:
    """ "the ministry with the Andes group signed an accord", where partners precede the verb."""
    sentence, first = frame.sentence, frame.trigger.first
    for mark in reversed(sentence.of("with_before", 0, first)):
        if sentence.has("trigger", mark.last, first) or sentence.parties(mark.last, first):
            return False
        stop = min(first, mark.last + _PARTNER * sentence.lexicon.stretch)
        if sentence.has("company", mark.last, stop):
            return True
        names_one = 1 < first - mark.last <= _PARTNER
        known = any(sentence.has(group, mark.last, first) for group in _KNOWN)
        if names_one and not known and not _holds_office(sentence, mark.last, first):
            return True
    return False


def _holds_office(sentence: Sentence, first: int, last: int) -> bool:
    """ "with Boatu", whom the article named before as "Ghana's deputy premier Boatu"."""
    while last > first and sentence.is_adverb(last - 1):
        last -= 1
    at = sentence.text.find(sentence.words(first, last), 0, sentence.start)
    if at < 0 or first == last:
        return False
    before = tokenize(sentence.text, max(0, at - _OFFICE), at)
    offices = sentence.lexicon.read(before).get("state", ())
    return any(mark.last == len(before) for mark in offices)


_OFFICE: Final = 8
"""Characters of an office in front of a name at most."""


_KNOWN: Final = (
    *("state", "subject", "collective_two", "collective_three", "collective_more", "we", "head"),
    *("attribution", "cue", "about"),
)
"""What between "with" and the verb is, or may stand for, somebody whom the article knows."""


def _is_firms(sentence: Sentence, first: int, stop: int) -> bool:
    """ "Peruvian firm, Korean maker ink deal": companies, and no state but as an adjective."""
    return sentence.has("company", first, stop) and not (
        sentence.has("government", first, stop)
        or sentence.has("state", first, stop)
        or any(n.mention.kind not in {"demonym", "company"} for n in sentence.parties(first, stop))
    )


def _is_unknown(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether a subject's own noun is a name of nobody that signs for a state."""
    return (
        first < stop
        and _is_capital(sentence, first)
        and not sentence.parties(first, stop)
        and not any(sentence.has(group, first, stop) for group in ("state", "sides", "head"))
    )


def _has_strange_subject(frame: Frame) -> bool:
    """ "Keeper inks new deal": a headline whose subject is nobody that could be a state."""
    sentence = frame.sentence
    if not sentence.lexicon.subject_first or sentence.role not in _HEADLINES:
        return False
    intransitive = sentence.lexicon.triggers[frame.trigger.value].intransitive
    if frame.voice not in _SUBJECT or intransitive:
        return False
    begin, _ = sentence.clause(frame.trigger.first)
    subject = range(begin, frame.trigger.first)
    if not any(sentence.word(i).isalpha() and not sentence.is_adverb(i) for i in subject):
        return False
    return not sentence.parties(begin, frame.trigger.first) and not any(
        sentence.has(group, begin, frame.trigger.first)
        for group in ("collective_two", "we", "state", "pronoun", "sides")
    )


def is_of_many(frame: Frame) -> bool:
    """ "ratified by 114 countries", "all member states": more than the article's two."""
    sentence = frame.sentence
    begin, end = sentence.clause(frame.trigger.first)
    first, last = min(begin, frame.first), max(end, frame.last)
    return sentence.has("many", first, last) or any(
        _counts(sentence, mark.first - 1) or _counts(sentence, mark.first - 2)
        for mark in sentence.of("states_plural", first, last)
    )


def _counts(sentence: Sentence, index: int) -> bool:
    word = sentence.word(index)
    numbers = [int(m.value) for m in sentence.of("date.numbers", index, index + 1)]
    return (word.isdecimal() and _TWO < int(word) < _YEARS) or any(n > _TWO for n in numbers)


_TWO: Final = 2
_YEARS: Final = 1000
"""From here on a number before "countries" is a year."""


NOBODYS: Final = frozenset(
    {
        *("done by others", "a headline about others", "what persons sign", "a loose level"),
        *("an adjective", "signed by one leader", "joined by many", "only described"),
        *("between others", "done by a parliament", "a paper that everybody knows"),
        *("a contract with one side named", "signed by a person", "with unnamed states"),
    }
)
"""Objections after which the deed is nobody's whom the article names; others are mere doubts."""
_AGAINST: Final[tuple[tuple[str, Test], ...]] = (
    ("done by others", lambda f, _n, _c, _f: is_of_others(f)),
    ("a headline about others", lambda f, _n, _c, _f: _has_strange_subject(f)),
    ("with unnamed states", lambda f, _n, _c, _f: _is_with_unnamed(f)),
    ("done by many", lambda f, _n, _c, _f: is_of_many(f)),
    ("a membership", lambda f, _n, _c, _f: f.head.family == "membership"),
    ("what persons sign", lambda f, _n, _c, _f: _is_personal(f)),
    ("a loose level", lambda f, _n, _c, _f: _is_loose_level(f)),
    ("only welcomed", lambda f, _n, _c, _f: _yields(f)),
    ("signed by one leader", lambda f, n, c, _f: _by_one_leader(f, n, c)),
    ("joined by many", lambda f, n, _c, _f: not n and _is_joined_by_many(f)),
    ("a loose headline", lambda f, _n, _c, firm: _is_loose_headline(f, firm=firm)),
    ("an adjective", lambda f, n, _c, _f: _only_describes(f, n)),
    ("loosely understood", _is_loose_understood),
    ("loose ties", _is_loose_tie),
    ("loosely reached", _is_loosely_reached),
)
"""In the order of the questions, each with what it is called in ``explain``."""
