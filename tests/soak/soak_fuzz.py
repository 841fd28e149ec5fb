"""Broken texts, feeds and pages for minutes on end: ``./run.sh soak``.

PACTWATCH_SOAK_SECONDS sets how long each runs. What is printed at the end says that the breakage
left enough whole to be worth breaking.
"""

from __future__ import annotations

import time

import fuzz
from fakeweb import FakeWeb

from sources.http import Web


def test_no_text_breaks_extraction() -> None:
    known = fuzz.texts()
    start = int(time.time())
    found = [fuzz.check_text(known, seed) for seed in fuzz.seeds(fuzz.seconds(120), start=start)]
    print(f"{len(found)} texts from seed {start}, {sum(found)} events")
    assert sum(found) > len(found) / 20


def test_no_listing_breaks_polling() -> None:
    start = int(time.time())
    with FakeWeb() as web, Web() as door:
        found = [
            fuzz.check_source(web, door, seed)
            for seed in fuzz.seeds(fuzz.seconds(120), start=start)
        ]
    print(f"{len(found)} listings from seed {start}, {sum(found)} items")
    assert sum(found) > len(found)


def test_no_page_breaks_reading() -> None:
    known = fuzz.pieces()
    start = int(time.time())
    found = [fuzz.check_page(known, seed) for seed in fuzz.seeds(fuzz.seconds(60), start=start)]
    print(f"{len(found)} pages from seed {start}, {sum(found)} with text")
    assert sum(found) > len(found) / 4
