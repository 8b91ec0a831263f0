"""A site as a camera planner writes it: `distance=3..10 camera_height=2.3m orientation=any`."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from probe.errors import UsageError
from probe.options.shares import parse_share
from probe.protocol.finding import every_shipped, load_protocol, shipped
from probe.protocol.model import Factor, Protocol
from probe.wording import Message, Value, nearest, refusal

METRES = {"m": 1.0, "cm": 0.01, "mm": 0.001}
"""Lengths that are converted into a factor's unit."""

_NUMBER = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+))\s*([^\d\s.]*)\Z")
_RATES = ("fmr", "fnmr")
_EXAMPLE = Message(
    "asked-example",
    {"example": "distance=3..10 camera_height=2.3m orientation=any fmr=0.01"},
)


@dataclass(frozen=True)
class Range:
    """A stretch of a factor, in the factor's unit.

    Attributes:
        low: where it begins.
        high: where it ends; on a circle it is reached going upwards from `low`, so that
            `high - low` is at most one turn.
    """

    low: float
    high: float


@dataclass(frozen=True)
class Wish:
    """What a site asks of one factor.

    Attributes:
        factor: name of the factor (or series).
        text: as it was written.
        anything: every level that was measured.
        ranges: protocol -> the stretch asked for, of an ordered or circular factor.
        levels: protocol -> the level keys asked for, of a nominal factor.
        note: how a number was read, where that was not plain.
    """

    factor: str
    text: str
    anything: bool
    ranges: Mapping[str, Range]
    levels: Mapping[str, tuple[str, ...]]
    note: Message | None = None


@dataclass(frozen=True)
class Site:
    """A site.

    Attributes:
        text: as it was written.
        wishes: one a factor that is named.
        fmr: false match rate asked for, 0..1; None for the one the thresholds were set for.
        limit: highest FNMR that counts as usable, 0..1.
    """

    text: str
    wishes: tuple[Wish, ...]
    fmr: float | None
    limit: float

    def wish(self, factor: str) -> Wish | None:
        """What is asked of a factor, None when it is not named."""
        return next((wish for wish in self.wishes if wish.factor == factor), None)


def parse_site(text: str, protocols: Mapping[str, Protocol], limit: float = 0.10) -> Site:
    """Read a site: parts `NAME=VALUE` with spaces between them.

    NAME is a factor or series of the protocols, `fmr`, or `fnmr` (the highest share of misses that
    is acceptable). VALUE is `any`, a number or `LOW..HIGH` for ordered and circular factors (on a
    circle from LOW upwards to HIGH), levels with commas between them for nominal ones. Numbers are
    in the protocol's unit or carry one: `2.3m`, `230cm`, `90°`, `90deg`. A plain number that lies
    outside the measured levels in the protocol's unit and among them in metres is read as metres,
    and said so. Rates are written 0.01 or 1%.

    Args:
        text: the site.
        protocols: of the run, by name.
        limit: what `fnmr` is when it is not named, 0..1 (ours: one in ten is missed).

    Raises:
        UsageError: a part cannot be read; the message names it.
    """
    rates: dict[str, float] = {}
    wishes: dict[str, Wish] = {}
    for part in text.split():
        name, equals, value = part.partition("=")
        if not (name and equals and value):
            raise refusal(UsageError, Message("asked-no-part", {"part": repr(part)}), hint=_EXAMPLE)
        if name in rates or name in wishes:
            raise refusal(
                UsageError, Message("asked-twice", {"name": repr(name)}), place=part, hint=_EXAMPLE
            )
        if name in _RATES:
            rates[name] = _rate(name, value)
        else:
            wishes[name] = _wish(name, value, protocols)
    if not wishes:
        raise refusal(UsageError, Message("asked-no-factor"), hint=_EXAMPLE)
    return Site(text, tuple(wishes.values()), rates.get("fmr"), rates.get("fnmr", limit))


def _rate(name: str, value: str) -> float:
    try:
        rate = parse_share(value)
    except ValueError:
        rate = math.nan
    if not 0 < rate < 1:
        raise refusal(
            UsageError,
            Message("asked-no-rate", {"value": repr(value), "rate": name}),
            place=f"{name}={value}",
            hint=Message("asked-rate-step", {"name": name}),
        )
    return rate


def _wish(name: str, value: str, protocols: Mapping[str, Protocol]) -> Wish:
    factors = {p.name: axis for p in protocols.values() for axis in p.axes if axis.name == name}
    if not factors:
        raise _unknown(name, value, protocols)
    if value == "any":
        return Wish(name, value, True, {}, {})
    ranges: dict[str, Range] = {}
    levels: dict[str, tuple[str, ...]] = {}
    notes: list[Message | None] = []
    for protocol, factor in factors.items():
        if not factor.scale.numeric:
            levels[protocol] = _levels(factor, value)
        else:
            ranges[protocol], note = _range(factor, value)
            notes.append(note)
    return Wish(name, value, False, ranges, levels, next(filter(None, notes), None))


def _unknown(name: str, value: str, protocols: Mapping[str, Protocol]) -> UsageError:
    names = [axis.name for protocol in protocols.values() for axis in protocol.axes]
    hint = nearest(name, [*names, *_RATES])
    if name in every_shipped() and name not in names:
        hint = _measure_first(name, protocols)
    return refusal(
        UsageError,
        Message("asked-not-varied", {"name": repr(name)}),
        place=f"{name}={value}",
        hint=hint,
    )


def _measure_first(name: str, protocols: Mapping[str, Protocol]) -> Message:
    """How a shipped protocol is run: of the same kind of pictures, where it takes photographs."""
    wanted = load_protocol(every_shipped()[name])
    command = f"protocols/{name}.yaml" if name in shipped() else name
    photographs = all(protocol.scene is None for protocol in protocols.values())
    if photographs and wanted.transform is not None:
        command += " --photos FOLDER"
    factors = [axis.name for axis in wanted.axes]
    called = "none" if name in factors else factors[0]
    return Message("asked-measure-first", {"protocol": command, "factor": called})


def _levels(factor: Factor, value: str) -> tuple[str, ...]:
    place = f"{factor.name}={value}"
    if ".." in value:
        raise refusal(
            UsageError,
            Message("asked-no-order", {"factor": repr(factor.name)}),
            place=place,
            hint=Message("asked-no-order-step"),
        )
    keys = [level.key for level in factor.levels]
    for key in value.split(","):
        if key not in keys:
            raise refusal(
                UsageError,
                Message("asked-no-level", {"level": repr(key), "factor": repr(factor.name)}),
                place=place,
                hint=nearest(key, keys),
            )
    return tuple(key for key in keys if key in value.split(","))


def _range(factor: Factor, value: str) -> tuple[Range, Message | None]:
    place = f"{factor.name}={value}"
    low, dots, high = value.partition("..")
    ends = [_number(low, place), _number(high if dots else low, place)]
    unit = ends[0][1] or ends[1][1]
    if ends[0][1] and not ends[1][1]:
        raise refusal(UsageError, Message("asked-unit-last"), place=place, hint=_EXAMPLE)
    numbers = [_converted(n, written or unit, factor, place) for n, written in ends]
    note = None
    if not unit and (metres := _as_metres(factor, numbers)):
        numbers = metres
        note = _in_metres(factor, metres, place)
    first, last = numbers
    if turn := factor.scale.turn:
        width = last - first
        around = Range(first % turn, first % turn + (turn if width >= turn else width % turn))
        return around, _on_circle(factor, numbers, around, place)
    if first > last:
        raise refusal(
            UsageError,
            Message("asked-lower-first"),
            place=place,
            hint=f"{factor.name}={high}..{low}",
        )
    return Range(first, last), note


def _on_circle(
    factor: Factor, numbers: Sequence[float], around: Range, place: str
) -> Message | None:
    """How numbers beyond a whole turn were read; None where there is none."""
    turn = factor.scale.turn
    if all(abs(number) <= turn for number in numbers):
        return None
    ends: dict[str, Value] = {"low": around.low, "high": around.high % turn}
    return Message("site-on-circle", {"part": place, "unit": factor.unit, **ends})


def _in_metres(factor: Factor, metres: Sequence[float], place: str) -> Message:
    values: dict[str, Value] = {"part": place, "unit": factor.unit}
    values |= {"low": metres[0], "high": metres[1]}
    if metres[0] == metres[1]:
        return Message("site-one-in-metres", values)
    return Message("site-range-in-metres", values)


def _number(text: str, place: str) -> tuple[float, str]:
    parts = _NUMBER.match(text)
    if not parts:
        raise refusal(
            UsageError,
            Message("asked-no-number", {"text": repr(text)}),
            place=place,
            hint=Message("asked-no-number-step"),
        )
    return float(parts.group(1)), parts.group(2)


def _converted(number: float, unit: str, factor: Factor, place: str) -> float:
    if unit in {"", factor.unit} or (factor.unit == "°" and unit in {"deg", "degrees"}):
        return number
    if unit in METRES and factor.unit in METRES:
        return round(number * METRES[unit] / METRES[factor.unit], 9)
    raise refusal(
        UsageError,
        Message(
            "asked-other-unit",
            {"factor": repr(factor.name), "measured": factor.unit or None, "unit": repr(unit)},
        ),
        place=place,
        hint=Message("asked-units", {"units": tuple(METRES)})
        if factor.unit in METRES
        else Message("asked-unit-of-run", {"example": f"{factor.name}={factor.standard_key}"}),
    )


def _as_metres(factor: Factor, numbers: Sequence[float]) -> list[float] | None:
    """Plain numbers that make sense in metres only, in the factor's unit; else None."""
    if factor.unit not in METRES or factor.unit == "m" or not factor.scale.rises:
        return None
    values = [float(level.value) for level in factor.levels]
    metres = [round(n / METRES[factor.unit], 9) for n in numbers]

    def meets(ends: Sequence[float]) -> bool:
        return ends[0] <= values[-1] and ends[1] >= values[0]

    return metres if meets(metres) and not meets(numbers) else None
