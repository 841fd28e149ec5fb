"""Messages on a terminal or in a file: colours only on a terminal, hard wraps nowhere else."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Final, TextIO

from rich.console import Console
from rich.text import Text

from notifiers.fit import written
from pacts.errors import DeliveryError
from pacts.model import Message
from pacts.terms import Form

_QUIET_LABELS: Final = ("Why:", "Watch:", "Words:", "More:", "Ref:", "Told by", "- ")


class ConsoleNotifier:
    """Prints each message to ``stream``; standard output as it is at that moment when None."""

    def __init__(
        self,
        name: str = "console",
        stream: TextIO | None = None,
        form: Form = Form.TEXT,
    ) -> None:
        self.name: Final = name
        self._form: Final = form
        self._stream: Final = stream

    def __repr__(self) -> str:
        return f"ConsoleNotifier({self.name!r})"

    def send(self, message: Message) -> None:
        stream = self._stream or sys.stdout
        console = Console(file=stream, highlight=False, markup=False, emoji=False)
        try:
            # One call, so that two channels on one terminal do not mix their lines.
            console.print(
                _dress(_fitting(message, stream, self._form)), soft_wrap=not console.is_terminal
            )
            stream.flush()
        except (OSError, ValueError) as error:
            # A closed pipe or stream: who reads it may come back, so it is tried again.
            raise DeliveryError(self.name, "the output is closed", permanent=False) from error


def _fitting(message: Message, stream: TextIO, form: Form) -> Message:
    """With a question mark for what the stream's encoding lacks: better than no alert at all."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    title, text = (
        part.encode(encoding, "replace").decode(encoding)
        for part in (message.title, written(message, form))
    )
    return replace(message, title=title, text=text)


def _dress(message: Message) -> Text:
    """The message with styles; a stream that is no terminal gets the bare characters."""
    text = Text(f"\n{message.title}\n", style="bold")
    for line in message.text.splitlines():
        text.append(f"\n{line}", style=_style(line))
    text.append("\n")
    return text


def _style(line: str) -> str:
    if line.lstrip().startswith(("http://", "https://")):
        return "not bold underline"
    if line.startswith(("“", "…")):
        return "not bold italic"
    if line.startswith(_QUIET_LABELS):
        return "not bold dim"
    return "not bold"
