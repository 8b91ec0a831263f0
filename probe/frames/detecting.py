"""Detectors by name: `boxes=FILE`, `scene`, networks of `probe.backbones._detectors`, others'."""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Detector, DetectorSpec, Runtime
from probe.errors import DetectorError
from probe.registries import Registry

DETECTORS = Registry(
    noun="detector",
    kind=DetectorSpec,
    group="probe.detectors",
    packages=("probe.frames.detectors", "probe.backbones._detectors"),
    error=DetectorError,
)
"""Modules of `probe.frames.detectors`, folders of `probe.backbones._detectors`, third parties."""


def open_detector(given: str, runtime: Runtime | None = None) -> Detector:
    """What `--detector GIVEN` means: NAME or NAME=PATH, opened.

    Raises:
        DetectorError: unknown, the path missing or not taken.
        CheckpointError: the weights cannot be read.
    """
    name, equals, written = given.partition("=")
    spec = DETECTORS.get(name)
    path = Path(written) if equals else None
    if path is not None and not spec.argument:
        raise DetectorError(f"{name} takes no file", place=path, hint=f"--detector {name}")
    if path is None and spec.argument and not spec.optional:
        raise DetectorError(
            f"{name} needs a {spec.argument.lower()}",
            hint=spec.hint or f"--detector {name}={spec.argument}",
        )
    return spec.open(path, runtime or Runtime())
