"""The parts of a backbone's vectors are stored with the run and can be asked for."""

import numpy as np
import pytest

from probe.backbones.stripes import spec
from probe.contracts import Runtime
from probe.errors import RunError
from probe.study.request import StudyRequest
from probe.study.steps import run_study
from probe.study.verification import verify


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
    with pytest.raises(RunError, match="stripes has no part 'head'"):
        run.part_matrix("stripes", "turn", "head")
