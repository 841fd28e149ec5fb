"""What counts as the same item: the rules, and that nothing distinct is ever taken for known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacts.identity import alike, page_name
from pacts.model import Article, Item
from storage.records import Remembered
from worker.journey.memory import Look, Met, look_of, recognise, same_item, twin

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)
SAID = "The two governments signed it in the presence of their ministers on Tuesday."

names = st.frozensets(st.integers(0, 5), max_size=2)
titles = st.none() | st.sampled_from(["Kenya and Fiji sign", "Kenya, Fiji sign", "Rain", ""])
moments = st.none() | st.sampled_from([NOON, NOON + timedelta(hours=1)])
looks = st.builds(Look, names, names, names, titles, moments)
items = st.builds(
    Item,
    st.just("wire"),
    st.sampled_from("abc"),
    st.just(""),
    st.sampled_from(["Kenya and Fiji sign", "Kenya and Fiji have signed", "Rain at the coast"]),
    st.sampled_from(["", SAID]),
    moments,
    guid=st.sampled_from(["", "1", "2", "3"]),
    address=st.sampled_from(["", "x.example/1", "x.example/2"]),
)


def an_item(guid: str = "g1", address: str = "x.example/1", **fields: object) -> Item:
    given = {"title": "Kenya and Fiji sign fisheries agreement", "summary": SAID} | fields
    return Item(source="wire", key=guid or address, url="", guid=guid, address=address,
                published=given.pop("published", NOON), **given)  # type: ignore[arg-type]  # fmt: skip


def stored(item: Item, number: int = 1) -> Remembered:
    look = look_of(item)
    return Remembered(number, item.key, look.guids, look.addresses, look.words, item.title,
                      published=item.published)  # fmt: skip


def met(listed: Sequence[Item], *known: Item) -> Met:
    return recognise(listed, {}, [stored(item, number) for number, item in enumerate(known, 1)])


OTHER = "Storm closes the port of Suva for a week"
LATER = NOON + timedelta(days=3)


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"title": OTHER, "published": LATER, "summary": ""}, True),  # a page that lives on
        ({"guid": "g2"}, True),
        (
            {"guid": "g2", "title": "Kenya, Fiji sign fisheries deal", "published": LATER},
            True,
        ),
        ({"guid": "g2", "title": OTHER, "published": LATER}, False),  # a page used again
        ({"guid": "", "title": OTHER, "published": LATER}, True),
        ({"address": "x.example/2"}, True),
        ({"address": "x.example/2", "title": OTHER}, True),  # rewritten, with the same time
        ({"address": "x.example/2", "title": OTHER, "published": LATER}, False),
        ({"address": "", "title": OTHER, "published": LATER}, False),  # guids that count places
        ({"guid": "g2", "address": "x.example/2"}, True),  # the same words at the same time
        ({"guid": "g2", "address": "x.example/2", "published": LATER}, False),
        ({"guid": "g2", "address": "x.example/2", "summary": "Watch"}, False),
    ],
)
def test_the_table_of_rules_holds(change: dict[str, object], same: bool) -> None:
    listed = an_item(**change)  # type: ignore[arg-type]
    assert (met([listed], an_item()).new == ()) is same


@given(looks, looks)
def test_being_the_same_item_is_symmetric(one: Look, other: Look) -> None:
    assert same_item(one, other) == same_item(other, one)


@given(looks, looks)
def test_what_shares_no_name_is_never_the_same_item(one: Look, other: Look) -> None:
    if not one.names & other.names:
        assert not same_item(one, other)


@given(st.lists(items, max_size=6), st.lists(items, max_size=6))
def test_every_listed_item_is_new_known_or_a_double_and_keys_stay_unique(
    listed: list[Item], before: list[Item]
) -> None:
    known = recognise(before, {}, ()).new
    found = met(listed, *known)
    keys = [item.key for item in (*known, *found.new)]
    assert len(set(keys)) == len(keys)
    assert {item.key for item, _ in found.changed} <= {item.key for item in known}
    assert len(found.new) + len(found.changed) <= len(listed)


@given(st.lists(items, max_size=6))
def test_a_listing_that_was_stored_has_nothing_new_in_any_order(listed: list[Item]) -> None:
    known = recognise(listed, {}, ()).new
    assert met(list(known), *known).new == ()
    assert met(list(reversed(known)), *known).new == ()


@given(st.lists(items, min_size=1, max_size=6))
def test_what_differs_from_all_that_is_known_in_every_name_is_new(known: list[Item]) -> None:
    apart = an_item("other", "x.example/other", title=OTHER, summary=SAID[::-1])
    assert met([apart], *recognise(known, {}, ()).new).new == (apart,)


def test_an_item_known_by_another_name_keeps_the_key_under_which_it_is_stored() -> None:
    moved = an_item("g2")
    ((item, row),) = met([moved], an_item()).changed
    assert (item.key, row.id) == ("g1", 1)
    assert item == replace(moved, key="g1")


def test_an_item_whose_key_is_taken_is_found_again_under_its_longer_key() -> None:
    bare = Item("wire", "g1", "", "Rain", "")
    (new,) = met([bare], an_item()).new
    assert new.key.startswith("g1#")
    again = met([replace(bare, summary="More rain")], an_item(), new)
    assert [item.key for item, _ in again.changed] == [new.key]


def test_an_item_listed_twice_counts_once_and_is_no_edit_of_itself() -> None:
    twice = [an_item("g1"), an_item("g2")]
    assert [item.guid for item in met(twice).new] == ["g1"]
    assert len(met(twice, an_item()).changed) == 1
    assert recognise(twice, {0: 1}, [stored(an_item())]) == Met((), (), 1)


def test_of_several_that_could_be_meant_the_one_with_more_names_is() -> None:
    first, second = an_item("g1"), an_item("g2", title=OTHER, published=LATER)
    ((_, row),) = met([second], first, second).changed
    assert row.id == 2


def test_what_was_stored_before_there_were_names_is_known_by_its_key() -> None:
    assert recognise([an_item()], {}, [Remembered(7, "g1")]).new == ()
    (new,) = recognise([an_item()], {}, [Remembered(7, "g1", title="Rain")]).new
    assert new.key.startswith("g1#")


SIGN = "Kenya and Fiji sign agreement on visas"
EDITED = "Visas: Kenya, Fiji have signed an agreement"
WALL = "Subscribe to go on reading. Readers who have an account can log in here. " * 9
NEWS = "In Suva on Tuesday the ministers of Kenya and Fiji signed an agreement that ends visas."


def told(title: str, body: str) -> Article:
    return Article("wire", "k", "", title, Article.compose(title, body))


@pytest.mark.parametrize("body", [WALL, NEWS])
def test_the_same_text_under_the_same_title_is_one_article(body: str) -> None:
    assert twin(told(SIGN, body), [(3, OTHER), (4, SIGN.upper())]) == 4


def test_a_text_that_tells_what_both_titles_say_is_one_article() -> None:
    assert twin(told(SIGN, NEWS), [(4, EDITED)]) == 4
    news = "秘鲁和加纳12日在利马签署渔业协议,两国外长出席了签字仪式。"
    assert twin(told("秘鲁和加纳签署渔业协议", news), [(4, "秘鲁加纳签署渔业协议")]) == 4


@pytest.mark.parametrize("other", [EDITED, "Kenya and Fiji sign agreement on fish", OTHER])
def test_a_wall_before_every_article_does_not_make_them_one(other: str) -> None:
    assert twin(told(SIGN, WALL), [(4, other)]) is None


def test_a_text_that_stands_under_another_title_as_well_is_no_news() -> None:
    assert twin(told(SIGN, NEWS), [(3, OTHER), (4, EDITED)]) is None


@pytest.mark.parametrize(
    "other",
    [
        "http://www.x.example/news/1",
        "https://m.x.example/news/1/",
        "https://x.example:443/news/1/index.html?utm_source=rss&fbclid=3",
        "https://amp.x.example/news/1/amp/?amp=1",
        "https://x.example/news/1;jsessionid=AB12?PHPSESSID=9&ref=rss",
    ],
)
def test_one_page_has_one_name_in_all_its_forms(other: str) -> None:
    assert page_name(other) == page_name("https://x.example/news/1")


@pytest.mark.parametrize(
    "other",
    ["https://x.example/news/2", "https://x.example/news/1?page=2", "https://y.example/news/1",
     "https://x.example/news/1?ref=12", "https://x.example:8080/news/1", "https://x.example/"],
)  # fmt: skip
def test_two_pages_have_two_names(other: str) -> None:
    assert page_name(other) != page_name("https://x.example/news/1")


@pytest.mark.parametrize(
    "front",
    [
        "https://x.example",
        "http://www.x.example/?utm_source=rss",
        "https://x.example/index.html",
        "",
        "http://[",
        "mailto:a@b",
    ],
)
def test_a_front_page_is_the_address_of_nothing_in_particular(front: str) -> None:
    assert page_name(front) == ""


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_of_titles_is_symmetric_and_every_title_is_like_itself(a: str, b: str) -> None:
    assert alike(a, a)
    assert alike(a, b) == alike(b, a)


def test_titles_are_compared_in_scripts_without_spaces_too() -> None:
    assert alike("中国与东盟签署自由贸易协定", "中国与东盟签署自贸协定")
    assert not alike("中国与东盟签署自由贸易协定", "国防部举行例行记者会")
