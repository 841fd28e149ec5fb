"""One wire text in five papers is one source."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tellings import event, sighting

from alerting.merging.copies import independent, is_copy, sketch_of
from alerting.merging.wires import agency_of
from pacts.model import Sighting
from pacts.terms import Trust

CREDITED = [
    ("NUKUS, May 6 (Xinhua) -- Two states signed an agreement.", "Xinhua"),
    ("LIMA, 6 mai (AFP) - Deux Etats ont signé un accord.", "AFP"),
    ("By Thomson Reuters\n\nTwo states signed an agreement.", "Reuters"),
    ("АСТАНА, 6 мая. /ТАСС/. Подписано соглашение.", "TASS"),
    ("МОСКВА, 6 мая — ИТАР-ТАСС. Подписано соглашение.\n\nИсточник: ИТАР-ТАСС", "TASS"),
    ("Подписано соглашение, сообщает ТАСС.", "TASS"),
    ("Astana (TTXVN) - Hai nước ký hiệp định.", "VNA"),
    ("Hai nước ký hiệp định.\n\nNguồn: TTXVN", "VNA"),
    ("Hanoi (VNA) – The two sides signed an agreement.", "VNA"),
    ("新华社北京5月6日电 两国签署协定。", "Xinhua"),
    ("据新华社报道,两国签署协定。", "Xinhua"),
    ("Managua, 6 may (EFE).- Los dos países firmaron un acuerdo.", "EFE"),
    ("Los dos países firmaron un acuerdo, según Prensa Latina.", "Prensa Latina"),
    ("Two states signed an agreement.\n\n— Reuters", "Reuters"),
]
NOT_CREDITED = [
    "The head of Reuters met the minister before the signing.",
    "Агентства ТАСС и БЕЛТА подписали соглашение об обмене новостями.",
    "Under the deal AP and Kyodo will exchange photographs.",
    "The MAP of the region changed (see below).",
    "Two states signed an agreement.",
]


@pytest.mark.parametrize(("text", "agency"), CREDITED)
def test_a_credit_names_the_agency(text: str, agency: str) -> None:
    assert agency_of(f"A title\n\n{text}") == agency


@pytest.mark.parametrize("text", NOT_CREDITED)
def test_an_agency_that_the_news_is_about_is_no_credit(text: str) -> None:
    assert agency_of(f"A title\n\n{text}") == ""


def told(
    source: str, *, body: str = "", agency: str = "", trust: Trust = Trust.ALLOWED
) -> Sighting:
    one = sighting(event(), source=source, trust=trust)
    return replace(one, agency=agency, sketch=sketch_of(f"{source}\n\n{body}"))


WIRE = (
    "The presidents of the two countries met in the capital on Tuesday and signed a treaty on good "
    "neighbourly relations, the office of the host said in a statement. Both called the visit a "
    "success and said that trade would double within five years. The delegation also visited a "
    "fertiliser plant and laid flowers at the monument to the unknown soldier. Ministers exchanged "
    "three further documents on customs, forestry and the training of pilots."
)
OWN = (
    "A treaty on good neighbourly relations was signed on Tuesday when the two presidents met. "
    "Our correspondent saw little enthusiasm among traders at the border, who wait for days. "
    "Within five years trade is to double, the host's office says. Three ministries exchanged "
    "documents, among them one on customs that hauliers have long asked for."
)


def test_a_copy_under_another_headline_and_without_its_end_is_a_copy() -> None:
    cut = WIRE[: len(WIRE) * 2 // 3]
    assert is_copy(sketch_of(f"A\n\n{WIRE}"), sketch_of(f"B\n\nFrom our desk. {cut}"))


def test_two_reports_of_one_treaty_are_no_copies() -> None:
    assert not is_copy(sketch_of(f"A\n\n{WIRE}"), sketch_of(f"A\n\n{OWN}"))


def test_copies_count_once_and_sources_on_hold_not_at_all() -> None:
    papers = [told("east", body=WIRE), told("west", body=WIRE[40:]), told("north", body=OWN)]
    assert independent(papers) == 2
    assert independent([*papers, told("mirror", trust=Trust.HOLD)]) == 2
    assert independent([told("mirror", trust=Trust.HOLD)]) == 0


def test_papers_that_credit_one_agency_are_one_source() -> None:
    assert independent([told("a", agency="TASS"), told("b", agency="TASS"), told("c")]) == 2


def test_one_source_that_tells_it_twice_is_one() -> None:
    one = told("a", body=WIRE)
    assert independent([one, replace(one, item="again", sketch=())]) == 1


PAPERS = st.lists(
    st.builds(
        told,
        st.sampled_from("abcd"),
        body=st.sampled_from(["", WIRE, OWN]),
        agency=st.sampled_from(["", "AFP", "TASS"]),
        trust=st.sampled_from(list(Trust)),
    ),
    max_size=6,
)


@given(PAPERS, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_order_of_sources_changes_no_count(papers: list[Sighting], random) -> None:
    counted = independent(papers)
    random.shuffle(papers)
    assert independent([*papers, *papers[:2]]) == counted
    assert counted <= len({one.source for one in papers if one.trust is Trust.ALLOWED})


SKETCHES = st.sets(st.integers(0, 25), max_size=12).map(lambda numbers: tuple(sorted(numbers)))


@given(st.lists(st.tuples(SKETCHES, st.sampled_from(["", "", "AFP"])), max_size=9))
def test_origins_are_what_pairs_of_copies_hang_together_by(papers) -> None:
    heard = [
        replace(told(f"s{number}", agency=agency), sketch=sketch)
        for number, (sketch, agency) in enumerate(papers)
    ]
    groups: list[list[Sighting]] = []
    for one in heard:
        own = [group for group in groups if any(_of_one_origin(one, other) for other in group)]
        groups = [group for group in groups if group not in own]
        groups.append([one, *(other for group in own for other in group)])
    assert independent(heard) == len(groups)


def _of_one_origin(a: Sighting, b: Sighting) -> bool:
    return is_copy(a.sketch, b.sketch) or (a.agency != "" and a.agency == b.agency)


@given(st.text(max_size=300), st.text(max_size=300))
@settings(max_examples=100)
def test_being_a_copy_is_symmetric(a: str, b: str) -> None:
    one, other = sketch_of(a), sketch_of(b)
    assert is_copy(one, other) == is_copy(other, one)
