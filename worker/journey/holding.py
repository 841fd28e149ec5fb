"""Before an article is settled: is it, and is its source, to be believed?"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from pacts.model import Article, Source
from pacts.terms import Sign, Trust
from storage.store import Store
from worker.config import Config
from worker.journey import trust
from worker.journey.telling import tell_operator


def judged(
    article: Article, source: Source, store: Store, config: Config, *, now: datetime
) -> tuple[Article, int]:
    """The article with the trust that it deserves, and how many alerts the operator gets.

    The caller holds the transaction that settles it: a source that turns bad with this article is
    held from this article on.
    """
    article, why = believed(article, source, store, now=now)
    return article, _tell(article.source, why, store, config, now) if why else 0


def believed(
    article: Article, source: Source, store: Store, *, now: datetime
) -> tuple[Article, str | None]:
    """The same without telling anybody: instead, why its source is held from now on, if it is."""
    before = store.source_health(article.source)
    if not source.hygiene:
        return (article if before.held_at is None else replace(article, trust=Trust.HOLD)), None
    health, odd_name = trust.with_name(before, article.site)
    if odd_name:
        article = replace(article, signs=(*article.signs, Sign.NAME))
    why = None
    if article.signs and article.trust is Trust.ALLOWED and health.held_at is None:
        limit, since = trust.LATEST - 1, health.released_at
        latest = store.latest_signs(article.source, limit=limit, since=since)
        why = trust.why_bad([article.signs, *latest])
        if why is not None:
            health = replace(health, held_at=now, held_why=why)
    if health != before:
        store.keep_health(article.source, health)
    if health.held_at is not None or trust.is_bad(article.signs):
        article = replace(article, trust=Trust.HOLD)
    return article, why


def _tell(source: str, why: str, store: Store, config: Config, now: datetime) -> int:
    return tell_operator(
        store,
        config,
        f"Source {source} is on hold",
        f"its pages look hijacked: {why}. It still confirms what others tell and starts no alert."
        f" Look at it in a browser. If all is well, `pactwatch sources release {source}` ends the"
        " hold, and `hygiene: false` keeps it from being held again.",
        now=now,
    )
