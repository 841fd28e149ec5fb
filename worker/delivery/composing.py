"""The message of a channel: as its template writes it, else as it is built in.

No alert is lost to a template: where one fails, the built-in message goes out, and it is logged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import structlog

from notifiers import page, templates
from notifiers.occasion import ALONE, dressed
from notifiers.render import render
from notifiers.views import view_of
from pacts.errors import TemplateProblem
from pacts.model import Alert, Channel, Message, Occasion, Template
from pacts.terms import Form, Reason

_log: Final = structlog.get_logger("templates")


def compose(
    alerts: Sequence[Alert], channel: Channel | None, occasion: Occasion = ALONE
) -> Message:
    """What the channel gets. Raises ValueError for no alerts, and for one about nothing."""
    template = channel.template if channel else None
    telling = [alert for alert in alerts if alert.reason is not Reason.NOTHING]
    if template is None or not telling:
        return render(alerts, occasion)
    try:
        return dressed(_templated(telling, template), occasion)
    except TemplateProblem as problem:
        _log.warning("template_failed", file=problem.file, line=problem.line, why=problem.detail)
        return render(alerts, occasion)


def problem_of(alerts: Sequence[Alert], template: Template) -> TemplateProblem | None:
    """What is wrong with a template over these alerts; None when nothing is."""
    try:
        _templated(alerts, template)
    except TemplateProblem as problem:
        return problem
    return None


def _templated(alerts: Sequence[Alert], template: Template) -> Message:
    """In its own form; the other forms, and what is sent when it does not fit, are built in."""
    built_in = render(alerts)
    ordered = sorted(alerts, key=lambda alert: (alert.created, alert.id or 0))
    views = [view_of(alert) for alert in ordered]
    title, body = templates.written(template, views, built_in.title)
    if not body.strip():
        raise TemplateProblem(template.file, 1, "it writes nothing: write something for each alert")
    match template.form:
        case Form.HTML:
            return replace(built_in, title=title, html=page.whole(body), smaller=built_in)
        case Form.MARKDOWN:
            return replace(built_in, title=title, markdown=body, smaller=built_in)
        case Form.SHORT:
            return replace(built_in, title=title, short=body.strip(), smaller=built_in)
        case Form.TEXT:
            return replace(built_in, title=title, text=body, smaller=built_in)
