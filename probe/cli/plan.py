"""`probe plan`: how many people and pictures a protocol needs."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from probe.options import Option
from probe.options.paths import check_new_file, check_replacing
from probe.options.shares import parse_share
from probe.wording import Message, refusal

if TYPE_CHECKING:
    from probe.protocol.model import Protocol
    from probe.statistics import Plan
    from probe.study.workload import Workload


@dataclass(frozen=True)
class PlanRequest:
    """What `probe plan` is asked for."""

    protocol: Annotated[str, Option(Message("help-plan-protocol"))]
    fmr: Annotated[
        float, Option(Message("help-plan-fmr"), "RATE", parse=parse_share, between=(0, 1))
    ] = 0.01
    width: Annotated[float, Option(Message("help-plan-width"), "WIDTH", between=(0, 1))] = 0.2
    takes: Annotated[int | None, Option(Message("help-plan-takes"), "N", least=1)] = None
    fnmr: Annotated[
        float, Option(Message("help-plan-fnmr"), "RATE", parse=parse_share, within=(0, 1))
    ] = 0.1
    correlation: Annotated[float, Option(Message("help-plan-correlation"), "R", within=(0, 1))] = (
        0.5
    )
    subjects: Annotated[
        int | None, Option(Message("help-plan-subjects"), "N", within=(1, 10_000))
    ] = None
    sheet: Annotated[
        Path | None, Option(Message("help-plan-sheet"), "PDF", check=check_new_file)
    ] = None
    force: Annotated[bool, Option(Message("help-force"))] = False


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe plan`."""
    from probe.cli.arguments import add_json, add_options

    add_options(parser, PlanRequest)
    add_json(parser)


def call(args: argparse.Namespace) -> int:
    """Print the numbers, and write the capture sheet."""
    import json
    from dataclasses import asdict

    from probe.cli.arguments import request_from
    from probe.errors import UsageError
    from probe.protocol.finding import load_protocol
    from probe.statistics import plan
    from probe.study.workload import planned_counts, workload
    from probe.wording import wording_of

    asked = request_from(PlanRequest, args)
    if asked.subjects and asked.sheet is None:
        raise refusal(
            UsageError,
            Message("command-subjects-no-sheet"),
            hint=Message("command-subjects-no-sheet-step"),
        )
    if asked.sheet is not None:
        check_replacing(asked.sheet, asked.force)
    protocol = load_protocol(asked.protocol)
    takes = asked.takes or protocol.takes
    sample = plan(asked.fmr, asked.width, takes, asked.fnmr, asked.correlation)
    conditions = len(protocol.conditions)
    taken = len(protocol.taken)
    pictures = sample.subjects * takes * taken + sample.further_strangers * takes
    counts = planned_counts(protocol, sample.subjects, takes, sample.further_strangers)
    work = workload([counts], models=1)
    if args.json:
        counted = {"conditions": conditions, "photographed": taken, "pictures": pictures}
        planned = {**asdict(sample), **counted}
        print(json.dumps(planned | asdict(work)))
    else:
        for line in _lines(asked, protocol, sample, takes, pictures, work):
            print(line)
    if asked.sheet:
        from probe.reports.capture_sheet import write_sheet

        write_sheet(
            protocol, asked.subjects or sample.subjects, takes, asked.sheet, wording_of().language
        )
        print(wording_of().text("cli-written", file=str(asked.sheet)))
    return 0


def _lines(
    asked: PlanRequest, protocol: Protocol, sample: Plan, takes: int, pictures: int, work: Workload
) -> list[str]:
    from probe.cores import cores
    from probe.protocol.labels import text_value
    from probe.study.workload import rendering_values
    from probe.wording import wording_of
    from probe.wording.columns import left

    words = wording_of()
    everywhere, standard = words.text("cli-plan-everywhere"), words.text("cli-plan-standard")
    counts = (
        (words.text("cli-plan-subjects"), sample.subjects, everywhere),
        (words.text("cli-plan-strangers"), sample.further_strangers, standard),
        (words.text("cli-plan-pictures"), pictures, ""),
        (words.text("cli-plan-comparisons"), work.comparisons, words.text("cli-plan-each")),
    )
    wide = max(6, *(len(words.numbers.count(count)) for _, count, _ in counts))
    title = text_value(protocol.title)
    conditions = len(protocol.conditions)
    lines = [words.text("cli-plan-protocol", title=title, conditions=conditions, takes=takes)]
    lines += [
        f"{left(name, 19)} {words.numbers.count(count):>{wide}}  {where}".rstrip()
        for name, count, where in counts
    ]
    if (taken := len(protocol.taken)) < conditions:
        lines.append(words.text("cli-plan-made", taken=taken, conditions=conditions))
    rates = {"fnmr": asked.fnmr, "width": sample.width, "asked": asked.width, "fmr": asked.fmr}
    lines.append(words.text("cli-plan-then", **rates, people=sample.people_for_fmr))
    lines.append(words.text("cli-plan-workload", **work.values()))
    if protocol.scene is not None:
        rendered = rendering_values(protocol, sample.subjects, cores())
        lines.append(words.text("cli-plan-rendering", **rendered))
    place = protocol.photos.across if protocol.photos else "session" if protocol.again else None
    if place is not None:
        lines.append(words.text("cli-plan-across", place=place))
    return lines
