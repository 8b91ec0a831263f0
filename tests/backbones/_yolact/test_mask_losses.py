"""Losses of masks equal plain loops in float64, with a sample of anchors standing for all."""

import pytest
import torch

import tests.backbones._yolact.plain_losses as plain
from probe.backbones._yolact.heads import MaskScorer
from probe.backbones._yolact.mask_losses import (
    AssembledMasks,
    assembled,
    class_map_loss,
    expected_iou_loss,
    mask_loss,
    mask_overlaps,
    small_masks,
)
from probe.backbones._yolact.matching import MatchingRules, matched

GRID = (6, 10)


@pytest.fixture
def case(annotated):
    """Two frames with prototypes and coefficients, their targets, and masks by plain loops."""
    anchors, batch = annotated(3)
    frames = [batch.of_frame(number) for number in range(2)]
    targets = [matched(frame, anchors, MatchingRules(0.2, 0.1)) for frame in frames]
    prototypes = torch.rand(2, *GRID, 4, dtype=torch.float64, requires_grad=True)
    coefficients = torch.randn(2, 60, 4, dtype=torch.float64, requires_grad=True)
    return batch, frames, targets, prototypes, coefficients


def plain_masks(frames, targets, prototypes, coefficients):
    """(soft, wanted, box, class) of every anchor with an instance."""
    masks = []
    for at, (frame, target) in enumerate(zip(frames, targets, strict=True)):
        for row in torch.nonzero(target.positive)[:, 0].tolist():
            n = int(target.instances[row])
            box = frame.boxes[n].double().tolist()
            soft = plain.soft_mask(prototypes[at].tolist(), coefficients[at, row].tolist(), box)
            wanted = plain.smaller((frame.masks[n].double() / 255).tolist(), *GRID)
            masks.append((soft, wanted, box, int(frame.classes[n])))
    return masks


def all_assembled(frames, targets, prototypes, coefficients, most=100):
    parts = zip(prototypes, coefficients, targets, frames, strict=True)
    return [assembled(*part, most) for part in parts]


def test_mask_loss_is_that_of_plain_loops(case):
    _, *parts = case
    frames, targets, prototypes, coefficients = parts
    loss = mask_loss(all_assembled(frames, targets, prototypes, coefficients))
    masks = plain_masks(frames, targets, prototypes.detach(), coefficients.detach())
    assert len(masks) > 8
    expected = sum(plain.mask_loss(soft, wanted, box) for soft, wanted, box, _ in masks)
    assert float(loss.detach()) == pytest.approx(expected, rel=1e-12)
    loss.backward()
    for given in (prototypes, coefficients):
        assert torch.isfinite(given.grad).all()
        assert (given.grad != 0).any()


def test_expected_iou_loss_is_that_of_plain_loops(case):
    _, *parts = case
    frames, targets, prototypes, coefficients = parts
    scorer = MaskScorer(2, (3,)).double()
    least = 4
    loss = expected_iou_loss(
        all_assembled(frames, targets, prototypes, coefficients), scorer, least
    )
    expected, learnt = 0.0, 0
    for soft, wanted, _, kind in plain_masks(
        frames, targets, prototypes.detach(), coefficients.detach()
    ):
        if sum(map(sum, wanted)) > least:
            with torch.no_grad():
                said = float(scorer(torch.tensor(soft, dtype=torch.float64)[None, None])[0, kind])
            expected += plain.smooth_l1(said - plain.mask_iou(soft, wanted))
            learnt += 1
    assert learnt > 4
    assert float(loss.detach()) == pytest.approx(expected, rel=1e-12)
    loss.backward()
    # The masks learn through the network that scores them, as officially.
    assert torch.isfinite(prototypes.grad).all()


def test_masks_too_small_to_be_scored(case):
    _, *parts = case
    scorer = MaskScorer(2, (3,)).double()
    assert float(expected_iou_loss(all_assembled(*parts), scorer, 60).detach()) == 0


def test_a_sample_stands_for_all(case):
    _, *parts = case
    torch.manual_seed(1)
    whole, some = all_assembled(*parts), all_assembled(*parts, most=3)
    for all_of_them, few in zip(whole, some, strict=True):
        assert len(few.soft) == 3
        assert few.weight == pytest.approx(len(all_of_them.soft) / 3)
    torch.manual_seed(0)
    drawn = [float(mask_loss(all_assembled(*parts, most=3)).detach()) for _ in range(300)]
    mean = sum(drawn) / len(drawn)
    assert mean == pytest.approx(float(mask_loss(whole).detach()), rel=0.05)


def test_overlap_of_masks():
    soft = torch.tensor([[[0.9, 0.6], [0.2, 0.0]]])
    assert mask_overlaps(soft, torch.tensor([[[1.0, 0.0], [1.0, 0.0]]])).tolist() == [
        pytest.approx(1 / 3)
    ]


def test_class_map_loss_is_that_of_plain_loops(case):
    batch, frames, *_ = case
    logits = torch.randn(2, 2, *GRID, dtype=torch.float64, requires_grad=True)
    expected = 0.0
    for said, frame in zip(logits.detach(), frames, strict=True):
        masks = {}
        for n in range(len(frame.classes)):
            if not frame.crowds[n]:
                small = plain.smaller((frame.masks[n].double() / 255).tolist(), *GRID)
                masks.setdefault(int(frame.classes[n]), []).append(small)
        expected += plain.class_map_loss(said.tolist(), masks)
    loss = class_map_loss(logits, batch)
    assert float(loss.detach()) == pytest.approx(expected, rel=1e-12)
    loss.backward()
    assert torch.isfinite(logits.grad).all()


def test_masks_saturate_as_officially():
    """A place that is sure of the wrong thing costs 100, and gradients stay finite."""
    soft = torch.tensor([[[0.0, 1.0]]], requires_grad=True)
    wanted, box = torch.tensor([[[1.0, 0.0]]]), torch.tensor([[0.0, 0.0, 1.0, 1.0]])
    loss = mask_loss([AssembledMasks(soft, wanted, box, torch.tensor([0]), 1.0)])
    assert float(loss.detach()) == pytest.approx(100)
    loss.backward()
    assert torch.isfinite(soft.grad).all()


def test_nobody_has_no_small_masks(annotated):
    nobody = annotated()[1].of_frame(9)
    assert small_masks(nobody, torch.Size(GRID)).shape == (0, *GRID)
