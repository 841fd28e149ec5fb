"""From a published article to a mail and a webhook."""

from __future__ import annotations

import json
import threading
from mailbox import Mailbox, parts_of
from pathlib import Path

from forkserver import ForkServer
from newsroom import SIGNED, START, Newsroom
from webhook import Webhook

QUOTE = "Kenya and Fiji signed a fisheries agreement in Suva on Tuesday"


def test_a_mail_and_a_webhook_arrive_with_the_quote_and_the_link(
    tmp_path: Path, pactwatch: ForkServer
) -> None:
    with Mailbox() as mailbox, Webhook() as hook, Newsroom(tmp_path) as room:
        room.configure(channels={"desk": mailbox.url, "chat": hook.url})
        path = room.publish("wire", "signed", *SIGNED)
        done = pactwatch.run(*room.words("once", "--notify-baseline", at=START))
        assert done.status == 0, done.err
        (mail,), (message,) = mailbox.messages, hook.messages
        plain, page = parts_of(mail)
        for text in (message["message"], plain or page):
            assert QUOTE in text
            assert room.web.url(path) in text
        again = pactwatch.run(*room.words("once", "--all", at=START.replace(hour=14)))
        assert "0 messages sent" in again.out
        assert len(mailbox.messages) == len(hook.messages) == 1


def test_a_channel_that_refuses_delays_nobody_and_is_told_later(
    tmp_path: Path, pactwatch: ForkServer
) -> None:
    with (
        Webhook() as hook,
        Webhook(answers=[503, 503, 200]) as refusing,
        Newsroom(tmp_path) as room,
    ):
        room.configure(channels={"chat": hook.url, "moody": refusing.url})
        room.publish("wire", "signed", *SIGNED)
        done = pactwatch.run(*room.words("once", "--notify-baseline", at=START))
        assert "1 message sent" in done.out
        assert "Refused, to be tried again: 1 message." in done.out
        assert len(hook.messages) == 1
        for hours in (1, 3):
            later = START.replace(hour=START.hour + hours)
            pactwatch.run(*room.words("once", at=later))
        assert len(hook.messages) == len(refusing.messages) == 1


def test_a_channel_that_does_not_answer_does_not_hold_up_another(
    tmp_path: Path, pactwatch: ForkServer
) -> None:
    gate = threading.Event()
    with Webhook() as hook, Webhook(gate=gate) as slow, Newsroom(tmp_path) as room:
        room.configure(channels={"slow": slow.url, "chat": hook.url})
        room.publish("wire", "signed", *SIGNED)
        child = pactwatch.start(*room.words("once", "--notify-baseline", at=START))
        slow.wait_for_requests(1)
        hook.wait_for(1)
        gate.set()
        assert pactwatch.wait(child).status == 0
        assert len(slow.messages) == 1


def test_what_was_sent_and_why_can_be_asked_afterwards(
    tmp_path: Path, pactwatch: ForkServer
) -> None:
    with Webhook() as hook, Newsroom(tmp_path) as room:
        room.configure(channels={"chat": hook.url})
        room.publish("wire", "signed", *SIGNED)
        pactwatch.run(*room.words("once", "--notify-baseline", at=START))
        (story,) = json.loads(pactwatch.run(*room.words("stories", "--json")).out)
        (alert,) = json.loads(pactwatch.run(*room.words("alerts", "--json")).out)
        (delivery,) = json.loads(pactwatch.run(*room.words("deliveries", "--json")).out)
        (event,) = json.loads(pactwatch.run(*room.words("events", "--json")).out)
    assert (story["status"], story["parties"]) == ("concluded", ["FJ", "KE"])
    assert (alert["reason"], alert["sends"], alert["story"]["id"]) == ("first", True, story["id"])
    assert (delivery["state"], delivery["alert"]) == ("sent", alert["id"])
    assert event["event"]["evidence"]["quote"].startswith("Kenya and Fiji")
    secret = hook.url
    for name in ("alerts", "deliveries", "channels list"):
        words = name.split()
        assert secret not in pactwatch.run(*room.words(*words, "--json")).out
    assert secret.encode() not in room.database.read_bytes()
