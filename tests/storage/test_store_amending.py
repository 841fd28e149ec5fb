"""An alert may be changed as long as no channel has got it, and is not about to."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from storyparts import NOW, SOURCES, a_story, an_alert, at, keep

from pacts.errors import StoreError
from pacts.model import Alert, Held
from pacts.terms import Reason, Wait
from storage.store import Store

LATE = Held(at(60), Wait.DIGEST)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "pactwatch.db") as opened:
        opened.register_sources(SOURCES, NOW)
        yield opened


def kept(store: Store, **deliveries: Held) -> Alert:
    """An alert of a story with these deliveries; its number is 1."""
    story = keep(store, a_story())
    alert = an_alert(story, channels=tuple(deliveries))
    return replace(alert, id=store.add_alert(alert, deliveries=deliveries))


def changed(alert: Alert) -> Alert:
    return replace(alert, headline="It says more now", amended=at(5))


def test_what_waits_for_later_everywhere_is_unsent(store: Store) -> None:
    kept(store, desk=LATE, digest=LATE)
    assert store.unsent_alerts(1, NOW) == {(1, "desk"), (1, "digest")}
    assert store.unsent_alerts(1, at(60)) == frozenset()


def test_what_may_leave_at_once_on_one_channel_still_waits_on_the_other(store: Store) -> None:
    kept(store, desk=Held(NOW), digest=LATE)
    assert store.unsent_alerts(1, NOW) == {(1, "digest")}


def test_an_alert_that_goes_nowhere_is_not_unsent(store: Store) -> None:
    kept(store)
    assert store.unsent_alerts(1, NOW) == frozenset()


def test_a_changed_alert_is_sent_as_it_is_now(store: Store) -> None:
    alert = changed(kept(store, desk=LATE))
    store.amend_alert(alert, deliveries={})
    (delivery,) = store.lease("desk", now=at(60), until=at(70))
    assert delivery.alert == alert
    assert store.told(1) == [alert]


def test_it_leaves_earlier_where_it_may_and_never_later(store: Store) -> None:
    alert = kept(store, desk=LATE, digest=LATE)
    sooner, later = Held(at(10)), Held(at(90), Wait.QUIET)
    store.amend_alert(changed(alert), deliveries={"desk": sooner, "digest": later})
    found = {one.channel: (one.not_before, one.waits_for) for one in store.deliveries()}
    assert found == {"desk": (at(10), None), "digest": (at(60), Wait.DIGEST)}


@pytest.mark.parametrize("lease_ends", [at(70), at(61)])
def test_what_is_leased_stays_as_it_is_even_when_the_lease_ran_out(
    store: Store, lease_ends
) -> None:
    alert = kept(store, desk=LATE, digest=LATE)
    store.lease("desk", now=at(60), until=lease_ends)
    assert store.unsent_alerts(1, at(59)) == {(1, "digest")}
    with pytest.raises(StoreError, match="alert 1 is on its way"):
        store.amend_alert(changed(alert), deliveries={})
    assert store.told(1) == [alert]


def test_what_was_tried_and_refused_stays_as_it_is(store: Store) -> None:
    alert = kept(store, desk=LATE)
    (delivery,) = store.lease("desk", now=at(60), until=at(70))
    store.delivery_failed([delivery.id], error="refused", now=at(60), next_try=at(120))
    assert store.unsent_alerts(1, at(61)) == frozenset()
    with pytest.raises(StoreError, match="on its way"):
        store.amend_alert(changed(alert), deliveries={})


def test_an_alert_that_is_not_there_cannot_be_changed(store: Store) -> None:
    with pytest.raises(StoreError, match="alert 9 is on its way"):
        store.amend_alert(replace(an_alert(), id=9), deliveries={})


def test_a_sender_in_another_process_gets_the_old_or_the_new_and_never_both(
    tmp_path: Path, store: Store
) -> None:
    """Whoever comes first wins: a leased alert is not changed, a changed one is leased changed."""
    rounds = 40
    outcomes: list[tuple[bool, str]] = []
    with Store.open(tmp_path / "pactwatch.db") as sender:
        for number in range(1, rounds + 1):
            story = keep(store, a_story())
            alert = an_alert(story)
            alert = replace(alert, id=store.add_alert(alert, deliveries={"desk": Held(at(1))}))
            gate, got = threading.Barrier(2), []

            def lease(gate=gate, got=got) -> None:
                gate.wait()
                got += sender.lease("desk", now=at(2), until=at(9))

            thread = threading.Thread(target=lease)
            thread.start()
            gate.wait()
            with store.transaction():
                free = (alert.id, "desk") in store.unsent_alerts(story.id or 0, NOW)
                if free:
                    store.amend_alert(changed(alert), deliveries={})
            thread.join()
            (delivery,) = got
            outcomes.append((free, delivery.alert.headline))
            sender.delivered([delivery.id], now=at(2))
            assert number == len(outcomes)
    assert {said for free, said in outcomes if free} <= {"It says more now"}
    assert "It says more now" not in {said for free, said in outcomes if not free}


def test_a_channel_that_has_not_got_it_can_be_taken_away_and_the_others_keep_it(
    store: Store,
) -> None:
    alert = kept(store, desk=Held(NOW), digest=LATE)
    (delivery,) = store.lease("desk", now=NOW, until=at(9))
    fewer = replace(alert, channels=("desk",), headline="Not said")
    assert store.amend_alert(fewer, deliveries={}) == {"digest": LATE}
    store.delivered([delivery.id], now=at(1))
    assert [one.channel for one in store.deliveries()] == ["desk"]
    assert store.told(1) == [replace(alert, channels=("desk",))]


def test_a_channel_that_is_getting_it_cannot_be_taken_away(store: Store) -> None:
    alert = kept(store, desk=Held(NOW), digest=LATE)
    store.lease("desk", now=NOW, until=at(9))
    with pytest.raises(StoreError, match="on its way"):
        store.amend_alert(replace(alert, channels=("digest",)), deliveries={})
    assert {one.channel for one in store.deliveries()} == {"desk", "digest"}


def test_an_alert_that_is_not_to_be_sent_any_more_leaves_through_no_channel(store: Store) -> None:
    alert = replace(kept(store, desk=LATE, digest=LATE), reason=Reason.DUPLICATE)
    assert store.amend_alert(alert, deliveries={}) == {"desk": LATE, "digest": LATE}
    assert store.deliveries() == []
    assert store.told(1) == [alert]
