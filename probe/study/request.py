"""What the user asked a study to do: the options of `probe run`, each declared once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from probe.contracts import WrappedModel
from probe.errors import UsageError
from probe.files.store_address import is_address, read_address
from probe.options import (
    ClusterOptions,
    Option,
    as_tuple,
    check_options,
    deciding_values,
    manifest_options,
)
from probe.options.paths import check_new_folder
from probe.options.shares import parse_share
from probe.wording import Message, refusal, wording_of

if TYPE_CHECKING:
    from probe.pictures.acquisition import PictureSource

FMR = 0.01
"""The false match rate thresholds are set for by default (ours): the lowest round rate that the
eight rendered people of a default run resolve."""

FURTHER_FMR = (0.001,)
"""Further rates at which errors are stated by default, where the strangers resolve them (ours: a
tenth of the first)."""


MOST_SUBJECTS = 23**3
"""People a study renders at most (ours): of the renderer's first 12,167 people any two differ in at
least seven of nine traits (`probe.scenes.identity`), further ones look more alike."""


def parse_rates(text: str) -> list[float]:
    """`0.01`, `1%` or `0.01,0.001`, as `--fmr` takes them.

    Raises:
        ValueError: not numbers; the message says how a rate is written.
    """
    try:
        return [parse_share(part) for part in text.split(",")]
    except ValueError:
        raise ValueError(wording_of().text("option-no-rate", text=repr(text))) from None


def _check_rates(fmr: float | Sequence[float]) -> None:
    if not as_tuple(fmr):
        raise refusal(UsageError, Message("study-name-a-rate"), hint=Message("study-rate-step"))


@dataclass(frozen=True)
class StudyRequest(ClusterOptions):
    """What the user asked a study to do: fields as they were given, properties as they are used."""

    protocol: Annotated[
        str | Path | Sequence[str | Path],
        Option(Message("help-run-protocol"), repeats=True, decides="content"),
    ]
    backbones: Annotated[
        str | WrappedModel | Sequence[str | WrappedModel],
        Option(
            Message("help-run-backbone"),
            "NAME[=WEIGHTS]",
            flag="--backbone",
            repeats=True,
            decides="content",
        ),
    ] = ()
    _: KW_ONLY
    masks: Annotated[
        str | Sequence[str],
        Option(
            Message("help-run-mask"),
            "NAME[=WEIGHTS]",
            flag="--mask",
            repeats=True,
            decides="content",
        ),
    ] = ()
    attention: Annotated[bool, Option(Message("help-run-attention"), decides="value")] = False
    remedies: Annotated[bool, Option(Message("help-run-remedies"), decides="value")] = False
    remedy: Annotated[
        str | Sequence[str],
        Option(Message("help-run-remedy"), "NAME=FILE", repeats=True, decides="content"),
    ] = ()
    photos: Annotated[
        str | Path | None, Option(Message("help-photos"), "DIR", decides="content")
    ] = None
    subjects: Annotated[
        int | None,
        Option(
            Message("help-run-subjects", {"most": MOST_SUBJECTS}),
            "N",
            within=(1, MOST_SUBJECTS),
            decides="content",
        ),
    ] = None
    fmr: Annotated[
        float | Sequence[float],
        Option(
            Message("help-run-fmr"),
            "RATE[,RATE]",
            repeats=True,
            parse=parse_rates,
            between=(0, 1),
            decides="value",
        ),
    ] = (FMR, *FURTHER_FMR)
    split_strangers: Annotated[
        bool, Option(Message("help-run-split-strangers"), decides="value")
    ] = False
    pictures: Annotated[
        bool,
        Option(
            Message("help-run-pictures"), flag_help=Message("help-run-no-pictures"), decides="value"
        ),
    ] = True
    pixelate_faces: Annotated[bool, Option(Message("help-run-pixelate-faces"), decides="value")] = (
        False
    )
    site: Annotated[
        str | None, Option(Message("help-site"), "TEXT", decides="value", manifest="given")
    ] = None
    out: Annotated[
        str | Path, Option(Message("help-run-out"), "DIR", check=check_new_folder, manifest="never")
    ] = "runs"
    resume: Annotated[bool, Option(Message("help-run-resume"), manifest="never")] = False

    any_size: Annotated[bool, Option(Message("help-run-any-size"), manifest="never")] = False

    def check(self) -> None:
        """Refuse options that are not possible, or do not fit together.

        Raises:
            UsageError: says which, and what to write instead.
        """
        check_options(self)
        _check_rates(self.fmr)
        if self.photos is not None and is_address(self.photos):
            read_address(self.photos)
        if self.subjects is not None and self.photos is not None:
            raise refusal(
                UsageError,
                Message("study-subjects-rendered"),
                hint=Message("study-subjects-rendered-step"),
            )
        self.check_for_cluster()
        if "scene" in self.masker_names and self.photos is not None:
            raise refusal(
                UsageError, Message("study-mask-scene"), hint=Message("study-mask-scene-step")
            )

    @property
    def protocols(self) -> tuple[str | Path, ...]:
        """Protocols and folders of them, as `probe.protocol.finding` reads them."""
        return as_tuple(self.protocol)

    @property
    def backbone_names(self) -> tuple[str | WrappedModel, ...]:
        """The backbones asked for, as `probe.embedding.registry` reads them."""
        return as_tuple(self.backbones)

    @property
    def masker_names(self) -> tuple[str, ...]:
        """The maskers asked for, as `probe.masking.registry` reads them."""
        return as_tuple(self.masks)

    @property
    def own_remedies(self) -> tuple[str, ...]:
        """Remedies asked for with a file, as `probe.remedies.own` reads them."""
        return as_tuple(self.remedy)

    @property
    def tries_remedies(self) -> bool:
        """Whether remedies are tried."""
        return self.remedies or bool(self.own_remedies)

    @property
    def picture_source(self) -> PictureSource:
        """Where the pictures come from."""
        from probe.pictures.acquisition import PictureSource

        return PictureSource(
            self.photos, self.subjects, self.cache_folder, self.workers, self.decoding_threads
        )

    @property
    def runs_folder(self) -> Path:
        """The folder in which the study's folder lies."""
        return Path(self.out)

    @property
    def rate(self) -> float:
        """The false match rate that decides, 0..1."""
        return float(as_tuple(self.fmr)[0])

    @property
    def other_rates(self) -> tuple[float, ...]:
        """The further rates, each once and none of them `rate`."""
        rates = dict.fromkeys(float(rate) for rate in as_tuple(self.fmr))
        return tuple(rate for rate in rates if rate != self.rate)

    def deciding_values(self) -> dict[str, object]:
        """Options whose values decide what a run holds, equal however the same was asked."""
        rates = {"fmr": [self.rate, *self.other_rates]}
        return {**deciding_values(self), **rates, "remedies": self.tries_remedies}

    def manifest_options(self) -> dict[str, object]:
        """The options as they appear in the manifest.

        `fmr` is the rate that decides, `remedies` whether they are tried, however it was asked.
        """
        stated: dict[str, object] = {}
        for name, value in manifest_options(self).items():
            if name == "fmr":
                stated |= {"fmr": self.rate, "further_fmr": list(self.other_rates)}
            elif name == "remedies":
                stated[name] = self.tries_remedies
            else:
                stated[name] = value
        return stated
