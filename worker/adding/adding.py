"""A new source behind an address: what is offered there, which of it to take, what it brings.

Feeds come first, then a sitemap for news, then the page itself as a listing, then any sitemap. What
is found is read before it is offered, and tried like any other source before it is written down.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from lxml import html

from pacts.errors import ConfigError, FetchError, FetchFailure, UsageError
from pacts.model import Item, Selectors, Source
from pacts.terms import SourceKind
from sources.candidates import Candidate
from sources.dates import EARLIEST
from sources.discover import find_feeds
from sources.entries import primary_tag, to_items
from sources.hops import without_credentials
from sources.http import Response, Web
from sources.maps import find_sitemaps, is_news, read_candidates
from sources.page import parse_page
from sources.propose import propose
from sources.resolve import is_numeric
from worker.adding.editing import NewSource, SourcesText
from worker.config.addresses import web_address
from worker.config.types import Config
from worker.life.runtime import load_config
from worker.trials.rehearsal import TriedItem, rehearse

Say = Callable[[str], None]

_USELESS: Final = frozenset({"www", "feeds", "rss", "com", "org", "net", "gov", "co", "int"})
_SLOW: Final = "30m"
"""How often pages and sitemaps are asked: they cost more than feeds, and have no better."""
_NO_PAGES: Final = {
    "application/pdf": "a PDF document",
    "application/msword": "a Word document",
    "application/vnd": "an office document",
    "application/zip": "an archive",
    "image/": "a picture",
    "video/": "a film",
    "audio/": "a sound file",
}
_ZONES: Final = {
    "ae": "Asia/Dubai", "am": "Asia/Yerevan", "ar": "America/Argentina/Buenos_Aires",
    "az": "Asia/Baku", "bd": "Asia/Dhaka", "by": "Europe/Minsk", "cl": "America/Santiago",
    "cn": "Asia/Shanghai", "co": "America/Bogota", "cu": "America/Havana", "cz": "Europe/Prague",
    "de": "Europe/Berlin", "dz": "Africa/Algiers", "eg": "Africa/Cairo", "es": "Europe/Madrid",
    "et": "Africa/Addis_Ababa", "fr": "Europe/Paris", "ge": "Asia/Tbilisi", "gh": "Africa/Accra",
    "gr": "Europe/Athens", "hu": "Europe/Budapest", "il": "Asia/Jerusalem", "in": "Asia/Kolkata",
    "ir": "Asia/Tehran", "it": "Europe/Rome", "jp": "Asia/Tokyo", "ke": "Africa/Nairobi",
    "kg": "Asia/Bishkek", "kh": "Asia/Phnom_Penh", "kr": "Asia/Seoul", "kz": "Asia/Almaty",
    "la": "Asia/Vientiane", "lk": "Asia/Colombo", "ma": "Africa/Casablanca", "mm": "Asia/Yangon",
    "my": "Asia/Kuala_Lumpur", "ng": "Africa/Lagos", "np": "Asia/Kathmandu", "pe": "America/Lima",
    "ph": "Asia/Manila", "pk": "Asia/Karachi", "pl": "Europe/Warsaw", "rs": "Europe/Belgrade",
    "ru": "Europe/Moscow", "sa": "Asia/Riyadh", "sg": "Asia/Singapore", "sn": "Africa/Dakar",
    "th": "Asia/Bangkok", "tj": "Asia/Dushanbe", "tn": "Africa/Tunis", "tr": "Europe/Istanbul",
    "tw": "Asia/Taipei", "tz": "Africa/Dar_es_Salaam", "ua": "Europe/Kyiv", "uk": "Europe/London",
    "uy": "America/Montevideo", "uz": "Asia/Tashkent", "ve": "America/Caracas",
    "vn": "Asia/Ho_Chi_Minh", "za": "Africa/Johannesburg",
}  # fmt: skip
"""Time zones of countries by the ends of their addresses, that of the capital where there are
several: what outlets of a country mean by a date without a zone."""


def _silent(_step: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Addition:
    """What was found behind an address, and what of it is taken."""

    choices: tuple[Candidate, ...]
    chosen: int
    """Counts from 1, as people do."""
    new: NewSource
    tried: tuple[TriedItem, ...]

    @property
    def candidate(self) -> Candidate:
        return self.choices[self.chosen - 1]


def look(
    address: str,
    web: Web,
    *,
    now: datetime,
    config: Config,
    file: SourcesText | None = None,
    name: str | None = None,
    pick: int | None = None,
    items: int = 3,
    say: Say = _silent,
) -> Addition:
    """Find what an address offers, choose, and try it.

    ``pick`` chooses another than the best, counted from 1; ``file`` is where it would be added.
    ``say`` hears of each step. Raises UsageError with what to do when nothing can be offered.
    """
    url = _address(address)
    _not_twice(url, file)
    # Asked as the service will ask it: a public one through the proxy, if there is one.
    private = not _is_public(url) or bool(file and file.defaults.get("allow_private") is True)
    asked = Source(name=address, kind=SourceKind.LISTING, url=url, allow_private=private)
    asked = replace(asked, time_zone=zone_of(url))
    say(f"asking {urlsplit(url).hostname}")
    answer = _page(asked, web)
    say("looking for feeds, sitemaps and lists")
    choices = _choices(answer, asked, web, now)
    if not choices:
        raise UsageError(f"{url}: {_advice(answer)}")
    if pick is not None and not 1 <= pick <= len(choices):
        offered = "is only 1 way" if len(choices) == 1 else f"are only {len(choices)} ways"
        raise UsageError(f"--pick {pick}: there {offered} to read it")
    chosen = choices[(pick or 1) - 1]
    _not_twice(chosen.url, file, others=len(choices) - 1)
    say(f"reading the newest {min(items, len(chosen.items))} of {len(chosen.items)} items")
    source = _source(chosen, asked, _language(chosen, answer))
    newest = _newest_first(chosen.items)[:items]
    tried = rehearse(source, newest, web, config, now=now)
    languages = [one.language for one in tried if one.language]
    if source.language is None and languages:
        source = replace(source, language=max(languages, key=languages.count))
    new = _new(chosen, source, name or name_of(chosen.url), file, now)
    return Addition(tuple(choices), pick or 1, new, tried)


def _address(text: str) -> str:
    """The address as typed, with https where no scheme was. Raises UsageError."""
    url = text if "://" in text else f"https://{text}"
    try:
        web_address(url, private=True)
    except ValueError as error:
        raise UsageError(f"{without_credentials(text)}: {error}") from None
    return url


def _not_twice(url: str, file: SourcesText | None, *, others: int = 0) -> None:
    place = file.place_of(url) if file else None
    if place:
        more = f"; another of the {others + 1} that are offered: --pick" if others else ""
        raise UsageError(f"{url}: this address is there already: {place}{more}")


def _page(asked: Source, web: Web) -> Response:
    """What is at the address. Raises UsageError when it cannot be had or is no page."""
    try:
        answer = web.get(asked, asked.url)
    except FetchError as error:
        raise UsageError(f"{asked.url}: {error.reason}{_help(error.failure)}") from error
    kind = next((what for start, what in _NO_PAGES.items() if start in answer.content_type), "")
    if answer.body.startswith(b"%PDF"):
        kind = _NO_PAGES["application/pdf"]
    if kind:
        raise UsageError(
            f"{asked.url}: this is {kind} and lists no news: give the page that links to it"
        )
    return answer


def _help(failure: FetchFailure) -> str:
    match failure:
        case FetchFailure.HOST_UNKNOWN:
            return ": is it spelt right?"
        case FetchFailure.BAD_ADDRESS:
            return ": a source inside your network is written by hand, with `allow_private: true`"
        case FetchFailure.TLS | FetchFailure.REFUSED:
            return ": if it has no https, write http:// in front of the address"
        case FetchFailure.NOT_FOUND | FetchFailure.GONE:
            return ": try the home page of the outlet"
        case FetchFailure.FORBIDDEN | FetchFailure.THROTTLED:
            return ": some sites refuse programs; another page or outlet may not"
        case _:
            return ""


def _advice(answer: Response) -> str:
    root = parse_page(answer.body, answer.content_type)
    text = root.text_content() if root is not None else ""
    if len(" ".join(text.split())) < 500 and answer.body.lower().count(b"<script"):
        return (
            "no feed, sitemap or list of news is there; the page seems to be put together by "
            "scripts, which are not run: look for its feed, or for a page with plain links"
        )
    return (
        "no feed, sitemap or list of news is there: give the page that lists the news, or write "
        "a source of kind listing with selectors of your own (docs/configuration.md)"
    )


# --- choices -------------------------------------------------------------------------------


def _choices(answer: Response, asked: Source, web: Web, now: datetime) -> list[Candidate]:
    own = _own_sitemap(answer, asked, web, now)
    if own:
        return own
    feeds = find_feeds(answer, asked, web, now=now)
    if feeds:
        return feeds
    maps = find_sitemaps(answer.url, asked, web, now=now)
    lists = _lists(answer, asked, now)
    news = [one for one in maps if is_news(one)]
    return [*news[:1], *lists, *[one for one in maps if one not in news][:1]]


def _own_sitemap(answer: Response, asked: Source, web: Web, now: datetime) -> list[Candidate]:
    """The sitemap that the address itself is."""
    start = answer.body[:2_000].lower()
    if b"<urlset" not in start and b"<sitemapindex" not in start:
        return []
    return read_candidates(answer.url, "the address itself", asked, web, now=now)


def _lists(answer: Response, asked: Source, now: datetime) -> list[Candidate]:
    found = propose(answer.body, answer.content_type, answer.url, zone=asked.time_zone, now=now)
    title = _page_title(parse_page(answer.body, answer.content_type))
    return [
        Candidate(
            kind=SourceKind.LISTING,
            url=answer.url,
            title=title,
            found="guessed from what repeats on the page",
            items=to_items(one.entries, replace(asked, url=answer.url), answer.url, now=now),
            select=one.select,
        )
        for one in found
    ]


def _page_title(root: html.HtmlElement | None) -> str:
    return " ".join((root.findtext(".//title") or "").split())[:100] if root is not None else ""


# --- what is written down ------------------------------------------------------------------


def _language(chosen: Candidate, answer: Response) -> str | None:
    if chosen.language:
        return chosen.language
    root = parse_page(answer.body, answer.content_type) if chosen.select else None
    return primary_tag(root.get("lang")) if root is not None else None


def _newest_first(items: Sequence[Item]) -> list[Item]:
    """By their dates; the order of the list where one has none."""
    if any(item.published is None for item in items):
        return list(items)
    return sorted(items, key=lambda item: item.published or EARLIEST, reverse=True)


def _source(chosen: Candidate, asked: Source, language: str | None) -> Source:
    return replace(asked, kind=chosen.kind, url=chosen.url, select=chosen.select, language=language)


def _new(
    chosen: Candidate, source: Source, name: str, file: SourcesText | None, now: datetime
) -> NewSource:
    """The entry; what the defaults of the file say already is left out."""
    defaults = {"time_zone": "UTC", "allow_private": False} | (file.defaults if file else {})
    fields: dict[str, Any] = {"name": name}
    if chosen.kind is not SourceKind.FEED:
        fields["kind"] = chosen.kind.value
    fields["url"] = chosen.url
    if chosen.kind is not SourceKind.FEED:
        fields["every"] = _SLOW
    fields |= {"language": source.language, "time_zone": source.time_zone}
    if chosen.select is not None:
        fields["select"] = _select(chosen.select)
    fields["allow_private"] = not _is_public(chosen.url)
    kept = {key: v for key, v in fields.items() if v is not None and v != defaults.get(key)}
    guessed = "; look at the selectors now and then" if chosen.select else ""
    return NewSource(kept, comment=f"{chosen.found}, {now:%Y-%m-%d}{guessed}")


def _select(select: Selectors) -> dict[str, str]:
    names = ("item", "link", "title", "date", "summary")
    return {name: value for name in names if (value := getattr(select, name)) is not None}


def _is_public(url: str) -> bool:
    try:
        web_address(url, private=False)
    except ValueError:
        return False
    return True


def zone_of(url: str) -> str:
    """The time zone that an outlet's country has, by the end of its address; else UTC."""
    return _ZONES.get((urlsplit(url).hostname or "").rpartition(".")[2], "UTC")


def name_of(url: str) -> str:
    """A short name from an address: ``https://www.un.org/news/rss.xml`` becomes ``un``."""
    host = urlsplit(url).hostname or "source"
    if is_numeric(host):
        return slug(host)
    parts = [part for part in host.split(".") if part not in _USELESS]
    return slug("-".join(parts[:-1] or parts)) or "source"


def slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:40]


def config_of(directory: Path) -> Config:
    """The configuration; the defaults where it cannot be read: adding works without channels."""
    try:
        return load_config(directory)
    except ConfigError:
        return Config((), (), (), directory=directory)
