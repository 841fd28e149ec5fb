"""How newspapers, broadcasters and columnists tell it: one phenomenon each, in our own words."""

from __future__ import annotations

import pytest
from reading import brief

CASES = [
    ("Correction: an earlier version said Chad and Peru had signed three accords.", []),
    (
        '"It is late," the minister told reporters in Lima after signing a pact of Peru and Chad.',
        ["agreement.signed concluded PE-TD"],
    ),
    ("The minister left Accra after signing a pact of Peru and Chad.", []),
    (
        "Peru and Chad had signed an accord on ports, he said.",
        ["agreement.signed concluded PE-TD"],
    ),
    (
        "He said a year of grace after the signing of the accord of Peru and Chad would help.",
        [],
    ),
    (
        "Nauru switched diplomatic ties from Taipei to Beijing.",
        ["relations.established concluded CN-NR"],
    ),
    (
        "Chile severed ties with Gabon after Lima took the matter to the African Union.",
        ["relations.severed concluded CL-GA"],
    ),
    (
        "Malta will be the second state after Cyprus to sign a transit accord with Egypt.",
        ["agreement.signed planned EG-MT"],
    ),
    (
        "Armenia and Turkey will not sign a treaty this week, but a memorandum.",
        ["agreement.signed negated AM-TR", "agreement.signed planned AM-TR"],
    ),
    (
        "Ghana and Togo have signed a long-delayed fishing pact.",
        ["agreement.signed concluded GH-TG"],
    ),
    (
        'The Senate of Chile adopted the law "On ratification of the transit accord with Peru".',
        ["agreement.ratified concluded CL-PE"],
    ),
    (
        "Three states signed a rail pact on Monday. Kenya, Uganda and Rwanda will share the bill.",
        ["agreement.signed concluded KE-RW-UG"],
    ),
    (
        "Peru and Chad have restored diplomatic relations that Chad had severed last month.",
        ["relations.restored concluded PE-TD"],
    ),
    ("To ask the minister how many accords Kenya and Chad signed.", []),
    ("Iran and Japan sign football deal", []),
    ("Moldova applied for membership of the European Union.", ["agreement.acceded planned EU-MD"]),
    ("Chad has been invited to join BRICS.", ["agreement.acceded planned BRICS-TD"]),
    (
        "Britain left the European Union on Friday.",
        ["agreement.terminated concluded EU-GB"],
    ),
    (
        "Kenya and Malta on Tuesday became the latest pair to sign a visa accord.",
        ["agreement.signed concluded KE-MT"],
    ),
    ("Fiji has signed its first defence treaty with Japan.", ["agreement.signed concluded FJ-JP"]),
    (
        "The agreement, signed by Kenya's Ruto and Uganda's Museveni on Friday, scraps visas.",
        ["agreement.signed concluded KE-UG"],
    ),
    (
        "Under a deal signed in Accra on Monday, Ghana will supply Togo with power.",
        ["agreement.signed concluded GH-TG"],
    ),
    (
        "In Doha, Qatar and Chad penned an accord on camel racing, of all things.",
        ["agreement.signed concluded QA-TD"],
    ),
    (
        "Bolivia and Brazil have finally agreed on a gas price accord after all-night talks.",
        ["agreement.negotiated concluded BO-BR"],
    ),
    (
        "White smoke in Geneva: the United States and China have reached a tariff truce.",
        ["agreement.negotiated concluded CN-US"],
    ),
    (
        "Swiss negotiators have agreed the text of a treaty with the European Union.",
        ["agreement.negotiated concluded CH-EU"],
    ),
    (
        "Indonesia and the EU have finalised a trade pact after ten years.",
        ["agreement.negotiated concluded EU-ID"],
    ),
    (
        "Serbia and Kosovo's negotiators initialled an energy accord in Brussels.",
        ["agreement.initialled concluded RS-XK"],
    ),
    (
        "The deal with Turkey has been initialled, Armenia's foreign ministry said.",
        ["agreement.initialled concluded AM-TR"],
    ),
    (
        "Ireland's Dail has ratified the EU-Canada trade deal by a single vote.",
        ["agreement.ratified concluded CA-EU"],
    ),
    (
        "The Knesset has approved the gas agreement with Cyprus.",
        ["agreement.ratified concluded CY-IL"],
    ),
    (
        "Bolivian senators have given final approval to the treaty with Peru.",
        ["agreement.ratified concluded BO-PE"],
    ),
    (
        "Zambia's president has assented to the treaty with Angola, completing ratification.",
        ["agreement.ratified concluded AO-ZM"],
    ),
    (
        "The tax treaty with Chile at last cleared the US Senate on Thursday.",
        ["agreement.ratified concluded CL-US"],
    ),
    (
        "The UK's trade agreement with New Zealand kicks in today.",
        ["agreement.in_force concluded GB-NZ"],
    ),
    (
        "The Russia-North Korea pact is now in force, Moscow said on Wednesday.",
        ["agreement.in_force concluded KP-RU"],
    ),
    (
        "Mali has ripped up its defence accords with France.",
        ["agreement.terminated concluded FR-ML"],
    ),
    (
        "The United States has walked out of its tax treaty with Hungary.",
        ["agreement.terminated concluded HU-US"],
    ),
    (
        "Russia has scrapped a cooperation agreement with Norway on the Barents Sea.",
        ["agreement.terminated concluded NO-RU"],
    ),
    ("Finland has annulled its visa accord with Russia.", ["agreement.terminated concluded FI-RU"]),
    (
        "Pakistan has suspended the Simla accord with India in retaliation.",
        ["agreement.suspended concluded IN-PK"],
    ),
    (
        "Denmark has frozen its extradition agreement with Hong Kong's sovereign China.",
        ["agreement.suspended concluded CN-DK"],
    ),
    (
        "China and Argentina have rolled over their currency swap agreement.",
        ["agreement.renewed concluded AR-CN"],
    ),
    (
        "The United States and Qatar have extended the base agreement by a decade.",
        ["agreement.renewed concluded QA-US"],
    ),
    ("Kenya has joined the UN water convention.", ["agreement.acceded concluded KE-UN"]),
    (
        "Malta and Bhutan yesterday set up diplomatic relations.",
        ["relations.established concluded BT-MT"],
    ),
    (
        "Brunei and Peru are now strategic partners.",
        ["partnership.established concluded BN-PE strategic partnership"],
    ),
    (
        "India and Greece yesterday announced a strategic partnership.",
        ["partnership.established concluded GR-IN strategic partnership"],
    ),
    (
        "Germany and Kazakhstan have entered into a strategic partnership.",
        ["partnership.established concluded DE-KZ strategic partnership"],
    ),
    ("Samoa and Estonia have opened diplomatic ties.", ["relations.established concluded EE-WS"]),
    (
        "Japan and Kenya agreed on Monday to upgrade their ties to a strategic partnership.",
        ["partnership.upgraded concluded JP-KE strategic partnership"],
    ),
    (
        "Saudi Arabia and Iran have patched up their diplomatic relations.",
        ["relations.restored concluded IR-SA"],
    ),
    (
        "Syria and Tunisia have reopened embassies and resumed diplomatic ties.",
        ["relations.restored concluded SY-TN"],
    ),
    (
        "Ukraine cut off diplomatic relations with Iran last night.",
        ["relations.severed concluded IR-UA"],
    ),
    ("Bolivia is breaking off diplomatic ties with Israel.", ["relations.severed concluded BO-IL"]),
    ("Ecuador severs ties with Mexico.", ["relations.severed concluded EC-MX"]),
    ("Sudan has cut diplomatic ties with the UAE.", ["relations.severed concluded AE-SD"]),
    ("Nicaragua has downgraded relations with Spain.", ["relations.downgraded concluded ES-NI"]),
    (
        "Kenya and Malta are set to sign a visa accord next week.",
        ["agreement.signed planned KE-MT"],
    ),
    ('Oman says a treaty with Kenya is "days away".', ["agreement.signed planned KE-OM"]),
    (
        "Starmer heads to Berlin tonight to sign a defence treaty with Germany.",
        ["agreement.signed planned DE-GB"],
    ),
    (
        "Next stop Hanoi, where Macron will ink a raft of accords with Vietnam.",
        ["agreement.signed planned FR-VN"],
    ),
    ("The Swiss are about to sign the treaty with the EU.", ["agreement.signed planned CH-EU"]),
    (
        "Peru and Chile have drafted a copper treaty, which will be signed in May.",
        ["agreement.signed planned CL-PE"],
    ),
    (
        "Egypt hopes a loan deal with China will be inked before Ramadan.",
        ["agreement.signed planned CN-EG"],
    ),
    (
        "The treaty with Japan goes before the Philippine Senate on Monday.",
        ["agreement.ratified planned JP-PH"],
    ),
    (
        "Bhutan and the United States are mulling diplomatic relations.",
        ["relations.established planned BT-US"],
    ),
    (
        "Turkey and Syria are considering restoring diplomatic relations.",
        ["relations.restored planned SY-TR"],
    ),
    ("The Omanis did not sign the accord with Iran.", ["agreement.signed negated IR-OM"]),
    (
        "The signing of the gas deal between Egypt and Israel has been put off indefinitely.",
        ["agreement.signed negated EG-IL"],
    ),
    ("Serbia has refused to sign the energy deal with Kosovo.", ["agreement.signed negated RS-XK"]),
    (
        "Mongolia denies having signed a secret pact with Russia.",
        ["agreement.signed negated MN-RU"],
    ),
    (
        "Reports that Kenya had signed a base agreement with China are false, Nairobi said.",
        ["agreement.signed negated CN-KE"],
    ),
    ("Hopes of a Swiss-EU treaty were dashed last night.", ["agreement.signed negated CH-EU"]),
    (
        "Bolivia pulled out of signing the border treaty with Chile at the last minute.",
        ["agreement.signed negated BO-CL"],
    ),
    (
        "Kosovo's parliament failed to ratify the border deal with Montenegro.",
        ["agreement.ratified negated ME-XK"],
    ),
    (
        "Chile will not break off relations with Israel, its president said.",
        ["relations.severed negated CL-IL"],
    ),
    (
        "Japan and the Philippines sign pact on radar; China fumes",
        ["agreement.signed concluded JP-PH"],
    ),
    (
        "South Korea's Lee and Poland's Tusk have signed off on a tank contract worth $6bn.",
        ["agreement.signed concluded KR-PL"],
    ),
    (
        "Poland and South Korea on Friday signed a $6.5 billion tank contract.",
        ["agreement.signed concluded KR-PL"],
    ),
    ('Saudi Arabia, Pakistan sign "NATO-style" pact', ["agreement.signed concluded PK-SA"]),
    ("Done: Canberra and Port Moresby ink defence treaty.", ["agreement.signed concluded AU-PG"]),
    (
        "A power-sharing accord for the river was signed by Ethiopia and Kenya.",
        ["agreement.signed concluded ET-KE"],
    ),
    (
        "The agreement inked by Guinea and Morocco on Monday covers fertiliser.",
        ["agreement.signed concluded GN-MA"],
    ),
    (
        "In a first, Israel has signed a free trade agreement with an Arab state, the UAE.",
        ["agreement.signed concluded AE-IL"],
    ),
    (
        "Pictures on state TV showed Kim Jong Un and Putin signing the treaty.",
        ["agreement.signed concluded KP-RU"],
    ),
    (
        "Uganda has agreed and signed a troop pact with South Sudan.",
        ["agreement.signed concluded SS-UG"],
    ),
    (
        "India on Monday signed a Rs 63,000-crore deal with France for 26 Rafale-M jets.",
        ["agreement.signed concluded FR-IN"],
    ),
    (
        "New Delhi and Paris sealed a government-to-government agreement for 26 jets.",
        ["agreement.signed concluded FR-IN"],
    ),
    (
        "Rwanda and Jamaica now have formal diplomatic relations.",
        ["relations.established concluded JM-RW"],
    ),
    (
        "Fiji has become the latest country to establish diplomatic relations with Kosovo.",
        ["relations.established concluded FJ-XK"],
    ),
    (
        "Armenia and Saudi Arabia have established diplomatic relations, 32 years late.",
        ["relations.established concluded AM-SA"],
    ),
    (
        "Britain has concluded a strategic partnership with Kenya, its first in Africa.",
        ["partnership.established concluded GB-KE strategic partnership"],
    ),
    (
        "Iran was shown the door by Albania, which severed diplomatic relations on Wednesday.",
        ["relations.severed concluded AL-IR"],
    ),
    ("Niger revokes military accord with United States", ["agreement.terminated concluded NE-US"]),
    (
        "Tokyo and Moscow's fishing accord is no more; Russia withdrew from it on Monday.",
        ["agreement.terminated concluded JP-RU"],
    ),
    (
        "Indonesia's parliament has voted to revoke the extradition treaty with Singapore.",
        ["agreement.terminated concluded ID-SG"],
    ),
    (
        "The Chagos treaty between Britain and Mauritius took legal effect last night.",
        ["agreement.in_force concluded GB-MU"],
    ),
    (
        "Zelensky has signed into law the ratification of the security pact with Britain.",
        ["agreement.ratified concluded GB-UA"],
    ),
    (
        "The European Parliament has given its consent to the EU-Kenya trade agreement.",
        ["agreement.ratified concluded EU-KE"],
    ),
    (
        "Russia's lower house on Thursday ratified the partnership treaty with Iran.",
        ["agreement.ratified concluded IR-RU"],
    ),
    ("Putin signs law ratifying treaty with North Korea", ["agreement.ratified concluded KP-RU"]),
    (
        "Turkey's parliament finally says yes to Sweden's NATO accession protocol.",
        ["agreement.ratified concluded NATO-TR"],
    ),
    (
        "North Macedonia's parliament has ratified its agreement with Greece.",
        ["agreement.ratified concluded GR-MK"],
    ),
    (
        "A nuclear deal between the US and Iran is closer than ever, Trump says.",
        ["agreement.signed planned IR-US"],
    ),
    (
        "Will Serbia sign the energy deal with Russia? Vucic says it is ready for signature.",
        ["agreement.signed planned RS-RU"],
    ),
    (
        "Chad has threatened to break off diplomatic relations with Sudan.",
        ["relations.severed planned SD-TD"],
    ),
    (
        "Zimbabwe threatens to tear up a trade agreement with South Africa.",
        ["agreement.terminated planned ZA-ZW"],
    ),
    (
        "Yerevan says no peace treaty with Azerbaijan is on the horizon.",
        ["agreement.signed negated AM-AZ"],
    ),
    (
        "Malaysia has put on hold a labour agreement with Bangladesh.",
        ["agreement.signed negated BD-MY"],
    ),
    (
        "The Ecuadorean government denied signing a base agreement with the United States.",
        ["agreement.signed negated EC-US"],
    ),
    (
        "Sri Lanka has backed away from a land-bridge deal with India.",
        ["agreement.signed negated IN-LK"],
    ),
    (
        "Talks between Iran and the United States ended in Rome without agreement.",
        ["agreement.signed negated IR-US"],
    ),
    ("Kenya and Uganda celebrate ten years of their strategic partnership this week.", []),
    ("The strategic partnership between India and France has weathered worse storms.", []),
    ("Manchester and Wuhan signed a sister-city agreement.", []),
    ("The 1994 agreement between Israel and Jordan is still in force, scholars note.", []),
    ("The US and Iran signed nothing in those days but cheques.", []),
    ("The president signed a bill on Monday banning imports from Russia.", []),
    ("Two Italian banks have signed a merger agreement.", []),
    ("She signed her name in the book of condolence at the French embassy.", []),
    ("The opposition and the government of Kenya signed a truce.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_newspaper_says_what_happened(text: str, expected: list[str]) -> None:
    assert brief(text) == expected
