"""One sentence each, in six languages: what was concluded alerts, what is only spoken of does not.

``sentences/<language>.txt``: a line with "+" tells news, a line with "-" does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.reading import events

FOLDER = Path(__file__).parent / "sentences"


def sentences(mark: str) -> Iterator[tuple[str, str]]:
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(mark):
                yield path.stem, line.removeprefix(mark).strip()


@pytest.mark.parametrize(("language", "text"), list(sentences("-")))
def test_what_is_only_spoken_of_alerts_nobody(language: str, text: str) -> None:
    assert [event for event in events(text, language=language) if event.alerts] == []


@pytest.mark.parametrize(("language", "text"), list(sentences("+")))
def test_what_was_concluded_alerts(language: str, text: str) -> None:
    assert [event for event in events(text, language=language) if event.alerts] != []
