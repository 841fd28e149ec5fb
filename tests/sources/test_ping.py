"""One GET to a service that watches over us."""

from __future__ import annotations

import pytest
from fakeweb import FakeWeb, Reply

from pacts.errors import FetchError, FetchFailure
from sources.ping import ping

AGENT = "pactwatch/test"


@pytest.mark.parametrize("reply", [Reply(b"OK"), Reply(b""), Reply(b"", status=204)])
def test_any_answer_of_success_will_do(reply: Reply) -> None:
    with FakeWeb() as web:
        web.script("/ping/uuid", reply)
        ping(web.url("/ping/uuid"), user_agent=AGENT)
        (asked,) = web.requests
        assert asked.path == "/ping/uuid"
        assert asked.headers["user-agent"] == AGENT


@pytest.mark.parametrize(
    ("status", "failure"),
    [
        (404, FetchFailure.NOT_FOUND),
        (500, FetchFailure.SERVER_ERROR),
        (418, FetchFailure.STATUS),
    ],
)
def test_an_answer_that_refuses_is_a_failure(status: int, failure: FetchFailure) -> None:
    with FakeWeb() as web:
        web.script("/ping", Reply(b"no", status=status))
        with pytest.raises(FetchError) as refused:
            ping(web.url("/ping"), user_agent=AGENT)
    assert refused.value.failure is failure


def test_robots_txt_is_not_asked_by_whom_one_invited() -> None:
    with FakeWeb() as web:
        web.script("/ping", Reply(b"OK"))
        ping(web.url("/ping"), user_agent=AGENT)
        assert [request.path for request in web.requests] == ["/ping"]


def test_with_a_proxy_it_goes_through_it_but_for_our_own_network() -> None:
    with FakeWeb() as web, FakeWeb() as proxy:
        web.script("/ping", Reply(b"OK"))
        ping(web.url("/ping"), user_agent=AGENT, proxy=proxy.url(""))
        assert len(web.requests) == 1
        with pytest.raises(FetchError):
            ping("http://monitor.example/ping", user_agent=AGENT, proxy=proxy.url(""))
        assert len(proxy.requests) == 1
