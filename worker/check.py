"""What ``check`` says about a configuration. Prints nothing and reads no network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pacts.errors import ConfigError, Problem
from worker.config import Config, load
from worker.config.channelchecks import UrlProblem
from worker.trials.regrets import regrets
from worker.trials.watchwarnings import watch_warnings


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found."""

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()
    config: Config | None = None
    """None when there are problems."""

    @property
    def exit_status(self) -> int:
        """2 when the configuration cannot be used; warnings do not count."""
        return 2 if self.problems else 0

    def lines(self) -> tuple[str, ...]:
        """``file:line:column: message`` for each, and a summary."""
        warned = (
            Problem(one.file, one.line, one.column, f"warning: {one.message}")
            for one in self.warnings
        )
        return (*map(str, self.problems), *map(str, warned), self.summary)

    @property
    def summary(self) -> str:
        """One line."""
        if self.config is None:
            return f"{_count(len(self.problems), 'problem')}: nothing was changed or started"
        parts = (
            _count(len(self.config.sources), "source"),
            _count(len(self.config.watches), "watch", "watches"),
            _count(len(self.config.channels), "channel"),
        )
        warned = f", {_count(len(self.warnings), 'warning')}" if self.warnings else ""
        return f"{', '.join(parts)}: no problems{warned}"

    def to_json(self) -> dict[str, Any]:
        """For ``--json``."""
        return {
            "ok": not self.problems,
            "problems": [asdict(problem) for problem in self.problems],
            "warnings": [asdict(warning) for warning in self.warnings],
        }


def _count(number: int, what: str, many: str = "") -> str:
    return f"{number} {what if number == 1 else many or what + 's'}"


def check(
    directory: Path,
    *,
    environ: Mapping[str, str],
    url_problem: UrlProblem | None = None,
    database: Path | None = None,
    now: datetime | None = None,
) -> Report:
    """Judge a configuration directory whole. Arguments as for :func:`worker.config.load`.

    With a ``database``, what its marks say of the watches is among the warnings; and, at ``now``,
    which watches are dead or noisy by what it has of them.
    """
    try:
        config = load(directory, environ=environ, url_problem=url_problem)
    except ConfigError as error:
        return Report(error.problems)
    if database is None:
        return Report((), config.warnings, config)
    warnings = [*config.warnings, *regrets(config, database)]
    if now is not None:
        warnings += watch_warnings(config, database, now=now)
    warnings.sort(key=lambda one: (one.file, one.line, one.column))
    return Report((), tuple(warnings), config)
