"""Exact boxes and masks of rendered frames, from the masks beside them (`--detector scene`).

`masks/NAME.png` lies beside a frame; every value above 0 is one of the people in it, as data sets
with instance masks have it. `probe scenes` writes `OUT/masks/FOLDER/NAME.png` for
`OUT/FOLDER/NAME.jpg`: white where the one person is, grey what they carry; the box holds both.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Detections, Detector, DetectorSpec, FrameRecord, Runtime, nobody
from probe.errors import DetectorError, PictureError
from probe.files.places import is_file, is_folder
from probe.frames.label_picture import label_values
from probe.wording import Message, reason_of, refusal

FOLDER = "masks"
"""Beside the frames, unless another folder is named."""

PLAN = "dataset.json"
"""In the root of what `probe scenes` writes; its folders have other names than those of masks."""

DEEPEST = 3
"""Folders between that root and a mask at most: `masks/tracks/00001`."""


@dataclass(frozen=True)
class SceneBoxes(Detector):
    """Boxes around the masks that were drawn with the frames; every score is 1.

    Attributes:
        folder: of the masks; None for `masks` beside the frames, or where `probe scenes` writes it.
    """

    folder: Path | None
    name: str = "scene"
    has_masks: bool = True

    @property
    def digest(self) -> str:
        """Of this way of reading masks, and where they are."""
        return f"scene 2, {self.folder or FOLDER}"

    def detect_in(self, record: FrameRecord, frame: NDArray[np.uint8]) -> Detections:
        """People as the mask file of the frame's name shows them.

        Raises:
            DetectorError: there is none, or it has another size.
        """
        folder = self.folder or _masks_of(record.folder)
        path = (folder / record.name).with_suffix(".png")
        if not is_file(path):
            raise refusal(
                DetectorError,
                Message("frames-no-exact-mask"),
                place=path,
                hint=Message("frames-scene-reads"),
            )
        instances = _instances(path)
        if _shows_one(folder):
            instances = np.minimum(instances, 1)
        if instances.shape != frame.shape[:2]:
            raise refusal(
                DetectorError, Message("frames-mask-other-size", {"frame": record.name}), place=path
            )
        numbers = [int(number) for number in np.unique(instances) if number]
        if not numbers:
            return nobody()
        masks = np.stack([instances == number for number in numbers])
        boxes = np.array([box_around(mask) for mask in masks], np.float64)
        return Detections(boxes, np.ones(len(masks)), masks)


def box_around(mask: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    """Left, top, width and height of what is set in a mask `bool (h, w)` that is not empty."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    left, top = int(columns[0]), int(rows[0])
    return left, top, int(columns[-1]) + 1 - left, int(rows[-1]) + 1 - top


def _masks_of(frames: Path) -> Path:
    """The folder of the masks of a folder of frames."""
    beside, root = frames / FOLDER, _drawn_root(frames)
    if root is None or is_folder(beside):
        return beside
    return root / FOLDER / frames.resolve().relative_to(root)


def _shows_one(masks: Path) -> bool:
    """Whether `probe scenes` wrote a folder of masks: whatever is set is one person."""
    root = _drawn_root(masks)
    return root is not None and masks.resolve().is_relative_to(root / FOLDER)


def _drawn_root(folder: Path) -> Path | None:
    """The folder of `probe scenes` that a folder lies in; None where it lies in none."""
    above = list(folder.resolve().parents)[:DEEPEST]
    return next((r for r in above if is_file(r / PLAN) and is_folder(r / FOLDER)), None)


def _instances(path: Path) -> NDArray[np.uint8]:
    try:
        return label_values(path)
    except PictureError as error:
        raise refusal(
            DetectorError,
            Message("frames-mask-unreadable", {"reason": reason_of(error)}),
            place=path,
            hint=Message("frames-restore-or-render"),
        ) from None


def _open(path: Path | None, runtime: Runtime) -> Detector:
    if path is not None and not is_folder(path):
        raise refusal(DetectorError, Message("frames-no-mask-folder"), place=path)
    return SceneBoxes(path)


spec = DetectorSpec(
    summary="exact boxes and masks of rendered frames",
    open=_open,
    argument="FOLDER",
    optional=True,
)
