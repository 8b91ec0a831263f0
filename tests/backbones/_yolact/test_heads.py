"""Pyramid, prediction head, prototypes: sizes and the order of rows."""

import torch

from probe.backbones._yolact.heads import MaskScorer, PredictionHead, Pyramid, prototype_layers


def test_levels_of_the_pyramid():
    pyramid = Pyramid((8, 16, 32))
    maps = [torch.zeros(1, c, s, s) for c, s in ((8, 69), (16, 35), (32, 18))]
    assert [tuple(level.shape[1:]) for level in pyramid(maps)] == [
        (256, side, side) for side in (69, 35, 18, 9, 5)
    ]


def test_rows_of_a_level_are_row_column_anchor():
    head = PredictionHead(anchors=2, classes=3)
    torch.nn.init.zeros_(head.conf_layer.weight)
    with torch.no_grad():
        head.conf_layer.bias.copy_(torch.arange(6.0))
    boxes, logits, coefficients = head(torch.randn(1, 256, 2, 4))
    assert (boxes.shape[1:], logits.shape[1:], coefficients.shape[1:]) == (
        (16, 4),
        (16, 3),
        (16, 32),
    )
    assert logits[0, :2].tolist() == [[0, 1, 2], [3, 4, 5]]
    assert coefficients.abs().max() < 1


def test_prototypes_are_twice_as_large_and_never_below_0():
    prototypes = prototype_layers()(torch.randn(1, 256, 6, 7))
    assert prototypes.shape == (1, 32, 12, 14)
    assert prototypes.min() == 0


def test_a_score_a_class():
    assert MaskScorer(3)(torch.rand(2, 1, 138, 138)).shape == (2, 3)
