"""Step 9, details: the document's name, how many there are, where, and on which day."""

from __future__ import annotations

import re
from typing import Final

from extraction.analysis import Sentence
from extraction.context import Context
from extraction.frame import Frame
from extraction.joined_objects import paper_behind
from extraction.noun_phrases import title_around, topic_before
from extraction.understood import UNDERSTOOD
from extraction.verdicts import Verdict
from extraction.voices import Voice
from pacts.model import Period
from pacts.terms import DateBasis, Status

_TITLE_WORDS: Final = 14
_MODIFIERS: Final = 5
_COUNT_REACH: Final = 6
_INITIALS: Final = re.compile(r"\b[A-Z]\.(?:[A-Z]\.)+")
_MOST_DOCUMENTS: Final = 400
"""Larger numbers before "agreements" are amounts."""


_PAPERS: Final = frozenset({"document", "statement", "contract", "text"})


def document(frame: Frame) -> tuple[str, str] | None:
    """The document as the text names it, and its kind; None for a level of relations."""
    if frame.head.family not in _PAPERS or frame.head.kind == UNDERSTOOD:
        return None
    sentence, head = frame.sentence, frame.head
    title = title_around(sentence, head.first) or topic_before(
        sentence, frame.trigger.last, head.first, head.last
    )
    if title:
        return sentence.words(*title), head.kind.replace("_", " ")
    if sentence.lexicon.names_run_on:
        return sentence.words(head.first, _run_on(sentence, head.last)), head.kind.replace("_", " ")
    first, reach = head.first, _reach_before(sentence, head.first)
    while first > 0 and head.first - first < reach and _belongs(frame, first - 1):
        first -= 1
    first = _with_number(sentence, first)
    first = min([first, *(n.first for n in sentence.named if n.first < first < n.last)])
    named = " ".join(sentence.words(*part) for part in _parts(sentence, first, head.last))
    return named, head.kind.replace("_", " ")


def _reach_before(sentence: Sentence, first: int) -> int:
    """Tokens before the noun that may belong to the name at most."""
    if sentence.is_a("another_one", first):
        return 0  # "one on trade and [another on water]"
    return _MODIFIERS * sentence.lexicon.stretch


def _parts(sentence: Sentence, first: int, last: int) -> list[tuple[int, int]]:
    """A name whose noun ends at ``last``, without whose it is: "an accord [with Chad] on trade"."""
    while sentence.is_a("field_behind", last):
        last += 1  # "un accord aérien"
    about = last
    while _names_owner(sentence, about):
        about += 1
    owned = about > last
    about = _over_day(sentence, about)
    if sentence.is_a("of", about):
        opening = about + 1
        while sentence.is_a("of", opening):  # "visant à éviter": one link of two words
            opening += 1
        end = _title_end(sentence, opening)
        if end <= opening:
            return [(first, last)]
        in_one = sentence.lexicon.case_marked and not sentence.is_a("between", last)
        return [(first, last), (about, end)] if owned and not in_one else [(first, end)]
    if sentence.lexicon.case_marked and _names_field(sentence, about):
        return [(first, _title_end(sentence, about))]
    return [(first, last)]


def _over_day(sentence: Sentence, about: int) -> int:
    """ "an accord with Chad [on 9 May] on trade": the day is not what it is about."""
    day = range(about + 1, about + _DAY)
    if not sentence.is_a("of", about) or not _is_time(sentence, about + 1):
        return about
    return next((i for i in day if sentence.is_a("of", i)), about)


_DAY: Final = 5
"""Tokens of "on Monday 9 February" at most."""


def _belongs(frame: Frame, index: int) -> bool:
    """Whether a word before the head is part of the document's name."""
    return _joins_fields(frame.sentence, index) or _describes(frame, index)


def _describes(frame: Frame, index: int) -> bool:
    sentence = frame.sentence
    word = sentence.word(index)
    if sentence.is_a("list_joint", index) and sentence.is_a("head", index - 1):
        return False  # "an accord and [an aviation accord]"
    endings = sentence.lexicon.adjective_endings
    if endings and (not word.endswith(endings) or sentence.is_a("date.months", index)):
        return False
    if endings and sentence.word(index - 1) == "-":
        return False  # half of "азербайджано-турецкая"
    names = [n for n in sentence.named if endings and n.first <= index < n.last]
    if any(n.mention.kind != "demonym" for n in names):
        return False  # "подписание Ганой соглашения"
    if _is_unit(sentence, index) or sentence.is_a("date.weekdays", index):
        return False
    if not word[:1].isalpha() or sentence.is_a("article", index) or sentence.is_a("of", index):
        return False
    if (
        sentence.is_a("trigger", index)
        or sentence.is_a("cue", index)
        or sentence.is_a("number_approx", index)
    ):
        return False
    if (
        (sentence.is_a("subject", index) and not _follows_deed(frame, index))
        or sentence.is_a("date.numbers", index)
        or sentence.is_a("modifier_before", index)
    ):
        return False
    owns_names = not sentence.lexicon.modifiers_after  # "the Japan-Peru agreement"
    if not owns_names and sentence.text[sentence.tokens[index].start].isupper():
        return False
    return not any(
        n.first <= index < n.last and (n.mention.kind == "leader" or not owns_names)
        for n in sentence.named
    )


def _joins_fields(sentence: Sentence, index: int) -> bool:
    """ "a trade *and* investment agreement": what one paper is about, behind one article."""
    if sentence.lexicon.adjective_endings or sentence.lexicon.modifiers_after:
        return False
    if not sentence.is_a("joins", index) or not sentence.word(index).isalpha():
        return False
    opening = (i for i in (index - 2, index - 3) if sentence.is_a("indefinite", i))
    first = next(opening, None)
    if first is None or sentence.parties(first, index):
        return False
    return not any(sentence.has(group, first, index) for group in ("head", "trigger"))


def _follows_deed(frame: Frame, index: int) -> bool:
    """ "sign [a] digital *government* accord": behind the verb nobody does it any more."""
    active = frame.voice is Voice.ACTIVE or frame.voice is Voice.INFINITIVE
    return active and frame.sentence.lexicon.noun_last and index >= frame.trigger.last


def _is_unit(sentence: Sentence, index: int) -> bool:
    """ "$2.2b": a letter that stands right behind a number."""
    before = sentence.tokens[index - 1] if index else None
    touching = before is not None and before.end == sentence.tokens[index].start
    return touching and sentence.word(index - 1)[:1].isdecimal()


def _with_number(sentence: Sentence, first: int) -> int:
    """ "a *five*-year pact", "a *130* mln dlr loan": the number that what follows counts."""
    before = first - 1 - (sentence.word(first - 1) == "-")
    number = sentence.word(before).isdecimal() or sentence.is_a("date.numbers", before)
    return before if number and sentence.is_a("measure", first) else first


def _run_on(sentence: Sentence, last: int) -> int:
    """The end of a name that goes on behind its noun, with a link or without one."""
    first = last
    while sentence.is_a("of", first):
        first += 1
    end = _title_end(sentence, first)
    return _with_short_name(sentence, end if end > first else last)


def _with_short_name(sentence: Sentence, last: int) -> int:
    """ "Reciprocal Access Agreement (RAA)": both names of the paper."""
    if sentence.word(last) != "(" or sentence.word(last + 2) != ")":
        return last
    token = sentence.tokens[last + 1]
    return last + 3 if sentence.text[token.start : token.end].isupper() else last


def _title_end(sentence: Sentence, first: int) -> int:
    last = opening = first
    while sentence.is_a("article", opening):  # "sur l'établissement": two tokens
        opening += 1
    opening = max(opening, first + 1)
    while last < len(sentence.tokens) and last - first < _TITLE_WORDS:
        word = sentence.word(last)
        marks = word in {",", ".", ";", ":", "(", ")", '"', "!", "?"}
        if (marks and not _abbreviates(sentence, last)) or sentence.is_a("between", last):
            break
        if sentence.is_a("subordinators", last) or (_tells_on(sentence, last) and last > opening):
            break
        if sentence.is_a("title_stop", last) or _is_time(sentence, last):
            break
        if sentence.is_a("joins", last) and (
            sentence.is_a("another_one", last + 1) or paper_behind(sentence, last) is not None
        ):
            break
        if (
            sentence.is_a("place_in", last)
            and last > first + 1
            and any(n.first == last + 1 for n in sentence.named)
        ):
            break
        last += 1
    while last > first and sentence.is_a("title_trim", last - 1):
        last -= 1
    return max(last, first)


def _abbreviates(sentence: Sentence, index: int) -> bool:
    """Whether a full stop is one of initials, and the sentence goes on: "on U.S. exports"."""
    if sentence.word(index) != "." or index == len(sentence.tokens) - 1:
        return False
    stop = sentence.tokens[index].end
    near = _INITIALS.finditer(sentence.text, max(0, stop - 8), stop + 8)
    return any(found.start() < stop <= found.end() for found in near)


def _names_field(sentence: Sentence, index: int) -> bool:
    """ "меморандум о сотрудничестве *в туризме*", not "в Москве", "в среду"."""
    named = any(n.first == index + 1 for n in sentence.named)
    of_cooperation = sentence.is_a("head", index - 2) and sentence.is_a("vague", index - 1)
    return of_cooperation and sentence.is_a("place_in", index) and not named


def _names_owner(sentence: Sentence, index: int) -> bool:
    """ "Коммюнике Кении и Перу о ...": whose paper it is stands before what it is about."""
    if any(n.first <= index < n.last for n in sentence.named) or sentence.is_a("joint", index):
        return True
    links = ("between", "with", "list_joint", "article")
    return any(sentence.is_a(group, index) for group in links) and any(
        n.first <= index + ahead < n.last for n in sentence.named for ahead in (1, 2)
    )


def _may_describe(sentence: Sentence, index: int) -> bool:
    """Whether a word may stand between a number and what is counted."""
    endings = sentence.lexicon.adjective_endings
    known = sentence.is_a("article", index) or sentence.is_a("joins", index)
    return not endings or known or sentence.word(index).endswith(endings)


def _tells_on(sentence: Sentence, index: int) -> bool:
    """Whether the sentence goes on here with a deed or a person rather than the title."""
    if not sentence.lexicon.case_marked:
        return sentence.is_a("trigger", index)
    leader = any(n.first == index and n.mention.kind == "leader" for n in sentence.named)
    return leader or any(
        m.first <= index < m.last and m.form != "noun" for m in sentence.of("trigger")
    )


def count(frame: Frame) -> tuple[int | None, bool]:
    """How many documents, and whether the text says "about"."""
    sentence, head = frame.sentence, frame.head
    if head.family not in _PAPERS - {"statement"} or head.kind == UNDERSTOOD:
        return None, False
    reach = _COUNT_REACH * sentence.lexicon.stretch
    for index in range(head.first - 1, max(-1, head.first - 1 - reach), -1):
        number = _number_at(sentence, index)
        if number is not None:
            if number == 1 and not _is_plain_one(sentence, index):
                return None, False
            approx = any(
                m.last in (index, index - 1) or m.first <= index < m.last
                for m in sentence.of("number_approx")
            )
            return number, approx or sentence.is_a("number_approx_after", index + 1)
        word = sentence.word(index)
        if (not word[:1].isalpha() and word not in {"-", "'"}) or sentence.is_a("trigger", index):
            break
        if sentence.lexicon.modifiers_after and _is_one(sentence, index):
            break  # "el viernes 2 de junio un memorando"
        if not _may_describe(sentence, index):
            break  # "на пять лет договор"
    return None, False


def _is_one(sentence: Sentence, index: int) -> bool:
    return any(mark.first == index and mark.value == "1" for mark in sentence.of("date.numbers"))


def _is_time(sentence: Sentence, index: int) -> bool:
    """ "a treaty on Monday", "an accord on 5 May": when, not what about."""
    groups = ("date.weekdays", "date.months", "date.word")
    number = sentence.word(index).isdecimal()
    return any(
        sentence.is_a(group, index) or (number and sentence.is_a(group, index + 1))
        for group in groups
    )


def _number_at(sentence: Sentence, index: int) -> int | None:
    word = sentence.word(index)
    if sentence.is_a("date_unit", index + 1) or sentence.is_a("number_ordinal", index - 1):
        return None
    if _is_of_date(sentence, index) or _measures(sentence, index):
        return None
    if sentence.is_a("collective_two", index) or sentence.is_a("collective_three", index):
        return None  # "the two countries' treaty", in one word
    if word.isdecimal() and word.isascii():
        value = int(word)
        return value if 0 < value <= _MOST_DOCUMENTS else None
    for mark in sentence.of("date.numbers"):
        if mark.first <= index < mark.last and int(mark.value) > 1:
            return int(mark.value)
    return None


def _is_of_date(sentence: Sentence, index: int) -> bool:
    """ "tháng 4", "19/6", "ngày 19-6": the number of a month; "Ba Lan" is no three."""
    month = any(m.first < index < m.last for m in sentence.of("date.months"))
    month = month or any(n.first <= index < n.last for n in sentence.named)
    behind = index + 1 + sentence.is_a("date.links", index + 1)
    month = month or any(m.first == behind for m in sentence.of("date.months"))
    if month or not sentence.word(index - 2).isdecimal():
        return month
    sign = sentence.word(index - 1)
    return sign == "/" or (sign in _SIGNS and sentence.is_a("date.day_before", index - 3))


_SIGNS: Final = frozenset("-.")
"""Between the day and the month, behind a word that says that it is a day."""


def _measures(sentence: Sentence, index: int) -> bool:
    """ "a five-year pact", "a 130 million dollar loan", "$3 billion in deals": no papers."""
    behind = index + 1 + (sentence.word(index + 1) == "-")
    return sentence.is_a("measure", behind) or sentence.is_a("currency", index - 1)


def _is_plain_one(sentence: Sentence, index: int) -> bool:
    return sentence.word(index) == "1"


def place(frame: Frame) -> str | None:
    """Where it was done: a capital or country behind "in", the one nearest to the deed."""
    sentence = frame.sentence
    named = [n for n in sentence.named if n.mention.kind in {"capital", "country"}]
    found = [n for n in named if _is_where(sentence, n.first)]
    if not found:
        return None
    nearest = min(found, key=lambda n: abs(n.first - frame.last))
    return sentence.words(nearest.first, nearest.last)


def _is_where(sentence: Sentence, first: int) -> bool:
    """Whether "in" stands before, "the city of" set aside."""
    index = first - 1
    while index >= 0 and first - index <= 5 and sentence.is_a("place_link", index):
        index -= 1
    return sentence.is_a("place_in", index)


def when(verdict: Verdict, context: Context) -> tuple[Period | None, DateBasis | None]:
    """The day or interval of the event, and how it is known."""
    if verdict.dated is not None:
        return verdict.dated.period, verdict.dated.basis
    if verdict.status is not Status.CONCLUDED or context.published is None:
        return None, None
    if context.visit is not None and context.visit.start <= context.published:
        return context.visit, DateBasis.VISIT
    if context.dateline is not None:
        return context.dateline, DateBasis.STATED
    return Period.day(context.published), DateBasis.PUBLICATION


def levels(frame: Frame) -> tuple[str | None, str | None]:
    """The level reached and the level left."""
    level = frame.level.name if frame.level else None
    origin = frame.level_from.name if frame.level_from else None
    return level, origin if origin != level else None
