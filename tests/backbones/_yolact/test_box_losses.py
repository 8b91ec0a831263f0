"""Losses of boxes and classes equal plain loops in float64; the hardest background is chosen."""

import pytest
import torch

import tests.backbones._yolact.plain_losses as plain
from probe.backbones._yolact.box_losses import box_loss, class_loss, hard_negatives
from probe.backbones._yolact.matching import MatchingRules, matched


@pytest.fixture(params=range(3))
def case(request, annotated):
    """Anchors, frames, their targets by ours and by plain loops, and random predictions."""
    anchors, batch = annotated(request.param)
    rules = MatchingRules(0.3, 0.2, 0.5)
    frames = [batch.of_frame(number) for number in range(2)]
    targets = [matched(frame, anchors, rules) for frame in frames]
    by_loops = [
        plain.match(
            frame.boxes.double().tolist(), frame.classes.tolist(), frame.crowds.tolist(),
            anchors.tolist(), 0.3, 0.2, 0.5,
        )
        for frame in frames
    ]  # fmt: skip
    offsets = torch.randn(2, 60, 4, dtype=torch.float64, requires_grad=True)
    logits = torch.randn(2, 60, 3, dtype=torch.float64, requires_grad=True)
    return anchors, frames, targets, by_loops, offsets, logits


def test_box_loss_is_that_of_plain_loops(case):
    anchors, frames, targets, by_loops, offsets, _ = case
    loss = box_loss(offsets, targets)
    expected = sum(
        plain.box_loss(said.tolist(), frame.boxes.double().tolist(), anchors.tolist(), loops)
        for said, frame, loops in zip(offsets.detach(), frames, by_loops, strict=True)
    )
    assert float(loss.detach()) == pytest.approx(expected, rel=1e-12)
    loss.backward()
    assert torch.isfinite(offsets.grad).all()
    positive = torch.stack([target.positive for target in targets])
    assert (offsets.grad[~positive] == 0).all()
    assert (offsets.grad[positive] != 0).any()


def test_class_loss_is_that_of_plain_loops(case):
    _, _, targets, by_loops, _, logits = case
    loss = class_loss(logits, targets)
    expected = sum(
        plain.class_loss(said.tolist(), loops)
        for said, loops in zip(logits.detach(), by_loops, strict=True)
    )
    assert float(loss.detach()) == pytest.approx(expected, rel=1e-12)
    loss.backward()
    assert torch.isfinite(logits.grad).all()


def test_three_of_the_hardest_for_each_instance():
    classes = torch.tensor([[1, 0, 0, -1, 0, 0, 0, 0]])
    logits = torch.zeros(1, 8, 2)
    logits[0, :, 1] = torch.tensor([9.0, 1, 5, 8, 2, 4, 3, 0])
    chosen = hard_negatives(logits, classes, 3)
    assert torch.nonzero(chosen[0])[:, 0].tolist() == [2, 5, 6]
    assert not hard_negatives(logits, torch.zeros_like(classes), 3).any()


def test_a_frame_with_nobody_has_a_loss_of_nothing(annotated):
    anchors, batch = annotated()
    nobody = matched(batch.of_frame(9), anchors, MatchingRules())
    assert float(class_loss(torch.randn(1, 60, 3), [nobody])) == 0
    assert float(box_loss(torch.randn(1, 60, 4), [nobody])) == 0
