"""Ways to read one outlet, as they were found, and which of them to prefer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import unquote, urlsplit

from pacts.model import Item, Selectors
from pacts.terms import SourceKind

STALE: Final = timedelta(days=30)
"""A feed whose newest item is older stands behind those that live."""

_WANTED: Final = re.compile(
    r"politi|world|diplom|foreign|internation|global|government|press-?release|bilateral|"
    r"chính trị|chinh-?tri|thế giới|the-?gioi|đối ngoại|doi-?ngoai|quốc tế|quoc-?te|"
    r"thời sự|thoi-?su|"
    r"полити|мир[е\b]|междунар|внешн|дипломат|国际|國際|政治|外交|要闻|时政|时事|"
    r"monde|étranger|mundo|exterior|cancill",
    re.IGNORECASE,
)
_UNWANTED: Final = re.compile(
    r"sport|football|soccer|comment|entertain|celebrit|lifestyle|life-?style|travel|fashion|"
    r"culture|weather|video|photo|podcast|opinion|recipe|gaming|health|science|tech|auto|"
    r"thể thao|the-?thao|giải trí|giai-?tri|du-?lich|du lịch|спорт|культур|развлеч|погод|"
    r"体育|娱乐|旅游|视频|图片|loisirs|deporte|espectácul|cultura|farándula|jobs|vacanc",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to read an outlet. Its items were read, so it works now."""

    kind: SourceKind
    url: str
    title: str
    """What the outlet calls it; empty when nothing says."""
    found: str
    """How it was found, in words."""
    items: tuple[Item, ...]
    language: str | None = None
    select: Selectors | None = None

    @property
    def newest(self) -> Item | None:
        """The item of the latest date; the first one where none has a date."""
        dated = [(item.published, n) for n, item in enumerate(self.items) if item.published]
        if dated:
            return self.items[max(dated, key=lambda one: (one[0], -one[1]))[1]]
        return self.items[0] if self.items else None

    @property
    def undated(self) -> int:
        return sum(item.published is None for item in self.items)


def best_first(found: Iterable[Candidate], now: datetime) -> list[Candidate]:
    """What is most likely wanted first: alive, about politics or the world, not about sport.

    Among equals the order in which they were found stays.
    """
    return sorted(found, key=lambda one: -_worth(one, now))


def _worth(one: Candidate, now: datetime) -> float:
    named = f"{one.title} {unquote(urlsplit(one.url).path)} {urlsplit(one.url).query}"
    worth = 2.0 * bool(_WANTED.search(named)) - 3.0 * bool(_UNWANTED.search(named))
    newest = one.newest
    if newest is None:
        return worth - 5
    if newest.published is not None and now - newest.published > STALE:
        worth -= 4
    return worth - (0.5 if one.undated == len(one.items) else 0.0)
