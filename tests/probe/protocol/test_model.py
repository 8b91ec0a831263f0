"""Protocols say a runnable experiment, or are refused with file and line."""

import pytest
from pydantic import ValidationError

from probe.errors import ProtocolError
from probe.protocol.finding import load_protocol, shipped
from probe.protocol.model import Protocol


def load(tmp_path, text):
    path = tmp_path / "p.yaml"
    path.write_text(text, encoding="utf-8")
    return load_protocol(path)


def test_a_series_doubles_the_conditions():
    protocol = load_protocol("orientation")
    assert protocol.standard.key == "without/180"
    assert [c.key for c in protocol.conditions[7:9]] == ["without/315", "with/0"]
    assert protocol.scene_parameters(protocol.conditions[9]) == {
        "orientation": 45,
        "backpack": True,
    }
    assert protocol.label(protocol.conditions[9]) == "45°, with backpack"


def test_crossed_factors_make_every_combination(tmp_path, turn_yaml):
    crossed = turn_yaml.replace(
        "scene:\n  orientation: $level",
        "  - {name: distance, kind: ordered, unit: m, levels: [2, 4.0, 8], standard: 4}\n"
        "scene:\n  orientation: $orientation\n  distance: $distance",
    )
    protocol = load(tmp_path, crossed)
    assert len(protocol.conditions) == 9
    assert protocol.standard.level == "180|4"
    assert protocol.scene_parameters(protocol.conditions[5]) == {"orientation": 90, "distance": 8}
    assert protocol.label(protocol.conditions[5]) == "90°, 8\u00a0m"


def test_levels_of_an_ordered_factor_rise(tmp_path, turn_yaml):
    text = turn_yaml.replace("kind: circular", "kind: ordered").replace(
        "[0, 90, 180]", "[0, 180, 90]"
    )
    with pytest.raises(ProtocolError, match="must rise"):
        load(tmp_path, text)


def test_texts_do_not_change_the_digest_but_levels_do(tmp_path, turn_yaml):
    plain = load(tmp_path, turn_yaml)
    assert load(tmp_path, turn_yaml.replace("Still", "Yet")).digest() == plain.digest()
    assert load(tmp_path, turn_yaml.replace("[0, 90,", "[0, 91,")).digest() != plain.digest()


def test_more_conditions_than_can_be_compared_are_refused_before_they_are_listed():
    factors = [
        {"name": f"f{k}", "levels": [f"l{n}" for n in range(1000)], "standard": "l0"}
        for k in range(4)
    ]
    data = {"name": "p", "title": "P", "question": "Q?", "factors": factors, "scene": {}}
    with pytest.raises(ValidationError, match="1,000,000,000,000 conditions: every one"):
        Protocol.model_validate(data)


def test_a_second_session_renders_every_other_take_anew(tmp_path, turn_yaml):
    plain = load(tmp_path, turn_yaml)
    again = load(tmp_path, turn_yaml + "again: {light: 2}\n")
    assert [again.session(take) for take in range(4)] == [1, 2, 1, 2]
    assert {plain.session(take) for take in range(4)} == {1}
    changed = again.conditions[0]
    assert again.scene_parameters(changed) == plain.scene_parameters(changed)
    assert again.scene_parameters(changed, 2) == {**plain.scene_parameters(changed), "light": 2}
    assert (again.across("scene"), plain.across("scene")) == ("day", None)
    assert again.across("photos") == plain.across("photos")
    assert again.digest() != plain.digest()


def test_a_second_session_needs_scenes_and_two_takes(tmp_path, turn_yaml):
    with pytest.raises(ProtocolError, match="every other take"):
        load(tmp_path, turn_yaml.replace("scene:", "takes: 1\nscene:") + "again: {light: 2}\n")


def test_groups_change_the_digest_and_their_absence_does_not(tmp_path, turn_yaml):
    plain = load(tmp_path, turn_yaml)
    assert plain.groups == ()
    assert load(tmp_path, turn_yaml + "groups: []\n").digest() == plain.digest()
    by_sex = load(tmp_path, turn_yaml + "groups: [sex]\n")
    assert by_sex.digest() != plain.digest()
    assert plain.different_keys(by_sex) == ["groups"]
    with pytest.raises(ProtocolError, match="groups: 'sex' stands twice"):
        load(tmp_path, turn_yaml + "groups: [sex, sex]\n")


def test_photographs_go_by_the_cards_where_no_fit_is_said(tmp_path, turn_yaml):
    silent = load(tmp_path, turn_yaml)
    assert not silent.states_fit
    assert silent.fitted("photos").fit == "card"
    assert silent.fitted("scene").fit == "letterbox"
    said = load(tmp_path, turn_yaml + "fit: letterbox\n")
    assert said.fitted("photos").fit == said.fitted("scene").fit == "letterbox"
    # What older runs have as the digest of either.
    assert silent.digest() == said.digest() != silent.fitted("photos").digest()


def test_the_shipped_protocols_say_their_fit():
    for path in shipped().values():
        assert load_protocol(path).states_fit
        assert load_protocol(path).fit == "letterbox"
