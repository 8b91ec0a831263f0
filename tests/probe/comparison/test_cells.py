"""The cells against a brute force over every pair of pictures, written from the definitions."""

import math
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import roc_auc_score

from probe.comparison import VectorScores, compare, standard_strangers
from probe.embedding.embed import Embeddings
from probe.files.strict_yaml import parse_yaml
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.protocol.checked import protocol_of

PROTOCOL = """
name: p
title: P
question: Q?
factors: [{name: f, levels: [a, b, c], standard: b}]
photos: {pattern: "{subject}_{level}_{take}.png"}
"""


def protocol():
    from pathlib import Path

    return protocol_of(parse_yaml(PROTOCOL, Path("p.yaml")))


class Nowhere:
    def load(self):
        raise AssertionError("nobody reads pictures here")


def record(subject, condition, take, role="subject", outfit=""):
    name = f"{role}-{subject}-{condition}-{take}-{outfit}"
    return ImageRecord(
        name, "p", subject, role, condition, outfit, "", "", str(take), name, Nowhere(), 1, 1
    )


def study(records, alike="unknown", seed=0, dimension=6, spread=0.7):
    """Random vectors around a direction per person, so that mated scores are the higher ones."""
    rng = np.random.default_rng(seed)
    centre = {s: rng.normal(size=dimension) for s in sorted({r.subject for r in records})}
    vectors = np.array([centre[r.subject] + spread * rng.normal(size=dimension) for r in records])
    images = ImageSet(protocol(), "photos", tuple(records), alike=alike)
    return images, Embeddings(tuple(r.image_id for r in records), vectors.astype(np.float32))


def photographs(people=5, takes=(3, 2, 4)):
    return [record(f"s{p}", c, t) for p in range(people) for c in range(3) for t in range(takes[c])]


def rendered(people=4, takes=3):
    shown = [record(f"s{p}", c, t) for p in range(people) for c in range(3) for t in range(takes)]
    own = [
        record(f"s{p}", c, t, role="stranger", outfit="own")
        for p in range(people)
        for c in range(3)
        for t in range(takes if c == 1 else 1)
    ]
    return shown + own


def cosine(embeddings):
    unit = embeddings.vectors.astype(float)
    unit /= np.linalg.norm(unit, axis=1, keepdims=True)
    return dict(zip(embeddings.ids, unit, strict=True))


def brute_mated(images, unit, i, j):
    """Subject -> scores."""
    found = {}
    for s in images.subjects:
        left = [
            r.image_id
            for r in images.records
            if (r.subject, r.condition, r.role) == (s, i, "subject")
        ]
        right = [
            r.image_id
            for r in images.records
            if (r.subject, r.condition, r.role) == (s, j, "subject")
        ]
        pairs = combinations(left, 2) if i == j else product(left, right)
        found[s] = [float(unit[a] @ unit[b]) for a, b in pairs]
    return found


def brute_strangers(images, unit, i, j, kind):
    """Ordered pair of people -> scores, and the list of all picture pairs."""
    by_people, pairs = {}, set()
    for a, b in product(images.records, images.records):
        if a.subject == b.subject or a.role != "subject":
            continue
        if images.alike == "role":
            wanted = b.role == ("stranger" if kind == "at_large" else "subject")
        elif images.alike == "outfit":
            same = bool(a.outfit) and a.outfit == b.outfit
            wanted = same == (kind == "alike")
        else:
            wanted = kind == "at_large"
        if not wanted or {(a.condition, b.condition)} - {(i, j), (j, i)}:
            continue
        pair = frozenset((a.image_id, b.image_id))
        score = float(unit[a.image_id] @ unit[b.image_id])
        by_people.setdefault((a.subject, b.subject), {})[pair] = score
        # Nobody but a subject stands in the subject's role, so a pair with a further stranger has
        # one order only.
        if b.role == "subject" and (images.alike != "role" or kind == "alike"):
            by_people.setdefault((b.subject, a.subject), {})[pair] = score
        pairs.add((pair, score))
    return {k: list(v.values()) for k, v in by_people.items()}, [score for _, score in pairs]


CASES = {
    "photographs": lambda: study(photographs()),
    "rendered": lambda: study(rendered(), alike="role"),
    "outfits": lambda: study(
        [
            record(f"s{p}", c, t, outfit=("red", "blue")[p % 2])
            for p in range(5)
            for c in range(3)
            for t in range(2)
        ],
        alike="outfit",
    ),
    "further strangers": lambda: study(
        photographs(4)
        + [record(f"x{p}", 1, t, role="stranger") for p in range(3) for t in range(2)]
    ),
    "missing cells": lambda: study(
        [r for r in photographs(6) if not (r.subject == "s2" and r.condition == 0)]
    ),
    "one picture each": lambda: study(photographs(4, takes=(1, 1, 1))),
}


def compared(images, embeddings, threshold=0.4):
    scores = VectorScores(embeddings)
    return compare(images, scores, standard_strangers([images], scores), threshold, 0.01)


@pytest.mark.parametrize("case", CASES)
def test_cells_equal_a_brute_force_over_all_pairs(case):
    images, embeddings = CASES[case]()
    unit = cosine(embeddings)
    for cell in compared(images, embeddings).cells:
        if cell["kind"] == "mated":
            check_mated(cell, brute_mated(images, unit, cell["i"], cell["j"]))
        else:
            check_strangers(
                cell, *brute_strangers(images, unit, cell["i"], cell["j"], cell["kind"])
            )


def check_mated(cell, by_subject):
    known = {s: np.array(v) for s, v in by_subject.items() if v}
    pooled = np.concatenate(list(known.values())) if known else np.empty(0)
    assert cell["n_subjects"] == len(known)
    assert cell["n_pairs"] == len(pooled)
    if not len(pooled):
        assert math.isnan(cell["mean"])
        assert cell["interval_note"]
        return
    means = [v.mean() for v in known.values()]
    assert cell["mean"] == pytest.approx(np.mean(means), abs=1e-12)
    assert cell["misses"] == (pooled <= 0.4).sum()
    assert cell["fnmr"] == pytest.approx(np.mean([(v <= 0.4).mean() for v in known.values()]))
    if len(pooled) > 1:
        assert cell["sd_pairs"] == pytest.approx(pooled.std(ddof=1), abs=1e-9)
    if len(means) > 1:
        assert cell["sd_subjects"] == pytest.approx(np.std(means, ddof=1), abs=1e-9)
    if len(known) >= 5:
        from scipy import stats

        half = stats.t.ppf(0.975, len(means) - 1) * np.std(means, ddof=1) / np.sqrt(len(means))
        assert (cell["low"], cell["high"]) == pytest.approx(
            (cell["mean"] - half, cell["mean"] + half)
        )
    else:
        assert math.isnan(cell["low"])
        assert cell["interval_note"]


def check_strangers(cell, by_people, scores):
    assert cell["n_pairs"] == len(scores)
    if not scores:
        assert math.isnan(cell["mean"])
        return
    means = [np.mean(v) for v in by_people.values()]
    assert cell["mean"] == pytest.approx(np.mean(means), abs=1e-12)
    assert cell["false_matches"] == sum(score > 0.4 for score in scores)
    assert cell["fmr_observed"] == pytest.approx(cell["false_matches"] / len(scores))
    if len(scores) > 1:
        assert cell["sd_pairs"] == pytest.approx(np.std(scores, ddof=1), abs=1e-9)


@pytest.mark.parametrize("case", ["photographs", "rendered"])
def test_auc_equals_scikit_learn_with_every_subject_weighing_the_same(case):
    images, embeddings = CASES[case]()
    unit = cosine(embeddings)
    for cell in compared(images, embeddings).cells:
        if cell["kind"] != "mated":
            continue
        mated = [np.array(v) for v in brute_mated(images, unit, cell["i"], cell["j"]).values() if v]
        _, others = brute_strangers(images, unit, cell["i"], cell["j"], "at_large")
        scores = np.concatenate([*mated, others])
        labels = np.concatenate([np.ones(sum(map(len, mated))), np.zeros(len(others))])
        weights = np.concatenate(
            [*(np.full(len(v), 1 / len(v)) for v in mated), np.ones(len(others))]
        )
        expected = roc_auc_score(labels, scores, sample_weight=weights)
        assert cell["auc"] == pytest.approx(expected, abs=1e-12)
        assert 0 <= cell["eer"] <= 1


def test_retention_is_one_at_the_standard_and_follows_its_definition():
    images, embeddings = CASES["rendered"]()
    cells = {(c["kind"], c["i"], c["j"]): c for c in compared(images, embeddings).cells}
    standard = cells["mated", 1, 1]["mean"] - cells["at_large", 1, 1]["mean"]
    assert cells["mated", 1, 1]["retention"] == 1
    for i, j in ((0, 0), (0, 2), (1, 2)):
        gap = cells["mated", i, j]["mean"] - cells["at_large", i, j]["mean"]
        assert cells["mated", i, j]["retention"] == pytest.approx(gap / standard)


def test_one_person_has_no_strangers_and_says_so():
    images, embeddings = study(photographs(1))
    cells = compared(images, embeddings, threshold=math.nan).cells
    mated = [c for c in cells if c["kind"] == "mated"]
    assert all(math.isfinite(c["mean"]) for c in mated)
    assert all("this-person-only" in c["interval_note"] for c in mated if math.isfinite(c["low"]))
    assert all(c["interval_note"] for c in mated)
    across = next(c for c in mated if (c["i"], c["j"]) == (0, 2))
    assert across["low"] < across["mean"] < across["high"]
    assert all(math.isnan(c["retention"]) and c["retention_note"] for c in mated)
    assert all(c["n_pairs"] == 0 for c in cells if c["kind"] == "at_large")


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1000))
def test_the_order_of_pictures_does_not_matter(seed):
    records = photographs(4)
    images, embeddings = study(records)
    order = np.random.default_rng(seed).permutation(len(records))
    shuffled = ImageSet(images.protocol, "photos", tuple(records[k] for k in order))
    moved = Embeddings(tuple(embeddings.ids[k] for k in order), embeddings.vectors[order].copy())
    for a, b in zip(
        compared(images, embeddings).cells, compared(shuffled, moved).cells, strict=True
    ):
        assert (a["i"], a["j"], a["kind"], a["n_pairs"]) == (
            b["i"],
            b["j"],
            b["kind"],
            b["n_pairs"],
        )
        for name in ("mean", "sd_pairs", "retention", "auc", "eer", "low"):
            assert a[name] == pytest.approx(b[name], abs=1e-9, nan_ok=True)


def test_vectors_of_any_length_give_the_same_cells():
    images, embeddings = CASES["photographs"]()
    scale = np.random.default_rng(1).uniform(0.1, 50, (len(embeddings.ids), 1))
    longer = Embeddings(embeddings.ids, (embeddings.vectors * scale).astype(np.float32))
    for a, b in zip(
        compared(images, embeddings).cells, compared(images, longer).cells, strict=True
    ):
        assert a["mean"] == pytest.approx(b["mean"], abs=1e-6, nan_ok=True)


def test_pairs_and_histograms_count_every_mated_comparison_once():
    images, embeddings = CASES["photographs"]()
    found = compared(images, embeddings)
    mated = [c for c in found.cells if c["kind"] == "mated"]
    assert len(found.pairs) == sum(c["n_pairs"] for c in mated)
    pairs = list(zip(*found.pairs.images, found.pairs.i, found.pairs.j, strict=True))
    assert len({(frozenset((a, b)), i, j) for a, b, i, j in pairs}) == len(pairs)
    assert all(a != b for a, b, _, _ in pairs)
    unit = cosine(embeddings)
    scores = [unit[a] @ unit[b] for a, b, _, _ in pairs]
    np.testing.assert_allclose(found.pairs.scores, scores, atol=1e-12)
    for cell in mated:
        if 1 in (cell["i"], cell["j"]):
            level = cell["j"] if cell["i"] == 1 else cell["i"]
            assert found.histograms["mated", level].sum() == cell["n_pairs"]


def test_the_threshold_lets_the_asked_share_of_strangers_pass():
    images, embeddings = study(photographs(12), seed=4)
    scores = VectorScores(embeddings)
    from probe.statistics import threshold_at

    strangers = standard_strangers([images], scores)
    threshold = threshold_at(strangers.ranked, 0.05)
    cell = next(
        c
        for c in compare(images, scores, strangers, threshold.value, 0.05).cells
        if (c["kind"], c["i"], c["j"]) == ("at_large", 1, 1)
    )
    assert cell["false_matches"] == threshold.false_matches
    assert cell["n_pairs"] == threshold.comparisons == 12 * 11 // 2 * 4
