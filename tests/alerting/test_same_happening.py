"""What is one happening and what is not, case by case; each case holds in both directions."""

from __future__ import annotations

import pytest
from tellings import event, sighting

from alerting.merging.stories import same_happening
from pacts.model import Sighting

SP, CSP = "strategic partnership", "comprehensive strategic partnership"


def up(level: str | None = SP, *, day: int = 0, parties: str = "KZ VN", **fields) -> Sighting:
    return sighting(event("partnership.upgraded", parties, level=level, **fields), day=day)


def paper(document: str | None = None, *, day: int = 0, act="signed", **fields) -> Sighting:
    parties = fields.pop("parties", "KZ VN")
    source = fields.pop("source", f"agency{day}")
    told = event(f"agreement.{act}", parties, document=document, **fields)
    return sighting(told, day=day, source=source)


ONE = {
    "upgraded and established are one fact": (
        up(),
        sighting(event("partnership.established", level=SP)),
    ),
    "a statement that creates the level is the partnership": (
        up(date="2026-03-10"),
        sighting(
            event(
                "statement.adopted",
                document="Joint Statement on the Establishment of Vietnam - Kazakhstan Strategic "
                "Partnership",
            ),
            day=1,
        ),
    ),
    "a day inside the interval of the visit": (
        up(date="2026-03-06"),
        up(date="2026-03-05/2026-03-12", day=13),
    ),
    "an outlet that shortens the level within the same days": (up(CSP), up(SP, day=1)),
    "an outlet that names no level within the same days": (up(CSP), up(None, day=2)),
    "an ornament of the level": (up(CSP), up(f"{CSP} for peace and prosperity in Asia")),
    "a recap six weeks later without a date of its own": (up(date="2026-03-10"), up(day=43)),
    "history with a date, years later": (
        up(date="2026-03-10"),
        up(day=700, status="historical", date="2026-03-10"),
    ),
    "history with the year only": (
        up(date="2026-03-10"),
        up(day=700, status="historical", date="2026"),
    ),
    "history without a date: pair and level say which": (
        up(date="2026-03-10"),
        up(day=700, status="historical"),
    ),
    "a plan and what became of it six weeks later": (
        up(status="planned"),
        up(day=45, date="2026-04-24"),
    ),
    "a plan and its refusal": (up(status="planned"), up(day=9, status="negated")),
    "relations restored or established": (
        sighting(event("relations.restored", "IR SA")),
        sighting(event("relations.established", "IR SA"), day=1),
    ),
    "a communique that opens relations": (
        sighting(event("relations.established", "FJ KZ")),
        sighting(
            event(
                "statement.adopted",
                "FJ KZ",
                document="Joint Communique on the Establishment of Diplomatic Relations",
            )
        ),
    ),
    "signed and exchanged of the same document": (
        paper("agreement on veterinary cooperation"),
        paper("veterinary agreement", act="exchanged", day=1),
    ),
    "planned and signed of the same document": (
        paper("Defence Cooperation Agreement", status="planned", date="2026-03-18"),
        paper("defense cooperation agreement (DCA)", day=9, date="2026-03-19"),
    ),
    "free trade deal, CEPA and trade agreement": (
        paper("free trade deal"),
        paper("CEPA", day=1),
    ),
    "one document in two languages": (
        paper("Договор о демаркации государственной границы"),
        paper("border demarcation agreement", day=1),
    ),
    "one document in Vietnamese and English": (
        paper("hiệp định về dẫn độ"),
        paper("extradition treaty", day=1),
    ),
    "generic and generic, of one pair and day": (paper("agreement"), paper("a landmark deal")),
    "several documents, counted differently": (
        paper("documents", count=17),
        paper("cooperation agreements", count=56, day=2),
    ),
    "a package of many subjects is as generic as any": (
        paper("papers on farming, health, education and climate"),
        paper("các văn kiện hợp tác", day=1),
    ),
    "the same number of documents two weeks later": (
        paper("documents", count=14, date="2026-03-10"),
        paper("a package of documents", count=14, day=14),
    ),
    "a long list of parties with one left out": (
        paper("cooperation agreements", parties="AZ BY KZ RU VN", count=60),
        paper("agreements", parties="AZ BY KZ VN", count=60, day=3),
    ),
    "a railway agreement that one outlet tells of two of the three": (
        paper("intergovernmental agreement on the railway", parties="CN KG UZ"),
        paper("railway agreement", parties="CN UZ", day=1),
    ),
    "an abbreviation and what it stands for": (
        paper("OSA deal"),
        paper("Official Security Assistance agreement", day=1),
    ),
    "a ratification announced in December and done in July": (
        paper("Defence Cooperation Agreement", act="ratified", status="planned"),
        paper("Defence Cooperation Agreement", act="ratified", day=200, date="2026-09-26"),
    ),
    "a statement adopted or signed": (
        sighting(event("statement.adopted", document="Joint Declaration")),
        paper("joint declaration"),
    ),
    "government and government with a company": (
        paper("nuclear power agreement"),
        paper("nuclear power agreement", scope="mixed", day=1),
    ),
}

APART = {
    "two agreements on one subject five weeks apart": (
        paper("energy agreement"),
        paper("agreement on energy", day=35),
    ),
    "documents planned for a visit and those of a visit six weeks later": (
        paper("documents", status="planned"),
        paper("documents", day=45, date="2026-04-24"),
    ),
    "a pair and a long list on one subject": (
        paper("agreement on energy"),
        paper("agreements on energy", parties="AZ BY KZ RU VN"),
    ),
    "titles whose initials happen to be equal": (
        paper("Agreement on Scientific Cooperation"),
        paper("Agreement on Sanitary Control"),
    ),
    "one agency's agreements on two subjects": (
        paper("PVN agreement on training"),
        paper("PVN agreement on gas"),
    ),
    "a word in common": (
        paper("agreement on wool certification"),
        paper("agreement on steel certification"),
    ),
    "another pair": (up(), up(parties="AZ VN")),
    "another level months later": (up(SP), up(CSP, day=300)),
    "the old level told as history beside the new one": (
        up(CSP, date="2026-03-10"),
        up(SP, status="historical"),
    ),
    "history of the old level with its year": (
        up(CSP, date="2026-03-10"),
        up(SP, status="historical", date="2012"),
    ),
    "a plan for another level": (up(SP), up(CSP, status="planned", day=-3)),
    "two dates a month apart": (up(date="2026-03-10"), up(date="2026-04-15", day=40)),
    "up and down": (up(), sighting(event("partnership.suspended", level=SP))),
    "a partnership in one field is not the one without": (
        up("strategic partnership in agriculture", day=-40),
        up(SP, day=5),
    ),
    "a level and relations as such": (up(), sighting(event("relations.established"))),
    "a company's partnership and the state's": (up(), up(scope="corporate")),
    "a statement on an existing level is no upgrade": (
        up(),
        sighting(
            event(
                "statement.adopted",
                document="Joint Statement on major orientations for the Strategic Partnership",
            )
        ),
    ),
    "a list of four and a pair of the list": (
        paper("cooperation agreements", parties="AZ BY KZ RU VN", count=60),
        paper("cooperation agreement", act="exchanged", count=1),
    ),
    "two exchanges of one trip": (
        paper("cooperation agreement", act="exchanged", count=1),
        paper("cooperation documents", act="exchanged", parties="AZ VN"),
    ),
    "one agreement and several": (paper("cooperation agreement"), paper("several documents")),
    "specific and generic": (paper("agreement on extradition"), paper("agreement")),
    "two subjects": (paper("agreement on extradition"), paper("agreement on visas")),
    "a treaty and a memorandum on one subject": (
        paper("treaty on extradition"),
        paper("memorandum on extradition"),
    ),
    "the first and the second loan": (
        paper("first loan agreement", parties="ADB PH"),
        paper("second loan agreement", parties="ADB PH"),
    ),
    "signed and in force": (
        paper("free trade agreement"),
        paper("free trade agreement", act="in_force", day=5),
    ),
    "initialled and signed": (
        paper("partnership and cooperation agreement", act="initialled"),
        paper("partnership and cooperation agreement", day=5),
    ),
    "documents of two visits": (
        paper("documents", count=8, date="2026-03-10"),
        paper("documents", count=12, day=40, date="2026-04-19"),
    ),
    "documents of the day and those planned in the same article": (
        paper("documents", source="agency"),
        paper("documents", source="agency", status="planned"),
    ),
    "a generic plan told after a signing is about the next one": (
        paper("documents", date="2026-03-10"),
        paper("several documents", status="planned", day=4),
    ),
    "generic history without a date": (
        paper("documents", date="2026-03-10"),
        paper("documents", status="historical", day=30),
    ),
    "generic history of a whole year": (
        paper("documents", date="2026-03-10"),
        paper("documents", status="historical", day=300, date="2026"),
    ),
    "a ratification by each side, half a year apart": (
        paper("Treaty on Allied Relations", act="ratified", date="2026-03-10"),
        paper("Treaty on Allied Relations", act="ratified", day=170, date="2026-08-27"),
    ),
    "a memory of a treaty and one planned": (
        paper("extradition treaty", status="planned"),
        paper("extradition treaty", status="historical", day=2),
    ),
    "history told before it happened": (
        up(date="2026-03-10"),
        up(day=-100, status="historical"),
    ),
    "a joint statement and an agreement": (
        sighting(event("statement.adopted", document="Joint Statement")),
        paper("agreement"),
    ),
}


@pytest.mark.parametrize("case", ONE)
def test_these_are_one_happening(case: str) -> None:
    a, b = ONE[case]
    assert same_happening(a, b)
    assert same_happening(b, a)


@pytest.mark.parametrize("case", APART)
def test_these_are_two_happenings(case: str) -> None:
    a, b = APART[case]
    assert not same_happening(a, b)
    assert not same_happening(b, a)


def test_a_generic_agreement_bridges_no_two_specific_ones() -> None:
    specific = [paper("agreement on extradition"), paper("agreement on visas")]
    vague = [paper("agreement"), paper("documents"), paper("several agreements", count=8)]
    assert not any(same_happening(a, b) for a in specific for b in vague)


def test_events_without_their_articles_can_be_compared_by_their_dates() -> None:
    a = event("partnership.upgraded", level=SP, date="2026-03-10")
    b = event("partnership.established", level=SP, date="2026-03-08/2026-03-12")
    assert same_happening(a, b)
    assert not same_happening(a, event("partnership.upgraded", level=SP, date="2025-01-10"))
