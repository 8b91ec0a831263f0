"""FastReID: its parts against references, and its trunk against the official numbers."""

import numpy as np
import pytest
import torch

from probe.backbones.fastreid import spec
from probe.backbones.fastreid.model import FastReid, GeneralisedMean, NonLocal
from probe.errors import CheckpointError


def saved(network, path):
    """As FastReID's checkpointer writes it, with a classifier."""
    tensors = network.state_dict() | {"heads.weight": torch.ones(751, 2048)}
    torch.save({"model": tensors, "iteration": 7}, path)
    return path


def test_trunk_and_neck_equal_the_official_trunk(golden, eager, spec_card, tmp_path):
    """LUPerson's copy of FastReID pads the stem; its average then goes through the neck."""
    data = golden("luperson_resnet50_ls1_256x128")
    rng = np.random.default_rng(0)
    neck = {k: rng.uniform(0.5, 2, 2048).astype(np.float32) for k in ("weight", "running_var")}
    neck |= {k: rng.normal(0, 1, 2048).astype(np.float32) for k in ("bias", "running_mean")}
    extra = {f"heads.bottleneck.0.{k}": torch.from_numpy(v) for k, v in neck.items()}
    file = data.save(tmp_path / "w.pth", lambda k: f"backbone.{k}", "model", extra)
    card = spec_card(spec, "fastreid_bot")
    card = card.with_changes(options={**card.options, "stem": "padded"})
    network = spec.load(card, file, eager).network.double()
    with torch.inference_mode():
        found = network(torch.from_numpy(data.input).double()).numpy()
    pooled = data.arrays["gap@f64"]
    scale = neck["weight"] / np.sqrt(neck["running_var"].astype(np.float64) + 1e-5)
    wanted = (pooled - neck["running_mean"]) * scale + neck["bias"]
    np.testing.assert_allclose(found, wanted, atol=1e-8)


def test_stem_without_padding_changes_the_feature(golden):
    data = golden("luperson_resnet50_ls1_256x128")
    vectors = []
    for ceil in (True, False):
        network = FastReid(
            pooling="average", non_local=0, last_stride=1, stem_ceil=ceil, ibn_a=False
        ).eval()
        tensors = {f"backbone.{k}": torch.from_numpy(v) for k, v in data.weights.items()}
        network.load_state_dict(tensors, strict=False)
        with torch.inference_mode():
            vectors.append(network(torch.from_numpy(data.input)).numpy())
    change = np.linalg.norm(vectors[0] - vectors[1]) / np.linalg.norm(vectors[1])
    assert 1e-3 < change < 0.2


@pytest.mark.parametrize("inner", [1, 3])
def test_non_local_block_against_sums(randomised, inner):
    torch.manual_seed(0)
    block = randomised(NonLocal(6, inner)).double()
    x = torch.randn(2, 6, 4, 3, dtype=torch.float64)
    with torch.inference_mode():
        found = block(x)
        g, theta, phi = (layer(x).flatten(2) for layer in (block.g, block.theta, block.phi))
        wanted = torch.zeros(2, inner, 12, dtype=torch.float64)
        for p in range(12):
            for q in range(12):
                weight = (theta[:, :, p] * phi[:, :, q]).sum(1, keepdim=True) / 12
                wanted[:, :, p] += weight * g[:, :, q]
        wanted = block.W(wanted.view(2, inner, 4, 3)) + x
    torch.testing.assert_close(found, wanted)


def test_generalised_mean_lies_between_mean_and_maximum():
    x = torch.rand(2, 5, 6, 4, dtype=torch.float64)
    pool = GeneralisedMean(learned=True).double()
    torch.testing.assert_close(pool(x), (x**3).mean((2, 3)) ** (1 / 3))
    with torch.no_grad():
        pool.p.fill_(200.0)
        torch.testing.assert_close(pool(x), x.amax((2, 3)), atol=0.05, rtol=0)


@pytest.mark.parametrize("recipe", ["fastreid_agw", "fastreid_sbs"])
@pytest.mark.parametrize("ibn_a", [False, True])
def test_recipes_load_what_their_files_hold(
    randomised, recipe, ibn_a, eager, spec_card, tmp_path, pictures
):
    card = spec_card(spec, recipe).with_changes(input_size=(64, 32))
    learned = recipe == "fastreid_sbs"
    made = randomised(
        FastReid(
            pooling="gem_learned" if learned else "gem",
            non_local=1,
            last_stride=1,
            stem_ceil=True,
            ibn_a=ibn_a,
        )
    )
    backbone = spec.load(card, saved(made, tmp_path / "w.pth"), eager)
    assert backbone.report.dropped == ("heads.weight",)
    assert not backbone.report.unexpected
    x = torch.randn(2, 3, 64, 32)
    with torch.inference_mode():
        torch.testing.assert_close(backbone.network(x), made(x))
    assert backbone.embed(pictures(1, (64, 32))).shape == (1, 2048)


def test_wrong_recipe_is_refused_with_the_right_one(eager, spec_card, tmp_path):
    made = FastReid(pooling="average", non_local=0, last_stride=1, stem_ceil=True, ibn_a=False)
    file = saved(made, tmp_path / "w.pth")
    with pytest.raises(CheckpointError, match="NL_2") as caught:
        spec.load(spec_card(spec, "fastreid_sbs"), file, eager)
    assert "fastreid_bot" in caught.value.hint
    more = FastReid(pooling="gem_learned", non_local=1, last_stride=1, stem_ceil=True, ibn_a=False)
    sbs = saved(more, tmp_path / "sbs.pth")
    with pytest.raises(CheckpointError, match="unexpected") as caught:
        spec.load(spec_card(spec, "fastreid_bot"), sbs, eager)
    assert "fastreid_sbs" in caught.value.hint
    card = spec_card(spec, "fastreid_bot").with_changes(options={"pooling": "median"})
    with pytest.raises(CheckpointError, match="pooling"):
        spec.load(card, file, eager)
