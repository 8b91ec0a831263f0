"""What is read of a network in OpenVINO's form, and what is refused."""

import numpy as np
import pytest

from probe.backbones.openvino.graph import read_network
from probe.errors import CheckpointError


def test_input_and_output_are_read(saved):
    graph = read_network(saved())
    assert (graph.input_name, graph.output_name) == ("data", "vector")
    assert (graph.size, graph.batch, graph.dimension) == ((32, 16), 1, 3)
    assert graph.input_type == "float"


def test_open_sizes_are_open(saved):
    graph = read_network(saved(size=(-1, -1), batch=-1))
    assert (graph.size, graph.batch) == (None, None)


def test_one_of_several_outputs_is_named(saved):
    path = saved(outputs=("vector", "double"))
    assert read_network(path, "double").output_name == "double"
    with pytest.raises(CheckpointError, match="2 outputs") as refused:
        read_network(path)
    assert "options: {output: NAME}" in refused.value.hint
    with pytest.raises(CheckpointError, match="no output 'duoble'") as refused:
        read_network(path, "duoble")
    assert "'double'" in refused.value.hint


def test_numbers_of_another_type_are_refused(saved):
    with pytest.raises(CheckpointError, match="f64, not f32 or f16"):
        read_network(saved(kind=np.float64))


def test_files_that_are_not_there_are_named(tmp_path):
    with pytest.raises(CheckpointError, match="there is no such file"):
        read_network(tmp_path / "net.xml")
    with pytest.raises(CheckpointError, match="this is a folder"):
        read_network(tmp_path)
    (tmp_path / "net.xml").write_text("<net/>")
    with pytest.raises(CheckpointError, match=r"numbers of the network are missing: net\.bin"):
        read_network(tmp_path / "net.xml")


def test_a_file_that_is_no_network_is_named(tmp_path):
    pytest.importorskip("openvino")
    (tmp_path / "net.xml").write_text("<net/>")
    (tmp_path / "net.bin").write_bytes(b"")
    with pytest.raises(CheckpointError, match="OpenVINO cannot read the network"):
        read_network(tmp_path / "net.xml")
