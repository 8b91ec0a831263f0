"""Collect what the matrices left, and write the tables of the page on it.

    python examples/studies/ibn_ensemble_tables.py            # the page from the stored tables
    python examples/studies/ibn_ensemble_tables.py TRAININGS  # first collect what is trained by now

TRAININGS is the folder that `ibn_ensemble_claims.py` takes. Collected tables lie in
`results/ibn_ensemble/`, data sets by their form alone. In `docs/studies/ibn_ensemble.md` a table
stands between `<!-- table NAME -->` and `<!-- end -->`; all other words are written by hand.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from page import Line, claim_table, interval, share, spread, table, write_page
from page import stored as read_stored

from probe.backbones._training.matrix import Matrix, matrix_of
from probe.backbones._training.matrix_published import write_published
from probe.backbones._training.matrix_run import RESULT, RowResult
from probe.backbones._training.matrix_table import SUMMARY, write_tables
from probe.files.strict_yaml import load_yaml

HERE = Path(__file__).parent
RESULTS = HERE / "results" / "ibn_ensemble"
PAGE = HERE.parents[1] / "docs" / "studies" / "ibn_ensemble.md"
MATRICES = {
    "one": "ibn_domains", "joint": "ibn_domains", "table4": "ibn_table4",
    "branches": "ensemble_branches",
}  # fmt: skip
"""Folder of trainings -> the matrix it is of."""

NAMES = {"market_form": "Market-1501", "cuhk03_pictures": "CUHK03", "pku_reid": "PKU-Reid"}
FIGURES = ("rank-1", "mAP", "mINP")


def matrix(folder: str) -> Matrix:
    """The matrix that the trainings of a folder are of."""
    return matrix_of(load_yaml(HERE / f"{MATRICES[folder]}.yaml"))


def collect(trainings: Path) -> None:
    """Write the tables of every matrix from the trainings that are done, with none of the paths."""
    for folder in MATRICES:
        asked = matrix(folder)
        files = [
            trainings / folder / "rows" / row.replace(" ", "_") / f"seed-{seed}" / RESULT
            for row in asked.rows
            for seed in asked.seeds
        ]
        results = [_result(file) for file in files if file.is_file()]
        if results:
            out = RESULTS / folder
            out.mkdir(parents=True, exist_ok=True)
            write_tables(results, out)
            write_published(asked, results, out)
        print(f"{folder}: {len(results)} of {len(files)} trainings")


def _result(file: Path) -> RowResult:
    content = json.loads(file.read_text("utf-8"))
    figures = {data.partition("=")[0]: named for data, named in content["figures"].items()}
    return RowResult(**{**content, "figures": figures})


def stored(name: str) -> list[Line]:
    """The lines of a stored table of these studies."""
    return read_stored(RESULTS / name)


def rows_of(folder: str, data: Sequence[str]) -> str:
    """Rank-1, mAP and mINP of every row of a matrix: mean +- sd over its trainings."""
    summary = stored(f"{folder}/{SUMMARY}")
    lines = []
    for row in matrix(folder).rows:
        own = {(line["data"], line["figure"]): line for line in summary if line["row"] == row}
        seeds = max((int(line["seeds"]) for line in own.values()), default=0)
        cells = [spread(own.get((form, figure))) for form in data for figure in FIGURES]
        lines.append([row, str(seeds), *(cells if own else ["not trained"] * len(cells))])
    heads = [f"{NAMES[form]} {figure}" for form in data for figure in FIGURES]
    return table(["row", "trainings", *heads], lines)


def beside_published() -> str:
    """Table 4 of document 1: published, and the mean with the range over the trainings here."""
    lines = []
    kept = {(x["row"], x["data"], x["figure"]): x for x in stored("table4/published.csv")}
    columns = [(form, figure) for form in ("cuhk03_pictures", "pku_reid") for figure in FIGURES[:2]]
    for row, asked in matrix("table4").rows.items():
        if asked.published:
            here = [_range(kept.get((row, *column))) for column in columns]
            document = [share(str(asked.published[figure])) for figure in FIGURES[:2]]
            lines.append([row, *document, *here])
    heads = [f"{NAMES[form]} {figure}" for form, figure in columns]
    return table(["row", "document: rank-1", "document: mAP", *heads], lines)


def _range(line: Line | None) -> str:
    if line is None:
        return "not trained"
    return f"{share(line['mean'])} ({share(line['least'])} to {share(line['most'])})"


def claims(figure: str) -> str:
    """Every claim in one figure."""
    return claim_table([x for x in stored("claims.csv") if x["figure"] == figure], NAMES)


def comparison() -> str:
    """Other models on the three data sets."""
    kept = stored("comparison.csv")
    lines = []
    for model in dict.fromkeys(line["model"] for line in kept):
        by_data = {line["data"]: line for line in kept if line["model"] == model}
        cells = [share(by_data[form][figure]) for form in NAMES for figure in FIGURES]
        if model == "osnet_x0_25.market1501":
            cells[:3] = [f"({cell})" for cell in cells[:3]]
        lines.append([model, *cells])
    return table(["model", *(f"{NAMES[d]} {f}" for d in NAMES for f in FIGURES)], lines)


def masked() -> str:
    """As shot against background removed."""
    galleries = {"other": "other camera", "all": "all cameras"}
    lines = [
        [
            x["row"], galleries[x["gallery"]], x["figure"], share(x["as shot"]),
            share(x["background removed"]), interval(x),
        ]
        for x in stored("masked.csv")
        if x["figure"] != "mINP"
    ]  # fmt: skip
    return table(["model", "gallery", "figure", "as shot", "removed", "difference, 95 %"], lines)


def conditions(name: str) -> str:
    """Misses and retention of rows by protocol."""
    lines = [
        [
            x["protocol"], x["row"], share(x["misses in the standard condition"]),
            share(x["misses when changed"]), share(x["retention when changed"]),
            f"{share(x['lowest retention'])} at {x['at level']}",
        ]
        for x in stored(name)
    ]  # fmt: skip
    heads = ["protocol", "model", "misses, standard", "misses, changed", "retention, changed",
             "lowest retention"]  # fmt: skip
    return table(heads, lines)


TABLES: Mapping[str, Callable[[], str]] = {
    "one": lambda: rows_of("one", list(NAMES)),
    "joint": lambda: rows_of("joint", ["pku_reid"]),
    "table4": lambda: rows_of("table4", ["cuhk03_pictures", "pku_reid"]),
    "published": beside_published,
    "branches": lambda: rows_of("branches", ["market_form"]),
    "claims in mAP": lambda: claims("mAP"),
    "claims in rank-1": lambda: claims("rank-1"),
    "comparison": comparison,
    "masked": masked,
    "pku conditions": lambda: conditions("pku_conditions.csv"),
    "protocols conditions": lambda: conditions("protocols_conditions.csv"),
}


if __name__ == "__main__":
    write_page(__doc__ or "", collect, PAGE, TABLES)
