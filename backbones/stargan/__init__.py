"""StarGAN for camera styles (Zhong et al., ECCV 2018, `stargan4reid`): pictures in the style of
another camera. It draws pictures and gives no vectors; `probe generate` uses it.
"""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from probe.contracts import BackboneCard, BackboneSpec, Runtime
from probe.errors import BackboneError
from probe.wording import Message, refusal


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> NoReturn:
    raise refusal(
        BackboneError,
        Message("backbones-stargan-draws"),
        place=weights,
        hint=Message("backbones-stargan-draw-with"),
    )


spec = BackboneSpec(cards=(), load=_load)
"""No card: nothing that compares people can be named of it."""
