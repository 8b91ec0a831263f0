"""torchvision can be imported beside a PyTorch that its operators do not fit."""

import subprocess
import sys

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.backbones._torch.torchvision_import import allow_torchvision, non_maximum_suppression


def greedy_reference(boxes, scores, limit):
    """The same rule, pair by pair in plain Python."""

    def iou(a, b):
        w = max(0.0, min(a[2], b[2]) - max(a[0], b[0]))
        h = max(0.0, min(a[3], b[3]) - max(a[1], b[1]))
        area = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1])
        return w * h / (area - w * h)

    kept = []
    for i in sorted(range(len(scores)), key=lambda i: -scores[i]):
        if all(iou(boxes[i], boxes[j]) <= limit for j in kept):
            kept.append(i)
    return kept


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 40), st.integers(0, 10_000), st.sampled_from([0.2, 0.5, 0.8]))
def test_nms_is_greedy_suppression(count, seed, limit):
    rng = np.random.default_rng(seed)
    corner = rng.uniform(0, 20, (count, 2))
    boxes = np.hstack([corner, corner + rng.uniform(1, 15, (count, 2))])
    scores = rng.permutation(count) / 100
    kept = non_maximum_suppression(torch.tensor(boxes), torch.tensor(scores), limit)
    assert kept.dtype == torch.int64
    assert kept.tolist() == greedy_reference(boxes.tolist(), scores.tolist(), limit)


def test_second_call_changes_nothing():
    allow_torchvision()
    assert allow_torchvision() is False


@pytest.mark.slow
def test_fresh_interpreter_imports_torchvision_and_what_stands_on_it():
    code = (
        "from probe.backbones._torch.torchvision_import import allow_torchvision\n"
        "allow_torchvision()\n"
        "import torch, torchvision, timm, segment_anything\n"
        "boxes = torch.tensor([[0., 0., 2., 2.], [0., 0., 2., 1.9], [5., 5., 6., 6.]])\n"
        "groups = torch.tensor([0, 0, 0])\n"
        "scores = torch.tensor([.5, .9, .1])\n"
        "print(torchvision.ops.batched_nms(boxes, scores, groups, .5).tolist())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[1, 2]"
