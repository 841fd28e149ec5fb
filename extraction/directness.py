"""Step 6b, directness: whether a noun in reach of a verb is the verb's own object."""

from __future__ import annotations

from typing import Final

from extraction.analysis import Sentence
from extraction.blocks import Role
from extraction.heads import Head
from extraction.lexicon import Mark


def is_direct(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """Whether the head is the verb's own object: "create an impetus for the partnership" is not."""
    gap = range(mark.last, head.first)
    own_verb = _tells_between(sentence, mark, gap) or _denies_a_verb(sentence, mark, gap)
    if own_verb or any(begins_infinitive(sentence, i) for i in gap[1:]):
        return False
    if head.family == "organisation":
        return _is_direct_body(sentence, mark, head, gap)
    trigger = sentence.lexicon.triggers[mark.value]
    if trigger.proposes and sentence.lexicon.noun_last:
        return len(gap) <= _CLOSE_GAP * sentence.lexicon.stretch and ends_at(sentence, head.last)
    if trigger.proposes:
        return _is_proposed(sentence, mark, gap, head)
    if trigger.adjoining:
        return all(_describes(sentence, i) for i in gap)
    if trigger.close:
        return _is_close(sentence, mark, gap, head)
    if _done_by_noun(sentence, gap, head):
        return False
    if head.family not in {"level", "relations", "ties"}:
        return True
    if _belongs_to_noun(sentence, mark, head):
        return False
    return len(gap) <= _DIRECT_GAP * sentence.lexicon.stretch and not _is_complement(
        sentence, mark, head
    )


def _tells_between(sentence: Sentence, mark: Mark, gap: range) -> bool:
    """ "the deal they struck was a treaty", "announced it is leaving", an object of its own."""
    begin, _ = sentence.clause(mark.first)
    inverted = all(sentence.is_adverb(i) for i in range(begin, mark.first))
    told = sentence.lexicon.subject_first and mark.form != "predicate" and not inverted
    if sentence.has("opinions", gap.start, gap.stop):
        return True  # "exchanged views on the draft treaty"
    return told and any(sentence.is_a("predicates", i) for i in gap)


def _is_direct_body(sentence: Sentence, mark: Mark, head: Head, gap: range) -> bool:
    """An organisation that is joined or left."""
    if sentence.lexicon.noun_last:
        return len(gap) <= _BODY_GAP and ends_at(sentence, head.last)
    if sentence.lexicon.subject_first:
        reach = _OF_WHOM if mark.form == "noun" else _BODY_GAP
        names = {i for n in sentence.named for i in range(n.first, n.last)} if reach > 2 else set()
        return len(gap) <= reach and all(
            i in names
            or (i - 1 in names and sentence.is_a("list_joint", i))
            or _leads_to_name(sentence, i)
            for i in gap
        )
    near = len(gap) <= _BODY_GAP
    if sentence.lexicon.case_marked:  # not "приняли делегацию НАТО"
        near = near and all(_describes(sentence, i) or _leads_to_name(sentence, i) for i in gap)
    return near or _is_held_by_link(sentence, mark, head)


_BODY_GAP: Final = 2
_OF_WHOM: Final = 12
""" "the accession of A, B and C to the" """


def _is_close(sentence: Sentence, mark: Mark, gap: range, head: Head) -> bool:
    """Whether nothing of its own stands between: "ended the pact", not "ended without a pact"."""
    yields = sentence.lexicon.triggers[mark.value].yields
    return (
        not _holds_a_verb(sentence, mark, gap)
        and _length(sentence, gap) <= _CLOSE_GAP * sentence.lexicon.stretch
        and not any(m.value != "fresh" for m in _cues_over(sentence, gap))
        and not _done_by_noun(sentence, gap, head)
        and not any(_joins_nouns(sentence, i) for i in gap)
        and not sentence.has("preposition", gap.start, gap.stop)
        and not _is_infinitive(sentence, gap.start)
        and not (yields and sentence.has("prospect", gap.start, gap.stop))
        and not (sentence.lexicon.subject_first and _is_part(sentence, gap))
    )


def _holds_a_verb(sentence: Sentence, mark: Mark, gap: range) -> bool:
    """ "agreed to strengthen the partnership": a word before the article that is no adverb."""
    if not sentence.lexicon.subject_first or not sentence.is_a("infinitive", mark.last - 1):
        return False
    article = next((i for i in gap if sentence.is_a("article", i)), gap.start)
    return not all(sentence.is_adverb(i) for i in range(gap.start, article))


def _is_infinitive(sentence: Sentence, index: int) -> bool:
    """ "acordó *remitir* al Congreso el tratado": another verb's object, by the verb's ending."""
    verbal = sentence.word(index).endswith(sentence.lexicon.infinitive_endings)
    return verbal and not any(sentence.is_a(g, index) for g in ("date.word", "indefinite"))


def _denies_a_verb(sentence: Sentence, mark: Mark, gap: range) -> bool:
    """ "descartaron hoy *reabrir* el tratado", "bác bỏ *việc* đàm phán lại": not the paper."""
    if not sentence.lexicon.triggers[mark.value].denies:
        return False
    first = next((i for i in gap if not _is_aside(sentence, i)), gap.stop)
    if any(mark.first == first for mark in sentence.of("clause_noun", gap.start, gap.stop)):
        return True
    return first + 1 < gap.stop and _is_infinitive(sentence, first)


def _is_aside(sentence: Sentence, index: int) -> bool:
    """A day, an adverb or a quotation mark between a verb and what it does."""
    groups = ("date.word", "date.weekdays")
    word = sentence.word(index)
    return word == '"' or sentence.is_adverb(index) or any(sentence.is_a(g, index) for g in groups)


def _joins_nouns(sentence: Sentence, index: int) -> bool:
    """ "ended the visit and a treaty": neither a comma, nor a word that is "with" as well."""
    joins = sentence.is_a("joins", index) and sentence.word(index) != ","
    return joins and not any(sentence.is_a(g, index) for g in ("with", "with_before"))


def _leads_to_name(sentence: Sentence, index: int) -> bool:
    """ "accession *to the* EU", not "ends *spying on* the IMF"."""
    return any(sentence.is_a(group, index) for group in _LEADING)


_LEADING: Final = ("article", "of", "to", "adjective_slot", "out_of")


def _is_part(sentence: Sentence, gap: range) -> bool:
    """ "agreed on the tenets of a deal": on a part of what is still to be agreed."""
    return any(sentence.is_a(group, i) for group in ("of", "place_in") for i in gap)


def _cues_over(sentence: Sentence, gap: range) -> list[Mark]:
    return [m for m in sentence.of("cue") if m.first < gap.stop and gap.start < m.last]


def _is_complement(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """ "created the basis of a partnership": the head only describes another noun."""
    links = [m for m in sentence.of("of", mark.last, head.first) if m.first > mark.last]
    if mark.form == "noun" and not sentence.is_a("of", mark.last):
        links = links[1:]  # "établissement officiel d'un partenariat"
    return any(
        not sentence.is_a("article", m.first) or not is_setting(sentence, mark.last, m.first)
        for m in links
    )


def is_setting(sentence: Sentence, first: int, last: int) -> bool:
    """Whether words only say when and where: "ont établi lundi à Rabat des relations"."""
    groups = ("date.weekdays", "date.months", "date.word", "place_in", "place_link")
    return all(
        sentence.is_adverb(i)
        or sentence.word(i) == ","
        or sentence.word(i).isdecimal()
        or any(sentence.is_a(group, i) for group in groups)
        or sentence.text[sentence.tokens[i].start].isupper()
        for i in range(first, last)
    )


def _is_proposed(sentence: Sentence, mark: Mark, gap: range, head: Head) -> bool:
    """ "negotiate a treaty": near, not there yet, and its own object."""
    if begins_infinitive(sentence, mark.last):
        return False  # "wants to see a treaty"
    needs = sentence.lexicon.triggers[mark.value].needs
    if sentence.lexicon.case_marked and head.kind == "document" and not needs:
        return False  # whoever prepares documents need not prepare a treaty
    near = _length(sentence, gap) <= _CLOSE_GAP and _is_indefinite(sentence, mark, gap, head)
    carried_out = any(m.value == "implement" for m in _cues_over(sentence, gap))
    return near and not carried_out and not _done_by_noun(sentence, gap, head)


def _is_indefinite(sentence: Sentence, mark: Mark, gap: range, head: Head) -> bool:
    """ "a treaty", "possible treaties"; any noun where there are no articles."""
    plural = sentence.lexicon.plural_endings
    bare = bool(plural) and not any(sentence.is_a("definite", i) for i in gap)
    headline = sentence.role in {Role.TITLE, Role.HEADING}
    if sentence.lexicon.names_run_on or (
        bare and (headline or sentence.word(head.last - 1).endswith(plural))
    ):
        return True
    if sentence.lexicon.case_marked:
        return all(_describes(sentence, i) for i in gap)
    return any(sentence.is_a("indefinite", i) for i in range(mark.first, gap.stop))


def _length(sentence: Sentence, gap: range) -> int:
    """The words of a gap, adverbs, names and apostrophes left out: "à l'unanimité l'accord"."""
    names = {i for n in sentence.parties(gap.start, gap.stop) for i in range(n.first, n.last)}
    return sum(
        not sentence.is_adverb(i) and sentence.word(i) != "'" and i not in names for i in gap
    )


def _describes(sentence: Sentence, index: int) -> bool:
    """ "готовят *новое двустороннее* соглашение": adjectives and names between verb and paper."""
    word, endings = sentence.word(index), sentence.lexicon.adjective_endings
    return (
        (word.endswith(endings) and not word.endswith(sentence.lexicon.noun_endings))
        or any(sentence.is_a(group, index) for group in ("article", "with", "indefinite"))
        or any(n.first <= index < n.last for n in sentence.named)
    )


def _is_held_by_link(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """ "leur retrait immédiat de la Cédéao": a link stands right before the name.

    Behind a verb no noun of its own may begin: "a quitté le siège de la Cédéao".
    """
    near = range(max(mark.last, head.first - _LINK_AND_ARTICLE), head.first)
    links = sentence.lexicon.triggers[mark.value].links
    linked = any(
        sentence.is_a("of", i) or sentence.is_a("to", i) or sentence.word(i) in links for i in near
    )
    own_noun = mark.form != "noun" and any(
        sentence.is_a(group, i) for group in ("of", "to", "article") for i in _around_end(mark)
    )
    return linked and not own_noun and head.first - mark.last <= _LEAVING_GAP


def _around_end(mark: Mark) -> tuple[int, int]:
    """ "mettre fin *aux* écoutes", "quitter *le* siège": the last token of a deed and the next."""
    return mark.last - 1, mark.last


_LINK_AND_ARTICLE: Final = 3
_LEAVING_GAP: Final = 8


def begins_infinitive(sentence: Sentence, index: int) -> bool:
    if not sentence.is_a("infinitive", index) or sentence.is_a("place", index + 1):
        return False
    if sentence.word(index - 1) == "-":
        return False  # "a government-to-government agreement"
    follows = index + 1 + sentence.is_a("article", index + 1)
    if any(named.first == follows for named in sentence.named):
        return False  # "the accession of A to the Union"
    endings = sentence.lexicon.infinitive_endings
    return not endings or (
        sentence.word(index + 1).endswith(endings)
        and sentence.text[sentence.tokens[index + 1].start].islower()
    )


def _belongs_to_noun(sentence: Sentence, mark: Mark, head: Head) -> bool:
    """ "the basis of a partnership", said by an ending: the verb is not about the level."""
    endings, before = sentence.lexicon.genitive_endings, head.first - 1
    if not endings or not sentence.word(head.first).endswith(endings):
        return False
    while sentence.word(before).endswith(sentence.lexicon.adjective_endings):
        before -= 1
    return (
        before >= mark.last
        and sentence.word(before).isalpha()
        and not sentence.is_a("level_link", before)
        and not sentence.is_adverb(before)
        and not any(n.first <= before < n.last for n in sentence.named)
    )


def _done_by_noun(sentence: Sentence, gap: range, head: Head) -> bool:
    """ "announced the raising of ties to a partnership": the noun is the deed, not the verb."""
    triggers = sentence.lexicon.triggers
    return any(
        (mark.form == "noun" or (sentence.lexicon.subject_first and mark.form == "gerund"))
        and not triggers[mark.value].proposes  # "signed a draft of the treaty"
        and head.family in triggers[mark.value].acts
        and (
            sentence.lexicon.case_marked
            or sentence.lexicon.names_run_on
            or (mark.form == "gerund" and not sentence.lexicon.modifiers_after)
            or any(sentence.is_a("of", i) for i in range(mark.last - 1, head.first))
        )
        for mark in sentence.of("trigger", gap.start, gap.stop)
    )


_DIRECT_GAP: Final = 12
_CLOSE_GAP: Final = 5


def ends_at(sentence: Sentence, index: int) -> bool:
    """Whether a statement ends here, or goes on only with what is said of the deed."""
    word = sentence.word(index)
    return (
        not word[:1].isalnum()
        or sentence.clause(index)[0] == index
        or any(m.first == index for m in sentence.of("cue_after"))
        or any(m.first == index for m in sentence.of("trigger"))
        or any(sentence.is_a(group, index) for group in _WHAT_FOLLOWS)
    )


_WHAT_FOLLOWS: Final = ("joins", "place_in", "deadline", "participle_next")


def is_named_in(sentence: Sentence, head: Head, begin: int) -> bool:
    """ "The goods listed in the January accord were sold": it is the goods that were."""
    if not sentence.lexicon.subject_first:
        return False
    index = head.first - 1
    while head.first - index <= _DESCRIBED_BY and not sentence.is_a("place_in", index):
        index -= 1
    held = sentence.is_a("place_in", index) and sentence.is_a("definite", index + 1)
    verbs = sentence.of("trigger", begin, index)
    return held and index - begin > 1 and not verbs and not sentence.has("head", begin, index)


_DESCRIBED_BY: Final = 3
"""Tokens from "in" to a paper's noun at most: "in the January"."""
