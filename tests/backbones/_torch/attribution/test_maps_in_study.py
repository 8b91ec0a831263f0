"""Maps of published checkpoints through a whole study: exact, masked too, and in the report."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from probe.cli import main
from probe.runs.reading import Run


@pytest.fixture(scope="module")
def published(golden, tmp_path_factory):
    """insightface's `backbone.pth` (flatten, linear), a raw MoCo training checkpoint (average)."""
    folder = tmp_path_factory.mktemp("published")
    arcface = golden("insightface_iresnet50_112x112").save(folder / "backbone.pth")
    data = golden("luperson_resnet50_ls2_256x128")
    momentum = {f"module.encoder_k.{k}": torch.from_numpy(v) for k, v in data.weights.items()}
    moco = data.save(
        folder / "checkpoint_0199.pth.tar",
        lambda key: f"module.encoder_q.{key}",
        "state_dict",
        momentum,
    )
    return {"arcface": arcface, "moco_256x128": moco}


def figure(person, level, take):
    """A person of own colours before a wall that the level darkens: `uint8 (96, 40, 3)`."""
    rng = np.random.default_rng([person, 5])
    noise = np.random.default_rng([person, level, take])
    picture = np.full((96, 40, 3), 190 - level, float)
    for top, bottom in ((6, 26), (26, 58), (58, 92)):
        picture[top:bottom, 10:30] = rng.integers(20, 235, 3)
    return np.clip(picture + noise.normal(0, 6, picture.shape), 0, 255).astype(np.uint8)


@pytest.fixture
def study(tmp_path):
    """Two people before two walls, their masks, and the protocol: arguments of `probe run`."""
    (tmp_path / "wall.yaml").write_text(
        "name: wall\ntitle: Wall\nquestion: Does the wall matter?\n"
        "factors: [{name: wall, kind: ordered, levels: [0, 140], standard: 0}]\n"
        'takes: 2\nphotos: {pattern: "{subject}_{level}_{take}.png"}\n'
    )
    mask = np.zeros((96, 40), np.uint8)
    mask[6:92, 10:30] = 255
    for part in ("photos", "masks"):
        (tmp_path / part).mkdir()
    for person in range(2):
        for level in (0, 140):
            for take in range(2):
                name = f"{person}_{level}_{take}.png"
                Image.fromarray(figure(person, level, take)).save(tmp_path / "photos" / name)
                Image.fromarray(mask).save(tmp_path / "masks" / name)
    return [
        "run", str(tmp_path / "wall.yaml"), "--photos", str(tmp_path / "photos"),
        "--mask", f"files={tmp_path / 'masks'}", "--attention", "--out", str(tmp_path / "runs"),
    ]  # fmt: skip


@pytest.mark.slow
def test_maps_of_published_checkpoints_are_exact_to_the_report(
    published, study, capsys, monkeypatch
):
    # One pair is put to the test instead of two: it takes half the network passes of the run.
    monkeypatch.setattr("probe.evidence.study.FAITHFUL_PAIRS", 1)
    given = [f"--backbone={name}={file}" for name, file in published.items()]
    assert main([*study, *given, "--json"]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    run = Run(Path(told["run"]))
    (note,) = run.manifest.notes  # nothing of maps
    assert "note-fit-of-cards" in note
    for backbone, grid in (("arcface.backbone", (7, 7)), ("moco_256x128.checkpoint_0199", (8, 4))):
        for variant in ("unmasked", "files"):
            found = run.evidence(backbone, "wall", variant)
            assert [each["condition"] for each in found] == [0, 1]
            for each in found:
                assert each["kind"] == "exact"
                assert max(each["additivity_error"]) < 1e-5
                assert each["first"].shape[1:] == each["second"].shape[1:] == grid
                total = each["first"].sum((1, 2)) + each["constant_first"]
                assert total == pytest.approx(each["cosine"], abs=1e-5)
                assert each["registered"] == "mask"
            points = run.points(backbone, "wall", variant)
            assert points["matrix"].shape == (*grid, *grid)
            # Backbones embed through an engine of their own; the maps explain its cosines.
            ids, vectors = run.embeddings(backbone, variant)
            unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
            rows = [[ids.index(i) for i in found[1][f"ids_{s}"]] for s in ("first", "second")]
            assert found[1]["cosine"] == pytest.approx(
                (unit[rows[0]] * unit[rows[1]]).sum(1), abs=1e-4
            )
    report = json.loads((run.path / "report.json").read_text("utf-8"))
    models = [m for each in report["chapters"][0]["looks"] for m in each["models"]]
    assert len(models) == 4
    assert all(dict(map(tuple, m["facts"]))["how"] == "exact" for m in models)
