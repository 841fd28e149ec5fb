"""Templates of messages: files beside channels.yaml, read with it and tried on made-up alerts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from pacts.errors import Problem
from pacts.model import Template
from pacts.terms import Form
from worker.config.document import Document, read_text
from worker.config.values import template_name

_FORMS: Final[Mapping[str, Form]] = {".html.j2": Form.HTML, ".md.j2": Form.MARKDOWN}


def named(document: Document | None, directory: Path) -> Mapping[str, Path]:
    """The template files of channels, by the name of the channel."""
    return {name: directory / raw["template"] for name, raw in _raw(document) if _is_name(raw)}


def form_of(name: str, asked: Form | None) -> Form:
    """What a template writes: what its channel asks for, else what its name says."""
    if asked is not None:
        return asked
    return next((form for ending, form in _FORMS.items() if name.endswith(ending)), Form.TEXT)


def read(
    document: Document, directory: Path, display: str
) -> tuple[dict[str, Template], list[Problem]]:
    """The templates by channel, and what is wrong with them, each at its own place.

    ``display`` is how problems print the directory.
    """
    found: dict[str, Template] = {}
    problems: list[Problem] = []
    for name, raw in _raw(document):
        if not _is_name(raw):
            continue
        place = ("channels", name, "template")
        file, asked = raw["template"], raw.get("format")
        path = directory / file
        if not path.resolve().is_relative_to(directory.resolve()):
            problems.append(document.problem(place, "a template lies in the folder of this file"))
            continue
        if not path.is_file():
            message = f"there is no file {file} beside this one: write it, or leave `template` out"
            problems.append(document.problem(place, message))
            continue
        source, problem = read_text(path, f"{display}/{file}")
        if problem:
            problems.append(problem)
        if source is not None:
            form = form_of(file, Form(asked) if asked in set(Form) else None)
            found[name] = Template(f"{display}/{file}", source, form)
    return found, [*problems, *_tried(found)]


def _tried(templates: Mapping[str, Template]) -> Iterator[Problem]:
    """What fails over made-up alerts of every kind, the first of each template."""
    for template in dict.fromkeys(templates.values()):
        # Only who has templates waits for what they need to be loaded.
        from worker.delivery.composing import problem_of
        from worker.delivery.specimens import specimens

        for name, alerts in specimens().items():
            problem = problem_of(alerts, template)
            if problem:
                message = f"{problem.detail} (with the made-up alert {name})"
                yield Problem(problem.file, problem.line, 1, message)
                break


def _raw(document: Document | None) -> Iterator[tuple[str, Mapping[str, Any]]]:
    data = document.data if document else None
    found = data.get("channels") if isinstance(data, dict) else None
    for name, raw in found.items() if isinstance(found, dict) else ():
        if isinstance(name, str) and isinstance(raw, dict):
            yield name, raw


def _is_name(raw: Mapping[str, Any]) -> bool:
    """Whether the template is named as its type wants it; what is not is told elsewhere."""
    try:
        return isinstance(raw.get("template"), str) and bool(template_name(raw["template"]))
    except ValueError:
        return False
