"""The language of a text, by what is declared and by what is seen."""

from __future__ import annotations

import pytest

from extraction.language import known

ENGLISH = "Kenya and Fiji signed a fisheries agreement in Suva, the ministry said."
GERMAN = "Kenia und Fidschi haben in Suva ein Abkommen über die Fischerei unterzeichnet."
DUTCH = "Kenia en Fiji hebben in Suva een akkoord getekend. Dat is in het belang van de visserij."
FRENCH = "Le Kenya et les Fidji ont signé un accord sur la pêche dans la ville de Suva."
RUSSIAN = "Кения и Фиджи подписали соглашение о рыболовстве."
UKRAINIAN = "Кенія та Фіджі підписали угоду про рибальство."
CHINESE = "肯尼亚与斐济签署渔业协定"


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        (None, ENGLISH, "en"),
        (None, FRENCH, "fr"),
        (None, RUSSIAN, "ru"),
        (None, CHINESE, "zh"),
        (None, GERMAN, None),
        (None, DUTCH, None),
        (None, "", None),
        ("en", RUSSIAN, "ru"),
        ("en-GB", ENGLISH, "en"),
        ("en", FRENCH, "en"),
        ("de", GERMAN, "de"),
        ("uk", UKRAINIAN, "uk"),
        ("ja", CHINESE, "ja"),
        ("vi", CHINESE, "zh"),
    ],
)
def test_what_is_declared_holds_unless_the_letters_say_otherwise(declared, text, language) -> None:
    assert known(declared, text) == language
