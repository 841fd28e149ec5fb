"""A run that is killed again and again, and what must be the same in the end.

Each trial begins with an empty database and a webhook. ``once`` is started, killed with SIGKILL
at a random moment and started again, until it comes to its end. Then its stories, alerts and
deliveries are compared with those of a run that nobody disturbed, and what the webhook got with
what the database says: a message may have come twice only if the process died after the webhook
had it and before the database heard of it.
"""

from __future__ import annotations

import os
import re
import signal
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from forkserver import ForkServer
from newsroom import entry_of
from webhook import Webhook

from pacts.model import Source
from pacts.terms import DeliveryState
from storage.store import Store

ALERT = re.compile(r"alert (\d+)")


@dataclass(frozen=True)
class Outcome:
    """What a run came to, without the numbers and times of rows."""

    stories: frozenset[tuple[object, ...]]
    alerts: Counter[tuple[object, ...]]
    deliveries: Counter[tuple[object, ...]]


@dataclass
class Tally:
    """What was seen over many kills."""

    kills: int = 0
    finished: int = 0
    """Runs that ended before they were killed."""
    messages: int = 0
    unheard: int = 0
    """Messages that the webhook had when the process died before it heard so."""
    repeats: int = 0

    def __str__(self) -> str:
        return (
            f"{self.kills} kills in {self.finished} runs that came to their end; "
            f"{self.messages} messages, {self.repeats} of them repeats, "
            f"where {self.unheard} answers were never heard"
        )


class SlowHook(Webhook):
    """Answers a moment after it has taken a message: time for a process to die in between."""

    def take(self, path: str, headers: dict[str, str], body: bytes) -> int:
        status = super().take(path, headers, body)
        time.sleep(0.03)
        return status


class Killer:
    """``words`` is the command line of ``once`` but for ``--database`` and ``--at``."""

    def __init__(
        self,
        server: ForkServer,
        words: list[str],
        hook: Webhook,
        random: Random,
        *,
        when: datetime,
    ) -> None:
        self._when = when
        self._server = server
        self._words = words
        self._hook = hook
        self._random = random
        self.tally = Tally()
        self.seconds = 0.0

    def undisturbed(self, database: Path) -> Outcome:
        """Run to the end; how long it took is the stretch in which later runs are killed."""
        start = time.monotonic()
        status = self._server.wait(self._start(database)).status
        self.seconds = time.monotonic() - start
        assert status == 0
        got, outcome = self._messages(), outcome_of(database)
        assert all(times == 1 for times in got.values())
        assert len(got) == sum(outcome.deliveries.values())
        self._hook.messages.clear()
        return outcome

    def trial(self, database: Path, *, kills: int) -> Outcome:
        """Kill ``kills`` times or fewer, then let it come to its end; checks the messages."""
        unheard: Counter[int] = Counter()
        for _ in range(kills):
            if not self._killed_run(database):
                break
            unheard += self._messages() - _sent(database, unheard)
        assert self._server.wait(self._start(database)).status == 0
        got = self._messages()
        sent = _sent(database, Counter())
        repeats = got - sent
        assert not sent - got, f"noted as sent, never received: {sent - got}"
        assert not repeats - unheard, f"sent twice for no reason: {repeats - unheard}"
        self.tally.finished += 1
        self.tally.messages += got.total()
        self.tally.unheard += unheard.total()
        self.tally.repeats += repeats.total()
        self._hook.messages.clear()
        return outcome_of(database)

    def _start(self, database: Path) -> int:
        """Each run a little later than the one before: time does not go backwards."""
        self._when += timedelta(seconds=10)
        return self._server.start(
            *self._words, "--database", str(database), "--at", self._when.isoformat()
        )

    def _killed_run(self, database: Path) -> bool:
        """Whether the process was killed; False when it was quicker."""
        child = self._start(database)
        # Earlier moments more often: a run that goes on where another was killed is shorter.
        time.sleep(self._random.triangular(0, self.seconds, 0))
        os.kill(child, signal.SIGKILL)
        killed = self._server.wait(child).status == -signal.SIGKILL
        self.tally.kills += killed
        return killed

    def _messages(self) -> Counter[int]:
        """How often the webhook got each alert, once its threads have read what was sent."""
        while True:
            before = len(self._hook.requests)
            time.sleep(0.03)
            if len(self._hook.requests) == before:
                break
        return Counter(alert_of(message) for message in list(self._hook.messages))


def alert_of(message: dict[str, Any]) -> int:
    found = ALERT.search(message["message"])
    assert found, message
    return int(found[1])


def _sent(database: Path, unheard: Counter[int]) -> Counter[int]:
    """What the database knows to be sent, and what was noted as unheard before."""
    if not database.exists():
        return Counter()
    with Store.open(database) as store:
        sent = [delivery.alert.id or 0 for delivery in store.deliveries(state=DeliveryState.SENT)]
    return Counter(sent) + unheard


def outcome_of(database: Path) -> Outcome:
    with Store.open(database, read_only=True) as store:
        return Outcome(
            stories=frozenset(
                (
                    story.kind, story.act, story.status, story.parties, story.level, story.count,
                    str(story.date), story.sources, len(story.sightings), story.lead.item,
                )
                for story in store.stories()
            ),
            alerts=Counter(
                (alert.reason, alert.headline, alert.channels, alert.watches)
                for alert in store.alerts()
            ),
            deliveries=Counter(
                (delivery.alert.headline, delivery.channel, delivery.state)
                for delivery in store.deliveries()
            ),
        )  # fmt: skip


SEED_DAY = datetime(2025, 5, 24, 12, tzinfo=UTC)
NEWS_DAY = datetime(2031, 3, 5, 12, tzinfo=UTC)
CONFIG = {
    "sources.yaml": """\
settings: {{workers: 1, spacing: 0}}
defaults: {{every: 15m, language: en, allow_private: true}}
sources:
  - {{name: courier, kind: feed, url: "{site}/courier/feed.xml"}}
  - {{name: gazette, kind: sitemap, url: "{site}/gazette/sitemap.xml"}}
  - name: pacific
    kind: listing
    url: "{site}/pacific/"
    select: {{item: "div.teaser", link: "a", title: "h2", date: "time"}}
""",
    "keywords.yaml": """\
watches:
  - {{name: all, events: [partnership, relations, agreement], status: [concluded, planned],
     notify: [hook]}}
  - {{name: words, keywords: {{any: [ferries, festival, reception]}}, notify: [hook]}}
""",
    "channels.yaml": """\
channels:
  hook: {{url: "${{HOOK}}"}}
""",
}


def news_day(directory: Path, site: str, hook: str) -> list[str]:
    """Configure the demonstration's outlets with a webhook; the command line of ``once``."""
    return _configured(directory, CONFIG["sources.yaml"].format(site=site), hook)


def seed_day(directory: Path, sources: Sequence[Source], hook: str) -> list[str]:
    """The same for the outlets of the seeds."""
    entries = "".join(f"  - {entry_of(source)}\n" for source in sources)
    settings = "settings: {workers: 1, spacing: 0}"
    return _configured(directory, f"{settings}\nsources:\n{entries}", hook)


def _configured(directory: Path, sources: str, hook: str) -> list[str]:
    directory.mkdir()
    for name, text in {**CONFIG, "sources.yaml": sources}.items():
        (directory / name).write_text(text if name == "sources.yaml" else text.format())
    env = directory / ".env"
    env.touch(0o600)
    env.write_text(f"HOOK={hook}\n")
    return ["once", "--notify-baseline", "--config", str(directory)]
