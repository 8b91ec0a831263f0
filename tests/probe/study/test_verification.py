"""A run verifies; a changed one does not; runs compare only over the same pictures."""

import json
import shutil

import numpy as np
import pandas as pd
import pytest

from probe.cli import main
from probe.errors import RunError
from probe.runs.encoding import arrays_checksum
from probe.runs.reading import Run
from probe.study.model_comparison import compare_runs
from probe.study.request import StudyRequest
from probe.study.steps import run_study
from probe.study.verification import verify
from probe.wording import wording_of

OTHER = '''
import numpy as np
from probe.contracts import BackboneCard, BackboneSpec

class Other:
    """Mean colours of a few bands, and nothing else."""

    def __init__(self, card):
        self.card = card

    def embed(self, images):
        bands = images.reshape(len(images), 6, -1, 3).mean(axis=2)
        return bands.reshape(len(images), -1).astype(np.float32) - 100

class Pairs:
    """A pair scorer: how near two pictures' mean colours are."""

    def __init__(self, card):
        self.card = card

    def score(self, first, second):
        a, b = (x.mean(axis=(1, 2)).astype(np.float32) for x in (first, second))
        return -np.linalg.norm(a - b, axis=1) / 255

def card(name):
    return BackboneCard(name, input_size=(48, 20), needs_weights=False)

spec = BackboneSpec(cards=(card("other"),), load=lambda c, w, r: Other(c))
pairs = BackboneSpec(cards=(card("pairs"),), load=lambda c, w, r: Pairs(c))
'''


@pytest.fixture
def own(tmp_path, monkeypatch):
    (tmp_path / "own_models.py").write_text(OTHER, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)


@pytest.fixture
def study(tmp_path, protocol_file, photos, own):
    def make(*backbones, folder=photos, fmr=0.03):
        return run_study(
            StudyRequest(protocol_file, backbones, photos=folder, out=tmp_path / "runs", fmr=fmr)
        )

    return make


def test_a_stored_run_is_what_its_vectors_say(study):
    verdict = verify(study("stripes", "own_models:spec", "own_models:pairs"))
    assert verdict.problems == ()
    assert verdict.figures > 1000


def test_the_command_says_so(study, capsys):
    run = study("stripes")
    assert main(["verify", str(run.path)]) == 0
    assert "all the same" in capsys.readouterr().out


def test_a_single_changed_figure_is_found(study, capsys):
    run = study("stripes")
    cells = pd.read_parquet(run.path / "cells.parquet")
    cells.loc[3, "mean"] += 1e-6
    cells.to_parquet(run.path / "cells.parquet", index=False)
    problems = [wording_of()(problem) for problem in verify(Run(run.path)).problems]
    assert any("cells.parquet was changed" in p for p in problems)
    assert any(p.startswith("cells.parquet: mean: 1 of") for p in problems)
    assert main(["verify", str(run.path)]) == 1
    assert "differs:" in capsys.readouterr().out


def test_changed_vectors_and_sentences_are_found(study):
    run = study("stripes")
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
def test_a_changed_file_of_vectors_or_scores_is_named(study, model):
    run = study(model)
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


def test_a_pair_scorer_is_compared_like_a_backbone(study):
    run = study("own_models:pairs")
    mated = run.matrix("pairs", "turn")
    assert np.array_equal(mated, mated.T)
    assert mated[2, 2] > run.matrix("pairs", "turn", kind="at_large")[2, 2]
    assert run.manifest.backbones[0].dimension == 0


def test_models_inside_a_run_and_across_runs_compare_alike(study):
    both = study("stripes", "own_models:spec")
    first, second = study("stripes"), study("own_models:spec")
    (comparison,) = compare_runs(first, second)
    inside = both.differences.set_index(["figure", "condition"])["difference"]
    assert len(comparison.differences) == len(inside)
    for found in comparison.differences:
        key = "" if found.condition < 0 else comparison.protocol.conditions[found.condition].key
        assert found.decision.interval.estimate == pytest.approx(
            inside[found.figure, key], nan_ok=True
        )


def test_the_compare_command_prints_sentences_and_json(study, capsys):
    run = study("stripes", "own_models:spec")
    assert main(["compare", str(run.path)]) == 0
    told = capsys.readouterr().out
    assert "turn: other minus stripes" in told
    assert "retention" in told
    assert main(["compare", str(run.path), "--json"]) == 0
    assert {row["figure"] for row in json.loads(capsys.readouterr().out)} == {
        "mean",
        "retention",
        "fnmr",
    }
    assert main(["compare", str(study("stripes").path)]) == 0
    assert "nothing to compare" in capsys.readouterr().out


def test_runs_of_other_pictures_protocols_or_rates_are_refused(
    study, tmp_path, photos, protocol_file
):
    run = study("stripes")
    with pytest.raises(RunError, match="different FMR"):
        compare_runs(run, study("stripes", fmr=0.05))
    fewer = tmp_path / "fewer"
    shutil.copytree(photos, fewer)
    (fewer / "01_o0_1.png").unlink()
    with pytest.raises(RunError, match="not of the same pictures"):
        compare_runs(run, study("stripes", folder=fewer))
    text = protocol_file.read_text(encoding="utf-8")
    protocol_file.write_text(text.replace("circular", "nominal"), encoding="utf-8")
    with pytest.raises(RunError, match="not of the same protocols"):
        compare_runs(run, study("stripes"))


def test_an_unfinished_run_is_not_verified(study):
    run = study("stripes")
    (run.path / "cells.parquet").unlink()
    with pytest.raises(RunError, match=r"cells\.parquet is missing"):
        verify(Run(run.path))
