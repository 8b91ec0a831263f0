"""Planted figures for findings: cells whose misses are given, and what follows from them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from probe.conclusions.findings import Facts, find
from probe.files.strict_yaml import parse_yaml
from probe.protocol.checked import protocol_of
from probe.protocol.model import Protocol
from probe.runs.manifest import ThresholdEntry
from probe.runs.stored import Finding
from probe.wording import wording_of


def in_words(finding: Finding) -> str:
    return wording_of().either(finding.message)


def protocol(text: str) -> Protocol:
    return protocol_of(parse_yaml(text, "test.yaml"))


DISTANCE = """
name: distance
title: Distance
question: Closer or farther?
factors: [{name: distance, unit: m, kind: ordered, levels: [2, 4, 6, 8, 10], standard: 4}]
photos: {pattern: "{subject}/{level}/{take}.*"}
"""
TURN = """
name: turn
title: Orientation
question: Turned?
factors:
  - {name: orientation, unit: "°", kind: circular, levels: [0, 90, 180, 270], standard: 180}
series:
  name: backpack
  levels: [{value: "off", label: without backpack}, {value: "on", label: with backpack}]
  standard: "off"
photos: {pattern: "{subject}/{series}/{level}/{take}.*"}
"""
CLOTHES = """
name: clothes
title: Clothing
question: Clothes?
expectation: sensitive
factors: [{name: clothing, levels: [white, grey, red], standard: white}]
photos: {pattern: "{subject}/{level}/{take}.*"}
"""


def threshold(backbone: str, value: float | None = 0.6) -> ThresholdEntry:
    return ThresholdEntry(
        backbone=backbone,
        variant="unmasked",
        fmr=0.01,
        value=value,
        false_matches=10,
        comparisons=1000,
        subjects=20,
        strangers=20,
        resolved=value is not None,
        note="" if value is not None else "1 % needs at least 7 people, there are 3",
    )


def facts(*backbones: str, cut: float | None = 0.6, subjects: int = 20) -> Facts:
    return Facts(
        backbones=backbones,
        thresholds=tuple(threshold(name, cut) for name in backbones),
        subjects=subjects,
        pictures=100,
    )


def cells(
    varied: Protocol,
    fnmr: dict[str, list[float]],
    *,
    alike: float | None = 0.9,
    counted: bool = True,
    width: float = 0.02,
) -> pd.DataFrame:
    """Cells whose misses against the standard are `fnmr[backbone][condition]`."""
    standard = varied.standard.index
    rows = []
    for backbone, rates in fnmr.items():
        for i in range(len(rates)):
            for j in range(len(rates)):
                rate = rates[max(i, j, key=lambda k: rates[k])] if standard in (i, j) else 0.0
                base = {
                    "protocol": varied.name,
                    "backbone": backbone,
                    "variant": "unmasked",
                    "i": i,
                    "j": j,
                }
                rows.append(base | {"kind": "mated"} | _mated(rate, width, counted=counted))
                rows.append(
                    base
                    | {"kind": "at_large", "mean": 0.3, "fmr_observed": 0.01 if counted else np.nan}
                )
                if alike is not None:
                    rows.append(base | {"kind": "alike", "mean": 0.8, "fmr_observed": alike})
    return pd.DataFrame(rows)


def _mated(rate: float, width: float, *, counted: bool) -> dict[str, float]:
    kept = 1 - 0.5 * rate
    return {
        "mean": 0.95 - 0.3 * rate,
        "low": 0.9 - 0.3 * rate,
        "high": 0.99 - 0.3 * rate,
        "fnmr": rate if counted else np.nan,
        "fnmr_low": max(0.0, rate - width) if counted else np.nan,
        "fnmr_high": min(1.0, rate + width) if counted else np.nan,
        # Limits that hold together, a little wider than those of each level.
        "fnmr_joint_low": max(0.0, rate - 1.5 * width) if counted else np.nan,
        "fnmr_joint_high": min(1.0, rate + 1.5 * width) if counted else np.nan,
        "retention": kept,
        "retention_low": kept - 0.05,
        "retention_high": kept + 0.05,
    }


def sentences_of(
    protocols: list[Protocol], table: pd.DataFrame, planted: Facts
) -> dict[str, list[str]]:
    """What is found, in words, by key."""
    sentences: dict[str, list[str]] = {}
    for finding in find({p.name: p for p in protocols}, table, planted):
        sentences.setdefault(finding.key, []).append(in_words(finding))
    return sentences
