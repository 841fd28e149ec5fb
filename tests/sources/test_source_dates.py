from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.dates import find_dateline, is_date_only, is_month_first, parse_date

NOW = datetime(2026, 12, 1, tzinfo=UTC)
HANOI = "Asia/Ho_Chi_Minh"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # as feeds write them
        ("Tue, 20 May 2025 08:00:00 GMT", "2025-05-20 08:00"),
        ("Tue, 20 May 2025 08:00:00 +0700", "2025-05-20 01:00"),
        ("20 May 25 08:00 EST", "2025-05-20 13:00"),
        ("2025-05-07T10:00:00+07:00", "2025-05-07 03:00"),
        ("2025-05-07T10:00:00.123Z", "2025-05-07 10:00"),
        ("2025-05-07T10:00:00-0500", "2025-05-07 15:00"),
        ("2025-05-07T10:00+07", "2025-05-07 03:00"),
        ("20250507T101112Z", "2025-05-07 10:11:12"),
        ("1746612000", "2025-05-07 10:00"),
        ("1746612000000", "2025-05-07 10:00"),
        # without a zone: that of the source
        ("20/11/2026 08:30", "2026-11-20 01:30"),
        ("2025-05-07 10:00", "2025-05-07 03:00"),
        ("Thứ hai, 12/05/2025 16:05", "2025-05-12 09:05"),
        ("Thứ 2, ngày 12 tháng 5 năm 2025, 16h05", "2025-05-12 09:05"),
        ("Cập nhật lúc 16:05 12/05/2025", "2025-05-12 09:05"),
        ("11:03:30 AM | 5/23/2025", "2025-05-23 04:03:30"),
        ("12.05.2025 16.05", "2025-05-12 09:05"),
        ("12 мая 2025, 16:05", "2025-05-12 09:05"),
        ("12 mai 2025 à 16h05", "2025-05-12 09:05"),
        ("2025年5月12日 16:05", "2025-05-12 09:05"),
        ("2025年5月12日 下午4:05", "2025-05-12 09:05"),
        ("12-May-2025 16:05", "2025-05-12 09:05"),
        ("Sept 3, 2025 9:15 a.m.", "2025-09-03 02:15"),
        # with a zone that others drop or turn round
        ("May 12, 2025 4:05 PM GMT+7", "2025-05-12 09:05"),
        ("Monday, May 12, 2025, 16:05:25 (GMT+7)", "2025-05-12 09:05:25"),
        ("Mon, 05 May 2025 10:00 UTC+7", "2025-05-05 03:00"),
        ("12 Mei 2025 16:05 WIB", "2025-05-12 09:05"),
        ("1746612000.123", "2025-05-07 10:00"),
        ("2025-05-07T10:00:5+07:00", "2025-05-07 03:00:05"),
        ("Fri, 09/05/2025 - 15:21", "2025-05-09 08:21"),
        ("Fri, 09 May 2025 8:56 pm PDT", "2025-05-10 03:56"),
        ("mer, 14 mai 2025 00:38:15 +0100", "2025-05-13 23:38:15"),
        # in the words of people
        ("20 Tháng Mười Một, 2026 08:30", "2026-11-20 01:30"),
        ("Thứ Sáu, 20 tháng mười 2025", "2025-10-20 05:00"),
        ("20 thg 11, 2026", "2026-11-20 05:00"),
        ("20 ноября 2026 г., 08:30", "2026-11-20 01:30"),
        ("20 листопада 2026, 08:30", "2026-11-20 01:30"),
        ("vendredi 20 novembre 2026 à 8h30", "2026-11-20 01:30"),
        ("1er décembre 2025", "2025-12-01 05:00"),
        ("viernes, 20 de noviembre de 2026 - 08:30", "2026-11-20 01:30"),
        ("Seg, 24 Set 2018 19:22:00 -0300", "2018-09-24 22:22"),
        ("20 نوفمبر 2026", "2026-11-20 05:00"),
        ("2026年11月20日08:30", "2026-11-20 01:30"),
        # in the years of others
        ("20 พฤศจิกายน 2569", "2026-11-20 05:00"),
        ("20 ก.พ. 2568 08:30 น.", "2025-02-20 01:30"),
        ("๒๐ กุมภาพันธ์ ๒๕๖๘", "2025-02-20 05:00"),
        ("20/11/2569 08:30", "2026-11-20 01:30"),
        ("中華民國115年11月20日", "2026-11-20 05:00"),
        ("令和8年11月20日 08:30", "2026-11-20 01:30"),
        ("20.11.26 08:30", "2026-11-20 01:30"),
        # days, taken as noon
        ("20-11-2026", "2026-11-20 05:00"),
        ("7th May 2025", "2025-05-07 05:00"),
        ("12 de mayo de 2025", "2025-05-12 05:00"),
        ("2025/05/07", "2025-05-07 05:00"),
        ("20250507", "2025-05-07 05:00"),
        # day first where both are possible
        ("05/06/2025", "2025-06-05 05:00"),
        ("5-6-2025 16:05", "2025-06-05 09:05"),
    ],
)
def test_dates_are_read_as_they_are_meant(text: str, expected: str) -> None:
    assert parse_date(text, zone=HANOI, now=NOW) == at(expected)


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "2025", "12345", "May 2025", "31/02/2025", "1999-13-45", "post-123",
     "the 60 agreements", "to", "May", "v2.11.3", "x" * 5000, "99/99/9999", "0000-00-00",
     "1405/08/29", "۱۴۰۵/۰۸/۲۹", "29/08/1405", "Mon, 01 Jan 0001 00:00:00 +0000", "1970-01-01"],
)  # fmt: skip
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text, zone=HANOI, now=NOW) is None


def test_the_month_comes_first_only_where_the_day_cannot() -> None:
    assert parse_date("12/11/2026", now=NOW) == at("2026-11-12 12:00")
    assert parse_date("11/12/2026", now=at("2026-11-13")) == at("2026-11-12 12:00")
    assert parse_date("5/23/2025", now=NOW) == at("2025-05-23 12:00")


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["11/20/2026", "11/05/2026"], True),
        (["20/11/2026", "11/05/2026"], False),
        (["11/20/2026", "20/11/2026"], False),
        (["11/05/2026", "2026-20-11", "May 20, 2026"], False),
        ([], False),
    ],
)
def test_how_a_document_writes_its_days_is_told_by_those_that_cannot_be_misread(
    texts: list[str], expected: bool
) -> None:
    assert is_month_first(texts) is expected


def test_the_month_comes_first_where_the_document_says_so() -> None:
    assert parse_date("11/05/2026", now=NOW, month_first=True) == at("2026-11-05 12:00")
    assert parse_date("20/11/2026", now=NOW, month_first=True) == at("2026-11-20 12:00")


def test_unlikely_moments_are_none() -> None:
    assert parse_date("1989-12-31T10:00:00Z", now=NOW) is None
    assert parse_date("2026-12-01T23:00:00Z", now=NOW) is not None
    assert parse_date("2026-12-02T01:00:00Z", now=NOW) is None


def test_a_short_zone_name_is_first_that_of_the_source() -> None:
    text = "Wed, 07 May 2025 10:11:12 CST"
    assert parse_date(text, zone="Asia/Shanghai", now=NOW) == at("2025-05-07 02:11:12")
    assert parse_date(text, zone="UTC", now=NOW) == at("2025-05-07 16:11:12")


def test_an_unknown_zone_of_a_source_means_utc() -> None:
    assert parse_date("2025-05-07 10:00", zone="Not/AZone", now=NOW) == at("2025-05-07 10:00")
    assert parse_date("2025-05-07 10:00", zone="../../etc", now=NOW) == at("2025-05-07 10:00")


@given(st.integers(670_000_000, 1_790_000_000))
def test_iso_and_rfc_822_come_back_as_they_went(seconds: int) -> None:
    moment = datetime.fromtimestamp(seconds, UTC)
    assert parse_date(moment.isoformat(), now=NOW) == moment
    assert parse_date(moment.strftime("%a, %d %b %Y %H:%M:%S +0000"), now=NOW) == moment
    assert parse_date(moment.strftime("%d/%m/%Y %H:%M:%S"), now=NOW) == moment


@given(st.text(max_size=80))
def test_no_text_can_break_it(text: str) -> None:
    found = parse_date(text, zone=HANOI, now=NOW)
    assert found is None or found.tzinfo is UTC


@pytest.mark.parametrize(
    "line",
    ["Published: Monday, 12 May 2025, 16:05 (GMT+7)", "May 12, 2025 4:05 PM GMT+7",
     "11:03:30 AM | 5/23/2025", "Thứ Hai, 12/05/2025 | 16:05"],
)  # fmt: skip
def test_a_date_line_is_one_that_says_little_else(line: str) -> None:
    assert find_dateline(line, zone=HANOI, now=NOW) is not None


def test_news_behind_a_date_is_no_mere_date() -> None:
    assert is_date_only("Published: Monday, 12 May 2025, 16:05 (GMT+7)", zone=HANOI, now=NOW)
    assert is_date_only("11:03:30 AM | 5/23/2025", zone=HANOI, now=NOW)
    for line in (
        "SUVA, March 4, 2025 - Kenya signs pact",
        "On 4 March 2025 Fiji and Kenya signed.",
    ):
        assert find_dateline(line, zone=HANOI, now=NOW) is not None
        assert not is_date_only(line, zone=HANOI, now=NOW)


@pytest.mark.parametrize(
    "line",
    [
        "Present Joint Statement was adopted on May 6, 2025 in the city of Astana, in English.",
        "Leaders of the two countries agreed to meet again",
        "The agreement of 24 December 2024 between the airline and its owners entered into force",
    ],
)
def test_a_sentence_with_a_date_is_no_date_line(line: str) -> None:
    assert find_dateline(line, zone=HANOI, now=NOW) is None
