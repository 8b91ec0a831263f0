"""FastReID's MGN equals its published definition, and its parts are its heads."""

import numpy as np
import pytest
import torch

from probe.backbones.fastreid import spec
from probe.backbones.fastreid.mgn import Mgn, mgn_parts
from probe.contracts import part_slices
from probe.wording import wording_of

in_words = wording_of().stored


def convolve(x, t, name, stride=1, padding=0):
    return torch.nn.functional.conv2d(x, t[f"{name}.weight"], None, stride, padding)


def normed(x, t, name):
    """Batch norm, or IBN-a where the file holds its two halves."""
    if f"{name}.IN.weight" in t:
        half = len(t[f"{name}.IN.weight"])
        first = x[:, :half]
        spread, mean = torch.var_mean(first, (2, 3), unbiased=False, keepdim=True)
        first = (first - mean) / torch.sqrt(spread + 1e-5)
        first = first * t[f"{name}.IN.weight"][:, None, None] + t[f"{name}.IN.bias"][:, None, None]
        return torch.cat([first, normed(x[:, half:], t, f"{name}.BN")], 1)
    scale = t[f"{name}.weight"] / torch.sqrt(t[f"{name}.running_var"] + 1e-5)
    shift = t[f"{name}.bias"] - t[f"{name}.running_mean"] * scale
    return x * scale[:, None, None] + shift[:, None, None]


def bottleneck(x, t, name, stride=1):
    out = torch.relu(normed(convolve(x, t, f"{name}.conv1"), t, f"{name}.bn1"))
    out = torch.relu(normed(convolve(out, t, f"{name}.conv2", stride, 1), t, f"{name}.bn2"))
    out = normed(convolve(out, t, f"{name}.conv3"), t, f"{name}.bn3")
    if f"{name}.downsample.0.weight" in t:
        x = normed(convolve(x, t, f"{name}.downsample.0", stride), t, f"{name}.downsample.1")
    return torch.relu(out + x)


def mgn(x, t):
    """FastReID's MGN in evaluation, from its published definition."""
    x = torch.relu(normed(convolve(x, t, "backbone.0", 2, 3), t, "backbone.1"))
    x = torch.nn.functional.max_pool2d(x, 3, 2, 0, ceil_mode=True)
    for k in range(3):
        x = bottleneck(x, t, f"backbone.4.{k}")
    for k in range(4):
        x = bottleneck(x, t, f"backbone.5.{k}", 2 if k == 0 else 1)
    x = bottleneck(x, t, "backbone.6", 2)
    maps = {}
    for branch in ("b1", "b2", "b3"):
        y = x
        for k in range(5):
            y = bottleneck(y, t, f"{branch}.0.{k}")
        for k in range(3):
            y = bottleneck(y, t, f"{branch}.1.{k}")
        maps[branch] = y
    rows = x.shape[2]
    maps["b21"], maps["b22"] = maps["b2"].split(rows // 2, 2)
    maps["b31"], maps["b32"], maps["b33"] = maps["b3"].split(rows // 3, 2)
    found = []
    for name in ("b1", "b2", "b3", "b21", "b22", "b31", "b32", "b33"):
        p = t[f"{name}_head.pool_layer.p"]
        pooled = (maps[name].clamp(min=1e-6) ** p).mean((2, 3)) ** (1 / p)
        reduced = pooled @ t[f"{name}_head.bottleneck.0.weight"].flatten(1).T
        found.append(normed(reduced[:, :, None, None], t, f"{name}_head.bottleneck.1").flatten(1))
    return torch.cat(found, 1)


@pytest.mark.slow
@pytest.mark.parametrize("ibn_a", [False, True])
def test_mgn_equals_its_definition(randomised, ibn_a, eager, spec_card, tmp_path, pictures):
    network = randomised(
        Mgn(pooling="gem_learned", dimension=256, last_stride=1, stem_ceil=True, ibn_a=ibn_a)
    )
    for number, name in enumerate(("b1", "b2", "b3", "b21", "b22", "b31", "b32", "b33")):
        network.get_submodule(f"{name}_head.pool_layer").p.data.fill_(2.5 + 0.2 * number)
    tensors = network.state_dict()
    for name in ("b1", "b33"):
        tensors[f"{name}_head.weight"] = torch.ones(751, 256)
    torch.save(
        {"model": tensors | {"pixel_mean": torch.tensor([123.675, 116.28, 103.53])}},
        tmp_path / "mgn.pth",
    )
    card = spec_card(spec, "fastreid_mgn").with_changes(input_size=(192, 64))
    backbone = spec.load(card, tmp_path / "mgn.pth", eager)
    assert sum(part.length for part in backbone.parts) == backbone.card.dimension
    assert "MGN" in in_words(backbone.notes[0])
    assert backbone.card.dimension == 2048
    images = pictures(2, (192, 64))
    mean, std = (torch.tensor(v, dtype=torch.float64)[:, None, None] for v in (card.mean, card.std))
    planes = (torch.from_numpy(images.transpose(0, 3, 1, 2) / 255.0) - mean) / std
    with torch.inference_mode():
        wanted = mgn(planes, {k: v.double() for k, v in tensors.items()}).numpy()
    apart = np.linalg.norm(backbone.embed(images) - wanted, axis=1)
    assert (apart / np.linalg.norm(wanted, axis=1)).max() < 1e-5


def test_parts_of_mgn_are_its_heads():
    """Each part is the feature of the head its name says, over the stripe that head sees."""
    torch.manual_seed(0)
    network = Mgn(pooling="average", dimension=4, last_stride=1, stem_ceil=True, ibn_a=False).eval()
    heads = ("b1", "b2", "b3", "b21", "b22", "b31", "b32", "b33")
    for number, head in enumerate(heads):
        layers = network.get_submodule(f"{head}_head").bottleneck
        layers[0].weight.data.zero_()
        layers[1].bias.data.fill_(float(number))
    vector = network(torch.rand(1, 3, 96, 32))[0]
    parts = mgn_parts(4)
    values = [vector[where].tolist() for where in part_slices(parts).values()]
    assert values == [[float(number)] * 4 for number in range(8)]
    assert [(part.name, part.top, part.bottom) for part in parts[3:6]] == [
        ("half 1", 0, 0.5),
        ("half 2", 0.5, 1),
        ("third 1", 0, 1 / 3),
    ]


def test_names_of_mgn_are_the_official_ones():
    with torch.device("meta"):
        names = set(
            Mgn(
                pooling="gem_learned", dimension=256, last_stride=1, stem_ceil=True, ibn_a=True
            ).state_dict()
        )
    assert {
        "backbone.0.weight",
        "backbone.4.0.bn1.IN.weight",
        "backbone.5.3.conv3.weight",
        "backbone.6.downsample.0.weight",
        "b1.0.4.conv3.weight",
        "b1.1.0.downsample.1.weight",
        "b33_head.bottleneck.0.weight",
        "b21_head.bottleneck.1.running_var",
        "b3_head.pool_layer.p",
    } <= names
    assert not any(name.startswith(("b1.0.5.", "b11_head.", "backbone.7.")) for name in names)
