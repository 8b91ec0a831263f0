"""Two runs are paired only over the same pictures."""

import json
import shutil

import pytest

from probe.cli import main
from probe.errors import RunError
from probe.study.model_comparison import compare_runs


def test_models_inside_a_run_and_across_runs_compare_alike(stored_study):
    both = stored_study("stripes", "own_models:spec")
    first, second = stored_study("stripes"), stored_study("own_models:spec")
    (comparison,) = compare_runs(first, second)
    inside = both.differences.set_index(["figure", "condition"])["difference"]
    assert len(comparison.differences) == len(inside)
    for found in comparison.differences:
        key = "" if found.condition < 0 else comparison.protocol.conditions[found.condition].key
        assert found.decision.interval.estimate == pytest.approx(
            inside[found.figure, key], nan_ok=True
        )


def test_runs_of_other_pictures_protocols_or_rates_are_refused(
    stored_study, tmp_path, photos, protocol_file
):
    run = stored_study("stripes")
    with pytest.raises(RunError, match=r"different FMR(.|\n)*again with --fmr"):
        compare_runs(run, stored_study("stripes", fmr=0.05))
    fewer = tmp_path / "fewer"
    shutil.copytree(photos, fewer)
    (fewer / "01_o0_1.png").unlink()
    with pytest.raises(RunError, match="not of the same pictures"):
        compare_runs(run, stored_study("stripes", folder=fewer))
    text = protocol_file.read_text(encoding="utf-8")
    protocol_file.write_text(text.replace("circular", "nominal"), encoding="utf-8")
    with pytest.raises(RunError, match="turn differs in factors"):
        compare_runs(run, stored_study("stripes"))
    protocol_file.write_text(f"{text}\nfit: letterbox\n", encoding="utf-8")
    with pytest.raises(RunError, match="turn differs in fit"):
        compare_runs(run, stored_study("stripes"))
    protocol_file.write_text(text.replace("name: turn", "name: other"), encoding="utf-8")
    with pytest.raises(RunError, match=r"not of the same protocols \(turn / other\)"):
        compare_runs(run, stored_study("stripes"))


def test_what_factors_and_levels_are_called_keeps_runs_comparable(stored_study, protocol_file):
    """Protocols that get another language later are those that older runs are of."""
    run = stored_study("stripes")
    text = protocol_file.read_text(encoding="utf-8")
    name = "  - name: orientation\n"
    assert name in text
    titled = text.replace(name, f"{name}    title: {{en: Orientation, zh: 朝向}}\n")
    protocol_file.write_text(titled, encoding="utf-8")
    other = stored_study("own_models:spec")
    assert [entry.digest for entry in run.manifest.protocols] != [
        entry.digest for entry in other.manifest.protocols
    ]
    assert compare_runs(run, other)


def test_the_compare_command_prints_sentences_and_json(stored_study, capsys):
    run = stored_study("stripes", "own_models:spec")
    assert main(["compare", str(run.path)]) == 0
    told = capsys.readouterr().out
    assert "turn: other minus stripes" in told
    assert "retention" in told
    assert "tell" in told.splitlines()[1]
    assert "would have been seen" not in told
    assert main(["compare", str(run.path), "--json"]) == 0
    assert {row["figure"] for row in json.loads(capsys.readouterr().out)} == {
        "mean",
        "retention",
        "auc",
        "dprime",
        "fnmr",
    }
    assert main(["compare", str(stored_study("stripes").path)]) == 0
    assert "nothing to compare" in capsys.readouterr().out
