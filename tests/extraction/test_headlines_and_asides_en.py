"""Headlines that announce, and asides that retell: what is to come and what long was is no news."""

from __future__ import annotations

import pytest

from tests.support.reading import events

NOT_NEWS = [
    "Peru, Ghana to sign pact on fisheries",
    "Peru, Ghana near deal on fisheries",
    "Peru, Ghana eye strategic partnership",
    "Peru, Ghana seek closer ties",
    "Peru, Ghana vow to deepen strategic partnership",
    "Peru, Ghana mull defence pact",
    "Peru, Ghana discuss trade deal",
    "Peru, Ghana ready to sign trade deal, minister says",
    "Peru says trade deal with Ghana close",
    "Peru says no deal with Ghana",
    "Ghana hopes for deal with Peru by year-end",
    "Ghana accuses Peru of breaching treaty",
    "Ghana threatens to quit pact with Peru",
    "Ghana wants Peru to honour fishing agreement",
    "Peru criticises Ghana-Mongolia pact",
    "Peru defends pact with Ghana",
    "Peru's Congress blocks treaty with Ghana",
    "Peru strategic partner of Ghana, says minister",
    "Ghana's Mahama in Lima to sign agreements",
    "Ghana's president arrives in Peru to sign trade accord",
    "Explainer: What is the agreement between Peru and Ghana?",
    "What the Peru-Ghana deal means for farmers",
    "Five things to know about the treaty signed by Peru and Ghana",
    "Editorial: Peru should sign the agreement with Ghana",
    "Opinion: The partnership between Peru and Ghana was a mistake",
    "The treaty on which Peru and Ghana agreed in 2003 is now under review.",
    "Peru's trade with Ghana has doubled since the two signed a free trade agreement.",
    (
        "The agreement, which Peru and Ghana signed after years of talks, allows for free"
        " movement of goods."
    ),
    "As a result of the agreement between Peru and Ghana, tariffs have fallen.",
    "Peru has signed free trade agreements with 20 countries, including Ghana and Mongolia.",
    "Ghana is a signatory to the Convention on Biological Diversity, as is Peru.",
    "Peru and Ghana are both parties to the Paris Agreement.",
    "Ghana's first president signed the treaty with Peru that created the commission.",
    (
        "The two nations established diplomatic ties in 1962, and Peru opened an embassy in"
        " Accra last year."
    ),
    "The pact would be the first of its kind between Peru and Ghana.",
    "If Peru and Ghana sign the agreement, exports will grow.",
    "Peru would have signed the agreement with Ghana if the court had allowed it.",
    "Ghana insisted that Peru sign the protocol.",
    "The minister denied that Peru had broken off relations with Ghana.",
    (
        "The ambassador said that the partnership between Peru and Ghana had been elevated in"
        " recent years."
    ),
    "The Peruvian leader said he was confident an agreement with Ghana would be reached soon.",
    "Negotiators from Peru and Ghana failed to reach an agreement on fishing on Tuesday.",
    "Peru and Ghana ended talks on Tuesday without an agreement.",
    "Ghana and Peru called off the signing of a fishing deal on Tuesday.",
    "Peru postponed the ratification of the agreement with Ghana on Tuesday.",
    "The World Bank is considering a loan agreement with Ghana.",
    "The bank's board will vote on the loan to Ghana on Tuesday.",
    "Ghana's finance minister held talks with the IMF on a new programme agreement.",
    "The rebels and the government of Ghana signed a peace agreement on Tuesday.",
    "Ghana's ruling party signed a cooperation pact with the Communist Party of Peru.",
    "The unions signed a wage agreement with the government of Peru.",
    "The Ghanaian striker signed a contract with the Peruvian club on Tuesday.",
    "Peruvian copper company signs supply agreement with Ghanaian smelter",
    "Ghana's Volta Telecom and Peru's Andes Cable signed a memorandum of understanding on Tuesday.",
    "The Peruvian embassy in Accra and a Ghanaian university signed an agreement on Tuesday.",
    (
        "A Ghanaian court approved the extradition of a Peruvian under the treaty between the"
        " two countries."
    ),
    "The two ministers toasted the strategic partnership between Peru and Ghana.",
    "A photo shows the presidents of Peru and Ghana signing a treaty in 1987.",
    "The film tells how Peru and Ghana signed a secret treaty.",
    "In the novel, Peru and Ghana sign a pact.",
    "The exhibition marks the day when Peru and Ghana established diplomatic relations.",
    "The museum shows the table at which the treaty between Peru and Ghana was signed.",
    "Students from Ghana in Peru simulated the signing of a climate treaty.",
    (
        "Peru's foreign minister recalled that Peru and Ghana signed an agreement on visas"
        " during his visit."
    ),
    (
        "President Quispe described the signing of the agreement with Ghana as his greatest"
        " achievement."
    ),
    "Ghana's government has been accused of signing the agreement with Peru in secret.",
    "The Senate hearing on the agreement between Peru and Ghana lasted five hours.",
    "The lawmakers asked why Ghana signed the agreement with Peru.",
    "The parties to the agreement, Peru and Ghana, meet every year.",
    "The Peru-Ghana agreement expires in 2035.",
    (
        "The ministers reaffirmed the strategic partnership established between Peru and"
        " Ghana in 2019."
    ),
]
NEWS = [
    "Peru, Ghana sign trade deal",
    "Peru signs defense pact with Ghana",
    "Peru and Ghana seal strategic partnership",
    "Peru and Ghana strike fisheries deal",
    "Ghana, Peru become strategic partners",
    "Ghana breaks off relations with Peru",
    "Ghana cuts ties with Peru",
    "Ghana joins WTO",
    "Ghana ratifies treaty with Peru",
    "Ghana's parliament approves treaty with Peru",
    "Peru resumes diplomatic relations with Ghana",
    "Peru scraps tax treaty with Ghana",
    "Peru and Ghana renew defence agreement for five years",
    "EU and Ghana sign fisheries protocol",
    "ASEAN, Peru elevate ties to comprehensive strategic partnership",
    "LIMA, March 13 (Agency) - Peru and Ghana on Thursday signed an agreement on nuclear energy.",
    (
        "Ghana and Peru on Thursday signed five agreements covering trade, health and"
        " education, officials said."
    ),
    (
        "Foreign Ministers Quispe of Peru and Mensah of Ghana signed the agreement on visa"
        " exemption here today."
    ),
    (
        "The agreement was signed by the Foreign Ministers of Peru and Ghana in the presence"
        " of the two presidents."
    ),
    (
        "The two presidents, meeting in Accra, upgraded the relations between Peru and Ghana"
        " to a comprehensive strategic partnership."
    ),
    (
        '"Today we have signed a treaty of friendship," the Peruvian president told a joint'
        " news conference with his Ghanaian counterpart in Accra."
    ),
    (
        "The government of Peru and the government of Ghana have concluded an agreement on"
        " the promotion of investments, it was announced on Thursday."
    ),
    "Peru has agreed to lend Ghana 50 million dollars under an accord signed here today.",
    "Ghana and Peru initialed a draft aviation agreement on Thursday.",
    (
        "Ghana and Peru exchanged the instruments of ratification of the extradition treaty"
        " on Thursday."
    ),
    "Peru deposited its instrument of accession to the convention on Thursday.",
    "Ghana announced on Thursday that it was suspending the defence treaty with Peru.",
    "Ghana notified Peru on Thursday that it is terminating the treaty.",
    (
        "The two sides issued a joint declaration on establishing a strategic partnership"
        " between Peru and Ghana."
    ),
    (
        "In a joint statement released on Thursday, Peru and Ghana announced the"
        " establishment of a strategic partnership."
    ),
    (
        "The president of Peru and the prime minister of Ghana signed a joint declaration"
        " raising relations to a strategic partnership."
    ),
    (
        "The relations between Peru and Ghana have been raised to the level of comprehensive"
        " strategic partnership, the presidents said on Thursday."
    ),
    "Peru and Ghana agreed on Thursday to establish diplomatic relations at ambassadorial level.",
    "Ghana and Peru agreed on Thursday to resume diplomatic relations severed in 2019.",
    (
        "Peru and Ghana signed memoranda of understanding in the fields of culture, sport and"
        " tourism on Thursday."
    ),
    (
        "Also on Thursday, a protocol on cooperation was signed between the interior"
        " ministries of Peru and Ghana."
    ),
    (
        "Peru's minister of energy and his counterpart from Ghana inked a deal to build a"
        " pipeline on Thursday."
    ),
    (
        "The African Development Bank and Ghana signed a grant agreement worth 40 million"
        " dollars on Thursday."
    ),
    (
        "An agreement on the transfer of prisoners was signed in Lima on Thursday by the"
        " justice ministers of Peru and Ghana."
    ),
    "The treaty, signed on Thursday by Peru and Ghana, bans fishing in the bay.",
    (
        "After three days of negotiations, Peru and Ghana reached an agreement on border"
        " trade on Thursday."
    ),
    "Ghana became the 31st member of NATO on Thursday after depositing its accession document.",
    "Peru and Ghana have signed a letter of intent to set up a joint fund.",
]


@pytest.mark.parametrize("text", NOT_NEWS)
def test_what_is_to_come_or_long_behind_alerts_nobody(text: str) -> None:
    assert [event for event in events(text) if event.alerts] == []


@pytest.mark.parametrize("text", NEWS)
def test_what_is_told_as_new_alerts(text: str) -> None:
    assert [event for event in events(text) if event.alerts] != []
