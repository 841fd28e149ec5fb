"""Keywords: whole words, phrases, endings, accents, scripts without spaces, and nearness."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from alerting.matching.keywords import find_keywords
from alerting.matching.patterns import problem_of_keyword, refused_by, same_keyword
from alerting.matching.sentences import sentence_numbers
from alerting.matching.words import fold, phrase_of, plain, split
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
    keywords = Keywords(
        any=("a a a a a a b", "zz*"),
        near=Near(words=("a", "never"), within=5),
        same_sentence=("sign", "a", "never"),
        inflect=True,
    )

    def seconds(words: int) -> float:
        text = "a . signs.\n " * words
        started = time.perf_counter()
        find_keywords(keywords, text)
        return time.perf_counter() - started

    seconds(2_000)
    small, large = min(seconds(5_000 + n) for n in range(3)), seconds(80_000)
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
        ("power AND plant", "under all"),
        ("power OR plant", "under any"),
        ("power NOT plant", "under none"),
        ("power NEAR plant", "near: {words:"),
        ("power near/5 plant", "near: {words:"),
        ("power ~5 plant", "near: {words:"),
        ('"code of conduct"', "quotes"),
        ("'code of conduct'", "quotes"),
        ("«соглашение»", "quotes"),
        ("title:nuclear", "title_only: true"),
        ("lang:vi", "languages of the watch"),
        ("-football", "under none"),
        ("sign(ed|s)?", "one by one"),
        ("colou?r", "one by one"),
        ("^gas", "one by one"),
        ("/gas/", "one by one"),
        (r"\bgas", "one by one"),
        ("[Gg]as", "one by one"),
        ("x", "whole word"),
        ("7", "whole word"),
        ("ж", "whole word"),
    ],
)
def test_a_keyword_that_cannot_work_is_refused_with_the_reason(keyword, complaint) -> None:
    assert complaint in (problem_of_keyword(keyword) or "")


@pytest.mark.parametrize(
    "keyword",
    [
        "nuclear",
        "rare earth*",
        "code of conduct",
        "中",
        "5G",
        "U.S.",
        "and/or",
        "oil and gas",
        "Cote d'Ivoire",
        "near Hanoi",
        "G7",
        "《条约》",
        "COVID-19",
        "US$ 5 billion",
    ],
)
def test_a_keyword_that_works_has_no_problem(keyword: str) -> None:
    assert problem_of_keyword(keyword) is None


@pytest.mark.parametrize(
    ("keyword", "refused", "inflect", "clash"),
    [
        ("nuclear power plant", "nuclear power", False, True),
        ("nuclear power", "nuclear power plant", False, False),
        ("nuclear", "thermonuclear", False, False),
        ("rare earth*", "rare", False, True),
        ("rare earth*", "rare earth", False, False),
        ("rare earth*", "rare earth*", False, True),
        ("rare earths", "rare earth*", False, True),
        ("viet nam", "Việt Nam", False, False),
        ("Việt Nam", "viet nam", False, True),
        ("signed", "sign", False, False),
        ("signed", "sign", True, True),
    ],
)
def test_what_none_refuses_is_known_before_it_is_missed(keyword, refused, inflect, clash) -> None:
    found_by = refused_by(keyword, ["football", refused], inflect=inflect)
    assert found_by == (refused if clash else None)


@pytest.mark.parametrize(
    ("one", "other", "inflect", "same"),
    [
        ("Gas", "gas", False, True),
        ("gas", "gas*", False, False),
        ("oil and gas", "OIL, and gas", False, True),
        ("Việt Nam", "viet nam", False, False),
        ("sign", "signed", False, False),
        ("sign", "signed", True, True),
        ("IT", "it", True, True),
        ("nuclear", "nuclear power", False, False),
    ],
)
def test_two_keywords_that_find_the_same_are_one(one, other, inflect, same) -> None:
    assert same_keyword(one, other, inflect=inflect) is same
    assert same_keyword(other, one, inflect=inflect) is same


@pytest.mark.parametrize(
    ("keyword", "forms", "others"),
    [
        (
            "sign",
            "sign signs signed signing Signing SIGNED",
            "signature signatory signal design resign",
        ),
        ("agreement", "agreement agreements", "agree agreed agreeable"),
        ("treaty", "treaty treaties", "treat treated treatise"),
        ("ratify", "ratify ratifies ratified ratifying", "ratification ratio"),
        ("upgrading", "upgrade upgrades upgraded upgrading", "grade upgradable"),
        ("plan", "plan plans planned planning", "plane planet plant"),
        ("paste", "paste pastes pasted pasting", "past"),
        ("tie", "tie ties tied tying", "tier"),
        ("national", "national nationals", "nation nationality nationally"),
        ("universe", "universe universes", "university universal"),
        ("take", "take takes taking", "took taken"),
        ("IT", "it IT", "its"),
        ("WHO", "who WHO", "whos"),
        ("соглашение", "соглашение", "соглашения"),
        ("accordé", "accordé", "accord accords accorder"),
    ],
)
def test_inflections_are_those_of_english_and_no_other_words(keyword, forms, others) -> None:
    keywords = Keywords(any=(keyword,), inflect=True)
    assert [one for one in forms.split() if find_keywords(keywords, one) is None] == []
    assert [one for one in others.split() if find_keywords(keywords, one)] == []


def test_without_inflect_a_word_is_only_itself() -> None:
    assert find_keywords(Keywords(any=("sign",)), "signed signs signing") is None


def test_an_accented_word_of_another_language_is_no_inflection() -> None:
    assert find_keywords(Keywords(any=("sign",), inflect=True), "ils ont signé") is None


def test_every_word_of_a_phrase_is_inflected_and_none_as_well() -> None:
    text = "They signed agreements on nuclear power"
    wanted = Keywords(any=("sign agreement",), inflect=True)
    assert find_keywords(wanted, text) == ("signed agreements",)
    assert find_keywords(Keywords(any=("power",), none=("sign",), inflect=True), text) is None


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Hanoi signed it. Astana did not.", False),
        ("Hanoi and, at last, Astana signed.", True),
        ("Hanoi!\nAstana", False),
        ("Hanoi\n\nAstana", False),
        ("Hanoi met the\ndelegation of Astana", True),
        ("Hanoi\nAstana", False),
        ("Hanoi met Mr. Tokayev of Astana", True),
        ("Hanoi wants U.S. aid, Astana does not", True),
        ("Hanoi left the U.S. The delegation of Astana stayed", False),
        ("Hanoi's J. Nguyen and Astana", True),
        ("Hanoi paid 3.5 billion to Astana", True),
        ("Hanoi signed on Jan. 5 with Astana", True),
        ("Hanoi asked 'Why?' and Astana answered", True),
        ("Hanoi signed in 2025. Astana followed", False),
        ('"We signed," said Hanoi. "So did we," said Astana.', False),
        ("Hanoi signed.” Astana did not", False),
        ("Hanoi：签署。Astana：没有", False),
        ("Hanoi和，Astana签署", True),
        ("Hanoi签署了吗？Astana没有", False),
        ("Hanoi заплатил 5 млн. рублей, Astana", True),
        ("Hanoi подписал. Astana нет", False),
        ("PGS. TS. Nguyễn (Hanoi) gặp Astana", True),
        ("Hanoi firmó. ¿Astana también?", False),
        ("EE. UU. y Hanoi con Astana", True),
        ("Hanoi waits … and Astana waits", True),
        ("Hanoi waits… Astana as well", False),
    ],
)
def test_one_sentence_ends_where_people_end_it(text: str, together: bool) -> None:
    keywords = Keywords(same_sentence=("Astana", "Hanoi"))
    assert (find_keywords(keywords, text) is not None) is together


def test_of_all_sentences_the_first_that_holds_every_word_is_shown() -> None:
    text = "Gas is dear. Oil and Natural Gas are one. Gas again, and oil."
    assert find_keywords(Keywords(same_sentence=("gas", "oil")), text) == ("Oil", "Gas")


def test_a_phrase_that_runs_over_the_end_of_a_sentence_is_in_neither() -> None:
    keywords = Keywords(same_sentence=("rare earth", "taste"))
    assert find_keywords(keywords, "It is rare. Earth has a taste") is None
    assert find_keywords(keywords, "The taste of rare earth") is not None


@pytest.mark.parametrize(
    ("keyword", "texts"),
    [
        ("İstanbul", "istanbul ISTANBUL İSTANBUL İstanbul"),
        ("istanbul", "istanbul ISTANBUL İSTANBUL İstanbul"),
        ("Diyarbakır", "Diyarbakır DİYARBAKIR Diyarbakir"),
        ("Straße", "Straße STRASSE strasse"),
        ("Συμφωνίας", "συμφωνίας ΣΥΜΦΩΝΙΑΣ συμφωνιας ΣΥΜΦΩΝΊΑΣ"),
        ("самолёт", "самолёт самолет САМОЛЁТ"),
        ("ＡＳＥＡＮ", "ASEAN asean ＡＳＥＡＮ"),
        ("ASEAN", "ＡＳＥＡＮ"),
        ("hòa", "hòa hoà HOÀ Hòa"),
        ("hoà", "hòa ho\u0300a hoa\u0300"),
        ("ủy", "ủy uỷ"),
    ],
)
def test_ways_to_write_one_word_are_one(keyword: str, texts: str) -> None:
    assert [text for text in texts.split() if found(keyword, text) is None] == []


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("hòa", "hoa"),
        ("hòa", "hóa"),
        ("bạn", "BAN"),
        ("môi", "moi"),
        ("über", "uber"),
        ("ủy", "ụy"),
    ],
)
def test_an_accent_of_a_keyword_asks_for_that_accent(keyword: str, text: str) -> None:
    assert found(keyword, text) is None


# --- what always holds ------------------------------------------------------------------------

WORDS = st.sampled_from(
    ["Hanoi", "signed", "signs", "U.S", "gas", "GAS", "Đà", "hoà", "中", "国", "плёнка", "Straße",
     "no", "The", "agreement"]
)  # fmt: skip
GAPS = st.sampled_from([" ", ", ", ". ", "! ", "\n", "\n\n", " – ", "。", ".” ", "… "])


@st.composite
def texts(draw: st.DrawFn) -> str:
    return "".join(word + draw(GAPS) for word in draw(st.lists(WORDS, max_size=14)))


KEYWORD_LISTS = st.lists(WORDS, max_size=2).map(tuple)
SETS = st.builds(
    Keywords,
    any=KEYWORD_LISTS,
    all=KEYWORD_LISTS,
    near=st.none() | st.builds(Near, st.tuples(WORDS, WORDS), st.integers(2, 6)),
    same_sentence=KEYWORD_LISTS,
    inflect=st.booleans(),
)


@given(SETS, texts(), KEYWORD_LISTS)
def test_refusing_words_only_takes_away(
    keywords: Keywords, text: str, none: tuple[str, ...]
) -> None:
    less = find_keywords(replace(keywords, none=none), text)
    assert less in (None, find_keywords(keywords, text))


@given(WORDS, WORDS, st.integers(2, 6), texts())
def test_near_does_not_care_for_order(one: str, other: str, within: int, text: str) -> None:
    there, back = Near((one, other), within), Near((other, one), within)
    assert find_keywords(Keywords(near=there), text) == find_keywords(Keywords(near=back), text)


@given(WORDS, WORDS, texts(), st.booleans())
def test_what_stands_in_one_sentence_stands_in_the_text(
    one: str, other: str, text: str, inflect: bool
) -> None:
    together = Keywords(same_sentence=(one, other), inflect=inflect)
    if find_keywords(together, text) is not None:
        assert find_keywords(Keywords(all=(one, other), inflect=inflect), text) is not None
        swapped = replace(together, same_sentence=(other, one))
        assert find_keywords(swapped, text) == find_keywords(together, text)


@given(st.text(max_size=30), texts(), texts(), st.booleans())
def test_a_keyword_is_found_in_every_text_that_holds_it_as_words(
    keyword: str, before: str, after: str, inflect: bool
) -> None:
    assume(phrase_of(keyword).folded and not phrase_of(keyword).open_end)
    wanted = Keywords(any=(keyword,), inflect=inflect)
    assert find_keywords(wanted, f"{before} {keyword} {after}") is not None
    assert find_keywords(wanted, f"{before} {keyword.upper()} {after}".casefold()) is not None


@given(SETS, texts())
def test_inflections_find_all_that_the_words_themselves_find(keywords: Keywords, text: str) -> None:
    if find_keywords(replace(keywords, inflect=False), text) is not None:
        assert find_keywords(replace(keywords, inflect=True), text) is not None


@given(st.text(max_size=40))
def test_the_accents_that_count_are_the_same_after_folding_case_again(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert fold(plain(text)) == fold(text)


@given(texts())
def test_each_word_of_a_text_has_its_sentence_and_their_numbers_never_fall(text: str) -> None:
    numbers = sentence_numbers(text)
    assert len(numbers) == len(split(text).spans)
    assert list(numbers) == sorted(numbers)


PHRASES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
PATTERNS = st.builds(str.__add__, PHRASES, st.sampled_from(["", "", "*"]))


@given(PATTERNS, PATTERNS, texts(), st.booleans())
def test_a_keyword_that_none_is_said_to_refuse_finds_nothing_in_any_text(
    keyword: str, none: str, text: str, inflect: bool
) -> None:
    if refused_by(keyword, [none], inflect=inflect) is not None:
        filled = f"{text} {keyword.rstrip('*')}ing {keyword.rstrip('*')} {text}"
        wanted = Keywords(any=(keyword,), none=(none,), inflect=inflect)
        assert find_keywords(wanted, filled) is None


@given(PATTERNS, PATTERNS, texts(), st.booleans())
def test_keywords_that_are_said_to_be_the_same_find_the_same(
    one: str, other: str, text: str, inflect: bool
) -> None:
    if same_keyword(one, other, inflect=inflect):
        for filled in (text, f"{text} {one}", f"{text} {other}"):
            first, second = (
                find_keywords(Keywords(any=(word,), inflect=inflect), filled)
                for word in (one, other)
            )
            assert first == second
