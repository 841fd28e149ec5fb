"""A configuration that is saved while the service runs: when to read it, and what changed in it.

look at the files     something else is there than what we use
wait one look         until it stays as it is: editors and copies write in several steps
read                  wholly good: it is used from now on; else the old one stays, told once
"""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pacts.errors import ConfigError, Problem
from worker.config import Config, Settings
from worker.config.stamps import Stamp, stamps_of

AT_THE_START: Final[Mapping[str, str]] = {
    "contact": "contact",
    "user_agent": "user_agent",
    "proxy": "proxy",
    "workers": "workers",
    "tick_seconds": "tick",
    "deadline_seconds": "deadline",
    "max_bytes": "max_bytes",
    "per_host": "per_host",
    "spacing_seconds": "spacing",
    "log_format": "log_format",
    "log_level": "log_level",
}
"""Settings that are used when the service starts and not again, as the file calls them."""
_MOST_NAMES: Final = 10

Loader = Callable[[Path], Config]


@dataclass(frozen=True, slots=True)
class Refused:
    """A configuration that is not used, and all that is wrong with it."""

    problems: tuple[Problem, ...]
    first: bool
    """Whether the one before it was good."""
    files: Mapping[Path, Stamp]


@dataclass(frozen=True, slots=True)
class Mended:
    """A good configuration. ``again``: the one before it was refused."""

    config: Config
    again: bool


class Reload:
    """The files of the configuration in use. ``look`` is for one thread, ``ask`` for any."""

    def __init__(self, config: Config, load: Loader) -> None:
        self._load = load
        self._directory = config.directory
        self._known: Mapping[Path, Stamp] = config.files
        """What was read last, whether it was good or not."""
        self._seen = self._known
        self._refused: tuple[Problem, ...] = ()
        self._asked = threading.Event()

    def ask(self) -> None:
        """Read at the next look, whether files changed or not."""
        self._asked.set()

    def look(self) -> Mended | Refused | None:
        """What was saved since the last look but one, once it has come to rest.

        None when nothing was, when what was saved is as wrong as before, and while it changes.
        The same again until ``done`` hears of it.
        """
        found = stamps_of(self._known)
        resting, self._seen = found == self._seen, found
        if not self._asked.is_set() and (found == self._known or not resting):
            return None
        try:
            return Mended(self._load(self._directory), again=bool(self._refused))
        except ConfigError as error:
            refused = Refused(error.problems, first=not self._refused, files=found)
        if refused.problems != self._refused:
            return refused
        self.done(refused)
        return None

    def done(self, outcome: Mended | Refused) -> None:
        """It is used, or its problems are told: wait for the next change."""
        self._asked.clear()
        if isinstance(outcome, Mended):
            self._known, self._refused = outcome.config.files, ()
        else:
            self._known, self._refused = outcome.files, outcome.problems
        self._seen = self._known


def needs_restart(old: Settings, new: Settings) -> tuple[str, ...]:
    """The changed settings that a running service does not take over, as the file calls them."""
    return tuple(
        shown for name, shown in AT_THE_START.items() if getattr(old, name) != getattr(new, name)
    )


def changes(old: Config, new: Config) -> dict[str, str]:
    """What a new configuration changes, in words for the log; empty when nothing."""
    found = {}
    for what in ("sources", "watches", "channels"):
        before = {one.name: one for one in getattr(old, what)}
        after = {one.name: one for one in getattr(new, what)}
        kept = before.keys() & after.keys()
        found[f"{what}_added"] = _names(name for name in after if name not in before)
        found[f"{what}_removed"] = _names(name for name in before if name not in after)
        found[f"{what}_changed"] = _names(
            name for name in after if name in kept and before[name] != after[name]
        )
    found["settings_changed"] = _names(
        one.name
        for one in dataclasses.fields(Settings)
        if getattr(old.settings, one.name) != getattr(new.settings, one.name)
    )
    return {name: words for name, words in found.items() if words}


def _names(names: Iterable[str]) -> str:
    told = list(names)
    more = len(told) - _MOST_NAMES
    return ", ".join(told[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
