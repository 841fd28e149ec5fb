"""The five seeds as pages: what matters is kept, what others say is not."""

from __future__ import annotations

import random

import pytest
from fakeweb import FakeWeb
from seedsite import Seed, SeedSite, load_seeds, render, skip_reason
from sourcekit import NOW, door

from pacts.model import Validators
from sources.article import article_from_html, read_article
from sources.fetch import list_items

pytestmark = pytest.mark.skipif(skip_reason() is not None, reason=str(skip_reason()))

SEEDS = load_seeds() if skip_reason() is None else []
SIGNATURES = {"Source: Vietnam Business Forum"}


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(params=SEEDS, ids=lambda seed: seed.id)
def seed(request: pytest.FixtureRequest) -> Seed:
    assert isinstance(request.param, Seed)
    return request.param


def text_of(seed: Seed) -> str:
    return article_from_html(render(seed).encode(), url=f"http://h.org{seed.path}", now=NOW).text


def test_every_paragraph_heading_item_and_caption_is_there(seed: Seed) -> None:
    text = text_of(seed)
    missing = {words for _, words in seed.blocks if squeezed(words) not in text}
    assert missing <= SIGNATURES
    assert squeezed(seed.lead) in text
    assert text.startswith(f"{squeezed(seed.title)}\n\n")


def test_they_stand_in_the_order_of_the_page(seed: Seed) -> None:
    wanted = [squeezed(words) for _, words in seed.blocks if words not in SIGNATURES]
    lines = [line.removeprefix("- ") for line in text_of(seed).split("\n") if line]
    assert [line for line in lines if line in set(wanted)] == list(dict.fromkeys(wanted))


def test_nothing_of_other_articles_navigation_or_spam_is_there(seed: Seed) -> None:
    text = text_of(seed)
    assert not [words for words in seed.related if squeezed(words) in text]
    lines = set(text.split("\n"))
    assert not [place for place in seed.nav if place in lines or f"- {place}" in lines]
    assert "Uruguay" not in text
    assert not seed.spam or seed.spam not in text
    assert "Copyright" not in text


def test_lists_stay_lists() -> None:
    seed = next(seed for seed in SEEDS if seed.id == "seed-003")
    text = text_of(seed)
    assert all(f"\n- {squeezed(words)}" in text for kind, words in seed.blocks if kind == "li")


def test_the_site_lists_each_seed_once_with_its_time_and_trust() -> None:
    with SeedSite() as site, door() as web:
        for seed, outlet in zip(site.seeds, site.sources, strict=True):
            listing = list_items(outlet, web, Validators(), now=NOW)
            (item,) = listing.items
            article = read_article(item, outlet, web, now=NOW)
            assert (article.url, article.trust) == (site.urls[seed.id], seed.trust)
            assert article.published == seed.published.replace(second=article.published.second)
            assert article.title == squeezed(seed.title)
            assert list_items(outlet, web, listing.validators, now=NOW).unchanged


def test_any_order_of_reading_gives_the_same_articles() -> None:
    with SeedSite(FakeWeb()) as site, door() as web:
        pairs = [
            (list_items(outlet, web, Validators(), now=NOW).items[0], outlet)
            for outlet in site.sources
        ]
        first = {item.url: read_article(item, outlet, web, now=NOW) for item, outlet in pairs}
        random.Random(5).shuffle(pairs)
        for item, outlet in pairs:
            assert read_article(item, outlet, web, now=NOW) == first[item.url]
