"""A database of its own to try judgements on, thrown away afterwards."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from storage.store import Store


@contextmanager
def scratch(sources: Iterable[tuple[str, str, str]], now: datetime) -> Iterator[Store]:
    """An empty store that knows these sources, each with its kind and address."""
    with (
        tempfile.TemporaryDirectory(prefix="pactwatch-") as folder,
        Store.open(Path(folder) / "scratch.db") as store,
    ):
        store.register_sources(sources, now)
        yield store
