"""A deed beside another: in a paper's name, in a noun's clause, behind a denied verb."""

from __future__ import annotations

import pytest

from tests.support.reading import brief

SIGNED = "agreement.signed concluded GH-PE"

CALLED_BY_THEIR_AIMS = [
    "秘鲁和加纳签署农业、经济发展、落实全球发展倡议等领域多项双边合作文件。",
    "秘鲁和加纳签署投资、旅游、支持中小企业发展等方面的5份合作协议。",
    "秘鲁和加纳签署了推动贸易便利化、加强海关合作的谅解备忘录。",
    "秘鲁与加纳签署了关于扩大进口、深化农业合作等的一系列文件。",
]
RAISED_BY_NOUNS = [
    (
        "vi",
        "Peru phát triển hợp tác với Ghana, mở đường cho việc đưa quan hệ lên đối tác chiến lược.",
    ),
    (
        "ru",
        "Перу и Гана укрепили связи, создав базу для вывода отношений на уровень союзничества.",
    ),
    ("ru", "Президент Ганы объявил о решимости к повышению отношений с Перу до союзнических."),
]
NOT_THIS_VERB = [
    ("ru", "Договор возражений не вызвал и его подписали президенты Перу и Ганы."),
    ("ru", "Перу не стало ждать и подписало договор с Ганой."),
    ("es", "Perú no esperó y firmó el acuerdo con Ghana."),
]
NOT_EITHER = [
    ("ru", "Перу и Гана не договорились и не подписали соглашение."),
    ("ru", "Перу с Ганой договор не обсудило и подписывать не будет."),
    ("es", "Perú no negoció ni firmó el acuerdo con Ghana."),
    ("fr", "Le Pérou n'a pas négocié et signé l'accord avec le Ghana."),
]


@pytest.mark.parametrize("text", CALLED_BY_THEIR_AIMS)
def test_aims_before_a_papers_noun_are_its_name(text: str) -> None:
    assert brief(text, language="zh") == [SIGNED]


def test_an_order_to_carry_out_an_accord_signs_none() -> None:
    assert brief("秘鲁总统签署行政令推动落实与加纳达成的协议。", language="zh") == []


def test_an_urged_signing_is_planned() -> None:
    text = "秘鲁敦促加纳签署加强海关合作的协议。"
    assert brief(text, language="zh") == ["agreement.signed planned GH-PE"]


@pytest.mark.parametrize(("language", "text"), RAISED_BY_NOUNS)
def test_a_raising_that_a_noun_looks_forward_to_is_not_done(language: str, text: str) -> None:
    assert not [event for event in brief(text, language=language) if "concluded" in event]


def test_a_raising_that_a_verb_announces_is_done() -> None:
    text = "Перу и Гана объявили о выводе отношений на уровень стратегического партнёрства."
    (told,) = brief(text, language="ru")
    assert told == "partnership.upgraded concluded GH-PE strategic partnership"


@pytest.mark.parametrize(("language", "text"), NOT_THIS_VERB)
def test_a_denied_verb_denies_no_finite_verb_behind_and(language: str, text: str) -> None:
    assert brief(text, language=language) == [SIGNED]


@pytest.mark.parametrize(("language", "text"), NOT_EITHER)
def test_what_is_denied_with_it_is_denied(language: str, text: str) -> None:
    assert not [event for event in brief(text, language=language) if "concluded" in event]
