from __future__ import annotations

import contextlib
import json
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sourcekit import NOW, fails, rss, source

from pacts.errors import FetchError, FetchFailure
from pacts.model import Item
from sources.entries import MAX_TITLE, to_items
from sources.feed import Feed, read_feed

URL = "http://h.org/d/feed.xml"


def read(body: bytes | str, content_type: str = "", *, limit: int = 100) -> Feed:
    data = body.encode() if isinstance(body, str) else body
    return read_feed("outlet", data, content_type, URL, limit=limit)


def items(body: bytes | str, content_type: str = "", *, zone: str = "UTC") -> list[Item]:
    feed = read(body, content_type)
    return list(to_items(feed.entries, source(zone=zone), URL, now=NOW, language=feed.language))


# --- kinds ---------------------------------------------------------------------------------

RSS_2 = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T</title><language>en-us</language>
<item><media:title>Not this</media:title><title>One</title><link>http://h.org/1</link>
<guid isPermaLink="false">id-1</guid><pubDate>Tue, 20 May 2025 08:00:00 +0700</pubDate>
<description>&lt;p&gt;Short &amp;amp; sweet&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>Long</p>]]></content:encoded></item></channel></rss>"""

RSS_091 = """<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN"
 "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel>
<language>en</language><item><title>One</title><link>http://h.org/1</link>
<description>Short &amp; sweet</description></item></channel></rss>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="c"><title>T</title><dc:language>en</dc:language></channel>
<item rdf:about="id-1"><title>One</title>
<link>http://h.org/1</link><description>Short &amp; sweet</description>
<dc:date>2025-05-20T08:00+07:00</dc:date></item></rdf:RDF>"""

SIMPLE = "http://my.netscape.com/rdf/" + "simple/0.9/"
RSS_090 = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="{SIMPLE}"><channel><title>T</title></channel><item>
<title>One</title><link>http://h.org/1</link></item></rdf:RDF>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>T</title><entry>
<id>id-1</id><title type="html">One</title><link rel="self" href="http://h.org/self"/>
<link rel="alternate" type="application/pdf" href="/1.pdf"/>
<link rel="alternate" type="text/html" href="/1"/><updated>2025-05-21T08:00:00Z</updated>
<published>2025-05-20T01:00:00Z</published><summary>Short &amp; sweet</summary>
<content type="html">&lt;p&gt;Long&lt;/p&gt;</content></entry></feed>"""

ATOM_03 = """<feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="en"><entry><id>id-1</id>
<title>One</title><link rel="alternate" href="http://h.org/1"/><issued>2025-05-20T01:00:00Z</issued>
<summary>Short &amp; sweet</summary></entry></feed>"""

JSON_11 = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "language": "en",
        "items": [
            {
                "id": "id-1",
                "url": "http://h.org/1",
                "title": "One",
                "summary": "Short & sweet",
                "content_html": "<p>Long</p>",
                "date_published": "2025-05-20T08:00:00+07:00",
            }
        ],
    }
)


@pytest.mark.parametrize("body", [RSS_2, RSS_091, RDF, ATOM, ATOM_03, JSON_11])
def test_all_kinds_of_feeds_say_the_same(body: str) -> None:
    (item,) = items(body)
    assert (item.title, item.url, item.language) == ("One", "http://h.org/1", "en")
    assert item.summary == "Short & sweet"


@pytest.mark.parametrize("body", [RSS_2, RDF, ATOM, ATOM_03, JSON_11])
def test_their_dates_and_identities_are_the_same(body: str) -> None:
    (item,) = items(body)
    assert item.published == datetime(2025, 5, 20, 1, 0, tzinfo=UTC)
    assert item.key == "id-1"


@pytest.mark.parametrize("body", [RSS_2, ATOM, JSON_11])
def test_the_full_text_comes_along_where_there_is_one(body: str) -> None:
    assert items(body)[0].content == "<p>Long</p>"


def test_the_oldest_form_has_title_and_link_only() -> None:
    (item,) = items(RSS_090)
    assert (item.title, item.url, item.published) == ("One", "http://h.org/1", None)


def test_markup_inside_atom_is_text() -> None:
    body = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://base.org/x/"><entry>
    <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>bold</b> word</div></title>
    <link href="y.html"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Body</p>
    </div></content></entry></feed>"""
    (item,) = items(body)
    assert item.title == "A bold word"
    assert item.url == "http://base.org/x/y.html"
    assert item.summary == "Body"


# --- identity ------------------------------------------------------------------------------


def test_an_item_is_known_by_guid_else_address_else_content() -> None:
    found = items(
        rss(
            "<title>a</title><guid>g</guid><link>http://h.org/a</link>",
            "<title>b</title><link>http://h.org/b?utm_source=rss#x</link>",
            "<title>c</title>",
            "<title>d</title>",
        )
    )
    assert [item.key for item in found[:2]] == ["g", "http://h.org/b"]
    assert len({item.key for item in found}) == 4


def test_a_guid_that_all_items_share_identifies_none() -> None:
    found = items(
        rss(*(f"<title>{x}</title><guid>same</guid><link>http://h.org/{x}</link>" for x in "abc"))
    )
    assert [item.key for item in found] == ["http://h.org/a", "http://h.org/b", "http://h.org/c"]


def test_an_entry_listed_twice_is_one_item() -> None:
    assert len(items(rss(*["<title>a</title><link>http://h.org/a</link>"] * 3))) == 1
    (item,) = items(rss(*["<title>a</title><guid>g</guid><link>http://h.org/a</link>"] * 2))
    assert item.key == "g"


def test_an_item_keeps_its_key_when_its_title_is_corrected() -> None:
    before = items(rss("<title>Singed</title><link>http://h.org/a</link>"))
    after = items(rss("<title>Signed</title><link>http://h.org/a</link>"))
    assert before[0].key == after[0].key


def test_very_long_guids_are_shortened_and_stay_different() -> None:
    found = items(rss(*(f"<title>t</title><guid>{'x' * 5000}{n}</guid>" for n in range(2))))
    assert len({item.key for item in found}) == 2
    assert all(len(item.key) < 500 for item in found)


# --- links and titles ----------------------------------------------------------------------


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_links_that_are_no_web_addresses_are_dropped(link: str) -> None:
    (item,) = items(rss(f"<title>a</title><link>{link}</link><guid>g</guid>"))
    assert item.url == ""


def test_a_guid_that_is_an_address_stands_in_for_the_link() -> None:
    found = items(
        rss(
            "<title>a</title><guid>http://h.org/a</guid>",
            "<title>b</title><guid isPermaLink='false'>http://h.org/b</guid>",
        )
    )
    assert [item.url for item in found] == ["http://h.org/a", ""]


def test_relative_links_are_resolved_against_the_feed() -> None:
    (item,) = items(rss("<title>a</title><link>../a.html</link>"))
    assert item.url == "http://h.org/a.html"


def test_titles_are_plain_whatever_was_done_to_them() -> None:
    found = items(
        rss(
            "<title>A &amp;amp; B</title>",
            "<title><![CDATA[<b>C</b> &eacute; D]]></title>",
            "<title>E &lt;i&gt;F&lt;/i&gt;\n  G</title>",
        )
    )
    assert [item.title for item in found] == ["A & B", "C é D", "E F G"]


def test_a_title_of_ten_megabytes_is_cut_in_no_time() -> None:
    began = time.thread_time()
    (item,) = items(rss(f"<title>{'word ' * 1_900_000}</title><link>/a</link>"))
    assert len(item.title) <= MAX_TITLE
    assert time.thread_time() - began < 3


def test_only_the_first_entries_are_read() -> None:
    body = rss(*(f"<title>{n}</title><guid>{n}</guid>" for n in range(50)))
    assert [entry.title for entry in read(body, limit=3).entries] == ["0", "1", "2"]


# --- dates ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "hour"),
    [("20/05/2025 08:30", 1), ("2025-05-20 08:30", 1), ("20-05-2025 08:30", 1),
     ("May 20, 2025 8:30 AM GMT+7", 1), ("Tue, 20 May 2025 01:30:00 GMT", 1)],
)  # fmt: skip
def test_dates_without_a_zone_are_meant_in_that_of_the_source(date: str, hour: int) -> None:
    (item,) = items(rss(f"<title>a</title><pubDate>{date}</pubDate>"), zone="Asia/Ho_Chi_Minh")
    assert item.published == datetime(2025, 5, 20, hour, 30, tzinfo=UTC)


def test_no_date_is_made_of_a_guid_or_of_an_unlikely_one() -> None:
    found = items(
        rss(
            "<title>a</title><guid>20250512</guid>",
            "<title>b</title><pubDate>Fri, 01 Jan 2100 00:00:00 GMT</pubDate>",
            "<title>c</title><pubDate>soon</pubDate>",
        )
    )
    assert [item.published for item in found] == [None, None, None]


def test_the_time_of_publication_goes_before_that_of_the_last_change() -> None:
    (item,) = items(ATOM)
    assert item.published is not None
    assert item.published.day == 20


# --- broken feeds --------------------------------------------------------------------------


def test_an_empty_feed_has_no_items_and_is_no_error() -> None:
    assert read(rss()).entries == ()
    assert read('{"version": "https://jsonfeed.org/version/1", "items": []}').entries == ()
    assert read('<feed xmlns="http://www.w3.org/2005/Atom"/>').entries == ()


@pytest.mark.parametrize(
    "body",
    [
        "<!DOCTYPE html><html><body>Not here</body></html>",
        "\n <html lang='en'><head></head></html>",
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body/></html>",
        "<!-- cached --><!doctype HTML>",
    ],
)
def test_a_web_page_is_not_a_feed(body: str) -> None:
    with fails(FetchFailure.NOT_A_FEED):
        read(body)


@pytest.mark.parametrize(
    "body",
    ["plain words", "<urlset/>", "<opml version='2.0'/>", '{"a": 1}', "[1, 2]", "{broken",
     "[" * 100_000, "\x00\x01\x02", "   "],
)  # fmt: skip
def test_what_is_no_feed_at_all_cannot_be_read(body: str) -> None:
    with fails(FetchFailure.UNREADABLE):
        read(body)


def test_entities_of_its_own_are_never_read() -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE r [<!ENTITY l0 "lol">{lol}]>'
    secret = '<!DOCTYPE r [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>'
    feed = rss("<title>a &l9;</title>").decode()
    began = time.thread_time()
    for body in (bomb + feed, secret + feed, "<!-- x --><!DOCTYPE r>" + bomb + secret + feed):
        assert [item.title for item in items(body)] == ["a &l9;"]
        assert [item.title for item in items(body.encode("utf-16"))] == ["a &l9;"]
    assert time.thread_time() - began < 1


def test_declarations_in_an_odd_place_are_refused() -> None:
    with fails(FetchFailure.UNREADABLE) as caught:
        read('<!DOCTYPE r <x> [<!ENTITY l "lol">]><rss><channel><title>&l;</title></channel></rss>')
    assert caught.detail in {"it declares entities of its own", "it is not XML"}


@pytest.mark.parametrize(
    "rubbish", ["<!---->", "<!--", "<?a?>", "<!DOCTYPE a>", "<!DOCTYPE [", " "]
)
def test_rubbish_before_the_feed_costs_no_time(rubbish: str) -> None:
    began = time.thread_time()
    with contextlib.suppress(FetchError):
        read(rubbish * 200_000 + rss("<title>a</title>").decode())
    assert time.thread_time() - began < 2


@pytest.mark.parametrize(
    "before",
    [
        "<!DOCTYPE html>",
        "<!DOCTYPE html>\n",
        "<?xml version='1.0'?><!DOCTYPE html><html><body>",
        "<html><body><pre>",
    ],
)
def test_a_feed_inside_a_page_is_read(before: str) -> None:
    feed = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>a</title></entry></feed>"""
    assert [item.title for item in items(before + feed + "</body></html>")] == ["a"]


def test_a_channel_of_cdf_is_read() -> None:
    body = """<CHANNEL><TITLE>c</TITLE><ITEM HREF="/1" LASTMOD="2025-05-06T08:00:00+07:00">
    <TITLE>One</TITLE><ABSTRACT>Short</ABSTRACT></ITEM></CHANNEL>"""
    (item,) = items(body)
    assert (item.title, item.summary, item.url) == ("One", "Short", "http://h.org/1")
    assert item.published == datetime(2025, 5, 6, 1, 0, tzinfo=UTC)


def test_children_in_the_namespace_of_their_entry_are_its_own() -> None:
    body = """<feed xmlns="http://www.w3.org/2005/atom/"><entry><title>a</title>
    <summary>b</summary></entry></feed>"""
    assert [(item.title, item.summary) for item in items(body)] == [("a", "b")]


@pytest.mark.parametrize(
    "text",
    [
        """<media:group xmlns:media="http://search.yahoo.com/mrss/"><media:title>a</media:title>
        <media:description>b</media:description></media:group>""",
        "<title>a</title><description></description><summary>b</summary>",
        '<title>a</title><body xmlns="http://www.w3.org/1999/xhtml">b</body>',
        '<title>a</title><i:summary xmlns:i="http://www.itunes.com/DTDs/Podcast-1.0.dtd">b</i:summary>',
        "<title>a</title><body>b</body>",
        '<title>a</title><y:full-text xmlns:y="http://news.yandex.ru">b</y:full-text>',
        '<d:title xmlns:d="http://purl.org/dc/elements/1.0/">a</d:title><abstract>b</abstract>',
    ],
)
def test_title_and_text_are_found_where_feeds_put_them(text: str) -> None:
    assert [(item.title, item.summary) for item in items(rss(text))] == [("a", "b")]


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        ("<br/><b>Warning</b>: x<?xml version='1.0'?>" + rss("<title>a</title>").decode(), ["a"]),
        ("Warning: x\n<?xml version='1.0'?>" + rss("<title>a</title>").decode(), ["a"]),
        ("[notice] x\n" + rss("<title>a</title>").decode(), ["a"]),
        ("\ufeff\n\n" + RSS_090, ["One"]),
        ("<rss><channel><item><title>AT&T caf&eacute; & co</title></item>", ["AT&T café & co"]),
        ("<rss><channel><item><title>a\x0bb</title></item></channel></rss>", ["ab"]),
        ("<rss><channel><item><title>a</title><description><p>x</description></item>", ["a"]),
        ("<rss><channel><item><media:title>no</media:title><title>a</title></item>", ["a"]),
    ],
)
def test_broken_feeds_are_mended(body: str, titles: list[str]) -> None:
    assert [item.title for item in items(body)] == titles


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16", "utf-8"])
def test_feeds_in_any_encoding_are_read(encoding: str) -> None:
    body = f'<?xml version="1.0" encoding="{encoding}"?><rss><channel><item>'
    body += "<title>Соглашение подписано в Астане</title></item></channel></rss>"
    assert items(body.encode(encoding))[0].title == "Соглашение подписано в Астане"


def test_a_feed_that_lies_about_its_encoding_is_read() -> None:
    body = '<?xml version="1.0" encoding="iso-8859-1"?>' + rss("<title>Việt Nam</title>").decode()
    assert items(body.encode())[0].title == "Việt Nam"


def test_feedparser_is_asked_where_the_first_reading_finds_nothing() -> None:
    body = """<newsfeed xmlns:r="http://purl.org/rss/1.0/"><rss version="2.0"><channel>
    <item><title>Deep</title><link>http://h.org/1</link></item></channel></rss></newsfeed>"""
    assert [item.title for item in items(body)] == ["Deep"]


@given(st.binary(max_size=400))
def test_no_bytes_can_break_it(body: bytes) -> None:
    for prefix in (b"", b"<rss><channel><item>", b'{"items":['):
        with contextlib.suppress(FetchError):
            assert isinstance(read(prefix + body), Feed)


def test_json_feeds_of_strangers_are_read_as_far_as_they_make_sense() -> None:
    body = {"items": [{"id": 5, "title": ["x"], "url": None}, "text", None, {"title": "ok"}]}
    assert [item.title for item in items(json.dumps(body))] == ["ok"]


def test_a_character_that_does_not_exist_is_no_unexpected_error() -> None:
    broken = '<html><rss version="2.0"><channel><title>&#x110000;</title></channel></rss>'
    with contextlib.suppress(FetchError):
        read(broken, "text/xml")
