"""The training loop: from a recipe and its pictures to weights, in a folder that can be resumed."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, cast

import numpy as np
import torch

from probe.backbones._torch.device import choose_device
from probe.backbones._training.batches import Batch, TrainingPictures, epoch_batches, loaded
from probe.backbones._training.checkpoint import TrainingState, read_state, write_state
from probe.backbones._training.learner import Learner
from probe.backbones._training.log import EpochLine, add_line, cut_back, read_lines
from probe.backbones._training.optimisation import Averaged
from probe.backbones._training.processes import first, own_device, own_part, processes, together
from probe.backbones._training.recipe import Recipe
from probe.errors import CheckpointError, UsageError

CHECKPOINT = "checkpoint.pt"


class Reporter(Protocol):
    """Who is told how the training goes (`probe.cli.console.Console` is one)."""

    def step(self, text: str) -> None:
        """A line."""

    def progress(self, text: str, unit: str) -> Callable[[int, int], None]:
        """What is to be told (done, all) of a step."""


@dataclass(frozen=True)
class Machine:
    """What a training runs on; on a CPU none of it changes the weights.

    Attributes:
        device: `auto`, `cpu`, `cuda`, ...
        workers: processes that decode and augment; 0 decodes in the training's own.
        threads: of torch on a CPU; 0 leaves it to torch. Sums are formed in another order by
            another number of threads: repeat a training with the number it was made with.
    """

    device: str = "auto"
    workers: int = 0
    threads: int = 0


@dataclass(eq=False)
class _Running:
    """A training in progress."""

    recipe: Recipe
    device: torch.device
    learner: Learner
    together: torch.nn.Module
    optimiser: torch.optim.Optimizer
    average: Averaged | None
    scaler: torch.amp.GradScaler
    epoch: int = 0
    seconds: float = 0.0

    def parts(self) -> dict[str, Any]:
        """State dicts of everything that has a state."""
        return {
            "learner": self.learner.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "scaler": self.scaler.state_dict(),
            "average": self.average.state_dict() if self.average else None,
        }

    def take(self, state: TrainingState) -> None:
        """Go on from a checkpoint."""
        self.learner.load_state_dict(state.parts["learner"])
        self.optimiser.load_state_dict(state.parts["optimiser"])
        self.scaler.load_state_dict(state.parts["scaler"])
        if self.average is not None:
            self.average.load_state_dict(state.parts["average"])
        torch.set_rng_state(state.generator)
        self.epoch, self.seconds = state.epoch, state.seconds

    def weights(self) -> dict[str, torch.Tensor]:
        """What is shipped: the averaged weights where the recipe averages, else the last."""
        found = self.average.weights() if self.average else self.learner.backbone.state_dict()
        return {name: value.detach().cpu().contiguous() for name, value in found.items()}


@dataclass(frozen=True)
class LabelledFiles:
    """What the loop needs of a data set: files, class numbers and a digest of both."""

    files: tuple[Path, ...]
    labels: np.ndarray[tuple[int, ...], np.dtype[np.int64]]
    digest: str


def fit(
    recipe: Recipe,
    pictures: LabelledFiles,
    out: Path,
    machine: Machine,
    reporter: Reporter,
    *,
    resume: bool,
) -> dict[str, torch.Tensor]:
    """Train, leaving a checkpoint and a log line an epoch in `out`.

    Args:
        recipe: what to do.
        pictures: what to learn from.
        out: folder of the training.
        machine: what to run on.
        reporter: told how it goes.
        resume: go on from the checkpoint in `out`.

    Returns:
        The weights of the backbone by name, on the CPU.

    Raises:
        ProbeError: a checkpoint of another training, one that cannot be written, ...
    """
    if machine.threads:
        torch.set_num_threads(machine.threads)
    device = choose_device(own_device(machine.device))
    running = _start(recipe, int(pictures.labels.max()) + 1, device)
    _resume_or_refuse(running, pictures.digest, out, reporter, resume=resume)
    made = TrainingPictures(
        pictures.files, pictures.labels, recipe.steps, running.learner.views, recipe.seed
    )
    tell = reporter.progress(f"training {recipe.name}", "steps")
    for epoch in range(running.epoch, recipe.epochs):
        line = _epoch(running, made, epoch, machine.workers, tell)
        running.epoch, running.seconds = epoch + 1, line.seconds
        state = TrainingState(
            recipe.digest(), recipe.name, pictures.digest, running.epoch, running.seconds,
            running.parts(), torch.get_rng_state(),
        )  # fmt: skip
        if first():
            write_state(out / CHECKPOINT, state)
            add_line(out, line)
            reporter.step(_told(line, recipe.epochs))
    return running.weights()


def _start(recipe: Recipe, classes: int, device: torch.device) -> _Running:
    _check_precision(recipe, device)
    torch.manual_seed(recipe.seed)
    module = importlib.import_module(f"probe.backbones.{recipe.architecture}.train")
    learner = cast("Learner", module.learner(recipe, classes))
    learner = learner.to(device=device, memory_format=torch.channels_last).train()  # type: ignore[call-overload]
    average = None
    if recipe.average_decay is not None:
        average = Averaged(learner.backbone, recipe.average_decay)
    scaler = torch.amp.GradScaler(device.type, enabled=recipe.precision == "float16")
    return _Running(
        recipe, device, learner, together(learner), recipe.optimiser.made(learner.trained()),
        average, scaler,
    )  # fmt: skip


def _check_precision(recipe: Recipe, device: torch.device) -> None:
    if recipe.precision == "float16" and device.type != "cuda":
        raise UsageError(
            f"the recipe asks for float16, which {device.type} does not train with",
            place=recipe.name,
            hint="Use a CUDA GPU, or precision: bfloat16 or float32.",
        )


def _resume_or_refuse(
    running: _Running, data: str, out: Path, reporter: Reporter, *, resume: bool
) -> None:
    path = out / CHECKPOINT
    if not path.is_file():
        return
    if not resume:
        raise CheckpointError(
            "there is a training in this folder already",
            place=path,
            hint="Go on with it with --resume, or give another --out.",
        )
    running.take(read_state(path, running.recipe.digest(), data))
    if not first():
        return
    cut_back(out, running.epoch)
    if len(read_lines(out)) < running.epoch:
        reporter.step("the log lacks epochs; the weights do not depend on it")
    reporter.step(f"going on after epoch {running.epoch} of {running.recipe.epochs}")


def _epoch(
    running: _Running,
    pictures: TrainingPictures,
    epoch: int,
    workers: int,
    tell: Callable[[int, int], None],
) -> EpochLine:
    recipe, start, waited = running.recipe, time.monotonic(), 0.0
    batches = [own_part(each) for each in epoch_batches(pictures, recipe.sampler, epoch)]
    losses, right, rate = [], [], 0.0
    asked = time.monotonic()
    for number, batch in enumerate(loaded(pictures, batches, epoch, workers)):
        waited += time.monotonic() - asked
        rate = _set_rate(running, epoch, number / len(batches))
        loss, share = _step(running, batch)
        losses.append(loss)
        right.append(share)
        tell(epoch * len(batches) + number + 1, recipe.epochs * len(batches))
        asked = time.monotonic()
    took = time.monotonic() - start
    mean = float(np.mean([float(loss) for loss in losses]))
    if not np.isfinite(mean):
        raise UsageError(
            f"the loss of epoch {epoch + 1} is not a number: the training has diverged",
            place=recipe.name,
            hint="Lower optimiser.rate, or set clip_norm; the checkpoint before it is whole.",
        )
    return EpochLine(
        epoch=epoch + 1,
        loss=round(mean, 5),
        right=round(float(np.mean([float(share) for share in right])), 5),
        rate=rate,
        pictures_per_second=round(processes() * sum(map(len, batches)) / took, 2),
        waited=round(waited / took, 4),
        seconds=round(running.seconds + took, 2),
        when=round(time.time(), 2),
    )


def _set_rate(running: _Running, epoch: int, part: float) -> float:
    recipe = running.recipe
    rate = recipe.optimiser.rate * recipe.schedule.factor(epoch, part, recipe.epochs)
    for group in running.optimiser.param_groups:
        group["lr"] = rate
    return rate


def _step(running: _Running, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
    views, labels = (each.to(running.device, non_blocking=True) for each in batch)
    kinds = {"bfloat16": torch.bfloat16, "float16": torch.float16}
    low = kinds.get(running.recipe.precision)
    shaped = torch.stack([view.contiguous(memory_format=torch.channels_last) for view in views])
    with torch.autocast(running.device.type, low, enabled=low is not None):
        found = running.together(shaped, labels)
    running.optimiser.zero_grad(set_to_none=True)
    running.scaler.scale(found.loss).backward()
    if running.recipe.clip_norm is not None:
        running.scaler.unscale_(running.optimiser)
        _clip(running.learner.backbone.parameters(), running.recipe.clip_norm)
    running.scaler.step(running.optimiser)
    running.scaler.update()
    if running.average is not None:
        running.average.follow(running.learner.backbone)
    return found.loss.detach(), found.right.detach()


def _clip(parameters: Iterable[torch.nn.Parameter], norm: float) -> None:
    torch.nn.utils.clip_grad_norm_(list(parameters), norm)


def _told(line: EpochLine, epochs: int) -> str:
    left = (epochs - line.epoch) * line.seconds / line.epoch
    return (
        f"epoch {line.epoch} of {epochs}: loss {line.loss:.4f}, right {line.right:.1%}, "
        f"{line.pictures_per_second:.0f} pictures/s, waited {line.waited:.0%}, "
        f"about {left / 60:.0f} min left"
    )
