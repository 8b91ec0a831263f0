"""Thresholds of a run: taken for the same model alone, fitted and masked in the same way."""

import pytest

import probe
from probe.contracts import Reporter, Runtime
from probe.embedding.loaded import Loaded, ready
from probe.embedding.registry import find_all
from probe.errors import RunError, UsageError
from probe.matching.calibration import calibrate, open_run


@pytest.fixture
def run_folder(photos, protocol_file, tmp_path):
    run = probe.run(
        protocol_file, backbones="stripes", photos=photos, out=tmp_path / "runs", fmr=0.05,
        device="cpu", pictures=False,
    )  # fmt: skip
    return run.path


def loaded(name):
    (choice,) = find_all([name])
    model = choice.load(Runtime("cpu"))
    return ready(choice.name, model, choice.key_of(model, Runtime("cpu")), "card", Reporter())


def test_threshold_rate_and_condition(run_folder):
    run, _ = open_run(run_folder, None)
    known = calibrate(run, [loaded("stripes")], "unmasked")["stripes"]
    entry = run.manifest.threshold("stripes")
    assert (known.threshold, known.low, known.high) == (
        entry.value,
        entry.true_low,
        entry.true_high,
    )
    assert (known.fmr, known.study, known.condition, known.people) == (0.05, "turn", "180°", 8)
    assert known.threshold is not None


def test_another_model_is_refused(run_folder):
    run, _ = open_run(run_folder, None)
    with pytest.raises(UsageError, match="the run has no moco") as caught:
        calibrate(run, [loaded("moco.demo")], "unmasked")
    assert "stripes" in caught.value.hint
    same_name = loaded("stripes")
    other = Loaded("stripes", same_name.model, type(same_name.key)("0" * 64))
    with pytest.raises(UsageError, match="is another model: weights, card"):
        calibrate(run, [other], "unmasked")


def test_another_mask_or_fitting_is_refused(run_folder):
    run, _ = open_run(run_folder, None)
    with pytest.raises(UsageError, match="no pictures masked by grabcut"):
        calibrate(run, [loaded("stripes")], "grabcut")
    with pytest.raises(UsageError, match="by card, and here it is stretch") as caught:
        open_run(run_folder, "stretch")
    assert "--fit card, or leave --fit out" in caught.value.hint
    assert open_run(run_folder, None)[1] == open_run(run_folder, "card")[1] == "card"


def test_no_run_and_an_unfinished_one(run_folder, tmp_path):
    with pytest.raises(RunError, match="this is no run directory"):
        open_run(tmp_path, None)
    path = run_folder / "manifest.json"
    path.write_text(path.read_text().replace('"complete"', '"started"', 1))
    with pytest.raises(RunError, match="not complete"):
        open_run(run_folder, None)
