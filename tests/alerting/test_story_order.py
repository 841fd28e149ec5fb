"""Stories do not depend on the order in which they are told."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from memory_archive import MemoryArchive
from tellings import DAY, article, event, sighting, sightings

from alerting.merging.happenings import same_happening
from alerting.merging.stories import place, tell
from pacts.model import Article, Sighting, Watch
from pacts.terms import Reason, Trust

WATCH = Watch("all", ("desk",), ("partnership", "relations", "agreement"))
SEVERAL = st.lists(sightings(), min_size=2, max_size=12)


@given(sightings(), sightings())
@settings(max_examples=400)
def test_the_relation_is_symmetric(a: Sighting, b: Sighting) -> None:
    assert same_happening(a, b) == same_happening(b, a)
    assert same_happening(a.event, b.event) == same_happening(b.event, a.event)


@given(SEVERAL, st.randoms(use_true_random=False))
@settings(max_examples=100)
def test_a_story_says_the_same_whatever_order_its_sightings_came_in(told, random) -> None:
    shuffled = [*told, *told[:3]]
    random.shuffle(shuffled)
    assert tell(told) == tell(shuffled)


@given(SEVERAL)
@settings(max_examples=60)
def test_telling_everything_again_changes_nothing(told) -> None:
    archive = MemoryArchive()
    for one in told:
        archive.add(one)
    before = dict(archive.stories)
    for one in told:
        archive.add(one)
    assert archive.stories == before


@given(SEVERAL)
@settings(max_examples=60)
def test_searching_by_kind_party_and_days_misses_no_story_that_a_full_search_finds(told) -> None:
    narrow, wide = MemoryArchive(narrow=True), MemoryArchive(narrow=False)
    for one in told:
        assert narrow.add(one) == wide.add(one)


@given(SEVERAL)
@settings(max_examples=60)
def test_a_source_on_hold_changes_no_word_of_a_story_that_others_tell(told) -> None:
    trusted = [one for one in told if one.trust == "allowed"]
    if trusted:
        with_all, without = tell(told), tell(trusted)
        assert with_all.status is without.status
        assert with_all.level == without.level
        assert with_all.count == without.count
        assert with_all.lead == without.lead
        assert with_all.confirmed


def test_a_sighting_that_links_two_stories_merges_them_into_the_older() -> None:
    early = sighting(
        event("partnership.upgraded", level="strategic partnership", date="2026-03-01")
    )
    late = sighting(
        event("partnership.upgraded", level="strategic partnership", date="2026-03-14"), day=5
    )
    between = sighting(
        event("partnership.upgraded", level="strategic partnership", date="2026-03-07"), day=2
    )
    archive = MemoryArchive()
    assert [archive.add(one).id for one in (early, late)] == [1, 2]
    placement = place(between, list(archive.stories.values()))
    assert placement.merged == (1, 2)
    assert placement.story.id == 1
    assert len(placement.story.sightings) == 3


def test_a_sighting_of_something_new_is_a_story_without_an_id() -> None:
    placement = place(sighting(event()), [])
    assert placement.merged == ()
    assert placement.story.id is None


# --- alerts --------------------------------------------------------------------------------

_TITLES = ["agreement", "a landmark deal", "agreement on extradition", "visa waiver agreement"]
_UNKNOWN = ["accord sur les puits", "accord sur les phares"]


@st.composite
def articles_of_one_day(draw: st.DrawFn) -> list[tuple[Article, list[Sighting]]]:
    """Reports of a level and of some papers of one pair, each article of another source."""
    told = []
    for number in range(draw(st.integers(2, 7))):
        source = f"outlet{number}"
        events = draw(
            st.lists(
                st.sampled_from(
                    [
                        event("partnership.upgraded", level="strategic partnership"),
                        *(event(document=title, date="2026-03-10") for title in _TITLES),
                        *(event(document=title, date="2026-03-10") for title in _UNKNOWN),
                    ]
                ),
                min_size=1,
                max_size=1,
            )
        )
        trust = draw(st.sampled_from([Trust.ALLOWED, Trust.ALLOWED, Trust.HOLD]))
        seen = [sighting(one, source=source, item=source, trust=trust) for one in events]
        told.append((article(source=source, trust=trust), seen))
    return told


@given(articles_of_one_day(), st.randoms(use_true_random=False))
@settings(max_examples=120)
def test_the_order_of_one_day_changes_neither_how_many_are_told_nor_of_what(told, random) -> None:
    def alerts() -> list[tuple[str, str]]:
        archive = MemoryArchive()
        made = [
            alert
            for one, seen in told
            for alert in archive.read(one, seen, [WATCH], DAY)
            if alert.reason is Reason.FIRST and alert.story
        ]
        return sorted((str(a.story.kind), str(a.story.parties)) for a in made if a.story)

    before = alerts()
    random.shuffle(told)
    assert alerts() == before
