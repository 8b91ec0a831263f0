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

_POSITIONS = "image_encoder.pos_embed"

_KINDS = {768: "vit_b", 1024: "vit_l", 1280: "vit_h"}
"""Width of the image encoder -> its name in segment-anything's `build_sam.py`."""

_EXPECTED = "Expected sam_vit_b_01ec64.pth, sam_vit_l_0b3195.pth or sam_vit_h_4b8939.pth."


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
    network.to(choose_device(runtime.device)).eval().requires_grad_(False)
    folder = runtime.cache / f"sam-{checkpoint.sha256[:16]}" if runtime.cache else None
    digest = f"sam 2, {kind}, {checkpoint.sha256}"
    return SamMasker(package.SamPredictor(network), digest, folder)


def sam_kind(checkpoint: Checkpoint) -> str:
    """`vit_b`, `vit_l` or `vit_h`, from the width of the image encoder.

    Raises:
        CheckpointError: the file is no SAM checkpoint.
    """
    positions = checkpoint.tensors.get(_POSITIONS)
    if positions is None:
        first = next(iter(checkpoint.tensors), "nothing")
        raise CheckpointError(
            f"this is no SAM checkpoint: it holds no {_POSITIONS} (but {first}, ...)",
            place=checkpoint.path,
            hint=_EXPECTED,
        )
    kind = _KINDS.get(int(positions.shape[-1]))
    if kind is None or tuple(positions.shape[1:3]) != (64, 64):
        raise CheckpointError(
            f"the image encoder has positions of shape {tuple(positions.shape)}, which is neither "
            "vit_b nor vit_l nor vit_h at 1024 pixels",
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
    for names, what in ((missing, "missing"), (other, "of another shape"), (unknown, "unknown")):
        if names:
            raise CheckpointError(
                f"not a whole {kind} checkpoint: {len(names)} tensors are {what}, such as "
                f"{names[0]}",
                place=checkpoint.path,
                hint="Download it again; a checkpoint of another tool must first be renamed.",
            )
    network.load_state_dict(checkpoint.tensors)


def _package() -> Any:
    allow_torchvision()
    try:
        import segment_anything
    except ImportError as error:
        raise MaskError(
            f"sam needs the package segment-anything, which cannot be imported ({error})",
            hint="pip install 'probe-reid[sam]'",
        ) from None
    return segment_anything
