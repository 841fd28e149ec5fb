from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pacts.errors import UsageError
from worker.life.clock import clock_at, parse_time


def test_a_day_means_its_noon_in_utc() -> None:
    assert parse_time("2025-05-24") == datetime(2025, 5, 24, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["2025-05-24T09:30", "2025-05-24T09:30Z", "2025-05-24T16:30+07:00"]
)
def test_a_time_is_utc_unless_it_says_otherwise(text: str) -> None:
    assert parse_time(text) == datetime(2025, 5, 24, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "yesterday", "24.05.2025", "2025-13-01"])
def test_anything_else_is_refused_with_the_text_itself(text: str) -> None:
    with pytest.raises(UsageError, match="ISO 8601"):
        parse_time(text)


def test_a_shifted_clock_starts_there_and_runs_on() -> None:
    clock = clock_at("2025-05-24")
    first, second = clock(), clock()
    assert timedelta(0) <= first - datetime(2025, 5, 24, 12, tzinfo=UTC) < timedelta(minutes=1)
    assert second >= first


def test_without_a_time_the_clock_is_the_real_one() -> None:
    assert abs(clock_at(None)() - datetime.now(UTC)) < timedelta(minutes=1)
