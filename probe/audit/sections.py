"""The sections of `examination.json` held against what was computed again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from probe.audit.agreement import ColumnAgreement, column_agreement
from probe.audit.computed import Computed
from probe.audit.examination import changed_cells, missed_on_curve
from probe.audit.held import rows_held
from probe.runs.examination import TraceRecord
from probe.runs.paths import EXAMINATION, UNMASKED
from probe.runs.reading import Run

MODEL = ("protocol", "backbone")

NAMES = {
    "examined": MODEL,
    "curves": (*MODEL, "condition", "fmr"),
    "identification": (*MODEL, "condition", "figure", "gallery"),
    "people": (*MODEL, "person"),
    "calibration": MODEL,
    "flow": (*MODEL, "people"),
    "groups": (*MODEL, "attribute", "group"),
    "group_pairs": (*MODEL, "attribute", "first", "second"),
    "differentials": (*MODEL, "attribute", "error", "worst", "best"),
}
"""The fields that name a row."""


def sections_held(run: Run, computed: Computed) -> Iterator[ColumnAgreement]:
    """Every section whose rows are computed again; none of an older run."""
    import pandas as pd

    record = run.examination
    if record is None:
        return
    for section, names in NAMES.items():
        rows = computed.sections[section]
        figures = next(iter(rows.values()), {})
        stored: list[dict[str, object]] = list(record[section])  # type: ignore[literal-required]
        table = pd.DataFrame(stored) if stored else pd.DataFrame(columns=[*names, *figures])
        for column in rows_held(EXAMINATION, table, names, rows):
            yield replace(column, column=f"{section}: {column.column}")
    yield _traces_held(record["traces"], computed)


def _traces_held(records: Sequence[TraceRecord], computed: Computed) -> ColumnAgreement:
    """Every stored point of a curve lies on that of the scores."""
    stored: list[float] = []
    again: list[float] = []
    for key, standing in computed.standings.items():
        cells = dict(changed_cells(standing)) if key[2] == UNMASKED else {}
        for record in records:
            if (record["protocol"], record["backbone"]) != key[:2] or not cells:
                continue
            stored += record["fnmr"]
            again += [missed_on_curve(cells[record["condition"]], x) for x in record["fmr"]]
    return column_agreement(EXAMINATION, "traces: fnmr", stored, again)


def sections_left_out(run: Run, columns: Sequence[ColumnAgreement]) -> Iterator[str]:
    """Numbers of sections that were not computed again, as `file: section: field`."""
    compared = {column.column for column in columns if column.table == EXAMINATION}
    naming = {name for names in NAMES.values() for name in names}
    record = run.examination
    for section, rows in record.items() if record is not None else ():
        fields: dict[str, None] = {}
        assert isinstance(rows, list)
        for row in rows:
            numbers = (name for name, value in row.items() if isinstance(value, int | float))
            fields |= dict.fromkeys(name for name in numbers if name not in naming)
        for name in fields:
            if f"{section}: {name}" not in compared:
                yield f"{EXAMINATION}: {section}: {name}"
