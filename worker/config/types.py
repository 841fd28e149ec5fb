"""What loading gives: the whole configuration, frozen."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pacts.errors import Problem
from pacts.model import Channel, Source, Watch
from worker.config.stamps import Stamp


@dataclass(frozen=True, slots=True)
class Settings:
    """How the service itself works. Durations are in seconds."""

    contact: str | None = None
    """Mail or web address shown to servers beside the program's name."""
    user_agent: str | None = None
    """Replaces the whole User-Agent header."""
    proxy: str | None = field(default=None, repr=False)
    """With its credentials."""
    ping: str | None = field(default=None, repr=False)
    """Asked after ticks that went well; its path is a secret."""
    ping_every_seconds: float = 300.0
    workers: int = 16
    tick_seconds: float = 5.0
    deadline_seconds: float = 30.0
    max_bytes: int = 10_000_000
    per_host: int = 2
    spacing_seconds: float = 0.5
    news_days: int = 45
    operator: tuple[str, ...] = ()
    """Names of channels that hear how the sources are doing."""
    log_format: str = "auto"
    """``auto``, ``text`` or ``json``."""
    log_level: str = "info"


@dataclass(frozen=True, slots=True)
class Config:
    """The three files and ``.env``, checked and joined."""

    sources: tuple[Source, ...]
    watches: tuple[Watch, ...]
    channels: tuple[Channel, ...]
    settings: Settings = Settings()
    directory: Path = Path("config")
    warnings: tuple[Problem, ...] = ()
    """What works and is probably not meant."""
    files: Mapping[Path, Stamp] = field(default_factory=dict, compare=False, repr=False)
    """Every file that it was read from, files of secrets included, as it was just before."""


def fingerprint(channel: Channel) -> str:
    """Changes when the address of the channel does, and tells nothing of it.

    A slow hash with the name as salt: it is stored, and a short password must not be guessable
    from the database.
    """
    url = (channel.url or "").encode()
    return hashlib.scrypt(url, salt=channel.name.encode(), n=2**12, r=8, p=1, dklen=16).hex()
