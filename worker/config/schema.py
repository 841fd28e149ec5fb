"""JSON schemas of the three files, for editors: made from the models, never written by hand."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any, Final

from pydantic import TypeAdapter

from worker.config.load import FILES
from worker.config.values import duration_text

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_ISO_DURATION: Final = TypeAdapter(timedelta)


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each file, by the name of the schema's own file: ``sources.json`` and so on."""
    return {name.replace(".yaml", ".json"): _schema(name) for name in FILES}


def schema_text(schema: dict[str, Any]) -> str:
    """A schema as it stands in its file."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _schema(name: str) -> dict[str, Any]:
    schema = FILES[name].model_json_schema()
    schema |= {"$schema": _DIALECT, "title": f"Pactwatch: {name}"}
    return dict(_readable(schema))


def _readable(part: Any) -> Any:
    """Durations as the files write them, no titles that repeat a key, no trailing newlines."""
    if isinstance(part, list):
        return [_readable(one) for one in part]
    if not isinstance(part, dict):
        return part
    done = {key: _readable(value) for key, value in part.items() if not _repeats(key, value)}
    default = done.get("default")
    if isinstance(default, str) and default.startswith("P"):
        done["default"] = duration_text(_ISO_DURATION.validate_python(default))
    return done


def _repeats(key: str, value: object) -> bool:
    return key == "title" and isinstance(value, str) and not value.startswith("Pactwatch")
