"""TensorBoard files: checksums, framing and numbers, read back by the rules of the format."""

import struct

from probe.backbones._training import events
from probe.backbones._training.log import EpochLine, add_line, cut_back, read_lines


def records(data):
    """Payloads of a file, every length and checksum checked."""
    at = 0
    while at < len(data):
        (length,) = struct.unpack_from("<Q", data, at)
        assert struct.unpack_from("<I", data, at + 8)[0] == masked(data[at : at + 8])
        payload = data[at + 12 : at + 12 + length]
        assert struct.unpack_from("<I", data, at + 12 + length)[0] == masked(payload)
        yield payload
        at += 16 + length


def masked(data):
    crc = events.crc32c(data)
    rotated = ((crc >> 15) | (crc << 17)) % 2**32
    return (rotated + 0xA282EAD8) % 2**32


def fields(data):
    """(number, value) of a protocol-buffer message."""
    at, found = 0, []
    while at < len(data):
        key, at = varint(data, at)
        number, kind = key >> 3, key & 7
        if kind == 0:
            value, at = varint(data, at)
        elif kind == 2:
            size, at = varint(data, at)
            value, at = data[at : at + size], at + size
        else:
            code, size = {1: ("<d", 8), 5: ("<f", 4)}[kind]
            (value,), at = struct.unpack_from(code, data, at), at + size
        found.append((number, value))
    return found


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def line(epoch):
    return EpochLine(epoch, 1.5, 0.25, 0.1, 100.0, 0.0, 3.0 * epoch, 1000.0 + epoch)


def test_crc32c_of_the_published_check_values():
    assert events.crc32c(b"123456789") == 0xE3069283  # the check value of CRC-32C
    assert events.crc32c(bytes(32)) == 0x8A9136AA  # RFC 3720, B.4
    assert events.crc32c(b"\xff" * 32) == 0x62A8AB43


def test_file_reads_back(tmp_path):
    for epoch in (1, 300):
        add_line(tmp_path, line(epoch))
    (path,) = tmp_path.glob("events.out.tfevents*")
    first, *rest = records(path.read_bytes())
    assert dict(fields(first))[3] == b"brain.Event:2"
    for epoch, payload in zip((1, 300), rest, strict=True):
        told = dict(fields(payload))
        assert (told[1], told[2]) == (1000.0 + epoch, epoch)
        values = [dict(fields(value)) for _, value in fields(told[5])]
        assert {v[1]: v[2] for v in values}[b"train/loss"] == 1.5


def test_log_is_cut_back_to_the_checkpoint(tmp_path):
    for epoch in (1, 2, 3):
        add_line(tmp_path, line(epoch))
    cut_back(tmp_path, 2)
    assert [each.epoch for each in read_lines(tmp_path)] == [1, 2]
    (path,) = tmp_path.glob("events.out.tfevents*")
    assert len(list(records(path.read_bytes()))) == 3
