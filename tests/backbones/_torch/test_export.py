"""A written graph takes any number of pictures as they are; its file is whole or not there."""

import numpy as np
import onnxruntime
import pytest
import torch

from probe.backbones._torch.export import INPUT, OUTPUT, PictureNetwork, export_graph
from probe.backbones._torch.preprocess import Normalise


def test_a_graph_gives_the_vectors_of_any_number_of_pictures(small, small_card, pictures, tmp_path):
    network, card = small().eval(), small_card.with_changes(channels="BGR")
    path = tmp_path / "new" / "graph.onnx"
    export_graph(network, card, path)
    assert [file.name for file in path.parent.iterdir()] == ["graph.onnx"]
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    assert [one.name for one in session.get_inputs()] == [INPUT]
    assert [one.name for one in session.get_outputs()] == [OUTPUT]
    for count in (1, 2, 5):
        images = pictures(count, card.input_size)
        with torch.inference_mode():
            wanted = PictureNetwork(Normalise(card), network)(torch.from_numpy(images))
        (vectors,) = session.run(None, {INPUT: images})
        np.testing.assert_allclose(vectors, wanted, atol=1e-5)


def test_a_network_that_cannot_be_written_leaves_no_file(small, small_card, tmp_path, capsys):
    class Unexportable(small):
        def forward(self, x):
            return torch.linalg.eigvals(x[:, 0, :8, :8]).real

    with pytest.raises(Exception, match="eigvals"):
        export_graph(Unexportable(), small_card, tmp_path / "graph.onnx")
    assert list(tmp_path.iterdir()) == []
    assert capsys.readouterr().out == ""  # the exporter would print the whole graph
