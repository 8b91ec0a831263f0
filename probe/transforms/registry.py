"""The transforms by name: modules of `probe.transforms.shipped`, and those of third parties."""

from __future__ import annotations

from probe.errors import ProtocolError
from probe.registries import Registry
from probe.transforms.transform import TransformSpec

TRANSFORMS = Registry(
    noun="transform",
    kind=TransformSpec,
    group="probe.transforms",
    packages=("probe.transforms.shipped",),
    error=ProtocolError,
)
