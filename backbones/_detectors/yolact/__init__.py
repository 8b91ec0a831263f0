"""YOLACT and YOLACT++ as a detector of people with masks; see `backbones/_yolact`."""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Detector, DetectorSpec, Runtime
from probe.wording import Message


def _open(weights: Path | None, runtime: Runtime) -> Detector:
    """Open a checkpoint of dbolya/yolact.

    Raises:
        CheckpointError: the file is cut short, not safe, or no YOLACT checkpoint.
    """
    assert weights is not None  # the registry refuses `--detector yolact` without one
    from probe.backbones._yolact.opening import open_people

    return open_people(weights, runtime)


spec = DetectorSpec(
    summary="YOLACT or YOLACT++: boxes and masks of people",
    open=_open,
    argument="CHECKPOINT",
    hint=Message("detectors-name-yolact"),
)
