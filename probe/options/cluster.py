"""The option that names a cluster, of the commands that can work on one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from probe.errors import UsageError
from probe.options.declared import Option
from probe.options.machine import MachineOptions
from probe.wording import Message, refusal


def check_cluster(address: str) -> None:
    """Refuse what is no address of a cluster.

    Raises:
        UsageError: says how one is written.
    """
    if not re.fullmatch(r"local|auto|[^\s:/]+:\d+", address):
        raise refusal(
            UsageError,
            Message("study-no-cluster-address", {"address": address}),
            hint=Message("study-cluster-address-step"),
        )


@dataclass(frozen=True, kw_only=True)
class ClusterOptions(MachineOptions):
    """On which machines it is computed."""

    cluster: Annotated[
        str | None,
        Option(Message("help-cluster"), "ADDRESS", check=check_cluster, manifest="never"),
    ] = None

    def check_for_cluster(self) -> None:
        """Refuse what a cluster cannot compute in or on.

        Raises:
            UsageError: says what to leave out, or to write.
        """
        if self.cluster is None:
            return
        if self.precision != "float32":
            raise refusal(
                UsageError,
                Message("study-cluster-float32"),
                hint=Message("study-cluster-float32-step"),
            )
        kind, _, number = self.device.partition(":")
        if number:
            raise refusal(
                UsageError,
                Message("study-cluster-one-gpu", {"device": self.device}),
                hint=Message("study-cluster-one-gpu-step", {"device": kind}),
            )
