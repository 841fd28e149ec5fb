"""A message as one channel gets it: in its form, and no longer than it takes. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from notifiers.chat import neutral
from notifiers.clean import shorten
from pacts.model import Message
from pacts.terms import Form

TEXT_MESSAGE: Final = 500
"""Services that take no more are text messages on phones: they get the short form."""
_LEAST_TITLE: Final = 60


@dataclass(frozen=True, slots=True)
class Room:
    """What a channel takes, in characters."""

    form: Form
    body: int
    """The title included where it has no place of its own."""
    title: int | None = None
    """The longest title; None where the title stands above the body as its first line."""


def fitted(message: Message, room: Room) -> tuple[str, str]:
    """Title and body, the fullest that fit.

    Of a message that does not fit in its smallest size the short form is taken. What is longer
    even then is left to the channel, which splits it.
    """
    title = neutral(message.title) if room.form is Form.MARKDOWN else message.title
    if room.title is not None:
        title = shorten(title, room.title)
    above = len(title) + 2 if room.title is None else 0
    size: Message | None = message
    while room.form is not Form.SHORT and size is not None:
        body = written(size, room.form)
        if above + len(body) <= room.body:
            return title, body
        size = size.smaller
    if message.smaller is None and room.form is not Form.SHORT:
        return title, written(message, room.form)
    return _short(message, title, room)


def written(message: Message, form: Form) -> str:
    """The body in one form."""
    match form:
        case Form.HTML:
            return message.html
        case Form.MARKDOWN:
            return message.markdown or neutral(message.text)
        case Form.SHORT:
            return message.short or message.title
        case Form.TEXT:
            return message.text


def _short(message: Message, title: str, room: Room) -> tuple[str, str]:
    """The link whole, or not at all; the title as long as there is room for it."""
    brief = message.short or shorten(" ".join(message.text.split()), room.body // 2)
    link = brief.rpartition("\n")[2]
    for body, least in ((brief, len(title)), (link, len(title)), (link, _LEAST_TITLE)):
        left = room.body - len(body) - 2 if room.title is None else room.title
        if left >= min(len(title), least) and len(body) <= room.body:
            return shorten(title, left), body
    return "", shorten(title, room.body)
