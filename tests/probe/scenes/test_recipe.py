import json
import subprocess
import sys

import pytest

from probe.errors import ProbeError
from probe.scenes import SceneRecipe
from probe.scenes.recipe import CLOTHES


@pytest.mark.parametrize(
    ("field", "value", "hint"),
    [
        ("clothes", "white-sweatshirts", "did you mean 'white-sweatshirt'"),
        ("background", "pannel", "did you mean 'panel'"),
        ("domain", "C", "Valid: A, B"),
        ("pose", "walk", "did you mean 'walking'"),
        ("distance", 0.2, "1.5 to 60 m"),
        ("distance", float("nan"), "1.5 to 60 m"),
        ("distance", "far", "1.5 to 60 m"),
        ("camera_height", 5, "20 to 600 cm"),
        ("phase", 1.5, "0 to 1"),
        ("identity", -1, "0 to 2147483647"),
        ("identity", 1.5, "0 to 2147483647"),
        ("take", True, "0 to 2147483647"),
        ("backpack", "yes", "true or false"),
        ("helmet", 1, "true or false"),
    ],
)
def test_bad_values_name_the_field_and_the_next_step(field, value, hint):
    with pytest.raises(ProbeError) as raised:
        SceneRecipe(**{"identity": 0, field: value})
    assert raised.value.place == field
    assert hint in raised.value.hint


def test_a_camera_above_the_head_is_refused():
    with pytest.raises(ProbeError, match="cannot be 2 m"):
        SceneRecipe(0, distance=2, camera_height=400)


def test_unknown_field_gets_the_nearest_name():
    with pytest.raises(ProbeError) as raised:
        SceneRecipe.from_dict({"identity": 1, "distnace": 3})
    assert "did you mean 'distance'" in raised.value.hint


def test_a_recipe_survives_json_and_keeps_its_digest():
    recipe = SceneRecipe(7, clothes="own", helmet=True, phase=0.25, distance=6)
    again = SceneRecipe.from_dict(json.loads(json.dumps(recipe.as_dict())))
    assert again == recipe
    assert again.digest() == recipe.digest()


def test_every_field_changes_the_digest():
    base = SceneRecipe(1)
    others = {
        "identity": 2, "clothes": "white-shirt", "helmet": True, "distance": 5.0,
        "orientation": 90.0, "camera_height": 172.0, "backpack": True, "background": "no-panel",
        "domain": "B", "pose": "walking", "phase": 0.5, "take": 1, "light": 1, "camera": 1,
        "room": 1, "framing": 1,
    }  # fmt: skip
    assert set(others) == set(base.as_dict())
    digests = {SceneRecipe(**{**base.as_dict(), k: v}).digest() for k, v in others.items()}
    assert len(digests | {base.digest()}) == len(others) + 1


def test_whole_and_broken_numbers_are_the_same_recipe():
    assert SceneRecipe(1, distance=4).digest() == SceneRecipe(1, distance=4.0).digest()


def test_helmets_follow_the_outfit_unless_told():
    worn = {clothes: SceneRecipe(0, clothes=clothes).wears_helmet for clothes in CLOTHES}
    assert worn == {
        "own": False, "white-sweatshirt": True, "white-shirt": True, "grey-sweatshirt": True,
        "white-sweatshirt-no-helmet": False,
    }  # fmt: skip
    assert SceneRecipe(0, clothes="own", helmet=True).wears_helmet
    assert not SceneRecipe(0, clothes="white-shirt", helmet=False).wears_helmet


def test_importing_the_package_loads_nothing_heavy():
    code = (
        "import sys, probe.scenes; "
        "print([m for m in ('numba', 'skimage', 'PIL', 'scipy', 'torch') if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
