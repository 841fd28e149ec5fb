"""Step 7a, the names in a sentence: before the deed, behind it, in lists; no bystanders."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from extraction.analysis import Named, Sentence
from extraction.bystanders import is_bystander, is_venue, usable
from extraction.frame import Frame
from extraction.noun_phrases import title_around
from extraction.partners_before import hub_before, of_this_deed
from extraction.relatives import is_closed
from extraction.voices import Voice
from pacts.terms import Act, Kind

_LIST_GAP: Final = 8
"""Tokens between two names of one list at most: "the Republic of Kazakhstan, the Republic of"."""
_BEFORE: Final = 40
_AFTER: Final = 30
_MOST_PARTIES: Final = 8


def bystanders(frame: Frame) -> list[Named]:
    """Two leaders before whom papers are signed stand for the parties when nobody else does."""
    sentence = frame.sentence
    names = [n for n in sentence.named if is_bystander(sentence, n)]
    return names if len(codes_of(names)) == 2 else []


def codes_of(names: Iterable[Named]) -> list[str]:
    return unique([code for named in names for code in named.codes])


def unique(codes: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(codes))


def in_order(codes: Iterable[str]) -> tuple[str, ...]:
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
    if not started and any(
        sentence.is_a("list_break", i) and not _opens_date(sentence, i) for i in range(first, last)
    ):
        return True
    if started and sentence.has("subordinators", first, last):
        return True  # "cut ties with A after B went to court"
    if any(sentence.is_a("joins", i) and i in sentence.bounds for i in range(first, last)):
        return True  # "con Chad, y Omán firmó otro"
    verbs = {"ed", "past", "present", "base", "passive", "future"}
    if sentence.lexicon.modifiers_after:
        verbs.add("bare")
    if any(m.form in verbs for m in sentence.of("trigger", first, last)):
        return True
    if started and (sentence.has("list_stop", first, last) or _other_paper(sentence, first, last)):
        return True
    where = last - 1
    while where > first and sentence.is_a("place_link", where):
        where -= 1
    if sentence.is_a("place_in", where) or sentence.is_a("place", last - 1):
        return True
    joined = any(sentence.is_a("list_joint", i) for i in range(first, last))
    return started and not joined and len(words) > 3


def _opens_date(sentence: Sentence, index: int) -> bool:
    """ "signed *on* Tuesday the ministers of A and B": the word only brings a day."""
    return any(sentence.has(f"date.{group}", index, index + 2) for group in ("weekdays", "word"))


def _other_paper(sentence: Sentence, first: int, last: int) -> bool:
    """ "a treaty with A and B, an accord with C": C belongs to the accord."""
    return any(m.value.startswith("document") for m in sentence.of("head", first, last))


def between_list(frame: Frame) -> list[Named]:
    sentence = frame.sentence
    stop = min(len(sentence.tokens), frame.last + _AFTER)
    for mark in sentence.of("between", frame.first, stop):
        if _other_object_before(frame, mark.first):
            break
        names = [n for n in _list_from(sentence, mark.last, stop) if not is_venue(sentence, n)]
        if len(codes_of(names)) >= 2:
            return names
    bound = _bound(frame)
    if bound:
        return bound
    for mark in reversed(sentence.of("between", 0, frame.first)):
        # "ties between A and B were elevated to ..."
        names = _list_from(sentence, mark.last, frame.first)
        if len(codes_of(names)) >= 2 and frame.first - mark.last <= _BEFORE:
            return names
    return []


def _bound(frame: Frame) -> list[Named]:
    """ "l'accord liant le Tchad à Oman": the two whom a word right behind the paper binds."""
    sentence = frame.sentence
    begin = frame.head.last
    for mark in sentence.of("binding", begin, begin + _BOUND_WITHIN):
        names = sentence.parties(mark.last, mark.last + _LIST_GAP)
        if len(codes_of(names)) > 1:
            return names
    return []


_BOUND_WITHIN: Final = 6
"""Tokens from a paper to the word that binds: "l'accord de pêche liant"."""


def agents(frame: Frame) -> list[Named]:
    """Names behind "by": "the agreement signed by A, B and C"; not those of a further deed."""
    sentence = frame.sentence
    stop = min(len(sentence.tokens), frame.last + _AFTER)
    for mark in sentence.of("agent", frame.first, min(stop, frame.last + 10)):
        if sentence.has("trigger", frame.last, mark.first):
            break  # "to normalise relations in an accord negotiated by C"
        names = [n for n in _list_from(sentence, mark.last, stop) if not is_venue(sentence, n)]
        if names:
            return names
    return []


def _other_object_before(frame: Frame, position: int) -> bool:
    """Whether a further deed begins between this frame and a position."""
    return any(
        m.first >= frame.last and m.form in {"past", "present", "future", "passive"}
        for m in frame.sentence.of("trigger", frame.last, position)
    )


def partners(frame: Frame) -> list[Named]:
    """Names behind "with": "upgraded ties to strategic partnerships with B, C and D"."""
    sentence = frame.sentence
    stop = min(len(sentence.tokens), frame.last + _AFTER)
    begin = min(frame.trigger.last, frame.head.last)
    begin -= sentence.is_a("with", begin - 1)  # "rompe con Chad"
    if sentence.lexicon.triggers[frame.trigger.value].named_behind:
        nearest = sentence.parties(frame.trigger.last, frame.trigger.last + _NAMED_BEHIND)
        if nearest:
            return nearest[:1]
    inside = [n for n in sentence.parties(begin, frame.head.last) if usable(sentence, n)]
    inside = _who_title_names(frame, inside)
    if inside and frame.kind is Kind.PARTNERSHIP:
        return inside
    for mark in sentence.of("with", begin, stop):
        if _other_object_before(frame, mark.first):
            continue
        names = [n for n in _list_from(sentence, mark.last, stop) if usable(sentence, n)]
        if names:
            return [*_doers_inside(frame, inside), *_owner_before(frame, mark.first), *names]
    if inside:
        return inside
    first = frame.head.last
    behind = [n for n in _list_from(sentence, first, min(stop, first + 3)) if usable(sentence, n)]
    if sentence.lexicon.case_marked and behind and behind[0].first == first:
        return behind  # an owner, told by its ending: "договор Кении"
    return behind if sentence.is_a("of", first) else []


def _doers_inside(frame: Frame, inside: list[Named]) -> list[Named]:
    """ "the signing *by A* of an accord with B", where an ending says "by"."""
    nominal = frame.voice is Voice.NOMINAL and frame.sentence.lexicon.case_marked
    return [n for n in inside if nominal and n.last <= frame.head.first]


def _owner_before(frame: Frame, index: int) -> list[Named]:
    """ "an accord on ties *of A* with B": the owner, told by its ending, right before "with"."""
    sentence = frame.sentence
    if not sentence.lexicon.case_marked:
        return []
    names = sentence.parties(frame.head.last, index)
    return [n for n in names if n.last == index and usable(sentence, n)]


_NAMED_BEHIND: Final = 3
""" "broke with the Republic" """


def _who_title_names(frame: Frame, names: list[Named]) -> list[Named]:
    """Of the names in a paper's title those before what it is about: "of A and B *on* ..."."""
    sentence = frame.sentence
    title = title_around(sentence, frame.head.first) if sentence.lexicon.noun_last else None
    if title is None:
        return names
    topics = [m.first for g in ("about", "place_in") for m in sentence.of(g, *title)]
    before = [n for n in names if n.last <= min(topics, default=title[1])]
    return before if len(codes_of(before)) >= _PAIR else names


_PAIR: Final = 2


def subjects(frame: Frame) -> list[Named]:
    """Names before the deed, in its clause; a relative clause looks back over its "which"."""
    sentence = frame.sentence
    # Where the noun comes last, who signs may stand between the paper and the verb.
    relative = frame.voice in _TELLING and frame.head.last <= frame.trigger.first
    end = frame.trigger.first if sentence.lexicon.noun_last or relative else frame.first
    begin, _ = sentence.clause(frame.trigger.first if relative else frame.first)
    begin = max(begin, _begin_of_named_clause(frame))
    names = _over_aside(frame) or _before(sentence, begin, end)
    names = names or _behind_verb(frame) or _of_relative(frame)
    names = _whose_wish(frame, names) or names
    if names and _only_compared(frame, begin, names[-1]):
        names, end = [], begin
    if names and begin:
        hub = hub_before(sentence, [n for n in sentence.named if usable(sentence, n)], begin)
        names = [*hub, *names]
    told, names = names, _nearest(frame, _without_announcer(frame, names))
    if not names and (told or _done_by_others(frame, begin)):
        return []
    reach = end - _BEFORE * sentence.lexicon.stretch
    while not names and begin > max(0, reach) and not _is_speakers(sentence, begin, end):
        begin, _ = sentence.clause(begin - 1)
        names = _before(sentence, begin, end)
    if not names:  # "Da Nang in Vietnam and Sakai in Japan signed"
        where = sentence.parties(max(0, frame.first - _BEFORE), frame.first)
        where = [n for n in where if not is_bystander(sentence, n)]
        return where if len(codes_of(where)) == 2 else []
    return _named_besides(frame, names) or names


def _named_besides(frame: Frame, names: list[Named]) -> list[Named]:
    """ "asistieron A y B, *además de* C y D, que firmaron": the last of them did."""
    sentence = frame.sentence
    begin, _ = sentence.clause(frame.trigger.first)
    opens = any(mark.first == begin for mark in sentence.of("relative_subject"))
    marks = sentence.of("besides", 0, begin) if opens and sentence.word(begin - 1) == "," else []
    last = [n for n in names if marks and marks[-1].last <= n.first and n.last < begin]
    return last if last and begin - last[-1].last == 1 and len(codes_of(last)) >= _PAIR else []


def _whose_wish(frame: Frame, names: list[Named]) -> list[Named]:
    """ "A is angry at *the will of B* to sign": who has it stands between noun and verb."""
    sentence, first = frame.sentence, frame.trigger.first
    marks = sentence.of("wish_noun", 0, first) if frame.voice is Voice.INFINITIVE else []
    if not marks or not names or first - names[-1].last > 1:
        return []
    own = [n for n in names if n.first >= marks[-1].last]
    links = range(marks[-1].last, own[0].first) if own else range(0)
    tied = all(any(sentence.is_a(g, i) for g in ("of", "article")) for i in links)
    return own if tied and len(links) <= _OF_THE else []


_OF_THE: Final = 2
""" "the will *of the* Republic" """


def _over_aside(frame: Frame) -> list[Named]:
    """ "*Georgia*, which asked to join the EU, has signed": who stands before the aside."""
    sentence = frame.sentence
    aside, _ = sentence.clause(frame.trigger.first)
    if frame.voice not in _TELLING or aside == 0 or not is_closed(sentence, frame.trigger):
        return []
    return _before(sentence, sentence.clause(aside - 1)[0], aside)


def _is_speakers(sentence: Sentence, begin: int, end: int) -> bool:
    """ "... trade with A," she told reporters after signing: nobody of whom is spoken signed."""
    said = sentence.of("attribution", begin, end)
    quoted = any(sentence.word(i) in _QUOTES for i in range(max(0, begin - 1), end))
    return sentence.lexicon.subject_first and quoted and bool(said)


_QUOTES: Final = frozenset({'"', "'"})


def _begin_of_named_clause(frame: Frame) -> int:
    """ "A's view of *the matter of* B and C signing", "A announced that B and C signed"."""
    sentence, first = frame.sentence, frame.trigger.first
    for group, needed in (("clause_noun", 1), ("announces", _PAIR)):
        for mark in reversed(sentence.of(group, 0, first)):
            own = codes_of(sentence.parties(mark.last, first))
            if len(own) >= needed and not sentence.has("trigger", mark.last, first):
                return mark.last
            break
    return 0


def _nearest(frame: Frame, names: list[Named]) -> list[Named]:
    """ "A backs B's path to membership": who joins stands nearest, others only speak of it."""
    if frame.act not in _ALONE or not names:
        return names
    if frame.voice is not Voice.NOMINAL:
        return _behind_cue(frame, names)
    if frame.sentence.parties(frame.trigger.last, frame.head.first):
        return []  # "A welcomed the accession of B to"
    near = names[-1:]
    for named in reversed(names[:-1]):
        gap = range(named.last, near[0].first)
        if len(gap) > _LIST_GAP or not any(frame.sentence.is_a("list_joint", i) for i in gap):
            break
        near.insert(0, named)
    return near


def _behind_cue(frame: Frame, names: list[Named]) -> list[Named]:
    """ "A *supports* B joining", where verbs have no forms: who joins stands behind that word."""
    if frame.trigger.form != "bare" or frame.head.family not in {"organisation", "membership"}:
        return names
    cues = [m for m in frame.sentence.of("cue", 0, frame.trigger.first) if m.last > names[0].first]
    told = [n for n in names if cues and any(n.first >= mark.last for mark in cues)]
    return told or names


_ALONE: Final = frozenset({Act.ACCEDED, Act.TERMINATED})
"""What one state does with a body or a paper of many."""


def _only_compared(frame: Frame, begin: int, last: Named) -> bool:
    """ "the second state after A to sign": an infinitive has its subject in front of "after"."""
    sentence, first = frame.sentence, frame.trigger.first
    aside = any(m.first == begin for m in sentence.of("subordinators"))
    return aside and last.last == first - 1 and sentence.is_a("infinitive", first - 1)


_TELLING: Final = frozenset({Voice.ACTIVE, Voice.INFINITIVE, Voice.FUTURE})


def _without_announcer(frame: Frame, names: list[Named]) -> list[Named]:
    """ "The chair A announced [that] B joined", where no word stands for "that"."""
    marks = frame.sentence.of("declares", 0, frame.trigger.first)
    told = [n for n in names if marks and n.first >= marks[-1].last]
    enough = 1 if frame.act is Act.ACCEDED else _PAIR
    return told if len(codes_of(told)) >= enough else names


def _of_relative(frame: Frame) -> list[Named]:
    """ "the accord that A and B signed": who does it stands between the paper and the verb."""
    if not frame.sentence.lexicon.names_run_on:
        return []
    return _before(frame.sentence, frame.head.last, frame.trigger.first)


def _done_by_others(frame: Frame, begin: int) -> bool:
    """ "after a number of states cut ties with A": none of those that the sentence names."""
    return frame.sentence.has("unnamed", begin, frame.trigger.first)


def _behind_verb(frame: Frame) -> list[Named]:
    """ "The treaty signed the presidents of A and B", where endings tell who signs what."""
    sentence, start = frame.sentence, frame.trigger.last
    if sentence.lexicon.drops_subject:
        return _behind_object(frame)
    if not sentence.lexicon.case_marked or frame.voice is Voice.NOMINAL:
        return []
    _, end = sentence.clause(frame.trigger.first)
    names = _list_from(sentence, start, min(end, start + _AFTER))
    if not names or any(sentence.is_a("with", i) for i in range(start, names[0].first)):
        return []
    return [n for n in names if usable(sentence, n)]


def _behind_object(frame: Frame) -> list[Named]:
    """ "Firmaron el acuerdo los presidentes de A y B": officials right behind the object."""
    sentence, start = frame.sentence, frame.last
    _, end = sentence.clause(frame.last - 1)
    active = frame.voice in {Voice.ACTIVE, Voice.FUTURE}
    names = _list_from(sentence, start, min(end, start + _AFTER)) if active else []
    if not names or not sentence.has("state", start, names[0].first):
        return []
    if any(sentence.has(group, start, names[0].first) for group in ("with", "between", "agent")):
        return []
    return [n for n in names if usable(sentence, n)]


def _before(sentence: Sentence, begin: int, end: int) -> list[Named]:
    begin = max(begin, end - _BEFORE * sentence.lexicon.stretch)
    names = [n for n in sentence.parties(begin, end) if usable(sentence, n)]
    return of_this_deed(sentence, names, end)
