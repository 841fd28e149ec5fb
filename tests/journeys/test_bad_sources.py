"""Sources that fail in every way there is get a reason of their own and disturb nobody."""

from __future__ import annotations

import json
from mailbox import free_port
from pathlib import Path

from fakeweb import FakeWeb
from forkserver import ForkServer
from newsroom import SIGNED, START, Newsroom, Told, page

from pacts.errors import FetchFailure

EMPTY_FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>'
WITHOUT_TEXT = "<!doctype html><html><head><title>x</title></head><body><img src=a></body></html>"


def bad_sources(web: FakeWeb, busy: FakeWeb) -> dict[str, str]:
    """Names of sources and their addresses; a busy host is left alone with all that it has."""
    web.serve("/html", "<!doctype html><html><body><p>Welcome</p></body></html>")
    web.serve("/empty", EMPTY_FEED, "application/rss+xml")
    web.serve("/nothing", b"", "application/rss+xml")
    web.endless("/endless")
    web.serve("/broken", b"\x00\x01\x02 <<<", "application/rss+xml")
    web.fail("/missing", 404)
    busy.fail("/later", 429, retry_after="7200")
    return {
        "dead": f"http://127.0.0.1:{free_port()}/feed",
        "no-host": "http://nowhere.invalid/feed",
        **{name: web.url(f"/{name}") for name in
           ("html", "empty", "nothing", "endless", "broken", "missing")},
        "later": busy.url("/later"),
    }  # fmt: skip


EXPECTED = {
    "dead": FetchFailure.REFUSED,
    "html": FetchFailure.NOT_A_FEED,
    "nothing": FetchFailure.EMPTY,
    "endless": FetchFailure.TOO_LARGE,
    "missing": FetchFailure.NOT_FOUND,
    "later": FetchFailure.THROTTLED,
}


def test_each_bad_source_gets_its_reason_and_disturbs_nobody(
    tmp_path: Path, pactwatch: ForkServer
) -> None:
    with Newsroom(tmp_path) as room, FakeWeb(host="127.0.0.2") as busy:
        room.publish("wire", "signed", *SIGNED)
        bad = bad_sources(room.web, busy)
        room.configure(
            extra_sources=[f"{{name: {name}, url: '{url}'}}" for name, url in bad.items()],
            settings="{deadline: 5s, max_bytes: 1000000, spacing: 0}",
        )
        done = pactwatch.run(*room.words("once", "--notify-baseline", at=START))
        assert done.status == 0, done.err
        assert "Kenya" in done.out
        health = listed(pactwatch, room)
    assert health["wire"]["state"] == "ok"
    assert health["empty"]["state"] == "empty"
    assert "never listed anything" in health["empty"]["reason"]
    failing = {name for name, one in health.items() if one["state"] == "degraded"}
    assert failing == set(bad) - {"empty"}
    for name, failure in EXPECTED.items():
        assert failure.value in health[name]["reason"], name
        assert name in done.out
    assert health["later"]["next_check"] >= START.replace(hour=14).isoformat()


def test_a_page_in_another_encoding_is_read_and_one_without_text_is_put_off(
    tmp_path: Path, pactwatch: ForkServer
) -> None:
    with Newsroom(tmp_path) as room:
        room.publish("wire", "signed", *SIGNED)
        text = "Kenya signed a fisheries agreement with Fiji in Suva — «à la carte» — on Tuesday."
        coded = room.publish("wire", "coded", "Kenya and Fiji sign", text)
        body = page(Told("coded", "Kenya and Fiji sign", text, START))
        room.web.serve(coded, body.encode("windows-1252"), "text/html; charset=windows-1252")
        room.web.serve(room.publish("wire", "image", "A picture", "x"), WITHOUT_TEXT)
        done = pactwatch.run(*room.words("once", "--notify-baseline", at=START))
        assert "Not read, to be tried again: 1 article." in done.out
        assert FetchFailure.NO_TEXT.value in listed(pactwatch, room)["wire"]["reason"]
        events = json.loads(pactwatch.run(*room.words("events", "--json")).out)
    assert len({event["item"] for event in events}) == 2
    assert "�" not in json.dumps(events)


def listed(pactwatch: ForkServer, room: Newsroom) -> dict[str, dict[str, str]]:
    rows = json.loads(pactwatch.run(*room.words("sources", "list", "--json", at=START)).out)
    return {row["source"]: row for row in rows}
