"""The study of FD-GAN and its transfer in one command; killed, it goes on where it was.

    nohup python examples/studies/fdgan_study.py --market DIR --cuhk03 DIR --out DIR > study.log &

`--pku DIR` adds the PKU example, `--judge osnet_x0_25=FILE` a network that was not trained with it,
`--set KEY=VALUE` a setting of the recipe in every row (a shorter stage, fewer people).

Trains `fdgan_transfer.yaml` (stages I to III once a seed, then every row); ranks both data sets
with E_I after stages I and III, Model A, Model B and the Baseline, by distance and by the head
over the 100 nearest; runs the orientation protocol and the PKU example with those that learnt from
the first data set alone and the judge; and draws people after stage III and after the Baseline.
The market folder needs keypoints (`market_keypoints.py`). `fdgan_claims.py`, `directions.py` and
`fdgan_tables.py` read what is left.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).parent
SEEDS = (1, 2, 3)
CARDS = {
    "stage_I": "Model_B_100/seed-{seed}/stages/baseline/encoder.yaml",
    "stage_III": "Model_B_100/seed-{seed}/stages/joint/encoder.yaml",
    "model_A": "Model_A_on_the_first_set/seed-{seed}/card.yaml",
    "model_B": "Model_B_on_the_first_set/seed-{seed}/card.yaml",
}
"""What is compared where orientation changes: all have learnt from the first data set alone."""

TRANSFERRED = {
    "model_A_transferred": "Model_A_100/seed-{seed}/card.yaml",
    "model_B_transferred": "Model_B_100/seed-{seed}/card.yaml",
    "baseline_transferred": "Baseline_100/seed-{seed}/card.yaml",
}
"""What is ranked beside them: all have learnt from the second data set, too."""


@dataclass(frozen=True)
class Study:
    """Where everything is."""

    market: str
    cuhk03: str
    out: Path
    pku: Path | None
    judge: str | None
    threads: int
    settings: list[str]

    @property
    def rows(self) -> Path:
        """Folder of the trainings."""
        return self.out / "transfer" / "rows"


def run(*arguments: str, to: Path | None = None) -> None:
    """A command of `probe`; its output into a file where one is given, which is not made twice."""
    if to is not None and to.is_file():
        return
    print("probe", *arguments, flush=True)
    command = [sys.executable, "-m", "probe", *arguments]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE if to else None)
    if to is not None:
        to.write_bytes(done.stdout)


def card(study: Study, name: str, seed: int) -> str:
    """A card file with a tag of its own: those of one training have the same."""
    path = study.rows / {**CARDS, **TRANSFERRED}[name].format(seed=seed)
    return card_with_tag(study, path, f"{name}_seed{seed}")


def card_with_tag(study: Study, path: Path, tag: str) -> str:
    """A copy of a card with this tag, in the study's folder of cards."""
    content = yaml.safe_load(path.read_text("utf-8"))
    content["weights"] = str((path.parent / content["weights"]).resolve())
    content["tag"] = tag
    out = study.out / "cards" / f"{tag}.yaml"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(yaml.safe_dump(content, sort_keys=False), "utf-8")
    return str(out)


def train(study: Study) -> None:
    """Every row of the matrix."""
    market, cuhk03 = f"market1501={study.market}", f"cuhk03_pictures={study.cuhk03}"
    out = study.out / "transfer"
    run(
        "train", str(HERE / "fdgan_transfer.yaml"), "--data", market, "--data", cuhk03,
        "--evaluate", cuhk03, "--evaluate", market, "--out", str(out),
        "--threads", str(study.threads), *(["--resume"] if out.is_dir() else []),
        *(part for setting in study.settings for part in ("--set", setting)),
    )  # fmt: skip


def evaluate(study: Study) -> None:
    """Everything that is ranked in two stages, for table 1 and for C_v."""
    for seed in SEEDS:
        for name in (*CARDS, *TRANSFERRED):
            ranked(study, name, seed, card(study, name, seed))


def ranked(study: Study, name: str, seed: int, given: str) -> None:
    """Both data sets by a card's distance, then by its head over the 100 nearest."""
    pairs = given.replace(".yaml", "_pairs.yaml")
    content = yaml.safe_load(Path(given).read_text("utf-8"))
    Path(pairs).write_text(yaml.safe_dump({**content, "backbone": "fdgan_pairs"}), "utf-8")
    for form in (f"market1501={study.market}", f"cuhk03_pictures={study.cuhk03}"):
        to = study.out / f"{name}.seed{seed}.{form.partition('=')[0]}.json"
        run(
            "evaluate", "--data", form, "--backbone", pairs, "--first-stage", given,
            "--distance", "euclidean", "--json", to=to,
        )  # fmt: skip


def compare(study: Study) -> None:
    """Where orientation changes: what has learnt from the first data set alone."""
    compared(study, [card(study, name, seed) for seed in SEEDS for name in CARDS])


def compared(study: Study, cards: Sequence[str]) -> None:
    """Models and the judge on rendered people that turn, and on PKU where it is given."""
    models = [*cards, *([study.judge] if study.judge else [])]
    backbones = [argument for model in models for argument in ("--backbone", model)]
    common = [*backbones, "--fmr", "0.02", "--threads", str(study.threads), "--json"]
    people = ["--subjects", "20", "--out", str(study.out / "orientation")]
    run("run", "orientation", *people, *common, to=study.out / "orientation.json")
    if study.pku:
        photos = ["--photos", str(study.pku), "--out", str(study.out / "pku")]
        example = str(HERE.parent / "pku_reid.yaml")
        run("run", example, *photos, *common, to=study.out / "pku.json")


def draw(study: Study) -> None:
    """People in other poses, after stage III (so after A and B, too) and after the Baseline."""
    for seed in SEEDS:
        drawers = [
            str(study.rows / f"Model_B_100/seed-{seed}@joint"),
            str(study.rows / f"Baseline_100/seed-{seed}"),
        ]
        drawn(study, drawers, study.out / f"generated.seed{seed}")


def drawn(study: Study, drawers: Sequence[str], out: Path) -> None:
    """64 people of the first data set's test part in other poses, by each drawer."""
    judge = ["--judge", study.judge] if study.judge else []
    data = ["--data", f"market1501={study.market}", "--people", "64"]
    run("generate", *drawers, *data, *judge, "--out", str(out), to=Path(f"{out}.txt"))


def main(arguments: Sequence[str] | None = None) -> None:
    """All of it, in order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--market", required=True)
    parser.add_argument("--cuhk03", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pku", type=Path)
    parser.add_argument("--judge")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--set", dest="settings", action="append", default=[])
    study = Study(**vars(parser.parse_args(arguments)))
    study.out.mkdir(parents=True, exist_ok=True)
    for step in (train, evaluate, compare, draw):
        step(study)


if __name__ == "__main__":
    main()
