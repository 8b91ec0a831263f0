"""A stored run held against what follows from its vectors, figure by figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probe.audit.agreement import ColumnAgreement
from probe.audit.computed import NAMES, computed_again
from probe.audit.held import histograms_held, pairs_held, tables_held, tables_of, thresholds_held
from probe.audit.sections import sections_held, sections_left_out
from probe.runs.paths import INTERACTIONS
from probe.runs.reading import Run


@dataclass(frozen=True)
class Audit:
    """What an independent computation says of a run.

    Attributes:
        columns: one entry a column, file after file.
        left_out: columns of numbers that were not computed again, as `file: column`; a file alone
            where none of it was.
    """

    columns: tuple[ColumnAgreement, ...]
    left_out: tuple[str, ...]

    @property
    def differing(self) -> tuple[ColumnAgreement, ...]:
        """The columns that hold a figure which does not follow."""
        return tuple(column for column in self.columns if column.differing)


def audit(run: Run) -> Audit:
    """Compute the figures of a run again by brute force, and hold what is stored against them.

    Raises:
        DamagedFileError: a file needed for it is not what was written.
    """
    computed = computed_again(run)
    columns = (
        *tables_held(run, computed),
        *pairs_held(run, computed),
        *histograms_held(run, computed),
        *thresholds_held(run, computed),
        *sections_held(run, computed),
    )
    return Audit(columns, tuple(_left_out(run, columns)))


def _left_out(run: Run, columns: tuple[ColumnAgreement, ...]) -> Iterator[str]:
    compared = {(column.table, column.column) for column in columns}
    for name, table in tables_of(run).items():
        for column in table.columns:
            number = table[column].dtype.kind in "biuf" and column not in NAMES[name]
            if number and (name, column) not in compared:
                yield f"{name}: {column}"
    if run.interactions is not None:
        yield INTERACTIONS
    yield from sections_left_out(run, columns)
