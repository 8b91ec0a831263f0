"""All findings of a study, each with the cells it rests on."""

import pandas as pd

from probe.conclusions.findings import find
from tests.probe.conclusions.planted import DISTANCE, TURN, cells, facts, protocol


def test_findings_rest_on_cells_that_exist() -> None:
    far, turn = protocol(DISTANCE), protocol(TURN)
    table = pd.concat(
        [
            cells(far, {"a": [0, 0, 0.2, 0.4, 0.8], "b": [0.0] * 5}),
            cells(turn, {"a": [0.2] * 8, "b": [0, 0, 0, 0, 0.5, 0.5, 0.5, 0.5]}),
        ]
    )
    keys = ["protocol", "backbone", "variant", "kind", "i", "j"]
    stored = {tuple(row) for row in table[keys].itertuples(index=False)}
    sentences = find({"distance": far, "turn": turn}, table, facts("a", "b"))
    assert {finding.key for finding in sentences} == {
        "verdict",
        "headline",
        "deck",
        "before",
        "factor",
        "break",
        "breaking",
        "usable",
        "advice",
    }
    for finding in sentences:
        assert all(tuple(cell[k] for k in keys) in stored for cell in finding.cells)
