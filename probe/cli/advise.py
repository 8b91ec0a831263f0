"""`probe advise`: which models of a run may be used at a site."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from probe.options import Option
from probe.wording import Message, refusal

if TYPE_CHECKING:
    from probe.conclusions.site import SiteAdvice

REQUIREMENT_NOT_MET = 1
"""Exit code where a model gets a lesser answer than is required."""


@dataclass(frozen=True)
class AdviceRequest:
    """What `probe advise` is asked for."""

    run: Annotated[Path, Option(Message("help-run-folder"))]
    site: Annotated[str, Option(Message("help-advise-site"), "TEXT", flag="--site")]
    variant: Annotated[str, Option(Message("help-advise-variant"), "NAME")] = "unmasked"
    require: Annotated[
        Literal["use", "promising"] | None, Option(Message("help-advise-require"))
    ] = None
    models: Annotated[
        Sequence[str], Option(Message("help-advise-model"), "NAME", flag="--model", repeats=True)
    ] = ()


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe advise`."""
    from probe.cli.arguments import add_json, add_options

    add_options(parser, AdviceRequest)
    add_json(parser)


def call(args: argparse.Namespace) -> int:
    """Print what each model may be used for, the usable ones first."""
    import json

    from probe.cli.arguments import request_from
    from probe.conclusions.site import advise
    from probe.conclusions.site.printed import with_texts
    from probe.errors import UsageError
    from probe.runs.names import check_names
    from probe.runs.reading import Run
    from probe.wording import wording_of

    asked = request_from(AdviceRequest, args)
    if asked.models and asked.require is None:
        raise refusal(
            UsageError,
            Message("command-model-without-require"),
            hint=Message("command-add-require"),
        )
    run = Run(asked.run)
    check_names(run.manifest, variant=asked.variant)
    failed = {one.name for one in run.manifest.failed_backbones}
    for name in {*asked.models} - failed:
        check_names(run.manifest, backbone=name)
    advice = advise(run, asked.site, variant=asked.variant)
    lacking = _lacking(advice, asked)
    if args.json:
        data = with_texts(advice.data(), wording_of())
        if asked.require is not None:
            data["required"] = {"answer": asked.require, "met": not lacking, "lacking": lacking}
        print(json.dumps(data, ensure_ascii=False, allow_nan=False))
    else:
        print(*_lines(advice), *_requirement(asked, lacking), sep="\n")
    return REQUIREMENT_NOT_MET if lacking else 0


def _lacking(advice: SiteAdvice, asked: AdviceRequest) -> list[str]:
    """The models that get a lesser answer than is required, or are not fit to get any."""
    enough = {"use": {"use"}, "promising": {"use", "promising"}}
    if asked.require is None:
        return []
    lesser = [one.backbone for one in advice.verdicts if one.answer not in enough[asked.require]]
    lacking = dict.fromkeys([*lesser, *advice.unfit])
    return [name for name in lacking if not asked.models or name in asked.models]


def _requirement(asked: AdviceRequest, lacking: list[str]) -> list[str]:
    """The last line, where something is required."""
    from probe.wording import wording_of

    if asked.require is None:
        return []
    text = wording_of().text(
        "cli-advise-required", answer=asked.require, models=tuple(lacking), count=len(lacking)
    )
    return ["", text]


def _lines(advice: SiteAdvice) -> list[str]:
    from probe.wording import wording_of

    words = wording_of()
    lines = [words.text("cli-advise-site", site=advice.site.text)]
    for verdict in advice.sorted():
        answer = words.text("site-answer", answer=verdict.answer)
        lines += ["", words.text("cli-advise-model", model=verdict.backbone, answer=answer)]
        lines += [f"  {words.either(sentence.message)}" for sentence in verdict.sentences]
    lines += ["", words.text("cli-advise-rests-on")]
    return lines + [f"  {words(note)}" for note in advice.notes]
