from __future__ import annotations

import pytest

from sources.opml import Outline, read_opml


def test_feeds_come_as_they_are_written_each_with_its_folders() -> None:
    data = """<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><body>
    <outline text="Báo chí"><outline text="Trung ương">
    <outline type="rss" text="Thế giới &amp; x" xmlUrl="https://a.vn/r?a=1&amp;b=2"/>
    </outline>
    <outline type="rss" xmlUrl="https://b.vn/rss"/><outline type="rss" xmlUrl="javascript:x"/>
    </outline>
    <outline type="rss" title="Again" xmlUrl="https://b.vn/rss"/></body></opml>"""
    assert read_opml(data.encode()) == [
        Outline("Thế giới & x", "https://a.vn/r?a=1&b=2", ("Báo chí", "Trung ương")),
        Outline("https://b.vn/rss", "https://b.vn/rss", ("Báo chí",)),
        Outline("javascript:x", "javascript:x", ("Báo chí",)),
        Outline("Again", "https://b.vn/rss"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_files_of_other_encodings_are_read(encoding: str) -> None:
    data = f"""<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?><opml><body>
    <outline type="rss" text="Élysée" xmlUrl="https://a.fr/rss"/></body></opml>"""
    assert read_opml(data.encode(encoding)) == [Outline("Élysée", "https://a.fr/rss")]


def test_a_list_that_breaks_off_gives_what_came_before() -> None:
    data = b'<opml><body><outline text="A & B" xmlUrl="https://a.example/rss"/><outline text="W'
    assert read_opml(data) == [Outline("A & B", "https://a.example/rss")]


@pytest.mark.parametrize(
    "data", [b"<opml/>", b"<rss/>", b"<opml><body><outline text='x'/></body></opml>"]
)
def test_what_lists_no_feeds_says_so(data: bytes) -> None:
    with pytest.raises(ValueError, match="lists no feeds"):
        read_opml(data)


@pytest.mark.parametrize("data", [b"", b"words", b"<html/>", b"http://127.0.0.1:1/list.opml"])
def test_what_is_no_list_says_so(data: bytes) -> None:
    with pytest.raises(ValueError, match="is no OPML"):
        read_opml(data)


def test_entities_of_a_file_are_not_spelt_out() -> None:
    declared = b'<!DOCTYPE o [<!ENTITY a "boom"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    feed = b'<opml><body><outline text="x&a;y&f;" xmlUrl="https://a.example/rss"/></body></opml>'
    assert read_opml(declared + feed) == [Outline("x&a;y&f;", "https://a.example/rss")]
