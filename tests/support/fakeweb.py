"""A scripted web server on loopback that can serve, drip, break off, bomb, redirect and lie.

    with FakeWeb() as web:
        web.serve("/feed", b"<rss/>", content_type="application/rss+xml", etag='"1"')
        web.drip("/slow", b"x" * 100, every=0.1)
        requests.get(web.url("/feed"))
        assert web.hits("/feed") == 1

A path may be given several answers (:meth:`FakeWeb.script`): each is used once, the last for ever.
Paths without an answer get a 404. Every request is recorded, those with a body included, so that
it can also stand for a webhook.
"""

from __future__ import annotations

import contextlib
import gzip
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Request:
    """One request as the server got it."""

    method: str
    path: str
    """With its query."""
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes
    at: float
    """``time.monotonic()`` when its headers had been read."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. ``chunks`` overrides ``body`` and is sent piece by piece as it comes."""

    body: bytes = b""
    status: int = 200
    content_type: str | None = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    etag: str | None = None
    last_modified: str | None = None
    chunks: Callable[[threading.Event], Iterable[bytes]] | None = None
    length: int | None = None
    """What Content-Length says; None: the truth, or for ``chunks`` no length at all."""
    raw: bool = False
    """Send the body as it is, without any status line or header of the server's own."""
    delay: float = 0.0


Answer = Reply | Callable[[Request], Reply]


class FakeWeb:
    """The server. Use as a context manager; ``tls`` makes it speak https."""

    def __init__(
        self, *, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None, port: int = 0
    ) -> None:
        self.requests: list[Request] = []
        self._answers: dict[str, list[Answer]] = {}
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._server = _Server((host, port), self, tls)
        self.host = host
        self.port: int = self._server.server_address[1]
        self._scheme = "https" if tls else "http"
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), daemon=True
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop at once, breaking off whatever is under way."""
        self._stop.set()
        self._server.shutdown()
        self._server.server_close()
        self._server.drop_connections()
        self._thread.join()

    def url(self, path: str = "/", *, host: str | None = None) -> str:
        return f"{self._scheme}://{host or self.host}:{self.port}{path}"

    # --- what was asked --------------------------------------------------------------------

    def asked(self, path: str) -> list[Request]:
        """The requests for a path, oldest first."""
        with self._lock:
            return [request for request in self.requests if request.path == path]

    def hits(self, path: str) -> int:
        return len(self.asked(path))

    def wait_for(self, path: str, *, hits: int = 1, seconds: float = 5.0) -> None:
        """Wait until a path has been asked for that often; AssertionError when it is not."""
        until = time.monotonic() + seconds
        while self.hits(path) < hits:
            assert time.monotonic() < until, f"{path}: {self.hits(path)} of {hits} requests"
            time.sleep(0.005)

    # --- what to answer --------------------------------------------------------------------

    def script(self, path: str, *answers: Answer) -> str:
        """Answer ``path`` with each in turn, the last for ever. Returns the URL."""
        with self._lock:
            self._answers[path] = list(answers)
        return self.url(path)

    def serve(
        self,
        path: str,
        body: bytes | str,
        content_type: str | None = "text/html; charset=utf-8",
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
        delay: float = 0.0,
    ) -> str:
        """A plain answer. With validators, a request that repeats them gets a 304."""
        data = body.encode() if isinstance(body, str) else body
        return self.script(
            path,
            Reply(data, status, content_type, headers or {}, etag, last_modified, delay=delay),
        )

    def fail(self, path: str, status: int, *, retry_after: str | None = None) -> str:
        headers = {"Retry-After": retry_after} if retry_after is not None else {}
        return self.serve(path, b"no", status=status, headers=headers)

    def redirect(self, path: str, to: str, *, status: int = 302) -> str:
        return self.serve(path, b"", status=status, headers={"Location": to})

    def drip(self, path: str, body: bytes, *, every: float, content_type: str = "text/html") -> str:
        """Headers at once, then a byte every so many seconds."""

        def pieces(stop: threading.Event) -> Iterator[bytes]:
            for byte in body:
                yield bytes([byte])
                if stop.wait(every):
                    return

        reply = Reply(content_type=content_type, chunks=pieces, length=len(body))
        return self.script(path, reply)

    def drip_headers(self, path: str, *, every: float) -> str:
        """A status line, then header bytes one by one, for ever."""

        def pieces(stop: threading.Event) -> Iterator[bytes]:
            yield b"HTTP/1.1 200 OK\r\nX-Slow: "
            while not stop.wait(every):
                yield b"a"

        return self.script(path, Reply(chunks=pieces, raw=True))

    def hang(self, path: str) -> str:
        """Take the request and never answer."""

        def pieces(stop: threading.Event) -> Iterator[bytes]:
            stop.wait()
            yield b""

        return self.script(path, Reply(chunks=pieces, raw=True))

    def endless(self, path: str, *, piece: bytes = b"<p>more</p>" * 6000) -> str:
        """A body that never ends, as fast as it is read."""

        def pieces(stop: threading.Event) -> Iterator[bytes]:
            while not stop.is_set():
                yield piece

        return self.script(path, Reply(chunks=pieces))

    def truncate(self, path: str, body: bytes, *, missing: int = 100) -> str:
        """Promise more bytes than come, then hang up."""
        return self.script(path, Reply(chunks=lambda _: iter([body]), length=len(body) + missing))

    def bomb(self, path: str, *, size: int = 100_000_000, content_type: str = "text/html") -> str:
        """A small gzip body that unpacks to ``size`` bytes."""
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        block = b"\0" * 1_000_000
        packed = b"".join(packer.compress(block) for _ in range(size // len(block)))
        packed += packer.flush()
        return self.serve(path, packed, content_type, headers={"Content-Encoding": "gzip"})

    def zipped(self, path: str, body: bytes, content_type: str = "text/html") -> str:
        return self.serve(
            path, gzip.compress(body), content_type, headers={"Content-Encoding": "gzip"}
        )

    def raw(self, path: str, data: bytes) -> str:
        """These bytes and nothing else, then hang up."""
        return self.script(path, Reply(chunks=lambda _: iter([data]), raw=True))

    # --- for the handler -------------------------------------------------------------------

    def _reply_to(self, request: Request) -> Reply:
        with self._lock:
            self.requests.append(request)
            answers = self._answers.get(request.path) or self._answers.get(
                request.path.partition("?")[0]
            )
            if not answers:
                return Reply(b"not here", 404, "text/plain")
            answer = answers.pop(0) if len(answers) > 1 else answers[0]
        return answer if isinstance(answer, Reply) else answer(request)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], web: FakeWeb, tls: ssl.SSLContext | None) -> None:
        self.web = web
        self._connections: set[socket.socket] = set()
        self._guard = threading.Lock()
        super().__init__(address, _Handler)
        if tls is not None:
            # The handshake happens in the handler's thread, so that a bad one stops nobody else.
            self.socket = tls.wrap_socket(
                self.socket, server_side=True, do_handshake_on_connect=False
            )

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._guard:
            self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._guard:
            self._connections.discard(request)
        super().shutdown_request(request)

    def drop_connections(self) -> None:
        with self._guard:
            connections = list(self._connections)
        for connection in connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that hang up are what many tests are about: nothing to print."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server
    timeout = 60

    def handle_one_request(self) -> None:
        with contextlib.suppress(OSError):
            super().handle_one_request()
            return
        self.close_connection = True

    def _do(self) -> None:
        web = self.server.web
        size = int(self.headers.get("Content-Length") or 0)
        request = Request(
            self.command,
            self.path,
            _lower(self.headers),
            self.rfile.read(size) if size else b"",
            time.monotonic(),
        )
        reply = web._reply_to(request)
        if reply.delay:
            web._stop.wait(reply.delay)
        if reply.raw:
            self._send_pieces(reply)
        elif self._unchanged(request, reply):
            self._head(304, reply, 0)
        elif reply.chunks is not None:
            self.close_connection = True
            self._head(reply.status, reply, reply.length)
            self._send_pieces(reply)
        else:
            length = len(reply.body) if reply.length is None else reply.length
            self._head(reply.status, reply, length)
            if self.command != "HEAD":
                self.wfile.write(reply.body)

    do_GET = do_POST = do_PUT = do_HEAD = _do  # noqa: N815  (names that http.server looks up)

    def _unchanged(self, request: Request, reply: Reply) -> bool:
        if reply.status != 200:
            return False
        asked = request.headers.get("if-none-match")
        if asked is not None:
            return asked == reply.etag
        since = request.headers.get("if-modified-since")
        return since is not None and since == reply.last_modified

    def _head(self, status: int, reply: Reply, length: int | None) -> None:
        self.send_response(status)
        if reply.content_type and status != 304:
            self.send_header("Content-Type", reply.content_type)
        if reply.etag:
            self.send_header("ETag", reply.etag)
        if reply.last_modified:
            self.send_header("Last-Modified", reply.last_modified)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if status != 304 and length is not None:
            self.send_header("Content-Length", str(length))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()

    def _send_pieces(self, reply: Reply) -> None:
        assert reply.chunks is not None
        self.close_connection = True
        for piece in reply.chunks(self.server.web._stop):
            self.wfile.write(piece)
            self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Silent."""


def _lower(headers: Message) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}
