"""The articles of the demonstration: invented news of a day in March 2031, written for it.

States are real so that they can be recognised; people, firms, outlets and events are not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final


@dataclass(frozen=True, slots=True)
class Piece:
    """One article of one outlet; an empty line parts two paragraphs of ``body``."""

    outlet: str
    slug: str
    title: str
    published: datetime
    body: str

    @property
    def paragraphs(self) -> list[str]:
        return [" ".join(paragraph.split()) for paragraph in self.body.split("\n\n")]


def _at(day: int, hour: int, minute: int) -> datetime:
    return datetime(2031, 3, day, hour, minute, tzinfo=UTC)


SIGNED_YESTERDAY: Final = Piece(
    outlet="courier",
    slug="iceland-mongolia-air-services",
    title="Iceland and Mongolia signed an air services agreement",
    published=_at(3, 15, 0),
    body="""\
REYKJAVIK, March 3, 2031 - Iceland and Mongolia signed an air services agreement in Reykjavik on
Monday, the foreign ministry of Iceland said.

The agreement allows airlines of both countries to fly between Keflavik and Ulaanbaatar without
limits on the number of flights.

Airports in both capitals said that they would be ready for the first flights in the summer
season, and hotels reported a small rise in bookings.
""",
)

FESTIVAL: Final = Piece(
    outlet="pacific",
    slug="harvest-festival",
    title="Harvest festival draws record crowds to the coast",
    published=_at(3, 12, 0),
    body="""\
Record crowds filled the harbour on Monday as the harvest festival opened under a clear sky,
with boats from eleven villages in the parade.

Organisers counted forty thousand visitors in the first three hours and asked those still on the
road to leave their cars at the railway station.

The festival ends on Wednesday with a regatta and a concert in the old fish market.
""",
)

FERRIES: Final = Piece(
    outlet="gazette",
    slug="ferry-timetable",
    title="Ferries return to their summer timetable",
    published=_at(3, 9, 0),
    body="""\
Ferries return to their summer timetable this week, the harbour office said, with the first boat
at five and the last shortly before midnight.

Commuters had complained all winter about gaps of up to two hours in the afternoon.

Two older ships will be overhauled in April and come back with more room for bicycles.
""",
)

YESTERDAY: Final = (SIGNED_YESTERDAY, FESTIVAL, FERRIES)

UPGRADE_FIRST: Final = Piece(
    outlet="courier",
    slug="uruguay-indonesia-strategic-partnership",
    title="Uruguay and Indonesia upgrade relations to a strategic partnership",
    published=_at(4, 8, 20),
    body="""\
JAKARTA, March 4, 2031 - Uruguay and Indonesia upgraded their relations to a strategic
partnership on Tuesday, during the state visit of President Elena Barrios to Jakarta.

President Barrios and President Hadi Santosa announced the decision after two hours of talks at
the Merdeka Palace and said that their ministers would meet every year.

Trade between the two countries has doubled in five years, led by beef, soya and fertiliser, and
a direct shipping line opened last autumn.
""",
)

UPGRADE_SECOND: Final = Piece(
    outlet="pacific",
    slug="jakarta-montevideo-joint-statement",
    title="Indonesia, Uruguay issue joint statement on establishing strategic partnership",
    published=_at(4, 8, 45),
    body="""\
JAKARTA, March 4, 2031 - Indonesia and Uruguay issued a joint statement on the establishment of
a strategic partnership after talks between their presidents on Tuesday.

The document names food security, forestry and digital government as the first fields of work,
and sets up a committee that reports to both heads of state.

Students of both countries will find it easier to have their degrees recognised, and a language
programme starts in Bandung and Montevideo next year.
""",
)

UPGRADE_THIRD: Final = Piece(
    outlet="gazette",
    slug="leaders-elevate-ties",
    title="Leaders in Jakarta raise ties to a higher level",
    published=_at(4, 9, 10),
    body="""\
Visiting Uruguayan President Elena Barrios and her Indonesian host agreed on March 4, 2031 to
elevate the ties between Uruguay and Indonesia to a strategic partnership.

The two leaders walked through the botanical garden in Bogor before the talks, where they
planted a ceibo tree beside one planted by an earlier guest.

A dinner with music from both countries closed the second day of the visit, and the delegation
travels on to Surabaya in the morning.
""",
)

PLANNED: Final = Piece(
    outlet="pacific",
    slug="ghana-norway-to-sign",
    title="Ghana and Norway to sign fisheries agreement on Wednesday",
    published=_at(4, 8, 50),
    body="""\
ACCRA, March 4, 2031 - Ghana and Norway will sign a fisheries agreement in Accra on Wednesday,
the Ghanaian foreign ministry announced.

Officials said that the text covers patrols, research and the training of inspectors, and that
the last open questions had been settled over the weekend.

Fishing communities along the coast have asked for years for more help against boats that switch
off their transponders at night.
""",
)

SIGNED: Final = Piece(
    outlet="gazette",
    slug="ghana-norway-signed",
    title="Ghana and Norway sign fisheries agreement in Accra",
    published=_at(5, 9, 30),
    body="""\
ACCRA, March 5, 2031 - Ghana and Norway signed a fisheries agreement in Accra on Wednesday in
the presence of both foreign ministers.

Under it a research ship will spend four months a year in the Gulf of Guinea, and inspectors
from both countries will be trained in Tema and Bergen.

A fishing chief from Elmina, who watched the ceremony, said that he would believe it when the
first patrol boat passed his beach.
""",
)

LOOK_ALIKE: Final = Piece(
    outlet="courier",
    slug="shipyard-and-logistics-firm",
    title="Dutch shipyard and Kenyan logistics firm announce strategic partnership",
    published=_at(4, 9, 20),
    body="""\
ROTTERDAM, March 4, 2031 - The shipyard Van Aarden B.V. and the logistics company Savanna
Freight Ltd. announced a strategic partnership on Tuesday to build electric barges for inland
ports.

The companies signed a contract for the first six barges and said that the deal would create two
hundred jobs, most of them in a new workshop in Mombasa.

Shares of the shipyard rose four per cent in early trading, and its chief executive spoke of a
partnership of equals that would last for decades.
""",
)

ANNIVERSARY: Final = Piece(
    outlet="gazette",
    slug="anniversary-reception",
    title="Reception marks twenty years of partnership",
    published=_at(4, 9, 25),
    body="""\
WELLINGTON, March 4, 2031 - A reception on Tuesday marked the twentieth anniversary of the
strategic partnership that New Zealand and Chile established in 2011.

The ambassador thanked both parliaments for their support and recalled the agreements signed in
those years, from geothermal energy to student exchanges.

Guests were served wine from both countries and heard a choir of schoolchildren.
""",
)
