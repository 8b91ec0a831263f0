"""The package timm, which a plain install does not have."""

from __future__ import annotations

from typing import Any

from probe.backbones._torch.torchvision_import import allow_torchvision
from probe.errors import BackboneError
from probe.wording import Message, refusal


def import_timm() -> Any:
    """The module `timm`.

    Raises:
        BackboneError: it cannot be imported; the message names the extra that brings it.
    """
    allow_torchvision()
    try:
        import timm
    except ImportError as error:
        raise refusal(
            BackboneError,
            Message("weights-no-timm", {"error": str(error)}),
            hint=Message("step-install", {"extra": "timm"}),
        ) from None
    return timm
