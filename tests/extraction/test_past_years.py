"""A bare year that is over: what happened in it is history, however near its end may be."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.support.reading import events

JANUARY = datetime(2031, 1, 17, 9, 0, tzinfo=UTC)

TOLD_IN_JANUARY = {
    "en": "Peru and Mongolia raised their relations to a strategic partnership in 2030.",
    "fr": "Pérou et Mongolie ont élevé leurs relations au rang de partenariat stratégique en 2030.",
    "es": "El Perú y Mongolia elevaron sus relaciones a una asociación estratégica en 2030.",
    "ru": "В 2030 году Перу и Монголия подняли отношения до уровня стратегического партнёрства.",
    "vi": "Năm 2030, Peru và Mông Cổ nâng cấp quan hệ lên đối tác chiến lược.",
    "zh": "去年，秘鲁和蒙古国将两国关系提升为战略伙伴关系。",
}


@pytest.mark.parametrize("language", TOLD_IN_JANUARY)
def test_a_deed_of_last_year_is_history_in_january(language: str) -> None:
    told = events(TOLD_IN_JANUARY[language], published=JANUARY, language=language)
    assert [event.status.value for event in told] == ["historical"]


def test_a_day_of_december_is_news_in_january() -> None:
    body = "Peru and Mongolia raised their relations to a strategic partnership on December 30."
    assert [event.status.value for event in events(body, published=JANUARY)] == ["concluded"]


def test_this_year_is_news() -> None:
    body = "Peru and Mongolia have raised their relations to a strategic partnership this year."
    assert [event.status.value for event in events(body, published=JANUARY)] == ["concluded"]
