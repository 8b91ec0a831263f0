"""YOLACT++ on a ResNet-50 with golden weights, and what its heads predict for the golden frame."""

import pytest
import torch

from probe.backbones._yolact.model import Yolact, YolactShape

PLUS_50 = YolactShape(
    blocks=(3, 4, 6, 3),
    deformable=frozenset(
        (stage, place) for stage, n in ((1, 4), (2, 6), (3, 3)) for place in range(n)
    ),
    anchors=9,
    classes=1,
    rescores=True,
)


@pytest.fixture(scope="session")
def plus_50():
    """The shape of the one-class YOLACT++ on a ResNet-50."""
    return PLUS_50


@pytest.fixture(scope="session")
def person(golden):
    """`(network, data)`: the one-class network with golden weights."""
    data = golden("yolact_plus_resnet50_person")
    network = Yolact(PLUS_50)
    network.load_state_dict({name: torch.from_numpy(value) for name, value in data.weights.items()})
    return network.eval().requires_grad_(False), data


@pytest.fixture
def annotated():
    """`annotated(seed)`: anchors, and two frames with people, a second class and a crowd."""
    from probe.backbones._training.instances import InstanceBatch

    def made(seed=0, classes=2, size=(12, 20)):
        torch.manual_seed(seed)
        centres, sides = torch.rand(60, 2) * 0.8 + 0.1, torch.rand(60, 2) * 0.4 + 0.1
        anchors = torch.cat([centres, sides], 1).double()
        low = torch.rand(6, 2) * 0.5
        boxes = torch.cat([low, low + 0.15 + torch.rand(6, 2) * 0.3], 1)
        # One that an anchor fits nearly, so that thresholds matter beside the forced ones.
        boxes[0] = torch.cat(
            [anchors[7, :2] - anchors[7, 2:] / 2, anchors[7, :2] + anchors[7, 2:] / 2]
        )
        crowds = torch.tensor([False, False, True, False, False, False])
        masks = torch.zeros(6, *size, dtype=torch.uint8)
        for mask, box in zip(masks, boxes, strict=True):
            left, top, right, bottom = (box * torch.tensor(size[::-1] * 2)).round().int().tolist()
            mask[top + 1 : bottom, left : max(right - 1, left + 1)] = 255
        frames = torch.tensor([0, 0, 0, 1, 1, 1])
        kinds = torch.arange(6) % classes
        return anchors, InstanceBatch(boxes, kinds, crowds, frames, masks)

    return made
