"""What a message says. The files in golden/ are what people get: read them when they change."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

from notifiers.render import render
from pacts.model import Alert, Message
from pacts.terms import ACTS, Act, DateBasis, Priority, Reason, Scope, Status, Trust
from worker.delivery.specimens import specimens

TAGS = {"html", "head", "meta", "body", "div", "h1", "h2", "h3", "p", "br", "b", "ul", "li"} | {
    "blockquote",
    "span",
    "code",
    "a",
    "hr",
    "ol",
}
ATTRIBUTES = {"style", "href", "lang", "dir", "charset", "name", "content", "id", "start"}
GOLDEN = Path(__file__).parent / "golden"

CASES = specimens()
DIGEST = [
    samples.keywords(),
    samples.planned(),
    samples.planned_then_signed(),
    samples.upgrade(),
]


@pytest.mark.parametrize("name", CASES)
def test_messages_read_as_the_golden_files_do(name: str) -> None:
    message = render(CASES[name])
    seen = {
        "txt": f"{message.title}\n\n{message.text}",
        "html": message.html,
        "md": message.markdown,
        "short.txt": f"{message.title}\n{message.short}\n",
    }
    for ending, content in seen.items():
        path = GOLDEN / f"{name}.{ending}"
        if os.environ.get("UPDATE_GOLDEN"):
            path.write_text(content, encoding="utf-8")
        assert content == path.read_text(encoding="utf-8"), f"UPDATE_GOLDEN=1 rewrites {path.name}"


def test_the_text_says_all_that_the_alert_knows() -> None:
    text = render([samples.upgrade(cautions=("A step is missing.",), background=("B.",))]).text
    parts = [
        "Kazakhstan and Vietnam upgraded relations from a comprehensive partnership to a",
        "strategic partnership in Astana on 6 May 2025.",
        "“agreed to elevate the bilateral ties to a Strategic Partnership”",
        "— nhandan, 7 May 2025, 08:00 UTC",
        "https://nhandan.example/news/upgraded-kz.html",
        "Uncertain: A step is missing.",
        "Before: B.",
        "Told by 3 sources. Also:",
        "- vgp, 7 May 2025, 09:00 UTC",
        "Why: First report of this.",
        "Watch: “partnership upgrades”",
        "More: pactwatch alerts why 7 | pactwatch mark 7 wrong",
        "Ref: alert 12 · story 7 · partnership.upgraded · high priority",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_an_alert_that_was_never_stored_has_no_reference_number() -> None:
    told = samples.story(number=None)
    assert "Ref: partnership.upgraded" in render([samples.alert(told, number=None)]).text


def test_an_undated_story_of_one_party_says_what_is_missing() -> None:
    text = render([samples.planned()]).text
    assert "- Told by one source only so far." in text
    assert "- The day is not known." in text
    assert "- The other party is not named." in text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"confidence": 0.62}, "Not sure: of ten reports worded like this, about six are right."),
        (
            {"date_basis": DateBasis.RELATIVE, "status": Status.RUMOURED},
            "The day follows from a weekday",
        ),
        ({"date_basis": DateBasis.VISIT}, "The exact day is not given"),
        ({"date_basis": DateBasis.PUBLICATION}, "The day is not given: this is the day of"),
        ({"date": None}, "The day is not known."),
        ({"level": None, "level_from": None}, "The level is not named."),
        ({"parties": ()}, "The parties are not known."),
        ({"parties": ("VN",)}, "The other party is not named."),
        ({"confirmed": False}, "Told only by sources that are on hold."),
    ],
)
def test_what_is_uncertain_is_said(changes: dict[str, Any], words: str) -> None:
    told = samples.story(**changes)
    assert f"Uncertain: {words}" in render([samples.alert(told)]).text


def test_nothing_uncertain_means_no_line_about_it() -> None:
    assert "Uncertain" not in render([samples.upgrade()]).text
    weekday = samples.story(date_basis=DateBasis.RELATIVE)
    assert "Uncertain" not in render([samples.alert(weekday)]).text
    alone = samples.story(
        samples.SIGNING, act=Act.RATIFIED, parties=("VN",), date_basis=DateBasis.STATED
    )
    assert "Uncertain" not in render([samples.alert(alone)]).text


def test_a_source_on_hold_is_named_and_not_counted() -> None:
    told = samples.story()
    held = samples.sighting(samples.UPGRADE, "rumours", trust=Trust.HOLD)
    text = render([samples.alert(replace(told, sightings=(*told.sightings, held)))]).text
    assert "Uncertain: On hold, not counted: rumours." in text


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("reason", Reason)
def test_every_status_and_reason_has_its_words(status: Status, reason: Reason) -> None:
    for kind, acts in ACTS.items():
        for act in acts:
            told = samples.story(kind=kind, act=act, status=status)
            message = render([samples.alert(told, reason=reason)])
            assert "None" not in message.title + message.text + message.html


def test_what_is_no_matter_between_states_says_so() -> None:
    told = samples.story(scope=Scope.CORPORATE)
    assert "The parties are companies." in render([samples.alert(told)]).text


def test_a_long_title_stands_below_in_full() -> None:
    title = "Agreement on " + "very " * 20 + "long words"
    told = samples.story(samples.SIGNING, document=title, count=None)
    assert f"In full: “{title}”." in render([samples.alert(told)]).text


def test_of_many_sources_the_first_are_named_and_the_rest_counted() -> None:
    told = samples.story(sources=tuple(f"s{number:02}" for number in range(11)))
    message = render([samples.alert(told)])
    assert "Told by 11 sources. Also:\n- s01" in message.text
    assert "- s08, 7 May 2025, 16:00 UTC" in message.text
    assert "\n- and 2 more\n" in message.text
    assert "<li>and 2 more</li>" in message.html


def test_a_source_with_two_articles_is_linked_to_the_earlier_one() -> None:
    lead = samples.sighting(samples.UPGRADE, "nhandan", hour=6)
    early = samples.sighting(samples.UPGRADE, "vgp", hour=7, url="https://vgp.example/early")
    late = samples.sighting(samples.UPGRADE, "vgp", hour=9, url="https://vgp.example/late")
    undated = samples.sighting(samples.UPGRADE, "vgp", published=None, url="https://vgp.example/un")
    for seen in permutations((early, late, undated)):
        told = samples.story(sightings=(lead, *seen), lead=lead)
        html = render([samples.alert(told)]).html
        assert 'href="https://vgp.example/early"' in html
        assert "vgp.example/late" not in html
        assert "Told by 2 sources. Also:" in html


def test_a_long_quote_ends_at_a_word_with_an_ellipsis() -> None:
    quote = "The two leaders agreed " * 40
    text = render([_quoting(quote)]).text
    shown = re.search("“(.*)”", text)
    assert shown is not None
    assert len(shown[1]) <= 300
    assert shown[1].endswith(("leaders…", "agreed…", "The…", "two…"))


def test_a_quote_is_not_quoted_twice() -> None:
    assert "\n“We signed it.”\n" in render([_quoting("“We signed it.”")]).text


def test_decoration_and_hidden_characters_are_gone() -> None:
    quote = "💯 They\u202e signed\x00 ❀𓃲🅠 the \u200bpact ꧁꧂"
    message = render([replace(_quoting(quote), headline="🌱 \x1b[31mBig\ufe0f deal\r\n💙")])
    assert "“They signed the pact”" in message.text
    assert message.title.startswith("[31mBig deal (")
    assert "\r" not in message.title + message.text


def test_of_a_keyword_found_only_in_the_title_the_text_below_it_is_shown() -> None:
    message = render([samples.keywords(matched=("resume talks",))])
    assert message.title.startswith("“resume talks”: ASEAN and China resume talks in Manila")
    assert "“MANILA, May 7" in message.text
    assert "resume talks in Manila" not in message.text


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,<script>",
        "ftp://example.org/x",
        "https://",
        "https://exa mple.org/",
        'https://example.org/"onclick="x',
        "https://example.org/\u202egpj",
        "https://[bad/",
        "//example.org/x",
        "",
    ],
)
def test_a_link_that_is_not_plainly_http_is_no_link(url: str) -> None:
    message = render([_linking(url)])
    assert "href" not in message.html
    assert "://" not in message.text


def test_a_login_inside_a_link_is_left_out() -> None:
    message = render([_linking("https://user:hunter2@example.org:8443/a?b=1&c=2#d")])
    assert "https://example.org:8443/a?b=1&c=2#d" in message.text
    assert "hunter2" not in message.text + message.html


def test_a_keyword_alert_shows_the_stretch_around_the_first_match() -> None:
    message = render([samples.keywords()])
    assert "A new item from nhandan has “Code of Conduct” and “East Sea”." in message.text
    assert "Talks on the Code of Conduct in the East Sea resumed" in message.text
    assert "<b>Code of Conduct</b>" in message.html
    assert "Watch: “plain keywords”" in message.text


def test_a_keyword_is_found_in_whatever_case() -> None:
    message = render([samples.keywords(matched=("Manila",))])
    assert "“MANILA, May 7 - Senior officials met" in message.text


def test_words_that_are_not_in_the_text_show_its_beginning() -> None:
    message = render([samples.keywords(matched=("Atlantis",))])
    assert "“MANILA, May 7 - Senior officials met" in message.text


def test_an_alert_about_nothing_cannot_be_rendered() -> None:
    with pytest.raises(ValueError, match="story or an article"):
        render([replace(samples.keywords(), article=None)])
    with pytest.raises(ValueError, match="nothing"):
        render([])


def test_a_digest_is_grouped_by_priority_then_kind_whatever_the_order() -> None:
    alerts = DIGEST
    messages = {render(list(order)) for order in permutations(alerts)}
    assert len(messages) == 1
    text = messages.pop().text
    places = [
        text.index(mark)
        for mark in (
            "HIGH PRIORITY: PARTNERSHIPS",
            "1. Kazakhstan and",
            "NORMAL PRIORITY: AGREEMENTS",
            "2. Now signed: Vietnam, Azerbaijan",
            "NORMAL PRIORITY: ITEMS WITH KEYWORDS",
            "3. “Code of Conduct”",
            "LOW PRIORITY: AGREEMENTS",
            "4. Vietnam to sign",
        )
    ]
    assert places == sorted(places)


def test_a_digest_of_one_priority_does_not_name_it() -> None:
    alerts = [samples.alert(), samples.alert(number=13, created=samples.NOW - timedelta(hours=1))]
    message = render(alerts)
    assert message.title == "Digest of 2 partnerships"
    assert "PRIORITY" not in message.text
    assert message.text.index("alert 13") < message.text.index("alert 12")


def test_the_html_has_no_scripts_styles_classes_or_images() -> None:
    for alerts in (*CASES.values(), DIGEST):
        seen = _Seen()
        seen.feed(render(alerts).html)
        assert seen.tags <= TAGS
        assert seen.attributes <= ATTRIBUTES
        assert not seen.open


@given(st.text(max_size=400), st.text(max_size=200), st.text(max_size=60), st.text(max_size=80))
def test_no_text_from_outside_becomes_markup(quote: str, title: str, name: str, url: str) -> None:
    for alert in _hostile(quote, title, name, url):
        message = render([alert, samples.upgrade()])
        seen = _Seen()
        seen.feed(message.html)
        seen.close()
        assert seen.tags <= TAGS
        assert seen.attributes <= ATTRIBUTES
        assert all(link.startswith(("http://", "https://", "#alert-")) for link in seen.links)
        assert not seen.open
        _has_no_control_characters(message)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "</blockquote></div><img src=x onerror=alert(1)>",
        '"><a href="javascript:x">',
        "&lt;b&gt; &#60;script&#62; &amp;",
        "<!--",
        "<![CDATA[<b>]]>",
    ],
)
def test_markup_in_a_quote_stays_text(text: str) -> None:
    for alert in _hostile(text, text, text, f"https://example.org/{text}"):
        seen = _Seen()
        seen.feed(render([alert]).html)
        seen.close()
        assert not {"script", "img"} & seen.tags
        assert not seen.comments
        # The ends of a quote may lose quotation marks, nothing else is lost.
        assert text.strip('"').replace("<!", "< ! ")[:8].split()[0] in "".join(seen.text)


def _hostile(quote: str, title: str, name: str, url: str) -> list[Alert]:
    """A story and a keyword alert made of the given strings wherever foreign text goes."""
    seen = samples.sighting(samples.UPGRADE, name, title=title, url=url)
    evidence = replace(samples.UPGRADE.evidence, quote=quote)
    lead = replace(seen, event=replace(samples.UPGRADE, evidence=evidence), trust=Trust.HOLD)
    told = samples.story(
        samples.SIGNING,
        sightings=(lead,),
        lead=lead,
        place=title,
        level=quote,
        level_from=title,
        document=quote,
        document_kind=name,
    )
    words = samples.keywords()
    assert words.article is not None
    article = replace(words.article, title=title, text=f"{title}\n\n{quote}", source=name, url=url)
    return [
        samples.alert(told, headline=title, detail=quote, watches=(name,)),
        replace(words, article=article, headline=title, matched=(quote[:5], name), detail=title),
    ]


def _quoting(quote: str) -> Alert:
    told = samples.story()
    evidence = replace(told.lead.event.evidence, quote=quote)
    lead = replace(told.lead, event=replace(told.lead.event, evidence=evidence))
    return samples.alert(replace(told, lead=lead))


def _linking(url: str) -> Alert:
    seen = samples.sighting(samples.UPGRADE, "vgp", url=url)
    return samples.alert(samples.story(sightings=(seen,), lead=seen), priority=Priority.LOW)


def _has_no_control_characters(message: Message) -> None:
    assert "\n" not in message.title
    for text in (message.title, message.text, message.html):
        assert all(ch >= " " or ch == "\n" for ch in text)
        text.encode("utf-8")


class _Seen(HTMLParser):
    """What a browser makes of a message: tags, attributes, links, text, what is left open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.text: list[str] = []
        self.comments: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag not in ("br", "hr", "meta"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def unknown_decl(self, data: str) -> None:
        self.comments.append(data)


def test_what_changed_is_said_once() -> None:
    text = render([samples.planned_then_signed()]).text
    assert text.count("Told before as planned.") == 1
    assert "Why: It was reported otherwise before." in text


def test_one_source_that_others_contradict_is_alone_with_what_it_says() -> None:
    text = render(CASES["advanced"]).text
    assert "Told as concluded by one source only so far." in text


def test_a_digest_says_in_its_title_alone_what_is_in_it() -> None:
    message = render(DIGEST)
    assert message.title == (
        "Digest of 4 alerts: 1 partnership, 2 agreements and 1 item with keywords"
        " (1 of high priority)"
    )
    for form in (message.text, message.html, message.markdown):
        assert "4 alerts" not in form
