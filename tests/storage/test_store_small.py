"""Silences and the sign of life."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from storyparts import NOW, at

from pacts.model import Silence
from storage.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "pactwatch.db") as store:
        yield store


def test_a_silence_is_in_force_until_its_end(store: Store) -> None:
    silence = Silence(until=at(10), comment="summit", parties=frozenset({"VN", "KZ"}))
    number = store.add_silence(silence, now=NOW)
    assert store.silences(at(9)) == [replace(silence, id=number)]
    assert store.silences(at(10)) == []


def test_a_silence_can_be_ended_once(store: Store) -> None:
    number = store.add_silence(Silence(until=at(10), comment=""), now=NOW)
    other = store.add_silence(Silence(until=at(10), comment=""), now=NOW)
    assert store.end_silence(number, now=at(5))
    assert [silence.id for silence in store.silences(at(5))] == [other]
    assert not store.end_silence(number, now=at(6))
    assert not store.end_silence(99, now=at(6))


def test_the_sign_of_life_is_the_last_one(store: Store) -> None:
    assert store.last_heartbeat() is None
    for minute in (1, 2):
        store.heartbeat(at(minute))
    assert store.last_heartbeat() == at(2)
