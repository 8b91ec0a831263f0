"""Masks from files, from the renderer, from maskers; and what is said when it goes wrong."""

from dataclasses import dataclass, replace

import numpy as np
import pytest
from PIL import Image

from probe.errors import MaskError
from probe.masking import FileMasks, SceneMasks, find_masker, make_masks, masker_names, read_mask
from probe.scenes import SceneCache, SceneRecipe


@pytest.fixture
def folder(tmp_path):
    masks = tmp_path / "masks"
    (masks / "day1").mkdir(parents=True)
    mask = np.zeros((30, 12), np.uint8)
    mask[5:25, 3:9] = 255
    Image.fromarray(mask).save(masks / "day1" / "ann.png")
    Image.fromarray(mask[:20]).save(masks / "small.png")
    Image.fromarray(np.zeros((30, 12), np.uint8)).save(masks / "nobody.png")
    (masks / "broken.png").write_bytes(b"no picture")
    return masks


def photo():
    return np.full((30, 12, 3), 90, np.uint8)


def test_a_mask_file_is_found_by_the_name_of_its_picture(folder, record):
    source = FileMasks(folder)
    ann = replace(record("ann", photo()), source="day1/ann.jpg")
    mask = source.mask_of(ann, photo())
    assert mask.sum() == 20 * 6
    assert mask.dtype == bool


def test_every_bad_mask_file_is_named_with_its_reason(folder, record):
    names = ("small", "nobody", "broken", "missing")
    ann = replace(record("ann", photo()), source="day1/ann.jpg")
    found = make_masks(FileMasks(folder), [ann, *(record(n, photo()) for n in names)])
    reasons = {f.source: f.reason for f in found.failures}
    assert "20 x 12 pixels, the picture 30 x 12" in reasons["small.jpg"]
    assert "empty" in reasons["nobody.jpg"]
    assert "not a readable mask" in reasons["broken.jpg"]
    assert "no mask file is named missing" in reasons["missing.jpg"]
    assert len(found.packed) == 1


def test_the_digest_follows_the_content(folder):
    before = FileMasks(folder).digest
    assert FileMasks(folder).digest == before
    (folder / "small.png").write_bytes(b"other")
    assert FileMasks(folder).digest != before


def test_a_folder_without_masks_is_refused(tmp_path):
    with pytest.raises(MaskError, match="no such folder"):
        FileMasks(tmp_path / "nowhere")
    with pytest.raises(MaskError, match="no mask files"):
        FileMasks(tmp_path)


def test_transparency_is_a_mask(tmp_path):
    cut = np.full((6, 4, 4), 255, np.uint8)
    cut[:3, :, 3] = 0
    Image.fromarray(cut).save(tmp_path / "cut.png")
    mask = read_mask(tmp_path / "cut.png")
    assert not mask[:3].any()
    assert mask[3:].all()


@dataclass(frozen=True)
class Rendered:
    recipe: SceneRecipe
    cache: SceneCache

    def load(self):
        from probe.scenes import render_many

        return next(iter(render_many([self.recipe], workers=1, cache=self.cache))).image


def test_scene_masks_are_exact(tmp_path, record):
    from probe.scenes import render

    recipe = SceneRecipe(identity=3, distance=8.0, backpack=True, orientation=90.0)
    scene = render(recipe)
    origin = Rendered(recipe, SceneCache(tmp_path, limit_bytes=10**8))
    rendered = replace(record("p", scene.image), origin=origin)
    found = make_masks(SceneMasks(), [rendered])
    np.testing.assert_array_equal(found.mask("p-id"), scene.mask_with_objects)


def test_photographs_have_no_exact_masks(record):
    with pytest.raises(MaskError, match="only for rendered"):
        SceneMasks().mask_of(record("ann", photo()), photo())


def test_maskers_are_found_by_name(folder):
    assert {"scene", "files", "grabcut", "sam"} <= set(masker_names())
    assert find_masker("scene").name == "scene"
    assert find_masker(f"files={folder}").name == "files"
    assert find_masker("grabcut").name == "grabcut"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("grabcat", "did you mean 'grabcut'"),
        ("scene=x", "takes no file"),
        ("files", "needs a folder"),
        ("grabcut=x.pth", "takes no weights"),
        ("sam", "needs a checkpoint"),
    ],
)
def test_what_cannot_be_opened_says_what_to_do(given, told):
    with pytest.raises(MaskError) as caught:
        find_masker(given)
    assert told in str(caught.value)


def test_regions_of_a_scene_are_its_parts(tmp_path, record):
    from probe.masking import mask_regions, person_of, scene_parts, scene_regions
    from probe.scenes import KEYPOINTS, PARTS, render

    recipe = SceneRecipe(identity=2, distance=8.0, backpack=True, clothes="white-sweatshirt")
    scene = render(recipe)
    cache = SceneCache(tmp_path, limit_bytes=10**8)
    rendered = replace(record("p", scene.image), origin=Rendered(recipe, cache))
    regions, parts = scene_regions(rendered), scene_parts(rendered)
    np.testing.assert_array_equal(regions["person"], scene.mask)
    assert regions["carried"].any()
    assert not (regions["person"] & regions["carried"]).any()
    assert sum(mask.astype(int) for mask in parts.values()).max() == 1
    np.testing.assert_array_equal(np.any(list(parts.values()), axis=0), scene.parts > 0)
    assert list(parts) == ["head", "torso", "legs", "carried"]
    assert parts["head"].any()
    np.testing.assert_array_equal(person_of(parts), scene.mask)
    np.testing.assert_array_equal(parts["carried"], regions["carried"])
    waist = scene.keypoints[[KEYPOINTS.index("hip_r"), KEYPOINTS.index("hip_l")], 1].mean()
    hands = (scene.parts == PARTS.index("skin")) & (np.arange(len(scene.parts)) > waist)[:, None]
    assert hands.any()
    assert not (hands & ~parts["torso"]).any()
    assert np.flatnonzero(parts["head"].any(1)).mean() < np.flatnonzero(parts["legs"].any(1)).mean()
    photograph = record("ann", photo())
    assert scene_regions(photograph) is None
    assert scene_parts(photograph) is None
    masks = make_masks(SceneMasks(), [rendered])
    np.testing.assert_array_equal(mask_regions(masks)(rendered)["person"], scene.mask_with_objects)
    assert mask_regions(masks)(photograph) is None
