from __future__ import annotations

import contextlib
import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.inflate import CutShortError, DamagedError, Inflater, TooLargeError, gunzip


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACKERS = (gzip.compress, zlib.compress, raw_deflate)


def feed(packed: bytes, limit: int, step: int) -> bytes:
    inflater = Inflater(limit)
    for start in range(0, len(packed), step):
        inflater.feed(packed[start : start + step])
    return inflater.finish()


@given(st.binary(max_size=500), st.sampled_from(PACKERS), st.integers(1, 600))
def test_what_was_packed_comes_out_however_it_is_cut(data: bytes, pack: object, step: int) -> None:
    assert callable(pack)
    assert feed(pack(data), 500, step) == data


@given(st.binary(min_size=1, max_size=500), st.sampled_from(PACKERS), st.data())
def test_what_breaks_off_is_never_taken_for_whole(
    data: bytes, pack: object, draw: st.DataObject
) -> None:
    assert callable(pack)
    packed = pack(data)
    cut = draw.draw(st.integers(1, len(packed) - 1))
    with pytest.raises((CutShortError, DamagedError)):
        feed(packed[:cut], 10_000, 100)


@given(st.binary(max_size=300))
def test_rubbish_is_refused_or_harmless(data: bytes) -> None:
    with contextlib.suppress(CutShortError, DamagedError, TooLargeError):
        assert len(feed(data, 1000, 50)) <= 1000


def test_several_members_are_one_body_and_rubbish_behind_them_is_passed_over() -> None:
    packed = gzip.compress(b"one ") + gzip.compress(b"two")
    assert gunzip(packed, 100) == b"one two"
    assert gunzip(packed + b"trailing rubbish", 100) == b"one two"


def test_the_limit_holds_to_the_byte() -> None:
    assert gunzip(gzip.compress(b"x" * 100), 100) == b"x" * 100
    with pytest.raises(TooLargeError):
        gunzip(gzip.compress(b"x" * 101), 100)


def test_a_bomb_of_members_that_are_empty_ends() -> None:
    assert gunzip(gzip.compress(b"") * 10_000, 100) == b""


def test_nothing_is_nothing() -> None:
    assert gunzip(b"", 10) == b""
