"""What an evaluation on a re-identification data set is asked for: the options of its command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Annotated, Literal

from probe.contracts import Fit, WrappedModel
from probe.errors import UsageError
from probe.options import MachineOptions, Option, as_tuple, check_options
from probe.retrieval.rules import rule_named
from probe.wording import Message, refusal


@dataclass(frozen=True)
class EvaluationRequest(MachineOptions):
    """What `probe evaluate` is asked for: fields as they were given."""

    data: Annotated[
        str,
        Option(
            "the data set: market1501=DIR, msmt17=DIR, scenes=DIR and so on", "FORM=DIR",
            flag="--data", decides="content",
        ),
    ]  # fmt: skip
    backbones: Annotated[
        str | WrappedModel | Sequence[str | WrappedModel],
        Option("what to evaluate, as in `probe run`", "NAME[=WEIGHTS]", flag="--backbone",
               repeats=True, decides="content"),
    ]  # fmt: skip
    _: KW_ONLY
    rule: Annotated[str, Option("named rule", "NAME", check=rule_named, decides="value")] = (
        "market1501"
    )
    distance: Annotated[
        Literal["cosine", "euclidean"],
        Option(
            "what vectors are compared by: cosine, or the Euclidean distance of vectors as "
            "they are (torchreid's default); figures of the two are not comparable",
            decides="value",
        ),
    ] = "cosine"
    first_stage: Annotated[
        str,
        Option("a backbone; pair scorers only put its 100 nearest gallery pictures in order; the "
               "figures of both stages are given",
               "NAME[=WEIGHTS]", decides="content"),
    ] = ""  # fmt: skip
    fit: Annotated[
        Fit,
        Option("how pictures come to the input size; card: as the model was trained",
               decides="value"),
    ] = "card"  # fmt: skip
    flip: Annotated[bool, Option("add the mirrored picture's vector", decides="value")] = False
    rerank: Annotated[bool, Option("also with k-reciprocal re-ranking", decides="value")] = False
    seed: Annotated[
        int, Option("of sampled galleries (cuhk03 rules)", "N", least=0, decides="value")
    ] = 0

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
