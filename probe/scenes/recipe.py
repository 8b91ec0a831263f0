"""What a rendered picture is of: every factor as a number or a name, checked, with a digest."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from probe.errors import ProbeError
from probe.wording import Message, near_name, refusal

RENDERER_VERSION = 1
"""Raised with every change that alters a picture, so that no cache serves an old one."""

OUTFITS = ("white-sweatshirt", "white-shirt", "grey-sweatshirt", "white-sweatshirt-no-helmet")
"""The paper's outfits, all with grey trousers; all but the last with a helmet."""

CLOTHES = ("own", *OUTFITS)
BACKGROUNDS = ("panel", "no-panel", "black-monitor", "street")
"""`street` is an open place with things standing about, for data sets."""

DOMAINS = ("A", "B")
POSES = ("standing", "walking", "phone")

BODY_CENTRE = 0.88
"""Height in metres of the point the camera looks at: half of a body of 1.75 m (ours).

The distance of a protocol is the slant distance to this point.
"""

SIDEWAYS = 0.5
"""Metres that the camera must at least stand further than above or below that point (ours): nearer
it would look straight down."""

_NAMES = {"clothes": CLOTHES, "background": BACKGROUNDS, "domain": DOMAINS, "pose": POSES}
# Our limits: nearer than 1.5 m a person does not fit the frame, beyond 60 m they are a few pixels;
# cameras hang between knee height and a mast.
_RANGES = {
    "distance": (1.5, 60.0, "m"),
    "camera_height": (20.0, 600.0, "cm"),
    "orientation": (-3600.0, 3600.0, "degrees"),
}
_COUNTS = ("identity", "take", "light", "camera", "room", "framing")


@dataclass(frozen=True)
class SceneRecipe:
    """Everything that decides a rendered picture; equal recipes give equal pictures.

    Attributes:
        identity: seed of the person, 0 or more.
        clothes: `own`, or one of the paper's outfits (`OUTFITS`), worn with grey trousers.
        helmet: None leaves it to the outfit; True and False override it.
        distance: slant distance in metres from the camera to the body's centre, 1.5 to 60.
        orientation: degrees the person is turned by; 0 faces the camera, 180 shows the back.
        camera_height: height of the camera over the floor in cm, 20 to 600; the slant distance
            is kept and the camera tilted to centre the person.
        backpack: whether a backpack is worn.
        background: one of `BACKGROUNDS`.
        domain: `A` (indoors, neutral sensor) or `B` (outdoors, contrasty sensor).
        pose: `standing` (the paper's calm pose), `walking`, or `phone` (standing with one hand
            before the chest, eyes down).
        phase: moment of the gait in 0..1; None draws it from the recipe.
        take: repeat number: a new pose jitter and new sensor noise for every one.
        light: light layout; 0 is the standard one.
        camera: sensor; 0 is the standard one.
        room: place; 0 is the standard one.
        framing: 0 puts the person in the middle of the place and draws the crop exactly; others
            move the person about the place and draw the crop as a detector does: tight, unsteady.
    """

    identity: int
    clothes: str = "own"
    helmet: bool | None = None
    distance: float = 4.0
    orientation: float = 180.0
    camera_height: float = 112.0
    backpack: bool = False
    background: str = "panel"
    domain: str = "A"
    pose: str = "standing"
    phase: float | None = None
    take: int = 0
    light: int = 0
    camera: int = 0
    room: int = 0
    framing: int = 0

    def __post_init__(self) -> None:
        for name, allowed in _NAMES.items():
            _check_name(name, getattr(self, name), allowed)
        for name, (low, high, unit) in _RANGES.items():
            object.__setattr__(self, name, _number(name, getattr(self, name), (low, high), unit))
        for name in _COUNTS:
            object.__setattr__(self, name, _count(name, getattr(self, name)))
        if self.phase is not None:
            object.__setattr__(self, "phase", _number("phase", self.phase, (0.0, 1.0), "step"))
        _check_switch("backpack", self.backpack, (True, False))
        _check_switch("helmet", self.helmet, (True, False, None))
        if self.distance <= abs(self.camera_height / 100.0 - BODY_CENTRE) + SIDEWAYS:
            raise refusal(
                ProbeError,
                Message(
                    "scenes-camera-too-high",
                    {"height": self.camera_height, "distance": self.distance},
                ),
                place="camera_height",
                hint=Message("scenes-raise-distance"),
            )

    @property
    def wears_helmet(self) -> bool:
        """Whether a helmet is worn, after the outfit's own rule."""
        if self.helmet is not None:
            return self.helmet
        return self.clothes in OUTFITS and not self.clothes.endswith("no-helmet")

    @property
    def carries(self) -> str:
        """`backpack`; `own` for people who walk in their own clothes with a bag; or `nothing`."""
        if self.backpack:
            return "backpack"
        return "own" if self.clothes == "own" and self.pose == "walking" else "nothing"

    @property
    def traits(self) -> dict[str, str]:
        """What the person's body shows: `sex` (female, male) and `build` (slim, average, broad)."""
        from probe.scenes.identity import traits

        return traits(self.identity)

    def as_dict(self) -> dict[str, object]:
        """The fields by name, ready for JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> SceneRecipe:
        """The recipe of these fields.

        Raises:
            ProbeError: a field is unknown (the nearest valid name is given), missing or invalid.
        """
        names = [field.name for field in fields(cls)]
        for name in values:
            if name not in names:
                _refuse("scene", name, names)
        if "identity" not in values:
            raise refusal(
                ProbeError,
                Message("scenes-needs-identity"),
                place="identity",
                hint=Message("scenes-add-identity"),
            )
        return cls(**values)

    def digest(self) -> str:
        """Hex sha256 over all fields and the renderer's version."""
        decisive = {"renderer": RENDERER_VERSION, **self.as_dict()}
        return hashlib.sha256(json.dumps(decisive, sort_keys=True).encode()).hexdigest()


def _check_name(name: str, value: object, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        _refuse(name, value, allowed)


def _refuse(name: str, value: object, allowed: tuple[str, ...] | list[str]) -> None:
    near = near_name(str(value), allowed)
    valid = Message("scenes-valid", {"valid": ", ".join(allowed)})
    meant = Message("scenes-did-you-mean", {"name": repr(near), "then": valid}) if near else valid
    raise refusal(
        ProbeError, Message("scenes-not-known", {"value": repr(value)}), place=name, hint=meant
    )


def _number(name: str, value: Any, limits: tuple[float, float], unit: str) -> float:
    low, high = limits
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not (number and math.isfinite(float(value)) and low <= float(value) <= high):
        raise refusal(
            ProbeError,
            Message("scenes-value-out-of-range", {"value": repr(value)}),
            place=name,
            hint=Message(
                "scenes-give-range-unit", {"low": f"{low:g}", "high": f"{high:g}", "unit": unit}
            ),
        )
    return float(value)


def _count(name: str, value: Any) -> int:
    if not hasattr(value, "__index__") or isinstance(value, bool) or not 0 <= int(value) < 2**31:
        raise refusal(
            ProbeError,
            Message("scenes-no-count", {"value": repr(value)}),
            place=name,
            hint=Message("scenes-give-count"),
        )
    return int(value)


def _check_switch(name: str, value: object, allowed: tuple[bool | None, ...]) -> None:
    if not any(value is one for one in allowed):
        raise refusal(
            ProbeError,
            Message("scenes-no-truth", {"value": repr(value)}),
            place=name,
            hint=Message("scenes-give-truth"),
        )
