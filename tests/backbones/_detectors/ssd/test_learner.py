"""SSD's loss equals plain loops in float64: matching, offsets, three hard negatives for each."""

import math

import pytest
import torch

from probe.backbones._detectors.ssd.learner import targets_of
from probe.backbones._training.instances import InstanceBatch
from probe.backbones._training.objective import DataFacts


@pytest.fixture(scope="module")
def learner(tiny_detector):
    recipe = tiny_detector("ssd.small")
    shown, stage = recipe.stages[0].shown, recipe.stages[0]
    facts = DataFacts(shown.size, 4, 1, 1, shown.normalisation.mean, shown.normalisation.std)
    torch.manual_seed(0)
    return stage.objective.learner(recipe.network.networks(facts), recipe.network, facts).train()


def area(box):
    return (box[2] - box[0]) * (box[3] - box[1])


def iou(a, b):
    wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    both = max(wide, 0) * max(high, 0)
    return both / (area(a) + area(b) - both)


def matches(defaults, boxes):
    """Number of the instance of every default box, or None: IoU of .5, or an instance's best."""
    owners = []
    for default in defaults:
        overlaps = [iou(default, box) for box in boxes]
        best = max(range(len(boxes)), key=lambda n: overlaps[n])
        owners.append(best if overlaps[best] >= 0.5 else None)
    for n, box in enumerate(boxes):
        owners[max(range(len(defaults)), key=lambda at: iou(defaults[at], box))] = n
    return owners


def smooth_l1(difference):
    return 0.5 * difference**2 if abs(difference) < 1 else abs(difference) - 0.5


def offsets(box, default):
    w, h = default[2] - default[0], default[3] - default[1]
    x, y = (default[0] + default[2]) / 2, (default[1] + default[3]) / 2
    return (
        10 * ((box[0] + box[2]) / 2 - x) / w,
        10 * ((box[1] + box[3]) / 2 - y) / h,
        5 * math.log((box[2] - box[0]) / w),
        5 * math.log((box[3] - box[1]) / h),
    )


def cross_entropy(logits, kind):
    return math.log(sum(math.exp(value) for value in logits)) - logits[kind]


def plain_losses(defaults, all_boxes, said, logits):
    box_sum = class_sum = 0.0
    count = 0
    for boxes, own_said, own_logits in zip(all_boxes, said, logits, strict=True):
        owners = matches(defaults, boxes) if boxes else [None] * len(defaults)
        positive = [at for at, owner in enumerate(owners) if owner is not None]
        background = [at for at, owner in enumerate(owners) if owner is None]
        count += len(positive)
        for at in positive:
            wanted = offsets(boxes[owners[at]], defaults[at])
            pairs = zip(own_said[at], wanted, strict=True)
            box_sum += sum(smooth_l1(a - b) for a, b in pairs)
            class_sum += cross_entropy(own_logits[at], 1)
        costs = sorted((cross_entropy(own_logits[at], 0) for at in background), reverse=True)
        class_sum += sum(costs[: 3 * len(positive)])
    return box_sum / max(count, 1), class_sum / max(count, 1)


def test_losses_are_those_of_plain_loops(learner):
    torch.manual_seed(2)
    low = torch.rand(40, 2, dtype=torch.float64) * 40
    defaults = torch.cat([low, low + 8 + torch.rand(40, 2, dtype=torch.float64) * 25], 1)
    boxes = [
        torch.tensor([[4.0, 6.0, 22.0, 30.0], [30.0, 10.0, 48.0, 44.0]], dtype=torch.float64),
        torch.empty(0, 4, dtype=torch.float64),
        defaults[3:4] + 1.5,
    ]
    targets = [{"boxes": b, "labels": torch.ones(len(b), dtype=torch.long)} for b in boxes]
    said = torch.randn(3, 40, 4, dtype=torch.float64, requires_grad=True)
    logits = torch.randn(3, 40, 2, dtype=torch.float64, requires_grad=True)
    given = {"bbox_regression": said, "cls_logits": logits}
    losses = learner.losses(given, [defaults] * 3, targets)
    expected = plain_losses(
        defaults.tolist(), [b.tolist() for b in boxes], said.detach().tolist(),
        logits.detach().tolist(),
    )  # fmt: skip
    assert float(losses["boxes"].detach()) == pytest.approx(expected[0], rel=1e-10)
    assert float(losses["classes"].detach()) == pytest.approx(expected[1], rel=1e-10)
    (losses["boxes"] + losses["classes"]).backward()
    assert torch.isfinite(said.grad).all()
    assert torch.isfinite(logits.grad).all()


def test_targets_are_pixels_without_crowds():
    instances = InstanceBatch(
        torch.tensor([[0.25, 0.5, 0.5, 1.0], [0.0, 0.0, 1.0, 1.0], [0.0, 0.0, 0.5, 0.5]]),
        torch.tensor([0, 0, 2]), torch.tensor([False, True, False]), torch.tensor([0, 0, 2]), None,
    )  # fmt: skip
    first, second, third = targets_of(instances, [(48, 80)] * 3)
    assert first["boxes"].tolist() == [[20, 24, 40, 48]]
    assert first["labels"].tolist() == [1]
    assert second["boxes"].shape == (0, 4)
    assert third["labels"].tolist() == [3]
