"""The remedies by name: modules of `probe.remedies.shipped`, and what third parties register."""

from __future__ import annotations

from probe.errors import ComparisonError
from probe.registries import Registry
from probe.remedies.remedy import Remedy

REMEDIES = Registry(
    noun="remedy",
    kind=Remedy,
    group="probe.remedies",
    packages=("probe.remedies.shipped",),
    error=ComparisonError,
    separator="-",
)


def remedies_in_order() -> dict[str, Remedy]:
    """Name -> remedy of all that are registered, in the order they are listed and applied."""
    remedies = REMEDIES.all()
    return dict(sorted(remedies.items(), key=lambda item: (item[1].rank, item[0])))
