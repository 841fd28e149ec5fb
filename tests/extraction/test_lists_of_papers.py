"""Several papers of one sentence are several events, in every language."""

from __future__ import annotations

import pytest
from reading import brief

SIGNED = "agreement.signed concluded CL-OM"
LISTS = [
    ("en", "Oman and Chile signed a tax treaty, an air accord and a memorandum on health."),
    ("fr", "Oman et le Chili ont signé un traité fiscal, un accord aérien et un mémorandum."),
    ("es", "Omán y Chile firmaron un tratado fiscal, un acuerdo aéreo y un memorando."),
    ("ru", "Оман и Чили подписали договор о выдаче, соглашение о туризме и меморандум."),
    ("vi", "Oman và Chile đã ký Hiệp định dẫn độ, Hiệp định hàng không và Bản ghi nhớ về y tế."),
]


@pytest.mark.parametrize(("language", "text"), LISTS)
def test_each_paper_of_a_list_is_an_event(language: str, text: str) -> None:
    assert brief(text, "", language=language) == [SIGNED] * 3


def test_a_visit_that_begins_puts_no_paper_into_force() -> None:
    text = "Oman and Chile will sign a tax treaty during a visit that begins on Wednesday."
    assert brief(text, "", language="en") == ["agreement.signed planned CL-OM"]
