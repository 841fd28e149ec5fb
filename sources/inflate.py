"""Unpacking gzip and deflate without ever holding more than a limit.

Our own few lines instead of urllib3's decoder, because a stream that unpacks to nothing (endless
empty blocks) keeps that one reading, and collecting, until the deadline.
"""

from __future__ import annotations

import zlib
from typing import Final

_GZIP_MAGIC: Final = b"\x1f\x8b"


class TooLargeError(Exception):
    """More bytes than allowed came out."""


class UnaskedError(Exception):
    """The data is packed in a way that nobody asked for."""


class DamagedError(Exception):
    """The packed data is not what it says it is."""


class CutShortError(Exception):
    """The packed data ends before its end mark."""


class Inflater:
    """Feed it pieces as they come; :meth:`finish` gives the whole."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._out = bytearray()
        self._first = b""
        self._engine: zlib._Decompress | None = None

    def feed(self, data: bytes) -> None:
        """Unpack one more piece. Raises TooLargeError and DamagedError."""
        if self._engine is None:
            self._first += data
            if len(self._first) < 2:
                return
            data, self._first = self._first, b""
            self._engine = zlib.decompressobj(_window(data))
        while data:
            if self._engine.eof:
                if not data.startswith(_GZIP_MAGIC):
                    return  # rubbish after the end, which every browser passes over
                self._engine = zlib.decompressobj(_window(data))
            data = self._step(self._engine, data)

    def _step(self, engine: zlib._Decompress, data: bytes) -> bytes:
        try:
            self._out += engine.decompress(data, self._limit - len(self._out) + 1)
        except zlib.error as error:
            raise DamagedError(str(error)) from error
        if len(self._out) > self._limit:
            raise TooLargeError
        return engine.unconsumed_tail or engine.unused_data

    def finish(self) -> bytes:
        """Everything unpacked. Raises CutShortError when the end mark has not come."""
        if self._engine is None:
            if self._first:
                raise CutShortError
            return b""
        if not self._engine.eof:
            raise CutShortError
        return bytes(self._out)


def gunzip(data: bytes, limit: int) -> bytes:
    """Unpack a whole gzip file. Raises TooLargeError, DamagedError and CutShortError."""
    inflater = Inflater(limit)
    inflater.feed(data)
    return inflater.finish()


def is_gzip(data: bytes) -> bool:
    return data.startswith(_GZIP_MAGIC)


def _window(data: bytes) -> int:
    """The window bits of zlib: "deflate" is sent with and without the zlib wrapper."""
    if data.startswith(_GZIP_MAGIC):
        return 31
    wrapped = data[0] & 0x0F == 8 and int.from_bytes(data[:2]) % 31 == 0
    return 15 if wrapped else -15
