"""sources.yaml: what each setting becomes, and what is said when it is wrong."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import configs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacts.model import Selectors, Source
from pacts.terms import Pages, SourceKind, Trust
from worker.config import Settings
from worker.config.values import duration, duration_text

OK = "name: a\nurl: https://a.org/"


def found(base: Path, text: str) -> list[str]:
    return [line.removeprefix("sources.yaml:") for line in configs.problems(base, sources=text)]


def one(base: Path, text: str) -> str:
    """The only problem of one source, without line and column of the file."""
    (problem,) = found(base, configs.source(text))
    return problem


def test_every_setting_of_a_source_reaches_the_frozen_type(tmp_path: Path) -> None:
    text = configs.source("""
name: vgp
kind: listing
url: https://en.baochinhphu.vn/politics.htm
every: 2h
at_least: 30m
at_most: 1d
language: vi
trust: hold
time_zone: Asia/Ho_Chi_Minh
pages: likely
max_items: 7
allow_private: true
select: {item: "div.item", link: "a.title", title: "a", date: "span.time", summary: p}
""")
    assert configs.loaded(tmp_path, sources=text).sources == (
        Source(
            name="vgp",
            kind=SourceKind.LISTING,
            url="https://en.baochinhphu.vn/politics.htm",
            every=timedelta(hours=2),
            at_least=timedelta(minutes=30),
            at_most=timedelta(days=1),
            language="vi",
            trust=Trust.HOLD,
            time_zone="Asia/Ho_Chi_Minh",
            select=Selectors("div.item", "a.title", "a", "span.time", "p"),
            pages=Pages.LIKELY,
            max_items=7,
            allow_private=True,
        ),
    )


def test_a_source_of_two_lines_is_a_feed_with_the_defaults_of_the_type(tmp_path: Path) -> None:
    (source,) = configs.loaded(tmp_path, sources=configs.source(OK)).sources
    assert source == Source(name="a", kind=SourceKind.FEED, url="https://a.org/")


def test_defaults_apply_where_a_source_is_silent_and_only_there(tmp_path: Path) -> None:
    text = "defaults: {every: 1h, language: en, trust: hold}\n" + configs.source(
        OK + "\nevery: 5m\nlanguage: ru"
    )
    (source,) = configs.loaded(tmp_path, sources=text).sources
    assert (source.every, source.language) == (timedelta(minutes=5), "ru")
    assert source.trust is Trust.HOLD


def test_folders_are_counted_from_the_folder_of_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    text = (
        configs.source("name: a\nkind: folder\nurl: archive")
        + f"  - {{name: b, kind: folder, url: {tmp_path / 'gone'}}}\n"
    )
    config = configs.loaded(tmp_path, sources=text)
    assert [source.url for source in config.sources] == [
        str(tmp_path / "archive"),
        str(tmp_path / "gone"),
    ]
    assert configs.shortened(config.warnings, config.directory) == [
        "sources.yaml:5:34: this folder is not there now"
    ]


def test_settings_have_defaults_and_take_durations(tmp_path: Path) -> None:
    assert configs.loaded(tmp_path).settings == Settings()
    text = (
        "settings: {contact: me@a.org, user_agent: x, workers: 2, tick: 1s, deadline: 2m,"
        " max_bytes: 20000, news_days: 30, log_format: json, log_level: debug}\n"
    )
    assert configs.loaded(tmp_path, sources=text + configs.SOURCES).settings == Settings(
        contact="me@a.org",
        user_agent="x",
        workers=2,
        tick_seconds=1.0,
        deadline_seconds=120.0,
        max_bytes=20_000,
        news_days=30,
        log_format="json",
        log_level="debug",
    )


def test_manners_towards_a_host_are_settings(tmp_path: Path) -> None:
    for written, seconds in (("2s", 2.0), ("0.25s", 0.25), ("0s", 0.0), ("2", 2.0), ("0.5", 0.5)):
        text = f"settings: {{per_host: 1, spacing: {written}}}\n{configs.SOURCES}"
        settings = configs.loaded(tmp_path, sources=text).settings
        assert (settings.per_host, settings.spacing_seconds) == (1, seconds)
    for wrong in ("per_host: 0", "spacing: -1", "spacing: 1h", "spacing: 61s", "spacing: true"):
        assert configs.problems(tmp_path, sources=f"settings: {{{wrong}}}\n{configs.SOURCES}")


def test_a_ping_may_be_a_secret_and_is_never_shown(tmp_path: Path) -> None:
    text = "settings: {ping: '${PING_URL}', ping_every: 1m}\n" + configs.SOURCES
    secret = "http://10.0.0.5:8000/s3cret"
    settings = configs.loaded(tmp_path, sources=text, environ={"PING_URL": secret}).settings
    assert (settings.ping, settings.ping_every_seconds) == (secret, 60.0)
    assert "s3cret" not in repr(settings)
    for wrong in ("ftp://s3cret.example/", "s3cret", "https://s3cret example/"):
        (problem,) = configs.problems(tmp_path, sources=text, environ={"PING_URL": wrong})
        assert "is not a web address to ping" in problem
        assert "s3cret" not in problem


def test_a_ping_that_stands_in_the_file_is_a_warning(tmp_path: Path) -> None:
    text = "settings: {ping: 'https://ping.example/s3cret'}\n" + configs.SOURCES
    (warning,) = configs.loaded(tmp_path, sources=text).warnings
    assert "a secret may stand here" in warning.message
    assert "s3cret" not in str(warning)


def test_a_proxy_may_be_a_secret_and_is_never_shown(tmp_path: Path) -> None:
    text = "settings: {proxy: '${PROXY_URL}'}\n" + configs.SOURCES
    secret = "http://me:s3cret@proxy.example:3128"
    settings = configs.loaded(tmp_path, sources=text, environ={"PROXY_URL": secret}).settings
    assert settings.proxy == secret
    assert "s3cret" not in repr(settings)
    for wrong in (
        "socks5://me:s3cret@p:1",
        "me:s3cret",
        "http://me:s3cret@/",
        "http://s3cret:x@p:y",
    ):
        (problem,) = configs.problems(tmp_path, sources=text, environ={"PROXY_URL": wrong})
        assert "is not the address of a proxy" in problem
        assert "s3cret" not in problem
    (problem,) = configs.problems(tmp_path, sources=text)
    assert "PROXY_URL is not set" in problem


WRONG = {
    "every: 15": "4:12: every is not a duration: write a number and s, m, h or d, "
    "such as 15m, 2h or 1d",
    "every: 15 min": '4:12: every "15 min" is not a duration: write a number and s, m, h or d, '
    "such as 15m, 2h or 1d",
    "every: 0m": '4:12: every "0m" must be one second (1s) or more',
    "every:": "4:5: every has no value: fill it in, or remove the line",
    "kind: fed": '4:11: kind "fed" is not known; did you mean "feed"?',
    "kind: [feed]": '4:11: kind is not known; known are "feed", "listing", "sitemap" and "folder"',
    "trust: Hold": '4:12: trust "Hold" is not known; did you mean "hold"?',
    "language: vn": '4:15: language "vn" is the code of a country; did you mean the language "vi"?',
    "language: English": '4:15: language "English" is not a language code; did you mean "en"?',
    "time_zone: Asia/Hanoi": '4:16: time_zone "Asia/Hanoi" is not a known time zone; '
    'did you mean "Asia/Ho_Chi_Minh"?',
    "time_zone: utc": '4:16: time_zone "utc" is not a known time zone; did you mean "UTC"?',
    "time_zone: GMT+7": '4:16: time_zone "GMT+7" is not a known time zone; '
    "write one such as UTC or Asia/Ho_Chi_Minh",
    "every: 15m\nat_least: 20m": "5:15: at_least is the shortest interval: "
    "it cannot be longer than every, 15m",
    "at_least: 20m": "4:15: at_least is the shortest interval: it cannot be longer than every, 15m",
    "every: 15m\nat_most: 90s": "5:14: at_most is the longest interval: "
    "it cannot be shorter than every, 15m",
    "pages: likly": '4:12: pages "likly" is not known; did you mean "likely"?',
    "full_text: false": '4:5: "full_text" is not a key here; write pages: all, likely or none',
    "max_items: 0": "4:16: max_items is too small: the least is 1",
    "max_items: 1.5": "4:16: max_items must be a whole number, not a number",
    "max_items: true": "4:16: max_items must be a whole number, not true or false",
    "langauge: en": '4:5: "langauge" is not a key here; did you mean "language"?',
    "kind: listing": '4:11: a listing needs "select": {item: "CSS selector of one item", ...}',
    "select: {item: a}": "4:5: select is for a listing only, and this is a feed",
    "kind: listing\nselect: {item: 'a['}": '5:20: item "a[" is not a CSS selector: '
    "malformed attribute selector at position 1",
    "kind: listing\nselect: {link: a}": '5:13: "item" is missing: add it here',
    "kind: listing\nselect: div": '5:13: select "div" must be a mapping (key: value), not text',
    "kind: listing\nselct: {item: a}": '5:5: "selct" is not a key here; did you mean "select"?',
}


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_setting_of_a_source_is_told_in_plain_words(tmp_path: Path, line: str) -> None:
    assert one(tmp_path, f"{OK}\n{line}") == WRONG[line]


ADDRESSES = {
    "a.org/rss": "must begin with https:// or http://",
    "ftp://a.org/": "must begin with https:// or http://",
    "https:///rss": "must begin with https:// or http://",
    "https://a.org:http/": "its host or port cannot be read",
    "https://[::1/": "its host or port cannot be read",
    "https://a b.org/": "look for a typing mistake in its host name or spaces",
    "https://a..org/": "look for a typing mistake in its host name or spaces",
    "https://news/": "look for a typing mistake in its host name or spaces",
    "https://1.2.3/": "look for a typing mistake in its host name or spaces",
    "https://me:secret@a.org/": "sources are read without logging in",
    "http://localhost:8000/": "add `allow_private: true`",
    "http://127.0.0.1/": "add `allow_private: true`",
    "http://[::1]/": "add `allow_private: true`",
    "http://192.168.1.4/": "add `allow_private: true`",
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_cannot_be_read_is_a_problem_at_its_place(
    tmp_path: Path, address: str
) -> None:
    problem = one(tmp_path, f'name: a\nurl: "{address}"')
    assert problem.startswith("3:10: url ")
    assert problem.endswith(ADDRESSES[address])
    assert "secret" not in problem


@pytest.mark.parametrize(
    "address",
    ["https://a.org", "http://a.org:8080/x?y=z#w", "https://bücher.example/ü", "HTTPS://A.ORG/"],
)
def test_ordinary_addresses_are_taken(tmp_path: Path, address: str) -> None:
    assert found(tmp_path, configs.source(f'name: a\nurl: "{address}"')) == []


@pytest.mark.parametrize("address", ["http://localhost:80/", "http://10.0.0.1/", "http://news/"])
def test_private_addresses_are_taken_when_allowed(tmp_path: Path, address: str) -> None:
    text = f'name: a\nurl: "{address}"\nallow_private: true'
    assert found(tmp_path, configs.source(text)) == []
    defaults = "defaults: {allow_private: true}\n"
    assert found(tmp_path, defaults + configs.source(f'name: a\nurl: "{address}"')) == []


def test_names_are_one_line_of_moderate_length(tmp_path: Path) -> None:
    assert (
        one(tmp_path, 'name: ""\nurl: https://a.org/') == '2:11: name "" is empty: give it a name'
    )
    assert one(tmp_path, "name: 007\nurl: https://a.org/") == (
        "2:11: name must be text, not a number: put it in quotes"
    )
    long = one(tmp_path, f"name: {'x' * 61}\nurl: https://a.org/")
    assert long == "2:11: name is longer than 60 characters"
    assert "one line" in one(tmp_path, 'name: " a"\nurl: https://a.org/')


def test_what_is_missing_is_told_at_its_entry_unless_a_mistyped_key_stands_for_it(
    tmp_path: Path,
) -> None:
    assert one(tmp_path, "name: a") == '2:5: "url" is missing: add it here'
    mistyped = one(tmp_path, "name: a\nulr: https://a.org/")
    assert mistyped == '3:5: "ulr" is not a key here; did you mean "url"?'


def test_an_entry_that_is_no_mapping_is_told_and_the_others_are_still_checked(
    tmp_path: Path,
) -> None:
    text = "sources:\n  - https://a.org/\n  - {name: b, url: x}\n"
    assert found(tmp_path, text) == [
        "2:5: an entry of sources must be a mapping (key: value), not text",
        "3:20: url is not a web address: it must begin with https:// or http://",
    ]


def test_wrong_defaults_and_settings_are_told_where_they_stand(tmp_path: Path) -> None:
    text = "defaults: {evry: 1h}\nsettings: {workers: 0, log_format: xml}\nsetings: {}\n"
    assert found(tmp_path, text + configs.SOURCES) == [
        '1:12: "evry" is not a key here; did you mean "every"?',
        "2:21: workers is too small: the least is 1",
        '2:36: log_format "xml" is not known; known are "auto", "text" and "json"',
        '3:1: "setings" is not a key here; did you mean "settings"?',
    ]


def test_the_same_address_twice_and_no_source_at_all_are_warnings(tmp_path: Path) -> None:
    text = configs.source(OK) + "  - {name: b, url: http://a.org}\n"
    config = configs.loaded(tmp_path, sources=text)
    assert configs.shortened(config.warnings, config.directory) == [
        "sources.yaml:4:20: this address is on line 3 already: it is read twice"
    ]
    config = configs.loaded(tmp_path, sources="sources: []\n")
    assert configs.shortened(config.warnings, config.directory) == [
        "sources.yaml:1:10: there is no source: nothing will be found"
    ]


@given(st.integers(min_value=1, max_value=999_999), st.sampled_from("smhd"))
def test_a_duration_reads_back_from_its_own_text(count: int, unit: str) -> None:
    value = duration(f"{count}{unit}")
    assert duration(duration_text(value)) == value


PLAIN = "watches:\n  - {name: words, keywords: {any: [rare earth]}, notify: [console]}\n"


@pytest.mark.parametrize(
    ("source", "watch", "warned"),
    [
        (f"{OK}\npages: likely", PLAIN, True),
        (f"{OK}\npages: all", PLAIN, False),
        (f"{OK}\npages: likely", PLAIN.replace("}\n", ", events: [partnership]}\n"), False),
        (f"{OK}\npages: likely", PLAIN.replace("}\n", ", sources: [a]}\n"), True),
        (f"{OK}\npages: likely", PLAIN.replace("earth]}", "earth], title_only: true}"), False),
    ],
)
def test_a_watch_on_plain_words_that_has_every_page_fetched_is_warned_of(
    tmp_path: Path, source: str, watch: str, warned: bool
) -> None:
    config = configs.loaded(tmp_path, sources=configs.source(source), keywords=watch)
    said = (
        'sources.yaml:4:12: every page is fetched all the same: the watch "words"'
        " looks for words in each"
    )
    assert configs.shortened(config.warnings, config.directory) == [said] * warned
