"""Single documents to events: what ``extract`` does. Nothing is stored."""

from __future__ import annotations

import contextlib
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, Final

from extraction import extract
from pacts.codec import event_to_json
from pacts.errors import UsageError
from pacts.model import Article, Event, Item, Source
from pacts.terms import PublishedBy, SourceKind

_SURROGATES: Final = re.compile("[\ud800-\udfff]")
"""Half a surrogate pair is legal in JSON and nowhere else; one for one, so offsets stand."""

# --- many: JSON lines ----------------------------------------------------------------------


@contextlib.contextmanager
def opened(what: str) -> Iterator[IO[bytes]]:
    """A file of lines, or standard input for ``-``. Raises UsageError when it cannot be read."""
    if what == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(what).open("rb") as file:
            yield file
    except OSError as error:
        raise UsageError(f"{what}: {error.strerror or 'cannot be read'}") from error


def extract_lines(lines: Iterable[bytes]) -> int:
    """Answer each line on standard output at once. Returns how many could not be used."""
    failed = 0
    for number, raw in enumerate(lines, start=1):
        if not raw.strip():
            continue
        reply = _reply(raw, number)
        failed += "error" in reply
        sys.stdout.buffer.write(_dump(reply) + b"\n")
        sys.stdout.buffer.flush()
    return failed


def _reply(raw: bytes, number: int) -> dict[str, Any]:
    name: Any = None
    try:
        data = json.loads(raw)
        if not isinstance(data, dict):
            raise UsageError("not a JSON object")  # noqa: TRY301 - one way out for every bad line
        name = data.get("id")
        article = _article_of_line(data)
        return answer(name, extract(article))
    except UsageError as error:
        reason = str(error)
    except (ValueError, RecursionError):
        reason = "not JSON"
    except Exception as error:  # noqa: BLE001 - one document must not stop the others: their boundary
        reason = f"unexpected error ({type(error).__name__})"
    return {"id": name, "error": f"line {number}: {reason}", "events": []}


def _article_of_line(data: dict[str, Any]) -> Article:
    title, body = _text(data, "title"), _text(data, "text")
    return Article(
        source="",
        key=str(data.get("id")),
        url=_text(data, "url"),
        title=title,
        text=Article.compose(title, body),
        published=_published(data.get("published")),
        language=_text(data, "lang") or None,
    )


def _text(data: dict[str, Any], key: str) -> str:
    value = data.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise UsageError(f'"{key}" is not a string')
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", value)


def _published(value: object) -> datetime | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise UsageError('"published" is not a string')
    try:
        moment = datetime.fromisoformat(value)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise UsageError('"published" is not an ISO 8601 date or time') from None


def answer(name: Any, events: Sequence[Event]) -> dict[str, Any]:
    return {
        "id": name,
        "alert": any(event.alerts for event in events),
        "events": [event_to_json(event) for event in events],
    }


def _dump(reply: dict[str, Any]) -> bytes:
    try:
        return json.dumps(reply, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # an id may hold half a surrogate pair, and is echoed escaped
        return json.dumps(reply).encode()


# --- one: a file, a page or standard input -------------------------------------------------


def read_one(
    what: str,
    *,
    now: datetime,
    language: str | None = None,
    published: datetime | None = None,
) -> Article:
    """The article that a file, an address or standard input (``-``) holds.

    ``language`` and ``published`` stand before what it says of itself. Raises UsageError when
    there is nothing to read and FetchError when a page cannot be had.
    """
    article = _article(what, now)
    return replace(
        article,
        language=language or article.language,
        published=published or article.published,
        published_by=PublishedBy.NOTHING if published else article.published_by,
    )


def _article(what: str, now: datetime) -> Article:
    if what.startswith(("http://", "https://")):
        return _article_of_page(what, now)
    with opened(what) as file:
        data = file.read()
    if _looks_like_html(data):
        from sources.article import article_from_html

        return article_from_html(data, url="", source=what, now=now)
    return _article_of_text(data.decode("utf-8", "replace"), what)


def _article_of_page(url: str, now: datetime) -> Article:
    from sources.article import read_article
    from sources.http import Web

    # Whoever types an address means it: a private one is fine here, and this is no robot.
    source = Source(name=url, kind=SourceKind.LISTING, url=url, allow_private=True, robots=False)
    with Web() as web:
        return read_article(Item(source=url, key=url, url=url, title=""), source, web, now=now)


def _looks_like_html(data: bytes) -> bool:
    start = data[:2000].lstrip().lower()
    return start.startswith((b"<!doctype", b"<html", b"<?xml")) or b"<body" in data.lower()[:20000]


def _article_of_text(text: str, name: str) -> Article:
    """Plain text: its first line is the title when an empty line follows."""
    first, _, rest = text.strip().partition("\n")
    title, body = (first.strip(), rest.strip()) if rest.startswith(("\n", "\r\n")) else ("", text)
    return Article(source=name, key=name, url="", title=title, text=Article.compose(title, body))


def event_line(event: Event) -> str:
    """One line: ``concluded partnership.upgraded KZ VN, strategic partnership, 2025-05-06``."""
    named = [event.level or event.document, str(event.date) if event.date else None, event.place]
    details = "".join(f", {part}" for part in named if part)
    return f"{event.status} {event.name} {' '.join(event.parties)}{details}"
