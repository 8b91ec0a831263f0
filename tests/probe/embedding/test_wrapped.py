"""A network of a Python program: what it computes, and what decides whether vectors are kept."""

import dataclasses
import functools
import importlib
import sys

import numpy as np
import pytest
import torch

import probe
from probe.contracts import Runtime
from probe.embedding.registry import find, find_all
from probe.embedding.unknown import UnknownError
from probe.embedding.wrapped import state_text
from probe.errors import BackboneError, UsageError

PLAIN = {"input_size": (8, 4), "mean": (0, 0, 0), "std": (1, 1, 1)}
CPU = Runtime(device="cpu", engine="torch")

OWN = """
import torch


class Net(torch.nn.Module):
    def __init__(self, power=1.0, other=None):
        super().__init__()
        torch.manual_seed(0)
        self.conv = torch.nn.Conv2d(3, 5, 3)
        self.norm = torch.nn.BatchNorm2d(5)
        self.power, self.other = power, other

    def forward(self, x):
        return self.norm(self.conv(x)).abs().pow(self.power).mean((2, 3))


def colours(planes, weight=1.0):
    return planes.mean((2, 3)) * weight
"""


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A module of a program with a network and a function."""
    (tmp_path / "own_net.py").write_text(OWN)
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    yield importlib.import_module("own_net")
    sys.modules.pop("own_net")


@pytest.fixture
def pictures():
    return np.random.default_rng(0).integers(0, 256, (3, 8, 4, 3), np.uint8)


def key_of(model):
    choice = find(model)
    return choice.key_of(choice.load(CPU), CPU)


def test_a_function_gets_normalised_planes(own, pictures):
    model = probe.wrap(own.colours, input_size=(8, 4), mean=(0.5, 0, 0), std=(2, 1, 1))
    backbone = find(model).load(CPU)
    wanted = (pictures.mean((1, 2)) / 255 - (0.5, 0, 0)) / (2, 1, 1)
    np.testing.assert_allclose(backbone.embed(pictures), wanted, atol=1e-6)
    blue = find(probe.wrap(own.colours, channels="BGR", **PLAIN)).load(CPU)
    np.testing.assert_allclose(
        blue.embed(pictures), pictures[..., ::-1].mean((1, 2)) / 255, atol=1e-6
    )


def test_a_module_runs_as_a_copy_in_evaluation_mode(own, pictures):
    network = own.Net()
    network.norm.running_mean.normal_()
    backbone = find(probe.wrap(network, **PLAIN)).load(CPU)
    assert backbone.card.dimension == 5
    assert backbone.card.source == "own_net.Net"
    assert network.training
    assert network.conv.weight.requires_grad
    planes = torch.from_numpy(pictures.transpose(0, 3, 1, 2) / np.float32(255))
    with torch.inference_mode():
        wanted = network.eval()(planes.float()).numpy()
    np.testing.assert_allclose(backbone.embed(pictures), wanted, atol=1e-5)


def test_the_key_follows_state_settings_and_source(own):
    network = own.Net()
    keys = {key_of(probe.wrap(network, **PLAIN)).digest}
    assert keys == {key_of(probe.wrap(own.Net(), **PLAIN)).digest}
    with torch.no_grad():
        network.conv.weight += 1
    keys |= {
        key_of(model).digest
        for model in (
            probe.wrap(network, **PLAIN),
            probe.wrap(own.Net(power=2.0), **PLAIN),
            probe.wrap(own.Net(other=("a", 1)), **PLAIN),
            probe.wrap(own.Net(), **{**PLAIN, "mean": (0.1, 0, 0)}),
            probe.wrap(own.colours, **PLAIN),
        )
    }
    assert len(keys) == 6
    assert "" not in keys


def test_nothing_is_kept_of_what_has_no_known_state_or_source(own, tmp_path):
    scale = 2.0
    unknown = {
        "closure": lambda planes: planes.mean((2, 3)) * scale,
        "partial": functools.partial(own.colours, weight=2.0),
        "attribute": own.Net(other=object()),
        "hook": own.Net(),
    }
    unknown["hook"].register_forward_hook(lambda module, given, out: out * 2)
    for name, network in unknown.items():
        key = key_of(probe.wrap(network, **PLAIN))
        assert key.digest == "", name
        assert key.reason is not None
    (tmp_path / "own_net.py").write_text(OWN.replace("* weight", "* weight * 2"))
    key = key_of(probe.wrap(own.colours, **PLAIN))
    assert (key.digest, key.reason.id) == ("", "key-source-changed")


def test_files_that_a_function_reads_belong_to_its_key(own, tmp_path):
    file = tmp_path / "w.bin"
    file.write_bytes(b"1")
    first = key_of(probe.wrap(own.colours, files=[file], **PLAIN)).digest
    file.write_bytes(b"2")
    assert first != key_of(probe.wrap(own.colours, files=[file], **PLAIN)).digest


@pytest.mark.parametrize(
    ("network", "told"),
    [
        (lambda planes: planes, r"an array \(\d, 3, 8, 4\) of float32 for \d pictures"),
        (lambda planes: planes.mean((2, 3)) + 1j, r"an array \(\d, 3\) of complex\d+ for"),
        (lambda planes: [planes.mean((2, 3))] * 2, "for . pictures, not an array"),
        (torch.nn.Identity(), r"the network gives \(2, 3, 8, 4\) for 2 pictures"),
    ],
)
def test_what_gives_no_vectors_is_refused(network, told):
    with pytest.raises(BackboneError, match=told):
        find(probe.wrap(network, **PLAIN)).load(CPU)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"input_size": (8,)}, "height and width"),
        ({"mean": (0, 0)}, "three numbers each"),
        ({"std": (1, 0, 1)}, "above 0"),
        ({"channels": "GRB"}, "not RGB or BGR"),
        ({"fit": "crop"}, "not letterbox or stretch"),
        ({"input_size": 128}, "input_size=128: height and width"),
        ({"input_size": (True, 4)}, "height and width"),
        ({"input_size": (8.5, 4)}, "height and width"),
        ({"input_size": (10**6, 10**6)}, "height and width in pixels are needed, at most"),
        ({"mean": 0.5}, "mean=0.5, .*three numbers each"),
        ({"mean": "abc"}, "three numbers each"),
        ({"std": (1, float("nan"), 1)}, "three numbers each"),
        ({"mean": (0, 10**400, 0)}, "three numbers each"),
        ({"name": 3}, "name=3: a text"),
        ({"files": ["none.bin"]}, "no such file"),
        ({"files": "none.bin"}, "no such file"),
    ],
)
def test_values_that_are_not_possible(own, options, told):
    with pytest.raises(UsageError, match=told):
        probe.wrap(own.colours, **{**PLAIN, **options})
    with pytest.raises(UsageError, match="the class Net is no network yet"):
        probe.wrap(own.Net)
    with pytest.raises(UsageError, match="a network or a function is wrapped, not str"):
        probe.wrap("stripes")


def test_numbers_of_an_array_and_one_file_are_taken(own, tmp_path):
    (tmp_path / "w.bin").write_bytes(b"1")
    given = {**PLAIN, "mean": np.zeros(3, np.float32), "std": [1, np.float64(2), 1]}
    model = probe.wrap(own.colours, files=str(tmp_path / "w.bin"), **given)
    assert (model.card.mean, model.card.std) == ((0, 0, 0), (1, 2, 1))
    assert find(model).load(CPU).files == (tmp_path / "w.bin",)


def test_it_stands_among_names(own):
    model = probe.wrap(own.colours, name="mine / 2", **PLAIN)
    names = [choice.name for choice in find_all(["stripes", model, model])]
    assert names == ["stripes", "mine-2", "mine-2.2"]
    with pytest.raises(UsageError, match="a wrapped network or a list of texts or wrapped network"):
        probe.run("turn.yaml", backbones=[own.Net()])


def test_states_are_told_apart_and_others_are_refused():
    @dataclasses.dataclass
    class Settings:
        size: int

    values = [1, 1.0, "1", True, (1,), [1], {1}, {"a": 1}, None, torch.float32, Settings(1)]
    values += [Settings(2), np.ones(2), np.zeros(2), np.float32(1), torch.Size([1]), np.mean]
    texts = [state_text(value, "here") for value in values]
    assert len(set(texts)) == len(texts)
    for value in (object(), lambda: 1, iter([1]), np.array([object()])):
        with pytest.raises(UnknownError, match="here"):
            state_text(value, "here")
