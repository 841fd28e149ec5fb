"""What is read once is read once, whoever asks at the same moment."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from extraction.once import once


def test_sixteen_threads_that_ask_together_have_it_made_once() -> None:
    made: list[str] = []
    together = threading.Barrier(16)

    @once
    def load(language: str) -> list[str]:
        made.append(language)
        time.sleep(0.05)
        return [language]

    def ask(_: int) -> list[str]:
        together.wait()
        return load("en")

    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(ask, range(16)))
    assert made == ["en"]
    assert all(answer is answers[0] for answer in answers)


def test_other_arguments_are_another_thing_and_one_may_need_the_other() -> None:
    @once
    def inner(number: int) -> int:
        return number * 2

    @once
    def outer(number: int, *, more: int = 0) -> int:
        return inner(number) + more

    assert [outer(1), outer(2), outer(2, more=1)] == [2, 4, 5]


def test_what_fails_is_tried_again() -> None:
    tries: list[int] = []

    @once
    def load() -> int:
        tries.append(1)
        if len(tries) == 1:
            raise KeyError
        return len(tries)

    with pytest.raises(KeyError):
        load()
    assert (load(), load()) == (2, 2)
