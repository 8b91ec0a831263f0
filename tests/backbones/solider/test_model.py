"""SOLIDER against its published definition, written out window by window in plain operations."""

import math

import numpy as np
import pytest
import torch

from probe.backbones._torch.families import recognise
from probe.backbones.solider import spec
from probe.backbones.solider.model import relative_positions
from probe.contracts import Runtime
from probe.errors import CheckpointError
from probe.wording import wording_of

WINDOW = 7


def layer_norm(x, t, name):
    centred = x - x.mean(-1, keepdim=True)
    spread = torch.sqrt((centred**2).mean(-1, keepdim=True) + 1e-5)
    return centred / spread * t[f"{name}.weight"] + t[f"{name}.bias"]


def linear(x, t, name):
    return x @ t[f"{name}.weight"].T + t.get(f"{name}.bias", 0)


def region(place, length, shift):
    """Which of the three parts of a shifted axis a place is in."""
    return (place >= length - WINDOW) + (place >= length - shift) if shift else 0


def attend(x, t, name, shift):
    """`(h, w, width)`: every window by itself, every place of it against every other."""
    height, across, width = x.shape
    tall, wide = (WINDOW * math.ceil(length / WINDOW) for length in (height, across))
    padded = x.new_zeros(tall, wide, width)
    padded[:height, :across] = x
    out = torch.zeros_like(padded)
    table = t[f"{name}.relative_position_bias_table"]
    for top in range(0, tall, WINDOW):
        for left in range(0, wide, WINDOW):
            places = [(top + i, left + j) for i in range(WINDOW) for j in range(WINDOW)]
            source = [((r + shift) % tall, (c + shift) % wide) for r, c in places]
            rows, columns = (torch.tensor(axis) for axis in zip(*source, strict=True))
            query, key, value = linear(padded[rows, columns], t, f"{name}.qkv").split(width, 1)
            bias = torch.empty(WINDOW**2, WINDOW**2, table.shape[1], dtype=x.dtype)
            for a, (r, c) in enumerate(places):
                for b, (s, d) in enumerate(places):
                    row = (r - s + WINDOW - 1) * (2 * WINDOW - 1) + (c - d + WINDOW - 1)
                    same = region(r, tall, shift) == region(s, tall, shift)
                    same = same and region(c, wide, shift) == region(d, wide, shift)
                    bias[a, b] = table[row] + (0 if same else -100)
            heads = []
            for head in range(width // 32):
                part = slice(32 * head, 32 * head + 32)
                scores = query[:, part] @ key[:, part].T / math.sqrt(32) + bias[:, :, head]
                heads.append(torch.softmax(scores, 1) @ value[:, part])
            out[rows, columns] = linear(torch.cat(heads, 1), t, f"{name}.proj")
    return out[:height, :across]


def solider(picture, t, depths, weight=0.2, after=False):
    """The feature of one normalised picture `(3, h, w)`."""
    kernel = t["base.patch_embed.projection.weight"]
    rows, columns = (length // 4 for length in picture.shape[1:])
    x = torch.stack(
        [
            torch.stack([picture[:, 4 * r : 4 * r + 4, 4 * c : 4 * c + 4] for c in range(columns)])
            for r in range(rows)
        ]
    )
    x = x.flatten(2) @ kernel.flatten(1).T + t["base.patch_embed.projection.bias"]
    x = layer_norm(x, t, "base.patch_embed.norm")
    mix = torch.tensor([weight, 1 - weight], dtype=x.dtype)
    for number, depth in enumerate(depths):
        stage = f"base.stages.{number}"
        for k in range(depth):
            block = f"{stage}.blocks.{k}"
            normed = layer_norm(x, t, f"{block}.norm1")
            x = x + attend(normed, t, f"{block}.attn.w_msa", 3 * (k % 2))
            hidden = linear(layer_norm(x, t, f"{block}.norm2"), t, f"{block}.ffn.layers.0.0")
            hidden = 0.5 * hidden * (1 + torch.erf(hidden / math.sqrt(2)))
            x = x + linear(hidden, t, f"{block}.ffn.layers.1")
        if number == 3:
            break
        height, across = (2 * math.ceil(length / 2) for length in x.shape[:2])
        whole = x.new_zeros(height, across, x.shape[2])
        whole[: x.shape[0], : x.shape[1]] = x
        four = [whole[i::2, j::2] for i in range(2) for j in range(2)]
        joined = torch.stack(four, -1).flatten(2)
        x = linear(
            layer_norm(joined, t, f"{stage}.downsample.norm"), t, f"{stage}.downsample.reduction"
        )
        scale = linear(mix, t, f"base.semantic_embed_w.{number}")
        x = x * torch.log1p(torch.exp(scale)) + linear(mix, t, f"base.semantic_embed_b.{number}")
    feature = layer_norm(x, t, "base.norm3").mean((0, 1))
    if "fcneck.weight" in t:
        feature = linear(feature, t, "fcneck")
    if not after:
        return feature
    spread = torch.sqrt(t["bottleneck.running_var"] + 1e-5)
    feature = (feature - t["bottleneck.running_mean"]) / spread
    return feature * t["bottleneck.weight"] + t["bottleneck.bias"]


def official_index():
    """The buffer as the official code makes it."""
    steps = (torch.arange(0, 91, 13)[:, None] + torch.arange(7)[None]).reshape(1, -1)
    return (steps + steps.T).flip(1).contiguous()


def shapes_of(width, depths, reduced=0, identities=751):
    """Names and shapes of a checkpoint as SOLIDER-REID's training leaves it."""
    shapes = {"base.patch_embed.projection.weight": (width, 3, 4, 4)}
    shapes["base.patch_embed.projection.bias"] = (width,)

    def layer(name, inputs, outputs):
        shapes.update({f"{name}.weight": (outputs, inputs), f"{name}.bias": (outputs,)})

    def norm(name, size):
        shapes.update({f"{name}.weight": (size,), f"{name}.bias": (size,)})

    norm("base.patch_embed.norm", width)
    for number, depth in enumerate(depths):
        wide, stage = width << number, f"base.stages.{number}"
        for k in range(depth):
            block = f"{stage}.blocks.{k}"
            norm(f"{block}.norm1", wide)
            shapes[f"{block}.attn.w_msa.relative_position_bias_table"] = (169, wide // 32)
            layer(f"{block}.attn.w_msa.qkv", wide, 3 * wide)
            layer(f"{block}.attn.w_msa.proj", wide, wide)
            norm(f"{block}.norm2", wide)
            layer(f"{block}.ffn.layers.0.0", wide, 4 * wide)
            layer(f"{block}.ffn.layers.1", 4 * wide, wide)
        if number < 3:
            norm(f"{stage}.downsample.norm", 4 * wide)
            shapes[f"{stage}.downsample.reduction.weight"] = (2 * wide, 4 * wide)
        norm(f"base.norm{number}", wide)
        for letter in "wb":
            layer(f"base.semantic_embed_{letter}.{number}", 2, width << min(number + 1, 3))
    last = reduced or 8 * width
    if reduced:
        shapes["fcneck.weight"] = (reduced, 8 * width)
    norm("bottleneck", last)
    shapes |= {f"bottleneck.running_{k}": (last,) for k in ("mean", "var")}
    return shapes | {"classifier.weight": (identities, last)}


def values(shapes):
    rng = np.random.default_rng(0)
    made = {}
    for name, shape in shapes.items():
        draw = rng.standard_normal(shape) * 0.3
        if name.endswith(("running_var", "weight")) and len(shape) == 1:
            draw = rng.uniform(0.5, 1.5, shape)
        elif len(shape) > 1 and "table" not in name and "semantic" not in name:
            draw *= math.sqrt(2 / math.prod(shape[1:])) / 0.3
        made[name] = torch.from_numpy(np.asarray(draw, np.float32))
        if name.endswith("table"):
            made[name.replace("bias_table", "index")] = official_index()
    return made


def card(size, **options):
    (found,) = spec.cards
    return found.with_changes(input_size=size, options={**found.options, **options})


def assert_equal(backbone, images, tensors, depths, **told):
    planes = torch.from_numpy(images.transpose(0, 3, 1, 2) / 127.5 - 1)
    exact = {k: t.double() if t.is_floating_point() else t for k, t in tensors.items()}
    wanted = torch.stack([solider(picture, exact, depths, **told) for picture in planes])
    found = torch.from_numpy(backbone.embed(images)).double()
    assert found.shape == wanted.shape
    assert backbone.card.dimension == wanted.shape[1]
    assert ((found - wanted).norm(dim=1) / wanted.norm(dim=1)).max() < 1e-5


def test_positions_within_a_window():
    torch.testing.assert_close(relative_positions(), official_index())


@pytest.mark.parametrize(
    ("size", "reduced", "neck", "weight"),
    [
        pytest.param((96, 64), 0, "before", 0.2, marks=pytest.mark.slow),
        ((64, 32), 48, "after", 0.7),
        pytest.param((384, 128), 0, "before", 0.2, marks=pytest.mark.slow),
    ],
)
def test_equals_its_definition(size, reduced, neck, weight, pictures, tmp_path):
    depths = (2, 1, 2, 2)
    tensors = values(shapes_of(32, depths, reduced))
    torch.save({f"module.{name}": tensor for name, tensor in tensors.items()}, tmp_path / "w.pth")
    settings = card(size, neck=neck, semantic_weight=weight)
    backbone = spec.load(settings, tmp_path / "w.pth", Runtime(device="cpu"))
    images = pictures(2, size)
    assert_equal(backbone, images, tensors, depths, weight=weight, after=neck == "after")
    assert backbone.engine.startswith("onnxruntime"), backbone.notes
    assert not backbone.report.unexpected


def test_pre_trained_teacher(pictures, tmp_path, eager):
    depths = (1, 1, 1, 1)
    tensors = values(shapes_of(32, depths))
    trunk = {
        name.replace("base.", "backbone."): t
        for name, t in tensors.items()
        if name.startswith("base.")
    }
    extra = {"head.mlp.0.weight": torch.ones(4, 4)}
    torch.save({"teacher": trunk | extra, "student": trunk, "epoch": 9}, tmp_path / "w.pth")
    with pytest.raises(CheckpointError, match="2 network"):
        spec.load(card((64, 32)), tmp_path / "w.pth", eager)
    backbone = spec.load(card((64, 32), part="teacher"), tmp_path / "w.pth", eager)
    assert_equal(backbone, pictures(1, (64, 32)), tensors, depths)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"neck": "both"}, "before or after"),
        ({"semantic_weight": 2}, r"0\.\.1"),
        ({"semantic_weight": "much"}, r"0\.\.1"),
    ],
)
def test_wrong_options(options, message, tmp_path, eager):
    with pytest.raises(CheckpointError, match=message):
        spec.load(card((64, 32), **options), tmp_path / "none.pth", eager)


def test_half_a_network_is_refused(tmp_path, eager):
    tensors = values(shapes_of(32, (1, 1, 1, 1)))
    tensors.pop("base.stages.2.downsample.norm.weight")
    torch.save(tensors, tmp_path / "w.pth")
    with pytest.raises(CheckpointError, match=r"stages\.2\.downsample\.norm\.weight"):
        spec.load(card((64, 32)), tmp_path / "w.pth", eager)
    torch.save({"layer1.weight": torch.ones(3, 3)}, tmp_path / "other.pth")
    with pytest.raises(CheckpointError, match="no weights of SOLIDER"):
        spec.load(card((64, 32)), tmp_path / "other.pth", eager)


@pytest.mark.parametrize(
    ("width", "depths", "kind"),
    [(96, (2, 2, 6, 2), "T"), (96, (2, 2, 18, 2), "S"), (128, (2, 2, 18, 2), "B")],
)
def test_published_sizes_are_told_apart_and_fit(width, depths, kind):
    from probe.backbones.solider.model import SemanticSwin, Solider

    shapes = shapes_of(width, depths)
    found = recognise({k: torch.empty(s, device="meta") for k, s in shapes.items()})
    assert (found.name, found.card) == ("SOLIDER", "solider")
    assert wording_of("en")(found.architecture).startswith(f"Swin-{kind}")
    with torch.device("meta"):
        network = Solider(SemanticSwin(width, depths, 0.2), 8 * width, 0, after=True)
    for name, tensor in network.state_dict().items():
        if not name.endswith(("num_batches_tracked", "relative_position_index")):
            assert shapes[name] == tuple(tensor.shape), name
