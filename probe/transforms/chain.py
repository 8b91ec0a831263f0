"""Transforms one after another: made of what a protocol says, with a digest of all that decides."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from pydantic import ValidationError

from probe.errors import PictureError, ProtocolError
from probe.files.misfit import misfit_hint, misfit_text
from probe.transforms.registry import TRANSFORMS
from probe.transforms.transform import Chance, Mask, Picture, Transform
from probe.wording import Message, refusal

Parameters = Mapping[str, str | int | float | bool]
"""Values of a transform's parameters, by name."""


class TransformError(ProtocolError):
    """A transform that is not known, or a parameter that does not fit.

    Args:
        message, hint: as of every error.
        where: name of the transform, then of the parameter.
    """

    def __init__(self, message: str, where: tuple[str, ...], hint: str | None = None) -> None:
        super().__init__(message, place=".".join(("transform", *where)), hint=hint)
        self.where = where


@dataclass(frozen=True)
class Step:
    """A transform under its name.

    Attributes:
        name: in the registry.
        revision: of its code (see `TransformSpec`).
        transform: with its parameters.
    """

    name: str
    revision: int
    transform: Transform

    def chance(self, picture: str) -> Chance:
        """Where it draws from for a picture of this id: independent of its parameters."""
        seed = hashlib.sha256(f"{self.name}\n{picture}".encode()).digest()
        return np.random.default_rng(int.from_bytes(seed[:16], "big"))


@dataclass(frozen=True)
class Chain:
    """Transforms in the order in which they are applied; without any, pictures stay as they are."""

    steps: tuple[Step, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.steps)

    def image_id(self, picture: str) -> str:
        """Hex id of the changed picture of this id; the same id where nothing is changed."""
        if not self.steps:
            return picture
        values = [[s.name, s.revision, s.transform.model_dump(mode="json")] for s in self.steps]
        return hashlib.sha256(json.dumps([picture, values], sort_keys=True).encode()).hexdigest()

    def change(self, picture: Picture, key: str) -> Picture:
        """The picture `uint8 (h, w, 3)` after all transforms.

        Args:
            picture: stays as it is.
            key: its id, from which chance is drawn.

        Raises:
            PictureError: a transform gives no such picture, or one of another size than it says.
        """
        for step in self.steps:
            size = step.transform.new_size(*picture.shape[:2])
            picture = step.transform.change(picture, step.chance(key))
            if picture.dtype != np.uint8 or picture.shape != (*size, 3):
                raise refusal(
                    PictureError,
                    Message(
                        "transform-other-picture",
                        {
                            "name": repr(step.name),
                            "given": f"{picture.dtype} {picture.shape}",
                            "needed": str((*size, 3)),
                        },
                    ),
                    hint=Message("transform-other-picture-step"),
                )
        return picture

    def change_mask(self, mask: Mask, key: str) -> Mask:
        """The mask `bool (h, w)` of the changed picture, from that of the picture of this id."""
        for step in self.steps:
            mask = step.transform.change_mask(mask, step.chance(key))
        return mask

    def leaves(self, height: int, width: int) -> bool:
        """Whether pictures of this size stay as they are, though something is to be done."""
        return bool(self.steps) and all(s.transform.leaves(height, width) for s in self.steps)

    def new_size(self, height: int, width: int) -> tuple[int, int]:
        """(height, width) of the changed picture."""
        for step in self.steps:
            height, width = step.transform.new_size(height, width)
        return height, width


def chain_of(stated: Mapping[str, Parameters]) -> Chain:
    """The chain of transforms by name; those at their neutral value are left out.

    Raises:
        TransformError: an unknown name or parameter, a value that does not fit; `where` says at
            which.
    """
    steps = (_step(name, values) for name, values in stated.items())
    return Chain(tuple(step for step in steps if not step.transform.is_neutral))


def _step(name: str, values: Parameters) -> Step:
    if name not in TRANSFORMS.places():
        unknown = TRANSFORMS.unknown(name)
        raise TransformError(unknown.message, where=(name,), hint=unknown.hint)
    spec = TRANSFORMS.get(name)
    try:
        return Step(name, spec.revision, spec.model.model_validate(dict(values)))
    except ValidationError as error:
        # A misspelt key is unknown and missing: the unknown one is what was written.
        first = min(error.errors(), key=lambda entry: entry["type"] != "extra_forbidden")
        where = (name, *map(str, first["loc"][:1]))
        raise TransformError(
            misfit_text(first, ".".join(("transform", *where))),
            where=where,
            hint=misfit_hint(first, list(spec.model.model_fields)),
        ) from None
