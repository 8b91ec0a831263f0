"""An epoch and its line of the log, with a learner that has a single number to learn."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from probe.backbones._training.augmentation import Augmentation
from probe.backbones._training.augmentations.numbers import Normalise
from probe.backbones._training.augmentations.sizing import Resize
from probe.backbones._training.batches import TrainingPictures
from probe.backbones._training.checkpoint import CHECKPOINT
from probe.backbones._training.epoch import line_message, run_epoch
from probe.backbones._training.learner import Learner, Step
from probe.backbones._training.log import EpochLine
from probe.backbones._training.machine import Machine
from probe.backbones._training.one_stage import STAGE
from probe.backbones._training.optimisation import Sgd
from probe.backbones._training.running import running_stage
from probe.backbones._training.samplers.shuffled import Shuffled
from probe.backbones._training.schedule import Constant
from probe.backbones._training.stage import Length, Stage
from probe.backbones._training.table import TrainingRecord, table_of
from probe.errors import UsageError
from probe.wording import wording_of

STEPS = (
    Resize(step="resize", size=(4, 2), fit="stretch", interpolation="bilinear"),
    Normalise(step="normalise", mean=(0.5, 0.5, 0.5), std=(0.5, 0.5, 0.5)),
)


class Brightness(Learner):
    """Learns the brightness of pictures; its loss is the square of what is missing."""

    def __init__(self):
        super().__init__({"level": nn.Linear(1, 1, bias=False)})
        nn.init.zeros_(self.networks["level"].weight)

    def forward(self, turn, prepared):
        level = self.networks["level"].weight
        wanted = prepared.only.pictures.mean()
        return Step((level - wanted).pow(2).sum(), {"level": level.detach().sum()})


def stage(**changes):
    schedule = Constant(kind="constant")
    optimiser = Sgd(
        kind="sgd", rate=0.25, momentum=0.0, nesterov=False, weight_decay=0.0, networks=("*",),
        schedule=schedule,
    )  # fmt: skip
    values = {
        "name": "only", "objective": None, "length": Length(epochs=2),
        "sampler": Shuffled(kind="shuffled", batch=2), "augmentation": {"all": STEPS},
        "optimisers": {"all": optimiser}, "precision": "float32",
    }  # fmt: skip
    return Stage.model_construct(**{**values, **changes})


@pytest.fixture
def table(tmp_path):
    """Six white pictures: brightness 1 after normalisation."""
    records = []
    for at in range(6):
        path = tmp_path / f"{at}.png"
        Image.fromarray(np.full((4, 2, 3), 255, np.uint8)).save(path)
        records.append(TrainingRecord(path, path.name, "set", at, 0))
    return table_of(records)


@pytest.fixture
def epoch(table, tmp_path):
    """A function that runs an epoch of a stage: its line, the stage, and its progress."""

    def ran(running, **beside):
        steps = []
        training = SimpleNamespace(
            recipe=SimpleNamespace(name="tiny", stage_digest=lambda number: "a"), data="d",
            machine=Machine(), out=tmp_path, lines=0, seconds=3.0, **beside,
        )  # fmt: skip
        pictures = TrainingPictures(table, {"all": Augmentation(STEPS)}, 1, 0, 0, ())
        line = run_epoch(training, running, 0, pictures, lambda *done: steps.append(done))
        return line, steps

    return ran


def started(**changes):
    return running_stage(stage(**changes), Brightness(), torch.device("cpu"), "tiny")


def test_an_epoch_takes_a_step_a_batch_and_means_what_it_saw(epoch):
    """Half of what is missing is learnt by each of three steps: losses 1, 1/4, 1/16."""
    running = started()
    line, steps = epoch(running)
    assert (line.stage, line.epoch, line.step) == ("only", 1, 3)
    assert line.losses == {"train": pytest.approx((1 + 1 / 4 + 1 / 16) / 3, abs=1e-4)}
    assert line.watched == {"level": pytest.approx((0 + 1 / 2 + 3 / 4) / 3, abs=1e-4)}
    assert line.rates == {"all": 0.25}
    assert steps == [(1, 6), (2, 6), (3, 6)]
    assert line.seconds >= 3.0
    assert (running.epoch, running.at, running.sums) == (1, 0, {})


def test_a_stage_told_in_steps_ends_within_an_epoch(epoch):
    running = started(length=Length(steps=2))
    line, steps = epoch(running)
    assert (line.step, steps) == (2, [(1, 2), (2, 2)])
    assert "step 2" in wording_of()(line_message(line, running))


def test_the_rest_of_an_epoch_is_what_had_not_been_done(epoch):
    running = started()
    running.at = 2
    line, steps = epoch(running)
    assert (line.step, steps) == (1, [(3, 6)])


def test_checkpoints_within_an_epoch_come_when_the_recipe_says(epoch, tmp_path):
    epoch(started())
    assert not (tmp_path / CHECKPOINT).exists()
    epoch(started(checkpoint_every=2))
    state = torch.load(tmp_path / CHECKPOINT)
    assert (state["step"], state["at"], state["epoch"]) == (2, 2, 0)
    assert len(state["sums"]["loss/train"]) == 2


def test_a_training_that_diverges_is_stopped(epoch):
    running = started()
    running.learner.networks["level"].weight.data.fill_(float("nan"))
    with pytest.raises(UsageError, match="epoch 1 is not a number") as refused:
        epoch(running)
    assert refused.value.place == "tiny"


LINE = EpochLine("only", 1, 3, {"train": 0.5}, {"right": 0.25}, {"all": 0.1}, 12.4, 0.051, 9.0, 0.0)


def test_a_line_in_words():
    running = SimpleNamespace(stage=SimpleNamespace(name="only", length=Length(epochs=2)))
    words = wording_of()
    assert words(line_message(LINE, running)) == (
        "only: epoch 1 of 2: loss 0.5000, right 0.250, 12 pictures/s, waited 5\u00a0%"
    )
    turns = replace(LINE, losses={"critic": 1.0, "generator": 2.0}, watched={})
    assert ": critic 1.0000, generator 2.0000, 12" in words(line_message(turns, running))
    steps = SimpleNamespace(stage=SimpleNamespace(name="only", length=Length(steps=9)))
    assert words(line_message(LINE, steps)).startswith("only: step 3: loss")


@pytest.mark.parametrize(
    ("language", "begins"),
    [
        ("en", "training: epoch 1 of 2: loss"),
        ("ja", "学習：エポック 1 / 2：損失"),
        ("zh", "训练：第 1 / 2 轮：损失"),
    ],
)
def test_a_recipe_of_one_stage_names_it_in_every_language(language, begins):
    running = SimpleNamespace(stage=SimpleNamespace(name=STAGE, length=Length(epochs=2)))
    assert wording_of(language)(line_message(LINE, running)).startswith(begins)
