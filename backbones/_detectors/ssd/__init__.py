"""SSD (Liu et al., ECCV 2016), as torchvision defines it: SSD300 on VGG16, and a small one.

Liu et al. find people with it in the method that document 1 compares itself with.
"""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Detector, DetectorSpec, Runtime
from probe.wording import Message


def _open(weights: Path | None, runtime: Runtime) -> Detector:
    """Open a checkpoint of torchvision's `ssd300_vgg16`, or what `probe train` left.

    Raises:
        DetectorError: torchvision is missing.
        CheckpointError: the file is cut short, not safe, or another network's.
    """
    assert weights is not None  # the registry refuses `--detector ssd` without one
    from probe.backbones._detectors.ssd.opening import open_ssd

    return open_ssd(weights, runtime)


spec = DetectorSpec(
    summary="SSD300 on VGG16: boxes of people",
    open=_open,
    argument="CHECKPOINT",
    hint=Message("detectors-name-ssd"),
)
