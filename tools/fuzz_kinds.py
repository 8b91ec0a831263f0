"""The kinds of input that are fuzzed: each makes a file, changes it at random and reads it."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from fuzz_changes import Draw, changed_bytes, changed_text, changed_yaml, each, sound_picture
from fuzz_frames import try_coco, try_crops, try_penn_fudan
from fuzz_networks import changed_model, odd_checkpoint
from fuzz_trainings import (
    try_boxes,
    try_detector,
    try_drawer,
    try_keypoints,
    try_pictures,
    try_styled_set,
    try_video,
)
from PIL import Image

ROOT = Path(__file__).parents[1]
DISTANCE = (ROOT / "protocols" / "distance.yaml").read_text("utf-8")
CARD = "backbone: stripes\ntag: mine\ninput_size: [96, 48]\nmean: [0.5, 0.5, 0.5]\n"
TABLE = "path,x,y,width,height\n" + "".join(f"{k}.png,{k},2,20,60\n" for k in range(6))
RECIPES = sorted((ROOT / "backbones").glob("*/recipes/*.yaml"))
MATRICES = [
    path
    for path in sorted((ROOT / "examples" / "studies").glob("*.yaml"))
    if "\nrows:" in path.read_text("utf-8")
]
PARTS = ("cells", "pairs", "images", "rates", "leanings", "findings", "histograms", "site")
"""What is read of a run besides its vectors."""

PHOTOS = """\
name: turn
title: Turning
question: Is a person still recognised after turning?
factors:
  - {name: orientation, kind: circular, levels: [0, 180], standard: 180}
takes: 2
photos:
  pattern: "{subject}_o{level}_{take}.png"
  boxes: boxes.csv
  metadata: people.csv
"""


def try_protocol(folder: Path, draw: Draw) -> None:
    """A protocol, and what it asks the renderer for."""
    from probe.pictures.rendered import scene_recipes
    from probe.protocol.finding import load_protocol

    _write(folder / "p.yaml", changed_yaml(DISTANCE, draw))
    protocol = load_protocol(folder / "p.yaml")
    if protocol.scene is not None and len(protocol.conditions) * protocol.takes < 200:
        scene_recipes(protocol, 1)


def try_card(folder: Path, draw: Draw) -> None:
    """A card file."""
    from probe.embedding.registry import find

    _write(folder / "c.yaml", changed_yaml(CARD, draw))
    find(str(folder / "c.yaml"))


def try_recipe(folder: Path, draw: Draw) -> None:
    """A recipe of `probe train`, or a matrix of them with every training that it plans."""
    from probe.backbones._training.matrix import is_matrix, matrix_of, planned
    from probe.backbones._training.recipe_file import find_recipe, recipe_of
    from probe.files.strict_yaml import load_yaml

    files = MATRICES if draw.integers(3) == 0 else RECIPES
    text = files[int(draw.integers(len(files)))].read_text("utf-8")
    _write(folder / "r.yaml", changed_yaml(text, draw))
    file = load_yaml(find_recipe(folder / "r.yaml"))
    if is_matrix(file):
        for training in planned(matrix_of(file), file, {}):
            training.recipe.digest()
    else:
        recipe_of(file).digest()


def try_table(folder: Path, draw: Draw) -> None:
    """Boxes and metadata, as text and as bytes."""
    from probe.pictures.photo_tables import read_boxes, read_metadata

    data = changed_text(TABLE, draw).encode("utf-8", "replace")
    (folder / "t.csv").write_bytes(changed_bytes(data, draw) if draw.integers(2) else data)
    each(partial(read_metadata, folder / "t.csv"), partial(read_boxes, folder / "t.csv"))


def try_picture(folder: Path, draw: Draw) -> None:
    """A picture file."""
    from probe.pictures.decoding import picture_size, read_picture

    (folder / "p.png").write_bytes(changed_bytes(sound_picture(draw), draw))
    each(partial(picture_size, folder / "p.png"), partial(read_picture, folder / "p.png"))


def try_photos(folder: Path, draw: Draw) -> None:
    """A folder of photographs with a protocol and both tables, of which something was changed."""
    from probe.pictures.photographs import photo_set
    from probe.protocol.finding import load_protocol

    names = [f"{who}_o{level}_{take}.png" for who in "ab" for level in (0, 180) for take in "12"]
    (folder / "photos").mkdir()
    for name in names:
        pixels = draw.integers(0, 256, (24, 12, 3)).astype(np.uint8)
        Image.fromarray(pixels).save(folder / "photos" / name)
    texts = {
        "p.yaml": PHOTOS,
        "photos/boxes.csv": "path,x,y,width,height\n" + "".join(f"{n},1,1,9,20\n" for n in names),
        "photos/people.csv": "path,outfit\n" + "".join(f"{name},red\n" for name in names),
    }
    changed = list(texts)[int(draw.integers(3))]
    change = changed_yaml if changed == "p.yaml" else changed_text
    texts[changed] = change(texts[changed], draw)
    for name, text in texts.items():
        _write(folder / name, text)
    _change_one_photo(folder / "photos" / names[int(draw.integers(len(names)))], draw)
    photo_set(load_protocol(folder / "p.yaml"), folder / "photos", workers=1)


def _change_one_photo(path: Path, draw: Draw) -> None:
    """A broken picture, a link that leads out, a name that is no text, or nothing."""
    way = int(draw.integers(5))
    if way == 0:
        path.write_bytes(changed_bytes(path.read_bytes(), draw))
    elif way == 1:
        path.unlink()
        path.symlink_to("../../outside.csv")
    elif way == 2:
        path.rename(path.parent / os.fsdecode(b"\x83e\xff_o0_1.png"))
    elif way == 3:
        path.rename(path.with_suffix(".HEIC"))


def try_checkpoint(folder: Path, draw: Draw) -> None:
    """A checkpoint of PyTorch, zipped or not, or safetensors, and its way into a network."""
    import torch
    from safetensors.torch import save

    from probe.backbones._torch.checkpoint import read_checkpoint
    from probe.backbones._torch.load_report import load_tensors

    path, buffer = folder / "w.pth", io.BytesIO()
    if draw.integers(2):
        torch.save(odd_checkpoint(draw), path)
    else:
        state = {"0.weight": torch.ones(3, 4), "0.bias": torch.zeros(3)}
        if way := int(draw.integers(3)):
            torch.save({"state_dict": state}, buffer, _use_new_zipfile_serialization=way == 1)
        path.write_bytes(changed_bytes(buffer.getvalue() if way else save(state), draw))
    load_tensors(torch.nn.Sequential(torch.nn.Linear(4, 3)), read_checkpoint(path))


def try_graph(folder: Path, draw: Draw) -> None:
    """An ONNX file, opened and run on a picture."""
    from onnx import TensorProto, helper, numpy_helper

    from probe.backbones.onnx.session import open_onnx
    from probe.contracts import BackboneCard, Runtime

    taken = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 3, 32, 16])
    given = helper.make_tensor_value_info("v", TensorProto.FLOAT, ["n", 4])
    weights = numpy_helper.from_array(np.ones((4, 3, 3, 3), np.float32), "w")
    nodes = [
        helper.make_node("Conv", ["x", "w"], ["c"], kernel_shape=[3, 3], strides=[2, 2]),
        helper.make_node("Relu", ["c"], ["r"]),
        helper.make_node("ReduceMean", ["r"], ["v"], axes=[2, 3], keepdims=0),
    ]
    model = helper.make_model(
        helper.make_graph(nodes, "g", [taken], [given], [weights]),
        opset_imports=[helper.make_opsetid("", 13)],
        ir_version=8,
    )
    if draw.integers(2):
        data = changed_model(model, draw).SerializeToString()
    else:
        data = changed_bytes(model.SerializeToString(), draw)
    (folder / "n.onnx").write_bytes(data)
    card = BackboneCard("onnx", input_size=(32, 16), needs_weights=False)
    open_onnx(card, folder / "n.onnx", Runtime(threads=1))


def try_run(folder: Path, draw: Draw) -> None:
    """A run directory of which one file was changed, its hash too in half of the cases."""
    from probe.runs.reading import Run

    shutil.copytree(ROOT / "tests" / "data" / "run_v2", folder / "run")
    files = sorted(path for path in (folder / "run").rglob("*") if path.is_file())
    path = files[int(draw.integers(len(files)))]
    text = path.suffix in {".json", ".yaml"} and draw.integers(2)
    if text:
        _write(path, changed_text(path.read_text("utf-8"), draw))
    else:
        path.write_bytes(changed_bytes(path.read_bytes(), draw))
    name = path.relative_to(folder / "run").as_posix()
    if name != "manifest.json" and draw.integers(2):
        manifest = json.loads((folder / "run" / "manifest.json").read_text("utf-8"))
        manifest["files"][name] = hashlib.sha256(path.read_bytes()).hexdigest()
        (folder / "run" / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    run = Run(folder / "run")
    each(
        *(partial(getattr, run, part) for part in PARTS),
        *(partial(run.embeddings, backbone) for backbone in run.backbones),
    )


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "replace"))


KINDS: dict[str, Callable[[Path, Draw], None]] = {
    "protocol": try_protocol,
    "card": try_card,
    "recipe": try_recipe,
    "table": try_table,
    "picture": try_picture,
    "photos": try_photos,
    "checkpoint": try_checkpoint,
    "graph": try_graph,
    "run": try_run,
    "styled": try_styled_set,
    "pictures": try_pictures,
    "keypoints": try_keypoints,
    "boxes": try_boxes,
    "detector": try_detector,
    "drawer": try_drawer,
    "video": try_video,
    "penn_fudan": try_penn_fudan,
    "coco": try_coco,
    "crops": try_crops,
}
