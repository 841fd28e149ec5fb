"""The three files as pydantic models: one table of keys, types, defaults and meanings.

The JSON schemas for editors and the tables of docs/configuration.md are made from these models.
The models judge one entry at a time; what needs a second entry or file is in ``checks.py``.
"""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, RootModel, StrictBool, StrictInt

from pacts.model import Channel, Keywords, Source, Watch
from pacts.terms import Form, Pages, Priority, Scope, SourceKind, Status, Trust, Undated
from worker.config.fields import (
    DigestTime,
    Duration,
    EventName,
    FileName,
    Language,
    LogFormat,
    LogLevel,
    Name,
    Party,
    Pause,
    QuietHours,
    Rate,
    Selector,
    Share,
    Text,
    Zone,
)


def _default(stage: type, name: str) -> Any:
    """The default of a field of a frozen type: the files and the program cannot disagree."""
    return next(field.default for field in dataclasses.fields(stage) if field.name == name)


class Entry(BaseModel):
    """Unknown keys are errors, everywhere."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


# --- sources.yaml ----------------------------------------------------------------------------


class SelectorsEntry(Entry):
    """CSS selectors of a listing page."""

    item: Selector = Field(description="each item of the page")
    link: Selector = Field(default="a", description="the link of an item, looked up inside it")
    title: Selector | None = Field(
        default=None, description="its title; without it the link's text"
    )
    date: Selector | None = Field(default=None, description="its date, if the page shows one")
    summary: Selector | None = Field(
        default=None, description="its first lines, if the page shows them"
    )


class SourceDefaults(Entry):
    """What every source takes that does not say otherwise."""

    every: Duration = Field(
        default=_default(Source, "every"),
        description="time between two checks, as 90s, 15m, 2h or 1d",
    )
    at_least: Duration | None = Field(
        default=_default(Source, "at_least"),
        description="shorter `every`, down to this, for a source that often has news",
    )
    at_most: Duration | None = Field(
        default=_default(Source, "at_most"),
        description="longer `every`, up to this, for a source that seldom has news",
    )
    language: Language | None = Field(
        default=None, description="language code such as en; without it found out per article"
    )
    trust: Trust = Field(
        default=_default(Source, "trust"),
        description="`hold`: may confirm a story, never start an alert alone",
    )
    time_zone: Zone = Field(
        default=_default(Source, "time_zone"),
        description="how dates without a zone are meant, as Asia/Ho_Chi_Minh",
    )
    undated: Undated = Field(
        default=_default(Source, "undated"),
        description="articles that nothing dates: published when `first-seen`, or on `hold`",
    )
    pages: Pages = Field(
        default=_default(Source, "pages"),
        description="fetch `all` new pages, the `likely` ones, or `none`; the rest is judged by "
        "what the feed carries",
    )
    max_items: Annotated[StrictInt, Field(ge=1, le=10_000)] = Field(
        default=_default(Source, "max_items"),
        description="only this many of the items listed first are looked at",
    )
    allow_private: StrictBool = Field(
        default=_default(Source, "allow_private"),
        description="allow addresses of this machine or its network; asked without the proxy",
    )
    hygiene: StrictBool = Field(
        default=_default(Source, "hygiene"),
        description="`false`: its pages may hold words of betting or pills, as those of a hijacked"
        " site do",
    )
    robots: StrictBool = Field(
        default=_default(Source, "robots"),
        description="obey the host's robots.txt; `false` is right only where the outlet invites"
        " readers, as with a feed that it offers for reading",
    )


class SourceEntry(SourceDefaults):
    """One source."""

    name: Name = Field(description="your name for it; unique")
    kind: SourceKind = Field(default=SourceKind.FEED, description="how it lists its items")
    url: Text = Field(
        description="its web address; for a folder its path, counted from the folder of config/"
    )
    select: SelectorsEntry | None = Field(
        default=None, description="CSS selectors; needed for a listing, and only there"
    )


class SettingsEntry(Entry):
    """How the service itself works; everything has a default."""

    contact: Text | None = Field(
        default=None, description="mail or web address that servers see beside the program's name"
    )
    user_agent: Text | None = Field(
        default=None, description="replaces the whole User-Agent header"
    )
    workers: Annotated[StrictInt, Field(ge=1, le=256)] = Field(
        default=16, description="sources that are fetched at the same time"
    )
    proxy: Text | None = Field(
        default=None,
        description="web proxy to ask through, as `http://user:password@host:3128` or"
        " `${PROXY_URL}`; that of the environment is never used",
    )
    ping: Text | None = Field(
        default=None,
        description="address that is asked while all is well, as `${PING_URL}`: a service there"
        " raises the alarm when that stops",
    )
    ping_every: Duration = Field(
        default=timedelta(minutes=5), description="how often it is asked, at most"
    )
    tick: Duration = Field(
        default=timedelta(seconds=5), description="how often the service asks which sources are due"
    )
    deadline: Duration = Field(
        default=timedelta(seconds=30), description="longest time for one page or feed"
    )
    max_bytes: Annotated[StrictInt, Field(ge=10_000, le=1_000_000_000)] = Field(
        default=10_000_000, description="largest page or feed, in bytes"
    )
    per_host: Annotated[StrictInt, Field(ge=1, le=16)] = Field(
        default=2, description="requests that one host gets at the same time"
    )
    spacing: Pause = Field(
        default=timedelta(seconds=0.5),
        description="least time between two requests to one host, 0.5s or 2s, up to 60s; a host"
        " that asks for more gets more",
    )
    news_days: Annotated[StrictInt, Field(ge=1, le=3_650)] = Field(
        default=45, description="what happened longer before publication is history, not news"
    )
    operator: tuple[Text, ...] = Field(
        default=(),
        description="names of channels that are told when a source fails, goes quiet or is held",
    )
    log_format: LogFormat = Field(
        default="auto", description="`auto`: text on a terminal, else JSON"
    )
    log_level: LogLevel = Field(default="info", description="how much is logged")


# --- keywords.yaml ---------------------------------------------------------------------------


class PartiesEntry(Entry):
    """Which parties a story must have."""

    any: tuple[Party, ...] = Field(default=(), description="at least one of these")
    all: tuple[Party, ...] = Field(default=(), description="every one of these")
    none: tuple[Party, ...] = Field(default=(), description="none of these")
    between: tuple[Party, ...] = Field(
        default=(), description="nobody but these: each party of the story is one of them"
    )


class NearEntry(Entry):
    """Words that stand close together."""

    words: Annotated[tuple[Text, ...], Field(min_length=2)] = Field(
        description="all of these, in any order"
    )
    within: Annotated[StrictInt, Field(ge=2, le=1_000)] = Field(
        description="the stretch that must hold them all, in words"
    )


class KeywordsEntry(Entry):
    """Words to find in title and text. Case does not matter; `word*` stands for any ending."""

    any: tuple[Text, ...] = Field(default=(), description="at least one of these")
    all: tuple[Text, ...] = Field(default=(), description="every one of these")
    none: tuple[Text, ...] = Field(default=(), description="none of these")
    near: NearEntry | None = Field(default=None, description="words close together")
    same_sentence: Annotated[tuple[Text, ...], Field(min_length=2)] = Field(
        default=(), description="every one of these, all in one sentence"
    )
    title_only: StrictBool = Field(
        default=_default(Keywords, "title_only"), description="look in the title alone"
    )
    inflect: StrictBool = Field(
        default=_default(Keywords, "inflect"),
        description="`true`: `sign` also finds the English forms signs, signed and signing",
    )


class ExamplesEntry(Entry):
    """Texts that `check` tries on the watch."""

    match: tuple[Text, ...] = Field(default=(), description="texts that it must catch")
    ignore: tuple[Text, ...] = Field(default=(), description="texts that it must leave alone")


class WatchEntry(Entry):
    """What somebody wants to hear of, and where."""

    name: Name = Field(description="your name for it; unique; alerts show it")
    notify: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="names of channels"
    )
    events: tuple[EventName, ...] = Field(
        default=(), description="kinds or kind.act; without any, every new item with the keywords"
    )
    parties: PartiesEntry = Field(
        default=PartiesEntry(), description="codes or names of states and organisations"
    )
    keywords: KeywordsEntry | None = Field(
        default=None, description="words that the article must hold"
    )
    status: Annotated[tuple[Status, ...], Field(min_length=1)] = Field(
        default=(Status.CONCLUDED,), description="whether it has happened"
    )
    scope: Annotated[tuple[Scope, ...], Field(min_length=1)] = Field(
        default=(Scope.STATE,), description="who concludes it"
    )
    levels: tuple[Text, ...] = Field(
        default=(), description="only levels that hold one of these words"
    )
    sources: tuple[Text, ...] = Field(default=(), description="only these sources; none means all")
    languages: tuple[Language, ...] = Field(
        default=(), description="only articles in these languages; none means all"
    )
    min_confidence: Share = Field(
        default=_default(Watch, "min_confidence"),
        description="only stories at least this sure, 0 to 1",
    )
    min_sources: Annotated[StrictInt, Field(ge=1, le=50)] = Field(
        default=_default(Watch, "min_sources"),
        description="wait until so many independent sources tell it",
    )
    max_age: Duration = Field(
        default=_default(Watch, "max_age"), description="older happenings are recorded and not sent"
    )
    remind: Duration | None = Field(
        default=_default(Watch, "remind"),
        description="remind so long after the day of what was planned, when nobody confirmed it",
    )
    priority: Priority = Field(
        default=_default(Watch, "priority"), description="how loud its alerts are"
    )
    examples: ExamplesEntry = Field(default=ExamplesEntry(), description="tests of the watch")


# --- channels.yaml ---------------------------------------------------------------------------


class ChannelEntry(Entry):
    """One place that messages go to."""

    url: Text | None = Field(
        default=None, description="an Apprise address, as `${DESK_URL}`; only `console` has none"
    )
    quiet: QuietHours | None = Field(
        default=None, description="no messages between these hours, as 22:00-06:30 Asia/Ho_Chi_Minh"
    )
    digest: DigestTime | None = Field(
        default=None,
        description="all in one message at this time, as `07:30 Asia/Ho_Chi_Minh`, or at those of"
        " a cron line, as `30 7 * * mon-fri Asia/Ho_Chi_Minh`",
    )
    empty_digest: StrictBool = Field(
        default=_default(Channel, "empty_digest"),
        description="a digest leaves at its time also when there is nothing to tell",
    )
    group_wait: Duration | None = Field(
        default=None,
        description="the first alert of a story waits so long for more sources, as 10m",
    )
    rate: Rate | None = Field(
        default=None,
        description="at most so many messages, as 20/h (or /m, /d); what is more becomes a digest",
    )
    format: Form | None = Field(
        default=None,
        description="how messages are written; without it as the service speaks: `html` for mail,"
        " `markdown` for chats, `short` for text messages, else `text`",
    )
    template: FileName | None = Field(
        default=None,
        description="a file beside this one that writes the messages, as `desk.html.j2`; its name"
        " says the form: `.html.j2`, `.md.j2`, else text",
    )
    escalate: Text | None = Field(
        default=None,
        description="name of the channel that gets a copy of what this one does not take",
    )
    except_: Priority | None = Field(
        default=None,
        alias="except",
        description="alerts of this priority or above wait for none of `quiet`, `digest` and"
        " `group_wait`",
    )


# --- the files -------------------------------------------------------------------------------


class SourcesFile(Entry):
    """sources.yaml."""

    defaults: SourceDefaults | None = Field(default=None, description="what sources take over")
    sources: tuple[SourceEntry, ...] = Field(description="the sources")
    settings: SettingsEntry | None = Field(default=None, description="the service itself")


class CatalogueFile(RootModel[dict[Party, tuple[SourceEntry, ...]]]):
    """catalogue.yaml: the same entries as in sources.yaml, by the state or organisation."""


class KeywordsFile(Entry):
    """keywords.yaml."""

    watches: tuple[WatchEntry, ...] = Field(description="the watches")


class ChannelsFile(Entry):
    """channels.yaml."""

    channels: dict[str, ChannelEntry | None] = Field(description="the channels, by name")
