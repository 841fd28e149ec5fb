"""channels.yaml and .env: addresses, secrets, and that no secret is ever repeated."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import configs
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pacts.errors import ConfigError
from pacts.model import Channel, Rate
from pacts.terms import Priority
from worker.config import fingerprint, load
from worker.config.secrets import Secrets, env_file, read_env

DESK = 'channels:\n  console: {}\n  desk: {url: "${DESK_URL}"}\n'
ADDRESS = "mailtos://me:hunter2@mail.example.org?to=you@example.org"


def found(base: Path, text: str, env: str | None = None, **environ: str) -> list[str]:
    problems = configs.problems(base, channels=text, env=env, environ=environ)
    return [line.removeprefix("channels.yaml:") for line in problems]


def one(base: Path, line: str, **environ: str) -> str:
    """The only problem of the channel ``desk``, written on line 3 from column 3."""
    (problem,) = found(base, f"channels:\n  console: {{}}\n  {line}\n", **environ)
    return problem


def desk_of(base: Path, env: str | None = None, **environ: str) -> str | None:
    directory = configs.write_config(base, channels=DESK, env=env)
    return load(directory, environ=environ).channels[1].url


def test_every_option_of_a_channel_reaches_the_frozen_type(tmp_path: Path) -> None:
    text = """\
channels:
  console:
  desk:
    url: "${DESK_URL}"
    quiet: "22:00-06:30 Asia/Ho_Chi_Minh"
    digest: "07:30 UTC"
    empty_digest: true
    group_wait: 10m
    rate: 20/h
    escalate: console
    except: high
"""
    config = configs.loaded(tmp_path, channels=text, environ={"DESK_URL": ADDRESS})
    assert config.channels == (
        Channel("console"),
        Channel(
            "desk",
            url=ADDRESS,
            quiet=("22:00", "06:30", "Asia/Ho_Chi_Minh"),
            loud=Priority.HIGH,
            digest=("07:30", "UTC"),
            empty_digest=True,
            group_wait=timedelta(minutes=10),
            rate=Rate(20, timedelta(hours=1)),
            escalate="console",
        ),
    )
    assert "hunter2" not in repr(config)


WRONG = {
    "desk: {}": "3:3: this channel needs a url; only the channel named console has none",
    "desk:": "3:3: this channel needs a url; only the channel named console has none",
    "desk: {url: }": "3:3: this channel needs a url; only the channel named console has none",
    "desk: {ulr: x}": '3:10: "ulr" is not a key here; did you mean "url"?',
    "desk: mailto://a": "3:9: this channel must be a mapping (key: value), not text",
    "desk: {url: 5}": "3:15: url must be text, not a number: put it in quotes",
    "desk: {url: nonsense}": "3:15: the address does not look like service://...: "
    "see docs/configuration.md",
    "desk: {url: $DESK_URL}": "3:15: write a variable with braces, as ${NAME}; a plain $ is %24",
    'desk: {url: "${DESK URL}"}': "3:15: ${ } must hold the name of a variable: "
    "letters, digits and _",
    "desk: {url: 'json://a', quiet: '22-6 UTC'}": "3:34: quiet needs times as HH:MM "
    "from 00:00 to 23:59, such as 07:30",
    "desk: {url: 'json://a', quiet: '22:00-06:00'}": "3:34: quiet is not of the form "
    '"22:00-06:30 Asia/Ho_Chi_Minh"',
    "desk: {url: 'json://a', quiet: '22:00-22:00 UTC'}": "3:34: quiet begins and ends at the "
    "same time: that is either never or always",
    "desk: {url: 'json://a', digest: '7:30 UTC'}": "3:35: digest needs times as HH:MM "
    "from 00:00 to 23:59, such as 07:30",
    "desk: {url: 'json://a', digest: '07:30 Asia/Hanoi'}": "3:35: digest names something that is "
    'not a known time zone; did you mean "Asia/Ho_Chi_Minh"?',
    "desk: {url: 'json://a', digest: '30 25 * * * UTC'}": "3:35: digest is no cron line: its hour "
    "must be 0 to 23, or *",
    "desk: {url: 'json://a', digest: '30 7 * * mon-fry UTC'}": "3:35: digest is no cron line: its "
    "day of the week must be 0 to 7 or sun to sat, or *",
    "desk: {url: 'json://a', digest: '*/0 7 * * * UTC'}": "3:35: digest is no cron line: its "
    "minute must be 0 to 59, or *",
    "desk: {url: 'json://a', digest: '0 9 30 2 * UTC'}": "3:35: digest never comes: no month that "
    "it names has such a day",
    "desk: {url: 'json://a', digest: '30 7 * * UTC'}": "3:35: digest is not of the form "
    '"07:30 Asia/Ho_Chi_Minh" or, as a cron line, "30 7 * * mon-fri Asia/Ho_Chi_Minh"',
    "desk: {url: 'json://a', rate: 20}": "3:33: rate must be text, not a number: put it in quotes",
    "desk: {url: 'json://a', rate: 0/h}": "3:33: rate is not of the form 20/h: a number of "
    "messages, then /m, /h or /d",
    "desk: {url: 'json://a', group_wait: 10}": "3:39: group_wait is not a duration: write a number "
    "and s, m, h or d, such as 15m, 2h or 1d",
    "desk: {url: 'json://a', escalate: desk}": "3:37: a channel cannot stand in for itself: "
    "name another",
    "desk: {url: 'json://a', escalate: consol}": "3:37: there is no such channel in this file; "
    'did you mean "console"?',
    "desk: {url: 'json://a', except: hihg}": '3:35: except is not known; did you mean "high"?',
    "console: {}": '3:3: "console" stands here twice: it is on line 2 already',
    '" desk": {url: "json://a"}': "3:3: the name of a channel must be one line "
    "without spaces around it",
}


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_channel_is_told_in_plain_words(tmp_path: Path, line: str) -> None:
    assert one(tmp_path, line) == WRONG[line]


def test_channels_that_stand_in_for_one_another_in_a_ring_are_refused(tmp_path: Path) -> None:
    text = """\
channels:
  console: {}
  a: {url: "json://a", escalate: b}
  b: {url: "json://b", escalate: c}
  c: {url: "json://c", escalate: a}
  d: {url: "json://d", escalate: a}
"""
    assert found(tmp_path, text) == [
        '3:34: this leads from "b" to "c" to "a" and so back: leave one of these out',
        '4:34: this leads from "c" to "a" to "b" and so back: leave one of these out',
        '5:34: this leads from "a" to "b" to "c" and so back: leave one of these out',
    ]


def test_a_channel_that_only_stands_in_is_used(tmp_path: Path) -> None:
    text = """\
channels:
  console: {escalate: spare, empty_digest: true}
  spare: {url: "json://localhost/"}
"""
    config = configs.loaded(tmp_path, channels=text)
    assert configs.shortened(config.warnings, config.directory) == [
        "channels.yaml:2:30: empty_digest does nothing without digest",
    ]


def test_a_digest_waits_for_no_group(tmp_path: Path) -> None:
    text = 'channels:\n  console: {digest: "07:30 UTC", group_wait: 10m}\n'
    config = configs.loaded(tmp_path, channels=text)
    assert configs.shortened(config.warnings, config.directory) == [
        "channels.yaml:2:34: group_wait does nothing beside digest",
    ]


def test_the_console_takes_no_address(tmp_path: Path) -> None:
    assert found(tmp_path, "channels:\n  console: {url: 'json://a'}\n") == [
        "2:13: the console has no url: give this channel another name"
    ]


def test_a_secret_comes_from_the_process_then_its_file_then_dotenv_then_the_file_it_names(
    tmp_path: Path,
) -> None:
    (tmp_path / "of-process").write_text("json://two\n", "utf-8")
    (tmp_path / "of-dotenv").write_text("\n json://four \n", "utf-8")
    file = str(tmp_path / "of-process")
    dotenv = "DESK_URL=json://three\nDESK_URL_FILE=of-dotenv\n"
    assert desk_of(tmp_path, dotenv, DESK_URL="json://one", DESK_URL_FILE=file) == "json://one"
    assert desk_of(tmp_path, dotenv, DESK_URL_FILE=file) == "json://two"
    assert desk_of(tmp_path, dotenv) == "json://three"
    assert desk_of(tmp_path, "DESK_URL_FILE=of-dotenv\n") == "json://four"


def test_a_missing_empty_or_unreadable_variable_is_told_at_the_line_that_uses_it(
    tmp_path: Path,
) -> None:
    help_line = "put DESK_URL=... into .env, or set DESK_URL or DESK_URL_FILE"
    assert found(tmp_path, DESK) == [f"3:15: the variable DESK_URL is not set: {help_line}"]
    assert found(tmp_path, DESK, DESK_URL="") == [
        f"3:15: the variable DESK_URL is empty: {help_line}"
    ]
    assert found(tmp_path, DESK, DESK_URL_FILE="gone") == [
        "3:15: the file that DESK_URL_FILE names cannot be read"
    ]
    (tmp_path / "empty").write_text(" \n", "utf-8")
    assert found(tmp_path, DESK, DESK_URL_FILE="empty") == [
        "3:15: the file that DESK_URL_FILE names is empty"
    ]


def test_several_variables_of_one_address_are_all_told(tmp_path: Path) -> None:
    text = 'channels:\n  desk: {url: "mailto://${USER}:${PASS}@a.org"}\n'
    (problem,) = configs.problems(
        tmp_path, channels=text, keywords=configs.KEYWORDS.replace("console", "desk")
    )
    assert "USER is not set" in problem
    assert "PASS is not set" in problem


def test_a_value_is_taken_as_it_is(tmp_path: Path) -> None:
    env = "A='json://x${B}#y'\nB=no\nexport C=\"json://q\"\n"
    secrets = Secrets({}, read_env(env_of(tmp_path, env), ".env")[0], tmp_path)
    assert secrets.fill("${A}") == "json://x${B}#y"
    assert secrets.fill("${C}/${B}") == "json://q/no"
    assert repr(secrets) == "Secrets(A, B, C)"


def env_of(base: Path, text: str) -> Path:
    configs.write_config(base, env=text)
    return base / ".env"


def test_a_line_of_dotenv_that_cannot_be_read_is_told_at_its_line(tmp_path: Path) -> None:
    env = '# comment\n\nA=1\n\nB="never closed\nC=2\n'
    problems = configs.problems(tmp_path, env=env)
    assert problems == [".env:5:1: this line cannot be read: write NAME=value, with quotes closed"]


def test_a_dotenv_in_another_encoding_is_told(tmp_path: Path) -> None:
    configs.write_config(tmp_path)
    (tmp_path / ".env").write_bytes(b"A=caf\xe9\n")
    assert configs.problems(tmp_path) == [
        ".env:1:1: this file is not UTF-8: save it with this encoding"
    ]


def test_dotenv_lies_inside_the_directory_or_beside_it(tmp_path: Path) -> None:
    directory = configs.write_config(tmp_path, env="")
    assert env_file(directory) == tmp_path / ".env"
    (directory / ".env").write_text("", "utf-8")
    assert env_file(directory) == directory / ".env"


def test_a_dotenv_that_others_can_read_is_a_warning(tmp_path: Path) -> None:
    directory = configs.write_config(tmp_path, env="A=1\n")
    (tmp_path / ".env").chmod(0o644)
    (warning,) = load(directory, environ={}).warnings
    assert configs.shortened((warning,), directory) == [
        ".env:1:1: other users of this machine can read this file: run chmod 600 on it"
    ]


def test_what_works_and_is_not_meant_is_a_warning(tmp_path: Path) -> None:
    text = """\
channels:
  console: {except: high}
  spare: {url: "json://localhost/"}
  open: {url: "slack://a/b/c"}
"""
    watches = configs.KEYWORDS.replace("[console]", "[console, open]")
    config = configs.loaded(tmp_path, channels=text, keywords=watches)
    assert configs.shortened(config.warnings, config.directory) == [
        "channels.yaml:2:13: except does nothing without quiet, digest or group_wait",
        "channels.yaml:3:3: no watch sends anything to this channel",
        'channels.yaml:4:15: a secret may stand here: move the address to .env and write "${NAME}"',
    ]


# --- what notifiers say of an address --------------------------------------------------------


def test_the_room_of_notifiers_is_asked_with_the_secret_and_its_answer_is_told(
    tmp_path: Path,
) -> None:
    asked = []

    def refuse(url: str) -> str | None:
        asked.append(url)
        return "no such service"

    found = configs.problems(
        tmp_path, channels=DESK, environ={"DESK_URL": ADDRESS}, url_problem=refuse
    )
    assert found == ["channels.yaml:3:15: no such service"]
    assert asked == [ADDRESS]


def test_an_answer_that_repeats_the_address_is_not_passed_on(tmp_path: Path) -> None:
    found = configs.problems(
        tmp_path,
        channels=DESK,
        environ={"DESK_URL": ADDRESS},
        url_problem=lambda url: f"bad: {url.partition('://')[2]}",
    )
    assert found == ["channels.yaml:3:15: this address cannot be used"]


def test_a_fingerprint_changes_with_the_address_and_holds_nothing_of_it() -> None:
    first, same = (fingerprint(Channel("desk", url=ADDRESS)) for _ in range(2))
    assert first == same
    assert first != fingerprint(Channel("desk", url=ADDRESS + "x"))
    assert first != fingerprint(Channel("other", url=ADDRESS))
    assert len(first) == 32
    assert fingerprint(Channel("console")) == fingerprint(Channel("console"))


SECRET = "hunter2-w0rd"
PLACES = [
    "channels: [SECRET]",
    "channels: SECRET",
    "SECRET",
    "SECRET: {}",
    "channels: {SECRET: {}}",
    "channels: {SECRET: {}, SECRET: {}}",
    "channels: {desk: SECRET}",
    "channels: {desk: {SECRET: }}",
    "channels: {desk: {url: SECRET}}",
    "channels: {desk: {url: [SECRET]}}",
    "channels: {desk: {url: 'x://SECRET', quiet: SECRET, digest: SECRET, except: SECRET}}",
    "channels: {desk: {url: 'x://SECRET', quiet: '22:00-23:00 SECRET', digest: '07:30 SECRET'}}",
    "channels: {desk: {url: '${SECRET}'}}",
    "channels: {desk: {url: *SECRET}}",
    "channels: {desk: {url: !SECRET x}}",
    "channels: {desk: {url: 'SECRET}}",
    "channels: {desk: {url: SECRET: SECRET}}",
    "channels:\n  desk:\n    url: SECRET\n   quiet: SECRET",
    "channels:\n\tSECRET",
    "channels: {desk: {url: @SECRET}}",
    "channels: {desk: {url: '$SECRET'}}",
]


@given(st.sampled_from(PLACES), st.sampled_from(["{}", "mailto://me:{}@a.org", "x y {} z"]))
@example("channels: {SECRET: {}}", "mailto://me:{}@a.org")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_secret_in_the_wrong_place_is_never_repeated(
    tmp_path: Path, place: str, form: str
) -> None:
    address = form.format(SECRET)
    if "://" not in address and "channels: {SECRET:" in place:
        return  # words there are the name of a channel, and names are shown
    directory = configs.write_config(tmp_path, channels=place.replace("SECRET", address))
    try:
        said = repr(load(directory, environ={}))
    except ConfigError as error:
        said = str(error)
    assert SECRET not in said


def test_a_channel_may_be_called_like_a_key(tmp_path: Path) -> None:
    text = "channels:\n  console: {}\n  except: {ulr: x, except: hihg}\n"
    assert found(tmp_path, text) == [
        '3:12: "ulr" is not a key here; did you mean "url"?',
        '3:28: except is not known; did you mean "high"?',
    ]
