"""The door to Apprise: one channel, one URL, one object. The only file that imports it.

Apprise is imported at the first use, because it takes more than a second. What it knows, logs and
raises holds the URL, so everything that leaves this file is worded here or in
:mod:`notifiers.verdict`, and causes are not chained.
"""

from __future__ import annotations

import difflib
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from notifiers.base import Notifier
from notifiers.console import ConsoleNotifier
from notifiers.fit import TEXT_MESSAGE, Room, fitted
from notifiers.hush import hushed
from notifiers.verdict import TIMED_OUT, Line, Verdict, judge, partly_accepted
from pacts.errors import DeliveryError
from pacts.model import Channel, Message
from pacts.terms import Form

if TYPE_CHECKING:
    from apprise import AppriseAsset, AppriseResult, NotifyBase, NotifyFormat

CONNECT_SECONDS: Final = 10.0
ANSWER_SECONDS: Final = 20.0
DEADLINE_SECONDS: Final = 120.0
"""For one message with all its parts; Apprise itself waits up to 5.5 s between two parts."""
MAIL_SPACING: Final = 0.2
"""Seconds between two mails, as for mail services; the 5.5 s for SMTP would hold alerts up."""
PAGE_ROOM: Final = 15_000
"""Services that speak HTML and take less than this (Telegram: 4096) cannot show a page."""
MAIL_ROOM: Final = 95_000
"""Mail programs hide the rest of longer ones (Gmail: 102 kB)."""
MARKUP_SHARE: Final = 0.85
"""Of the room for Markdown: Apprise's translations of it are longer, and count."""
HTML_SHARE: Final = 0.6
"""The same where it is translated to HTML."""
CHATS: Final = frozenset({"discord", "guilded", "dingtalk", "matrix", "matrixs", "tgram"})
"""Services that show Markdown although Apprise names another format first."""
RAW_CHATS: Final = frozenset({"mmost", "mmosts", "zulip", "revolt", "fluxer"})
"""Services that read Markdown themselves where Apprise knows only of text."""


def open_channel(channel: Channel, deadline: float = DEADLINE_SECONDS) -> Notifier:
    """The notifier of ``channel``: the console when it has no URL, otherwise Apprise.

    Raises DeliveryError (permanent) when Apprise cannot use the URL.
    """
    if channel.url is None:
        return ConsoleNotifier(channel.name, form=channel.form or Form.TEXT)
    with hushed():
        service = _instantiate(channel.url)
        if service is None:
            raise DeliveryError(channel.name, _reason(channel.url), permanent=True)
        return AppriseNotifier(channel.name, service, channel.form, deadline)


def problem_of(url: str) -> str | None:
    """Why Apprise cannot use ``url``, or None when it can. Sends nothing, never repeats the URL."""
    with hushed():
        return None if _instantiate(url) is not None else _reason(url)


class AppriseNotifier:
    """One service. Safe for one thread at a time, which is how channels are served."""

    def __init__(
        self,
        name: str,
        service: NotifyBase,
        form: Form | None = None,
        deadline: float = DEADLINE_SECONDS,
    ) -> None:
        from apprise import Apprise

        self.name: Final = name
        self._deadline: Final = deadline
        _settle(service)
        self.room: Final = _room(service, form or _form_for(service))
        self._format: Final = _format_of(service, self.room.form)
        self._apprise: Final = Apprise(asset=service.asset)
        self._apprise.add(service)

    def __repr__(self) -> str:
        return f"AppriseNotifier({self.name!r})"

    def send(self, message: Message) -> str | None:
        """Raises DeliveryError, also when no answer came within the deadline."""
        verdict = _within(self._deadline, lambda: self._try(message))
        if verdict is not None and verdict.partly:
            return verdict.detail
        if verdict is not None:
            raise DeliveryError(self.name, verdict.detail, permanent=verdict.permanent)
        return None

    def _try(self, message: Message) -> Verdict | None:
        """None when the service took the message."""
        title, body = fitted(message, self.room)
        with hushed() as lines:
            try:
                result = self._apprise.notify(body=body, title=title, body_format=self._format)
            except Exception as error:  # noqa: BLE001 - a hundred plugins, each with its own faults
                # Only the class is told: what the exception says can hold the URL.
                return Verdict(f"an unexpected {type(error).__name__} in Apprise", permanent=False)
        with result:
            return self._read(result, lines)

    def _read(self, result: AppriseResult, lines: Sequence[Line]) -> Verdict | None:
        from apprise import AppriseResultStatus

        if result:
            return None
        if result.status is AppriseResultStatus.TIMEOUT:
            return TIMED_OUT
        verdict = judge(lines)
        if verdict.permanent and partly_accepted(lines):
            # Disabling the channel would silence those who do get their mail.
            return Verdict(verdict.detail, permanent=False, partly=True)
        return verdict


def _within(seconds: float, work: Callable[[], Verdict | None]) -> Verdict | None:
    """The outcome of ``work``, or TIMED_OUT when it takes longer; an error is told by its class.

    A thread of our own: those of Apprise's time limit are few, shared by all channels, and awaited
    when the interpreter ends. One that is given up may still deliver: the message comes twice then.
    """
    outcome: list[Verdict | None] = []

    def run() -> None:
        try:
            outcome.append(work())
        except Exception as error:  # noqa: BLE001 - here it would only end the thread, unseen
            name = type(error).__name__
            outcome.append(Verdict(f"an unexpected {name} in sending", permanent=False))

    thread = threading.Thread(target=run, daemon=True, name="send")
    thread.start()
    thread.join(seconds)
    return outcome[0] if outcome else TIMED_OUT


def _instantiate(url: str) -> NotifyBase | None:
    from apprise import Apprise

    if not url.strip():
        return None
    try:
        return Apprise.instantiate(url, asset=_asset())
    except Exception:  # noqa: BLE001 - odd addresses make some plugins raise; the reason holds the URL
        return None


def _asset() -> AppriseAsset:
    from apprise import AppriseAsset
    from apprise.common import PersistentStoreMode

    return AppriseAsset(
        app_id="Pactwatch",
        app_desc="Pactwatch alerts",
        app_url="",
        http_redirects=False,
        async_mode=False,
        service_timeout=0,
        storage_mode=PersistentStoreMode.MEMORY,
        language="en",
        timezone="UTC",
    )


def _settle(service: NotifyBase) -> None:
    """Our time limits and our way with long messages, where the URL asks for none of its own."""
    from apprise import NotifyBase, OverflowMode

    # With "optional=yes" Apprise reports success whatever happened: we count what arrived.
    service.optional = False
    if service.socket_connect_timeout == NotifyBase.socket_connect_timeout:
        # SMTP has only this one limit for all of its steps.
        service.socket_connect_timeout = ANSWER_SECONDS if _is_mail(service) else CONNECT_SECONDS
    if service.socket_read_timeout == NotifyBase.socket_read_timeout:
        service.socket_read_timeout = ANSWER_SECONDS
    if _is_mail(service):
        service.request_rate_per_sec = min(service.request_rate_per_sec, MAIL_SPACING)
    elif service.overflow_mode is OverflowMode.UPSTREAM:
        short = service.body_maxlen <= TEXT_MESSAGE
        service.overflow_mode = OverflowMode.TRUNCATE if short else OverflowMode.SPLIT


def _is_mail(service: NotifyBase) -> bool:
    """Whether HTML is the service's own format and there is room for a page."""
    from apprise import NotifyFormat

    return _spoken(service)[0] is NotifyFormat.HTML and service.body_maxlen >= PAGE_ROOM


def _spoken(service: NotifyBase) -> tuple[NotifyFormat, ...]:
    """The formats that Apprise knows a service to speak, its own first."""
    # Declared as one format, yet a tuple of them on many plugins.
    declared: Any = service.notify_format
    return declared if isinstance(declared, tuple) else (declared,)


def _form_for(service: NotifyBase) -> Form:
    """HTML for mail, unless the URL says ``format=text``; Markdown for chats; else plain text."""
    from apprise import NotifyFormat

    if service.body_maxlen <= TEXT_MESSAGE:
        return Form.SHORT
    if _is_mail(service):
        html = service.resolve_format(NotifyFormat.HTML) is NotifyFormat.HTML
        return Form.HTML if html else Form.TEXT
    spoken = _spoken(service)
    if spoken[0] is NotifyFormat.MARKDOWN or _is_one_of(service, CHATS | RAW_CHATS):
        return Form.MARKDOWN
    # A webhook that speaks all of them gets text, unless its URL asks for another.
    asked = service.resolve_format(NotifyFormat.TEXT) if NotifyFormat.TEXT in spoken else None
    return {NotifyFormat.MARKDOWN: Form.MARKDOWN, NotifyFormat.HTML: Form.HTML}.get(
        asked or NotifyFormat.TEXT, Form.TEXT
    )


def _format_of(service: NotifyBase, form: Form) -> NotifyFormat:
    """What Apprise is told that the body is."""
    from apprise import NotifyFormat

    if form is Form.HTML:
        return NotifyFormat.HTML
    # A service that speaks none of it gets the Markdown as it is: it was asked for.
    if form is Form.MARKDOWN and _spoken(service) != (NotifyFormat.TEXT,):
        return NotifyFormat.MARKDOWN
    return NotifyFormat.TEXT


def _room(service: NotifyBase, form: Form) -> Room:
    share = 1.0
    if form is Form.MARKDOWN:
        html = _is_one_of(service, frozenset({"matrix", "matrixs"}))
        share = HTML_SHARE if html else MARKUP_SHARE
    body = MAIL_ROOM if _is_mail(service) else int(service.body_maxlen * share)
    return Room(form, body, service.title_maxlen if service.title_maxlen > 0 else None)


def _is_one_of(service: NotifyBase, names: frozenset[str]) -> bool:
    # Declared as one name, yet a tuple of them or nothing on many plugins.
    schemes: tuple[Any, Any] = (service.protocol, service.secure_protocol)
    return any(
        not names.isdisjoint([known] if isinstance(known, str) else known or ())
        for known in schemes
    )


def _reason(url: str) -> str:
    """Why ``url`` cannot be used, in words that hold nothing of it but a scheme that exists."""
    from apprise.manager_plugins import NotificationManager

    if not url.strip():
        return "the address is empty"
    scheme, mark, _ = url.strip().partition("://")
    if not mark:
        return 'no address of a service: those begin like "mailto://" or "json://"'
    known: Any = NotificationManager()  # type: ignore[no-untyped-call]  # untyped in Apprise
    if scheme.lower() in ("http", "https"):
        return 'a web address: write "json://" or "jsons://" for a webhook'
    if scheme.lower() not in known:
        close = difflib.get_close_matches(scheme.lower(), known.schemas(), n=1)
        hint = f'; did you mean "{close[0]}://"?' if close else ""
        return f"Apprise knows no service with this kind of address{hint}"
    plugin = known[scheme.lower()]
    if not plugin.enabled:
        return f"{plugin.service_name} needs software that is not installed ({plugin.setup_url})"
    return f"this {plugin.service_name} address lacks or mistakes something ({plugin.setup_url})"
