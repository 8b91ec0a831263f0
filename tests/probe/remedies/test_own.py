"""Remedies with a network of the user's."""

from dataclasses import replace

import numpy as np
import pytest

from probe.contracts import Runtime
from probe.errors import CheckpointError, UsageError
from probe.remedies import try_remedies
from probe.remedies.own import own_remedies
from probe.wording import wording_of
from tests.backbones.onnx.enlarging import save_enlarging


def test_a_network_is_tried_and_priced_beside_the_others(tmp_path, remedy_case, pixels, frame):
    path = save_enlarging(tmp_path / "double.onnx")
    own = own_remedies([f"super_resolution={path}"], Runtime(cache=tmp_path / "cache"))
    assert list(own) == ["super-resolution=double.onnx"]
    case = replace(remedy_case(), transforms=frozenset({"resolution"}))
    view = case.queries[0]
    doubled = own["super-resolution=double.onnx"].preparation(case)(view)
    assert (doubled.picture == view.picture.repeat(2, 0).repeat(2, 1)).all()
    assert doubled.mask.shape == doubled.picture.shape[:2]
    results = {one.name: one for one in try_remedies(pixels, frame, case, own=own, fmr=0.05)}
    found = results["super-resolution=double.onnx"]
    assert found.milliseconds > 0
    assert np.isfinite(found.retention)
    assert "super-resolution" in results
    assert wording_of().either(found.label) == "enlarged by double.onnx"
    (together,) = (set(r.remedies) for r in results.values() if len(r.remedies) > 1)
    assert "super-resolution=double.onnx" in together
    assert "super-resolution" not in together
    usual = try_remedies(pixels, frame, remedy_case(), own=own, fmr=0.05)
    assert "super-resolution=double.onnx" not in {one.name for one in usual}


@pytest.mark.parametrize("given", ["denoise=a.onnx", "super-resolution", "super-resolution="])
def test_what_takes_no_file_is_refused(given):
    with pytest.raises(UsageError, match=given) as caught:
        own_remedies([given], Runtime())
    assert "super-resolution=FILE.onnx" in caught.value.hint


def test_a_wrong_file_is_refused_with_its_name(tmp_path):
    path = tmp_path / "weights.onnx"
    path.write_bytes(b"nothing")
    with pytest.raises(CheckpointError) as caught:
        own_remedies([f"super-resolution={path}"], Runtime())
    assert str(caught.value.place) == str(path)
