"""Without the packages that extras bring, what needs one says which extra to install.

One process in which these packages cannot be imported stands for `pip install probe-reid`.
"""

import json
import subprocess
import sys

import pytest

SCRIPT = """
import json, sys, tempfile
from pathlib import Path

for name in ("timm", "torchvision", "segment_anything", "insightface", "cv2", "tensorboard"):
    sys.modules[name] = None  # Python's own way to say that a module cannot be imported

import numpy as np
import onnx
from onnx import TensorProto, helper

from probe.contracts import Reporter, Runtime
from probe.embedding.registry import find
from probe.errors import ProbeError
from probe.masking.opening import open_maskers

folder = Path(tempfile.mkdtemp())
runtime = Runtime("cpu")


def face_network():
    shape = ["n", 3, 112, 112]
    given = helper.make_tensor_value_info("input", TensorProto.FLOAT, shape)
    vectors = helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["n", 3 * 112 * 112])
    node = helper.make_node("Flatten", ["input"], ["vectors"])
    graph = helper.make_graph([node], "face", [given], [vectors])
    opset = [helper.make_opsetid("", 17)]
    onnx.save(helper.make_model(graph, opset_imports=opset, ir_version=8), folder / "face.onnx")
    return folder / "face.onnx"


def sam_weights():
    (folder / "sam.pth").write_bytes(b"")
    return folder / "sam.pth"


def said(call):
    try:
        call()
    except ProbeError as error:
        return [type(error).__name__, str(error)]
    return ["nothing", ""]


class Notes(Reporter):
    def __init__(self):
        self.steps = []

    def step(self, text):
        from probe.wording import wording_of

        self.steps.append(wording_of().either(text))


def training():
    from probe.backbones._training.machine import Machine
    from probe.backbones._training.recipe_changes import with_changes
    from probe.backbones._training.recipe_file import load_recipe
    from probe.backbones._training.training import train
    from PIL import Image

    for person in range(4):
        for number in range(2):
            path = folder / "people" / f"p{person}" / f"{number}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            drawn = np.random.default_rng([person, number]).integers(0, 256, (32, 16, 3), np.uint8)
            Image.fromarray(drawn).save(path)
    recipe = with_changes(
        load_recipe("arcface.demo"),
        {
            "data": {"kind": "folder", "forms": ["identity_folders"], "all_parts": False},
            "network.blocks": [1, 1, 1, 1],
            "network.widths": [4, 4, 4, 4],
            "network.dimension": 4,
            "sampler.batch": 4,
            "epochs": 1,
            "augmentation.all.0.size": [32, 16],
        },
    )
    notes = Notes()
    train(
        recipe, folder / "out", notes, Machine("cpu", threads=1),
        data=(f"identity_folders={folder / 'people'}",),
    )
    return [type(notes).__name__, "\\n".join(notes.steps)]


print(json.dumps({
    "timm": said(lambda: find("timm:resnet18").load(runtime)),
    "sam": said(lambda: open_maskers((f"sam={sam_weights()}",), runtime, Reporter())),
    "insightface": said(lambda: find(f"arcface={face_network()}").load(runtime)),
    "grabcut": said(lambda: open_maskers(("grabcut",), runtime, Reporter())),
    "training": training(),
}))
"""


@pytest.fixture(scope="module")
def answers():
    """Extra -> class of the error, and all that is said, in a process without the packages."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("extra", ["timm", "sam", "insightface", "grabcut"])
def test_what_is_missing_names_its_extra(answers, extra):
    kind, text = answers[extra]
    assert kind in {"BackboneError", "MaskError"}
    assert f"pip install 'probe-reid[{extra}]'" in text


def test_a_training_without_tensorboard_ends_and_names_the_extra(answers):
    assert "pip install 'probe-reid[training]'" in answers["training"][1]
