"""One poll of a source, whatever its kind."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from pacts.errors import FetchError, FetchFailure
from pacts.model import Listing, Source, Validators
from pacts.terms import SourceKind
from sources.entries import Entry, to_items
from sources.http import Response, Web
from sources.moves import new_home
from sources.parked import is_parked
from sources.robots import MAX_DELAY

_NOT_WHAT_IT_WAS: Final = frozenset(
    {FetchFailure.NOT_A_FEED, FetchFailure.NOT_A_SITEMAP, FetchFailure.NO_ITEMS}
)


def list_items(source: Source, web: Web, validators: Validators, *, now: datetime) -> Listing:
    """What the source lists now, in its order, with the validators to keep.

    ``unchanged`` when the server says so or the body is the one of last time: then nothing is
    parsed. An empty feed is an empty tuple, not an error. Raises FetchError.
    """
    if source.kind is SourceKind.FOLDER:
        from sources.folder import list_folder  # late: each kind loads its own libraries

        return list_folder(source, validators, now=now)
    answer = web.get(source, source.url, validators=validators)
    try:
        listing = _read(source, web, answer, validators, now)
    except FetchError as error:
        if error.failure in _NOT_WHAT_IT_WAS and is_parked(
            answer.body, answer.content_type, answer.url
        ):
            raise FetchError(source.name, FetchFailure.PARKED) from error
        raise
    return replace(listing, moved_to=new_home(source.url, answer.moved_to))


def _read(
    source: Source, web: Web, answer: Response, validators: Validators, now: datetime
) -> Listing:
    if answer.status == 304 or answer.validators.body_hash == validators.body_hash:
        return Listing(source.name, (), answer.validators, unchanged=True, max_age=answer.max_age)
    if source.kind is SourceKind.SITEMAP:
        return _sitemap(source, web, answer, validators, now)
    if source.kind is SourceKind.LISTING:
        return _listing(source, answer, now)
    return _feed(source, answer, now)


def _feed(source: Source, answer: Response, now: datetime) -> Listing:
    from sources.feed import read_feed

    feed = read_feed(
        source.name, answer.body, answer.content_type, answer.url, limit=source.max_items
    )
    return _found(source, answer, feed.entries, now, language=feed.language)


def _listing(source: Source, answer: Response, now: datetime) -> Listing:
    from sources.listing import read_listing

    entries = read_listing(
        source.name,
        source.select,
        answer.body,
        answer.content_type,
        answer.url,
        limit=source.max_items,
    )
    return _found(source, answer, entries, now)


def _sitemap(
    source: Source, web: Web, answer: Response, validators: Validators, now: datetime
) -> Listing:
    """A sitemap, or the newest children of an index.

    An index has no validators of its own: it often stays as it is while its children change.
    """
    from sources.sitemap import read_sitemap

    def read(part: Response) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
        found = read_sitemap(
            source.name, part.body, part.content_type, part.url, zone=source.time_zone, now=now
        )
        return found.entries, found.children

    entries, children = read(answer)
    if not children:
        return _found(source, answer, entries, now)
    bodies, failure = [], None
    for child in children:
        try:
            part = web.get(source, child, patience=MAX_DELAY)
            found, deeper = read(part)
        except FetchError as error:
            failure = error
            continue
        if deeper:  # the protocol knows none, and they need not have an end
            failure = FetchError(source.name, FetchFailure.NOT_A_SITEMAP, "an index in an index")
            continue
        entries += found
        bodies.append(part.validators.body_hash or "")
    if not bodies and failure is not None:
        raise failure
    # With a child missing there is no telling what has not changed.
    whole = hashlib.sha256("".join(bodies).encode()).hexdigest() if failure is None else None
    kept = Validators(body_hash=whole)
    if whole is not None and whole == validators.body_hash:
        return Listing(source.name, (), kept, unchanged=True, max_age=answer.max_age)
    items = to_items(entries, source, answer.url, now=now)
    return Listing(source.name, items, kept, max_age=answer.max_age)


def _found(
    source: Source,
    answer: Response,
    entries: Sequence[Entry],
    now: datetime,
    *,
    language: str = "",
) -> Listing:
    items = to_items(entries, source, answer.url, now=now, language=language)
    return Listing(source.name, items, answer.validators, max_age=answer.max_age)
