"""The options of a study: as they are given, as they are used, as the manifest states them."""

from dataclasses import replace
from pathlib import Path

import pytest

from probe.errors import UsageError
from probe.options import options_of
from probe.scenes.identity import BASE
from probe.study.request import MOST_SUBJECTS, StudyRequest, parse_rates


def test_one_name_is_one_backbone():
    assert StudyRequest("p", "stripes").backbone_names == ("stripes",)
    assert StudyRequest("p", ["a", "b"], masks="scene").masker_names == ("scene",)


def test_a_remedy_with_a_file_asks_for_remedies():
    request = StudyRequest("p", remedy="super-resolution=/home/me/x.onnx")
    assert request.own_remedies == ("super-resolution=/home/me/x.onnx",)
    assert request.tries_remedies
    assert not request.remedies
    assert request.manifest_options()["remedy"] == ["super-resolution=x.onnx"]
    assert request.manifest_options()["remedies"] is True
    assert StudyRequest("p").manifest_options()["remedies"] is False
    assert not StudyRequest("p").tries_remedies


def test_a_rate_stands_once_and_the_first_decides():
    request = StudyRequest("p", fmr=(0.01, 0.001, 0.01, 0.001))
    assert (request.rate, request.other_rates) == (0.01, (0.001,))
    assert (replace(request, fmr=0.05).rate, replace(request, fmr=0.05).other_rates) == (0.05, ())


def test_paths_may_be_texts():
    request = StudyRequest("p", photos="photos", out="there")
    assert request.picture_source.photos == "photos"
    assert request.runs_folder == Path("there")
    assert StudyRequest("p").picture_source.photos is None


def test_the_manifest_states_options_and_no_place_on_this_machine():
    request = StudyRequest(
        "/home/me/p.yaml", ["moco=/home/me/w.pth"], photos="/home/me/photos", out="/home/me/runs"
    )
    stated = request.manifest_options()
    assert "/home/me" not in str(stated)
    assert stated["backbones"] == ["moco=w.pth"]
    assert (stated["fmr"], stated["further_fmr"]) == (0.01, [0.001])
    assert "site" not in stated
    assert replace(request, site="orientation=any").manifest_options()["site"] == "orientation=any"


def test_what_names_files_or_people_decides_by_content():
    by_content = {o.name for o in options_of(StudyRequest) if o.option.decides == "content"}
    assert by_content == {"protocol", "backbones", "masks", "photos", "remedy", "subjects"}


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"fmr": ()}, "at least one"),
        ({"fmr": (0.01, 0.0)}, "--fmr 0 is not between 0 and 1"),
        ({"subjects": 0}, "--subjects 0 is not from 1 to 12167"),
        ({"subjects": 99_999_999_999}, "--subjects 99999999999 is not from 1 to 12167"),
        ({"workers": 100_000}, "--workers 100000 is not from 1 to 1024"),
        ({"subjects": 3, "photos": "photos"}, "rendered people"),
        ({"masks": ("scene",), "photos": "photos"}, "no exact mask"),
    ],
)
def test_what_is_not_possible_is_refused(changes, refusal):
    with pytest.raises(UsageError, match=refusal):
        StudyRequest("p", **changes).check()


def test_rates_are_read_as_the_command_line_writes_them():
    assert parse_rates("0.01,0.001") == [0.01, 0.001]
    assert parse_rates("1%,0.1%") == [0.01, 0.001]
    with pytest.raises(ValueError, match=r"1\s% is written 0\.01"):
        parse_rates("1 of 100")


def test_no_more_people_are_rendered_than_the_renderer_tells_apart_well():
    assert MOST_SUBJECTS == BASE**3
    StudyRequest("p", subjects=MOST_SUBJECTS).check()
