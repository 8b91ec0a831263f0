"""Planted paired differences, between two models or with and without a mask."""

import math

import pandas as pd

from probe.conclusions.findings import Facts, find
from probe.files.strict_yaml import parse_yaml
from probe.protocol.checked import protocol_of
from probe.wording import wording_of

DISTANCE = """
name: distance
title: Distance
question: Closer or farther?
factors: [{name: distance, unit: m, kind: ordered, levels: [4, 8, 12], standard: 4}]
photos: {pattern: "{subject}/{level}/{take}.*"}
"""


def row(figure="retention", difference=0.1, low=0.05, high=0.15, differs=True, **changes):
    return {
        "protocol": "distance",
        "variant": "unmasked",
        "backbone_a": "a",
        "backbone_b": "b",
        "figure": figure,
        "condition": "",
        "difference": difference,
        "low": low,
        "high": high,
        "note": "" if math.isfinite(low) else "4 subjects: at least 5 are needed",
        "differs": differs,
        **changes,
    }


def cell(backbone, variant, kind, i, mean, retention):
    ends = {"low": mean - 0.01, "high": mean + 0.01}
    return {
        "protocol": "distance", "backbone": backbone, "variant": variant, "kind": kind,
        "i": i, "j": 0, "mean": mean, "retention": retention, **ends,
        "retention_low": retention - 0.05, "retention_high": retention + 0.05,
    }  # fmt: skip


def table(*backbones, variants=("unmasked",)):
    rows = []
    for backbone in backbones:
        for k, variant in enumerate(variants):
            means = (0.97, 0.9 + 0.04 * k, 0.8 + 0.12 * k)
            for i, mean in enumerate(means):
                rows.append(cell(backbone, variant, "mated", i, mean, mean))
            rows.append(cell(backbone, variant, "at_large", 0, 0.5 + 0.1 * k, math.nan))
    return pd.DataFrame(rows)


def findings_of(backbones=("a", "b"), variants=("unmasked",), **more):
    facts = Facts(backbones, (), subjects=9, pictures=99, variants=variants, **more)
    protocol = protocol_of(parse_yaml(DISTANCE, "test.yaml"))
    findings = find({"distance": protocol}, table(*backbones, variants=variants), facts)
    return {(finding.key, wording_of().either(finding.title)): finding for finding in findings}
