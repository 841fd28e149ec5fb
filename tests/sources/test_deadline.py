"""Nothing takes longer than its deadline: looking a name up, the handshake, headers, body."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from fakeweb import FakeWeb
from sourcekit import door, fails, source

from pacts.errors import FetchFailure
from sources.deadline import Deadline
from sources.resolve import Found, LookUp, NoAnswerError
from sources.transport import Dialling, _Watched


def at(address: str) -> Found:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    return [(family, socket.SOCK_STREAM, 6, "", (address, 80))]


@pytest.fixture
def asleep() -> Iterator[threading.Event]:
    """Set at the end, so that sleepers end with the test."""
    end = threading.Event()
    yield end
    end.set()


def test_a_name_server_that_does_not_answer_holds_nobody(asleep: threading.Event) -> None:
    def resolver(_host: str, _port: int) -> Found:
        asleep.wait(30)
        return at("127.0.0.1")

    with door(connect_timeout=0.3, resolver=resolver) as web:
        began = time.monotonic()
        with fails(FetchFailure.HOST_UNKNOWN) as caught:
            web.get(source(), "http://slow.example/a")
        assert time.monotonic() - began < 8
    assert "name server" in caught.detail


def test_hanging_look_ups_are_bounded_and_those_that_end_make_room(
    asleep: threading.Event,
) -> None:
    def resolver(host: str, _port: int) -> Found:
        if host.startswith("slow"):
            asleep.wait(30)
        return at("127.0.0.1")

    look_up = LookUp(resolver)
    with ThreadPoolExecutor(80) as pool:

        def ask(number: int) -> bool:
            with contextlib.suppress(NoAnswerError):
                look_up.find(f"slow{number}.example", 80, 0.2)
                return True
            return False

        assert not any(pool.map(ask, range(80)))
    hanging = [thread for thread in threading.enumerate() if thread.name == "look-up"]
    assert len(hanging) <= 64
    with pytest.raises(NoAnswerError):
        look_up.find("quick.example", 80, 0.1)
    asleep.set()
    for thread in hanging:
        thread.join()
    assert look_up.find("quick.example", 80, 10.0) == at("127.0.0.1")


def test_a_name_that_leads_inside_is_refused() -> None:
    inside = [*at("127.0.0.1"), *at("::1"), *at("10.0.0.9")]
    with FakeWeb() as site, door(resolver=lambda _host, _port: inside) as web:
        with fails(FetchFailure.BAD_ADDRESS):
            web.get(source(private=False), f"http://rebound.example:{site.port}/a")
        assert site.requests == []


def test_of_several_addresses_only_the_public_are_dialled() -> None:
    class Connection(_Watched):
        def _dial(self, found: Found, _until: float) -> socket.socket:
            dialled.extend(entry[4][0] for entry in found)
            raise ConnectionRefusedError

    dialled: list[str] = []
    mixed = [*at("127.0.0.1"), *at("192.0.0.9"), *at("10.0.0.9")]
    look_up = LookUp(lambda _host, _port: mixed)
    with pytest.raises(ConnectionRefusedError):
        Connection("mixed.example", dialling=Dialling(look_up)).connect()
    assert dialled == ["192.0.0.9"]


@pytest.fixture
def dripping_handshake() -> Iterator[int]:
    """A port that answers a handshake with the head of a large record, and a byte now and then."""
    end = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with contextlib.suppress(OSError):
            client, _ = listener.accept()
            with client:
                client.recv(4096)
                client.sendall(b"\x16\x03\x03\x40\x00")
                while not end.wait(0.05):
                    client.sendall(b"\x02")

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield listener.getsockname()[1]
    end.set()
    listener.close()
    thread.join(5)


def test_a_dripping_handshake_is_cut(dripping_handshake: int) -> None:
    with door(deadline=0.6) as web:
        began = time.monotonic()
        with fails(FetchFailure.TIMEOUT):
            web.get(source(), f"https://127.0.0.1:{dripping_handshake}/a")
        assert time.monotonic() - began < 20


def test_one_thread_watches_all_deadlines_and_the_earliest_comes_first() -> None:
    late, early = Deadline(60), Deadline(0.2)
    with late:
        before = threading.active_count()
        with ThreadPoolExecutor(1) as pool:

            def wait() -> float:
                ours, theirs = socket.socketpair()
                began = time.monotonic()
                with ours, theirs, early as deadline:
                    deadline.watch(ours)
                    ours.recv(1)
                return time.monotonic() - began

            took = pool.submit(wait).result(timeout=30)
    assert 0.15 < took < 20
    assert early.fired
    assert not late.fired
    assert threading.active_count() <= before


def test_a_deadline_that_was_met_cuts_nothing_afterwards() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        with Deadline(0.1) as deadline:
            deadline.watch(ours)
        time.sleep(0.25)
        theirs.sendall(b"x")
        assert ours.recv(1) == b"x"
        assert not deadline.fired


def test_thousands_of_deadlines_cost_next_to_nothing() -> None:
    began = time.process_time()
    for _ in range(5000):
        with Deadline(30):
            pass
    # 0.02 s as a rule; a timer thread for each took 0.5 s.
    assert time.process_time() - began < 0.25


def test_the_context_is_that_of_tls(dripping_handshake: int) -> None:
    """The handle kept for the handshake does not keep a connection open once it has failed."""
    raw = socket.create_connection(("127.0.0.1", dripping_handshake))
    with Deadline(0.3) as deadline:
        deadline.watch(raw, handshake=True)
        with pytest.raises((ssl.SSLError, OSError)):
            ssl.create_default_context().wrap_socket(raw, server_hostname="x.example")
    assert deadline.fired
    assert deadline._handle is None
