"""Which watches are dead, mute or noisy: judged by what is on record, told by two commands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from forkserver import ForkServer
from hypothesis import given
from hypothesis import strategies as st
from newsroom import SIGNED, START, Newsroom

from pacts.model import Keywords, Near, Watch
from pacts.terms import Priority, Reason
from storage.records import ReadOfDay, WatchAlert
from storage.store import Store
from worker.trials.upkeep import (
    ENOUGH_MARKS,
    ENOUGH_MATCHES,
    ENOUGH_READ,
    SETTLED,
    WINDOW,
    Upkeep,
    definition_of,
    upkeep,
)
from worker.trials.watchwarnings import watch_warnings

NOW = datetime.fromisoformat("2031-03-04T12:00+00:00")
OLD = NOW - timedelta(days=400)
TODAY = date(2031, 3, 4)
ENERGY = Watch(
    "energy",
    notify=("desk",),
    events=("agreement",),
    keywords=Keywords(any=("gas", "sign"), near=Near(("oil", "price"), 5), inflect=True),
)


def told(
    story: int | None, reason: Reason = Reason.FIRST, *, days: int = 1, **fields: object
) -> WatchAlert:
    made = WatchAlert(("energy",), reason, story, NOW - timedelta(days=days), (), None)
    return replace(made, **fields)


def read(articles: int = ENOUGH_READ, **fields: object) -> ReadOfDay:
    return replace(ReadOfDay("wire", "en", TODAY, articles), **fields)


def judged(
    *alerts: WatchAlert,
    watch: Watch = ENERGY,
    known: datetime | None = OLD,
    articles: tuple[ReadOfDay, ...] = (read(),),
) -> Upkeep:
    since = {} if known is None else {watch.name: known}
    (one,) = upkeep([watch], since, alerts, articles, now=NOW)
    return one


def said(one: Upkeep) -> list[str]:
    return [finding.words for finding in one.findings]


def test_a_watch_that_matched_nothing_of_much_is_dead() -> None:
    articles = (read(5_000), read(120, day=TODAY - timedelta(days=80)))
    assert said(judged(articles=articles)) == [
        "dead: nothing in 90 days although 5,120 articles were read"
    ]


def test_a_watch_is_not_dead_before_it_has_had_a_chance() -> None:
    assert judged(known=None).young
    for one in (
        judged(known=None),
        judged(known=NOW - SETTLED + timedelta(seconds=1)),
        judged(articles=(read(ENOUGH_READ - 1),)),
        judged(
            articles=(read(source="other"),), watch=replace(ENERGY, sources=frozenset({"wire"}))
        ),
        judged(articles=(read(language=None),), watch=replace(ENERGY, languages=frozenset({"en"}))),
    ):
        assert said(one) == []


def test_what_an_edited_watch_came_to_before_is_not_counted() -> None:
    edited = NOW - timedelta(days=20)
    before = told(1, days=21, right=False)
    articles = (read(300), read(1_000, day=TODAY - timedelta(days=21)))
    assert judged(before).sent == 1
    one = judged(before, known=edited, articles=articles)
    assert (one.since, one.sent, one.read) == (edited, 0, 300)
    assert said(one) == ["dead: nothing in 20 days although 300 articles were read"]


def test_a_watch_of_which_nothing_goes_out_is_mute_and_says_why() -> None:
    kept = [told(story, Reason.TOO_FEW) for story in (1, 2)] + [told(3, Reason.HELD)]
    assert said(judged(*kept)) == [
        (
            "mute: nothing was sent in 90 days of what it matched "
            "(2 told by fewer sources than it asks for, 1 told by sources on hold only)"
        )
    ]
    assert said(judged(*kept, told(4))) == []


def test_every_reason_not_to_send_has_words() -> None:
    for reason in Reason:
        if not reason.sends:
            assert "mute" in said(judged(told(1, reason)))[0]


def test_a_watch_most_of_whose_marked_alerts_were_wrong_is_noisy() -> None:
    alerts = [told(story, right=story > 7) for story in range(1, 10)]
    assert said(judged(*alerts)) == ["noisy: 7 of 9 marked alerts were wrong"]
    assert said(judged(*alerts, known=None)) == []


def test_one_story_told_twice_is_one_right_or_wrong() -> None:
    alerts = [told(1, right=False), told(1, Reason.CORRECTED, right=False), told(2, right=True)]
    one = judged(*alerts)
    assert (one.stories, one.sent, one.wrong, one.right) == (2, 3, 1, 1)


@pytest.mark.parametrize(("wrong", "noisy"), [(2, False), (3, True)])
def test_half_wrong_is_not_noisy(wrong: int, noisy: bool) -> None:
    alerts = [told(story, right=story > wrong) for story in range(1, ENOUGH_MARKS + 1)]
    assert bool(said(judged(*alerts))) is noisy
    assert said(judged(*alerts[:-1])) == []


def test_a_mark_on_what_was_not_sent_says_nothing_of_the_watch() -> None:
    one = judged(told(1, Reason.SILENCED, right=False), told(2))
    assert (one.right, one.wrong) == (0, 0)


def test_keywords_are_counted_by_the_matches_that_hold_them() -> None:
    found = [("Natural GAS", "signed"), ("signing",), ("oil", "price of gas"), ()]
    one = judged(*(told(story, matched=words) for story, words in enumerate(found)))
    assert one.keywords == {"gas": 2, "sign": 2, "oil": 1, "price": 1}


def test_a_keyword_that_is_never_found_is_told_after_enough_matches() -> None:
    alerts = [told(story, matched=("signed",)) for story in range(ENOUGH_MATCHES)]
    assert said(judged(*alerts[1:])) == []
    one = judged(*alerts)
    assert said(one) == ['keyword "gas" never found in 10 matches of 90 days']
    assert one.findings[0].keyword == "gas"


def test_a_watch_on_plain_keywords_is_counted_by_articles() -> None:
    one = judged(told(None, Reason.KEYWORDS), told(None, Reason.KEYWORDS, days=3))
    assert (one.articles, one.stories, one.last) == (2, 0, NOW - timedelta(days=1))


MARKED = {1: True, 2: False, 3: False}
ALERTS = st.lists(
    st.builds(
        lambda story, reason, **fields: told(story, reason, right=MARKED.get(story), **fields),
        st.none() | st.integers(1, 5),
        st.sampled_from(sorted(Reason)),
        days=st.integers(0, 89),
        watches=st.sampled_from([("energy",), ("other", "energy"), ("other",)]),
    ),
    max_size=30,
)


@given(ALERTS, st.randoms())
def test_what_a_watch_came_to_does_not_depend_on_the_order_or_on_others(alerts, random) -> None:
    shuffled = [one for one in alerts if "energy" in one.watches]
    random.shuffle(shuffled)
    one = judged(*alerts)
    assert judged(*shuffled) == one
    assert one.sent + sum(one.unsent.values()) == len(shuffled)
    assert one.right + one.wrong <= one.stories


@pytest.mark.parametrize(
    ("fields", "same"),
    [
        ({"notify": ("other",)}, True),
        ({"priority": Priority.HIGH}, True),
        ({"sources": frozenset({"b", "a"})}, False),
        ({"keywords": Keywords(any=("gas",))}, False),
        ({"remind": timedelta(days=2)}, False),
    ],
)
def test_a_watch_is_another_when_it_asks_for_something_else(fields, same: bool) -> None:
    assert (definition_of(replace(ENERGY, **fields)) == definition_of(ENERGY)) is same


# --- the database and the commands -------------------------------------------------------------

WATCHES = """\
watches:
  - name: papers
    events: [agreement]
    notify: [console]
  - name: chess
    keywords: {any: [chess]}
    notify: [console]
"""


MANY = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
    " INSERT INTO items (source_id, key, state, baseline, first_seen, settled_at, url, title, text)"
    " SELECT source_id, 'k' || i, state, 0, first_seen, settled_at, items.url, title, text"
    " FROM items, n WHERE items.id = 1"
)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path) as room:
        room.configure(watches=WATCHES)
        room.publish("wire", "signed", *SIGNED)
        with room.runtime(notify_baseline=True) as runtime:
            room.poll(runtime)
            (story,) = runtime.store.stories()
            runtime.store.mark_story(story.id or 0, right=True, comment="", now=START)
        yield room


def listed(room: Newsroom, pactwatch: ForkServer, *words: str) -> dict[str, dict[str, object]]:
    done = pactwatch.run(*room.words("watches", "--json", *words), "--at", at(room))
    assert done.status == 0, done.err
    return {one["watch"]: one for one in json.loads(done.out)}


def at(room: Newsroom, days: int = 1) -> str:
    return (room.now + timedelta(days=days)).isoformat()


def test_the_list_counts_what_each_watch_came_to(room: Newsroom, pactwatch: ForkServer) -> None:
    found = listed(room, pactwatch)
    papers, chess = found["papers"], found["chess"]
    assert (papers["stories"], papers["sent"], papers["right"]) == (1, 1, 1)
    assert papers["read"] == 2
    assert (chess["stories"], chess["articles"], chess["keywords"]) == (0, 0, {"chess": 0})
    done = pactwatch.run(*room.words("watches"), "--at", at(room))
    assert "too early to say" in done.out
    assert done.out.splitlines()[0].startswith("WATCH")


def test_the_days_begin_anew_when_a_watch_is_edited_and_not_when_it_is_moved(
    room: Newsroom,
) -> None:
    with Store.open(room.database) as store:
        assert set(store.watches_since()) == {"papers", "chess"}
        first = store.watches_since()
        store.keep_watches({"papers": "other", "chess": definition_of(room.config.watches[1])}, NOW)
        assert store.watches_since() == {"papers": NOW, "chess": first["chess"]}
        store.keep_watches({"chess": "{}"}, NOW)
        assert store.watches_since() == {"chess": NOW}


def test_check_warns_of_a_dead_watch_at_its_name_and_is_no_error(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    later = room.now + WINDOW - timedelta(days=1)
    assert watch_warnings(room.config, room.database, now=later) == ()
    with Store.open(room.database) as store:
        store._db.execute(MANY)
    done = pactwatch.run(*room.words("check"), "--at", later.isoformat())
    assert done.status == 0
    assert "keywords.yaml:5:11: warning: dead: nothing in 89 days although 302 articles" in done.out
    assert done.out.count("warning: dead") == 1


def test_check_warns_of_a_keyword_at_its_place(room: Newsroom) -> None:
    watches = WATCHES.replace("    events:", "    keywords: {any: [Fiji, coal]}\n    events:")
    room.configure(watches=watches)
    later = room.now + timedelta(days=30)
    with Store.open(room.database) as store:
        store.keep_watches({one.name: definition_of(one) for one in room.config.watches}, room.now)
        store._db.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
            " INSERT INTO items (source_id, key, state, baseline, first_seen, settled_at, url,"
            " title, text) SELECT source_id, 'k' || i, state, 0, '2031-03-10T00', settled_at,"
            " items.url, title, text FROM items, n WHERE items.id = 1"
        )
        store._db.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10)"
            " INSERT INTO alerts (reason, sends, priority, created_at, headline, detail, watches,"
            " channels, matched) SELECT reason, sends, priority, '2031-03-10T00:00:00+00:00',"
            " headline, detail, watches, channels, '[\"Fiji\"]' FROM alerts, n WHERE alerts.id = 1"
        )
    said = [str(one) for one in watch_warnings(room.config, room.database, now=later)]
    assert [line.partition("keywords.yaml:")[2] for line in said] == [
        '3:28: keyword "coal" never found in 11 matches of 30 days',
        "6:11: dead: nothing in 30 days although 302 articles were read",
    ]


def test_a_watch_whose_stories_went_out_for_another_is_mute_and_not_dead(room: Newsroom) -> None:
    papers = WATCHES.partition("  - name: chess")[0].partition("\n")[2]
    others = [
        papers.replace("papers", name) + f"    parties: {{any: [{name}]}}\n"
        for name in ("Fiji", "Chad")
    ]
    room.configure(watches=WATCHES + "".join(others))
    with Store.open(room.database) as store:
        long_ago = room.now - timedelta(days=1)
        store.keep_watches({one.name: definition_of(one) for one in room.config.watches}, long_ago)
        store._db.execute(MANY)
    later = room.now + timedelta(days=30)
    said = [one.message for one in watch_warnings(room.config, room.database, now=later)]
    assert [words for words in said if "although" not in words] == [
        (
            "mute: nothing was sent for it in 31 days; 1 story it asks for went to its channels"
            " for other watches"
        )
    ]
    assert len(said) == 3


def test_a_database_that_cannot_be_read_gives_no_warning(room: Newsroom, tmp_path: Path) -> None:
    assert watch_warnings(room.config, tmp_path / "none.db", now=NOW) == ()
    (tmp_path / "bad.db").write_bytes(b"no database" * 100)
    assert watch_warnings(room.config, tmp_path / "bad.db", now=NOW) == ()
