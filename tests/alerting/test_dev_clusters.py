"""Merging measured on the labelled events of the story articles: what a perfect extraction gives.

A pair of sightings counts when at least one of the two has a cluster. The floors are what was
reached; they may rise, not fall.
"""

from __future__ import annotations

from itertools import combinations

import pytest
from gold_events import GOLD, dev_sightings
from memory_archive import MemoryArchive

if not GOLD.is_dir():
    pytest.skip("the gold files are not beside this checkout", allow_module_level=True)

PRECISION_FLOOR, RECALL_FLOOR = 0.98, 0.88


def test_merging_reaches_its_floors_on_the_story_articles() -> None:
    labelled = dev_sightings()
    archive = MemoryArchive()
    for sighting, _ in labelled:
        archive.add(sighting)
    home = {one: number for number, story in archive.stories.items() for one in story.sightings}
    right = wrong = missed = 0
    for (a, left), (b, other) in combinations(labelled, 2):
        if a == b or (left is None and other is None):
            continue
        together, belong = home[a] == home[b], left == other
        right += together and belong
        wrong += together and not belong
        missed += belong and not together
    precision, recall = right / (right + wrong), right / (right + missed)
    print(f"pairs {right + missed}: precision {precision:.3f}, recall {recall:.3f}")
    assert precision >= PRECISION_FLOOR
    assert recall >= RECALL_FLOOR
