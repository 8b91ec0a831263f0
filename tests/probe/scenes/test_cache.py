"""Scenes kept on disk: whole or absent, and the oldest go first."""

import os

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from probe.scenes import SceneCache, SceneRecipe, render
from probe.scenes.cache import png_bytes

RECIPES = [SceneRecipe(3, distance=14, take=take) for take in range(3)]


@pytest.fixture(scope="module")
def scene():
    return render(RECIPES[0])


def test_a_scene_comes_back_and_its_size_is_read_without_it(tmp_path, scene):
    cache = SceneCache(tmp_path, 10**9)
    assert cache.get(RECIPES[0]) is None
    assert cache.picture_size(RECIPES[0]) is None
    cache.put(RECIPES[0], scene)
    kept = cache.get(RECIPES[0])
    np.testing.assert_array_equal(kept.image, scene.image)
    assert kept.parameters == scene.parameters
    assert cache.picture_size(RECIPES[0]) == scene.image.shape[:2]
    np.testing.assert_array_equal(cache.picture(RECIPES[0]), scene.image)
    cache.clear()
    assert cache.size() == 0


@pytest.mark.parametrize("suffix", [".png", ".npz"])
def test_a_damaged_entry_counts_as_absent(tmp_path, scene, suffix):
    cache = SceneCache(tmp_path, 10**9)
    cache.put(RECIPES[0], scene)
    (path,) = tmp_path.glob(f"??/*{suffix}")
    path.write_bytes(path.read_bytes()[:40])
    assert cache.get(RECIPES[0]) is None


def test_other_pixels_and_the_picture_of_another_recipe_count_as_absent(tmp_path, scene):
    cache = SceneCache(tmp_path, 10**9)
    for recipe in RECIPES[:2]:
        cache.put(recipe, scene)
    first, second = (cache._paths(recipe)[0] for recipe in RECIPES[:2])
    first.write_bytes(second.read_bytes())
    assert cache.picture(RECIPES[0]) is None
    assert cache.get(RECIPES[0]) is None
    with Image.open(second) as opened:
        texts = PngImagePlugin.PngInfo()
        texts.add_text("probe-checksum", opened.info["probe-checksum"])
        pixels = np.array(opened)
    pixels[5, 5, 0] ^= 1
    Image.fromarray(pixels).save(second, pnginfo=texts)
    assert cache.picture(RECIPES[1]) is None


def test_the_entries_used_longest_ago_go_first(tmp_path, scene):
    cache = SceneCache(tmp_path, 10**9)
    for age, recipe in zip((300, 100, 200), RECIPES, strict=True):
        cache.put(recipe, scene)
        picture, _ = cache._paths(recipe)
        os.utime(picture, (picture.stat().st_mtime - age,) * 2)
    cache.limit_bytes = cache.size() // 3 + 10
    assert cache.trim() == 2
    assert [cache.get(recipe) is not None for recipe in RECIPES] == [False, True, False]
    assert len(png_bytes(scene)) > 100
