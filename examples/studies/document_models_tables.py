"""Collect what a report over the models of the documents says, and write the tables of its page.

    python examples/studies/document_models_tables.py            # the page from the stored tables
    python examples/studies/document_models_tables.py RUN...     # first collect these runs

RUN is what `probe run protocols/` (rendered people) or `probe run examples/pku_reid.yaml` (real
people) left. Collected tables lie in `results/document_models/`; the page is
`docs/studies/document_models.md`.

`rendered.csv` and `real.csv` have, of every protocol and model, the means over all levels but the
standard one of AUC and of misses, the level of most misses with its interval (for a level chosen as
the worst), the least retention, and of how many other models it is shown to be better and worse
than in AUC by the paired differences of the run. `rendered_said.csv` and `real_said.csv` have
sentences of the run.
"""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import pandas as pd
from page import filled, percent, share, stored, table

import probe
from probe.files.atomic import write_text
from probe.runs.reading import Run
from probe.wording import wording_of

HERE = Path(__file__).parent
RESULTS = HERE / "results" / "document_models"
PAGE = HERE.parents[1] / "docs" / "studies" / "document_models.md"
PEOPLE = ("rendered", "real")
HEADS = (
    "protocol", "model", "auc", "misses", "worst_level", "worst_misses", "worst_low", "worst_high",
    "least_retention", "better_than", "worse_than",
)  # fmt: skip
SAID = ("headline", "deck", "factor", "versus", "advice")
"""Findings whose sentences are kept."""


def people_of(run: Run) -> str:
    """`rendered`, or `real` where the run was given photographs."""
    return "real" if run.manifest.options.get("photos") else "rendered"


def figures(run: Run) -> list[dict[str, str]]:
    """A row of every protocol and model (see the module)."""
    return [
        {"protocol": name, "model": model} | _of_model(run, name, model)
        for name in run.protocols
        for model in run.backbones
    ]


def _of_model(run: Run, protocol: str, model: str) -> dict[str, str]:
    standard = run.protocols[protocol].standard.index
    cells = run.cells[(run.cells["protocol"] == protocol) & (run.cells["backbone"] == model)]
    mated = cells[(cells["kind"] == "mated") & (cells["variant"] == "unmasked")]
    changed = mated[(mated["j"] == standard) & (mated["i"] != standard)]
    worst = changed.sort_values("fnmr").iloc[-1]
    level = ", ".join(part for part in (worst["level_i"], worst["series_i"]) if part)
    better, worse = _shown(run.differences, protocol, model)
    return {
        "auc": f"{changed['auc'].mean():.4f}",
        "misses": f"{changed['fnmr'].mean():.4f}",
        "worst_level": level,
        "worst_misses": f"{worst['fnmr']:.4f}",
        "worst_low": f"{worst['fnmr_joint_low']:.4f}",
        "worst_high": f"{worst['fnmr_joint_high']:.4f}",
        "least_retention": f"{changed['retention'].min():.4f}",
        "better_than": str(better),
        "worse_than": str(worse),
    }


def _shown(differences: pd.DataFrame, protocol: str, model: str) -> tuple[int, int]:
    """How many models it is shown to be better and worse than in AUC over a protocol's levels."""
    told = differences[
        (differences["protocol"] == protocol)
        & (differences["figure"] == "auc")
        & (differences["condition"] == "")
        & (differences["variant"] == "unmasked")
        & differences["differs"].astype(bool)
    ]
    gains = [
        *told.loc[told["backbone_b"] == model, "difference"],
        *-told.loc[told["backbone_a"] == model, "difference"],
    ]
    return sum(gain > 0 for gain in gains), sum(gain < 0 for gain in gains)


def said(run: Run) -> list[dict[str, str]]:
    """Sentences of a run."""
    words = wording_of()
    return [
        {"key": f.key, "protocol": f.protocol, "text": words.either(f.message)}
        for f in run.findings
        if f.key in SAID
    ]


def collect(runs: Sequence[Path]) -> None:
    """Store the tables of runs, those of rendered and of real people."""
    for path in runs:
        run = probe.open_run(path)
        name = people_of(run)
        _write(RESULTS / f"{name}.csv", HEADS, figures(run))
        _write(RESULTS / f"{name}_said.csv", ("key", "protocol", "text"), said(run))


def _write(path: Path, heads: Sequence[str], rows: Sequence[Mapping[str, str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = io.StringIO()
    lines = csv.DictWriter(text, heads, lineterminator="\n")
    lines.writeheader()
    lines.writerows(rows)
    write_text(path, text.getvalue())


def overview(people: str) -> str:
    """A line of every model, a column of AUC and misses of every protocol."""
    lines = stored(RESULTS / f"{people}.csv")
    protocols = list(dict.fromkeys(x["protocol"] for x in lines))
    cells = {(x["model"], x["protocol"]): x for x in lines}
    rows = [
        [model]
        + [
            f"{share(cells[model, name]['auc'])}, {percent(cells[model, name]['misses'])}"
            for name in protocols
        ]
        for model in dict.fromkeys(x["model"] for x in lines)
    ]
    return table(["model", *(name.replace("_", " ") for name in protocols)], rows)


def worst(people: str) -> str:
    """The worst level of every model and protocol."""
    rows = [
        [
            x["protocol"].replace("_", " "), x["model"],
            x["worst_level"] if float(x["worst_misses"]) else "none missed",
            f"{percent(x['worst_misses'])} ({percent(x['worst_low'])} to "
            f"{percent(x['worst_high'])})",
            share(x["least_retention"]), x["better_than"], x["worse_than"],
        ]
        for x in stored(RESULTS / f"{people}.csv")
    ]  # fmt: skip
    heads = [
        "protocol", "model", "worst level", "misses there (95 %)", "least retention",
        "AUC better than", "worse than",
    ]  # fmt: skip
    return table(heads, rows)


TABLES: Mapping[str, Callable[[], str]] = {
    **{f"overview, {people}": partial(overview, people) for people in PEOPLE},
    **{f"worst, {people}": partial(worst, people) for people in PEOPLE},
}
"""Name of a table on the page -> what makes it."""


def main() -> None:
    """Collect what is named, and write the page's tables."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("runs", type=Path, nargs="*")
    collect(parser.parse_args().runs)
    write_text(PAGE, filled(PAGE.read_text("utf-8"), TABLES))


if __name__ == "__main__":
    main()
