"""What can be known of a host before it is asked for anything."""

from __future__ import annotations

import socket


def addresses_of(host: str) -> tuple[str, ...]:
    """The addresses that a name has for us, each once; empty when it has none."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))
