"""A mail server on loopback that keeps what it gets, or refuses it.

with Mailbox() as mailbox:
    open_channel(Channel("desk", mailbox.url)).send(message)
    assert mailbox.wait_for(1)[0]["Subject"] == message.title
"""

from __future__ import annotations

import email
import email.policy
import socket
import threading
import time
from email.message import EmailMessage
from typing import Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword


class Mailbox:
    """``refuse_rcpt`` and ``refuse_data`` are SMTP answers ("550 no such user") given instead of
    taking a message; ``only`` limits the former to one address; ``login`` is the pair that must
    log in."""

    def __init__(
        self,
        *,
        refuse_rcpt: str | None = None,
        only: str | None = None,
        refuse_data: str | None = None,
        login: tuple[str, str] | None = None,
    ) -> None:
        self.refuse_rcpt = refuse_rcpt
        self.only = only
        self.refuse_data = refuse_data
        self.login = login
        self.messages: list[EmailMessage] = []
        self._arrived = threading.Condition()
        self._controller: Controller | None = None
        self.port = 0

    def __enter__(self) -> Self:
        # aiosmtpd cannot tell which port it was given for port 0: a free one is looked for first,
        # and another one when somebody else was quicker.
        for attempt in range(5):
            self.port = free_port()
            self._controller = Controller(
                self, hostname="127.0.0.1", port=self.port, **self._login_options()
            )
            try:
                self._controller.start()
            except OSError:
                if attempt == 4:
                    raise
            else:
                break
        return self

    def __exit__(self, *_: object) -> None:
        if self._controller is not None:
            self._controller.stop()

    @property
    def url(self) -> str:
        """An Apprise URL of this server with one recipient."""
        return self.url_to("desk@example.org")

    def url_to(self, *recipients: str, user: str = "", password: str = "") -> str:
        auth = f"{user}:{password}@" if user else ""
        return (
            f"mailto://{auth}127.0.0.1:{self.port}/?mode=insecure"
            f"&from=pactwatch@example.org&to={','.join(recipients)}"
        )

    def wait_for(self, count: int, seconds: float = 20.0) -> list[EmailMessage]:
        """The messages, as soon as there are ``count``. Fails when there are not in time."""
        deadline = time.monotonic() + seconds
        with self._arrived:
            while len(self.messages) < count:
                left = deadline - time.monotonic()
                assert left > 0, f"{len(self.messages)} of {count} mails arrived"
                self._arrived.wait(left)
            return list(self.messages)

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if self.login and not session.authenticated:
            return "530 5.7.0 Authentication required"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if self.refuse_rcpt and self.only in (None, address):
            return self.refuse_rcpt
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, server: Any, session: Any, envelope: Any
    ) -> str:
        if self.refuse_data:
            return self.refuse_data
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        with self._arrived:
            self.messages.append(message)
            self._arrived.notify_all()
        return "250 taken"

    def _login_options(self) -> dict[str, Any]:
        if self.login is None:
            return {}
        return {
            "authenticator": self._authenticate,
            "auth_require_tls": False,
        }

    def _authenticate(
        self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        pair = (data.login.decode(), data.password.decode())
        return AuthResult(success=pair == self.login, handled=False)


def parts_of(message: EmailMessage) -> tuple[str, str]:
    """The plain text and the HTML of a mail."""
    plain, page = message.get_body(("plain",)), message.get_body(("html",))
    return (plain.get_content() if plain else "", page.get_content() if page else "")


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
