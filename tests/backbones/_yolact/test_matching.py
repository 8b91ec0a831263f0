"""Anchors take the instances that plain loops give them; offsets and `decoded` undo each other."""

import pytest
import torch

import tests.backbones._yolact.plain_losses as plain
from probe.backbones._training.instances import InstanceBatch
from probe.backbones._yolact.detection import decoded
from probe.backbones._yolact.matching import (
    BACKGROUND,
    NEUTRAL,
    MatchingRules,
    as_corners,
    box_overlaps,
    encoded,
    matched,
    shares_inside,
)


def plain_targets(instances, anchors, rules):
    return plain.match(
        instances.boxes.double().tolist(), instances.classes.tolist(), instances.crowds.tolist(),
        anchors.tolist(), rules.positive, rules.negative, rules.crowd,
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
def test_targets_are_those_of_plain_loops(annotated, seed):
    anchors, batch = annotated(seed)
    for number in range(2):
        instances = batch.of_frame(number)
        ours = matched(instances, anchors, MatchingRules(crowd=0.5))
        theirs = plain_targets(instances, anchors, MatchingRules(crowd=0.5))
        assert ours.classes.tolist() == [kind for kind, _ in theirs]
        for row, (kind, n) in enumerate(theirs):
            if kind > 0:
                assert int(ours.instances[row]) == n
                wanted = plain.offsets(instances.boxes[n].double().tolist(), anchors[row].tolist())
                torch.testing.assert_close(ours.offsets[row].tolist(), list(wanted))
        # Every instance has an anchor, whatever the thresholds.
        assert {int(n) for n in ours.instances[ours.positive]} == set(
            range(int((~instances.crowds).sum()))
        )


def test_all_three_kinds_of_anchors_occur(annotated):
    anchors, batch = annotated(0)
    targets = matched(batch.of_frame(0), anchors, MatchingRules(0.3, 0.1, 0.5)).classes
    assert {NEUTRAL, BACKGROUND, 1} <= set(targets.tolist())


def instances_at(boxes, crowds):
    count = len(boxes)
    return InstanceBatch(
        torch.tensor(boxes).reshape(-1, 4), torch.zeros(count, dtype=torch.long),
        torch.tensor(crowds, dtype=torch.bool), torch.zeros(count, dtype=torch.long), None,
    )  # fmt: skip


def test_a_crowd_takes_anchors_out_of_the_background_only():
    anchors = torch.tensor([[0.3, 0.3, 0.2, 0.2], [0.5, 0.5, 0.9, 0.9], [0.8, 0.8, 0.1, 0.1]])
    crowd = instances_at([[0.1, 0.1, 0.6, 0.6]], [True])
    targets = matched(crowd, anchors, MatchingRules())
    assert targets.classes.tolist() == [NEUTRAL, BACKGROUND, BACKGROUND]
    assert not targets.positive.any()
    both = instances_at([[0.2, 0.2, 0.4, 0.4], [0.1, 0.1, 0.6, 0.6]], [False, True])
    assert matched(both, anchors, MatchingRules()).classes.tolist() == [1, BACKGROUND, BACKGROUND]


def test_nobody_leaves_only_background():
    targets = matched(instances_at([], []), torch.rand(5, 4) + 0.1, MatchingRules())
    assert targets.classes.tolist() == [BACKGROUND] * 5


def test_offsets_are_undone_by_decoding():
    anchors = torch.rand(9, 4, dtype=torch.float64) + 0.1
    low = torch.rand(9, 2, dtype=torch.float64)
    boxes = torch.cat([low, low + 0.1 + torch.rand(9, 2, dtype=torch.float64)], 1)
    torch.testing.assert_close(decoded(encoded(boxes, anchors), anchors), boxes)
    torch.testing.assert_close(decoded(torch.zeros_like(anchors), anchors), as_corners(anchors))


def test_overlaps_and_shares():
    first = torch.tensor([[0.0, 0.0, 2.0, 1.0], [5.0, 5.0, 6.0, 6.0]])
    second = torch.tensor([[1.0, 0.0, 3.0, 1.0]])
    assert box_overlaps(first, second)[:, 0].tolist() == pytest.approx([1 / 3, 0])
    assert shares_inside(first, second)[:, 0].tolist() == [0.5, 0]
