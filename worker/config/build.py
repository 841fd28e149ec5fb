"""From validated files to the frozen types that the other rooms know."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from pacts.model import Channel, Keywords, Near, Parties, Selectors, Source, Template, Watch
from pacts.terms import SourceKind
from worker.config.addresses import folder_path
from worker.config.models import (
    ChannelEntry,
    ChannelsFile,
    KeywordsEntry,
    KeywordsFile,
    PartiesEntry,
    SettingsEntry,
    SourceDefaults,
    SourceEntry,
    SourcesFile,
    WatchEntry,
)
from worker.config.secrets import Secrets
from worker.config.types import Settings


def build_sources(file: SourcesFile, base: Path) -> tuple[Source, ...]:
    """Each source with the defaults under it; folders as absolute paths."""
    defaults = file.defaults or SourceDefaults()
    return tuple(_source(entry, defaults, base) for entry in file.sources)


def _source(entry: SourceEntry, defaults: SourceDefaults, base: Path) -> Source:
    said = _said(defaults) | _said(entry)
    if entry.select is not None:
        said["select"] = Selectors(**entry.select.model_dump())
    if entry.kind is SourceKind.FOLDER:
        said["url"] = folder_path(entry.url, base)
    return Source(**({"kind": entry.kind} | said))


def _said(entry: SourceDefaults) -> dict[str, Any]:
    """What the file says, without defaults."""
    return {name: getattr(entry, name) for name in entry.model_fields_set}


def build_settings(file: SourcesFile, secrets: Secrets) -> Settings:
    """Settings with durations in seconds, secrets filled in."""
    entry = file.settings or SettingsEntry()
    return Settings(
        contact=entry.contact,
        user_agent=entry.user_agent,
        proxy=secrets.fill(entry.proxy) if entry.proxy else None,
        ping=secrets.fill(entry.ping) if entry.ping else None,
        ping_every_seconds=entry.ping_every.total_seconds(),
        workers=entry.workers,
        tick_seconds=entry.tick.total_seconds(),
        deadline_seconds=entry.deadline.total_seconds(),
        max_bytes=entry.max_bytes,
        per_host=entry.per_host,
        spacing_seconds=entry.spacing.total_seconds(),
        news_days=entry.news_days,
        operator=tuple(dict.fromkeys(entry.operator)),
        log_format=entry.log_format,
        log_level=entry.log_level,
    )


def build_watches(file: KeywordsFile) -> tuple[Watch, ...]:
    """The watches in the order of the file."""
    return tuple(watch_of(entry) for entry in file.watches)


def watch_of(entry: WatchEntry) -> Watch:
    """One watch."""
    return Watch(
        name=entry.name,
        notify=tuple(dict.fromkeys(entry.notify)),
        events=entry.events,
        parties=_parties(entry.parties),
        keywords=_keywords(entry.keywords) if entry.keywords else None,
        status=frozenset(entry.status),
        scope=frozenset(entry.scope),
        levels=tuple(level.casefold() for level in entry.levels),
        sources=frozenset(entry.sources),
        languages=frozenset(entry.languages),
        min_confidence=entry.min_confidence,
        min_sources=entry.min_sources,
        max_age=entry.max_age,
        remind=entry.remind,
        priority=entry.priority,
    )


def _keywords(entry: KeywordsEntry) -> Keywords:
    near = Near(words=entry.near.words, within=entry.near.within) if entry.near else None
    return Keywords(
        any=entry.any,
        all=entry.all,
        none=entry.none,
        near=near,
        same_sentence=entry.same_sentence,
        title_only=entry.title_only,
        inflect=entry.inflect,
    )


def _parties(entry: PartiesEntry) -> Parties:
    return Parties(
        any=frozenset(entry.any),
        all=frozenset(entry.all),
        none=frozenset(entry.none),
        between=frozenset(entry.between),
    )


def build_channels(
    file: ChannelsFile, secrets: Secrets, templates: Mapping[str, Template]
) -> tuple[Channel, ...]:
    """The channels in the order of the file, secrets filled in; ``templates`` by channel."""
    return tuple(
        _channel(name, entry or ChannelEntry(), secrets, templates.get(name))
        for name, entry in file.channels.items()
    )


def _channel(
    name: str, entry: ChannelEntry, secrets: Secrets, template: Template | None
) -> Channel:
    return Channel(
        name=name,
        url=secrets.fill(entry.url) if entry.url else None,
        quiet=entry.quiet,
        loud=entry.except_,
        digest=entry.digest,
        empty_digest=entry.empty_digest,
        group_wait=entry.group_wait or timedelta(),
        rate=entry.rate,
        escalate=entry.escalate,
        form=template.form if template else entry.format,
        template=template,
    )
