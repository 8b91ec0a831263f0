"""The parts of a backbone's vectors are stored with the run and can be asked for."""

import sys

import numpy as np
import pandas as pd
import pytest

from probe.backbones.stripes import spec
from probe.contracts import Runtime
from probe.errors import UsageError
from probe.runs.rows import PartRow, columns_of
from probe.study.request import StudyRequest
from probe.study.steps import run_study
from probe.study.verification import _stored_columns, verify


def test_parts_stand_in_the_run(tmp_path, protocol_file, photos):
    request = StudyRequest(protocol_file, ("stripes",), photos=photos, out=tmp_path, fmr=0.03)
    run = run_study(request)
    parts = run.manifest.backbone("stripes").parts
    declared = spec.load(spec.cards[0], None, Runtime()).parts
    assert [(p.name, p.length, p.top, p.bottom) for p in parts] == [
        (p.name, p.length, p.top, p.bottom) for p in declared
    ]
    matrices = np.stack([run.part_matrix("stripes", "turn", part.name) for part in parts])
    count = len(run.protocols["turn"].conditions)
    assert matrices.shape == (12, count, count)
    assert np.array_equal(matrices, matrices.transpose(0, 2, 1), equal_nan=True)
    # All stripes have one length, so that the whole cosine is the mean of the parts'.
    np.testing.assert_allclose(matrices.mean(0), run.matrix("stripes", "turn"), atol=1e-5)
    assert verify(run).problems == ()
    with pytest.raises(UsageError, match="the run has no part of stripes 'head'"):
        run.part_matrix("stripes", "turn", "head")


PIECES = '''
import numpy as np
from types import SimpleNamespace
from probe import Backbone, BackboneCard, BackboneSpec, VectorPart

SIZE = (48, 20)

class Halves(Backbone):
    """Brightness of twelve fields above and of twelve below the middle; says exactly from where."""

    card = BackboneCard("halves", input_size=SIZE, dimension=24, needs_weights=False)
    parts = (VectorPart("upper", 12, bottom=0.5), VectorPart("lower", 12, top=0.5))

    def embed(self, images):
        fields = images.reshape(len(images), 6, 8, 4, 5, 3).mean((2, 4, 5))
        return (fields.reshape(len(images), 24) - 100).astype(np.float32)

    def attend_parts(self, first, second):
        a, b = (self.embed(side).astype(float) for side in (first, second))
        norm = np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1)
        added = ((a * b) / norm[:, None]).reshape(len(a), 6, 4)
        told = []
        for rows in (slice(0, 3), slice(3, 6)):
            maps = np.zeros_like(added)
            maps[:, rows] = added[:, rows]
            none = np.zeros(len(a))
            told.append(SimpleNamespace(first=maps, second=maps, constant_first=none,
                constant_second=none, cosine=maps.sum((1, 2)), kind="exact", note=""))
        return tuple(told)

spec = BackboneSpec(cards=(Halves.card,), load=lambda card, weights, runtime: Halves())
'''


@pytest.fixture
def halves(tmp_path, monkeypatch):
    (tmp_path / "their_halves.py").write_text(PIECES, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield "their_halves:spec"
    sys.modules.pop("their_halves", None)


def test_maps_of_parts_are_stored_for_the_pair_shown_and_sum_to_its_cosine(
    halves, protocol_file, photos, tmp_path
):
    run = run_study(
        StudyRequest(
            protocol_file, (halves, "stripes"), photos=photos, out=tmp_path / "runs", fmr=0.03,
            cache=tmp_path / "cache", attention=True,
        )
    )  # fmt: skip
    upper, lower = run.part_maps("halves", "turn")
    assert (upper.part, lower.part) == ("upper", "lower")
    shown = run.looks("halves", "turn")["shown"]
    evidence = next(e for e in run.evidence("halves", "turn") if e["condition"] == shown)
    assert upper.ids == lower.ids == (evidence["ids_first"][0], evidence["ids_second"][0])
    assert upper.cosine + lower.cosine == pytest.approx(evidence["cosine"][0], abs=1e-5)
    assert upper.first.sum() == pytest.approx(upper.cosine, abs=1e-6)
    assert not upper.first[3:].any()
    assert not lower.first[:3].any()
    assert run.part_maps("stripes", "turn") == ()


def test_the_part_that_decides_is_a_finding_that_verifies(protocol_file, photos, tmp_path):
    run = run_study(
        StudyRequest(
            protocol_file, ("stripes",), photos=photos, out=tmp_path / "runs", fmr=0.03,
            cache=tmp_path / "cache",
        )
    )  # fmt: skip
    (finding,) = (finding for finding in run.findings if finding.key == "part")
    (cell,) = finding.cells
    rows = run.parts[(run.parts["i"] == cell["i"]) & (run.parts["j"] == cell["j"])]
    assert rows.loc[rows["lost"].idxmax(), "part"] == cell["part"]
    assert len(rows) == 12
    retained = run.matrix("stripes", "turn", "retention")
    standard = run.protocols["turn"].standard.index
    retained[:, standard] = np.nan
    worst = int(np.nanargmin(retained[standard]))
    assert {cell["i"], cell["j"]} == {worst, standard}
    assert verify(run).problems == ()


def test_a_run_whose_parts_hold_fewer_figures_is_held_to_those():
    computed = pd.DataFrame(columns=list(columns_of(PartRow)))
    older = computed[["protocol", "backbone", "variant", "part", "i", "j", "mean", "n_subjects"]]
    assert list(_stored_columns(computed, older)) == list(older)
    assert list(_stored_columns(computed, computed)) == list(computed)
