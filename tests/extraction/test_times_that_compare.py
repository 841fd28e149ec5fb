"""Times that only compare, lists that a relative clause ends, states known by their firms."""

from __future__ import annotations

import pytest

from tests.support.reading import brief, events

SIGNED = "agreement.signed concluded GH-PE"

COMPARED = [
    ("vi", "So với cuộc gặp cách đây 10 tháng, Peru và Ghana ký kết ít thỏa thuận hơn."),
    ("vi", "Khác với năm 2012, Peru và Ghana ký hiệp định."),
    ("fr", "Par rapport à l'an dernier, le Pérou et le Ghana ont signé deux fois plus d'accords."),
    ("fr", "Contrairement à 2012, le Pérou et le Ghana ont signé un accord."),
    ("es", "En comparación con el año pasado, Perú y Ghana firmaron el doble de acuerdos."),
    ("es", "A diferencia de 2012, Perú y Ghana firmaron un acuerdo."),
    ("ru", "В отличие от встречи 2012 года, Перу и Гана подписали соглашение."),
    ("zh", "与去年相比，秘鲁和加纳签署了更多协议。"),
    ("zh", "相比2012年的访问，秘鲁和加纳此次签署了更多协议。"),
]
DATED = [
    ("vi", "So với trước, quan hệ tốt hơn; năm 2012, Peru và Ghana ký hiệp định."),
    ("fr", "En 2012, le Pérou et le Ghana ont signé plus d'accords par rapport à d'autres."),
    ("es", "Frente a la crisis, Perú y Ghana firmaron en 2012 un acuerdo."),
    ("ru", "В отличие от Чили, Перу и Гана подписали соглашение в 2012 году."),
    ("zh", "去年，秘鲁和加纳签署了协议。"),
]
WITH_FIRMS = [
    ("fr", "Le Pérou et Boeing coopèrent", "Les deux parties ont signé un accord avec joie."),
    ("es", "Perú y Boeing cooperan", "Ambas partes firmaron un convenio."),
    ("ru", "Перу и Boeing договорились", "Стороны подписали соглашение."),
]


@pytest.mark.parametrize(("language", "text"), COMPARED)
def test_a_time_that_only_compares_makes_no_history(language: str, text: str) -> None:
    assert brief(text, language=language) == [SIGNED]


@pytest.mark.parametrize(("language", "text"), DATED)
def test_a_time_beside_a_comparison_is_the_deeds(language: str, text: str) -> None:
    assert brief(text, language=language) == ["agreement.signed historical GH-PE"]


def test_the_last_of_a_list_did_what_the_relative_clause_tells() -> None:
    text = (
        "A la cumbre asistieron Chile y Ecuador, además de Guyana y Surinam, que firmaron el "
        "lunes acuerdos marco con Mercosur."
    )
    assert brief(text, language="es") == ["agreement.signed concluded GY-MERCOSUR-SR"]


def test_both_of_a_joint_subject_did_it() -> None:
    text = "Le Pérou, ainsi que le Ghana, ont signé lundi un accord."
    assert brief(text, language="fr") == [SIGNED]


def test_a_weekday_is_no_part_of_a_papers_name() -> None:
    (event,) = events("Perú y Ghana firmaron el lunes acuerdos.", language="es")
    assert event.document == "acuerdos"


@pytest.mark.parametrize(("language", "title", "text"), WITH_FIRMS)
def test_a_state_known_by_its_firm_alone_signs_nothing_itself(
    language: str, title: str, text: str
) -> None:
    assert [event.scope.value for event in events(text, title, language=language)] == ["mixed"]


def test_a_state_whose_envoy_is_named_too_signs_itself() -> None:
    text = (
        "El presidente recibió al embajador de Estados Unidos. Ambas partes firmaron un convenio."
    )
    told = events(text, "Perú y Boeing cooperan", language="es")
    assert [event.scope.value for event in told] == ["state"]
