"""What a column of names may mean: a person, a level of some factor, a camera, a day, a take."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from probe.pictures.naming.columns import Column
from probe.pictures.naming.words import WordList

HINTS: Mapping[str, tuple[str, ...]] = {
    "subject": (
        "id", "pid", "p", "s", "person", "subject", "subj", "sub", "people", "name", "user", "人",
        "人物", "被写体", "被験者", "行人", "人员", "proband", "teilnehmer",
    ),
    "camera": ("c", "cam", "camera", "view", "カメラ", "摄像头", "相机", "kamera"),
    "day": ("day", "date", "session", "日", "日付", "天", "日期", "tag", "datum"),
    "take": (
        "take", "t", "frame", "f", "shot", "img", "image", "n", "no", "nr", "bild", "写真", "照片",
        "图", "枚", "dsc", "dscn", "dscf", "pic", "photo", "foto",
    ),
    "orientation": (
        "o", "yaw", "angle", "orientation", "dir", "direction", "a", "rot", "角度", "winkel",
    ),
    "distance": ("d", "dist", "distance", "距離", "距离", "abstand", "entfernung"),
    "camera_height": ("h", "height", "高さ", "高度", "höhe"),
    "clothing": (
        "clothing", "clothes", "outfit", "wear", "cloth", "服", "服装", "衣服", "kleidung",
    ),
    "background": ("background", "bg", "背景", "place", "場所", "地点", "hintergrund", "ort"),
}  # fmt: skip
"""What letters before a number or word usually say."""

UNITS: Mapping[str, tuple[str, ...]] = {
    "orientation": ("°", "deg", "degs", "degree", "degrees", "度", "grad"),
    "distance": ("m", "meter", "meters", "metre", "metres", "メートル", "米"),
    "camera_height": ("cm", "センチ", "厘米", "公分"),
}
"""What letters behind a number say."""

FACTORS = ("orientation", "distance", "camera_height", "clothing", "background")
"""Of the hints, those that say a factor."""

MOST_KNOWN = 0.95
"""Share of the pictures whose words have to be known for the others to be strays (ours: one file in
twenty is misnamed)."""

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?\Z")
_WITH_UNIT = re.compile(r"(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>[^\W\d_]+|°)\Z")
_DATE = re.compile(r"(19|20)\d\d[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])\Z")
_TAIL = re.compile(r"[\s_\-(#]*\d*\)?\Z")


@dataclass(frozen=True)
class Evidence:
    """What speaks for each meaning of a column.

    Attributes:
        person: points for a person; 0 or less where it can be none.
        level: points for a level of `factor`.
        take: points for the number of a picture.
        factor: what it would vary as a level; empty where it can be no level.
        strong: whether words, units or letters beside it say what it is.
        numeric: whether its levels are numbers.
        keys: written value -> level.
        ranks: place of a level among those of its factor, where words say it.
    """

    person: float
    level: float
    take: float
    factor: str = ""
    strong: bool = False
    numeric: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)
    ranks: Mapping[str, int] = field(default_factory=dict)

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels in their order: numbers by size, words as their list has them."""
        keys = set(self.keys.values())
        if self.numeric:
            return tuple(sorted(keys, key=float))
        return tuple(sorted(keys, key=lambda key: (self.ranks.get(key, len(keys)), key)))


def evidence_of(column: Column, pictures: int, words: WordList) -> Evidence:
    """What a column may mean.

    Args:
        column: it varies.
        pictures: how many paths there are.
        words: what words mean.
    """
    values = list(column.distinct)
    every = len(values) == pictures and pictures > 4
    hint = _hint(column)
    numbers = {value: key for value in values if (key := _number(value)) is not None}
    numeric = len(numbers) == len(values)
    unit_factor, unit_keys = _unit(column, values, numbers)
    word_factor, word_keys, ranks = _words(values, words)
    dates = all(_DATE.match(value) for value in values)
    if unit_factor:
        return Evidence(-4, 5, -2, unit_factor, strong=True, numeric=True, keys=unit_keys)
    if hint in FACTORS:
        keys = numbers if numeric else word_keys or _folded_keys(values)
        return Evidence(-4, 4.5, -2, hint, strong=True, numeric=numeric, keys=keys, ranks=ranks)
    if word_factor:
        return Evidence(-3, 4.5, -2, word_factor, strong=True, keys=word_keys, ranks=ranks)
    if dates or hint == "day":
        level = -3.0 if every else 0.5
        return Evidence(-3, level, 0.5, "day", strong=True, keys={v: v for v in values})
    if hint == "camera":
        return Evidence(-2, 1, 0, "camera", strong=True, keys={v: v for v in values})
    person, level, take = _by_shape(column, values, pictures, numeric=numeric, every=every)
    open_factor = "level" if numeric or len(values) <= 36 else ""
    if hint == "subject":
        person, level, take = person + 3, level - 3, take - 2
    if hint == "take":
        person, level, take = person - 3, level - 3, take + 3
    keys = numbers if numeric else _folded_keys(values)
    if hint == "" and numeric and _like_degrees(numbers.values()):
        return Evidence(person - 1.5, level + 2.5, take - 2, "orientation", numeric=True, keys=keys)
    return Evidence(person, level, take, open_factor, numeric=numeric, keys=keys)


def _by_shape(
    column: Column, values: list[str], pictures: int, *, numeric: bool, every: bool
) -> tuple[float, float, float]:
    """Points for person, level and take of a column of which no letters say anything."""
    count = len(values)
    person = 1.0 + (1.5 if column.folder else 0.0) + (0.5 if column.whole else 0.0)
    level = 1.0 if count <= 12 else 0.0 if count <= 36 else -2.0
    short = numeric or all(value.isascii() and len(value) <= 2 for value in values)
    take = 1.0 if numeric else 0.5 if short else -1.0
    if not short:
        person += 0.5
    if every:
        person, level, take = -3.0, -3.0, take + 2
    elif count > pictures / 2:
        person, level = person - 2, level - 2
    if count < 3:
        person -= 0.5
    return person, level, take


def _hint(column: Column) -> str:
    """What the letters before it say."""
    word = unicodedata.normalize("NFKC", column.before).casefold()
    return next((name for name, hints in HINTS.items() if word and word in hints), "")


def _number(value: str) -> str | None:
    """A number as a protocol has it: `045` is 45, `1,5` is 1.5; None for anything else."""
    plain = unicodedata.normalize("NFKC", value)
    if not _NUMBER.match(plain):
        return None
    number = float(plain.replace(",", "."))
    return str(int(number)) if number.is_integer() else str(number)


def _unit(
    column: Column, values: list[str], numbers: Mapping[str, str]
) -> tuple[str, dict[str, str]]:
    """The factor whose unit stands behind the numbers, and the numbers; empty without one."""
    after = unicodedata.normalize("NFKC", column.after).casefold()
    if len(numbers) == len(values):
        named = next((name for name, units in UNITS.items() if after and after in units), "")
        return named, dict(numbers) if named else {}
    keys: dict[str, str] = {}
    factors: set[str] = set()
    for value in values:
        match = _WITH_UNIT.match(unicodedata.normalize("NFKC", value))
        unit = match["unit"].casefold() if match else ""
        factor = next((name for name, units in UNITS.items() if unit and unit in units), "")
        key = _number(match["number"]) if match else None
        if not factor or key is None:
            return "", {}
        keys[value] = key
        factors.add(factor)
    return (factors.pop(), keys) if len(factors) == 1 else ("", {})


def _words(values: list[str], words: WordList) -> tuple[str, dict[str, str], dict[str, int]]:
    """The factor whose words all values are, the level of each as people write it here, and the
    ranks of the levels; empty without one.
    """
    if len(values) < 2:
        return "", {}, {}
    bare = {value: _bare(value, words) for value in values}
    for factor in _candidates(bare, words):
        known = {value: words.meaning(word, factor) for value, word in bare.items()}
        meanings = {value: meaning for value, meaning in known.items() if meaning}
        if len(meanings) == len(values) and len({m.level for m in meanings.values()}) > 1:
            keys = _as_written(bare, {value: m.level for value, m in meanings.items()})
            return factor, keys, {keys[value]: m.rank for value, m in meanings.items()}
    return "", {}, {}


def strays_of(column: Column, words: WordList) -> tuple[str, ...]:
    """The values of few pictures that no word explains, where words of one factor are all others.

    Empty where words explain all values, or too few.
    """
    values = list(column.distinct)
    known: tuple[list[str], int] = ([], 0)
    for factor in {name for value in values for name in words.factors(_bare(value, words))}:
        said = [value for value in values if words.meaning(_bare(value, words), factor)]
        known = max(
            known, (said, sum(column.distinct[value] for value in said)), key=lambda x: x[1]
        )
    said, pictures = known
    if len(said) < 2 or pictures < MOST_KNOWN * len(column.values):
        return ()
    return tuple(value for value in values if value not in said)


def _bare(value: str, words: WordList) -> str:
    """A value without the number behind it, unless it is a word with it."""
    return value if words.factors(value) else _TAIL.sub("", value)


def _candidates(bare: Mapping[str, str], words: WordList) -> list[str]:
    counts = Counter(factor for word in bare.values() for factor in words.factors(word))
    return [factor for factor, _ in counts.most_common()]


def _as_written(bare: Mapping[str, str], levels: Mapping[str, str]) -> dict[str, str]:
    """Written value -> the commonest way to write its level here."""
    ways: dict[str, Counter[str]] = {}
    for value, level in levels.items():
        ways.setdefault(level, Counter())[bare[value].strip()] += 1

    def commonest(count: Counter[str]) -> str:
        return min(count, key=lambda way: (-count[way], way.swapcase()))

    return {value: commonest(ways[level]) for value, level in levels.items()}


def _folded_keys(values: list[str]) -> dict[str, str]:
    """Written value -> level; values that differ in case or width alone are one level."""
    first: dict[str, str] = {}
    for value in sorted(values, key=str.swapcase):
        first.setdefault(unicodedata.normalize("NFKC", value).casefold(), value)
    return {v: first[unicodedata.normalize("NFKC", v).casefold()] for v in values}


def _like_degrees(numbers: Iterable[str]) -> bool:
    """Whether numbers look like angles: multiples of 15 below 360, 90 or more among them."""
    values = [float(number) for number in numbers]
    return all(v % 15 == 0 and 0 <= v < 360 for v in values) and max(values) >= 90
