"""One tree of errors. Each composes its own message and names the thing that it is about.

Errors of libraries are turned into these at one door per room: ``sources/http.py``,
``storage/door.py``, ``notifiers/channel.py``. The cause is chained and never repeated in the
message, because a cause can hold a URL with a password.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class PactwatchError(Exception):
    """The root: anything that Pactwatch itself reports as gone wrong."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a configuration file; ``line`` and ``column`` count from 1."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class ConfigError(PactwatchError):
    """The configuration cannot be used. Holds every problem found, not only the first."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems: Final = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class FetchFailure(StrEnum):
    """The closed list of ways in which a source fails; the value is the sentence people read."""

    HOST_UNKNOWN = "the host name does not resolve"
    REFUSED = "the server refuses connections"
    PROXY = "the proxy cannot be reached or refuses"
    UNREACHABLE = "the server cannot be reached"
    CERT_EXPIRED = "the server's certificate has expired"
    CERT_EARLY = "the server's certificate is not valid yet"
    CERT_NAME = "the server's certificate is made out to another name"
    CERT_ISSUER = "the server's certificate comes from nobody whom this machine trusts"
    TLS = "no secure connection to the server comes about"
    TIMEOUT = "no complete answer within the deadline"
    TOO_LARGE = "the answer is larger than allowed"
    TRUNCATED = "the answer broke off before its end"
    BAD_ENCODING = "the answer's compression is damaged"
    TOO_MANY_REDIRECTS = "too many redirects"
    BAD_ADDRESS = "the address is not a public http or https address"
    FORBIDDEN = "the server denies access"
    ROBOTS_DISALLOW = "robots.txt asks programs to keep away from this address"
    ROBOTS_UNREADABLE = "robots.txt cannot be read, so nothing there may be fetched for now"
    BOT_WALL = "the server puts a wall against robots in front of the page"
    NOT_FOUND = "the page is not there"
    GONE = "the page is gone for good"
    THROTTLED = "the server asks to come back later"
    POSTPONED = "its host is not to be asked again yet"
    SERVER_ERROR = "the server reports an error of its own"
    STATUS = "the server answers with an unexpected status"
    EMPTY = "the answer is empty"
    PARKED = "the domain is parked, for sale or suspended"
    NOT_A_FEED = "the answer is a web page, not a feed"
    NOT_A_SITEMAP = "the answer is not a sitemap"
    UNREADABLE = "the answer cannot be parsed"
    NO_ITEMS = "nothing in the answer looks like an item"
    NO_TEXT = "the page holds no article text"
    NO_FOLDER = "the folder is not there or cannot be read"
    UNEXPECTED = "an unexpected error, see the log"


NOT_REACHED: Final = frozenset(
    {
        FetchFailure.HOST_UNKNOWN,
        FetchFailure.REFUSED,
        FetchFailure.PROXY,
        FetchFailure.UNREACHABLE,
        FetchFailure.TLS,
        FetchFailure.CERT_EXPIRED,
        FetchFailure.CERT_EARLY,
        FetchFailure.CERT_NAME,
        FetchFailure.CERT_ISSUER,
    }
)
"""Failures that come before the first word with a host: whatever is asked of it fails alike."""


class FetchError(PactwatchError):
    """A source, or one page of it, cannot be fetched or read.

    ``retry_after`` is in seconds, where the server named a time to come back.
    """

    def __init__(
        self,
        source: str,
        failure: FetchFailure,
        detail: str = "",
        *,
        retry_after: float | None = None,
    ) -> None:
        self.source: Final = source
        self.failure: Final = failure
        self.detail: Final = detail
        self.retry_after: Final = retry_after
        super().__init__(f"{source}: {self.reason}")

    @property
    def reason(self) -> str:
        """The sentence for people, without the name of the source."""
        return f"{self.failure.value} ({self.detail})" if self.detail else self.failure.value


class StoreError(PactwatchError):
    """The database refuses: a value, a row, a file of a newer version; or everything, see below."""


class StoreUnavailableError(StoreError):
    """The database cannot be used, whatever is asked: locked for long, damaged, on a full disk.

    Nothing of the call was done, and it is no fault of what was to be stored. ``passes`` when the
    same call may succeed later without anybody touching the database itself.
    """

    def __init__(self, message: str, *, passes: bool) -> None:
        self.passes: Final = passes
        super().__init__(message)


class TemplateProblem(PactwatchError):  # noqa: N818 - it is told as a problem of the files
    """A template of messages cannot be used as it is."""

    def __init__(self, file: str, line: int, detail: str) -> None:
        self.file: Final = file
        self.line: Final = line
        self.detail: Final = detail
        super().__init__(f"{file}:{line}: {detail}")


class DeliveryError(PactwatchError):
    """A message did not reach its channel.

    ``permanent`` means that trying again cannot help: the channel is disabled until its
    configuration changes.
    """

    def __init__(self, channel: str, detail: str, *, permanent: bool) -> None:
        self.channel: Final = channel
        self.detail: Final = detail
        self.permanent: Final = permanent
        super().__init__(f"{channel}: {detail}")


class UsageError(PactwatchError):
    """A command was called with something that it cannot use."""


class AlreadyRunningError(PactwatchError):
    """Another process holds the lock of this database."""
