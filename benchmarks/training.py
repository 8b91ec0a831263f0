"""Training pictures/s of a recipe beside a bare PyTorch loop over the same network.

The bare loop takes one batch that is in memory already: network, loss, backward pass, optimiser
step, and nothing else. What the recipe's loop takes longer is decoding, augmentation, sampling and
bookkeeping. On a CPU without workers times are CPU seconds of one thread, so that other programs do
not count; else wall-clock. Rounds alternate; the best round counts.

    python benchmarks/training.py [RECIPE ...] [--workers N] [--rounds N] [--steps N]
"""

from __future__ import annotations

import argparse
import importlib
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from probe.backbones._training.batches import TrainingPictures, epoch_batches, loaded
from probe.backbones._training.loop import _set_rate, _start, _step
from probe.backbones._training.recipe import Recipe, load_recipe

PEOPLE, PICTURES, SIZE = 32, 8, (310, 124)


def main() -> None:
    parser = argparse.ArgumentParser()
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
    bare, whole, waiting = [], [], []
    for _ in range(given.rounds):
        bare.append(bare_loop(recipe, given))
        speed, waited = recipe_loop(recipe, files, given)
        whole.append(speed)
        waiting.append(waited)
    best = int(np.argmax(whole))
    print(
        f"{recipe.name:<14} {recipe.sampler.batch:>5} {max(bare):>12.1f} {whole[best]:>14.1f} "
        f"{whole[best] / max(bare):>6.0%} {waiting[best]:>21.1%}"
    )


def bare_loop(recipe: Recipe, given: argparse.Namespace) -> float:
    """Pictures/s of network, loss, backward and optimiser over one batch in memory."""
    device, clock = torch.device(given.device), clock_of(given)
    torch.manual_seed(0)
    module = importlib.import_module(f"backbones.{recipe.architecture}.train")
    learner = module.learner(recipe, PEOPLE).to(device, memory_format=torch.channels_last).train()
    optimiser = torch.optim.SGD(learner.trained(), lr=0.01, momentum=0.9)
    count = recipe.sampler.batch
    size = (learner.views, count, 3, *recipe.steps.size)
    views = torch.stack(
        [v.contiguous(memory_format=torch.channels_last) for v in torch.randn(size, device=device)]
    )
    labels = torch.randint(0, PEOPLE, (count,), device=device)

    def step() -> None:
        optimiser.zero_grad(set_to_none=True)
        learner(views, labels).loss.backward()
        optimiser.step()

    for _ in range(2):
        step()
    start = clock()
    for _ in range(given.steps):
        step()
    finish(device)
    return given.steps * count / (clock() - start)


def recipe_loop(
    recipe: Recipe, files: list[Path], given: argparse.Namespace
) -> tuple[float, float]:
    """Pictures/s of the training loop from files, and the share of time it waited for them."""
    device, clock = torch.device(given.device), clock_of(given)
    running = _start(recipe, PEOPLE, device)
    labels = np.repeat(np.arange(PEOPLE), PICTURES).astype(np.int64)
    pictures = TrainingPictures(files, labels, recipe.steps, running.learner.views, recipe.seed)
    batches = [
        b for epoch in range(given.steps) for b in epoch_batches(pictures, recipe.sampler, epoch)
    ]
    stream = loaded(pictures, batches[: given.steps + 1], 0, given.workers)
    _set_rate(running, 1, 0.0)
    _step(running, next(stream))
    start, waited = clock(), 0.0
    for _ in range(given.steps):
        asked = clock()
        batch = next(stream)
        waited += clock() - asked
        _step(running, batch)
    finish(device)
    took = clock() - start
    return given.steps * recipe.sampler.batch / took, waited / took


def clock_of(given: argparse.Namespace) -> Callable[[], float]:
    alone = given.device == "cpu" and not given.workers
    return time.process_time if alone else time.perf_counter


def finish(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.synchronize(device)


if __name__ == "__main__":
    main()
