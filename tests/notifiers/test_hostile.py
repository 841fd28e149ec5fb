"""Nothing scraped becomes a tag, a link, a mention, a header or a second line, in any form."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from html import unescape

import samples
from hypothesis import example, given, settings
from hypothesis import strategies as st

from notifiers.chat import address
from notifiers.render import render
from notifiers.subject import LIMIT
from pacts.model import Alert, Article, Message
from pacts.terms import Reason, Trust

_TRICKS = (
    "\r\nBcc: all@example.org\r\n\r\n",
    "\x00\x1b[31m",
    "\u202egpj.exe\u202c",
    "\u2066\u2067",
    "\u200b@\u200beveryone",
    "<script>alert(1)</script>",
    "</p></body></html>",
    "[click](https://evil.example)",
    "<https://evil.example|click>",
    "<@U123> <!channel> @here @someone",
    "**bold** __under__ ~~gone~~ ||spoiler|| `code` ```block```",
    "\n# heading\n> quote\n- item\n1. item",
    "http://evil.example www.evil.example mailto:x@evil.example javascript://x",
    "&lt;b&gt; &#64;here &amp;",
    "\\*not\\* \\[x\\](y)",
    "مرحبا بالعالم",
)
_TEXT = st.lists(st.one_of(st.text(max_size=40), st.sampled_from(_TRICKS)), max_size=4).map("".join)
_LINKS = ("https://one.example/a_(b)*~|c", "https://two.example/x?y=1&z=2")
_ISOLATES = "\u2068\u2069"
_JOINERS = "\u200c\u200d"


@settings(max_examples=100)
@given(*[_TEXT] * 5, st.sampled_from([reason for reason in Reason if reason.sends]))
@example(*["".join(_TRICKS)] * 5, Reason.CORRECTED)
def test_nothing_scraped_becomes_more_than_text(
    quote: str, title: str, name: str, place: str, word: str, reason: Reason
) -> None:
    for alert in (story(quote, title, name, place, reason), item(quote, title, name, word)):
        for message in every_size(render([alert])):
            is_harmless(message)
        for message in every_size(render([alert, samples.planned()])):
            is_harmless(message)


def story(quote: str, title: str, name: str, place: str, reason: Reason) -> Alert:
    """Foreign text wherever a story has some."""
    evidence = replace(samples.UPGRADE.evidence, quote=quote)
    event = replace(samples.UPGRADE, evidence=evidence)
    lead = samples.sighting(event, name, title=title, url=_LINKS[0], language=place[:3])
    held = samples.sighting(
        samples.UPGRADE, f"{name}2", title=title, url=_LINKS[1], trust=Trust.HOLD
    )
    told = samples.story(
        samples.SIGNING,
        sightings=(lead, held),
        lead=lead,
        place=place,
        level=title,
        level_from=quote,
        document=title,
        document_kind=name,
        count=None,
    )
    return samples.alert(
        told,
        reason=reason,
        headline=title,
        detail=place,
        watches=(name,),
        matched=(quote,),
        cautions=(title,) if title else (),
        background=(quote,) if quote else (),
    )


def item(quote: str, title: str, name: str, word: str) -> Alert:
    words = samples.keywords()
    assert words.article is not None
    article = replace(
        words.article,
        title=title,
        text=Article.compose(title, quote),
        source=name,
        url=_LINKS[1],
    )
    return replace(words, article=article, headline=title, matched=(word, quote[:9]))


def every_size(message: Message | None) -> list[Message]:
    sizes = []
    while message is not None:
        sizes.append(message)
        message = message.smaller
    return sizes


def is_harmless(message: Message) -> None:
    assert "\n" not in message.title
    for form in (message.title, message.text, message.html, message.markdown, message.short):
        for letter in set(form) - set(_ISOLATES + _JOINERS + "\n"):
            assert unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Zl", "Zp"), repr(letter)
        assert form.count(_ISOLATES[0]) == form.count(_ISOLATES[1])
        leads_nowhere_else(form)
        assert not re.search(r"@(?:everyone|here|channel|all)\b", form, re.IGNORECASE)
    assert len(message.title) <= max(LIMIT, len("Digest of 2 alerts: ") + 100)
    is_plain_markdown(message.markdown)


def leads_nowhere_else(text: str) -> None:
    """Every address in it is one of our articles."""
    known = [*_LINKS, "https://vgp.example/news/signed-vn.html"]
    rest = unescape(text)
    for link in known:
        rest = rest.replace(link, "").replace(address(link), "")
    assert "://" not in rest
    assert not re.search(r"\b(?:www\.|mailto:)", rest, re.IGNORECASE)


def is_plain_markdown(text: str) -> None:
    """Without its links, commands, quotes, lists and bold lines nothing is left of its signs."""
    rest = re.sub(r"\]\([^()\s]*\)", "", text)
    rest = re.sub(r"`pactwatch [a-z]+ (?:why )?\d+(?: wrong)?`", "", rest)
    rest = re.sub(r"^> ", "", rest, flags=re.MULTILINE)
    rest = re.sub(r"\*\*(.+?)\*\*", r"\1", rest)
    assert not set("*_`~|<>\\#]") & set(rest), set("*_`~|<>\\#]") & set(rest)
    assert rest.count("[") == len(re.findall(r"\]\([^()\s]*\)", text))
    assert not re.search(r"@\w", rest)
