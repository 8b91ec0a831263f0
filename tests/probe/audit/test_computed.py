"""Every row of every table of a run is computed again."""

from probe.audit.computed import NAMES, computed_again
from probe.audit.held import tables_of


def test_the_rows_are_those_of_the_run(stored):
    computed = computed_again(stored)
    for name, table in tables_of(stored).items():
        places = {tuple(row) for row in table[list(NAMES[name])].itertuples(index=False)}
        assert places == set(computed.rows[name]), name
