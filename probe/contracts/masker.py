"""What a masker must offer, and how one is registered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from probe.contracts.loading import Runtime
from probe.wording import Message


class PictureRecord(Protocol):
    """What a masker may know of a picture beside its pixels."""

    @property
    def image_id(self) -> str:
        """Content address (hex)."""
        ...

    @property
    def source(self) -> str:
        """Path below the photo folder, or a description of the scene."""
        ...

    @property
    def origin(self) -> object:
        """Where the pixels come from."""
        ...


class Masker:
    """Finds the person in a picture; the base of every masker.

    A masker that looks at the pixels overrides `mask`; one that must know which picture it is (a
    file of that name, the scene it was rendered from) overrides `mask_of`.

    Attributes:
        name: the mask variant's name in the run.
        given: whether the masks are there already, so that making one costs nothing and there is
            no guess in it to judge.
        on_gpu: whether it computes on a GPU: a node of a cluster then gives it a share of one.
    """

    name: str = ""
    given: bool = False
    on_gpu: bool = False

    @property
    def digest(self) -> str:
        """Text that changes whenever a mask would; part of the key of every masked vector."""
        return self.name

    def mask(self, image: NDArray[np.uint8]) -> NDArray[np.bool_]:
        """Person mask `bool (h, w)` of one picture `uint8 (h, w, 3)`.

        Raises:
            MaskError: when no usable mask can be found.
        """
        raise NotImplementedError(f"{type(self).__name__} overrides neither mask nor mask_of")

    def mask_of(self, record: PictureRecord, image: NDArray[np.uint8]) -> NDArray[np.bool_]:
        """Person mask `bool (h, w)` of a record whose picture is `uint8 (h, w, 3)`.

        Raises:
            MaskError: when no usable mask can be found.
        """
        return self.mask(image)


@dataclass(frozen=True)
class MaskerSpec:
    """How a masker is opened: what a module offers as `spec`, or a third party registers.

    Attributes:
        summary: what it does, in a line for people.
        open: opens it with the path of `--mask NAME=PATH` (None where none was given) on the
            runtime's device; a framework is imported inside.
        argument: what the path is (`CHECKPOINT`, `FOLDER`); empty for a masker that takes none.
        optional: whether it can be opened without the path.
        hint: where the path comes from, for whoever left it out; a text in every language alike.
    """

    summary: str
    open: Callable[[Path | None, Runtime], Masker]
    argument: str = ""
    optional: bool = False
    hint: Message | str = ""
