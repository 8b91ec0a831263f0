"""Writes run directories with drawn figures and cells computed from planted random vectors."""

from __future__ import annotations

import hashlib
import io
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd
from PIL import Image, ImageDraw

from probe.manifest import BackboneEntry, Failure, Manifest, ProtocolEntry, ThresholdEntry
from probe.protocol import Protocol, shipped
from probe.store import Finding, Histograms, Run, RunWriter
from probe.yamlfile import load_yaml

BINS = 400
DIMENSION = 48


@dataclass(frozen=True)
class Plan:
    """What a synthetic run holds."""

    protocols: dict[str, str]
    models: tuple[str, ...] = ("osnet_x0_25.msmt17", "osnet_x0_25.market1501")
    subjects: int = 8
    takes: int = 5
    own_strangers: bool = True
    alike: bool = True
    thresholds: bool = True
    pictures: bool = True
    failures: int = 2
    strength: float = 1.0
    seed: int = 7
    options: dict[str, object] = field(default_factory=dict)


def shipped_texts(*names: str) -> dict[str, str]:
    return {name: path.read_text("utf-8") for name, path in shipped().items() if name in names}


def write_run(path: Path, plan: Plan, find=None) -> Run:
    """Write a whole run directory; `find(protocols, cells, facts)` makes the findings."""
    path.mkdir(parents=True, exist_ok=True)
    protocols = _protocols(path, plan)
    writer = RunWriter(path, _manifest(path, plan, protocols))
    for name, text in plan.protocols.items():
        writer.text(f"protocols/{name}.yaml", text)
    images = _images(plan, protocols, writer)
    writer.table("images.parquet", images)
    cells, pairs, histograms, thresholds = _compare(plan, protocols, images)
    writer.table("cells.parquet", cells)
    writer.table("pairs.parquet", pairs)
    writer.histograms(histograms)
    writer.update(thresholds=thresholds)
    writer.findings(find(protocols, cells, writer.manifest) if find else [_plain_finding()])
    return writer.complete()


def _plain_finding() -> Finding:
    return Finding("headline", "A synthetic run")


def _protocols(path: Path, plan: Plan) -> dict[str, Protocol]:
    found = {}
    for name, text in plan.protocols.items():
        file = path / "protocols" / f"{name}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
        found[name] = Protocol.model_validate(load_yaml(file).data)
    return found


def _manifest(path: Path, plan: Plan, protocols: dict[str, Protocol]) -> Manifest:
    sha = hashlib.sha256(b"weights").hexdigest()
    backbones = tuple(
        BackboneEntry(
            name=name,
            card={
                "architecture": name.split(".")[0],
                "tag": name.partition(".")[2],
                "input_size": [256, 128],
                "feature": "after BN and ReLU",
                "training_data": "MSMT17, 1,041 identities",
                "licence": "MIT",
                "source": "https://example.org/weights?a=1&b=<2>",
                "sha256": sha,
                "demonstration": "",
                "summary": "omni-scale network",
            },
            digest=hashlib.sha256(name.encode()).hexdigest(),
            dimension=512,
            embedded=100,
            seconds=12.3,
            notes=("cosines of this network are high",) if k == 0 else (),
        )
        for k, name in enumerate(plan.models)
    )
    first = next(iter(protocols.values()))
    failures = tuple(
        Failure(
            protocol=first.name,
            picture=f"p{k}/broken_#{k}.png",
            condition=first.conditions[-1].key,
            subject=f"p{k}",
            reason="truncated: 12 of 30 kB are there <b>",
        )
        for k in range(plan.failures)
    )
    entries = tuple(
        ProtocolEntry(
            name=name,
            file=f"protocols/{name}.yaml",
            digest=protocol.digest(),
            source="scene" if protocol.scene else "photos",
            pictures=len(protocol.conditions) * plan.subjects * plan.takes,
            failures=plan.failures if name == first.name else 0,
        )
        for name, protocol in protocols.items()
    )
    return Manifest(
        status="started",
        study="synthetic",
        run=path.name,
        created="2026-11-20T09:51:00Z",
        protocols=entries,
        backbones=backbones,
        images_digest=hashlib.sha256(b"images").hexdigest(),
        options={"fmr": 0.01, "subjects": plan.subjects, **plan.options},
        failures=failures,
        seeds={"scenes": plan.seed},
        packages={"numpy": np.__version__, "torch": "2.13.0"},
        notes=("Drawn figures, no photographs.",),
    )


# --- pictures -------------------------------------------------------------------------------


def _images(plan: Plan, protocols: dict[str, Protocol], writer: RunWriter) -> pd.DataFrame:
    rows = []
    for name, protocol in protocols.items():
        for condition in protocol.conditions:
            standard = condition == protocol.standard
            for who in range(plan.subjects):
                for take in range(plan.takes):
                    rows.append((name, protocol, condition, who, "subject", take))
            for who in range(plan.subjects if plan.own_strangers else 0):
                for take in range(plan.takes if standard else 1):
                    rows.append((name, protocol, condition, who, "stranger", take))
    return pd.DataFrame([_image_row(plan, writer, *row) for row in rows])


def _image_row(plan, writer, name, protocol, condition, who, role, take):
    source = f"{name}/p{who:02d}/{role}/{condition.key}/{take}"
    image_id = hashlib.sha256(source.encode()).hexdigest()[:16]
    if plan.pictures:
        index = condition.index / max(1, len(protocol.conditions) - 1)
        writer.bytes(f"pictures/{image_id}.webp", _figure(who, role, index, take))
    factors = {
        f"factor_{f.name}": key for f, key in zip(protocol.factors, condition.levels, strict=True)
    }
    return {
        "image_id": image_id,
        "protocol": name,
        "subject": f"p{who:02d}",
        "outfit": "standard" if role == "subject" else f"own{who}",
        "role": role,
        "condition": condition.index,
        "series": condition.series,
        "level": condition.level,
        **factors,
        "camera": "",
        "day": "",
        "take": str(take),
        "source": source,
        "sha256": hashlib.sha256(source.encode()).hexdigest(),
        "width": 128,
        "height": 320,
        "status": "ok",
    }


def _figure(who: int, role: str, index: float, take: int) -> bytes:
    """A drawn person: skin, top and trousers by who, size and wall by condition."""
    rng = np.random.default_rng([who, role == "stranger"])
    jitter = np.random.default_rng([who, take, int(100 * index)]).normal(0, 1.5, 2)
    image = Image.new("RGB", (64, 160), (int(120 - 25 * index), int(118 - 10 * index), 116))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 128, 64, 160), fill=(92, 90, 88))
    top, legs = (220, 218, 212), (110, 112, 118)
    if role == "stranger":
        top, legs = (tuple(int(v) for v in rng.integers(40, 220, 3)) for _ in range(2))
    skin = tuple(int(v) for v in rng.integers(120, 220, 1).repeat(3) * np.array([1, 0.8, 0.65]))
    s, x, y = 1 - 0.35 * index, 32 + jitter[0], 20 + jitter[1]
    draw.ellipse((x - 7 * s, y, x + 7 * s, y + 16 * s), fill=skin)
    draw.pieslice((x - 8 * s, y - 3, x + 8 * s, y + 14 * s), 180, 360, fill=(230, 190, 30))
    draw.rounded_rectangle((x - 15 * s, y + 17 * s, x + 15 * s, y + 66 * s), 6, fill=top)
    draw.rectangle((x - 12 * s, y + 66 * s, x - 1, y + 124 * s), fill=legs)
    draw.rectangle((x + 1, y + 66 * s, x + 12 * s, y + 124 * s), fill=legs)
    if index > 0.5:
        draw.rounded_rectangle((x - 10, y + 22 * s, x + 8, y + 50 * s), 4, fill=(190, 50, 40))
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", quality=70, method=0)
    return buffer.getvalue()


# --- scores ---------------------------------------------------------------------------------


def _unit(x: np.ndarray) -> np.ndarray:
    return x / np.linalg.norm(x, axis=-1, keepdims=True)


def _vectors(plan: Plan, model: int, protocol: Protocol) -> tuple[np.ndarray, np.ndarray]:
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


def _compare(plan: Plan, protocols: dict[str, Protocol], images: pd.DataFrame):
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


def _scores_of_strangers(plan: Plan, x, y):
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


def _threshold(plan: Plan, model: str, scores) -> tuple[ThresholdEntry, float]:
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


def _moments(plan: Plan, kind: str, values: np.ndarray) -> dict:
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


# --- named runs -----------------------------------------------------------------------------

HOSTILE = """
name: hostile
title: '<script>alert("t")</script> & "Title" #strong[x] *bold* _it_ $x$ @ref / end'
question: 'Does </script><img src=x onerror=alert(1)> & `code` <b>\\ change it?'
factors:
  - name: lamp
    title: 'Lamp <i>&amp;'
    kind: nominal
    levels:
      - {value: a<b, label: '<b>bright</b> & "warm"'}
      - {value: on, label: '/ #let x = 1'}
      - {value: off, label: '= $off$ @x'}
    standard: a<b
takes: 3
photos: {pattern: "{subject}/{level}/{take}.*"}
"""

CROSSED = """
name: crossed
title: Orientation and distance
question: Does turning cost more when the person is far away?
factors:
  - {name: orientation, unit: "°", kind: circular, levels: [0, 90, 180, 270], standard: 180}
  - {name: distance, unit: m, kind: ordered, levels: [4, 8, 12], standard: 4}
takes: 3
photos: {pattern: "{subject}/{orientation}/{distance}/{take}.*"}
"""

FIVE = ("orientation", "distance", "clothing", "background", "camera_height")


def plans() -> dict[str, Plan]:
    """The runs that tests and eyes look at."""
    models = tuple(f"net{k:02d}.data{k:02d}" for k in range(12))
    five = {name: shipped_texts(name)[name] for name in FIVE}
    two = {name: five[name] for name in ("distance", "clothing")}
    return {
        "five": Plan(five),
        "one_model": Plan(two, models=("stripes",)),
        "four": Plan({n: five[n] for n in FIVE[:3]}, models=models[:4], strength=0.8),
        "twelve": Plan({n: five[n] for n in FIVE[:3]}, models=models, takes=2, strength=0.6),
        "one_person": Plan(
            {n: five[n] for n in FIVE[1:4]}, subjects=1, own_strangers=False, alike=False
        ),
        "few": Plan(two, subjects=4, alike=False, thresholds=False, failures=0),
        "hostile": Plan(
            {"hostile": HOSTILE},
            models=("<b>net</b>.a&b", "#net.*x*"),
            takes=3,
            own_strangers=False,
            alike=False,
        ),
        "crossed": Plan({"crossed": CROSSED}, takes=3, models=("stripes",), subjects=20),
        "single_picture": Plan(two, takes=1, pictures=False, subjects=12, own_strangers=False),
    }


def finder():
    """`probe.findings.find` as `write_run` calls it."""
    from probe.findings import Facts, find

    def findings(protocols, cells, manifest):
        people = {t.backbone: t.subjects for t in manifest.thresholds}
        facts = Facts(
            backbones=tuple(b.name for b in manifest.backbones),
            thresholds=manifest.thresholds,
            subjects=next(iter(people.values())),
            pictures=sum(p.pictures for p in manifest.protocols),
        )
        return find(protocols, cells, facts)

    return findings


if __name__ == "__main__":
    out = Path(sys.argv[1])
    for key in sys.argv[2:] or plans():
        run = write_run(out / key, plans()[key], finder())
        print(key, json.dumps([len(run.cells), len(run.images)]))
