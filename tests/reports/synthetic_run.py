"""Writes run directories with drawn figures and cells computed from planted random vectors."""

from __future__ import annotations

import hashlib
import importlib.util
import io
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import numpy as np
import pandas as pd
from PIL import Image, ImageDraw

from probe.files.strict_yaml import load_yaml
from probe.protocol.finding import shipped
from probe.protocol.model import Protocol
from probe.runs.manifest import BackboneEntry, Failure, Manifest, PartEntry, ProtocolEntry
from probe.runs.paths import UNMASKED
from probe.runs.reading import Run
from probe.runs.stored import Finding
from probe.runs.writer import RunWriter


def _beside(name: str) -> ModuleType:
    """A module of this folder: the tests are no package, so it is loaded by path."""
    place = Path(__file__).with_name(f"{name}.py")
    spec = importlib.util.spec_from_file_location(f"tests_reports_{name}", place)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


compare = _beside("synthetic_scores").compare


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
    cells, pairs, histograms, thresholds = compare(plan, protocols, images)
    writer.table("cells.parquet", cells)
    writer.table("pairs.parquet", pairs)
    writer.histograms(histograms)
    writer.update(thresholds=thresholds)
    writer.findings(find(protocols, cells, writer.manifest) if find else [_plain_finding()])
    return writer.complete()


def add_parts(run: Run, count: int) -> None:
    """Give the first model of an open run `count` parts one below the other, with wide figures."""
    entry, name = run.manifest.backbones[0], next(iter(run.protocols))
    protocol = run.protocols[name]
    parts = tuple(
        PartEntry(name=f"stripe {k + 1}", length=8, top=k / count, bottom=(k + 1) / count)
        for k in range(count)
    )
    entries = (entry.model_copy(update={"parts": parts}), *run.manifest.backbones[1:])
    run.manifest = run.manifest.model_copy(update={"backbones": entries})
    standard = protocol.standard.index
    key = {"protocol": name, "backbone": entry.name, "variant": UNMASKED}
    run.parts = pd.DataFrame(
        {
            **key,
            "part": part.name,
            "i": min(condition.index, standard),
            "j": max(condition.index, standard),
            "mean": 0.5,
            "n_subjects": 3,
            "retention": -0.12 if condition.index % 2 else 0.88,
            "fnmr": 1.0,
            "lost": 0.022,
        }
        for part in parts
        for condition in protocol.conditions
    )


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
    first = next(iter(protocols.values()))
    failed = {first.name: plan.failures}
    return Manifest(
        status="started",
        study="synthetic",
        run=path.name,
        created="2026-11-20T09:51:00Z",
        protocols=tuple(
            _protocol_entry(plan, p, failed.get(p.name, 0)) for p in protocols.values()
        ),
        backbones=tuple(
            _backbone_entry(name, first=name == plan.models[0]) for name in plan.models
        ),
        images_digest=hashlib.sha256(b"images").hexdigest(),
        options={"fmr": 0.01, "subjects": plan.subjects, **plan.options},
        failures=tuple(_failure(first, k) for k in range(plan.failures)),
        seeds={"scenes": plan.seed},
        packages={"numpy": np.__version__, "torch": "2.13.0"},
        notes=("Drawn figures, no photographs.",),
    )


def _protocol_entry(plan: Plan, protocol: Protocol, failures: int) -> ProtocolEntry:
    return ProtocolEntry(
        name=protocol.name,
        file=f"protocols/{protocol.name}.yaml",
        digest=protocol.digest(),
        source="scene" if protocol.scene else "photos",
        pictures=len(protocol.conditions) * plan.subjects * plan.takes,
        failures=failures,
    )


def _backbone_entry(name: str, *, first: bool) -> BackboneEntry:
    architecture, _, tag = name.partition(".")
    return BackboneEntry(
        name=name,
        card={
            "architecture": architecture,
            "tag": tag,
            "input_size": [256, 128],
            "feature": "after BN and ReLU",
            "training_data": "MSMT17, 1,041 identities",
            "licence": "MIT",
            "source": "https://example.org/weights?a=1&b=<2>",
            "sha256": hashlib.sha256(b"weights").hexdigest(),
            "demonstration": "",
            "summary": "omni-scale network",
        },
        digest=hashlib.sha256(name.encode()).hexdigest(),
        dimension=512,
        embedded=100,
        seconds=12.3,
        notes=("cosines of this network are high",) if first else (),
    )


def _failure(protocol: Protocol, k: int) -> Failure:
    return Failure(
        protocol=protocol.name,
        picture=f"p{k}/broken_#{k}.png",
        condition=protocol.conditions[-1].key,
        subject=f"p{k}",
        reason="truncated: 12 of 30 kB are there <b>",
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
        # A file for each, as older runs have it; those that studies of the tests write have one.
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
    """`probe.conclusions.findings.find` as `write_run` calls it."""
    from probe.conclusions.findings import Facts, find

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
