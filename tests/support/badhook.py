"""A receiver on loopback that does what receivers should not: it reads a request and then hangs,
hangs up, drips its answer, or answers with bytes of the test's choice.

with BadHook(hangs) as hook:
    open_channel(Channel("chat", hook.url)).send(message)  # raises
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from typing import Self

Manner = Callable[[socket.socket, threading.Event], None]


def hangs(_: socket.socket, over: threading.Event) -> None:
    over.wait(30)


def hangs_up(connection: socket.socket, _: threading.Event) -> None:
    connection.close()


def drips(connection: socket.socket, over: threading.Event) -> None:
    """One header after the other, each before a client that waits for the next loses patience."""
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while not over.wait(0.05):
        connection.sendall(b"X-More: x\r\n")


def answers(head: str) -> Manner:
    """A status line and headers, without a body."""

    def answer(connection: socket.socket, _: threading.Event) -> None:
        connection.sendall(f"HTTP/1.1 {head}\r\nContent-Length: 0\r\n\r\n".encode())
        connection.close()

    return answer


class BadHook:
    """``url`` asks for short time limits, so that tests are quick."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._over = threading.Event()
        self._server = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        port: int = self._server.getsockname()[1]
        self.url = f"json://127.0.0.1:{port}/hook?rto=0.4&cto=0.4"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._server.close()

    def _serve(self) -> None:
        while not self._over.is_set():
            try:
                connection, _ = self._server.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with connection:
            try:
                read = b""
                while b"\r\n\r\n" not in read and (more := connection.recv(65_536)):
                    read += more
                self._manner(connection, self._over)
            except OSError:
                """The client has gone."""
