"""Who is to sign, who only looks on, and papers told of from behind a long list of parties."""

from __future__ import annotations

import pytest

from tests.support.reading import brief

PLANNED = "agreement.signed planned GH-PE"
SIGNED = "agreement.signed concluded GH-PE"

WISHES = [
    ("fr", "Oman est furieux de la volonté du Pérou de signer un accord avec le Ghana."),
    ("es", "Chile criticó la determinación de Perú de firmar un acuerdo con Ghana."),
    ("ru", "Чили возмущено намерением Перу подписать соглашение с Ганой."),
]
TOLD_FROM_BEHIND = [
    ("fr", "L'accord de visas entre le Pérou et l'État du Ghana, qui a été signé hier, dure."),
    ("es", "El acuerdo militar entre el Perú y la República de Ghana, que fue firmado ayer, rige."),
]


@pytest.mark.parametrize(("language", "text"), WISHES)
def test_whose_wish_it_is_signs_and_nobody_who_looks_on(language: str, text: str) -> None:
    assert brief(text, language=language) == [PLANNED]


def test_two_who_agree_to_sign_both_sign() -> None:
    text = "Le Ghana a convenu avec le président du Pérou de signer un accord."
    assert brief(text, language="fr") == [PLANNED]


@pytest.mark.parametrize(("language", "text"), TOLD_FROM_BEHIND)
def test_a_relative_clause_reaches_over_the_parties(language: str, text: str) -> None:
    assert brief(text, language=language) == [SIGNED]


def test_agencies_of_both_countries_are_the_two_countries() -> None:
    text = (
        "El embajador suscribió este miércoles un memorando para un intercambio entre los "
        "organismos estatales de radio y televisión de ambos países."
    )
    assert brief(text, "Perú recibe al canciller de Ghana", language="es") == [SIGNED]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le Pérou et le Ghana ont signé une charte de partenariat stratégique."),
        ("es", "Perú y Ghana firmaron la carta de asociación estratégica."),
    ],
)
def test_a_charter_of_partnership_is_a_paper(language: str, text: str) -> None:
    assert [event.split(" strategic")[0] for event in brief(text, language=language)] == [SIGNED]
