"""Two stored runs of the same pictures: their backbones, paired."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from probe.comparison import ModelDifference, ModelGroup, Standing, compare_models
from probe.errors import RunError
from probe.protocol.model import Protocol
from probe.runs.paths import UNMASKED
from probe.runs.reading import Run
from probe.study.recomputation import image_sets, stored_variant


@dataclass(frozen=True)
class ProtocolDifferences:
    """The differences between two runs on one protocol.

    Attributes:
        protocol: the protocol.
        differences: every backbone of the second run against every backbone of the first.
    """

    protocol: Protocol
    differences: tuple[ModelDifference, ...]


def compare_runs(first: Run, second: Run) -> list[ProtocolDifferences]:
    """Paired differences between the backbones of two runs, protocol by protocol.

    Each backbone is held to its own threshold in its own run.

    Raises:
        RunError: the runs are of other protocols or other pictures, or of different FMR.
    """
    _check(first, second)
    groups: dict[str, ModelGroup] = {}
    for name, protocol in first.protocols.items():
        a, b = _standings(first, name, "1"), _standings(second, name, "2")
        pairs = tuple(product(a, b))
        groups[name] = ModelGroup({**a, **b}, protocol.standard.index, pairs)
    return [
        ProtocolDifferences(first.protocols[name], tuple(differences))
        for name, differences in compare_models(groups).items()
    ]


def _check(first: Run, second: Run) -> None:
    place = f"{first.path} and {second.path}"
    digests = [{e.name: e.digest for e in run.manifest.protocols} for run in (first, second)]
    if digests[0].keys() != digests[1].keys():
        names = " / ".join(", ".join(names) for names in digests)
        raise RunError(
            f"the runs are not of the same protocols ({names})",
            place=place,
            hint="compare runs of one protocol file",
        )
    for name, digest in digests[0].items():
        if digest == digests[1][name]:
            continue
        if keys := first.protocols[name].different_keys(second.protocols[name]):
            raise RunError(
                f"the runs are not of the same protocols: {name} differs in {', '.join(keys)}",
                place=place,
                hint="compare runs of one protocol file; of two, titles, questions and labels may "
                "differ",
            )
    if first.manifest.images_digest != second.manifest.images_digest:
        raise RunError(
            "the runs are not of the same pictures",
            place=place,
            hint="run both models on the same folder: a paired comparison needs the same pictures",
        )
    rates = [run.manifest.options.get("fmr") for run in (first, second)]
    if rates[0] != rates[1]:
        raise RunError(
            f"the thresholds are for different FMR: {rates[0]} and {rates[1]}", place=place
        )
    halves = [bool(run.manifest.options.get("split_strangers")) for run in (first, second)]
    if halves[0] != halves[1]:
        raise RunError(
            "one run sets its thresholds on half of the people, the other on everybody",
            place=place,
            hint="run both with, or both without, --split-strangers",
        )


def _standings(run: Run, protocol: str, mark: str) -> dict[str, Mapping[int, Standing]]:
    """Backbone -> standings; a mark keeps backbones of the same name in two runs apart."""
    sets = image_sets(run)
    images = next(images for images in sets if images.protocol.name == protocol)
    return {
        f"{backbone} ({mark})": stored_variant(run, backbone, UNMASKED, sets)
        .compare(images)
        .standings
        for backbone in run.backbones
    }
