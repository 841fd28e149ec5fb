"""Envoys, office holders named once, regions with a state's name: who signs, and who does not."""

from __future__ import annotations

import pytest

from tests.support.reading import brief, events

SIGNED = "agreement.signed concluded GH-PE"

ENVOYS = [
    ("ru", "Соглашение подписали министр экономики и посол Перу в Гане."),
    ("ru", "Посол Перу в Гане Хуан Лопес и министр экономики подписали меморандум."),
    ("es", "La ministra de Energía y el embajador de Perú en Ghana firmaron un convenio."),
    ("vi", "Đại sứ Peru tại Ghana Juan López và Bộ trưởng Năng lượng đã ký thỏa thuận."),
]
OFFICE_HOLDERS = [
    "秘鲁副总理李明26日在利马同加纳副总理诺瓦克举行会谈。会后，李明和诺瓦克共同签署了会议纪要。",
    "秘鲁副总理李明26日在利马同加纳副总理诺瓦克举行会谈。会后，李明同诺瓦克签署合作协议。",
]
REGIONS = [
    ("ru", "Правительство Перу подписало соглашение с Северной Ирландией."),
    ("ru", "Перу подписало соглашение с Внутренней Монголией."),
    ("es", "Perú e Irlanda del Norte firmaron un acuerdo."),
    ("fr", "Le Pérou et l'Irlande du Nord ont signé un accord."),
    ("vi", "Peru và Bắc Ireland ký thỏa thuận."),
    ("zh", "秘鲁和北爱尔兰签署协议。"),
]
LONG_NAMES = [
    ("ru", "Перу и Соединённое Королевство Великобритании и Северной Ирландии подписали договор."),
    (
        "fr",
        "Le Pérou et le Royaume-Uni de Grande-Bretagne et d'Irlande du Nord ont signé un accord.",
    ),
    ("es", "Perú y el Reino Unido de Gran Bretaña e Irlanda del Norte firmaron un acuerdo."),
    ("zh", "秘鲁和大不列颠及北爱尔兰联合王国签署协议。"),
]
BEHIND_COLONS = [
    ("ru", "Ганские больницы получат от Перу 8 млн долларов: соглашение подписал Боату"),
    ("es", "Los hospitales de Ghana recibirán ayuda de Perú: el ministro firmó un convenio"),
    ("fr", "Les hôpitaux du Ghana recevront l'aide du Pérou : le ministre signe un accord"),
    ("vi", "Bệnh viện Ghana nhận viện trợ của Peru: Bộ trưởng ký thỏa thuận"),
    ("zh", "加纳医院将获秘鲁援助：部长签署协议"),
]
OF_FIRMS = [
    ("ru", "Ганская компания и банк Перу: стороны подписали соглашение"),
    ("es", "Universidades de Perú y Ghana se alían: firman convenio"),
]


@pytest.mark.parametrize(("language", "text"), ENVOYS)
def test_an_envoy_and_a_minister_sign_for_sender_and_host(language: str, text: str) -> None:
    assert brief(text, language=language) == [SIGNED]


def test_an_envoy_who_only_speaks_signs_nothing() -> None:
    text = "Посол Перу в Гане рассказал, что Чили и Оман подписали договор."
    assert brief(text, language="ru") == ["agreement.signed concluded CL-OM"]


@pytest.mark.parametrize("text", OFFICE_HOLDERS)
def test_a_name_that_bore_an_office_before_is_no_stranger(text: str) -> None:
    assert brief(text, language="zh") == [SIGNED]


def test_a_firm_that_joins_a_minister_is_a_stranger() -> None:
    text = "秘鲁外长洛佩斯同加纳外长诺瓦克举行会谈。李明和腾达公司签署了会议纪要。"
    assert brief(text, language="zh") == []


def test_a_leader_and_whoever_joins_him_sign_for_the_two_states() -> None:
    text = "习近平会见秘鲁副总理李明。习近平和李明签署了协议。"
    assert brief(text, "中国和秘鲁举行会谈", language="zh") == ["agreement.signed concluded CN-PE"]


@pytest.mark.parametrize(("language", "text"), REGIONS)
def test_a_region_that_bears_a_states_name_is_no_party(language: str, text: str) -> None:
    assert brief(text, language=language) == []


@pytest.mark.parametrize(("language", "text"), LONG_NAMES)
def test_the_united_kingdom_in_full_is_one_state(language: str, text: str) -> None:
    assert brief(text, language=language) == ["agreement.signed concluded GB-PE"]


@pytest.mark.parametrize(("language", "title"), BEHIND_COLONS)
def test_whom_an_accord_helps_signs_nothing(language: str, title: str) -> None:
    assert [event.scope.value for event in events(".", title, language=language)] == ["state"]


@pytest.mark.parametrize(("language", "title"), OF_FIRMS)
def test_firms_before_a_colon_that_nobody_else_signs_for_are_its_signers(
    language: str, title: str
) -> None:
    assert "state" not in [event.scope.value for event in events(".", title, language=language)]
