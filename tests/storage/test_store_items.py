from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storyparts import NOW, SOURCES, an_article, an_item, at, unseen

from pacts.errors import StoreError
from pacts.model import Article, Item
from pacts.terms import Trust
from storage.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pactwatch.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as store:
        store.register_sources(SOURCES, NOW)
        yield store


def row_of(path: Path, key: str) -> dict[str, object]:
    conn = sqlite3.connect(path)
    conn.row_factory = sqlite3.Row
    found = conn.execute("SELECT * FROM items WHERE key = ?", (key,)).fetchone()
    conn.close()
    return dict(found)


def test_unseen_keeps_the_order_and_drops_what_is_known_and_doubles(store: Store) -> None:
    store.add_article(an_article("2"), now=NOW, baseline=False)
    listed = [an_item("3"), an_item("2"), an_item("1"), an_item("3", title="Title 3 again")]
    assert unseen(store, listed) == [an_item("3"), an_item("1")]
    assert unseen(store, []) == []


def test_the_same_key_in_two_sources_is_two_items(store: Store) -> None:
    store.add_article(an_article("1", "alpha"), now=NOW, baseline=False)
    assert unseen(store, source="beta", items=[an_item("1", "beta")]) == [an_item("1", "beta")]
    assert unseen(store, source="never registered", items=[an_item()]) == [an_item()]


def test_more_items_than_sql_takes_variables_are_asked_for_at_once(store: Store) -> None:
    store.add_article(an_article("7"), now=NOW, baseline=False)
    listed = [an_item(str(number)) for number in range(40_000)]
    assert len(unseen(store, listed)) == 39_999


def test_what_waits_for_another_try_is_counted_by_source_with_the_latest_reason(
    store: Store,
) -> None:
    assert store.unread() == {}
    store.put_off(an_item("1"), reason="too slow", now=NOW, next_try=at(1))
    store.put_off(an_item("2"), reason="no text", now=NOW, next_try=at(2))
    store.put_off(an_item("3"), reason="gone", now=NOW, next_try=at(1))
    store.give_up(an_item("3"), reason="gone", now=NOW)
    assert store.unread() == {"alpha": (2, "no text")}


def test_an_item_put_off_comes_back_whole_when_its_time_has_come(store: Store) -> None:
    item = an_item(
        summary="what the feed says", content="<p>HTML</p>", published=at(-5), language="vi"
    )
    assert store.put_off(item, reason="the page is empty", now=NOW, next_try=at(10)) == 1
    assert store.put_off_items("alpha", at(9)) == []
    assert store.put_off_items("alpha", at(10)) == [(item, 1)]
    assert store.put_off_items("beta", at(10)) == []
    assert unseen(store, [item]) == []


def test_each_failure_counts_and_moves_the_next_try(store: Store) -> None:
    for attempt in (1, 2, 3):
        failed = store.put_off(an_item(), reason="x", now=NOW, next_try=at(10 * attempt))
        assert failed == attempt
    assert store.put_off_items("alpha", at(29)) == []
    assert store.put_off_items("alpha", at(30)) == [(an_item(), 3)]


def test_items_put_off_come_back_the_longest_due_first(store: Store) -> None:
    for key, due in (("1", 3), ("2", 1), ("3", 2)):
        store.put_off(an_item(key), reason="x", now=NOW, next_try=at(due))
    assert [item.key for item, _ in store.put_off_items("alpha", at(3))] == ["2", "3", "1"]


def test_an_item_put_off_is_settled_by_its_article(store: Store, path: Path) -> None:
    store.put_off(an_item(content="<p>HTML</p>"), reason="empty", now=NOW, next_try=at(1))
    item_id = store.add_article(an_article(), now=at(2), baseline=False)
    assert store.put_off_items("alpha", at(99)) == []
    assert store.article(item_id) == an_article()
    row = row_of(path, "1")
    assert (row["state"], row["reason"], row["next_try"], row["content"]) == (
        "seen",
        None,
        None,
        None,
    )
    assert row["attempts"] == 1


def test_a_settled_item_is_not_put_off_again(store: Store) -> None:
    item_id = store.add_article(an_article(), now=NOW, baseline=False)
    store.put_off(an_item(), reason="late", now=at(1), next_try=at(2))
    assert store.put_off_items("alpha", at(99)) == []
    assert store.article(item_id) == an_article()


def test_an_item_given_up_is_seen_with_the_reason_and_reads_as_title_and_summary(
    store: Store, path: Path
) -> None:
    item = an_item(summary="Two states sign.", published=at(-5), language="en")
    store.put_off(item, reason="empty", now=NOW, next_try=at(1))
    store.give_up(item, reason="empty for the sixth time", now=at(2))
    assert unseen(store, [item]) == []
    assert store.put_off_items("alpha", at(99)) == []
    row = row_of(path, "1")
    assert (row["state"], row["reason"], row["attempts"]) == (
        "unreadable",
        "empty for the sixth time",
        2,
    )
    ((item_id, article),) = store.articles()
    assert item_id == row["id"]
    assert article.text == "Title 1\n\nTwo states sign."
    assert (article.published, article.language, article.trust) == (at(-5), "en", Trust.ALLOWED)


@pytest.mark.parametrize("article_first", [True, False])
def test_an_item_given_up_keeps_the_text_that_was_judged_in_either_order(
    store: Store, path: Path, article_first: bool
) -> None:
    judged = an_article(text="Title 1\n\nthe summary", trust=Trust.HOLD)
    if article_first:
        item_id = store.add_article(judged, now=NOW, baseline=False)
        store.give_up(an_item(), reason="never came", now=NOW)
    else:
        store.give_up(an_item(), reason="never came", now=NOW)
        item_id = store.add_article(judged, now=NOW, baseline=False)
    assert store.article(item_id) == judged
    row = row_of(path, "1")
    assert (row["state"], row["reason"]) == ("unreadable", "never came")


def test_adding_an_article_again_changes_nothing_so_that_evidence_stays_true(
    store: Store, path: Path
) -> None:
    first = store.add_article(an_article(), now=NOW, baseline=True)
    before = row_of(path, "1")
    again = store.add_article(an_article(text="edited"), now=at(5), baseline=False)
    assert again == first
    assert row_of(path, "1") == before
    assert before["text_hash"] == hashlib.sha256(an_article().text.encode()).hexdigest()


def test_an_item_met_in_the_silent_first_poll_stays_marked_as_such(store: Store) -> None:
    store.put_off(an_item("1"), reason="x", now=NOW, next_try=at(1))
    store.poll_succeeded(
        "alpha", validators=store.source_state("alpha").validators, now=NOW, next_check=at(1)
    )
    store.put_off(an_item("2"), reason="x", now=at(1), next_try=at(2))
    store.put_off(an_item("1"), reason="x", now=at(1), next_try=at(2))
    assert store.first_met(an_item("1")) == (NOW, True)
    assert store.first_met(an_item("2")) == (at(1), False)
    assert store.first_met(an_item("never met")) is None


def test_articles_come_in_the_order_of_their_items_across_pages(store: Store) -> None:
    with store.transaction():
        for number in range(450):
            store.add_article(an_article(str(number)), now=at(number), baseline=False)
    store.put_off(an_item("waiting"), reason="x", now=NOW, next_try=NOW)
    assert [article.key for _, article in store.articles()] == [str(n) for n in range(450)]
    since = store.articles(since=at(200), limit=205)
    assert [article.key for _, article in since] == [str(n) for n in range(200, 405)]
    assert list(store.articles(limit=0)) == []
    assert list(store.articles(since=at(9999))) == []


def test_the_store_is_free_while_articles_are_read(store: Store) -> None:
    for number in range(3):
        store.add_article(an_article(str(number)), now=NOW, baseline=False)
    for _, article in store.articles():
        if article.key == "0":
            store.add_article(an_article("later"), now=NOW, baseline=False)
    assert store.source_state("alpha").items == 4


@pytest.mark.parametrize("waiting", [True, False])
def test_an_article_that_is_not_there_is_an_error(store: Store, waiting: bool) -> None:
    if waiting:
        store.put_off(an_item(), reason="x", now=NOW, next_try=NOW)
    with pytest.raises(StoreError, match="no article 1"):
        store.article(1)


def test_texts_that_sqlite_cannot_hold_are_cleaned_one_for_one(store: Store) -> None:
    dirty = an_article(
        key="k\x00\ud800",
        title="T\udfff",
        text="a\x00b\ud83d\ude00c",
        url="u\x00",
        language="e\x00",
    )
    item_id = store.add_article(dirty, now=NOW, baseline=False)
    store.remember(an_item("k\x00\ud800"))
    article = store.article(item_id)
    assert article.text == "a\ufffdb\ufffd\ufffdc"
    assert (article.title, article.url, article.language) == ("T\ufffd", "u\ufffd", "e\ufffd")
    assert unseen(store, [an_item("k\x00\ud800")]) == []
    bad = an_item("\ud801", title="\x00", summary="\x00", content="\udddd", url="\x00")
    store.put_off(bad, reason="\x00\ud801", now=NOW, next_try=NOW)
    assert [item.title for item, _ in store.put_off_items("alpha", NOW)] == ["\ufffd"]


def test_a_time_without_a_zone_or_before_the_calendar_is_refused(store: Store) -> None:
    naive = NOW.replace(tzinfo=None)
    before_the_calendar = datetime.min.replace(tzinfo=timezone(timedelta(hours=7)))
    for time in (naive, before_the_calendar):
        with pytest.raises(StoreError, match="cannot be stored"):
            store.add_article(an_article(published=time), now=NOW, baseline=False)
    assert unseen(store, [an_item()]) == [an_item()]


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
keys = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1)
offsets = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
times = st.none() | st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=offsets)  # noqa: DTZ001


def test_articles_and_items_come_back_equal(store: Store) -> None:
    @settings(max_examples=60)
    @given(
        article=st.builds(
            Article, st.just("alpha"), keys, texts, texts, texts, times, st.none() | texts
        ),
        item=st.builds(
            Item, st.just("beta"), keys, texts, texts, texts, times, st.none() | texts, texts
        ),
    )
    def check(article: Article, item: Item) -> None:
        if unseen(store, [an_item(article.key)]):
            item_id = store.add_article(article, now=NOW, baseline=False)
            assert store.article(item_id) == article
        for new in unseen(store, source="beta", items=[item]):
            store.put_off(new, reason="x", now=NOW, next_try=NOW)
            kept = replace(new, guid="")  # a name, which is kept among the names
            assert (kept, 1) in store.put_off_items("beta", NOW)
        assert unseen(store, [an_item(article.key)]) == []
        assert unseen(store, source="beta", items=[item]) == []

    check()


def test_what_waits_for_another_try_is_tried_where_it_is_listed_now(store: Store) -> None:
    store.put_off(an_item(), reason="x", now=NOW, next_try=NOW)
    store.remember(an_item(url="https://alpha.example/moved", title="Moved", summary="s"))
    ((item, _),) = store.put_off_items("alpha", NOW)
    assert (item.url, item.title, item.summary) == ("https://alpha.example/moved", "Moved", "s")


def test_names_that_were_given_away_are_found_with_their_new_item(store: Store) -> None:
    for key in ("1", "2"):
        store.add_article(an_article(key), now=NOW, baseline=False)
        store.remember(an_item(key))
    store.give_names(an_item("2"), 1)
    found = [one.id for one in store.sharing("alpha", [an_item("9", guid="2")])]
    assert found == [1]
    assert store.as_before("alpha", [an_item("1"), an_item("2")]) == {0: 1}


def test_an_item_has_so_many_names_of_a_kind_and_no_more(store: Store) -> None:
    store.add_article(an_article(), now=NOW, baseline=False)
    for number in range(20):
        store.remember(an_item("1", guid=f"made-anew-{number}"))
    (known,) = store.sharing("alpha", [an_item("1")])
    assert len(known.guids) == 8
