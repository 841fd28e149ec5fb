"""Real sends to servers on loopback: mail through aiosmtpd, webhooks through http.server."""

from __future__ import annotations

import logging
import mailbox
import threading
import traceback
from collections.abc import Iterator
from urllib.parse import quote

import pytest
import samples
import webhook
from hypothesis import given, settings
from hypothesis import strategies as st

from notifiers.channel import _within, open_channel, problem_of
from notifiers.console import ConsoleNotifier
from notifiers.opened import OpenOnUse
from notifiers.render import render
from notifiers.verdict import TIMED_OUT, Verdict
from pacts.errors import DeliveryError
from pacts.model import Channel, Message

MESSAGE = render([samples.upgrade()])


def _send(url: str, message: Message = MESSAGE) -> None:
    open_channel(Channel("desk", url)).send(message)


def _refusal(url: str) -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        _send(url)
    return caught.value


def test_a_mail_arrives_with_text_and_html() -> None:
    with mailbox.Mailbox() as box:
        _send(box.url)
        mail = box.wait_for(1)[0]
    assert mail["Subject"] == MESSAGE.title
    text, html = mailbox.parts_of(mail)
    assert html.replace("\r\n", "\n").strip() == MESSAGE.html.strip()
    for part in ("agreed to elevate", "https://nhandan.example/news/upgraded-kz.html", "Told by 3"):
        assert part in text


def test_the_text_beside_the_page_of_a_mail_reads_like_our_own() -> None:
    with mailbox.Mailbox() as box:
        _send(box.url)
        text, _ = mailbox.parts_of(box.wait_for(1)[0])
    # Apprise makes it from the page: marked quotes, and no indented lines, are all that differs.
    seen = text.replace("\r\n", "\n").replace("> “", "“").strip()
    ours = "\n".join(line.strip() for line in MESSAGE.text.splitlines())
    assert " ".join(seen.split()) == " ".join(ours.split())
    assert "”\n— nhandan" in seen
    quoted = seen.index("“")
    assert seen[quoted - 2 : quoted] == "\n\n"
    assert "upgraded-kz.html\n\nTold by 3" in seen


def test_a_mail_channel_that_asks_for_text_gets_the_plain_text() -> None:
    with mailbox.Mailbox() as box:
        _send(f"{box.url}&format=text")
        mail = box.wait_for(1)[0]
    text, html = mailbox.parts_of(mail)
    assert text.replace("\r\n", "\n").strip() == MESSAGE.text.strip()
    assert html == ""


def test_two_mails_do_not_wait_for_each_other() -> None:
    with mailbox.Mailbox() as box:
        notifier = open_channel(Channel("desk", box.url))
        for _ in range(3):
            notifier.send(MESSAGE)
        # 5.5 s between two of them is what Apprise would take: 3 s leave no doubt.
        assert len(box.wait_for(3, seconds=3)) == 3


def test_a_webhook_gets_the_plain_text_as_it_is() -> None:
    message = Message("Title *x*", "a <b> & “c” _d_ @ everyone\n\nhttps://example.org/?a=1&b=2", "")
    with webhook.Webhook() as hook:
        _send(hook.url, message)
        payload = hook.wait_for(1)[0]
    assert (payload["title"], payload["message"]) == (message.title, message.text)


def test_a_long_digest_is_split_and_nothing_of_it_is_lost() -> None:
    lines = [f"line {number} of many, with some words in it" for number in range(1500)]
    with webhook.Webhook() as hook:
        _send(hook.url, Message("t", "\n".join(lines), ""))
        hook.wait_for(2)
    seen = "\n".join(payload["message"] for payload in hook.messages)
    assert all(line in seen for line in lines)


@pytest.mark.parametrize(
    ("status", "permanent"),
    [(400, True), (401, True), (403, True), (404, True), (429, False), (500, False), (503, False)],
)
def test_the_status_of_a_webhook_tells_whether_it_is_final(status: int, permanent: bool) -> None:
    with webhook.Webhook(answers=[status]) as hook:
        error = _refusal(hook.url)
    assert f"answered {status}" in error.detail
    assert error.permanent is permanent


def test_a_redirect_is_not_followed() -> None:
    with webhook.Webhook(answers=[307, 200]) as hook:
        error = _refusal(hook.url)
        assert [path for path, _ in hook.requests] == ["/hook"]
    assert "307" in error.detail


def test_a_service_that_is_called_optional_still_says_that_it_failed() -> None:
    with webhook.Webhook(answers=[500]) as hook:
        assert "500" in _refusal(f"{hook.url}?optional=yes").detail


def test_a_send_that_never_ends_is_given_up_without_holding_the_process() -> None:
    for_ever = threading.Event()

    def work() -> None:
        for_ever.wait(20)

    assert _within(0.05, work) is TIMED_OUT
    assert all(thread.daemon for thread in threading.enumerate() if thread.name == "send")
    for_ever.set()


def test_an_error_while_sending_is_told_by_its_class_and_not_as_a_timeout() -> None:
    def work() -> None:
        raise LookupError("token")

    verdict = _within(20, work)
    assert verdict == Verdict("an unexpected LookupError in sending", permanent=False)


def test_a_server_that_is_not_there_may_come_back() -> None:
    for url in (
        f"json://127.0.0.1:{mailbox.free_port()}/",
        f"mailto://127.0.0.1:{mailbox.free_port()}/?mode=insecure&from=a@example.org&to=b@example.org",
    ):
        error = _refusal(url)
        assert (error.detail, error.permanent) == ("the server refuses connections", False)


def test_a_server_that_says_nothing_is_given_up_in_time() -> None:
    gate = threading.Event()
    with webhook.Webhook(gate=gate) as hook:
        error = _refusal(f"{hook.url}?rto=0.3")
        gate.set()
    assert (error.detail, error.permanent) == ("no answer in time", False)


@pytest.mark.parametrize(
    ("box", "user", "detail", "permanent"),
    [
        (mailbox.Mailbox(refuse_rcpt="550 no such user"), "", "recipient (550)", True),
        (mailbox.Mailbox(refuse_rcpt="450 try later"), "", "recipient (450)", False),
        (mailbox.Mailbox(refuse_data="554 no"), "", "message (554)", False),
        (mailbox.Mailbox(refuse_data="451 busy"), "", "message (451)", False),
        (mailbox.Mailbox(login=("u", "right")), "", "login (530)", True),
        (mailbox.Mailbox(login=("u", "right")), "u", "login (535)", True),
    ],
)
def test_a_mail_server_tells_whether_its_no_is_final(
    box: mailbox.Mailbox, user: str, detail: str, permanent: bool
) -> None:
    with box:
        error = _refusal(box.url_to("desk@example.org", user=user, password="wrongpassword"))
    assert detail in error.detail
    assert error.permanent is permanent
    assert "wrongpassword" not in str(error)


def test_a_login_that_is_right_gets_the_mail_through() -> None:
    with mailbox.Mailbox(login=("desk", "right")) as box:
        _send(box.url_to("desk@example.org", user="desk", password="right"))
        box.wait_for(1)


def test_one_dead_address_among_several_does_not_silence_the_others() -> None:
    with mailbox.Mailbox(refuse_rcpt="550 gone", only="old@example.org") as box:
        _send(box.url_to("old@example.org", "new@example.org"))
        assert box.wait_for(1)[0]["To"] == "new@example.org"


def test_without_a_url_the_channel_is_the_console() -> None:
    assert isinstance(open_channel(Channel("console")), ConsoleNotifier)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("hunter2", "begin like"),
        ("mailtoo://hunter2@example.org", 'did you mean "mailto://"?'),
        ("qqqqqqqqqqq://hunter2", "knows no service with this kind of address"),
        ("https://example.org/hunter2", 'write "json://"'),
        ("tgram://hunter2", "this Telegram address lacks or mistakes something (https://"),
        ("slack://hunter2", "this Slack address"),
        ("json://", "this JSON address"),
        ("mailto://[hunter2", "this E-Mail address"),
    ],
)
def test_a_url_that_cannot_be_used_is_explained_and_not_repeated(url: str, words: str) -> None:
    problem = problem_of(url)
    assert problem is not None
    assert words in problem
    assert "hunter2" not in problem
    with pytest.raises(DeliveryError, match="desk: ") as caught:
        open_channel(Channel("desk", url))
    assert caught.value.permanent
    assert "hunter2" not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize(
    "url",
    [
        "mailto://user:pass@example.org",
        "json://127.0.0.1:80/x",
        "tgram://123456789:abcdefg_hijklmnop/12315544/",
        "ntfy://topic",
        "https://discord.com/api/webhooks/000000000/abcdefghijkl",
    ],
)
def test_a_url_that_can_be_used_has_no_problem(url: str) -> None:
    assert problem_of(url) is None


def test_channels_are_opened_once_and_only_when_used() -> None:
    opened: list[str] = []

    def opener(channel: Channel) -> ConsoleNotifier:
        opened.append(channel.name)
        return ConsoleNotifier(channel.name)

    notifiers = OpenOnUse([Channel("a"), Channel("b")], opener)
    assert (list(notifiers), len(notifiers), "a" in notifiers, opened) == (["a", "b"], 2, True, [])
    assert notifiers["a"] is notifiers["a"]
    assert opened == ["a"]


# --- secrets -------------------------------------------------------------------------------

_TOKEN = st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789", min_size=12, max_size=24).map(
    lambda text: f"zq{text}"
)


@pytest.fixture
def everything_logged() -> Iterator[list[str]]:
    """Each line that any logger hands to a handler of the process, at the lowest level there is."""
    lines: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(f"{record.name} {record.getMessage()} {record.exc_text}")

    handler = Keep()
    loggers = [logging.getLogger(name) for name in ("", "apprise", "urllib3.connectionpool")]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(1)
    yield lines
    for logger, level in zip(loggers, before, strict=True):
        logger.removeHandler(handler)
        logger.setLevel(level)


@pytest.mark.parametrize("status", [200, 302, 401, 500])
def test_no_secret_of_a_webhook_reaches_an_error_or_a_log(
    status: int, everything_logged: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    with webhook.Webhook(answers=[status]) as hook:

        @settings(max_examples=15)
        @given(_TOKEN, _TOKEN, _TOKEN, _TOKEN)
        def leaks_nothing(user: str, password: str, path: str, token: str) -> None:
            url = (
                f"json://{user}:{quote(password)}@127.0.0.1:{hook.port}/{path}"
                f"?+X-Token={token}&-key={token}"
            )
            _tells_none_of((user, password, path, token), url, everything_logged, capfd)

        leaks_nothing()
        assert hook.requests, "the sends were real"


@pytest.mark.parametrize(
    "scheme", ["json", "jsons", "xml", "form", "ntfy", "gotify", "mmost", "mailto"]
)
def test_no_secret_of_an_unreachable_service_reaches_an_error_or_a_log(
    scheme: str, everything_logged: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    @settings(max_examples=8)
    @given(_TOKEN, _TOKEN, _TOKEN)
    def leaks_nothing(user: str, password: str, token: str) -> None:
        place = f"127.0.0.1:{mailbox.free_port()}"
        url = f"{scheme}://{user}:{password}@{place}/{token}?to={token}@example.org"
        _tells_none_of((user, password, token), url, everything_logged, capfd)

    leaks_nothing()


def test_switching_the_log_of_apprise_off_does_not_hide_why_a_send_failed() -> None:
    logging.getLogger("apprise").disabled = True
    with webhook.Webhook(answers=[401]) as hook:
        assert _refusal(hook.url).permanent


@settings(max_examples=50)
@given(
    st.sampled_from(["tgram", "slack", "discord", "twilio", "mailgun", "pover", "json", "zz", ""]),
    _TOKEN,
    st.sampled_from(["://", ":/", "", "://?", "://@"]),
)
def test_no_problem_repeats_what_it_is_about(scheme: str, token: str, between: str) -> None:
    assert token not in (problem_of(f"{scheme}{between}{token}") or "")
    assert token not in (problem_of(f"{scheme}{between}{token}/{token}?a={token}") or "")


def _tells_none_of(
    secrets: tuple[str, ...], url: str, logged: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    channel = Channel("desk", url)
    told = [repr(channel), problem_of(url) or ""]
    try:
        notifier = open_channel(channel)
        told.append(repr(notifier))
        notifier.send(MESSAGE)
    except DeliveryError as error:
        told += [str(error), repr(error), *traceback.format_exception(error)]
    output = capfd.readouterr()
    everything = "\n".join([*told, *logged, output.out, output.err])
    for secret in secrets:
        assert secret not in everything
