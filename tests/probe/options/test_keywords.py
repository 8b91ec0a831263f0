"""Messages in the words of Python."""

import pytest

import probe
from probe.errors import ProbeError
from probe.options.keywords import in_keywords
from probe.study.request import StudyRequest


@pytest.mark.parametrize(
    ("text", "keywords"),
    [
        ("--subjects -1 is not from 1 to 9", "subjects=-1 is not from 1 to 9"),
        ("--fmr nan is not between 0 and 1", "fmr=nan is not between 0 and 1"),
        ("--backbone is given an empty text", "backbones is given an empty text"),
        ("--mask scene is for rendered people", "masks='scene' is for rendered people"),
        ("--engine 'trt' is none of a, b", "engine='trt' is none of a, b"),
        ("--device gpu: there is none", "device='gpu': there is none"),
        ("leave --remedies out, or photos.across", "leave remedies out, or photos.across"),
        ("`probe run p --subjects 3`; --other x", "`probe run p --subjects 3`; --other x"),
    ],
)
def test_flags_become_keywords(text, keywords):
    assert in_keywords(text, StudyRequest) == keywords


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"subjects": -1}, "subjects=-1 is not from 1"),
        ({"fmr": float("nan")}, "fmr=nan is not between"),
        ({"backbones": [""]}, "backbones is given an empty text"),
        ({"device": "gpu"}, "device='gpu': there is no such device"),
        ({"subjects": 3, "photos": "."}, "subjects is for rendered people"),
    ],
)
def test_a_call_is_refused_in_its_own_words(options, told):
    with pytest.raises(ProbeError) as refused:
        probe.run("orientation", **options)
    assert told in str(refused.value)
    assert "--" not in str(refused.value).replace("with --photos", "")
