"""Detectors by name: `boxes=FILE`, `scene`, networks of `probe.backbones._detectors`, others'."""

from __future__ import annotations

from probe.contracts import Detector, DetectorSpec, Runtime
from probe.errors import DetectorError
from probe.files.plug_in_path import plug_in_path
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
    """What `--detector GIVEN` means: NAME, NAME=PATH or, as models are named, NAME:PATH, opened.

    Raises:
        DetectorError: unknown, the path missing or not taken.
        CheckpointError: the weights cannot be read.
    """
    name, sign, written = given.partition("=")
    first, colon, rest = given.partition(":")
    if colon and first in DETECTORS.names():
        name, sign, written = first, colon, rest
    spec = DETECTORS.get(name)
    path = plug_in_path(name, written if sign else None, spec, "--detector", DetectorError)
    return spec.open(path, runtime or Runtime())
