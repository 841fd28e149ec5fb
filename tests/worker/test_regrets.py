"""``check`` warns of alerts that were marked right and that no watch asks for any more."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from forkserver import ForkServer
from newsroom import SIGNED, START, Newsroom
from storyparts import a_sighting, a_story, an_alert, an_article, an_event

from storage.store import Store
from worker.trials.regrets import regrets

WATCHES = """\
watches:
  - name: papers
    events: [agreement]
    notify: [console]
  - name: ties
    events: [partnership]
    notify: [console]
"""
WITHOUT_FIJI = WATCHES.replace("[agreement]", "[agreement]\n    parties: {none: [FJ]}")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    """One signing was told, and marked right."""
    with Newsroom(tmp_path) as room:
        room.configure(watches=WATCHES)
        room.publish("wire", "signed", *SIGNED)
        with room.runtime(notify_baseline=True) as runtime:
            room.poll(runtime)
            (story,) = runtime.store.stories()
            runtime.store.mark_story(story.id or 0, right=True, comment="", now=START)
        yield room


def warned(room: Newsroom) -> list[str]:
    return [str(one) for one in regrets(room.config, room.database)]


def test_nothing_is_said_while_some_watch_asks_for_it(room: Newsroom) -> None:
    assert warned(room) == []
    room.configure(watches=WATCHES.replace("papers", "what was signed"))
    assert warned(room) == []


def test_a_watch_that_asks_for_more_sources_than_told_it_counts_as_asking_no_more(
    room: Newsroom,
) -> None:
    room.configure(watches=WATCHES.replace("[agreement]", "[agreement]\n    min_sources: 2"))
    assert ["story 1" in said for said in warned(room)] == [True]


def test_the_watch_that_told_it_is_named_with_its_place(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    room.configure(watches=WITHOUT_FIJI)
    done = pactwatch.run(*room.words("check"))
    assert done.status == 0
    assert "keywords.yaml:2:11: warning: no watch asks any more for story 1" in done.out
    assert "(Fiji and Kenya sign" in done.out
    data = json.loads(pactwatch.run(*room.words("check"), "--json").out)
    assert (data["ok"], len(data["warnings"])) == (True, 1)


def test_a_watch_that_is_gone_is_named_at_the_list_of_watches(room: Newsroom) -> None:
    room.configure(watches=WATCHES.replace("papers", "steel").replace("agreement", "statement"))
    (said,) = warned(room)
    assert "keywords.yaml:2:3" in said
    assert 'which the watch "papers" told' in said


def test_what_was_marked_wrong_may_go(room: Newsroom) -> None:
    with Store.open(room.database) as store:
        store.mark_story(1, right=False, comment="", now=START)
    room.configure(watches=WITHOUT_FIJI)
    assert warned(room) == []


def test_words_that_another_article_of_the_story_has_will_do(room: Newsroom) -> None:
    with room.runtime() as runtime:
        room.later(hours=1)
        body = SIGNED[1].replace("Tuesday.", "Tuesday, a step that shrimpers had long asked for.")
        room.publish("wire", "again", SIGNED[0] + " at last", body)
        room.poll(runtime)
    word = "[agreement]\n    keywords: {any: [shrimper*]}"
    room.configure(watches=WATCHES.replace("[agreement]", word))
    assert warned(room) == []
    room.configure(watches=WATCHES.replace("[agreement]", word.replace("shrimper", "lobster")))
    assert len(warned(room)) == 1


def test_a_database_that_is_missing_or_none_is_no_concern_of_check(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    room.configure(watches=WITHOUT_FIJI)
    assert regrets(room.config, room.directory / "none.db") == ()
    for file in (room.directory / "config" / "keywords.yaml", room.directory):
        done = pactwatch.run(*room.words("check"), "--database", str(file))
        assert (done.status, "marked right" in done.out, done.err) == (0, False, "")


def test_five_hundred_marks_that_all_are_lost_take_seconds_and_few_lines(room: Newsroom) -> None:
    with Store.open(room.database) as store, store.transaction():
        for number in range(500):
            key = f"k{number}"
            article = an_article(key, "wire", text=SIGNED[1] * 20)
            store.add_article(article, now=START, baseline=False)
            sighting = a_sighting(an_event("FJ", "KE"), key, "wire")
            story = store.save_story(a_story(sighting), now=START)
            told = replace(an_alert(story), watches=("ties",))
            store.add_alert(told, deliveries={})
            store.mark_story(story.id or 0, right=True, comment="", now=START)
    room.configure(watches=WITHOUT_FIJI.replace("[partnership]", "[statement]"))
    begun = time.process_time()
    (said,) = [one for one in warned(room) if "story 1," not in one]
    assert time.process_time() - begun < 5
    assert "nor for 3, 4, 5, 6, 7, 494 more" in said
