"""``watches``: what each watch came to, and which need a look."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Any

import typer

from worker.commands.options import (
    AtOption,
    ConfigOption,
    DatabaseOption,
    JsonOption,
    config_directory,
)
from worker.commands.output import print_json, table

if TYPE_CHECKING:
    from worker.trials.upkeep import Upkeep


def watches(
    *,
    days: Annotated[
        int, typer.Option("--days", metavar="NUMBER", min=1, max=3650, help="Look so far back.")
    ] = 90,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """List watches with what they matched, sent and kept back, and which are dead or noisy.

    A story can give several alerts, and an item found by plain keywords counts as one story.
    Counted from the day on which a watch was last edited, at most --days back.
    """
    from datetime import timedelta

    from worker.commands.stored import store_of
    from worker.config import load
    from worker.life.clock import clock_at
    from worker.trials.watchwarnings import upkeep_of

    loaded = load(config_directory(config), environ=os.environ)
    now, window = clock_at(at)(), timedelta(days=days)
    with store_of(database, config) as store:
        found = upkeep_of(store, loaded.watches, now=now, window=window)
    if as_json:
        print_json([_json(one) for one in found])
        return
    rows = [
        (
            *(one.watch, one.read, one.matched, one.sent, sum(one.unsent.values())),
            *(one.right, one.wrong, one.last and one.last.date()),
            *(_verdict(one), _unsent(one), _keywords(one)),
        )
        for one in found
    ]
    names = ("watch", "read", "stories", "alerts sent", "not sent", "right", "wrong", "last alert",
             "verdict", "why not sent", "keywords found")  # fmt: skip
    below = ("verdict", "why not sent", "keywords found")
    table(names, rows, below=below, empty="No watches.")


def _verdict(one: Upkeep) -> str:
    said = "; ".join(finding.words for finding in one.findings)
    read = f"{one.read:,} article{'' if one.read == 1 else 's'}"
    early = f"too early to say: counted since {one.since:%Y-%m-%d}, {read} read"
    return said or (early if one.young else "works")


def _unsent(one: Upkeep) -> str:
    return ", ".join(f"{reason} {count}" for reason, count in sorted(one.unsent.items()))


def _keywords(one: Upkeep) -> str:
    return ", ".join(f"{word} {count}" for word, count in one.keywords.items())


def _json(one: Upkeep) -> dict[str, Any]:
    from worker.showing.shapes import time_json

    return {
        "watch": one.watch,
        "since": time_json(one.since),
        "read": one.read,
        "stories": one.stories,
        "articles": one.articles,
        "sent": one.sent,
        "not_sent": {reason.value: count for reason, count in sorted(one.unsent.items())},
        "right": one.right,
        "wrong": one.wrong,
        "last_alert": time_json(one.last),
        "keywords": dict(one.keywords),
        "young": one.young,
        "findings": [
            {"words": finding.words, "keyword": finding.keyword} for finding in one.findings
        ],
    }
