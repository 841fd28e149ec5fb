"""Runs that are killed again and again, and what must be the same in the end.

Each trial begins with a database of its own. At noon the command is started, killed at a random
moment and started again, a few times over; then nothing disturbs it any more and it comes to its
end. In the evening, when a digest and the end of quiet hours are due, the same once more. Then
stories, alerts and deliveries are those of a run that nobody disturbed, the database is sound,
and the receiver has had every alert: once, or once more for each time that its sender was dead
when the answer came.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import oldbase
from disturbing import Disturbance, Full, Locked
from forkserver import Done, ForkServer
from receiver import Receiver, Told, hardly_heard, received, unheard

from pacts.terms import DeliveryState
from storage.store import Store

EVENING = timedelta(hours=7)
"""From the first run to the hour at which the digest is due and quiet hours are over."""
STEP = timedelta(seconds=30)
"""Each run begins so much later than the one before: time does not go backwards."""
TO_STOP = 60.0
"""Seconds in which a service that is told to stop must be gone."""
DAMAGE = ("Traceback", '"critical"', "item_broke", "poll_broke", "edit_broke")
"""What no kill, no lock and no full disk may bring into the log."""


@dataclass(frozen=True)
class Kind:
    """A way of making life hard for a run."""

    name: str
    disturbance: type[Disturbance] = Disturbance
    service: bool = False
    """``run`` instead of ``once``; some get a SIGTERM first."""
    within: float | None = None
    """Kills fall into the first so many seconds, of the process or of its work; None: anywhere."""
    old: bool = False
    """The database is one of the first version: it has to be migrated."""


KINDS = (
    Kind("once"),
    Kind("at its start", within=0.08),
    Kind("migration", within=0.08, old=True),
    Kind("database locked", Locked),
    Kind("disk full", Full),
    Kind("service", service=True),
    Kind("service, locked", Locked, service=True),
    Kind("service, disk full", Full, service=True),
)


@dataclass(frozen=True)
class Outcome:
    """What a run came to, without the numbers and times of rows."""

    stories: frozenset[tuple[object, ...]]
    alerts: Counter[tuple[object, ...]]
    deliveries: Counter[tuple[object, ...]]


@dataclass
class Tally:
    """What was seen over many kills of a kind."""

    kind: str
    kills: int = 0
    terms: int = 0
    """Services that were told to stop, and did."""
    refused: int = 0
    """Runs that ended with the sentence that the database cannot be used, or had it in the log."""
    trials: int = 0
    messages: int = 0
    lost: int = 0
    repeated: int = 0
    unheard: int = 0
    """Messages that were answered when their sender was dead."""
    hardly: int = 0
    """Repeats of what was answered in the moment before its sender died."""
    seconds: float = 0.0


HEADING = (
    "kind", "kills", "terms", "refused", "trials", "messages", "lost", "repeated", "unheard",
    "hardly", "seconds",
)  # fmt: skip


def table(tallies: list[Tally]) -> str:
    rows = [[str(getattr(one, name)) for name in HEADING[:-1]] for one in tallies]
    for row, one in zip(rows, tallies, strict=True):
        row.append(f"{one.seconds:.0f}")
    sums = [sum(getattr(one, name) for one in tallies) for name in HEADING[1:]]
    rows.append(["all", *(f"{number:.0f}" for number in sums)])
    return "\n".join(
        f"{name:20}" + "".join(f"{cell:>9}" for cell in cells)
        for name, *cells in [list(HEADING), *rows]
    )


@dataclass
class Scene:
    """What all trials share. ``words`` are those of the configuration, as for any command."""

    server: ForkServer
    receiver: Receiver
    words: list[str]
    noon: datetime
    random: Random
    seconds: dict[datetime, float] = field(default_factory=dict)
    """How long an undisturbed run takes at noon and in the evening."""
    wanted: dict[bool, Outcome] = field(default_factory=dict)
    """What undisturbed runs come to, on a new database and on an old one."""


class Killer:
    """Trials of one kind."""

    def __init__(self, scene: Scene, kind: Kind, disturbance: Disturbance) -> None:
        self._scene = scene
        self._kind = kind
        self._disturbance = disturbance
        self._random = scene.random
        self._when = scene.noon
        self.tally = Tally(kind.name)

    def undisturbed(self, database: Path) -> Outcome:
        """Run to the end; how long that takes is the stretch in which later runs are killed.

        What is known from another kind of kills is not tried again.
        """
        known = self._scene.wanted.get(self._kind.old)
        if known is not None:
            return known
        self._make(database)
        for hour in self._hours:
            self._when, start = hour, time.monotonic()
            self._to_the_end(database)
            self._scene.seconds[hour] = time.monotonic() - start
        taken = received(self._scene.receiver.settled())
        self._scene.receiver.taken.clear()
        assert set(taken.values()) == {1}
        assert taken == _sent(database)
        self._scene.wanted[self._kind.old] = outcome = outcome_of(database)
        return outcome

    def trial(self, database: Path, *, kills: int) -> Outcome:
        """Kill so often, or less when it comes to its end before; checks the messages."""
        began = time.monotonic()
        self._make(database)
        allowed: list[Counter[Told]] = [Counter(), Counter()]
        evening = kills // 3
        for hour, count in zip(self._hours, (kills - evening, evening), strict=True):
            self._when = max(self._when, hour) if hour != self._scene.noon else hour
            with self._disturbance.around(database):
                self._kill_often(database, count, allowed)
            self._to_the_end(database)
        self._check(database, *allowed)
        self.tally.trials += 1
        outcome = outcome_of(database)
        for file in database.parent.glob(f"{database.name}*"):
            file.unlink()
        self.tally.seconds += time.monotonic() - began
        return outcome

    @property
    def _hours(self) -> tuple[datetime, datetime]:
        return self._scene.noon, self._scene.noon + EVENING

    def _make(self, database: Path) -> None:
        if self._kind.old:
            oldbase.make(database, channels=CHANNELS)

    def _kill_often(self, database: Path, kills: int, allowed: list[Counter[Told]]) -> None:
        hour = self._hours[self._when >= self._hours[1]]
        for _ in range(kills):
            before = len(self._scene.receiver.settled())
            child = self._start(database, service=self._kind.service)
            if self._kind.within and self._random.random() < 0.7:
                _wait_for_work(database, child)
            time.sleep(self._life(hour))
            death, done = self._end(child)
            taken = self._scene.receiver.settled()[before:]
            self.tally.refused += done.status == 2 or "database_refuses" in done.err
            # The machine has more to do at one time than at another: lives follow.
            self._scene.seconds[hour] *= 1.02 if death is not None else 0.9
            if death is not None:
                self.tally.kills += 1
                allowed[0] += unheard(taken, death)
                allowed[1] += hardly_heard(taken, death)
            elif done.status == 0 and not self._kind.service:
                break

    def _life(self, hour: datetime) -> float:
        # Earlier moments more often: a run that goes on where another was killed is shorter.
        usual = self._kind.within or self._scene.seconds[hour] * (1 + self._kind.service)
        life = self._random.triangular(0, usual, 0) + self._disturbance.lingers()
        if self._kind.service and self._random.random() < 0.03:
            life += self._random.uniform(5, 8)  # long enough for it to try again
        return life

    def _end(self, child: int) -> tuple[float | None, Done]:
        """Kill it; the time of its death, None when it ended by itself or was told to."""
        if self._kind.service and self._random.random() < 0.3:
            os.kill(child, signal.SIGTERM)
            if self._random.random() < 0.5 or not _alive(child, self._random.uniform(0, 0.3)):
                assert not _alive(child, TO_STOP), "told to stop, it did not"
        death = time.monotonic()
        os.kill(child, signal.SIGKILL)
        done = self._wait(child)
        # Of SIGTERM too: in its first moments it has not asked to be told.
        if done.status in {-signal.SIGKILL, -signal.SIGTERM}:
            return death, done
        assert done.status in {0, 2}, done
        self.tally.terms += self._kind.service
        return None, done

    def _to_the_end(self, database: Path) -> None:
        done = self._wait(self._start(database, service=False))
        assert done.status == 0, done

    def _start(self, database: Path, *, service: bool) -> int:
        self._when += STEP
        command = "run" if service else "once"
        child = self._scene.server.start(
            command, *self._scene.words, "--database", str(database),
            "--at", self._when.isoformat(),
        )  # fmt: skip
        self._disturbance.victim = child
        return child

    def _wait(self, child: int) -> Done:
        done = self._scene.server.wait(child)
        self._disturbance.victim = None
        assert not any(word in done.err for word in DAMAGE), done.err
        return done

    def _check(self, database: Path, late: Counter[Told], hardly: Counter[Told]) -> None:
        taken, sent = received(self._scene.receiver.settled()), _sent(database)
        self._scene.receiver.taken.clear()
        lost, repeats = sent - taken, taken - sent
        tally = self.tally
        tally.messages += taken.total()
        tally.lost += lost.total()
        tally.repeated += repeats.total()
        tally.unheard += late.total()
        tally.hardly += (repeats - late).total()
        assert not lost, f"noted as sent, never received: {lost}"
        assert not repeats - late - hardly, f"sent twice for no reason: {repeats - late - hardly}"
        with closing(sqlite3.connect(database)) as conn:
            assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert conn.execute("PRAGMA foreign_key_check").fetchall() == []


def _wait_for_work(database: Path, child: int) -> None:
    """Until it has taken the lock, and opens the database."""
    lock = database.with_name(f"{database.name}.lock")
    end = time.monotonic() + 5
    while time.monotonic() < end:
        with suppress(FileNotFoundError):
            if lock.read_text(encoding="utf-8").strip() == str(child):
                return
        time.sleep(0.001)


def _alive(child: int, seconds: float) -> bool:
    """Whether it still runs after so long. One that ended and was not waited for is a zombie."""
    end = time.monotonic() + seconds
    while True:
        state = (
            Path(f"/proc/{child}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        )
        if state == "Z":
            return False
        if time.monotonic() > end:
            return True
        time.sleep(0.01)


def _sent(database: Path) -> Counter[Told]:
    with Store.open(database, read_only=True) as store:
        sent = store.deliveries(state=DeliveryState.SENT)
    return Counter((one.channel, one.alert.id or 0) for one in sent)


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


# --- scripted days -------------------------------------------------------------------------

SEED_DAY = datetime(2025, 5, 24, 11, 30, tzinfo=UTC)
NEWS_DAY = datetime(2031, 3, 5, 11, 30, tzinfo=UTC)
CHANNELS = ("good", "bad", "quiet", "digest", "grouped", "limited")
CONFIG = {
    "keywords.yaml": """\
watches:
  - {{name: all, events: [partnership, relations], status: [concluded, planned],
     notify: [{channels}]}}
  - {{name: later, events: [agreement], status: [concluded, planned],
     notify: [quiet, digest, grouped]}}
  - {{name: words, keywords: {{any: [ferries, festival, reception]}}, notify: [{channels}]}}
""",
    "channels.yaml": """\
channels:
  good: {{url: "${{GOOD}}"}}
  bad: {{url: "${{BAD}}"}}
  quiet: {{url: "${{QUIET}}", quiet: "09:00-17:00 UTC"}}
  digest: {{url: "${{DIGEST}}", digest: "18:00 UTC"}}
  grouped: {{url: "${{GROUPED}}", group_wait: 40m}}
  limited: {{url: "${{LIMITED}}", rate: 2/h}}
""",
}
SETTINGS = "settings: {workers: 1, spacing: 0, tick: 1s}\n"
OUTLETS = """\
defaults: {{every: 15m, language: en, allow_private: true}}
sources:
  - {{name: courier, kind: feed, url: "{site}/courier/feed.xml"}}
  - {{name: gazette, kind: sitemap, url: "{site}/gazette/sitemap.xml"}}
  - name: pacific
    kind: listing
    url: "{site}/pacific/"
    select: {{item: "div.teaser", link: "a", title: "h2", date: "time"}}
"""


def configure(directory: Path, sources: str, receiver: Receiver) -> list[str]:
    """Write the files; the words that name them to a command."""
    directory.mkdir()
    (directory / "sources.yaml").write_text(SETTINGS + sources)
    for name, text in CONFIG.items():
        (directory / name).write_text(text.format(channels=", ".join(CHANNELS)))
    env = directory / ".env"
    env.touch(0o600)
    env.write_text("".join(f"{name.upper()}={receiver.address(name)}\n" for name in CHANNELS))
    return ["--notify-baseline", "--config", str(directory)]
