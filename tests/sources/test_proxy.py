"""A proxy of the settings is used for everything public; one of the environment never is."""

from __future__ import annotations

import ssl
from collections.abc import Iterator

import pytest
import trustme
from fakeweb import FakeWeb
from sourcekit import door, fails, source
from tunnel import Tunnel

from pacts.errors import FetchFailure
from sources.http import Web

PUBLIC = source("http://outlet.example/feed", private=False)


@pytest.fixture
def proxy() -> Iterator[FakeWeb]:
    with FakeWeb() as web:
        yield web


def test_public_addresses_are_asked_through_the_proxy_with_its_credentials(
    proxy: FakeWeb,
) -> None:
    proxy.serve("http://outlet.example/feed", "a feed")
    with door(proxy=f"http://me:secret@127.0.0.1:{proxy.port}") as web:
        assert web.get(PUBLIC, PUBLIC.url).body == b"a feed"
    (asked,) = proxy.requests
    assert asked.headers["host"] == "outlet.example"
    assert asked.headers["proxy-authorization"] == "Basic bWU6c2VjcmV0"


def test_https_goes_through_a_tunnel_and_its_certificate_is_still_looked_at() -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("outlet.example").configure_cert(context)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    with (
        FakeWeb(tls=context) as site,
        Tunnel(("127.0.0.1", site.port), user="me", password="secret") as tunnel,
        Web(ssl_context=trusting, proxy=f"http://me:secret@127.0.0.1:{tunnel.port}") as web,
    ):
        site.serve("/a", "behind")
        assert web.get(source(private=False), "https://outlet.example/a").body == b"behind"
        with fails(FetchFailure.CERT_NAME):
            web.get(source(private=False), "https://other.example/a")
        assert tunnel.asked[0].startswith("CONNECT outlet.example:443 ")


def test_a_proxy_that_refuses_or_is_away_is_a_reason_that_does_not_name_it() -> None:
    with Tunnel(("127.0.0.1", 1), user="me", password="right") as tunnel:
        wrong = f"http://me:wr0ng@127.0.0.1:{tunnel.port}"
        with door(proxy=wrong) as web, fails(FetchFailure.PROXY) as caught:
            web.get(source(private=False), "https://outlet.example/a")
    assert caught.error is not None
    assert "wr0ng" not in str(caught.error)
    with door(proxy=wrong) as web, fails(FetchFailure.PROXY) as caught:
        web.get(PUBLIC, PUBLIC.url)
    assert "wr0ng" not in str(caught.error)


def test_sources_of_our_own_network_are_asked_without_the_proxy(proxy: FakeWeb) -> None:
    with FakeWeb() as inside, door(proxy=f"http://127.0.0.1:{proxy.port}") as web:
        inside.serve("/a", "inside")
        assert web.get(source(private=True), inside.url("/a")).body == b"inside"
    assert proxy.requests == []


def test_a_private_address_is_not_even_asked_of_the_proxy(proxy: FakeWeb) -> None:
    with door(proxy=f"http://127.0.0.1:{proxy.port}") as web:
        for url in ("http://169.254.169.254/latest", "http://[::1]/", "http://10.0.0.1/x"):
            with fails(FetchFailure.BAD_ADDRESS):
                web.get(source(private=False), url)
    assert proxy.requests == []


def test_a_proxy_of_the_environment_is_not_used(
    proxy: FakeWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
    with FakeWeb() as site, door() as web:
        site.serve("/a", "x")
        web.get(source(), site.url("/a"))
    assert proxy.requests == []
