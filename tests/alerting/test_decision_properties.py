"""What holds of decisions whatever was told, by whom and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from hypothesis import example, given
from hypothesis import strategies as st
from memory_archive import MemoryArchive
from tellings import DAY, event, sighting, sightings

from alerting.decide import decide_story
from alerting.known import heard, sent_to
from alerting.watches import is_about, wants
from pacts.model import Alert, Article, Sighting, Silence, Story, Watch
from pacts.terms import Reason, Scope, Status, Trust

EVER = timedelta(days=100_000)
KINDS = ("partnership", "relations", "agreement", "statement")
NOW = DAY + timedelta(days=120)
DEEDS = Watch("deeds", notify=("desk",), events=KINDS, scope=frozenset(Scope), max_age=EVER)
SURE = replace(DEEDS, name="sure", notify=("board",), min_sources=2)
PLANS = replace(
    DEEDS, name="plans", notify=("desk", "digest"),
    status=frozenset({Status.CONCLUDED, Status.PLANNED}),
)  # fmt: skip
WATCHES = [DEEDS, SURE, PLANS]
CHANNELS = ("desk", "board", "digest")
SILENCE = Silence(NOW + EVER, "", events=("agreement",), id=1)


@st.composite
def tellings(draw: st.DrawFn) -> Sighting:
    """One happening, or its plan, as somebody tells it more or less surely."""
    return sighting(
        event(
            "partnership.upgraded",
            draw(st.sampled_from(["KZ VN", "KZ VN", "AZ KZ VN"])),
            status=draw(st.sampled_from(["planned", "concluded", "concluded", "negated"])),
            level=draw(st.sampled_from(["strategic partnership", None])),
            confidence=draw(st.sampled_from([0.9, 0.9, 0.5])),
            date="2026-03-10",
        ),
        source=draw(st.sampled_from(["agency", "ministry", "paper"])),
        day=draw(st.integers(-1, 3)),
        trust=draw(st.sampled_from([Trust.ALLOWED, Trust.ALLOWED, Trust.HOLD])),
        item=draw(st.sampled_from(["one", "two", "three"])),
    )


related = st.lists(tellings(), min_size=2, max_size=6)
histories = related | related | st.lists(sightings(), min_size=1, max_size=7)
believed = histories.map(lambda told: [replace(one, trust=Trust.ALLOWED) for one in told])


@dataclass
class Desk:
    """Reads one article after the other, each with one sighting, and keeps what is decided."""

    silences: Sequence[Silence] = ()
    archive: MemoryArchive = field(default_factory=MemoryArchive)
    unsent: set[tuple[int, str]] = field(default_factory=set)
    waits: bool = False
    """Whether nothing is sent before :meth:`send`."""
    _number: int = 0

    def read(self, told: Sighting, *, baseline: bool = False) -> tuple[Story, list[Alert]]:
        story = self.archive.add(told)
        known = self.archive.alerts.setdefault(story.id or 0, [])
        made = self.decide(story, known, told, baseline=baseline)
        for alert in made:
            if alert.id is None:
                self._number += 1
                known.append(replace(alert, id=self._number))
                if self.waits and alert.reason.sends:
                    self.unsent |= {(self._number, channel) for channel in alert.channels}
            else:
                known[[one.id for one in known].index(alert.id)] = alert
        return story, made

    def decide(
        self, story: Story, known: Sequence[Alert], told: Sighting, *, baseline: bool = False
    ) -> list[Alert]:
        text = Article(
            told.source, told.item, told.url, told.title, "", told.published, trust=told.trust
        )
        made = decide_story(
            story, list(known), text, WATCHES, self.silences, [], baseline=baseline, now=NOW,
            unsent=frozenset(self.unsent),
        )  # fmt: skip
        return list(made)

    def told(self, story: Story) -> list[Alert]:
        return self.archive.alerts.get(story.id or 0, [])


@given(believed)
def test_deciding_again_sends_nothing(history: list[Sighting]) -> None:
    desk = Desk()
    for told in history:
        story, _ = desk.read(told)
        again = desk.decide(story, desk.told(story), told)
        assert [alert for alert in again if alert.reason.sends] == []


@given(histories, st.lists(st.booleans(), min_size=7, max_size=7))
def test_a_channel_hears_of_a_story_for_the_first_time_once(
    history: list[Sighting], baselines: list[bool]
) -> None:
    desk = Desk()
    for told, baseline in zip(history, baselines, strict=False):
        story = desk.archive.add(told)
        before = list(desk.told(story))
        _, made = desk.read(told, baseline=baseline)
        for alert in made:
            if alert.reason in {Reason.FIRST, Reason.THRESHOLD}:
                assert not [c for c in alert.channels if sent_to(before, c)]


@given(histories, st.lists(st.booleans(), min_size=7, max_size=7), st.booleans())
def test_one_decision_tells_a_channel_at_most_one_thing(
    history: list[Sighting], baselines: list[bool], waits: bool
) -> None:
    desk = Desk(waits=waits)
    for told, baseline in zip(history, baselines, strict=False):
        _, made = desk.read(told, baseline=baseline)
        for channel in CHANNELS:
            assert len(sent_to(made, channel)) <= 1


@given(believed.flatmap(lambda told: st.tuples(st.just(told), st.permutations(told))))
def test_whether_a_story_is_told_does_not_depend_on_the_order_of_arrival(
    orders: tuple[list[Sighting], list[Sighting]],
) -> None:
    for order in orders:
        desk = Desk()
        for told in order:
            desk.read(told)
        _assert_wanted_is_heard(desk)


def told_as(status: str, source: str, day: int) -> Sighting:
    told = event("partnership.upgraded", status=status, level="strategic partnership")
    return sighting(told, source=source, day=day)


@example([told_as("planned", "agency", 0), told_as("concluded", "paper", 1)], set())
@example([told_as("planned", "agency", 0), told_as("concluded", "paper", 1)], {0})
@given(believed, st.sets(st.integers(0, 6)))
def test_what_is_amended_before_it_is_sent_says_in_the_end_what_is_known(
    history: list[Sighting], sendings: set[int]
) -> None:
    desk = Desk(waits=True)
    for number, told in enumerate(history):
        desk.read(told)
        if number in sendings:
            desk.unsent.clear()
    _assert_wanted_is_heard(desk)


def _assert_wanted_is_heard(desk: Desk) -> None:
    for story in desk.archive.stories.values():
        if story.status is not Status.CONCLUDED:
            continue
        for watch in WATCHES:
            if not wants(watch, story, _ANY):
                continue
            for channel in watch.notify:
                known = heard(desk.told(story), channel)
                assert known is not None
                assert known.status is Status.CONCLUDED


_ANY = Article("any", "any", "", "", "")


@given(
    histories,
    st.lists(st.booleans(), min_size=7, max_size=7),
    st.booleans(),
    st.booleans(),
)
def test_what_a_watch_is_about_is_told_or_on_record_with_the_reason(
    history: list[Sighting], baselines: list[bool], silent: bool, waits: bool
) -> None:
    desk = Desk(silences=[SILENCE] if silent else [], waits=waits)
    for told, baseline in zip(history, baselines, strict=False):
        story, _ = desk.read(told, baseline=baseline)
        for watch in WATCHES:
            if not is_about(watch, story):
                continue
            for channel in watch.notify:
                assert any(channel in alert.channels for alert in desk.told(story))


@given(histories)
def test_each_reason_not_to_tell_is_on_record_once(history: list[Sighting]) -> None:
    desk = Desk()
    for told in history:
        story = desk.archive.add(told)
        before = list(desk.told(story))
        _, made = desk.read(told)
        records = {(a.reason, c) for a in before for c in a.channels if not a.reason.sends}
        new = [(a.reason, c) for a in made for c in a.channels if not a.reason.sends]
        assert len(new) == len(set(new))
        assert records.isdisjoint(new)
