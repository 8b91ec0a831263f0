"""Training pictures/s of a recipe beside a bare PyTorch loop over the same network.

The bare loop takes one batch that is in memory already: network, loss, backward pass, optimiser
step, and nothing else. What the recipe's loop takes longer is decoding, augmentation, sampling and
bookkeeping. On a CPU without workers times are CPU seconds of one thread, so that other programs do
not count; else wall-clock. Rounds alternate; the best round counts.

    python benchmarks/training.py [RECIPE ...] [--workers N] [--rounds N] [--steps N]
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from probe.backbones._training.batch import Batch
from probe.backbones._training.batches import TrainingPictures, epoch_batches, loaded
from probe.backbones._training.beginning import Training, begin_stage, begin_training
from probe.backbones._training.machine import Machine
from probe.backbones._training.recipe import Recipe
from probe.backbones._training.recipe_file import load_recipe
from probe.backbones._training.running import RunningStage
from probe.backbones._training.table import TrainingRecord, TrainingTable, table_of
from probe.contracts import Reporter

PEOPLE, PICTURES, SIZE = 32, 8, (310, 124)


def main() -> None:
    """Measure every recipe and print."""
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("recipe", nargs="*", default=["arcface.demo", "moco.demo"])
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--steps", type=int, default=4)
    parser.add_argument("--device", default="cpu")
    given = parser.parse_args()
    torch.set_num_threads(1)
    print("recipe         batch  bare loop/s  recipe loop/s  share  waiting for pictures")
    with tempfile.TemporaryDirectory() as folder:
        files = write_pictures(Path(folder))
        for name in given.recipe:
            report(load_recipe(name), files, given)


def write_pictures(folder: Path) -> list[Path]:
    """JPEG files of the size of crops: noise around colours."""
    drawn = np.random.default_rng(0)
    files = []
    for person in range(PEOPLE):
        colour = drawn.integers(40, 216, 3)
        for number in range(PICTURES):
            noise = colour + drawn.normal(0, 20, (*SIZE, 3))
            files.append(folder / f"{person}_{number}.jpg")
            Image.fromarray(np.clip(noise, 0, 255).astype(np.uint8)).save(files[-1], quality=90)
    return files


def report(recipe: Recipe, files: list[Path], given: argparse.Namespace) -> None:
    """Print pictures a second of the bare loop and of the recipe, and the share that was waited."""
    bare, whole, waiting = [], [], []
    for _ in range(given.rounds):
        bare.append(bare_loop(recipe, files, given))
        speed, waited = recipe_loop(recipe, files, given)
        whole.append(speed)
        waiting.append(waited)
    best = int(np.argmax(whole))
    batch = recipe.stages[0].sampler.batch
    print(
        f"{recipe.name:<14} {batch:>5} {max(bare):>12.1f} {whole[best]:>14.1f} "
        f"{whole[best] / max(bare):>6.0%} {waiting[best]:>21.1%}"
    )


def bare_loop(recipe: Recipe, files: list[Path], given: argparse.Namespace) -> float:
    """Pictures/s of network, loss, backward and optimiser over one batch in memory."""
    clock = clock_of(given)
    _, running = begun(recipe, files, given)
    learner, device = running.learner, running.device
    moved = [value for value in learner.parameters() if value.requires_grad]
    optimiser = torch.optim.SGD(moved, lr=0.01, momentum=0.9)
    batch = first_batch(recipe, files, learner.views).to(device).channels_last()

    def step() -> None:
        optimiser.zero_grad(set_to_none=True)
        learner(learner.turns[0], batch).loss.backward()
        optimiser.step()

    for _ in range(2):
        step()
    start = clock()
    for _ in range(given.steps):
        step()
    finish(device)
    return given.steps * len(batch.only.labels) / (clock() - start)


def recipe_loop(
    recipe: Recipe, files: list[Path], given: argparse.Namespace
) -> tuple[float, float]:
    """Pictures/s of the training loop from files, and the share of time it waited for them."""
    clock, stage = clock_of(given), recipe.stages[0]
    training, running = begun(recipe, files, given)
    pictures = stage_pictures(recipe, training.table, running.learner.views)
    batches = [
        b for epoch in range(given.steps) for b in epoch_batches(pictures, stage.sampler, epoch)
    ]
    stream = loaded(pictures, batches[: given.steps + 1], 0, given.workers)
    running.set_rates(0.0, 1.0)
    running.take_step(next(stream))
    start, waited, seen = clock(), 0.0, 0
    for _ in range(given.steps):
        asked = clock()
        batch = next(stream)
        waited += clock() - asked
        running.take_step(batch)
        seen += len(batch.only.labels)
    finish(running.device)
    took = clock() - start
    return seen / took, waited / took


def begun(
    recipe: Recipe, files: list[Path], given: argparse.Namespace
) -> tuple[Training, RunningStage]:
    """A training with its first stage ready."""
    machine = Machine(given.device, given.workers)
    device = torch.device(given.device)
    training = begin_training(recipe, table_of_files(files), Path(), machine, Reporter(), device)
    return training, begin_stage(training, 0, None)


def table_of_files(files: list[Path]) -> TrainingTable:
    """The files as a training table, `PICTURES` of a person."""
    return table_of(
        [
            TrainingRecord(file, file.name, "noise", at // PICTURES, 0)
            for at, file in enumerate(files)
        ]
    )


def stage_pictures(recipe: Recipe, table: TrainingTable, views: int) -> TrainingPictures:
    """The pictures of a recipe's first stage, as its batches load them."""
    return TrainingPictures(table, recipe.stages[0].augmentations, views, recipe.seed)


def first_batch(recipe: Recipe, files: list[Path], views: int) -> Batch:
    """The first batch of a recipe's first stage."""
    pictures = stage_pictures(recipe, table_of_files(files), views)
    batches = epoch_batches(pictures, recipe.stages[0].sampler, 0)
    return next(loaded(pictures, batches[:1], 0, 0))


def clock_of(given: argparse.Namespace) -> Callable[[], float]:
    """CPU time where one process does all of it, else wall time."""
    alone = given.device == "cpu" and not given.workers
    return time.process_time if alone else time.perf_counter


def finish(device: torch.device) -> None:
    """Wait until the GPU has done what it was given."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)


if __name__ == "__main__":
    main()
