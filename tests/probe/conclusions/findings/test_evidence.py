"""One model's figures at chosen conditions."""

import numpy as np

from probe.conclusions.findings.evidence import Place, evidence
from probe.conclusions.findings.facts import Cells
from tests.probe.conclusions.planted import DISTANCE, cells, facts, protocol


def test_figures_inside_beside_and_missing() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0.1, 0.05, 0.2, 0.4, 0.8]})
    table.loc[(table["kind"] == "mated") & (table["i"] == 3), "fnmr"] = np.nan
    study = Cells({"distance": far}, table, facts("a"))
    place = Place("distance", far.conditions[2:4], far.conditions[4:])
    figures = evidence(study, [place], "a")
    assert [(spot.i, spot.value) for spot in figures.inside] == [(2, 0.2)]
    assert [(spot.i, spot.value) for spot in figures.beside] == [(4, 0.8)]
    assert figures.silent == ("8\u00a0m",)
    assert [(spot.i, spot.value) for spot in figures.standard] == [(1, 0.05)]
    assert len(figures.strangers) == len(figures.alike) == 3
    assert figures.worst.i == 2
