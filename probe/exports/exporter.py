"""What an exporter is: a finished run in, another tool's own objects out."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import Any

from probe.errors import ExportError, RunError
from probe.runs.reading import Run
from probe.wording import Message, refusal


@dataclass(frozen=True)
class Exported:
    """What the other tool has now.

    Attributes:
        tool: name of the exporter.
        place: where the tool keeps it: an address, a folder, the name of a data set.
        names: what the tool calls the objects, in the order they were made.
        look: the line to type to look at it.
        objects: the tool's own objects, in the order of `names`.
    """

    tool: str
    place: str
    names: tuple[str, ...]
    look: str
    objects: tuple[Any, ...] = ()


class Exporter:
    """The base of every exporter.

    Attributes:
        places: what may stand behind `=` in `--to NAME=PLACE`, in a few words.
    """

    places: Message | str = ""

    def export(self, run: Run, place: str) -> Exported:
        """Hand a run over.

        Args:
            run: a finished run.
            place: where to; empty for where the tool keeps things by itself.

        Raises:
            ExportError: the package is missing, the run is there already, or the tool refuses.
        """
        raise NotImplementedError


def tool_module(name: str, extra: str) -> Any:
    """The package of a tool, imported.

    Args:
        name: of the module.
        extra: of ours that brings it.

    Raises:
        ExportError: it cannot be imported; the hint names the extra.
    """
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise refusal(
            ExportError,
            Message("export-no-package", {"name": name, "detail": str(error)}),
            hint=f"pip install 'probe-reid[{extra}]'",
        ) from None


def check_complete(run: Run) -> None:
    """Refuse a run that is not finished.

    Raises:
        RunError: it is not.
    """
    status = run.manifest.status
    if status != "complete":
        raise refusal(
            RunError,
            Message("run-not-complete", {"status": status, "so": "export"}),
            place=run.path,
            hint=Message("step-finish-run"),
        )
