"""``backtest``: what another file would have told, on databases made by the real journey."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

import feedreplay
import pytest
from forkserver import Done, ForkServer
from newsroom import SIGNED, START, Newsroom
from replay import WATCH, archive, told

from pacts.model import Channel, Silence
from pacts.terms import Reason
from storage.store import Store
from worker.care.releasing import hold, release
from worker.config import Config, load
from worker.journey.hands import join, split
from worker.journey.reminding import remind
from worker.trials.backtest import backtest
from worker.trials.backtest_rows import lines, to_json
from worker.trials.compared import Change, Report, Tally, Told

PERU = (
    "Peru and Chile sign tourism agreement",
    "LIMA, March 4, 2031 - Peru and Chile signed a tourism agreement in Lima on Tuesday.",
)
TIES = (
    "Norway and Japan establish strategic partnership",
    "OSLO, March 4, 2031 - Norway and Japan established a strategic partnership on Tuesday.",
)
PLAN = (
    "Ghana and Nepal to sign extradition agreement",
    (
        "ACCRA, March 4, 2031 - Ghana and Nepal will sign an extradition agreement in Accra on"
        " Wednesday, officials said."
    ),
)
DONE = (
    "Ghana and Nepal sign extradition agreement",
    (
        "ACCRA, March 5, 2031 - Ghana and Nepal signed an extradition agreement in Accra on"
        " Wednesday, officials said."
    ),
)
HARBOUR = ("Harbour closed", "The old harbour was closed after the storm, a clerk said on Tuesday.")
WATCHES = """\
watches:
  - name: papers
    events: [agreement]
    status: [concluded, planned]
    notify: [console]
  - name: harbours
    keywords: {any: [harbour]}
    notify: [console]
"""


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """Everything above was told, as far as the two watches ask for it. Tests only read it."""
    with Newsroom(tmp_path_factory.mktemp("room"), "wire", "daily") as room:
        room.configure(watches=WATCHES)
        with room.runtime() as runtime:
            for name in room.names:
                room.poll(runtime, name)
            tell(room, [("wire", "a", SIGNED), ("wire", "b", PLAN), ("daily", "c", SIGNED)])
            for name in room.names:
                room.poll(runtime, name)
            tell(room, [("daily", "d", PERU), ("wire", "e", TIES), ("wire", "f", HARBOUR)])
            for name in room.names:
                room.poll(runtime, name)
            tell(room, [("daily", "g", DONE)])
            for name in room.names:
                room.poll(runtime, name)
        yield room


def tell(room: Newsroom, told: list[tuple[str, str, tuple[str, str]]]) -> None:
    room.later(hours=20)
    for source, slug, text in told:
        room.publish(source, slug, *text)


def tried(room: Newsroom, watches: str = WATCHES, **options: bool) -> Report:
    """A backtest of these watches, in this process."""
    file = room.directory / "other.yaml"
    file.write_text(watches)
    config = load(room.directory / "config", environ={}, keywords=file)
    with Store.open(room.database, read_only=True) as store:
        return backtest(store, config, **options)


def headlines(report: Report) -> tuple[list[str], list[str]]:
    return (
        [change.alert.headline for change in report.gained],
        [change.alert.headline for change in report.lost],
    )


def test_the_file_in_force_gains_and_loses_nothing(room: Newsroom) -> None:
    report = tried(room)
    assert headlines(report) == ([], [])
    assert report.kept == 5
    assert (report.articles, report.stories) == (9, 4)


@pytest.mark.parametrize("mended", ["split", "join"])
def test_what_was_joined_or_split_by_hand_is_so_again(tmp_path: Path, mended: str) -> None:
    with Newsroom(tmp_path, "wire", "daily", "post") as room:
        room.configure(watches=WATCHES)
        with room.runtime() as runtime:
            store = runtime.store

            def poll(*told: tuple[str, str, tuple[str, str]]) -> None:
                tell(room, list(told))
                for name in room.names:
                    room.poll(runtime, name)

            poll()
            poll(("wire", "a", PLAN))
            if mended == "split":
                poll(("daily", "b", PLAN))
                split(store, 1, sources=["daily"], items=[], comment="", now=room.now)
            else:
                poll(("daily", "b", PERU))
                join(store, 1, 2, comment="", now=room.now)
            poll(("post", "c", DONE))
            sent = len(store.alerts(sent=True))
        assert sent >= 2
        report = tried(room)
        assert headlines(report) == ([], [])
        assert (report.kept, report.stories) == (sent, {"split": 2, "join": 1}[mended])


def test_a_country_less_loses_its_alerts_and_no_other(room: Newsroom) -> None:
    report = tried(room, WATCHES.replace("agreement]", "agreement]\n    parties: {none: [FJ]}"))
    gained, lost = headlines(report)
    assert gained == []
    assert [headline for headline in lost if "Fiji" in headline] == lost
    assert len(lost) == 1
    assert report.lost[0].watches == ("papers",)
    assert report.lost[0].channels == ("console",)
    assert report.lost[0].why == 'not what "papers" asks for now: parties'


def test_a_kind_more_gains_its_alerts_at_their_time(room: Newsroom) -> None:
    report = tried(room, WATCHES.replace("[agreement]", "[agreement, partnership]"))
    gained, lost = headlines(report)
    assert lost == []
    assert len(gained) == 1
    assert "Norway" in gained[0]
    assert report.gained[0].alert.at == START.replace(day=6, hour=4)


def test_without_plans_the_warning_before_a_signing_is_lost_and_the_signing_is_kept(
    room: Newsroom,
) -> None:
    report = tried(room, WATCHES.replace("[concluded, planned]", "[concluded]"))
    assert [change.alert.subject[1] for change in report.lost] == ["planned"]
    assert report.gained == ()
    assert report.kept == 4


def test_a_watch_that_is_only_renamed_gains_and_loses_nothing(room: Newsroom) -> None:
    report = tried(room, WATCHES.replace("papers", "what was signed"))
    assert headlines(report) == ([], [])
    by_name = {tally.name: tally for tally in report.watches}
    assert (by_name["papers"].kept, by_name["papers"].gone) == (4, True)
    assert by_name["what was signed"].others == 4


def test_a_channel_more_gains_every_alert_there(room: Newsroom) -> None:
    room.configure(watches=WATCHES, channels={"desk": "json://127.0.0.1:9/"})
    report = tried(room, WATCHES.replace("[console]", "[console, desk]", 1))
    room.configure(watches=WATCHES)
    assert {change.channels for change in report.gained} == {("desk",)}
    assert len(report.gained) == 4
    assert report.lost == ()


def test_words_more_gain_articles_and_words_less_lose_them(room: Newsroom) -> None:
    more = tried(room, WATCHES.replace("[harbour]", "[harbour, OSLO]"))
    assert headlines(more) == ([TIES[0]], [])
    less = tried(room, WATCHES.replace("[harbour]", "[lighthouse]"))
    assert headlines(less) == ([], [HARBOUR[0]])
    assert less.lost[0].why == 'not what "harbours" asks for now: keywords'


def test_what_a_channel_that_is_left_out_loses_is_said_of_the_channel(room: Newsroom) -> None:
    report = tried(room, "watches: []\n")
    assert len(report.lost) == 5
    assert {change.why for change in report.lost} == {"no watch sends anything to console now"}


def test_what_the_replay_holds_back_is_told_with_its_reason(room: Newsroom) -> None:
    more = WATCHES.replace("[agreement]", "[agreement]\n    min_sources: 2")
    report = tried(room, more)
    assert report.kept == 1  # the harbour: who copies a text is no second source
    assert all(change.why.startswith("held back (too few)") for change in report.lost)


def test_since_leaves_out_what_was_told_before(room: Newsroom) -> None:
    watches = "watches:\n  - {name: none, events: [statement], notify: [console]}\n"
    file = room.directory / "other.yaml"
    file.write_text(watches)
    config = load(room.directory / "config", environ={}, keywords=file)
    with Store.open(room.database, read_only=True) as store:
        report = backtest(store, config, since=START.replace(day=6, hour=0))
        assert len(backtest(store, config).lost) == 5
    assert len(report.lost) == 3
    assert "Fiji" not in str(headlines(report))


def test_twice_the_same_and_the_database_stays_as_it_is_to_the_byte(room: Newsroom) -> None:
    before = sha256(room.database.read_bytes()).hexdigest()
    other = WATCHES.replace("[agreement]", "[partnership]")
    assert tried(room, other) == tried(room, other)
    assert sha256(room.database.read_bytes()).hexdigest() == before


# --- as it was then ------------------------------------------------------------------------


def test_what_was_silenced_or_in_the_first_poll_stays_untold(tmp_path: Path) -> None:
    with Newsroom(tmp_path) as room:
        room.publish("wire", "old", *PERU)
        with room.runtime() as runtime:
            room.poll(runtime)
            until = room.now.replace(hour=23)
            silence = Silence(until, "holiday", parties=frozenset({"FJ"}))
            number = runtime.store.add_silence(silence, now=room.now)
            room.later(hours=1)
            room.publish("wire", "a", *SIGNED)
            room.poll(runtime)
            room.later(hours=1)
            runtime.store.end_silence(number, now=room.now)
            room.publish("wire", "b", *TIES)
            room.poll(runtime)
        report = tried(room, (room.directory / "config" / "keywords.yaml").read_text())
        assert headlines(report) == ([], [])
        assert report.kept == 1


def test_an_edit_tells_again_what_it_told(tmp_path: Path) -> None:
    with Newsroom(tmp_path) as room, room.runtime() as runtime:
        room.poll(runtime)
        room.later(hours=1)
        room.publish("wire", "b", *PLAN)
        room.poll(runtime)
        room.later(hours=3)
        room.articles["wire"].pop(0)
        room.publish("wire", "b", *DONE)
        assert room.poll(runtime).revised == 1
        watches = (room.directory / "config" / "keywords.yaml").read_text()
        report = tried(room, watches)
        assert headlines(report) == ([], [])
        assert report.kept == 2
        without = tried(room, watches.replace("[concluded, planned]", "[concluded]"))
        assert [change.alert.subject[1] for change in without.lost] == ["planned"]
        assert without.kept == 1


def test_what_was_held_is_told_again_when_its_source_was_released(tmp_path: Path) -> None:
    """Its stories, by then; its words, never: nobody made up for them then either."""
    with Newsroom(tmp_path) as room:
        room.configure(watches=WATCHES)
        where = room.directory / "config", room.database
        with room.runtime() as runtime:
            room.poll(runtime)
            room.later(hours=1)
            hold("wire", *where, why="", now=room.now)
            room.publish("wire", "a", *SIGNED)
            room.publish("wire", "b", *HARBOUR)
            room.poll(runtime)
            room.later(hours=1)
            assert release("wire", *where, now=room.now).alerts == 1
            room.later(hours=1)
            room.publish("wire", "c", *PERU)
            room.poll(runtime)
        report = tried(room)
        assert headlines(report) == ([], [])
        assert report.kept == 2
        gained = tried(room, WATCHES.replace("harbour]", "harbour, LIMA]")).gained
        assert [change.alert.headline for change in gained] == [PERU[0]]


def test_a_plan_of_which_nothing_more_was_heard_is_reminded_of_again(tmp_path: Path) -> None:
    reminded = WATCHES.replace("[concluded, planned]", "[concluded, planned]\n    remind: 2d")
    with Newsroom(tmp_path) as room:
        room.configure(watches=reminded)
        with room.runtime() as runtime:
            room.poll(runtime)
            room.later(hours=1)
            room.publish("wire", "p", *PLAN)
            room.poll(runtime)
            room.later(days=6)
            assert remind(runtime.store, room.config, room.now) == 1
            room.publish("wire", "e", *PERU)
            room.poll(runtime)
        report = tried(room, reminded)
        assert (report.kept, *headlines(report)) == (3, [], [])
        (lost,) = tried(room).lost
        assert lost.alert.reason is Reason.REMINDER
        channels = room.directory / "config" / "channels.yaml"
        channels.write_text('channels:\n  console: {digest: "0 7 1 * * UTC"}\n')
        (lost,) = tried(room, reminded).lost
        assert lost.alert.reason is Reason.FIRST
        assert lost.why == "the reminder alert says it as well, in one message"


def test_a_silence_of_one_story_covers_that_story_only(tmp_path: Path) -> None:
    with Newsroom(tmp_path) as room:
        room.configure(watches=WATCHES)
        with room.runtime() as runtime:
            room.poll(runtime)
            room.later(hours=1)
            room.publish("wire", "p", *PLAN)
            room.poll(runtime)
            (story,) = runtime.store.stories()
            until = room.now.replace(day=9)
            silence = Silence(until, "known", story=story.id)
            runtime.store.add_silence(silence, now=room.now)
            room.later(hours=20)
            room.publish("wire", "d", *DONE)
            room.publish("wire", "e", *PERU)
            room.poll(runtime)
        partnerships = WATCHES.replace("[agreement]", "[agreement, partnership]")
        report = tried(room, partnerships)
        assert headlines(report) == ([], [])
        assert report.kept == 2


# --- the command ---------------------------------------------------------------------------


def run(room: Newsroom, pactwatch: ForkServer, *more: str) -> Done:
    return pactwatch.run(*room.words("backtest"), *more)


def test_the_command_sums_up_each_watch(room: Newsroom, pactwatch: ForkServer) -> None:
    other = room.directory / "other.yaml"
    other.write_text(
        WATCHES.replace("[agreement]", "[agreement.signed]\n    parties: {none: [FJ]}")
    )
    done = run(room, pactwatch, "--keywords", str(other))
    assert done.status == 0, done.err
    assert "papers: 4 sent then, 3 kept, 1 lost, 0 gained" in done.out
    assert "harbours: 1 sent then, 1 kept, 0 lost, 0 gained" in done.out
    assert max(map(len, done.out.splitlines())) <= 80
    data = json.loads(run(room, pactwatch, "--keywords", str(other), "--json").out)
    assert data["kept"] == 4
    assert [one["watches"] for one in data["lost"]] == [["papers"]]


def test_a_file_that_cannot_be_used_is_told_as_check_tells_it(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    other = room.directory / "other.yaml"
    other.write_text(WATCHES.replace("[console]", "[desk]", 1).replace("events", "evnts"))
    done = run(room, pactwatch, "--keywords", str(other))
    assert done.status == 2
    assert "other.yaml:3:5" in done.err
    assert 'channel "desk" is not in channels.yaml' in done.err


def test_losing_what_was_marked_right_can_fail(room: Newsroom, pactwatch: ForkServer) -> None:
    other = room.directory / "other.yaml"
    other.write_text(WATCHES.replace("[agreement]", "[agreement]\n    parties: {none: [FJ]}"))
    with Store.open(room.database) as store:
        story = next(one for one in store.stories(party="FJ") if one.id)
        store.mark_story(story.id or 0, right=True, comment="", now=room.now)
    done = run(room, pactwatch, "--keywords", str(other), "--fail-on-lost")
    assert (done.status, "marked right" in done.out) == (1, True)
    assert run(room, pactwatch, "--keywords", str(other)).status == 0
    assert run(room, pactwatch, "--fail-on-lost").status == 0
    with Store.open(room.database) as store:
        store.unmark_story(story.id or 0)


def test_a_watch_of_no_such_name_is_answered_with_one_there_is(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    done = run(room, pactwatch, "--watch", "paper")
    assert (done.status, 'did you mean "papers"?' in done.err) == (2, True)


def test_texts_read_anew_tell_the_same_events(room: Newsroom, pactwatch: ForkServer) -> None:
    report = tried(room, anew=True)
    assert (report.events, headlines(report)) == ((), ([], []))
    assert "0 gained, 0 lost" in run(room, pactwatch, "--extract").out


def test_a_flood_is_counted_and_listed_in_part_unless_its_watch_is_asked_for() -> None:
    def change(number: int) -> Change:
        subject = ("wire", str(number))
        alert = Told(
            number, subject, ("desk",), ("words",), Reason.KEYWORDS, "", START, "Rain", None, ""
        )
        return Change(alert, ("desk",), ("words",))

    gained = tuple(change(number) for number in range(250))
    tally = Tally("words", gained=250)
    report = Report(250, 0, (tally,), (tally,), gained, (), 0)
    short = [one.text for one in lines(report)]
    assert sum("Rain" in text for text in short) == 100
    assert "  and 150 more (--watch with its name has all)" in short
    assert sum("Rain" in one.text for one in lines(report, "words")) == 250
    assert len(to_json(report)["gained"]) == 250


# --- what the very file told is told again -------------------------------------------------


@pytest.mark.parametrize("seed", [2, 4])
def test_a_feed_with_every_disorder_tells_again_what_it_told(seed: int, tmp_path: Path) -> None:
    """Edits, twins, renamed and moved entries, late ones: through polls of the real journey."""
    path = tmp_path / "pactwatch.db"
    count = feedreplay.replay(seed, 90, path)
    with Store.open(path, read_only=True) as store:
        report = backtest(store, feedreplay.CONFIG)
    assert count.revised > 0
    assert (report.kept, *headlines(report)) == (count.alerts, [], [])


@pytest.mark.parametrize("seed", [1, 2])
def test_many_outlets_in_any_order_are_told_again_as_they_were(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "pactwatch.db"
    _, sent = told(archive(), path, Random(seed))
    with Store.open(path, read_only=True) as store:
        report = backtest(store, Config((), (WATCH,), (Channel("console"),)))
    assert (report.kept, *headlines(report)) == (sent, [], [])


def test_a_file_that_is_not_there_is_told_with_what_to_do(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    done = pactwatch.run(*room.words("backtest", "--keywords", "nowhere.yaml"))
    assert done.status == 2
    assert done.err == "there is no file nowhere.yaml: copy keywords.yaml and edit the copy\n"
