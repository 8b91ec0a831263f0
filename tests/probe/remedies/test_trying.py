"""Remedies on planted backbones: each helps exactly against what it is meant for."""

import numpy as np
import pytest

from probe.errors import ComparisonError, ProbeError
from probe.remedies import RemedyCase, View, recommendation, remedies_in_order, try_remedies
from probe.remedies.picture_changes import lowered
from probe.remedies.remedy import Remedy
from probe.wording import wording_of

PEOPLE = 8


def result(results, name):
    return next(each for each in results if each.name == name)


def note(results, name):
    return wording_of().either(result(results, name).note)


def test_masking_mends_a_changed_background(pixels, frame, remedy_case):
    results = try_remedies(
        pixels, frame, remedy_case(ground=250), remedies=["mask", "flip-average"], fmr=0.05
    )
    base, mask = results[0], result(results, "mask")
    assert base.name == "nothing"
    assert base.retention < 0.97
    assert mask.retention == pytest.approx(1, abs=0.03)
    assert mask.retention_change.low > 0
    assert mask.retention_change.estimate == pytest.approx(mask.retention - base.retention)
    assert results[-1].name == "mask + flip-average"
    assert all(r.milliseconds > 0 for r in results)
    sentence = wording_of()(recommendation(results))
    assert sentence.startswith("Background removed: ")
    assert "ms a picture" in sentence
    labels = [wording_of().either(one.label) for one in (base, mask, results[-1])]
    assert labels == ["nothing", "background removed", "all of these together"]


@pytest.mark.parametrize("known", [True, None])
def test_turning_mends_mirrored_people_known_or_not(pixels, frame, known, remedy_case):
    results = try_remedies(
        pixels, frame, remedy_case(turned=known, flip=True), remedies=["left-right"], fmr=0.05
    )
    assert results[0].retention < 0.8
    # The better of two ways also helps strangers: a guess mends less than knowledge.
    assert results[1].retention == pytest.approx(1, abs=0.05 if known else 0.1)
    assert results[1].retention_change.low > 0


def test_flip_averaging_forgets_the_side(pixels, frame, remedy_case):
    results = try_remedies(
        pixels, frame, remedy_case(flip=True), remedies=["flip-average"], fmr=0.05
    )
    assert results[1].retention == pytest.approx(1, abs=0.05)


def test_resolution_matching_mends_small_pictures(planted, frame, remedy_case):
    """A backbone that goes by sharpness alone sees two conditions, not two people."""

    def sharp(picture):
        edges = np.abs(np.diff(picture, axis=0)).mean((1, 2))
        return np.concatenate([picture.mean((0, 1)) - 0.5, edges])

    small = remedy_case()
    queries = tuple(
        View(v.image_id, v.person, lowered(v.picture, 12), None, v.mirror) for v in small.queries
    )
    tiny = RemedyCase(queries, small.standard, small.strangers, PEOPLE)
    results = try_remedies(planted(sharp), frame, tiny, remedies=["resolution"], fmr=0.05)
    assert results[1].retention_change.low > 0


def test_further_gallery_views_know_the_other_side(pixels, frame, remedy_case, remedy_views):
    """A gallery that holds the mirrored view as well knows the mirrored person."""
    plain = remedy_case(flip=True)
    more = remedy_views("g", range(PEOPLE), 4, flip=True)
    other = remedy_views("h", range(100, 100 + PEOPLE), 4, flip=True)
    seen = RemedyCase(
        plain.queries, plain.standard, plain.strangers, PEOPLE, gallery=more, stranger_gallery=other
    )
    results = try_remedies(pixels, frame, seen, remedies=["views-3", "views-5"], fmr=0.05)
    assert result(results, "views-3").retention > results[0].retention + 0.2
    assert result(results, "views-5").note is None
    assert results[-1].name == "views-5"
    first, second = seen.template(3)
    assert [v.image_id for v in first[:4]] == ["s0.0", "g0.0", "g0.1", "s0.1"]
    assert [v.image_id for v in second[:3]] == ["o100.0", "h100.0", "h100.1"]


def test_a_template_never_holds_the_picture_it_is_compared_with(pixels, frame, remedy_case):
    results = try_remedies(pixels, frame, remedy_case(), remedies=["views-3", "views-5"], fmr=0.05)
    assert result(results, "views-3").retention == pytest.approx(1, abs=0.05)
    assert "4 further gallery pictures, 5 are needed" in note(results, "views-5")


def test_what_cannot_be_tried_says_why_and_the_rest_goes_on(pixels, frame, remedy_case):
    whole = remedy_case(ground=250)
    bare = tuple(View(v.image_id, v.person, v.picture) for v in whole.queries)
    few = tuple(v for v in whole.strangers if v.image_id.endswith((".0", ".1")))
    results = try_remedies(pixels, frame, RemedyCase(bare, whole.standard, few, PEOPLE), fmr=0.05)
    assert note(results, "mask") == "not every picture has a mask"
    assert "2 further gallery pictures, 3 are needed" in note(results, "views-3")
    assert "8 strangers only" in note(results, "score-norm")
    assert result(results, "flip-average").note is None
    assert "mask" not in results[-1].remedies


class Failing(Remedy):
    """A plug-in with a fault, at a place of one's choice."""

    label = "failing"
    family = "failing"

    def __init__(self, place):
        self.place = place

    def _fail_at(self, place):
        if place == self.place:
            raise ZeroDivisionError("no such luck")

    def is_meant_for(self, case):
        self._fail_at("is_meant_for")
        return True

    def why_not(self, case):
        self._fail_at("why_not")

    def preparation(self, case):
        self._fail_at("preparation")
        return lambda view: self._fail_at("picture") or view

    def change_side(self, side, views, embed_again):
        self._fail_at("change_side")
        return side

    def change_scoring(self, scoring, strangers):
        self._fail_at("change_scoring")
        return scoring


@pytest.mark.parametrize(
    "place", ["why_not", "preparation", "picture", "change_side", "change_scoring"]
)
def test_a_plug_in_that_fails_is_named_and_the_rest_goes_on(pixels, frame, remedy_case, place):
    own = {"mine": Failing(place)}
    results = try_remedies(pixels, frame, remedy_case(), own=own, fmr=0.05)
    assert "ZeroDivisionError: no such luck" in note(results, "mine")
    assert result(results, "flip-average").note is None
    assert "mine" not in results[-1].remedies
    without = try_remedies(pixels, frame, remedy_case(), fmr=0.05)
    assert [r.retention for r in results if r.name != "mine"] == [r.retention for r in without]


def test_a_plug_in_that_cannot_say_what_it_is_for_is_named(pixels, frame, remedy_case):
    with pytest.raises(ProbeError, match=r"mine.*no such luck"):
        try_remedies(pixels, frame, remedy_case(), own={"mine": Failing("is_meant_for")})


def test_misses_that_are_not_known_say_why(pixels, frame, remedy_case):
    results = try_remedies(pixels, frame, remedy_case(), remedies=["flip-average"], fmr=0.001)
    for tried in results:
        assert np.isnan(tried.fnmr)
        assert (
            wording_of()
            .either(tried.note)
            .startswith("misses not known: 0.1\u00a0% needs at least")
        )


def test_unknown_remedies_and_empty_cases_are_refused(pixels, frame, remedy_case):
    with pytest.raises(ComparisonError, match="no remedy 'prayer'"):
        try_remedies(pixels, frame, remedy_case(), remedies=["prayer"])
    with pytest.raises(ComparisonError, match="no pictures as strangers"):
        RemedyCase(remedy_case().queries, remedy_case().standard, (), PEOPLE)


def test_remedies_stand_in_a_fixed_order():
    assert list(remedies_in_order()) == [
        "flip-average", "left-right", "denoise", "grey-world", "exposure", "histogram", "deblur",
        "sharpen", "recrop", "super-resolution", "mask", "resolution", "shifted-crops",
        "views-3", "views-5", "score-norm",
    ]  # fmt: skip
    assert all(remedy.label for remedy in remedies_in_order().values())


def test_people_who_face_one_way_are_not_turned(pixels, frame, remedy_case):
    from dataclasses import replace

    still = replace(remedy_case(), turns=False)
    names = [one.name for one in try_remedies(pixels, frame, still, fmr=0.05)]
    assert "left-right" not in names
    assert "flip-average" in names


BLUR = """
from dataclasses import replace

from probe.remedies.remedy import Remedy


class Brighten(Remedy):
    label = "pictures brought to one brightness"

    def preparation(self, case):
        def level(view):
            middle = view.picture - view.picture.astype(float).mean() + 128
            return replace(view, picture=middle.clip(0, 255).astype("uint8"))

        return level


spec = Brighten()
"""


def test_a_third_partys_remedy_is_tried_with_the_others(plugin, pixels, frame, remedy_case):
    plugin("probe.remedies", "level", BLUR)
    results = try_remedies(pixels, frame, remedy_case(ground=90), fmr=0.05)
    level = result(results, "level")
    assert np.isfinite(level.retention)
    assert level.retention != results[0].retention
    assert level.label == "pictures brought to one brightness"
    assert results[-1].remedies[-1] == "level"


@pytest.mark.slow
def test_a_third_partys_remedy_takes_part_in_a_run(plugin, photos, protocol_file, tmp_path):
    import json

    import probe

    plugin("probe.remedies", "level", BLUR)
    run = probe.run(
        protocol_file, photos=photos, backbones=["stripes"], remedies=True, out=tmp_path / "runs"
    )
    (file,) = (run.path / "remedies").glob("*.json")
    assert "level" in [row["name"] for row in json.loads(file.read_text())["rungs"]]
