"""Lists of feeds as other readers write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sources.encoding import decode
from sources.text import one_line

_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")


@dataclass(frozen=True, slots=True)
class Outline:
    """One feed of a list, as the list has it."""

    title: str
    """Its address when it has no title."""
    url: str
    """As written; it need not be a web address."""
    folder: tuple[str, ...] = ()
    """The folders that it lies in, the outermost first."""


def read_opml(data: bytes) -> list[Outline]:
    """Every feed of an OPML file, in its order, as often as it stands there.

    Raises ValueError when the file declares entities or holds no feed at all.
    """
    import listparser  # late: only one command needs it

    text = decode(data)
    if "<!ENTITY" in text:
        raise ValueError("the file declares entities of its own")
    # Bytes: a string that begins like an address would be fetched. With a declaration that is
    # true, since without one they would be taken for Latin-1.
    text = '<?xml version="1.0" encoding="utf-8"?>' + _DECLARATION.sub("", text)
    feeds = listparser.parse(text.encode("utf-8", "replace")).feeds
    found = [_outline(feed) for feed in feeds if str(feed.url or "").strip()]
    if not found:
        raise ValueError("the file lists no feeds")
    return found


def _outline(feed: object) -> Outline:
    url = one_line(str(getattr(feed, "url", "") or ""))
    title = one_line(str(getattr(feed, "title", "") or ""))
    folders = getattr(feed, "categories", None) or [[]]
    return Outline(title or url, url, tuple(one_line(str(name)) for name in folders[0]))
