"""What a step of each FD-GAN stage costs: trainable weights, seconds, pictures/s, memory.

Every case runs in a process of its own, so that its peak of memory is its own; times are CPU
seconds of one thread (`--threads 1`) or wall-clock of several, the median of the steps. Pictures
are in files, decoded and augmented in the loop, as a training does it. Of a step all pictures are
counted that its batch holds.

    python benchmarks/fdgan_costs.py [CASE ...] [--threads N] [--steps N] [--anchors N]
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from training import write_pictures

from probe.backbones._training.batch import Batch
from probe.backbones._training.batches import TrainingPictures, epoch_batches, loaded
from probe.backbones._training.beginning import begin_stage, begin_training
from probe.backbones._training.machine import Machine
from probe.backbones._training.recipe import Recipe
from probe.backbones._training.recipe_changes import with_changes
from probe.backbones._training.recipe_file import load_recipe
from probe.backbones._training.running import RunningStage
from probe.backbones._training.table import TrainingRecord, TrainingTable, table_of
from probe.contracts import Reporter

PICTURES_A_PERSON = 8
JOINTS = 18
LAST_BLOCK = (
    "encoder.base_model.base.conv1", "encoder.base_model.base.bn1",
    *(f"encoder.base_model.base.layer{n}" for n in (1, 2, 3)),
    "generator", "identity", "pose",
)  # fmt: skip
"""What the Baseline of document 0 holds still, as `fdgan_transfer.yaml` has it."""

Changes = Mapping[str, Any]
MODEL_A: Changes = {"stages.transfer.objective.model": "A"}
MODEL_B: Changes = {"stages.transfer.objective.model": "B"}
BASELINE: Changes = {
    "stages.transfer.objective": {"kind": "verification"},
    "stages.transfer.frozen": LAST_BLOCK,
    "stages.transfer.optimisers.domain.networks": ["encoder"],
}
FULL: Changes = {**BASELINE, "stages.transfer.frozen": LAST_BLOCK[-3:]}


@dataclass(frozen=True)
class Case:
    """A stage of a recipe, changed."""

    recipe: str
    stage: str
    changes: Changes


SMALL, FULL_SIZE = "fdgan.small_transfer", "fdgan.resnet18"
CASES = {
    "small, I": Case(SMALL, "baseline", {}),
    "small, II": Case(SMALL, "generator", {}),
    "small, III": Case(SMALL, "joint", {}),
    "small, Model A": Case(SMALL, "transfer", MODEL_A),
    "small, Model B": Case(SMALL, "transfer", MODEL_B),
    "small, Baseline": Case(SMALL, "transfer", BASELINE),
    "small, all of E_I": Case(SMALL, "transfer", FULL),
    "ResNet-18, I": Case(FULL_SIZE, "baseline", {}),
    "ResNet-18, II": Case(FULL_SIZE, "generator", {}),
    "ResNet-18, III": Case(FULL_SIZE, "joint", {}),
    "ResNet-18, Model A": Case(FULL_SIZE, "transfer", MODEL_A),
    "ResNet-18, Model B": Case(FULL_SIZE, "transfer", MODEL_B),
    "ResNet-18, Baseline": Case(FULL_SIZE, "transfer", BASELINE),
    "ResNet-18, all of E_I": Case(FULL_SIZE, "transfer", FULL),
    "ResNet-50, III": Case("fdgan.resnet50", "joint", {}),
}


@dataclass(frozen=True)
class Cost:
    """What a step costs.

    Attributes:
        case: its name.
        pictures: of a step.
        trained: millions of weights that an optimiser moves.
        seconds: of a step, median.
        memory: peak of the process in GB; `over` is what the steps took on top of the networks
            and libraries.
    """

    case: str
    pictures: int
    trained: float
    seconds: float
    memory: float
    over: float


def main() -> None:
    """Measure every case in a process of its own, and print a line each."""
    parser = argparse.ArgumentParser(allow_abbrev=False, description=__doc__)
    parser.add_argument("case", nargs="*", default=list(CASES))
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--steps", type=int, default=5)
    parser.add_argument("--anchors", type=int, help="of a step, in place of the recipe's")
    parser.add_argument("--precision", default="float32")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--alone", action="store_true", help="measure here; print JSON")
    given = parser.parse_args()
    if given.alone:
        print(json.dumps(asdict(measured(given.case[0], given))))
        return
    print(f"{'case':<22} pictures  trained (M)  s/step  pictures/s  peak GB  of steps GB")
    for name in given.case:
        print(line(Cost(**json.loads(in_process(name)))), flush=True)


def in_process(name: str) -> str:
    """The JSON of a case, measured by another process with the same options."""
    options = [option for option in sys.argv[1:] if option not in CASES]
    command = [sys.executable, __file__, name, "--alone", *options]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def line(cost: Cost) -> str:
    """A line of the table."""
    return (
        f"{cost.case:<22} {cost.pictures:>8} {cost.trained:>12.3f} {cost.seconds:>7.3f} "
        f"{cost.pictures / cost.seconds:>11.1f} {cost.memory:>8.2f} {cost.over:>12.2f}"
    )


def measured(name: str, given: argparse.Namespace) -> Cost:
    """A case, measured in this process."""
    torch.set_num_threads(given.threads)
    case = CASES[name]
    recipe = recipe_of_case(case, given)
    number = [stage.name for stage in recipe.stages].index(case.stage)
    with tempfile.TemporaryDirectory() as folder:
        table = posed_table(Path(folder))
        device = torch.device(given.device)
        machine = Machine(given.device)
        training = begin_training(recipe, table, Path(folder), machine, Reporter(), device)
        running = begin_stage(training, number, None)
        running.set_rates(0.0, 1.0)
        before = peak_memory()
        batch, seconds = timed_steps(recipe, table, running, number, given)
    return Cost(
        name, pictures_of(batch), moved(running) / 1e6, seconds,
        peak_memory(), peak_memory() - before,
    )  # fmt: skip


def recipe_of_case(case: Case, given: argparse.Namespace) -> Recipe:
    """The recipe of a case: its stage in the precision and with the anchors asked for."""
    # Pre-trained weights cost nothing more than random ones, and need not be at hand.
    changes = {
        **case.changes,
        "network.start": None,
        f"stages.{case.stage}.precision": given.precision,
    }
    recipe = load_recipe(case.recipe)
    if given.anchors:
        sampler = next(stage.sampler for stage in recipe.stages if stage.name == case.stage)
        inner = "sampler.sampler" if hasattr(sampler, "sampler") else "sampler"
        changes[f"stages.{case.stage}.{inner}.anchors"] = given.anchors
    return with_changes(recipe, changes)


def posed_table(folder: Path) -> TrainingTable:
    """Made pictures of two data sets, with made joints."""
    records = []
    for data_set in ("first", "second"):
        (folder / data_set).mkdir()
        for at, file in enumerate(write_pictures(folder / data_set)):
            joints = file.with_suffix(".npy")
            np.save(joints, joints_of(at))
            person, camera = divmod(at, PICTURES_A_PERSON)
            records.append(
                TrainingRecord(file, file.name, data_set, person, camera % 2, keypoints=joints)
            )
    return table_of(records)


def joints_of(seed: int) -> np.ndarray:
    """`(18, 3)` joints inside of a made picture, all seen."""
    places = np.random.default_rng(seed).uniform((5, 5), (119, 305), (JOINTS, 2))
    return np.hstack([places, np.ones((JOINTS, 1))]).astype(np.float32)


def timed_steps(
    recipe: Recipe, table: TrainingTable, running: RunningStage, number: int, given: Any
) -> tuple[Batch, float]:
    """The last batch, and seconds of a step (median), decoding included; the first does not count.

    On a CPU with one thread: CPU seconds, so that other programs do not count.
    """
    stage = recipe.stages[number]
    pictures = TrainingPictures(
        table, stage.augmentations, running.learner.views, recipe.seed, number, stage.load
    )
    batches = [b for n in range(given.steps + 1) for b in epoch_batches(pictures, stage.sampler, n)]
    clock = time.process_time if given.threads == 1 else time.perf_counter
    took, begun = [], clock()
    for batch in loaded(pictures, batches[: given.steps + 1], 0, 0):
        running.take_step(batch)
        if given.device != "cpu":
            torch.cuda.synchronize()
        took.append(clock() - begun)
        begun = clock()
    return batch, statistics.median(took[1:])


def pictures_of(batch: Batch) -> int:
    """How many pictures a batch holds."""
    return sum(len(part.labels) for part in batch.values())


def moved(running: RunningStage) -> int:
    """How many weights the optimisers of a stage move."""
    parameters: dict[int, int] = {}
    for optimiser in running.optimisers.values():
        for value in optimiser.parameters.values():
            parameters[id(value)] = value.numel()
    return sum(parameters.values())


def peak_memory() -> float:
    """Most memory that this process held so far, in GB."""
    if torch.cuda.is_available():
        return torch.cuda.max_memory_allocated() / 1e9
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9


if __name__ == "__main__":
    main()
