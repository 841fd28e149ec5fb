from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifiers.clean import clean, clean_quote, safe_link, shorten


@pytest.mark.parametrize(
    "text",
    [
        "Việt Nam nâng cấp quan hệ với Ca-dắc-xtan",
        "Россия и Вьетнам подписали соглашение №5 – «Договор»",
        "中华人民共和国和越南签署《合作协定》。",
        "ไทยและเวียดนามลงนามข้อตกลง",
        "تفاهم‌نامه را امضا کردند",
        "हिन्दी में क्‍ष समझौता",
        "카자흐스탄, 전략적 동반자 관계",
        "ქართული და Հայերեն 5 °C, 3 µm, α–β, €5, ½, 1ª, a→b, ™",
        "Oʻzbekiston va Vyetnam",
    ],
)
def test_every_living_script_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("two\r\n lines\tand\u00a0more ", "two lines and more"),
        ("a\x00b\x1b[31m", "a b [31m"),
        ("right\u202eto\u2066left\ufeff\u00ad\u200b", "righttoleft"),
        ("win 💯💙 big ❀ now", "win big now"),
        ("ܫ stray ൩ glyphs 𓃲", "stray glyphs"),
        ("🅠🅤 𝐁𝐨𝐥𝐝 𝒾", "Bold i"),
        ("꧁deal꧂", "deal"),
        ("Z" + "\u0334\u0322\u031b\u0354\u0355" + "algo", "Z\u0334\u0322\u031balgo"),
        ("half \ud800 a pair", "half a pair"),
        ("x\ue000\ufffd\ufffc", "x"),
        ("ping @everyone and <!channel> <@U1>", "ping @ everyone and < ! channel> < @U1>"),
        ("e\u0301", "é"),
    ],
)
def test_what_hides_or_decorates_goes(text: str, left: str) -> None:
    assert clean(text) == left


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert "\n" not in once
    once.encode("utf-8")


@given(st.text(), st.integers(min_value=1, max_value=500))
def test_a_shortened_text_keeps_its_limit_and_its_beginning(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= limit
    assert text.startswith(short.removesuffix("…"))


def test_a_text_without_spaces_is_cut_where_the_limit_is() -> None:
    assert shorten("协" * 500, 300) == "协" * 299 + "…"


def test_a_quote_loses_the_marks_around_it_only() -> None:
    assert clean_quote("«“Signed” is ‘done’»") == "Signed” is ‘done"


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a?b=1#c", "https://example.org/a?b=1#c"),
        ("http://example.org", "http://example.org"),
        ("https://user:pw@example.org/", "https://example.org/"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
        ("https://example.org:99999/", None),
        ("https://example.org/" + "x" * 2000, None),
        ("/tmp/archive/a.html", None),
    ],
)
def test_a_link_is_http_and_without_a_login(url: str, link: str | None) -> None:
    assert safe_link(url) == link
