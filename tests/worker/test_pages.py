"""Which pages are fetched, through the whole journey."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from newsroom import SIGNED, START, WATCHES, Newsroom

from worker.journey.pages import NOT_FETCHED

COOKING = (
    "Soup for a cold evening",
    (
        "Onions, a little butter and an hour of patience: our cook shows how her grandmother made "
        "the dish that the whole street came for, and why the pot must never be covered."
    ),
)
PLAIN = '  - {name: cooks, notify: [console], keywords: {any: ["fisheries"]}}\n'


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path, "wire") as room:
        yield room


def configure(room: Newsroom, pages: str, *, watches: str = "") -> None:
    config = room.configure(watches=WATCHES.format(notify="console") + watches)
    text = (config / "sources.yaml").read_text()
    (config / "sources.yaml").write_text(text.replace("every:", f"pages: {pages}, every:"))


def fetched_after(room: Newsroom, *articles: tuple[str, str]) -> list[str]:
    """The paths of the pages that a second poll fetches, once these articles are published."""
    with room.runtime() as runtime:
        room.poll(runtime)
        room.later(minutes=15)
        paths = [room.publish("wire", f"new-{n}", *one) for n, one in enumerate(articles)]
        assert room.poll(runtime).stored == len(articles)
        return [path for path in paths if room.web.hits(path)]


def test_likely_leaves_out_a_page_that_cannot_tell_and_keeps_why(room: Newsroom) -> None:
    configure(room, "likely")
    assert fetched_after(room, COOKING, SIGNED) == ["/wire/new-1"]
    with room.runtime() as runtime:
        rows = runtime.store._db.execute("SELECT title, state, reason, text FROM items").fetchall()
        kept = {title: (state, reason, text) for title, state, reason, text in rows}
        state, reason, text = kept[COOKING[0]]
        assert (state, reason) == ("seen", NOT_FETCHED)
        assert text == f"{COOKING[0]}\n\n{COOKING[1]}"
        assert kept[SIGNED[0]][1] is None
        assert len(runtime.store.alerts()) == 1


def test_all_fetches_every_page_and_none_fetches_no_page(room: Newsroom) -> None:
    configure(room, "all")
    assert fetched_after(room, COOKING, SIGNED) == ["/wire/new-0", "/wire/new-1"]
    configure(room, "none")
    room.later(hours=1)
    with room.runtime() as runtime:
        path = room.publish("wire", "third", "Bread", "Flour and water.", published=START)
        assert room.poll(runtime).stored == 1
    assert room.web.hits(path) == 0


def test_without_its_page_an_event_in_the_summary_is_still_told(room: Newsroom) -> None:
    configure(room, "none")
    assert fetched_after(room, SIGNED) == []
    with room.runtime() as runtime:
        assert [alert.headline for alert in runtime.store.alerts()] != []


@pytest.mark.parametrize(("scope", "fetched"), [("", 1), (", sources: [wire]", 1)])
def test_nothing_is_left_out_where_a_watch_looks_for_plain_words(
    room: Newsroom, scope: str, fetched: int
) -> None:
    configure(room, "likely", watches=PLAIN.replace("}}", "}" + scope + "}"))
    assert len(fetched_after(room, COOKING)) == fetched


def test_a_watch_on_titles_alone_asks_for_no_page_and_finds_its_words(room: Newsroom) -> None:
    titles = PLAIN.replace('["fisheries"]', '["soup"], title_only: true')
    configure(room, "likely", watches=titles)
    assert fetched_after(room, COOKING) == []
    with room.runtime() as runtime:
        assert [alert.headline for alert in runtime.store.alerts()] == [COOKING[0]]
