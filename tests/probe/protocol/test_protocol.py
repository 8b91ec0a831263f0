import re

import pytest

from probe.errors import ProtocolError
from probe.protocol.finding import find_protocol, find_protocols, load_protocol, shipped

BASE = """\
name: turn
title: Turning
question: Still the same?
factors:
  - name: orientation
    kind: circular
    unit: "°"
    levels: [0, 90, 180]
    standard: 180
scene:
  orientation: $level
"""


def load(tmp_path, text):
    path = tmp_path / "p.yaml"
    path.write_text(text, encoding="utf-8")
    return load_protocol(path)


@pytest.mark.parametrize("name", shipped())
def test_shipped_protocols_are_sound(name):
    protocol = load_protocol(name)
    assert protocol.name == name
    assert protocol.takes == 5
    assert protocol.standard in protocol.conditions
    assert str(protocol.title)
    assert protocol.title.language("ja") != str(protocol.title)


def test_the_five_protocols_of_the_paper_ship():
    counts = {name: len(load_protocol(name).conditions) for name in shipped()}
    assert counts == {
        "background": 3,
        "camera_height": 3,
        "clothing": 4,
        "distance": 7,
        "orientation": 16,
    }
    sensitive = [n for n in counts if load_protocol(n).expectation == "sensitive"]
    assert sensitive == ["clothing"]


def test_a_series_doubles_the_conditions():
    protocol = load_protocol("orientation")
    assert protocol.standard.key == "without/180"
    assert [c.key for c in protocol.conditions[7:9]] == ["without/315", "with/0"]
    assert protocol.scene_parameters(protocol.conditions[9]) == {
        "orientation": 45,
        "backpack": True,
    }
    assert protocol.label(protocol.conditions[9]) == "45°, with backpack"


def test_crossed_factors_make_every_combination(tmp_path):
    crossed = BASE.replace(
        "scene:\n  orientation: $level",
        "  - {name: distance, kind: ordered, unit: m, levels: [2, 4.0, 8], standard: 4}\n"
        "scene:\n  orientation: $orientation\n  distance: $distance",
    )
    protocol = load(tmp_path, crossed)
    assert len(protocol.conditions) == 9
    assert protocol.standard.level == "180|4"
    assert protocol.scene_parameters(protocol.conditions[5]) == {"orientation": 90, "distance": 8}
    assert protocol.label(protocol.conditions[5]) == "90°, 8\u00a0m"


@pytest.mark.parametrize(
    ("old", "new", "told", "line"),
    [
        ("name: turn", "nmae: turn", "'nmae' is not known here.*did you mean 'name'", 1),
        ("    kind: circular", "    kin: circular", "'kin' is not known.*did you mean 'kind'", 6),
        ("standard: 180", "standard: 170", "standard '170' is no level.*did you mean '180'", 5),
        ("[0, 90, 180]", "[0, 90, 90, 180]", "level '90' of 'orientation' stands twice", 5),
        ("[0, 90, 180]", "[0, north, 180]", "must be numbers", 5),
        ("[0, 90, 180]", "[180]", "at least two levels", 5),
        ("$level", "$lvel", r"\$lvel is not known.*did you mean '\$level'", 1),
        ("name: turn", "name: Turn It", "is no name", 1),
        ("scene:\n  orientation: $level", "", "picture source", 1),
        ("question: Still the same?\n", "", "'question' is missing", 1),
        ("kind: circular", "kind: round", "nominal.*ordered.*circular", 6),
    ],
)
def test_mistakes_name_file_line_and_the_nearest_name(tmp_path, old, new, told, line):
    with pytest.raises(ProtocolError) as caught:
        load(tmp_path, BASE.replace(old, new))
    assert re.search(told, str(caught.value), re.DOTALL), str(caught.value)
    assert re.search(rf"p\.yaml:{line}:", str(caught.value)), str(caught.value)


def test_levels_of_an_ordered_factor_rise(tmp_path):
    text = BASE.replace("kind: circular", "kind: ordered").replace("[0, 90, 180]", "[0, 180, 90]")
    with pytest.raises(ProtocolError, match="must rise"):
        load(tmp_path, text)


def test_texts_do_not_change_the_digest_but_levels_do(tmp_path):
    plain = load(tmp_path, BASE)
    assert load(tmp_path, BASE.replace("Still", "Yet")).digest() == plain.digest()
    assert load(tmp_path, BASE.replace("[0, 90,", "[0, 91,")).digest() != plain.digest()


def test_a_local_file_wins_over_a_shipped_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert find_protocol("protocols/orientation.yaml") == shipped()["orientation"]
    assert find_protocol("orientation") == shipped()["orientation"]
    assert len(find_protocols("protocols/")) == 5
    (tmp_path / "protocols").mkdir()
    local = tmp_path / "protocols" / "orientation.yaml"
    local.write_text(BASE, encoding="utf-8")
    assert find_protocol("protocols/orientation.yaml").resolve() == local
    assert [p.resolve() for p in find_protocols("protocols")] == [local]


def test_an_unknown_protocol_names_the_nearest():
    with pytest.raises(ProtocolError, match="did you mean 'orientation'"):
        find_protocol("protocols/orientaton.yaml")


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(ProtocolError, match=r"no \.yaml"):
        find_protocols(tmp_path)
