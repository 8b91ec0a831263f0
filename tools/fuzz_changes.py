"""Random changes of texts, bytes and pictures; the same draw makes the same change."""

from __future__ import annotations

import datetime
import io
import json
import math
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import numpy as np
import yaml
from PIL import Image

from probe.errors import ProbeError

Draw = np.random.Generator

HOSTILE = (
    "1" * 401, "1e999", '"\\ud800"', "!!python/object:os.system x", "&a [*a]", "{" * 300, "../../x",
    "/etc/passwd", "\u202e", "\0", "null", "[]", "{}", "-1", "0", "$level", "*", "{subject}",
    "../outside.csv", "../outside.yaml", "intruder_of_the_fuzz:spec", "1_0", "0x7fffffffffffffff",
    "2001-01-01", "<<: *x", "? [a]", "- " * 60, "true", ".nan", "\ufeff", "a\u0301", "1e400",
)  # fmt: skip
"""What is put into texts beside random bytes."""


VALUES: tuple[Any, ...] = (
    10**400, 2**63, -1, 0, 1, 2, 3, 7, 1e308, 1e-308, 0.5, -0.5, math.nan, math.inf, "", [], {},
    None, True, False, "../outside.csv", "../outside.yaml", "/etc/passwd", "a" * 1000,
    "intruder_of_the_fuzz:spec",
    "{subject}", "$level", "$series", "{" * 40, "*" * 200, "\u202e", "a\u0301", "\0",
    [[]], [0], [-1, 1], [1, 0], [1e308, 1e308], ["a", "a"], {"a": 1}, {"kind": "folder"},
    datetime.date(2001, 1, 1), "1_0", "0x10", "!!x", "x: y", [[[[[[[[1]]]]]]]], list(range(300)),
)  # fmt: skip
"""What values and keys of YAML are replaced with."""


def changed_yaml(text: str, draw: Draw) -> str:
    """YAML of which values, keys or letters were changed: mostly it can still be read as YAML."""
    if draw.integers(3) == 0:
        return changed_text(text, draw)
    content = yaml.safe_load(text)
    for _ in range(int(draw.integers(1, 3))):
        content = _changed_tree(content, draw, keep=True)
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False)


def _changed_tree(node: Any, draw: Draw, *, keep: bool = False) -> Any:
    """One value or key somewhere below a node is replaced, deleted, doubled or renamed.

    Args:
        node: of parsed YAML.
        draw: what is drawn.
        keep: the node itself is not replaced.
    """
    if not node or not isinstance(node, dict | list) or (not keep and draw.integers(6) == 0):
        return VALUES[int(draw.integers(len(VALUES)))]
    entries: list[list[Any]]
    entries = [[*pair] for pair in (node.items() if isinstance(node, dict) else enumerate(node))]
    at = int(draw.integers(len(entries)))
    way = int(draw.integers(12))
    if way == 0:
        del entries[at]
    elif way == 1:
        entries[at][1] = deepcopy(entries[int(draw.integers(len(entries)))][1])
    elif way == 2 and isinstance(node, dict):
        entries[at][0] = str(VALUES[int(draw.integers(len(VALUES)))])[:300]
    elif way == 3 and isinstance(node, list):
        entries.append(deepcopy(entries[at]))
    else:
        entries[at][1] = _changed_tree(entries[at][1], draw)
    return dict(map(tuple, entries)) if isinstance(node, dict) else [v for _, v in entries]


def changed_json(text: str, draw: Draw) -> str:
    """A text of JSON of which one value or key was changed."""
    tree = _changed_tree(json.loads(text), draw)
    return json.dumps(tree, indent=1, default=str)


def changed_text(text: str, draw: Draw) -> str:
    """A text with a few changes: letters, lines, values inside a line, hostile values."""
    lines = text.split("\n")
    for _ in range(int(draw.integers(1, 4))):
        at = int(draw.integers(len(lines)))
        way = int(draw.integers(6))
        if way == 0:
            lines[at] = lines[int(draw.integers(len(lines)))]
        elif way == 1:
            del lines[at]
        elif way == 2:
            head, colon, _ = lines[at].partition(":")
            lines[at] = f"{head}{colon} {_hostile(draw)}"
        elif way == 3:
            lines.insert(at, _hostile(draw))
        elif way == 4:
            lines[at] = "".join(draw.permutation(list(lines[at]))) if lines[at] else "-"
        else:
            lines[at] = _with_another_value(lines[at], draw)
        lines = lines or [""]
    return "\n".join(lines)


def _hostile(draw: Draw) -> str:
    return HOSTILE[int(draw.integers(len(HOSTILE)))]


def _with_another_value(line: str, draw: Draw) -> str:
    """A line of which one value of a list or mapping became a hostile one."""
    parts = line.split(",")
    at = int(draw.integers(len(parts)))
    head, colon, value = parts[at].rpartition(": ")
    closing = value[len(value.rstrip("]} ")) :]
    parts[at] = f"{head}{colon}{_hostile(draw)}{closing}"
    return ",".join(parts)


def changed_bytes(data: bytes, draw: Draw) -> bytes:
    """Bytes with flipped bits, a cut, a copy of a part, or noise."""
    changed = bytearray(data)
    for at in draw.integers(0, len(changed), int(draw.integers(1, 6))):
        changed[at] ^= 1 << int(draw.integers(8))
    way = int(draw.integers(4))
    first, last = sorted(int(v) for v in draw.integers(0, len(changed) + 1, 2))
    if way == 0:
        return bytes(changed[:last])
    if way == 1:
        changed[first:first] = changed[first:last]
    elif way == 2:
        changed[first : first + 8] = draw.integers(0, 256, 8).astype(np.uint8).tobytes()
    return bytes(changed)


def sound_picture(draw: Draw) -> bytes:
    """The bytes of a small picture in a usual format."""
    buffer = io.BytesIO()
    name = ("PNG", "JPEG", "BMP", "GIF", "TIFF", "WEBP", "PPM")[int(draw.integers(7))]
    Image.fromarray(draw.integers(0, 256, (60, 24, 3)).astype(np.uint8)).save(buffer, name)
    return buffer.getvalue()


def each(*calls: Callable[[], object]) -> None:
    """Make every call, also after one that was refused.

    Raises:
        ProbeError: the last refusal.
    """
    refusal: ProbeError | None = None
    for call in calls:
        try:
            call()
        except ProbeError as error:
            refusal = error
    if refusal is not None:
        raise refusal
