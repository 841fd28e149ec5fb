"""What nobody has got yet is brought up to date, instead of a second message behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from tellings import DAY, article, event, sighting, story

from alerting.deciding.decide import decide_story
from alerting.deciding.reminders import decide_reminders
from alerting.merging.stories import tell
from pacts.model import Alert, Keywords, Silence, Story, Watch
from pacts.terms import Priority, Reason, Status

BOTH = frozenset({Status.CONCLUDED, Status.PLANNED})
PLANS = Watch("plans", notify=("digest",), events=("partnership",), status=BOTH)
LATER = DAY + timedelta(hours=3)


def up(status: str = "concluded", **fields) -> Story:
    fields.setdefault("level", "strategic partnership")
    return story(event("partnership.upgraded", status=status, **fields))


def decide(
    told_now: Story, told: Sequence[Alert] = (), *watches: Watch, unsent=(1,), source="other", **how
) -> tuple[Alert, ...]:
    pairs = [(one.id, name) for one in told for name in one.channels if one.id in unsent]
    text = article(how.get("text", ""), source=source)
    return decide_story(
        told_now, told, text, watches or (PLANS,), how.get("silences", []), [],
        baseline=how.get("baseline", False), now=LATER, unsent=how.get("pairs", pairs),
    )  # fmt: skip


def waiting(told_now: Story, *watches: Watch) -> list[Alert]:
    """The one alert of a story, which waits as number 1."""
    (alert,) = decide(told_now, (), *watches, source="agency")
    return [replace(alert, id=1)]


def test_a_plan_that_is_concluded_before_it_is_told_is_told_as_concluded() -> None:
    (alert,) = decide(up(), waiting(up("planned")))
    assert (alert.id, alert.reason, alert.detail) == (1, Reason.FIRST, "")
    assert alert.headline == "Kazakhstan and Vietnam upgrade relations to strategic partnership"
    assert (alert.story, alert.amended) == (up(), LATER)
    assert (alert.source, alert.item) == ("agency", "agency-0")


def test_what_was_sent_gets_a_message_of_its_own_behind_it() -> None:
    (alert,) = decide(up(), waiting(up("planned")), unsent=())
    assert (alert.id, alert.reason) == (None, Reason.ADVANCED)


def test_another_source_shows_up_in_what_waits() -> None:
    more = tell([*up().sightings, sighting(up().lead.event, source="other")])
    (alert,) = decide(more, waiting(up()))
    assert (alert.id, alert.reason, alert.story) == (1, Reason.FIRST, more)


def test_what_has_not_changed_is_left_as_it_is() -> None:
    assert decide(up(), waiting(up())) == ()


def test_a_correction_joins_what_waits_and_says_what_was_told_before() -> None:
    watch = replace(PLANS, events=("agreement",))

    def signed(count: int) -> Story:
        return story(event(document="documents", count=count))

    told = waiting(signed(12), watch)
    (second,) = decide(signed(20), told, watch, unsent=())
    told.append(replace(second, id=2))
    (alert,) = decide(signed(40), told, watch, unsent=(2,))
    assert (alert.id, alert.reason, alert.detail) == (
        2,
        Reason.CORRECTED,
        "40 documents, told as 12",
    )


def test_what_is_denied_before_it_is_told_is_told_as_denied_once() -> None:
    told = waiting(up("planned"))
    (alert,) = decide(up("negated"), told)
    assert (alert.id, alert.reason) == (1, Reason.DENIED)
    assert alert.detail == "was first reported as planned"
    assert decide(up("negated"), [alert], source="third") == ()


def test_a_denial_that_is_less_sure_than_the_watch_asks_for_changes_nothing() -> None:
    (record,) = decide(up("negated", confidence=0.3), waiting(up("planned")))
    assert (record.id, record.reason) == (None, Reason.UNSURE)


def test_a_conclusion_that_is_not_sure_enough_leaves_the_plan_as_it_is() -> None:
    (record,) = decide(up(confidence=0.3), waiting(up("planned")))
    assert (record.id, record.reason) == (None, Reason.UNSURE)


def test_a_silence_does_not_take_back_what_waits_and_its_facts_stay_true() -> None:
    silence = Silence(DAY + timedelta(days=2), "", id=1)
    more = tell([*up().sightings, sighting(up().lead.event, source="other")])
    (alert,) = decide(more, waiting(up()), silences=[silence])
    assert (alert.id, alert.reason, alert.story) == (1, Reason.FIRST, more)


def test_the_first_poll_of_another_source_adds_to_what_waits() -> None:
    (alert,) = decide(up(), waiting(up("planned")), baseline=True)
    assert (alert.id, alert.reason, alert.story) == (1, Reason.FIRST, up())


def test_it_becomes_as_loud_as_the_watches_that_ask_for_it_now() -> None:
    loud = Watch("deeds", notify=("digest",), events=("partnership",), priority=Priority.HIGH)
    told = waiting(up("planned"), PLANS, loud)
    assert told[0].priority is Priority.NORMAL
    (alert,) = decide(up(), told, PLANS, loud)
    assert (alert.priority, alert.watches) == (Priority.HIGH, ("plans", "deeds"))


def test_a_channel_that_was_not_among_those_that_wait_hears_it_in_its_own_right() -> None:
    deeds = Watch("deeds", notify=("desk",), events=("partnership",))
    told = waiting(up("planned"), PLANS, deeds)
    found = decide(up(), told, PLANS, deeds)
    assert {(a.id, a.reason, a.channels) for a in found} == {
        (1, Reason.FIRST, ("digest",)),
        (None, Reason.FIRST, ("desk",)),
    }


def numbered(alerts: Sequence[Alert], first: int = 1) -> list[Alert]:
    return [replace(alert, id=first + number) for number, alert in enumerate(alerts)]


DESK_TOO = replace(PLANS, notify=("desk", "digest"))
KEYED = replace(PLANS, keywords=Keywords(any=("tea",)))


def test_what_one_channel_waits_for_is_told_it_anew_when_another_has_got_it() -> None:
    told = numbered(decide(up("planned"), (), DESK_TOO))
    found = decide(up(), told, DESK_TOO, pairs=[(1, "digest")])
    assert {(a.id, a.reason, a.channels) for a in found} == {
        (1, Reason.FIRST, ("desk",)),
        (None, Reason.ADVANCED, ("desk",)),
        (None, Reason.FIRST, ("digest",)),
    }
    (was,) = [alert for alert in found if alert.id]
    assert was.story == up("planned")


def test_another_source_alone_parts_no_alert_that_some_have_got() -> None:
    more = tell([*up().sightings, sighting(up().lead.event, source="other")])
    told = numbered(decide(up(), (), DESK_TOO, source="agency"))
    found = decide(more, told, DESK_TOO, pairs=[(1, "digest")])
    assert [(a.reason, a.channels) for a in found] == [(Reason.DUPLICATE, ("desk",))]


def test_what_was_to_be_told_is_denied_to_who_waits_and_to_who_has_got_it_in_their_own_words() -> (
    None
):
    told = numbered(decide(up("planned"), (), DESK_TOO))
    found = decide(up("negated"), told, DESK_TOO, pairs=[(1, "digest")])
    assert {(a.id, a.reason, a.channels, a.detail) for a in found} == {
        (1, Reason.FIRST, ("desk",), ""),
        (None, Reason.DENIED, ("desk",), "told before as planned"),
        (None, Reason.DENIED, ("digest",), "was first reported as planned"),
    }


def test_a_denial_reaches_who_waits_also_when_the_watch_that_asked_has_another_name() -> None:
    loud = replace(DESK_TOO, priority=Priority.HIGH)
    told = numbered(decide(up("planned"), (), loud))
    renamed = replace(loud, name="deeds")
    found = decide(up("negated"), told, renamed, pairs=[(1, "digest")])
    (denial,) = [alert for alert in found if alert.channels == ("digest",)]
    assert (denial.reason, denial.watches, denial.priority) == (
        Reason.DENIED,
        ("plans",),
        Priority.HIGH,
    )


def test_a_watch_whose_words_were_found_once_keeps_what_waits_up_to_date() -> None:
    (first,) = decide(up("planned"), (), KEYED, text="tea")
    (alert,) = decide(up(), numbered([first]), KEYED, text="coffee")
    assert (alert.id, alert.story, alert.matched) == (1, up(), ("tea",))


def test_what_is_told_apart_says_the_words_that_were_found() -> None:
    watch = replace(DESK_TOO, keywords=KEYED.keywords)
    (first,) = decide(up("planned"), (), watch, text="tea")
    found = decide(up(), numbered([first]), watch, text="coffee", pairs=[(1, "digest")])
    assert [a.matched for a in found if a.channels == ("digest",)] == [("tea",)]


def test_two_alerts_that_wait_for_one_story_become_one() -> None:
    again = tell([sighting(up("planned").lead.event, source="other", day=1)])
    two = numbered([*decide(up("planned")), *decide(again)])
    both = tell([*up("planned").sightings, *again.sightings])
    found = decide(both, two, unsent=(1, 2))
    assert [(a.id, a.reason, a.story) for a in found] == [
        (1, Reason.FIRST, both),
        (2, Reason.DUPLICATE, again),
    ]
    assert decide(both, found, unsent=(1,)) == ()


def test_a_reminder_takes_the_place_of_the_plan_that_waits_to_be_told() -> None:
    watch = replace(PLANS, remind=timedelta(days=1))
    planned = up("planned", date="2026-03-12")
    told = numbered(decide(planned, (), watch))
    late = DAY + timedelta(days=5)
    (alert,) = decide_reminders(planned, told, [watch], [], now=late, unsent=[(1, "digest")])
    assert (alert.id, alert.reason, alert.channels) == (1, Reason.REMINDER, ("digest",))
    unsent = [(1, "digest")]
    assert decide_reminders(planned, [alert], [watch], [], now=late, unsent=unsent) == ()
    more = tell([*planned.sightings, sighting(planned.lead.event, source="other")])
    (again,) = decide(more, [alert], watch)
    assert (again.id, again.reason, again.detail) == (1, Reason.REMINDER, alert.detail)
    (done,) = decide(up(date="2026-03-12"), [again], watch)
    assert (done.id, done.reason) == (1, Reason.FIRST)


PAPERS = replace(PLANS, events=("agreement",))


def signed(count: int) -> Story:
    return story(event(document="documents", count=count))


def test_a_correction_that_waits_is_not_sent_when_what_was_told_stands_again() -> None:
    told = waiting(signed(12), PAPERS)
    (second,) = decide(signed(60), told, PAPERS, unsent=())
    told.append(replace(second, id=2))
    (gone,) = decide(signed(12), told, PAPERS, unsent=(2,))
    assert (gone.id, gone.reason) == (2, Reason.DUPLICATE)
    (again,) = decide(signed(60), [told[0], gone], PAPERS, unsent=())
    assert (again.reason, again.detail) == (Reason.CORRECTED, "60 documents, told as 12")


def test_a_denial_that_waits_is_not_sent_when_the_plan_that_was_told_stands_again() -> None:
    told = waiting(up("planned"))
    (second,) = decide(up("negated"), told, unsent=())
    told.append(replace(second, id=2))
    (gone,) = decide(up("planned"), told, unsent=(2,))
    assert (gone.id, gone.reason, gone.channels) == (2, Reason.DUPLICATE, ("digest",))
    assert gone.detail == "what was told before stands again"


def test_a_denial_that_waits_is_sent_to_who_was_told_that_it_was_done() -> None:
    told = waiting(up())
    (second,) = decide(up("negated"), told, unsent=())
    told.append(replace(second, id=2))
    found = decide(up("planned"), told, unsent=(2,))
    assert [(a.id, a.reason) for a in found] == [(None, Reason.ADVANCED)]
