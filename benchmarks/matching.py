"""How well people are found, followed and matched in a rendered film of two cameras.

    python benchmarks/film.py FILM
    python benchmarks/matching.py FILM --out OUT [--backbone stripes ...] > benchmarks/matching.txt

Boxes and masks of the film are exact, so that every step can be counted by itself:

- `scene`: the exact masks of the frames; what remains is what tracking does.
- `boxes`: the exact boxes as a table, over the video: the video's compression is in the crops.
- `boxes, unsteady`: made errors of known size: sides moved by 6 % of the box, one box in ten
  missing, a wrong box in every fifth frame. What tracks and matches bear, no detector's figures.

Detectors that are networks (yolact, ssd, onnx) are run where `--detector NAME=FILE` names weights.
A detection is right where its IoU with an exact box is 0.5 or more, one to one. IDF1 is that of
Ristani et al. (2016), switches are those of CLEAR MOT (2008). A walk belongs to the person with
most of its boxes; a query counts where that person passed the other camera as well, and is right at
rank 1 where the first walk of its list is theirs.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from probe.contracts import Reporter
from probe.embedding.vector_cache import VectorCache
from probe.files.cache_folder import default_cache_folder
from probe.frames.box_table import read_rows
from probe.frames.cropping import TABLE, CropTask, crop_people
from probe.frames.detecting import open_detector
from probe.frames.limits import Limits
from probe.frames.opening import open_frames
from probe.frames.tracking import overlap
from probe.matching.matching import match_cameras
from probe.matching.request import MatchRequest
from probe.runs.match_file import MatchFile

CAMERAS = ("gate", "hall")
LEAST_IOU = 0.5
LIMITS = Limits(0.3, 48, 16, 0.0)
MOVED, MISSING, WRONG = 0.06, 0.1, 0.2

Boxes = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class FrameBoxes:
    """Boxes of a frame with whose they are: people, or tracks.

    Attributes:
        boxes: `(n, 4)` left, top, width, height.
        names: `(n,)`.
    """

    boxes: Boxes
    names: NDArray[np.int64]


NOBODY = FrameBoxes(np.empty((0, 4)), np.empty(0, np.int64))


@dataclass(frozen=True)
class FollowFigures:
    """How people were found and followed, over all frames.

    Attributes:
        precision, recall: shares of boxes and of people; iou: mean over right boxes.
        idf1: share of boxes under the right identity; switches: how often a person's track changes.
        tracks, people: how many there are.
    """

    precision: float
    recall: float
    iou: float
    idf1: float
    switches: int
    tracks: int
    people: int


def frames_of(rows: Sequence[tuple[int, int, Sequence[float]]]) -> dict[int, FrameBoxes]:
    """Rows (frame, name, box) by frame."""
    frames: dict[int, list[tuple[int, Sequence[float]]]] = {}
    for frame, name, box in rows:
        frames.setdefault(frame, []).append((name, box))
    return {
        frame: FrameBoxes(np.array([b for _, b in held], float), np.array([n for n, _ in held]))
        for frame, held in frames.items()
    }


def truth_of(path: Path) -> dict[int, FrameBoxes]:
    """The exact boxes of a camera."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            (int(row["frame"]), int(row["person"]),
             [float(row[side]) for side in ("x", "y", "width", "height")])
            for row in csv.DictReader(file)
        ]  # fmt: skip
    return frames_of(rows)


def seen_of(folder: Path) -> dict[int, FrameBoxes]:
    """The boxes of a folder of crops, with their tracks."""
    return frames_of([(row.frame, row.track, row.box) for row in read_rows(folder / TABLE)])


def pairs_of(true: FrameBoxes, seen: FrameBoxes) -> list[tuple[int, int, float]]:
    """Person, track and IoU of right boxes, one to one, so that most people are found."""
    if not len(true.names) or not len(seen.names):
        return []
    shared = overlap(true.boxes, seen.boxes)
    rows, columns = linear_sum_assignment(np.where(shared >= LEAST_IOU, 1 + shared, 0), True)
    return [
        (int(true.names[row]), int(seen.names[column]), float(shared[row, column]))
        for row, column in zip(rows, columns, strict=True)
        if shared[row, column] >= LEAST_IOU
    ]


def follow_figures(
    truth: Mapping[int, FrameBoxes], seen: Mapping[int, FrameBoxes]
) -> FollowFigures:
    """How well what was seen shows who was there."""
    together: Counter[tuple[int, int]] = Counter()
    last: dict[int, int] = {}
    ious, switches = [], 0
    for frame in sorted(truth.keys() | seen.keys()):
        for person, track, iou in pairs_of(truth.get(frame, NOBODY), seen.get(frame, NOBODY)):
            together[person, track] += 1
            switches += last.get(person, track) != track
            last[person] = track
            ious.append(iou)
    people = sorted({int(n) for held in truth.values() for n in held.names})
    tracks = sorted({int(n) for held in seen.values() for n in held.names})
    counts = np.array([[together[p, t] for t in tracks] for p in people]).reshape(len(people), -1)
    right = int(counts[linear_sum_assignment(counts, True)].sum())
    true_boxes = sum(len(held.names) for held in truth.values())
    seen_boxes = sum(len(held.names) for held in seen.values())
    return FollowFigures(
        len(ious) / max(seen_boxes, 1), len(ious) / max(true_boxes, 1),
        float(np.mean(ious)) if ious else float("nan"),
        2 * right / max(true_boxes + seen_boxes, 1), switches, len(tracks), len(people),
    )  # fmt: skip


def owners_of(truth: Mapping[int, FrameBoxes], seen: Mapping[int, FrameBoxes]) -> dict[int, int]:
    """Track -> the person with most of its boxes; tracks of nobody are left out."""
    together: dict[int, Counter[int]] = {}
    for frame, held in seen.items():
        for person, track, _ in pairs_of(truth.get(frame, NOBODY), held):
            together.setdefault(track, Counter())[person] += 1
    return {track: counts.most_common(1)[0][0] for track, counts in together.items()}


@dataclass(frozen=True)
class MatchFigures:
    """Queries whose person passed the other camera, and how many are right at rank 1."""

    right: int
    queries: int


def match_figures(
    matches: MatchFile, owners: Mapping[str, Mapping[int, int]]
) -> dict[str, MatchFigures]:
    """The figures of every model.

    Args:
        matches: what was found.
        owners: camera -> track -> person.
    """
    person = {w.walk: owners[w.camera].get(w.track) for w in matches.walks}
    camera = {w.walk: w.camera for w in matches.walks}
    figures: dict[str, MatchFigures] = {}
    for query in matches.queries:
        who = person[query.walk]
        others = {person[walk] for walk in person if camera[walk] != camera[query.walk]}
        if who is None or who not in others:
            continue
        so_far = figures.get(query.model, MatchFigures(0, 0))
        first = person[query.ranked[0].walk] == who
        figures[query.model] = MatchFigures(so_far.right + first, so_far.queries + 1)
    return figures


def write_boxes(truth: Mapping[int, FrameBoxes], path: Path, *, unsteady: bool) -> None:
    """A table for `--detector boxes`, exact or with made errors."""
    generator = np.random.default_rng(5)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("frame", "x", "y", "width", "height", "score"))
        for frame, held in truth.items():
            boxes = held.boxes
            if unsteady:
                boxes = boxes[generator.random(len(boxes)) >= MISSING]
                sides = np.tile(boxes[:, 2:], 2)
                boxes = boxes + generator.normal(0, MOVED, boxes.shape) * sides
                if generator.random() < WRONG:
                    left, top = generator.uniform(0, 500), generator.uniform(0, 200)
                    boxes = np.vstack([boxes, (left, top, 50, 130)])
            writer.writerows((frame, *row, 0.9) for row in boxes.round(2).tolist())


@dataclass(frozen=True)
class Case:
    """A way of finding people: its name, what `--detector` is given by camera, frames or video."""

    name: str
    detectors: Mapping[str, str]
    video: bool


def cases(film: Path, out: Path, given: Sequence[str]) -> list[Case]:
    """The ways that can be run here."""
    made = [Case("scene", dict.fromkeys(CAMERAS, "scene"), False)]
    for name, unsteady in (("boxes", False), ("boxes, unsteady", True)):
        tables = {}
        for camera in CAMERAS:
            table = out / "tables" / f"{camera}{'-unsteady' * unsteady}.csv"
            write_boxes(truth_of(film / f"{camera}.csv"), table, unsteady=unsteady)
            tables[camera] = f"boxes={table}"
        made.append(Case(name, tables, True))
    return made + [Case(_named(one), dict.fromkeys(CAMERAS, one), True) for one in given]


def _named(detector: str) -> str:
    """How a detector NAME=FILE is called in the tables: nobody else has the file there."""
    return detector.partition("=")[0]


def cut_out(case: Case, film: Path, out: Path) -> list[Path]:
    """The crops of every camera."""
    folders = []
    for camera in CAMERAS:
        source = open_frames(film / (f"{camera}.mp4" if case.video else camera))
        folder = out / "crops" / case.name.replace("=", " ").replace("/", "_") / camera
        detector = open_detector(case.detectors[camera])
        crop_people(CropTask(source, detector, LIMITS, 1, folder), Reporter())
        folders.append(folder)
    return folders


def measured(
    case: Case, folders: Sequence[Path], film: Path, out: Path, backbones: Sequence[str]
) -> list[str]:
    """Print how people are followed in one way of finding them; the rows on matches."""
    lines = []
    truths = {camera: truth_of(film / f"{camera}.csv") for camera in CAMERAS}
    owners = {}
    for camera, folder in zip(CAMERAS, folders, strict=True):
        seen = seen_of(folder)
        owners[camera] = owners_of(truths[camera], seen)
        f = follow_figures(truths[camera], seen)
        print(f"{case.name:16} {camera:6} {f.precision:9.3f} {f.recall:6.3f} {f.iou:6.3f} "
              f"{f.idf1:6.3f} {f.switches:8} {f.tracks:6} {f.people:6}", flush=True)  # fmt: skip
    masks = ("", "detector") if (folders[0] / "masks").is_dir() else ("",)
    for mask in masks:
        request = MatchRequest(
            folders, out / "match" / f"{folders[0].parent.name}{mask and ' masked'}", backbones,
            mask=mask, device="cpu",
        )  # fmt: skip
        matches, _ = match_cameras(request, None, VectorCache(default_cache_folder()))
        for model, figures in match_figures(matches, owners).items():
            shown = "masked" if mask else "as shot"
            counts = f"{figures.right:3} of {figures.queries}"
            lines.append(f"{case.name:16} {shown:8} {model:24} {counts}")
    return lines


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], allow_abbrev=False)
    parser.add_argument("film", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--detector", action="append", default=[])
    parser.add_argument("--backbone", action="append", default=[])
    asked = parser.parse_args()
    backbones = asked.backbone or ["stripes", "arcface.demo", "moco.demo"]
    print(f"{'':16} {'camera':6} precision recall    IoU   IDF1 switches tracks people")
    lines: list[str] = []
    for case in cases(asked.film, asked.out, asked.detector):
        folders = cut_out(case, asked.film, asked.out)
        lines += measured(case, folders, asked.film, asked.out, backbones)
    print(f"\n{'':16} {'':8} {'':24} right at rank 1")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
