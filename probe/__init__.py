"""Robustness evaluation of person re-identification models under controlled conditions.

    import probe
    run = probe.run("protocols/orientation.yaml", backbones=["stripes"])
    run.cells                      # a DataFrame, one row a cell
    run.heatmap("stripes")         # a matplotlib figure
    run.report("report.html")      # HTML, PDF or JSON by its ending

Importing this package loads nothing heavy; see `probe.api` for what it offers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from probe.api import StudyRun, open_run, run

__version__ = "0.1.0"
__all__ = ["StudyRun", "__version__", "open_run", "run"]


def __getattr__(name: str) -> Any:
    if name in {"StudyRun", "open_run", "run"}:
        from probe import api

        return getattr(api, name)
    raise AttributeError(f"module 'probe' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
