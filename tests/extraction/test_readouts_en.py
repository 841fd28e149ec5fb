"""The phrases of readouts: most of what ministers say of agreements reports none."""

from __future__ import annotations

import pytest

from tests.support.reading import events

NOT_NEWS = [
    (
        "The two Ministers reviewed the progress of the bilateral investment treaty between"
        " Peru and Ghana and welcomed the implementation of the agreements reached during the"
        " last visit."
    ),
    (
        "The Secretary expressed appreciation for Ghana's support of the agreement and"
        " reiterated the importance of the Peru-Ghana strategic partnership."
    ),
    (
        "The ministers of Peru and Ghana took stock of the memoranda of understanding"
        " concluded between the two countries."
    ),
    "Peru and Ghana share a strategic partnership based on mutual trust.",
    (
        "The Prime Minister underlined the commitment of Peru to the full implementation of"
        " the free trade agreement with Ghana."
    ),
    "The two sides exchanged drafts of the extradition treaty between Peru and Ghana.",
    (
        "Both sides agreed to expedite the conclusion of the agreement on mutual legal"
        " assistance between Peru and Ghana."
    ),
    (
        "The Foreign Minister of Peru handed over a draft agreement on visa waiver to his"
        " Ghanaian counterpart."
    ),
    (
        "The two leaders noted with satisfaction the signing of the MoU on tourism between"
        " Peru and Ghana in 2024."
    ),
    (
        "Peru and Ghana marked the tenth anniversary of the establishment of their strategic"
        " partnership."
    ),
    (
        "The ambassador of Ghana presented his credentials to the President of Peru and spoke"
        " of the agreements signed between both nations."
    ),
    "The parliament of Peru debated the trade agreement with Ghana on Tuesday.",
    "The cabinet of Peru approved the negotiating mandate for an agreement with Ghana.",
    (
        "The Cabinet approved the signing of a memorandum of understanding between Peru and"
        " Ghana on agriculture."
    ),
    "The government of Peru has approved the draft agreement with Ghana on visa exemption.",
    "Peru's president hailed the agreement signed between Ghana and Mongolia last year.",
    (
        "They discussed the possibility of elevating the relationship between Peru and Ghana"
        " to a strategic partnership."
    ),
    (
        "The President emphasised that the strategic partnership between Peru and Ghana has"
        " entered a new stage."
    ),
    "Under the agreement signed by Peru and Ghana, visas will be waived.",
    "Since establishing diplomatic relations in 1975, Peru and Ghana have signed 40 agreements.",
    "The minister said Peru was ready to sign an agreement with Ghana.",
    "Ghana's foreign minister called on Peru to ratify the convention.",
    "Peru urged Ghana to sign the treaty.",
    "Peru and Ghana are working on an agreement to avoid double taxation.",
    (
        "Peru and Ghana inked deals worth 2 billion dollars between their companies during"
        " the business forum."
    ),
    "Ghana Gold and Peru Mining signed a strategic partnership agreement.",
    "The University of Lima and the University of Ghana signed a memorandum of understanding.",
    "The city of Lima and the city of Accra signed a sister-city agreement.",
    "Peru's football federation signed a cooperation agreement with Ghana's.",
    "Peru signed striker Mensah from Ghana on a three-year deal.",
    "Peru and Ghana have a long-standing defence pact that was signed in 1999.",
    (
        "The treaty between Peru and Ghana, signed by both presidents in 2019, has been"
        " criticised by farmers."
    ),
    "Analysts said that a deal between Peru and Ghana would shake the region.",
    "A deal was close, Peru's negotiator said of the talks with Ghana.",
    "Peru rejected reports that it had signed a secret agreement with Ghana.",
    "Peru has denied signing any agreement with Ghana.",
    "Protesters in Accra demanded the end of the military agreement with Peru.",
    "The IMF and Peru continued talks on a loan agreement.",
    "Peru's central bank extended its currency agreement talks with Ghana.",
    (
        "The court in Accra ruled that the agreement with Peru signed by the former president"
        " was illegal."
    ),
    "Ghana's minister presented to parliament the agreement with Peru for ratification.",
    "The bill to ratify the agreement between Peru and Ghana was submitted to parliament.",
    "Peru, which signed a free trade agreement with Ghana in March 2021, exports copper.",
    "The ministers signed the visitors' book at the embassy of Ghana in Lima.",
    "The ministers signed the minutes of the meeting of the Peru-Ghana joint commission.",
    "Peru and Ghana held the first round of negotiations on an air services agreement.",
    "Peru and Ghana will mark the signing of their treaty with a concert.",
    "The ceremony to sign the treaty between Peru and Ghana was cancelled.",
    "The signing of the agreement between Peru and Ghana has been delayed until next month.",
    (
        "The two countries are expected to upgrade their relations to a strategic partnership"
        " during the visit."
    ),
    "This visit will elevate the strategic partnership between Peru and Ghana to new heights.",
    "The visit elevated the strategic partnership between Peru and Ghana to a new level.",
    (
        "They agreed to further strengthen the comprehensive strategic partnership between"
        " Peru and Ghana."
    ),
    "Ghana thanked Peru for its accession to the convention in 2011.",
    "Peru's accession to the Ghana-led pact is under discussion.",
    (
        "Joint statement on the strategic partnership between Peru and Ghana adopted in 2018"
        " remains the basis of relations."
    ),
    "Peru supports Ghana's bid to join BRICS.",
    "The alliance between Peru and Ghana was never formalised.",
    "The ministers exchanged instruments of friendship, gifts and warm words on the treaty.",
]
NEWS = [
    (
        "The two sides signed agreements on agriculture and tourism following talks between"
        " the presidents of Peru and Ghana in Accra on Wednesday."
    ),
    "Peru, Ghana sign pact on fisheries",
    "Peru and Ghana today concluded a memorandum of understanding on cyber security.",
    (
        "A memorandum of understanding was signed between the Ministry of Health of Peru and"
        " the Ministry of Health of Ghana on 12 March."
    ),
    (
        "The following documents were signed in the presence of the two Presidents: an"
        " agreement on air services between Peru and Ghana; a memorandum on tourism."
    ),
    "Peru and Ghana have entered into a comprehensive strategic partnership.",
    (
        "The leaders of Peru and Ghana announced the elevation of bilateral ties to the level"
        " of a strategic partnership."
    ),
    (
        "Peru and Ghana formally established diplomatic relations on Thursday through a joint"
        " communique signed in New York."
    ),
    "Ghana has severed diplomatic relations with Peru, the foreign ministry said on Thursday.",
    "Peru on Thursday withdrew from the free trade agreement with Ghana.",
    "The agreement between Peru and Ghana on visas came into force today.",
    "Ghana's parliament ratified the extradition treaty with Peru on Thursday.",
    "Peru and Ghana's defence ministers inked a military cooperation agreement on Thursday.",
    "Peru acceded to the Convention on Cluster Munitions on Thursday.",
    (
        "Ghana becomes member of BRICS: the bloc's leaders signed the accession protocol with"
        " Ghana on Thursday."
    ),
    "The World Bank and Ghana signed a $300 million loan agreement on Thursday.",
    "Ghana and the IMF signed a loan agreement on Thursday in Washington.",
    "Peru and Ghana exchanged notes establishing a visa waiver on Thursday.",
    "Peru and the European Union initialled a partnership and cooperation agreement on Thursday.",
    (
        "The text of a free trade agreement was agreed by Peru and Ghana on Thursday, both"
        " governments said."
    ),
    "The US and Peru struck a deal on critical minerals on Thursday.",
    (
        "After the talks, the sides signed a joint statement on strategic partnership between"
        " Peru and Ghana."
    ),
    "Today, Peru and Ghana became strategic partners.",
    (
        "The two countries, Peru and Ghana, decided to lift their relationship to the"
        " strategic level, President Quispe told reporters."
    ),
    "Peru-Ghana ties upgraded to strategic partnership",
    "Peru, Ghana elevate relations to comprehensive partnership, sign 12 deals",
    "Peru and Ghana restored full diplomatic ties on Thursday after a break of ten years.",
    "Ghana recalled its ambassador and suspended its defence agreement with Peru on Thursday.",
    "Japan and Peru signed an exchange of notes for a grant of 3 billion yen.",
    "The foreign ministers of Peru and Ghana signed a protocol amending the 2010 tax convention.",
    (
        "During the visit, a Memorandum of Cooperation on energy was signed by the two"
        " ministers of Peru and Ghana."
    ),
    (
        "In Accra, the President of Peru and the President of Ghana witnessed the exchange of"
        " the signed agreements."
    ),
    "The leaders oversaw the signing of seven memorandums between Peru and Ghana.",
    "Ghana joins Mongolia-Peru pact on copper",
]


@pytest.mark.parametrize("text", NOT_NEWS)
def test_what_a_readout_says_of_agreements_in_passing_alerts_nobody(text: str) -> None:
    assert [event for event in events(text) if event.alerts] == []


@pytest.mark.parametrize("text", NEWS)
def test_what_a_readout_reports_as_done_alerts(text: str) -> None:
    assert [event for event in events(text) if event.alerts] != []
