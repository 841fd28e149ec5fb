from __future__ import annotations

import pytest
from fakeweb import FakeWeb
from sourcekit import door, fails, source

from pacts.errors import FetchFailure
from sources.transport import is_public


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_addresses_inside_are_not_public_however_wrapped(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]"])
def test_no_spelling_of_loopback_is_dialled(host: str) -> None:
    with FakeWeb() as site, door() as web:
        site.serve("/a", "secret")
        with fails(FetchFailure.BAD_ADDRESS) as caught:
            web.get(source(private=False), f"http://{host}:{site.port}/a")
        assert caught.detail == "the host resolves to a private address"
        assert site.requests == []


def test_permission_is_asked_for_each_source_even_where_a_connection_is_open() -> None:
    with FakeWeb() as site, door() as web:
        url = site.serve("/a", "secret")
        assert web.get(source(private=True), url).body == b"secret"
        with fails(FetchFailure.BAD_ADDRESS):
            web.get(source(private=False), url)
        assert site.hits("/a") == 1
