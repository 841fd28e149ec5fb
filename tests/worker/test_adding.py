from __future__ import annotations

from pathlib import Path

import pytest
from fakeweb import FakeWeb
from newsroom import START

from pacts.errors import UsageError
from worker.adding import append, as_yaml, found_at, from_opml, name_of
from worker.config import load

FILE = """\
# My sources.
defaults: {every: 15m, language: en}   # for all of them

sources:
  # The agency.
  - name: agency
    kind: feed
    url: https://agency.example/feed   # unverified
    select_nothing: "no"
"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>
<item><title>One</title><link>https://example.org/one</link></item></channel></rss>"""
OPML = b"""<?xml version="1.0"?><opml version="2.0"><body><outline text="World">
<outline type="rss" text="Daily News" xmlUrl="https://daily.example/rss"/>
<outline type="rss" text="Daily News" xmlUrl="https://daily.example/asia.rss"/>
</outline></body></opml>"""


def entry(name: str, url: str) -> dict[str, str]:
    return {"name": name, "kind": "feed", "url": url}


def test_appending_keeps_what_people_wrote(tmp_path: Path) -> None:
    path = tmp_path / "sources.yaml"
    path.write_text(FILE)
    assert append(path, [entry("new", "https://new.example/feed")]) == ["new"]
    text = path.read_text()
    assert text.startswith(FILE.rstrip("\n"))
    assert text.endswith("  - name: new\n    kind: feed\n    url: https://new.example/feed\n")


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    path = tmp_path / "sources.yaml"
    path.write_text(FILE)
    new = [entry("agency", "https://other.example/feed"), entry("agency", "https://third.example")]
    assert append(path, new) == ["agency-2", "agency-3"]


def test_an_address_that_is_there_already_is_not_added_twice(tmp_path: Path) -> None:
    path = tmp_path / "sources.yaml"
    path.write_text(FILE)
    with pytest.raises(UsageError, match="nothing to add"):
        append(path, [entry("again", "https://agency.example/feed")])
    assert path.read_text() == FILE


@pytest.mark.parametrize("text", ["- a list\n", "sources: {a: mapping}\n", "a: [b\n"])
def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sources.yaml"
    path.write_text(text)
    with pytest.raises(UsageError, match=r"sources\.yaml"):
        append(path, [entry("new", "https://new.example/feed")])
    assert path.read_text() == text


def test_a_missing_file_is_named_with_the_command_that_makes_it(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="pactwatch init"):
        append(tmp_path / "sources.yaml", [entry("new", "https://new.example/feed")])


def test_lines_to_paste_are_what_the_loader_reads(tmp_path: Path) -> None:
    lines = as_yaml([entry("new", "https://new.example/feed")])
    (tmp_path / "sources.yaml").write_text(f"sources:\n{lines}")
    (tmp_path / "keywords.yaml").write_text(
        "watches: [{name: all, events: [partnership], notify: [console]}]"
    )
    (tmp_path / "channels.yaml").write_text("channels: {console: {}}")
    (source,) = load(tmp_path, environ={}).sources
    assert (source.name, source.url) == ("new", "https://new.example/feed")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.un.org/news/rss.xml", "un"),
        ("https://feeds.daily-news.co.uk/world", "daily-news"),
        ("http://127.0.0.1:80/feed", "127-0-0"),
        ("not an address", "source"),
    ],
)
def test_a_name_comes_from_the_address(url: str, name: str) -> None:
    assert name_of(url) == name


def test_opml_gives_an_entry_for_each_feed_with_names_of_their_own() -> None:
    assert from_opml(OPML, "x.opml") == [
        entry("daily-news", "https://daily.example/rss"),
        entry("daily-news-2", "https://daily.example/asia.rss"),
    ]


def test_opml_without_feeds_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match=r"x\.opml"):
        from_opml(b'<opml version="2.0"><body/></opml>', "x.opml")


def test_the_address_of_a_feed_is_taken_as_it_is() -> None:
    with FakeWeb() as web:
        url = web.serve("/feed", FEED, "application/rss+xml")
        assert found_at(url, "mine", now=START) == [entry("mine", url)]


def test_a_page_that_announces_a_feed_leads_to_it() -> None:
    with FakeWeb() as web:
        feed = web.serve("/feed", FEED, "application/rss+xml")
        link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
        page = web.serve("/", f"<!doctype html><html><head>{link}</head><body>x</body></html>")
        assert found_at(page, "mine", now=START) == [entry("mine", feed)]


def test_a_page_without_any_feed_is_refused_with_advice() -> None:
    with FakeWeb() as web:
        page = web.serve("/", "<!doctype html><html><body>nothing</body></html>")
        with pytest.raises(UsageError, match="listing"):
            found_at(page, None, now=START)
