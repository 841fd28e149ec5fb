"""``stories show``, ``join`` and ``split``: one story, and what people make of it by hand."""

from __future__ import annotations

from typing import Annotated

import typer

from pacts.counting import counted
from worker.commands.options import AtOption, ConfigOption, DatabaseOption, JsonOption
from worker.commands.output import line, print_json

StoryArgument = Annotated[int, typer.Argument(metavar="STORY", help="The number of the story.")]
CommentOption = Annotated[str, typer.Option(metavar="TEXT", help="Why; it is kept.")]


def show(
    story: StoryArgument,
    *,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show all that is known of one story: who tells it, what led to it, who was told."""
    from worker.commands.stored import store_of
    from worker.showing.storypage import page, page_json

    with store_of(database, config) as store:
        if as_json:
            print_json(page_json(story, store))
            return
        for text in page(story, store):
            line(text)


def join(
    one: StoryArgument,
    other: StoryArgument,
    *,
    comment: CommentOption = "",
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make two stories one, for good; nothing is sent. `stories split` undoes it."""
    from pacts.headline import headline
    from worker.commands.stored import store_of
    from worker.journey import hands
    from worker.life.clock import clock_at
    from worker.showing.shapes import story_json

    with store_of(database, config, read_only=False) as store:
        story = hands.join(store, one, other, comment=comment, now=clock_at(at)())
    if as_json:
        print_json(story_json(story))
        return
    line(f"Stories {min(one, other)} and {max(one, other)} are one now:")
    line(f"  {story.id}  {headline(story)} ({counted(len(story.sources), 'source')})")


def split(
    story: StoryArgument,
    *,
    source: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="What this source tells.")
    ] = None,
    item: Annotated[
        list[str] | None, typer.Option(metavar="ADDRESS", help="What this article tells.")
    ] = None,
    comment: CommentOption = "",
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make what some tell a story of its own, for good; nothing is sent. `stories join` undoes it.

    Whoever was told of the story counts as told of both.
    """
    from pacts.headline import headline
    from worker.commands.stored import store_of
    from worker.journey import hands
    from worker.life.clock import clock_at
    from worker.showing.shapes import story_json

    with store_of(database, config, read_only=False) as store:
        both = hands.split(
            store, story, sources=source or (), items=item or (), comment=comment,
            now=clock_at(at)(),
        )  # fmt: skip
    if as_json:
        print_json([story_json(one) for one in both])
        return
    line(f"Story {story} is two now:")
    for one in both:
        line(f"  {one.id}  {headline(one)} ({counted(len(one.sources), 'source')})")
