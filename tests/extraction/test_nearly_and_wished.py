"""What is near, wished, or long behind is not told as news."""

from __future__ import annotations

import pytest

from tests.support.reading import events

NOT_DONE = [
    ("fr", "Je veux que le Ghana adhère à l'OTAN."),
    ("fr", "Nous voulons que le Pérou intègre l'Union africaine."),
    ("zh", "总统说，秘鲁与加纳已非常接近签署一项矿产协议。"),
]
LONG_BEHIND = [
    ("zh", "秘鲁政府此前与加纳达成了一项渔业协议。"),
    ("ru", "Он говорил через несколько недель после того, как Перу и Гана подписали соглашение."),
    ("es", "En lo que va de año, el Perú ha firmado acuerdos militares con Ghana y Mongolia."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NOT_DONE)
def test_what_is_wished_or_near_is_planned(language: str, text: str) -> None:
    assert {event.status.value for event in events(text, language=language)} == {"planned"}


@pytest.mark.parametrize(("language", "text"), LONG_BEHIND)
def test_what_is_told_as_behind_is_history(language: str, text: str) -> None:
    assert {event.status.value for event in events(text, language=language)} == {"historical"}
