"""Weights & Biases: a run a model and one for the report, in one group; offline by default."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from probe.errors import ExportError
from probe.exports.exporter import Exported, Exporter, tool_module
from probe.exports.figures import figures, parameters
from probe.exports.files import files_to_go
from probe.runs.reading import Run
from probe.wording import Message, refusal

PROJECT = "probe"
"""Where WANDB_PROJECT names none."""

OTHER_CHARACTERS = re.compile(r"[^A-Za-z0-9_.-]")
LONGEST = 128
"""What the name of an artifact may not hold, and how long it may be: the package's rules."""


class WandbExporter(Exporter):
    """Runs with config, summary, tables and artifacts in a folder, to be sent when you wish."""

    places = Message("export-places-wandb")

    def export(self, run: Run, place: str) -> Exported:
        """The run and its models as runs of Weights & Biases.

        Nothing is sent unless WANDB_MODE says `online`.

        Args:
            run: a finished run.
            place: the folder; empty for the current one.

        Raises:
            ExportError: wandb is not installed, or refuses; there can be no such folder.
        """
        os.environ.setdefault("WANDB_ERROR_REPORTING", "false")  # read when it is imported
        wandb = tool_module("wandb", "wandb")
        folder = Path(place or ".")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise refusal(
                ExportError,
                Message("export-no-folder", {"detail": str(error.strerror)}),
                place=folder,
                hint=Message("export-place", {"name": "wandb", "places": self.places}),
            ) from None
        try:
            made = [_model(wandb, run, folder, name) for name in run.backbones]
            made.append(_report(wandb, run, folder))
        except wandb.errors.Error as error:
            raise refusal(
                ExportError,
                Message("export-refused", {"tool": "Weights & Biases", "said": str(error)}),
                place=folder,
                hint=Message("export-offline"),
            ) from None
        folders = tuple(str(Path(each.dir).parent) for each in made)
        look = f"wandb sync {folder / 'wandb' / 'offline-run-*'}"
        return Exported("wandb", str(folder), folders, look, tuple(made))


def _begun(wandb: Any, run: Run, folder: Path, name: str, kind: str, config: object) -> Any:
    return wandb.init(
        project=os.environ.get("WANDB_PROJECT", PROJECT),
        group=f"{run.manifest.study} {run.manifest.run}",
        name=name,
        job_type=kind,
        config=config,
        dir=str(folder),
        mode=os.environ.get("WANDB_MODE", "offline"),
        reinit="create_new",
        settings=_settings(wandb),
    )


def _settings(wandb: Any) -> Any:
    """Nothing of the machine is looked at, and nothing printed."""
    return wandb.Settings(
        silent=True,
        console="off",
        disable_git=True,
        disable_code=True,
        save_code=False,
        x_disable_stats=True,
        x_disable_meta=True,
        x_disable_machine_info=True,
        x_save_requirements=False,
    )


def _model(wandb: Any, run: Run, folder: Path, backbone: str) -> Any:
    """The run of one model: its card as config, its figures as summary, its cells as a table."""
    config = parameters(run.manifest, backbone)
    with _begun(wandb, run, folder, backbone, "model", config) as made:
        made.summary.update(figures(run, backbone))
        cells = run.cells[run.cells["backbone"] == backbone]
        made.log({"cells": wandb.Table(dataframe=cells)})
    return made


def _report(wandb: Any, run: Run, folder: Path) -> Any:
    """The run of the report: the page to look at, and the files as an artifact."""
    name = f"report {run.manifest.run}"
    with _begun(wandb, run, folder, name, "report", dict(run.manifest.options)) as made:
        page = run.path / "report.html"
        if page.is_file():
            made.log({"report": wandb.Html(page.read_text("utf-8"), inject=False)})
        plain = OTHER_CHARACTERS.sub("_", f"{run.manifest.study}-{run.manifest.run}")
        artifact = wandb.Artifact(plain[-LONGEST:], type="probe-run")
        for path in files_to_go(run):
            artifact.add_file(str(path), name=path.relative_to(run.path).as_posix())
        made.log_artifact(artifact)
    return made


spec = WandbExporter()
