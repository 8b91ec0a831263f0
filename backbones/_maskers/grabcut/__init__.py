"""GrabCut: the person cut out by colour alone (Rother et al., SIGGRAPH 2004). No weights.

The offline fallback: fair where the person's colours differ from the background's, poor where they
do not. Its masks are held against exact ones in the tests; see the report of a run for coverage.
"""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Masker, MaskerSpec, Runtime


def _open(weights: Path | None, runtime: Runtime) -> Masker:
    """Open GrabCut; it has no weights and runs on the CPU.

    Raises:
        MaskError: OpenCV is not installed.
    """
    from probe.backbones._maskers.grabcut.cut import GrabCut

    return GrabCut()


spec = MaskerSpec(summary="the person cut out by colour alone; no weights", open=_open)
