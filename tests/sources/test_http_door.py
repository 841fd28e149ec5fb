from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from fakeweb import FakeWeb, Reply, Request
from sourcekit import door, fails, source

from pacts.errors import FetchError, FetchFailure
from pacts.model import Source, Validators
from sources.http import USER_AGENT, Web


@pytest.fixture
def site() -> Iterator[FakeWeb]:
    with FakeWeb() as web:
        yield web


@pytest.fixture
def web() -> Iterator[Web]:
    with door(deadline=5.0, connect_timeout=2.0, max_bytes=1_000_000) as opened:
        yield opened


@pytest.fixture
def hasty() -> Iterator[Web]:
    with door(deadline=0.4, connect_timeout=0.3, max_bytes=1_000_000) as opened:
        yield opened


# --- answers -------------------------------------------------------------------------------


def test_a_page_comes_back_whole_with_its_type_and_validators(site: FakeWeb, web: Web) -> None:
    url = site.serve("/a", "hello", "Text/HTML; charset=UTF-8", etag='"7"', last_modified="Mon")
    answer = web.get(source(), url)
    assert (answer.status, answer.body, answer.url) == (200, b"hello", url)
    assert answer.content_type == "text/html; charset=utf-8"
    assert (answer.validators.etag, answer.validators.last_modified) == ('"7"', "Mon")
    assert answer.validators.body_hash is not None


def test_validators_are_sent_back_and_a_304_keeps_them(site: FakeWeb, web: Web) -> None:
    url = site.serve("/a", "hello", etag='"7"', last_modified="Mon, 05 May 2025 10:00:00 GMT")
    first = web.get(source(), url)
    second = web.get(source(), url, validators=first.validators)
    assert (second.status, second.body) == (304, b"")
    assert second.validators == first.validators
    asked = site.asked("/a")[1].headers
    assert asked["if-none-match"] == '"7"'
    assert asked["if-modified-since"] == "Mon, 05 May 2025 10:00:00 GMT"


def test_last_modified_alone_is_enough_to_be_asked_with(site: FakeWeb, web: Web) -> None:
    url = site.serve("/a", "hello", last_modified="Mon, 05 May 2025 10:00:00 GMT")
    first = web.get(source(), url)
    assert web.get(source(), url, validators=first.validators).status == 304


@pytest.mark.parametrize("known", [None, Validators()])
def test_a_304_of_what_nobody_knows_is_an_error(
    site: FakeWeb, web: Web, known: Validators | None
) -> None:
    url = site.serve("/a", "", status=304)
    with fails(FetchFailure.STATUS) as caught:
        web.get(source(), url, validators=known)
    assert caught.detail == "HTTP 304"
    assert web.get(source(), url, validators=Validators(body_hash="x")).status == 304


def test_it_says_who_it_is_and_what_it_reads(site: FakeWeb, web: Web) -> None:
    url = site.serve("/a", "x")
    web.get(source(url, language="vi"), url)
    web.get(source("http://127.0.0.1/other"), url)
    feed, page = (request.headers for request in site.asked("/a"))
    assert feed["user-agent"] == page["user-agent"] == USER_AGENT
    assert "rss" in feed["accept"]
    assert page["accept"].startswith("text/html")
    assert feed["accept-language"].startswith("vi")
    assert "cookie" not in feed


def test_max_age_is_reported(site: FakeWeb, web: Web) -> None:
    url = site.serve("/a", "x", headers={"Cache-Control": "public, max-age=600", "Age": "100"})
    assert web.get(source(), url).max_age == 500.0


@pytest.mark.parametrize(
    ("status", "failure"),
    [
        (401, FetchFailure.FORBIDDEN),
        (403, FetchFailure.FORBIDDEN),
        (404, FetchFailure.NOT_FOUND),
        (410, FetchFailure.GONE),
        (418, FetchFailure.STATUS),
        (429, FetchFailure.THROTTLED),
        (500, FetchFailure.SERVER_ERROR),
        (502, FetchFailure.SERVER_ERROR),
        (503, FetchFailure.THROTTLED),
        (204, FetchFailure.STATUS),
    ],
)
def test_each_status_has_its_failure(
    site: FakeWeb, web: Web, status: int, failure: FetchFailure
) -> None:
    url = site.fail("/a", status)
    with fails(failure) as caught:
        web.get(source(), url)
    assert caught.detail == f"HTTP {status}"


def test_retry_after_is_handed_on_and_nobody_waits_for_it(site: FakeWeb, web: Web) -> None:
    url = site.fail("/a", 429, retry_after="120")
    began = time.monotonic()
    with fails(FetchFailure.THROTTLED) as caught:
        web.get(source(), url)
    assert caught.error is not None
    assert caught.error.retry_after == 120.0
    assert time.monotonic() - began < 20
    assert site.hits("/a") == 1


def test_retry_after_as_a_date_counts_from_the_clock_of_the_server(web: Web) -> None:
    head = (
        b"HTTP/1.1 503 Busy\r\nDate: Mon, 05 May 2025 10:00:00 GMT\r\nContent-Length: 0\r\n"
        b"Retry-After: Mon, 05 May 2025 10:05:00 GMT\r\nConnection: close\r\n\r\n"
    )
    with FakeWeb() as site:
        url = site.raw("/a", head)
        with fails(FetchFailure.THROTTLED) as caught:
            web.get(source(), url)
    assert caught.error is not None
    assert caught.error.retry_after == 300.0


def test_an_empty_body_is_a_failure(site: FakeWeb, web: Web) -> None:
    url = site.serve("/a", "")
    with fails(FetchFailure.EMPTY):
        web.get(source(), url)


# --- time ----------------------------------------------------------------------------------


def test_a_dripping_body_is_cut_at_the_deadline(site: FakeWeb, hasty: Web) -> None:
    url = site.drip("/a", b"x" * 1000, every=0.05)
    began = time.monotonic()
    with fails(FetchFailure.TIMEOUT):
        hasty.get(source(), url)
    assert time.monotonic() - began < 20


def test_dripping_headers_are_cut_and_not_taken_for_an_empty_page(
    site: FakeWeb, hasty: Web
) -> None:
    url = site.drip_headers("/a", every=0.02)
    began = time.monotonic()
    with fails(FetchFailure.TIMEOUT):
        hasty.get(source(), url)
    assert time.monotonic() - began < 20


def test_a_body_without_a_length_is_not_whole_when_it_was_cut(site: FakeWeb, hasty: Web) -> None:
    def pieces(stop: object) -> Iterator[bytes]:
        while True:
            yield b"<p>some</p>"
            time.sleep(0.05)

    url = site.script("/a", Reply(chunks=pieces))
    with fails(FetchFailure.TIMEOUT):
        hasty.get(source(), url)


def test_a_server_that_never_answers_is_left_at_the_deadline(site: FakeWeb, hasty: Web) -> None:
    url = site.hang("/a")
    with fails(FetchFailure.TIMEOUT):
        hasty.get(source(), url)


def test_the_deadline_spans_all_redirects(site: FakeWeb, hasty: Web) -> None:
    for number in range(5):
        site.script(
            f"/{number}",
            Reply(status=302, headers={"Location": f"/{number + 1}"}, delay=0.15),
        )
    with fails(FetchFailure.TIMEOUT):
        hasty.get(source(), site.url("/0"))


def test_a_connection_cut_at_the_deadline_does_not_hurt_the_next_request(
    site: FakeWeb, hasty: Web
) -> None:
    slow, good = site.drip("/slow", b"x" * 100, every=0.1), site.serve("/good", "fine")
    hasty.get(source(), good)
    with fails(FetchFailure.TIMEOUT):
        hasty.get(source(), slow)
    assert hasty.get(source(), good).body == b"fine"


# --- size ----------------------------------------------------------------------------------


def test_an_endless_body_stops_at_the_limit(site: FakeWeb, web: Web) -> None:
    url = site.endless("/a")
    with fails(FetchFailure.TOO_LARGE) as caught:
        web.get(source(), url)
    assert caught.detail == "over 1,000,000 bytes"


def test_a_body_that_announces_too_much_is_not_even_begun(site: FakeWeb, web: Web) -> None:
    url = site.script("/a", Reply(b"x", length=5_000_000))
    with fails(FetchFailure.TOO_LARGE):
        web.get(source(), url)


def test_a_bomb_stops_at_the_limit(site: FakeWeb, web: Web) -> None:
    url = site.bomb("/a", size=20_000_000)
    with fails(FetchFailure.TOO_LARGE):
        web.get(source(), url)


def test_packed_bodies_are_unpacked(site: FakeWeb, web: Web) -> None:
    url = site.zipped("/a", b"hello " * 100)
    assert web.get(source(), url).body == b"hello " * 100


def test_damaged_and_unknown_packing_is_a_failure(site: FakeWeb, web: Web) -> None:
    damaged = site.serve("/a", b"\x1f\x8bnot gzip", headers={"Content-Encoding": "gzip"})
    unknown = site.serve("/b", b"abc", headers={"Content-Encoding": "br"})
    for url in (damaged, unknown):
        with fails(FetchFailure.BAD_ENCODING):
            web.get(source(), url)


def test_a_body_that_breaks_off_is_not_taken_for_whole(site: FakeWeb, web: Web) -> None:
    with fails(FetchFailure.TRUNCATED):
        web.get(source(), site.truncate("/a", b"<p>half"))


def test_a_chunked_body_that_breaks_off_is_not_taken_for_whole(web: Web) -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    with FakeWeb() as site:
        with fails(FetchFailure.TRUNCATED):
            web.get(source(), site.raw("/a", head + b"20\r\nonly this"))
        with fails(FetchFailure.TRUNCATED):
            web.get(source(), site.raw("/b", head + b"zz\r\nhello\r\n"))


def test_an_answer_that_is_not_http_says_so(web: Web) -> None:
    with FakeWeb() as site, fails(FetchFailure.UNREADABLE) as caught:
        web.get(source(), site.raw("/a", b"SSH-2.0-OpenSSH\r\n\r\n"))
    assert caught.detail == "the answer is not HTTP"


# --- redirects -----------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_and_the_last_address_is_told(
    site: FakeWeb, web: Web, status: int
) -> None:
    end = site.serve("/end/é", "there")
    site.serve("/end/%C3%A9", "there")
    url = site.redirect("/a", "end/%C3%A9", status=status)
    answer = web.get(source(), url)
    assert answer.body == b"there"
    assert answer.url == end.replace("é", "%C3%A9")


def test_a_loop_of_redirects_ends(site: FakeWeb, web: Web) -> None:
    url = site.redirect("/a", "/a")
    with fails(FetchFailure.TOO_MANY_REDIRECTS):
        web.get(source(), url)
    assert site.hits("/a") == 6


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/", "javascript:alert(1)", "http://[::1"]
)
def test_redirects_lead_to_web_addresses_only(site: FakeWeb, web: Web, target: str) -> None:
    url = site.redirect("/a", target)
    with fails(FetchFailure.BAD_ADDRESS):
        web.get(source(), url)


def test_the_body_of_a_redirect_is_not_read(site: FakeWeb, web: Web) -> None:
    site.serve("/end", "there")
    url = site.script(
        "/a",
        Reply(status=302, headers={"Location": "/end"}, chunks=forever),
    )
    began = time.monotonic()
    assert web.get(source(), url).body == b"there"
    assert time.monotonic() - began < 8


def forever(stop: object) -> Iterator[bytes]:
    while True:
        yield b"x" * 10_000


def test_cookies_live_for_one_fetch_only(site: FakeWeb, web: Web) -> None:
    def answer(request: Request) -> Reply:
        if "cookie" in request.headers:
            return Reply(b"welcome")
        return Reply(status=302, headers={"Location": "/a", "Set-Cookie": "seen=1"})

    url = site.script("/a", answer)
    assert web.get(source(), url).body == b"welcome"
    assert web.get(source(), url).body == b"welcome"
    assert ["cookie" in request.headers for request in site.asked("/a")] == [False, True] * 2


# --- addresses and secrets -----------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    ["ftp://example.org/", "file:///etc/passwd", "example.org/feed", "http://", "http://[::1", ""],
)
def test_only_web_addresses_are_fetched(web: Web, url: str) -> None:
    with fails(FetchFailure.BAD_ADDRESS):
        web.get(source(), url)


def test_credentials_of_the_source_are_used_on_its_own_site_and_told_nobody(
    site: FakeWeb, web: Web
) -> None:
    site.serve("/feed", "x")
    site.serve("/page", "x")
    own = site.url("/feed").replace("http://", "http://me:s3cret@")
    outlet = source(own)
    assert web.get(outlet, own).url == site.url("/feed")
    web.get(outlet, site.url("/page"))
    assert all("authorization" in request.headers for request in site.requests)
    with FakeWeb(host="127.0.0.2") as stranger:
        web.get(outlet, stranger.serve("/x", "x"))
        web.get(outlet, site.redirect("/away", stranger.url("/x")))
        assert all("authorization" not in request.headers for request in stranger.requests)


@pytest.mark.parametrize("path", ["/missing", "/cut", "/loop", "/hang"])
def test_no_error_names_credentials(site: FakeWeb, hasty: Web, path: str) -> None:
    site.truncate("/cut", b"x")
    site.redirect("/loop", "/loop")
    site.hang("/hang")
    url = site.url(path).replace("http://", "http://me:s3cret@") + "?token=hidden"
    with pytest.raises(FetchError) as info:
        hasty.get(source(url), url)
    assert "s3cret" not in str(info.value)
    assert "hidden" not in str(info.value)


def test_dead_and_unknown_hosts_are_told_apart(hasty: Web) -> None:
    with FakeWeb() as gone:
        url = gone.url("/")
    with fails(FetchFailure.REFUSED) as refused:
        hasty.get(source(), url)
    assert refused.detail == "127.0.0.1"
    with fails(FetchFailure.HOST_UNKNOWN) as unknown:
        hasty.get(source(), "http://no-such-host.invalid/")
    assert unknown.detail == "no-such-host.invalid"


def test_a_connection_closed_without_an_answer_is_unreachable(site: FakeWeb, web: Web) -> None:
    with fails(FetchFailure.UNREACHABLE):
        web.get(source(), site.raw("/a", b""))
    assert site.hits("/a") == 1


def test_a_kept_connection_that_died_meanwhile_is_replaced_once(site: FakeWeb, web: Web) -> None:
    url = site.script(
        "/a", Reply(b"one"), Reply(chunks=lambda _: iter([b""]), raw=True), Reply(b"two")
    )
    assert web.get(source(), url).body == b"one"
    assert web.get(source(), url).body == b"two"


def test_proxies_of_the_environment_are_not_used(
    site: FakeWeb, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv("no_proxy", "")
    assert web.get(source(), site.serve("/a", "x")).body == b"x"


def test_validators_that_cannot_be_sent_are_not_kept(site: FakeWeb, web: Web) -> None:
    url = site.serve("/a", "x", headers={"ETag": "é" + "x" * 10, "Last-Modified": "y" * 2000})
    kept = web.get(source(), url).validators
    assert (kept.etag, kept.last_modified) == (None, None)
    assert kept != Validators()


def test_sources_are_plain_values(site: FakeWeb, web: Web) -> None:
    outlet: Source = source(site.serve("/a", "x"))
    assert web.get(outlet, outlet.url).body == b"x"
