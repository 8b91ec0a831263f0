"""Protocols by path and by name."""

import pytest

from probe.errors import ProtocolError
from probe.protocol.finding import find_protocol, find_protocols, load_protocol, shipped


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
