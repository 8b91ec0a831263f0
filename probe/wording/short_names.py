"""How backbones are called where their full names say one thing again and again."""

from __future__ import annotations

from collections.abc import Sequence


def short_names(names: Sequence[str]) -> dict[str, str]:
    """Shown names of backbones: the part after the architecture when all share one.

    `osnet_x0_25.msmt17` and `osnet_x0_25.market1501` are shown as `msmt17` and `market1501`.
    """
    heads = {name.partition(".")[0] for name in names}
    tails = [name.partition(".")[2] for name in names]
    if len(names) > 1 and len(heads) == 1 and all(tails) and len(set(tails)) == len(names):
        return dict(zip(names, tails, strict=True))
    return {name: name for name in names}
