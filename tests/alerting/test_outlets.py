"""Each happening that outlets report is told once, whatever order their articles arrive in.

The articles are of our own writing, of invented events: previews, reports of several outlets and
languages, copies, mirrors on hold, denials, follow-ups, recaps and anniversaries.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from alert_tally import CONCLUDED, EXPECTED, Reading, Tally, arrive
from hypothesis import given, seed, settings
from hypothesis import strategies as st
from outlets import File, files, read

from pacts.model import Watch
from pacts.terms import Trust

FILES = {file.name: file for file in files()}
MISREAD = {"georgia-turkmenistan", "kazakhstan-pakistan"}
"""Extraction takes "la signature, prévue le 22 mai, avait été reportée" for a plan.

A plan for January that arrives after the signing in May, and before the article that puts it off,
is told for another: nothing read so far ties the two.
"""


def readings(file: File) -> list[Reading]:
    return [read(telling, file.happenings) for telling in file.tellings]


def in_an_order(file: File, watch: Watch, data: st.DataObject) -> Tally:
    told = readings(file)
    order = data.draw(st.permutations(range(len(told))))
    return arrive([told[number] for number in order], watch)


@pytest.mark.parametrize("name", FILES)
@given(data=st.data())
@seed(5)
@settings(max_examples=8)
def test_each_happening_is_told_once_and_nothing_else(name: str, data: st.DataObject) -> None:
    tally = in_an_order(FILES[name], CONCLUDED, data)
    assert tally.concluded == dict.fromkeys(FILES[name].concluded, 1)
    assert (tally.false, tally.merged, dict(tally.others)) == ([], [], {})


@pytest.mark.parametrize("name", FILES)
@given(data=st.data())
@seed(5)
@settings(max_examples=8)
def test_who_waits_for_plans_hears_of_each_conclusion_once_and_of_no_plan_after_it(
    name: str, data: st.DataObject
) -> None:
    tally = in_an_order(FILES[name], EXPECTED, data)
    assert tally.concluded == dict.fromkeys(FILES[name].concluded, 1)
    assert tally.merged == []
    if name not in MISREAD:
        assert tally.too_late == []


@pytest.mark.parametrize("name", FILES)
def test_a_mirror_on_hold_alone_tells_nobody_anything(name: str) -> None:
    held = [one for one in readings(FILES[name]) if one.article.trust is Trust.HOLD]
    assert arrive(held, EXPECTED).concluded == {}


@pytest.mark.parametrize("name", FILES)
def test_articles_without_a_date_are_told_once_as_well(name: str) -> None:
    file = FILES[name]
    undated = [
        replace(telling, article=replace(telling.article, published=None))
        if telling.role in {"report", "copy"} and number % 2
        else telling
        for number, telling in enumerate(file.tellings)
    ]
    tally = arrive([read(telling, file.happenings) for telling in undated], CONCLUDED)
    assert all(count == 1 for count in tally.concluded.values())


def test_the_articles_tell_of_enough_events_in_every_language() -> None:
    reports = [t for f in FILES.values() for t in f.tellings if t.role == "report"]
    assert len(FILES) >= 16
    assert {telling.article.language for telling in reports} == {"en", "vi", "ru", "zh", "fr", "es"}
    assert all(len({t.article.source for t in file.tellings}) > 2 for file in FILES.values())
