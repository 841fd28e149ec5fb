from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifiers.verdict import Line, judge

_SECRET = "hunter2hunter2"


@pytest.mark.parametrize(
    ("level", "text", "detail", "permanent"),
    [
        ("WARNING", "Failed to send JSON POST notification: error=401.", "401 (Unauth", True),
        ("WARNING", "Failed to send x: Bad Request, error=400.", "400 (Bad Req", True),
        ("WARNING", "Failed: Forbidden - x, error=403.", "403 (Forbidden)", True),
        ("WARNING", "Failed: error=404.", "404 (Not Found)", True),
        ("WARNING", "Failed: error=301.", "301 (Moved", True),
        ("WARNING", "Failed: error=302.", "302 (Found)", False),
        ("WARNING", "Failed: error=429.", "429 (Too Many", False),
        ("WARNING", "Failed: error=500.", "500 (Internal", False),
        ("WARNING", "Failed: error=599.", "answered 599", False),
        ("WARNING", "Failed to update Telegram (409) conflict", "409 (Conflict)", False),
        ("WARNING", "Failed to send Slack notification: error=200.", "did not take", False),
        ("DEBUG", "Response Details:\r\nb'error=401'", "did not take", False),
        ("DEBUG", "Socket Exception: (535, b'5.7.8 no')", "refused the login (535)", True),
        ("DEBUG", "Socket Exception: (530, b'log in', 'a@b')", "refused the login (530)", True),
        ("DEBUG", "Socket Exception: (454, b'later')", "refused the message (454)", False),
        ("DEBUG", "Socket Exception: (554, b'spam')", "refused the message (554)", False),
        ("DEBUG", "Socket Exception: (550, b'no', 'a@b')", "refused the sender (550)", True),
        ("DEBUG", "Socket Exception: (451, b'no', 'a@b')", "refused the message (451)", False),
        ("DEBUG", "Socket Exception: {'a@b': (550, b'who')}", "the recipient (550)", True),
        ("DEBUG", "Socket Exception: {'a@b': (450, b'wait')}", "the recipient (450)", False),
        ("DEBUG", "Socket Exception: {'a@b': (552, b'full')}", "the recipient (552)", False),
        ("WARNING", "SMTP recipient a@b was refused: 550 b'x'", "the recipient (550)", True),
        (
            "DEBUG",
            "Socket Exception: STARTTLS extension not supported by server.",
            "STARTTLS",
            True,
        ),
        ("DEBUG", "Socket Exception: SMTP AUTH extension not supported by server.", "login", True),
        ("DEBUG", "Socket Exception: [Errno 111] Connection refused", "refuses conn", False),
        ("DEBUG", "Socket Exception: [Errno -2] Name or service not known", "resolve", False),
        ("DEBUG", "Socket Exception: timed out", "no answer in time", False),
        ("DEBUG", "Socket Exception: [SSL: CERTIFICATE_VERIFY_FAILED] x", "certificate", False),
        ("DEBUG", "Socket Exception: [SSL: WRONG_VERSION_NUMBER] x", "no secure", False),
        ("DEBUG", "Socket Exception: Connection unexpectedly closed", "broke off", False),
        ("DEBUG", "Socket Exception: [Errno 113] No route to host", "cannot be reached", False),
        ("WARNING", "something else", "did not take", False),
    ],
)
def test_a_log_line_tells_whether_another_try_can_help(
    level: str, text: str, detail: str, permanent: bool
) -> None:
    verdict = judge([Line(level, text)])
    assert detail in verdict.detail
    assert verdict.permanent is permanent


def test_without_any_line_it_may_pass() -> None:
    assert not judge([]).permanent


def test_a_status_says_more_than_a_connection_and_the_last_one_counts() -> None:
    lines = [
        Line("WARNING", "error=500."),
        Line("WARNING", "error=404."),
        Line("DEBUG", "Socket Exception: timed out"),
    ]
    assert judge(lines).detail == "the server answered 404 (Not Found)"


@given(
    st.sampled_from(["WARNING", "ERROR", "INFO", "DEBUG"]),
    st.sampled_from(["", "Socket Exception: ", "SMTP recipient ", "error=401 ", "(550, b'"]),
    st.text(),
    st.text(),
)
def test_nothing_that_was_logged_is_repeated(
    level: str, start: str, before: str, after: str
) -> None:
    line = Line(level, f"{start}{before}{_SECRET}{after}")
    assert _SECRET not in judge([line]).detail
