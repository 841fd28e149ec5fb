"""What one entry alone cannot show: names that must be unique, known, used, or go together.

These checks read the plain data and not the models, so that they run beside the errors of single
values: one run reports everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from pacts.errors import Problem
from pacts.terms import Pages, SourceKind
from worker.config import values
from worker.config.addresses import folder_path, web_address
from worker.config.document import Document, Loc
from worker.config.models import Entry, SourceEntry
from worker.config.secrets import Secrets
from worker.config.wording import closest, shown, suggestion

Raw = Mapping[str, Any]
_USUAL: Final = {"every": values.duration_text(SourceEntry.model_fields["every"].default)}
UrlProblem = Callable[[str], str | None]


def entries(document: Document, key: str) -> Iterator[tuple[Loc, Raw]]:
    """Every entry of a list that is a mapping at all."""
    found = document.data.get(key) if isinstance(document.data, dict) else None
    for index, entry in enumerate(found if isinstance(found, list) else ()):
        if isinstance(entry, dict):
            yield (key, index), entry


def names(document: Document | None, key: str) -> set[str]:
    """The names that a file gives, whether its entries are right or not."""
    if document is None or not isinstance(document.data, dict):
        return set()
    found = document.data.get(key)
    if isinstance(found, dict):
        return set(found)
    return {raw["name"] for _, raw in entries(document, key) if isinstance(raw.get("name"), str)}


def mistyped(raw: Raw, key: str, model: type[Entry]) -> bool:
    """Whether an unknown key, which is a problem already, stands for this one."""
    known = {field.alias or name for name, field in model.model_fields.items()}
    return any(closest(name, known) == key for name in set(raw) - known)


def same_names(document: Document, key: str) -> Iterator[Problem]:
    """A name that an earlier entry has already."""
    seen: dict[str, int] = {}
    for loc, raw in entries(document, key):
        name = raw.get("name")
        if not isinstance(name, str):
            continue
        here = document.problem((*loc, "name"), "")
        if name in seen:
            message = f'the name "{name}" is on line {seen[name]} already: choose another'
            yield document.problem((*loc, "name"), message)
        seen.setdefault(name, here.line)


def unknown_names(
    document: Document, key: str, what: str, known: set[str], file: str
) -> Iterator[Problem]:
    """Names in the lists ``key`` of the watches that ``file`` does not give."""
    for loc, raw in entries(document, "watches"):
        yield from _unknown(document, (*loc, key), raw.get(key), what, known, file)


def unknown_operator(document: Document, known: set[str], file: str) -> Iterator[Problem]:
    """Channels of the operator that ``file`` does not give."""
    found = document.data.get("settings") if isinstance(document.data, dict) else None
    wanted = found.get("operator") if isinstance(found, dict) else None
    yield from _unknown(document, ("settings", "operator"), wanted, "channel", known, file)


def filled(
    document: Document, key: str, check: Callable[[str], None], secrets: Secrets
) -> Iterator[Problem]:
    """Why an address of the settings that is a secret cannot be used; never repeats it."""
    found = document.data.get("settings") if isinstance(document.data, dict) else None
    written = found.get(key) if isinstance(found, dict) else None
    if not isinstance(written, str) or not written:
        return
    try:
        check(secrets.fill(written))
    except ValueError as error:
        yield document.problem(("settings", key), str(error))


def _unknown(
    document: Document, loc: Loc, wanted: object, what: str, known: set[str], file: str
) -> Iterator[Problem]:
    for index, name in enumerate(wanted if isinstance(wanted, list) else ()):
        if isinstance(name, str) and name not in known:
            hint = suggestion(name, sorted(known), what="there")
            message = f'{what} "{name}" is not in {file}'
            yield document.problem((*loc, index), f"{message}; {hint}" if hint else message)


# --- sources ---------------------------------------------------------------------------------


def sources(document: Document) -> Iterator[Problem]:
    """Addresses, and selectors where a kind needs them."""
    defaults = document.data.get("defaults") if isinstance(document.data, dict) else None
    inherited = defaults if isinstance(defaults, dict) else {}
    yield from _bounds(inherited, inherited, document, ("defaults",))
    for loc, raw in entries(document, "sources"):
        kind = raw.get("kind", SourceKind.FEED.value)
        yield from _address({**inherited, **raw}, kind, document, loc)
        yield from _bounds(raw, inherited, document, loc)
        selects = "select" in raw or mistyped(raw, "select", SourceEntry)
        if kind == SourceKind.LISTING and not selects:
            message = 'a listing needs "select": {item: "CSS selector of one item", ...}'
            yield document.problem((*loc, "kind"), message)
        if "select" in raw and kind in [*SourceKind] and kind != SourceKind.LISTING:
            message = f"select is for a listing only, and this is a {kind}"
            yield document.problem((*loc, "select"), message, at_key=True)


def _address(raw: Raw, kind: object, document: Document, loc: Loc) -> Iterator[Problem]:
    url = raw.get("url")
    if not isinstance(url, str) or not url or kind == SourceKind.FOLDER:
        return
    try:
        web_address(url, private=raw.get("allow_private") is True)
    except ValueError as error:
        yield document.problem((*loc, "url"), f"url {error}")


def _bounds(raw: Raw, inherited: Raw, document: Document, loc: Loc) -> Iterator[Problem]:
    """Bounds on the wrong side of the ``every`` that holds for them.

    One that comes from the defaults may be: then it has no effect on this source.
    """
    every = _duration({**_USUAL, **inherited, **raw}["every"])
    least, most = _duration(raw.get("at_least")), _duration(raw.get("at_most"))
    usual = values.duration_text(every) if every else ""
    if every and least and least > every:
        message = f"at_least is the shortest interval: it cannot be longer than every, {usual}"
        yield document.problem((*loc, "at_least"), message)
    if every and most and most < every:
        message = f"at_most is the longest interval: it cannot be shorter than every, {usual}"
        yield document.problem((*loc, "at_most"), message)


def _duration(text: object) -> timedelta | None:
    """What stands there; None for what is no duration, which is a problem already."""
    with suppress(ValueError):
        return values.duration(text) if isinstance(text, str) else None
    return None


def odd_sources(document: Document, base: Path) -> Iterator[Problem]:
    """Warnings: the same address twice, a folder that is not there, hasty polling."""
    seen: dict[str, int] = {}
    if not names(document, "sources"):
        yield document.problem(("sources",), "there is no source: nothing will be found")
    for loc, raw in entries(document, "sources"):
        url = str(raw.get("url"))
        here = document.problem((*loc, "url"), "")
        same = url.partition("://")[2].rstrip("/") or url  # with http or https, it is one address
        if same in seen:
            message = f"this address is on line {seen[same]} already: it is read twice"
            yield document.problem((*loc, "url"), message)
        seen.setdefault(same, here.line)
        if raw.get("kind") == SourceKind.FOLDER and not Path(folder_path(url, base)).is_dir():
            yield document.problem((*loc, "url"), "this folder is not there now")


def odd_pages(document: Document, keywords: Document) -> Iterator[Problem]:
    """Warnings: pages of which none can be left out, since a watch looks for words in each."""
    readers = [
        raw
        for _, raw in entries(keywords, "watches")
        if not raw.get("events") and not raw.get("keywords", {}).get("title_only")
    ]
    inherited = document.data.get("defaults") or {}
    for loc, raw in entries(document, "sources"):
        place = (*loc, "pages") if "pages" in raw else ("defaults", "pages")
        name = raw["name"]
        reader = next((one for one in readers if name in one.get("sources", [name])), None)
        if reader and {**inherited, **raw}.get("pages") == Pages.LIKELY:
            message = (
                f"every page is fetched all the same: the watch {shown(reader['name'])}"
                " looks for words in each"
            )
            yield document.problem(place, message)
