"""New sources for ``sources.yaml``: found behind an address, or read from an OPML file."""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError

from pacts.errors import FetchError, UsageError
from pacts.model import Source, Validators
from pacts.terms import SourceKind
from sources.discover import find_feeds
from sources.fetch import list_items
from sources.http import Web
from sources.opml import read_opml

Entry = dict[str, str]

_USELESS: Final = frozenset({"www", "feeds", "rss", "com", "org", "net", "gov", "co", "int"})


def found_at(url: str, name: str | None, *, now: datetime) -> list[Entry]:
    """The feed behind an address: the address itself, else what its page announces.

    Raises UsageError when there is none, and FetchError when the page cannot be had.
    """
    # Whoever types an address means it: a private one is fine here.
    with Web() as web:
        if _is_feed(url, web, now):
            return [_entry(name or name_of(url), url)]
        feeds = find_feeds(url, web, allow_private=True)
    if not feeds:
        raise UsageError(
            f"{url}: no feed is announced there; a kind: listing with selectors may do"
        )
    return [_entry(name or name_of(feeds[0]), feeds[0])]


def _is_feed(url: str, web: Web, now: datetime) -> bool:
    source = Source(name=url, kind=SourceKind.FEED, url=url, allow_private=True)
    try:
        return bool(list_items(source, web, Validators(), now=now).items)
    except FetchError:
        return False


def from_opml(data: bytes, file: str) -> list[Entry]:
    """The feeds of an OPML file. Raises UsageError when it holds none."""
    try:
        feeds = read_opml(data)
    except ValueError as error:
        raise UsageError(f"{file}: {error}") from error
    entries = [_entry(_name_for(title, url), url) for title, url in feeds]
    return _renamed(entries, taken=())


def _name_for(title: str, url: str) -> str:
    return (_slug(title) if title != url else "") or name_of(url)


def name_of(url: str) -> str:
    """A short name from an address: ``https://www.un.org/news/rss.xml`` becomes ``un``."""
    host = urlsplit(url).hostname or "source"
    parts = [part for part in host.split(".") if part not in _USELESS]
    return _slug("-".join(parts[:-1] or parts)) or "source"


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:40]


def _entry(name: str, url: str) -> Entry:
    return {"name": name, "kind": SourceKind.FEED.value, "url": url}


def _renamed(entries: Iterable[Entry], taken: Iterable[str]) -> list[Entry]:
    """The same with names that are unique among themselves and those taken."""
    used = set(taken)
    fresh = []
    for entry in entries:
        name, number = entry["name"], 2
        while name in used:
            name, number = f"{entry['name']}-{number}", number + 1
        used.add(name)
        fresh.append({**entry, "name": name})
    return fresh


# --- the file ------------------------------------------------------------------------------


def as_yaml(entries: list[Entry]) -> str:
    """Lines to paste under ``sources:``."""
    out = io.StringIO()
    _yaml().dump({"sources": entries}, out)
    return out.getvalue().partition("\n")[2]


def append(path: Path, entries: list[Entry]) -> list[str]:
    """Add to ``sources.yaml``, keeping what people wrote there. Returns the names added.

    Addresses that it has already are left out. Raises UsageError when the file cannot be read or
    is not one of ours; it is replaced whole or not at all.
    """
    yaml = _yaml()
    data = _read(path, yaml)
    known = data.setdefault("sources", [])
    if not isinstance(known, list):
        raise UsageError(f"{path}: `sources` is not a list")
    addresses = {str(one.get("url")) for one in known if isinstance(one, dict)}
    names = {str(one.get("name")) for one in known if isinstance(one, dict)}
    fresh = _renamed((one for one in entries if one["url"] not in addresses), taken=names)
    if not fresh:
        raise UsageError(f"{path}: nothing to add, all of these addresses are in it")
    known.extend(CommentedMap(entry) for entry in fresh)
    _replace(path, yaml, data)
    return [entry["name"] for entry in fresh]


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 1000
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _read(path: Path, yaml: YAML) -> Any:
    try:
        data = yaml.load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UsageError(f"{path}: not there; `pactwatch init` makes it") from None
    except (OSError, UnicodeDecodeError, YAMLError):
        raise UsageError(f"{path}: cannot be read; `pactwatch check` says why") from None
    if data is None:
        return CommentedMap()
    if not isinstance(data, dict):
        raise UsageError(f"{path}: not a mapping; `pactwatch check` says more")
    return data


def _replace(path: Path, yaml: YAML, data: object) -> None:
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=path.parent, prefix=path.name, delete=False
    ) as file:
        yaml.dump(data, file)
    Path(file.name).chmod(path.stat().st_mode)
    Path(file.name).replace(path)
