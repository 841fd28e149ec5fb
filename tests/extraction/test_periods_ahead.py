"""What is said to come next week, month or year comes in that week, month or year."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from reading import events

PUBLISHED = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
"""A Tuesday."""


@pytest.mark.parametrize(
    ("language", "body", "period"),
    [
        ("en", "Chad and Sudan will sign a river treaty next year.", "2027"),
        ("en", "Chad and Sudan will sign a river treaty next month.", "2026-12"),
        ("en", "Chad and Sudan will sign a river treaty next week.", "2026-11-30/2026-12-06"),
        ("fr", "Le Tchad et le Soudan signeront un accord l'année prochaine.", "2027"),
        ("es", "Chile y Togo firmarán un acuerdo el mes que viene.", "2026-12"),
        ("ru", "Кения и Перу подпишут договор на следующей неделе.", "2026-11-30/2026-12-06"),
        ("vi", "Kenya và Peru sẽ ký hiệp định vào năm tới.", "2027"),
        ("zh", "秘鲁与智利下个月将签署协定。", "2026-12"),
    ],
)
def test_a_plan_for_the_next_period_is_dated_by_the_calendar(
    language: str, body: str, period: str
) -> None:
    (event,) = events(body, published=PUBLISHED, language=language)
    assert event.status.value == "planned"
    assert str(event.date) == period
