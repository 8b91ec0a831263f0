"""The exporters by name: modules of `probe.exports.shipped`, and those of third parties."""

from __future__ import annotations

from probe.errors import ExportError
from probe.exports.exporter import Exported, Exporter, check_complete
from probe.registries import Registry
from probe.runs.reading import Run

EXPORTERS = Registry(
    noun="exporter",
    kind=Exporter,
    group="probe.exporters",
    packages=("probe.exports.shipped",),
    error=ExportError,
)


def export(run: Run, to: str) -> Exported:
    """Hand a finished run to another tool.

    Args:
        run: the run.
        to: `NAME`, or `NAME=PLACE`.

    Raises:
        ExportError: there is no such exporter, its package is missing, or the tool refuses.
        RunError: the run is not finished, or a file of it is missing or damaged.
    """
    name, _, place = to.partition("=")
    exporter = EXPORTERS.get(name)
    check_complete(run)
    return exporter.export(run, place)
