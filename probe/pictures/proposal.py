"""Look at the paths of a folder of photographs and propose how to read them."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from probe.errors import PictureSourceError
from probe.pictures.photo_folder import PhotoFolder
from probe.wording import wording_of

TOKEN = re.compile(r"[A-Za-z]+|\d+|[^A-Za-z\d]+")

HINTS: Mapping[str, tuple[str, ...]] = {
    "subject": ("id", "pid", "p", "person", "subject", "subj", "people", "name"),
    "camera": ("c", "cam", "camera", "view"),
    "day": ("day", "date", "session"),
    "take": ("take", "t", "frame", "f", "shot", "img", "image", "n", "no"),
    "orientation": ("o", "deg", "yaw", "angle", "orientation", "dir", "direction", "a", "rot"),
    "distance": ("d", "dist", "distance", "m", "metre", "meter"),
    "camera_height": ("h", "height", "cm"),
    "clothing": ("clothing", "clothes", "outfit", "wear", "cloth"),
    "background": ("background", "bg"),
}
"""What the letters before a varying part of a path usually mean."""

FACTORS = ("orientation", "distance", "camera_height", "clothing", "background")
UNITS = {"orientation": "°", "distance": "m", "camera_height": "cm"}


@dataclass(frozen=True)
class Proposal:
    """How the pictures of a folder could be read.

    Attributes:
        pattern: path pattern with fields.
        factor: name of what varies.
        levels: its values as written in the paths, sorted.
        repeat: fields that look like repeats.
        fields: field -> number of different values.
        matched: files that fit the pattern.
        files: picture files in all.
        unread: pictures by their names that cannot be read, files and links.
    """

    pattern: str
    factor: str
    levels: tuple[str, ...]
    repeat: tuple[str, ...]
    fields: Mapping[str, int]
    matched: int
    files: int
    unread: tuple[str, ...] = ()


def propose(contents: PhotoFolder) -> Proposal:
    """Guess a pattern from the paths of a photo folder.

    The parts of the paths that vary become fields; the letters before them, how many values they
    have and how evenly people have them decide which is the person, the level and the repeat.

    Raises:
        PictureSourceError: no pictures, or paths in which nothing looks like a person and a level.
    """
    pictures = contents.pictures
    if not pictures:
        raise contents.no_picture()
    split = {
        path: tuple(TOKEN.findall(str(PurePosixPath(path).with_suffix("")))) for path in pictures
    }
    shapes: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for path, tokens in split.items():
        shapes[tuple(map(_kind, tokens))].append(path)
    members = max(shapes.values(), key=len)
    rows = [split[path] for path in members]
    varying = [k for k in range(len(rows[0])) if len({row[k] for row in rows}) > 1]
    names = _name(rows, varying)
    factor = _factor(names, rows)
    pattern = _pattern(rows[0], names, factor, members)
    position = next(k for k, name in names.items() if name == factor)
    return Proposal(
        pattern=pattern,
        factor=factor,
        levels=tuple(sorted({row[position] for row in rows}, key=_order)),
        repeat=tuple(n for n in names.values() if n not in {"subject", "take", factor}),
        fields={name: len({row[k] for row in rows}) for k, name in names.items()},
        matched=len(members),
        files=len(pictures),
        unread=tuple(contents.unread_pictures()),
    )


def as_yaml(proposal: Proposal, name: str) -> str:
    """The proposal as a protocol file, with the places to check marked."""
    numeric = all(level.isdigit() for level in proposal.levels)
    levels = [str(int(level)) if numeric else level for level in proposal.levels]
    kind = _scale(proposal.factor, levels) if numeric else "nominal"
    plain = levels if numeric else [f'"{level}"' for level in levels]
    unit = UNITS.get(proposal.factor, "") if kind != "nominal" else ""
    words = wording_of()
    counts = {"matched": proposal.matched, "files": proposal.files}
    question = words.text("init-question", factor=proposal.factor)
    lines = [
        f"# {words.text('init-proposed', **counts)}",
        f"name: {name}",
        f'title: "{name.replace("-", " ").replace("_", " ").capitalize()}"',
        f"question: {json.dumps(question, ensure_ascii=False)}",
        f"expectation: invariant        # {words.text('init-expectation')}",
        "factors:",
        f"  - name: {proposal.factor}",
        *([f'    unit: "{unit}"'] if unit else []),
        f"    kind: {kind:<9}           # {words.text('init-kind')}",
        f"    levels: [{', '.join(plain)}]",
        f"    standard: {plain[0]}           # {words.text('init-standard')}",
        f"takes: {_takes(proposal)}",
        "fit: letterbox",
        "photos:",
        f'  pattern: "{proposal.pattern}"',
    ]
    if proposal.repeat:
        lines.append(f"  repeat: [{', '.join(proposal.repeat)}]")
    return "\n".join(lines) + "\n"


def _kind(token: str) -> str:
    if token.isdigit():
        return "0"
    return "a" if token.isalpha() else token


def _name(rows: Sequence[tuple[str, ...]], varying: Sequence[int]) -> dict[int, str]:
    """Field name of every varying place: by its hint first, then person, then take."""
    names: dict[int, str] = {}
    for place in varying:
        hint = _hint(rows, place)
        if hint and hint not in names.values():
            names[place] = hint
    open_places = [place for place in varying if place not in names]
    if "subject" not in names.values() and open_places:
        counts = {place: len({row[place] for row in rows}) for place in open_places}
        person = max(open_places, key=lambda place: (counts[place], -place))
        if open_places[0] == 0 or counts[open_places[0]] * 2 >= counts[person]:
            person = open_places[0]
        names[person] = "subject"
    open_places = [place for place in varying if place not in names]
    has_factor = any(name in FACTORS for name in names.values())
    if open_places and "take" not in names.values() and (has_factor or len(open_places) > 1):
        names[open_places[-1]] = "take"
    for place in varying:
        names.setdefault(place, "level" if "level" not in names.values() else f"field{place}")
    return dict(sorted(names.items()))


def _hint(rows: Sequence[tuple[str, ...]], place: int) -> str | None:
    """What the constant letters before a place say, such as `cam` in `cam1`."""
    for back in (1, 2):
        before = {row[place - back].lower() for row in rows} if place >= back else set()
        if len(before) == 1:
            word = next(iter(before))
            for name, words in HINTS.items():
                if word in words:
                    return name
            if word.isalpha():
                return None
    return None


def _factor(names: Mapping[int, str], rows: Sequence[tuple[str, ...]]) -> str:
    for name in (*FACTORS, "level", "camera", "day"):
        if name in names.values():
            return name
    varying = ", ".join(names.values()) or "nothing"
    raise PictureSourceError(
        f"the paths vary in {varying}, and none of it looks like a condition",
        hint="name files so that the path says person, condition and take, as in 01/45deg/3.jpg",
    )


def _pattern(
    tokens: tuple[str, ...], names: Mapping[int, str], factor: str, members: Sequence[str]
) -> str:
    parts = [
        ("{level}" if names[k] == factor else f"{{{names[k]}}}") if k in names else token
        for k, token in enumerate(tokens)
    ]
    endings = Counter(PurePosixPath(path).suffix for path in members)
    ending = next(iter(endings)) if len(endings) == 1 else ".*"
    return "".join(parts).replace("}{", "}*{") + ending


def _scale(factor: str, levels: Sequence[str]) -> str:
    values = [int(level) for level in levels]
    # Degrees; up to 8 the numbers count views (front, side, back) and have no order.
    if factor == "orientation" and max(values) < 360 and max(values) > 8:
        return "circular"
    return "ordered" if factor in UNITS and factor != "orientation" else "nominal"


def _takes(proposal: Proposal) -> int:
    conditions = len(proposal.levels) * proposal.fields.get("subject", 1)
    return max(1, round(proposal.matched / max(1, conditions)))


def _order(level: str) -> tuple[int, int, str]:
    return (0, int(level), "") if level.isdigit() else (1, 0, level)
