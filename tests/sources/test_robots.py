"""robots.txt as RFC 9309 has it, through the one door to the web."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from fakeweb import FakeWeb
from sourcekit import door, fails, source

from pacts.errors import FetchError, FetchFailure
from pacts.model import Source
from sources.http import Response, Web
from sources.robots import (
    _MOST_ORIGINS,
    ASKED_ELSEWHERE_SECONDS,
    GIVEN_UP_SECONDS,
    KEPT_SECONDS,
    MAX_BYTES,
    TRIED_AGAIN_SECONDS,
    Robots,
    product_token,
)

OBEYING = source(robots=True)
DAY = 86_400.0


class Time:
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def site() -> Iterator[FakeWeb]:
    with FakeWeb() as web:
        web.serve("/news/a", b"an article")
        web.serve("/closed/b", b"not for robots")
        yield web


@pytest.fixture
def clock() -> Time:
    return Time()


@pytest.fixture
def web(clock: Time) -> Iterator[Web]:
    with door(clock=clock) as opened:
        yield opened


def rules(site: FakeWeb, text: str | bytes, **options: object) -> None:
    site.serve("/robots.txt", text, "text/plain", **options)  # type: ignore[arg-type]


def get(web: Web, site: FakeWeb, path: str = "/news/a") -> bytes:
    return web.get(OBEYING, site.url(path)).body


def test_a_disallowed_address_is_not_asked_for_and_an_allowed_one_is(
    site: FakeWeb, web: Web
) -> None:
    rules(site, "User-agent: *\nDisallow: /closed/\n")
    assert get(web, site) == b"an article"
    with fails(FetchFailure.ROBOTS_DISALLOW):
        get(web, site, "/closed/b")
    assert site.hits("/closed/b") == 0


def test_rules_for_our_own_name_replace_those_for_everybody(site: FakeWeb, web: Web) -> None:
    rules(site, "User-agent: *\nDisallow: /\n\nUser-agent: PACTWATCH\nDisallow: /closed/\n")
    assert get(web, site) == b"an article"
    with fails(FetchFailure.ROBOTS_DISALLOW):
        get(web, site, "/closed/b")


def test_rules_for_others_are_not_ours(site: FakeWeb, web: Web) -> None:
    rules(site, "User-agent: Otherbot\nDisallow: /\n")
    assert get(web, site) == b"an article"


def test_the_longest_rule_wins_and_of_two_equal_ones_the_allowing(site: FakeWeb, web: Web) -> None:
    rules(
        site,
        "User-agent: *\nDisallow: /closed/\nAllow: /closed/b\nDisallow: /n*s/\nAllow: /news/",
    )
    assert get(web, site, "/closed/b") == b"not for robots"
    assert get(web, site) == b"an article"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_a_file_that_is_not_there_allows_everything(site: FakeWeb, web: Web, status: int) -> None:
    rules(site, "User-agent: *\nDisallow: /", status=status)
    assert get(web, site) == b"an article"


@pytest.mark.parametrize("text", [b"", b"<!doctype html><p>Welcome", b"\xff\xfe\0Disallow: /"])
def test_a_file_without_rules_allows_everything(site: FakeWeb, web: Web, text: bytes) -> None:
    rules(site, text)
    assert get(web, site) == b"an article"


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_server_error_forbids_everything_until_the_file_is_there_again(
    site: FakeWeb, web: Web, clock: Time, status: int
) -> None:
    rules(site, "", status=status)
    with fails(FetchFailure.ROBOTS_UNREADABLE):
        get(web, site)
    rules(site, "User-agent: *\nDisallow: /closed/")
    with fails(FetchFailure.ROBOTS_UNREADABLE):
        get(web, site)
    clock.now += TRIED_AGAIN_SECONDS
    assert get(web, site) == b"an article"
    assert site.hits("/robots.txt") == 2


def test_a_file_that_does_not_come_in_time_forbids_everything(site: FakeWeb) -> None:
    site.hang("/robots.txt")
    with door(deadline=0.3) as web:
        for _ in range(3):
            with fails(FetchFailure.ROBOTS_UNREADABLE):
                get(web, site)
    assert site.hits("/robots.txt") == 1
    assert site.hits("/news/a") == 0


def test_after_thirty_days_a_file_that_cannot_be_read_counts_as_not_there(
    site: FakeWeb, web: Web, clock: Time
) -> None:
    rules(site, "", status=500)
    for _ in range(29):
        with fails(FetchFailure.ROBOTS_UNREADABLE):
            get(web, site)
        clock.now += DAY
    with fails(FetchFailure.ROBOTS_UNREADABLE):
        get(web, site)
    clock.now += GIVEN_UP_SECONDS - 29 * DAY
    assert get(web, site) == b"an article"


def test_known_rules_hold_on_while_the_file_cannot_be_read(
    site: FakeWeb, web: Web, clock: Time
) -> None:
    rules(site, "User-agent: *\nDisallow: /closed/")
    get(web, site)
    rules(site, "", status=500)
    clock.now += KEPT_SECONDS
    assert get(web, site) == b"an article"
    with fails(FetchFailure.ROBOTS_DISALLOW):
        get(web, site, "/closed/b")
    assert site.hits("/robots.txt") == 2


def test_the_file_is_kept_for_a_day_and_then_asked_for_with_its_validators(
    site: FakeWeb, web: Web, clock: Time
) -> None:
    rules(site, "User-agent: *\nDisallow: /closed/", etag='"1"')
    for _ in range(3):
        get(web, site)
    clock.now += KEPT_SECONDS - 1
    get(web, site)
    assert site.hits("/robots.txt") == 1
    clock.now += 1
    with fails(FetchFailure.ROBOTS_DISALLOW):
        get(web, site, "/closed/b")
    assert site.asked("/robots.txt")[1].headers["if-none-match"] == '"1"'


def test_many_who_wait_ask_for_the_file_once(site: FakeWeb, web: Web) -> None:
    rules(site, "User-agent: *\nDisallow: /closed/", delay=0.2)
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: get(web, site), range(8))) == {b"an article"}
    assert site.hits("/robots.txt") == 1


def test_redirects_to_the_file_are_followed_to_another_host(site: FakeWeb, web: Web) -> None:
    with FakeWeb(host="127.0.0.2") as other:
        rules(other, "User-agent: *\nDisallow: /closed/")
        for step in range(4):
            site.redirect(f"/{step}", f"/{step + 1}")
        site.redirect("/robots.txt", "/0")
        site.redirect("/4", other.url("/robots.txt"))
        site.redirect("/3", other.url("/robots.txt"))
        with fails(FetchFailure.ROBOTS_DISALLOW):
            get(web, site, "/closed/b")


def test_endless_redirects_to_the_file_count_as_none(site: FakeWeb, web: Web) -> None:
    site.redirect("/robots.txt", "/robots.txt")
    assert get(web, site) == b"an article"


def test_a_redirect_leads_to_no_address_that_its_host_disallows(site: FakeWeb, web: Web) -> None:
    with FakeWeb(host="127.0.0.2") as other:
        rules(other, "User-agent: *\nDisallow: /")
        other.serve("/x", b"secret")
        site.redirect("/away", other.url("/x"))
        with fails(FetchFailure.ROBOTS_DISALLOW):
            get(web, site, "/away")
        assert other.hits("/x") == 0


def test_ports_are_hosts_of_their_own(site: FakeWeb, web: Web) -> None:
    rules(site, "User-agent: *\nDisallow: /")
    with FakeWeb() as other:
        other.serve("/news/a", b"next door")
        assert get(web, other) == b"next door"


def test_half_a_mebibyte_of_rules_is_read_and_no_more(site: FakeWeb, web: Web) -> None:
    filler = b"# nothing\n" * (MAX_BYTES // 10)
    head = b"User-agent: *\nDisallow: /closed/\n"
    rules(site, head + filler + b"Disallow: /news/\n")
    assert get(web, site) == b"an article"
    with fails(FetchFailure.ROBOTS_DISALLOW):
        get(web, site, "/closed/b")


def test_a_source_may_be_told_not_to_ask(site: FakeWeb, web: Web) -> None:
    rules(site, "User-agent: *\nDisallow: /")
    assert web.get(source(robots=False), site.url("/news/a")).body == b"an article"
    assert site.hits("/robots.txt") == 0


def test_a_host_out_of_reach_fails_for_its_own_reason() -> None:
    with FakeWeb() as gone:
        url = gone.url("/news/a")
    with door() as web, fails(FetchFailure.REFUSED):
        web.get(OBEYING, url)


def test_the_rules_of_thousands_of_hosts_are_not_all_remembered() -> None:
    def none(*_: object) -> Response:
        raise FetchError("outlet", FetchFailure.NOT_FOUND)

    kept = Robots("Pactwatch/1", none, lambda: 0.0)
    for number in range(_MOST_ORIGINS + 5):
        kept.check(OBEYING, f"https://h{number}.example/")
    assert len(kept._kept) == _MOST_ORIGINS
    assert kept._asking == {}


def test_many_who_wait_for_a_host_out_of_reach_hear_it_together() -> None:
    asked = 0

    def refused(asking: Source, *_: object) -> Response:
        nonlocal asked
        asked += 1
        time.sleep(1)
        raise FetchError(asking.name, FetchFailure.REFUSED, "h.example")

    kept = Robots("Pactwatch/1", refused, time.monotonic)

    def ask(number: int) -> str:
        with fails(FetchFailure.REFUSED) as caught:
            kept.check(source(name=f"s{number}", robots=True), "http://h.example/")
        assert caught.error is not None
        return caught.error.source

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(8))) == [f"s{number}" for number in range(8)]
    assert asked <= 2
    with fails(FetchFailure.REFUSED):
        kept.check(OBEYING, "http://h.example/")
    assert kept._asking == {}


def test_nobody_waits_long_for_another_who_asks_for_the_same_file() -> None:
    begun, end = threading.Event(), threading.Event()

    def dripping(asking: Source, *_: object) -> Response:
        begun.set()
        end.wait(60)
        raise FetchError(asking.name, FetchFailure.NOT_FOUND)

    kept = Robots("Pactwatch/1", dripping, time.monotonic, patience=0.1)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(kept.check, OBEYING, "http://h.example/")
        assert begun.wait(30)
        for _ in range(3):
            with fails(FetchFailure.POSTPONED) as caught:
                kept.check(OBEYING, "http://h.example/")
            assert caught.error is not None
            assert caught.error.retry_after == ASKED_ELSEWHERE_SECONDS
        end.set()
        assert first.result(timeout=30) == 0.0
    assert kept.check(OBEYING, "http://h.example/") == 0.0
    assert kept._asking == {}


def test_the_product_token_is_the_name_in_the_header() -> None:
    assert product_token("Pactwatch/0.1 (news monitor)") == "Pactwatch"
    assert product_token("My-Watch_er (+mailto:a@b.example)") == "My-Watch_er"
    assert product_token("") == "Pactwatch"


def test_closing_frees_those_who_wait_for_the_file(site: FakeWeb) -> None:
    site.hang("/robots.txt")
    web = door(deadline=0.5)
    done = threading.Event()

    def ask() -> None:
        with fails(FetchFailure.ROBOTS_UNREADABLE):
            get(web, site)
        done.set()

    threading.Thread(target=ask, daemon=True).start()
    site.wait_for("/robots.txt")
    web.close()
    assert done.wait(5)
