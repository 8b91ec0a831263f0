"""The manifest: what it finds, and what it refuses."""

import json

import pytest

from probe.errors import RunError
from probe.runs.manifest import BackboneEntry, Manifest, ThresholdEntry, read_manifest


def threshold(backbone, variant):
    return ThresholdEntry(
        backbone=backbone, variant=variant, fmr=0.01, value=0.5, false_matches=9, comparisons=900,
        subjects=8, strangers=8, resolved=True,
    )  # fmt: skip


@pytest.fixture
def manifest():
    return Manifest(
        status="complete",
        study="s",
        run="r",
        created="2026-01-01T00:00:00Z",
        backbones=(BackboneEntry(name="a", card={}, digest="0", dimension=4),),
        thresholds=(threshold("a", "unmasked"), threshold("a", "scene")),
    )


def test_entries_are_asked_by_name(manifest):
    assert manifest.backbone("a").dimension == 4
    assert manifest.threshold("a", "scene").variant == "scene"
    assert manifest.threshold("b") is None
    with pytest.raises(RunError, match=r"no backbone 'b'(.|\n)*it has a"):
        manifest.backbone("b")


def test_it_is_read_as_it_was_written(manifest, tmp_path):
    path = tmp_path / "manifest.json"
    path.write_text(manifest.model_dump_json())
    assert read_manifest(path) == manifest


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"schema_version": 99, "more": 1}, "newer version"),
        ({"status": "odd"}, r"manifest is damaged: status is 'odd'"),
        ({"unheard_of": 1}, r"manifest is damaged: the key 'unheard_of'"),
    ],
)
def test_what_is_not_understood_is_refused(manifest, tmp_path, change, words):
    path = tmp_path / "manifest.json"
    path.write_text(json.dumps(json.loads(manifest.model_dump_json()) | change))
    with pytest.raises(RunError, match=words):
        read_manifest(path)
