"""Every file of the public feed test suites, read by us and by feedparser.

    python scripts/feed_suites.py [FOLDER]

FOLDER (else PACTWATCH_FEED_SUITES, else ``var/feed-suites``) holds one folder for each suite, as
``git clone --depth 1`` makes them; ``--clone-lines`` prints the commands. What looks like a feed
is read, also inside the test programs of those that keep their feeds there. Fails (exit code 1)
for an error that nobody caught and where feedparser finds more items than we do.
"""

from __future__ import annotations

import io
import os
import re
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

SUITES = [
    "AntennaPod/AntennaPod",
    "KDE/syndication",
    "NicolasLM/atoma",
    "Ranchero-Software/NetNewsWire",
    "Ranchero-Software/RSParser",
    "SlyMarbo/rss",
    "alexdebril/feed-io",
    "arminreiter/FeedReader",
    "danmactough/node-feedparser",
    "feed-rs/feed-rs",
    "feedjira/feedjira",
    "kagisearch/fastfeedparser",
    "kurtmckee/feedparser",
    "laminas/laminas-feed",
    "lemon24/reader",
    "lwindolf/liferea",
    "miniflux/v2",
    "mmcdole/gofeed",
    "newsboat/newsboat",
    "nextcloud/news",
    "nkanaev/yarr",
    "nmdias/FeedKit",
    "prof18/RSS-Parser",
    "rbren/rss-parser",
    "rometools/rome",
    "rust-syndication/atom",
    "rust-syndication/rss",
    "simplepie/simplepie",
    "spacecowboy/Feeder",
    "stringer-rss/stringer",
    "w3c/feedvalidator",
]

DATA = {".xml", ".rss", ".atom", ".rdf", ".json", ".feed", ".cdf", ".txt", ".html", ".htm", ".dat"}
PROGRAMS = {".go"}
MAX_FILE = 20_000_000
NOW = datetime(2026, 11, 1, tzinfo=UTC)

_FEED = re.compile(rb"<(?:\w+:)?(?:rss|rdf|feed|channel)[\s>]|jsonfeed\.org/version", re.IGNORECASE)
_LITERAL = re.compile(rb"`(\s*[<{][^`]+)`")
_HEADER = re.compile(rb"^\s*Header:\s*Content-type:(.*)$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class Document:
    name: str
    body: bytes
    content_type: str


@dataclass
class Row:
    """What became of one suite."""

    suite: str
    files: int = 0
    ours: int = 0
    theirs: int = 0
    more: int = 0
    refused: int = 0
    seconds: float = 0.0
    their_seconds: float = 0.0
    errors: list[str] = field(default_factory=list)
    fewer: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")


def documents(suite: Path) -> Iterator[Document]:
    """The feeds of a suite; a header that the suite puts into a comment is its content type."""
    for path in sorted(suite.rglob("*")):
        kind = path.suffix.lower()
        if ".git" in path.parts or not path.is_file() or path.stat().st_size > MAX_FILE:
            continue
        name = str(path.relative_to(suite))
        if kind in PROGRAMS and path.stem.endswith("_test"):
            bodies = [found[1] for found in _LITERAL.finditer(path.read_bytes())]
            named = [(f"{name}#{number}", body) for number, body in enumerate(bodies, 1)]
        elif kind in DATA or not kind:
            named = [(name, path.read_bytes())]
        else:
            continue
        for label, body in named:
            plain = body[:200_000].replace(b"\0", b"")
            # feedparser's suite also has feeds in encodings in which none of our words are found.
            if _FEED.search(plain) or ("wellformed" in path.parts and kind == ".xml"):
                header = _HEADER.search(plain[:3000])
                yield Document(label, body, header[1].decode().strip() if header else "")


def count_ours(document: Document) -> int | None:
    """Items that we find; None for a document that we refuse with a reason."""
    from pacts.errors import FetchError
    from pacts.model import Source
    from pacts.terms import SourceKind
    from sources.entries import to_items
    from sources.feed import read_feed

    url = "https://feeds.test/feed"
    source = Source("suite", SourceKind.FEED, url, max_items=1_000_000)
    try:
        feed = read_feed("suite", document.body, document.content_type, url, limit=source.max_items)
    except FetchError:
        return None
    to_items(feed.entries, source, url, now=NOW, language=feed.language)
    return len(feed.entries)


def count_theirs(document: Document) -> int:
    """Items that feedparser finds; none where it breaks."""
    import feedparser

    headers = {"content-type": document.content_type} if document.content_type else {}
    try:
        return len(feedparser.parse(io.BytesIO(document.body), response_headers=headers).entries)
    except Exception:  # noqa: BLE001 - whatever breaks there is not ours
        return 0


def compare(suite: Path) -> Row:
    row = Row(suite.name)
    for document in documents(suite):
        row.files += 1
        began = time.perf_counter()
        try:
            found = count_ours(document)
        except Exception as error:  # noqa: BLE001 - this is what is looked for
            row.errors.append(f"{document.name}: {type(error).__name__}: {error}"[:300])
            continue
        took = time.perf_counter() - began
        row.seconds += took
        row.slowest = max(row.slowest, (took, document.name))
        began = time.perf_counter()
        theirs = count_theirs(document)
        row.their_seconds += time.perf_counter() - began
        ours = found or 0
        row.refused += found is None
        row.ours, row.theirs = row.ours + ours, row.theirs + theirs
        row.more += ours > theirs
        if ours < theirs:
            row.fewer.append(f"{document.name}: {ours} of {theirs}")
    return row


def show(rows: list[Row]) -> None:
    """The table; ``fewer`` and ``more`` count files."""
    head = (
        "suite",
        "files",
        "errors",
        "fewer",
        "more",
        "refused",
        "items",
        "theirs",
        "s",
        "theirs",
    )
    form = "{:<30}{:>7}{:>7}{:>7}{:>6}{:>8}{:>8}{:>8}{:>8}{:>8}"
    print(form.format(*head))
    sums: list[float] = [0] * 9
    for row in rows:
        figures = [row.files, len(row.errors), len(row.fewer), row.more, row.refused, row.ours,
                   row.theirs, row.seconds, row.their_seconds]  # fmt: skip
        sums = [had + new for had, new in zip(sums, figures, strict=True)]
        print(form.format(row.suite[:29], *_rounded(figures)))
    print(form.format(f"all {len(rows)}", *_rounded(sums)))


def failures(rows: list[Row]) -> list[str]:
    """What must not be: a line for each file."""
    return [f"{row.suite}/{line}" for row in rows for line in (*row.errors, *row.fewer)]


def _rounded(figures: list[float]) -> list[str]:
    return [
        f"{figure:.1f}" if index > 6 else str(int(figure)) for index, figure in enumerate(figures)
    ]


def main() -> int:
    parser = ArgumentParser(description=__doc__.split("\n")[0])
    default = os.environ.get("PACTWATCH_FEED_SUITES", "var/feed-suites")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(default))
    parser.add_argument("--clone-lines", action="store_true", help="print how to get the suites")
    wanted = parser.parse_args()
    if wanted.clone_lines:
        for name in SUITES:
            target = wanted.folder / name.replace("/", "+")
            print(f"git clone --depth 1 https://github.com/{name} {target}")
        return 0
    suites = sorted(path for path in wanted.folder.glob("*") if path.is_dir())
    if not suites:
        print(f"no suites in {wanted.folder}; --clone-lines says how to get them", file=sys.stderr)
        return 2
    rows = [row for row in map(compare, suites) if row.files]
    show(rows)
    bad = failures(rows)
    print(*bad, sep="\n")
    slowest = max((*row.slowest, row.suite) for row in rows)
    print(f"slowest of ours: {slowest[0]:.2f} s, {slowest[2]}/{slowest[1]}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
