"""Files on disk as a source: archives, exports, tests.

    .html .htm   pages                     .txt .md     a title, a date line, paragraphs
    .json        one document or a list    .jsonl       one document a line

Documents of JSON have ``title``, ``text`` (or ``html``), ``published``, ``url`` and ``lang``, all
but the text optional. The key of an item is its path inside the folder and a hash of its content,
so that a file that was changed is a new item.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from pacts.errors import FetchError, FetchFailure
from pacts.model import Item, Listing, Source, Validators
from sources.dates import parse_date
from sources.encoding import decode
from sources.entries import MAX_SUMMARY, MAX_TITLE, primary_tag
from sources.plaintext import read_plain
from sources.text import one_line, plain, shorten
from sources.urls import absolute

PAGES: Final = frozenset({".html", ".htm"})
TEXTS: Final = frozenset({".txt", ".md"})
RECORDS: Final = frozenset({".json", ".jsonl"})
MAX_FILE: Final = 20_000_000


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a folder. Either ``html`` or ``text`` holds its content."""

    title: str = ""
    text: str = ""
    html: bytes = b""
    published: datetime | None = None
    language: str | None = None
    url: str = ""


def list_folder(source: Source, validators: Validators, *, now: datetime) -> Listing:
    """The documents of a folder, latest changed files first. Raises FetchError(NO_FOLDER)."""
    root = folder_of(source)
    files = _files(source, root)
    state = hashlib.sha256(repr(files).encode("utf-8", "replace")).hexdigest()
    kept = Validators(body_hash=state)
    if state == validators.body_hash:
        return Listing(source.name, (), kept, unchanged=True)
    items: list[Item] = []
    for _, name, _ in files:
        if len(items) >= source.max_items:
            break
        for digest, document in _documents(source, root / name, now):
            items.append(_item(source, root, name, digest, document))
    return Listing(source.name, tuple(items[: source.max_items]), kept)


def read_document(item: Item, source: Source, *, now: datetime) -> Document:
    """The document of an item, read from its file again. Raises FetchError when it is gone."""
    root = folder_of(source)
    name, _, wanted = item.key.rpartition(":")
    path = root / name
    if not path.resolve().is_relative_to(root.resolve()):
        raise FetchError(source.name, FetchFailure.NO_FOLDER, "a path outside the folder")
    for digest, document in _documents(source, path, now):
        if digest == wanted or path.suffix.lower() not in RECORDS:
            return document
    raise FetchError(source.name, FetchFailure.NOT_FOUND, f"{name} has changed")


def folder_of(source: Source) -> Path:
    """The folder: a path, or a file: address."""
    if source.url.startswith("file:"):
        return Path(unquote(urlsplit(source.url).path))
    return Path(source.url).expanduser()


def _files(source: Source, root: Path) -> list[tuple[int, str, int]]:
    """(time of change, path inside the folder, size), latest first; hidden ones left out."""
    if not root.is_dir() or not os.access(root, os.R_OK | os.X_OK):
        raise FetchError(source.name, FetchFailure.NO_FOLDER, str(root))
    found = []
    for folder, names, files in os.walk(root):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in files:
            path = Path(folder, name)
            if name.startswith(".") or path.suffix.lower() not in PAGES | TEXTS | RECORDS:
                continue
            try:
                state = path.stat()
            except OSError:
                continue  # removed since it was listed
            found.append((state.st_mtime_ns, path.relative_to(root).as_posix(), state.st_size))
    return sorted(found, key=lambda entry: (-entry[0], entry[1]))


def _item(source: Source, root: Path, name: str, digest: str, document: Document) -> Item:
    text = document.text or plain(decode(document.html[:200_000]), MAX_SUMMARY)
    return Item(
        source=source.name,
        key=f"{name}:{digest}",
        url=document.url or (root / name).resolve().as_uri(),
        title=document.title,
        summary=shorten(one_line(text[: MAX_SUMMARY * 2]), MAX_SUMMARY),
        published=document.published,
        language=source.language or document.language,
    )


def _documents(source: Source, path: Path, now: datetime) -> Iterator[tuple[str, Document]]:
    """The documents of a file, each with the hash of its content."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise FetchError(source.name, FetchFailure.TOO_LARGE, path.name)
        data = path.read_bytes()
    except OSError as error:
        raise FetchError(source.name, FetchFailure.NOT_FOUND, path.name) from error
    kind = path.suffix.lower()
    if kind in PAGES:
        yield _digest(data), Document(html=data)
    elif kind in TEXTS:
        title, body, published = read_plain(decode(data), zone=source.time_zone, now=now)
        yield _digest(data), Document(title, body, published=published)
    else:
        for record in _records(source, path, decode(data)):
            whole = json.dumps(record, sort_keys=True, ensure_ascii=False)
            yield _digest(whole.encode("utf-8", "replace")), _from_record(record, source, now)


def _records(source: Source, path: Path, text: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON file: one, a list, or one a line. Raises FetchError(UNREADABLE)."""
    number = 0
    try:
        if path.suffix.lower() == ".json":
            data = json.loads(text)
            yield from (
                x for x in (data if isinstance(data, list) else [data]) if isinstance(x, dict)
            )
            return
        for number, line in enumerate(text.splitlines(), 1):  # noqa: B007  (for the message)
            if line.strip():
                record = json.loads(line)
                if isinstance(record, dict):
                    yield record
    except (ValueError, RecursionError) as error:
        where = f"{path.name}, line {number}" if number else path.name
        raise FetchError(
            source.name, FetchFailure.UNREADABLE, f"damaged JSON in {where}"
        ) from error


def _from_record(record: dict[str, Any], source: Source, now: datetime) -> Document:
    def first(*names: str) -> str:
        values = (record.get(name) for name in names)
        return next((value for value in values if isinstance(value, str) and value), "")

    html = first("html", "content_html")
    title, text = first("title", "headline"), first("text", "body", "content")
    _, body, published = read_plain(text, zone=source.time_zone, now=now, titled=True)
    stated = parse_date(
        first("published", "date", "date_published", "datePublished"),
        zone=source.time_zone,
        now=now,
    )
    return Document(
        title=plain(title, MAX_TITLE),
        text="" if html else body,
        html=html.encode("utf-8", "replace"),
        published=stated or published,
        language=primary_tag(first("lang", "language")),
        url=absolute(first("url", "link")) or "",
    )


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
