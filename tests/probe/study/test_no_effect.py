"""What changes nothing in a study is said."""

import re

import pytest

from probe.embedding.loaded import Loaded, ModelKey
from probe.embedding.registry import find_all
from probe.study.no_effect import notes_without_effect
from probe.study.request import StudyRequest
from probe.wording import wording_of


def notes_of(backbones=("stripes",), **options):
    request = StudyRequest("p", backbones, **options)
    choices = find_all(request.backbone_names)
    loaded = [Loaded(c.name, c.load(request.runtime), ModelKey(c.name)) for c in choices]
    return [wording_of()(note) for note in notes_without_effect(request, loaded)]


def test_a_plain_request_is_not_commented():
    assert notes_of() == []


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"pixelate_faces": True, "pictures": False}, "--pixelate-faces has no effect here"),
        ({"device": "cuda"}, "--device has no effect here: stripes computes with NumPy"),
        ({"precision": "bfloat16"}, "--bf16 has no effect here"),
        ({"threads": 3}, "--threads has no effect here"),
        ({"engine": "openvino"}, "--engine has no effect here"),
        ({"fmr": (0.01, 0.01)}, "named more than once; it counts once"),
        ({"backbones": ("stripes", "stripes")}, "stripes was named more than once: .* stripes.2"),
    ],
)
def test_what_changes_nothing_is_told(options, told):
    (note,) = notes_of(**options)
    assert re.search(told, note), note


def test_the_same_weights_under_two_names_are_told():
    request = StudyRequest("p", ("stripes", "stripes.copy"))
    model = find_all(["stripes"])[0].load(request.runtime)
    loaded = [Loaded(name, model, ModelKey("same")) for name in ("stripes", "copy")]
    (note,) = map(wording_of(), notes_without_effect(request, loaded))
    assert note.startswith("stripes and copy are the same weights")
    unknown = [Loaded(name, model, ModelKey("")) for name in ("stripes", "copy")]
    assert not list(notes_without_effect(request, unknown))
