"""Protocols by path and by name."""

import pytest

from probe.errors import ProtocolError
from probe.protocol.finding import (
    every_shipped,
    find_protocol,
    find_protocols,
    further_protocols,
    load_protocol,
    shipped,
    shipped_further,
)
from probe.protocol.transforming import chain_in


@pytest.mark.parametrize("name", every_shipped())
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


@pytest.mark.parametrize("name", [n for files in shipped_further().values() for n in files])
def test_protocols_for_outdoors_keep_the_standard_condition(name):
    """They share its pictures with the five, rendered people and photographs alike."""
    protocol = load_protocol(name)
    assert not chain_in(protocol, protocol.standard)
    assert protocol.scene_parameters(protocol.standard) in ({}, {"pose": "standing"})
    for condition in protocol.conditions:
        assert (
            chain_in(protocol, condition)
            or protocol.name == "pose"
            or (condition == protocol.standard)
        )
    for factor in protocol.factors:
        assert factor.heading.language("ja") != factor.heading.language("en")
        for level in factor.levels:
            if level.label is not None:
                assert level.label.language("ja") != level.label.language("en")


def test_those_for_outdoors_are_found_by_name_and_by_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = shipped_further()["outdoors"]
    assert {
        "illumination", "resolution", "motion_blur", "compression", "framing", "occlusion", "lens",
        "weather",
    } <= set(names)  # fmt: skip
    assert not set(names) & set(shipped())
    inside = "protocols/outdoors/lens"
    for given in ("lens", "lens.yaml", f"{inside}.yaml", inside, "outdoors/lens"):
        assert find_protocol(given) == names["lens"]
    for given in ("protocols/outdoors/", "outdoors", "outdoors/"):
        assert find_protocols(given) == list(names.values())
    with pytest.raises(ProtocolError, match="no such protocol"):
        find_protocol("protocols/lens.yaml")
    further = further_protocols("protocols/")
    assert [folder.as_posix() for folder in further] == ["protocols/outdoors", "protocols/rendered"]
    assert list(further.values()) == [list(names), ["pose"]]
    assert find_protocol("pose") == find_protocol("protocols/rendered/pose.yaml")
    assert [path.stem for path in find_protocols("protocols/rendered")] == ["pose"]
    assert further_protocols("lens") == {}


def test_folders_inside_a_folder_are_told_and_not_run(tmp_path, turn_yaml):
    (tmp_path / "turn.yaml").write_text(turn_yaml, encoding="utf-8")
    (tmp_path / "more").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "more" / "again.yaml").write_text(turn_yaml, encoding="utf-8")
    assert [path.name for path in find_protocols(tmp_path)] == ["turn.yaml"]
    assert further_protocols(tmp_path) == {tmp_path / "more": ["again"]}


def test_a_folder_of_photographs_stands_in_no_way_of_a_shipped_name(
    tmp_path, monkeypatch, turn_yaml
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "distance").mkdir()
    (tmp_path / "distance" / "1.jpg").touch()
    assert find_protocol("distance") == shipped()["distance"]
    assert find_protocols("distance") == [shipped()["distance"]]
    with pytest.raises(ProtocolError, match="the folder holds no protocol"):
        find_protocols(tmp_path)
    (tmp_path / "distance" / "turn.yaml").write_text(turn_yaml, encoding="utf-8")
    assert [path.name for path in find_protocols("distance")] == ["turn.yaml"]
    with pytest.raises(ProtocolError, match="this is a folder, and one protocol is needed"):
        find_protocol("distance")


def test_a_local_file_wins_over_a_shipped_one(tmp_path, monkeypatch, turn_yaml):
    monkeypatch.chdir(tmp_path)
    assert find_protocol("protocols/orientation.yaml") == shipped()["orientation"]
    assert find_protocol("orientation") == shipped()["orientation"]
    assert len(find_protocols("protocols/")) == 5
    (tmp_path / "protocols").mkdir()
    local = tmp_path / "protocols" / "orientation.yaml"
    local.write_text(turn_yaml, encoding="utf-8")
    assert find_protocol("protocols/orientation.yaml").resolve() == local
    assert [p.resolve() for p in find_protocols("protocols")] == [local]


def test_several_are_found_in_their_order_and_each_once(tmp_path, turn_yaml):
    (tmp_path / "more").mkdir()
    (tmp_path / "turn.yaml").write_text(turn_yaml, "utf-8")
    (tmp_path / "more" / "again.yaml").write_text(turn_yaml, "utf-8")
    given = ("lens", tmp_path, "protocols/outdoors/lens.yaml", tmp_path / "turn.yaml")
    assert [path.stem for path in find_protocols(*given)] == ["lens", "turn"]
    assert further_protocols(*given) == {tmp_path / "more": ["again"]}
    assert further_protocols(*given, tmp_path / "more") == {}
    with pytest.raises(ProtocolError, match="nowhere"):
        find_protocols("lens", "nowhere")


def test_an_unknown_protocol_names_the_nearest():
    with pytest.raises(ProtocolError, match="did you mean 'orientation'"):
        find_protocol("protocols/orientaton.yaml")


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(ProtocolError, match="holds no protocol"):
        find_protocols(tmp_path)


def test_a_folder_where_one_protocol_is_needed_names_what_it_holds(tmp_path, turn_yaml):
    (tmp_path / "turn.yaml").write_text(turn_yaml, encoding="utf-8")
    with pytest.raises(ProtocolError, match=r"one protocol is needed\n  it holds turn\.yaml"):
        find_protocol(tmp_path)


def test_the_folder_of_a_run_is_told_from_one_of_protocols(tmp_path):
    (tmp_path / "manifest.json").write_text("{}")
    with pytest.raises(ProtocolError, match=r"folder of a run(.|\n)*probe report"):
        find_protocols(tmp_path)
