"""What the name of a level and the title of a document come down to."""

from __future__ import annotations

import pytest

from alerting.merging.documents import paper_of
from alerting.merging.levels import bag_of, creates_relations, level_created
from alerting.merging.topics import topics_of


@pytest.mark.parametrize(
    ("level", "words"),
    [
        ("strategic partnership", "strategic partnership"),
        ("Strategic Partners", "strategic partnership"),
        (
            "comprehensive strategic partnership for a new era",
            "comprehensive strategic partnership",
        ),
        ("comprehensive, strategic partnership", "comprehensive strategic partnership"),
        ("all-weather partnership in Asia and the world", "all-weather partnership"),
        ("allied relations", "alliance"),
        ("strategic partnership in agriculture", "strategic partnership agriculture"),
        ("green strategic partnership", "green strategic partnership"),
    ],
)
def test_a_level_is_the_bag_of_its_modifiers(level: str, words: str) -> None:
    assert bag_of(level) == frozenset(words.split())


@pytest.mark.parametrize(
    ("title", "level"),
    [
        (
            "Joint Statement on the Establishment of Vietnam - Kazakhstan Strategic Partnership",
            "strategic partnership",
        ),
        (
            "Joint Declaration on Elevating Relations to a Comprehensive Strategic Partnership",
            "comprehensive strategic partnership",
        ),
        ("Joint Statement on Upgrading Ties to Allied Relations", "allied relations"),
        ("Joint Statement on major orientations for the Strategic Partnership", None),
        ("Joint Statement on deepening the Comprehensive Strategic Partnership", None),
        ("Treaty on Strategic Partnership", None),
        ("Memorandum on the establishment of a joint committee", None),
    ],
)
def test_only_a_title_that_creates_a_level_names_one(title: str, level: str | None) -> None:
    assert level_created(title) == level


def test_a_title_that_opens_relations_is_told_from_one_that_celebrates_them() -> None:
    assert creates_relations("Joint Communique on the Establishment of Diplomatic Relations")
    assert not creates_relations("Joint Statement on Diplomatic Relations")


@pytest.mark.parametrize(
    ("title", "topics"),
    [
        ("Agreement on Veterinary Cooperation", {"veterinary"}),
        ("social security agreement", {"social security"}),
        ("Comprehensive Air Transport Agreement", {"aviation"}),
        ("intergovernmental agreements on construction of nuclear power plants", {"nuclear"}),
        ("соглашение о строительстве железной дороги", {"rail"}),
        ("hiệp định về dẫn độ", {"extradition"}),
        ("中吉乌铁路三方政府间协定", {"rail"}),
        ("自由贸易协定", {"trade"}),
        ("tratado de libre comercio", {"trade"}),
        ("accord global sur le transport aérien", {"aviation"}),
        ("gasket standards", {"standards"}),
        ("several documents", set()),
    ],
)
def test_subjects_are_found_in_six_languages(title: str, topics: set[str]) -> None:
    assert topics_of(title) == topics


@pytest.mark.parametrize(
    "title",
    [
        None,
        "agreement",
        "a landmark bilateral deal",
        "Vietnam-Kazakhstan cooperation agreement",
        "Vietnamese-Kazakh agreement",
        "cooperation documents",
        "các văn kiện hợp tác",
        "пакет двусторонних документов",
        "多份合作文件",
        "Present Joint Statement",
        "papers on farming, health, education and climate",
    ],
)
def test_a_title_that_names_no_subject_is_generic(title: str | None) -> None:
    assert paper_of(title, None, None, ("KZ", "VN"), statement=False).generic


@pytest.mark.parametrize(
    "title", ["agreement on extradition", "Shusha Declaration", "OSKAR accord"]
)
def test_a_title_with_a_subject_or_a_name_is_specific(title: str) -> None:
    assert not paper_of(title, None, None, ("KZ", "VN"), statement=False).generic


@pytest.mark.parametrize(
    ("title", "count", "package"),
    [
        ("agreements", None, True),
        ("agreement", None, False),
        ("agreement", 8, True),
        ("documents", 1, False),
        ("a package of papers", None, True),
    ],
)
def test_a_number_or_a_plural_makes_a_package(title, count, package) -> None:
    assert paper_of(title, None, count, ("KZ", "VN"), statement=False).package is package
