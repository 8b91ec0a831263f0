"""Opening a SAM checkpoint: which of the three networks it is, all of its tensors or none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from probe.backbones._maskers.sam.segmenter import SamMasker
from probe.backbones._torch.checkpoint import Checkpoint, read_checkpoint
from probe.backbones._torch.device import choose_device, use_threads
from probe.backbones._torch.torchvision_import import allow_torchvision
from probe.contracts import Runtime
from probe.errors import CheckpointError, MaskError
from probe.wording import Message, refusal

_POSITIONS = "image_encoder.pos_embed"

_KINDS = {768: "vit_b", 1024: "vit_l", 1280: "vit_h"}
"""Width of the image encoder -> its name in segment-anything's `build_sam.py`."""

_EXPECTED = Message("maskers-expected-sam")


def open_sam(weights: Path, runtime: Runtime) -> SamMasker:
    """A masker with the network of a checkpoint.

    Raises:
        MaskError: the package segment-anything is missing.
        CheckpointError: the file cannot be read, or is no SAM checkpoint.
    """
    package = _package()
    checkpoint = read_checkpoint(weights)
    kind = sam_kind(checkpoint)
    network = package.sam_model_registry[kind]()
    _fill(network, checkpoint, kind)
    use_threads(runtime)
    device = choose_device(runtime.device)
    network.to(device).eval().requires_grad_(False)
    folder = runtime.cache / f"sam-{checkpoint.sha256[:16]}" if runtime.cache else None
    digest = f"sam 2, {kind}, {checkpoint.sha256}"
    masker = SamMasker(package.SamPredictor(network), digest, folder)
    masker.on_gpu = device.type == "cuda"
    return masker


def sam_kind(checkpoint: Checkpoint) -> str:
    """`vit_b`, `vit_l` or `vit_h`, from the width of the image encoder.

    Raises:
        CheckpointError: the file is no SAM checkpoint.
    """
    positions = checkpoint.tensors.get(_POSITIONS)
    if positions is None:
        first = next(iter(checkpoint.tensors), "nothing")
        raise refusal(
            CheckpointError,
            Message("maskers-no-sam", {"wanted": _POSITIONS, "first": first}),
            place=checkpoint.path,
            hint=_EXPECTED,
        )
    kind = _KINDS.get(int(positions.shape[-1]))
    if kind is None or tuple(positions.shape[1:3]) != (64, 64):
        raise refusal(
            CheckpointError,
            Message("maskers-sam-positions", {"shape": str(tuple(positions.shape))}),
            place=checkpoint.path,
            hint=_EXPECTED,
        )
    return kind


def _fill(network: Any, checkpoint: Checkpoint, kind: str) -> None:
    needed = network.state_dict()
    missing = sorted(needed.keys() - checkpoint.tensors.keys())
    unknown = sorted(checkpoint.tensors.keys() - needed.keys())
    shared = needed.keys() & checkpoint.tensors.keys()
    other = sorted(name for name in shared if needed[name].shape != checkpoint.tensors[name].shape)
    for names, fault in ((missing, "missing"), (other, "shape"), (unknown, "unknown")):
        if names:
            raise refusal(
                CheckpointError,
                Message(
                    "maskers-sam-not-whole",
                    {"kind": kind, "count": len(names), "fault": fault, "first": names[0]},
                ),
                place=checkpoint.path,
                hint=Message("maskers-sam-again"),
            )
    network.load_state_dict(checkpoint.tensors)


def _package() -> Any:
    allow_torchvision()
    try:
        import segment_anything
    except ImportError as error:
        raise refusal(
            MaskError,
            Message("maskers-needs-sam", {"error": str(error)}),
            hint=Message("step-install", {"extra": "sam"}),
        ) from None
    return segment_anything
