"""`probe advise`: which models of a run may be used at a site."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from probe.options import Option

if TYPE_CHECKING:
    from probe.conclusions.site import SiteAdvice


@dataclass(frozen=True)
class AdviceRequest:
    """What `probe advise` is asked for."""

    run: Annotated[Path, Option("a run directory")]
    site: Annotated[
        str,
        Option(
            'what the cameras will see: "distance=3..10 camera_height=2.3m orientation=any'
            ' fmr=0.01 fnmr=0.1"; fmr is the share of strangers who may pass, fnmr the share of'
            " misses that is acceptable (0.1 where it is not given)",
            "TEXT",
            flag="--site",
        ),
    ]
    variant: Annotated[str, Option("mask variant of the run", "NAME")] = "unmasked"


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
    from probe.runs.names import check_names
    from probe.runs.reading import Run
    from probe.wording import wording_of

    asked = request_from(AdviceRequest, args)
    run = Run(asked.run)
    check_names(run.manifest, variant=asked.variant)
    advice = advise(run, asked.site, variant=asked.variant)
    if args.json:
        data = with_texts(advice.data(), wording_of())
        print(json.dumps(data, ensure_ascii=False, allow_nan=False))
        return 0
    for line in _lines(advice):
        print(line)
    return 0


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
