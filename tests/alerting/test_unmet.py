"""Which conditions of a watch are not met."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tellings import article, event, events, sighting, story

from alerting.matching.unmet import unmet
from alerting.matching.watches import asks_for
from alerting.merging.stories import tell
from pacts.model import Event, Keywords, Parties, Watch
from pacts.terms import Kind, Scope, Status

SIGNED = story(event("agreement.signed", "KZ VN"))
WATCH = Watch("w", ("desk",), events=("agreement",))


def test_every_condition_that_is_not_met_is_named() -> None:
    watch = replace(
        WATCH,
        parties=Parties(any=frozenset({"FJ"})),
        status=frozenset({Status.PLANNED}),
        keywords=Keywords(any=("tea",)),
        languages=frozenset({"vi"}),
    )
    assert unmet(WATCH, SIGNED, article("coffee")) == ()
    assert unmet(watch, SIGNED, article("coffee", language="en")) == (
        "parties",
        "keywords",
        "status",
        "languages",
    )


def test_plain_keywords_are_not_met_by_a_text_or_a_source() -> None:
    watch = Watch("w", ("desk",), keywords=Keywords(any=("tea",)), sources=frozenset({"post"}))
    assert unmet(watch, None, article("tea", source="post")) == ()
    assert unmet(watch, None, article("coffee")) == ("sources", "keywords")
    assert unmet(watch, SIGNED, article("tea")) == ("events",)
    assert unmet(WATCH, None, article("tea")) == ("events",)


@st.composite
def watches(draw: st.DrawFn) -> Watch:
    codes = st.frozensets(st.sampled_from(["KZ", "VN", "RU"]), max_size=2)
    return Watch(
        "w",
        ("desk",),
        events=tuple(draw(st.lists(st.sampled_from(sorted(Kind)), min_size=1, max_size=3))),
        parties=Parties(any=draw(codes), none=draw(codes)),
        status=draw(st.frozensets(st.sampled_from(sorted(Status)), min_size=1)),
        scope=draw(st.frozensets(st.sampled_from(sorted(Scope)), min_size=1)),
        levels=tuple(draw(st.lists(st.just("strategic"), max_size=1))),
        sources=draw(st.frozensets(st.sampled_from(["agency", "paper"]))),
    )


@given(watches(), events())
def test_a_watch_asks_for_what_meets_all_its_conditions_and_nothing_else(
    watch: Watch, told: Event
) -> None:
    made = tell([sighting(told)])
    assert (unmet(watch, made, article()) == ()) == asks_for(watch, made, article())
