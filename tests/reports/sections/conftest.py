"""Two runs, made once: with masks, maps and remedies, and with vectors of several parts."""

import json
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.conftest import PLAIN_PROTOCOL, write_photos
from tests.probe.study.test_parts_in_study import PIECES

ROOT = Path(__file__).parents[2]


BACKBONES = ("stripes", "mapped_backbone:mapped")


def figure(person, level, take):
    """A person of own colours, before a wall that the level darkens: `uint8 (96, 40, 3)`."""
    rng = np.random.default_rng([person, 5])
    noise = np.random.default_rng([person, level, take])
    picture = np.full((96, 40, 3), 190 - level, float)
    for top, bottom in ((6, 26), (26, 58), (58, 92)):
        picture[top:bottom, 10:30] = rng.integers(20, 235, 3)
    return np.clip(picture + noise.normal(0, 6, picture.shape), 0, 255).astype(np.uint8)


@pytest.fixture(scope="session")
def run(tmp_path_factory):
    """Eight people before three walls, masks from files, maps, two models."""
    from probe.runs.reading import Run
    from probe.study.request import StudyRequest
    from probe.study.steps import run_study

    folder = tmp_path_factory.mktemp("masked")
    (folder / "wall.yaml").write_text(
        "name: wall\ntitle: Wall\nquestion: Does the wall matter?\n"
        "factors: [{name: wall, kind: ordered, levels: [0, 70, 140], standard: 0}]\n"
        'takes: 3\nphotos: {pattern: "{subject}_{level}_{take}.png"}\n'
    )
    mask = np.zeros((96, 40), np.uint8)
    mask[6:92, 10:30] = 255
    for part in ("photos", "masks"):
        (folder / part).mkdir()
    for person in range(8):
        for level in (0, 70, 140):
            for take in range(3):
                name = f"{person}_{level}_{take}.png"
                Image.fromarray(figure(person, level, take)).save(folder / "photos" / name)
                Image.fromarray(mask).save(folder / "masks" / name)
    (folder / "masks" / "3_70_1.png").unlink()
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "data"))
        request = StudyRequest(
            folder / "wall.yaml",
            BACKBONES,
            photos=folder / "photos",
            out=folder / "runs",
            fmr=0.03,
            cache=folder / "cache",
            masks=(f"files={folder / 'masks'}",),
            attention=True,
            remedies=True,
        )
        return Run(run_study(request).path)


@pytest.fixture(scope="session")
def document(run):
    from probe.reports.document import build

    return build(run)


@pytest.fixture(scope="session")
def chapter(run):
    """The one chapter of that run, as its sections see it."""
    from probe.reports.source import Source
    from probe.reports.study import study_of

    return study_of(Source(run)).chapters[0]


@pytest.fixture(scope="session")
def parted(tmp_path_factory):
    """Photographs compared by stripes (twelve parts, no maps of them) and by two halves."""
    from probe.study.request import StudyRequest
    from probe.study.steps import run_study

    folder = tmp_path_factory.mktemp("parts")
    (folder / "turn.yaml").write_text(PLAIN_PROTOCOL, encoding="utf-8")
    (folder / "their_halves.py").write_text(PIECES, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        request = StudyRequest(
            folder / "turn.yaml",
            ("stripes", "their_halves:spec"),
            photos=write_photos(folder / "photos"),
            out=folder / "runs",
            fmr=0.03,
            cache=folder / "cache",
            attention=True,
        )
        run = run_study(request)
    sys.modules.pop("their_halves", None)
    return run


@pytest.fixture(scope="session")
def parted_chapter(parted):
    from probe.reports.document import build

    return build(parted).chapters[0]


@pytest.fixture(scope="session")
def files(run, tmp_path_factory):
    from probe import reports

    return reports.write(run, tmp_path_factory.mktemp("report"))


@pytest.fixture(scope="session")
def told(files):
    return json.loads(files["json"].read_text("utf-8"))


@pytest.fixture
def failing(run, monkeypatch):
    """That run, of which every model misses more than the limit in the standard condition itself:
    not one pair may be missed.
    """
    options = {**run.manifest.options, "fnmr_limit": -0.01}
    strict = run.manifest.model_copy(update={"options": options})
    with monkeypatch.context() as patch:
        patch.setattr(run, "manifest", strict)
        yield run


@pytest.fixture
def failing_chapter(failing):
    from probe.reports.source import Source
    from probe.reports.study import study_of

    return study_of(Source(failing)).chapters[0]
