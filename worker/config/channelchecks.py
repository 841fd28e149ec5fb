"""What one channel alone cannot show: names, addresses with their secrets, and who stands in for
whom. Beside ``checks.py``, and like it on the plain data of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pacts.errors import Problem
from worker.config import values
from worker.config.checks import Raw, entries, mistyped
from worker.config.document import Document, Loc
from worker.config.models import ChannelEntry
from worker.config.secrets import REFERENCE, Secrets
from worker.config.wording import shown, suggestion

UrlProblem = Callable[[str], str | None]


def channels(
    document: Document, secrets: Secrets, url_problem: UrlProblem | None
) -> Iterator[Problem]:
    """Names, and addresses with their secrets filled in."""
    found = document.data.get("channels") if isinstance(document.data, dict) else None
    for name, raw in found.items() if isinstance(found, dict) else ():
        loc = ("channels", name)
        try:
            values.name(name)
        except ValueError as error:
            yield document.problem(loc, f"the name of a channel {error}", at_key=True)
        if raw is None or isinstance(raw, dict):
            yield from _channel(document, loc, raw or {}, secrets, url_problem)
    if isinstance(found, dict):
        yield from _stand_ins(document, found)


def _stand_ins(document: Document, found: Mapping[str, Any]) -> Iterator[Problem]:
    """Channels to escalate to that are not there, or lead back to where they come from."""
    wanted = {
        name: raw["escalate"]
        for name, raw in found.items()
        if isinstance(raw, dict) and isinstance(raw.get("escalate"), str)
    }
    for name, other in wanted.items():
        place = ("channels", name, "escalate")
        if other == name:
            yield document.problem(place, "a channel cannot stand in for itself: name another")
        elif other not in found:
            hint = suggestion(other, sorted({*found} - {name}), what="there")
            message = "there is no such channel in this file"
            yield document.problem(place, f"{message}; {hint}" if hint else message)
        elif name in (chain := _chain(other, wanted)):
            ring = " to ".join(shown(one) for one in chain)
            message = f"this leads from {ring} and so back: leave one of these out"
            yield document.problem(place, message)


def _chain(first: str, wanted: Mapping[str, str]) -> list[str]:
    """Who gets what ``first`` does not take, one after the other, each once."""
    chain = [first]
    while (follower := wanted.get(chain[-1])) is not None and follower not in chain:
        chain.append(follower)
    return chain


def _channel(
    document: Document, loc: Loc, raw: Raw, secrets: Secrets, url_problem: UrlProblem | None
) -> Iterator[Problem]:
    if loc[-1] == "console":
        if "url" in raw:
            message = "the console has no url: give this channel another name"
            yield document.problem((*loc, "url"), message, at_key=True)
        return
    url = raw.get("url")
    if url is None and not mistyped(raw, "url", ChannelEntry):
        message = "this channel needs a url; only the channel named console has none"
        yield document.problem(loc, message, at_key=True)
    if not isinstance(url, str) or not url:
        return
    place = (*loc, "url")
    try:
        address = secrets.fill(url)
    except ValueError as error:
        yield document.problem(place, str(error))
        return
    wrong = channel_address_problem(address, url_problem)
    if wrong:
        yield document.problem(place, wrong)


def channel_address_problem(address: str, url_problem: UrlProblem | None) -> str | None:
    """Why no message can go to this address; never repeats it."""
    scheme, separator, rest = address.partition("://")
    if not separator or not rest or not scheme.replace("+", "").replace("-", "").isalnum():
        return "the address does not look like service://...: see docs/configuration.md"
    reason = url_problem(address) if url_problem else None
    if reason and (address in reason or rest in reason):
        return "this address cannot be used"  # a reason that repeats it would show the secret
    return reason


def odd_channels(document: Document, used: set[str]) -> Iterator[Problem]:
    """Warnings: unused channels, secrets in the file, settings that do nothing."""
    found = document.data.get("channels") or {}
    for name, raw in found.items():
        loc = ("channels", name)
        if name not in used:
            message = "no watch sends anything to this channel"
            yield document.problem(loc, message, at_key=True)
        url = (raw or {}).get("url")
        yield from _open_secret(document, (*loc, "url"), url)
        if raw and "except" in raw and not {"quiet", "digest", "group_wait"} & set(raw):
            message = "except does nothing without quiet, digest or group_wait"
            yield document.problem((*loc, "except"), message, at_key=True)
        if raw and "group_wait" in raw and "digest" in raw:
            message = "group_wait does nothing beside digest"
            yield document.problem((*loc, "group_wait"), message, at_key=True)
        if raw and raw.get("empty_digest") and "digest" not in raw:
            message = "empty_digest does nothing without digest"
            yield document.problem((*loc, "empty_digest"), message, at_key=True)


def odd_ping(sources: Document) -> Iterator[Problem]:
    """Warning: the address to ping stands in the file."""
    settings = sources.data.get("settings") or {}
    yield from _open_secret(sources, ("settings", "ping"), settings.get("ping"))


def _open_secret(document: Document, place: Loc, url: str | None) -> Iterator[Problem]:
    if url and not REFERENCE.search(url) and not _on_this_machine(url):
        message = 'a secret may stand here: move the address to .env and write "${NAME}"'
        yield document.problem(place, message)


def _on_this_machine(url: str) -> bool:
    host = url.partition("://")[2].rpartition("@")[2]
    return host.startswith(("localhost", "127.0.0.1", "[::1]"))


def used_channels(document: Document, sources: Document, channels: Document) -> set[str]:
    """Every channel that some watch names, or the settings for the operator, or that stands in."""
    found: list[Any] = [raw.get("notify") for _, raw in entries(document, "watches")]
    settings = sources.data.get("settings") if isinstance(sources.data, dict) else None
    found.append(settings.get("operator") if isinstance(settings, dict) else None)
    given = (channels.data.get("channels") or {}).values()
    found.append([raw["escalate"] for raw in given if raw and "escalate" in raw])
    return {
        name
        for names in found
        if isinstance(names, list)
        for name in names
        if isinstance(name, str)
    }
