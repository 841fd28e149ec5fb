"""Which articles and sources are believed: signs are weighed here. Pure.

A bad article is held by itself. A source whose latest articles are bad on the whole is held until
somebody releases it: then only what comes later counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from pacts.terms import Sign
from storage.records import SourceHealth

WEIGHTS: Final[Mapping[Sign, float]] = {
    Sign.GAMBLING: 0.6,
    Sign.PHARMACY: 0.6,
    Sign.COPIES: 0.6,
    Sign.STUFFING: 0.6,
    Sign.LINKS: 0.5,
    Sign.PINYIN: 0.8,
    Sign.ODD_SCRIPT: 0.4,
    Sign.EMOJI: 0.3,
    Sign.NAME: 0.3,
    Sign.UNDATED: 0.1,
}
"""How much each sign speaks against an article, out of 1. By the seed of the hijacked mirror,
which is held, and 19,300 ordinary texts and 258 whole pages in six languages, of which none is
(``scripts/hygiene_report.py``, 2026-11)."""
BAD: Final = 0.8
"""From here on an article is held by itself: no single sign but one does it."""
BAD_ON_AVERAGE: Final = 0.5
"""From here on a source is."""
LATEST: Final = 10
"""Articles of a source that are looked at."""
ENOUGH: Final = 4
"""Fewer of them prove nothing."""

BY_HAND: Final = "by hand"
"""How the reason of a hold begins that a person set."""

_SURE_OF_NAME: Final = 10
_KNOWN_NAME: Final = 5


def dirt(signs: Sequence[Sign]) -> float:
    """How bad an article looks, 0 to 1."""
    return min(1.0, round(sum(WEIGHTS.get(sign, 0.0) for sign in signs), 3))


def is_bad(signs: Sequence[Sign]) -> bool:
    return dirt(signs) >= BAD


def why_bad(latest: Sequence[Sequence[Sign]]) -> str | None:
    """Why a source with these latest articles must be held, in words; None when it need not."""
    if len(latest) < ENOUGH or sum(map(dirt, latest)) / len(latest) < BAD_ON_AVERAGE:
        return None
    counted = Counter(sign for signs in latest for sign in signs)
    most = [
        f"{sign.value} ({count} of {len(latest)} articles)"
        for sign, count in counted.most_common(3)
    ]
    return ", ".join(most)


def only_hold_by_hand(health: SourceHealth) -> SourceHealth | None:
    """What stays of a source at another address; None when nothing does.

    A hold for what the pages there looked like does not, one that a person set does.
    """
    if health.held_at is None or not (health.held_why or "").startswith(BY_HAND):
        return None
    return SourceHealth(held_at=health.held_at, held_why=health.held_why)


def with_name(health: SourceHealth, site: str) -> tuple[SourceHealth, bool]:
    """What is known of a source after a page that calls its site so; and whether that is odd.

    A name is believed after some pages that give it, and forgotten after as many that do not. A
    source that lists pages of many sites never comes to be known by one.
    """
    if not site:
        return health, False
    if site == health.site:
        return replace(health, site_seen=min(health.site_seen + 1, _SURE_OF_NAME)), False
    if health.site_seen <= 1:
        return replace(health, site=site, site_seen=1), False
    odd = health.site_seen >= _KNOWN_NAME
    return replace(health, site_seen=health.site_seen - 1), odd
