"""Sockets below requests: who may be dialled, how long it may take, one TLS context for all.

Measured: as shipped, requests loads its bundle of certificates for every new host, 24 ms of CPU a
poll; with one shared context, 2.5 ms. The context still verifies certificate and host name.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from http.cookiejar import DefaultCookiePolicy
from typing import Any, Final

import requests
from requests.adapters import HTTPAdapter
from requests.utils import DEFAULT_CA_BUNDLE_PATH
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.poolmanager import PoolManager, ProxyManager, proxy_from_url
from urllib3.response import HTTPResponse
from urllib3.util import Retry

from sources.deadline import running
from sources.resolve import LookUp

_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
_MAX_ADDRESSES: Final = 4
"""Of a host with more addresses only the first are tried: a deadline is no place for a tour."""


class BlockedAddressError(Exception):
    """The host resolves to loopback, private or otherwise not public addresses only.

    Not an OSError: urllib3 would take that for a network fault, and try again.
    """


def is_public(address: str) -> bool:
    """Whether a numeric address is on the public internet, whatever it is wrapped in."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


@dataclass(frozen=True, slots=True)
class Dialling:
    """How names become addresses, and which of them may be dialled."""

    look_up: LookUp = field(default_factory=LookUp)
    allowed: Callable[[str], bool] = is_public
    """Asked with a numeric address."""

    def anywhere(self) -> Dialling:
        """The same without limits, for what is known to be inside our network."""
        return Dialling(self.look_up, lambda _address: True)


class _Watched(HTTPConnection):
    """A connection that dials allowed addresses only and reads under the thread's deadline."""

    def __init__(self, *args: Any, dialling: Dialling, **options: Any) -> None:
        super().__init__(*args, **options)
        self._dialling = dialling

    def _new_conn(self) -> socket.socket:
        deadline = running()
        limit = self.timeout if isinstance(self.timeout, (int, float)) else 10.0
        if deadline is not None:
            deadline.dialled = True
            limit = min(limit, deadline.left())
        until = time.monotonic() + limit
        try:
            found = self._dialling.look_up.find(self._dns_host, self.port, limit)
        except (socket.gaierror, UnicodeError) as error:
            raise NameResolutionError(self.host, self, error) from error  # type: ignore[arg-type]  # UnicodeError: a label too long
        found = [entry for entry in found if self._dialling.allowed(str(entry[4][0]))]
        if not found:
            raise BlockedAddressError
        sock = self._dial(found[:_MAX_ADDRESSES], until)
        if deadline is not None:
            deadline.watch(sock, handshake=True)
        return sock

    def _dial(self, found: list[Any], until: float) -> socket.socket:
        """The first address that answers; the time left is shared out among those not tried."""
        failure: OSError = OSError("no address")
        for index, (family, kind, protocol, _, address) in enumerate(found):
            share = max(0.01, (until - time.monotonic()) / (len(found) - index))
            sock = socket.socket(family, kind, protocol)
            try:
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                sock.settimeout(share)
                sock.connect(address)
                self._check_peer(sock)
            except OSError as error:
                sock.close()
                failure = error
            except BlockedAddressError:
                sock.close()
                raise
            else:
                sock.settimeout(max(0.01, until - time.monotonic()))
                return sock
        if isinstance(failure, TimeoutError):
            raise ConnectTimeoutError(self, "no connection in time") from failure
        raise NewConnectionError(self, "no connection") from failure

    def _check_peer(self, sock: socket.socket) -> None:
        """The same question once more, put to the connected socket, before a byte is sent."""
        if not self._dialling.allowed(str(sock.getpeername()[0])):
            raise BlockedAddressError

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as urllib3 itself
        deadline = running()
        if deadline is not None:
            deadline.watch(self.sock)
        return super().getresponse()


class _WatchedTls(_Watched, HTTPSConnection):
    pass


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Watched


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedTls


def _pools(dialling: Dialling) -> dict[str, Any]:
    return {
        "http": partial(_Pool, dialling=dialling),
        "https": partial(_TlsPool, dialling=dialling),
    }


class _Adapter(HTTPAdapter):
    """Gives every pool the one shared context and our connections."""

    def __init__(self, context: ssl.SSLContext, dialling: Dialling, per_host: int) -> None:
        self._context = context
        self._dialling = dialling
        self._per_host = per_host
        super().__init__(
            pool_connections=64,
            pool_maxsize=per_host,
            # One more try where no connection came about, and none on anything else.
            max_retries=Retry(
                total=1,
                connect=1,
                read=0,
                redirect=0,
                status=0,
                other=0,
                respect_retry_after_header=False,
                raise_on_status=False,
            ),
        )

    def init_poolmanager(self, connections: int, maxsize: int, *_: Any, **__: Any) -> None:
        self.poolmanager = PoolManager(connections, maxsize=maxsize, ssl_context=self._context)
        self.poolmanager.pool_classes_by_scheme = _pools(self._dialling)

    def proxy_manager_for(self, proxy: str, **_: Any) -> ProxyManager:
        """The proxy itself may be inside our network; where it dials is its own matter."""
        if proxy not in self.proxy_manager:
            manager: ProxyManager = proxy_from_url(
                proxy,
                maxsize=self._per_host,
                ssl_context=self._context,
                proxy_ssl_context=self._context,
                proxy_headers=self.proxy_headers(proxy),
            )
            manager.pool_classes_by_scheme = _pools(self._dialling.anywhere())
            self.proxy_manager[proxy] = manager
        found: ProxyManager = self.proxy_manager[proxy]
        return found

    def build_connection_pool_key_attributes(
        self, request: Any, verify: Any, cert: Any = None
    ) -> Any:
        """The host alone: no path of a certificate bundle, which would split and slow the pools."""
        host, _ = super().build_connection_pool_key_attributes(request, verify, cert)
        return host, {}

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Nothing to set: the shared context verifies, always."""


class Session(requests.Session):
    """A session without memory or environment: no cookies kept, no ambient proxies, no netrc."""

    def __init__(
        self, context: ssl.SSLContext, dialling: Dialling, *, per_host: int, proxy: str | None
    ) -> None:
        super().__init__()
        self.trust_env = False
        if proxy is not None:
            self.proxies = {"http": proxy, "https": proxy}
        self.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        adapter = _Adapter(context, dialling, per_host)
        self.adapters.clear()
        self.mount("http://", adapter)
        self.mount("https://", adapter)

    def get_redirect_target(self, resp: requests.Response) -> str | None:  # noqa: ARG002  (theirs)
        """None: the door follows redirects itself.

        requests reads the body of each one whole into memory, even when told not to follow.
        """
        return None


def verifying_context() -> ssl.SSLContext:
    """Certificates of the system (or of SSL_CERT_FILE) and those that come with requests."""
    context = ssl.create_default_context()
    context.load_verify_locations(DEFAULT_CA_BUNDLE_PATH)
    return context
