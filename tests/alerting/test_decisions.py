"""What is sent, to whom and why; and what is not, with its reason on record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from tellings import DAY, article, event, sighting, story

from alerting.deciding.case import Sibling
from alerting.deciding.decide import decide_item, decide_story
from alerting.merging.stories import tell
from pacts.model import Alert, Article, Keywords, Silence, Story, Watch
from pacts.terms import DateBasis, Priority, Reason, Status, Trust

SP, CSP = "strategic partnership", "comprehensive strategic partnership"
BOTH = frozenset({Status.CONCLUDED, Status.PLANNED})
TIES = Watch("ties", notify=("desk",), events=("partnership",))
PLANS = Watch("plans", notify=("desk",), events=("partnership", "agreement"), status=BOTH)
PAPERS = Watch("papers", notify=("desk",), events=("agreement", "statement"))


def up(status: str = "concluded", **fields) -> Story:
    fields.setdefault("level", SP)
    return story(event("partnership.upgraded", status=status, **fields))


def decide(
    told_now: Story,
    told: Sequence[Alert] = (),
    *,
    watches: Sequence[Watch] = (TIES,),
    silences: Sequence[Silence] = (),
    siblings: Sequence[Story] = (),
    baseline: bool = False,
    text: Article | None = None,
    days: float = 0.5,
) -> tuple[Alert, ...]:
    return decide_story(
        told_now,
        told,
        text or article(),
        watches,
        silences,
        [Sibling(one) for one in siblings],
        baseline=baseline,
        now=DAY + timedelta(days=days),
    )


def reasons(alerts: Sequence[Alert]) -> list[Reason]:
    return [alert.reason for alert in alerts]


# --- what is new ---------------------------------------------------------------------------


def test_a_new_story_is_a_first_alert_that_says_all_there_is_to_say() -> None:
    (alert,) = decide(up())
    assert alert.reason is Reason.FIRST
    assert (alert.watches, alert.channels) == (("ties",), ("desk",))
    assert alert.headline == "Kazakhstan and Vietnam upgrade relations to strategic partnership"
    assert alert.story == up()
    assert alert.article is None


def test_nothing_is_said_twice() -> None:
    told = decide(up())
    assert decide(up(), told) == ()
    more = tell([*up().sightings, sighting(up().lead.event, source="other", day=1)])
    assert decide(more, told) == ()


def test_what_another_article_repeats_is_on_record_once() -> None:
    told = decide(up())
    again = decide(up(), told, text=article(source="other"))
    assert [(a.reason, a.source) for a in again] == [(Reason.DUPLICATE, "other")]
    assert decide(up(), [*told, *again], text=article(source="third")) == ()


def test_what_nobody_asked_for_leaves_no_trace() -> None:
    assert decide(up("planned")) == ()
    assert decide(up("historical", date="2015")) == ()


@pytest.mark.parametrize("before", ["planned", "conditional", "rumoured"])
def test_what_was_expected_and_is_done_is_an_advance(before: str) -> None:
    watch = Watch("all", notify=("desk",), events=("partnership",), status=frozenset(Status))
    told = decide(up(before), watches=[watch])
    assert reasons(told) == [Reason.FIRST]
    (alert,) = decide(up(), told, watches=[watch])
    assert (alert.reason, alert.detail) == (Reason.ADVANCED, f"told before as {before}")


def test_a_firmer_plan_is_no_advance() -> None:
    watch = Watch("all", notify=("desk",), events=("partnership",), status=frozenset(Status))
    told = decide(up("rumoured"), watches=[watch])
    assert decide(up("planned"), told, watches=[watch]) == ()


def test_a_channel_that_was_not_told_of_the_plan_hears_of_the_deed_for_the_first_time() -> None:
    other = Watch("deeds", notify=("other",), events=("partnership",))
    told = decide(up("planned"), watches=[PLANS, other])
    later = decide(up(), told, watches=[PLANS, other])
    assert {(alert.reason, alert.channels) for alert in later} == {
        (Reason.ADVANCED, ("desk",)),
        (Reason.FIRST, ("other",)),
    }


def test_what_was_told_and_is_refused_is_a_denial() -> None:
    told = decide(up("planned"), watches=[PLANS])
    (alert,) = decide(up("negated"), told, watches=[PLANS])
    assert (alert.reason, alert.detail) == (Reason.DENIED, "told before as planned")
    assert decide(up("negated"), [*told, alert], watches=[PLANS]) == ()


def test_a_denial_of_what_a_channel_never_heard_is_not_sent() -> None:
    assert decide(up("negated"), watches=[PLANS]) == ()


def test_what_was_denied_and_is_done_after_all_is_an_advance() -> None:
    told = [*decide(up("planned"), watches=[PLANS])]
    told += decide(up("negated"), told, watches=[PLANS])
    (alert,) = decide(up(), told, watches=[PLANS])
    assert (alert.reason, alert.detail) == (Reason.ADVANCED, "told before as refused or postponed")


@pytest.mark.parametrize(
    ("before", "after", "detail"),
    [
        ({"level": SP}, {"level": CSP}, f"{CSP}, told as {SP}"),
        ({"level": SP}, {"level": f"{SP} for peace"}, None),
        ({"level": None}, {"level": SP}, None),
    ],
)
def test_another_level_is_a_correction(before, after, detail) -> None:
    alerts = decide(up(**after), decide(up(**before)))
    assert [(a.reason, a.detail) for a in alerts] == (
        [(Reason.CORRECTED, detail)] if detail else []
    )


@pytest.mark.parametrize(
    ("before", "after", "detail"),
    [
        (12, 20, "20 documents, told as 12"),
        (60, 56, None),
        (2, 3, None),
        (8, None, None),
        (None, 8, None),
    ],
)
def test_a_number_that_is_quite_another_is_a_correction(before, after, detail) -> None:
    def signed(count: int | None) -> Story:
        return story(event("agreement.signed", document="documents", count=count))

    told = decide(signed(before), watches=[PAPERS])
    alerts = decide(signed(after), told, watches=[PAPERS])
    assert [alert.detail for alert in alerts] == ([detail] if detail else [])


@pytest.mark.parametrize(
    ("before", "after", "detail"),
    [
        ("2031-05-06", "2031-05-09", "expected 9 May 2031, told as 6 May"),
        ("2031-12-30", "2032-01-09", "expected 9 January 2032, told as 30 December 2031"),
        ("2031-05", "2031-06-02", "expected 2 June 2031, told as May"),
        ("2031-05-06", "2031-05-07", None),
        ("2031-05", "2031-05-09", None),
        ("2031-05-09", "2031-05", None),
        ("2031-05-06", None, None),
        (None, "2031-05-06", None),
    ],
)
def test_a_plan_for_another_day_is_a_correction(before, after, detail) -> None:
    told = decide(up("planned", date=before), watches=[PLANS])
    alerts = decide(up("planned", date=after), told, watches=[PLANS])
    assert [(a.reason, a.detail) for a in alerts] == (
        [(Reason.CORRECTED, detail)] if detail else []
    )


def test_only_stated_days_of_plans_are_corrected_and_only_for_who_wants_plans() -> None:
    first, moved = up("planned", date="2031-05-06"), up("planned", date="2031-05-09")
    told = decide(first, watches=[PLANS])
    for basis in (DateBasis.RELATIVE, DateBasis.VISIT, DateBasis.PUBLICATION):
        other = up("planned", date="2031-05-09", date_basis=basis)
        assert decide(other, told, watches=[PLANS]) == ()
        assert decide(moved, decide(other, watches=[PLANS]), watches=[PLANS]) == ()
    assert decide(moved, told, watches=[TIES]) == ()
    done = decide(up(date="2031-05-06"))
    assert decide(up(date="2031-05-09"), done) == ()


def test_a_plan_that_goes_to_and_fro_between_days_is_told_once_for_each() -> None:
    told: tuple[Alert, ...] = ()
    for day in ("2031-05-06", "2031-05-09", "2031-05-06", "2031-05-10", "2031-05-20"):
        told += decide(up("planned", date=day), told, watches=[PLANS])
    assert [a.detail for a in told if a.reason is Reason.CORRECTED] == [
        "expected 9 May 2031, told as 6 May",
        "expected 20 May 2031, told as 9 May",
    ]


def signed_by(parties: str, **fields) -> Story:
    return story(event(parties=parties, document="documents", **fields))


def test_another_party_is_news_of_its_own() -> None:
    told = decide(signed_by("AZ KZ VN"), watches=[PAPERS])
    (alert,) = decide(signed_by("AZ BY KZ RU VN"), told, watches=[PAPERS])
    assert (alert.reason, alert.detail) == (Reason.NEW_PARTY, "Belarus and Russia join")


def test_other_parties_are_a_correction() -> None:
    told = decide(signed_by("AZ KZ VN"), watches=[PAPERS])
    (alert,) = decide(signed_by("KZ VN"), told, watches=[PAPERS])
    assert alert.reason is Reason.CORRECTED
    assert alert.detail == (
        "parties now Kazakhstan and Vietnam, told as Azerbaijan, Kazakhstan and Vietnam"
    )


def test_a_new_party_and_another_number_are_one_correction() -> None:
    told = decide(signed_by("AZ VN", count=12), watches=[PAPERS])
    (alert,) = decide(signed_by("AZ KZ VN", count=20), told, watches=[PAPERS])
    assert alert.reason is Reason.CORRECTED
    assert alert.detail == "20 documents, told as 12; Kazakhstan joins"


def test_a_plan_told_beside_a_conclusion_does_not_take_it_back() -> None:
    """Two stories that turn out to be one: the plan was told later than what was concluded."""
    told = [*decide(up(), watches=[PLANS]), *decide(up("planned"), watches=[PLANS])]
    again = decide(up(), told, watches=[PLANS], text=article(source="other"))
    assert reasons(again) == [Reason.DUPLICATE]


def test_a_watch_hears_what_comes_of_a_story_though_its_words_are_not_repeated() -> None:
    words = Watch(
        "words", notify=("desk",), events=("partnership",), keywords=Keywords(any=("nuclear",)),
        status=BOTH,
    )  # fmt: skip
    told = decide(up("planned"), watches=[words], text=article("nuclear plants"))
    assert reasons(told) == [Reason.FIRST]
    assert reasons(decide(up(), told, watches=[words], text=article(source="other"))) == [
        Reason.ADVANCED
    ]
    assert decide(up(), watches=[words], text=article(source="other")) == ()


def test_a_refusal_that_is_withdrawn_is_an_advance() -> None:
    told = [*decide(up("planned"), watches=[PLANS])]
    told += decide(up("negated"), told, watches=[PLANS])
    (alert,) = decide(up("planned"), told, watches=[PLANS])
    assert (alert.reason, alert.detail) == (Reason.ADVANCED, "told before as refused or postponed")


# --- what is not sent yet ------------------------------------------------------------------

TWO = Watch("two", notify=("desk",), events=("partnership",), min_sources=2)


def more_sources(*sources: str, **fields) -> Story:
    told = event("partnership.upgraded", level=SP, **fields)
    return tell([sighting(told, source=source) for source in sources])


def test_what_too_few_tell_is_told_when_enough_do_and_says_who() -> None:
    told = decide(more_sources("agency"), watches=[TWO])
    assert [(a.reason, a.detail) for a in told] == [
        (
            Reason.TOO_FEW,
            "2 independent sources are asked for; told by one independent source: agency",
        )
    ]
    assert decide(more_sources("agency"), told, watches=[TWO]) == ()
    (alert,) = decide(more_sources("agency", "ministry"), told, watches=[TWO])
    assert (alert.reason, alert.detail) == (
        Reason.THRESHOLD,
        "told by 2 independent sources: agency and ministry",
    )


def test_what_enough_sources_tell_at_once_is_simply_new() -> None:
    assert reasons(decide(more_sources("agency", "ministry"), watches=[TWO])) == [Reason.FIRST]


def test_who_was_told_hears_a_denial_from_the_first_who_says_so() -> None:
    told = decide(more_sources("agency", "ministry"), watches=[TWO])
    assert reasons(decide(up("negated"), told, watches=[TWO])) == [Reason.DENIED]


def test_what_is_not_sure_enough_is_told_when_another_source_makes_it_so() -> None:
    told = decide(more_sources("agency", confidence=0.4))
    assert [(a.reason, a.detail) for a in told] == [
        (Reason.UNSURE, "sure to 0.40, 0.55 is asked for")
    ]
    surer = more_sources("agency", "ministry", confidence=0.4)
    assert reasons(decide(surer, told, text=article(source="ministry"))) == [Reason.FIRST]


def test_an_article_on_hold_starts_no_alert_of_a_story_that_others_confirm() -> None:
    told = decide(up(), text=article(trust=Trust.HOLD))
    assert [(a.reason, a.detail) for a in told] == [
        (Reason.HELD, "agency is on hold and starts no alert")
    ]
    assert reasons(decide(up(), told, text=article(source="other"))) == [Reason.FIRST]


def test_what_happened_when_a_source_was_first_polled_is_no_old_news() -> None:
    told = decide(up(date="2026-03-10"), baseline=True)
    assert reasons(told) == [Reason.BASELINE]
    assert decide(up(date="2026-03-10"), told, baseline=True) == ()
    later = decide(up(date="2026-03-10"), told, text=article(source="other"))
    assert reasons(later) == [Reason.FIRST]


# --- what is not sent ----------------------------------------------------------------------


def test_a_held_story_is_on_record_once_and_is_sent_when_somebody_confirms_it() -> None:
    held = story(event("partnership.upgraded", level=SP), trust=Trust.HOLD)
    told = decide(held)
    assert reasons(told) == [Reason.HELD]
    assert told[0].channels == ("desk",)
    assert decide(held, told) == ()
    confirmed = tell([*held.sightings, *up().sightings])
    assert reasons(decide(confirmed, told)) == [Reason.FIRST]


def test_a_held_story_in_a_first_poll_can_still_become_news() -> None:
    held = story(event("partnership.upgraded", level=SP), trust=Trust.HOLD)
    told = decide(held, baseline=True)
    assert reasons(told) == [Reason.HELD]
    assert reasons(decide(tell([*held.sightings, *up().sightings]), told)) == [Reason.FIRST]


def test_what_a_new_source_brings_in_its_first_poll_is_never_news() -> None:
    told = decide(up(), baseline=True)
    assert reasons(told) == [Reason.BASELINE]
    assert decide(up(), told) == ()
    assert decide(up(level=CSP), told) == ()


def test_a_plan_from_a_first_poll_is_news_when_it_is_carried_out() -> None:
    told = decide(up("planned"), watches=[PLANS], baseline=True)
    assert reasons(told) == [Reason.BASELINE]
    assert reasons(decide(up(), told, watches=[PLANS])) == [Reason.ADVANCED]


def test_a_plan_and_its_conclusion_from_one_first_poll_are_both_old_news() -> None:
    told = decide(up("planned"), watches=[PLANS], baseline=True)
    done = decide(up(), told, watches=[PLANS], baseline=True)
    assert reasons(done) == [Reason.BASELINE]
    assert decide(up(), [*told, *done], watches=[PLANS], text=article(source="other")) == ()


def test_a_first_poll_does_not_hide_the_progress_of_what_was_told() -> None:
    told = decide(up("planned"), watches=[PLANS])
    assert reasons(decide(up(), told, watches=[PLANS], baseline=True)) == [Reason.ADVANCED]


@pytest.mark.parametrize(
    ("date", "published", "sent"),
    [
        ("2026-03-01", 0, True),
        ("2026-01-10", 0, False),
        (None, 0, True),
        (None, -50, False),
        ("2026-02-01/2026-03-01", 0, True),
        (None, None, True),
    ],
)
def test_what_happened_or_was_published_long_ago_is_too_old(date, published, sent) -> None:
    alerts = decide(up(date=date), text=article(day=published))
    assert reasons(alerts) == [Reason.FIRST if sent else Reason.TOO_OLD]


def test_each_watch_has_its_own_age() -> None:
    patient = Watch(
        "patient", notify=("desk",), events=("partnership",), max_age=timedelta(days=400)
    )
    (alert,) = decide(up(date="2026-01-10"), watches=[TIES, patient])
    assert (alert.reason, alert.watches) == (Reason.FIRST, ("patient",))


def test_a_silence_keeps_a_story_back_and_says_which() -> None:
    silence = Silence(
        DAY + timedelta(days=2), "they talk all week", parties=frozenset({"VN"}), id=3
    )
    told = decide(up(), silences=[silence])
    said = "silence 3 until 2026-03-12 09:00 UTC: they talk all week"
    assert [(a.reason, a.detail, a.silence) for a in told] == [(Reason.SILENCED, said, 3)]
    assert decide(up(), told, silences=[silence]) == ()
    assert reasons(decide(up(), told, silences=[silence], days=3)) == [Reason.FIRST]


def test_a_silence_of_one_watch_leaves_the_others_alone() -> None:
    other = Watch("other", notify=("desk",), events=("partnership",))
    silence = Silence(DAY + timedelta(days=2), "", watch="ties")
    (alert,) = decide(up(), watches=[TIES, other], silences=[silence])
    assert (alert.reason, alert.watches) == (Reason.FIRST, ("other",))


STATEMENT = story(event("statement.adopted", document="Joint Statement"))


def test_a_statement_is_inhibited_by_the_partnership_that_the_same_article_tells() -> None:
    watches = [TIES, PAPERS]
    told = decide(STATEMENT, watches=watches, siblings=[up()])
    assert [(a.reason, a.detail) for a in told] == [(Reason.INHIBITED, decide(up())[0].headline)]
    assert decide(STATEMENT, told, watches=watches) == ()


@pytest.mark.parametrize(
    ("sibling", "watches"),
    [
        (up("planned"), [TIES, PAPERS]),
        (up(parties="AZ VN"), [TIES, PAPERS]),
        (up(), [PAPERS]),
        (up(), [Watch("ties", notify=("elsewhere",), events=("partnership",)), PAPERS]),
        (story(event("partnership.upgraded"), trust=Trust.HOLD), [TIES, PAPERS]),
    ],
)
def test_a_statement_is_sent_where_nothing_stronger_is(sibling: Story, watches) -> None:
    alerts = decide(STATEMENT, watches=watches, siblings=[sibling])
    assert reasons(alerts) == [Reason.FIRST]


@pytest.mark.parametrize(
    ("plan", "reason"),
    [
        (event(status="planned", document="agreements"), Reason.INHIBITED),
        (event(status="conditional", document="agreement"), Reason.INHIBITED),
        (
            event("agreement.ratified", status="planned", document="agreement on extradition"),
            Reason.INHIBITED,
        ),
        (event(status="planned", document="free trade agreement"), Reason.FIRST),
        (event(status="planned", document="agreement", date="2026-04-02"), Reason.FIRST),
        (event(status="planned", document="agreement", parties="RU VN"), Reason.FIRST),
        (event("partnership.upgraded", status="planned", level=CSP), Reason.FIRST),
    ],
)
def test_a_vague_plan_is_not_told_beside_what_the_article_tells_as_done(plan, reason) -> None:
    watch = Watch(
        "all", notify=("desk",), events=("agreement", "partnership"), status=frozenset(Status)
    )
    done = story(event(document="agreement on extradition"))
    assert reasons(decide(story(plan), watches=[watch], siblings=[done])) == [reason]


def test_a_vague_plan_that_gets_a_name_is_news() -> None:
    done = story(event(document="agreement on extradition"))
    vague = story(event(status="planned", document="agreement"))
    named = story(event(status="planned", document="free trade agreement"))
    told = decide(vague, watches=[PLANS], siblings=[done])
    assert decide(vague, told, watches=[PLANS], text=article(source="other")) == ()
    assert reasons(decide(named, told, watches=[PLANS])) == [Reason.FIRST]


def test_an_agreement_without_a_name_is_inhibited_by_the_one_with_a_name() -> None:
    vague = story(event(document="agreement"))
    named = story(event(document="agreement on extradition"))
    assert reasons(decide(vague, watches=[PAPERS], siblings=[named])) == [Reason.INHIBITED]
    assert reasons(decide(named, watches=[PAPERS], siblings=[vague])) == [Reason.FIRST]


def test_several_documents_are_news_beside_one_with_a_name() -> None:
    several = story(event(document="documents", count=8))
    named = story(event(document="agreement on extradition"))
    assert reasons(decide(several, watches=[PAPERS], siblings=[named])) == [Reason.FIRST]


# --- grouping ------------------------------------------------------------------------------


def test_channels_with_the_same_reason_share_one_alert_of_the_highest_priority() -> None:
    loud = Watch("loud", notify=("pager", "desk"), events=("partnership",), priority=Priority.HIGH)
    (alert,) = decide(up(), watches=[TIES, loud])
    assert alert.channels == ("desk", "pager")
    assert alert.watches == ("ties", "loud")
    assert alert.priority is Priority.HIGH


def test_an_alert_holds_the_keywords_as_written() -> None:
    watch = Watch(
        "energy", notify=("desk",), events=("partnership",), keywords=Keywords(any=("nuclear*",))
    )
    (alert,) = decide(up(), watches=[watch], text=article("Nuclear plants"))
    assert alert.matched == ("Nuclear",)


def test_a_new_channel_hears_of_a_story_that_others_know() -> None:
    told = decide(up())
    wider = Watch("ties", notify=("desk", "new"), events=("partnership",))
    (alert,) = decide(up(), told, watches=[wider])
    assert (alert.reason, alert.channels) == (Reason.FIRST, ("new",))


def test_records_are_made_for_a_new_channel_only() -> None:
    told = decide(up(), baseline=True)
    wider = Watch("ties", notify=("desk", "new"), events=("partnership",))
    (alert,) = decide(up(), told, watches=[wider], baseline=True)
    assert (alert.reason, alert.channels) == (Reason.BASELINE, ("new",))


# --- plain keywords ------------------------------------------------------------------------

WORDS = Watch("words", notify=("desk",), keywords=Keywords(all=("code of conduct",)))
NOW = DAY + timedelta(hours=1)


def test_an_item_with_the_words_is_an_alert_with_its_article() -> None:
    text = article("A Code of Conduct at sea")
    (alert,) = decide_item(text, [WORDS, TIES], baseline=False, now=NOW)
    assert (alert.reason, alert.article, alert.story) == (Reason.KEYWORDS, text, None)
    assert (alert.headline, alert.matched) == ("A title", ("Code of Conduct",))


def test_an_item_without_the_words_is_none() -> None:
    assert decide_item(article("Conduct"), [WORDS], baseline=False, now=NOW) == ()


@pytest.mark.parametrize(
    ("text", "baseline", "reason"),
    [
        (article("code of conduct"), True, Reason.BASELINE),
        (article("code of conduct", trust=Trust.HOLD), False, Reason.HELD),
        (article("code of conduct", day=-60), False, Reason.TOO_OLD),
    ],
)
def test_an_item_that_is_not_sent_has_its_reason(text, baseline, reason) -> None:
    assert reasons(decide_item(text, [WORDS], baseline=baseline, now=NOW)) == [reason]


def test_a_watch_on_some_sources_hears_only_them() -> None:
    watch = Watch(
        "words", notify=("desk",), keywords=Keywords(any=("gas",)), sources=frozenset({"x"})
    )
    assert decide_item(article("gas"), [watch], baseline=False, now=NOW) == ()
    assert decide_item(article("gas", source="x"), [watch], baseline=False, now=NOW)


def test_what_a_channel_was_spared_inhibits_nothing() -> None:
    spared = decide(up(), baseline=True)
    assert reasons(spared) == [Reason.BASELINE]
    siblings = [Sibling(up(), spared)]
    told = decide_story(
        STATEMENT, (), article(), [TIES, PAPERS], [], siblings, baseline=False, now=DAY
    )
    assert reasons(told) == [Reason.FIRST]


def sends(history: Sequence[Story], **how) -> list[str]:
    """What each state of a story says that is sent when it is told."""
    told: list[Alert] = []
    for now in history:
        told += decide(now, told, **how)
    return [alert.detail for alert in told if alert.reason.sends]


def test_numbers_that_swing_are_corrected_once_for_each_value() -> None:
    swinging = [story(event(document="documents", count=n)) for n in (12, 60, 12, 60, 13, 30, 12)]
    details = ["", "60 documents, told as 12", "30 documents, told as 60"]
    assert sends(swinging, watches=[PAPERS]) == details


def test_levels_that_swing_are_corrected_once_for_each_value() -> None:
    one, other = "strategic partnership", "comprehensive strategic partnership"
    said = sends([up(level=level) for level in (one, None, other, one, other)])
    assert said == ["", f"{other}, told as {one}"]


def test_parties_that_were_told_before_are_no_correction() -> None:
    told = [up(parties=parties) for parties in ("KZ VN", "KZ UZ", "KZ VN", "KZ UZ")]
    assert len(sends(told)) == 2
