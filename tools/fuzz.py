"""Wrong input by the thousand: python tools/fuzz.py --minutes 5 --seed 1.

Protocols, cards, tables, pictures, checkpoints, ONNX files and run directories are made, changed at
random and read. What is allowed is success, or an error that a user may meet (`probe.ProbeError`).
Counted and printed are tracebacks and hangs, each with the seed that makes it again: --only SEED.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import numpy as np
from PIL import Image

from probe.errors import ProbeError

HANG = 20
"""Seconds after which reading counts as a hang (ours: nothing here takes one second)."""

DISTANCE = (Path(__file__).parents[1] / "protocols" / "distance.yaml").read_text("utf-8")
CARD = "backbone: stripes\ntag: mine\ninput_size: [96, 48]\nmean: [0.5, 0.5, 0.5]\n"
TABLE = "path,x,y,width,height\n" + "".join(f"{k}.png,{k},2,20,60\n" for k in range(6))
HOSTILE = (
    "1" * 401, "1e999", '"\\ud800"', "!!python/object:os.system x", "&a [*a]", "{" * 300, "../../x",
    "/etc/passwd", "\u202e", "\0", "null", "[]", "{}", "-1", "0", "$level", "*", "{subject}",
)  # fmt: skip
"""What is put into texts beside random bytes."""

Draw = np.random.Generator


class HangError(BaseException):
    """Reading took longer than `HANG`."""


def changed_text(text: str, draw: Draw) -> str:
    """A text with a few changes: letters, lines, hostile values."""
    lines = text.split("\n")
    for _ in range(int(draw.integers(1, 4))):
        at = int(draw.integers(len(lines)))
        way = int(draw.integers(5))
        if way == 0:
            lines[at] = lines[int(draw.integers(len(lines)))]
        elif way == 1:
            del lines[at]
        elif way == 2:
            head, colon, _ = lines[at].partition(":")
            lines[at] = f"{head}{colon} {HOSTILE[int(draw.integers(len(HOSTILE)))]}"
        elif way == 3:
            lines.insert(at, HOSTILE[int(draw.integers(len(HOSTILE)))])
        else:
            lines[at] = "".join(draw.permutation(list(lines[at]))) if lines[at] else "-"
        lines = lines or [""]
    return "\n".join(lines)


def changed_bytes(data: bytes, draw: Draw) -> bytes:
    """Bytes with flipped bits, a cut, a copy of a part, or noise."""
    changed = bytearray(data)
    for at in draw.integers(0, len(changed), int(draw.integers(1, 6))):
        changed[at] ^= 1 << int(draw.integers(8))
    way = int(draw.integers(4))
    first, last = sorted(int(v) for v in draw.integers(0, len(changed) + 1, 2))
    if way == 0:
        return bytes(changed[:last])
    if way == 1:
        changed[first:first] = changed[first:last]
    elif way == 2:
        changed[first : first + 8] = draw.integers(0, 256, 8).astype(np.uint8).tobytes()
    return bytes(changed)


def sound_picture(draw: Draw) -> bytes:
    """The bytes of a small picture in a usual format."""
    buffer = io.BytesIO()
    name = ("PNG", "JPEG", "BMP", "GIF", "TIFF", "WEBP", "PPM")[int(draw.integers(7))]
    Image.fromarray(draw.integers(0, 256, (60, 24, 3)).astype(np.uint8)).save(buffer, name)
    return buffer.getvalue()


def try_protocol(folder: Path, draw: Draw) -> None:
    """A protocol, and what it asks the renderer for."""
    from probe.pictures.rendered import scene_recipes
    from probe.protocol.finding import load_protocol

    (folder / "p.yaml").write_bytes(changed_text(DISTANCE, draw).encode("utf-8", "replace"))
    protocol = load_protocol(folder / "p.yaml")
    if protocol.scene is not None and len(protocol.conditions) * protocol.takes < 200:
        scene_recipes(protocol, 1)


def try_card(folder: Path, draw: Draw) -> None:
    """A card file."""
    from probe.embedding.registry import find

    (folder / "c.yaml").write_bytes(changed_text(CARD, draw).encode("utf-8", "replace"))
    find(str(folder / "c.yaml"))


def try_table(folder: Path, draw: Draw) -> None:
    """Boxes and metadata, as text and as bytes."""
    from probe.pictures.photo_tables import read_boxes, read_metadata

    data = changed_text(TABLE, draw).encode("utf-8", "replace")
    (folder / "t.csv").write_bytes(changed_bytes(data, draw) if draw.integers(2) else data)
    for read in (read_metadata, read_boxes):
        with contextlib.suppress(ProbeError):
            read(folder / "t.csv")


def try_picture(folder: Path, draw: Draw) -> None:
    """A picture file."""
    from probe.pictures.decoding import picture_size, read_picture

    (folder / "p.png").write_bytes(changed_bytes(sound_picture(draw), draw))
    with contextlib.suppress(ProbeError):
        picture_size(folder / "p.png")
    read_picture(folder / "p.png")


def try_checkpoint(folder: Path, draw: Draw) -> None:
    """A checkpoint of PyTorch, zipped or not, or safetensors."""
    import torch
    from safetensors.torch import save

    from probe.backbones._torch.checkpoint import read_checkpoint

    state = {"a.weight": torch.ones(3, 4), "a.bias": torch.zeros(3)}
    buffer = io.BytesIO()
    if way := int(draw.integers(3)):
        torch.save({"state_dict": state}, buffer, _use_new_zipfile_serialization=way == 1)
    data = buffer.getvalue() if way else save(state)
    (folder / "w.pth").write_bytes(changed_bytes(data, draw))
    read_checkpoint(folder / "w.pth")


def try_graph(folder: Path, draw: Draw) -> None:
    """An ONNX file."""
    from onnx import TensorProto, helper

    from probe.backbones.onnx.graph import read_graph

    taken = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 3, 32, 16])
    given = helper.make_tensor_value_info("v", TensorProto.FLOAT, ["n", 3])
    node = helper.make_node("ReduceMean", ["x"], ["v"], axes=[2, 3], keepdims=0)
    data = helper.make_model(helper.make_graph([node], "g", [taken], [given])).SerializeToString()
    (folder / "n.onnx").write_bytes(changed_bytes(data, draw))
    read_graph(folder / "n.onnx")


def try_run(folder: Path, draw: Draw) -> None:
    """A run directory of which one file was changed, its hash too in half of the cases."""
    import hashlib

    from probe.runs.reading import Run

    data = Path(__file__).parents[1] / "tests" / "data" / "run_v2"
    shutil.copytree(data, folder / "run")
    files = sorted(path for path in (folder / "run").rglob("*") if path.is_file())
    path = files[int(draw.integers(len(files)))]
    path.write_bytes(changed_bytes(path.read_bytes(), draw))
    name = path.relative_to(folder / "run").as_posix()
    if name != "manifest.json" and draw.integers(2):
        manifest = json.loads((folder / "run" / "manifest.json").read_text("utf-8"))
        manifest["files"][name] = hashlib.sha256(path.read_bytes()).hexdigest()
        (folder / "run" / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    run = Run(folder / "run")
    for part in ("cells", "pairs", "images", "rates", "leanings", "findings", "histograms", "site"):
        with contextlib.suppress(ProbeError):
            getattr(run, part)
    for backbone in run.backbones:
        run.embeddings(backbone)


KINDS: dict[str, Callable[[Path, Draw], None]] = {
    "protocol": try_protocol,
    "card": try_card,
    "table": try_table,
    "picture": try_picture,
    "checkpoint": try_checkpoint,
    "graph": try_graph,
    "run": try_run,
}


@contextlib.contextmanager
def no_longer_than(seconds: int) -> Iterator[None]:
    """Raise `HangError` where the block takes longer (POSIX, in the main thread)."""

    def end(number: int, frame: FrameType | None) -> None:
        raise HangError

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def outcome(kind: str, seed: int) -> str:
    """`read`, `refused`, or the fault: `hang`, or a traceback."""
    with tempfile.TemporaryDirectory() as name:
        try:
            with no_longer_than(HANG):
                KINDS[kind](Path(name), np.random.default_rng([seed, len(kind)]))
        except ProbeError:
            return "refused"
        except HangError:
            return "hang"
        except Exception:
            return traceback.format_exc()
    return "read"


def main() -> int:
    """Try inputs until the time is over; 1 where any ended in a traceback or a hang."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=0, help="of the first input")
    parser.add_argument("--only", type=int, help="try the input of this seed alone")
    parser.add_argument("--kind", choices=KINDS, action="append")
    asked = parser.parse_args()
    kinds = asked.kind or list(KINDS)
    counts: Counter[str] = Counter()
    start, seed = time.monotonic(), asked.seed if asked.only is None else asked.only
    while True:
        for kind in kinds:
            result = outcome(kind, seed)
            fault = result not in {"read", "refused"}
            counts[f"{kind} {'FAULT' if fault else result}"] += 1
            if fault:
                print(f"--only {seed} --kind {kind}\n{result}")
        seed += 1
        if asked.only is not None or time.monotonic() - start > 60 * asked.minutes:
            break
    print(f"{sum(counts.values()):,} inputs, seeds {asked.seed} to {seed - 1}")
    for name, count in sorted(counts.items()):
        print(f"{count:>9,}  {name}")
    return int(any("FAULT" in name for name in counts))


if __name__ == "__main__":
    sys.exit(main())
