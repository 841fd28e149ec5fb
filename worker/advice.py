"""What each failure of a source weighs, and what whoever runs the service may do about it. Pure.

A new failure in ``pacts.errors`` needs one line here; a test asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from pacts.errors import FetchFailure as F

HARD: Final = 1.0
"""The source changed: another try will most likely fail the same way."""
SOFT: Final = 0.5
"""Somebody has to mend something, and often does without us."""
TEMPORARY: Final = 0.25
"""It passes by itself."""


class Advice(NamedTuple):
    """``weight`` is what one failed poll adds; ``act`` is one sentence for people."""

    weight: float
    act: str


_WAIT: Final = "Wait: this passes by itself, or the outlet mends it."
_MOVED: Final = "Look for the new address with `pactwatch sources add` and the outlet's home page."
_OPEN: Final = "Open the address in a browser and see what stands there now."

ADVICE: Final[Mapping[F, Advice]] = {
    F.HOST_UNKNOWN: Advice(
        SOFT, "Check the spelling of the address, and whether the outlet has given up its domain."
    ),
    F.REFUSED: Advice(SOFT, "Check the port of the address; else wait until the server is back."),
    F.UNREACHABLE: Advice(TEMPORARY, "Check the network here if other sources fail as well."),
    F.CERT_EXPIRED: Advice(
        HARD, "The outlet must renew it; if a browser does not warn, check the clock here."
    ),
    F.CERT_EARLY: Advice(SOFT, "Check the clock of this machine; else wait until it is valid."),
    F.CERT_NAME: Advice(
        HARD, "Look for the right address, often with or without www, in a browser."
    ),
    F.CERT_ISSUER: Advice(
        HARD,
        "If a browser does not warn, the server leaves out a certificate between, or those of"
        " this machine are old (update them, or name a file in SSL_CERT_FILE).",
    ),
    F.TLS: Advice(HARD, "Open the address in a browser: the outlet's server may be too old."),
    F.TIMEOUT: Advice(TEMPORARY, "Raise `deadline` in settings if the outlet is always slow."),
    F.TOO_LARGE: Advice(HARD, "Raise `max_bytes` in settings, or use a feed of one section."),
    F.TRUNCATED: Advice(SOFT, _WAIT),
    F.BAD_ENCODING: Advice(SOFT, _WAIT),
    F.TOO_MANY_REDIRECTS: Advice(HARD, "Open the address in a browser and use where it ends."),
    F.BAD_ADDRESS: Advice(
        HARD,
        "Set `allow_private: true` if the address is meant to be inside your network; else"
        " correct it.",
    ),
    F.FORBIDDEN: Advice(
        HARD,
        "Set `contact` in settings so that the outlet sees who asks, ask it for access, or use"
        " another source.",
    ),
    F.ROBOTS_DISALLOW: Advice(
        HARD,
        "Use another source or ask the outlet; set `robots: false` only where it invites readers"
        " to this very address.",
    ),
    F.ROBOTS_UNREADABLE: Advice(
        SOFT, "Wait until the outlet has mended it; it is asked again every ten minutes."
    ),
    F.BOT_WALL: Advice(
        HARD,
        "Set `contact` in settings and ask the outlet to let Pactwatch through, or use another"
        " source: a wall is not climbed.",
    ),
    F.NOT_FOUND: Advice(HARD, _MOVED),
    F.GONE: Advice(HARD, _MOVED),
    F.THROTTLED: Advice(TEMPORARY, "Ask less often: raise `every` of this source."),
    F.POSTPONED: Advice(TEMPORARY, _WAIT),
    F.SERVER_ERROR: Advice(TEMPORARY, _WAIT),
    F.STATUS: Advice(HARD, _OPEN),
    F.EMPTY: Advice(SOFT, _WAIT),
    F.PARKED: Advice(
        HARD,
        "The outlet has left this domain: find its new home and change `url`, or remove the"
        " source.",
    ),
    F.NOT_A_FEED: Advice(HARD, _MOVED),
    F.NOT_A_SITEMAP: Advice(HARD, _MOVED),
    F.UNREADABLE: Advice(HARD, _OPEN),
    F.NO_ITEMS: Advice(
        HARD, "The page was rebuilt or moved: correct `select`, and try it with `sources test`."
    ),
    F.NO_TEXT: Advice(SOFT, "Set `pages: none` if its pages never hold their text."),
    F.NO_FOLDER: Advice(HARD, "Make the folder, or let the user of the service read it."),
    F.UNEXPECTED: Advice(SOFT, "Please report this: the log has the details."),
}

_UNKNOWN: Final = Advice(SOFT, _OPEN)


def advice_on(failure: F) -> Advice:
    """What is known of a failure; something careful for one that nobody has classified."""
    return ADVICE.get(failure, _UNKNOWN)


def act_on(name: str | None) -> str | None:
    """What to do about the failure of that name, as the store keeps it."""
    return advice_on(F[name]).act if name and name in F.__members__ else None
