"""Text to events, on articles of 4 kB with and without trigger words.

Baseline: what a keyword alert does, one alternation of 300 phrases over the same text. It finds
phrases only; extraction also says who, what, when, and whether it happened.
"""

from __future__ import annotations

import itertools
import re
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from benchmarks.timing import compare, table
from pacts.model import Article

SIZE = 4000
PUBLISHED = datetime(2025, 5, 7, tzinfo=UTC)

QUIET = (
    "Heavy rain kept rivers in the north above their usual height for the third day.",
    "Farmers near {town} moved cattle to higher ground and waited for the water to fall.",
    "The weather office expects drier days from {day} and warmer nights along the coast.",
    "Schools in {count} districts stayed closed, and buses ran on shorter routes.",
    "A shop owner said that sales of lamps had doubled since the lights went out.",
    "Engineers looked at {count} bridges and found small cracks in one of them.",
    "Prices of rice and vegetables rose a little in the markets of {town}.",
    "The old theatre will open its doors again when the roof has been repaired.",
)
NEWS = (
    "Vietnam and Kazakhstan signed {count} cooperation agreements in Astana on {day}.",
    "The two leaders agreed to elevate the bilateral ties to a strategic partnership.",
    "The countries established diplomatic relations in 1992 and have kept close since.",
    "A memorandum on the air route to {town} is expected to be signed later this year.",
    "They stressed the effective implementation of the agreements signed so far.",
)
TOWNS = ("Lakewood", "Rivergate", "Hillside", "Stonebridge", "Oakham")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")

VERBS = ("sign", "signed", "signs", "ink", "inked", "seal", "sealed", "exchange", "exchanged",
         "upgrade", "upgraded", "elevate", "elevated", "establish", "established", "ratify",
         "ratified", "conclude", "concluded", "adopt")  # fmt: skip
NOUNS = ("agreement", "agreements", "treaty", "treaties", "pact", "accord", "memorandum", "deal",
         "protocol", "convention", "ties", "relations", "partnership", "declaration",
         "statement")  # fmt: skip


def articles(sentences: tuple[str, ...], *, every: int = 1) -> Iterator[Article]:
    """Endless articles that differ: nothing may be remembered from the last one."""
    for number in itertools.count():
        lines: list[str] = []
        while sum(map(len, lines)) < SIZE:
            place = len(lines) + number
            pool = sentences if len(lines) % every == 0 else QUIET
            line = pool[place % len(pool)]
            lines.append(
                line.format(
                    town=TOWNS[place % 5], day=DAYS[(place + number) % 5], count=2 + place % 90
                )
            )
        text = Article.compose(f"News of the day, part {number}", " ".join(lines)[:SIZE])
        yield Article("bench", str(number), "https://news.example/a", "", text, PUBLISHED, "en")


def over(call: Callable[[Article], object], endless: Iterator[Article]) -> Callable[[], object]:
    ready = itertools.cycle(list(itertools.islice(endless, 50)))
    return lambda: call(next(ready))


def main() -> None:
    started = time.perf_counter()
    from extraction import extract

    next_article = next(articles(NEWS))
    imported = time.perf_counter()
    first = extract(next_article)
    done = time.perf_counter()

    phrases = [f"{verb} {noun}" for verb in VERBS for noun in NOUNS]
    alternation = re.compile("|".join(map(re.escape, phrases)), re.IGNORECASE)
    baseline = f"re, {len(phrases)} phrases, no trigger in the text"
    timings = compare(
        {
            baseline: over(lambda a: alternation.findall(a.text), articles(QUIET)),
            "events, no trigger": over(extract, articles(QUIET)),
            "events, one sentence in four tells something": over(extract, articles(NEWS, every=4)),
            "events, every sentence tells something": over(extract, articles(NEWS)),
        },
        calls=50,
    )
    print(table("an article of 4 kB", timings, baseline=baseline))
    print(
        f"start: import {(imported - started) * 1000:.0f} ms, first article"
        f" {(done - imported) * 1000:.0f} ms ({len(first)} events in it)"
    )


if __name__ == "__main__":
    main()
