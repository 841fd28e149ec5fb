"""What was sent and is not yet written down in the database: a small file beside it.

Between the answer of a channel and the commit that records it lies a moment, and a long one while
another process holds the database or the disk is full. A process that dies in it would send the
message again. So a receipt comes first: one write of 32 bytes that needs no lock and, since the
file has its full size from the beginning, no room on the disk. The next lease takes receipts over
into the database, in this process or in the one that is started after its death.

A receipt names its delivery by more than the number: a database that was made anew, or another
one of the same name, has nothing to do with it.
"""

from __future__ import annotations

import os
import struct
import threading
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Final

from storage.door import refusal

_SAID: Final = struct.Struct("<qq12s")
"""Number of the delivery, microseconds since 1970, mark."""
_CHECK: Final = struct.Struct("<I")
_BYTES: Final = _SAID.size + _CHECK.size
_SLOTS: Final = 2048
"""Far more than deliveries can be under way at once."""
_SIZE: Final = _SLOTS * _BYTES
_FREE: Final = bytes(_BYTES)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Receipt:
    delivery: int
    at: datetime
    mark: bytes
    seconds: float | None = None
    """How long the sending took; known in the process that sent it, and not in the file."""


def mark_of(channel: str, created_at: str) -> bytes:
    """What tells a delivery from one of the same number in another database."""
    return sha256(f"{channel}\n{created_at}".encode()).digest()[:12]


class Receipts:
    """The file. Thread-safe; only the process that sends opens it."""

    def __init__(self, database: Path) -> None:
        self._path: Final = database.with_name(database.name + ".sent")
        self._lock: Final = threading.Lock()
        self._file: int | None = None
        self._kept: dict[int, tuple[int, Receipt]] = {}
        """Slot and receipt by the number of the delivery."""
        self._marks: dict[int, bytes] = {}

    def open(self) -> None:
        """Make the file in its full size, or read what a process before this one left in it.

        Raises StoreError when there is no room for it: nothing can be sent then. Opening twice
        is fine.
        """
        with self._lock:
            if self._file is not None:
                return
            try:
                file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
                try:
                    self._kept = _read(file)
                except BaseException:
                    os.close(file)
                    raise
            except OSError as error:
                raise refusal(self._path, error) from error
            self._file = file

    def close(self) -> None:
        with self._lock:
            if self._file is not None:
                os.close(self._file)
                self._file = None

    def expect(self, marks: Iterable[tuple[int, bytes]]) -> None:
        """Deliveries about to be sent: later nobody may be there to ask for their marks."""
        with self._lock:
            self._marks.update(marks)

    def put(
        self,
        deliveries: Sequence[int],
        at: datetime,
        seconds: float | None = None,
    ) -> None:
        """Keep that these were sent. Never fails: at worst a message is sent again."""
        with self._lock, suppress(OSError):
            taken = {slot for slot, _ in self._kept.values()}
            free = (slot for slot in range(_SLOTS) if slot not in taken)
            for delivery in deliveries:
                mark = self._marks.get(delivery)
                if self._file is None or mark is None or delivery in self._kept:
                    continue
                slot = next(free, None)
                if slot is None:
                    return
                receipt = Receipt(delivery, at, mark, seconds)
                os.pwrite(self._file, _packed(receipt), slot * _BYTES)
                self._kept[delivery] = slot, receipt

    def forget(self, deliveries: Iterable[int]) -> None:
        """The database knows of these, or they will not be sent."""
        with self._lock, suppress(OSError):
            for delivery in deliveries:
                self._marks.pop(delivery, None)
                slot, _ = self._kept.pop(delivery, (None, None))
                if self._file is not None and slot is not None:
                    os.pwrite(self._file, _FREE, slot * _BYTES)

    def sync(self) -> None:
        """See to it that what is kept outlives a power cut as well."""
        with self._lock, suppress(OSError):
            if self._file is not None:
                os.fdatasync(self._file)

    def __iter__(self) -> Iterator[Receipt]:
        with self._lock:
            return iter([receipt for _, receipt in self._kept.values()])


def _read(file: int) -> dict[int, tuple[int, Receipt]]:
    size = os.fstat(file).st_size
    if size < _SIZE:
        _write_all(file, bytes(_SIZE - size), size)
    raw = os.pread(file, _SIZE, 0)
    slots = [raw[start : start + _BYTES] for start in range(0, _SIZE, _BYTES)]
    return {one.delivery: (slot, one) for slot, one in enumerate(map(_unpacked, slots)) if one}


def _write_all(file: int, data: bytes, offset: int) -> None:
    while data:
        written = os.pwrite(file, data, offset)
        data, offset = data[written:], offset + written


def _packed(receipt: Receipt) -> bytes:
    microseconds = (receipt.at - _EPOCH) // _MICROSECOND
    said = _SAID.pack(receipt.delivery, microseconds, receipt.mark)
    return said + _CHECK.pack(zlib.crc32(said))


def _unpacked(raw: bytes) -> Receipt | None:
    """None for what is free, or half written by a machine that lost its power."""
    said, check = raw[: _SAID.size], raw[_SAID.size :]
    if raw == _FREE or check != _CHECK.pack(zlib.crc32(said)):
        return None
    delivery, microseconds, mark = _SAID.unpack(said)
    return Receipt(delivery, _EPOCH + microseconds * _MICROSECOND, mark)
