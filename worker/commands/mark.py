"""``mark``: say that a story was told rightly or wrongly, and hold extraction to it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pacts.counting import counted
from worker.commands.options import AtOption, ConfigOption, DatabaseOption, JsonOption
from worker.commands.output import line, print_json, table

if TYPE_CHECKING:
    from storage.records import Mark
    from storage.store import Store


def mark(
    story: Annotated[
        int | None, typer.Argument(help="The story; without it, all marks are listed.")
    ] = None,
    verdict: Annotated[str | None, typer.Argument(metavar="[right or wrong]")] = None,
    *,
    comment: Annotated[
        str, typer.Option(metavar="TEXT", help="What is right or wrong about it.")
    ] = "",
    remove: Annotated[bool, typer.Option("--remove", help="Take back what was said.")] = False,
    export: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Write all marks as labelled documents; - is output."),
    ] = None,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say that a story was told rightly, or wrongly, and keep it as an example.

    `evaluate --marked` tries whether all examples still come out as they were judged. Wrong
    means that there should have been no such event, or none with this status and these parties.
    """
    from worker.commands.stored import store_of
    from worker.life.clock import clock_at

    _check(story, verdict, remove=remove, export=export)
    if story is None:
        with store_of(database, config) as store:
            _tell(store.marks(), export, as_json=as_json)
        return
    with store_of(database, config, read_only=False) as store:
        if remove:
            _remove(store, story)
        else:
            right = verdict == "right"
            kept = store.mark_story(story, right=right, comment=comment, now=clock_at(at)())
            _confirm(kept, as_json=as_json)


def _check(story: int | None, verdict: str | None, *, remove: bool, export: str | None) -> None:
    from pacts.errors import UsageError

    if story is None and remove:
        raise UsageError("say which story: pactwatch mark STORY --remove")
    if story is not None and export is not None:
        raise UsageError("--export writes all marks, and takes no story")
    if story is not None and not remove and verdict not in {"right", "wrong"}:
        raise UsageError(f"say of story {story} whether it is right or wrong")
    if remove and verdict is not None:
        raise UsageError("say either --remove or right or wrong")


def _remove(store: Store, story: int) -> None:
    from pacts.errors import UsageError

    if not store.unmark_story(story):
        raise UsageError(f"story {story} is not marked")
    line(f"Story {story} is not marked any more.")


def _confirm(kept: Mark, *, as_json: bool) -> None:
    from worker.showing.documents import event_line
    from worker.showing.shapes import mark_json, told

    if as_json:
        print_json(mark_json(kept))
        return
    line(f"Story {kept.story} is marked {told(kept)}: {event_line(kept.event)}")
    line(f'    "{kept.event.evidence.quote}" - {kept.article.source}')


def _tell(marks: Sequence[Mark], export: str | None, *, as_json: bool) -> None:
    from worker.showing.documents import event_line
    from worker.showing.shapes import mark_json, told

    if export is not None:
        _export(marks, export)
    elif as_json:
        print_json([mark_json(one) for one in marks])
    else:
        rows = [
            (one.story, told(one), one.created, event_line(one.event), one.comment) for one in marks
        ]
        names = ("story", "mark", "time", "event", "comment")
        table(names, rows, empty="No story is marked.")


def _export(marks: Sequence[Mark], where: str) -> None:
    from pacts.errors import UsageError
    from worker.measuring.marked import gold_lines

    lines = gold_lines(marks)
    if where == "-":
        sys.stdout.buffer.write("".join(lines).encode())
        return
    try:
        Path(where).write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{where}: {error.strerror or 'cannot be written'}") from error
    line(f"{counted(len(lines), 'document')} written to {where}.")
