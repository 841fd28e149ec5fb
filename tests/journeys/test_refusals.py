"""The table of docs/alerts.md: what becomes of a message that a receiver refuses, row by row,
through the loop, Apprise and SQLite."""

from __future__ import annotations

import mailbox
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from mailbox import Mailbox
from pathlib import Path
from typing import Final

import pytest
from badhook import BadHook, answers, drips, hangs, hangs_up
from checkout import ROOT
from delivering import HandClock, tell
from structlog.testing import capture_logs
from webhook import Webhook

from notifiers.channel import open_channel
from notifiers.opened import OpenOnUse
from pacts.model import Channel
from pacts.terms import DeliveryState, Wait
from storage.store import Store
from worker.delivery.backoff import BACK_OFF, JITTER
from worker.delivery.deliver import deliver_due

Receiver = Callable[[], AbstractContextManager[str]]


@contextmanager
def nobody(host: str) -> Iterator[str]:
    yield f"json://{host}:{mailbox.free_port()}/?rto=0.4&cto=0.4"


@contextmanager
def bad(manner: Callable) -> Iterator[str]:
    with BadHook(manner) as hook:
        yield hook.url


@contextmanager
def mail(*recipients: str, user: str = "", password: str = "", **options) -> Iterator[str]:
    with Mailbox(**options) as box:
        yield box.url_to(*(recipients or ("desk@example.org",)), user=user, password=password)


RECEIVERS: Final[Mapping[str, Receiver]] = {
    "refuses the connection": partial(nobody, "127.0.0.1"),
    "is not known by name": partial(nobody, "nowhere.invalid"),
    "hangs": partial(bad, hangs),
    "drips its answer": partial(bad, drips),
    "accepts and hangs up": partial(bad, hangs_up),
    "answers 429": partial(bad, answers("429 Too Many Requests")),
    "answers 429 with Retry-After": partial(
        bad, answers("429 Too Many Requests\r\nRetry-After: 7200")
    ),
    "answers 500": partial(bad, answers("500 Oops")),
    "answers 413": partial(bad, answers("413 Too Large")),
    "answers 404": partial(bad, answers("404 Not Found")),
    "answers 401": partial(bad, answers("401 Unauthorized")),
    "answers 301": partial(bad, answers("301 Moved\r\nLocation: http://127.0.0.1:1/")),
    "mail: keeps off who is new (450)": partial(mail, refuse_rcpt="450 4.7.1 greylisted"),
    "mail: refuses the words (554)": partial(mail, refuse_data="554 5.7.1 spam"),
    "mail: refuses the login": partial(
        mail, user="me", password="wrong", login=("me", "right")
    ),
    "mail: refuses the only recipient": partial(mail, refuse_rcpt="550 5.1.1 no such user"),
    "mail: refuses one recipient of two": partial(
        mail, "a@example.org", "b@example.org",
        refuse_rcpt="550 5.1.1 no such user", only="b@example.org",
    ),
}  # fmt: skip


def documented() -> list[tuple[str, str, str, str]]:
    page = (ROOT / "docs" / "alerts.md").read_text("utf-8")
    table = page.partition("<!-- refusals -->")[2].partition("<!-- end -->")[0]
    cells = [re.split(r" *\| *", line.strip("| ")) for line in table.strip().splitlines()[2:]]
    return [(one[0], one[1], one[2], one[3]) for one in cells]


def test_every_row_of_the_table_is_tried() -> None:
    assert [row[0] for row in documented()] == list(RECEIVERS)


@pytest.mark.parametrize(("receiver", "logged", "message", "state"), documented())
def test_a_refusal_is_logged_retried_and_judged_as_documented(
    tmp_path: Path, receiver: str, logged: str, message: str, state: str
) -> None:
    clock = HandClock()
    with (
        RECEIVERS[receiver]() as url,
        Store.open(tmp_path / "pactwatch.db") as store,
        capture_logs() as logs,
    ):
        channel = Channel("desk", url)
        ways = OpenOnUse([channel], partial(open_channel, deadline=2.0))
        tell(store, "n0", channel, at=clock.now)
        deliver_due(store, [channel], ways, clock=clock, stop=threading.Event())
        (row,) = store.deliveries()
        disabled = store.disabled_channels()
        tries = store.attempts(row.id)
    said = [str(log.get("reason") or log["event"]) for log in logs]
    assert any(one == logged for one in said), said
    assert ("disabled" if disabled else "in use") == state
    assert len(tries) == 1
    if message == "was taken":
        assert row.state is DeliveryState.SENT
        return
    assert (row.state, row.error, tries[0].error) == (DeliveryState.WAITING, logged, logged)
    waited = row.not_before - clock.now
    if message == "waits":
        assert row.waits_for is Wait.DISABLED
        assert disabled == {"desk": logged}
    else:
        assert message == "is tried again"
        assert row.waits_for is Wait.BACK_OFF
        assert BACK_OFF[0] <= waited <= BACK_OFF[0] * (1 + JITTER)


def test_a_receiver_that_hangs_delays_no_other(tmp_path: Path) -> None:
    clock, stop = HandClock(), threading.Event()
    with Store.open(tmp_path / "pactwatch.db") as store:
        with BadHook(hangs) as dead, Webhook() as good:
            # Without the short limits of its address it would hang for twenty seconds.
            channels = [Channel("dead", dead.url.partition("?")[0]), Channel("good", good.url)]
            for number in range(20):
                tell(store, f"n{number}", *channels, at=clock.now)
            run = threading.Thread(
                target=deliver_due,
                args=(store, channels, OpenOnUse(channels)),
                kwargs={"clock": clock, "stop": stop},
            )
            run.start()
            good.wait_for(20, seconds=10)
            assert run.is_alive()
            assert store.deliveries(channel="dead", state=DeliveryState.SENT) == []
            stop.set()
        run.join(20)
        assert not run.is_alive()
