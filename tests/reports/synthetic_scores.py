"""Cells, pairs and histograms of a synthetic run, from random vectors with planted effects."""

from __future__ import annotations

import hashlib

import numpy as np
import pandas as pd

from probe.protocol.model import Protocol
from probe.runs.manifest import ThresholdEntry
from probe.runs.stored import Histograms

BINS = 400
DIMENSION = 48


def _unit(x: np.ndarray) -> np.ndarray:
    return x / np.linalg.norm(x, axis=-1, keepdims=True)


def _vectors(plan, model: int, protocol: Protocol) -> tuple[np.ndarray, np.ndarray]:
    """Subjects' vectors (c, s, n, d) and strangers' (c, s, n, d), with planted effects."""
    digest = int(hashlib.sha256(protocol.name.encode()).hexdigest()[:6], 16)
    rng = np.random.default_rng([plan.seed, model, digest])
    fixed = np.random.default_rng([plan.seed, model])
    n, s, d = plan.takes, plan.subjects, DIMENSION
    base, outfit = fixed.normal(size=d), fixed.normal(size=d)
    people = fixed.normal(size=(s, d))
    own = fixed.normal(size=(s, d))
    size = (0.25, 0.6, 0.9, 1.4)[digest % 4] * plan.strength * (1 + 0.25 * model)
    steps = rng.normal(size=(len(protocol.conditions), d))
    far = np.array([abs(c.index - protocol.standard.index) for c in protocol.conditions])
    effect = steps * (size * far / far.max())[:, None]
    if protocol.series:
        bag = rng.normal(size=d)
        effect += np.array([c.series != protocol.standard.series for c in protocol.conditions])[
            :, None
        ] * (1.1 * bag)
    common = 0.8 * base + effect[:, None, None]
    person = 0.6 * people[None, :, None]
    noise = 0.14 * rng.normal(size=(2, len(effect), s, n, d))
    dressed = _unit(common + person + 0.7 * outfit + noise[0])
    plain = _unit(common + person + 0.9 * own[None, :, None] + noise[1])
    return dressed, plain


def compare(plan, protocols: dict[str, Protocol], images: pd.DataFrame):
    cells: list[dict] = []
    pairs: list[pd.DataFrame] = []
    counts: list[np.ndarray] = []
    rows: list[dict] = []
    edges = np.linspace(-1, 1, BINS + 1)
    thresholds = []
    for m, model in enumerate(plan.models):
        threshold = np.nan
        for name, protocol in protocols.items():
            x, y = _vectors(plan, m, protocol)
            at_large, alike = _scores_of_strangers(plan, x, y)
            s = protocol.standard.index
            if not thresholds or thresholds[-1].backbone != model:
                entry, threshold = _threshold(plan, model, at_large(s, s))
                thresholds.append(entry)
            mated = _mated(x)
            told = _cells(plan, protocol, model, (mated, at_large, alike), threshold)
            cells += told
            pairs.append(_pairs(plan, protocol, model, x, images))
            for c in protocol.conditions:
                for kind, score in (("mated", mated), ("at_large", at_large), ("alike", alike)):
                    values = score(c.index, s)
                    if values.size and (kind != "alike" or plan.alike):
                        counts.append(np.histogram(values, edges)[0])
                        rows.append(
                            {
                                "protocol": name,
                                "backbone": model,
                                "variant": "unmasked",
                                "kind": kind,
                                "i": c.index,
                                "j": s,
                            }
                        )
    histograms = Histograms(edges, np.array(counts, dtype=np.int64), tuple(rows))
    return pd.DataFrame(cells), pd.concat(pairs), histograms, tuple(thresholds)


def _mated(x):
    def scores(i: int, j: int) -> np.ndarray:
        """Scores (s, pairs) of the same person."""
        g = np.einsum("snd,smd->snm", x[i], x[j])
        n = g.shape[1]
        if i == j:
            a, b = np.triu_indices(n, 1)
            return g[:, a, b]
        return g.reshape(len(g), -1)

    return scores


def _scores_of_strangers(plan, x, y):
    people = plan.subjects
    if people == 1:
        nobody = lambda i, j: np.empty((1, 0))  # noqa: E731
        return nobody, nobody
    different = ~np.eye(people, dtype=bool)
    other = y if plan.own_strangers else x

    def at_large(i: int, j: int) -> np.ndarray:
        g = np.einsum("snd,tmd->stnm", x[i], other[j])[different]
        return g.reshape(people, -1)

    def alike(i: int, j: int) -> np.ndarray:
        g = np.einsum("snd,tmd->stnm", x[i], x[j])[different]
        return g.reshape(people, -1)

    return at_large, alike


def _threshold(plan, model: str, scores) -> tuple[ThresholdEntry, float]:
    ordered = np.sort(scores, axis=None)[::-1]
    k = int(0.01 * ordered.size)
    enough = plan.thresholds and k >= 5
    value = float(ordered[k]) if enough else None
    entry = ThresholdEntry(
        backbone=model,
        variant="unmasked",
        fmr=0.01,
        value=value,
        false_matches=k if enough else 0,
        comparisons=int(ordered.size),
        subjects=plan.subjects,
        strangers=plan.subjects,
        resolved=enough,
        note=""
        if enough
        else f"1 % needs at least 7 people with five pictures each, there are {plan.subjects}",
    )
    return entry, np.nan if value is None else value


def _t_interval(values: np.ndarray) -> tuple[float, float]:
    from scipy import stats

    if values.size < 5:
        return np.nan, np.nan
    half = stats.t.ppf(0.975, values.size - 1) * values.std(ddof=1) / np.sqrt(values.size)
    return float(values.mean() - half), float(values.mean() + half)


def _cells(plan, protocol, model, scores, threshold) -> list[dict]:
    mated, at_large, alike = scores
    s = protocol.standard.index
    floor = at_large(s, s)
    standard = (mated(s, s).mean() if mated(s, s).size else np.nan, _mean(floor))
    out = []
    for a in protocol.conditions:
        for b in protocol.conditions[a.index :]:
            i, j = a.index, b.index
            known = [("mated", mated(i, j)), ("at_large", at_large(i, j)), ("alike", alike(i, j))]
            for kind, values in known:
                if kind != "mated" and (not values.size or (kind == "alike" and not plan.alike)):
                    continue
                row = {"protocol": protocol.name, "backbone": model, "variant": "unmasked"}
                row |= _moments(plan, kind, values)
                if kind == "mated":
                    row |= _decision(plan, values, known[1][1], floor, standard, threshold, i == j)
                else:
                    passed = int((values > threshold).sum()) if np.isfinite(threshold) else 0
                    row |= {
                        "threshold": threshold,
                        "false_matches": passed,
                        "fmr_observed": passed / values.size if np.isfinite(threshold) else np.nan,
                    }
                both = {(a, b), (b, a)}
                out += [{**row, **_where(p, q)} for p, q in sorted(both, key=lambda c: c[0].index)]
    return out


def _where(a, b) -> dict:
    return {
        "i": a.index,
        "j": b.index,
        "series_i": a.series,
        "level_i": a.level,
        "series_j": b.series,
        "level_j": b.level,
    }


def _mean(values: np.ndarray) -> float:
    return float(values.mean()) if values.size else float("nan")


def _moments(plan, kind: str, values: np.ndarray) -> dict:
    per = values.mean(axis=1) if values.size else np.empty(0)
    low, high = _t_interval(per)
    few = f"{plan.subjects} people: fewer than five"
    note = "one picture a condition: no pair" if not values.size else few
    return {
        "kind": kind,
        "n_subjects": len(per),
        "n_pairs": values.size,
        "mean": _mean(per),
        "sd_pairs": float(values.std(ddof=1)) if values.size > 1 else np.nan,
        "sd_subjects": float(per.std(ddof=1)) if per.size > 1 else np.nan,
        "low": low,
        "high": high,
        "interval_method": "subject t" if np.isfinite(low) else "",
        "interval_note": "" if np.isfinite(low) else note,
    }


def _decision(plan, values, strangers, floor, standard, threshold, diagonal) -> dict:
    known = np.isfinite(threshold) and values.size > 0
    missed = values <= threshold
    fnmr = float(missed.mean()) if known else np.nan
    calibrated = floor.size > 0 and values.size > 0 and np.isfinite(standard[0])
    mean = _mean(values)
    retention = (mean - _mean(strangers)) / (standard[0] - standard[1]) if calibrated else np.nan
    above = int((floor > mean).sum()) if floor.size else 0
    few = plan.subjects < 5
    spread = float(values.std()) if values.size else 0
    dprime = (
        (mean - _mean(strangers)) / np.sqrt((values.var() + strangers.var()) / 2)
        if calibrated
        else np.nan
    )
    auc = _auc(values, strangers) if calibrated else np.nan
    return {
        "threshold": threshold,
        "fmr": 0.01,
        "misses": int(missed.sum()) if known else 0,
        "fnmr": fnmr,
        "fnmr_low": max(0.0, fnmr - 0.1) if known and not few else np.nan,
        "fnmr_high": min(1.0, fnmr + 0.12) if known and not few else np.nan,
        "fnmr_note": "" if known and not few else "fewer than five people",
        "retention": retention,
        "retention_low": retention - 0.1 - spread if calibrated and not few else np.nan,
        "retention_high": retention + 0.1 + spread if calibrated and not few else np.nan,
        "retention_note": "" if calibrated and not few else "fewer than five people",
        "log10_fmr": np.log10(max(above, 1) / floor.size) if calibrated else np.nan,
        "log10_fmr_floored": bool(calibrated and above == 0),
        "dprime": dprime,
        "auc": auc,
        "eer": max(0.0, 1 - auc) if calibrated else np.nan,
        "eer_note": "no interval is known to cover",
    }


def _auc(mated: np.ndarray, strangers: np.ndarray) -> float:
    ordered = np.sort(strangers, axis=None)
    return float(np.searchsorted(ordered, mated.ravel()).mean() / ordered.size)


def _pairs(plan, protocol, model, x, images: pd.DataFrame) -> pd.DataFrame:
    own = images[(images["protocol"] == protocol.name) & (images["role"] == "subject")]
    ids = own["image_id"].to_numpy().reshape(len(protocol.conditions), plan.subjects, plan.takes)
    rows = []
    for i in range(len(ids)):
        for j in range(i, len(ids)):
            g = np.einsum("snd,smd->snm", x[i], x[j])
            for s in range(plan.subjects):
                for a in range(plan.takes):
                    for b in range(a + 1 if i == j else 0, plan.takes):
                        rows.append((i, j, ids[i, s, a], ids[j, s, b], float(g[s, a, b])))
    frame = pd.DataFrame(rows, columns=["i", "j", "image_a", "image_b", "score"])
    frame.insert(0, "kind", "mated")
    frame.insert(0, "variant", "unmasked")
    frame.insert(0, "backbone", model)
    frame.insert(0, "protocol", protocol.name)
    return frame
