"""What was parted by hand stays two, and what was joined one, whatever is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from memory_archive import MemoryArchive
from tellings import event, sighting, sightings

from alerting.merging.revisions import place_instead
from alerting.merging.stories import ByHand, place, tell
from pacts.model import Sighting

# Few facts told by many, so that there is something to split, and a bridge now and then.
FACTS = st.sampled_from(
    [
        event(document="Shusha Declaration"),
        event(document="Shusha Declaration", parties="KZ UZ VN"),
        event(document="agreement on veterinary cooperation"),
        event("partnership.upgraded", level="strategic partnership"),
        event("partnership.upgraded", level="comprehensive strategic partnership"),
        event("partnership.upgraded", level=None, status="planned"),
    ]
)
CLOSE = st.builds(
    lambda told, source, day: sighting(told, source=source, day=day),
    FACTS,
    st.sampled_from("abcdef"),
    st.integers(-5, 40),
)
SEVERAL = st.lists(CLOSE | CLOSE | sightings(), min_size=6, max_size=16)


@given(SEVERAL, st.randoms(use_true_random=False))
@settings(max_examples=300)
def test_parted_sightings_are_never_in_one_story_and_none_is_lost_or_doubled(
    told: list[Sighting], random: Any
) -> None:
    archive = MemoryArchive(narrow=False)
    half = len(told) // 2 + 1
    for one in told[:half]:
        archive.add(one)
    several = [story for story in archive.stories.values() if len(story.sightings) > 1]
    assume(several)
    story = random.choice(several)
    parts = [set(story.sightings)]
    for _ in range(random.randint(1, 2)):
        if len(parts[0]) > 1:
            mine = set(
                random.sample(sorted(parts[0], key=str), random.randint(1, len(parts[0]) - 1))
            )
            parts = [parts[0] - mine, mine, *parts[1:]]
            archive.split(story.id or 0, mine)

    again = list(told)
    random.shuffle(again)
    for one in again:
        archive.add(one)

    for contents in archive.contents():
        assert sum(bool(contents & part) for part in parts) <= 1
    placed = [one for contents in archive.contents() for one in contents]
    assert sorted(map(str, placed)) == sorted(map(str, set(told)))


def test_who_links_both_joins_the_one_with_more_in_common() -> None:
    signed = event(document="Shusha Declaration")
    a, b = sighting(signed, source="a"), sighting(signed, source="b")
    c = sighting(signed, source="c")
    new = sighting(signed, source="d", day=1)
    archive = MemoryArchive()
    for one in (a, b, c):
        archive.add(one)
    archive.split(1, {c})
    assert archive.add(new).id == 1
    assert archive.contents() == {frozenset({a, b, new}), frozenset({c})}


def test_a_teller_told_again_stays_where_it_was_put() -> None:
    signed = event(document="Shusha Declaration")
    a, b, c = (sighting(signed, source=name) for name in "abc")
    archive = MemoryArchive()
    for one in (a, b, c):
        archive.add(one)
    off = archive.split(1, {c})
    assert archive.add(c).id == off
    placed = place(c, list(archive.stories.values()), ByHand(frozenset(archive.parted)))
    assert placed.merged == (off,)


def test_a_revision_stays_in_the_story_that_its_article_was_put_into() -> None:
    signed = event(document="Shusha Declaration")
    a, b, c = (sighting(signed, source=name) for name in "abc")
    archive = MemoryArchive()
    for one in (a, b, c):
        archive.add(one)
    off = archive.split(1, {c})
    edited = sighting(event(document="Shusha Declaration", place="Shusha"), source="c")
    placed = place_instead(
        edited, list(archive.stories.values()), {c}, ByHand(frozenset(archive.parted))
    )
    assert placed.merged == (off,)
    assert placed.story.sightings == tell([edited]).sightings


def test_what_tells_one_half_of_a_joined_story_joins_it() -> None:
    fish = [sighting(event(document="agreement on fisheries"), source=name) for name in "ab"]
    tax = [sighting(event(document="agreement on taxation"), source=name) for name in "cd"]
    joined = replace(tell([fish[0], *tax]), id=7)
    assert place(fish[1], [joined]).merged == ()
    assert place(fish[1], [joined], ByHand(joined=frozenset({7}))).merged == (7,)
