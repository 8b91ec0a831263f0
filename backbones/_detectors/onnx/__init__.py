"""Any exported detector in an ONNX file, as a card describes it (`--detector onnx=CARD.yaml`)."""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Detector, DetectorSpec, Runtime
from probe.wording import Message


def _open(path: Path | None, runtime: Runtime) -> Detector:
    """Open the detector of a card.

    Raises:
        DetectorError: the card does not say what is needed, or does not fit the network.
        CheckpointError: the file is no network of pictures.
    """
    assert path is not None  # the registry refuses `--detector onnx` without one
    from probe.backbones._detectors.onnx.people import open_onnx_people

    return open_onnx_people(path, runtime)


spec = DetectorSpec(
    summary="an exported detector, as its card says: YOLO-style, DETR-style, or boxes after NMS",
    open=_open,
    argument="CARD",
    hint=Message("detectors-name-card"),
)
