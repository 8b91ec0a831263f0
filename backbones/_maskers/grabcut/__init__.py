"""GrabCut: the person cut out by colour alone (Rother et al., SIGGRAPH 2004). No weights.

The offline fallback: fair where the person's colours differ from the background's, poor where they
do not. Its masks are held against exact ones in the tests; see the report of a run for coverage.
"""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Masker, Runtime
from probe.errors import MaskError


def masker(weights: Path | None, runtime: Runtime) -> Masker:
    """Open GrabCut; it has no weights and runs on the CPU.

    Raises:
        MaskError: a file was named, or OpenCV is not installed.
    """
    from probe.backbones._maskers.grabcut.cut import GrabCut

    if weights is not None:
        raise MaskError("grabcut takes no weights file", place=weights, hint="--mask grabcut")
    return GrabCut()
