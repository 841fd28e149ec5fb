"""What README and docs say can be done: the commands are there, the links lead somewhere."""

from __future__ import annotations

import re
import shlex
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer
from checkout import ROOT, project, tracked
from typer.testing import CliRunner

from worker.cli import app

DOCUMENTS = sorted(path for path in tracked() if path.suffix == ".md")
OF_PEOPLE = [path for path in DOCUMENTS if path.parent == ROOT or path.parent.name == "docs"]


def blocks(text: str) -> list[str]:
    """Every line inside a fenced block, without its prompt, joined where it goes on."""
    fenced = re.findall(r"^```[^\n]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    joined = "\n".join(fenced).replace("\\\n", " ")
    return [line.strip().removeprefix("$ ") for line in joined.splitlines()]


def inline(text: str) -> list[str]:
    outside = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"`([^`\n]+)`", outside)


def said(program: str) -> set[str]:
    """Every command line with that program that people are told of."""
    found = set()
    for path in OF_PEOPLE:
        text = path.read_text(encoding="utf-8")
        found |= {line for line in [*blocks(text), *inline(text)] if line.startswith(program)}
    return found


@cache
def commands() -> dict[str, Any]:
    """Every command by its words: "sources list"."""
    found: dict[str, Any] = {}
    for name, command in typer.main.get_command(app).commands.items():
        if hasattr(command, "commands"):
            found |= {f"{name} {sub}": part for sub, part in command.commands.items()}
        if getattr(command, "invoke_without_command", True):
            found[name] = command
    return found


def words_of(line: str) -> tuple[str, list[str]]:
    """The command that a line calls, and the options it is given."""
    alone = re.split(r" [|>&] ?", line)[0]
    words = shlex.split(alone, comments=True)[1:]
    plain = [word for word in words if not word.startswith("-")]
    options = [word.partition("=")[0] for word in words if word.startswith("-") and word != "-"]
    two = " ".join(plain[:2])
    return (two if two in commands() else plain[0] if plain else ""), options


def test_every_command_line_in_the_documents_names_a_command_and_its_options() -> None:
    wrong = []
    for line in said("pactwatch "):
        name, options = words_of(line)
        command = commands().get(name)
        known = {"--help", "--version"}
        known |= {part for param in command.params for part in param.opts} if command else set()
        if name and command is None and not is_group(name):
            wrong.append(f"no such command: {line}")
        wrong += [f"no such option {option}: {line}" for option in options if option not in known]
    assert wrong == []


def is_group(name: str) -> bool:
    return any(known.startswith(f"{name} ") for known in commands())


def test_every_command_is_told_of_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in commands() if f"`{name}" not in readme] == []


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_explains_itself(name: str) -> None:
    result = CliRunner().invoke(app, [*name.split(), "--help"])
    assert result.exit_code == 0, result.output
    assert len(result.output.split("Options")[0].split()) > 4, "say what it does"


def test_every_run_script_command_in_the_documents_is_there() -> None:
    script = (ROOT / "run.sh").read_text(encoding="utf-8")
    there = set(re.findall(r"^    ([a-z]+)(?: \||\))", script, re.MULTILINE))
    told = {shlex.split(line)[1] for line in said("./run.sh ") if len(line.split()) > 1}
    assert told <= there
    assert {"start", "demo", "test"} <= told


def anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.strip().replace(" ", "-") for heading in plain}


def test_every_link_inside_the_project_leads_somewhere() -> None:
    broken = []
    for path in DOCUMENTS:
        for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8")):
            if re.match(r"[a-z]+:", target):
                continue
            name, _, anchor = target.partition("#")
            file = path.parent / name if name else path
            if not file.exists() or (anchor and anchor not in anchors(file)):
                broken.append(f"{path.relative_to(ROOT)}: {target}")
    assert broken == []


def test_every_page_of_the_docs_is_linked_from_the_readme_or_its_neighbours() -> None:
    linked = {
        (path.parent / target.partition("#")[0]).resolve()
        for path in DOCUMENTS
        for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8"))
    }
    pages = {path for path in DOCUMENTS if path.parent.name == "docs"}
    assert {page.name for page in pages if page.resolve() not in linked} == set()


def test_the_changelog_knows_this_version() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", changes, re.MULTILINE)
    form = re.compile(r"\[Unreleased\]|\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d")
    assert [heading for heading in headings if not form.fullmatch(heading)] == []
    version = project()["project"]["version"]
    assert headings[0] == "[Unreleased]" or headings[0].startswith(f"[{version}]")
