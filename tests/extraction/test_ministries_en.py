"""How agencies and ministries tell it: parliaments, withdrawals, talks that fail, plans."""

from __future__ import annotations

import pytest
from reading import brief

CASES = [
    # papers on people: workers, prisoners
    (
        "Nepal and Jordan signed an agreement on migrant workers on Monday.",
        ["agreement.signed concluded JO-NP"],
    ),
    (
        "Ghana and Peru signed a treaty on the transfer of prisoners on Monday.",
        ["agreement.signed concluded GH-PE"],
    ),
    (
        "Kenya and Germany signed an agreement on the recruitment of nurses on Monday.",
        ["agreement.signed concluded DE-KE"],
    ),
    (
        "Envoys of Chad and Peru signed a treaty on the transfer of sentenced persons.",
        ["agreement.signed concluded PE-TD"],
    ),
    # parliaments
    (
        "Chile's Senate gave its blessing to the free trade agreement with Oman.",
        ["agreement.ratified concluded CL-OM"],
    ),
    (
        "Kenya's parliament gave the green light to a defence pact with Oman on Monday.",
        ["agreement.ratified concluded KE-OM"],
    ),
    (
        "Kenyan lawmakers on Monday gave final approval to a tax treaty with Oman.",
        ["agreement.ratified concluded KE-OM"],
    ),
    (
        "Croatian deputies voted down ratification of the border treaty with Slovenia.",
        ["agreement.ratified negated HR-SI"],
    ),
    (
        "Peru's Congress threw out the gas treaty with Bolivia on Monday.",
        ["agreement.ratified negated BO-PE"],
    ),
    # in force
    (
        "The free trade agreement between Ghana and Peru kicked in on Monday.",
        ["agreement.in_force concluded GH-PE"],
    ),
    (
        "The tax convention between Latvia and Oman became applicable on Monday.",
        ["agreement.in_force concluded LV-OM"],
    ),
    (
        "The visa waiver agreement between Laos and Fiji came into operation on Monday.",
        ["agreement.in_force concluded FJ-LA"],
    ),
    # signed, agreed
    (
        "Ghana and Togo have put their names to a double taxation convention.",
        ["agreement.signed concluded GH-TG"],
    ),
    (
        "The leaders of the two Koreas put their signatures to a declaration on Thursday.",
        ["agreement.signed concluded KP-KR"],
    ),
    (
        "Pakistan and the International Monetary Fund came to terms on a $7 billion loan.",
        ["agreement.negotiated concluded IMF-PK"],
    ),
    (
        "The World Bank and Zambia on Friday signed financing worth $200 million.",
        ["agreement.signed concluded WORLD BANK-ZM"],
    ),
    (
        "Oman and Chad signed an upgrade to their free trade agreement on Monday.",
        ["agreement.signed concluded OM-TD"],
    ),
    (
        "On March 12 notes were exchanged in Baku between the Governments of Japan and Azerbaijan.",
        ["agreement.exchanged concluded AZ-JP"],
    ),
    (
        "Oman concluded a strategic partnership with Peru on Monday.",
        ["partnership.established concluded OM-PE strategic partnership"],
    ),
    (
        "Oman would like to conclude a strategic partnership with Peru.",
        ["partnership.established planned OM-PE strategic partnership"],
    ),
    # leaving, joining
    (
        "Chad said on Thursday it was ending its defence cooperation accord with France.",
        ["agreement.terminated concluded FR-TD"],
    ),
    (
        "Peru is suspending its fisheries agreement with Chile.",
        ["agreement.suspended concluded CL-PE"],
    ),
    (
        "Hungary announced its pull-out from NATO on Monday.",
        ["agreement.terminated concluded HU-NATO"],
    ),
    (
        "Mali has ripped up its defence accord with France.",
        ["agreement.terminated concluded FR-ML"],
    ),
    ("Fiji was admitted to ASEAN on Monday.", ["agreement.acceded concluded ASEAN-FJ"]),
    (
        "Bolivia was admitted as a full member of BRICS on Monday.",
        ["agreement.acceded concluded BO-BRICS"],
    ),
    ("Fiji signed up to the OECD on Monday.", ["agreement.acceded concluded FJ-OECD"]),
    # relations
    (
        "Honduras formally opened relations with China on Sunday.",
        ["relations.established concluded CN-HN"],
    ),
    ("Honduras ended ties with Taiwan on Sunday.", ["relations.severed concluded HN-TW"]),
    (
        "Peru has no intention of severing diplomatic ties with Caracas.",
        ["relations.severed negated PE-VE"],
    ),
    # nothing comes of it
    (
        "Trade talks between Canada and India collapsed on Monday.",
        ["agreement.signed negated CA-IN"],
    ),
    (
        "Free trade talks between Oman and Peru have been put on pause.",
        ["agreement.signed negated OM-PE"],
    ),
    (
        "Switzerland was left reeling after failing to secure a trade deal with Washington.",
        ["agreement.negotiated negated CH-US"],
    ),
    ("Oman and Peru stopped short of inking a defence pact.", ["agreement.signed negated OM-PE"]),
    (
        "Oman has dropped plans to sign a border treaty with Yemen.",
        ["agreement.signed negated OM-YE"],
    ),
    # told
    (
        "They announced that ties of Oman and Peru had been taken to a strategic partnership.",
        ["partnership.upgraded concluded OM-PE strategic partnership"],
    ),
    (
        "The ministry confirmed that Oman and Peru had signed a tax treaty.",
        ["agreement.signed concluded OM-PE"],
    ),
    (
        "The pact between Dhaka and Kuwait City on oil, which lapsed in March, has been renewed.",
        ["agreement.renewed concluded BD-KW", "agreement.terminated historical BD-KW"],
    ),
    (
        "The treaty between Peru and Chad, which was signed last May, came into force on Monday.",
        ["agreement.in_force concluded PE-TD", "agreement.signed historical PE-TD"],
    ),
    # plans
    ("Oman is looking to sign a tax treaty with Peru.", ["agreement.signed planned OM-PE"]),
    ("Oman and Peru are on track to sign a tax treaty.", ["agreement.signed planned OM-PE"]),
    (
        "Romania adopted a memorandum on the signing of an aviation agreement with Peru.",
        ["agreement.signed planned PE-RO"],
    ),
    (
        "The signing of the tax treaty between Oman and Peru is pencilled in for the autumn.",
        ["agreement.signed planned OM-PE"],
    ),
    # silent
    ("Ford and striking workers in Mexico reached a deal on Monday.", []),
    ("Chad opened trade with Oman at the border on Monday.", []),
    ("The FTA will help by opening Malaysia's services sector to Australian companies.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_ministry_says_what_happened(text: str, expected: list[str]) -> None:
    assert brief(text) == expected
