"""What several tests ask for alike is run once, and nothing else is taken for it."""

from dataclasses import replace

import pytest

from probe.study.request import StudyRequest
from tests.studied import Studies, asked_for

MODEL = """
from probe.contracts import BackboneCard, BackboneSpec

card = BackboneCard("own", needs_weights=False)
spec = BackboneSpec(cards=(card,), load=lambda c, w, r: None)
"""


@pytest.fixture
def request_for(protocol_file, photos, tmp_path):
    return StudyRequest(
        protocol_file, ("stripes",), photos=photos, out=tmp_path / "a", fmr=0.03, pictures=False
    )


def test_what_is_asked_again_is_a_copy(request_for, tmp_path):
    studies = Studies(tmp_path / "kept")
    first = studies(request_for)
    second = studies(replace(request_for, out=tmp_path / "b"))
    assert first.path.is_relative_to(tmp_path / "a")
    assert second.path.relative_to(tmp_path / "b") == first.path.relative_to(tmp_path / "a")
    assert second.manifest == first.manifest
    (second.path / "cells.parquet").unlink()
    assert studies(replace(request_for, out=tmp_path / "c")).changed_files() == []


def test_other_files_models_and_options_are_another_study(request_for, tmp_path, monkeypatch):
    (tmp_path / "own_model.py").write_text(MODEL, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    own = replace(request_for, backbones=("own_model:spec",))
    masked = replace(request_for, masks=(f"files={tmp_path / 'masks'}",))
    (tmp_path / "masks").mkdir()
    options = [replace(request_for, fmr=0.1), replace(request_for, attention=True)]
    everything = [request_for, own, masked, *options]
    before = [asked_for(one) for one in everything]
    assert len(set(before)) == len(everything)
    assert [asked_for(replace(one, out="x", cache="y")) for one in everything] == before
    (tmp_path / "own_model.py").write_text(MODEL.replace("own", "other"), encoding="utf-8")
    (tmp_path / "masks" / "01_o0_1.png").write_bytes(b"a mask")
    changed = [asked_for(one) for one in everything]
    assert [a == b for a, b in zip(before, changed, strict=True)] == [
        True,
        False,
        False,
        True,
        True,
    ]
    (request_for.photos / "01_o0_1.png").unlink()
    gone = [asked_for(one) for one in everything]
    assert not set(gone) & {*before, *changed}
    request_for.protocol.write_text(f"{request_for.protocol.read_text('utf-8')}fit: stretch\n")
    assert not {asked_for(one) for one in everything} & {*before, *changed, *gone}
