"""What sounds like a denial: superlatives, conditions, silence, verbs about a paper."""

from __future__ import annotations

import pytest

from tests.support.reading import brief

EVER = [
    ("fr", "Il s'agit du plus important accord jamais conclu entre le Pérou et le Ghana."),
    ("es", "Es el mayor acuerdo jamás firmado entre Perú y Ghana."),
]
NEVER = [
    ("fr", "L'accord n'a jamais été signé par le Pérou et le Ghana."),
    ("fr", "L'accord jamais signé entre le Pérou et le Ghana reste dans un tiroir."),
    ("es", "El acuerdo nunca fue firmado por Perú y Ghana."),
    ("es", "Perú descartó cualquier acuerdo con Ghana."),
    ("es", "Perú no firmará el acuerdo con Ghana, sin embargo seguirá negociando."),
    ("ru", "Перу и Гана не подписали договор без объяснения причин."),
]
CONDITIONS = [
    ("es", "No habrá acuerdo entre Perú y Ghana sin inmunidad para los soldados."),
    ("fr", "Le Pérou ne signera pas l'accord avec le Ghana sans garanties."),
    ("ru", "Перу не подпишет договор с Ганой без гарантий безопасности."),
    ("vi", "Peru sẽ không ký hiệp định với Ghana nếu không có bảo đảm."),
]
ABOUT_A_PAPER = [
    (
        "es",
        'Los cancilleres de Perú y Ghana descartaron hoy "reabrir" el Tratado de Libre Comercio.',
    ),
    ("es", "Perú y Ghana descartaron hoy reabrir el tratado."),
    ("fr", "Le Ghana n'a pas annoncé l'accord avec le Pérou."),
    ("es", "Ghana no anunció el acuerdo con Perú."),
    ("vi", "Ghana không công bố thỏa thuận này với Peru."),
]
PROTESTS = [
    ("ru", "Перу и Гана обменялись нотами протеста."),
    ("fr", "Le Pérou et le Ghana ont échangé des notes de protestation."),
    ("fr", "Les présidents du Pérou et du Ghana ont échangé des lettres de vœux."),
    ("vi", "Peru và Ghana trao đổi công hàm phản đối."),
    ("zh", "秘鲁和加纳互换抗议照会。"),
]


def statuses(text: str, language: str) -> set[str]:
    return {event.split()[1] for event in brief(text, language=language)}


@pytest.mark.parametrize(("language", "text"), EVER)
def test_the_greatest_accord_ever_signed_is_not_denied(language: str, text: str) -> None:
    assert "negated" not in statuses(text, language)


@pytest.mark.parametrize(("language", "text"), NEVER)
def test_what_was_never_signed_is_denied(language: str, text: str) -> None:
    assert statuses(text, language) == {"negated"}


@pytest.mark.parametrize(("language", "text"), CONDITIONS)
def test_no_accord_without_something_hangs_on_a_condition(language: str, text: str) -> None:
    assert statuses(text, language) == {"conditional"}


@pytest.mark.parametrize(("language", "text"), ABOUT_A_PAPER)
def test_what_is_not_done_about_a_paper_does_not_deny_the_paper(language: str, text: str) -> None:
    assert brief(text, language=language) == []


@pytest.mark.parametrize(("language", "text"), PROTESTS)
def test_notes_of_protest_and_letters_of_good_wishes_are_no_papers(
    language: str, text: str
) -> None:
    assert brief(text, language=language) == []


def test_an_exchange_of_notes_is_an_event_in_vietnamese_too() -> None:
    text = "Peru và Ghana đã trao đổi công hàm về việc mở lãnh sự quán."
    assert brief(text, language="vi") == ["agreement.exchanged concluded GH-PE"]


def test_signing_an_exchange_of_notes_is_told_once() -> None:
    text = "Peru và Ghana ký trao đổi công hàm về viện trợ."
    assert brief(text, language="vi") == ["agreement.signed concluded GH-PE"]
