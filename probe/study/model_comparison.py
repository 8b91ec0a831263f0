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
from probe.wording import Message, refusal


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
    place = Message("study-two-runs", {"first": str(first.path), "second": str(second.path)})
    digests = [{e.name: e.digest for e in run.manifest.protocols} for run in (first, second)]
    if digests[0].keys() != digests[1].keys():
        names = " / ".join(", ".join(names) for names in digests)
        raise refusal(
            RunError,
            Message("study-other-protocols", {"names": names}),
            place=place,
            hint=Message("study-one-protocol-file"),
        )
    for name, digest in digests[0].items():
        if digest == digests[1][name]:
            continue
        if keys := first.protocols[name].different_keys(second.protocols[name]):
            raise refusal(
                RunError,
                Message("study-protocol-differs", {"name": name, "keys": tuple(keys)}),
                place=place,
                hint=Message("study-protocol-differs-step"),
            )
    if first.manifest.images_digest != second.manifest.images_digest:
        raise refusal(
            RunError,
            Message("study-other-pictures"),
            place=place,
            hint=Message("study-other-pictures-step"),
        )
    rates = [run.manifest.options.get("fmr") for run in (first, second)]
    if rates[0] != rates[1]:
        raise refusal(
            RunError,
            Message("study-other-rates", {"first": str(rates[0]), "second": str(rates[1])}),
            place=place,
            hint=Message("study-other-rates-step", {"rate": str(rates[0])}),
        )
    halves = [bool(run.manifest.options.get("split_strangers")) for run in (first, second)]
    if halves[0] != halves[1]:
        raise refusal(
            RunError,
            Message("study-other-halves"),
            place=place,
            hint=Message("study-other-halves-step"),
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
