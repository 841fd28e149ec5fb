"""What a message says of itself: why it holds several alerts, whom it stands in for, that the
service is alive. Lines above and below those of the alerts. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from notifiers import chat, page
from notifiers.clean import clean
from pacts.counting import counted
from pacts.days import day
from pacts.model import Alive, Message, Occasion
from pacts.terms import Wait

ALONE: Final = Occasion()
_OF_LATE: Final = timedelta(hours=12)

_TOGETHER: Final[Mapping[Wait, str]] = {
    Wait.QUIET: "What came during the quiet hours of this channel.",
    Wait.RATE: "More came than this channel may get one by one.",
    Wait.DISABLED: "What came while this channel was disabled.",
    Wait.BACK_OFF: "What had been given up, sent once more by hand.",
}


_NOTHING: Final = "Nothing new to tell."
NOTHING: Final = Message(
    title="Digest: nothing new",
    text=f"{_NOTHING}\n",
    html=page.document(page.paragraph(_NOTHING)),
    markdown=f"{_NOTHING}\n",
    short=f"Digest: {_NOTHING}",
)
"""A digest without alerts."""


def dressed(message: Message, occasion: Occasion) -> Message:
    """The message with what the occasion adds to it, in each of its sizes."""
    above, below = _above(occasion), _alive(occasion.alive) if occasion.alive else ""
    if not above and not below:
        return message
    return replace(
        message,
        text=_between(above, message.text, below),
        html=page.between(above, message.html, below),
        markdown=_between(chat.neutral(above), message.markdown, chat.neutral(below)),
        smaller=dressed(message.smaller, occasion) if message.smaller else None,
    )


def _between(above: str, text: str, below: str) -> str:
    return "\n\n".join(part for part in (above, text.rstrip("\n"), below) if part) + "\n"


def _above(occasion: Occasion) -> str:
    if occasion.instead_of:
        why = f": {clean(occasion.refusal)}" if occasion.refusal else ""
        return f"Sent here because the channel {clean(occasion.instead_of)} does not take it{why}."
    return _TOGETHER.get(occasion.together, "") if occasion.together else ""


def _alive(alive: Alive) -> str:
    """ "151 sources, 148 answered in the last day, last poll 07:29; every message was
    taken".
    """
    last = f"last poll {_shown(alive.last_poll, alive)}" if alive.last_poll else "no poll yet"
    refused = f"{counted(alive.waiting, 'message')} not taken yet"
    waits = refused if alive.waiting else "every message was taken"
    return (
        f"{counted(alive.sources, 'source')}, {alive.answered} answered in the last day,"
        f" {last}; {waits}"
    )


def _shown(moment: datetime, alive: Alive) -> str:
    """The time; the day as well when it is not of late, which is the point of saying it."""
    local = moment.astimezone(ZoneInfo(alive.time_zone))
    time = f"{local:%H:%M} UTC" if alive.time_zone == "UTC" else f"{local:%H:%M}"
    return time if alive.at - moment < _OF_LATE else f"{day(local)} {time}"
