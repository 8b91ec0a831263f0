"""YOLACT and YOLACT++ as a masker: the person of a crop, as document 1 cut people out.

Needs a checkpoint of dbolya/yolact; which of its networks it is follows from the file.
"""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Masker, MaskerSpec, Runtime
from probe.wording import Message


def _open(weights: Path | None, runtime: Runtime) -> Masker:
    """Open a checkpoint of dbolya/yolact.

    Raises:
        CheckpointError: the file is cut short, not safe, or no YOLACT checkpoint.
    """
    assert weights is not None  # the registry refuses `--mask yolact` without one
    from probe.backbones._maskers.yolact.crop_masker import YolactMasker
    from probe.backbones._yolact.opening import open_people

    people = open_people(weights, runtime)
    masker = YolactMasker(people, people.network.shape.size)
    masker.on_gpu = people.device.type == "cuda"
    return masker


spec = MaskerSpec(
    summary="YOLACT or YOLACT++, the likeliest person of a crop",
    open=_open,
    argument="CHECKPOINT",
    hint=Message("maskers-name-yolact"),
)
