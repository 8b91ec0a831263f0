"""Remedies on planted backbones: each mends exactly what it is meant for."""

import numpy as np
import pytest

from probe.errors import ComparisonError
from probe.pictures.fitting import Fitting
from probe.remedies import LadderCase, Rung, View, climb, recommendation
from probe.remedies.mirror import lowered, mirror_by_keypoints, mirror_by_orientation, mirrored
from probe.remedies.scoring import Scoring, Side, score_all
from probe.statistics import Interval

SIZE = (32, 16)
PEOPLE = 8


def person(number, take, ground=40, *, flip=False, size=SIZE):
    """A person of one's own pattern, left and right different, before an even background."""
    rng = np.random.default_rng([number, 3])
    pattern = rng.integers(30, 226, (8, 3, 3)).repeat(size[0] // 8, 0).repeat(size[1] // 8, 1)
    noise = np.random.default_rng([number, take, 5]).normal(0, 4, pattern.shape)
    picture = np.full((*size, 3), float(ground))
    left = (size[1] - pattern.shape[1]) // 2
    picture[:, left : left + pattern.shape[1]] = pattern + noise
    mask = np.zeros(size, bool)
    mask[:, left : left + pattern.shape[1]] = True
    shown = np.clip(picture, 0, 255).astype(np.uint8)
    return (mirrored(shown), mask[:, ::-1]) if flip else (shown, mask)


def views(role, numbers, takes, *, turned=None, **how):
    return tuple(
        View(f"{role}{n}.{t}", n % 100, *person(n, t, **how), mirror=turned)
        for n in numbers
        for t in range(takes)
    )


def case(turned=None, **changed):
    return LadderCase(
        queries=views("q", range(PEOPLE), 2, turned=turned, **changed),
        standard=views("s", range(PEOPLE), 5, turned=False),
        strangers=views("o", range(100, 100 + PEOPLE), 5, turned=False),
        subjects=PEOPLE,
    )


@pytest.fixture
def pixels(planted):
    return planted(lambda p: (p - 0.5).ravel())


@pytest.fixture
def frame():
    return Fitting(SIZE, "stretch")


def rung(rungs, name):
    return next(each for each in rungs if each.name == name)


def test_masking_mends_a_changed_background(pixels, frame):
    rungs = climb(pixels, frame, case(ground=250), remedies=["mask", "flip-average"], fmr=0.05)
    base, mask = rungs[0], rung(rungs, "mask")
    assert base.name == "nothing"
    assert base.retention < 0.97
    assert mask.retention == pytest.approx(1, abs=0.03)
    assert mask.retention_change.low > 0
    assert mask.retention_change.estimate == pytest.approx(mask.retention - base.retention)
    assert rungs[-1].name == "mask + flip-average"
    assert all(r.milliseconds > 0 for r in rungs)
    told = recommendation(rungs)
    assert told.startswith("mask")
    assert "ms a picture" in told


@pytest.mark.parametrize("known", [True, None])
def test_turning_mends_mirrored_people_known_or_not(pixels, frame, known):
    rungs = climb(pixels, frame, case(turned=known, flip=True), remedies=["left-right"], fmr=0.05)
    assert rungs[0].retention < 0.8
    # The better of two ways also helps strangers: a guess mends less than knowledge.
    assert rungs[1].retention == pytest.approx(1, abs=0.05 if known else 0.1)
    assert rungs[1].retention_change.low > 0


def test_flip_averaging_forgets_the_side(pixels, frame):
    rungs = climb(pixels, frame, case(flip=True), remedies=["flip-average"], fmr=0.05)
    assert rungs[1].retention == pytest.approx(1, abs=0.05)


def test_resolution_matching_mends_small_pictures(planted, frame):
    """A backbone that goes by sharpness alone sees two conditions, not two people."""

    def sharp(picture):
        edges = np.abs(np.diff(picture, axis=0)).mean((1, 2))
        return np.concatenate([picture.mean((0, 1)) - 0.5, edges])

    small = case()
    queries = tuple(
        View(v.image_id, v.person, lowered(v.picture, 12), None, v.mirror) for v in small.queries
    )
    tiny = LadderCase(queries, small.standard, small.strangers, PEOPLE)
    rungs = climb(planted(sharp), frame, tiny, remedies=["resolution"], fmr=0.05)
    assert rungs[1].retention_change.low > 0


def test_further_gallery_views_know_the_other_side(pixels, frame):
    """A gallery that holds the mirrored view as well knows the mirrored person."""
    plain = case(flip=True)
    more = views("g", range(PEOPLE), 4, flip=True)
    other = views("h", range(100, 100 + PEOPLE), 4, flip=True)
    seen = LadderCase(
        plain.queries, plain.standard, plain.strangers, PEOPLE, gallery=more, stranger_gallery=other
    )
    rungs = climb(pixels, frame, seen, remedies=["views-3", "views-5"], fmr=0.05)
    assert rung(rungs, "views-3").retention > rungs[0].retention + 0.2
    assert rung(rungs, "views-5").note == ""
    assert rungs[-1].name == "views-5"
    first, second = seen.template(3)
    assert [v.image_id for v in first[:4]] == ["s0.0", "g0.0", "g0.1", "s0.1"]
    assert [v.image_id for v in second[:3]] == ["o100.0", "h100.0", "h100.1"]


def test_a_template_never_holds_the_picture_it_is_compared_with(pixels, frame):
    rungs = climb(pixels, frame, case(), remedies=["views-3", "views-5"], fmr=0.05)
    assert rung(rungs, "views-3").retention == pytest.approx(1, abs=0.05)
    assert "4 further gallery pictures, 5 are needed" in rung(rungs, "views-5").note


def test_what_cannot_be_tried_says_why_and_the_rest_goes_on(pixels, frame):
    whole = case(ground=250)
    bare = tuple(View(v.image_id, v.person, v.picture) for v in whole.queries)
    few = tuple(v for v in whole.strangers if v.image_id.endswith((".0", ".1")))
    rungs = climb(pixels, frame, LadderCase(bare, whole.standard, few, PEOPLE), fmr=0.05)
    assert rung(rungs, "mask").note == "not every picture has a mask"
    assert "2 further gallery pictures, 3 are needed" in rung(rungs, "views-3").note
    assert "8 strangers only" in rung(rungs, "score-norm").note
    assert rung(rungs, "flip-average").note == ""
    assert "mask" not in rungs[-1].remedies


def test_no_remedy_no_recommendation(pixels, frame):
    rungs = climb(pixels, frame, case(), remedies=["flip-average"], fmr=0.05)
    assert recommendation(rungs[:1]).startswith("No remedy")


def measured(name, *, kept, fnmr, cost, gain=0.2):
    change = Interval(gain, gain - 0.05, gain + 0.05, "stated", "", PEOPLE, 0.95)
    missed = None if name is None else Interval(-0.1, -0.2, -0.01, "stated", "", PEOPLE, 0.95)
    return Rung(
        () if name is None else (name,), retention=kept, fnmr=fnmr, milliseconds=cost,
        retention_change=None if name is None else change, fnmr_change=missed,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            {"kept": 0.5, "fnmr": 0.4, "cost": 3.0},
            {"name": "mask", "kept": 0.7, "fnmr": 0.1, "cost": 63.5},
            "mask: retention .50 to .70 (gain .20, 95 % .15 to .25), misses 40 % to 10 %, for 60.5 "
            "ms a picture more.",
        ),
        (
            {"kept": 0.1, "fnmr": 1.0, "cost": 3.0},
            {"name": "views-5", "kept": 0.3, "fnmr": float("nan"), "cost": 3.0},
            "views-5: retention .10 to .30 (gain .20, 95 % .15 to .25), misses 100 % without it "
            "and not known with it, for less than 0.1 ms a picture more and 5 enrolled pictures a "
            "person. More than half of the margin over strangers stays lost.",
        ),
        (
            {"kept": 0.5, "fnmr": float("nan"), "cost": 3.0},
            {"name": "flip-average", "kept": 0.7, "fnmr": float("nan"), "cost": 6.0},
            "flip-average: retention .50 to .70 (gain .20, 95 % .15 to .25), for 3.0 ms a picture "
            "more.",
        ),
    ],
)
def test_a_recommendation_tells_the_misses_and_the_price(before, after, told):
    rungs = (measured(None, **before), measured(**after))
    assert recommendation(rungs).replace("\u00a0", " ") == told


def test_misses_that_are_not_known_say_why(pixels, frame):
    rungs = climb(pixels, frame, case(), remedies=["flip-average"], fmr=0.001)
    for each in rungs:
        assert np.isnan(each.fnmr)
        assert each.note.startswith("misses not known: 0.1\u00a0% needs at least")


def test_unknown_remedies_and_empty_cases_are_refused(pixels, frame):
    with pytest.raises(ComparisonError, match="no remedy 'prayer'"):
        climb(pixels, frame, case(), remedies=["prayer"])
    with pytest.raises(ComparisonError, match="no pictures as strangers"):
        LadderCase(case().queries, case().standard, (), PEOPLE)


def side(vectors, people):
    unit = np.asarray(vectors, float)
    unit = unit / np.linalg.norm(unit, axis=1, keepdims=True)
    return Side(unit, np.asarray(people), np.array([f"{id(vectors)}{k}" for k in range(len(unit))]))


def test_scores_are_cosines_and_skip_a_picture_with_itself():
    rng = np.random.default_rng(0)
    one = side(rng.normal(size=(6, 4)), [0, 0, 1, 1, 2, 2])
    found = score_all(one, one, Scoring())
    own = found.of_subjects(3)
    assert [len(each) for each in own] == [2, 2, 2]
    assert own[0][0] == pytest.approx(one.vectors[0] @ one.vectors[1])
    assert found.pair_means(3, 3)[0, 1] == pytest.approx(
        (one.vectors[:2] @ one.vectors[2:4].T).mean()
    )
    assert np.isnan(np.diag(found.pair_means(3, 3))).all()
    assert found.directions == 2
    scores, first, second = found.strangers()
    assert len(scores) == 24
    assert (first != second).all()


def test_score_normalisation_is_the_symmetric_one():
    rng = np.random.default_rng(1)
    asked, gallery = side(rng.normal(size=(1, 5)), [0]), side(rng.normal(size=(1, 5)), [1])
    cohort = side(rng.normal(size=(6, 5)), [0, 1, 2, 3, 4, 5])
    found = score_all(asked, gallery, Scoring(cohort=cohort)).strangers()[0]
    q, g, c = asked.vectors[0], gallery.vectors[0], cohort.vectors[2:]
    expected = (
        (q @ g - (c @ q).mean()) / (c @ q).std() + (q @ g - (c @ g).mean()) / (c @ g).std()
    ) / 2
    assert found[0] == pytest.approx(expected)


def test_who_is_mirrored():
    assert [mirror_by_orientation(x) for x in (0, 90, 180, 225, 270, 315, 360, -45)] == [
        False, False, False, True, True, True, False, True,
    ]  # fmt: skip
    points, seen = np.zeros((18, 2)), np.zeros(18, bool)
    points[1], points[0], points[10] = (20, 20), (24, 10), (20, 100)
    assert mirror_by_keypoints(points, seen) is None
    seen[[0, 1]] = True
    assert mirror_by_keypoints(points, seen) is False
    points[0, 0] = 16
    assert mirror_by_keypoints(points, seen) is True
    points[0, 0] = 20
    assert mirror_by_keypoints(points, seen) is None


def test_lowering_never_enlarges():
    picture = np.zeros((40, 20, 3), np.uint8)
    assert lowered(picture, 10).shape == (10, 5, 3)
    assert lowered(picture, 90) is picture


def test_what_raises_misses_is_not_recommended_and_the_simplest_is_taken():
    from dataclasses import replace

    from probe.remedies import Rung
    from probe.statistics import Interval

    def change(estimate, low, high):
        return Interval(estimate, low, high, "t", "", PEOPLE, 0.95)

    nothing = Rung((), 0.8, 0.0, milliseconds=1.0)
    mask = Rung(("mask",), 0.97, 0.0, None, change(0.17, 0.1, 0.2), None, 1.5)
    both = Rung(("mask", "score-norm"), 0.98, 0.0, None, change(0.18, 0.12, 0.2), None, 2.0)
    assert recommendation([nothing, both, mask]).startswith("mask: retention .80 to .97")
    unknown = replace(both, retention_change=change(0.4, 0.3, 0.5))
    worse = replace(unknown, fnmr_change=change(0.9, np.nan, np.nan))
    assert recommendation([nothing, worse, mask]).startswith("mask:")
    assert recommendation([nothing, unknown, mask]).startswith("mask + score-norm:")
