"""Every key of the three files as Markdown tables, made from the models.

``python -m worker.config.reference`` writes them between the markers of docs/configuration.md, and
the schemas into config/schema/. A test fails when either is behind the models.
"""

from __future__ import annotations

import re
from datetime import timedelta
from enum import Enum
from pathlib import Path
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from worker.config import fields, models
from worker.config.schema import schema_text, schemas
from worker.config.values import duration_text

TABLES: Final[dict[str, type[models.Entry]]] = {
    "sources": models.SourceEntry,
    "select": models.SelectorsEntry,
    "settings": models.SettingsEntry,
    "watches": models.WatchEntry,
    "parties": models.PartiesEntry,
    "keywords": models.KeywordsEntry,
    "near": models.NearEntry,
    "examples": models.ExamplesEntry,
    "channels": models.ChannelEntry,
}
"""The tables of the page, by the name in their markers."""

_MARKED: Final = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)

_TYPES: Final[dict[object, str]] = {
    fields.Duration: "duration",
    fields.Zone: "time zone",
    fields.Language: "language code",
    fields.Selector: "CSS selector",
    fields.EventName: "kind or kind.act",
    fields.Party: "party",
    fields.QuietHours: "hours and time zone",
    fields.DigestTime: "time or cron line, and time zone",
    fields.Rate: "messages in a time",
    fields.Pause: "seconds",
    fields.Share: "number",
    fields.Name: "text",
    str: "text",
    int: "whole number",
    bool: "`true` or `false`",
}


def table(model: type[models.Entry]) -> str:
    """One row for each key: type, default, meaning."""
    rows = ["| key | type | default | meaning |", "|---|---|---|---|"]
    hints = get_type_hints(model, include_extras=True)
    own = vars(model).get("__annotations__", {})
    order = [*own, *(name for name in model.model_fields if name not in own)]
    for name in order:
        field = model.model_fields[name]
        key = field.alias or name
        rows.append(f"| `{key}` | {_type(hints[name])} | {_default(field)} | {field.description} |")
    return "\n".join(rows) + "\n"


def _type(hint: Any) -> str:
    if hint in _TYPES:
        return _TYPES[hint]
    if get_origin(hint) is Literal:
        return _one_of(get_args(hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _one_of([member.value for member in hint])
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return "mapping"
    inner = [part for part in get_args(hint) if part not in (type(None), ...)]
    if get_origin(hint) is tuple:
        return f"list of: {_type(inner[0])}"
    return _type(inner[0])  # Annotated and X | None: what is inside


def _one_of(words: Any) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _default(field: FieldInfo) -> str:
    value = field.default
    if field.is_required():
        return "**required**"
    if value is None or value == () or isinstance(value, BaseModel):
        return "–"
    if isinstance(value, timedelta):
        return f"`{duration_text(value)}`"
    if isinstance(value, tuple):
        return f"`[{', '.join(value)}]`"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def with_tables(page: str) -> str:
    """The page with every table between its markers made anew."""
    return _MARKED.sub(lambda found: f"{found[1]}{table(TABLES[found[2]])}{found[3]}", page)


def main(root: Path) -> None:
    """Bring the page and the schemas of a checkout up to date."""
    page = root / "docs" / "configuration.md"
    page.write_text(with_tables(page.read_text("utf-8")), "utf-8")
    folder = root / "config" / "schema"
    folder.mkdir(exist_ok=True)
    for name, schema in schemas().items():
        (folder / name).write_text(schema_text(schema), "utf-8")


if __name__ == "__main__":
    main(Path(__file__).resolve().parents[2])
