"""SAM: Segment Anything (Kirillov et al., ICCV 2023, arXiv 2304.02643), as the study used it.

Needs the package segment-anything and one of its checkpoints (`sam_vit_b_01ec64.pth`,
`sam_vit_l_0b3195.pth`, `sam_vit_h_4b8939.pth`; code and weights Apache-2.0). Which of the three it
is follows from the file. About ten seconds a picture on two cores with vit_b.
"""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Masker, MaskerSpec, Runtime
from probe.wording import Message


def _open(weights: Path | None, runtime: Runtime) -> Masker:
    """Open a SAM checkpoint.

    Raises:
        MaskError: the package is not installed.
        CheckpointError: the file is cut short, not safe, or no SAM checkpoint.
    """
    assert weights is not None  # the registry refuses `--mask sam` without one
    from probe.backbones._maskers.sam.opening import open_sam

    return open_sam(weights, runtime)


spec = MaskerSpec(
    summary="Segment Anything, prompted for the person of a crop",
    open=_open,
    argument="CHECKPOINT",
    hint=Message("maskers-name-sam"),
)
