"""Error rates at several false match rates, split strangers, leanings: against brute force."""

import math
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from probe.comparison import (
    Changed,
    VectorScores,
    check_halves,
    compare,
    leanings,
    standard_strangers,
    tuning_half,
)
from probe.embedding.embed import Embeddings
from probe.errors import UsageError
from probe.files.strict_yaml import parse_yaml
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.protocol.checked import protocol_of
from probe.statistics import split_people, threshold_at
from probe.wording import wording_of

in_words = wording_of().stored


PROTOCOL = """
name: p
title: P
question: Q?
factors: [{name: f, levels: [a, b], standard: a}]
photos: {pattern: "{subject}_{level}_{take}.png"}
"""


class Nowhere:
    def load(self):
        raise AssertionError("nobody reads pictures here")


def study(people=16, takes=3, seed=1, further=0):
    """Photographs of people, and of further strangers in the standard condition."""
    cast = [(f"s{p:02}", "subject", c) for p in range(people) for c in range(2)]
    cast += [(f"x{p:02}", "stranger", 0) for p in range(further)]
    names = [(*who, f"{'-'.join(map(str, who))}-{t}", str(t)) for who in cast for t in range(takes)]
    records = tuple(
        ImageRecord(name, "p", who, role, c, "", "", "", take, name, Nowhere(), 1, 1)
        for who, role, c, name, take in names
    )
    rng = np.random.default_rng(seed)
    centre = {r.subject: rng.normal(size=8) for r in records}
    vectors = [centre[r.subject] + 1.2 * rng.normal(size=8) for r in records]
    protocol = protocol_of(parse_yaml(PROTOCOL, "p.yaml"))
    images = ImageSet(protocol, "photos", records, alike="unknown")
    ids = tuple(r.image_id for r in records)
    return images, Embeddings(ids, np.array(vectors, np.float32))


def compared(images, scores, rates, tuning=None):
    strangers = standard_strangers([images], scores, tuning)
    thresholds = [threshold_at(strangers.tuning_scores, rate) for rate in rates]
    value = thresholds[0].value if thresholds[0].resolved else math.nan
    found = compare(images, scores, strangers, value, rates[0], thresholds=thresholds)
    return found, thresholds


class Mapped:
    """Scores of another source under an increasing map."""

    def __init__(self, source, change):
        self.row, self._source, self._change = source.row, source, change
        self.limits = source.limits

    def block(self, rows, columns):
        return self._change(self._source.block(rows, columns))

    def paired(self, first, second):
        return self._change(self._source.paired(first, second))


def test_rates_equal_a_count_over_every_pair():
    images, embeddings = study()
    found, thresholds = compared(images, VectorScores(embeddings), (0.05, 0.01))
    unit = embeddings.vectors.astype(float)
    unit /= np.linalg.norm(unit, axis=1, keepdims=True)
    score = unit @ unit.T
    for rate in found.rates:
        threshold = next(p for p in thresholds if p.fmr == rate["fmr_asked"]).value
        mated, others = {}, []
        for (a, first), (b, second) in combinations(enumerate(images.records), 2):
            if {first.condition, second.condition} != {rate["i"], rate["j"]}:
                continue
            if first.subject == second.subject:
                mated.setdefault(first.subject, []).append(score[a, b] <= threshold)
            else:
                others.append(score[a, b] > threshold)
        assert rate["misses"] == sum(map(sum, mated.values()))
        assert rate["fnmr"] == pytest.approx(np.mean([np.mean(own) for own in mated.values()]))
        assert (rate["compared"], rate["false_matches"]) == (len(others), sum(others))
        assert threshold == rate["threshold"]
        assert rate["low"] <= rate["fnmr"] <= rate["high"]
        assert rate["anew_low"] <= rate["low"] + 0.02  # set anew: never much narrower
        assert rate["anew_high"] >= rate["high"] - 0.02
    assert len(found.rates) == 2 * 3


def test_the_rate_that_decides_is_that_of_the_cells():
    images, embeddings = study()
    found, _ = compared(images, VectorScores(embeddings), (0.05, 0.01))
    for cell in (c for c in found.cells if c["kind"] == "mated"):
        rate = next(
            r
            for r in found.rates
            if (r["i"], r["j"], r["fmr_asked"]) == (cell["i"], cell["j"], 0.05)
        )
        assert (rate["fnmr"], rate["low"], rate["high"]) == (
            cell["fnmr"],
            cell["fnmr_low"],
            cell["fnmr_high"],
        )
        assert rate["misses"] == cell["misses"]


def test_a_rate_that_is_not_resolved_says_why_and_gives_no_figure():
    images, embeddings = study(people=8)
    found, _ = compared(images, VectorScores(embeddings), (0.05, 0.001))
    told = [rate for rate in found.rates if rate["fmr_asked"] == 0.001]
    assert len(told) == 3
    for rate in told:
        assert (rate["misses"], rate["false_matches"]) == (-1, -1)
        assert math.isnan(rate["fnmr"])
        assert math.isnan(rate["fmr"])
        assert rate["note"] == rate["anew_note"]
        assert in_words(rate["note"]).startswith(
            "0.1\u00a0% needs at least 34 people with three pictures each"
        )


@pytest.mark.parametrize("further", [0, 5])
def test_a_split_tests_no_threshold_on_whom_it_is_set(further):
    images, embeddings = study(further=further)
    scores = VectorScores(embeddings)
    tuning = tuning_half([images])
    assert tuning == tuning_half([images])
    assert len([name for name in tuning if name.startswith("s")]) == 8
    strangers = standard_strangers([images], scores, tuning)
    assert strangers.testing_scores is not None
    people = np.array(strangers.people)
    tuned = set(people[strangers.tuning_scores.first]) | set(people[strangers.tuning_scores.second])
    tested = set(people[strangers.testing_scores.first]) | set(
        people[strangers.testing_scores.second]
    )
    assert tuned == tuning
    assert not tuned & tested
    found, (point,) = compared(images, scores, (0.05,), tuning)
    standard = next(r for r in found.rates if r["i"] == r["j"] == 0)
    assert standard["compared"] == strangers.testing_scores.comparisons
    assert standard["false_matches"] == (strangers.testing_scores.scores > point.value).sum()
    cell = next(c for c in found.cells if c["i"] == c["j"] == 0 and c["kind"] == "at_large")
    assert cell["fmr_observed"] == standard["fmr"]
    assert cell["n_pairs"] == strangers.ranked.comparisons
    everybody, _ = compared(images, scores, (0.05,))
    own = [next(c["mean"] for c in f.cells if c["kind"] == "at_large") for f in (found, everybody)]
    assert own[0] == own[1]


def test_halves_that_are_too_small_are_refused_without_scores():
    images, _ = study(people=8)
    with pytest.raises(UsageError, match="1\u00a0% needs at least 12 people with three pictures"):
        check_halves([images], tuning_half([images]), 0.01)
    large, _ = study(people=24)
    check_halves([large], tuning_half([large]), 0.01)
    with pytest.raises(UsageError, match="3 people cannot be split"):
        tuning_half([study(people=3)[0]])


def test_subjects_and_further_strangers_are_halved_each():
    tuning, testing = split_people(15, seed=3, subjects=10)
    assert (tuning[:10].sum(), tuning[10:].sum()) == (5, 3)
    assert not (tuning & testing).any()
    assert (tuning | testing).all()


def test_affine_maps_leave_retention_and_increasing_maps_the_rates():
    images, embeddings = study()
    scores = VectorScores(embeddings)
    plain, _ = compared(images, scores, (0.05, 0.01))
    affine, _ = compared(images, Mapped(scores, lambda x: 0.3 * x + 0.61), (0.05, 0.01))
    cubed, _ = compared(images, Mapped(scores, lambda x: x**3), (0.05, 0.01))
    for old, moved, bent in zip(plain.cells, affine.cells, cubed.cells, strict=True):
        if old["kind"] == "mated":
            assert moved["retention"] == pytest.approx(old["retention"], abs=1e-9)
            assert (bent["auc"], bent["eer"], bent["fnmr"]) == (old["auc"], old["eer"], old["fnmr"])
    for old, *others in zip(plain.rates, affine.rates, cubed.rates, strict=True):
        for new in others:
            assert (new["fnmr"], new["fmr"], new["misses"]) == (
                old["fnmr"],
                old["fmr"],
                old["misses"],
            )
            assert (new["anew_low"], new["anew_high"]) == (old["anew_low"], old["anew_high"])
    models = {
        name: [Changed(found.people, found.subjects, (found.standings[1],))]
        for name, found in (("plain", plain), ("cubed", cubed))
    }
    first, second, pair = leanings(models)
    assert first.bias == second.bias
    assert pair.bias.estimate == 0


def test_protocols_are_pooled_by_the_names_of_people():
    images, embeddings = study()
    found, _ = compared(images, VectorScores(embeddings), (0.05,))
    part = Changed(found.people, found.subjects, (found.standings[1],))
    once, twice = (leanings({"m": parts})[0] for parts in ([part], [part, part]))
    assert (twice.fnmr, twice.fmr, twice.conditions) == (once.fnmr, once.fmr, 2)
    order = np.arange(found.subjects)[::-1]
    standing = found.standings[1]
    turned = replace(
        standing,
        miss_rates=standing.miss_rates[order],
        accepted=standing.accepted[np.ix_(order, order)],
    )
    people = tuple(found.people[k] for k in order)
    other = leanings({"m": [part, Changed(people, found.subjects, (turned,))]})[0]
    assert other.fnmr == pytest.approx(once.fnmr)
    assert other.bias.low == pytest.approx(twice.bias.low)


def test_without_a_threshold_there_is_no_leaning():
    images, embeddings = study(people=2)
    scores = VectorScores(embeddings)
    strangers = standard_strangers([images], scores)
    found = compare(images, scores, strangers, math.nan, 0.01)
    part = Changed(found.people, found.subjects, (found.standings[1],))
    one, _, pair = leanings({"a": [part], "b": [part]})
    assert one.bias.refused
    assert in_words(one.bias.note) == in_words(pair.bias.note) == "there is no threshold"
    assert found.rates == ()


def test_a_condition_without_strangers_leaves_the_others_to_tell_the_leaning():
    images, embeddings = study()
    found, _ = compared(images, VectorScores(embeddings), (0.05,))
    known = found.standings[1]
    nobody = replace(known, accepted=np.full_like(known.accepted, np.nan), stranger_pairs=0)

    def lean(*standings):
        return leanings({"a": [Changed(found.people, found.subjects, standings)]})[0]

    assert lean(known, nobody).fmr == lean(known).fmr > 0
    assert in_words(lean(nobody).bias.note) == "no person has the pictures of every condition"
