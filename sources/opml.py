"""Lists of feeds as other readers write them."""

from __future__ import annotations

from sources.encoding import decode
from sources.text import one_line
from sources.urls import absolute


def read_opml(data: bytes) -> list[tuple[str, str]]:
    """(title, address) of every feed in an OPML file, in its order, each address once.

    Raises ValueError when the file declares entities or holds no feed at all.
    """
    import listparser  # late: only one command needs it

    text = decode(data)
    if "<!ENTITY" in text:
        raise ValueError("the file declares entities of its own")
    found: dict[str, str] = {}
    # Bytes: a string that begins like an address would be fetched.
    for feed in listparser.parse(text.encode("utf-8", "replace")).feeds:
        url = absolute(str(feed.url or ""))
        if url:
            found.setdefault(url, one_line(str(feed.title or "")) or url)
    if not found:
        raise ValueError("the file lists no feeds")
    return [(title, url) for url, title in found.items()]
