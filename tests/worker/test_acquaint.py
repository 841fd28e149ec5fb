"""What a changed configuration does to the times at which sources are asked, on a real store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import samples
from delivering import HandClock, Kept, send_due, tell
from hypothesis import given
from hypothesis import strategies as st
from newsroom import START

from pacts.model import Channel, Selectors, Source, Validators
from pacts.terms import Pages, Rung, SourceKind
from storage.records import SourceHealth, SourceState
from storage.store import Store
from worker.care.acquaint import APART, acquaint, asked_as, plan
from worker.config import Config, Settings

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
LATER = START + 5 * MINUTE
CHECK = START + 12 * MINUTE


def source(name: str = "wire", **more: Any) -> Source:
    return Source(name, SourceKind.LISTING, f"https://{name}.example/", **more)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """It knows ``wire`` and ``post``, polled at START and next due at CHECK."""
    with Store.open(tmp_path / "x.db") as store:
        use(store, source("wire"), source("post"), now=START)
        for name in ("wire", "post"):
            store.poll_succeeded(name, validators=Validators(etag="e"), now=START, next_check=CHECK)
        yield store


def use(store: Store, *sources: Source, now: Any = LATER, spread: bool = False) -> None:
    acquaint(store, Config(sources, (), ()), now, spread=spread)


def states(store: Store) -> dict[str, SourceState]:
    return {one.name: one for one in store.source_states()}


def test_sources_that_stay_as_they_are_keep_their_phase(store: Store) -> None:
    before = states(store)
    use(store, source("post"), source("new"), source("wire"))
    assert {name: states(store)[name] for name in before} == before


def test_a_new_source_is_due_at_once_and_a_thousand_one_after_the_other(store: Store) -> None:
    new = [source(f"n{number}") for number in range(1000)]
    use(store, source("wire"), source("post"), *new, spread=True)
    checks = sorted(state.next_check for name, state in states(store).items() if name[0] == "n")
    assert checks[0] == LATER
    assert {b - a for a, b in pairwise(checks)} == {APART}
    use(store, source("late"))
    assert states(store)["late"].next_check == LATER


def test_a_shorter_interval_pulls_the_next_check_in_and_keeps_its_place(store: Store) -> None:
    use(store, source("wire", every=10 * MINUTE), source("post"))
    assert states(store)["wire"].next_check == START + 10 * MINUTE
    assert states(store)["post"].next_check == CHECK
    use(store, source("wire", every=2 * MINUTE), source("post"))
    assert states(store)["wire"].next_check == START + 2 * MINUTE


def test_a_longer_interval_begins_after_the_next_check(store: Store) -> None:
    use(store, source("wire", every=6 * HOUR), source("post"))
    assert states(store)["wire"].next_check == CHECK


def test_a_source_that_fails_waits_on_whatever_its_interval(store: Store) -> None:
    store.poll_failed("wire", reason="asked us to wait", now=START, next_check=START + 9 * HOUR)
    use(store, source("wire", every=MINUTE), source("post"))
    assert states(store)["wire"].next_check == START + 9 * HOUR


@pytest.mark.parametrize(
    "change",
    [
        {"select": Selectors(item="li")},
        {"kind": SourceKind.SITEMAP},
        {"time_zone": "Asia/Tokyo"},
        {"max_items": 7},
        {"allow_private": True},
    ],
)
def test_a_source_that_is_read_otherwise_is_asked_at_once_for_everything(
    store: Store, change: dict[str, Any]
) -> None:
    use(store, replace(source("wire"), **change), source("post"))
    wire, post = (states(store)[name] for name in ("wire", "post"))
    assert (wire.next_check, wire.validators, wire.last_whole) == (LATER, Validators(), None)
    assert wire.baselined_at == START
    assert (post.next_check, post.validators) == (CHECK, Validators(etag="e"))


@pytest.mark.parametrize("why", ["by hand", "by hand: odd links", "keywords repeated"])
def test_at_another_address_only_a_hold_by_hand_stays(store: Store, why: str) -> None:
    store.keep_health("wire", SourceHealth(rung=Rung.FAILING, held_at=START, held_why=why))
    use(store, replace(source("wire"), url="https://new.example/"), source("post"))
    kept = store.source_health("wire")
    if why.startswith("by hand"):
        assert kept == SourceHealth(held_at=START, held_why=why)
    else:
        assert kept == SourceHealth()


@pytest.mark.parametrize("change", [{"language": "fr"}, {"pages": Pages.NONE}, {"hygiene": False}])
def test_what_concerns_its_articles_only_leaves_the_next_check_where_it_is(
    store: Store, change: dict[str, Any]
) -> None:
    before = states(store)
    use(store, replace(source("wire"), **change), source("post"))
    assert states(store) == before


def test_a_database_of_an_older_version_changes_nothing_at_its_first_start(store: Store) -> None:
    made = plan([source("wire", every=MINUTE)], {}, states(store), LATER)
    assert (made.anew, made.checks) == ((), {})


def test_a_database_that_refuses_is_left_as_it_was(store: Store) -> None:
    before = states(store)
    with pytest.raises(AttributeError):
        use(store, source("wire", every=MINUTE), source("post"), None)  # type: ignore[arg-type]
    assert states(store) == before


def polled_at(one: Source, last_poll: datetime, next_check: datetime) -> SourceState:
    return SourceState(
        name=one.name,
        kind=one.kind.value,
        url=one.url,
        validators=Validators(),
        next_check=next_check,
        last_poll=last_poll,
        last_success=last_poll,
        last_new_item=None,
        failures=0,
        last_error=None,
        baselined_at=last_poll,
        items=1,
        retired=False,
    )


options = st.fixed_dictionaries(
    {},
    optional={
        "every": st.sampled_from([MINUTE, 15 * MINUTE, HOUR]),
        "at_most": st.sampled_from([None, 6 * HOUR]),
        "max_items": st.sampled_from([5, 100]),
        "select": st.sampled_from([None, Selectors(item="li"), Selectors(item="li", link="a")]),
        "robots": st.booleans(),
    },
)


@given(old=options, new=options, due=st.integers(-60, 60), polled=st.integers(-600, 0))
def test_a_change_never_makes_a_source_wait_longer(
    old: dict[str, Any], new: dict[str, Any], due: int, polled: int
) -> None:
    was, now = source("wire", **old), source("wire", **new)
    state = polled_at(was, START + polled * MINUTE, START + due * MINUTE)
    made = plan([now], {"wire": asked_as(was)}, {"wire": state}, START)
    check = made.checks.get("wire", state.next_check)
    assert check <= max(state.next_check, START)
    assert (made.checks == {}) or was != now


def test_what_waits_for_a_channel_that_is_gone_is_told_once_and_leaves_when_it_is_back(
    store: Store,
) -> None:
    desk, duty, clock = Channel("desk"), Channel("duty"), HandClock()
    old, new = Kept(clock), Kept(clock)
    settings = Settings(operator=("duty",))

    def configure(*channels: Channel) -> None:
        acquaint(store, Config((), (), channels, settings), clock.now)
        send_due(store, clock, channels, {"desk": new, "duty": old})

    configure(desk, duty)
    for number in range(2):
        tell(store, f"n{number}", desk, at=clock.now)
    for _ in range(3):
        configure(replace(desk, name="office"), duty)
    assert old.titles == ["The channel desk is gone from channels.yaml"]
    assert "2 messages for it will not be sent" in old.texts[0]
    configure(desk, duty)
    assert new.titles == ["Digest of 2 items with keywords"]


def test_a_channel_that_is_gone_and_has_nothing_to_send_is_not_worth_a_word(store: Store) -> None:
    desk, duty, clock = Channel("desk"), Channel("duty"), HandClock()
    kept = Kept(clock)
    for channels in ((desk, duty), (duty,)):
        acquaint(store, Config((), (), channels, Settings(operator=("duty",))), clock.now)
        tell(store, "n", duty, at=clock.now)
        send_due(store, clock, channels, {"desk": kept, "duty": kept})
    assert kept.titles == [samples.subject("n")] * 2
    assert store.disabled_channels() == {}
