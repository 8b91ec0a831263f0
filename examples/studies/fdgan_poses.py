"""FD-GAN with a generator that is trained longer and sees the pose: after the study of FD-GAN.

    python examples/studies/fdgan_poses.py STUDY --market DIR --cuhk03 DIR --pku DIR \
        --judge osnet_x0_25=FILE

STUDY is the folder that `fdgan_study.py` filled. For each seed: stages II and III from E_I after
its stage I as `fdgan.small_transfer` has them, with the pose encoder's maps handed to every layer
of the decoder (`network.generator.skips`), then the Baseline's fine-tuning on CUHK03.
Draws with both, and compares E_I where orientation changes with that of the study. Killed, it goes
on where it was.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml
from fdgan_study import HERE, SEEDS, Study, card_with_tag, compared, drawn, ranked, run

from probe.backbones._training.matrix import matrix_of
from probe.backbones._training.recipe import recipe_from
from probe.backbones._training.recipe_changes import with_changes
from probe.backbones._training.recipe_file import load_recipe
from probe.files.strict_yaml import load_yaml

CHANGES: Mapping[str, Any] = {
    "stages.transfer.length.epochs": 2,
    "stages.transfer.precision": "bfloat16",
}
"""What is changed in `fdgan.small_transfer`, beside the Baseline's settings of the matrix: the same
as in the study."""

FIRST_STAGE = "baseline"


def recipe(study: Study, seed: int) -> dict[str, Any]:
    """The recipe of a seed: stages II, III and the Baseline's, from stage I of the study."""
    matrix = matrix_of(load_yaml(HERE / "fdgan_transfer.yaml"))
    baseline = matrix.rows["Baseline 100"].set
    changed = with_changes(load_recipe(matrix.recipe), {**CHANGES, **baseline, "seed": seed})
    content = changed.model_dump(mode="json")
    content["name"] = "fdgan.small_poses"
    content["stages"] = [x for x in content["stages"] if x["name"] != FIRST_STAGE]
    content["stages"][0]["start_from"] = [start(study, seed)]
    recipe_from(content)
    return content


def start(study: Study, seed: int) -> dict[str, Any]:
    """Where E_I begins: after stage I of the study's training with this seed."""
    training = (study.rows / "Model_B_100" / f"seed-{seed}").resolve()
    stages = json.loads((training / "training.json").read_text("utf-8"))["stages"]
    digest = next(stage["digest"] for stage in stages if stage["name"] == FIRST_STAGE)
    networks = {"encoder": "encoder"}
    return {"training": str(training), "stage": FIRST_STAGE, "digest": digest, "networks": networks}


def train(study: Study, seed: int) -> Path:
    """The training of a seed; its folder."""
    out = study.out / "poses" / f"seed-{seed}"
    if not (out / "card.yaml").is_file():
        file = study.out / "poses" / f"recipe_{seed}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(yaml.safe_dump(recipe(study, seed), sort_keys=False), "utf-8")
        run(
            "train", str(file), "--data", f"market1501={study.market}",
            "--data", f"cuhk03_pictures={study.cuhk03}", "--out", str(out),
            "--threads", str(study.threads), *(["--resume"] if out.is_dir() else []),
        )  # fmt: skip
    return out


COMPARED = {
    "stage_I": "transfer/rows/Model_B_100/seed-{seed}/stages/baseline/encoder.yaml",
    "stage_III": "transfer/rows/Model_B_100/seed-{seed}/stages/joint/encoder.yaml",
    "stage_III_poses": "poses/seed-{seed}/stages/joint/encoder.yaml",
}
"""E_I after stage I, after stage III of the study, and after that of this script."""


def card(study: Study, name: str, seed: int) -> str:
    """The card of a compared encoder, under a tag of its own."""
    place = study.out / COMPARED[name].format(seed=seed)
    return card_with_tag(study, place, f"{name}_seed{seed}")


def main(arguments: Sequence[str] | None = None) -> None:
    """All of it, in order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, metavar="STUDY")
    parser.add_argument("--market", required=True)
    parser.add_argument("--cuhk03", required=True)
    parser.add_argument("--pku", type=Path)
    parser.add_argument("--judge")
    parser.add_argument("--threads", type=int, default=2)
    study = Study(**vars(parser.parse_args(arguments)), settings=[])
    for seed in SEEDS:
        folder = train(study, seed)
        drawers = [f"{folder}@joint", str(folder)]
        drawn(study, drawers, study.out / "poses" / f"generated.seed{seed}")
        ranked(study, "stage_III_poses", seed, card(study, "stage_III_poses", seed))
    cards = [card(study, name, seed) for seed in SEEDS for name in COMPARED]
    compared(replace(study, out=study.out / "poses"), cards)


if __name__ == "__main__":
    main()
