"""Writes the tables of CUHK03 into docs/outdoors.md; all other words are written by hand.

    python examples/studies/cuhk03_real_made_tables.py OUT

OUT is where `cuhk03_real_made.py` wrote. Without it the tables are written anew from what is
stored.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from page import Line, percent, stored, table, write_page

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "outdoors.md"
RESULTS = Path(__file__).parent / "results" / "outdoors" / "cuhk03"

MADE_BELOW = ("64", "32")
"""Heights whose misses stand beside those of real pictures."""


def collect(out: Path) -> None:
    """Take the tables of a study."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    for file in sorted(out.glob("*.csv")):
        shutil.copyfile(file, RESULTS / file.name)


def _figure(line: Line, name: str, sign: str = "", ends: bool = True) -> str:
    """A figure with two places, and its interval."""
    values = [line[name], *((line[f"{name}_low"], line[f"{name}_high"]) if ends else ())]
    told = [f"{float(value):{sign}.2f}".replace("0.", ".", 1) for value in values]
    return f"{told[0]} [{told[1]}, {told[2]}]" if ends else told[0]


def heights() -> str:
    """How high the pictures are."""
    columns = ("least", "p5", "median", "p95", "most")
    rows = [
        [line["pictures"], line["count"]]
        + [f"{float(line[c]):.2f}" if "ratio" in line["pictures"] else f"{float(line[c]):.0f}"
           for c in columns]
        for line in stored(RESULTS / "heights.csv")
    ]  # fmt: skip
    return table(["pictures", "how many", "least", "5 %", "median", "95 %", "most"], rows)


def resolution() -> str:
    """What half the height costs."""
    rows = [
        [
            line["model"], _figure(line, "real"), _figure(line, "real_held"),
            _figure(line, "made"), _figure(line, "offset", "+"),
        ]
        for line in stored(RESULTS / "resolution.csv")
    ]  # fmt: skip
    heads = ["model", "real", "real, ratio held", "made", "offset, made less real"]
    return table(heads, rows)


def misses() -> str:
    """Misses by height."""
    lines = stored(RESULTS / "bands.csv")
    real = list(dict.fromkeys(line["heights"] for line in lines if line["misses_real"]))
    by = {(line["model"], line["heights"]): line for line in lines}
    rows = []
    for model in dict.fromkeys(line["model"] for line in lines):
        both = (by[model, height] for height in real)
        shown = [f"{percent(x['misses_real'])}, {percent(x['misses_made'])}" for x in both]
        below = [percent(by[model, height]["misses_made"]) for height in MADE_BELOW]
        rows.append([model, *shown, *below])
    heads = [f"{height} px: real, made" for height in real]
    return table(["model", *heads, *(f"{height} px: made" for height in MADE_BELOW)], rows)


def cameras() -> str:
    """The share of the margin that is lost."""
    rows = [
        [
            line["model"], _figure(line, "lost_across"), _figure(line, "lost_both"),
            *(_figure(line, f"lost_{name}", ends=False) for name in ("exposure", "cast")),
            _figure(line, "lost_everybody", ends=False), _figure(line, "offset", "+"),
            _figure(line, "agreement"),
        ]
        for line in stored(RESULTS / "camera.csv")
    ]  # fmt: skip
    heads = [
        "model", "real", "made", "exposure alone", "cast alone", "one level for all",
        "offset, made less real", "correlation over people",
    ]  # fmt: skip
    return table(heads, rows)


def camera_misses() -> str:
    """Misses under one camera, across both, and under a made one."""
    rows = [
        [line["model"], *(percent(line[f"misses_{name}"]) for name in ("first", "both", "across"))]
        for line in stored(RESULTS / "camera.csv")
    ]
    return table(["model", "one camera", "one camera, made change", "across cameras"], rows)


def ranks() -> str:
    """Correlations over models."""
    rows = [[line["figure"], _figure(line, "correlation")] for line in stored(RESULTS / "rank.csv")]
    return table(["figure", "correlation over models"], rows)


TABLES: Mapping[str, Callable[[], str]] = {
    "heights": heights,
    "half the height": resolution,
    "misses by height": misses,
    "cameras": cameras,
    "misses across cameras": camera_misses,
    "over models": ranks,
}
"""Name of a table on the page -> what makes it."""


if __name__ == "__main__":
    write_page(__doc__ or "", collect, PAGE, TABLES)
