"""A server for the polling benchmark: every feed of it is unchanged, on as many hosts as asked.

Run as a process of its own, so that its CPU time is not counted: ``python -m
benchmarks.unchanged HOSTS [CERTIFICATE]`` prints its port and serves until its input ends.
"""

from __future__ import annotations

import asyncio
import ssl
import sys

ETAG = '"same"'
ITEM = (
    "<item><title>Talks held, part {0}</title><guid>item-{0}</guid>"
    "<link>https://news.example/{0}</link><description>{1}</description></item>"
)


def feed() -> bytes:
    """30 items, 24 kB."""
    items = "".join(ITEM.format(number, "Words about the talks. " * 28) for number in range(30))
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'.encode()


def answer(request: bytes) -> bytes:
    head = request.lower()
    if b"get /robots.txt" in head:
        return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    if b"if-none-match" in head:
        return f"HTTP/1.1 304 Not Modified\r\nETag: {ETAG}\r\nConnection: close\r\n\r\n".encode()
    body = feed()
    lines = (
        f"HTTP/1.1 200 OK\r\nETag: {ETAG}\r\nContent-Type: application/rss+xml\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    return lines.encode() + body


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        writer.write(answer(await reader.readuntil(b"\r\n\r\n")))
        await writer.drain()
        writer.close()
        await writer.wait_closed()
    except (OSError, asyncio.IncompleteReadError, ssl.SSLError):
        pass  # a client that leaves early is no concern of a benchmark


async def main(hosts: int, certificate: str | None) -> None:
    context = None
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    first = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context, backlog=512)
    port = first.sockets[0].getsockname()[1]
    for number in range(2, hosts + 1):
        await asyncio.start_server(serve, f"127.0.0.{number}", port, ssl=context, backlog=512)
    print(port, flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None))
