from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sourcekit import NOW, fails

from pacts.errors import FetchError, FetchFailure
from pacts.model import Article
from sources.article import article_from_html

PROSE = [
    "The presidents of the two countries held talks in the capital on Tuesday morning, he said.",
    "They agreed to elevate the bilateral ties to a strategic partnership, a joint statement said.",
    "Ministers exchanged views on energy, transport and education during the visit, they added.",
    "The delegation leaves for Baku on Wednesday, where further meetings are expected to be held.",
]
BODY = "".join(f"<p>{text}</p>" for text in PROSE)


def read(
    inner: str | bytes, head: str = "", *, url: str = "http://h.org/a", lang: str = ""
) -> Article:
    if isinstance(inner, bytes):
        return article_from_html(inner, url=url, now=NOW)
    page = f"<!doctype html><html {lang}><head>{head}</head><body>{inner}</body></html>"
    return article_from_html(page.encode(), url=url, now=NOW)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


# --- text ----------------------------------------------------------------------------------


def test_the_text_is_the_title_and_the_paragraphs() -> None:
    article = read(f"<h1>Talks held</h1>{BODY}")
    assert article.text == "Talks held\n\n" + "\n\n".join(PROSE)
    assert article.text == Article.compose(article.title, "\n\n".join(PROSE))
    assert (article.url, article.key) == ("http://h.org/a", "http://h.org/a")


@pytest.mark.parametrize(
    "caption",
    [
        "<figure><img><figcaption>{}</figcaption></figure>",
        "<table class='image'><tr><td><img></td></tr><tr><td>{}</td></tr></table>",
        "<div class='wp-caption'><img><p class='wp-caption-text'>{}</p></div>",
        "<p><img></p><p class='imgcap'><em>{}</em></p>",
        "<div class='photo'><img><div class='PhotoCMS_Caption'><p>{}</p></div></div>",
    ],
)
@pytest.mark.parametrize("place", ["above", "first", "between", "last"])
def test_captions_are_paragraphs_wherever_and_however_they_stand(caption: str, place: str) -> None:
    words = (
        "The two leaders witness the exchange of the cooperation agreement on Tuesday (Photo: X)"
    )
    figure = caption.format(words)
    parts = [f"<p>{text}</p>" for text in PROSE]
    if place != "above":
        parts.insert({"first": 0, "between": 2, "last": 4}[place], figure)
    above = figure if place == "above" else ""
    article = read(f"<h1>Talks held</h1>{above}<div class='content'>{''.join(parts)}</div>")
    expected = list(PROSE)
    expected.insert({"above": 0, "first": 0, "between": 2, "last": 4}[place], words)
    assert article.text.split("\n\n")[1:] == expected


def test_a_short_caption_inside_the_article_stays_too() -> None:
    figure = "<figure><img><figcaption>They sign a pact</figcaption></figure>"
    article = read(f"<h1>Talks</h1><div>{BODY}{figure}<p>{PROSE[0][::-1]}</p></div>")
    assert "\n\nThey sign a pact\n\n" in article.text


def test_the_lead_above_the_article_is_part_of_it() -> None:
    lead = "Viet Nam and Russia have issued a Joint Statement charting major orientations."
    for tag in ("h2", "p", "div", "strong"):
        inner = (
            f"<h1>T i t l e</h1><{tag} class='sapo'>{lead}</{tag}><div class='body'>{BODY}</div>"
        )
        assert read(inner).text.split("\n\n")[1] == lead


def test_joint_statements_survive_whole() -> None:
    """Numbered paragraphs, headings and lists, as they are: 002 and 003 of the seeds are such."""
    parts: list[str] = []
    expected: list[str] = []
    for number in range(1, 12):
        heading = f"{'I' * (number % 4 + 1)}. Cooperation in the field {number}"
        text = f"{number}. Both Sides agreed to step up exchanges at level {number} and beyond."
        items = [f"Political dialogue number {number}, of trust", f"Trade of sort {number}"]
        parts += [f"<h3>{heading}</h3>", f"<p>{text}</p>"]
        parts += [f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"]
        expected += [heading, text, "\n".join(f"- {item}" for item in items)]
    last = "Present Joint Statement was adopted on May 6, 2025 in the city of Astana./."
    article = read(f"<h1>Joint statement</h1><div>{''.join(parts)}<p>{last}</p></div>")
    assert article.text.split("\n\n")[1:] == [*expected, last]


def test_marks_of_lists_are_not_doubled() -> None:
    inner = f"{BODY}<ul><li>- first thing agreed</li><li>• second thing agreed</li></ul>"
    assert (
        "- first thing agreed\n- second thing agreed" in read(f"<h1>T</h1><div>{inner}</div>").text
    )


def test_lines_broken_by_br_are_paragraphs() -> None:
    inner = "<br><br>".join(PROSE)
    assert read(f"<h1>Talks</h1><div>{inner}</div>").text.split("\n\n")[1:] == PROSE


def test_short_rows_of_a_table_are_lines() -> None:
    rows = "".join(f"<tr><td>{n} May</td><td>Treaty {n}</td><td>Astana</td></tr>" for n in (5, 6))
    text = read(f"<h1>T</h1><div>{BODY}<table>{rows}</table></div>").text
    assert "5 May | Treaty 5 | Astana\n\n6 May | Treaty 6 | Astana" in text


def test_the_title_is_not_repeated_in_the_text() -> None:
    article = read(f"<h1>Talks held in Astana</h1><div><h2>Talks held  in Astana</h2>{BODY}</div>")
    assert article.text.count("Talks held") == 1


def test_a_caption_that_stands_twice_is_told_once() -> None:
    caption = "The two leaders witness the exchange of the cooperation agreement (Photo: X)"
    figure = f"<figure><figcaption>{caption}</figcaption></figure>"
    assert read(f"<h1>T</h1>{figure}{figure}<div>{BODY}</div>").text.count(caption) == 1


def test_the_text_is_clean() -> None:
    inner = BODY.replace("strategic", "stra\u200bte\u00adgic").replace("Tuesday", "Tues\x07day")
    text = read(f"<h1>T&#xD800;itle</h1>{inner}").text
    assert "strategic partnership" in text
    assert "Tuesday morning" in text
    text.encode()


def test_inline_markup_does_not_break_words_or_sentences() -> None:
    inner = BODY.replace("strategic", "<b>str</b><i>ategic</i>").replace("two", "<o:p>two</o:p>")
    assert read(f"<h1>T</h1><div>{inner}</div>").text.split("\n\n")[1:] == PROSE


def test_a_short_brief_is_an_article() -> None:
    text = "Fiji and Tonga signed a treaty of friendship in Suva on Monday, the ministry said."
    assert read(f"<h1>Treaty signed</h1><p>{text}</p>").text == f"Treaty signed\n\n{text}"
    chinese = "中国与越南五月七日在北京签署合作协议，双方外长出席了签字仪式并共见记者。"
    assert read(f"<h1>签署协议</h1><p>{chinese}</p>").text.endswith(chinese)


@pytest.mark.parametrize(
    "inner",
    ["", "<p>Please enable JavaScript</p>", "<div id='root'></div>", "<p> </p>",
     "<nav><a href='/'>Home</a></nav>", "<form><input name='q'></form>"],
)  # fmt: skip
def test_a_page_without_text_says_so(inner: str) -> None:
    with fails(FetchFailure.NO_TEXT):
        read(inner)


@pytest.mark.parametrize("body", [b"", b"   ", b"\x00\x01\x02", b"<", b"<!---->", b"\xff\xfe"])
def test_what_is_no_page_has_no_text(body: bytes) -> None:
    with fails(FetchFailure.NO_TEXT):
        read(body)


@given(st.binary(max_size=600))
def test_no_bytes_can_break_it(body: bytes) -> None:
    for page in (body, b"<html><body><h1>T</h1>" + BODY.encode() + body):
        try:
            article = read(page)
        except FetchError:
            continue
        article.text.encode()
        assert article.text.startswith(article.title)


def test_a_text_that_only_the_data_of_the_page_holds_is_found() -> None:
    data = json.dumps({"@type": "NewsArticle", "articleBody": "\n".join(PROSE * 3)})
    article = read(
        "<h1>Talks</h1><div id='root'></div>", f"<script type='application/ld+json'>{data}</script>"
    )
    assert PROSE[1] in article.text


# --- title ---------------------------------------------------------------------------------


SUFFIXED = (
    "<title>Talks held in Astana | Vietnam+ (VietnamPlus)</title>"
    "<meta property='og:site_name' content='Vietnam+ (VietnamPlus)'>"
)
HIJACKED = "<title>tk88 bet</title><meta property='og:title' content='tk88 bet'>"
PREFIXED = (
    "<title>Gazette :: Talks held in Astana</title>"
    "<meta property='og:title' content='Talks held in Astana'>"
)


@pytest.mark.parametrize(
    ("head", "inner"),
    [
        ("<title>Talks held in Astana</title>", ""),
        ("<title>Talks held in Astana - Gazette</title>", "<h1>Talks held in Astana</h1>"),
        (SUFFIXED, ""),
        (PREFIXED, ""),
        ("<meta property='og:title' content='Talks held in Astana'>", "<h1>The Daily Gazette</h1>"),
        (HIJACKED, "<h1>Talks held in Astana</h1>"),
        ("<meta property='og:title' content='Talks held in Astana'>",
         "<h1>Talks held in Astana</h1><h1>Ecuador and Peru sign border treaty in Quito</h1>"),
    ],
)  # fmt: skip
def test_the_title_is_the_one_of_the_text_without_the_name_of_the_site(
    head: str, inner: str
) -> None:
    text = BODY.replace("in the capital", "in Astana, the capital,")
    assert read(f"{inner}<div>{text}</div>", head).title == "Talks held in Astana"


def test_a_dash_inside_a_title_is_no_end_of_it() -> None:
    title = "Viet Nam - Kazakhstan: strategic partnership"
    assert read(f"<h1>{title}</h1>{BODY}").title == title


# --- time ----------------------------------------------------------------------------------

LINKED = {
    "@graph": [
        {"@type": "WebPage", "datePublished": "2025-01-01T00:00:00Z"},
        {"@type": ["NewsArticle"], "datePublished": "2025-05-06T10:00:00+07:00"},
    ]
}


def test_linked_data_tells_the_time_first() -> None:
    head = (
        f"<script type='application/ld+json'>{json.dumps(LINKED)}</script>"
        "<meta property='article:published_time' content='2025-05-01T00:00:00Z'>"
    )
    assert read(BODY, head).published == at("2025-05-06 03:00")


TIME = "<time datetime='2025-05-06T03:00:00Z'>6 May</time>"


def test_damaged_linked_data_is_passed_over() -> None:
    head = (
        "<script type='application/ld+json'>{broken</script>"
        f"<script type='application/ld+json'>{'[' * 100_000}</script>"
        "<meta property='article:published_time' content='2025-05-06T03:00:00Z'>"
    )
    assert read(BODY, head).published == at("2025-05-06 03:00")


@pytest.mark.parametrize(
    ("head", "inner"),
    [
        ("<meta property='article:published_time' content='2025-05-06T10:00:00+07:00'>", BODY),
        ("<meta name='pubdate' content='Tue, 06 May 2025 03:00:00 GMT'>", BODY),
        ("<meta itemprop='datePublished' content='2025-05-06T03:00:00Z'>", BODY),
        ("", f"<h1>T</h1>{TIME}{BODY}"),
        ("", f"<time datetime='2020-01-01'>x</time><h1>T</h1>{TIME}{BODY}"),
        ("", f"<h1>T</h1><div class='date'>Tuesday, 06/05/2025 | 03:00</div>{BODY}"),
        ("", f"<h1>T</h1><p>May 6, 2025 10:00 AM GMT+7</p>{BODY}"),
        ("", f"<div>3:00:00 AM | 5/6/2025 UTC</div><h1>T</h1>{BODY}".replace("5/6", "6/5")),
    ],
)  # fmt: skip
def test_the_time_of_publication_is_found_where_pages_put_it(head: str, inner: str) -> None:
    assert read(inner, head).published == at("2025-05-06 03:00")


def test_the_address_can_tell_the_day() -> None:
    assert read(BODY, url="http://h.org/2025/05/06/talks.html").published == at("2025-05-06 12:00")
    assert read(BODY, url="http://h.org/news-20250506-talks").published == at("2025-05-06 12:00")


def test_a_copyright_year_is_no_date() -> None:
    assert read(f"{BODY}<footer>Copyright 2019 Gazette</footer>").published is None


def test_a_time_in_the_future_is_not_believed() -> None:
    head = "<meta property='article:published_time' content='2031-05-06T10:00:00Z'>"
    assert read(BODY, head).published is None


def test_a_date_line_is_not_part_of_the_text() -> None:
    article = read(f"<h1>Talks</h1><div><p>May 6, 2025 10:00 AM GMT+7</p>{BODY}</div>")
    assert article.text == "Talks\n\n" + "\n\n".join(PROSE)


# --- language and encoding -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("lang='en-US'", "en"), ("lang='vi'", "vi"), ("lang='x'", None), ("", None)],
)
def test_the_language_is_what_the_page_says(lang: str, expected: str | None) -> None:
    assert read(BODY, lang=lang).language == expected


def test_pages_in_old_encodings_are_read() -> None:
    text = "Президенты двух стран подписали соглашение о стратегическом партнёрстве в Астане."
    page = f"<html><head><meta charset='windows-1251'></head><body><p>{text}</p></body></html>"
    assert read(page.encode("windows-1251")).text.endswith(text)
