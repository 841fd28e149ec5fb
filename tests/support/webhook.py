"""A JSON webhook on loopback that keeps and counts what it gets, refuses it, or makes it wait.

with Webhook() as hook:
    open_channel(Channel("chat", hook.url)).send(message)
    assert hook.wait_for(1)[0]["title"] == message.title
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self


class Webhook:
    """``answers`` are the statuses of the first requests, the last one for ever after.

    ``gate``, when given, holds every answer back until it is set. ``on_message`` is called with
    each payload before it is answered. Messages answered with 2xx count as taken.
    """

    def __init__(
        self,
        *,
        answers: Sequence[int] = (200,),
        gate: threading.Event | None = None,
        on_message: Callable[[dict[str, Any]], None] | None = None,
        port: int = 0,
    ) -> None:
        self.answers = list(answers)
        self.gate = gate
        self.on_message = on_message
        self.messages: list[dict[str, Any]] = []
        """What was taken."""
        self.requests: list[tuple[str, dict[str, str]]] = []
        """Path and headers of every request, taken or not."""
        self._changed = threading.Condition()
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.hook = self
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), daemon=True
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.gate is not None:
            self.gate.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        """An Apprise URL of this hook."""
        return f"json://127.0.0.1:{self.port}/hook"

    @property
    def titles(self) -> list[str]:
        return [message["title"] for message in self.messages]

    def wait_for(self, count: int, seconds: float = 20.0) -> list[dict[str, Any]]:
        """The messages taken, as soon as there are ``count``. Fails when there are not in time."""
        self._wait(lambda: len(self.messages) >= count, seconds, f"{count} messages")
        return list(self.messages)

    def wait_for_requests(self, count: int, seconds: float = 20.0) -> None:
        self._wait(lambda: len(self.requests) >= count, seconds, f"{count} requests")

    def _wait(self, ready: Callable[[], bool], seconds: float, what: str) -> None:
        deadline = time.monotonic() + seconds
        with self._changed:
            while not ready():
                left = deadline - time.monotonic()
                assert left > 0, f"waited for {what}, got {len(self.messages)} messages"
                self._changed.wait(left)

    def take(self, path: str, headers: dict[str, str], body: bytes) -> int:
        """Called by the server; returns the status to answer with."""
        with self._changed:
            self.requests.append((path, headers))
            status = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
            self._changed.notify_all()
        if self.gate is not None:
            self.gate.wait(30)
        if not 200 <= status < 300:
            return status
        payload = json.loads(body)
        if self.on_message is not None:
            self.on_message(payload)
        with self._changed:
            self.messages.append(payload)
            self._changed.notify_all()
        return status

    def answered(self) -> None:
        """Called by the server, in the thread that called ``take``, when the answer has left."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    hook: Webhook

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name.lower(): value for name, value in self.headers.items()}
        status = self.server.hook.take(self.path, headers, body)
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", f"http://127.0.0.1:{self.server.hook.port}/moved")
        self.send_header("Content-Length", "0")
        self.end_headers()
        self.server.hook.answered()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has above
        """Quiet."""
