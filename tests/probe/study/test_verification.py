"""A run verifies; a changed one does not."""

import json

import numpy as np
import pandas as pd
import pytest

from probe.cli import main
from probe.conclusions.findings.facts import Cells
from probe.errors import RunError
from probe.runs.encoding import arrays_checksum
from probe.runs.reading import Run
from probe.study.verification import verify
from probe.wording import wording_of


def test_a_stored_run_is_what_its_vectors_say(stored_study):
    verdict = verify(stored_study("stripes", "own_models:spec", "own_models:pairs"))
    assert verdict.problems == ()
    assert verdict.figures > 1000


def test_the_command_says_so(stored_study, capsys):
    run = stored_study("stripes")
    assert main(["verify", str(run.path)]) == 0
    assert "all the same" in capsys.readouterr().out


def test_a_single_changed_figure_is_found(stored_study, capsys):
    run = stored_study("stripes")
    cells = pd.read_parquet(run.path / "cells.parquet")
    cells.loc[3, "mean"] += 1e-6
    cells.to_parquet(run.path / "cells.parquet", index=False)
    problems = [wording_of()(problem) for problem in verify(Run(run.path)).problems]
    assert any("cells.parquet was changed" in p for p in problems)
    assert any(p.startswith("cells.parquet: mean: 1 of") for p in problems)
    assert main(["verify", str(run.path)]) == 1
    assert "differs:" in capsys.readouterr().out


def test_changed_vectors_and_sentences_are_found(stored_study):
    run = stored_study("stripes")
    told = json.loads((run.path / "findings.json").read_text())
    told[0]["message"]["values"]["value"] = 0.123
    (run.path / "findings.json").write_text(json.dumps(told))
    path = next((run.path / "embeddings").iterdir())
    stored = dict(np.load(path))
    stored["vectors"][0] *= -1
    stored["checksum"] = arrays_checksum(stored["ids"], stored["vectors"])
    np.savez(path, **stored)
    problems = " ".join(map(wording_of(), verify(Run(run.path)).problems))
    assert "findings.json: other sentences" in problems
    assert "cells.parquet: mean" in problems


@pytest.mark.parametrize("model", ["stripes", "own_models:pairs"])
def test_a_changed_file_of_vectors_or_scores_is_named(stored_study, model):
    run = stored_study(model)
    folder, array = ("embeddings", "vectors") if model == "stripes" else ("scores", "scores")
    path = next((run.path / folder).iterdir())
    stored = dict(np.load(path))
    stored[array][0] += 0.01
    np.savez(path, **stored)
    verdict = verify(Run(run.path))
    assert any(
        f"not what was written: {path}" in wording_of()(problem) for problem in verdict.problems
    )
    read = run.embeddings if model == "stripes" else run.pair_scores
    with pytest.raises(RunError, match="not what was written") as error:
        read(run.backbones[0])
    assert str(path) == str(error.value.place)


def test_an_unfinished_run_is_not_verified(stored_study):
    run = stored_study("stripes")
    (run.path / "cells.parquet").unlink()
    with pytest.raises(RunError, match=r"cells\.parquet is missing"):
        verify(Run(run.path))


def test_changed_pairs_and_counts_are_found(stored_study):
    run = stored_study("stripes")
    pairs = pd.read_parquet(run.path / "pairs.parquet")
    pairs.loc[2, "score"] += 0.01
    pairs.to_parquet(run.path / "pairs.parquet", index=False)
    counts = dict(np.load(run.path / "histograms.npz"))
    counts["counts"][0, 5] += 1
    np.savez(run.path / "histograms.npz", **counts)
    manifest = json.loads((run.path / "manifest.json").read_text())
    del manifest["files"]["findings.json"]
    (run.path / "manifest.json").write_text(json.dumps(manifest))
    problems = [wording_of()(problem) for problem in verify(Run(run.path)).problems]
    assert any(p.startswith("pairs.parquet: score: 1 of") for p in problems)
    assert "histograms.npz: other counts follow from the scores" in problems
    assert "findings.json: the manifest does not hold its hash" in problems


def test_runs_of_before_may_tell_what_failing_models_keep(stored_study, monkeypatch):
    """Every model fails now: what was told of margins then still follows from the figures."""
    run = stored_study("stripes", "own_models:spec")
    (versus,) = [finding for finding in run.findings if finding.key == "versus"]
    assert "retention" in {cell["figure"] for cell in versus.cells}
    monkeypatch.setattr(Cells, "keeps_margin", lambda cells, *_: cells.facts.failing_margins)
    assert verify(run).problems == ()
