import numpy as np
import pytest
from PIL import Image

from probe.errors import ProbeError
from probe.scenes import SceneCache, SceneRecipe, render, render_many
from probe.scenes.crowd import BATCH, batches
from probe.scenes.worker import Worker

RECIPES = [
    SceneRecipe(seed, orientation=turn, distance=12)
    for turn in (0.0, 90.0, 200.0)
    for seed in (3, 4)
]


def same(a, b):
    return (
        np.array_equal(a.image, b.image)
        and np.array_equal(a.mask, b.mask)
        and np.array_equal(a.mask_with_objects, b.mask_with_objects)
        and np.array_equal(a.parts, b.parts)
        and np.array_equal(a.keypoints, b.keypoints)
        and np.array_equal(a.visible, b.visible)
        and a.parameters == b.parameters
    )


@pytest.mark.slow
def test_the_number_of_workers_changes_nothing():
    told = []
    one = list(render_many(RECIPES, workers=1, progress=told.append))
    two = list(render_many(RECIPES, workers=2))
    assert all(same(a, b) for a, b in zip(one, two, strict=True))
    assert told == list(range(1, len(RECIPES) + 1))
    for recipe, scene in zip(RECIPES, one, strict=True):
        assert scene.parameters["orientation"] == recipe.orientation
        assert scene.parameters["identity"] == recipe.identity


@pytest.mark.slow
def test_a_worker_that_ends_is_told_of():
    worker = Worker()
    worker._process.kill()
    worker._process.wait()
    with pytest.raises(ProbeError, match="ended before"):
        worker.render(RECIPES[0])
    worker.close()


def test_batches_keep_figures_together_and_lose_nothing():
    recipes = [SceneRecipe(n % 5, take=n) for n in range(200)]
    made = batches(recipes, 2)
    assert sorted(n for batch in made for n in batch) == list(range(200))
    assert max(len(batch) for batch in made) <= BATCH
    assert all(len({recipes[n].identity for n in batch}) == 1 for batch in made)


def test_no_workers_are_refused():
    with pytest.raises(ProbeError, match="0 workers"):
        render_many(RECIPES, workers=0)


def test_the_cache_returns_what_was_rendered(tmp_path):
    cache = SceneCache(tmp_path, 10**8)
    fresh = list(render_many(RECIPES[:3], workers=1, cache=cache))
    kept = [cache.get(recipe) for recipe in RECIPES[:3]]
    assert all(same(a, b) for a, b in zip(fresh, kept, strict=True))
    assert cache.get(RECIPES[4]) is None
    assert cache.size() > 0
    cache.clear()
    assert cache.size() == 0


@pytest.mark.parametrize("harm", ["cut", "empty", "swap", "gone", "text"])
@pytest.mark.parametrize("suffix", [".png", ".npz"])
def test_a_damaged_entry_is_rendered_anew(tmp_path, harm, suffix):
    recipe = RECIPES[0]
    cache = SceneCache(tmp_path, 10**8)
    cache.put(recipe, render(recipe))
    path = next(tmp_path.glob(f"??/*{suffix}"))
    data = path.read_bytes()
    if harm == "gone":
        path.unlink()
    else:
        other = b"" if harm == "empty" else data[: len(data) // 2]
        path.write_bytes({"swap": b"\0" + data[1:], "text": b"hello"}.get(harm, other))
    assert cache.get(recipe) is None
    again = next(render_many([recipe], workers=1, cache=cache))
    assert same(again, render(recipe))
    assert cache.get(recipe) is not None


def test_a_picture_of_another_size_is_not_taken(tmp_path):
    cache = SceneCache(tmp_path, 10**8)
    cache.put(RECIPES[0], render(RECIPES[0]))
    Image.new("RGB", (9, 9)).save(next(tmp_path.glob("??/*.png")))
    assert cache.get(RECIPES[0]) is None


def test_trimming_removes_the_oldest_first(tmp_path):
    import os

    cache = SceneCache(tmp_path, 10**8)
    scene = render(RECIPES[0])
    for n in range(4):
        recipe = SceneRecipe(n)
        cache.put(recipe, scene)
        digest = recipe.digest()
        os.utime(tmp_path / digest[:2] / f"{digest}.png", (n, n))
    small = SceneCache(tmp_path, cache.size() // 2)
    assert small.trim() == 2
    assert [small.get(SceneRecipe(n)) is not None for n in range(4)] == [False, False, True, True]
    assert small.size() <= small.limit_bytes
