"""Collect what the study of document 003 left, and write the tables of the page on it.

    python examples/studies/lstm_tables.py          # the page from the stored tables
    python examples/studies/lstm_tables.py STUDY    # first collect what is there by now

STUDY is the folder that `lstm_study.py` fills; tables of its styled sets may lie in it, as
`stargan_styles.py --results STUDY/styles` writes them. Collected tables lie in `results/lstm/`; the
page is `docs/studies/lstm.md`. The tables of both directions have the columns of the document's
table 1, and its rows beside ours: they are of ResNet-50 from ImageNet weights between Market-1501
and DukeMTMC-reID.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from lstm_claims import TARGETS
from page import Line, claim_table, interval, share, spread, stored, table, write_page

from probe.backbones._training.matrix import Matrix, evaluations, matrix_of
from probe.backbones._training.matrix_run import RESULT, TRAINING, RowResult
from probe.backbones._training.matrix_table import SUMMARY, write_tables
from probe.files.strict_yaml import load_yaml

HERE = Path(__file__).parent
RESULTS = HERE / "results" / "lstm"
STYLES = RESULTS / "styles"
PAGE = HERE.parents[1] / "docs" / "studies" / "lstm.md"
FIGURES = ("mAP", "rank-1", "rank-5", "rank-10")
NAMES = {"to_market": "to Market-1501", "to_cuhk03": "to CUHK03"}
DATA = {"market1501": "Market-1501", "cuhk03_pictures": "CUHK03"}
KINDS = {
    "Euclidean": "euclidean", "cosine": "cosine",
    "Euclidean with the branch": "lstm_branch, euclidean",
    "cosine with the branch": "lstm_branch, cosine",
}  # fmt: skip
"""Name of a table of both directions on the page -> what it is compared by."""
DOCUMENT: Mapping[str, tuple[tuple[float, ...], tuple[float, ...]]] = {
    "document: HHL": ((0.314, 0.622, 0.788, 0.840), (0.272, 0.469, 0.610, 0.667)),
    "document: its own": ((0.352, 0.658, 0.825, 0.874), (0.287, 0.481, 0.607, 0.648)),
}
"""Table 1 of document 003: row -> figures from Duke to Market-1501, and the other way round."""


def matrix() -> Matrix:
    """The matrix of the study."""
    return matrix_of(load_yaml(HERE / "lstm_domains.yaml"))


def collect(study: Path) -> None:
    """Write every table from what is there, with none of the paths."""
    asked = matrix()
    for direction in NAMES:
        files = [
            study / direction / "rows" / row.replace(" ", "_") / f"seed-{seed}" / RESULT
            for row in asked.rows
            for seed in asked.seeds
        ]
        results = [result(file, asked, direction) for file in files if file.is_file()]
        print(f"{direction}: {len(results)} of {len(files)} trainings")
        if results:
            (RESULTS / direction).mkdir(parents=True, exist_ok=True)
            write_tables(results, RESULTS / direction)
    tables = ["claims.csv", "moved.csv", *(f"styles/{form}.csv" for form in DATA)]
    for name in tables:
        if (study / name).is_file():
            (RESULTS / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(study / name, RESULTS / name)


def result(file: Path, asked: Matrix, direction: str) -> RowResult:
    """A stored result with figures by what they are of: `cosine`, `lstm_branch, cosine`, ...

    Raises:
        SystemExit: it was evaluated on another data set than the direction's target.
    """
    content = json.loads(file.read_text("utf-8"))
    figures = {}
    for label, named in content["figures"].items():
        if label != TRAINING and not label.startswith(f"{TARGETS[direction]}="):
            raise SystemExit(
                f"{file}: figures of {label.partition('=')[0]}, not of {TARGETS[direction]}: "
                f"trainings of the other direction lie in {direction}"
            )
        figures[label if label == TRAINING else suffix_of(label, asked)] = named
    return RowResult(**{**content, "figures": figures})


def suffix_of(label: str, asked: Matrix) -> str:
    """What a label says beside the data set: the card beside `card.yaml`, and the metric."""
    kinds = [(e.label, e.feature, e.metric) for e in evaluations(asked.evaluate, [""])]
    ends = [(end, f"{feature}, {metric}".strip(", ")) for end, feature, metric in kinds if end]
    fitting = [(end, name) for end, name in ends if label.endswith(f", {end}")]
    return max(fitting, key=lambda one: len(one[0]))[1] if fitting else "cosine"


def both_directions(kind: str) -> str:
    """Every row in both directions: mean +- sd over the seeds, then the document's rows.

    Of the feature with the branch, rows that have one.

    Args:
        kind: `euclidean` as the document, `cosine`, or either after `lstm_branch, `.
    """
    kept: dict[tuple[str, str, str], Line] = {
        (direction, line["row"], line["figure"]): line
        for direction in NAMES
        for line in stored(RESULTS / direction / SUMMARY)
        if line["data"] == kind
    }
    with_branch = "branch" in kind
    shown = [row for row in matrix().rows if not with_branch or row in {key[1] for key in kept}]
    rows = [
        [row, *(_cell(kept.get((d, row, figure))) for d in NAMES for figure in FIGURES)]
        for row in shown
    ]
    document = [
        [name, *(share(value) for side in sides for value in side)]
        for name, sides in DOCUMENT.items()
        if not with_branch  # it takes POOL-5
    ]
    heads = [f"{name}: {figure}" for name in NAMES.values() for figure in FIGURES]
    return table(["row", *heads], [*rows, *document])


def _cell(line: Line | None) -> str:
    return spread(line) if line else "not there"


def claims(figure: str) -> str:
    """The claims in one figure, in both directions."""
    lines = [line for line in stored(RESULTS / "claims.csv") if line["figure"] == figure]
    return claim_table(lines, DATA)


def moved(figure: str) -> str:
    """What moved query crops change, claim by claim, with the interval of the difference."""
    lines = [line for line in stored(RESULTS / "moved.csv") if line["figure"] == figure]
    cells = [
        [
            x["claim"], DATA[x["data"]], f"{float(x['share']):.0%}", share(x["worse"]),
            share(x["better"]), interval(x), x["agree"], x["verdict"],
        ]
        for x in sorted(lines, key=lambda x: (x["claim"], x["data"], float(x["share"])))
    ]  # fmt: skip
    heads = ["claim", "data", "moved by", "without", "with", "difference, 95 %", "agree", ""]
    return table(heads, cells)


def styles() -> str:
    """What a camera classifier and OSNet say of styled pictures, camera by camera."""
    cells = []
    for form, name in DATA.items():
        for x in stored(STYLES / f"{form}.csv"):
            told = [x[key] for key in ("real_right", "styled_right", "other_right")]
            judged = [x[key] for key in ("source", "other", "nearer")]
            cells.append([name, x["camera"], *(share(v) if v else "-" for v in (*told, *judged))])
    heads = [
        "target", "camera", "named right: real", "styled", "styled from another camera",
        "OSNet: cosine with the source", "with another person", "nearer to the source",
    ]  # fmt: skip
    return table(heads, cells)


TABLES: Mapping[str, Callable[[], str]] = {
    "styles": styles,
    **{name: partial(both_directions, kind) for name, kind in KINDS.items()},
    **{f"claims in {figure}": partial(claims, figure) for figure in ("mAP", "rank-1")},
    **{f"moved crops, {figure}": partial(moved, figure) for figure in ("mAP", "rank-1")},
}
"""Name of a table on the page -> what makes it."""


if __name__ == "__main__":
    write_page(__doc__ or "", collect, PAGE, TABLES)
