"""The paper by which relations were opened or raised is not told as a second event."""

from __future__ import annotations

import pytest

from tests.support.reading import brief

RESTORED = ["relations.restored concluded GH-PE"]
TELLINGS = [
    ("en", "Peru and Ghana restored relations. A protocol to that effect was signed in Lima."),
    (
        "ru",
        "Перу и Гана восстановили дипломатические отношения. Соответствующий протокол подписан.",
    ),
    (
        "es",
        (
            "Perú y Ghana restablecieron relaciones diplomáticas. "
            "El protocolo correspondiente fue firmado."
        ),
    ),
    (
        "fr",
        (
            "Le Pérou et le Ghana ont rétabli leurs relations diplomatiques. "
            "Un protocole à cet effet a été signé."
        ),
    ),
    ("zh", "秘鲁和加纳恢复外交关系。双方签署了相关议定书。"),
    ("vi", "Peru và Ghana đã khôi phục quan hệ ngoại giao. Nghị định thư về việc này đã được ký."),
]


@pytest.mark.parametrize(("language", "text"), TELLINGS)
def test_the_corresponding_paper_is_what_was_told_before(language: str, text: str) -> None:
    assert brief(text, language=language) == RESTORED


def test_another_paper_beside_it_is_an_event_of_its_own() -> None:
    text = "Peru and Ghana restored diplomatic relations. They also signed a protocol on trade."
    assert len(brief(text, language="en")) == 2
