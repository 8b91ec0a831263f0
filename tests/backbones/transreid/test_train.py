"""What a transreid recipe trains: how it starts, weights that tell the shape."""

import pytest
import torch

from probe.backbones._training.objective import DataFacts
from probe.backbones._training.recipe_file import load_recipe
from probe.errors import UsageError


def test_linear_layers_and_positions_start_as_in_the_official_code(learner_of, tiny_architecture):
    network = learner_of(tiny_architecture("transreid", {"heads": 2})).networks["backbone"]
    base = network.base
    assert base.pos_embed.shape == (1, 1 + 3, 2 * 64)
    for weights in (base.pos_embed, base.blocks[0].attn.qkv.weight, base.blocks[11].mlp.fc1.weight):
        # a normal distribution of spread .02 that is cut at 2 (of the values, which cuts nothing)
        assert float(weights.detach().std()) == pytest.approx(0.02, rel=0.15)
    assert not base.blocks[0].mlp.fc1.bias.any()


def test_the_feature_is_the_class_token(learner_of, tiny_architecture, picture_batch):
    learner = learner_of(tiny_architecture("transreid")).eval()
    network, batch = learner.networks["backbone"], picture_batch([0, 0, 1, 1])
    with torch.no_grad():
        tokens = network.base(batch.only.pictures)
        features = network(batch.only.pictures)
        step = learner("train", batch)
    assert torch.equal(features, tokens[:, 0])
    assert step.loss.isfinite()


def test_a_stride_that_weights_would_not_tell_is_refused(learner_of, tiny_architecture):
    # 32x16 has two patches at 16, at 14, at 12 and at 10
    with pytest.raises(UsageError, match=r"stride 12.*stride 16") as caught:
        learner_of(tiny_architecture("transreid", {"stride": 12}))
    assert "stride: 16" in str(caught.value.hint)


@pytest.mark.parametrize("stride", [12, 16])
@pytest.mark.parametrize("size", [(8, 8), (15, 64), (64, 15)])
def test_pictures_smaller_than_a_patch_are_refused(size, stride):
    """At 8x8 all strides have no patch at all: `stride: 16` would be no advice."""
    recipe = load_recipe("transreid.small")
    shape = recipe.network.model_copy(update={"stride": stride})
    told = f"{size[0]}x{size[1]} are smaller than a patch"
    with pytest.raises(UsageError, match=told) as caught:
        shape.networks(DataFacts(size, classes=4, cameras=1, sets=1))
    assert "larger `size`" in str(caught.value.hint)


def test_the_shipped_recipe_has_two_heads():
    recipe = load_recipe("transreid.small")
    assert recipe.network.length == 128
    assert recipe.stages[0].sizing.size == (128, 64)
