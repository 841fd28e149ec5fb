"""Which documents would be held for what they look like.

``python scripts/hygiene_report.py PATH...``

A path is a folder, an HTML page, a text, or a JSONL file whose lines have "text" and perhaps
"title", "id" and "published". Nothing is stored. Of ordinary documents each one held is a mistake.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pacts.errors import FetchError
from pacts.terms import Sign
from sources.article import article_from_html
from sources.hygiene import signs_of
from worker.journey.trust import is_bad

NOW: Final = datetime(2100, 1, 1, tzinfo=UTC)
"""After every document, so that no date is refused as lying ahead."""
_PAGES: Final = {".html", ".htm", ".xhtml"}


@dataclass(frozen=True, slots=True)
class Seen:
    """One document."""

    name: str
    signs: tuple[Sign, ...]


def documents(path: Path) -> Iterator[Seen]:
    """Everything below ``path`` that can be read; pages without an article are left out."""
    if path.is_dir():
        for inner in sorted(path.rglob("*")):
            if inner.is_file():
                yield from documents(inner)
    elif path.suffix == ".jsonl":
        for line in path.read_text(encoding="utf-8").split("\n"):
            told = json.loads(line) if line.strip() else {}
            if isinstance(told.get("text"), str):
                yield _of_text(str(told.get("id", "?")), told.get("title") or "", told["text"])
    elif path.suffix == ".txt":
        title, _, text = path.read_text(encoding="utf-8", errors="replace").strip().partition("\n")
        yield _of_text(path.name, title, text)
    elif path.suffix in _PAGES:
        try:
            article = article_from_html(
                path.read_bytes(), url=f"https://{path.parent.name}/{path.name}", now=NOW
            )
        except FetchError:
            return
        yield Seen(path.name, article.signs)


def _of_text(name: str, title: str, text: str) -> Seen:
    return Seen(name, signs_of(title, text))


def report(path: Path) -> None:
    """One line of figures, and one for each document that has a sign other than no date."""
    seen = list(documents(path))
    held = [one for one in seen if is_bad(one.signs)]
    signs = Counter(sign.name for one in seen for sign in one.signs)
    counted = ", ".join(f"{name} {count}" for name, count in signs.most_common()) or "no signs"
    print(f"{path}: {len(seen)} documents, {len(held)} held; {counted}")
    for one in seen:
        found = [sign.name for sign in one.signs if sign is not Sign.UNDATED]
        if found:
            print(f"    {'HELD ' if one in held else ''}{one.name}: {', '.join(found)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="+", type=Path)
    for path in parser.parse_args().paths:
        report(path)


if __name__ == "__main__":
    main()
