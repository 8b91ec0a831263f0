"""A network in OpenVINO's form gives the vectors of its network."""

import numpy as np
import pytest

from probe.backbones.openvino.opening import open_network
from probe.contracts import Runtime
from probe.embedding.registry import find
from probe.embedding.weights_files import files_digest
from probe.errors import BackboneError, CheckpointError

CPU = Runtime(device="cpu", threads=1)


@pytest.fixture
def images():
    return np.random.default_rng(0).integers(0, 256, (5, 32, 16, 3), np.uint8)


def test_pixels_come_in_as_they_are_and_blue_first(saved, images):
    choice = find(f"openvino:{saved()}")
    assert choice.card.input_size == (32, 16)
    model = choice.load(CPU)
    wanted = images.mean((1, 2))[:, ::-1]
    np.testing.assert_allclose(model.embed(images), wanted, rtol=1e-5)
    assert model.card.dimension == 3
    assert model.engine.startswith("openvino 20")


def test_a_card_says_otherwise(saved, images, tmp_path):
    saved(outputs=("vector", "double"))
    card = tmp_path / "card.yaml"
    card.write_text(
        "backbone: openvino:net.xml\nchannels: RGB\nmean: [0.5, 0.5, 0.5]\nstd: [0.5, 0.5, 0.5]\n"
        "options: {output: double}\n"
    )
    model = find(str(card)).load(CPU)
    wanted = 2 * (images.mean((1, 2)) / 255 - 0.5) / 0.5
    np.testing.assert_allclose(model.embed(images), wanted, atol=1e-4)


def test_both_files_decide_a_vector(saved):
    path = saved()
    (file,) = find(f"openvino:{path}").load(CPU).files
    before = files_digest([file])
    numbers = path.with_suffix(".bin")
    numbers.write_bytes(numbers.read_bytes() + b" ")
    assert files_digest([file]) != before


def test_what_does_not_fit_is_refused(saved):
    path = saved()
    card = find(f"openvino:{path}").card
    with pytest.raises(CheckpointError, match="card says"):
        open_network(card.with_changes(input_size=(64, 32)), path, CPU)
    with pytest.raises(BackboneError, match="not by torch"):
        open_network(card, path, Runtime(device="cpu", engine="torch"))
    with pytest.raises(BackboneError, match="not on cuda"):
        open_network(card, path, Runtime(device="cuda"))
