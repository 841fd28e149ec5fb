"""What services get, by their own limits as Apprise knows them, and over real connections."""

from __future__ import annotations

import mailbox
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
import samples

from notifiers.channel import AppriseNotifier, open_channel
from notifiers.fit import fitted
from notifiers.render import render
from pacts.model import Channel, Message
from pacts.terms import Form

HOSTILE = "*b* _i_ `c` [x](http://evil.example) <!channel> @everyone @here ~s~ | # h \\ &lt;b&gt;"
MESSAGE = render([samples.upgrade()])
DIGEST = render([samples.upgrade(number=number) for number in range(1, 51)])

ADDRESSES = {
    "slack": "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/#general",
    "discord": "discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js",
    "tgram": "tgram://123456789:abcdefg_hijklmnop/12315544/",
    "matrix": "matrix://user:pass@localhost/#room",
    "rocket": "rockets://user:pass@localhost/#chan",
    "workflow": "workflow://westus.logic.azure.com:443/abcdefabcdefabcdefabcdefabcdefab/"
    + "A" * 43,
    "gchat": "gchat://a/b/c",
    "wxteams": "wxteams://" + "a" * 64,
    "mmost": "mmost://localhost/abcdefghijklmnopqrstuvwxyz",
    "zulip": "zulip://bot@org/" + "a" * 32 + "/stream",
    "ntfy": "ntfys://topic",
    "gotify": "gotify://localhost/token",
    "pover": "pover://" + "u" * 30 + "@" + "a" * 30,
    "json": "json://localhost/",
    "mailto": "mailto://user:pass@example.org",
    "bulksms": "bulksms://user:password@15551231234",
    "voipms": "voipms://password:user@example.org/15551231235/15551231234",
}
FORMS = {
    Form.MARKDOWN: "slack discord tgram matrix rocket workflow gchat wxteams mmost zulip",
    Form.TEXT: "ntfy gotify pover json",
    Form.HTML: "mailto",
    Form.SHORT: "bulksms voipms",
}


def opened(service: str) -> AppriseNotifier:
    notifier = open_channel(Channel("desk", ADDRESSES[service]))
    assert isinstance(notifier, AppriseNotifier)
    return notifier


@pytest.mark.parametrize(("form", "services"), FORMS.items())
def test_each_service_gets_what_it_speaks(form: Form, services: str) -> None:
    assert {name: opened(name).room.form for name in services.split()} == dict.fromkeys(
        services.split(), form
    )


@pytest.mark.parametrize("form", Form)
def test_a_channel_may_ask_for_a_form(form: Form) -> None:
    notifier = open_channel(Channel("desk", ADDRESSES["json"], form=form))
    assert isinstance(notifier, AppriseNotifier)
    assert notifier.room.form is form


# Matrix measures its pieces while it sends: it cannot be asked beforehand.
MEASURED = [service for service in ADDRESSES if service != "matrix"]


@pytest.mark.parametrize("service", MEASURED)
@pytest.mark.parametrize("message", [MESSAGE, DIGEST], ids=["alert", "digest"])
def test_no_service_gets_more_than_it_takes(service: str, message: Message) -> None:
    """Counted by Apprise itself, in what it would send: one piece, nothing cut."""
    notifier = opened(service)
    pieces = sent_by(notifier, message)
    assert len(pieces) == 1
    (title, body) = pieces[0]
    assert "Kazakhstan and Vietnam upgrade" in title + body
    assert service == "mailto" or len(body) <= service_of(notifier).body_maxlen


@pytest.mark.parametrize("service", sorted(set(MEASURED) & set(FORMS[Form.MARKDOWN].split())))
def test_nothing_foreign_is_markup_or_a_mention_in_any_chat(service: str) -> None:
    story = samples.story(place=HOSTILE, document=HOSTILE, sources=(HOSTILE, "b"))
    alert = samples.alert(story, headline=f"A {HOSTILE}", detail=HOSTILE, watches=(HOSTILE,))
    ((title, body),) = sent_by(opened(service), render([alert]))
    for trick in (
        *("*b*", "_i_", "`c`", "[x]", "](http://evil", "evil.example|", "<!channel>", "@everyone"),
        *("@here", "~s~", "# h", "http://evil.example", "<b>"),
    ):
        assert trick not in title + body, body


def service_of(notifier: AppriseNotifier) -> Any:
    return next(iter(notifier._apprise))


def sent_by(notifier: AppriseNotifier, message: Message) -> list[tuple[str, str]]:
    """Title and body of each call of the service's own sending, which is not made."""
    service = service_of(notifier)
    title, body = fitted(message, notifier.room)
    calls = service._build_send_calls(body=body, title=title, body_format=notifier._format)
    return [(call["title"], call["body"]) for call in calls]


# --- over connections ----------------------------------------------------------------------


@pytest.fixture
def seen() -> Iterator[tuple[int, list[str]]]:
    """A server that takes whatever is posted, its port, and the bodies."""
    bodies: list[str] = []

    class Taker(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            bodies.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"id":"1"}')

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Taker)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server.server_address[1], bodies
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("json://127.0.0.1:{port}/x", "Why: First report of this."),
        ("json://127.0.0.1:{port}/x?format=markdown", "Why: First report of this."),
        ("xml://127.0.0.1:{port}/x", "Why: First report of this."),
        ("form://127.0.0.1:{port}/x", "Why%3A+First+report"),
        ("ntfy://127.0.0.1:{port}/topic", "Why: First report of this."),
        ("gotify://127.0.0.1:{port}/token", "Why: First report of this."),
        ("mmost://127.0.0.1:{port}/abcdefghijklmnopqrstuvwxyz", "**Kazakhstan and Vietnam"),
    ],
)
def test_a_service_on_loopback_gets_the_whole_alert_once(
    seen: tuple[int, list[str]], address: str, words: str
) -> None:
    port, bodies = seen
    open_channel(Channel("desk", address.format(port=port))).send(MESSAGE)
    (body,) = bodies
    assert words in body


def test_a_long_digest_comes_as_one_message(seen: tuple[int, list[str]]) -> None:
    port, bodies = seen
    address = f"mmost://127.0.0.1:{port}/abcdefghijklmnopqrstuvwxyz"
    open_channel(Channel("desk", address)).send(DIGEST)
    (body,) = bodies
    assert "more: pactwatch alerts" in body


def test_the_subject_of_a_mail_arrives_whole_whatever_letters_it_has() -> None:
    line = "Việt Nam và Kazakhstan nâng cấp quan hệ lên đối tác chiến lược: Вьетнам и Казахстан"
    message = render([samples.upgrade(headline=line)])
    with mailbox.Mailbox() as box:
        open_channel(Channel("desk", box.url)).send(message)
        mail = box.wait_for(1)[0]
    assert str(mail["Subject"]) == message.title
    assert line in message.title
