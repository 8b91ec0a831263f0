"""MLflow, with MLflow itself: runs in a store of this test's own."""

import os

import pytest

from probe.errors import ExportError
from probe.exports.figures import figures, parameters
from probe.exports.shipped.mlflow import look, spec

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore"),  # MLflow's own
]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    pytest.importorskip("mlflow", reason="MLflow is not installed: probe-reid[mlflow]")
    pytest.importorskip("sqlalchemy", reason="of MLflow only the skinny package is installed")
    folder = tmp_path_factory.mktemp("mlflow")
    before = os.getcwd()  # noqa: PTH109
    os.chdir(folder)  # artifacts go beside the database
    yield f"sqlite:///{folder / 'mlflow.db'}"
    os.chdir(before)


@pytest.fixture(scope="module")
def exported(finished, store):
    return spec.export(finished, store)


def test_a_model_is_a_run_with_its_card_and_its_figures(finished, exported):
    whole, model = exported.objects
    assert exported.names == (whole.info.run_id, model.info.run_id)
    assert model.data.tags["mlflow.parentRunId"] == whole.info.run_id
    assert model.info.run_name == "stripes"
    assert {model.info.status, whole.info.status} == {"FINISHED"}
    assert model.data.metrics == pytest.approx(figures(finished, "stripes"))
    assert model.data.params == parameters(finished.manifest, "stripes")


def test_report_and_tables_are_artifacts_of_the_whole(finished, store, exported):
    import mlflow

    client = mlflow.MlflowClient(tracking_uri=store)
    names = {entry.path for entry in client.list_artifacts(exported.names[0])}
    assert {"report.html", "manifest.json", "cells.parquet", "protocols"} <= names
    page = client.download_artifacts(exported.names[0], "report.html")
    assert "the report" in open(page, encoding="utf-8").read()  # noqa: PTH123, SIM115


def test_a_server_is_looked_at_and_a_store_needs_one():
    assert look("http://host:5000/", "3") == "http://host:5000/#/experiments/3"
    assert look("sqlite:///a.db", "3") == "mlflow ui --backend-store-uri sqlite:///a.db"


def test_the_same_run_again_is_refused(finished, store, exported):
    with pytest.raises(ExportError, match="is there already, as " + exported.names[0]):
        spec.export(finished, store)


def test_an_address_that_is_none_says_what_may_stand_there(finished, store):
    with pytest.raises(ExportError, match="MLflow refuses") as refused:
        spec.export(finished, "nonsense://x")
    assert "sqlite:///mlflow.db" in refused.value.hint


def test_a_study_of_any_name_goes_once(oddly_named, store):
    made = spec.export(oddly_named, store)
    assert made.objects[0].info.status == "FINISHED"
    with pytest.raises(ExportError, match="is there already, as " + made.names[0]):
        spec.export(oddly_named, store)
