"""The database and a configuration are made known to one another: at the start, and after a change.

new                       due now; after a change one after the other, not all in one second
another address           due now, its past forgotten (``storage/sources.py``), a hold by hand not
read otherwise            due now, and read whatever it is: the selectors of a page that has not
                          changed may well have been corrected
another interval          keeps its place; is asked sooner when the new interval is over sooner
anything else, or nothing its next check stays where it is
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from pacts.counting import counted
from pacts.model import Source
from storage.records import Asked, SourceHealth, SourceState
from storage.store import Store
from worker.care.interval import interval
from worker.config import Config, fingerprint
from worker.journey.telling import tell_operator
from worker.journey.trust import only_hold_by_hand
from worker.trials.upkeep import definition_of

APART: Final = timedelta(seconds=0.1)
"""Between two new sources: a thousand at once would hold up those that are due meanwhile."""

_READING: Final = ("kind", "select", "time_zone", "max_items", "allow_private", "robots")
"""What decides what a list gives. Its address is known to the database already."""
_TIMING: Final = ("every", "at_least", "at_most")


@dataclass(frozen=True, slots=True)
class Plan:
    """What a configuration changes for its sources."""

    anew: tuple[str, ...]
    """Read otherwise than before."""
    checks: Mapping[str, datetime]
    """When to ask them, where that changes."""


def acquaint(store: Store, config: Config, now: datetime, *, spread: bool = False) -> None:
    """Tell the database what is configured: whole, or, when it refuses, not at all.

    ``spread``: new sources are due one after the other. Raises StoreError.
    """
    wanted = {source.name: asked_as(source) for source in config.sources}
    with store.transaction():
        known, states = store.asked(), {one.name: one for one in store.source_states()}
        healths = store.source_healths()
        store.register_sources([(one.name, one.kind.value, one.url) for one in config.sources], now)
        _keep_holds(store, config.sources, states, healths)
        planned = plan(config.sources, known, states, now, apart=APART if spread else timedelta())
        store.forget_validators(planned.anew)
        store.move_checks(planned.checks)
        store.keep_asked({name: one for name, one in wanted.items() if known.get(name) != one})
        store.keep_watches({watch.name: definition_of(watch) for watch in config.watches}, now)
        store.enable_channels({channel.name: fingerprint(channel) for channel in config.channels})
        _tell_of_missing_channels(store, config, now)


def _tell_of_missing_channels(store: Store, config: Config, now: datetime) -> None:
    """What waits for a channel that was taken out or renamed would wait for ever, unseen."""
    names, reason = [channel.name for channel in config.channels], "it is not in channels.yaml"
    for name, number in store.disable_missing(names, reason=reason, now=now).items():
        tell_operator(
            store,
            config,
            f"The channel {name} is gone from channels.yaml",
            f"{counted(number, 'message')} for it will not be sent; put a channel of that name back"
            f" and what waits leaves (`pactwatch deliveries --channel {name}`).",
            now=now,
        )


def _keep_holds(
    store: Store,
    sources: Sequence[Source],
    states: Mapping[str, SourceState],
    healths: Mapping[str, SourceHealth],
) -> None:
    """Who was put on hold by hand is so at another address as well, until he is released."""
    for source in sources:
        state, health = states.get(source.name), healths.get(source.name)
        if state is not None and health is not None and state.url != source.url:
            kept = only_hold_by_hand(health)
            if kept is not None:
                store.keep_health(source.name, kept)


def plan(
    sources: Sequence[Source],
    known: Mapping[str, Asked],
    states: Mapping[str, SourceState],
    now: datetime,
    *,
    apart: timedelta = timedelta(),
) -> Plan:
    """``known`` and ``states`` are as the database had them before."""
    anew, checks, new = [], {}, 0
    for source in sources:
        name, state, before = source.name, states.get(source.name), known.get(source.name)
        if state is None or state.url != source.url:
            checks[name] = now + new * apart
            new += 1
        elif before is not None and before.reading != asked_as(source).reading:
            anew.append(name)
            checks[name] = now
        elif before is not None and before.timing != asked_as(source).timing:
            sooner = _sooner(source, state)
            if sooner is not None:
                checks[name] = sooner
    return Plan(tuple(anew), checks)


def _sooner(source: Source, state: SourceState) -> datetime | None:
    """When its new interval is over, if that is before the next check. One that fails waits for
    other reasons, and one that was never asked is due anyway.
    """
    if state.failures or state.last_poll is None:
        return None
    over = state.last_poll + interval(source, state.watched)
    return over if over < state.next_check else None


def asked_as(source: Source) -> Asked:
    """How a source is configured to be asked, as far as it differs from the defaults: what a later
    version adds changes nothing for those who do not use it.
    """
    return Asked(_words(source, _READING), _words(source, _TIMING))


def _words(source: Source, names: Sequence[str]) -> str:
    usual = {one.name: one.default for one in dataclasses.fields(Source)}
    said = {name: _plain(getattr(source, name)) for name in names}
    told = {name: value for name, value in said.items() if value != _plain(usual.get(name))}
    return json.dumps(told, sort_keys=True, ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, timedelta):
        return value.total_seconds()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {k: v for k, v in dataclasses.asdict(value).items() if v is not None}
    return value
