"""Anniversaries: a good day to conclude something, and the day of something long ago."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from reading import events

PUBLISHED = datetime(2031, 6, 20, 9, 0, tzinfo=UTC)

NEWS_ON_AN_ANNIVERSARY = [
    (
        "en",
        (
            "Peru and Kenya raised their relations to a strategic partnership, on the 50th"
            " anniversary of diplomatic relations (19 June 1981 - 19 June 2031)."
        ),
    ),
    (
        "en",
        (
            "Peru and Kenya raised ties to a strategic partnership on the anniversary of the 1981"
            " opening of relations (June 19, 1981)."
        ),
    ),
    (
        "es",
        (
            "Perú y Kenia elevaron sus relaciones a una asociación estratégica con motivo del 50"
            " aniversario del establecimiento de relaciones diplomáticas (19 de junio de 1981)."
        ),
    ),
    (
        "fr",
        (
            "Le Pérou et le Kenya ont élevé leurs relations au rang de partenariat stratégique, à"
            " l'occasion du 50e anniversaire de l'établissement de leurs relations diplomatiques"
            " (19 juin 1981 - 19 juin 2031)."
        ),
    ),
    (
        "ru",
        (
            "Перу и Кения подняли отношения до уровня стратегического партнёрства к 50-летию"
            " установления дипломатических отношений (19 июня 1981 года – 19 июня 2031 года)."
        ),
    ),
    (
        "vi",
        (
            "Peru và Kenya công bố nâng quan hệ hai nước lên Đối tác Chiến lược, đúng dịp kỷ niệm"
            " 50 năm thiết lập quan hệ ngoại giao (19/6/1981 - 19/6/2031)."
        ),
    ),
    (
        "vi",
        (
            "Peru và Kenya nâng cấp quan hệ lên Đối tác Chiến lược nhân kỷ niệm 50 năm thiết lập"
            " quan hệ ngoại giao ngày 19/6/1981."
        ),
    ),
    ("zh", "秘鲁和肯尼亚宣布将两国关系提升为战略伙伴关系,正值两国建交50周年(1981年6月19日)。"),
]

LONG_AGO = [
    "Peru and Kenya marked the 10th anniversary of the strategic partnership established in 2021.",
    "Peru and Kenya celebrated on Friday the anniversary of the treaty signed on 19 June 1981.",
    "In 2011, on the 30th anniversary of relations, Peru and Kenya formed a strategic partnership.",
    "Peru and Kenya formed a strategic partnership in 2011 on the 30th anniversary of relations.",
    "Peru and Kenya signed the treaty on the anniversary of independence, 5 May 1985.",
]


@pytest.mark.parametrize(("language", "text"), NEWS_ON_AN_ANNIVERSARY)
def test_what_is_concluded_on_an_anniversary_is_news(language: str, text: str) -> None:
    told = [e for e in events(text, language=language, published=PUBLISHED) if e.level]
    assert [event.status.value for event in told] == ["concluded"]
    assert told[0].date is not None
    assert told[0].date.start.year == 2031


@pytest.mark.parametrize("text", LONG_AGO)
def test_what_an_anniversary_recalls_is_no_news(text: str) -> None:
    assert "concluded" not in {e.status.value for e in events(text, published=PUBLISHED)}
