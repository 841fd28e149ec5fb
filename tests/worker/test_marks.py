"""``mark`` and ``evaluate --marked``: what people said of stories, and whether it still holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from forkserver import Done, ForkServer
from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import SIGNED, START, Newsroom

from pacts.model import Article, Event, Evidence, Period
from pacts.terms import ACTS, Act, Kind, Scope, Status
from storage.records import Mark
from worker.measuring.evaluate import run
from worker.measuring.gold import read_gold
from worker.measuring.marked import gold_event, gold_lines, holds, judge, render, to_json
from worker.showing.documents import event_line

EVENT = Event(
    kind=Kind.PARTNERSHIP,
    act=Act.UPGRADED,
    status=Status.CONCLUDED,
    parties=("FJ", "KE"),
    evidence=Evidence("Kenya and Fiji upgraded ties", 3, 31, "upgraded"),
    level="strategic partnership",
    date=Period.day(date(2031, 3, 4)),
)
ARTICLE = Article(
    source="wire",
    key="1",
    url="https://wire.example/1",
    title="Ties",
    text="Ties\n\nKenya and Fiji upgraded ties.",
    published=datetime(2031, 3, 5, tzinfo=UTC),
    language="en",
)


def a_mark(*, right: bool = True, event: Event = EVENT, **more: Any) -> Mark:
    made = Mark(1, right, "", ARTICLE, event, START, 7)
    return replace(made, **more)


# --- whether a mark holds ------------------------------------------------------------------

UNTOUCHED = [
    {"confidence": 0.1},
    {"place": "Suva"},
    {"evidence": Evidence("other words", 0, 5, "")},
    {"level_from": "comprehensive partnership"},
]
CHANGED = [
    {"status": Status.PLANNED},
    {"parties": ("FJ", "KE", "TO")},
    {"level": "allied relations"},
    {"scope": Scope.CORPORATE},
]
CHANGED_IF_RIGHT = [{"act": Act.ESTABLISHED}, {"date": None}, {"count": 2}]


@pytest.mark.parametrize("change", UNTOUCHED)
def test_words_and_figures_beside_the_facts_may_change(change: dict[str, Any]) -> None:
    assert holds(a_mark(), [replace(EVENT, **change)])
    assert not holds(a_mark(right=False), [replace(EVENT, **change)])


@pytest.mark.parametrize("change", CHANGED)
def test_another_status_party_level_or_scope_is_another_event(change: dict[str, Any]) -> None:
    assert not holds(a_mark(), [replace(EVENT, **change)])
    assert holds(a_mark(right=False), [replace(EVENT, **change)])


@pytest.mark.parametrize("change", CHANGED_IF_RIGHT)
def test_what_was_right_keeps_its_day_and_what_was_wrong_is_no_truer_on_another(
    change: dict[str, Any],
) -> None:
    assert not holds(a_mark(), [replace(EVENT, **change)])
    assert not holds(a_mark(right=False), [replace(EVENT, **change)])


def test_other_events_of_the_article_are_nobodys_business() -> None:
    other = replace(EVENT, parties=("CL", "PE"))
    assert holds(a_mark(), [other, EVENT])
    assert holds(a_mark(right=False), [other])
    assert not holds(a_mark(), [])


def test_a_broken_mark_is_told_with_what_is_said_now() -> None:
    marks = [a_mark(comment="it is so"), a_mark(right=False, story=None, id=2)]
    planned = replace(EVENT, status=Status.PLANNED)
    report = judge(marks, lambda _: [planned])
    assert render(report).splitlines() == [
        "2 marks, 1 broken.",
        "",
        f"broken: story 7, right: {event_line(EVENT)}",
        "    Ties",
        "    https://wire.example/1",
        "    “Kenya and Fiji upgraded ties”",
        "    marked so: it is so",
        f"    now: {event_line(planned)}",
    ]
    assert "now: nothing" in render(judge(marks, lambda _: []))
    assert "mark 2, wrong" in render(judge(marks, lambda _: [EVENT]))
    data = json.loads(json.dumps(to_json(report)))
    assert (data["marks"], data["held"]) == (2, 1)
    (broken,) = data["broken"]
    assert (broken["story"], broken["verdict"]) == (7, "right")
    assert [event["status"] for event in broken["found"]] == ["planned"]


# --- labelled documents --------------------------------------------------------------------

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
kinds_and_acts = st.sampled_from([(kind, act) for kind in Kind for act in sorted(ACTS[kind])])


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    kind, act = draw(kinds_and_acts)
    bond = kind in {Kind.PARTNERSHIP, Kind.RELATIONS}
    event = replace(
        EVENT,
        kind=kind,
        act=act,
        status=draw(st.sampled_from(Status)),
        scope=draw(st.sampled_from(Scope)),
        level="strategic partnership" if bond else None,
        document=None if bond else "treaty",
        count=draw(st.none() | st.integers(1, 60)),
        date=draw(st.none() | st.just(EVENT.date)),
    )
    title, body = draw(texts), draw(texts)
    article = replace(
        ARTICLE,
        title=title,
        text=draw(st.sampled_from([Article.compose(title, body), body])),
        published=draw(st.none() | st.just(ARTICLE.published)),
        language=draw(st.none() | st.just("vi")),
    )
    return a_mark(right=draw(st.booleans()), event=event, article=article, comment=draw(texts))


@given(marks())
@settings(max_examples=150)
def test_an_exported_mark_is_a_labelled_document_with_the_same_text_and_event(
    tmp_path_factory: pytest.TempPathFactory, mark: Mark
) -> None:
    path = tmp_path_factory.mktemp("marks") / "marks.jsonl"
    path.write_text("".join(gold_lines([mark])), encoding="utf-8")
    (document,) = read_gold(path)
    assert document.article.text == mark.article.text
    assert (document.published, document.lang) == (mark.article.published, mark.article.language)
    events = document.events if mark.right else document.must_not
    assert events == (gold_event(mark.event),)
    assert (document.alert == "yes") == (mark.right and mark.event.alerts)


def test_of_one_example_that_was_judged_twice_the_later_judgement_is_exported() -> None:
    (line,) = gold_lines([a_mark(), a_mark(right=False, id=2)])
    assert json.loads(line)["events"] == []


# --- the commands --------------------------------------------------------------------------


@pytest.fixture
def room(tmp_path: Path, pactwatch: ForkServer) -> Iterator[Newsroom]:
    """Story 1 was told."""
    with Newsroom(tmp_path) as room:
        room.publish("wire", "signed", *SIGNED)
        pactwatch.run(*room.words("once", "--notify-baseline", at=START))
        yield room


@pytest.fixture
def say(room: Newsroom, pactwatch: ForkServer) -> Any:
    def said(*words: str) -> Done:
        return pactwatch.run(*room.words(*words))

    return said


def test_a_story_is_marked_and_lists_show_it(room: Newsroom, say: Any) -> None:
    assert json.loads(say("stories", "--json").out)[0]["mark"] is None
    done = say("mark", "1", "right", "--comment", "as it was", "--at", "2031-03-05")
    assert done.status == 0, done.err
    assert done.out.startswith("Story 1 is marked right: concluded agreement.signed FJ KE")
    for name in ("stories", "alerts"):
        assert say(name).out.splitlines()[1].split()[-1] == "right"
        (row,) = json.loads(say(name, "--json").out)
        assert (row["mark"]["verdict"], row["mark"]["comment"]) == ("right", "as it was")
    assert "as it was" in say("mark").out
    (listed,) = json.loads(say("mark", "--json").out)
    assert (listed["story"], listed["verdict"], listed["source"]) == (1, "right", "wire")
    assert listed["created"].startswith("2031-03-05T12:00")


def test_a_right_story_still_comes_out_and_a_wrong_one_breaks_the_evaluation(say: Any) -> None:
    empty = say("evaluate", "--marked")
    assert (empty.status, empty.out) == (0, "No story is marked.\n")
    say("mark", "1", "right")
    held = say("evaluate", "--marked")
    assert (held.status, held.out) == (0, "1 mark, none broken.\n")
    assert json.loads(say("mark", "1", "wrong", "--json").out)["verdict"] == "wrong"
    broken = say("evaluate", "--marked")
    assert (broken.status, "broken: story 1, wrong" in broken.out) == (1, True)
    assert json.loads(say("evaluate", "--marked", "--json").out)["held"] == 0


def test_a_mark_can_be_taken_back(say: Any) -> None:
    say("mark", "1", "wrong")
    assert say("mark", "1", "--remove").status == 0
    assert say("mark").out == "No story is marked.\n"
    again = say("mark", "1", "--remove")
    assert (again.status, "not marked" in again.err) == (2, True)


def test_marks_are_exported_as_a_file_that_evaluate_reads(
    say: Any, pactwatch: ForkServer, tmp_path: Path
) -> None:
    path = tmp_path / "marks.jsonl"
    say("mark", "1", "right")
    assert say("mark", "--export", str(path)).out == f"1 document written to {path}.\n"
    scores = run(path, misses=True)
    assert (scores.alert.right, scores.events.right, scores.events.false) == (1, 1, 0)
    assert scores.misses == ()
    say("mark", "1", "wrong")
    path.write_text(say("mark", "--export", "-").out, encoding="utf-8")
    wrong = run(path, misses=True)
    assert (wrong.events.right, wrong.events.false) == (0, 1)
    assert [miss.what for miss in wrong.misses] == ["false event"]
    assert pactwatch.run("evaluate", str(path)).status == 0


def test_what_makes_no_sense_is_refused_in_one_line(say: Any) -> None:
    refused = {
        ("mark", "1"): "right or wrong",
        ("mark", "1", "maybe"): "right or wrong",
        ("mark", "77", "right"): "there is no story 77",
        ("mark", "--remove"): "which story",
        ("mark", "1", "right", "--remove"): "either",
        ("mark", "1", "right", "--export", "-"): "takes no story",
        ("mark", "--export", "nowhere/marks.jsonl"): "nowhere",
        ("evaluate",): "--marked",
        ("evaluate", "gold.jsonl", "--marked"): "--marked",
    }
    for words, said in refused.items():
        done = say(*words)
        assert (done.status, len(done.err.splitlines()), said in done.err) == (2, 1, True), done.err
    assert say("mark").out == "No story is marked.\n"
