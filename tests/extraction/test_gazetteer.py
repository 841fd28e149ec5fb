"""The finder of names: offsets, context, ambiguity, organisations, places and leaders."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extraction.gazetteer import Gazetteer, Mention, NameKind, settle
from extraction.leaders import Leader, Term, parse_leaders
from extraction.name_tables import data

GAZETTEER = Gazetteer.load()
LANGUAGES = ["en", "fr", "es", "ru", "vi", "zh", "de", ""]
PIECES = st.one_of(
    st.text(max_size=6),
    st.sampled_from(
        [
            "Việt Nam",
            unicodedata.normalize("NFD", "Việt Nam"),
            "Côte d’Ivoire",
            "Republic  of\n Korea",
            "Viet\u200bnam",
            "Sino-Vietnamese",
            "中哈",
            "российско-вьетнамских",
            "U.S.",
            " ",
            "\n\n",
            "\u00a0",
            "İstanbul",
            "ß",
            "\ud800",
            "\0",
        ]
    ),
)


def found(text: str, language: str = "en") -> list[tuple[str, tuple[str, ...]]]:
    return [(mention.surface, mention.codes) for mention in GAZETTEER.find(text, language)]


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=12).map("".join), st.sampled_from(LANGUAGES))
@example("\n\n\nViet\r\n Nam\u0301", "vi")
def test_offsets_are_those_of_any_text_as_given(text: str, language: str) -> None:
    last = 0
    for mention in GAZETTEER.find(text, language):
        assert text[mention.start : mention.end] == mention.surface
        assert last <= mention.start < mention.end
        last = mention.end


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("the Republic  of\r\nKorea.", "Republic  of\r\nKorea"),
        ("in Viet\u00adnam today", "Viet\u00adnam"),
        ("\u200bVietnam\u200b", "Vietnam"),
        ("Côte d’Ivoire", "Côte d’Ivoire"),
        ("Co\u0302te d'Ivoire", "Co\u0302te d'Ivoire"),
        ("Guinea‑Bissau", "Guinea‑Bissau"),
        ("Sa\u0303o Tome\u0301", "Sa\u0303o Tome\u0301"),
    ],
)
def test_uneven_spaces_dashes_and_accents_do_not_hide_a_name(text: str, surface: str) -> None:
    assert [mention.surface for mention in GAZETTEER.find(text, "en")] == [surface]


def test_a_name_never_spans_a_blank_line() -> None:
    assert found("South\n\nKorea") == [("Korea", ("KR",))]
    assert found("South\r\n\r\nKorea") == [("Korea", ("KR",))]


def test_vietnamese_typed_with_separate_accents_is_the_same() -> None:
    text = unicodedata.normalize("NFD", "Việt Nam và Hà Nội")
    assert [codes for _, codes in found(text, "vi")] == [("VN",), ("VN",)]


def test_every_kind_of_name_says_what_it_is() -> None:
    text = "Vietnam, UAE, ASEAN, Hanoi, the Kremlin, USAID, SOCAR, To Lam, Kazakh"
    assert [mention.kind for mention in GAZETTEER.find(text, "en")] == [
        NameKind.COUNTRY,
        NameKind.ABBREVIATION,
        NameKind.ABBREVIATION,
        NameKind.CAPITAL,
        NameKind.SEAT,
        NameKind.AGENCY,
        NameKind.COMPANY,
        NameKind.LEADER,
        NameKind.DEMONYM,
    ]


# --- ambiguity -------------------------------------------------------------------------------


def test_a_name_of_two_states_keeps_both_until_the_text_decides() -> None:
    assert found("Congo signed") == [("Congo", ("CD", "CG"))]
    assert found("Congo signed. Officials in Kinshasa")[0] == ("Congo", ("CD",))
    assert found("Congo and Congo. DR Congo. Brazzaville")[0] == ("Congo", ("CD", "CG"))


def test_brussels_is_the_union_or_the_kingdom_as_the_text_says() -> None:
    assert found("Brussels said")[0] == ("Brussels", ("BE", "EU"))
    assert found("Brussels said. The EU agreed")[0] == ("Brussels", ("EU",))
    assert found("In Brussels the Belgian king")[0] == ("Brussels", ("BE",))


def test_the_rest_of_the_article_may_settle_what_a_sentence_leaves_open() -> None:
    sentence = GAZETTEER.find("Brussels and Hanoi agreed", "en")
    assert [mention.codes for mention in settle(sentence, {"EU", "VN"})] == [("EU",), ("VN",)]
    assert settle(sentence, {"EU", "BE"}) == sentence
    assert settle(sentence, set()) == sentence


def test_georgia_is_the_state_of_the_union_where_atlanta_is_near() -> None:
    assert found("Georgia signed with Peru") == [("Georgia", ("GE",)), ("Peru", ("PE",))]
    assert found("Voters in Georgia; a rally in Atlanta") == []
    assert ("Georgia", ("GE",)) in found("From Atlanta he flew to Georgia: Tbilisi")


def test_georgetown_needs_guyana_beside_it() -> None:
    assert found("studied in Georgetown") == []
    assert ("Georgetown", ("GY",)) in found("Guyana's government in Georgetown")


# --- leaders ----------------------------------------------------------------------------------


def test_the_day_of_the_text_decides_between_two_offices_of_one_leader() -> None:
    def codes(day: date | None) -> list[tuple[str, ...]]:
        return [mention.codes for mention in GAZETTEER.find("Mark Rutte", "en", day)]

    assert codes(None) == [("NATO", "NL")]
    assert codes(date(2022, 5, 1)) == [("NL",)]
    assert codes(date(2025, 5, 1)) == [("NATO",)]


def test_a_leader_is_nobody_years_before_taking_office() -> None:
    assert GAZETTEER.find("To Lam", "en", date(2015, 1, 1)) == []
    assert GAZETTEER.find("To Lam", "en", date(2025, 1, 1)) != []


def test_a_former_leader_still_stands_for_the_state() -> None:
    mentions = GAZETTEER.find("Barack Obama", "en", date(2025, 1, 1))
    assert [mention.codes for mention in mentions] == [("US",)]


def test_leaders_of_ones_own_are_found_beside_those_that_ship() -> None:
    own = Leader(Term("KI"), ("Ana Example",))
    gazetteer = Gazetteer([own])
    codes = [mention.codes for mention in gazetteer.find("Ana Example met To Lam", "en")]
    assert codes == [("KI",), ("VN",)]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"names": ["A"]}, "leader 1: needs 'code' and 'names'"),
        ({"code": "VN"}, "leader 1: needs 'code' and 'names'"),
        ({"code": "VN", "names": ["A"], "form": 1}, "leader 1: needs 'code' and 'names'"),
        ({"code": "VN", "names": ["A"], "since": "soon"}, r"leader 1 \(VN\): "),
        ({"code": "VN", "names": ["A"], "until": "2020-13"}, r"leader 1 \(VN\): "),
    ],
)
def test_a_bad_row_of_leaders_is_named(row: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        list(parse_leaders([row]))


def test_dates_of_leaders_may_be_years_months_or_days() -> None:
    rows = [{"code": "VN", "names": ["A"], "since": 2024, "until": "2025-02"}]
    (leader,) = parse_leaders(rows)
    assert leader == Leader(Term("VN", date(2024, 1, 1), date(2025, 2, 28)), ("A",))


# --- states, organisations, places ------------------------------------------------------------


def test_states_and_organisations_are_told_apart() -> None:
    for code in ("VN", "TW", "XK", "VA", "PS", "CK", "NU"):
        assert GAZETTEER.is_state(code)
        assert not GAZETTEER.is_organisation(code)
    for code in ("EU", "ASEAN", "WORLD BANK", "AFRICAN UNION", "G7"):
        assert GAZETTEER.is_organisation(code)
        assert not GAZETTEER.is_state(code)
    assert not GAZETTEER.is_state("XX")


def test_there_are_all_members_of_the_united_nations_and_six_more() -> None:
    assert len(data()["states"]) == 193 + len(["VA", "PS", "XK", "TW", "CK", "NU"])


def test_organisations_know_their_members() -> None:
    assert GAZETTEER.members("EAEU") == frozenset({"AM", "BY", "KG", "KZ", "RU"})
    assert len(GAZETTEER.members("EU")) == 27
    assert len(GAZETTEER.members("NATO")) == 32
    assert len(GAZETTEER.members("ASEAN")) == 11
    assert len(GAZETTEER.members("AFRICAN UNION")) == 54
    assert GAZETTEER.members("VN") == frozenset()


def test_members_of_organisations_are_states() -> None:
    for code in data()["organisations"]:
        assert all(GAZETTEER.is_state(member) for member in GAZETTEER.members(code)), code


def test_codes_have_english_names() -> None:
    assert GAZETTEER.name("CI") == "Côte d'Ivoire"
    assert GAZETTEER.name("US") == "United States"
    assert GAZETTEER.name("SCO") == "Shanghai Cooperation Organisation"
    assert GAZETTEER.name("XX") == "XX"


# --- the whole list ---------------------------------------------------------------------------

_BESIDE_ANOTHER = {"Того", "Georgetown", "Mauricio"}


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "vi", "zh"])
def test_every_listed_name_is_found_as_what_it_is_listed(language: str) -> None:
    wrong = []
    for kind in ("country", "abbreviation", "organisation", "capital"):
        for code, names in data()["names"][language].get(kind, {}).items():
            for name in names:
                plain = name.removeprefix("=").partition("|")[0]
                text = f"x {plain}, x"
                mentions = GAZETTEER.find(text, language)
                if plain not in _BESIDE_ANOTHER and not _is(mentions, plain, code):
                    wrong.append((kind, code, name, mentions))
    assert wrong == []


def _is(mentions: list[Mention], name: str, code: str) -> bool:
    return [(mention.surface, mention.codes) for mention in mentions] == [
        (name, tuple(code.split("|")))
    ]


def test_ten_thousand_names_are_found_in_a_row() -> None:
    names = "Vietnam Georgia Congo Brussels Sino-Vietnamese Papua New Guinea " * 2000
    assert len(GAZETTEER.find(names, "en")) == 14000


def test_nasty_repetitions_give_no_names_and_take_no_time() -> None:
    for nasty in ("Republic of the ", "中" * 10, "a\u0301", "  \n", "-", "Việt - ", "US"):
        GAZETTEER.find(nasty * 20_000, "vi")
        GAZETTEER.find(nasty * 20_000, "zh")


def test_a_text_means_the_states_of_its_day() -> None:
    text = "Moscow and Belgrade signed; the Soviet Union and Yugoslavia trade."
    codes = {
        year: [m.codes[0] for m in GAZETTEER.find(text, "en", date(year, 6, 1))]
        for year in (1987, 1996, 2020)
    }
    assert codes == {
        1987: ["SU", "YU", "SU", "YU"],
        1996: ["RU", "YU", "SU", "YU"],
        2020: ["RU", "RS", "SU", "YU"],
    }
    assert GAZETTEER.is_state("SU")
    assert not GAZETTEER.is_organisation("SU")
    assert GAZETTEER.name("SU") == "Soviet Union"
