"""One call of every public method of the store, on what ``fill`` puts there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from storyparts import (
    DAY,
    NOW,
    SOURCES,
    a_story,
    an_alert,
    an_article,
    an_event,
    an_item,
    at,
    keep_alert,
)

from pacts.model import Held, Silence, Validators
from pacts.terms import Kind, Wait
from storage.records import Asked, Outage, SourceHealth
from storage.store import Store


def fill(store: Store) -> None:
    store.register_sources(SOURCES, NOW)
    keep_alert(store, "1")
    keep_alert(store, "2", "desk", "digest")


def _in_a_transaction(store: Store) -> None:
    with store.transaction():
        pass


WRITERS: Final[Mapping[str, Callable[[Store], Any]]] = {
    "transaction": _in_a_transaction,
    "register_sources": lambda s: s.register_sources(SOURCES, NOW),
    "poll_succeeded": lambda s: s.poll_succeeded(
        "alpha", validators=Validators(), now=NOW, next_check=NOW
    ),
    "poll_failed": lambda s: s.poll_failed("alpha", reason="x", now=NOW, next_check=NOW),
    "keep_asked": lambda s: s.keep_asked({"alpha": Asked("{}", "{}")}),
    "forget_validators": lambda s: s.forget_validators(["alpha"]),
    "move_checks": lambda s: s.move_checks({"alpha": NOW}),
    "poll_postponed": lambda s: s.poll_postponed("alpha", next_check=NOW),
    "keep_health": lambda s: s.keep_health("alpha", SourceHealth()),
    "free_items": lambda s: s.free_items([1]),
    "wake_failing": lambda s: s.wake_failing(NOW, NOW, failures=frozenset(), now=NOW),
    "keep_outage": lambda s: s.keep_outage(Outage(NOW)),
    "put_off": lambda s: s.put_off(an_item("9"), reason="x", now=NOW, next_try=NOW),
    "note": lambda s: s.note(an_item("1"), "x"),
    "give_up": lambda s: s.give_up(an_item("8"), reason="x", now=NOW),
    "add_article": lambda s: s.add_article(an_article("7"), now=NOW, baseline=False),
    "remember": lambda s: s.remember(an_item("1")),
    "revise_article": lambda s: s.revise_article(an_article("1", text="Edited."), now=NOW),
    "give_names": lambda s: s.give_names(an_item("1"), 2),
    "reread": lambda s: s.reread(1, now=NOW),
    "save_story": lambda s: s.save_story(a_story(), now=NOW),
    "keep_parted": lambda s: s.keep_parted(1, 2, {1: s.story(2)}, comment="", now=NOW),
    "merge_stories": lambda s: s.merge_stories(1, 2, now=NOW),
    "note_reminded": lambda s: s.note_reminded(1),
    "add_alert": lambda s: s.add_alert(an_alert(), deliveries={"desk": Held(NOW)}),
    "amend_alert": lambda s: s.amend_alert(
        replace(an_alert(s.story(1)), id=1), deliveries={"desk": Held(NOW)}
    ),
    "keep_joined": lambda s: s.keep_joined(1, comment="", now=NOW),
    "lease": lambda s: s.lease("desk", now=NOW, until=at(1)),
    "delivered": lambda s: s.delivered([1], now=NOW),
    "delivery_failed": lambda s: s.delivery_failed([1], error="x", now=NOW, next_try=None),
    "release_leases": lambda s: s.release_leases(),
    "retry_delivery": lambda s: s.retry_delivery(2, now=NOW),
    "retry_failed": lambda s: s.retry_failed(now=NOW),
    "hold_back": lambda s: s.hold_back("digest", Held(at(1), Wait.RATE), now=NOW),
    "add_copy": lambda s: s.add_copy(1, "other", Held(NOW), now=NOW),
    "disable_missing": lambda s: s.disable_missing(["desk"], reason="gone", now=NOW),
    "channel_tested": lambda s: s.channel_tested("desk", error=None, now=NOW),
    "gave_up": lambda s: s.gave_up("desk", now=NOW),
    "plan_digest": lambda s: s.plan_digest("desk", plan="x", at=NOW),
    "disable_channel": lambda s: s.disable_channel("desk", reason="x", now=NOW),
    "enable_channels": lambda s: s.enable_channels({"desk": "f"}),
    "add_silence": lambda s: s.add_silence(Silence(at(1), ""), now=NOW),
    "end_silence": lambda s: s.end_silence(1, now=NOW),
    "mark_story": lambda s: s.mark_story(1, right=True, comment="", now=NOW),
    "unmark_story": lambda s: s.unmark_story(1),
    "keep_watches": lambda s: s.keep_watches({"all": "{}"}, NOW),
    "heartbeat": lambda s: s.heartbeat(NOW),
}
READERS: Final[Mapping[str, Callable[[Store], Any]]] = {
    "source_state": lambda s: s.source_state("alpha"),
    "source_states": lambda s: s.source_states(),
    "due_sources": lambda s: s.due_sources(["alpha"], NOW),
    "asked": lambda s: s.asked(),
    "asked_now": lambda s: s.asked_now("alpha"),
    "source_health": lambda s: s.source_health("alpha"),
    "source_healths": lambda s: s.source_healths(),
    "arrivals": lambda s: s.arrivals("alpha", NOW),
    "pages_since": lambda s: s.pages_since(NOW),
    "latest_signs": lambda s: s.latest_signs("alpha", limit=1),
    "held_items": lambda s: s.held_items("alpha", NOW),
    "failing_between": lambda s: s.failing_between(NOW, NOW),
    "asked_since": lambda s: s.asked_since(NOW),
    "outage": lambda s: s.outage(),
    "as_before": lambda s: s.as_before("alpha", [an_item()]),
    "sharing": lambda s: s.sharing("alpha", [an_item()]),
    "revisions": lambda s: s.revisions(1),
    "stories_of": lambda s: s.stories_of(1),
    "twins": lambda s: s.twins(an_article()),
    "put_off_items": lambda s: s.put_off_items("alpha", NOW),
    "unread": lambda s: s.unread(),
    "first_met": lambda s: s.first_met(an_item()),
    "article": lambda s: s.article(1),
    "articles": lambda s: list(s.articles(since=NOW)),
    "candidates": lambda s: s.candidates(an_event(), within_days=1, around=DAY),
    "story": lambda s: s.story(1),
    "stories": lambda s: s.stories(),
    "events": lambda s: s.events(),
    "ledger_stories": lambda s: (s.ledger_stories(), s.ledger_stories(["KZ", "VN"])),
    "facts_between": lambda s: s.facts_between(["KZ", "VN"], [Kind.PARTNERSHIP], limit=9),
    "parted": lambda s: s.parted([1, 2]),
    "joined": lambda s: s.joined([1]),
    "hands_of": lambda s: s.hands_of(1),
    "made_by_hand": lambda s: s.made_by_hand([1, 2]),
    "told": lambda s: s.told(1),
    "alert": lambda s: s.alert(1),
    "alerts": lambda s: s.alerts(),
    "expected_stories": lambda s: s.expected_stories(DAY.start, DAY.end),
    "unsent_alerts": lambda s: s.unsent_alerts(1, NOW),
    "waiting_channels": lambda s: s.waiting_channels(NOW),
    "deliveries": lambda s: s.deliveries(),
    "attempts": lambda s: s.attempts(1),
    "delivery": lambda s: s.delivery(1),
    "next_waited": lambda s: s.next_waited("desk", NOW),
    "stuck": lambda s: s.stuck("desk", "other", tries=1, now=NOW),
    "refusal": lambda s: s.refusal(1),
    "last_refused": lambda s: s.last_refused("desk"),
    "taken": lambda s: s.taken("desk", NOW, NOW, limit=1),
    "has_digest": lambda s: s.has_digest("desk", NOW, now=NOW),
    "alive": lambda s: s.alive(NOW),
    "channel_states": lambda s: s.channel_states(),
    "disabled_channels": lambda s: s.disabled_channels(),
    "silences": lambda s: s.silences(NOW),
    "trail": lambda s: s.trail(1),
    "trail_of_alert": lambda s: s.trail_of_alert(1),
    "silenced": lambda s: s.silenced(),
    "marks": lambda s: s.marks(),
    "marks_of": lambda s: s.marks_of([1]),
    "moments": lambda s: list(s.moments()),
    "moments_count": lambda s: s.moments_count(),
    "story_count": lambda s: s.story_count(),
    "settled": lambda s: s.settled(1),
    "silences_ever": lambda s: s.silences_ever(),
    "judgements": lambda s: list(s.judgements(sent=False)),
    "article_named": lambda s: s.article_named("alpha", "1"),
    "articles_of": lambda s: s.articles_of(1),
    "story_sightings": lambda s: s.story_sightings(1),
    "story_telling": lambda s: s.story_telling("alpha", "1", an_event()),
    "watches_since": lambda s: s.watches_since(),
    "watch_alerts": lambda s: s.watch_alerts(NOW),
    "articles_read": lambda s: [s.articles_read(NOW, by_language=said) for said in (True, False)],
    "last_heartbeat": lambda s: s.last_heartbeat(),
}
CALLS: Final = {**WRITERS, **READERS}
