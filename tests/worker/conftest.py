from __future__ import annotations

from collections.abc import Iterator

import pytest
from forkserver import ForkServer


@pytest.fixture(scope="session")
def pactwatch() -> Iterator[ForkServer]:
    """Runs commands of Pactwatch in processes of their own."""
    with ForkServer() as server:
        yield server
