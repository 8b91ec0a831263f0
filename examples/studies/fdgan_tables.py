"""Collect what the study of FD-GAN left, and write the tables of the page on it.

    python examples/studies/fdgan_tables.py          # the page from the stored tables
    python examples/studies/fdgan_tables.py STUDY    # first collect what is there by now

STUDY is the folder that `fdgan_study.py` fills. Collected tables lie in `results/fdgan/`; the page
is `docs/studies/fdgan.md`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from page import Line, claim_table, interval, share, spread, table, write_page
from page import stored as read_stored

from probe.backbones._training.matrix import Matrix, matrix_of
from probe.backbones._training.matrix_published import write_published
from probe.backbones._training.matrix_run import RESULT, RowResult
from probe.backbones._training.matrix_table import SUMMARY, write_tables
from probe.files.atomic import write_text
from probe.files.strict_yaml import load_yaml

HERE = Path(__file__).parent
RESULTS = HERE / "results" / "fdgan"
PAGE = HERE.parents[1] / "docs" / "studies" / "fdgan.md"
NAMES = {"market1501": "Market-1501", "cuhk03_pictures": "CUHK03", "pku_reid": "PKU-Reid"}
MODELS = {
    "stage_I": "E_I after stage I", "stage_III": "E_I after stage III",
    "stage_III_poses": "E_I after stage III, longer", "model_A": "Model A",
    "model_B": "Model B", "model_A_transferred": "Model A, transferred",
    "model_B_transferred": "Model B, transferred", "baseline_transferred": "Baseline",
}  # fmt: skip
"""Name in files -> name on the page."""

JUDGES = {"osnet_x0_25.msmt17": "OSNet x0.25 (MSMT17)"}
PROTOCOLS = {"orientation": "rendered people", "pku-reid": "PKU-Reid"}
FIGURES = {"auc": "AUC", "retention": "retention", "fnmr": "misses"}
"""Likewise."""

DRAWN = {
    "joint": "FD-GAN after stage III (and after A and B)",
    "transfer": "the Baseline",
    "poses joint": "FD-GAN after stage III, longer",
    "poses transfer": "the Baseline of it",
}
"""Stage of a drawer -> name on the page; with `poses` those of `fdgan_poses.py`."""


def matrix() -> Matrix:
    """The matrix of the study."""
    return matrix_of(load_yaml(HERE / "fdgan_transfer.yaml"))


def collect(study: Path) -> None:
    """Write every table from what is there, with none of the paths."""
    asked = matrix()
    files = [
        study / "transfer" / "rows" / row.replace(" ", "_") / f"seed-{seed}" / RESULT
        for row in asked.rows
        for seed in asked.seeds
    ]
    results = [_result(file) for file in files if file.is_file()]
    RESULTS.mkdir(parents=True, exist_ok=True)
    write_tables(results, RESULTS)
    write_published(asked, results, RESULTS)
    _write("ranking.csv", ("model", "seed", "data", "ranking", "rank-1", "mAP"), _rankings(study))
    _write("generated.csv", ("picture", "seed", "L1", "SSIM", "cosine"), _generated(study))
    print(f"{len(results)} of {len(files)} trainings")


def _result(file: Path) -> RowResult:
    content = json.loads(file.read_text("utf-8"))
    figures = {data.partition("=")[0]: named for data, named in content["figures"].items()}
    return RowResult(**{**content, "figures": figures})


def _rankings(study: Path) -> Iterable[Sequence[object]]:
    for file in sorted(study.glob("*.seed*.*.json")):
        model, seed, data, _ = file.name.split(".")
        for ranking, result in zip(("distance", "head"), _results(file), strict=True):
            yield model, seed[4:], data, ranking, f"{result['cmc'][0]:.6f}", f"{result['mAP']:.6f}"


def _results(file: Path) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))["results"]
    return results


def _generated(study: Path) -> Iterable[Sequence[object]]:
    files = [*study.glob("generated.seed*/figures.json"), *study.glob("poses/gen*/figures.json")]
    for file in sorted(files):
        longer = "poses " if file.parent.parent.name == "poses" else ""
        for name, figures in json.loads(file.read_text("utf-8")).items():
            if longer and ", " not in name:
                continue  # the copies are the same pictures
            picture = longer + name.rpartition(", ")[2] if ", " in name else name
            values = (
                f"{figures.get(figure, float('nan')):.6f}" for figure in ("L1", "SSIM", "cosine")
            )
            yield picture, file.parent.suffix[5:], *values


def _write(name: str, heads: Sequence[str], lines: Iterable[Sequence[object]]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([heads, *lines])
    write_text(RESULTS / name, text.getvalue())


def stored(name: str) -> list[Line]:
    """The lines of a stored table of this study."""
    return read_stored(RESULTS / name)


def transfer() -> str:
    """Table 2: published, and mean +- sd over the seeds here."""
    kept = {(x["row"], x["data"], x["figure"]): x for x in stored(SUMMARY)}
    lines = []
    for row, asked in matrix().rows.items():
        published = [
            share(asked.published[f]) if asked.published else "" for f in ("rank-1", "mAP")
        ]
        here = [spread(kept.get((row, "cuhk03_pictures", f))) for f in ("rank-1", "mAP", "mINP")]
        lines.append([row, *(published or ["", ""]), *here])
    heads = ["row", "document: rank-1", "document: mAP", "rank-1", "mAP", "mINP"]
    return table(heads, lines)


def rankings() -> str:
    """Table 1 and both rankings of what was transferred: mean +- sd over the seeds."""
    kept = stored("ranking.csv")
    lines = []
    for model, name in MODELS.items():
        cells = [
            _over_seeds(x[figure] for x in kept if (x["model"], x["data"], x["ranking"]) == place)
            for place in _places(model)
            for figure in ("rank-1", "mAP")
        ]
        lines.append([name, *cells])
    heads = [
        f"{NAMES[data]}, {ranking}: {figure}"
        for _, data, ranking in _places("")
        for figure in ("rank-1", "mAP")
    ]
    return table(["model", *heads], lines)


def _places(model: str) -> list[tuple[str, str, str]]:
    return [
        (model, data, ranking)
        for data in ("market1501", "cuhk03_pictures")
        for ranking in ("distance", "head")
    ]


def _over_seeds(values: Iterable[str]) -> str:
    figures = [float(value) for value in values]
    if not figures:
        return "not evaluated"
    sd = f" +- {share(float(np.std(figures, ddof=1)))}" if len(figures) > 1 else ""
    return f"{share(float(np.mean(figures)))}{sd}"


def generated() -> str:
    """Generated pictures against the true ones."""
    kept = stored("generated.csv")
    lines = []
    for picture in dict.fromkeys(x["picture"] for x in kept):
        own = [x for x in kept if x["picture"] == picture]
        cells = [_over_seeds(x[figure] for x in own) for figure in ("L1", "SSIM", "cosine")]
        lines.append([DRAWN.get(picture, picture), *cells])
    return table(["picture", "L1", "SSIM", "cosine of the judge"], lines)


def claims(figure: str) -> str:
    """Every claim in one figure."""
    return claim_table([x for x in stored("claims.csv") if x["figure"] == figure], NAMES)


def overall(name: str) -> str:
    """Pairs of models over all directions, in the three figures of the run."""
    lines = [
        [
            PROTOCOLS[x["protocol"]], f"{_model(x['first'])} to {_model(x['second'])}",
            FIGURES[x["figure"]], interval(x),
            f"{share(x['least'], '+')} to {share(x['most'], '+')}",
            f"{x['up']} up, {x['down']} down of {x['seeds']}",
        ]
        for x in stored(name)
        if not x["condition"]
    ]  # fmt: skip
    return table(["people", "pair", "figure", "difference, 95 %", "over seeds", "shown"], lines)


def directions(protocol: str, figure: str) -> str:
    """Pairs of models side by side, direction by direction."""
    kept = [
        x for x in stored("directions.csv") if (x["protocol"], x["figure"]) == (protocol, figure)
    ]
    pairs = list(dict.fromkeys((x["first"], x["second"]) for x in kept))
    cells = {(x["condition"], x["first"], x["second"]): interval(x) for x in kept}
    conditions = [x for x in dict.fromkeys(x["condition"] for x in kept) if x]
    lines = [[at, *(cells.get((at, *pair), "") for pair in pairs)] for at in conditions]
    return table(["direction", *(f"{_model(a)} to {_model(b)}" for a, b in pairs)], lines)


def _model(name: str) -> str:
    return MODELS.get(name, JUDGES.get(name, name))


TABLES: Mapping[str, Callable[[], str]] = {
    "transfer": transfer,
    "rankings": rankings,
    "generated": generated,
    "claims in mAP": lambda: claims("mAP"),
    "claims in rank-1": lambda: claims("rank-1"),
    "directions, all": partial(overall, "directions.csv"),
    "directions, longer": partial(overall, "directions_poses.csv"),
    **{
        f"directions, {protocol}, {FIGURES[figure]}": partial(directions, protocol, figure)
        for protocol in PROTOCOLS
        for figure in ("retention", "fnmr")
    },
}


if __name__ == "__main__":
    write_page(__doc__ or "", collect, PAGE, TABLES)
