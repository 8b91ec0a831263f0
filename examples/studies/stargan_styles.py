"""The study of camera styles for one direction in one command; killed, it goes on where it was.

    nohup python examples/studies/stargan_styles.py --target market1501=DIR --out DIR \
        --judge osnet_x0_25=FILE > styles.log &

Trains a StarGAN on the target's training pictures, draws each in every camera's style, lets a
network that had no part in it say whether the person is still recognised, and a camera classifier
that has learnt from real pictures of other people name the cameras of real and of styled pictures.

`--recipe` is the recipe, `--set KEY=VALUE` a setting of it; `--training DIR` takes a training that
there is. Leaves `training/`, `styled/` and `styles.csv` in `--out`; with `--results DIR` a copy of
the table as `DIR/FORM.csv`.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

import numpy as np
from camera_classifier import CameraClassifier, split_people, train_classifier
from numpy.typing import NDArray

from probe.backbones._training.data import trained_records
from probe.backbones._training.styled_manifest import PICTURES
from probe.backbones._training.table import TrainingRecord
from probe.backbones.stargan.drawing import open_style_drawer
from probe.backbones.stargan.styled_set import StyledPicture, read_list

COLUMNS = (
    "camera", "real", "real_right", "styled", "styled_right", "other_styled", "other_right",
    "source", "other", "nearer", "small",
)  # fmt: skip
"""Of `styles.csv`: pictures of held-out people that a camera took, or that have its style (all, and
without those that it took itself), each with the share whose camera is named right; then the
judge's figures (see `probe.cli.style_figures.StyleFigures`)."""


@dataclass(frozen=True)
class Study:
    """What is done, and where."""

    target: str
    out: Path
    judge: str | None
    recipe: str
    training: Path | None
    settings: list[str]
    judged: int
    epochs: int
    threads: int
    seed: int
    results: Path | None

    @property
    def trained(self) -> Path:
        """Folder of the training."""
        return self.training or self.out / "training"

    @property
    def styled(self) -> Path:
        """Folder of the styled set."""
        return self.out / "styled"


def run(*arguments: str) -> None:
    """A command of `probe`."""
    print("probe", *arguments, flush=True)
    subprocess.run([sys.executable, "-m", "probe", *arguments], check=True)


def train(study: Study) -> None:
    """Train the generator, or go on; nothing where it is trained."""
    if (study.trained / "weights.safetensors").is_file():
        return
    begun = (study.trained / "checkpoint.pt").is_file()
    run(
        "train", study.recipe, "--target", study.target, "--out", str(study.trained),
        "--threads", str(study.threads), *(["--resume"] if begun else []),
        *(part for setting in study.settings for part in ("--set", setting)),
    )  # fmt: skip


def draw(study: Study) -> None:
    """Draw the styled set, or go on; with the judge's figures."""
    begun = (study.styled / "styled.json").is_file()
    judge = ["--judge", study.judge, "--judged", str(study.judged)] if study.judge else []
    run(
        "generate", str(study.trained), "--data", study.target, "--out", str(study.styled),
        *judge, *(["--resume"] if begun else []),
    )  # fmt: skip


def judge(study: Study) -> Mapping[str, Mapping[str, float]]:
    """The judge's figures by camera; empty without one."""
    path = study.styled / "figures.json"
    figures: Mapping[str, Mapping[str, float]] = (
        json.loads(path.read_text("utf-8"))["figures"] if path.is_file() else {}
    )
    return figures


def name_cameras(study: Study) -> list[dict[str, float | str]]:
    """A row a camera and one of all: what the classifier names right."""
    size = open_style_drawer(str(study.trained)).size
    train_part, held_out = split_people(trained_records(study.target), study.seed)
    classifier = train_classifier(train_part, size, study.epochs, study.seed)
    rows = _rows_of(read_list(study.styled), held_out)
    real = _named(classifier, [record.path for record in held_out])
    styled = _named(classifier, [study.styled / row.path for row in rows])
    taken = np.array([record.camera for record in held_out])
    wanted = np.array([row.camera for row in rows])
    cameras = {record.name: record.camera for record in held_out}
    moved = wanted != np.array([cameras[row.source] for row in rows])
    return [
        _row(name, (real == taken)[taken_here], (styled == wanted)[here], moved[here])
        for name, taken_here, here in [
            *((str(c), taken == c, wanted == c) for c in classifier.cameras.tolist()),
            ("all", taken >= 0, wanted >= 0),
        ]
    ]


def _rows_of(
    rows: Sequence[StyledPicture], records: Sequence[TrainingRecord]
) -> list[StyledPicture]:
    names = {record.name for record in records}
    return [row for row in rows if row.source in names]


def _named(classifier: CameraClassifier, paths: Sequence[Path]) -> NDArray[np.int64]:
    return classifier.named(paths)


def _row(
    camera: str,
    real: NDArray[np.bool_],
    styled: NDArray[np.bool_],
    moved: NDArray[np.bool_],
) -> dict[str, float | str]:
    def share(right: NDArray[np.bool_]) -> float:
        return round(float(right.mean()), 4) if len(right) else float("nan")

    return {
        "camera": camera, "real": len(real), "real_right": share(real),
        "styled": len(styled), "styled_right": share(styled),
        "other_styled": int(moved.sum()), "other_right": share(styled[moved]),
    }  # fmt: skip


def write(study: Study) -> Path:
    """Classify, and write `styles.csv`."""
    figures = judge(study)
    path = study.out / "styles.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        for row in name_cameras(study):
            judged = figures.get(str(row["camera"]), {})
            writer.writerow(row | {name: round(value, 4) for name, value in judged.items()})
    if study.results:
        study.results.mkdir(parents=True, exist_ok=True)
        copyfile(path, study.results / f"{study.target.partition('=')[0]}.csv")
    return path


def main(arguments: Sequence[str] | None = None) -> None:
    """All of it, in order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--target", required=True, help="FORM=DIR")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--judge")
    parser.add_argument("--recipe", default="stargan.small")
    parser.add_argument("--training", type=Path)
    parser.add_argument("--set", dest="settings", action="append", default=[])
    parser.add_argument("--judged", type=int, default=200)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--results", type=Path)
    study = Study(**vars(parser.parse_args(arguments)))
    study.out.mkdir(parents=True, exist_ok=True)
    train(study)
    draw(study)
    path = write(study)
    print(path.read_text("utf-8"), end="")
    print(f"styled set: {study.styled / PICTURES}")


if __name__ == "__main__":
    main()
