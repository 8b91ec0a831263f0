"""Tiny trainings of three architectures: under their cards, resumed, data that are not there."""

import numpy as np
import pytest

from probe.backbones._training.recipe import recipe_from
from probe.backbones._training.recipe_file import load_recipe, shipped_recipes
from probe.backbones._training.training import train
from probe.contracts import Runtime
from probe.embedding.registry import find
from probe.errors import PictureSourceError, ProbeError, UsageError

ARCHITECTURES = ("ibn", "ensemble", "transreid")


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_trained_weights_open_under_their_card(
    one_thread, architecture, tiny_architecture, people, tmp_path, quiet
):
    data = (f"identity_folders={people}",)
    result = train(
        recipe_from(tiny_architecture(architecture)), tmp_path / "t", quiet, one_thread, data=data
    )
    backbone = find(str(result.card)).load(Runtime(device="cpu", engine="torch"))
    assert backbone.card.architecture == architecture
    pictures = np.random.default_rng(1).integers(0, 256, (2, 32, 16, 3)).astype(np.uint8)
    vectors = backbone.embed(pictures)
    assert vectors.shape == (2, backbone.card.dimension)
    attention = backbone.attend(pictures, pictures)
    assert (attention.kind == "exact") if attention else architecture == "transreid"
    assert sum(part.length for part in backbone.parts) in (0, backbone.card.dimension)


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_killed_and_resumed_is_never_killed(
    one_thread, killed, architecture, tiny_architecture, people, tmp_path, quiet
):
    recipe, data = recipe_from(tiny_architecture(architecture)), (f"identity_folders={people}",)
    killed_error, kills_after = killed
    whole = train(recipe, tmp_path / "whole", quiet, one_thread, data=data)
    with pytest.raises(killed_error):
        train(recipe, tmp_path / "cut", kills_after(3), one_thread, data=data)
    again = train(recipe, tmp_path / "cut", quiet, one_thread, data=data, resume=True)
    assert again.sha256 == whole.sha256


OURS = [name for name in shipped_recipes() if name.split(".")[0] in ARCHITECTURES]


@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize(
    ("given", "message"),
    [
        ((), "data"),
        (("market1501=no/such/folder",), "no such folder"),
        (("market15=.",), "market15"),
        (("tracks=.",), "tracks"),
    ],
)
def test_data_that_are_not_there_are_said_so(one_thread, name, given, message, tmp_path, quiet):
    recipe = load_recipe(name)
    with pytest.raises((UsageError, PictureSourceError)) as caught:
        train(recipe, tmp_path, quiet, one_thread, data=given)
    assert isinstance(caught.value, ProbeError)
    assert message in f"{caught.value} {caught.value.hint or ''}"
