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
    <outline type="rss" title="Alone" xmlUrl="https://c.vn/rss"/></body></opml>"""
    assert read_opml(data.encode()) == [
        Outline("Thế giới & x", "https://a.vn/r?a=1&b=2", ("Báo chí", "Trung ương")),
        Outline("https://b.vn/rss", "https://b.vn/rss", ("Báo chí",)),
        Outline("javascript:x", "javascript:x", ("Báo chí",)),
        Outline("Alone", "https://c.vn/rss"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_files_of_other_encodings_are_read(encoding: str) -> None:
    data = f"""<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?><opml><body>
    <outline type="rss" text="Élysée" xmlUrl="https://a.fr/rss"/></body></opml>"""
    assert read_opml(data.encode(encoding)) == [Outline("Élysée", "https://a.fr/rss")]


@pytest.mark.parametrize(
    "data", [b"", b"words", b"<html/>", b"<opml/>", b"http://127.0.0.1:1/list.opml"]
)
def test_what_lists_no_feeds_says_so_and_is_never_fetched(data: bytes) -> None:
    with pytest.raises(ValueError, match="lists no feeds"):
        read_opml(data)


def test_a_file_with_entities_is_refused() -> None:
    with pytest.raises(ValueError, match="entities"):
        read_opml(b'<!DOCTYPE o [<!ENTITY a "b">]><opml><body/></opml>')
