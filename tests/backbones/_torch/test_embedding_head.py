"""A head that a card names: a linear layer and a batch norm go on where the network ends."""

import numpy as np
import pytest
import torch

from probe.backbones._torch.opening import open_backbone
from probe.errors import CheckpointError
from probe.wording import wording_of


def head(*layers):
    torch.manual_seed(5)
    built = torch.nn.Sequential(*layers).eval()
    for layer in built:
        if isinstance(layer, torch.nn.BatchNorm1d):
            layer.running_mean.normal_(0, 0.1)
            layer.running_var.uniform_(0.5, 1.5)
    return built


@pytest.fixture
def saved(small, tmp_path):
    """`saved(NAME=module, ...)`: weights of the small network with heads behind it."""

    def save(**heads):
        tensors = {f"backbone.{name}": tensor for name, tensor in small().state_dict().items()}
        for name, module in heads.items():
            tensors |= {f"{name}.{key}": tensor for key, tensor in module.state_dict().items()}
        torch.save({"state_dict": tensors}, tmp_path / "own.pth")
        return tmp_path / "own.pth"

    return save


@pytest.fixture
def opening(small, small_card, eager):
    """`opening(file, head)`: the small network with the option `head`."""

    def open_with(file, named):
        card = small_card.with_changes(sha256="", options={"head": named})
        return open_backbone(card, file, eager, small(), roots=("", "backbone."))

    return open_with


@pytest.mark.parametrize(
    ("layers", "named"),
    [
        ({"head": (torch.nn.Linear(8, 4), torch.nn.BatchNorm1d(4))}, "head"),
        ({"neck": (torch.nn.BatchNorm1d(8),)}, "neck.0"),
        ({"feat": (torch.nn.Linear(8, 4),), "feat_bn": (torch.nn.BatchNorm1d(4),)}, "feat feat_bn"),
    ],
)
def test_vectors_are_those_of_the_whole_network(layers, named, saved, opening, small, pictures):
    heads = {name: head(*modules) for name, modules in layers.items()}
    backbone = opening(saved(**heads), named)
    assert backbone.card.dimension == (8 if named == "neck.0" else 4)
    assert wording_of()(backbone.card.feature).endswith(f"then {named}")
    assert backbone.card.options["head"] == named
    assert not backbone.report.dropped
    images = pictures(3, (64, 32))
    plain = opening(saved(), "ignore").embed(images)
    with torch.inference_mode():
        wanted = torch.from_numpy(plain)
        for module in heads.values():
            wanted = module(wanted)
    np.testing.assert_allclose(backbone.embed(images), wanted.numpy(), atol=1e-5)


@pytest.mark.parametrize(
    ("layers", "named", "told"),
    [
        ({"head": (torch.nn.Linear(8, 4),)}, "haed", "did you mean 'head"),
        ({"head": (torch.nn.Linear(9, 4),)}, "head", "takes 9 values, and there are 8"),
        (
            {"head": (torch.nn.Linear(8, 4), torch.nn.ReLU(), torch.nn.BatchNorm1d(4))},
            "head",
            r"layers 0, 2: what lies between(.|\n)*onnx:FILE",
        ),
        ({"head": (torch.nn.Linear(8, 4), torch.nn.Linear(4, 4))}, "head", "has 2 layers"),
        ({"head": (torch.nn.Conv2d(8, 4, 3),)}, "head", "no linear layer and no batch norm"),
    ],
)
def test_other_heads_are_refused(layers, named, told, saved, opening):
    file = saved(**{name: head(*modules) for name, modules in layers.items()})
    with pytest.raises(CheckpointError, match=told):
        opening(file, named)
