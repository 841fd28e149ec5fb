"""``sources.yaml`` edited as text: what people wrote is there afterwards, byte for byte."""

from __future__ import annotations

import codecs
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacts.errors import UsageError
from worker.adding.editing import NewSource, add_sources, as_yaml, inserted, read_sources, renamed
from worker.config import load
from worker.config.document import parse_document

FILE = """\
# My sources.
defaults: {every: 15m, language: en}   # for all of them

sources:
  # The agency.
  - name: agency
    kind: feed
    url: 'https://agency.example/feed'   # unverified
    # every: 1h

# That is all.
settings: {tick: 5s}
"""
NEW = NewSource({"name": "new", "url": "https://new.example/feed"}, comment="found")
LINES = "  - name: new # found\n    url: https://new.example/feed\n"


def source(name: str = "new", url: str = "https://new.example/feed", **more: Any) -> NewSource:
    return NewSource({"name": name, "url": url, **more})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "sources.yaml"
    path.write_bytes(FILE.encode())
    return path


def data_of(text: str) -> Any:
    document, problems = parse_document(text, "x")
    assert problems == []
    assert document
    return document.data


# --- where the new lines go --------------------------------------------------------------------


def test_a_source_goes_behind_the_last_one_and_what_it_has_commented_out(path: Path) -> None:
    line = add_sources(read_sources(path), [NEW])
    before, after = FILE.split("    # every: 1h\n")
    assert path.read_text() == f"{before}    # every: 1h\n\n{LINES}{after}"
    assert path.read_text().splitlines()[line - 1] == "  - name: new # found"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"sources:\n{LINES}"),
        ("# nothing\n", f"# nothing\nsources:\n{LINES}"),
        ("sources:\n", f"sources:\n{LINES}"),
        ("sources: # mine\n", f"sources: # mine\n{LINES}"),
        ("sources: []\n", 'sources: [{name: "new", url: "https://new.example/feed"}]\n'),
        ("sources: [{name: a, url: b}]", None),
        ("sources:\n- name: a\n  url: b", None),
        ("sources:\n    - name: a\n      url: b\n\n\n", None),
        ("sources:\n  - {name: a, url: b}\ndefaults: {every: 1h}\n", None),
        ("sources:\n  - name: a\n    url:\n", None),
        ("sources:\n  - name: a\n    url: >-\n      b\n      c\n# end\n", None),
        ("sel: &s {item: li}\nsources:\n  - name: a\n    url: b\n    select: *s # it\n", None),
    ],
)
def test_every_shape_of_a_list_takes_one_more(before: str, after: str | None) -> None:
    text, line = inserted(before, [NEW])
    assert after in {None, text}
    old = (data_of(before) or {}).get("sources") if before.strip("# nothig\n") else None
    assert data_of(text)["sources"] == [*(old or []), dict(NEW.fields)]
    assert "new" in text.splitlines()[line - 1]


def test_lines_of_another_column_and_line_end_are_written_like_the_rest() -> None:
    text, _ = inserted("sources:\r\n- name: a\r\n  url: b\r\n", [NEW])
    assert text.endswith("- name: new # found\r\n  url: https://new.example/feed\r\n")
    assert "\n" not in text.replace("\r\n", "")


def test_a_mark_of_the_byte_order_stays(path: Path) -> None:
    path.write_bytes(codecs.BOM_UTF8 + FILE.encode())
    add_sources(read_sources(path), [NEW])
    assert path.read_bytes().startswith(codecs.BOM_UTF8 + FILE[:20].encode())


# --- byte for byte -----------------------------------------------------------------------------

words = st.sampled_from(["a", "x-1", "'no'", '"q: #"', "Việt Nam", "中国", "~", "[1, 2]", "{a: b}"])
comment = st.sampled_from(["", " # why", "   # - name: old", " # é: 'x'"])


@st.composite
def files(draw: st.DrawFn) -> str:
    """Files as people leave them: comments anywhere, quotes, anchors, odd columns, blank lines."""
    end = draw(st.sampled_from(["\n", "\r\n"]))
    pad = " " * draw(st.sampled_from([0, 2, 4]))
    lines = draw(st.lists(st.sampled_from(["# head", "", "settings: {tick: 5s} # s"]), max_size=2))
    lines = list(dict.fromkeys(lines))
    lines.append("sources:" + draw(comment))
    for number in range(draw(st.integers(1, 3))):
        anchor = draw(st.sampled_from(["", f"&n{number} "]))
        lines += draw(st.lists(st.sampled_from(["", f"{pad}# above"]), max_size=2))
        lines.append(f"{pad}- name: {anchor}s{number}{draw(comment)}")
        for key in draw(st.lists(st.sampled_from("abcd"), unique=True, max_size=3)):
            lines.append(f"{pad}  {key}: {draw(words)}{draw(comment)}")
            lines += draw(st.lists(st.just(f"{pad}  # {key}: off"), max_size=1))
    lines += draw(st.lists(st.sampled_from(["", "# tail", f"{pad}    # deeper"]), max_size=3))
    lines += draw(st.sampled_from([[], ["defaults: {every: 1h}"], ["defaults:", "  every: 1h"]]))
    return end.join(lines) + draw(st.sampled_from(["", end, end * 3]))


urls = st.sampled_from(["https://n.example/feed", "https://n.example/?a=1&b=#x", "https://中.cn/é"])
names = st.text("abc-1 :#'\"Đ中", min_size=1, max_size=8)
additions = st.lists(
    st.builds(
        lambda name, url, select: NewSource(
            {"name": name, "url": url} | ({"select": {"item": select}} if select else {}),
            comment="found",
        ),
        names,
        urls,
        st.sampled_from(["", "li:has(> a), div#x", "a[href*='/x']", 'td "q" {y}']),
    ),
    min_size=1,
    max_size=3,
)


@given(text=files(), new=additions)
def test_adding_changes_nothing_but_lines_of_its_own_and_taking_them_out_gives_the_old_text(
    text: str, new: list[NewSource]
) -> None:
    changed, _ = inserted(text, new)
    grown = len(changed) - len(text)
    assert any(changed[:at] + changed[at + grown :] == text for at in range(len(text) + 1)), (
        "the old text is not there in two pieces around one new one"
    )
    old, now = data_of(text), data_of(changed)
    assert now.pop("sources") == [
        *old.pop("sources"),
        *(json.loads(json.dumps(dict(one.fields))) for one in new),
    ]
    assert now == old


@given(new=additions)
def test_lines_to_paste_say_what_they_were_made_from(new: list[NewSource]) -> None:
    assert data_of(f"sources:\n{as_yaml(new)}")["sources"] == [dict(one.fields) for one in new]


# --- refusals ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["- a list\n", "sources: {a: mapping}\n", "a: [b\n", "a: 1\na: 2\n"]
)
def test_a_file_of_another_kind_is_refused_and_left_alone(path: Path, text: str) -> None:
    path.write_text(text)
    with pytest.raises(UsageError, match=r"sources\.yaml"):
        add_sources(read_sources(path), [NEW])
    assert path.read_text() == text


@pytest.mark.parametrize(
    "text",
    [
        "sources:\n  - &a\n    name: a\n    url: b\n  - *a\n",
        "sources: &s [{name: a, url: b}]\nother: *s\n...\nmore\n",
        "---\na: 1\n...\n",
    ],
)
def test_what_cannot_be_edited_safely_is_left_alone_and_the_lines_are_given(
    path: Path, text: str
) -> None:
    path.write_text(text)
    with pytest.raises(UsageError):
        add_sources(read_sources(path), [NEW])
    assert path.read_text() == text


def test_a_missing_file_is_named_with_the_command_that_makes_it(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="pactwatch init"):
        read_sources(tmp_path / "sources.yaml")


def test_a_file_that_was_saved_meanwhile_is_not_overwritten(path: Path) -> None:
    read = read_sources(path)
    path.write_text(FILE + "# a thought\n")
    with pytest.raises(UsageError, match="was changed"):
        add_sources(read, [NEW])
    assert path.read_text() == FILE + "# a thought\n"


def test_the_rights_of_the_file_stay_and_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    path.chmod(0o640)
    link = tmp_path / "linked.yaml"
    link.symlink_to(path)
    add_sources(read_sources(link), [NEW])
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert "name: new" in path.read_text()
    assert sorted(tmp_path.iterdir()) == [link, path]


# --- names and addresses -----------------------------------------------------------------------


def test_a_name_that_is_taken_gets_a_number(path: Path) -> None:
    new = renamed([source("agency"), source("agency")], read_sources(path).names)
    assert [one.name for one in new] == ["agency-2", "agency-3"]


def test_an_entry_of_the_catalogue_is_renamed_in_its_text_as_well() -> None:
    known = NewSource({"name": "wire", "url": "u"}, text="  - name: wire # known\n    url: u")
    (new,) = renamed([known], {"wire"})
    assert as_yaml([new]) == "  - name: wire-2 # known\n    url: u\n"


@pytest.mark.parametrize(
    "url", ["https://agency.example/feed", "HTTPS://Agency.example:443/feed?utm_source=x"]
)
def test_an_address_that_is_there_is_found_with_its_line(path: Path, url: str) -> None:
    assert read_sources(path).place_of(url) == f'"agency", {path}:6'
    assert read_sources(path).place_of("https://agency.example/other") is None


def test_what_is_written_is_what_the_loader_reads(path: Path) -> None:
    add_sources(
        read_sources(path), [source(every="30m", select={"item": "li > a"}, kind="listing")]
    )
    (path.parent / "keywords.yaml").write_text(
        "watches: [{name: all, events: [partnership], notify: [console]}]"
    )
    (path.parent / "channels.yaml").write_text("channels: {console: {}}")
    old, new = load(path.parent, environ={}).sources
    assert (old.name, new.name, new.url) == ("agency", "new", "https://new.example/feed")
    assert new.select
    assert new.select.item == "li > a"
