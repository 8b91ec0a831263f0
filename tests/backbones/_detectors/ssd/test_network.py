"""The small SSD: its maps, its default boxes, and what it keeps among its tensors."""

import pytest
import torch

from probe.backbones._detectors.ssd.network import (
    SCALES,
    SEEN,
    SmallShape,
    SmallTrunk,
    small_network,
    vgg_network,
)

SHAPE = SmallShape((48, 80), (1, 1, 1, 1), (8, 8, 16, 16), 2, (0.1, 0.2, 0.4, 0.5, 0.7, 0.9))
LEVELS = [(6, 10), (3, 5), (2, 3), (1, 2), (1, 1)]


def test_maps_are_halved():
    trunk = SmallTrunk(SHAPE).eval()
    maps = trunk(torch.zeros(1, 3, 48, 80))
    assert [tuple(given.shape[-2:]) for given in maps.values()] == LEVELS
    assert [given.shape[1] for given in maps.values()] == trunk.out_channels


def test_default_boxes_are_shares_of_the_picture():
    from torchvision.models.detection.image_list import ImageList

    network = small_network(SHAPE).eval()
    x = torch.zeros(1, 3, 48, 80)
    maps = list(network.backbone(x).values())
    (boxes,) = network.anchor_generator(ImageList(x, [(48, 80)]), maps)
    assert len(boxes) == 6 * sum(height * width for height, width in LEVELS)
    # The first is square as a share: a tenth of the width and of the height, in the first place.
    torch.testing.assert_close(boxes[0], torch.tensor([0.0, 1.6, 8.0, 6.4]), atol=1e-4, rtol=0)
    given = network.head(maps)
    assert given["cls_logits"].shape == (1, len(boxes), 3)
    assert network.state_dict()[SEEN].tolist() == [48, 80]
    assert network.state_dict()[SCALES].tolist() == pytest.approx(list(SHAPE.scales))


def test_ssd300_keeps_what_it_sees_where_it_was_trained_here():
    with torch.device("meta"):
        theirs = vgg_network(2, trained_here=False).state_dict()
        ours = vgg_network(2, trained_here=True).state_dict()
    assert set(ours) - set(theirs) == {SEEN}
