"""Articles that are edited: only what changed is told, once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from newsroom import DULL, SIGNED, START, Newsroom

from pacts.identity import said_of
from pacts.model import Item, Story
from pacts.terms import Reason, Status
from storage.records import Remembered
from worker.journey.edits import Edit, what_to_do
from worker.life.runtime import Runtime

PLANNED = (
    "Kenya and Fiji to sign fisheries agreement",
    "SUVA, March 4, 2031 - Kenya and Fiji will sign a fisheries agreement in Suva on Tuesday.",
)
CALLED_OFF = (
    "Kenya and Fiji call off fisheries agreement",
    "SUVA, March 4, 2031 - Kenya and Fiji did not sign a fisheries agreement in Suva on Tuesday.",
)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(tmp_path, "wire", "post") as room:
        yield room


@pytest.fixture
def runtime(room: Newsroom) -> Iterator[Runtime]:
    with room.runtime() as runtime:
        room.poll(runtime, "wire")
        room.poll(runtime, "post")
        room.later(minutes=15)
        yield runtime


def edit(room: Newsroom, title: str, body: str, *, source: str = "wire", **later: float) -> None:
    """The latest article of a source reads otherwise from now on."""
    room.later(**(later or {"hours": 2}))
    told = replace(room.articles[source].pop(0), title=title, body=body)
    room.publish(source, told.slug, title, body, published=told.published)


def sent(runtime: Runtime) -> list[Reason]:
    return [one.reason for one in reversed(runtime.store.alerts()) if one.reason.sends]


def only_story(runtime: Runtime) -> Story:
    (story,) = runtime.store.stories()
    return story


def test_a_plan_that_an_edit_carries_out_is_told_as_carried_out(
    room: Newsroom, runtime: Runtime
) -> None:
    room.publish("wire", "fish", *PLANNED)
    room.poll(runtime)
    edit(room, *SIGNED)
    polled = room.poll(runtime)
    assert (polled.revised, polled.alerts, polled.stored) == (1, 1, 0)
    assert sent(runtime) == [Reason.FIRST, Reason.ADVANCED]
    story = only_story(runtime)
    assert (story.status, len(story.sightings)) == (Status.CONCLUDED, 1)


def test_a_conclusion_that_an_edit_takes_back_is_denied(room: Newsroom, runtime: Runtime) -> None:
    room.publish("wire", "fish", *SIGNED)
    room.poll(runtime)
    edit(room, *CALLED_OFF)
    room.poll(runtime)
    assert sent(runtime) == [Reason.FIRST, Reason.DENIED]
    assert only_story(runtime).status is Status.NEGATED


@pytest.mark.parametrize(
    ("before", "after", "detail"),
    [
        ("12 agreements", "21 agreements", "21 agreements, told as 12"),
        ("a fisheries agreement", "a fisheries agreement and a tax treaty", None),
    ],
)
def test_a_number_that_an_edit_corrects_is_told_as_a_correction(
    room: Newsroom, runtime: Runtime, before: str, after: str, detail: str | None
) -> None:
    text = "SUVA, March 4, 2031 - Kenya and Fiji signed {} in Suva on Tuesday."
    room.publish("wire", "many", f"Kenya and Fiji sign {before}", text.format(before))
    room.poll(runtime)
    edit(room, f"Kenya and Fiji sign {after}", text.format(after))
    room.poll(runtime)
    told = runtime.store.alerts()
    if detail is None:
        assert sent(runtime) == [Reason.FIRST, Reason.FIRST]
        assert len(runtime.store.stories()) == 2
    else:
        assert (told[0].reason, told[0].detail) == (Reason.CORRECTED, detail)
        assert len(runtime.store.stories()) == 1


def test_a_party_that_an_edit_corrects_is_told_as_a_correction(
    room: Newsroom, runtime: Runtime
) -> None:
    room.publish("wire", "fish", *SIGNED)
    room.poll(runtime)
    edit(room, *(text.replace("Kenya", "Tonga") for text in SIGNED))
    room.poll(runtime)
    assert sent(runtime) == [Reason.FIRST, Reason.CORRECTED]
    assert only_story(runtime).parties == ("FJ", "TO")


@pytest.mark.parametrize(
    "edited",
    [
        ("Kenya, Fiji sign fisheries agreement", SIGNED[1]),
        (SIGNED[0], SIGNED[1] + " The ministers shook hands and went to lunch together."),
        DULL,
    ],
)
def test_an_edit_that_changes_no_fact_is_kept_and_told_to_nobody(
    room: Newsroom, runtime: Runtime, edited: tuple[str, str]
) -> None:
    room.publish("wire", "fish", *SIGNED)
    room.poll(runtime)
    edit(room, *edited)
    polled = room.poll(runtime)
    assert (polled.revised, polled.alerts) == (1, 0)
    assert sent(runtime) == [Reason.FIRST]
    assert only_story(runtime).status is Status.CONCLUDED
    item, article = list(runtime.store.articles())[-1]
    assert article.title == edited[0]
    assert [one.title for one in runtime.store.revisions(item)] == [SIGNED[0]]
    assert SIGNED[1] in runtime.store.revisions(item)[0].text


def test_an_edit_there_and_back_is_told_once(room: Newsroom, runtime: Runtime) -> None:
    room.publish("wire", "fish", *PLANNED)
    room.poll(runtime)
    for version in (SIGNED, PLANNED, SIGNED):
        edit(room, *version, hours=12)
        room.poll(runtime)
    assert sent(runtime) == [Reason.FIRST, Reason.ADVANCED]


def test_an_edit_leaves_what_others_tell(room: Newsroom, runtime: Runtime) -> None:
    room.publish("wire", "fish", *PLANNED)
    room.publish("post", "fish", *PLANNED)
    room.poll(runtime, "wire")
    room.poll(runtime, "post")
    edit(room, *SIGNED)
    room.poll(runtime, "wire")
    story = only_story(runtime)
    assert {(one.source, one.event.status) for one in story.sightings} == {
        ("wire", Status.CONCLUDED),
        ("post", Status.PLANNED),
    }
    edit(room, *SIGNED, source="post")
    room.poll(runtime, "post")
    assert sent(runtime) == [Reason.FIRST, Reason.ADVANCED]


def test_an_edit_within_the_hour_is_read_when_the_hour_is_over(
    room: Newsroom, runtime: Runtime
) -> None:
    path = room.publish("wire", "fish", *PLANNED)
    room.poll(runtime)
    edit(room, *SIGNED, minutes=15)
    assert room.poll(runtime).revised == 0
    room.later(minutes=15)
    assert room.poll(runtime).revised == 0
    assert room.web.hits(path) == 1
    room.later(minutes=30)
    assert room.poll(runtime).revised == 1
    assert sent(runtime) == [Reason.FIRST, Reason.ADVANCED]
    room.later(minutes=15)
    assert room.poll(runtime).unchanged


def test_an_edited_page_that_fails_is_asked_for_again(room: Newsroom, runtime: Runtime) -> None:
    path = room.publish("wire", "fish", *PLANNED)
    room.poll(runtime)
    edit(room, *SIGNED)
    room.web.fail(path, 500)
    assert room.poll(runtime).revised == 0
    room.restore("wire", room.articles["wire"][0])
    room.later(hours=2)
    assert room.poll(runtime).revised == 1
    assert sent(runtime) == [Reason.FIRST, Reason.ADVANCED]


def test_an_edit_in_the_silent_first_poll_tells_only_progress(room: Newsroom) -> None:
    room.publish("wire", "fish", *PLANNED)
    with room.runtime() as runtime:
        room.poll(runtime)
        edit(room, PLANNED[0] + " and a tax treaty", PLANNED[1].replace(
            "agreement in", "agreement and a tax treaty in"))  # fmt: skip
        room.poll(runtime)
        assert sent(runtime) == []
        edit(room, *SIGNED, hours=6)
        room.poll(runtime)
        assert sent(runtime) == [Reason.ADVANCED]


def test_a_crash_in_the_middle_of_an_edit_leaves_all_as_it_was(
    room: Newsroom, runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.publish("wire", "fish", *PLANNED)
    room.poll(runtime)
    edit(room, *SIGNED)
    before = (runtime.store.stories(), list(runtime.store.articles()))

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("nobody foresaw this")

    with monkeypatch.context() as patched:
        patched.setattr(type(runtime.store), "add_alert", broken)
        assert room.poll(runtime).revised == 0
    assert (runtime.store.stories(), list(runtime.store.articles())) == before
    room.later(hours=2)
    assert room.poll(runtime).revised == 1
    assert sent(runtime) == [Reason.FIRST, Reason.ADVANCED]


# --- what is worth reading again -----------------------------------------------------------

LISTED = Item("wire", "k", "", "Kenya and Fiji sign", "At noon.")


def known(**fields: object) -> Remembered:
    values = {"title": LISTED.title, "said": said_of(LISTED), "first_seen": START} | fields
    return Remembered(1, "k", **values)  # type: ignore[arg-type]


EDITED = replace(LISTED, summary="At two o'clock.")


def test_five_readings_in_growing_waits_and_none_after_a_week() -> None:
    now, reread, hours = START, 0, []
    row = known()
    while now - START < timedelta(days=10):
        if what_to_do(EDITED, row, now) is Edit.READ:
            hours.append((now - START) / timedelta(hours=1))
            reread += 1
            row = replace(row, rereads=reread, reread_at=now)
        now += timedelta(minutes=15)
    assert hours == [1, 3, 7, 15, 31]
    late = START + timedelta(days=8)
    assert what_to_do(EDITED, known(), late) is Edit.NOTE


@pytest.mark.parametrize(
    ("item", "row"),
    [
        (LISTED, known()),
        (replace(LISTED, title="KENYA AND FIJI SIGN!", published=START), known()),
        (EDITED, known(said=None)),
        (EDITED, known(settled=False)),
        (replace(LISTED, updated=START), known()),
    ],
)
def test_what_is_no_edit_is_only_noted(item: Item, row: Remembered) -> None:
    assert what_to_do(item, row, START + timedelta(days=1)) is Edit.NOTE


def test_a_later_time_of_edit_is_an_edit() -> None:
    later = START + timedelta(hours=5)
    item = replace(LISTED, updated=later)
    assert what_to_do(item, known(updated=START), later) is Edit.READ
