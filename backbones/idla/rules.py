"""How a pair network compares two maps: as the paper has it, or with the slips of copied ports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Port = Literal["paper", "tensorflow", "keras"]


@dataclass(frozen=True)
class PairRules:
    """What differs between the paper and ports of it; the defaults are the paper's.

    Attributes:
        tied: both pictures go through the same convolutions; else the second has its own.
        swapped: the second difference exchanges the roles of the maps; else it is -K.
        in_blocks: a place's 5x5 differences lie side by side before the stride-5 convolution; else
            they are laid out row by row, so that its windows mix neighbouring places.
        rectified: differences below 0 become 0; else they lose their sign.
        ceiling: the last pooling keeps a last odd row; else it leaves it out.
        same: column of the logits that stands for one person.
    """

    tied: bool = True
    swapped: bool = True
    in_blocks: bool = True
    rectified: bool = True
    ceiling: bool = True
    same: Literal[0, 1] = 1


PORTS: Mapping[str, PairRules] = {
    "paper": PairRules(),
    # github.com/digitalbrain79/person-reid, run.py: three slips, and its order of the classes.
    "tensorflow": PairRules(tied=False, swapped=False, in_blocks=False, same=0),
    # github.com/Ning-Ding/Implementation-CVPR2015-CNN-for-ReID, model_for_cuhk03.py.
    "keras": PairRules(rectified=False, ceiling=False),
}
"""Name of a port -> its rules. The paper numbers no classes; column 1 for one person is ours."""
