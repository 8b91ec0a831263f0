import pytest
import torch

from probe.backbones.recognition import readings_of
from probe.errors import CheckpointError


@pytest.mark.parametrize("name", ["net.onnx", "net.bin"])
def test_a_graph_is_told_by_its_name_or_its_bytes(name, tmp_path):
    file = tmp_path / name
    file.write_bytes(b"\x08\x08\x12\x07pytorch and more")
    readings = readings_of(file)
    assert (readings.given, readings.sure) == ((f"onnx:{file}",), True)


def test_tensors_are_told_by_their_names(tmp_path):
    file = tmp_path / "w.pth"
    torch.save({"conv1.weight": torch.zeros(64, 3, 7, 7), "layer1.0.x": torch.zeros(1)}, file)
    readings = readings_of(file)
    assert (readings.given, readings.sure) == ((f"timm:NAME={file}",), False)


def test_an_empty_file_is_refused(tmp_path):
    (tmp_path / "w.pth").write_bytes(b"")
    with pytest.raises(CheckpointError, match="empty"):
        readings_of(tmp_path / "w.pth")
