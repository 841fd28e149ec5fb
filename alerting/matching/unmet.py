"""Which conditions of a watch a story, or an article, does not meet. For people who ask why not."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from alerting.matching.watches import asks_for, matched_words, reads
from pacts.model import Article, Story, Watch


def unmet(watch: Watch, story: Story | None, article: Article) -> tuple[str, ...]:
    """The keys of ``watch`` that stand in the way, as keywords.yaml calls them.

    ``story`` is None for a watch on plain keywords. Nothing where it asks for what is told.
    """
    if story is None:
        return _unmet_by(watch, article)
    if not watch.events:
        return ("events",)
    said = frozenset({story.status}), frozenset({story.scope})
    open_to_all = Watch(watch.name, (), events=(story.kind,), status=said[0], scope=said[1])
    return tuple(
        key
        for key, value in _conditions(watch).items()
        if not asks_for(replace(open_to_all, **{key: value}), story, article)
    )


def _conditions(watch: Watch) -> dict[str, Any]:
    names = [field.name for field in fields(Watch) if field.name not in {"name", "notify"}]
    return {name: getattr(watch, name) for name in names}


def _unmet_by(watch: Watch, article: Article) -> tuple[str, ...]:
    if watch.events:
        return ("events",)
    found = [key for key in ("sources", "languages") if not reads(_only(watch, key), article)]
    if matched_words(watch, article) is None:
        found.append("keywords")
    return tuple(found)


def _only(watch: Watch, key: str) -> Watch:
    """A watch with this one condition."""
    return replace(Watch(watch.name, ()), **{key: getattr(watch, key)})
