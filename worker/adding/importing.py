"""OPML files as sources: folders become comments, and what is left out is told with its reason."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pacts.errors import UsageError
from sources.hops import without_credentials
from sources.opml import Outline, read_opml
from worker.adding.adding import name_of, slug
from worker.adding.editing import NewSource, SourcesText, identity, renamed
from worker.config.addresses import web_address


@dataclass(frozen=True, slots=True)
class Skipped:
    """A feed that was not taken over."""

    title: str
    url: str
    reason: str

    def as_json(self) -> dict[str, str]:
        return {"title": self.title, "url": self.url, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Imported:
    new: tuple[NewSource, ...]
    skipped: tuple[Skipped, ...]


def from_opml(data: bytes, name: str, file: SourcesText | None = None) -> Imported:
    """The feeds of an OPML file that ``file`` does not have yet.

    Raises UsageError when it is no OPML file or lists no feeds.
    """
    try:
        outlines = read_opml(data)
    except ValueError as error:
        raise UsageError(f"{name}: {error}") from error
    taken: list[tuple[Outline, NewSource]] = []
    skipped, seen = [], dict[str, str]()
    for one in outlines:
        reason = _reason(one, seen, file)
        if reason:
            skipped.append(_skipped(one, reason))
            continue
        seen[identity(one.url)] = one.title
        taken.append((one, _new(one, file.defaults if file else {})))
    # No heading stands above those that lie in no folder: so they come first.
    taken.sort(key=lambda pair: bool(pair[0].folder))
    names = renamed((new for _, new in taken), file.names if file else ())
    return Imported(tuple(_headed([one for one, _ in taken], names)), tuple(skipped))


def _skipped(one: Outline, reason: str) -> Skipped:
    url = without_credentials(one.url)
    return Skipped(url if one.title == one.url else one.title, url, reason)


def _reason(one: Outline, seen: dict[str, str], file: SourcesText | None) -> str | None:
    """Why a feed is left out."""
    try:
        web_address(one.url, private=True)
    except ValueError as error:
        return f"its address {error}"
    there = file.place_of(one.url) if file else None
    if there:
        return f"its address is there already: {there}"
    same = seen.get(identity(one.url))
    return f'the same address as "{same}"' if same is not None else None


def _new(one: Outline, defaults: Mapping[str, Any]) -> NewSource:
    fields: dict[str, Any] = {"name": _name(one), "url": one.url}
    try:
        web_address(one.url, private=False)
    except ValueError:
        if defaults.get("allow_private") is not True:
            fields["allow_private"] = True
    comment = " ".join(one.title.split())[:80] if one.title != one.url else ""
    return NewSource(fields, comment=comment)


def _name(one: Outline) -> str:
    """From the title, accents taken off; from the address where the title is in another script."""
    plain = unicodedata.normalize("NFKD", one.title.replace("đ", "d").replace("Đ", "D"))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    latin = sum(c.isascii() for c in letters) > len(letters) / 2
    found = slug(letters) if latin and one.title != one.url else ""
    return found or name_of(one.url)


def _headed(outlines: list[Outline], names: list[NewSource]) -> Iterator[NewSource]:
    """Each folder named above its first feed."""
    folder: tuple[str, ...] = ()
    for one, new in zip(outlines, names, strict=True):
        heading = " / ".join(one.folder) if one.folder and one.folder != folder else ""
        folder = one.folder
        yield NewSource(new.fields, comment=new.comment, heading=heading)
