"""What an evaluation on a re-identification data set is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from probe.contracts import Fit


@dataclass(frozen=True)
class EvaluationRequest:
    """What `probe evaluate` is asked for.

    Attributes:
        data: `FORM=DIR`.
        backbones: as `--backbone` names them.
        rule: a name of `probe.retrieval.RULES`.
        fit: how pictures come to the input size; `card` is as the model was trained.
        flip: add the vector of the mirrored picture.
        rerank: also k-reciprocal re-ranking.
        seed: of the sampled galleries of the `cuhk03` rules.
    """

    data: str
    backbones: tuple[str, ...]
    rule: str = "market1501"
    fit: Fit = "card"
    flip: bool = False
    rerank: bool = False
    seed: int = 0
