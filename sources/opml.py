"""Lists of feeds as other readers write them.

Read here and not by a library: the one there is merges feeds that stand in the list twice, and we
owe people a count of what was left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from sources.text import one_line
from sources.xmlsafe import XmlError, local_name, parse_xml


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

    Broken files are read as far as possible. Raises ValueError, in words for people, when the file
    is no XML or holds no feed at all.
    """
    try:
        root = parse_xml(data)
    except XmlError as error:
        raise ValueError(f"the file is no OPML: {error}") from error
    found = list(_feeds(root, ()))
    if not found:
        raise ValueError("the file lists no feeds")
    return found


def _feeds(element: etree._Element, folder: tuple[str, ...]) -> Iterator[Outline]:
    for child in element:
        inside = folder
        if local_name(child) == "outline":
            said = {str(key).lower(): one_line(str(value)) for key, value in child.items()}
            title = said.get("text") or said.get("title") or ""
            url = said.get("xmlurl")
            if url:
                yield Outline(title or url, url, folder)
            elif title:
                inside = (*folder, title)
        yield from _feeds(child, inside)
