"""What holds of decisions whatever was told, by whom and in which order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from memory_archive import MemoryArchive
from tellings import DAY, event, sighting, sightings

from alerting.deciding.decide import decide_story
from alerting.deciding.known import heard, sent_to
from alerting.deciding.waiting import Waiting
from alerting.matching.watches import is_about, wants
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
EARLY, BETWEEN, LATE = "2026-03-03", "2026-03-10", "2026-03-17"
"""The first and the last are two happenings, until one between them is told."""


@st.composite
def turns(draw: st.DrawFn) -> list[Sighting]:
    """How one happening goes on, day by day, in articles that are sure; told as two at first,
    sometimes.
    """
    statuses = st.sampled_from(["planned", "concluded", "planned", "concluded", "negated"])
    told = draw(st.lists(statuses, min_size=2, max_size=6))
    apart = draw(st.booleans())
    dates = [EARLY, LATE, BETWEEN] if apart else [BETWEEN]
    return [
        sighting(
            event(
                "partnership.upgraded", status=status, level="strategic partnership",
                confidence=0.9, date=dates[min(number, len(dates) - 1)],
            ),
            source=draw(st.sampled_from(["agency", "ministry", "paper"])), day=number,
        )
        for number, status in enumerate(told)
    ]  # fmt: skip


sendings = st.lists(
    st.sampled_from([CHANNELS, ("desk",), ("board", "digest"), ()]), min_size=7, max_size=7
)
"""Which channels get what waits for them, after each article."""
histories = related | turns() | turns() | st.lists(sightings(), min_size=1, max_size=7)
believed = histories.map(lambda told: [replace(one, trust=Trust.ALLOWED) for one in told])


@dataclass
class Desk:
    """Reads one article after the other, each with one sighting, and keeps what is decided."""

    silences: Sequence[Silence] = ()
    archive: MemoryArchive = field(default_factory=MemoryArchive)
    unsent: set[tuple[int | None, str]] = field(default_factory=set)
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
                if not alert.reason.sends:
                    self.unsent = {pair for pair in self.unsent if pair[0] != alert.id}
        return story, made

    def send(self, channels: Collection[str]) -> None:
        """Let these channels get what waits for them."""
        self.unsent = {pair for pair in self.unsent if pair[1] not in channels}

    def waiting(self, story: Story) -> Waiting:
        return Waiting(self.told(story), self.unsent)

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


@given(believed, sendings)
def test_what_is_amended_before_it_is_sent_says_in_the_end_what_is_known(
    history: list[Sighting], sent: list[tuple[str, ...]]
) -> None:
    desk = Desk(waits=True)
    for told, channels in zip(history, sent, strict=False):
        desk.read(told)
        desk.send(channels)
    _assert_wanted_is_heard(desk)


@settings(max_examples=250)
@given(turns(), sendings)
def test_what_waits_for_a_channel_is_one_entry_that_says_what_is_known(
    history: list[Sighting], sent: list[tuple[str, ...]]
) -> None:
    """Whoever asks for one source only, and is sure enough of what was told last."""
    desk = Desk(waits=True)
    for told, channels in zip(history, sent, strict=False):
        story, _ = desk.read(told)
        if story.status is not Status.NEGATED and wants(PLANS, story, _ANY):
            for channel in PLANS.notify:
                waiting = desk.waiting(story)
                if story.status is Status.PLANNED and _knows_it_done(waiting.got(channel), channel):
                    continue  # that it is not done, and that it is still planned, are two things
                waits = waiting.at(channel)
                assert len(waits) <= 1
                assert all(one.story and one.story.status is story.status for one in waits)
        desk.send(channels)


@settings(max_examples=250)
@given(turns(), sendings)
def test_nobody_is_told_again_that_it_is_done_unless_it_was_denied(
    history: list[Sighting], sent: list[tuple[str, ...]]
) -> None:
    desk = Desk(waits=True)
    for told, channels in zip(history, sent, strict=False):
        story = desk.archive.add(told)
        waiting = Waiting(list(desk.told(story)), set(desk.unsent))
        _, made = desk.read(told)
        for alert in made:
            if alert.reason is Reason.ADVANCED and story.status is Status.CONCLUDED:
                for channel in alert.channels:
                    assert not _knows_it_done(waiting.got(channel), channel)
        desk.send(channels)


def _knows_it_done(got: Sequence[Alert], channel: str) -> bool:
    done = False
    for alert in sent_to(got, channel):
        if alert.story and alert.story.status in {Status.CONCLUDED, Status.NEGATED}:
            done = alert.story.status is Status.CONCLUDED
    return done


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
