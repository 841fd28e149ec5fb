from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sourcekit import NOW, door, fails, source

from pacts.errors import FetchFailure
from pacts.model import Article, Item, Source, Validators
from pacts.terms import SourceKind
from sources.article import read_article
from sources.fetch import list_items

PROSE = (
    "The two presidents signed a treaty of friendship in the capital on Tuesday, officials said."
)


def outlet(folder: Path, max_items: int = 100) -> Source:
    return source(str(folder), SourceKind.FOLDER, zone="Asia/Ho_Chi_Minh", max_items=max_items)


def listed(folder: Path, max_items: int = 100) -> list[Item]:
    with door() as web:
        return list(list_items(outlet(folder, max_items), web, Validators(), now=NOW).items)


def read(item: Item, folder: Path) -> Article:
    with door() as web:
        return read_article(item, outlet(folder), web, now=NOW)


def test_texts_have_a_title_a_date_and_paragraphs(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        f"Treaty signed\n12/05/2025 16:05\n\n{PROSE}\n\n{PROSE[::-1]}\n"
    )
    (item,) = listed(tmp_path)
    assert (item.title, item.published) == (
        "Treaty signed",
        datetime(2025, 5, 12, 9, 5, tzinfo=UTC),
    )
    article = read(item, tmp_path)
    assert article.text == f"Treaty signed\n\n{PROSE}\n\n{PROSE[::-1]}"
    assert article.published == item.published


def test_a_text_of_one_paragraph_has_no_title(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    (item,) = listed(tmp_path)
    article = read(item, tmp_path)
    assert (article.title, article.text) == ("", PROSE)


def test_lines_that_were_wrapped_are_one_paragraph(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Title\n\nThe two presidents signed\na treaty of friendship.\n\nEnd."
    )
    assert read(listed(tmp_path)[0], tmp_path).text.endswith(
        "The two presidents signed a treaty of friendship.\n\nEnd."
    )


def test_markdown_is_read_without_its_marks(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        f"# Treaty **signed**\n\n![map](m.png)\n{PROSE} [More](http://x.org) follows, at length.\n"
        "\n* first\n* second\n"
    )
    article = read(listed(tmp_path)[0], tmp_path)
    assert article.title == "Treaty signed"
    assert "More follows" in article.text
    assert not set("*#[]!") & set(article.text)
    assert "- first" in article.text


def test_a_related_block_at_the_end_of_a_text_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        f"Title\n\n{PROSE}\n\n{PROSE[::-1]}\n\nSee more\n\nOther news here\n"
    )
    text = read(listed(tmp_path)[0], tmp_path).text
    assert "Other news" not in text
    assert text.endswith(PROSE[::-1])


def test_pages_are_read_like_pages(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<html lang='vi'><head>"
        "<meta property='article:published_time' content='2025-05-12T09:00:00Z'>"
        f"</head><body><h1>Treaty signed</h1><p>{PROSE}</p></body></html>"
    )
    (item,) = listed(tmp_path)
    article = read(item, tmp_path)
    assert article.text == f"Treaty signed\n\n{PROSE}"
    assert (article.language, article.published) == ("vi", datetime(2025, 5, 12, 9, 0, tzinfo=UTC))
    assert article.url.startswith("file://")


def test_json_documents_say_what_is_what(tmp_path: Path) -> None:
    record = {
        "id": "x",
        "title": "Treaty signed",
        "text": PROSE,
        "published": "2025-05-12",
        "url": "https://x.org/a",
        "lang": "en-GB",
    }
    (tmp_path / "a.json").write_text(json.dumps(record))
    (tmp_path / "b.jsonl").write_text(
        "\n".join(json.dumps(record | {"title": f"T{n}"}) for n in range(3)) + "\n\n"
    )
    (tmp_path / "c.json").write_text(
        json.dumps([record | {"title": "T3", "text": "", "html": PROSE}])
    )
    found = {item.title: item for item in listed(tmp_path)}
    assert sorted(found) == ["T0", "T1", "T2", "T3", "Treaty signed"]
    article = read(found["T1"], tmp_path)
    assert article.text == f"T1\n\n{PROSE}"
    assert (article.url, article.language) == ("https://x.org/a", "en")
    assert article.published == datetime(2025, 5, 12, 5, 0, tzinfo=UTC)


def test_damaged_json_names_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "x"}\n{broken\n')
    with fails(FetchFailure.UNREADABLE) as caught:
        listed(tmp_path)
    assert caught.detail == "damaged JSON in a.jsonl, line 2"


def test_the_key_changes_with_the_content_only(tmp_path: Path) -> None:
    path = tmp_path / "sub" / "a.txt"
    path.parent.mkdir()
    path.write_text(PROSE)
    before = listed(tmp_path)[0].key
    os.utime(path, (1, 1))
    assert listed(tmp_path)[0].key == before
    assert before.startswith("sub/a.txt:")
    path.write_text(PROSE + " More.")
    assert listed(tmp_path)[0].key != before


def test_an_unchanged_folder_is_not_read_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    with door() as web:
        first = list_items(outlet(tmp_path), web, Validators(), now=NOW)
        assert list_items(outlet(tmp_path), web, first.validators, now=NOW).unchanged
        (tmp_path / "b.txt").write_text(PROSE)
        assert len(list_items(outlet(tmp_path), web, first.validators, now=NOW).items) == 2


def test_the_latest_changed_come_first_and_only_so_many(tmp_path: Path) -> None:
    for number in range(5):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"{PROSE} {number}")
        os.utime(path, (number, number))
    assert [item.key[0] for item in listed(tmp_path, max_items=2)] == ["4", "3"]


def test_hidden_and_foreign_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in (".git/a.txt", ".hidden.txt", "picture.png", "a.txt~"):
        (tmp_path / name).write_text(PROSE)
    assert listed(tmp_path) == []


@pytest.mark.parametrize("name", ["missing", "file.txt"])
def test_a_folder_that_is_none_says_so(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("x")
    with fails(FetchFailure.NO_FOLDER):
        listed(tmp_path / name)


def test_a_file_that_went_away_since_is_not_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    (item,) = listed(tmp_path)
    (tmp_path / "a.txt").unlink()
    with fails(FetchFailure.NOT_FOUND):
        read(item, tmp_path)


def test_no_key_leads_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    inside = tmp_path / "inside"
    inside.mkdir()
    with fails(FetchFailure.NO_FOLDER):
        read(Item("outlet", "../secret.txt:0", "", ""), inside)


def test_an_empty_file_holds_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    (item,) = listed(tmp_path)
    with fails(FetchFailure.NO_TEXT):
        read(item, tmp_path)


def test_a_folder_can_be_a_file_address(tmp_path: Path) -> None:
    (tmp_path / "é a.txt").write_text(PROSE)
    place = source(tmp_path.as_uri(), SourceKind.FOLDER)
    with door() as web:
        (item,) = list_items(place, web, Validators(), now=NOW).items
        assert read_article(item, place, web, now=NOW).text == PROSE
