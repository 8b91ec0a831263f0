"""Nothing old comes back for something new: what decides a vector, in whole runs."""

import shutil
import sqlite3
import subprocess
import sys

import numpy as np
import pytest

from probe.runs.reading import Run
from probe.study.request import StudyRequest
from probe.study.steps import run_study
from probe.wording import wording_of

in_words = wording_of().stored

MODEL = '''
import numpy as np
from probe.contracts import BackboneCard, BackboneSpec

class Model:
    """Mean colours of a few bands, rounded as bfloat16 would where that is asked for."""

    def __init__(self, card, runtime):
        self.card, self.low = card, runtime.precision == "bfloat16"

    def embed(self, images):
        bands = images.reshape(len(images), 6, -1, 3).mean(axis=2)
        vectors = bands.reshape(len(images), -1).astype(np.float32) - SHIFT
        if self.low:
            vectors = (vectors.view(np.uint32) & 0xFFFF0000).view(np.float32)
        return vectors

SHIFT = 100
card = BackboneCard("model", input_size=(48, 20), needs_weights=False)
spec = BackboneSpec(cards=(card,), load=lambda c, w, r: Model(c, r))
'''


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "their_model.py").write_text(MODEL, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    for name, module in list(sys.modules.items()):
        if str(vars(module).get("__file__")).startswith(str(tmp_path)):
            del sys.modules[name]


@pytest.fixture
def study(tmp_path, protocol_file, photos):
    def make(*backbones, **options):
        sys.modules.pop("their_model", None)
        request = StudyRequest(
            protocol_file, backbones, photos=photos, out=tmp_path / "runs", fmr=0.03,
            cache=tmp_path / "cache", pictures=False, **options,
        )  # fmt: skip
        return run_study(request)

    return make


def vectors(run, backbone):
    return run.embeddings(backbone)[1]


def test_a_run_repeated_takes_every_vector_from_the_cache(folder, study):
    first, again = study("their_model:spec"), study("their_model:spec")
    entry = again.manifest.backbones[0]
    assert (entry.embedded, entry.cached) == (0, first.manifest.backbones[0].embedded)
    assert np.array_equal(vectors(first, "model"), vectors(again, "model"))


def test_an_edited_backbone_is_run_anew(folder, study):
    first = study("their_model:spec")
    edited = MODEL.replace("SHIFT = 100", "SHIFT = 120")
    (folder / "their_model.py").write_text(edited, encoding="utf-8")
    shutil.rmtree(folder / "__pycache__", ignore_errors=True)
    second = study("their_model:spec")
    assert second.manifest.backbones[0].cached == 0
    assert np.allclose(vectors(second, "model"), vectors(first, "model") - 20)
    assert first.manifest.backbones[0].digest != second.manifest.backbones[0].digest
    assert first.path.name[-4:] != second.path.name[-4:]


def test_low_precision_is_not_served_as_full(folder, study):
    low = study("their_model:spec", precision="bfloat16")
    full = study("their_model:spec")
    assert full.manifest.backbones[0].cached == 0
    assert not np.array_equal(vectors(low, "model"), vectors(full, "model"))


def test_a_damaged_row_of_the_cache_is_embedded_again(folder, study):
    first = study("their_model:spec")
    connection = sqlite3.connect(folder / "cache" / "vectors.sqlite")
    (image, blob), (other, _) = connection.execute("SELECT image, data FROM vectors").fetchmany(2)
    flipped = bytes([blob[0] ^ 1]) + blob[1:]
    connection.execute("UPDATE vectors SET data = ? WHERE image = ?", (flipped, image))
    connection.execute("UPDATE vectors SET data = ? WHERE image = ?", (blob, other))
    connection.commit()
    connection.close()
    again = study("their_model:spec")
    assert again.manifest.backbones[0].embedded == 2
    assert np.array_equal(vectors(first, "model"), vectors(again, "model"))


def test_a_model_without_a_source_is_never_kept_and_says_so(folder, study):
    typed = sys.modules["typed_in"] = type(sys)("typed_in")
    exec(compile(MODEL, "<typed in>", "exec"), vars(typed))  # noqa: S102
    runs = [study("typed_in:spec") for _ in range(2)]
    entry = runs[1].manifest.backbones[0]
    assert entry.cached == 0
    assert "nothing it computes is kept between runs" in " ".join(map(in_words, entry.notes))


EXPORT = """
import sys
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

for name, seed in (("one", 1), ("two", 2)):
    weights = np.random.default_rng(seed).normal(size=(16, 3, 8, 8)).astype(np.float32)
    graph = helper.make_graph(
        [
            helper.make_node("Conv", ["x", "w"], ["map"], strides=[8, 8]),
            helper.make_node("GlobalAveragePool", ["map"], ["pooled"]),
            helper.make_node("Flatten", ["pooled"], ["vector"]),
        ],
        "net",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 3, 48, 16])],
        [helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["n", 16])],
        [numpy_helper.from_array(weights, "w")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    path = f"{sys.argv[1]}/{name}/net.onnx"
    onnx.save(
        model, path, save_as_external_data=True, location="net.onnx.data", size_threshold=0
    )
"""


def test_two_graphs_with_other_numbers_are_two_models(folder, study):
    """The graphs are equal byte by byte; the numbers lie in another file beside each."""
    for name in ("one", "two"):
        (folder / name).mkdir()
    subprocess.run([sys.executable, "-c", EXPORT, str(folder)], check=True)
    graphs = [folder / name / "net.onnx" for name in ("one", "two")]
    assert graphs[0].read_bytes() == graphs[1].read_bytes()
    run = study(*(f"onnx:{path}" for path in graphs))
    first, second = run.manifest.backbones
    assert first.digest != second.digest
    assert not np.allclose(vectors(run, first.name), vectors(run, second.name))
    assert Run(run.path).manifest.backbones[1].cached == 0
