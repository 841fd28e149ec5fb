"""Whatever alerting can build comes back equal; JSON holds every field there is."""

from __future__ import annotations

import json
import string
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from storyparts import NOW, an_article

from pacts.model import Alert, Article, Event, Evidence, Held, Period, Sighting, Silence, Story
from pacts.terms import ACTS, DateBasis, Kind, Priority, PublishedBy, Reason, Scope, Status, Trust
from storage.codec import (
    article_from_json,
    article_to_json,
    event_digest,
    sighting_from_json,
    sighting_to_json,
    story_from_json,
    story_to_json,
)
from storage.store import Store

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
words = st.none() | texts
offsets = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
times = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=offsets)  # noqa: DTZ001 - bounds of a strategy are naive
numbers = st.none() | st.integers(0, 10**30)
codes = st.sampled_from(["KZ", "VN", "BY", "AZ", "EU", "WORLD BANK"])
parties = st.sets(codes, max_size=4).map(lambda names: tuple(sorted(names)))
shares = st.floats(0, 1)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
periods = (
    st.none()
    | st.builds(lambda a, b: Period(min(a, b), max(a, b)), days, days)
    | days.map(Period.day)
)
kinds_and_acts = st.sampled_from([(kind, act) for kind in Kind for act in sorted(ACTS[kind])])


@st.composite
def events(draw: st.DrawFn) -> Event:
    kind, act = draw(kinds_and_acts)
    return draw(
        st.builds(
            Event,
            kind=st.just(kind),
            act=st.just(act),
            parties=parties,
            evidence=st.builds(Evidence, texts, st.integers(0), st.integers(0), texts),
            level=words,
            level_from=words,
            document=words,
            document_kind=words,
            count=numbers,
            date=periods,
            date_basis=st.none() | st.sampled_from(DateBasis),
            place=words,
            confidence=shares,
        )
    )


sightings = st.builds(
    Sighting,
    source=st.sampled_from(["alpha", "beta"]),
    trust=st.sampled_from(Trust),
    url=texts,
    title=texts,
    published=st.none() | times,
    event=events(),
    item=st.sampled_from(["1", "2", "ключ", ""]),
)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    kind, act = draw(kinds_and_acts)
    told = draw(st.lists(sightings, min_size=1, max_size=4, unique_by=_once))
    return draw(
        st.builds(
            Story,
            sightings=st.just(tuple(told)),
            lead=st.sampled_from(told),
            kind=st.just(kind),
            act=st.just(act),
            status=st.sampled_from(Status),
            parties=parties,
            scope=st.sampled_from(Scope),
            level=words,
            level_from=words,
            document=words,
            document_kind=words,
            count=numbers,
            count_approx=st.booleans(),
            date=periods,
            date_basis=st.none() | st.sampled_from(DateBasis),
            place=words,
            confidence=shares,
            confirmed=st.booleans(),
            id=st.none(),
        )
    )


def _once(sighting: Sighting) -> tuple[str, str, str]:
    return sighting.source, sighting.item, event_digest(sighting.event)


articles = st.builds(
    Article, texts, texts, texts, texts, texts, st.none() | times, words,
    published_by=st.sampled_from(PublishedBy),
)  # fmt: skip
alerts = st.builds(
    Alert,
    reason=st.sampled_from(Reason),
    watches=st.lists(texts, max_size=3).map(tuple),
    channels=st.lists(texts, max_size=3, unique=True).map(tuple),
    priority=st.sampled_from(Priority),
    created=times,
    headline=texts,
    story=st.none() | stories(),
    article=st.none() | articles,
    matched=st.lists(texts, max_size=3).map(tuple),
    cautions=st.lists(texts, max_size=2).map(tuple),
    background=st.lists(texts, max_size=2).map(tuple),
    detail=texts,
    id=st.none(),
)
relaxed = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "pactwatch.db") as store:
        store.register_sources([("alpha", "feed", "a"), ("beta", "feed", "b")], NOW)
        for source in ("alpha", "beta"):
            for key in ("1", "2", "ключ", ""):
                store.add_article(an_article(key, source), now=NOW, baseline=False)
        yield store


def test_any_story_comes_back_equal_and_saving_it_again_changes_nothing(store: Store) -> None:
    @relaxed
    @given(stories())
    def check(story: Story) -> None:
        saved = store.save_story(story, now=NOW)
        assert saved == replace(story, id=saved.id)
        assert store.story(saved.id or 0) == saved
        known = len(store.events())
        assert store.save_story(saved, now=NOW) == saved
        assert store.story(saved.id or 0) == saved
        assert len(store.events()) == known

    check()


def test_any_story_is_a_candidate_for_each_of_its_own_events(store: Store) -> None:
    @relaxed
    @given(stories())
    def check(story: Story) -> None:
        saved = store.save_story(story, now=NOW)
        for told in saved.sightings:
            around = told.event.date or (told.published and Period.day(told.published.date()))
            if around and told.event.parties:
                found = store.candidates(
                    told.event, within_days=1, around=around, kinds=frozenset(Kind)
                )
                assert saved.id in {candidate.id for candidate in found}

    check()


def test_any_alert_comes_back_equal(store: Store) -> None:
    @relaxed
    @given(alerts)
    def check(alert: Alert) -> None:
        story = alert.story and store.save_story(alert.story, now=NOW)
        said = replace(alert, story=story)
        alert_id = store.add_alert(said, deliveries=dict.fromkeys(said.channels, Held(NOW)))
        kept = replace(said, id=alert_id)
        assert kept in store.alerts(since=said.created)
        if story is not None:
            assert store.told(story.id or 0)[-1] == kept
        waiting = [one for one in store.deliveries() if one.alert.id == alert_id]
        assert sorted(one.channel for one in waiting) == sorted(said.channels)
        assert all(one.alert == kept for one in waiting)

    check()


def test_any_silence_comes_back_equal(store: Store) -> None:
    silences = st.builds(
        Silence,
        until=times,
        comment=texts,
        parties=st.frozensets(codes),
        events=st.lists(texts, max_size=3).map(tuple),
        watch=words,
        id=st.none(),
    )

    @relaxed
    @given(silences)
    def check(silence: Silence) -> None:
        number = store.add_silence(silence, now=NOW)
        in_force = store.silences(silence.until - timedelta(seconds=1))
        assert replace(silence, id=number) in in_force
        assert number not in {one.id for one in store.silences(silence.until)}

    check()


@relaxed
@given(stories(), articles)
def test_json_holds_every_field_and_survives_text(story: Story, article: Article) -> None:
    data = json.loads(json.dumps(story_to_json(story)))
    assert set(data) == {one.name for one in fields(Story)} - {"id"}
    assert story_from_json(data, 7) == replace(story, id=7)
    for told in story.sightings:
        said = sighting_to_json(told)
        assert set(said) == {one.name for one in fields(Sighting)}
        assert sighting_from_json(said) == told
    assert set(article_to_json(article)) == {one.name for one in fields(Article)}
    assert article_from_json(article_to_json(article)) == article


@given(events(), events())
def test_digests_are_equal_for_equal_events_only(one: Event, other: Event) -> None:
    assert (event_digest(one) == event_digest(other)) == (one == other)
    assert set(event_digest(one)) <= set(string.hexdigits)


def test_dirty_texts_of_a_story_are_cleaned_rather_than_refused(store: Store) -> None:
    dirt = "a\x00b\ud800"

    @relaxed
    @given(stories())
    def check(story: Story) -> None:
        dirty = replace(story, level=dirt, place=dirt, document=dirt, parties=(dirt,))
        saved = store.save_story(dirty, now=NOW)
        again = store.story(saved.id or 0)
        assert (again.level, again.place, again.parties) == ("a\ufffdb\ufffd",) * 2 + (
            ("a\ufffdb\ufffd",),
        )

    check()
