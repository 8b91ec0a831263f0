"""Robustness evaluation of person re-identification models under controlled conditions.

    import probe
    run = probe.run("protocols/orientation.yaml", backbones="stripes")
    run.cells                      # a DataFrame, one row a cell
    run.heatmap("stripes")         # a matplotlib figure
    run.report("report.html")      # HTML, PDF or JSON by its ending

Importing this package loads nothing heavy; see `probe.api` for what it does, `probe.contracts` for
what a backbone of your own offers, `probe.errors` for what may be raised.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from probe.api import StudyRun as StudyRun
    from probe.api import evaluate as evaluate
    from probe.api import open_run as open_run
    from probe.api import run as run
    from probe.api import wrap as wrap
    from probe.contracts import Backbone as Backbone
    from probe.contracts import BackboneCard as BackboneCard
    from probe.contracts import BackboneSpec as BackboneSpec
    from probe.contracts import Masker as Masker
    from probe.contracts import PairScorer as PairScorer
    from probe.contracts import Runtime as Runtime
    from probe.contracts import VectorPart as VectorPart
    from probe.contracts import WrappedModel as WrappedModel
    from probe.errors import BackboneError as BackboneError
    from probe.errors import CheckpointError as CheckpointError
    from probe.errors import ClusterError as ClusterError
    from probe.errors import ComparisonError as ComparisonError
    from probe.errors import DamagedFileError as DamagedFileError
    from probe.errors import DetectorError as DetectorError
    from probe.errors import ExportError as ExportError
    from probe.errors import FramesError as FramesError
    from probe.errors import MaskError as MaskError
    from probe.errors import PictureError as PictureError
    from probe.errors import PictureSourceError as PictureSourceError
    from probe.errors import ProbeError as ProbeError
    from probe.errors import ProtocolError as ProtocolError
    from probe.errors import RunError as RunError
    from probe.errors import UsageError as UsageError
    from probe.errors import VectorError as VectorError
    from probe.errors import WordingError as WordingError
    from probe.errors import YamlError as YamlError

__version__ = "0.2.0"

_PLACES = {
    "StudyRun": "api",
    "evaluate": "api",
    "open_run": "api",
    "run": "api",
    "wrap": "api",
    "Backbone": "contracts",
    "BackboneCard": "contracts",
    "BackboneSpec": "contracts",
    "Masker": "contracts",
    "PairScorer": "contracts",
    "Runtime": "contracts",
    "VectorPart": "contracts",
    "WrappedModel": "contracts",
    "BackboneError": "errors",
    "CheckpointError": "errors",
    "ClusterError": "errors",
    "ComparisonError": "errors",
    "DamagedFileError": "errors",
    "DetectorError": "errors",
    "ExportError": "errors",
    "FramesError": "errors",
    "MaskError": "errors",
    "PictureError": "errors",
    "PictureSourceError": "errors",
    "ProbeError": "errors",
    "ProtocolError": "errors",
    "RunError": "errors",
    "UsageError": "errors",
    "VectorError": "errors",
    "WordingError": "errors",
    "YamlError": "errors",
}
"""Module of every name that is imported when it is asked for."""

__all__ = [
    "Backbone",
    "BackboneCard",
    "BackboneError",
    "BackboneSpec",
    "CheckpointError",
    "ClusterError",
    "ComparisonError",
    "DamagedFileError",
    "DetectorError",
    "ExportError",
    "FramesError",
    "MaskError",
    "Masker",
    "PairScorer",
    "PictureError",
    "PictureSourceError",
    "ProbeError",
    "ProtocolError",
    "RunError",
    "Runtime",
    "StudyRun",
    "UsageError",
    "VectorError",
    "VectorPart",
    "WordingError",
    "WrappedModel",
    "YamlError",
    "__version__",
    "evaluate",
    "open_run",
    "run",
    "wrap",
]


def _find_folders_of_a_checkout_without_links() -> None:
    """Where links are not supported, `probe/backbones` is a text file: look beside `probe`, too."""
    here = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120  # import stays light
    if os.path.isfile(os.path.join(here, "backbones")):  # noqa: PTH113, PTH118
        __path__.append(os.path.dirname(here))  # noqa: PTH120


_find_folders_of_a_checkout_without_links()


def __getattr__(name: str) -> Any:
    if name in _PLACES:
        from importlib import import_module

        return getattr(import_module(f"probe.{_PLACES[name]}"), name)
    raise AttributeError(f"module 'probe' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
