"""Why a send failed and whether another try can help, from what Apprise logged of it.

Answers are sentences of our own out of a closed list, plus a status number: what Apprise or the
other side wrote is only looked at, never repeated, because it can hold addresses and tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final


@dataclass(frozen=True, slots=True)
class Line:
    """One line that Apprise logged: its level name and words."""

    level: str
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """``detail`` is for people; ``permanent`` means that only a new configuration can help, and
    ``partly`` that some of those who should get it did.
    """

    detail: str
    permanent: bool
    partly: bool = False


_PERMANENT_HTTP: Final = frozenset({301, 308, 400, 401, 403, 404, 405, 410})
# RFC 4954: the login was refused, is missing, or is too weak.
_PERMANENT_LOGIN: Final = frozenset({530, 534, 535, 538})
# 552 is a full mailbox: reported as 5xx, yet it passes.
_PASSING_RECIPIENT: Final = frozenset({552})

_HTTP_CODE: Final = re.compile(r"\berror ?[=:] ?(\d{3})\b|\((\d{3})\)")
_SOCKET: Final = "Socket Exception: "
_REFUSED_RECIPIENT: Final = re.compile(
    r"^\{.*?: \((\d{3}),|^SMTP recipient .* was refused: (\d{3}) "
)
_SMTP_ANSWER: Final = re.compile(r"^\((\d{3}), b?['\"]")
_SMTP_SENDER: Final = re.compile(r"^\((\d{3}), b?['\"].*, ['\"][^'\"]*['\"]\)$", re.DOTALL)

_NO_LOGIN: Final = Verdict("the mail server offers no login", permanent=True)
_TROUBLES: Final[Sequence[tuple[re.Pattern[str], Verdict]]] = tuple(
    (re.compile(pattern, re.IGNORECASE), verdict)
    for pattern, verdict in (
        (r"STARTTLS extension not", Verdict("the mail server offers no STARTTLS", permanent=True)),
        (r"AUTH extension not supported|No suitable authentication", _NO_LOGIN),
        (r"certificate.?verify", Verdict("the server's certificate is not valid", permanent=False)),
        (r"\bSSL|\bTLS|WRONG_VERSION", Verdict("no secure connection", permanent=False)),
        (
            r"not known|name resolution|getaddrinfo|nodename nor|No address associated",
            Verdict("the host name does not resolve", permanent=False),
        ),
        (r"connection refused", Verdict("the server refuses connections", permanent=False)),
        (r"timed out|timeout", Verdict("no answer in time", permanent=False)),
        (
            r"unexpectedly closed|reset by peer|aborted|broken pipe|Disconnected",
            Verdict("the connection broke off", permanent=False),
        ),
        (r"unreachable|no route", Verdict("the server cannot be reached", permanent=False)),
    )
)

_UNKNOWN: Final = Verdict("the service did not take the message", permanent=False)
TIMED_OUT: Final = Verdict("no complete answer within the deadline", permanent=False)


def judge(lines: Iterable[Line]) -> Verdict:
    """The most telling of what was logged, the last of each sort counting.

    A status or an SMTP answer says more than a broken connection, and that more than nothing.
    """
    kept = tuple(lines)
    for read in (_smtp, _http, _connection):
        for line in reversed(kept):
            if (verdict := read(line)) is not None:
                return verdict
    return _UNKNOWN


def partly_accepted(lines: Iterable[Line]) -> bool:
    """Whether a mail server took the message for one recipient at least."""
    return any(line.level == "INFO" and line.text.startswith("Sent Email to ") for line in lines)


def _http(line: Line) -> Verdict | None:
    if line.level not in ("WARNING", "ERROR") or not (found := _HTTP_CODE.search(line.text)):
        return None
    code = int(found[1] or found[2])
    if not 300 <= code <= 599:
        return None
    return Verdict(f"the server answered {_named(code)}", code in _PERMANENT_HTTP)


def _named(code: int) -> str:
    try:
        return f"{code} ({HTTPStatus(code).phrase})"
    except ValueError:
        return str(code)


def _smtp(line: Line) -> Verdict | None:
    answer = line.text.removeprefix(_SOCKET)
    if answer == line.text and not answer.startswith("SMTP recipient "):
        return None
    if found := _REFUSED_RECIPIENT.match(answer):
        code = int(found[1] or found[2])
        return Verdict(
            f"the mail server refused the recipient ({code})",
            code >= 500 and code not in _PASSING_RECIPIENT,
        )
    if not (found := _SMTP_ANSWER.match(answer)):
        return None
    code = int(found[1])
    if code in _PERMANENT_LOGIN:
        return Verdict(f"the mail server refused the login ({code})", permanent=True)
    if code >= 500 and _SMTP_SENDER.match(answer):
        return Verdict(f"the mail server refused the sender ({code})", permanent=True)
    # A refusal of this one message (its size, its words) says nothing about the next one.
    return Verdict(f"the mail server refused the message ({code})", permanent=False)


def _connection(line: Line) -> Verdict | None:
    if not line.text.startswith(_SOCKET):
        return None
    return next((verdict for pattern, verdict in _TROUBLES if pattern.search(line.text)), None)
