"""Remedies with a network of the user's."""

from dataclasses import replace

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from probe.contracts import Runtime
from probe.errors import CheckpointError, UsageError
from probe.remedies import try_remedies
from probe.remedies.own import _digest, own_remedies
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


def test_a_network_that_fails_on_a_picture_takes_nothing_from_the_others(
    tmp_path, remedy_case, pixels, frame
):
    path = save_enlarging(tmp_path / "even.onnx", even=True)
    own = own_remedies([f"super-resolution={path}"], Runtime(cache=tmp_path / "cache"))
    case = replace(remedy_case(), transforms=frozenset({"resolution"}))
    odd = replace(case.queries[0], rows=9)
    results = try_remedies(
        pixels, frame, replace(case, queries=(odd, *case.queries[1:])), own=own, fmr=0.05
    )
    named = {one.name: one for one in results}
    note = wording_of().either(named["super-resolution=even.onnx"].note)
    assert "cannot be run on a picture of 9 x" in note
    assert named["super-resolution"].note is None
    (together,) = (one for one in results if len(one.remedies) > 1)
    assert "super-resolution" in together.remedies
    assert "super-resolution=even.onnx" not in together.remedies


def test_a_network_that_is_replaced_later_is_still_what_was_opened(tmp_path):
    path = save_enlarging(tmp_path / "double.onnx")
    given = [f"super-resolution={path}"]
    runtime = Runtime(cache=tmp_path / "cache")
    (first,) = own_remedies(given, runtime).values()
    digest = first.digest
    path.unlink()
    assert first.digest == digest
    save_enlarging(path, scale=4)
    (second,) = own_remedies(given, runtime).values()
    assert second.digest != digest


def test_numbers_beside_a_network_decide_its_pictures_too(tmp_path):
    path = save_enlarging(tmp_path / "double.onnx")
    model = onnx.load(str(path))
    for tensor in model.graph.initializer:  # only raw numbers may lie elsewhere
        tensor.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(tensor), tensor.name))
    onnx.save(model, str(path), save_as_external_data=True, location="numbers", size_threshold=0)
    model = onnx.load(str(path), load_external_data=False)
    assert model.graph.initializer[1].external_data
    digests = set()
    for factor in (1.0, 0.9):
        numbers = bytearray((tmp_path / "numbers").read_bytes())
        place = {e.key: int(e.value) for e in model.graph.initializer[1].external_data[1:]}
        numbers[place["offset"] : place["offset"] + 4] = np.float32(factor).tobytes()
        (tmp_path / "numbers").write_bytes(bytes(numbers))
        digests.add(_digest(path))
    assert len(digests) == 2


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
