"""Walls for robots are known by their machinery; an article about captchas is an article."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from fakeweb import FakeWeb, Reply
from sourcekit import door, fails, source

from pacts.errors import FetchFailure
from sources.walls import LARGEST, wall_in

HTML = "text/html; charset=utf-8"

WALLS = {
    "Cloudflare": (
        "<!DOCTYPE html><html lang='en-US'><head><title>Just a moment...</title></head><body>"
        "<noscript>Enable JavaScript and cookies to continue</noscript><script>(function(){"
        "window._cf_chl_opt={cvId:'3',cZone:'outlet.example'};})();</script></body></html>"
    ),
    "Imperva": (
        "<html style='height:100%'><head><META NAME='ROBOTS' CONTENT='NOINDEX'></head><body>"
        "<iframe id='main-iframe' src='/_Incapsula_Resource?SWUDNSAI=31&xinfo=9'>Request "
        "unsuccessful. Incapsula incident ID: 1234-5678</iframe></body></html>"
    ),
    "DDoS-Guard": (
        "<!doctype html><html><head><title>DDoS-Guard</title><script "
        "src='/.well-known/ddos-guard/js-challenge/index.js'></script></head><body></body></html>"
    ),
    "Akamai": (
        "<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don't have"
        " permission.<P>https://errors.edgesuite.net/18.2d351ab8</BODY></HTML>"
    ),
    "DataDome": (
        "<html><head><title>outlet.example</title></head><body><p>Please enable JS and disable any"
        " ad blocker</p><script src='https://ct.captcha-delivery.com/c.js'></script></body></html>"
    ),
    "Sucuri": "<html><script>var s={},u,c;/* sucuri_cloudproxy_js */</script></html>",
    "Anubis": (
        "<!doctype html><html><head><title>Making sure you're not a bot!</title></head><body>"
        "<script id='x' src='/.within.website/x/cmd/anubis/static/js/main.mjs'></script></body>"
    ),
    "a captcha": (
        "<html><body><form method=post><p>Please show that you are no robot.</p>"
        "<div class='g-recaptcha' data-sitekey='k'></div></form></body></html>"
    ),
    "a script that must run first": (
        "<html><body><script>document.cookie='k='+(7*6)+';path=/';location.reload();</script>"
        "</body></html>"
    ),
}

PARAGRAPH = (
    "Kenya and Fiji signed a fisheries agreement in Suva on Tuesday, and a captcha stood between"
    " readers and the ministry's page: verify you are human, it said, just a moment, it said. "
)
ARTICLE = (
    f"<!doctype html><html><body><article>{f'<p>{PARAGRAPH}</p>' * 12}</article></body></html>"
)


@pytest.mark.parametrize("maker", WALLS)
def test_a_wall_is_known_by_its_maker(maker: str) -> None:
    assert wall_in({}, WALLS[maker].encode(), HTML) == maker


@pytest.mark.parametrize("maker", WALLS)
def test_a_wall_without_a_content_type_is_one_too(maker: str) -> None:
    page = WALLS[maker]
    page = page if page.lower().startswith("<!doctype") else f"<!doctype html>{page}"
    assert wall_in({}, page.encode(), "") == maker


def test_an_article_that_speaks_about_captchas_is_an_article() -> None:
    assert wall_in({}, ARTICLE.encode(), HTML) is None
    short = f"<html><head><title>Verify you are human: a captcha</title></head><p>{PARAGRAPH}"
    assert wall_in({}, short.encode(), HTML) is None


@pytest.mark.parametrize(
    "script",
    [
        "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>",
        "<script src='/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e032f3'></script>",
        "<form><div class='g-recaptcha'></div><input name=mail></form>",
        "<script>document.cookie='seen=1';if(top!=self)top.location.replace(self.location)</script>",
        "<div class='cf-turnstile'></div>",
    ],
)
def test_what_such_services_put_on_every_page_makes_no_wall(script: str) -> None:
    assert wall_in({}, ARTICLE.replace("<body>", f"<body>{script}").encode(), HTML) is None


def test_a_feed_that_carries_a_wall_s_script_in_an_item_is_a_feed() -> None:
    feed = f"<?xml version='1.0'?><rss><channel><item>{WALLS['Cloudflare']}</item></channel></rss>"
    assert wall_in({}, feed.encode(), "application/rss+xml") is None


def test_large_pages_are_no_walls() -> None:
    page = WALLS["Cloudflare"].encode() + b" " * LARGEST
    assert wall_in({}, page, HTML) is None


def test_headers_alone_can_say_it() -> None:
    assert wall_in({"cf-mitigated": "challenge"}, b"", "") == "Cloudflare"
    assert wall_in({"x-amzn-waf-action": "challenge"}, b"", "") == "AWS WAF"


@pytest.mark.parametrize("status", [200, 202, 403, 429, 503])
def test_a_wall_is_told_as_one_whatever_its_status(status: int) -> None:
    with FakeWeb() as site, door() as web:
        site.serve("/a", WALLS["Cloudflare"], status=status)
        with fails(FetchFailure.BOT_WALL) as caught:
            web.get(source(), site.url("/a"))
        assert caught.detail.startswith("Cloudflare")


def test_a_refusal_without_a_wall_stays_what_it_is() -> None:
    with FakeWeb() as site, door() as web:
        site.serve("/a", ARTICLE, status=403)
        with fails(FetchFailure.FORBIDDEN):
            web.get(source(), site.url("/a"))


def test_a_refusal_that_never_ends_is_not_read_to_its_end() -> None:
    def pieces(stop: threading.Event) -> Iterator[bytes]:
        while not stop.is_set():
            yield b"<p>no</p>" * 6000

    with FakeWeb() as site, door(deadline=30.0) as web:
        url = site.script("/a", Reply(status=403, chunks=pieces))
        began = time.monotonic()
        with fails(FetchFailure.FORBIDDEN):
            web.get(source(), url)
        assert time.monotonic() - began < 20


def test_behind_a_wall_robots_may_be_asked_for_in_vain() -> None:
    with FakeWeb() as site, door() as web:
        site.serve("/robots.txt", WALLS["Cloudflare"], status=403)
        site.serve("/a", "x")
        assert web.get(source(robots=True), site.url("/a")).body == b"x"
