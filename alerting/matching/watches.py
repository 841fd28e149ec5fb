"""What a watch wants: events by kind, parties, status, level and source, and words in the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from alerting.matching.keywords import keywords_in
from alerting.matching.words import fold
from pacts.model import Article, Parties, Story, Watch
from pacts.terms import Reason


def wants(watch: Watch, story: Story, article: Article) -> bool:
    """Whether ``watch`` asks for this story, as this article tells it, and finds it sure enough.

    Age, silences and trust are not asked here: they decide whether what is wanted is sent.
    """
    return asks_for(watch, story, article) and doubt_of(watch, story) is None


def asks_for(watch: Watch, story: Story, article: Article) -> bool:
    """Whether the story is what ``watch`` is about, however sure it is.

    A watch without events is one on plain keywords and asks for no story.
    """
    return (
        is_about(watch, story)
        and reads(watch, article)
        and matched_words(watch, article) is not None
    )


def is_about(watch: Watch, story: Story) -> bool:
    """Whether the facts of the story are those that ``watch`` asks for, whoever tells it."""
    return (
        names_event(watch.events, story)
        and story.status in watch.status
        and story.scope in watch.scope
        and _parties_fit(watch.parties, story.parties)
        and _level_fits(watch.levels, story.level)
    )


def doubt_of(watch: Watch, story: Story) -> Reason | None:
    """Why a story that ``watch`` asks for is too uncertain for it; None where it is not."""
    if story.confidence < watch.min_confidence:
        return Reason.UNSURE
    return Reason.TOO_FEW if watch.min_sources > max(1, story.independent) else None


def names_event(events: Iterable[str], story: Story) -> bool:
    """Whether ``kind`` or ``kind.act`` of the story is among ``events``."""
    return not {story.kind.value, f"{story.kind}.{story.act}"}.isdisjoint(events)


def reads(watch: Watch, article: Article) -> bool:
    """Whether the article comes from where the watch looks, in a language that it reads."""
    return (not watch.sources or article.source in watch.sources) and (
        not watch.languages or article.language in watch.languages
    )


def matched_words(watch: Watch, article: Article) -> tuple[str, ...] | None:
    """The watch's keywords as found in the article; None where they are missing."""
    return keywords_in(watch.keywords, article) if watch.keywords else ()


def _parties_fit(wanted: Parties, parties: Sequence[str]) -> bool:
    told = set(parties)
    return (
        (not wanted.any or not told.isdisjoint(wanted.any))
        and wanted.all <= told
        and told.isdisjoint(wanted.none)
        and (not wanted.between or set() < told <= wanted.between)
    )


def _level_fits(levels: Sequence[str], level: str | None) -> bool:
    if not levels:
        return True
    words = f" {fold(level or '')} "
    return any(f" {fold(wanted).strip()} " in words for wanted in levels)
