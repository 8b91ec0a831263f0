"""Is a stored run what its vectors say? Every figure computed again and compared."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

from probe.manifest import ThresholdEntry
from probe.rebuild import deviations, recompute
from probe.store import Run


@dataclass(frozen=True)
class Verdict:
    """What a verification found.

    Attributes:
        figures: how many stored figures were computed again.
        problems: what differs, in words; empty when everything agrees.
    """

    figures: int
    problems: tuple[str, ...]


def verify(run: Run) -> Verdict:
    """Check the hash of every file, and compute every figure again from the stored vectors.

    Cells, paired differences, thresholds and sentences are compared; numbers to 1e-9.

    Raises:
        RunError: the run is unfinished, or a file needed for the computation is missing.
    """
    problems = [f"{name} was changed or is missing" for name in run.changed_files()]
    results, thresholds = recompute(run)
    cells, differences = results.cells(), results.differences()
    problems += [f"cells.parquet: {told}" for told in deviations(run.cells, cells)]
    problems += [
        f"differences.parquet: {told}" for told in deviations(run.differences, differences)
    ]
    changes = results.changes()
    if run.changes is not None:
        problems += [f"changes.parquet: {told}" for told in deviations(run.changes, changes)]
    problems += _thresholds(run.manifest.thresholds, thresholds)
    stored = [asdict(each) for each in run.findings]
    if stored != [asdict(each) for each in results.findings(run.manifest)]:
        problems.append("findings.json: other sentences follow from the figures")
    return Verdict(int(cells.size + differences.size + changes.size), tuple(problems))


def _thresholds(stored: tuple[ThresholdEntry, ...], computed: list[ThresholdEntry]) -> list[str]:
    if len(stored) != len(computed):
        return [f"{len(stored)} thresholds stored, {len(computed)} computed"]
    return [
        f"threshold of {old.backbone} ({old.variant}): stored {old.value}, computed {new.value}"
        for old, new in zip(stored, computed, strict=True)
        if old.false_matches != new.false_matches or not _same(old.value, new.value)
    ]


def _same(first: float | None, second: float | None) -> bool:
    if first is None or second is None:
        return first is second
    return math.isclose(first, second, abs_tol=1e-9)
