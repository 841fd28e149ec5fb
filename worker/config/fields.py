"""The types of single settings: what is written, what it becomes, what an editor may offer."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, Strict, StrictStr, WithJsonSchema

from pacts.model import Rate as RateValue
from worker.config import parties, timing, values


def _checked(check: Any) -> BeforeValidator:
    """Run a function of ``values`` on text; anything but text is a wrong type."""

    def run(value: object) -> object:
        if not isinstance(value, str):
            raise ValueError(NOT_TEXT)  # noqa: TRY004 - pydantic collects ValueError only
        return check(value)

    return BeforeValidator(run)


NOT_TEXT = "must be text"

Name = Annotated[
    str,
    _checked(values.name),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": values.LONGEST_NAME}),
]
Text = Annotated[StrictStr, Field(min_length=1)]
Duration = Annotated[
    timedelta,
    BeforeValidator(values.duration),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{1,6}[smhd]$"}),
]
Pause = Annotated[
    timedelta,
    BeforeValidator(values.pause),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": r"^[0-9]{1,2}(\.[0-9]{1,3})?s$"},
                {"type": "number", "minimum": 0, "maximum": 60},
            ]
        }
    ),
]
Zone = Annotated[str, _checked(values.time_zone)]
Language = Annotated[
    str, _checked(values.language), WithJsonSchema({"type": "string", "pattern": "^[a-z]{2,3}$"})
]
Selector = Annotated[str, _checked(values.selector)]
EventName = Annotated[
    str,
    _checked(values.event_name),
    WithJsonSchema({"type": "string", "enum": list(values.EVENT_NAMES)}),
]
Party = Annotated[str, _checked(parties.resolve)]
QuietHours = Annotated[
    tuple[str, str, str],
    _checked(timing.quiet_hours),
    WithJsonSchema({"type": "string", "pattern": r"^\d\d:\d\d-\d\d:\d\d \S+$"}),
]
DigestTime = Annotated[
    tuple[str, str],
    _checked(timing.digest_time),
    WithJsonSchema({"type": "string", "pattern": r"^(\d\d:\d\d|\S+( \S+){4}) \S+$"}),
]
Rate = Annotated[
    RateValue,
    _checked(timing.rate),
    WithJsonSchema({"type": "string", "pattern": "^[1-9][0-9]{0,3}/[mhd]$"}),
]
FileName = Annotated[
    str,
    _checked(values.template_name),
    WithJsonSchema({"type": "string", "pattern": r"^[A-Za-z0-9_-][A-Za-z0-9_.-]*\.j2$"}),
]
LogFormat = Literal["auto", "text", "json"]
LogLevel = Literal["debug", "info", "warning", "error"]
Share = Annotated[float, Strict(), Field(ge=0, le=1)]
