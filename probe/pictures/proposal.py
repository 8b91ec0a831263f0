"""A protocol proposed from the names in a folder of photographs."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass

from probe.errors import PictureSourceError
from probe.pictures.naming.readings import Level, Reading, readings_of
from probe.pictures.naming.words import WordList, known_words
from probe.pictures.photo_folder import PhotoFolder
from probe.pictures.photo_tables import BOXES, holds_boxes
from probe.wording import Message, refusal, wording_of

UNITS = {"orientation": "°", "distance": "m", "camera_height": "cm"}

FEW = 0.95
"""Share of the pictures under which a proposal says first how many it takes (ours)."""


@dataclass(frozen=True)
class Proposal:
    """How the pictures of a folder can be read.

    Attributes:
        readings: what the names may mean, the likeliest first; more than one where they do not
            decide.
        files: picture files in all.
        unread: pictures by their names that cannot be read, files and links.
        boxes: name of the table of boxes beside the pictures; empty without one.
    """

    readings: tuple[Reading, ...]
    files: int
    unread: tuple[str, ...] = ()
    boxes: str = ""

    @property
    def asks(self) -> bool:
        """Whether somebody has to say which reading is right."""
        return len(self.readings) > 1 or self.readings[0].doubtful


def propose(contents: PhotoFolder, words: WordList | None = None) -> Proposal:
    """Read the names of a photo folder.

    Args:
        contents: of the folder.
        words: what words mean; None for those that are known.

    Raises:
        PictureSourceError: no pictures, or names in which nothing says who and under which
            condition.
    """
    pictures = contents.pictures
    if not pictures:
        raise contents.no_picture()
    readings = readings_of(pictures, words or known_words())
    if not readings:
        raise refusal(
            PictureSourceError,
            Message(
                "pictures-names-do-not-say", {"pictures": len(pictures), "first": repr(pictures[0])}
            ),
            hint=Message("pictures-name-apart"),
        )
    boxes = BOXES if holds_boxes(contents) else ""
    return Proposal(tuple(readings), len(pictures), tuple(contents.unread_pictures()), boxes)


def as_yaml(reading: Reading, name: str, files: int, title: str = "", boxes: str = "") -> str:
    """A reading as a protocol file, with the places to check marked.

    Args:
        reading: what the names mean.
        name: of the protocol.
        files: pictures in the folder.
        title: heading of its chapter; made from the name where it is empty.
        boxes: the table of boxes, if there is one.
    """
    words = wording_of()
    counts = {"matched": reading.matched, "files": files, "few": reading.matched < FEW * files}
    varying = tuple(map(_factor_name, reading.factors))
    question = words.text("init-question", factors=varying, count=len(varying))
    lines = [
        f"# {words.text('init-proposed', **counts)}",
        f"name: {name}",
        f"title: {_quoted(_heading(title or name))}",
        f"question: {_quoted(question)}",
        f"expectation: invariant        # {words.text('init-expectation')}",
        "factors:",
        *(line for level in reading.factors for line in _factor(level)),
        f"takes: {_takes(reading)}",
        "fit: card                     # " + words.text("init-fit"),
        "photos:",
        f"  pattern: {_quoted(reading.pattern)}",
        *([f"  boxes: {boxes}              # {words.text('init-boxes')}"] if boxes else []),
        *_values(reading),
    ]
    if reading.repeat:
        lines.append(f"  repeat: [{', '.join(reading.repeat)}]")
    return "\n".join(lines) + "\n"


def _heading(name: str) -> str:
    """The name of a folder or file as a heading: `photos_2024` is `Photos 2024`."""
    text = unicodedata.normalize("NFC", name).replace("-", " ").replace("_", " ").strip()
    return text[:1].upper() + text[1:]


def _factor_name(level: Level) -> str:
    """What a factor is called in the reader's language; its name where no word is known."""
    return wording_of().text("init-factor", name=level.name, written=level.name.replace("_", " "))


def _factor(level: Level) -> list[str]:
    words = wording_of()
    levels = list(level.levels)
    kind = _scale(level.name, levels) if level.numeric else "nominal"
    written = levels if level.numeric else list(map(_quoted, levels))
    unit = UNITS.get(level.name, "") if kind != "nominal" else ""
    title = _factor_name(level)
    told_by_name = title == level.name.replace("_", " ")
    return [
        f"  - name: {level.name}",
        *([] if told_by_name else [f"    title: {_quoted(title)}"]),
        *([f'    unit: "{unit}"'] if unit else []),
        f"    kind: {kind:<9}           # {words.text('init-kind')}",
        f"    levels: [{', '.join(written)}]",
        f"    standard: {written[0]}           # {words.text('init-standard')}",
    ]


def _values(reading: Reading) -> list[str]:
    """How levels are written, where the file does not say it by itself."""
    lines: list[str] = []
    for level in reading.factors:
        odd = {written: key for written, key in level.keys.items() if _is_odd(written, key, level)}
        if odd or level.left_out:
            field = "level" if len(reading.factors) == 1 else level.name
            pairs = [
                f"{_quoted(written)}: {key if level.numeric else _quoted(key)}"
                for written, key in sorted(odd.items())
            ]
            pairs += [f"{_quoted(written)}: null" for written in level.left_out]
            lines.append(f"    {field}: {{{', '.join(pairs)}}}")
    return ["  values:", *lines] if lines else []


def _is_odd(written: str, key: str, level: Level) -> bool:
    """Whether a level is not found by what is written."""
    if not level.numeric:
        return written != key
    try:
        return float(written) != float(key)
    except ValueError:
        return True


def _scale(factor: str, levels: list[str]) -> str:
    values = [float(level) for level in levels]
    # Degrees; up to 8 the numbers count views (front, side, back) and have no order.
    if factor == "orientation":
        return "circular" if 8 < max(values) < 360 else "nominal"
    return "ordered" if factor in UNITS else "nominal"


def _takes(reading: Reading) -> int:
    conditions = reading.counts.get("subject", 1)
    for level in reading.factors:
        conditions *= len(level.levels)
    return max(1, round(reading.matched / max(1, conditions)))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
