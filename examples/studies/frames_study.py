"""How well detectors that were trained here find people in frames, and how well they cut them out.

    python examples/studies/frames_study.py split --penn-fudan DIR --fold 1 --out FOLD
    probe train yolact.small --data penn_fudan=FOLD/train --set seed=1 --out YOLACT
    probe train ssd.small --data penn_fudan=FOLD/train --set seed=1 --out SSD
    python examples/studies/frames_study.py measure --check penn_fudan=FOLD/check \
        --check coco=annotations/instances_val2017.json --yolact YOLACT --ssd SSD --seed 1 --out OUT

`split` puts a fifth of each of the set's two sources aside, frames that follow one another, since
neighbours show the same street. `measure` writes `detection.csv` (average precision of boxes and
masks, as COCO defines it, of people) and `masks.csv`: the IoU with the true mask, inside of the
person's box, of YOLACT's mask in the frame, of the maskers `yolact` and `grabcut` on the crop, and
of the box filled. Whom a masker refuses has an IoU of 0. Rows of one seed and set are replaced.
"""

from __future__ import annotations

import argparse
import csv
import io
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from probe.backbones._detectors.ssd.opening import open_ssd
from probe.backbones._yolact.opening import open_people
from probe.contracts import Detections, Detector, Masker, Runtime
from probe.errors import MaskError, ProbeError, UsageError
from probe.files.atomic import write_text
from probe.frames.annotated.frame import AnnotatedFrame
from probe.frames.annotated.penn_fudan import ANNOTATIONS, FRAMES, MASKS, penn_fudan
from probe.frames.annotated.reading import annotated_frames
from probe.frames.average_precision import (
    FrameOverlaps,
    average_precision,
    box_overlaps,
    mask_overlaps,
)
from probe.masking.opening import open_masker
from probe.pictures.decoding import Box, cut, read_picture

FOLDS = 5
"""Parts of each source; one is put aside (ours)."""

LEAST = 0.05
"""Detections from this score on count, as in YOLACT's own evaluation."""

LEAST_AREA = 32**2
"""People whose mask has fewer pixels are left out of `masks.csv`: COCO's limit of small ones."""

Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Row:
    """A line of a table: what it is about, and its numbers, each with its name."""

    seed: int
    data: str
    model: str
    values: dict[str, float]


def parts(names: Sequence[str], fold: int) -> tuple[list[str], list[str]]:
    """Names to train with and to check with: part `fold` (from 1) of every source is put aside.

    Raises:
        UsageError: there is no such part.
    """
    if not 1 <= fold <= FOLDS:
        raise UsageError(f"there is no fold {fold}", hint=f"Folds are 1 to {FOLDS}.")
    check: list[str] = []
    for source in sorted({name.rstrip("0123456789") for name in names}):
        own = sorted(name for name in names if name.rstrip("0123456789") == source)
        first, last = (len(own) * number // FOLDS for number in (fold - 1, fold))
        check += own[first:last]
    return [name for name in names if name not in check], check


def split(folder: Path, fold: int, out: Path) -> tuple[int, int]:
    """Copy a Penn-Fudan in two; how many frames are to train with, and to check with."""
    names = [frame.path.stem for frame in penn_fudan(folder)]
    sides = parts(names, fold)
    for side, chosen in zip(("train", "check"), sides, strict=True):
        for part, ending in ((FRAMES, ".png"), (MASKS, "_mask.png"), (ANNOTATIONS, ".txt")):
            (out / side / part).mkdir(parents=True, exist_ok=True)
            for name in chosen:
                shutil.copy(folder / part / f"{name}{ending}", out / side / part)
    return len(sides[0]), len(sides[1])


@dataclass(frozen=True, eq=False)
class Truth:
    """A frame with the people in it.

    Attributes:
        pixels: `uint8 (h, w, 3)`.
        boxes: `(n, 4)` corners.
        crowds: `bool (n,)`.
        masks: `bool (n, h, w)`.
    """

    pixels: NDArray[np.uint8]
    boxes: NDArray[np.float64]
    crowds: Bools
    masks: Bools


def truth_of(frame: AnnotatedFrame) -> Truth:
    """What is there; a person without a mask has its box as one."""
    pixels = read_picture(frame.path)
    size = (pixels.shape[0], pixels.shape[1])
    masks = np.zeros((len(frame.instances), *size), np.bool_)
    for mask, one in zip(masks, frame.instances, strict=True):
        left, top, right, bottom = (round(value) for value in one.box)
        mask[top:bottom, left:right] = True
        if one.mask is not None:
            mask[:] = one.mask.pixels(size)
    boxes = np.array([one.box for one in frame.instances], np.float64).reshape(-1, 4)
    return Truth(pixels, boxes, np.array([one.crowd for one in frame.instances], np.bool_), masks)


def corners(found: Detections) -> NDArray[np.float64]:
    """Boxes by their corners."""
    return np.concatenate([found.boxes[:, :2], found.boxes[:, :2] + found.boxes[:, 2:]], axis=1)


def detection_values(found: Sequence[Detections], truths: Sequence[Truth]) -> dict[str, float]:
    """Average precision of boxes, and of masks where the detector gives them."""
    by_box, by_mask = [], []
    for one, truth in zip(found, truths, strict=True):
        overlaps = box_overlaps(corners(one), truth.boxes, truth.crowds)
        by_box.append(FrameOverlaps(one.scores, overlaps, truth.crowds))
        if one.masks is not None:
            overlaps = mask_overlaps(one.masks, truth.masks, truth.crowds)
            by_mask.append(FrameOverlaps(one.scores, overlaps, truth.crowds))
    values = {"frames": float(len(truths)), **_precision("box", by_box)}
    return values | (_precision("mask", by_mask) if len(by_mask) == len(truths) else {})


def _precision(kind: str, frames: Sequence[FrameOverlaps]) -> dict[str, float]:
    precision = average_precision(frames)
    if precision is None:
        raise UsageError("there is nobody in these frames", hint="Name frames with people.")
    return {
        "people": precision.instances,
        f"{kind}_ap50": precision.at_half,
        f"{kind}_ap": precision.mean,
    }


@dataclass(frozen=True, eq=False)
class PersonCase:
    """A person of whom masks are compared.

    Attributes:
        crop: the person's box, cut out of the frame.
        mask: `bool (h, w)` in the crop.
        seen: the masks that the detector gives in the frame, cut out likewise; by falling IoU of
            their boxes, those that overlap the person's by half at least.
    """

    crop: NDArray[np.uint8]
    mask: Bools
    seen: Sequence[Bools]


Cutter = Callable[[PersonCase], Bools | None]
"""Gives the mask of a person's crop, or None."""


def person_cases(found: Detections, truth: Truth) -> list[PersonCase]:
    """The people of a frame that are no crowd and large enough."""
    overlaps = box_overlaps(corners(found), truth.boxes, truth.crowds)
    cases = []
    for number, (box, mask) in enumerate(zip(truth.boxes, truth.masks, strict=True)):
        if truth.crowds[number] or mask.sum() < LEAST_AREA:
            continue
        place = Box(box[0], box[1], box[2] - box[0], box[3] - box[1])
        near = np.flatnonzero(overlaps[:, number] >= 0.5)
        order = near[np.argsort(-overlaps[near, number], kind="stable")]
        masks = [] if found.masks is None else [_cut(found.masks[n], place) for n in order]
        cases.append(PersonCase(cut(truth.pixels, place), _cut(mask, place), masks))
    return cases


def _cut(mask: Bools, place: Box) -> Bools:
    shown = np.repeat(mask[..., None], 3, 2).astype(np.uint8)
    cropped: Bools = cut(shown, place)[..., 0] > 0
    return cropped


def mask_values(cases: Sequence[PersonCase], cutter: Cutter) -> dict[str, float]:
    """How many people there are, how many are cut out, and the mean IoU of all and of those."""
    overlaps: list[float] = []
    refused = 0
    for case in cases:
        mask = cutter(case)
        refused += mask is None
        overlaps.append(0.0 if mask is None else overlap(mask, case.mask))
    cut_out = len(cases) - refused
    whole = float(np.mean(overlaps)) if cases else 0.0
    of_cut = float(np.sum(overlaps) / cut_out) if cut_out else 0.0
    return {"people": len(cases), "cut_out": cut_out, "iou": whole, "iou_of_cut_out": of_cut}


def overlap(mask: Bools, wanted: Bools) -> float:
    """IoU of two masks of one size; 0 where both are empty."""
    either = int((mask | wanted).sum())
    return int((mask & wanted).sum()) / either if either else 0.0


def in_frame(case: PersonCase) -> Bools | None:
    """The detector's mask of the person whose box fits best."""
    return case.seen[0] if case.seen else None


def filled(case: PersonCase) -> Bools:
    """The whole box."""
    return np.ones(case.mask.shape, np.bool_)


def of_masker(masker: Masker) -> Cutter:
    """What a masker makes of the crop; None where it refuses."""

    def cutter(case: PersonCase) -> Bools | None:
        try:
            return masker.mask(case.crop)
        except MaskError:
            return None

    return cutter


def measure(
    given: str, seed: int, yolact: Path, ssd: Path | None, runtime: Runtime
) -> tuple[list[Row], list[Row]]:
    """Rows of `detection.csv` and of `masks.csv` of a set.

    Args:
        given: FORM=PATH of annotated frames.
        seed: of the trainings, for the tables.
        yolact: weights or folder of a training.
        ssd: likewise; None for none.
        runtime: device and threads.
    """
    truths = [truth_of(frame.people()) for frame in annotated_frames(given)]
    name = given.partition("=")[0]
    detectors: dict[str, Detector] = {"yolact": open_people(yolact, runtime, LEAST)}
    if ssd is not None:
        detectors["ssd"] = open_ssd(ssd, runtime)
    found = {
        model: [detector.detect(truth.pixels) for truth in truths]
        for model, detector in detectors.items()
    }
    detection = [Row(seed, name, m, detection_values(seen, truths)) for m, seen in found.items()]
    pairs = zip(found["yolact"], truths, strict=True)
    cases = [case for one, truth in pairs for case in person_cases(one, truth)]
    cutters: dict[str, Cutter] = {
        "yolact in the frame": in_frame,
        "yolact": of_masker(open_masker(f"yolact={yolact}", runtime)),
        "grabcut": of_masker(open_masker("grabcut", runtime)),
        "box filled": filled,
    }
    masks = [Row(seed, name, m, mask_values(cases, cutter)) for m, cutter in cutters.items()]
    return detection, masks


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Put rows into a table; those of the same seed, set and model are replaced."""
    kept: dict[tuple[str, str, str], dict[str, str]] = {}
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as file:
            kept = {(row["seed"], row["data"], row["model"]): row for row in csv.DictReader(file)}
    for row in rows:
        numbers = {name: f"{value:.4f}".removesuffix(".0000") for name, value in row.values.items()}
        line = {"seed": str(row.seed), "data": row.data, "model": row.model, **numbers}
        kept[str(row.seed), row.data, row.model] = line
    columns = list(dict.fromkeys(name for line in kept.values() for name in line))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(kept[key] for key in sorted(kept))
    write_text(path, text.getvalue())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("split", help="put a part of Penn-Fudan aside")
    one.add_argument("--penn-fudan", required=True, type=Path, metavar="DIR")
    one.add_argument("--fold", required=True, type=int, help=f"1 to {FOLDS}")
    one.add_argument("--out", required=True, type=Path, metavar="DIR")
    two = commands.add_parser("measure", help="average precision and masks of trained detectors")
    two.add_argument("--check", required=True, action="append", metavar="FORM=PATH")
    two.add_argument("--yolact", required=True, type=Path, metavar="TRAINING")
    two.add_argument("--ssd", type=Path, metavar="TRAINING")
    two.add_argument("--seed", required=True, type=int)
    two.add_argument("--threads", type=int, default=1)
    two.add_argument("--out", required=True, type=Path, metavar="DIR")
    return parser


def main() -> None:
    """Split, or measure."""
    args = _parser().parse_args()
    try:
        if args.command == "split":
            train, check = split(args.penn_fudan, args.fold, args.out)
            print(f"{train} frames to train with, {check} to check with: {args.out}")
            return
        for given in args.check:
            runtime = Runtime(threads=args.threads)
            tables = measure(given, args.seed, args.yolact, args.ssd, runtime)
            for name, rows in zip(("detection.csv", "masks.csv"), tables, strict=True):
                write_rows(args.out / name, rows)
                for row in rows:
                    numbers = "  ".join(f"{key} {value:.3f}" for key, value in row.values.items())
                    print(f"{row.data}  {row.model}  {numbers}")
    except ProbeError as error:
        print(f"error: {error}", file=sys.stderr)
        raise SystemExit(2) from None


if __name__ == "__main__":
    main()
