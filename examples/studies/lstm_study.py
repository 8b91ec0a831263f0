"""The study of document 003 at small scale in one command; killed, it goes on where it was.

    nohup python examples/studies/lstm_study.py --market DIR --cuhk03 DIR --styled-market DIR \
        --styled-cuhk03 DIR --out DIR > study.log &

Trains `lstm_domains.yaml` in both directions between Market-1501 and CUHK03, answers the claims of
`lstm_claims.py`, and evaluates with moved crops (`lstm_moved_crops.py`). The styled sets are what
`probe generate` makes of either set's training part. `lstm_tables.py` reads what is left.
`--direction` runs one of both, so that two processes can share the work; `--set KEY=VALUE` changes
a setting of the recipe in every row.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
DIRECTIONS = {"to_cuhk03": ("market", "cuhk03"), "to_market": ("cuhk03", "market")}
"""Folder of a direction -> its source and its target."""

FORMS = {"market": "market1501", "cuhk03": "cuhk03_pictures"}


@dataclass(frozen=True)
class Study:
    """Where everything is; folders by the names of the data sets."""

    data: dict[str, str]
    styled: dict[str, str]
    out: Path
    directions: tuple[str, ...]
    threads: int
    settings: list[str]

    def given(self, name: str) -> str:
        """A data set as `FORM=DIR`."""
        return f"{FORMS[name]}={self.data[name]}"


def run(*command: str) -> None:
    """A command; its failure ends the study."""
    print(*command, flush=True)
    subprocess.run([sys.executable, *command], check=True)


def train(study: Study, direction: str) -> None:
    """Every row of the matrix in one direction."""
    source, target = DIRECTIONS[direction]
    out = study.out / direction
    run(
        "-m", "probe", "train", str(HERE / "lstm_domains.yaml"), "--out", str(out),
        "--data", study.given(source), "--target", study.given(target),
        "--styled", study.styled[target], "--evaluate", study.given(target),
        "--threads", str(study.threads), *(["--resume"] if out.is_dir() else []),
        *(part for setting in study.settings for part in ("--set", setting)),
    )  # fmt: skip


def conclude(study: Study, script: str, out: str) -> None:
    """A script that reads the trainings of both directions and writes a table."""
    given = [part for name in FORMS for part in ("--data", study.given(name))]
    run(
        str(HERE / script), str(study.out), *given, "--out", str(study.out / out),
        "--threads", str(study.threads),
    )  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    """All of it, in order."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in FORMS:
        parser.add_argument(f"--{name}", required=True)
        parser.add_argument(f"--styled-{name}", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--direction", choices=DIRECTIONS, help="this one alone, trained only")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--set", dest="settings", action="append", default=[])
    given = vars(parser.parse_args(arguments))
    data, styled = ({n: given[f"{kind}{n}"] for n in FORMS} for kind in ("", "styled_"))
    one = given["direction"]
    directions = (one,) if one else tuple(DIRECTIONS)
    study = Study(data, styled, given["out"], directions, given["threads"], given["settings"])
    study.out.mkdir(parents=True, exist_ok=True)
    for direction in directions:
        train(study, direction)
    if not one:
        conclude(study, "lstm_claims.py", "claims.csv")
        conclude(study, "lstm_moved_crops.py", "moved.csv")


if __name__ == "__main__":
    main()
