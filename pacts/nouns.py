"""Documents as a headline names them: with the right article, and no longer than needed."""

from __future__ import annotations

import re
from typing import Final

from pacts.model import Story
from pacts.terms import Kind

_LONGEST_TITLE: Final = 90
_DETERMINED: Final = re.compile(
    r"(?:the|an?|its|their|several|various|some|two|three|many|all|\d+)\b", re.IGNORECASE
)
# Latin letters alone do not make a title English: these words show that it is not.
_FOREIGN: Final = re.compile(
    r"\b(?:sur|de|du|des|le|les|el|los|las|del|sobre|et|para|pour|dan|tentang|und|für)\b",
    re.IGNORECASE,
)
_LIKE_YOU: Final = re.compile(r"eu|uni(?!n)|us[eu]|uti|uk|one\b", re.IGNORECASE)
"""Vowels that are spoken with a consonant first: "a European", "a unilateral"."""
_SORTS: Final = frozenset(
    {
        *("agreement", "communique", "communiqué", "framework agreement", "joint communique"),
        *("joint communiqué", "joint declaration", "joint statement", "memorandum", "treaty"),
        *("memorandum of cooperation", "memorandum of understanding", "protocol", "statement"),
    }
)
"""Titles that name a sort of document and no one document, whatever their capitals."""
_BETWEEN: Final = re.compile(
    r"\s+between\s.+?\sand\s.+?(?=\s(?:on|regarding|concerning|for|in the field)\b)"
)
_PLURALS: Final = {
    "memorandum of understanding": "memorandums of understanding",
    "letter of intent": "letters of intent",
    "exchange of notes": "exchanges of notes",
    "treaty": "treaties",
}


def named_document(story: Story, *, known: bool) -> str:
    """The document with its article: "an agreement on extradition", "the Artemis Accords".

    ``known`` documents are there already and take "the".
    """
    noun = bare_document(story)
    noun = noun.lower() if noun.lower() in _SORTS else noun
    if is_plural_document(story) and not _is_proper(noun):
        return noun
    if _DETERMINED.match(noun):
        return noun
    if _is_proper(noun) or (known and story.document):
        return f"the {noun}"
    return with_article(noun)


def bare_document(story: Story) -> str:
    """The document without an article: "about 60 cooperation agreements"."""
    fallback = "joint statement" if story.kind is Kind.STATEMENT else "agreement"
    kind = (story.document_kind or fallback).replace("_", " ")
    title = re.sub(r"^(?:the|an?)\s", "", _shortened(story.document or ""), flags=re.IGNORECASE)
    if story.count is not None and story.count > 1:
        named = title[:1].islower() and _is_english(title) and _is_plural(title)
        about = "about " if story.count_approx else ""
        return f"{about}{story.count} {title if named else _plural(kind)}"
    if title and not _is_english(title):
        return f"{kind} ({title})"
    return title or kind


def is_plural_document(story: Story) -> bool:
    """Whether its verb is in the plural."""
    if story.count is not None and story.count > 1:
        return True
    return _is_plural(bare_document(story))


def with_article(noun: str) -> str:
    """ "an agreement", "a memorandum"; plurals take none."""
    if _is_plural(noun):
        return noun
    return f"{'an' if _sounds_open(noun) else 'a'} {noun}"


def capitalised(text: str) -> str:
    """With a capital at its beginning, the rest as it is."""
    return f"{text[:1].upper()}{text[1:]}"


def is_shortened(title: str) -> bool:
    """Whether a headline leaves some of the title out."""
    return _shortened(title) != " ".join(title.split())


def _sounds_open(noun: str) -> bool:
    """Whether it is spoken with a vowel first: "an MoU", "a US-brokered deal"."""
    if noun[:2].isupper() or noun.startswith("MoU"):
        return noun[0] in "AEFHILMNORSX"
    return noun[:1].lower() in "aeiou" and not _LIKE_YOU.match(noun)


def _is_proper(title: str) -> bool:
    """A name of its own, by its capitals: "Open Skies Agreement", "Agreement on Trade"."""
    words = [word for word in re.findall(r"[^\W\d_]+", title) if len(word) > 3]
    capitals = [word for word in words if word[0].isupper()]
    return title[:1].isupper() and len(capitals) >= 2 and 2 * len(capitals) > len(words)


def _is_plural(title: str) -> bool:
    """Whether the noun that a title is about is a plural: "agreements on trade"."""
    noun = re.split(r" (?:on|of|for|in|between|with|to|and)\b| ?[(,;:]", title, maxsplit=1)[0]
    last = noun.rsplit(" ", 1)[-1].lower()
    return last in {"memoranda", "relations"} or (
        last.endswith("s") and not last.endswith(("ss", "us", "is"))
    )


def _plural(noun: str) -> str:
    return _PLURALS.get(noun, noun if noun.endswith("s") else f"{noun}s")


def _is_english(title: str) -> bool:
    latin = all(letter < "\u0250" or not letter.isalpha() for letter in title)
    return latin and not _FOREIGN.search(title) and '"' not in title


def _shortened(title: str) -> str:
    """At most ninety characters, cut between words; a bracket that would stay open goes first.

    In a long title the clause that names the parties goes before anything is cut.
    """
    title = " ".join(title.split())
    if len(title) > _LONGEST_TITLE:
        title = _BETWEEN.sub("", title)
    if len(title) <= _LONGEST_TITLE:
        return title
    cut = title[:_LONGEST_TITLE].rsplit(" ", 1)[0]
    if cut.count("(") > cut.count(")"):
        return cut[: cut.rindex("(")].rstrip() or f"{cut} …"
    return f"{cut.rstrip(' ,;:-')} …"
