"""The configuration that ships: it loads, its examples work, and everything it needs is told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import configs
import pytest
from checkout import ROOT, tracked

from notifiers.channel import problem_of
from pacts.terms import ACTS, Act, Kind, Scope, SourceKind, Status
from worker.check import check
from worker.config import Config, load
from worker.config.document import parse_document
from worker.config.load import FILES
from worker.config.reference import TABLES, table, with_tables
from worker.config.schema import schema_text, schemas
from worker.config.secrets import REFERENCE

SHIPPED = ROOT / "config"
PAGE = (ROOT / "docs" / "configuration.md").read_text("utf-8")
ADDRESSES = {
    "DESK_URL": "mailtos://me:pw@mail.example.org:587?from=me@example.org&to=you@example.org",
    "SLACK_URL": "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/#channel",
    "TELEGRAM_URL": "tgram://123456789:abcdefg_hijklmnop/12315544/",
    "TEAMS_URL": "workflows://host.example.org/workflow/signature",
    "NTFY_URL": "ntfys://topic",
    "WEBHOOK_URL": "jsons://me:pw@host.example.org/path",
    "PING_URL": "https://ping.example.org/uuid",
    "MAIL_USER": "me",
    "MAIL_PASSWORD": "pw",
}
MARK = re.compile(r"^( *)# (?=- name:|  \S|    \S|\w+: \{|settings:|contact:)")


def shipped() -> Config:
    return load(SHIPPED, environ={})


def uncommented(text: str) -> str:
    """A shipped file with everything in it that can be used, used: prose stays a comment."""
    return "\n".join(MARK.sub(r"\1", line) for line in text.splitlines()) + "\n"


def references(text: str) -> set[str]:
    return set(REFERENCE.findall(text))


def test_it_loads_without_any_secret_problem_or_warning() -> None:
    report = check(SHIPPED, environ={}, url_problem=problem_of)
    assert report.exit_status == 0
    assert report.warnings == ()


def test_about_thirty_sources_each_with_a_time_zone_and_most_of_them_feeds() -> None:
    sources = shipped().sources
    assert 30 <= len(sources) <= 40
    assert all(source.language == "en" for source in sources)
    assert [source.name for source in sources if source.time_zone == "UTC"] == ["the-diplomat"]
    assert sum(source.kind is SourceKind.FEED for source in sources) >= 25


def test_every_shipped_source_is_marked_as_unverified() -> None:
    text = (SHIPPED / "sources.yaml").read_text("utf-8")
    names = re.findall(r"^  - name: .*", text, re.MULTILINE)
    assert [line for line in names if "unverified" not in line] == []


def test_the_default_watches_take_each_concluded_event_between_states_just_once() -> None:
    first, second = shipped().watches
    assert first.events == (Kind.PARTNERSHIP, Kind.RELATIONS)
    assert {event.partition(".")[0] for event in second.events} == {Kind.AGREEMENT}
    left_out = {"agreement.negotiated", "agreement.initialled", "agreement"}
    assert not left_out & set(second.events)
    assert f"agreement.{Act.SIGNED}" in second.events
    for watch in (first, second):
        assert (watch.status, watch.scope) == ({Status.CONCLUDED}, {Scope.STATE})
        assert watch.notify == ("console",)


def test_everything_that_is_commented_out_works_when_it_is_used(tmp_path: Path) -> None:
    texts = {name: uncommented((SHIPPED / name).read_text("utf-8")) for name in FILES}
    directory = configs.write_config(
        tmp_path,
        sources=texts["sources.yaml"],
        keywords=texts["keywords.yaml"],
        channels=texts["channels.yaml"],
    )
    (tmp_path / "archive").mkdir()
    config = load(directory, environ=ADDRESSES, url_problem=problem_of)
    assert (len(config.watches), len(config.channels)) == (10, 11)
    assert config.sources[-1].kind is SourceKind.FOLDER
    assert config.settings.contact == "desk@example.org"
    unused = {warning.message for warning in config.warnings}
    assert unused == {"no watch sends anything to this channel"}


def test_the_example_of_secrets_names_every_variable_and_holds_no_value() -> None:
    lines = (ROOT / ".env.example").read_text("utf-8").splitlines()
    given = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Z_]+=", line) for line in given)
    files = (SHIPPED / "channels.yaml", SHIPPED / "sources.yaml")
    used = {name for file in files for name in references(file.read_text("utf-8"))} - {"NAME"}
    assert {line.rstrip("=") for line in given} == used


# --- schemas -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_schema_files_say_what_the_models_say(name: str) -> None:
    written = (SHIPPED / "schema" / name).read_text("utf-8")
    assert written == schema_text(schemas()[name]), "run python -m worker.config.reference"


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_file_names_its_schema_for_editors(name: str) -> None:
    first = (SHIPPED / name).read_text("utf-8").splitlines()[0]
    schema = name.replace(".yaml", ".json")
    assert first == f"# yaml-language-server: $schema=schema/{schema}"


def test_schemas_show_defaults_as_they_are_written_and_refuse_unknown_keys() -> None:
    sources = schemas()["sources.json"]
    entry = sources["$defs"]["SourceEntry"]
    assert entry["properties"]["every"]["default"] == "15m"
    assert entry["additionalProperties"] is False
    assert set(entry["required"]) == {"name", "url"}
    assert schemas()["keywords.json"]["$defs"]["WatchEntry"]["properties"]["max_age"] == {
        "default": "45d",
        "description": "older happenings are recorded and not sent",
        "pattern": "^[0-9]{1,6}[smhd]$",
        "type": "string",
    }
    assert "except" in schemas()["channels.json"]["$defs"]["ChannelEntry"]["properties"]
    assert json.loads(schema_text(sources)) == sources


# --- the page ----------------------------------------------------------------------------------


def test_the_tables_of_the_page_are_those_of_the_models() -> None:
    assert with_tables(PAGE) == PAGE, "run python -m worker.config.reference"
    assert re.findall(r"<!-- table: (\w+) -->", PAGE) == list(TABLES)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_key_has_a_type_and_a_meaning(name: str) -> None:
    rows = table(TABLES[name]).splitlines()[2:]
    assert len(rows) == len(TABLES[name].model_fields)
    assert all(len(cell.strip()) > 0 for row in rows for cell in row.split("|")[1:-1])


def test_the_page_lists_every_kind_with_its_acts() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (`.*`) \|$", PAGE, re.MULTILINE))
    for kind, acts in ACTS.items():
        assert set(re.findall(r"`(\w+)`", rows[kind])) == {act.value for act in acts}


def blocks(page: Path) -> list[tuple[str, str]]:
    """Each YAML block of a page, by the file that its first line names."""
    found = re.findall(r"^```yaml\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [(block.partition("\n")[0].removeprefix("# config/"), block) for block in found]


OURS = [path for path in tracked() if path.suffix == ".md" and path.parent in (ROOT, ROOT / "docs")]
BLOCKS = [(page.name, *block) for page in OURS for block in blocks(page)]


def test_the_page_shows_each_of_the_three_files() -> None:
    assert {name for page, name, _ in BLOCKS if page == "configuration.md"} == set(FILES)


@pytest.mark.parametrize(("page", "name", "block"), BLOCKS)
def test_every_yaml_block_of_the_documents_is_taken_by_the_real_loader(
    tmp_path: Path, page: str, name: str, block: str
) -> None:
    assert name in FILES, f"{page}: the first line of a block names its file: # config/..."
    (tmp_path / "archive").mkdir()
    files = dict(blocks(ROOT / "docs" / "configuration.md")) | {name: block}
    found = {file.removesuffix(".yaml"): text for file, text in files.items()}
    config = configs.loaded(tmp_path, environ=ADDRESSES, **found)
    unused = {warning.message for warning in config.warnings}
    assert unused <= {"no watch sends anything to this channel"}


def test_the_problems_that_the_page_shows_are_the_real_ones(tmp_path: Path) -> None:
    block = re.search(r"^```text\n(config/.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert block
    directory = configs.write_config(
        tmp_path,
        channels='channels:\n  console: {}\n\n\n\n\n  desk:\n    url:     "${DESK_URL}"\n',
        keywords="watches:\n  - name: a\n    events: [partnership]\n\n\n\n\n\n    notify: [dsk]\n",
        sources="sources:\n\n\n  - name: a\n    url: https://a.org\n\n    evry: 1h\n",
    )
    said = [line.replace(f"{tmp_path}/", "") for line in check(directory, environ={}).lines()]
    assert [re.sub(r":\d+:\d+:", "", line) for line in said[:-1]] == [
        re.sub(r":\d+:\d+:", "", line) for line in block[1].splitlines()
    ]


def test_the_shipped_files_are_yaml_without_duplicate_keys() -> None:
    for name in FILES:
        document, problems = parse_document((SHIPPED / name).read_text("utf-8"), name)
        assert document is not None
        assert problems == []
