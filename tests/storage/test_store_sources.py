from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from storyparts import NOW, SOURCES, an_article, an_item, at, unseen

from pacts.errors import StoreError
from pacts.model import Item, Validators
from storage.records import Watched
from storage.store import Store

HOUR = timedelta(hours=1)
GIVEN = Validators(etag='"abc"', last_modified="Tue, 06 May 2025 11:00:00 GMT", body_hash="f00")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "pactwatch.db") as store:
        store.register_sources(SOURCES, NOW)
        yield store


def test_a_new_source_is_due_at_once_and_has_no_history(store: Store) -> None:
    state = store.source_state("alpha")
    assert (state.kind, state.url) == ("feed", "https://alpha.example/rss")
    assert state.next_check == NOW
    assert state.validators == Validators()
    assert (state.last_poll, state.last_success, state.last_new_item) == (None, None, None)
    assert (state.failures, state.last_error, state.baselined_at) == (0, None, None)
    assert (state.items, state.retired) == (0, False)


def test_a_success_keeps_validators_and_ends_the_baseline_once(store: Store) -> None:
    for minute in (1, 2):
        store.poll_succeeded("alpha", validators=GIVEN, now=at(minute), next_check=at(15))
    state = store.source_state("alpha")
    assert state.validators == GIVEN
    assert (state.last_poll, state.last_success, state.next_check) == (at(2), at(2), at(15))
    assert state.baselined_at == at(1)


def test_what_was_learned_of_its_rhythm_outlives_the_process(tmp_path: Path) -> None:
    known = Watched(2.5, timedelta(hours=7, microseconds=3))
    with Store.open(tmp_path / "s.db") as store:
        store.register_sources(SOURCES, NOW)
        store.poll_succeeded("alpha", validators=GIVEN, now=at(1), next_check=at(15), watched=known)
        store.poll_failed("alpha", reason="x", now=at(15), next_check=at(30))
    with Store.open(tmp_path / "s.db") as store:
        assert store.source_state("alpha").watched == known


def test_the_time_of_the_last_whole_list_stays_when_a_poll_gave_none(store: Store) -> None:
    for minute, whole in ((1, True), (2, False)):
        store.poll_succeeded(
            "alpha", validators=GIVEN, now=at(minute), next_check=at(15), whole=whole
        )
    assert store.source_state("alpha").last_whole == at(1)


def test_failures_are_counted_until_a_success(store: Store) -> None:
    store.poll_succeeded("alpha", validators=GIVEN, now=at(1), next_check=at(2))
    for minute in (2, 3):
        store.poll_failed("alpha", reason="no answer", now=at(minute), next_check=at(30))
    failed = store.source_state("alpha")
    assert (failed.failures, failed.last_error, failed.last_poll) == (2, "no answer", at(3))
    assert (failed.last_success, failed.validators) == (at(1), GIVEN)
    store.poll_succeeded("alpha", validators=GIVEN, now=at(4), next_check=at(5))
    state = store.source_state("alpha")
    assert (state.failures, state.last_error) == (0, None)


def test_a_failed_first_poll_leaves_the_baseline_open(store: Store) -> None:
    store.poll_failed("alpha", reason="no answer", now=NOW, next_check=at(1))
    assert store.source_state("alpha").baselined_at is None


def test_only_named_sources_that_are_due_are_handed_out_the_longest_due_first(
    store: Store,
) -> None:
    store.register_sources([*SOURCES, ("gamma", "feed", "g"), ("delta", "feed", "d")], NOW)
    for name, due in (("alpha", 5), ("beta", 3), ("gamma", 9), ("delta", 1)):
        store.poll_failed(name, reason="x", now=NOW, next_check=at(due))
    assert store.due_sources(["alpha", "beta", "gamma"], at(5)) == ["beta", "alpha"]
    assert store.due_sources(["unheard of"], at(99)) == []


def test_a_source_is_due_when_one_of_its_put_off_pages_is(store: Store) -> None:
    for name, due in (("alpha", 90), ("beta", 3)):
        store.poll_failed(name, reason="x", now=NOW, next_check=at(due))
    page = Item("alpha", "k", "https://a.example/k", "A title")
    store.put_off(page, reason="x", now=NOW, next_try=at(2))
    assert store.due_sources(["alpha", "beta"], at(1)) == []
    assert store.due_sources(["alpha", "beta"], at(4)) == ["alpha", "beta"]
    assert store.due_sources(["alpha", "beta"], at(99)) == ["alpha", "beta"]


def test_a_postponed_poll_changes_nothing_but_its_time(store: Store) -> None:
    store.poll_failed("alpha", reason="x", now=NOW, next_check=at(1))
    before = store.source_state("alpha")
    store.poll_postponed("alpha", next_check=at(7))
    assert store.source_state("alpha") == replace(before, next_check=at(7))


def test_registering_again_keeps_the_state_of_a_source(store: Store) -> None:
    store.poll_succeeded("alpha", validators=GIVEN, now=at(1), next_check=at(15))
    before = store.source_state("alpha")
    store.register_sources(SOURCES, at(2))
    assert store.source_state("alpha") == before


def test_a_changed_address_clears_what_belonged_to_the_old_one(store: Store) -> None:
    store.poll_succeeded(
        "alpha", validators=GIVEN, now=at(1), next_check=at(15), watched=Watched(1, HOUR)
    )
    store.poll_failed("alpha", reason="gone", now=at(2), next_check=at(days=1))
    store.add_article(an_article(), now=at(1), baseline=True)
    store.register_sources([("alpha", "sitemap", "https://alpha.example/map.xml")], at(3))
    state = store.source_state("alpha")
    assert (state.kind, state.url) == ("sitemap", "https://alpha.example/map.xml")
    assert (state.validators, state.next_check) == (Validators(), at(3))
    assert (state.failures, state.last_error) == (0, None)
    assert (state.watched, state.last_whole) == (Watched(), None)
    assert (state.baselined_at, state.items) == (at(1), 1)
    assert unseen(store, [an_item()]) == []


def test_a_source_no_longer_configured_is_retired_and_comes_back_as_it_was(store: Store) -> None:
    store.poll_succeeded("beta", validators=GIVEN, now=at(1), next_check=at(15))
    before = store.source_state("beta")
    store.register_sources(SOURCES[:1], at(2))
    assert [(state.name, state.retired) for state in store.source_states()] == [
        ("alpha", False),
        ("beta", True),
    ]
    store.register_sources(SOURCES, at(3))
    assert store.source_state("beta") == before


def test_new_items_are_counted_whatever_becomes_of_them(store: Store) -> None:
    store.add_article(an_article("1"), now=at(1), baseline=False)
    store.put_off(an_item("2"), reason="x", now=at(2), next_try=at(3))
    store.give_up(an_item("3"), reason="x", now=at(3))
    store.add_article(an_article("2"), now=at(4), baseline=False)
    state = store.source_state("alpha")
    assert (state.items, state.last_new_item) == (3, at(3))


def test_a_source_never_registered_is_an_error_that_names_it(store: Store) -> None:
    for ask in (
        lambda: store.source_state("nobody"),
        lambda: store.poll_failed("nobody", reason="x", now=NOW, next_check=NOW),
        lambda: store.add_article(an_article(source="nobody"), now=NOW, baseline=False),
        lambda: store.put_off(an_item(source="nobody"), reason="x", now=NOW, next_try=NOW),
    ):
        with pytest.raises(StoreError, match="'nobody' is not registered"):
            ask()
