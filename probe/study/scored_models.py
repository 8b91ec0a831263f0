"""What the manifest tells of the backbones while a study computes."""

from __future__ import annotations

from probe.embedding.failure import ModelFailure, failure_of
from probe.errors import BackboneError
from probe.runs.manifest import BackboneEntry, FailedBackbone, ThresholdEntry
from probe.runs.writer import RunWriter
from probe.study.results import Results
from probe.study.scoring import ScoredVariant
from probe.wording import Message, as_stored


class ScoredModels:
    """Backbones with their thresholds so far, and those that failed.

    Args:
        results: of the study; figures of a backbone that fails are taken out.
        writer: of the run.

    Attributes:
        entries: backbones by name, as the manifest tells them.
    """

    def __init__(self, results: Results, writer: RunWriter) -> None:
        self.entries: dict[str, BackboneEntry] = {}
        self._results, self._writer = results, writer
        self._thresholds: list[ThresholdEntry] = []
        self._further: list[ThresholdEntry] = []

    def add(self, entry: BackboneEntry, scored: ScoredVariant) -> None:
        """Count in what a backbone did with one variant."""
        self.entries[entry.name] = entry
        threshold, *others = scored.thresholds
        self._thresholds.append(threshold)
        self._further += others

    def failed(self, name: str, error: BackboneError) -> Message:
        """Take a backbone and all its figures out of the study; what is said of it."""
        self._results.remove(name)
        self.entries.pop(name, None)
        self._thresholds = [one for one in self._thresholds if one.backbone != name]
        self._further = [one for one in self._further if one.backbone != name]
        failure = failure_of(name, error)
        write_failure(failure, self._writer)
        return failure.note

    def tell(self) -> None:
        """Write all of it into the manifest."""
        self._writer.update(
            backbones=tuple(self.entries.values()),
            thresholds=tuple(self._thresholds),
            further_thresholds=tuple(self._further),
        )


def write_failure(failure: ModelFailure, writer: RunWriter) -> None:
    """Name a backbone that has no figures in the manifest."""
    entry = FailedBackbone(name=failure.name, reason=failure.reason, hint=failure.hint)
    manifest = writer.manifest
    writer.update(
        failed_backbones=(*manifest.failed_backbones, entry),
        notes=(*manifest.notes, as_stored(failure.note)),
    )
