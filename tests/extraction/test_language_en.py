"""What English tells in stories, wires and releases: one phenomenon each, in our own words."""

from __future__ import annotations

import pytest
from reading import article, brief, events

from extraction.cascade import findings
from pacts.terms import Status

SP = "strategic partnership"

ALONE = [
    # What becomes of a paper is said of it, without a verb of signing.
    (
        "The seed accord between Malta and Peru remains unsigned.",
        ["agreement.signed negated MT-PE"],
    ),
    ("The seed accord between Malta and Peru fell through.", ["agreement.signed negated MT-PE"]),
    (
        "A seed accord between Malta and Peru has been put on hold.",
        ["agreement.signed negated MT-PE"],
    ),
    (
        "The seed accord between Malta and Peru, which was due in May, is stuck.",
        ["agreement.signed negated MT-PE"],
    ),
    (
        "Missing from the list was a seed accord between Malta and Peru.",
        ["agreement.signed negated MT-PE"],
    ),
    (
        "A seed accord between Malta and Peru is in the pipeline.",
        ["agreement.signed planned MT-PE"],
    ),
    (
        "A seed accord between Malta and Peru is nearing completion.",
        ["agreement.signed planned MT-PE"],
    ),
    ("A seed accord between Malta and Peru is due in May.", ["agreement.signed planned MT-PE"]),
    (
        "The seed accord between Malta and Peru now goes to parliament.",
        ["agreement.ratified planned MT-PE"],
    ),
    (
        "The seed accord between Malta and Peru awaits ratification.",
        ["agreement.ratified planned MT-PE"],
    ),
    (
        "The seed accord between Malta and Peru became effective on Monday.",
        ["agreement.in_force concluded MT-PE"],
    ),
    (
        "The seed accord between Malta and Peru is not in force.",
        ["agreement.in_force negated MT-PE"],
    ),
    (
        "The seed accord between Malta and Peru takes effect on May 1.",
        ["agreement.in_force planned MT-PE"],
    ),
    (
        "The seed accord between Malta and Peru cleared the Senate on Monday.",
        ["agreement.ratified concluded MT-PE"],
    ),
    ("The seed accord is expected to help Malta and Peru.", []),
    # Verbs that turn a paper down, or deny that there is one.
    ("Malta turned down a seed accord with Peru.", ["agreement.signed negated MT-PE"]),
    ("Malta backed out of a seed accord with Peru.", ["agreement.signed negated MT-PE"]),
    ("Malta ruled out a seed accord with Peru.", ["agreement.signed negated MT-PE"]),
    (
        "Malta denied that it had signed a seed accord with Peru.",
        ["agreement.signed negated MT-PE"],
    ),
    (
        "Malta denied reports that it had struck a deal with Peru.",
        ["agreement.negotiated negated MT-PE"],
    ),
    ("Malta broke off talks with Peru on a seed accord.", ["agreement.signed negated MT-PE"]),
    ("Malta said there would be no seed accord with Peru.", ["agreement.signed negated MT-PE"]),
    ("Malta has no plans to sign a seed accord with Peru.", ["agreement.signed negated MT-PE"]),
    (
        "Malta stopped short of breaking off diplomatic relations with Peru.",
        ["relations.severed negated MT-PE"],
    ),
    # Papers that are wanted, weighed or near.
    ("Malta and Peru are edging closer to a seed accord.", ["agreement.negotiated planned MT-PE"]),
    ("Malta and Peru are on the verge of a seed accord.", ["agreement.negotiated planned MT-PE"]),
    ("Malta and Peru are seeking pacts on seeds.", ["agreement.negotiated planned MT-PE"]),
    ("Malta and Peru opened talks on a seed accord.", ["agreement.negotiated planned MT-PE"]),
    (
        "Malta and Peru held a third round of talks on a seed accord.",
        ["agreement.negotiated planned MT-PE"],
    ),
    ("Malta wants to see the seed accord with Peru at work.", []),
    (
        "Malta threatened to withdraw from its seed accord with Peru.",
        ["agreement.terminated planned MT-PE"],
    ),
    # Done, told in other words.
    (
        "Malta and Peru completed negotiations on a seed accord.",
        ["agreement.negotiated concluded MT-PE"],
    ),
    ("Malta and Peru came to an agreement on seeds.", ["agreement.negotiated concluded MT-PE"]),
    (
        "Malta and Peru have agreed the text of a seed treaty.",
        ["agreement.negotiated concluded MT-PE"],
    ),
    ("Malta and Peru hammered out a seed accord.", ["agreement.negotiated concluded MT-PE"]),
    ("Malta and Peru swapped notes on a debt on Monday.", ["agreement.exchanged concluded MT-PE"]),
    (
        "Negotiators from Malta and Peru put their initials to a seed accord.",
        ["agreement.initialled concluded MT-PE"],
    ),
    (
        "Malta's Senate gave its assent to the seed accord with Peru.",
        ["agreement.ratified concluded MT-PE"],
    ),
    (
        "Malta's Senate voted unanimously to ratify the seed accord with Peru.",
        ["agreement.ratified concluded MT-PE"],
    ),
    (
        "Malta and Peru renewed their friendship by signing a seed accord.",
        ["agreement.signed concluded MT-PE"],
    ),
    (
        "Ministers of Malta and Peru met on Monday and signed seven memoranda.",
        ["agreement.signed concluded MT-PE"],
    ),
    (
        "Ministers of Malta and Peru signed and handed over a seed accord.",
        ["agreement.signed concluded MT-PE"],
    ),
    (
        "Malta and Peru signed a border treaty and a memorandum on seeds.",
        ["agreement.signed concluded MT-PE", "agreement.signed concluded MT-PE"],
    ),
    (
        "Malta has done away with diplomatic relations with Peru.",
        ["relations.severed concluded MT-PE"],
    ),
    ("Malta broke with Peru on Monday.", ["relations.severed concluded MT-PE"]),
    ("Malta broke with tradition on Monday, and Peru laughed.", []),
    (
        "Malta reduced its relations with Peru to charge d'affaires level.",
        ["relations.downgraded concluded MT-PE"],
    ),
    (
        "Malta and Peru resolved on Monday to elevate their relations to a strategic partnership.",
        [f"partnership.upgraded concluded MT-PE {SP}"],
    ),
    (
        "Malta and Peru raised their ties to what Lima calls a strategic partnership.",
        [f"partnership.upgraded concluded MT-PE {SP}"],
    ),
    (
        "Malta, Peru and Chad are leaving ECOWAS, whatever its treaty says.",
        ["agreement.terminated concluded ECOWAS-MT-PE-TD"],
    ),
    (
        "Ministries of Malta and Peru said that the loan agreement for that mine would be signed.",
        ["agreement.signed conditional MT-PE"],
    ),
    (
        "Malta and Peru upgraded their strategic partnership, agreed in 2016, to an alliance.",
        ["partnership.upgraded concluded MT-PE alliance"],
    ),
    # What only looks like it.
    ("There is no sign of unrest in Malta or Peru.", []),
    ("People enter Malta without papers and are able to apply for asylum in Peru.", []),
    ("Flour is dear in Malta and Peru in exchange for such a deal.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), ALONE, ids=[case[0][:70] for case in ALONE])
def test_a_sentence_tells_these_events(sentence: str, expected: list[str]) -> None:
    assert sorted(brief(sentence)) == sorted(expected)


LEAD = (
    "NAIROBI - The presidents of Kenya and Oman met in Nairobi on Monday. "
    "Labour ministers of the two countries were there, and there was coffee. "
)
TITLE = "Presidents of Kenya and Oman meet"

AFTER_A_LEAD = [
    ("A labour agreement was among the papers signed.", ["agreement.signed concluded KE-OM"]),
    ("Also signed was a memorandum on tourism.", ["agreement.signed concluded KE-OM"]),
    ("The ceremony saw seven memoranda signed.", ["agreement.signed concluded KE-OM"]),
    ("The visit yielded seven memoranda.", ["agreement.signed concluded KE-OM"]),
    ("The memoranda signed on Monday cover health.", ["agreement.signed concluded KE-OM"]),
    ("A labour agreement was not among the papers.", ["agreement.signed negated KE-OM"]),
    ("There was no labour agreement among the papers.", ["agreement.signed negated KE-OM"]),
    ("Nor was there any sign of a labour agreement.", ["agreement.signed negated KE-OM"]),
    (
        "It was not a labour agreement; it is not a treaty either.",
        ["agreement.signed negated KE-OM"],
    ),
    ("A labour agreement did not make the cut.", ["agreement.signed negated KE-OM"]),
    ("A labour agreement will have to wait.", ["agreement.signed negated KE-OM"]),
    ("A labour agreement may follow.", ["agreement.signed planned KE-OM"]),
    ("Negotiations on a labour agreement are under way.", ["agreement.negotiated planned KE-OM"]),
    ("Both sides welcomed the draft labour agreement.", ["agreement.signed planned KE-OM"]),
    (
        "They encouraged the early conclusion of a memorandum between the competent authorities.",
        ["agreement.signed planned KE-OM"],
    ),
    (
        "Relations are now a strategic partnership.",
        [f"partnership.established concluded KE-OM {SP}"],
    ),
    (
        "The declaration lifts relations to a strategic partnership.",
        [f"partnership.upgraded concluded KE-OM {SP}"],
    ),
    ("A labour agreement between the port and a bank is in the pipeline.", []),
]


@pytest.mark.parametrize(
    ("sentence", "expected"), AFTER_A_LEAD, ids=[case[0][:70] for case in AFTER_A_LEAD]
)
def test_a_sentence_speaks_of_those_who_met(sentence: str, expected: list[str]) -> None:
    assert sorted(brief(LEAD + sentence, TITLE)) == sorted(expected)


PAPER = "Malta and Peru drank tea on Monday. They have talked for years of a seed treaty. "

UNDERSTOOD = [
    ("It was never ratified.", "ratified negated"),
    ("Nothing was signed.", "signed negated"),
    ("Neither side signed.", "signed negated"),
    ("It remains unsigned.", "signed negated"),
    ("The signing has been put back.", "signed negated"),
    ("The formal signing is set for May.", "signed planned"),
    ("Signing is planned for May.", "signed planned"),
    ("It still has to be ratified.", "ratified planned"),
    ("It now goes to parliament.", "ratified planned"),
    ("Ratification will take time.", "ratified planned"),
    ("It takes effect in May.", "in_force planned"),
]


@pytest.mark.parametrize(("sentence", "told"), UNDERSTOOD, ids=[case[0] for case in UNDERSTOOD])
def test_a_paper_named_before_is_understood(sentence: str, told: str) -> None:
    found = {f"{event.act} {event.status}" for event in events(PAPER + sentence)}
    assert told in found


def test_a_paper_goes_by_the_short_name_that_it_was_given() -> None:
    body = (
        "Malta and Peru finished talks on a Reciprocal Access Agreement (RAA) last week. "
        "Ministers of Malta and Peru signed the RAA on Monday."
    )
    assert "agreement.signed concluded MT-PE" in brief(body)


def test_a_short_name_of_something_else_is_no_paper() -> None:
    body = (
        "The agreement with the Monetary Authority (MA) annoyed Malta. "
        "Peru signed for the MA on Monday, and Malta paid."
    )
    assert "agreement.signed concluded MT-PE" not in brief(body)


def test_others_who_do_the_same_do_it_with_whom_the_article_is_about() -> None:
    body = "Peru signed a seed treaty with Malta on Monday. Chad is expected to sign in May."
    seen = findings(article(body, "Peru joins seed treaty"))
    casts = [f.cast.groups for f in seen if f.cast and f.verdict.status is Status.PLANNED]
    assert casts == [(("PE", "TD"),)]


def test_a_timetable_that_has_come_due_is_news() -> None:
    body = (
        "It is raining. It rained before. It will rain again. "
        "The seed treaty between Malta and Peru enters into force today."
    )
    assert brief(body) == ["agreement.in_force concluded MT-PE"]


def test_a_plan_to_negotiate_and_to_sign_one_paper_is_one_plan() -> None:
    body = (
        "Malta and Peru are negotiating a seed treaty. "
        "Malta and Peru hope to sign the seed treaty in May."
    )
    assert len(events(body)) == 1
