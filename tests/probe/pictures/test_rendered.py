"""Rendered people as the pictures of a protocol."""

import pytest

from probe.errors import ProtocolError
from probe.pictures import rendered
from probe.pictures.rendered import scene_recipes
from probe.protocol.finding import load_protocol
from probe.scenes import SceneRecipe


def test_subjects_wear_the_protocols_clothes_and_strangers_their_own():
    protocol = load_protocol("camera_height")
    recipes = scene_recipes(protocol, 2)
    subjects = [recipe for recipe in recipes if recipe.clothes == "white-sweatshirt"]
    strangers = [recipe for recipe in recipes if recipe.clothes == "own"]
    # Five takes in three conditions; strangers one, and five in the standard condition.
    assert len(subjects) == 2 * 5 * 3
    assert len(strangers) == 2 * (5 + 1 + 1)
    assert all(recipe.helmet for recipe in strangers)
    assert len(set(recipes)) == len(recipes)


def test_a_wrong_scene_parameter_names_protocol_and_condition(tmp_path):
    path = tmp_path / "p.yaml"
    path.write_text(
        "name: far\ntitle: Far\nquestion: Still?\nfactors:\n  - name: distance\n    kind: ordered"
        "\n    levels: [2, 4000]\n    standard: 2\nscene:\n  distance: $level\n",
        "utf-8",
    )
    with pytest.raises(ProtocolError, match="protocol far, condition 4000"):
        scene_recipes(load_protocol(path), 1)


SCENE = """\
name: plain
title: Plain
question: Still?
factors:
  - {name: distance, kind: ordered, levels: [2, 4], standard: 2}
series: {name: backpack, levels: [without, with], standard: without}
scene:
  background: no-panel
"""


@pytest.mark.parametrize(
    ("scene", "told", "hint"),
    [
        ("", "'without/2' and 'without/4' ask for the same pictures: 'distance' changes", "$level"),
        ("  distance: $level\n", "'without/2' and 'with/2' .*: 'backpack' changes", "$series"),
    ],
)
def test_conditions_that_ask_for_the_same_pictures_are_refused(tmp_path, scene, told, hint):
    path = tmp_path / "p.yaml"
    path.write_text(SCENE + scene, "utf-8")
    with pytest.raises(ProtocolError, match=told) as caught:
        scene_recipes(load_protocol(path), 1)
    assert f"use {hint} in a value of scene:" in caught.value.hint


def test_a_full_turn_is_the_same_view(tmp_path):
    path = tmp_path / "p.yaml"
    text = SCENE.replace("distance, kind: ordered, levels: [2, 4]", "turn, levels: [0, 360]")
    text = text.replace("standard: 2}", "standard: 0}") + "  orientation: $level\n"
    path.write_text(text.replace("series: {name: backpack, levels: [without, with], "
                                 "standard: without}\n", ""), "utf-8")  # fmt: skip
    with pytest.raises(ProtocolError, match="'0' and '360' ask for the same pictures"):
        scene_recipes(load_protocol(path), 1)


def test_sessions_differ_by_what_the_protocol_says(tmp_path):
    path = tmp_path / "p.yaml"
    series = "series: {name: backpack, levels: [without, with], standard: without}\n"
    text = SCENE.replace(series, "") + "  distance: $level\nagain: {light: 3}\n"
    path.write_text(text, "utf-8")
    recipes = scene_recipes(load_protocol(path), 2)
    assert {(recipe.take % 2, recipe.light) for recipe in recipes} == {(0, 0), (1, 3)}
    assert any(recipe.clothes == "own" and recipe.light == 3 for recipe in recipes)


def test_rendered_people_are_grouped_by_what_is_drawn():
    protocol = load_protocol("distance").model_copy(update={"groups": ("sex", "build")})
    roles = list(rendered._roles(protocol, 2, 1))
    records = [rendered._record(protocol, role, None, (1, 1), role.condition) for role in roles]
    for record in records:
        shown = SceneRecipe(identity=int(record.subject[1:])).traits
        assert record.groups == (shown["sex"], shown["build"])


def test_groups_by_what_is_not_drawn_are_refused():
    protocol = load_protocol("distance").model_copy(update={"groups": ("sexx",)})
    with pytest.raises(ProtocolError, match="no 'sexx' to be grouped by") as caught:
        scene_recipes(protocol, 1)
    assert "did you mean 'sex'?" in caught.value.hint
