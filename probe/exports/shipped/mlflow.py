"""MLflow: an experiment a study, a run a model below one for the run as a whole."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from probe.errors import ExportError
from probe.exports.exporter import Exported, Exporter, tool_module
from probe.exports.figures import figures, parameters
from probe.exports.files import files_to_go
from probe.runs.reading import Run
from probe.wording import Message, refusal

RUN = "probe.run"
"""The tag by which a run is known again."""

MOST_PARAMETERS = 100
MOST_FIGURES = 1000
"""MLflow takes so many at once."""


class MlflowExporter(Exporter):
    """Runs with parameters, metrics and artifacts in a tracking store."""

    places = Message("export-places-mlflow")

    def export(self, run: Run, place: str) -> Exported:
        """The run and its models as MLflow's runs.

        Args:
            run: a finished run.
            place: tracking address; empty for MLFLOW_TRACKING_URI, or what MLflow takes by itself.

        Raises:
            ExportError: MLflow is not installed, the run is there already, or the store refuses.
        """
        os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")  # read when it is imported
        mlflow = tool_module("mlflow", "mlflow")
        address = place or str(mlflow.get_tracking_uri())
        try:
            return _exported(mlflow.MlflowClient(tracking_uri=address), run, address)
        except mlflow.exceptions.MlflowException as error:
            raise refusal(
                ExportError,
                Message("export-refused", {"tool": "MLflow", "said": str(error.message)}),
                place=address,
                hint=Message("export-place", {"name": "mlflow", "places": self.places}),
            ) from None


def _exported(client: Any, run: Run, address: str) -> Exported:
    manifest = run.manifest
    experiment = _experiment(client, manifest.study)
    name = f"{manifest.study} {manifest.run}".replace("'", "’")  # MLflow's filters escape none
    same = f"tags.`{RUN}` = '{name}' and attributes.status = 'FINISHED'"
    known = client.search_runs([experiment], same, max_results=1)
    if known:
        raise refusal(
            ExportError,
            Message("export-is-there", {"run": manifest.run, "id": str(known[0].info.run_id)}),
            place=address,
            hint=Message("export-is-there-step"),
        )
    whole = _begin(client, run, experiment, name, {RUN: name, "probe.study": manifest.study})
    status = "FAILED"
    try:
        for path in files_to_go(run):
            inside = path.parent.relative_to(run.path).as_posix()
            client.log_artifact(whole, str(path), None if inside == "." else inside)
        made = [whole, *(_model(client, run, experiment, whole, model) for model in run.backbones)]
        status = "FINISHED"
    finally:
        client.set_terminated(whole, status, _milliseconds(manifest.finished))
    return Exported(
        "mlflow",
        address,
        tuple(made),
        look(address, experiment),
        tuple(client.get_run(each) for each in made),
    )


def look(address: str, experiment: str) -> str:
    """Where a server shows an experiment, or what starts one over a store."""
    if address.startswith(("http://", "https://")):
        return f"{address.rstrip('/')}/#/experiments/{experiment}"
    return f"mlflow ui --backend-store-uri {address}"


def _experiment(client: Any, name: str) -> str:
    there = client.get_experiment_by_name(name)
    return str(there.experiment_id if there else client.create_experiment(name))


def _begin(client: Any, run: Run, experiment: str, name: str, tags: Mapping[str, str]) -> str:
    """Id of a new run of MLflow, begun when ours was."""
    started = _milliseconds(run.manifest.created)
    new = client.create_run(experiment, start_time=started, tags=dict(tags), run_name=name)
    return str(new.info.run_id)


def _model(client: Any, run: Run, experiment: str, whole: str, backbone: str) -> str:
    """Id of the run of one model, below that of the whole."""
    entities = tool_module("mlflow.entities", "mlflow")
    tags = {"mlflow.parentRunId": whole, "probe.model": backbone}
    made = _begin(client, run, experiment, backbone, tags)
    finished = _milliseconds(run.manifest.finished)
    told = parameters(run.manifest, backbone)
    params = [entities.Param(key, value) for key, value in told.items()]
    for part in _blocks(params, MOST_PARAMETERS):
        client.log_batch(made, params=part)
    measured = figures(run, backbone)
    metrics = [entities.Metric(key, value, finished, 0) for key, value in measured.items()]
    for part in _blocks(metrics, MOST_FIGURES):
        client.log_batch(made, metrics=part)
    client.set_terminated(made, "FINISHED", finished)
    return made


def _blocks(entries: list[Any], most: int) -> Iterator[list[Any]]:
    for start in range(0, len(entries), most):
        yield entries[start : start + most]


def _milliseconds(moment: str) -> int:
    """ISO 8601 in UTC as milliseconds since 1970."""
    return int(datetime.fromisoformat(moment).astimezone(UTC).timestamp() * 1000)


spec = MlflowExporter()
