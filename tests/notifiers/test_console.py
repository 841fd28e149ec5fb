from __future__ import annotations

import io

import pytest
import samples

from notifiers.console import ConsoleNotifier
from notifiers.render import render
from pacts.errors import DeliveryError
from pacts.model import Message

MESSAGE = render([samples.upgrade()])


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_file_gets_the_bare_text_without_hard_wraps_or_colours() -> None:
    stream = io.StringIO()
    ConsoleNotifier("console", stream).send(MESSAGE)
    assert stream.getvalue() == f"\n{MESSAGE.title}\n\n{MESSAGE.text}\n"


def test_a_terminal_gets_colours_and_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = _Terminal()
    ConsoleNotifier("console", stream).send(MESSAGE)
    assert "\x1b[" in stream.getvalue()
    assert "Told by 3 sources. Also:" in stream.getvalue()


def test_what_looks_like_markup_of_the_console_is_printed_as_it_stands() -> None:
    stream = io.StringIO()
    ConsoleNotifier("c", stream).send(Message("[bold]a[/] :smile:", "[link=x]b[/link]", ""))
    assert "[bold]a[/] :smile:" in stream.getvalue()
    assert "[link=x]b[/link]" in stream.getvalue()


def test_without_a_stream_it_prints_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    ConsoleNotifier().send(MESSAGE)
    assert MESSAGE.title in capsys.readouterr().out


def test_a_closed_stream_is_a_passing_delivery_error() -> None:
    stream = io.StringIO()
    stream.close()
    with pytest.raises(DeliveryError, match="closed") as caught:
        ConsoleNotifier("c", stream).send(MESSAGE)
    assert not caught.value.permanent


def test_a_terminal_of_few_letters_still_gets_the_alert() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", newline="")
    ConsoleNotifier("c", stream).send(MESSAGE)
    assert b"?agreed to elevate the bilateral ties to a Strategic Partnership?" in raw.getvalue()
    stream.detach()
