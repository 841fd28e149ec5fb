"""Where sources are: web addresses that can be fetched, and folders."""

from __future__ import annotations

import ipaddress
import re
from pathlib import Path
from urllib.parse import urlsplit


def web_address(url: str, *, private: bool) -> None:
    """Refuse anything but a usable public http or https address.

    ``private`` allows loopback and private addresses. Raises ValueError.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise ValueError("is not a web address: its host or port cannot be read") from error
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError("is not a web address: it must begin with https:// or http://")
    if parts.username is not None:
        raise ValueError("holds a user name or password: sources are read without logging in")
    if re.search(r"[\s<>\"{}|\\^`]", url) or not _host_is_sound(host, private):
        raise ValueError(
            "is not a web address: look for a typing mistake in its host name or spaces"
        )
    if not private and _is_private(host):
        raise ValueError("is an address of this machine or network: add `allow_private: true`")


def proxy_address(url: str) -> None:
    """Refuse anything but the http or https address of a proxy. Raises ValueError."""
    try:
        parts = urlsplit(url)
        sound = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        sound = False
    if not sound or parts.path.strip("/") or re.search(r"\s", url):
        raise ValueError(
            "this is not the address of a proxy: write http://host:port, or ${PROXY_URL}"
        )


def ping_address(url: str) -> None:
    """Refuse anything but a web address, here or elsewhere. Raises ValueError."""
    try:
        web_address(url, private=True)
    except ValueError as error:
        raise ValueError(
            "this is not a web address to ping: write https://host/path, or ${PING_URL}"
        ) from error


def _host_is_sound(host: str, private: bool) -> bool:  # noqa: FBT001 - one caller above
    if ":" in host:
        return _address(host) is not None
    try:
        ascii_host = host.encode("idna").decode("ascii") if host else ""
    except UnicodeError:
        return False
    labels = ascii_host.rstrip(".").split(".")
    if labels[-1].isdigit():
        return _address(ascii_host) is not None
    sound = all(
        re.fullmatch(r"[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?", label) for label in labels
    )
    return sound and (len(labels) > 1 or private or host == "localhost")


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _is_private(host: str) -> bool:
    address = _address(host)
    return host == "localhost" if address is None else not address.is_global


def folder_path(url: str, base: Path) -> str:
    """The absolute path of a folder source; relative ones start at ``base``."""
    path = Path(url).expanduser()
    return str(path if path.is_absolute() else (base / path).resolve())
