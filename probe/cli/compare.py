"""`probe compare`: two runs of the same pictures, or the backbones inside one run."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

from probe.options import Option
from probe.options.paths import check_new_file
from probe.wording import Message, refusal

if TYPE_CHECKING:
    from probe.runs.reading import Run
    from probe.runs.rows import DifferenceRow, ModelDifferenceRow
    from probe.wording import Wording


@dataclass(frozen=True)
class ComparisonRequest:
    """What `probe compare` is asked for."""

    run: Annotated[Sequence[Path], Option(Message("help-compare-run"), repeats=True)]
    out: Annotated[
        Path | None, Option(Message("help-compare-out"), "FILE", check=check_new_file)
    ] = None
    force: Annotated[bool, Option(Message("help-compare-force"))] = False


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe compare`."""
    from probe.cli.arguments import add_json, add_options

    add_options(parser, ComparisonRequest)
    add_json(parser)


def call(args: argparse.Namespace) -> int:
    """Print the differences that are decided, and what could not have been seen."""
    import json
    import sys

    from probe.cli.arguments import request_from
    from probe.cli.result_lines import result_line
    from probe.errors import UsageError
    from probe.runs.reading import Run
    from probe.wording import wording_of

    asked = request_from(ComparisonRequest, args)
    folders = asked.run
    if len(folders) > 2:
        raise refusal(
            UsageError,
            Message("command-runs-given", {"count": len(folders)}),
            hint=Message("command-runs-step"),
        )
    _check_page(asked)
    runs = [Run(folder) for folder in folders]
    rows = _inside(runs[0]) if len(runs) == 1 else _between(*runs)
    # Beside the result, so that what reads the JSON still can.
    if len(runs) == 2 and runs[0].path.resolve() == runs[1].path.resolve():
        print(wording_of().text("cli-compare-same"), file=sys.stderr)
    for line in _could_not_finish(runs):
        print(line, file=sys.stderr)
    if asked.out is not None:
        _write_page(asked.out, (runs[0], runs[1]), rows, force=asked.force)
    if args.json:
        print(json.dumps([{k: _plain(v) for k, v in row.items()} for row in rows]))
        return 0
    if not rows:
        print(wording_of().text("cli-compare-one"))
        return 0
    if len(runs) == 2:
        # Names of models end with these where the runs are two.
        print(*(result_line(f"({n})", run.path) for n, run in enumerate(runs, 1)), sep="\n")
    for line in _lines(rows, wording_of()):
        print(line)
    if asked.out is not None:
        print(result_line("html", asked.out))
    return 0


def _check_page(asked: ComparisonRequest) -> None:
    from probe.errors import UsageError

    if asked.out is None:
        return
    if len(asked.run) != 2:
        raise refusal(UsageError, Message("command-one-run"), hint=Message("command-one-run-step"))
    if asked.out.suffix.lower() != ".html":
        raise refusal(
            UsageError,
            Message("command-comparison-html", {"ending": asked.out.suffix or None}),
            place=asked.out,
            hint=Message("command-comparison-html-step"),
        )


def _write_page(
    path: Path, runs: tuple[Run, Run], rows: Sequence[dict[str, Any]], *, force: bool
) -> None:
    from probe.reports.comparison.page import write_page
    from probe.runs.paths import UNMASKED
    from probe.wording import spoken_language

    differences = [cast("DifferenceRow", {"variant": UNMASKED, **row}) for row in rows]
    write_page(path, runs, differences, _sentences(differences), spoken_language(), force=force)


def _sentences(rows: Sequence[DifferenceRow]) -> dict[str, list[Message]]:
    """What the differences of every pair say, by protocol: which tells people apart better."""
    from probe.conclusions.findings.better import DECIDING
    from probe.conclusions.findings.versus import of_pair

    said: dict[str, list[Message]] = {}
    for protocol, first, second in dict.fromkeys(
        (row["protocol"], row["backbone_a"], row["backbone_b"]) for row in rows
    ):
        mine = [
            row
            for row in rows
            if (row["protocol"], row["backbone_a"], row["backbone_b"]) == (protocol, first, second)
            and row["figure"] in DECIDING
        ]
        overall = [row for row in mine if not row["condition"]] or mine
        names = {first: first, second: second}
        said.setdefault(protocol, []).extend(of_pair(names, overall, (first, second)))
    return said


def _could_not_finish(runs: Sequence[Run]) -> list[str]:
    """Models that a run names and has no figures of: they stand in no comparison."""
    from probe.cli.result_lines import failure_lines

    failed = {one.name: one for run in runs for one in run.manifest.failed_backbones}
    return failure_lines(failed.values())


def _inside(run: Run) -> list[dict[str, Any]]:
    return [{str(k): v for k, v in row.items()} for row in run.differences.to_dict("records")]


def _between(first: Run, second: Run) -> list[dict[str, Any]]:
    from probe.study.model_comparison import compare_runs
    from probe.study.rows import difference_row

    return [
        {"protocol": comparison.protocol.name, **difference_row(comparison.protocol, difference)}
        for comparison in compare_runs(first, second)
        for difference in comparison.differences
    ]


def _lines(rows: list[dict[str, Any]], words: Wording) -> list[str]:
    from probe.conclusions.findings.better import FIGURES

    lines: list[str] = []
    for key in dict.fromkeys(_key(row) for row in rows):
        protocol, variant, first, second = key
        mask = None if variant == "unmasked" else variant
        lines.append(
            words.text("cli-compare-pair", protocol=protocol, mask=mask, first=first, second=second)
        )
        of_pair = [row for row in rows if _key(row) == key]
        lines.append("  " + _answer(of_pair, words))
        # Raw cosines of two models are on different scales: their difference stands in --json only.
        for figure in FIGURES:
            of_figure = [row for row in of_pair if row["figure"] == figure]
            lines += _figure_lines(of_figure, words.text("cli-compare-figure", name=figure), words)
    return lines


def _answer(rows: list[dict[str, Any]], words: Wording) -> str:
    """Which model is better, over all conditions (the only one, where there is one)."""
    from probe.conclusions.findings.better import better_of

    changed = [row for row in rows if not row["condition"]]
    if not changed:
        places = dict.fromkeys(r["condition"] for r in rows if r["figure"] == "retention")
        changed = [row for row in rows if row["condition"] in places]
    result = better_of([cast("ModelDifferenceRow", row) for row in changed])
    if result.answer in {"first", "second"}:
        name = "backbone_a" if result.answer == "first" else "backbone_b"
        return words.text("cli-compare-better", model=str(changed[0][name]))
    return words.text("cli-compare-answer", answer=result.answer)


def _figure_lines(rows: list[dict[str, Any]], figure: str, words: Wording) -> list[str]:
    """All conditions together, then each condition that differs."""
    single = [row for row in rows if row["condition"]]
    lines = [
        "  " + words.text("cli-compare-line", name=figure, text=_sentence(row, words))
        for row in rows
        if not row["condition"]
    ]
    differing = [row for row in single if row["differs"]]
    lines += [
        "    " + words.text("cli-compare-line", name=row["condition"], text=_numbers(row, words))
        for row in differing
    ]
    if not differing and any(row["low"] == row["low"] for row in single):
        lines.append("    " + words.text("cli-compare-none-differs", figure=figure))
    return lines


def _key(row: dict[str, Any]) -> tuple[str, str, str, str]:
    names = ("protocol", "backbone_a", "backbone_b")
    protocol, first, second = (str(row[name]) for name in names)
    return protocol, str(row.get("variant", "unmasked")), first, second


def _sentence(row: dict[str, Any], words: Wording) -> str:
    if row["low"] != row["low"]:
        return words.text("cli-compare-undecided", reason=words.stored(row["note"]))
    numbers = _numbers(row, words)
    if not row["differs"]:
        return words.text("cli-compare-alike", numbers=numbers)
    higher = row["backbone_b" if row["difference"] > 0 else "backbone_a"]
    return words.text("cli-compare-higher", model=str(higher), numbers=numbers)


def _numbers(row: dict[str, Any], words: Wording) -> str:
    values = {name: row[name] for name in ("difference", "low", "high")}
    return words.text("cli-compare-numbers", **values)


def _plain(value: object) -> object:
    """A value JSON can hold; NaN becomes null."""
    if hasattr(value, "item"):
        value = value.item()
    return None if isinstance(value, float) and value != value else value
