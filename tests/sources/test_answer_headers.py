from __future__ import annotations

import pytest
from requests.structures import CaseInsensitiveDict

from pacts.model import Validators
from sources.answers import MAX_FRESH, MAX_RETRY_AFTER, fresh_for, retry_after, validators_of

NOON = "Mon, 05 May 2025 12:00:00 GMT"
LATER = "Mon, 05 May 2025 12:10:00 GMT"


def headers(**values: str) -> CaseInsensitiveDict[str]:
    return CaseInsensitiveDict({name.replace("_", "-"): value for name, value in values.items()})


@pytest.mark.parametrize(
    ("given", "seconds"),
    [
        ({"Cache_Control": "max-age=300"}, 300.0),
        ({"Cache_Control": 'public, MAX-AGE="300"'}, 300.0),
        ({"Cache_Control": "max-age=300", "Age": "299"}, 1.0),
        ({"Cache_Control": "max-age=300", "Age": "301"}, None),
        ({"Cache_Control": "max-age=300, no-cache"}, None),
        ({"Cache_Control": "no-store"}, None),
        ({"Cache_Control": "max-age=0", "Expires": LATER, "Date": NOON}, None),
        ({"Cache_Control": "private", "Expires": LATER, "Date": NOON}, 600.0),
        ({"Expires": LATER, "Date": NOON}, 600.0),
        ({"Expires": NOON, "Date": LATER}, None),
        ({"Expires": "0", "Date": NOON}, None),
        ({"Expires": LATER}, None),
        ({"Cache_Control": "s-maxage=300"}, None),
        ({"Cache_Control": "max-age=31536000"}, MAX_FRESH),
        ({}, None),
    ],
)
def test_freshness_is_what_the_server_promises_and_a_day_at_most(
    given: dict[str, str], seconds: float | None
) -> None:
    assert fresh_for(headers(**given)) == seconds


@pytest.mark.parametrize(
    ("given", "seconds"),
    [
        ({"Retry_After": "120"}, 120.0),
        ({"Retry_After": " 0 "}, 0.0),
        ({"Retry_After": "-5"}, None),
        ({"Retry_After": "soon"}, None),
        ({"Retry_After": "9" * 15}, MAX_RETRY_AFTER),
        ({"Retry_After": "9" * 5000}, None),
        ({"Retry_After": LATER, "Date": NOON}, 600.0),
        ({"Retry_After": NOON, "Date": LATER}, 0.0),
        ({"Retry_After": LATER}, None),
        ({}, None),
    ],
)
def test_retry_after_is_read_in_seconds_and_as_a_date(
    given: dict[str, str], seconds: float | None
) -> None:
    assert retry_after(headers(**given)) == seconds


def test_a_304_without_validators_keeps_those_of_before() -> None:
    before = Validators('"1"', "Mon", "hash")
    assert validators_of(headers(), before, 304) == before
    assert validators_of(headers(ETag='"2"'), before, 304) == Validators('"2"', "Mon", "hash")


def test_a_200_without_validators_forgets_those_of_before() -> None:
    assert validators_of(headers(), Validators('"1"', "Mon", "hash"), 200) == Validators()
