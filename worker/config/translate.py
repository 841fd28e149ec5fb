"""What pydantic found wrong, as problems in plain words at the line where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, Final, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from pacts.errors import Problem
from worker.config.document import Document, Loc
from worker.config.fields import NOT_TEXT
from worker.config.models import Entry
from worker.config.wording import closest, listed, shown, suggestion

_WANTED: Final[Mapping[str, str]] = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "model_type": "a mapping (key: value)",
    "dict_type": "a mapping (name: ...)",
}
Detail = Mapping[str, Any]
_RENAMED: Final = {"full_text": "write pages: all, likely or none"}
_SECRET_KEYS: Final = frozenset({"url", "user_agent", "contact", "proxy", "ping"})


def judge(document: Document, model: type[Entry], *, secret: bool) -> list[Problem]:
    """Every problem of one file. ``secret``: no value of the file may be repeated."""
    try:
        model.model_validate(document.data)
    except ValidationError as error:
        found = error.errors(include_url=False)
    else:
        return []
    return [
        _problem(document, model, detail, secret=secret)
        for detail in found
        if not _follows(detail, found, model)
    ]


def _follows(detail: Detail, others: Sequence[Detail], model: type[Entry]) -> bool:
    """Whether this only follows from another problem: the key is missing because it is mistyped,
    the list is too short because its entries are wrong.
    """
    loc: Loc = detail["loc"]
    if detail["type"] == "missing":
        beside = (other["loc"] for other in others if _extra(other))
        return any(one[:-1] == loc[:-1] and _meant(model, one) == loc[-1] for one in beside)
    below = (other["loc"][: len(loc)] == loc for other in others if len(other["loc"]) > len(loc))
    return detail["type"] == "too_short" and any(below)


def _extra(detail: Detail) -> bool:
    return bool(detail["type"] == "extra_forbidden")


def _problem(document: Document, model: type[Entry], detail: Detail, *, secret: bool) -> Problem:
    loc: Loc = detail["loc"]
    key = next((part for part in reversed(loc) if isinstance(part, str)), "this file")
    if _extra(detail):
        return document.problem(loc, _unknown_key(model, loc, secret=secret), at_key=True)
    if detail["type"] == "missing":
        return document.problem(loc[:-1], f'"{key}" is missing: add it here')
    value = detail["input"]
    said = ""
    if detail["type"] == "model_type" and loc and isinstance(loc[-1], int):
        key = f"an entry of {key}"
    elif isinstance(value, str) and not secret and key not in _SECRET_KEYS and len(value) <= 60:
        said = f' "{value}"'
    if secret and len(loc) == 2:
        key = "this channel"  # the name of a channel may be a misplaced address
    return document.problem(loc, f"{key}{said} {_sentence(model, detail)}", at_key=value is None)


def _sentence(model: type[Entry], detail: Detail) -> str:
    """The end of "every ..."."""
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if value is None:
        return "has no value: fill it in, or remove the line"
    if kind in ("enum", "literal_error"):
        choices = _choices(model, detail["loc"])
        text = value if isinstance(value, str) else ""
        return f"is not known; {suggestion(text, choices)}"
    if kind == "value_error":
        message = str(context["error"])
        return message if message != NOT_TEXT else _wrong_type("text", value)
    if kind in _WANTED:
        return _wrong_type(_WANTED[kind], value)
    return _out_of_bounds(kind, context)


def _out_of_bounds(kind: str, context: Mapping[str, Any]) -> str:
    if kind == "greater_than_equal":
        return f"is too small: the least is {context['ge']:g}"
    if kind == "less_than_equal":
        return f"is too large: the most is {context['le']:g}"
    if kind == "string_too_short":
        return "is empty: fill it in, or remove the line"
    if kind == "too_short":
        return f"needs {context['min_length']} or more entries"
    return "cannot be used"


def _wrong_type(wanted: str, value: object) -> str:
    sentence = f"must be {wanted}, not {_type_name(value)}"
    if wanted == "text" and isinstance(value, int | float):
        return f"{sentence}: put it in quotes"
    if wanted == "a list" and isinstance(value, str):
        return f"{sentence}: put it in brackets, [ ]"
    return sentence


def _type_name(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    names = {int: "a number", float: "a number", str: "text", list: "a list", dict: "a mapping"}
    return names.get(type(value), "this")


def _unknown_key(model: type[Entry], loc: Loc, *, secret: bool) -> str:
    known = list(_keys(model, loc))
    name = str(loc[-1])
    if name in _RENAMED:
        return f"{shown(name)} is not a key here; {_RENAMED[name]}"
    if closest(name, known) is None and (secret or shown(name) == "this"):
        return f"this is not a key here; known are {listed(known, 'and')}"
    return f"{shown(name)} is not a key here; {suggestion(name, known)}"


def _meant(model: type[Entry], loc: Loc) -> str | None:
    return closest(str(loc[-1]), list(_keys(model, loc)))


def _keys(model: type[Entry], loc: Loc) -> Iterator[str]:
    """The keys that could stand where ``loc`` points."""
    inner = _model_at(model, loc[:-1])
    for name, field in inner.model_fields.items() if inner else ():
        yield field.alias or name


def _choices(model: type[Entry], loc: Loc) -> Sequence[str]:
    """The words of the enumeration that stands at ``loc``."""
    last = max(index for index, part in enumerate(loc) if isinstance(part, str))
    owner = _model_at(model, loc[:last])
    field = _field(owner, str(loc[last])) if owner else None
    leaves = list(_leaves(field.annotation)) if field else []
    for kind in leaves:
        if isinstance(kind, type) and issubclass(kind, Enum):
            return [str(member.value) for member in kind]
    return [leaf for leaf in leaves if isinstance(leaf, str)]


def _model_at(model: type[Entry], loc: Loc) -> type[BaseModel] | None:
    """The model of what stands at ``loc``; a name in a dictionary of models is no field."""
    here: type[BaseModel] | None = model
    named = False
    for part in loc:
        if here is None or isinstance(part, int) or named:
            named = False
            continue
        field = _field(here, part)
        leaves = list(_leaves(field.annotation)) if field else []
        here = next((leaf for leaf in leaves if _is_model(leaf)), None)
        named = field is not None and get_origin(field.annotation) is dict
    return here


def _field(model: type[BaseModel], key: str) -> FieldInfo | None:
    for name, field in model.model_fields.items():
        if key == (field.alias or name):
            return field
    return None


def _is_model(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _leaves(annotation: Any) -> Iterator[Any]:
    """The plain types inside ``tuple[X, ...]``, ``X | None``, ``dict[str, X]``, ``Literal``."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif get_args(annotation):
        for part in get_args(annotation):
            yield from _leaves(part)
    else:
        yield annotation
