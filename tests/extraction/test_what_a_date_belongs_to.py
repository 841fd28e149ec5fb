"""Years that are over, and dates of things: when a deed was done, and when only its object was."""

from __future__ import annotations

import pytest

from tests.support.reading import events

SPANS_THAT_ARE_OVER = {
    "en": "Peru and Ghana signed the accords in 2018-2020.",
    "es": "Perú y Ghana firmaron los acuerdos en 2018-2020.",
    "fr": "Le Pérou et le Ghana ont signé des accords en 2018-2020.",
    "ru": "Перу и Гана подписали соглашения в 2018–2020 гг.",
    "vi": "Peru và Ghana ký các hiệp định trong năm 2018-2020.",
    "zh": "秘鲁和加纳在2018-2020年签署了协议。",
}
TERMS_OF_PAPERS = {
    "en": "Peru and Ghana signed a cooperation plan for 2029-2033.",
    "es": "Perú y Ghana firmaron el plan de cooperación de 2029-2033.",
    "fr": "Le Pérou et le Ghana ont signé un accord-cadre pour 2029-2033.",
    "ru": "Перу и Гана подписали программу сотрудничества на 2029–2033 годы.",
    "vi": "Peru và Ghana ký kế hoạch hợp tác giai đoạn 2029-2033.",
    "zh": "秘鲁和加纳签署2029-2033年合作协议。",
}
DATES_OF_THINGS = [
    ("fr", "Le Pérou et le Ghana ont signé un accord sur le pont, construit en 2012."),
    ("fr", "Le Pérou et le Ghana ont signé un accord sur l'usine fondée en mai 2012."),
    ("es", "Perú y Ghana firmaron un acuerdo sobre el puente inaugurado en 2012."),
    ("es", "Perú y Ghana firmaron un acuerdo por la fuga, ocurrida en abril de 2012."),
    ("ru", "Перу и Гана подписали соглашение о мосте, построенном в 2012 году."),
    ("ru", "Перу и Гана подписали соглашение об открытом в мае 2012 года заводе."),
    ("vi", "Peru và Ghana ký thỏa thuận về cây cầu khánh thành năm 2012."),
    ("zh", "秘鲁和加纳就2012年通车的大桥签署协议。"),
]
DATES_OF_DEEDS = [
    ("fr", "Le Pérou et le Ghana ont signé un accord à Lima en 2012."),
    (
        "fr",
        "Les deux pays ont créé en mai 2012 une banque en signant un accord, le Pérou et le Ghana.",
    ),
    ("es", "Perú y Ghana firmaron un acuerdo en la cumbre celebrada en mayo de 2012."),
    ("ru", "Перу и Гана подписали соглашение на саммите, проходившем в мае 2012 года."),
    ("vi", "Peru và Ghana ký thỏa thuận xây dựng cầu năm 2012."),
    ("zh", "在2012年举行的峰会上，秘鲁和加纳签署了协议。"),
]


def statuses(text: str, language: str) -> list[str]:
    return [event.status.value for event in events(text, language=language)]


@pytest.mark.parametrize("language", SPANS_THAT_ARE_OVER)
def test_what_was_done_in_years_that_are_over_is_history(language: str) -> None:
    assert statuses(SPANS_THAT_ARE_OVER[language], language) == ["historical"]


@pytest.mark.parametrize("language", TERMS_OF_PAPERS)
def test_the_years_that_a_paper_runs_do_not_date_its_signing(language: str) -> None:
    assert statuses(TERMS_OF_PAPERS[language], language) == ["concluded"]


@pytest.mark.parametrize(("language", "text"), DATES_OF_THINGS)
def test_when_a_thing_was_made_does_not_date_the_paper_on_it(language: str, text: str) -> None:
    assert statuses(text, language) == ["concluded"]


@pytest.mark.parametrize(("language", "text"), DATES_OF_DEEDS)
def test_a_date_that_describes_no_thing_is_the_deeds(language: str, text: str) -> None:
    assert statuses(text, language) == ["historical"]
