"""Structured logs on standard error: one line an event, key=value or JSON, never a secret.

Secrets stay out because no caller has one to log: channels are logged by their name. What
libraries log for themselves is dropped below ERROR, and Apprise's wholly: its lines hold URLs
(``notifiers.hush`` cuts it off again before each use).
"""

from __future__ import annotations

import logging
import sys
from typing import Final

import structlog
from structlog.typing import Processor

_QUIET: Final = (
    "trafilatura",
    "htmldate",
    "courlan",
    "justext",
    "urllib3",
    "charset_normalizer",
)


def set_up_logs(style: str = "auto", level: str = "info") -> None:
    """``style``: ``text`` (key=value), ``json``, or ``auto``, which is text on a terminal."""
    lowest = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[*_common(), _renderer(style)],
        wrapper_class=structlog.make_filtering_bound_logger(lowest),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_common(),
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _renderer(style),
            ],
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.ERROR, force=True)
    apprise = logging.getLogger("apprise")
    apprise.propagate = False
    # Without any handler the last resort of logging would print to standard error.
    apprise.addHandler(logging.NullHandler())
    for name in _QUIET:
        logging.getLogger(name).disabled = True


def _common() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]


def _renderer(style: str) -> Processor:
    if style == "json" or (style == "auto" and not sys.stderr.isatty()):
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    return structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"])
