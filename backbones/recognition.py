"""What a weights file is for, where nobody has said it: by its bytes, and by its tensors."""

from __future__ import annotations

from pathlib import Path

from probe.contracts import FileReadings
from probe.wording import Message


def readings_of(path: Path) -> FileReadings:
    """What may be typed to run a file that was given without the network it is for.

    Args:
        path: a `.pth`, `.pt`, `.tar`, `.safetensors` or `.onnx` file.

    Raises:
        CheckpointError: it is no weights file, or its tensors cannot be read.
    """
    from probe.backbones._torch.checkpoint import read_checkpoint
    from probe.backbones._torch.families import recognise
    from probe.backbones._torch.other_formats import is_onnx_graph

    with path.open("rb") as file:
        head = file.read(16)
    if head and is_onnx_graph(path, head):
        given = f"onnx:{path}"
        return FileReadings(Message("family-onnx"), (given,), Message("family-ways"), sure=True)
    family = recognise(read_checkpoint(path).tensors)
    given_ways = tuple(f"{card}={path}" for card in family.readings)
    return FileReadings(family.looks, given_ways, family.advice, sure=family.sure)
