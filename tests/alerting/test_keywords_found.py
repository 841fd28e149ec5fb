"""Keywords: whole words, phrases, endings, accents, scripts without spaces, and nearness."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerting.watches import find_keywords, problem_of_keyword, problem_of_keywords
from alerting.words import fold
from pacts.model import Keywords, Near


def found(keyword: str, text: str) -> tuple[str, ...] | None:
    return find_keywords(Keywords(any=(keyword,)), text)


@pytest.mark.parametrize(
    ("keyword", "text", "words"),
    [
        ("nuclear", "A Nuclear plant", ("Nuclear",)),
        ("nuclear", "thermonuclear war", None),
        ("sign", "They sign; signs of", ("sign",)),
        ("rare earth*", "on rare earths and Rare-Earth metals", ("rare earths", "Rare-Earth")),
        ("rare earth*", "a rare, earthy taste", ("rare, earthy",)),
        ("rare earth", "rare earths", None),
        ("oil and gas", "OIL\n  AND gas", ("OIL AND gas",)),
        ("oil and gas", "oil or gas", None),
        ("Vietnam", "Vietnam's exports", ("Vietnam",)),
        ("U.S.", "the U.S. side", ("U.S",)),
        ("viet nam", "Việt Nam ký kết", ("Việt Nam",)),
        ("Việt Nam", "Viet Nam signs", None),
        ("việt nam", "VIỆT NAM", ("VIỆT NAM",)),
        ("cote", "la Côte d'Ivoire", ("Côte",)),
        ("côte", "the cote", None),
        ("hop dong", "ký hợp đồng mới", ("hợp đồng",)),
        ("đồng", "dong", None),
        ("самолет", "Новый самолёт", ("самолёт",)),
        ("соглашени*", "подписали Соглашение и соглашения", ("Соглашение", "соглашения")),
        ("战略伙伴", "提升为全面战略伙伴关系", ("战略伙伴",)),
        ("伙伴战略", "提升为全面战略伙伴关系", None),
        ("APEC会议", "在APEC会议上", ("APEC会议",)),
        ("สนธิสัญญา", "ลงนามสนธิสัญญาแล้ว", ("สนธิสัญญา",)),
        ("협정", "무역 협정 체결", ("협정",)),
        ("협정*", "협정을 체결", ("협정을",)),
        ("भारत", "भारत और रूस", ("भारत",)),
        ("भार", "भारत", None),
        ("5G", "a 5g network", ("5g",)),
        ("e\u0301clat", "Éclat", ("Éclat",)),
    ],
)
def test_a_keyword_is_found_as_whole_words_of_its_script(keyword, text, words) -> None:
    assert found(keyword, text) == words


def test_any_all_and_none_go_together() -> None:
    keywords = Keywords(any=("nuclear", "gas"), all=("agreement",), none=("football",))
    assert find_keywords(keywords, "Agreement on gas and nuclear gas") == (
        "Agreement",
        "gas",
        "nuclear",
    )
    assert find_keywords(keywords, "An agreement on water") is None
    assert find_keywords(keywords, "Nuclear gas") is None
    assert find_keywords(keywords, "agreement on gas for football") is None


def test_only_refused_words_match_with_nothing_found() -> None:
    assert find_keywords(Keywords(none=("football",)), "A treaty") == ()


@pytest.mark.parametrize(
    ("within", "text", "words"),
    [
        (5, "a power plant", ("power", "plant")),
        (5, "a plant for wind power", ("plant", "power")),
        (4, "power of the biggest plant", None),
        (5, "power of the biggest plant", ("power", "plant")),
        (3, "power here. Power is a plant's matter", None),
        (4, "power here. Power is a plant's matter", ("Power", "plant")),
    ],
)
def test_near_counts_the_words_of_the_stretch(within, text, words) -> None:
    near = Near(words=("power", "plant"), within=within)
    assert find_keywords(Keywords(near=near), text) == words


def test_near_takes_phrases_and_endings() -> None:
    near = Near(words=("nuclear power", "agree*"), within=6)
    text = "Agreements on building nuclear power stations"
    assert find_keywords(Keywords(near=near), text) == ("Agreements", "nuclear power")


ALPHABET = st.text("aáb đ.中文ทภ'-", max_size=30)


@given(ALPHABET, ALPHABET)
def test_what_is_found_is_written_in_the_text(keyword: str, text: str) -> None:
    words = found(keyword, text)
    for piece in words or ():
        assert "".join(piece.split()) in "".join(text.split())


@given(st.lists(st.sampled_from(["alpha", "beta", "gamma", "Đà", "中"]), min_size=1, max_size=6))
def test_every_word_of_a_text_is_found_in_it(words: list[str]) -> None:
    assert all(found(word, " ".join(words)) for word in words)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_the_time_grows_with_the_text_and_no_faster() -> None:
    keywords = Keywords(any=("a a a a a a b", "zz*"), near=Near(words=("a", "never"), within=5))

    def seconds(words: int) -> float:
        text = "a " * words
        started = time.perf_counter()
        find_keywords(keywords, text)
        return time.perf_counter() - started

    seconds(2_000)
    small, large = min(seconds(10_000 + n) for n in range(3)), seconds(160_000)
    assert large < small * 16 * 6


@pytest.mark.parametrize(
    ("keyword", "complaint"),
    [
        ("", "letter or digit"),
        (" ... ", "letter or digit"),
        ("*", "letter or digit"),
        ("rare*earth", "end"),
        ("*earth", "end"),
        ("earth **", "end"),
        ("earth *", "without a space"),
        ("a*", "nearly everything"),
        ("w " * 21, "at most 20 words"),
    ],
)
def test_a_keyword_that_cannot_work_is_refused_with_the_reason(keyword, complaint) -> None:
    assert complaint in (problem_of_keyword(keyword) or "")


@pytest.mark.parametrize(
    "keyword", ["nuclear", "rare earth*", "code of conduct", "中", "5G", "U.S."]
)
def test_a_keyword_that_works_has_no_problem(keyword: str) -> None:
    assert problem_of_keyword(keyword) is None


@pytest.mark.parametrize(
    ("keywords", "complaint"),
    [
        (Keywords(none=("a",)), "nearly everything"),
        (Keywords(all=("gas",), none=("GAS",)), "both required and refused"),
        (Keywords(near=Near(("gas",), 5)), "at least two"),
        (Keywords(near=Near(("natural gas", "oil"), 2)), "at least 3"),
    ],
)
def test_keywords_that_contradict_each_other_are_refused(keywords, complaint) -> None:
    assert complaint in (problem_of_keywords(keywords) or "")


def test_sensible_keywords_have_no_problem() -> None:
    keywords = Keywords(any=("gas",), none=("football",), near=Near(("oil", "gas"), 3))
    assert problem_of_keywords(keywords) is None
