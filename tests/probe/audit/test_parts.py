"""One part of the vectors, computed again."""

import pytest

from probe.audit.parts import part_figures
from probe.audit.pictures import albums_of, standard_album
from probe.audit.scores import part_scores


def test_the_figures_of_a_part_are_those_of_the_run(stored):
    scores = part_scores(stored, "stripes", "unmasked")
    name, (alone, share) = next(iter(scores.items()))
    albums = albums_of(stored, alone.images)
    rows = part_figures(
        (albums["turn"], standard_album([albums["turn"]])), alone, share, 0.03, None
    )
    table = stored.parts[stored.parts["part"] == name]
    assert len(rows) == len(table) == 6
    for place, row in table.set_index(["i", "j"]).iterrows():
        for column, value in rows[place].items():
            assert value == pytest.approx(float(row[column]), abs=1e-10, nan_ok=True), column
