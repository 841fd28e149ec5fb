"""Templates beside channels.yaml: read with it, tried first, never in the way of an alert."""

from __future__ import annotations

from pathlib import Path

import pytest
import samples
from structlog.testing import capture_logs

from notifiers.render import render
from pacts.errors import ConfigError
from pacts.model import Channel, Template
from pacts.terms import Form
from worker.adding.init import write_starter
from worker.config import load
from worker.delivery.composing import compose

GOOD = "{% for alert in alerts %}{{ alert.sentence }}\n{% endfor %}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_starter(tmp_path / "config")
    return tmp_path / "config"


def channels(folder: Path, settings: str, **files: str) -> Channel:
    """The channel ``desk`` with these settings, beside these files."""
    text = f"channels:\n  console: {{}}\n  desk:\n    url: json://127.0.0.1/\n    {settings}\n"
    (folder / "channels.yaml").write_text(text, encoding="utf-8")
    for name, source in files.items():
        (folder / name.replace("_", ".")).write_text(source, encoding="utf-8")
    return next(one for one in load(folder, environ={}).channels if one.name == "desk")


def problems(folder: Path, settings: str, **files: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        channels(folder, settings, **files)
    return [f"{Path(one.file).name}:{one.line}: {one.message}" for one in caught.value.problems]


@pytest.mark.parametrize(
    ("name", "settings", "form"),
    [
        ("desk_j2", "template: desk.j2", Form.TEXT),
        ("desk_html_j2", "template: desk.html.j2", Form.HTML),
        ("desk_md_j2", "template: desk.md.j2", Form.MARKDOWN),
        ("desk_j2", "{template: desk.j2, format: markdown}", Form.MARKDOWN),
    ],
)
def test_the_name_or_the_format_says_what_it_writes(
    folder: Path, name: str, settings: str, form: Form
) -> None:
    if settings.startswith("{"):
        settings = settings.strip("{}").replace(", ", "\n    ")
    channel = channels(folder, settings, **{name: GOOD})
    assert channel.template is not None
    assert (channel.template.source, channel.template.form, channel.form) == (GOOD, form, form)


def test_the_file_is_among_those_that_a_running_service_watches(folder: Path) -> None:
    channels(folder, "template: desk.j2", desk_j2=GOOD)
    assert folder / "desk.j2" in load(folder, environ={}).files


@pytest.mark.parametrize(
    ("settings", "files", "told"),
    [
        ("template: gone.j2", {}, "channels.yaml:5: there is no file gone.j2 beside this one"),
        ("template: ../desk.j2", {}, "channels.yaml:5: template must be the name of a"),
        (
            "template: /etc/passwd",
            {},
            "channels.yaml:5: template must be the name of a",
        ),
        (
            "template: desk.j2",
            {"desk_j2": "a\n{{ alert.nosuch }}"},
            "desk.j2:2: an alert has no field nosuch; there are alerts, alert",
        ),
        (
            "template: desk.j2",
            {"desk_j2": "{% for"},
            "desk.j2:1: this is no template",
        ),
        ("template: desk.j2", {"desk_j2": "{# nothing #}"}, "desk.j2:1: it writes nothing"),
        (
            "template: desk.j2",
            {"desk_j2": "{{ alert.source.name }}"},
            "desk.j2:1: 'None' has no attribute 'name'",
        ),
    ],
)
def test_what_is_wrong_with_a_template_is_found_before_it_is_used(
    folder: Path, settings: str, files: dict[str, str], told: str
) -> None:
    (found,) = problems(folder, settings, **files)
    assert found.startswith(told)


def test_a_template_outside_the_folder_is_not_read_through_a_link(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("hunter2", encoding="utf-8")
    (folder / "desk.j2").symlink_to(tmp_path / "secret.txt")
    (found,) = problems(folder, "template: desk.j2")
    assert found == "channels.yaml:5: a template lies in the folder of this file"


def test_an_alert_is_never_lost_to_a_template() -> None:
    bad = Channel("desk", template=Template("desk.j2", "{{ alert.nosuch }}"))
    with capture_logs() as logs:
        message = compose([samples.upgrade()], bad)
    assert message == render([samples.upgrade()])
    (line,) = logs
    assert (line["log_level"], line["file"], line["line"]) == ("warning", "desk.j2", 1)


@pytest.mark.parametrize("form", Form)
def test_a_template_replaces_its_own_form_alone(form: Form) -> None:
    channel = Channel("desk", template=Template("desk.j2", "Subject: S\nfrom <b>us</b>", form))
    message, built_in = compose([samples.upgrade()], channel), render([samples.upgrade()])
    changed = {
        name
        for name in ("text", "html", "markdown", "short")
        if getattr(message, name) != getattr(built_in, name)
    }
    assert changed == {str(form)}
    assert message.title == "S"
    assert "from <b>us</b>" in getattr(message, str(form))
    assert message.smaller == built_in
