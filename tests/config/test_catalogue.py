"""The catalogue that ships: whole, in six languages, each entry ready to be copied."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from forkserver import ForkServer
from newsroom import ROOT, Newsroom

from pacts.model import Source
from worker.adding.catalogue import catalogue
from worker.adding.editing import add_sources, identity, read_sources
from worker.config import load

LANGUAGES = {"en", "vi", "ru", "zh", "fr", "es"}
OTHERS = """\
defaults: {every: 1h, language: pt, time_zone: America/Lima, trust: hold}
sources: []
"""


@pytest.fixture(scope="module")
def pactwatch() -> Iterator[ForkServer]:
    with ForkServer() as server:
        yield server


def loaded(directory: Path) -> dict[str, Source]:
    (directory / "keywords.yaml").write_text(
        "watches: [{name: all, events: [partnership], notify: [console]}]"
    )
    (directory / "channels.yaml").write_text("channels: {console: {}}")
    return {one.name: one for one in load(directory, environ={}).sources}


def test_there_is_enough_to_choose_from_in_six_languages() -> None:
    languages = Counter(one.language for one in catalogue())
    assert languages.keys() == LANGUAGES
    assert min(languages.values()) >= 10
    assert len(catalogue()) >= 110
    assert len({one.party for one in catalogue()}) >= 50


def test_no_name_and_no_address_stands_there_twice() -> None:
    for what in ((one.name for one in catalogue()), (identity(one.url) for one in catalogue())):
        assert [name for name, count in Counter(what).items() if count > 1] == []


def test_each_says_its_language_and_time_zone_and_what_is_known_of_it() -> None:
    told = ("answered", "listed", "nobody has looked", "from memory", "unverified", "follows that",
            "seen in one list", "refuse", "read by")  # fmt: skip
    assert [one.name for one in catalogue() if not any(word in one.comment for word in told)] == []
    assert all(one.fields.keys() >= {"language", "time_zone"} for one in catalogue())


def test_all_of_it_can_be_copied_under_other_defaults_and_means_the_same(tmp_path: Path) -> None:
    path = tmp_path / "sources.yaml"
    path.write_text(OTHERS.replace("sources: []", "sources:"))
    add_sources(read_sources(path), [one.new() for one in catalogue()])
    found = loaded(tmp_path)
    for one in catalogue():
        source = found[one.name]
        assert (source.url, source.language) == (one.url, one.language)
        assert source.time_zone == one.fields["time_zone"]
        assert f"# {one.text.partition('# ')[2].splitlines()[0]}" in path.read_text()


def test_the_sources_of_the_start_are_in_it_under_the_same_names() -> None:
    known = {one.name: one.url for one in catalogue()}
    shipped = read_sources(ROOT / "config" / "sources.yaml").entries
    assert {one["name"]: one["url"] for one in shipped} == {
        one["name"]: known.get(one["name"]) for one in shipped
    }


# --- the commands ------------------------------------------------------------------------------


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path) as room:
        yield room


def test_it_is_listed_by_country_and_language(room: Newsroom, pactwatch: ForkServer) -> None:
    words = ("sources", "catalogue", "--config", str(room.directory / "config"), "--json")
    found = json.loads(pactwatch.run(*words, "--country", "Viet Nam", "--language", "vi").out)
    assert len(found) >= 5
    assert {(one["country"], one["language"], one["added"]) for one in found} == {
        ("VN", "vi", False)
    }
    none = pactwatch.run(*words[:-1], "--country", "VN", "--language", "ru")
    assert "none like that" in none.out
    assert pactwatch.run(*words, "--country", "Atlantis").status == 2


def test_a_name_of_it_is_added_with_its_comment_once(room: Newsroom, pactwatch: ForkServer) -> None:
    path = room.directory / "config" / "sources.yaml"
    words = ("sources", "add", "elysee", "--config", str(path.parent))
    assert pactwatch.run(*words).status == 0
    assert "elysee" not in path.read_text()
    done = pactwatch.run(*words, "--yes")
    assert "pactwatch sources test elysee" in done.out
    assert "  - name: elysee # the president; answered in 2026\n" in path.read_text()
    added = {one.name: one for one in room.config.sources}["elysee"]
    assert (added.language, added.time_zone) == ("fr", "Europe/Paris")
    again = pactwatch.run(*words, "--yes")
    assert (again.status, "already" in again.err) == (2, True)


def test_a_name_that_it_does_not_have_gets_a_suggestion(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    done = pactwatch.run("sources", "add", "elisee", "--config", str(room.directory / "config"))
    assert (done.status, 'did you mean "elysee"' in done.err) == (2, True)
