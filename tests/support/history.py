"""The history of one feed, snapshot by snapshot, with all the disorders of real ones.

Everything follows from a seed. What is true (which articles there are, what each says and when its
facts change) is known, so that what a run makes of it can be counted.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from itertools import combinations
from random import Random

from pacts.errors import FetchError, FetchFailure
from pacts.model import Source, Validators
from sources.http import Response, Web

FEED = "https://outlet.example/feed"
BEGIN = datetime(2031, 3, 4, 12, tzinfo=UTC)
STEP = timedelta(minutes=30)
WINDOW = 30
"""Entries that the feed shows."""

PHASES = (
    ("shuffled", 0.01, 20), ("mobile", 0.004, 20), ("sessions", 0.004, 20), ("empty", 0.004, 4),
    ("renamed", 0.003, 20), ("one guid", 0.003, 10), ("front page", 0.003, 6),
    ("now-dated", 0.003, 20), ("cut", 0.003, 10),
)  # fmt: skip
"""Disorders of a whole feed: how often each begins, and how many snapshots it lasts at most."""
TAKES_A_NAME = ("renamed", "one guid", "front page", "now-dated", "cut")

STATES = [
    "Kenya", "Fiji", "Peru", "Chile", "Nepal", "Ghana", "Norway", "Japan", "Cuba", "Oman",
    "Qatar", "Egypt", "Malta", "Gabon", "Brazil", "Serbia", "Latvia", "Panama", "Rwanda",
    "Zambia", "Angola", "Malawi", "Mongolia", "Thailand", "Portugal", "Uruguay", "Bolivia",
    "Ecuador", "Iceland", "Finland", "Senegal", "Botswana", "Namibia", "Tunisia", "Morocco",
    "Hungary", "Slovenia", "Croatia",
]  # fmt: skip
SUBJECTS = ("fisheries", "tourism", "extradition", "energy cooperation", "air services")
TOWNS = ("Suva", "Bergen", "Callao", "Mombasa", "Porto", "Nagoya", "Riga", "Accra")
FILLER = (
    "Guests waited in the hall while the music played, and trams were diverted for the evening.",
    "Shops in the centre stayed open for longer, and a crowd watched from across the street.",
    "Rain is expected over most of the coast at the weekend, with light winds from the west.",
)


@dataclass
class Piece:
    """One true article."""

    number: int
    published: datetime
    title: str
    lead: str
    body: str
    planned: bool = False
    """It tells a plan that a later edit carries out."""
    dull: bool = False
    """No event in it, but the keyword."""
    guid: str = ""
    hidden_until: int = -1
    seen: bool = False
    """Listed in a snapshot at least once."""
    twin: bool = False
    edits: int = 0
    moved: timedelta = timedelta()
    carried_out: bool = False
    listed_done: int = 0
    """Snapshots that list it as carried out."""

    @property
    def token(self) -> str:
        return f"lot {self.number:05d}"


def pieces(random: Random) -> Iterator[tuple[str, str, str, bool, bool]]:
    """Title, lead, rest, planned, dull: no two of one pair of states."""
    pairs = list(combinations(STATES, 2))
    random.shuffle(pairs)
    for number in range(10_000):
        rest = " ".join(random.sample(FILLER, len(FILLER)))
        if number % 2 or not pairs:
            town, days = random.choice(TOWNS), random.randrange(2, 90)
            title = f"Storm closes port of {town} for {days} days"
            lead = f"The old lighthouse of {town} was closed for {days} days after a storm."
            yield title, lead, rest, False, True
            continue
        one, other = pairs.pop()
        subject = random.choice(SUBJECTS)
        planned = number % 6 == 0
        verb = "to sign" if planned else "sign"
        deed = "will sign" if planned else "signed"
        paper = f"{'an' if subject[0] in 'aeiou' else 'a'} {subject} agreement"
        yield (
            f"{one} and {other} {verb} {subject} agreement",
            f"{one} and {other} {deed} {paper} in {random.choice(TOWNS)}, officials said.",
            rest,
            planned,
            False,
        )


class History:
    """The outlet: :meth:`step` lets half an hour pass, :meth:`feed` is what it lists then."""

    def __init__(self, seed: int, *, length: int) -> None:
        self._random = Random(seed)
        self._stories = pieces(self._random)
        self._length = length
        self._at = -1
        self._for: dict[str, int] = {}
        """Disorders under way, and until which snapshot."""
        self.pieces: list[Piece] = []
        self.entries = 0
        self.edits = 0
        for hours in range(WINDOW, 0, -1):
            self._write(BEGIN - timedelta(hours=hours))

    @property
    def now(self) -> datetime:
        return BEGIN + STEP * self._at

    @property
    def migrated(self) -> bool:
        """In the middle guids, paths and the template change, all on one day."""
        return self._at >= self._length // 2

    def step(self) -> None:
        self._at += 1
        random = self._random
        if self._at == 0:
            return
        for name, often, longest in PHASES:
            if random.random() < often and not self._is_hard_to_know(name):
                self._for[name] = self._at + random.randrange(1, longest)
        if not (self._is("empty") or self._is("front page")):
            for _ in range(random.choice((0, 0, 0, 0, 1, 1, 2))):
                self._write(self.now - timedelta(minutes=random.randrange(30)))
        self._disturb()

    def _is_hard_to_know(self, name: str) -> bool:
        """Two of these at once leave nothing to know an entry by."""
        return name in TAKES_A_NAME and any(self._is(other) for other in TAKES_A_NAME)

    def _is(self, disorder: str) -> bool:
        return self._for.get(disorder, -1) >= self._at

    def _write(self, published: datetime) -> None:
        title, lead, rest, planned, dull = next(self._stories)
        number = len(self.pieces)
        piece = Piece(number, published, title, lead, rest, planned, dull)
        piece.guid = self._guid(piece)
        self.pieces.append(piece)

    def _guid(self, piece: Piece) -> str:
        if self.migrated:
            return f"urn:outlet:{piece.number}"
        return f"http://outlet.example/?p={piece.number}"

    def _disturb(self) -> None:
        """What happens to single articles."""
        random, latest = self._random, self.pieces[-WINDOW:]
        piece = random.choice(latest)
        chance = random.random()
        if chance < 0.05:
            piece.guid = f"{piece.guid}#{random.randrange(99)}"
        elif chance < 0.12:
            self._edit(piece)
        elif chance < 0.16 and piece.seen:
            piece.hidden_until = self._at + random.randrange(1, 200)
        elif chance < 0.18:
            piece.twin = True
        elif chance < 0.24:
            piece.moved += timedelta(hours=random.randrange(-5, 5))
        elif chance < 0.34 and piece.planned and self.now - piece.published < timedelta(days=3):
            self._carry_out(piece)

    def _edit(self, piece: Piece) -> None:
        """Words change, facts do not."""
        piece.edits += 1
        self.edits += 1
        match piece.edits % 3:
            case 1:
                piece.title = f"Update: {piece.title}"
            case 2:
                piece.body = f"{piece.body} Photographs were taken, and the tram ran again."
            case _:
                piece.title = piece.title.removeprefix("Update: ")

    def _carry_out(self, piece: Piece) -> None:
        if not piece.seen or piece.carried_out:
            return
        piece.title = piece.title.replace(" to sign ", " sign ")
        piece.lead = piece.lead.replace(" will sign ", " signed ")
        piece.planned, piece.carried_out = False, True
        self.edits += 1

    # --- what the web shows ----------------------------------------------------------------

    def listed(self) -> list[Piece]:
        if self._is("empty"):
            return []
        latest = self.pieces[-WINDOW:]
        if self._random.random() < 0.02:  # old ones come back for a moment
            old = [piece for piece in self.pieces[: -2 * WINDOW] if piece.seen]
            latest += self._random.sample(old or latest, 3)
        shown = [piece for piece in reversed(latest) if piece.hidden_until < self._at]
        if self._is("front page"):  # whoever meets an entry now can never read it
            return [piece for piece in shown if piece.seen]
        return shown

    def feed(self) -> bytes:
        shown = self.listed()
        if self._is("shuffled"):
            self._random.shuffle(shown)
        entries = [self._entry(piece) for piece in shown]
        if not self._is("front page"):
            entries += [self._entry(piece, twin=True) for piece in shown if piece.twin]
        for piece in shown:
            piece.seen = True
            piece.listed_done += piece.carried_out
        self.entries += len(entries)
        return (
            f"<rss version='2.0'><channel><title>Outlet</title>{''.join(entries)}</channel></rss>"
        ).encode()

    def _entry(self, piece: Piece, *, twin: bool = False) -> str:
        guid, link = piece.guid, self._link(piece)
        if self.migrated and not guid.startswith("urn:"):
            guid = piece.guid = self._guid(piece)
        if self._is("renamed"):
            guid = f"{guid}/{self._random.randrange(10**9)}"
        if self._is("one guid"):
            guid = "outlet"
        if twin:
            guid, link = f"section-{piece.number}", link.replace("/news/", "/section/news/")
        date = self.now if self._is("now-dated") else piece.published + piece.moved
        summary = piece.lead[:40] if self._is("cut") else piece.lead
        return (
            f"<item><title>{escape(piece.title)}</title><guid isPermaLink='false'>{guid}</guid>"
            f"<link>{escape(link)}</link><description>{escape(summary)}</description>"
            f"<pubDate>{format_datetime(date)}</pubDate></item>"
        )

    def _link(self, piece: Piece) -> str:
        if self._is("front page"):
            return "https://outlet.example/"
        scheme = "https" if self._at > self._length // 4 else "http"
        host = "m.outlet.example" if self._is("mobile") else "www.outlet.example"
        path = f"/news/{piece.number:05d}-report"
        if self.migrated:
            path = f"/news/{piece.published:%Y/%m}/{piece.number:05d}-report.html"
        if self._random.random() < 0.1:
            path += "/" if not path.endswith("html") else ""
        if self._is("sessions"):
            path += f";jsessionid={self._random.randrange(10**9):X}"
        query = f"?utm_source=rss&utm_id={self._at}" if self._random.random() < 0.3 else ""
        return f"{scheme}://{host}{path}{query}"

    def page(self, number: int) -> bytes:
        piece = self.pieces[number]
        filed = f"{piece.body} The clerk of the house filed the papers as {piece.token}."
        inside = "".join(f"<p>{escape(text)}</p>" for text in (piece.lead, filed))
        head = f"<title>{escape(piece.title)}</title>"
        if self.migrated:
            body = (
                f"<div class='top'><a href='/'>Home</a></div><main><article class='story'>"
                f"<h1>{escape(piece.title)}</h1><div>{inside}</div></article></main>"
                f"<footer>All rights reserved</footer>"
            )
        else:
            body = f"<article><h1>{escape(piece.title)}</h1>{inside}</article>"
        return (
            f"<!doctype html><html lang='en'><head>{head}</head><body>{body}</body></html>".encode()
        )


class Outlet(Web):
    """A door behind which there is nothing but the history."""

    def __init__(self, history: History) -> None:
        super().__init__(ssl_context=_NO_TLS)
        self.history = history
        self.pages = 0

    def get(self, source: Source, url: str, *, validators: Validators | None = None) -> Response:
        if url == FEED:
            return answer(url, self.history.feed(), "application/rss+xml")
        found = re.search(r"/(\d{5})-", url)
        if found is None:
            raise FetchError(source.name, FetchFailure.NOT_FOUND)
        self.pages += 1
        return answer(url, self.history.page(int(found[1])), "text/html")


_NO_TLS = ssl.create_default_context()


def answer(url: str, body: bytes, kind: str) -> Response:
    return Response(url, 200, body, kind, Validators(body_hash=sha256(body).hexdigest()), None)
