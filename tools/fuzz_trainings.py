"""Kinds of input beside trainings and videos: tables, keypoints, manifests, detector cards."""

from __future__ import annotations

import hashlib
import io
import json
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from fuzz_changes import Draw, changed_bytes, changed_json, changed_text, changed_yaml, each
from fuzz_networks import changed_model

ROOT = Path(__file__).parents[1]

STYLED = "path,person,camera,source,source_sha256,sha256\n" + "".join(
    f"c{c}/{k}.jpg,{k},{c},{k}.png,{'0' * 64},{'1' * 64}\n" for k in range(3) for c in (1, 2)
)
MANIFEST = {
    "generator": "stargan.small", "generator_sha256": "0" * 64, "statistics": "instance",
    "data": "market1501", "size": [64, 32], "cameras": [1, 2], "own_camera": True, "sources": 3,
    "sources_sha256": "2" * 64, "expected": 6,
}  # fmt: skip
PICTURES = "path,person,camera,data_set,split,mask,keypoints,styled\n" + "".join(
    f"{k}.png,{k},1,market,train,m{k}.png,k{k}.json,a.png;b.png\n" for k in range(4)
)
BOXES = "frame,time,x,y,width,height,score,track,crop,left_out\n" + "".join(
    f"{k},0.{k},1.0,2.0,30.0,60.0,0.9,{k % 2},gate/p{k}.png,\n" for k in range(5)
)
PROGRESS = {"digest": "d", "next_frame": 5, "frames": 5, "size": 100, "complete": False}
CARD = """\
weights: net.onnx
input_size: [64, 64]
fit: letterbox
head: yolo
box: centre
unit: pixels
objectness: true
activation: none
person: 0
nms: 0.5
"""
JOINTS = [[float(3 * k), float(5 * k), 1.0] for k in range(18)]
KEYPOINTS = (
    JOINTS,
    {"keypoints": JOINTS},
    {"people": [{"pose_keypoints_2d": np.array(JOINTS).ravel().tolist()}]},
    {"annotations": [{"keypoints": np.array(JOINTS).ravel().tolist()}]},
)


def try_styled_set(folder: Path, draw: Draw) -> None:
    """The list of a styled set and its manifest, of which one was changed."""
    from probe.backbones._training.styled_set import read_copies
    from probe.backbones.stargan.styled_set import read_list

    texts = {"pictures.csv": STYLED, "styled.json": json.dumps(MANIFEST, indent=1)}
    _write_changed(folder, texts, draw)
    each(partial(read_copies, folder), partial(read_list, folder))


def try_pictures(folder: Path, draw: Draw) -> None:
    """A table of training pictures."""
    from probe.backbones._training.picture_table import read_table

    _write_changed(folder, {"pictures.csv": PICTURES}, draw)
    read_table(folder / "pictures.csv", "table", target=bool(draw.integers(2)))


def try_keypoints(folder: Path, draw: Draw) -> None:
    """Keypoints in every form."""
    from probe.backbones._training.keypoints import check_inside, read_keypoints

    way = int(draw.integers(6))
    if way < 4:
        path, text = folder / "k.json", json.dumps(KEYPOINTS[way], indent=1)
    elif way == 4:
        path, text = folder / "k.txt", "".join(f"{row} {column}\n" for column, row, _ in JOINTS)
    else:
        path, text = folder / "k.npy", ""
    if text:
        _write_changed(folder, {path.name: text}, draw)
    else:
        buffer = io.BytesIO()
        np.save(buffer, np.array(JOINTS, np.float32))
        path.write_bytes(changed_bytes(buffer.getvalue(), draw))
    check_inside(read_keypoints(path), (64, 128), path)


def try_boxes(folder: Path, draw: Draw) -> None:
    """The table of a crop run, and how far it is."""
    from probe.frames.box_table import read_rows
    from probe.frames.progress_file import read_progress
    from probe.frames.walks import read_walks

    _write_changed(folder, {"boxes.csv": BOXES, "crop.json": json.dumps(PROGRESS, indent=1)}, draw)
    each(
        lambda: list(read_rows(folder / "boxes.csv")),
        partial(read_walks, folder),
        partial(read_progress, folder, "d"),
    )


def try_detector(folder: Path, draw: Draw) -> None:
    """The card of an exported detector, its network whole or changed, and a frame it looks at."""
    from probe.backbones._detectors.onnx.people import open_onnx_people
    from probe.contracts import Runtime

    network, way = _detector(), int(draw.integers(4))
    card = CARD if way else changed_yaml(CARD, draw)
    if way == 1:
        network = changed_model(network, draw)
    data = network.SerializeToString()
    (folder / "net.onnx").write_bytes(changed_bytes(data, draw) if way == 2 else data)
    if way == 3:
        card = changed_text(CARD, draw)
    (folder / "card.yaml").write_bytes(card.encode("utf-8", "replace"))
    people = open_onnx_people(folder / "card.yaml", Runtime(threads=1))
    people.detect(np.random.default_rng(0).integers(0, 256, (40, 90, 3), np.uint8))


def _detector() -> Any:
    """An ONNX network whose 64 boxes of six numbers depend on the picture."""
    from onnx import TensorProto, helper, numpy_helper

    taken = helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 3, 64, 64])
    given = helper.make_tensor_value_info("v", TensorProto.FLOAT, [1, 64, 6])
    drawn = np.random.default_rng(1).uniform(-1, 1, (6, 3, 8, 8))
    weights = numpy_helper.from_array(drawn.astype(np.float32), "w")
    shape = numpy_helper.from_array(np.array([1, 6, 64]), "s")
    nodes = [
        helper.make_node("Conv", ["x", "w"], ["c"], kernel_shape=[8, 8], strides=[8, 8]),
        helper.make_node("Reshape", ["c", "s"], ["r"]),
        helper.make_node("Transpose", ["r"], ["v"], perm=[0, 2, 1]),
    ]
    graph = helper.make_graph(nodes, "g", [taken], [given], [weights, shape])
    opset = helper.make_opsetid("", 13)
    return helper.make_model(graph, opset_imports=[opset], ir_version=8)


def try_drawer(folder: Path, draw: Draw) -> None:
    """The folder of a training that `probe generate` opens: manifest, recipe, weights."""
    from safetensors.torch import save

    from probe.backbones.fdgan.drawing import open_drawer
    from probe.backbones.stargan.drawing import open_style_drawer
    from probe.backbones.stargan.generator import GeneratorShape, StyleGenerator

    weights = save(StyleGenerator(GeneratorShape(2, 4, 1)).state_dict())
    if draw.integers(3) == 0:
        weights = changed_bytes(weights, draw)
    (folder / "weights.safetensors").write_bytes(weights)
    file = {"file": "weights.safetensors", "sha256": hashlib.sha256(weights).hexdigest()}
    stage = {"name": "styles", "digest": "0" * 64, "networks": {"generator": file}}
    content = {"recipe": "stargan.small", "cameras": [["c1", 1], ["c2", 2]], "stages": [stage]}
    recipe = (ROOT / "backbones" / "stargan" / "recipes" / "stargan.small.yaml").read_text("utf-8")
    recipe = recipe.replace("width: 16, blocks: 6", "width: 4, blocks: 1", 1)
    texts = {"training.json": json.dumps(content, indent=1), "recipe.yaml": recipe}
    _write_changed(folder, texts, draw)
    (open_drawer if draw.integers(8) == 0 else open_style_drawer)(str(folder))


def try_video(folder: Path, draw: Draw) -> None:
    """A short video; nothing where OpenCV is missing."""
    from probe.frames.video import Video

    (folder / "gate.avi").write_bytes(changed_bytes(_video(folder), draw))
    for _ in Video(folder / "gate.avi").frames(0, 1):
        pass


def _video(folder: Path) -> bytes:
    """Eight frames of noise as MJPEG."""
    try:
        import cv2
    except ImportError:
        return b"RIFF no video"
    path = folder / "sound.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 25, (48, 32))
    for number in range(8):
        noise = np.random.default_rng(number).integers(0, 256, (32, 48, 3), np.uint8)
        writer.write(noise)
    writer.release()
    content = path.read_bytes()
    path.unlink()
    return content


def _write_changed(folder: Path, texts: dict[str, str], draw: Draw) -> None:
    """Write texts, one of them changed: as text, as YAML where it is JSON, or as bytes."""
    names = list(texts)
    changed = names[int(draw.integers(len(names)))]
    for name, text in texts.items():
        if name == changed and name.endswith(".json") and draw.integers(3):
            text = changed_json(text, draw)
        elif name == changed:
            text = changed_text(text, draw)
        data = text.encode("utf-8", "replace")
        if name == changed and draw.integers(5) == 0:
            data = changed_bytes(data or b"\n", draw)
        (folder / name).write_bytes(data)
