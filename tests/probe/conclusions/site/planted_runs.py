"""Planted runs for advice: protocols of several factors, and cells whose misses are given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from probe.conclusions.site import advise
from probe.files.strict_yaml import parse_yaml
from probe.protocol.checked import protocol_of
from probe.protocol.model import Protocol
from probe.runs.manifest import BackboneEntry, Manifest, ProtocolEntry, ThresholdEntry
from probe.runs.reading import Run
from probe.runs.rows import CellRow, DifferenceRow, table_of
from probe.runs.writer import RunWriter
from probe.wording import wording_of

PATTERN = 'photos: {pattern: "{subject}/{take}.png"}\n'
TEXTS = {
    "distance": "factors: [{name: distance, unit: m, kind: ordered, levels: [2, 4, 6, 8, 10, 14],"
    " standard: 4}]\n",
    "camera_height": "factors: [{name: camera_height, unit: cm, kind: ordered,"
    " levels: [112, 172, 232], standard: 112}]\n",
    "turn": 'factors: [{name: orientation, unit: "°", kind: circular, levels: [0, 90, 180, 270],'
    " standard: 180}]\nseries: {name: backpack, levels: [without, with], standard: without}\n",
    "half": 'factors: [{name: facing, unit: "°", kind: circular, levels: [0, 90, 180],'
    " standard: 180}]\n",
    "clothing": "factors: [{name: clothing, levels: [white, grey, red], standard: white}]\n",
}


def in_words(sentence) -> str:
    return wording_of().either(sentence.message)


def notes_of(advice) -> list[str]:
    return [wording_of()(note) for note in advice.notes]


def text_of(name: str) -> str:
    """The YAML of a protocol of `TEXTS`."""
    return f"name: {name}\ntitle: {name}\nquestion: What?\n{TEXTS[name]}{PATTERN}"


PROTOCOLS = {name: protocol_of(parse_yaml(text_of(name), f"{name}.yaml")) for name in TEXTS}


@dataclass(frozen=True)
class PlantedRun:
    """What a run says.

    Attributes:
        protocols: names in `TEXTS`.
        rates: misses by (protocol, condition), or (model, protocol, condition); 0 elsewhere.
        width: of the interval of a rate, to either side; NaN for none.
        passing, alike: share of strangers at large and dressed alike who pass; None: not measured.
        fmr: the rate that thresholds are set for.
        threshold: None for no threshold.
        models: names of the backbones.
        people: subjects with a picture.
        strangers: fields of the threshold entries that say what they rest on.
        differences: paired differences of its models.
    """

    protocols: tuple[str, ...]
    rates: Mapping[tuple[str, ...], float] = field(default_factory=dict)
    width: float = 0.02
    passing: float = 0.01
    alike: float | None = None
    fmr: float = 0.01
    threshold: float | None = 0.5
    models: tuple[str, ...] = ("a.x",)
    people: int = 20
    strangers: Mapping[str, int] = field(default_factory=dict)
    differences: tuple[DifferenceRow, ...] = ()

    def write(self, path: Path) -> Run:
        """Write it as a run directory."""
        writer = RunWriter(path, self._manifest())
        for name in self.protocols:
            writer.text(f"protocols/{name}.yaml", text_of(name))
        rows = [
            row
            for name in self.protocols
            for model in self.models
            for row in self._cells(PROTOCOLS[name], model)
        ]
        writer.table("cells.parquet", table_of(CellRow, rows))
        writer.table("differences.parquet", table_of(DifferenceRow, self.differences))
        images = [
            {"image_id": str(k), "subject": str(k), "role": "subject", "status": "ok"}
            for k in range(self.people)
        ]
        writer.table("images.parquet", pd.DataFrame(images))
        return writer.complete()

    def _manifest(self) -> Manifest:
        decided = self.threshold is not None
        entry = {
            "variant": "unmasked", "fmr": self.fmr, "value": self.threshold, "false_matches": 9,
            "comparisons": 950, "subjects": 20, "strangers": 20, "resolved": decided,
            "note": "" if decided else "1 % needs at least 7 people", **self.strangers,
        }  # fmt: skip
        protocols = [
            ProtocolEntry(
                name=name, file=f"{name}.yaml", digest="0", source="photos", pictures=1, failures=0
            )
            for name in self.protocols
        ]
        backbones = [BackboneEntry(name=m, card={}, digest="0", dimension=4) for m in self.models]
        return Manifest(
            status="started", study="s", run="r", created="2026-01-01T00:00:00Z",
            protocols=tuple(protocols), backbones=tuple(backbones),
            thresholds=tuple(ThresholdEntry(backbone=m, **entry) for m in self.models),
        )  # fmt: skip

    def _cells(self, varied: Protocol, model: str):
        for condition in varied.conditions:
            key = (varied.name, condition.key)
            rate = self.rates.get((model, *key), self.rates.get(key, 0.0))
            rate = rate if self.threshold is not None else np.nan
            base = {"protocol": varied.name, "backbone": model, "variant": "unmasked"}
            base |= {"i": condition.index, "j": varied.standard.index}
            ends = {
                "fnmr_low": max(0, rate - self.width), "fnmr_high": min(1, rate + self.width),
            }  # fmt: skip
            ends |= {f"fnmr_joint_{end}": ends[f"fnmr_{end}"] for end in ("low", "high")}
            yield base | {"kind": "mated", "fnmr": rate} | ends
            yield base | {"kind": "at_large", "fmr_observed": self.passing}
            if self.alike is not None:
                yield base | {"kind": "alike", "fmr_observed": self.alike}


def answer(run: Run, site: str, model: str = "a.x"):
    """The verdict on one model."""
    return next(v for v in advise(run, site).verdicts if v.backbone == model)
