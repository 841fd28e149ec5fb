"""A source whose address leads elsewhere, and one whose domain has no outlet any more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fakeweb import FakeWeb
from sourcekit import NOW, door, fails, rss, source

from pacts.errors import FetchError, FetchFailure
from pacts.model import Listing, Selectors, Validators
from pacts.terms import SourceKind
from sources.fetch import list_items
from sources.http import Web
from sources.moves import new_home
from sources.parked import is_parked

FEED = rss("<title>Kenya and Fiji sign</title><guid>1</guid>")
FOR_SALE = """<!doctype html><title>outlet.example</title><body><h1>outlet.example</h1>
<p>This domain is for sale. Contact the owner for a price.</p></body>"""


@pytest.fixture
def web() -> Iterator[FakeWeb]:
    with FakeWeb() as web:
        yield web


@pytest.fixture
def elsewhere() -> Iterator[FakeWeb]:
    with FakeWeb(host="127.0.0.2") as web:
        web.serve("/feed", FEED, "application/rss+xml", etag='"1"')
        yield web


@pytest.fixture
def out() -> Iterator[Web]:
    with door() as out:
        yield out


def polled(web: FakeWeb, out: Web, path: str = "/old") -> Listing:
    return list_items(source(web.url(path)), out, Validators(), now=NOW)


@pytest.mark.parametrize("status", [301, 308])
def test_a_permanent_redirect_to_another_host_is_a_new_home(
    web: FakeWeb, elsewhere: FakeWeb, out: Web, status: int
) -> None:
    web.redirect("/old", elsewhere.url("/feed"), status=status)
    listing = polled(web, out)
    assert (listing.moved_to, len(listing.items)) == (elsewhere.url("/feed"), 1)


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_passing_redirect_is_none(
    web: FakeWeb, elsewhere: FakeWeb, out: Web, status: int
) -> None:
    web.redirect("/old", elsewhere.url("/feed"), status=status)
    assert polled(web, out).moved_to is None


def test_what_follows_a_passing_redirect_is_not_for_good(
    web: FakeWeb, elsewhere: FakeWeb, out: Web
) -> None:
    web.redirect("/old", web.url("/middle"), status=302)
    web.redirect("/middle", elsewhere.url("/feed"), status=301)
    assert polled(web, out).moved_to is None
    web.redirect("/old", elsewhere.url("/middle"), status=301)
    elsewhere.redirect("/middle", web.url("/end"), status=302)
    web.serve("/end", FEED, "application/rss+xml")
    assert polled(web, out).moved_to == elsewhere.url("/middle")


def test_a_new_path_on_the_same_host_is_no_new_home(web: FakeWeb, out: Web) -> None:
    web.redirect("/old", web.url("/new"), status=301)
    web.serve("/new", FEED, "application/rss+xml")
    assert polled(web, out).moved_to is None


def test_a_moved_feed_that_has_not_changed_has_moved_all_the_same(
    web: FakeWeb, elsewhere: FakeWeb, out: Web
) -> None:
    web.redirect("/old", elsewhere.url("/feed"), status=301)
    known = polled(web, out).validators
    again = list_items(source(web.url("/old")), out, known, now=NOW)
    assert (again.unchanged, again.moved_to) == (True, elsewhere.url("/feed"))


def test_credentials_and_keys_are_not_repeated(web: FakeWeb, elsewhere: FakeWeb, out: Web) -> None:
    target = elsewhere.url("/feed").replace("//", "//user:secret@")
    web.redirect("/old", target, status=301)
    assert polled(web, out).moved_to == elsewhere.url("/feed")
    key = "http://a.example/feed?key=secret"
    assert new_home(key, "https://b.example/feed?key=secret#x") == "https://b.example/feed"
    assert new_home(key, "https://b.example/?feed=rss") == "https://b.example/?feed=rss"


@pytest.mark.parametrize(
    "new", [None, "https://a.example/feed", "https://www.a.example/f", "http://A.example:80/feed"]
)
def test_the_same_host_by_another_scheme_or_with_www_is_home(new: str | None) -> None:
    assert new_home("http://a.example/feed", new) is None


@pytest.mark.parametrize("kind", list(SourceKind)[:3])
def test_a_parked_domain_is_told_from_a_feed_that_moved(
    web: FakeWeb, out: Web, kind: SourceKind
) -> None:
    web.serve("/old", FOR_SALE)
    select = Selectors("article.teaser") if kind is SourceKind.LISTING else None
    with fails(FetchFailure.PARKED):
        list_items(source(web.url("/old"), kind, select=select), out, Validators(), now=NOW)
    web.serve("/old", "<!doctype html><title>News</title><h1>Welcome to our new site</h1>")
    with pytest.raises(FetchError, match=r"not a feed|not a sitemap|looks like an item"):
        list_items(source(web.url("/old"), kind, select=select), out, Validators(), now=NOW)


@pytest.mark.parametrize(
    "said",
    [
        "The domain name outlet.example is for sale!",
        "Buy this domain today",
        "This domain has expired. Is it yours? Renew it now.",
        "This website has been suspended. Contact your hosting provider.",
        "outlet.example is parked free, courtesy of the registrar",
        "Домен outlet.example продаётся",
        "Срок регистрации домена истёк",
        "Tên miền này đang được rao bán",
        "Tên miền đã hết hạn",
        "您访问的域名正在出售",
        "该域名已过期",
        "El dominio está en venta",
        "Ce nom de domaine est à vendre",
        "<script>window.location.href = 'https://www.hugedomains.com/domain?x=1'</script>",
        "<iframe src='https://ww1.sedoparking.com/frame'></iframe>",
    ],
)
def test_what_parked_pages_say_is_known_in_six_languages(said: str) -> None:
    page = f"<!doctype html><title>outlet</title><body><div>{said}</div></body>"
    assert is_parked(page.encode(), "text/html; charset=utf-8", "http://outlet.example/")


@pytest.mark.parametrize(
    "said",
    [
        "Welcome to our new site",
        "This page is no longer available. Return to the home page.",
        "The public domain is available to all authors.",
        "Владения продаются на торгах",
        "Access denied. Please enable cookies.",
        "<script>var text = 'this domain is for sale'</script>News of the day",
        "<p>The firm said that the domain is for sale.</p>" + "<p>Rain all day.</p>" * 400,
    ],
)
def test_other_pages_are_not_called_parked(said: str) -> None:
    page = f"<!doctype html><title>outlet</title><body>{said}</body>"
    assert not is_parked(page.encode(), "text/html; charset=utf-8", "http://outlet.example/")


def test_a_page_of_a_trader_in_domains_is_parked_whatever_it_says() -> None:
    assert is_parked(b"<p>Hello", "text/html", "https://www.hugedomains.com/x")
    assert not is_parked(b"<p>Hello", "text/html", "https://[broken/x")
