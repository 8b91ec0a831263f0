"""What a run says of a model's scores: its threshold, and the false match rate that this has.

Only of the same model, fitted and masked in the same way: thresholds are no property of an
architecture, and cosines of two models are on two scales.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from probe.contracts import Fit
from probe.embedding.loaded import Loaded
from probe.errors import RunError, UsageError
from probe.runs.manifest import Manifest, ThresholdEntry
from probe.runs.match_file import Calibration
from probe.runs.reading import Run
from probe.wording import Message, refusal


def open_run(path: Path, fit: Fit | None) -> tuple[Run, Fit]:
    """A run whose thresholds can be taken.

    Args:
        path: its folder.
        fit: how crops come to a model's input size; None for as the run has it.

    Returns:
        The run, and how crops come to a model's input size.

    Raises:
        RunError: it is no run, or not complete.
        UsageError: its pictures were fitted in another way.
    """
    run = Run(path)
    if run.manifest.status != "complete":
        raise refusal(
            RunError,
            Message("run-not-complete", {"status": run.manifest.status, "so": "thresholds"}),
            place=path,
            hint=Message("step-finish-run"),
        )
    # All protocols of a run fit pictures alike.
    usual = next(protocol.fit for protocol in run.protocols.values())
    if fit not in (None, usual):
        raise refusal(
            UsageError,
            Message("matching-other-fit", {"usual": usual, "fit": fit}),
            place=path,
            hint=Message("matching-other-fit-step", {"usual": usual}),
        )
    return run, usual


def calibrate(run: Run, models: Sequence[Loaded], variant: str) -> dict[str, Calibration]:
    """What the run says of each model, by the model's name here.

    Args:
        run: from `open_run`.
        models: the models of the match.
        variant: mask variant; `unmasked` for pictures as they are.

    Raises:
        UsageError: a model that the run does not have, or has with other weights; a mask that it
            does not have.
    """
    if variant not in run.manifest.variants:
        raise refusal(
            UsageError,
            Message("matching-no-variant", {"variant": variant}),
            place=run.path,
            hint=Message("matching-no-variant-step", {"variants": tuple(run.manifest.variants)}),
        )
    names = {model.name: _name_in(run.manifest, model, run.path) for model in models}
    return {here: _calibration(run, there, variant) for here, there in names.items()}


def _name_in(manifest: Manifest, model: Loaded, place: Path) -> str:
    """The name that the same model has in a run."""
    same = [entry.name for entry in manifest.backbones if entry.digest == model.digest]
    if same:
        return same[0]
    names = tuple(entry.name for entry in manifest.backbones)
    other = model.name in names
    raise refusal(
        UsageError,
        Message("matching-other-model" if other else "matching-no-model", {"model": model.name}),
        place=place,
        hint=Message("matching-model-step", {"models": names}),
    )


def _calibration(run: Run, backbone: str, variant: str) -> Calibration:
    protocol = next(iter(run.protocols.values()))
    entry = run.manifest.threshold(backbone, variant) or _none(backbone, variant)
    return Calibration(
        run=str(run.path),
        study=run.manifest.study,
        condition=protocol.label(protocol.standard),
        fmr=entry.fmr,
        threshold=entry.value,
        low=entry.true_low,
        high=entry.true_high,
        comparisons=entry.comparisons,
        people=max(entry.subjects, entry.strangers),
        note=entry.note,
    )


def _none(backbone: str, variant: str) -> ThresholdEntry:
    """What stands for a threshold in a run that compared no strangers."""
    return ThresholdEntry(
        backbone=backbone, variant=variant, fmr=0.0, value=None, false_matches=0, comparisons=0,
        subjects=0, strangers=0, resolved=False,
    )  # fmt: skip
