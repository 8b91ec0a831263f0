"""A model that cannot finish costs the study nothing but itself."""

import json

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from probe.cli import main
from probe.errors import BackboneError
from probe.study.request import StudyRequest
from probe.study.steps import run_study
from probe.study.verification import verify

FRAIL = '''
import numpy as np
from probe.contracts import BackboneCard, BackboneSpec
from probe.contracts.vector_error import vector_error

class Frail:
    """Colours of a few bands; none for the 30th picture, or none for pictures with grey in them."""

    batch = 6

    def __init__(self, card, breaks):
        self.card, self.breaks, self.count = card, breaks, 0

    def embed(self, images):
        vectors = images.reshape(len(images), -1)[:, ::97].astype(np.float32) - 100
        for row, image in enumerate(images):
            self.count += 1
            if self.breaks(self.count, image):
                vectors[row] = np.nan
        return vectors

def one(name, breaks):
    card = BackboneCard(name, input_size=(48, 20), needs_weights=False)
    return BackboneSpec(cards=(card,), load=lambda c, w, r: Frail(c, breaks))

def refuse(card, weights, runtime):
    raise vector_error(card.name, "a made picture of noise", ": node X")

dead = BackboneSpec(cards=(BackboneCard("dead", needs_weights=False),), load=refuse)
late = one("late", lambda count, image: count == 30)
masked = one("masked", lambda count, image: (image[:2] == 128).all())
'''


@pytest.fixture
def ask(tmp_path, photos, protocol_file, monkeypatch):
    (tmp_path / "frail.py").write_text(FRAIL, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    def asked(*backbones, **changes):
        out = tmp_path / "runs"
        return StudyRequest(protocol_file, backbones, photos=photos, out=out, fmr=0.03, **changes)

    return asked


def test_the_others_have_the_figures_that_they_have_alone(ask, studied):
    both = run_study(ask("frail:late", "stripes"))
    alone = studied(ask("stripes"))
    assert [entry.name for entry in both.manifest.backbones] == ["stripes"]
    (failed,) = both.manifest.failed_backbones
    assert failed.name == "late"
    assert "holds NaN or infinity" in failed.reason
    assert ".png" in failed.reason  # the picture is named
    assert any("note-failed-model" in note for note in both.manifest.notes)
    for table in ("cells", "pairs", "differences"):
        pd.testing.assert_frame_equal(getattr(both, table), getattr(alone, table))
    assert both.manifest.thresholds == alone.manifest.thresholds
    assert verify(both).problems == ()


def test_a_model_that_fails_under_a_mask_leaves_nothing_behind(ask, photos, tmp_path):
    folder = tmp_path / "masks"
    folder.mkdir()
    for path in photos.iterdir():
        mask = np.zeros((96, 40), np.uint8)
        mask[8:94, 8:32] = 255
        Image.fromarray(mask).save(folder / path.name)
    run = run_study(ask("stripes", "frail:masked", masks=(f"files={folder}",)))
    assert [one.name for one in run.manifest.failed_backbones] == ["masked"]
    assert set(run.cells["backbone"]) == {"stripes"}
    assert {entry.backbone for entry in run.manifest.thresholds} == {"stripes"}
    assert set(run.cells["variant"]) == {"unmasked", "files"}


def test_a_model_that_fails_as_it_is_opened_is_named_and_the_others_finish(ask, studied):
    both = run_study(ask("frail:dead", "stripes"))
    (failed,) = both.manifest.failed_backbones
    assert failed.name == "dead"
    assert "a made picture of noise: node X" in failed.reason
    assert [entry.name for entry in both.manifest.backbones] == ["stripes"]
    pd.testing.assert_frame_equal(both.cells, studied(ask("stripes")).cells)


def test_where_none_can_finish_the_study_is_refused(ask):
    with pytest.raises(BackboneError, match="holds NaN or infinity"):
        run_study(ask("frail:late"))


def test_the_command_says_it_at_its_end_and_ends_with_1(ask, photos, protocol_file, capsys):
    ask()
    command = ["run", str(protocol_file), "--photos", str(photos), "--fmr", "0.03", "--no-report"]
    models = ["--backbone", "stripes", "--backbone", "frail:late"]
    assert main([*command, *models]) == 1
    assert "late could not finish" in capsys.readouterr().out
    assert main([*command, *models, "--json"]) == 1
    (failed,) = json.loads(capsys.readouterr().out)["failed_backbones"]
    assert failed["name"] == "late"
