from __future__ import annotations

import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
import trustme
from fakeweb import FakeWeb
from sourcekit import fails, source

from pacts.errors import FetchFailure
from sources.http import Web
from sources.transport import verifying_context


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def site(authority: trustme.CA) -> Iterator[FakeWeb]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "trusted.test").configure_cert(context)
    with FakeWeb(tls=context) as web:
        web.serve("/a", "hello", etag='"1"')
        yield web


def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def test_a_trusted_certificate_of_the_right_name_is_accepted(
    site: FakeWeb, authority: trustme.CA
) -> None:
    with Web(ssl_context=trusting(authority)) as web:
        first = web.get(source(), site.url("/a"))
        assert first.body == b"hello"
        assert web.get(source(), site.url("/a"), validators=first.validators).status == 304


def test_an_authority_that_nobody_knows_is_refused(site: FakeWeb) -> None:
    with Web(ssl_context=verifying_context()) as web, fails(FetchFailure.CERT_ISSUER):
        web.get(source(), site.url("/a"))


def test_a_wrong_host_name_is_refused(site: FakeWeb, authority: trustme.CA) -> None:
    with Web(ssl_context=trusting(authority)) as web, fails(FetchFailure.CERT_NAME) as caught:
        web.get(source(), site.url("/a", host="localhost"))
    assert caught.detail == "localhost"


def test_an_outdated_certificate_is_refused(authority: trustme.CA) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    old = authority.issue_cert("127.0.0.1", not_after=datetime(2020, 1, 1, tzinfo=UTC))
    old.configure_cert(context)
    with (
        FakeWeb(tls=context) as web_site,
        Web(ssl_context=trusting(authority)) as web,
        fails(FetchFailure.CERT_EXPIRED),
    ):
        web.get(source(), web_site.url("/a"))


def test_a_certificate_of_tomorrow_is_refused(authority: trustme.CA) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    early = authority.issue_cert(
        "127.0.0.1",
        not_before=datetime(2099, 1, 1, tzinfo=UTC),
        not_after=datetime(2100, 1, 1, tzinfo=UTC),
    )
    early.configure_cert(context)
    with (
        FakeWeb(tls=context) as web_site,
        Web(ssl_context=trusting(authority)) as web,
        fails(FetchFailure.CERT_EARLY),
    ):
        web.get(source(), web_site.url("/a"))


def test_plain_http_behind_https_is_a_failure_of_tls(authority: trustme.CA) -> None:
    with FakeWeb() as plain, Web(ssl_context=trusting(authority)) as web:
        url = plain.url("/").replace("http:", "https:")
        with fails(FetchFailure.TLS):
            web.get(source(), url)


def test_one_context_serves_all_hosts_and_threads(authority: trustme.CA) -> None:
    """Every pool has the very same context, and none loads certificates of its own."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*(f"127.0.0.{number}" for number in range(1, 7))).configure_cert(context)
    sites = [FakeWeb(host=f"127.0.0.{number}", tls=context) for number in range(1, 7)]
    shared = trusting(authority)
    loaded = shared.cert_store_stats()
    with Web(ssl_context=shared) as web, ThreadPoolExecutor(6) as pool:
        for each in sites:
            each.__enter__()
            each.serve("/a", each.host)
        answers = pool.map(lambda each: web.get(source(), each.url("/a")).body, sites)
        assert [body.decode() for body in answers] == [each.host for each in sites]
        for each in sites:
            each.close()
    assert shared.cert_store_stats() == loaded


def test_a_slow_handshake_is_bounded_by_the_time_to_connect(authority: trustme.CA) -> None:
    import socket
    import time

    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"https://127.0.0.1:{silent.getsockname()[1]}/"
        with Web(ssl_context=trusting(authority), connect_timeout=0.2, deadline=30.0) as web:
            began = time.monotonic()
            with fails(FetchFailure.TIMEOUT):
                web.get(source(), url)
            assert time.monotonic() - began < 20


def test_the_deadline_cuts_a_drip_inside_tls(authority: trustme.CA) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with FakeWeb(tls=context) as slow, Web(ssl_context=trusting(authority), deadline=0.4) as web:
        with fails(FetchFailure.TIMEOUT):
            web.get(source(), slow.drip("/a", b"x" * 100, every=0.05))
        with fails(FetchFailure.TIMEOUT):
            web.get(source(), slow.drip_headers("/b", every=0.05))
