"""A web proxy on loopback: plain requests are answered by itself, tunnels lead to one server."""

from __future__ import annotations

import base64
import contextlib
import socket
import threading
from typing import Self


class Tunnel:
    """``CONNECT`` to any name leads to ``target``, for who has the right user and password."""

    def __init__(self, target: tuple[str, int], *, user: str = "", password: str = "") -> None:
        self.asked: list[str] = []
        """The first line of every request."""
        self._target = target
        self._expected = base64.b64encode(f"{user}:{password}".encode()).decode()
        self._open = bool(user)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                threading.Thread(target=self._handle, args=(client,), daemon=True).start()

    def _handle(self, client: socket.socket) -> None:
        with client, contextlib.suppress(OSError):
            head = b""
            while b"\r\n\r\n" not in head:
                head += client.recv(4096)
            text = head.decode("latin-1")
            self.asked.append(text.partition("\r\n")[0])
            if self._open and f"Basic {self._expected}" not in text:
                client.sendall(b"HTTP/1.1 407 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                return
            with socket.create_connection(self._target) as server:
                client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                back = threading.Thread(target=_pump, args=(server, client), daemon=True)
                back.start()
                _pump(client, server)
                back.join(5)


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65_536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
