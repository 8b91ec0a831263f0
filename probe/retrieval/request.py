"""What an evaluation on a re-identification data set is asked for: the options of its command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Annotated, Literal

from probe.contracts import Fit, WrappedModel
from probe.errors import UsageError
from probe.options import ClusterOptions, Option, as_tuple, check_options
from probe.retrieval.rules import rule_named
from probe.wording import Message, refusal


@dataclass(frozen=True)
class EvaluationRequest(ClusterOptions):
    """What `probe evaluate` is asked for: fields as they were given."""

    data: Annotated[
        str, Option(Message("help-evaluate-data"), "FORM=DIR", flag="--data", decides="content")
    ]
    backbones: Annotated[
        str | WrappedModel | Sequence[str | WrappedModel],
        Option(
            Message("help-evaluate-backbone"),
            "NAME[=WEIGHTS]",
            flag="--backbone",
            repeats=True,
            decides="content",
        ),
    ]
    _: KW_ONLY
    rule: Annotated[
        str, Option(Message("help-evaluate-rule"), "NAME", check=rule_named, decides="value")
    ] = "market1501"
    distance: Annotated[
        Literal["cosine", "euclidean"], Option(Message("help-evaluate-distance"), decides="value")
    ] = "cosine"
    first_stage: Annotated[
        str, Option(Message("help-evaluate-first-stage"), "NAME[=WEIGHTS]", decides="content")
    ] = ""
    fit: Annotated[Fit, Option(Message("help-evaluate-fit"), decides="value")] = "card"
    flip: Annotated[bool, Option(Message("help-evaluate-flip"), decides="value")] = False
    rerank: Annotated[bool, Option(Message("help-evaluate-rerank"), decides="value")] = False
    seed: Annotated[int, Option(Message("help-evaluate-seed"), "N", least=0, decides="value")] = 0

    @property
    def backbone_names(self) -> tuple[str | WrappedModel, ...]:
        """The backbones asked for, as `probe.embedding.registry` reads them."""
        return as_tuple(self.backbones)

    def check(self) -> None:
        """Refuse options that are not possible.

        Raises:
            UsageError: says which, and what to write instead.
            ComparisonError: there is no such rule.
        """
        check_options(self)
        self.check_for_cluster()
        if self.rerank and self.distance != "cosine":
            raise refusal(
                UsageError,
                Message("retrieval-rerank-cosines", {"distance": self.distance}),
                hint=Message("retrieval-leave-one-out"),
            )

    def check_pair_scorer(self, name: str) -> None:
        """Refuse what a pair scorer cannot do: it gives no vectors.

        Raises:
            UsageError: says which option.
        """
        for option, asked in (("--flip", self.flip), ("--rerank", self.rerank)):
            if asked:
                raise refusal(
                    UsageError,
                    Message("retrieval-works-on-vectors", {"option": option, "name": name}),
                    hint=Message("retrieval-leave-option-out", {"option": option}),
                )
