"""A run whose tables are always there: one that its kind of run does not have is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from probe.runs.manifest import ThresholdEntry
from probe.runs.reading import Run
from probe.runs.rows import (
    ChangeRow,
    InteractionRow,
    LeaningRow,
    PartRow,
    RateRow,
    table_of,
)

if TYPE_CHECKING:
    import pandas as pd


class RunTables(Run):
    """A run for people who work with it in Python: they need not ask whether a table is None."""

    @property
    def thresholds(self) -> pd.DataFrame:
        """Decision thresholds, one row a backbone, mask variant and rate (see `ThresholdEntry`)."""
        import pandas as pd

        entries = (*self.manifest.thresholds, *self.manifest.further_thresholds)
        rows = [entry.model_dump() for entry in entries]
        return pd.DataFrame(rows, columns=list(ThresholdEntry.model_fields))

    @property
    def changes(self) -> pd.DataFrame:
        """What masks change (see `Run.changes`); without a row in a run without masks."""
        return _table_or_empty(super().changes, ChangeRow)

    @property
    def interactions(self) -> pd.DataFrame:
        """What crossed factors do (see `Run.interactions`); no row where none are crossed."""
        return _table_or_empty(super().interactions, InteractionRow)

    @property
    def rates(self) -> pd.DataFrame:
        """Error rates at every rate asked for (see `Run.rates`); without a row in an older run."""
        return _table_or_empty(super().rates, RateRow)

    @property
    def leanings(self) -> pd.DataFrame:
        """Precision- or recall-first (see `Run.leanings`); without a row in an older run."""
        return _table_or_empty(super().leanings, LeaningRow)

    @property
    def parts(self) -> pd.DataFrame:
        """Single parts of vectors (see `Run.parts`); without a row where no backbone has parts."""
        return _table_or_empty(super().parts, PartRow)


def _table_or_empty(table: pd.DataFrame | None, row_type: type[object]) -> pd.DataFrame:
    """A table, or one with the same columns and no row."""
    return table_of(row_type, ()) if table is None else table
