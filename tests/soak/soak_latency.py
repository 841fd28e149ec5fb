"""How soon messages leave: ``./run.sh soak -k rush``.

Two hundred items of one poll, each an alert, through the real service to a webhook.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from rush import rush

COUNT = 200
SECONDS = 1.0


@pytest.mark.parametrize("pages", [True, False])
def test_a_rush_of_alerts_is_handed_over_within_a_second_of_the_poll(
    tmp_path: Path, pages: bool
) -> None:
    seen = rush(tmp_path, COUNT, pages=pages)
    print(f"{'pages read' if pages else 'the feed alone'}: {seen}")
    assert seen.p95 <= SECONDS
