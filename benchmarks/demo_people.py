"""The demo with other sets of people: what it says of its two models should hold for them.

    PYTHONPATH=. python benchmarks/demo_people.py --out benchmarks/demo_people.json

from the root of the repository, with OMP_NUM_THREADS=1: the demo (orientation, eight rendered
people, `arcface.demo` and `moco.demo`), then the same with five other sets of eight people, who
share nobody. Of every set it keeps the headline, the most misses of either model with the interval,
how many pairs of strangers stand above the thresholds, and which model the paired differences on
the same people call better, if any. Finished sets of FILE are kept; `verdict` says whether all sets
that call a model better call the same one. About 40 seconds of one core for a new set of people,
most of it rendering.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TypedDict

from probe.conclusions.findings.better import FIGURES, better_of
from probe.pictures.acquisition import PictureSource
from probe.pictures.rendered import SUBJECTS
from probe.runs.paths import UNMASKED
from probe.runs.reading import Run
from probe.study.request import StudyRequest
from probe.study.steps import run_study
from probe.wording import wording_of

PROTOCOL = "orientation"
MISSES = ("fnmr", "fnmr_joint_low", "fnmr_joint_high")
SETS = 6
"""The demo's own people and five other sets."""


class Set(TypedDict):
    """What a study of eight people says."""

    first: int
    headline: str
    better: str
    figures: list[str]
    most_missed: dict[str, list[float]]
    carrying_pairs: dict[str, int | None]


def study_of(first: int, folder: Path) -> StudyRequest:
    """The demo with eight people from an identity on."""

    class OtherPeople(StudyRequest):
        @property
        def picture_source(self) -> PictureSource:
            return replace(super().picture_source, first=first)

    return OtherPeople(Path(PROTOCOL), out=folder, pictures=False)


def said_by(run: Run, first: int) -> Set:
    """What a run says of its models."""
    standard = run.protocols[PROTOCOL].standard.index
    cells = run.cells[(run.cells["kind"] == "mated") & (run.cells["j"] == standard)]
    worst = cells[cells["i"] != standard].sort_values("fnmr").groupby("backbone").last()
    differences = run.differences
    overall = differences[(differences["condition"] == "") & differences["figure"].isin(FIGURES)]
    verdict = better_of(overall[overall["variant"] == UNMASKED].to_dict("records"))
    names = {"first": run.backbones[0], "second": run.backbones[1]}
    return {
        "first": first,
        "headline": wording_of()(run.findings[0].message),
        "better": names.get(verdict.answer, verdict.answer),
        "figures": list(verdict.figures),
        "most_missed": {
            str(name): [round(float(row[figure]), 4) for figure in MISSES]
            for name, row in worst.iterrows()
        },
        "carrying_pairs": {t.backbone: t.carrying_pairs for t in run.manifest.thresholds},
    }


def verdict_of(sets: list[Set]) -> str:
    """Whether the sets contradict each other."""
    called = {one["better"] for one in sets} - {"alike", "undecided", "mixed"}
    if not called:
        return f"none of {len(sets)} sets calls a model better"
    count = sum(one["better"] in called for one in sets)
    agree = "the same one" if len(called) == 1 else "different ones"
    return f"{count} of {len(sets)} sets call a model better: {agree}"


def main() -> None:
    """Run every set that is not done, and write."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--sets", type=int, default=SETS)
    given = parser.parse_args()
    done: list[Set] = json.loads(given.out.read_text("utf-8"))["sets"] if given.out.exists() else []
    for number in range(given.sets):
        first = 1 + number * SUBJECTS
        if first in {one["first"] for one in done}:
            continue
        with tempfile.TemporaryDirectory() as folder:
            done.append(said_by(run_study(study_of(first, Path(folder))), first))
        table = {"verdict": verdict_of(done), "sets": done}
        given.out.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", "utf-8")
        print(json.dumps(done[-1], ensure_ascii=False), flush=True)
    print(verdict_of(done))


if __name__ == "__main__":
    main()
