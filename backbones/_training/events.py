"""Scalars in TensorBoard's own file format, written without TensorBoard.

A file is a chain of records: length (8 bytes), its masked CRC-32C, the data, their masked CRC-32C;
the data are protocol-buffer messages `Event` (TensorFlow `event.proto`, `summary.proto`).
"""

from __future__ import annotations

import struct
import time
from collections.abc import Mapping
from functools import cache
from pathlib import Path

POLYNOMIAL = 0x82F63B78
"""Of CRC-32C (Castagnoli), bits reversed."""


def file_start() -> bytes:
    """The record every file begins with."""
    version = b"brain.Event:2"
    return _record(_wall_time(time.time()) + _field(3, 2) + _sized(version))


def scalars(step: int, values: Mapping[str, float], when: float) -> bytes:
    """A record of named values.

    Args:
        step: pictures, steps or epochs done; the horizontal axis.
        values: by name; names with a slash are grouped by what stands before it.
        when: seconds since 1970.
    """
    summary = b"".join(_field(1, 2) + _sized(_value(name, v)) for name, v in values.items())
    return _record(_wall_time(when) + _field(2, 0) + _varint(step) + _field(5, 2) + _sized(summary))


def append(path: Path, records: bytes) -> None:
    """Add records to a file, beginning it where there is none."""
    begin = b"" if path.is_file() else file_start()
    with path.open("ab") as file:
        file.write(begin + records)


def crc32c(data: bytes) -> int:
    """CRC-32C of data."""
    table, crc = _table(), 0xFFFFFFFF
    for byte in data:
        crc = table[(crc ^ byte) & 0xFF] ^ (crc >> 8)
    return crc ^ 0xFFFFFFFF


@cache
def _table() -> tuple[int, ...]:
    entries = []
    for number in range(256):
        crc = number
        for _ in range(8):
            crc = (crc >> 1) ^ (POLYNOMIAL if crc & 1 else 0)
        entries.append(crc)
    return tuple(entries)


def _masked(data: bytes) -> bytes:
    crc = crc32c(data)
    rotated = ((crc >> 15) | (crc << 17)) & 0xFFFFFFFF
    return struct.pack("<I", (rotated + 0xA282EAD8) & 0xFFFFFFFF)


def _record(data: bytes) -> bytes:
    length = struct.pack("<Q", len(data))
    return length + _masked(length) + data + _masked(data)


def _field(number: int, kind: int) -> bytes:
    return _varint(number << 3 | kind)


def _varint(value: int) -> bytes:
    out = bytearray()
    while True:
        value, low = value >> 7, value & 0x7F
        out.append(low | (0x80 if value else 0))
        if not value:
            return bytes(out)


def _sized(data: bytes) -> bytes:
    return _varint(len(data)) + data


def _wall_time(when: float) -> bytes:
    return _field(1, 1) + struct.pack("<d", when)


def _value(name: str, value: float) -> bytes:
    return _field(1, 2) + _sized(name.encode()) + _field(2, 5) + struct.pack("<f", value)
