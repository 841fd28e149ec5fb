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
    """``weight`` is what one failed poll adds; the others are a sentence or two for people."""

    weight: float
    means: str
    """What it says of the source."""
    act: str
    """What to do."""


_MENDS: Final = "Wait: the outlet has to mend it, and most do."
_LOOK: Final = "Open the address in a browser and see what stands there now."
_FIND: Final = "Look for the new address: `pactwatch sources add` with the outlet's home page."

ADVICE: Final[Mapping[F, Advice]] = {
    F.HOST_UNKNOWN: Advice(
        SOFT,
        "The address is misspelt, the outlet gave its name up, or name servers are ill.",
        "Check the spelling, and whether a browser finds it.",
    ),
    F.REFUSED: Advice(
        SOFT, "Its machine is up, and nothing there takes calls.", "Check the port; else wait."
    ),
    F.UNREACHABLE: Advice(
        TEMPORARY,
        "Its server is down, or the way to it is.",
        "Check the network here if other sources fail as well; else wait.",
    ),
    F.PROXY: Advice(
        TEMPORARY,
        "Everything public is asked through the proxy of the settings, and it does not serve us.",
        "Check `proxy` in settings, and the proxy itself.",
    ),
    F.CERT_EXPIRED: Advice(
        HARD,
        "Nobody can be sure who answers, so nothing is read.",
        "The outlet must renew it; if a browser does not warn, check the clock here.",
    ),
    F.CERT_EARLY: Advice(
        SOFT,
        "Nobody can be sure who answers, so nothing is read.",
        "Check the clock of this machine; else wait until it is valid.",
    ),
    F.CERT_NAME: Advice(
        HARD,
        "Nobody can be sure who answers, so nothing is read.",
        "Look for the right address, often with or without www, in a browser.",
    ),
    F.CERT_ISSUER: Advice(
        HARD,
        "Nobody can be sure who answers, so nothing is read.",
        "If a browser does not warn, the server leaves out a certificate between, or those of"
        " this machine are old (update them, or name a file in SSL_CERT_FILE).",
    ),
    F.TLS: Advice(
        HARD, "Both sides speak no common form of https: its server may be too old.", _LOOK
    ),
    F.TIMEOUT: Advice(
        TEMPORARY,
        "It is slow or overloaded.",
        "Wait; raise `deadline` in settings if it always is.",
    ),
    F.TOO_LARGE: Advice(
        HARD,
        "It lists too much, or something else stands there.",
        "Use a feed of one section, or raise `max_bytes` in settings.",
    ),
    F.TRUNCATED: Advice(SOFT, "Its server, or something between, cuts answers off.", _MENDS),
    F.BAD_ENCODING: Advice(SOFT, "Its server damages what it packs.", _MENDS),
    F.TOO_MANY_REDIRECTS: Advice(
        HARD,
        "It sends its visitors round in circles.",
        "Open the address in a browser, and change `url` to where it ends.",
    ),
    F.BAD_ADDRESS: Advice(
        HARD,
        "It leads into a private network, or is no web address.",
        "Set `allow_private: true` if it is meant to be inside your network; else correct it.",
    ),
    F.FORBIDDEN: Advice(
        HARD,
        "The outlet wants a password, or does not want this program.",
        "Set `contact` in settings so that it sees who asks, ask it for access, or use another"
        " source.",
    ),
    F.ROBOTS_DISALLOW: Advice(
        HARD,
        "The outlet does not want programs to read it, and is obeyed.",
        "Use another source or ask the outlet; set `robots: false` only where it invites readers"
        " to this very address.",
    ),
    F.ROBOTS_UNREADABLE: Advice(
        SOFT,
        "Whether the outlet wants to be read cannot be known.",
        "Wait until it has mended its robots.txt; it is asked again every ten minutes.",
    ),
    F.BOT_WALL: Advice(
        HARD,
        "The outlet, or who guards it, lets people in and programs not; a wall is not climbed.",
        "Set `contact` in settings and ask the outlet to let Pactwatch through, or use another"
        " source.",
    ),
    F.NOT_FOUND: Advice(HARD, "The outlet moved it or gave it up.", _FIND),
    F.GONE: Advice(HARD, "The outlet says that it gave it up.", _FIND),
    F.THROTTLED: Advice(
        TEMPORARY,
        "It is overloaded, or asked too often for its taste.",
        "Wait; raise `every` of this source if it goes on.",
    ),
    F.POSTPONED: Advice(TEMPORARY, "Its host asked for a pause, and gets it.", "Wait."),
    F.SERVER_ERROR: Advice(TEMPORARY, "Something is broken there.", _MENDS),
    F.STATUS: Advice(HARD, "Its server says something that feeds and pages do not say.", _LOOK),
    F.EMPTY: Advice(SOFT, "Its server sends nothing, and calls that a page.", _MENDS),
    F.PARKED: Advice(
        HARD,
        "The outlet has left this domain, or forgot to pay for it.",
        "Find its new home and change `url`, or remove the source.",
    ),
    F.NOT_A_FEED: Advice(HARD, "Where the feed was stands a page: it was moved or ended.", _FIND),
    F.NOT_A_SITEMAP: Advice(
        HARD, "Where the sitemap was stands something else: it was moved or ended.", _FIND
    ),
    F.UNREADABLE: Advice(HARD, "It is damaged, or of a form that is not known.", _LOOK),
    F.NO_ITEMS: Advice(
        HARD,
        "The page was rebuilt or moved.",
        "Correct `select`, and try it with `pactwatch sources test`.",
    ),
    F.NO_TEXT: Advice(
        SOFT,
        "Its text is behind a login or a script, or the page holds none.",
        "Set `pages: none` if its pages never hold their text.",
    ),
    F.NO_FOLDER: Advice(
        HARD,
        "It was moved, or belongs to somebody else.",
        "Make the folder, or let the user of the service read it.",
    ),
    F.UNEXPECTED: Advice(
        SOFT, "This is a fault of Pactwatch.", "Please report it: the log has the details."
    ),
}

_UNKNOWN: Final = Advice(SOFT, "Nothing more is known of it.", _LOOK)


def advice_on(failure: F) -> Advice:
    """What is known of a failure; something careful for one that nobody has classified."""
    return ADVICE.get(failure, _UNKNOWN)


def act_on(name: str | None) -> str | None:
    """What to do about the failure of that name, as the store keeps it."""
    return advice_on(F[name]).act if name and name in F.__members__ else None
