"""Messages as somebody wrote them: templates in a sandbox, over views of alerts.

A template sees a few frozen values and nothing else: no files, no other templates, no Python. It
may take so many steps and write so many characters; what goes beyond ends it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from types import FrameType
from typing import Any, Final, NoReturn

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from notifiers.chat import address, neutral
from notifiers.views import VARIABLES, AlertView, Link
from pacts.errors import TemplateProblem
from pacts.model import Template
from pacts.terms import Form

MOST_STEPS: Final = 100_000
"""Lines of the compiled template: some 2,000 alerts in a long one, done within a second."""
MOST_CHARACTERS: Final = 200_000
LARGEST_FILE: Final = 100_000
_SUBJECT: Final = re.compile(r"\s*Subject:[ \t]*([^\n]*)(?:\n|$)")
_FILTERS: Final = {
    *("capitalize", "d", "default", "e", "escape", "first", "forceescape", "join", "last"),
    *("length", "list", "lower", "map", "reject", "rejectattr", "replace", "reverse", "select"),
    *("selectattr", "sort", "string", "title", "trim", "truncate", "unique", "upper"),
    *("urlencode", "wordcount"),
}
_REFUSED: Final = {
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "from ... import",
    nodes.Extends: "extends",
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
}
_OPERATORS: Final = frozenset({"*", "**", "%"})
_THERE: Final = "there are " + ", ".join(VARIABLES)


def written(template: Template, alerts: Sequence[AlertView], subject: str) -> tuple[str, str]:
    """Subject and body. The template's own subject is its first line, when that is "Subject: ...".

    Raises TemplateProblem with the line that is wrong and what to do about it.
    """
    values = {
        "alerts": tuple(alerts),
        "alert": alerts[0] if alerts else None,
        "subject": subject,
        "digest": len(alerts) != 1,
    }
    with _explained(template):
        compiled = _compiled(template)
        pieces: list[str] = []
        room = MOST_CHARACTERS
        with _counted():
            for piece in compiled.generate(values):
                room -= len(piece)
                if room < 0:
                    raise _TooMuch(f"it writes more than {MOST_CHARACTERS:,} characters")
                pieces.append(piece)
    return _parted("".join(pieces), subject)


def _parted(text: str, subject: str) -> tuple[str, str]:
    found = _SUBJECT.match(text)
    if not found:
        return subject, text.strip("\n") + "\n"
    own = " ".join(found[1].split())
    return own or subject, text[found.end() :].strip("\n") + "\n"


class _TooMuch(Exception):  # noqa: N818 - never leaves this file
    """More steps or characters than a template may take."""


_NO_FIELD: Final = re.compile(
    r"'notifiers\.views\.(\w+) object' has no attribute '(\w+)'", re.ASCII
)
_CALLED: Final = {"AlertView": "an alert", "TellerView": "a source"}


class _Environment(ImmutableSandboxedEnvironment):
    # Text that is multiplied grows without a loop.
    intercepted_binops = _OPERATORS

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if isinstance(left, (int, float)) and isinstance(right, (int, float)) and operator != "**":
            return super().call_binop(context, operator, left, right)
        raise SecurityError(f'"{operator}" is for numbers alone')

    def call(self, _context: Any, _called: Any, *_positional: Any, **_named: Any) -> NoReturn:
        """What there is are values."""
        raise SecurityError("nothing is called in these templates: filters may do, as |upper")


@lru_cache(maxsize=64)
def _compiled(template: Template) -> Any:
    if len(template.source) > LARGEST_FILE:
        raise _TooMuch(f"it is longer than {LARGEST_FILE:,} characters")
    environment = _environment(template.form)
    tree = environment.parse(template.source, filename=template.file)
    for kind, name in _REFUSED.items():
        for node in tree.find_all(kind):
            raise TemplateSyntaxError(f'"{name}" is not for these templates', node.lineno)
    return environment.from_string(tree)


def _environment(form: Form) -> _Environment:
    environment = _Environment(
        autoescape=form is Form.HTML,
        undefined=StrictUndefined,
        finalize=_finalize(form),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.clear()
    environment.filters = {
        name: what for name, what in environment.filters.items() if name in _FILTERS
    }
    return environment


def _finalize(form: Form) -> Callable[[Any], Any]:
    """What becomes of each value that is printed."""

    def markdown(value: Any) -> Any:
        if isinstance(value, Link):
            return address(value)
        return neutral(str(value))

    def plain(value: Any) -> Any:
        return "" if value is None else value

    return markdown if form is Form.MARKDOWN else plain


@contextmanager
def _counted() -> Iterator[None]:
    """Ends what runs in it after MOST_STEPS lines, whatever it is doing."""
    steps = 0

    def step(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal steps
        steps += event == "line"
        # Once only: what handles the exception takes steps as well.
        if steps == MOST_STEPS:
            steps += 1
            raise _TooMuch(f"it takes more than {MOST_STEPS:,} steps")
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        yield
    finally:
        sys.settrace(before)


@contextmanager
def _explained(template: Template) -> Iterator[None]:
    """Everything that a template can do wrong, as TemplateProblem."""

    def wrong(message: str, line: int) -> NoReturn:
        raise TemplateProblem(template.file, line, message)

    try:
        yield
    except TemplateSyntaxError as error:
        wrong(f"this is no template: {error.message}", error.lineno)
    except UndefinedError as error:
        said = _NO_FIELD.sub(_no_field, error.message or "something is not there")
        wrong(f"{said}; {_THERE}; docs/alerts.md has their fields", _line_of(error))
    except (_TooMuch, SecurityError, TemplateError) as error:
        wrong(f"this cannot be used: {error}", _line_of(error))
    except (RecursionError, MemoryError) as error:
        wrong(f"this is too much ({type(error).__name__})", _line_of(error))
    except Exception as error:  # noqa: BLE001 - no alert is lost to what a template makes of it
        wrong(f"this does not work ({type(error).__name__}): {error}", _line_of(error))


def _no_field(found: re.Match[str]) -> str:
    return f"{_CALLED[found[1]]} has no field {found[2]}"


def _line_of(error: BaseException) -> int:
    """The line of the template where it happened: jinja names its frames so."""
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
