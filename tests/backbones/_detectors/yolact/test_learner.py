"""The sum of YOLACT's losses with the official weights, and what it is divided by."""

import pytest
import torch

from probe.backbones._training.batch import Batch, PictureBatch
from probe.backbones._training.batches import TrainingPictures, epoch_batches, loaded
from probe.backbones._training.data import DataRequest, training_table
from probe.backbones._training.objective import DataFacts
from probe.backbones._yolact.box_losses import box_loss, class_loss
from probe.backbones._yolact.mask_losses import (
    assembled,
    class_map_loss,
    expected_iou_loss,
    mask_loss,
)
from probe.backbones._yolact.matching import MatchingRules, matched
from probe.contracts import Reporter
from probe.errors import UsageError


@pytest.fixture(scope="module")
def learner(tiny_detector):
    recipe = tiny_detector("yolact.small")
    shown, stage = recipe.stages[0].shown, recipe.stages[0]
    facts = DataFacts(shown.size, 4, 1, 1, shown.normalisation.mean, shown.normalisation.std)
    torch.manual_seed(0)
    return stage.objective.learner(recipe.network.networks(facts), recipe.network, facts).train()


@pytest.fixture(scope="module")
def batch(tiny_detector, frames, tmp_path_factory):
    recipe = tiny_detector("yolact.small")
    folder = tmp_path_factory.mktemp("none")
    table = training_table(recipe.data, DataRequest(frames), folder, Reporter(), 1)
    stage = recipe.stages[0]
    pictures = TrainingPictures(table, stage.augmentations, 1, 1, 0, stage.load)
    return next(loaded(pictures, epoch_batches(pictures, stage.sampler, 0), 0, 0))


def test_losses_are_weighted_and_divided_as_officially(learner, batch):
    given = learner.network(batch.only.pictures)
    losses = learner.losses(given, batch.only.instances)
    anchors = learner.network.shape.anchor_boxes(given.levels)
    frames = [batch.only.instances.of_frame(number) for number in range(2)]
    targets = [matched(frame, anchors, MatchingRules(0.5, 0.4, 0.7)) for frame in frames]
    parts = zip(given.prototypes, given.coefficients, targets, frames, strict=True)
    masks = [assembled(*part, 100) for part in parts]
    count = sum(int(target.positive.sum()) for target in targets)
    scorer = learner.network.maskiou_net
    expected = {
        "boxes": 1.5 * box_loss(given.offsets, targets) / count,
        "classes": class_loss(given.logits, targets) / count,
        "masks": 6.125 * mask_loss(masks) / count,
        "class_map": class_map_loss(given.class_map, batch.only.instances) / 2,
        "expected_iou": 25 * expected_iou_loss(masks, scorer, 4) / count,
    }
    assert losses.keys() == expected.keys()
    for name, loss in losses.items():
        torch.testing.assert_close(loss, expected[name])
        assert float(loss.detach()) > 0


def test_gradients_reach_every_tensor_and_are_finite(learner, batch):
    learner.zero_grad()
    step = learner("train", learner.prepare(batch))
    step.loss.backward()
    torch.testing.assert_close(step.loss, torch.stack(list(step.watched.values())).sum())
    for name, parameter in learner.named_parameters():
        assert parameter.grad is not None, name
        assert torch.isfinite(parameter.grad).all(), name


def test_a_batch_with_nobody_is_no_division_by_0(learner, batch):
    empty = batch.only.instances.of_frame(9)
    given = learner.network(batch.only.pictures)
    losses = learner.losses(given, empty)
    total = torch.stack(list(losses.values())).sum()
    assert torch.isfinite(total)
    assert float(losses["boxes"].detach()) == 0
    assert float(losses["class_map"].detach()) > 0
    total.backward()


def test_low_precision_has_the_losses_of_float32(learner, batch):
    learner.eval()
    try:
        learner.network.train(True)
        with torch.autocast("cpu", torch.bfloat16):
            low = learner("train", batch)
        whole = learner("train", batch)
    finally:
        learner.train()
    assert low.loss.dtype == torch.float32
    torch.testing.assert_close(low.loss, whole.loss, rtol=0.05, atol=0.05)


def test_a_scorer_and_its_weight_come_together(tiny_detector):
    recipe = tiny_detector("yolact.small", **{"network.scorer": None})
    objective = recipe.stages[0].objective
    with pytest.raises(UsageError, match="both or neither"):
        objective.check_stage(recipe.network, (48, 80), ("all",))
    whole = tiny_detector("yolact.small")
    whole.stages[0].objective.check_stage(whole.network, (48, 80), ("all",))


def test_a_batch_goes_to_a_device_with_its_instances(batch):
    moved = Batch({"all": batch.only}).to(torch.device("meta")).only
    assert isinstance(moved, PictureBatch)
    assert moved.instances.masks.device.type == "meta"
