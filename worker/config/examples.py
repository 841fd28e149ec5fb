"""The examples of a watch, tried on it: texts that it must catch, texts that it must leave alone.

The first line of an example is its title. It comes from a source and in a language that the watch
reads, and as many sources tell it as the watch asks for.

A watch with events is tried through extraction, as if the text were an article of an unknown day:
then no date in it makes news of today into history of tomorrow, and an example stays true.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pydantic import ValidationError

from alerting.matching.watches import asks_for, doubt_of, matched_words
from pacts.errors import Problem
from pacts.model import Article, Sighting, Story, Watch
from pacts.terms import Reason
from worker.config.build import watch_of
from worker.config.checks import Raw
from worker.config.document import Document, Loc
from worker.config.models import WatchEntry


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a watch makes of a text."""

    caught: bool
    because: str
    """What was found in the text, in a few words; empty when that says nothing."""


def problems(document: Document, loc: Loc, raw: Raw) -> Iterator[Problem]:
    """Every example of one watch that fails. A watch that is wrong itself is not tried."""
    if not raw.get("examples"):
        return
    try:
        entry = WatchEntry.model_validate(raw)
    except ValidationError:
        return  # reported already
    watch = watch_of(entry)
    for key, texts in (("match", entry.examples.match), ("ignore", entry.examples.ignore)):
        for index, text in enumerate(texts):
            outcome = judge(watch, text)
            if outcome.caught != (key == "match"):
                yield document.problem((*loc, "examples", key, index), _failure(outcome))


def _failure(outcome: Outcome) -> str:
    found = f" (found: {outcome.because})" if outcome.because else ""
    if outcome.caught:
        return f"this example should be ignored, and the watch catches it{found}"
    return f"this example should match, and the watch does not catch it{found}"


def judge(watch: Watch, text: str) -> Outcome:
    """Whether an article with this text would be caught."""
    article = Article(
        source=min(watch.sources, default="example"),
        key="example",
        url="",
        title=text.strip().partition("\n")[0],
        text=text,
        language=min(watch.languages, default=None),
    )
    if watch.events:
        return _by_events(watch, article)
    found = matched_words(watch, article)
    return Outcome(found is not None, ", ".join((found or ())[:3]))


def _by_events(watch: Watch, article: Article) -> Outcome:
    from alerting.merging.stories import tell  # imported late: few watches need them
    from extraction import extract

    unnamed = replace(article, title="", language=None)  # one sentence is both title and body
    stories = [
        tell([Sighting(article.source, article.trust, "", "", None, event, article.key)])
        for event in extract(unnamed)
    ]
    seen = [
        f"{story.kind}.{story.act}, {story.status}, {' '.join(story.parties)}" for story in stories
    ]
    caught = any(_is_caught(watch, story, article) for story in stories)
    return Outcome(caught, "; ".join(seen) or "no event")


def _is_caught(watch: Watch, story: Story, article: Article) -> bool:
    return asks_for(watch, story, article) and doubt_of(watch, story) is not Reason.UNSURE
