"""Words of sport, firms and factions that mean something else in an accord of two states."""

from __future__ import annotations

import pytest

from tests.support.reading import brief, events

SIGNED = "agreement.signed concluded GH-PE"

OF_STATES = [
    ("fr", "Le Pérou et le Ghana ont signé un accord de transfert de technologie."),
    ("fr", "Le Pérou et le Ghana ont signé un accord sur le transfert des personnes condamnées."),
    ("fr", "Le Pérou a signé un accord avec le Ghana, acteur majeur du cacao."),
    ("es", "Perú, actor clave, firmó un acuerdo con Ghana."),
    ("es", "Hoy podemos celebrarlo: Perú y Ghana firmaron un acuerdo."),
    ("ru", "Перу подписало соглашение с Ганой, сообщил министр Роман Лопес."),
    ("ru", "Перу и Гана подписали соглашение о рыболовстве на сезон 2031 года."),
    ("zh", "秘鲁和加纳签署对外援助合作协议。"),
    ("zh", "秘鲁和加纳签署今后卫生合作协议。"),
    ("zh", "秘鲁和加纳签署协议，规模特别大。"),
    ("zh", "秘鲁外交部落实共识，与加纳签署协议。"),
    ("zh", "记者被告知，秘鲁和加纳签署了协议。"),
]
OF_THE_TWO = [
    ("fr", "Les deux pays ont signé un accord de transfert de technologie."),
    ("es", "Los dos países firmaron un convenio sobre evasión fiscal."),
    ("es", "Los ejércitos populares de ambos países firmaron un convenio."),
    ("zh", "双方各派代表签署了协议。"),
    ("zh", "双方签署协议，集中场地建设。"),
]
OF_PERSONS = [
    ("fr", "Le transfert record est signé : le joueur du Ghana a un accord avec un club du Pérou."),
    ("es", "El fiscal firmó un acuerdo con el acusado."),
    ("es", "Unidas Podemos y el partido firmaron un acuerdo de gobierno."),
    ("ru", "Клуб подписал контракт с игроком до конца сезона."),
    ("zh", "秘鲁后卫与加纳俱乐部签署合同。"),
    ("zh", "部落与军阀签署协议。"),
]


@pytest.mark.parametrize(("language", "text"), OF_STATES)
def test_a_word_with_two_lives_silences_no_accord_of_states(language: str, text: str) -> None:
    assert SIGNED in brief(text, language=language)


@pytest.mark.parametrize(("language", "text"), OF_THE_TWO)
def test_the_two_of_the_headline_sign_what_the_text_tells(language: str, text: str) -> None:
    titles = {"fr": "Le Pérou et le Ghana", "es": "Perú y Ghana", "zh": "秘鲁和加纳"}
    assert SIGNED in brief(text, titles[language], language=language)


@pytest.mark.parametrize(("language", "text"), OF_PERSONS)
def test_what_persons_sign_is_no_event(language: str, text: str) -> None:
    titles = {"fr": "Pérou, Ghana", "es": "Perú y Ghana", "ru": "Перу, Гана", "zh": "秘鲁和加纳"}
    assert SIGNED not in brief(text, titles[language], language=language)


def test_a_possessive_is_no_form_of_a_company() -> None:
    text = "Le Pérou a confirmé sa participation et signé un accord avec le Ghana."
    (event,) = events(text, language="fr")
    assert event.scope.value == "state"


TOPICS = {
    "fr": (
        "Le Pérou et le Ghana ont signé un accord {}.",
        [
            "entre banques centrales",
            "sur la jeunesse et les sports",
            "de formation des enseignants",
        ],
    ),
    "es": (
        "Perú y Ghana firmaron un acuerdo {}.",
        ["entre bancos centrales", "de formación de docentes", "fiscal", "de cooperación sindical"],
    ),
    "ru": (
        "Перу и Гана подписали соглашение {}.",
        ["о развитии футбола", "о сезонных рабочих", "о передаче осуждённых", "о разведке"],
    ),
    "vi": (
        "Peru và Ghana đã ký hiệp định {}.",
        ["phát triển bóng đá", "lao động thời vụ", "chuyển giao người bị kết án phạt tù"],
    ),
    "zh": (
        "秘鲁和加纳签署{}协议。",
        ["足球发展", "版权保护", "工会合作", "退役军人事务", "移交被判刑人", "引渡"],
    ),
}


@pytest.mark.parametrize("language", TOPICS)
def test_states_sign_accords_on_all_that_persons_do(language: str) -> None:
    form, topics = TOPICS[language]
    told = {topic: brief(form.format(topic), language=language) for topic in topics}
    assert told == {topic: [SIGNED] for topic in topics}
    scopes = {e.scope.value for t in topics for e in events(form.format(t), language=language)}
    assert scopes == {"state"}


def test_who_heads_the_customs_heads_no_company() -> None:
    text = "Le directeur général des douanes du Pérou et celui du Ghana ont signé un accord."
    assert [event.scope.value for event in events(text, language="fr")] == ["state"]
