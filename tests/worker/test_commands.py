"""The commands as people type them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from forkserver import ForkServer
from newsroom import DULL, ROOT, SIGNED, START, Newsroom
from webhook import Webhook


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path) as room:
        yield room


@pytest.fixture
def told(room: Newsroom, pactwatch: ForkServer) -> Newsroom:
    """One alert was printed on the console."""
    room.publish("wire", "signed", *SIGNED)
    done = pactwatch.run(*room.words("once", "--notify-baseline", at=START))
    assert "1 alert, 1 message sent" in done.out, done.err
    return room


def test_help_comes_at_once_and_names_every_command() -> None:
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "worker", "--help"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    # The budget is 0.3 s on a quiet machine; the tests share theirs with others.
    assert time.monotonic() - begun < 3
    commands = done.stdout.partition("Commands:")[2].split()
    for name in ("run", "once", "demo", "init", "check", "extract", "explain", "events",
                 "stories", "alerts", "deliveries", "sources", "channels", "evaluate", "silence",
                 "mark", "backtest", "watches"):  # fmt: skip
        assert name in commands


def test_help_imports_nothing_heavy() -> None:
    heavy = ("apprise", "trafilatura", "sqlite_utils", "requests", "apscheduler", "pydantic",
             "rich", "structlog", "lxml", "extraction.cascade")  # fmt: skip
    code = f"import sys, worker.cli; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "words",
    [
        ("once", "--config", "nowhere"),
        ("stories", "--database", "nowhere.db"),
        ("stories", "--database", "nowhere.db", "--status", "maybe"),
        ("extract", "nowhere.txt"),
        ("evaluate", "nowhere.jsonl"),
        ("sources", "import", "nowhere.opml"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_line_and_status_2(
    pactwatch: ForkServer, words: tuple[str, ...]
) -> None:
    done = pactwatch.run(*words)
    assert done.status == 2
    assert len(done.err.splitlines()) == 1, done.err
    assert "nowhere" in done.err


def test_a_word_that_is_no_status_is_answered_with_those_there_are(
    told: Newsroom, pactwatch: ForkServer
) -> None:
    done = pactwatch.run(*told.words("stories", "--status", "maybe"))
    assert done.status == 2
    assert "concluded, planned" in done.err


def test_a_wrong_time_is_refused(room: Newsroom, pactwatch: ForkServer) -> None:
    done = pactwatch.run(*room.words("once"), "--at", "soon")
    assert (done.status, "ISO 8601" in done.err) == (2, True)


def test_check_tells_every_problem_with_its_place_and_status_2(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    assert pactwatch.run(*room.words("check")).status == 0
    keywords = room.directory / "config" / "keywords.yaml"
    keywords.write_text(keywords.read_text().replace("partnership", "partnershp"))
    done = pactwatch.run(*room.words("check"))
    assert done.status == 2
    assert "keywords.yaml:3:" in done.out
    assert "partnership" in done.out
    once = pactwatch.run(*room.words("once"))
    assert once.status == 2
    assert "keywords.yaml:3:" in once.err


def test_check_online_tries_every_source_and_stores_nothing(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    assert pactwatch.run(*room.words("check", "--online")).status == 0
    room.web.fail("/wire/feed", 403)
    done = pactwatch.run(*room.words("check", "--online"))
    assert done.status == 1
    assert "(HTTP 403)" in done.out
    assert not room.database.exists()


def test_init_writes_a_configuration_that_check_accepts(
    tmp_path: Path, pactwatch: ForkServer
) -> None:
    where = ("--config", str(tmp_path / "config"))
    assert pactwatch.run("init", *where).status == 0
    done = pactwatch.run("check", *where)
    assert done.status == 0, done.out
    again = pactwatch.run("init", *where)
    assert "kept" in again.out
    assert "written" not in again.out


def test_once_can_sum_up_as_json_with_alerts_out_of_its_way(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    room.publish("wire", "signed", *SIGNED)
    done = pactwatch.run(*room.words("once", "--notify-baseline", "--json", at=room.now))
    summary = json.loads(done.out)
    (source,) = summary["sources"]
    assert (source["source"], source["stored"], source["error"]) == ("wire", 2, None)
    assert summary["deliveries"]["sent"] == 1
    assert "Fiji and Kenya" in done.err


def test_once_polls_only_what_is_due_unless_told_otherwise(
    told: Newsroom, pactwatch: ForkServer
) -> None:
    assert "No source is due" in pactwatch.run(*told.words("once", at=START)).out
    assert "1 of 1 source" in pactwatch.run(*told.words("once", "--all", at=START)).out


def test_lists_are_tables_for_people(told: Newsroom, pactwatch: ForkServer) -> None:
    stories = pactwatch.run(*told.words("stories", "--party", "ke")).out.splitlines()
    columns = ["ID", "DATE", "STATUS", "STORY", "SOURCES", "INDEPENDENT", "DISPUTED", "MARK"]
    assert stories[0].split() == columns
    assert stories[1].split()[1:3] == ["2031-03-04", "concluded"]
    for name, words in {
        "events": ("agreement.signed", "FJ KE"),
        "alerts": ("first", "yes"),
        "deliveries": ("console", "sent"),
    }.items():
        out = pactwatch.run(*told.words(name)).out
        assert all(word in out for word in words), out


def test_lists_can_be_narrowed(told: Newsroom, pactwatch: ForkServer) -> None:
    for words in (
        ("stories", "--party", "VN"),
        ("stories", "--since", "2031-03-05"),
        ("events", "--kind", "partnership"),
        ("events", "--status", "planned"),
        ("alerts", "--not-sent"),
        ("deliveries", "--state", "failed"),
    ):
        assert json.loads(pactwatch.run(*told.words(*words, "--json")).out) == [], words


def test_a_silence_records_what_matches_and_sends_nothing(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    pactwatch.run(*room.words("once", at=START))
    words = ("silence", "too much fish", "--party", "ke", "--until", "2031-03-10")
    assert pactwatch.run(*room.words(*words, at=START)).status == 0
    room.publish("wire", "signed", *SIGNED)
    room.later(hours=1)
    assert "0 alerts" in pactwatch.run(*room.words("once", at=room.now)).out
    (alert,) = json.loads(pactwatch.run(*room.words("alerts", "--json")).out)
    assert (alert["reason"], alert["detail"]) == (
        "silenced",
        "silence 1 until 2031-03-11 00:00 UTC: too much fish",
    )
    listed = pactwatch.run(*room.words("silence", at=START)).out
    assert "KE" in listed
    assert "2031-03-11 00:00" in listed
    assert pactwatch.run(*room.words("silence", "--end", "1", at=START)).status == 0
    assert json.loads(pactwatch.run(*room.words("silence", "--json", at=room.now)).out) == []


@pytest.mark.parametrize(
    "words",
    [
        ("silence", "why", "--party", "KE"),
        ("silence", "why", "--until", "2031-03-10"),
        ("silence", "why", "--until", "2031-03-10", "--event", "partnershp"),
        ("silence", "why", "--until", "2031-03-10", "--party", "Atlantis"),
        ("silence", "why", "--until", "2031-03-10", "--watch", "nobody's"),
        ("silence", "why", "--until", "2031-03-01", "--party", "KE"),
        ("silence", "--end", "77"),
    ],
)
def test_a_silence_that_says_too_little_or_too_strange_is_refused(
    told: Newsroom, pactwatch: ForkServer, words: tuple[str, ...]
) -> None:
    done = pactwatch.run(*told.words(*words, at=START))
    assert (done.status, len(done.err.splitlines())) == (2, 1)


def test_what_a_channel_refuses_for_good_waits_until_a_test_is_taken(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    room.publish("wire", "signed", *SIGNED)
    with Webhook(answers=[404, 404, 200]) as hook:
        room.configure(channels={"chat": hook.url})
        done = pactwatch.run(*room.words("once", "--notify-baseline", at=START))
        assert "chat is disabled until" in done.out
        assert channel(room, pactwatch)["state"].endswith("404 (Not Found)")
        (waits,) = deliveries(room, pactwatch)
        assert (waits["state"], waits["waits_for"]) == ("waiting", "disabled channel")
        number = str(waits["id"])
        shown = pactwatch.run(*room.words("deliveries", "--id", number, "--json"))
        (tried,) = json.loads(shown.out)["tries"]
        assert (tried["ok"], tried["error"]) == (False, "the server answered 404 (Not Found)")
        retried = pactwatch.run(*room.words("deliveries", "--retry", number, at=START))
        assert "waits until its channel is in use again" in retried.out
        assert pactwatch.run(*room.words("channels", "test", "chat", at=START)).status == 2
        assert channel(room, pactwatch)["test_error"] == "the server answered 404 (Not Found)"
        assert pactwatch.run(*room.words("channels", "test", "chat", at=START)).status == 0
        assert channel(room, pactwatch)["state"] == "in use"
        assert channel(room, pactwatch)["tested"].startswith("2031-03-04T12:00:00")
        pactwatch.run(*room.words("once", at=START))
    assert len(hook.titles) == 2
    (sent,) = deliveries(room, pactwatch)
    assert sent["state"] == "sent"
    again = pactwatch.run(*room.words("deliveries", "--retry", number))
    assert (again.status, "it is not sent twice" in again.err) == (2, True)


def channel(room: Newsroom, pactwatch: ForkServer) -> dict[str, Any]:
    listed = json.loads(pactwatch.run(*room.words("channels", "list", "--json")).out)
    return next(one for one in listed if one["channel"] == "chat")


def deliveries(room: Newsroom, pactwatch: ForkServer) -> list[dict[str, Any]]:
    words = room.words("deliveries", "--channel", "chat", "--json")
    found: list[dict[str, Any]] = json.loads(pactwatch.run(*words).out)
    return found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--retry", "99"], "there is no delivery 99; `pactwatch deliveries` lists them"),
        (["--retry", "all"], "--retry takes the number of a delivery, or failed"),
        (["--id", "99"], "there is no delivery 99; `pactwatch deliveries` lists them"),
        (["--channel", "chatt"], 'no channel is called "chatt"; did you mean "chat"?'),
        (["--state", "lost"], "'lost' is none of: waiting, leased, sent, failed"),
    ],
)
def test_what_deliveries_cannot_use_is_told_in_plain_words(
    room: Newsroom, pactwatch: ForkServer, words: list[str], said: str
) -> None:
    room.configure(channels={"chat": "json://127.0.0.1:9/"})
    pactwatch.run(*room.words("once", at=START))
    done = pactwatch.run(*room.words("deliveries", *words))
    assert (done.status, done.err.strip()) == (2, said)


def test_nothing_given_up_is_nothing_to_send_again(room: Newsroom, pactwatch: ForkServer) -> None:
    pactwatch.run(*room.words("once", at=START))
    done = pactwatch.run(*room.words("deliveries", "--retry", "failed"))
    assert (done.status, done.out.strip()) == (0, "Nothing was given up.")


def test_a_test_message_says_truly_whether_it_was_taken(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    with Webhook(answers=[200, 404]) as hook:
        room.configure(channels={"chat": hook.url})
        good = pactwatch.run(*room.words("channels", "test", "chat"))
        assert (good.status, "was taken" in good.out) == (0, True)
        bad = pactwatch.run(*room.words("channels", "test", "chat"))
        assert bad.status == 2
        assert "404" in bad.err
        assert hook.url not in bad.err
    unknown = pactwatch.run(*room.words("channels", "test", "chatt"))
    assert (unknown.status, "chat" in unknown.err) == (2, True)


def test_a_source_can_be_tried_without_storing_anything(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    room.publish("wire", "signed", *SIGNED)
    room.web.fail(room.publish("wire", "gone", *DULL), 404)
    done = pactwatch.run(*room.words("sources", "test", "wire", "--json", at=START))
    tried = json.loads(done.out)
    assert tried["listed"] == 3
    assert [bool(item["error"]) for item in tried["items"]] == [True, False, False]
    assert [item["alert"] for item in tried["items"]] == [False, True, False]
    assert not room.database.exists()


def test_a_source_that_is_not_configured_cannot_be_tried(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    done = pactwatch.run("sources", "test", "wier", "--config", str(room.directory / "config"))
    assert (done.status, "wire" in done.err) == (2, True)


def test_sources_that_nobody_polled_yet_are_listed_as_such(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    assert "not polled yet" in pactwatch.run(*room.words("sources", "list")).out


def test_a_found_feed_is_shown_and_written_with_yes_only(
    room: Newsroom, pactwatch: ForkServer
) -> None:
    room.names.append("post")
    room.articles["post"] = []
    room.publish("post", "rain", *DULL)
    path = room.directory / "config" / "sources.yaml"
    before = path.read_text()
    words = ("sources", "add", room.web.url("/post/feed"), "--name", "post", "--config")
    shown = pactwatch.run(*words, str(path.parent))
    assert "- name: post" in shown.out
    assert "Nothing was written: --yes writes." in shown.out
    dry = pactwatch.run(*words, str(path.parent), "--dry-run")
    assert "- name: post" in dry.out
    assert path.read_text() == before
    written = pactwatch.run(*words, str(path.parent), "--yes")
    assert f'Added "post" at {path}:' in written.out
    assert path.read_text().startswith(before)
    assert "post" in [source.name for source in room.config.sources]


def test_yes_and_dry_run_together_are_refused(room: Newsroom, pactwatch: ForkServer) -> None:
    config = str(room.directory / "config")
    for words in (("add", "vietnamplus"), ("import", "list.opml")):
        done = pactwatch.run("sources", *words, "--yes", "--dry-run", "--config", config)
        assert (done.status, "opposite" in done.err) == (2, True)


@pytest.mark.parametrize("group", [(), ("sources",), ("channels",), ("stories",), ("alerts",)])
def test_no_line_of_a_list_of_commands_is_cut_off(
    pactwatch: ForkServer, group: tuple[str, ...]
) -> None:
    listed = pactwatch.run(*group, "--help").out.partition("Commands:")[2]
    assert listed
    assert "..." not in listed


@pytest.mark.parametrize(
    "command",
    ["silence", "alerts", "watches", "backtest", "once", "events", "deliveries", "mark", "stories",
     "sources add", "sources catalogue", "sources test", "stories split", "alerts preview"],
)  # fmt: skip
def test_help_names_what_an_option_takes_and_not_its_type(
    pactwatch: ForkServer, command: str
) -> None:
    options = pactwatch.run(*command.split(), "--help").out.partition("Options:")[2]
    assert options
    assert not re.search(r"<(str|path|int|list|text)\b", options)


def test_the_version_is_told(pactwatch: ForkServer) -> None:
    assert pactwatch.run("--version").out.startswith("pactwatch ")


@pytest.mark.parametrize("command", ["watches", "backtest", "alerts", "deliveries", "stories"])
def test_what_only_reads_does_not_load_what_sends(told: Newsroom, command: str) -> None:
    code = (
        "import sys; from worker.cli import app\n"
        "app(sys.argv[1:], standalone_mode=False)\n"
        "print('loaded', [name for name in ('apprise', 'trafilatura') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *told.words(command)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.endswith("loaded []\n")
