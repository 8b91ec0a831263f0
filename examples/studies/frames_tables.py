"""Collect what the study of frames left, and write the tables of the page on it.

    python examples/studies/frames_tables.py          # the page from the stored tables
    python examples/studies/frames_tables.py STUDY    # first collect what is there by now

STUDY holds `detection.csv` and `masks.csv` (`frames_study.py measure`), `changes.csv`
(`masked_changes.py`), `retrieval_DATA_MASK.csv` (`masked_retrieval.py`) and `single_shot.csv`
(`idla_single_shot.py`), those that are there.
Collected tables lie in `results/frames/`; the page is `docs/studies/frames.md`.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import fmean, stdev

from page import Line, interval, share, stored, table, write_page

HERE = Path(__file__).parent
RESULTS = HERE / "results" / "frames"
PAGE = HERE.parents[1] / "docs" / "studies" / "frames.md"
STORED = ("detection.csv", "masks.csv", "changes.csv", "single_shot.csv")
RETRIEVAL = "retrieval_*_*.csv"
SETS = {"penn_fudan": "Penn-Fudan", "coco": "COCO128"}
FIGURES = {"fnmr": "misses", "retention": "retention", "auc": "AUC"}
RANKS = ("rank-1", "rank-5", "rank-10", "rank-20")
DETECTION = {
    "box_ap50": "box AP at .5", "box_ap": "box AP", "mask_ap50": "mask AP at .5",
    "mask_ap": "mask AP",
}  # fmt: skip


def collect(study: Path) -> None:
    """Copy the tables that are there."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    named = [study / name for name in STORED if (study / name).is_file()]
    for file in [*named, *study.glob(RETRIEVAL)]:
        shutil.copyfile(file, RESULTS / file.name)


def over_seeds(lines: Sequence[Line], columns: Sequence[str]) -> list[str]:
    """Mean +- standard deviation over the lines, column by column; a dash where there is none."""
    cells = []
    for column in columns:
        values = [float(line[column]) for line in lines if line.get(column)]
        shown = share(fmean(values)) if values else "-"
        cells.append(shown + (f" +- {share(stdev(values))}" if len(values) > 1 else ""))
    return cells


def grouped(name: str) -> dict[tuple[str, str], list[Line]]:
    """The lines of a stored table by data set and model, in the order of the data sets."""
    groups: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in stored(RESULTS / name):
        groups[line["data"], line["model"]].append(line)
    order = list(SETS)
    return dict(sorted(groups.items(), key=lambda group: order.index(group[0][0])))


def detection() -> str:
    """Average precision of boxes and masks over the trainings."""
    rows = [
        [SETS[data], model, str(len(lines)), *over_seeds(lines, list(DETECTION))]
        for (data, model), lines in grouped("detection.csv").items()
    ]
    return table(["frames of", "detector", "trainings", *DETECTION.values()], rows)


def masks() -> str:
    """IoU of masks with the truth, inside of each person's box."""
    rows = []
    for (data, model), lines in grouped("masks.csv").items():
        cut_out = sum(int(line["cut_out"]) for line in lines)
        people = sum(int(line["people"]) for line in lines)
        figures = over_seeds(lines, ["iou", "iou_of_cut_out"])
        rows.append([SETS[data], model, f"{cut_out} of {people}", *figures])
    return table(["frames of", "mask", "people cut out", "mean IoU", "IoU of those cut out"], rows)


def changes(figure: str) -> str:
    """What masks change in a figure, as shot against background removed, with intervals."""
    rows = [
        [
            x["data"], x["backbone"], x["mask"], share(x["as shot"]),
            share(x["background removed"]), interval(x) if x["low"] else "not told",
            x["differs"],
        ]
        for x in stored(RESULTS / "changes.csv")
        if x["figure"] == figure
    ]  # fmt: skip
    heads = ["people of", "model", "mask", "as shot", "removed", "difference, 95 %", "told"]
    return table(heads, rows)


def retrieval() -> str:
    """Rank-1 and mAP as shot and with the background removed."""
    rows = []
    for file in sorted(RESULTS.glob(RETRIEVAL)):
        _, data, mask = file.stem.split("_")
        rows += [
            [
                data, x["row"], mask, x["gallery"], x["figure"], share(x["as shot"]),
                share(x["background removed"]), interval(x),
            ]
            for x in stored(file)
            if x["figure"] != "mINP"
        ]  # fmt: skip
    heads = ["people of", "model", "mask", "gallery", "figure", "as shot", "removed"]
    return table([*heads, "difference, 95 %"], rows)


def single_shot() -> str:
    """Rank-1 to rank-20 of single-shot retrieval, with their spread over the draws."""
    rows = [
        [x["backbone"], *(f"{share(x[rank])} ({share(x[f'sd {rank[5:]}'])})" for rank in RANKS)]
        for x in stored(RESULTS / "single_shot.csv")
    ]
    return table(["model", *RANKS], rows)


TABLES: Mapping[str, Callable[[], str]] = {
    "detection": detection,
    "masks": masks,
    **{f"masked, {name}": partial(changes, figure) for figure, name in FIGURES.items()},
    "masked, retrieval": retrieval,
    "single shot": single_shot,
}
"""Name of a table on the page -> what makes it."""


if __name__ == "__main__":
    write_page(__doc__ or "", collect, PAGE, TABLES)
