"""Short ways to put a text before extraction."""

from __future__ import annotations

from datetime import UTC, datetime

from extraction import extract
from pacts.model import Article, Event

PUBLISHED = datetime(2031, 3, 14, 9, 0, tzinfo=UTC)
"""A Friday."""


def article(
    body: str, title: str = "", *, published: datetime | None = PUBLISHED, language: str = "en"
) -> Article:
    return Article(
        source="test",
        key="1",
        url="https://news.example/1",
        title=title,
        text=Article.compose(title, body),
        published=published,
        language=language,
    )


def events(body: str, title: str = "", **options: object) -> tuple[Event, ...]:
    return extract(article(body, title, **options))  # type: ignore[arg-type]  # options pass on


def brief(body: str, title: str = "", **options: object) -> list[str]:
    """Events as one line each: "partnership.upgraded concluded MN-PE strategic partnership"."""
    return [
        " ".join(
            part
            for part in (
                event.name,
                event.status.value,
                "-".join(event.parties),
                event.level or "",
            )
            if part
        )
        for event in events(body, title, **options)
    ]
