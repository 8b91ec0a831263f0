"""At which light, shutter, codec ... does a model lose people? Photographs under transforms.

    python examples/studies/outdoors_study.py --photos FOLDER --out OUT --backbone arcface.demo

FOLDER holds PERSON/PICTURE, at least three pictures a person, taken alike (one camera, much the
same direction): the standard condition must work, or nothing can be blamed on a change. `--pku
FOLDER` in its place takes such pictures out of a copy of PKU-Reid: one camera, the back and 45
degrees to either side of it. `--backbone` is repeated, as in `probe run`.

Every protocol of `protocols/outdoors` is a run of its own in OUT. `levels.csv` there has, of every
protocol and model, the misses in the standard condition and at the costliest level, the mean over
all changed levels, and the levels at which misses cross 10 % and 50 % above the standard level and
below it, with intervals. A killed
study goes on where it was when the same command is given again: protocols whose rows are there are
not run again. The table that is printed ranks changes by harm: the mean of misses over the levels
of a protocol and over the models, less those in the standard condition.
"""

from __future__ import annotations

import argparse
import csv
import io
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean

from page import percent, stored, table

import probe
from probe.conclusions.site import advise
from probe.files.atomic import write_text
from probe.protocol.finding import find_protocols, load_protocol
from probe.runs.reading import Run
from probe.wording import Message

LIMITS = (0.10, 0.50)
"""Shares of misses whose crossing is looked for."""

WAYS = ("up", "down")
"""Above the standard level, and below it."""

ENDS = ("", "_near", "_far")
"""A crossing, and the ends of its interval."""

CROSSINGS = tuple(
    f"crosses_{round(100 * limit)}_{way}{end}" for limit in LIMITS for way in WAYS for end in ENDS
)

HEADS = (
    "protocol", "model", "standard", "worst_level", "worst", "worst_low", "worst_high", "mean",
    *CROSSINGS, "unit",
)  # fmt: skip

PKU_CAMERA = 1
PKU_DIRECTIONS = (2, 3, 4)
"""The back, and 45 degrees to either side of it (see `examples/pku_reid.yaml`)."""

Row = dict[str, str]


def pictures_of_pku(folder: Path, out: Path) -> Path:
    """Pictures of one camera and of neighbouring directions, as PERSON/PICTURE."""
    for direction in PKU_DIRECTIONS:
        for path in sorted(folder.glob(f"*_c{PKU_CAMERA}_o{direction}.png")):
            place = out / path.name.split("_")[0] / f"{direction}.png"
            place.parent.mkdir(parents=True, exist_ok=True)
            if not place.is_file():
                shutil.copyfile(path, place)
    return out


def rows_of(run: Run, protocol: str) -> list[Row]:
    """A row of every model (see the module)."""
    crossings: dict[str, Row] = {model: dict.fromkeys(CROSSINGS, "") for model in run.backbones}
    for limit in LIMITS:
        for model, way, ends in _crossings(run, protocol, limit):
            name = f"crosses_{round(100 * limit)}_{way}"
            crossings[model] |= {f"{name}{end}": text for end, text in ends.items()}
    unit = run.protocols[protocol].factors[0].unit
    return [
        {"protocol": protocol, "model": model}
        | _misses(run, protocol, model)
        | crossings[model]
        | {"unit": unit}
        for model in run.backbones
    ]


def _misses(run: Run, protocol: str, model: str) -> Row:
    standard = run.protocols[protocol].standard.index
    cells = run.cells[(run.cells["protocol"] == protocol) & (run.cells["backbone"] == model)]
    mated = cells[(cells["kind"] == "mated") & (cells["variant"] == "unmasked")]
    row = mated[(mated["i"] == standard) | (mated["j"] == standard)]
    changed = row[row["i"] != row["j"]]
    worst = changed.sort_values("fnmr").iloc[-1]
    other = "level_i" if worst["j"] == standard else "level_j"
    return {
        "standard": f"{row[row['i'] == row['j']]['fnmr'].iloc[0]:.4f}",
        "worst_level": str(worst[other]),
        "worst": f"{worst['fnmr']:.4f}",
        "worst_low": f"{worst['fnmr_joint_low']:.4f}",
        "worst_high": f"{worst['fnmr_joint_high']:.4f}",
        "mean": f"{changed['fnmr'].mean():.4f}",
    }


def _crossings(run: Run, protocol: str, limit: float) -> Iterator[tuple[str, str, Row]]:
    """Model, side and ends of every crossing of a limit."""
    factor = run.protocols[protocol].factors[0]
    only = "up" if factor.levels[0].key == factor.standard_key else "down"
    for verdict in advise(run, f"{factor.name}=any fnmr={limit}").verdicts:
        for sentence in verdict.sentences:
            if sentence.key == "break" and isinstance(sentence.message, Message):
                for said in sentence.message.values["places"]:
                    place = said.values.get("place", said)
                    if place.id != "break-nowhere":
                        yield verdict.backbone, said.values.get("way", only), _ends(place)


def _ends(place: Message) -> Row:
    names = zip(ENDS, ("level", "near", "far"), strict=True)
    return {end: _number(place.values[name]) for end, name in names}


def _number(level: object) -> str:
    """A level of a sentence as a number; empty for what is not known, or lies beyond all levels."""
    return f"{level.values['level']:.10g}" if isinstance(level, Message) else ""


def harm(rows: Sequence[Mapping[str, str]]) -> list[tuple[str, float]]:
    """Protocols by harm, the most harmful first: misses that a change adds, 0..1 on average."""
    added: dict[str, list[float]] = {}
    for row in rows:
        added.setdefault(row["protocol"], []).append(float(row["mean"]) - float(row["standard"]))
    return sorted(((name, fmean(values)) for name, values in added.items()), key=lambda x: -x[1])


def ranked(rows: Sequence[Mapping[str, str]]) -> str:
    """The table that is printed."""
    lines = [
        [
            name, percent(added), row["model"], percent(row["standard"]),
            f"{percent(row['worst'])} at {row['worst_level']}",
            *(_crossing(row, limit) for limit in LIMITS),
        ]
        for name, added in harm(rows)
        for row in rows
        if row["protocol"] == name
    ]  # fmt: skip
    heads = ("change", "adds", "model", "unchanged", "most", "crosses 10 %", "crosses 50 %")
    return table(heads, lines)


def _crossing(row: Mapping[str, str], limit: float) -> str:
    """Where misses cross a limit, on either side: `2 EV (0 to 3); -3.4 EV (-2.6 to -4.5)`."""
    names = [f"crosses_{round(100 * limit)}_{way}" for way in WAYS]
    return (
        "; ".join(
            f"{row[name]} {row['unit']} ({row[f'{name}_near'] or '?'} to "
            f"{row[f'{name}_far'] or 'beyond'})".replace("  ", " ")
            for name in names
            if row[name]
        )
        or "-"
    )


def store(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    """Write the rows."""
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write_text(path, text.getvalue())


def study(given: argparse.Namespace) -> list[Row]:
    """Run what is not stored yet; all rows."""
    given.out.mkdir(parents=True, exist_ok=True)
    photos = given.photos or pictures_of_pku(given.pku, given.out / "pictures")
    path = given.out / "levels.csv"
    rows = [dict(line) for line in stored(path)]
    for file in find_protocols(given.protocols):
        name = load_protocol(file).name
        if any(row["protocol"] == name for row in rows):
            continue
        run = probe.run(
            file, given.backbone, photos=photos, out=given.out / "runs", fmr=given.fmr,
            threads=given.threads, resume=True, pictures=False,
        )  # fmt: skip
        rows += rows_of(Run(run.path), name)
        store(path, rows)
    return rows


def main() -> None:
    """Read the command line, run the study, print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    pictures = parser.add_mutually_exclusive_group(required=True)
    pictures.add_argument("--photos", type=Path, help="PERSON/PICTURE")
    pictures.add_argument("--pku", type=Path, help="a copy of PKU-Reid")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--backbone", action="append", required=True)
    parser.add_argument("--protocols", default="protocols/outdoors")
    parser.add_argument("--fmr", type=float, default=0.05)
    parser.add_argument("--threads", type=int, default=1)
    print(ranked(study(parser.parse_args())))


if __name__ == "__main__":
    main()
