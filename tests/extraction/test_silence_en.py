"""English sentences that must stay silent, or tell less than their words: one class each."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from reading import brief, events

from extraction import extract
from pacts.model import Article
from pacts.terms import Scope, Status

LEDE = "Kenya and Peru hold trade talks in Lima this week, officials said on Monday.\n\n"
TITLE = "Kenya, Peru hold trade talks"


def _told(sentence: str) -> list[str]:
    """Concluded events of states that a sentence tells in an article about Kenya and Peru."""
    return [
        f"{event.name} {'-'.join(event.parties)}"
        for event in events(LEDE + sentence, TITLE)
        if event.status is Status.CONCLUDED and event.scope is Scope.STATE
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        # Deals within one country.
        "Lawmakers in Nairobi struck a deal on the budget late on Sunday.",
        "Senators reached an agreement in principle before the deadline.",
        "The president struck a deal with opposition leaders to end the protests.",
        "Congressional leaders said they had reached an agreement over the weekend.",
        "The government signed an agreement with the rebels in the north.",
        "Kenya signed an accord with commercial banks on its debt.",
        "The ruling party concluded a coalition agreement with two smaller ones.",
        "The president on Friday signed a temporary deal to end the government shutdown.",
        # Courts, unions, persons and what they sign.
        "A former aide struck a plea deal with prosecutors last month.",
        "Prosecutors reached an agreement with the former minister.",
        "Kenya's teachers' unions signed a pay deal on Friday.",
        "More than 100 parliamentarians signed a letter to the minister.",
        "He showed a cheque, one signed by the mayor of Kisumu.",
        "The staff were released from nondisclosure agreements they had signed.",
        "She had signed the document by his own signature, a court heard.",
        # Companies and universities.
        "Halden Marine signed a supply agreement with Quill Cloud on Friday.",
        "Ostrava Steel Co said it has signed an agreement to sell its Lima mill.",
        "It signed a production agreement with its Kenyan rival Bolt Motors.",
        "The banks have reached agreements with Kenya, Peru and Chad on arrears.",
        # Many at once.
        "The convention has been ratified by 114 countries.",
        # Conditions, hypotheticals, questions, wishes.
        "Peru could have cut its quotas if agreement had not been reached.",
        "Tariffs will only come off if a new and fair trade agreement is signed.",
        "The quota would, when agreement is reached, be raised.",
        "Exporters would have lost a fortune had Kenya signed the treaty.",
        "It is unclear whether the two sides can reach a final deal.",
        "Prices will fall after the country signs the trade agreement.",
        "I would have preferred the minister to announce a withdrawal from the treaty.",
        "Such a step would force Kenya to cut off diplomatic ties with Peru.",
        "The envoy urged Kenya to cut all diplomatic ties with Peru.",
        # Denials.
        "Kenya won't sign the treaty.",
        "Kenya hasn't signed the treaty with Peru.",
        "The minister denied reports that Kenya had struck a deal with Peru.",
        "I do not see that the accord has been terminated.",
        # Words that only look like deeds or objects.
        "Prisoners were freed in exchange for a document on visas.",
        "The party made a sharp break with the policies of the past.",
        "The treaty was left untouched through the election.",
        "Kenya's New Deal was denounced as costly by Peru.",
        "Kenya and Peru promised to restore normalcy and cooperation.",
        "Community ties are severed, and social services are overwhelmed.",
        "She is the youngest member of the cabinet, and became its voice.",
        "The minister ended spying on the IMF.",
        "The migrants reached the border without the required documents.",
        "Kenya's minister denounced the deal as unfair.",
        "They were joined by NATO officers in an open letter.",
        "The prospect of renewed unrest hung over the agreement.",
        "An alliance of farmers was formed in the highlands.",
        'The defence ministries spoke of an already "signed" deal on frigates.',
    ],
)
def test_what_others_do_is_no_deed_of_the_two(sentence: str) -> None:
    assert _told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        # Told in passing.
        "Trade has doubled since the agreement with Peru was finalised.",
        "Exports fell several weeks after the agreement was reached.",
        "The 2015 pact between Kenya and Peru was signed by both governments.",
        "The accord that Kenya struck with Peru has not been a success.",
        "The tenets of the treaty that the two countries reached are disputed.",
        "About a year later, Kenya and Peru signed a fisheries agreement.",
        "Kenya, having signed the treaty with Peru, is required to publish it.",
        "The treaty had been due to lapse but was extended by Kenya and Peru.",
        "An observer had reported that the two countries had signed a treaty.",
        # Papers, states and leaders of the past.
        "Kenya and Peru signed the Kyoto Protocol.",
        "Kenya and the Soviet Union signed a fisheries agreement.",
        "The treaty was signed by the president's predecessor with Peru.",
    ],
)
def test_what_is_told_in_passing_is_history(sentence: str) -> None:
    assert _told(sentence) == []


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Keeper inks four-year deal", "The Kenyan goalkeeper joins a club in Peru."),
        ("Deccan's Halden seals $2bn deal", "The Kenyan airline buys jets made in Peru."),
        ("Congress strikes deal on sanctions", "Lawmakers in Peru want to punish Kenya."),
        ("Film director signs studio deal", "He has worked in Kenya and Peru."),
        ("Governor breaks with minister", "The two had quarrelled over Kenya and Peru."),
        ("On this day", "Kenya and Peru signed a treaty of friendship."),
    ],
)
def test_a_headline_about_nobody_is_silent(title: str, body: str) -> None:
    told = events(body, title)
    assert [e for e in told if e.status is Status.CONCLUDED and e.alerts] == []


def test_a_cabinet_that_is_asked_to_approve_has_signed_nothing() -> None:
    title = "Signing of a Memorandum of Understanding between Kenya and Peru on sport"
    body = (
        "The Cabinet of Ministers granted approval to the proposal made by the Minister of Sport."
    )
    assert all(event.status is not Status.CONCLUDED for event in events(body, title))


def test_a_row_of_headlines_does_not_speak() -> None:
    body = (
        "Farmers in the valley expect a good harvest after the long rains of spring.\n\n"
        "Most read today: Senate calendar for May | Kenya and Peru sign treaty | Weather for Friday"
    )
    assert events(body, "Good harvest expected") == ()


def test_one_deed_in_two_words_is_one_event() -> None:
    body = (
        "Kenya and Peru reached an agreement in Lima today. Ministers of Kenya and Peru signed the "
        "protocol in the old fort."
    )
    assert brief(body) == ["agreement.signed concluded KE-PE"]


def test_a_year_alone_dates_no_news_where_the_day_of_publication_is_unknown() -> None:
    text = "In 2015, Kenya and Peru signed an agreement on fisheries."
    (event,) = extract(Article("test", "1", "https://news.example/1", "", text, None, "en"))
    assert event.status is Status.HISTORICAL


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # What must go on speaking.
        (
            "Kenya signed a memorandum with Peru's official creditor committee on Monday.",
            ["agreement.signed KE-PE"],
        ),
        ("The two countries signed a fisheries agreement on Sunday.", ["agreement.signed KE-PE"]),
        (
            "A fisheries agreement was signed by the foreign ministers on Monday.",
            ["agreement.signed KE-PE"],
        ),
        (
            "Kenya signed a fisheries agreement with its neighbour Uganda on Monday.",
            ["agreement.signed KE-UG"],
        ),
        (
            "The treaty that the two countries signed on Monday covers fisheries.",
            ["agreement.signed KE-PE"],
        ),
        ("Kenya on Friday cut diplomatic ties with Peru.", ["relations.severed KE-PE"]),
        ("Kenya severed all ties with Peru on Friday.", ["relations.severed KE-PE"]),
        (
            "We are pleased to announce a free trade agreement between Kenya and Peru.",
            ["agreement.negotiated KE-PE"],
        ),
        (
            "The parliament of Kenya ratified the fisheries agreement with Peru on Friday.",
            ["agreement.ratified KE-PE"],
        ),
        ("Kenya withdrew from the fisheries treaty with Peru.", ["agreement.terminated KE-PE"]),
        (
            "The Memorandum of Understanding (MoU) signed on Monday by Kenya and Peru is on fish.",
            ["agreement.signed KE-PE"],
        ),
    ],
)
def test_what_the_two_do_is_told(sentence: str, expected: list[str]) -> None:
    assert _told(sentence) == expected


def test_the_pair_that_a_dash_ties_is_meant() -> None:
    body = (
        "Japan and Chad hold talks this week.\n\nThe ministers witnessed the signing of agreements "
        "that will deepen the strong Kenya-Peru relationship."
    )
    assert "agreement.signed concluded KE-PE" in brief(body, "Japan, Chad in talks")


def test_a_leader_long_out_of_office_makes_history() -> None:
    body = "Barack Obama signed an agreement with Peru on fisheries."
    published = datetime(2024, 5, 3, tzinfo=UTC)
    assert all(e.status is not Status.CONCLUDED for e in events(body, published=published))
