"""A whole study with checkpoints in the formats in which they are published: file to report."""

import json

import numpy as np
import pytest
import torch

from probe.cli import main
from probe.runs.reading import Run
from probe.wording import wording_of

in_words = wording_of().stored


@pytest.fixture(scope="module")
def published(golden, tmp_path_factory):
    """insightface's `backbone.pth`, and a raw MoCo training checkpoint."""
    folder = tmp_path_factory.mktemp("published")
    arcface = golden("insightface_iresnet50_112x112").save(folder / "backbone.pth")
    data = golden("luperson_resnet50_ls1_384x128")
    momentum = {f"module.encoder_k.{k}": torch.from_numpy(v) for k, v in data.weights.items()}
    moco = data.save(
        folder / "checkpoint_0199.pth.tar",
        lambda key: f"module.encoder_q.{key}",
        "state_dict",
        momentum | {"module.queue": torch.ones(128, 64)},
    )
    return {"arcface": arcface, "moco": moco}


@pytest.mark.slow
def test_orientation_from_file_to_report(published, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    given = [f"--backbone={name}={file}" for name, file in published.items()]
    assert main(["run", "orientation", "--subjects", "2", *given, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["backbones"] == ["arcface.backbone", "moco.checkpoint_0199"]
    manifest = Run(tmp_path / told["run"]).manifest
    arcface, moco = manifest.backbones
    assert (arcface.dimension, moco.dimension) == (512, 2048)
    assert list(arcface.card["input_size"]) == [112, 112]
    assert list(moco.card["input_size"]) == [384, 128]
    for entry in (arcface, moco):
        assert entry.engine.startswith("onnxruntime")
        assert entry.embedded > 100
    assert "insightface iResNet-50; 475 tensors loaded" in in_words(arcface.notes[0])
    assert "MoCo / LUPerson ResNet-50, raw training checkpoint; 318" in in_words(moco.notes[0])
    for path in told["reports"].values():
        assert (tmp_path / path).stat().st_size > 10_000
    html = (tmp_path / told["reports"]["html"]).read_text(encoding="utf-8")
    assert "arcface.backbone" in html
    assert "moco.checkpoint_0199" in html
    assert main(["verify", told["run"]]) == 0


@pytest.mark.slow
def test_bfloat16_is_told_in_the_manifest(
    published, photos, protocol_file, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    given = ["run", str(protocol_file), "--photos", str(photos), "--no-report", "--json"]
    given += ["--backbone", f"arcface={published['arcface']}", "--engine", "torch"]
    runs = []
    for more in (["--bf16"], []):
        assert main([*given, *more]) == 0
        runs.append(Run(tmp_path / json.loads(capsys.readouterr().out)["run"]))
    low, exact = (run.manifest.backbones[0] for run in runs)
    assert low.embedded == exact.embedded == 72
    assert low.engine.endswith("bfloat16")
    assert "bfloat16 changes the cosines between 24 of the pictures" in " ".join(
        map(in_words, low.notes)
    )
    assert "bfloat16" not in " ".join(map(in_words, exact.notes))
    units = []
    for run in runs:
        _, vectors = run.embeddings("arcface.backbone")
        units.append(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
    assert 1e-6 < np.abs(units[0] @ units[0].T - units[1] @ units[1].T).max() < 0.02
