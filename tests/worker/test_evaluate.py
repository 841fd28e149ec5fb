"""Scoring is only worth as much as its own tests."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacts.errors import UsageError
from pacts.model import Event, Evidence, Period
from pacts.terms import Act, Kind, Scope, Status
from worker.measuring.evaluate import find_misses, read_gold, render, score, to_json
from worker.measuring.gold import GoldDocument, GoldEvent
from worker.measuring.scoring import Rate, Tally

DAY = Period.day(date(2025, 5, 6))


def event(
    status: Status = Status.CONCLUDED,
    parties: tuple[str, ...] = ("KZ", "VN"),
    kind: Kind = Kind.PARTNERSHIP,
    act: Act = Act.UPGRADED,
    **more: object,
) -> Event:
    evidence = Evidence("they agreed to elevate", 0, 22, "agreed")
    said = Event(kind, act, status, parties, evidence, date=DAY, confidence=0.9)
    return replace(said, **more)


def label(
    status: Status = Status.CONCLUDED,
    parties: tuple[str, ...] = ("KZ", "VN"),
    kind: Kind = Kind.PARTNERSHIP,
    act: Act = Act.UPGRADED,
    **more: object,
) -> GoldEvent:
    wanted = GoldEvent(kind, act, status, frozenset(parties), date=DAY)
    return replace(wanted, **more)


def document(*events: GoldEvent, alert: str = "yes", **more: object) -> GoldDocument:
    made = GoldDocument("d", "A title", "text", None, "en", "gold:d", alert, events)
    return replace(made, **more)


def test_a_right_answer_scores_one_everywhere() -> None:
    scores = score([document(label())], {"d": [event()]})
    assert scores.alert == scores.events == Tally(right=1)
    assert scores.events.precision == scores.events.recall == scores.events.f1 == 1.0
    assert all(rate.share == 1.0 for rate in scores.fields.values())
    assert scores.by_kind == {"partnership": Tally(right=1)}
    assert scores.by_status == {"concluded": Tally(right=1)}
    assert scores.by_language == scores.alert_by_language == {"en": Tally(right=1)}


def test_no_answer_is_a_miss_and_not_a_false_alarm() -> None:
    scores = score([document(label())], {})
    assert scores.alert == scores.events == Tally(missed=1)
    assert (scores.events.precision, scores.events.recall) == (1.0, 0.0)


def test_documents_that_could_go_either_way_count_for_no_alert_score() -> None:
    either = document(label(), alert="either")
    assert score([either], {"d": [event()]}).alert == Tally()
    assert score([either], {}).alert == Tally()


def test_only_a_concluded_event_between_states_raises_an_alert() -> None:
    quiet = document(alert="no")
    assert score([quiet], {"d": [event(status=Status.PLANNED)]}).alert == Tally()
    assert score([quiet], {"d": [event(scope=Scope.CORPORATE)]}).alert == Tally()
    assert score([quiet], {"d": [event()]}).alert == Tally(false=1)


@pytest.mark.parametrize("act", [Act.ESTABLISHED, Act.SEVERED])
def test_relations_and_partnerships_are_one_family(act: Act) -> None:
    scores = score([document(label())], {"d": [event(kind=Kind.RELATIONS, act=act)]})
    assert scores.events == Tally(right=1)
    assert scores.fields["act"] == Rate(0, 1)


def test_an_agreement_is_not_a_partnership() -> None:
    scores = score([document(label())], {"d": [event(kind=Kind.AGREEMENT, act=Act.SIGNED)]})
    assert scores.events == Tally(false=1, missed=1)


def test_a_wrong_status_is_false_and_missed_and_named_as_such() -> None:
    documents, answers = [document(label())], {"d": [event(status=Status.PLANNED)]}
    scores = score(documents, answers)
    assert scores.events == Tally(false=1, missed=1)
    assert scores.fields["status"] == Rate(0, 1)
    assert scores.fields["act"] == Rate(0, 0)
    assert [miss.what for miss in find_misses(documents, answers)] == [
        "missed alert",
        "wrong status",
    ]


@pytest.mark.parametrize("status", [Status.RUMOURED, Status.CONDITIONAL])
def test_rumours_and_conditions_count_as_plans(status: Status) -> None:
    planned = document(label(status=Status.PLANNED), alert="no")
    assert score([planned], {"d": [event(status=status)]}).events == Tally(right=1)


@pytest.mark.parametrize(
    ("wanted", "said", "right"),
    [
        (("KZ", "VN"), ("KZ", "VN"), True),
        (("KZ", "VN"), ("AZ", "KZ", "VN"), True),
        (("KZ", "VN"), ("AZ", "BY", "KZ", "RU", "VN"), False),
        (("KZ", "VN"), ("AZ", "VN"), False),
        (("AZ", "BY", "KZ", "VN"), ("KZ", "VN"), True),
        (("AZ", "BY", "KZ", "RU", "VN"), ("KZ", "VN"), False),
    ],
)
def test_parties_must_share_a_pair_and_overlap_by_half(
    wanted: tuple[str, ...], said: tuple[str, ...], *, right: bool
) -> None:
    scores = score([document(label(parties=wanted))], {"d": [event(parties=said)]})
    assert scores.events == (Tally(right=1) if right else Tally(false=1, missed=1))


def test_parties_beyond_an_open_list_are_no_mistake() -> None:
    wanted = document(label(parties=("LK", "FR"), open_parties=True))
    scores = score([wanted], {"d": [event(parties=("DE", "FR", "IN", "JP", "LK", "US"))]})
    assert scores.events == Tally(right=1)
    assert scores.fields["parties"] == Rate(0, 0)


def test_each_label_is_matched_once() -> None:
    scores = score([document(label())], {"d": [event(), event(level="again")]})
    assert scores.events == Tally(right=1, false=1)


def test_a_label_goes_to_the_answer_with_its_status_before_one_with_its_words() -> None:
    gold = document(label(what="strategic partnership"))
    planned = event(status=Status.PLANNED, level="strategic partnership")
    assert score([gold], {"d": [planned, event()]}).events == Tally(right=1, false=1)


def test_history_neither_counts_nor_pardons_news() -> None:
    past = document(label(status=Status.HISTORICAL), alert="no")
    assert score([past], {}).events == Tally()
    assert score([past], {"d": [event(status=Status.HISTORICAL)] * 4}).events == Tally()
    assert score([past], {"d": [event()]}).events == Tally(false=1)
    assert score([past], {}).by_status == {"historical": Tally(missed=1)}


def test_incomplete_labels_forgive_more_of_the_same_status() -> None:
    seed = document(label(), forgiven=frozenset({Status.PLANNED}))
    said = [event(), event(status=Status.PLANNED), event(status=Status.NEGATED)]
    assert score([seed], {"d": said}).events == Tally(right=1, false=1)


def test_what_must_not_be_told_is_false_whatever_is_forgiven() -> None:
    seed = document(alert="either", forgiven=frozenset(Status), must_not=(label(),))
    other = event(parties=("AZ", "VN"))
    assert score([seed], {"d": [event(act=Act.ESTABLISHED), other]}).events == Tally(false=1)
    assert score([seed], {"d": [event(status=Status.PLANNED), other]}).events == Tally()


def test_statements_have_a_score_of_their_own() -> None:
    wanted = label(kind=Kind.STATEMENT, act=Act.ADOPTED)
    said = event(kind=Kind.STATEMENT, act=Act.ADOPTED)
    scores = score([document(wanted, alert="no")], {"d": [said]})
    assert (scores.statements, scores.events, scores.alert) == (Tally(right=1), Tally(), Tally())


@pytest.mark.parametrize(
    ("wanted", "said", "right"),
    [
        ("2025-05-06", "2025-05-07", True),
        ("2025-05-06", "2025-05-08", False),
        ("2025-05-06", "2025-05", False),
        ("2025-05-05/2025-05-12", "2025-05-09", True),
        ("2025-05", "2025-05-31", True),
        ("2025-05-06", None, False),
    ],
)
def test_a_date_is_right_when_all_of_it_lies_within_a_day_of_the_label(
    wanted: str, said: str | None, *, right: bool
) -> None:
    gold = document(label(date=Period.parse(wanted)))
    answer = event(date=Period.parse(said) if said else None)
    assert score([gold], {"d": [answer]}).fields["date"] == Rate(int(right), 1)


def test_a_count_is_asked_for_only_where_the_label_has_one() -> None:
    def rate(gold: int | None, said: int | None) -> Rate:
        return score([document(label(count=gold))], {"d": [event(count=said)]}).fields["count"]

    assert (rate(60, 60), rate(60, None), rate(None, 3)) == (Rate(1, 1), Rate(0, 1), Rate(0, 0))


def test_confidence_is_laid_beside_what_was_right() -> None:
    said = [event(confidence=0.95), event(confidence=1.0, parties=("AZ", "VN"))]
    reliability = score([document(label())], {"d": said}).reliability
    assert reliability[9] == Rate(1, 2)
    assert sum(rate.of for rate in reliability) == 2


@given(st.permutations([event(), event(confidence=0.9), event(status=Status.PLANNED)]))
def test_the_order_of_answers_changes_no_score(said: list[Event]) -> None:
    gold = [document(label(), label(status=Status.NEGATED, parties=("AZ", "KZ", "VN")))]
    scores = score(gold, {"d": said})
    assert (scores.events, scores.alert) == (Tally(1, 2, 1), Tally(right=1))


def test_misses_carry_the_words_of_text_and_label() -> None:
    gold = [document(label(quote="lifted their ties"), alert="no")]
    found = find_misses(gold, {"d": [event(parties=("AZ", "VN"))]})
    assert [(miss.what, miss.quote) for miss in found] == [
        ("false alert", "they agreed to elevate"),
        ("false event", "they agreed to elevate"),
        ("missed event", "lifted their ties"),
    ]
    assert "[KZ VN] 2025-05-06" in str(found[2])


def test_scores_are_told_as_text_and_as_json() -> None:
    gold, answers = [document(label())], {"d": [event(status=Status.NEGATED)]}
    scores = replace(score(gold, answers), misses=find_misses(gold, answers))
    text = render(scores)
    assert "status concluded" in text
    assert "wrong status: d" in text
    data = json.loads(json.dumps(to_json(scores)))
    assert data["events"] == {
        "right": 0,
        "false": 1,
        "missed": 1,
        "precision": 0.0,
        "recall": 0.0,
        "f1": 0.0,
    }


# --- reading -------------------------------------------------------------------------------


def gold_file(folder: Path, *lines: dict[str, object]) -> Path:
    path = folder / "gold" / "made.jsonl"
    path.parent.mkdir()
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
    return path


def line(**more: object) -> dict[str, object]:
    made = {"id": "1", "lang": "en", "published": "2025-05-07", "title": "T", "text": "x"}
    return {**made, "alert": "no", "events": [], **more}


def gold_event(**more: object) -> dict[str, object]:
    made = {"kind": "agreement", "act": "signed", "parties": ["VN", "KZ"], "status": "planned"}
    return {**made, "date": None, **more}


def test_the_forms_of_the_gold_files_become_one(tmp_path: Path) -> None:
    path = gold_file(
        tmp_path,
        line(
            alert=True,
            events=[
                gold_event(act="adopted", parties=["FR", "+"], date="2025"),
                gold_event(kind="partnership", act="established", what="quan hệ ngoại giao"),
                gold_event(kind="partnership", act="ended", what="diplomatic ties"),
                gold_event(kind="partnership", act="established", what="恢复外交关系"),
                gold_event(kind="partnership", act="upgraded", what="level of relations"),
                {
                    "type": "partnership_upgrade",
                    "parties": ["PT", "VN"],
                    "status": "concluded",
                    "date": "2026-05-05/2026-05-12",
                    "level": "strategic_partnership",
                },
                {"type": "joint_statement_adopted", "parties": [], "status": "negated", "date": ""},
                {"type": "agreement_in_force", "parties": [], "status": "negated", "date": ""},
            ],
        ),
    )
    (read,) = read_gold(path)
    assert [f"{event.kind}.{event.act}" for event in read.events] == [
        "agreement.signed",
        "relations.established",
        "relations.severed",
        "relations.restored",
        "partnership.upgraded",
        "partnership.upgraded",
        "statement.adopted",
        "agreement.in_force",
    ]
    assert (read.events[0].parties, read.events[0].open_parties) == ({"FR"}, True)
    assert read.events[5].what == "strategic partnership"
    assert (read.alert, read.published) == ("yes", datetime(2025, 5, 7, tzinfo=UTC))


def test_a_text_in_a_file_is_read_from_beside_the_gold_folder(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "1.txt").write_text("Lời đầu\nrest", encoding="utf-8")
    made = line(file="seeds/1.txt", optional=["planned: more of them", "historical: 1992"])
    (read,) = read_gold(gold_file(tmp_path, made))
    assert read.text == "Lời đầu\nrest"
    assert read.forgiven == {Status.PLANNED, Status.HISTORICAL}


def test_a_time_with_a_zone_becomes_utc_and_text_keeps_odd_line_ends(tmp_path: Path) -> None:
    made = line(published="2024-11-22T01:05:00+08:00", text="a\u2028b\x85c")
    (read,) = read_gold(gold_file(tmp_path, made))
    assert read.article.published == datetime(2024, 11, 21, 17, 5, tzinfo=UTC)
    assert read.article.text == "T\n\na\u2028b\x85c"


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ([line(), line()], ":2: the id '1' is used twice"),
        ([line(alert="perhaps")], ":1: not a gold document (ValueError: alert is 'perhaps')"),
        ([line(events=[gold_event(act="established")])], "agreement has no act established"),
        ([line(events=[{"type": "law_signed"}])], "type is 'law_signed'"),
        ([{"id": "1"}], "KeyError"),
        ([line(file="seeds/none.txt")], "FileNotFoundError"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(
    tmp_path: Path, made: list[dict[str, object]], told: str
) -> None:
    with pytest.raises(UsageError) as caught:
        read_gold(gold_file(tmp_path, *made))
    assert told in str(caught.value)


def test_a_gold_file_that_is_not_there_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_gold(tmp_path / "none.jsonl")
