from __future__ import annotations

import urllib.error
import urllib.request

import pytest
from fakeweb import FakeWeb, Reply, Request


def read(url: str, **headers: str) -> tuple[int, bytes]:
    asked = urllib.request.Request(url, headers=headers)
    try:
        with urllib.request.urlopen(asked, timeout=5) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def test_it_serves_records_and_knows_what_it_was_not_given() -> None:
    with FakeWeb() as web:
        web.serve("/a", "hello")
        assert read(web.url("/a")) == (200, b"hello")
        assert read(web.url("/b"))[0] == 404
        assert [request.path for request in web.requests] == ["/a", "/b"]
        assert web.hits("/a") == 1


def test_an_etag_repeated_gets_a_304() -> None:
    with FakeWeb() as web:
        web.serve("/a", "hello", etag='"7"')
        assert read(web.url("/a"), **{"If-None-Match": '"7"'}) == (304, b"")
        assert read(web.url("/a"), **{"If-None-Match": '"6"'}) == (200, b"hello")


def test_a_script_is_played_once_and_its_end_stays() -> None:
    with FakeWeb() as web:
        web.script("/a", Reply(b"1"), lambda asked: Reply(asked.method.encode()))
        assert [read(web.url("/a"))[1] for _ in range(3)] == [b"1", b"GET", b"GET"]


def test_the_body_of_a_post_is_recorded() -> None:
    with FakeWeb() as web:
        web.serve("/hook", "", status=200)
        urllib.request.urlopen(web.url("/hook"), data=b"{}", timeout=5).close()
        assert web.asked("/hook")[0].body == b"{}"
        assert isinstance(web.asked("/hook")[0], Request)


def test_a_query_finds_the_answer_of_its_path() -> None:
    with FakeWeb() as web:
        web.serve("/a", "hello")
        assert read(web.url("/a?page=2")) == (200, b"hello")


def test_closing_does_not_wait_for_what_hangs() -> None:
    web = FakeWeb()
    with web:
        web.drip("/slow", b"x" * 1000, every=10)
        with urllib.request.urlopen(web.url("/slow"), timeout=5) as answer:
            assert answer.read(1) == b"x"
    with pytest.raises(OSError):
        urllib.request.urlopen(web.url("/slow"), timeout=1)
