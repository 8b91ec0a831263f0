"""The local branch as document 003 is read, the vector with and without it, and its maps."""

import numpy as np
import pytest
import torch

from probe.backbones.lstm.heads import Heads, HeadSizes
from probe.backbones.lstm.model import LstmNet
from probe.backbones.lstm.pooling import pooled_parts
from probe.backbones.lstm.sequence import PartSequence


@pytest.mark.parametrize("double", [False, True])
@pytest.mark.parametrize(
    ("rows", "pooling", "height"),
    [
        ("adaptive", "sum", 8),
        ("adaptive", "concat", 8),
        ("adaptive", "sum", 16),
        ("chunk", "sum", 8),
    ],
)
def test_the_local_branch_is_our_reading_of_the_document(golden, rows, pooling, height, double):
    gold = golden(f"lstm_branch_{rows}_{pooling}_{height}x4")
    values = {name: torch.from_numpy(value) for name, value in gold.weights.items()}
    inputs = values["lstm.weight_ih_l0"].shape[1]
    sequence = PartSequence(inputs, 256).eval()
    sequence.load_state_dict({n: v for n, v in values.items() if n.startswith("lstm.")})
    head = branch_head(values)
    if double:
        sequence, head = sequence.double(), head.double()
    feature_map = torch.from_numpy(gold.inputs["map"])
    feature_map = feature_map.double() if double else feature_map
    with torch.inference_mode():
        parts = pooled_parts(feature_map, pooling, rows)
        steps = sequence(parts)
        outputs = head.outputs(steps.flatten(1))
        gold.assert_equal("parts", parts.numpy())
        gold.assert_equal("sequence", steps.numpy())
        gold.assert_equal("feature", head.feature(steps.flatten(1)).numpy())
        gold.assert_equal("logits", outputs.logits.numpy())
        gold.assert_equal("triplet", outputs.embedding.numpy())


def branch_head(values):
    """The head of a branch with these values, under HHL's names."""
    from probe.backbones.lstm.heads import BranchHead

    features, inputs = values["feat.weight"].shape
    classes = len(values["classifier.bias"])
    head = BranchHead(inputs, HeadSizes(features, 128, 0.5, classes)).eval()
    wanted = head.state_dict()
    head.load_state_dict({name: values[name] for name in wanted})
    return head


def test_hhls_network(golden):
    from probe.backbones._torch.resnet import BLOCKS, WIDTHS, Bottleneck
    from probe.backbones._torch.resnet_shape import ResNetShape
    from probe.backbones.lstm.model import LstmShape

    gold = golden("hhl_resnet50_256x128")
    values = {name: torch.from_numpy(value) for name, value in gold.weights.items()}
    trunk = ResNetShape(Bottleneck, BLOCKS, WIDTHS, ibn_a=False)
    network = LstmNet(LstmShape(trunk, 2, "average", local="none")).eval()
    base = {n: v for n, v in values.items() if n.startswith("base.") and ".fc." not in n}
    network.load_state_dict(base)
    head = branch_head(values)
    with torch.inference_mode():
        pool5 = network(torch.from_numpy(gold.input))
        outputs = head.outputs(pool5)
        gold.assert_equal("pool5_raw", pool5.numpy())
        gold.assert_equal("pool5", torch.nn.functional.normalize(pool5).numpy())
        gold.assert_equal("feature1024", head.feature(pool5).numpy())
        gold.assert_equal("triplet", outputs.embedding.numpy())
        gold.assert_equal("logits", outputs.logits.numpy())


@pytest.mark.parametrize("local", ["lstm", "independent"])
@pytest.mark.parametrize("pooling", ["average", "sum", "concat"])
def test_the_vector_with_the_branch_has_two_halves_of_length_one(network, local, pooling):
    net = network(local=local, pooling=pooling, with_branch=True)
    x = torch.randn(2, 3, 64, 32)
    with torch.inference_mode():
        vector, (whole, parts) = net(x), net.branches(x)
    assert vector.shape == (2, net.shape.dimension)
    first, second = vector.split([net.shape.pooled_length, 30], dim=1)
    ones = torch.ones(2)
    torch.testing.assert_close(first.norm(dim=1), ones)
    torch.testing.assert_close(second.norm(dim=1), ones)
    torch.testing.assert_close(first, torch.nn.functional.normalize(whole))
    torch.testing.assert_close(second, torch.nn.functional.normalize(parts.flatten(1)))


def test_pool5_does_not_depend_on_the_branch(network):
    net = network()
    x = torch.randn(2, 3, 64, 32)
    with torch.inference_mode():
        before = net(x)
        for value in net.local.parameters():
            value.add_(1)
        assert torch.equal(net(x), before)


def test_parts_lie_where_their_rows_are(shape):
    places = {part.name: (part.top, part.bottom) for part in shape(with_branch=True).parts(128)}
    assert places == {
        "whole": (0, 1), "head": (0, 3 / 8), "body": (2 / 8, 6 / 8), "legs": (5 / 8, 1),
    }  # fmt: skip
    assert shape().parts(128) == ()


@pytest.mark.parametrize("local", ["lstm", "independent"])
def test_heads_of_parts_weigh_together_what_the_head_of_the_lstm_does(shape, local):
    heads = Heads(shape(local=local), HeadSizes(12, 6, 0.5, 4))
    outputs = heads.outputs(torch.randn(3, 8), torch.randn(3, 3, 10))
    assert sum(one.weight for one in outputs) == pytest.approx(2)
    assert {one.embedding.shape for one in outputs} == {(3, 6)}
    assert {one.logits.shape for one in outputs} == {(3, 4)}


@pytest.mark.parametrize("local", ["lstm", "independent"])
@pytest.mark.parametrize("pooling", ["average", "sum"])
def test_maps_of_the_parts_sum_to_the_cosine(network, save, branch_card, eager, local, pooling):
    from probe.backbones.lstm import spec

    card = branch_card.with_changes(options={**branch_card.options, "pooling": pooling})
    backbone = spec.load(card, save(network(local=local, pooling=pooling)), eager)
    pairs = np.random.default_rng(5).integers(0, 256, (2, 3, 64, 32, 3)).astype(np.uint8)
    parts, whole = backbone.attend_parts(*pairs), backbone.attend(*pairs)
    assert len(parts) == len(backbone.parts) == 4
    np.testing.assert_allclose(sum(one.cosine for one in parts), whole.cosine, atol=1e-6)
    np.testing.assert_allclose(sum(one.first for one in parts), whole.first, atol=1e-6)
    for one in (*parts, whole):
        for found, constant in ((one.first, one.constant_first), (one.second, one.constant_second)):
            np.testing.assert_allclose(found.sum((1, 2)) + constant, one.cosine, atol=1e-6)
    legs = np.abs(parts[3].first)
    assert legs.max() > 0
    # 4 rows: legs are rows 2 and 3; only the LSTM carries what it read of the others.
    assert (legs[:, :2].max() > 0) == (local == "lstm")
