"""Opening the database for commands that only look."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from pacts.errors import UsageError
from worker.commands.options import config_directory, database_path

if TYPE_CHECKING:
    from pacts.model import Alert, Channel
    from storage.store import Store


@contextlib.contextmanager
def store_of(
    database: Path | None, config: Path | None, *, read_only: bool = True
) -> Iterator[Store]:
    """The database that exists. Raises UsageError when there is none: looking makes none."""
    from storage.store import Store

    path = database_path(database, config_directory(config))
    if not path.is_file():
        raise UsageError(f"{path}: there is no database yet; `pactwatch once` makes it")
    with Store.open(path, read_only=read_only) as store:
        yield store


def alert_of(number: int, database: Path | None, config: Path | None) -> Alert | None:
    """A stored alert; None when there is none of this number."""
    with store_of(database, config) as store:
        return store.alert(number)


def channel_of(name: str, config: Path | None) -> Channel:
    """A configured channel. Raises UsageError when there is none of this name."""
    import os

    from worker.config import load

    channels = load(config_directory(config), environ=os.environ).channels
    found = next((one for one in channels if one.name == name), None)
    if found is None:
        known = ", ".join(one.name for one in channels)
        raise UsageError(f'no channel is called "{name}"; there are: {known}')
    return found


def since_time(text: str | None) -> datetime | None:
    """What ``--since`` means: a day begins at midnight UTC."""
    from worker.life.clock import parse_time

    if text is None:
        return None
    moment = parse_time(text)
    return moment.replace(hour=0) if _is_day(text) else moment


def until_time(text: str, now: datetime) -> datetime:
    """What ``--until`` means: a day is meant to its end, midnight UTC; 3d is so long from now.

    Raises UsageError for anything else.
    """
    from worker.config.values import duration
    from worker.life.clock import parse_time

    if text[:1].isdigit() and text[-1:] in "smhd":
        try:
            return now.replace(microsecond=0) + duration(text)
        except (ValueError, OverflowError) as error:
            raise UsageError(f"--until {text} {error}") from None
    try:
        moment = parse_time(text)
    except UsageError:
        raise UsageError(
            f"--until {text} is none of: a day (2031-03-10), a time (2031-03-10T18:00), or how long"
            " from now (3d, 12h)"
        ) from None
    return moment.replace(hour=0) + timedelta(days=1) if _is_day(text) else moment


def _is_day(text: str) -> bool:
    return len(text) == len("2025-05-24")
