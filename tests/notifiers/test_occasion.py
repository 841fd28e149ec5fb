"""What a message says of itself, above and below its alerts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import samples

from notifiers import page
from notifiers.render import render
from pacts.model import Alive, Message, Occasion
from pacts.terms import Reason, Wait

AT = datetime(2026, 3, 3, 0, 30, tzinfo=UTC)


def alive(**fields) -> Alive:
    values = {
        "at": AT,
        "sources": 151,
        "answered": 148,
        "last_poll": AT - timedelta(minutes=1),
        "waiting": 0,
        "time_zone": "Asia/Ho_Chi_Minh",
    }
    return Alive(**values | fields)


MOST = "151 sources, 148 answered in the last day, last poll"
LIVES = {
    f"{MOST} 07:29; every message was taken": {},
    f"{MOST} 07:29; 1 message not taken yet": {"waiting": 1},
    f"{MOST} 00:29 UTC; 3 messages not taken yet": {"time_zone": "UTC", "waiting": 3},
    # Somebody who reads only the time must not think that it was today.
    f"{MOST} 28 February 2026 07:30; every message was taken": {
        "last_poll": AT - timedelta(days=3)
    },
    "0 sources, 0 answered in the last day, no poll yet; every message was taken": {
        "sources": 0,
        "answered": 0,
        "last_poll": None,
    },
}


@pytest.mark.parametrize(("line", "fields"), LIVES.items())
def test_a_digest_ends_with_a_sign_of_life(fields: dict, line: str) -> None:
    alerts = [samples.keywords(id=1), samples.keywords(id=2)]
    message = render(alerts, Occasion(Wait.DIGEST, alive(**fields)))
    assert message.text.endswith(f"\n\n{line}\n")
    assert message.markdown.endswith(f"\n\n{line}\n")
    assert line in message.html


@pytest.mark.parametrize("wait", [Wait.QUIET, Wait.RATE, Wait.DISABLED, Wait.BACK_OFF])
def test_a_message_of_several_says_why_it_is(wait: Wait) -> None:
    alerts = [samples.keywords(id=1), samples.keywords(id=2)]
    plain, message = render(alerts), render(alerts, Occasion(wait))
    first = message.text.splitlines()[0]
    assert first.endswith(".")
    assert message.text == f"{first}\n\n{plain.text}"
    assert message.html.count(first) == 1
    assert message.title == plain.title


def test_every_size_of_a_message_says_so() -> None:
    message: Message | None = render([samples.keywords()], Occasion(instead_of="desk"))
    while message is not None:
        assert message.text.startswith("Sent here because the channel desk does not take it.\n")
        message = message.smaller


def test_a_copy_says_who_did_not_take_it_and_nothing_in_that_is_markup() -> None:
    message = render([samples.keywords()], Occasion(instead_of="<b>", refusal="no *way* <i>"))
    assert message.text.startswith("Sent here because the channel <b> does not take it: no *way*")
    assert "<b>" not in message.html.partition("<body")[2].partition("</p>")[0]
    assert "<i>" not in message.html
    assert "*" not in message.markdown.splitlines()[0]


def test_a_digest_with_nothing_to_tell_says_so_and_no_more() -> None:
    nothing = samples.keywords(reason=Reason.NOTHING, article=None)
    message = render([nothing], Occasion(Wait.DIGEST, alive()))
    assert message.title == "Digest: nothing new"
    assert message.text.splitlines()[0] == "Nothing new to tell."
    both = render([nothing, samples.keywords(id=5)], Occasion(Wait.DIGEST, alive()))
    assert both.title == render([samples.keywords(id=5)]).title


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("<html><BODY class='x'><p>own</p></BODY></html>",
         "<html><BODY class='x'>{above}\n<p>own</p>\n{rule}\n{below}</BODY></html>"),
        ("<html><p>own</p></html>", "{above}\n<html><p>own</p></html>\n{rule}\n{below}"),
    ],
)  # fmt: skip
def test_the_page_of_a_template_keeps_its_own_frame(written: str, whole: str) -> None:
    assert page.between("first", written, "last") == whole.format(
        above=page.paragraph("first"), rule=page.rule(), below=page.paragraph("last")
    )
