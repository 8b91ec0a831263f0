"""What enters the batch norms of an ONNX graph is what enters those of the network it came from."""

import warnings

import numpy as np
import pytest
import torch
from torch import nn

from probe.backbones._torch.input_fit import look_into
from probe.backbones.onnx.batch_norms import NormInputs, graph_norms

SIZE = (32, 16)


class Normed(nn.Module):
    """A batch norm before a convolution and one behind, with statistics as of training."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(0)
        self.before = nn.BatchNorm2d(3, eps=1e-3)
        self.conv = nn.Conv2d(3, 6, 3)
        self.norm = nn.BatchNorm2d(6)
        for norm in (self.before, self.norm):
            nn.init.normal_(norm.running_mean)
            nn.init.uniform_(norm.running_var, 0.5, 2.0)

    def forward(self, x):
        return self.norm(self.conv(self.before(x))).mean((2, 3))


def exported(path, network, *, folded, count=None):
    """The graph; with a fixed number of pictures where one is given."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network.eval(), (torch.zeros(count or 2, 3, *SIZE),), str(path), dynamo=False,
            input_names=["x"], output_names=["v"],
            dynamic_axes=None if count else {"x": {0: "n"}, "v": {0: "n"}},
            training=torch.onnx.TrainingMode.EVAL if folded else torch.onnx.TrainingMode.PRESERVE,
            do_constant_folding=folded,
        )  # fmt: skip
    return path


@pytest.mark.parametrize("count", [None, 1, 4])
def test_it_sees_what_pytorch_sees(tmp_path, count):
    network = Normed()
    path = exported(tmp_path / "net.onnx", network, folded=False, count=count)
    planes = torch.randn(4, 3, *SIZE, generator=torch.Generator().manual_seed(1))
    norms = graph_norms(path)
    expected = look_into(network)(planes)
    assert len(norms) == len(expected) == 2
    seen = NormInputs(path, "x", norms, count)(planes.numpy())
    for norm, values, one in zip(norms, seen, expected, strict=True):
        np.testing.assert_allclose(values, one.values, atol=1e-5)
        np.testing.assert_allclose(norm.mean, one.mean)
        np.testing.assert_allclose(norm.variance + norm.epsilon, one.variance, rtol=1e-6)
        assert not norm.untrained


def test_pictures_fill_batches_of_a_fixed_size(tmp_path):
    """Of five, four make a batch of four; of two, each counts twice."""
    network = Normed()
    path = exported(tmp_path / "net.onnx", network, folded=False, count=4)
    inputs = NormInputs(path, "x", graph_norms(path), 4)
    planes = np.random.default_rng(0).normal(size=(5, 3, *SIZE)).astype(np.float32)
    assert [len(values) for values in inputs(planes)] == [4, 4]
    few, twice = inputs(planes[:2]), inputs(planes[[0, 1, 0, 1]])
    for one, other in zip(few, twice, strict=True):
        np.testing.assert_array_equal(one, other)


def test_folded_norms_are_gone_and_fresh_ones_are_told(tmp_path):
    network = Normed()
    network.before = nn.Identity()
    assert graph_norms(exported(tmp_path / "folded.onnx", network, folded=True)) == []
    network.norm.reset_running_stats()
    network.conv = nn.Sequential(network.conv, nn.ReLU())  # in its way: it cannot be folded
    (norm,) = graph_norms(exported(tmp_path / "kept.onnx", network, folded=False))
    assert norm.untrained
