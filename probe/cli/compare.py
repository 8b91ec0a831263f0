"""`probe compare`: two runs of the same pictures, or the backbones inside one run."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from probe.runs.reading import Run

FIGURES = {"retention": "retention", "fnmr": "misses (FNMR)"}
"""Raw cosines of two models are on different scales: their difference stands in --json only."""


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe compare`."""
    from probe.cli.arguments import add_json

    parser.add_argument("run", type=Path, nargs="+", help="one run directory, or two")
    add_json(parser)


def call(args: argparse.Namespace) -> int:
    """Print the differences that are decided, and what could not have been seen."""
    import json

    from probe.errors import UsageError
    from probe.runs.reading import Run

    if len(args.run) > 2:
        raise UsageError(f"{len(args.run)} runs given", hint="give one run, or two")
    runs = [Run(path) for path in args.run]
    rows = _inside(runs[0]) if len(runs) == 1 else _between(*runs)
    if args.json:
        print(json.dumps([{k: _plain(v) for k, v in row.items()} for row in rows]))
        return 0
    if not rows:
        print("one backbone only: nothing to compare it with")
        return 0
    for line in _lines(rows):
        print(line)
    return 0


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


def _lines(rows: list[dict[str, Any]]) -> list[str]:
    lines: list[str] = []
    for key in dict.fromkeys(_key(row) for row in rows):
        protocol, variant, a, b = key
        masked = "" if variant == "unmasked" else f", mask {variant}"
        lines.append(f"{protocol}{masked}: {b} minus {a}, same people, same pictures")
        mine = [row for row in rows if _key(row) == key]
        for figure, name in FIGURES.items():
            chosen = [r for r in mine if r["figure"] == figure]
            lines += [f"  {name}: {_sentence(r, a, b)}" for r in chosen if not r["condition"]]
            differing = [r for r in chosen if r["condition"] and r["differs"]]
            lines += [f"    {r['condition']}: {_numbers(r)}" for r in differing]
            single = [r for r in chosen if r["condition"] and r["low"] == r["low"]]
            if single and not differing:
                lines.append(f"    {name}: no single condition differs after Holm's adjustment")
    return lines


def _key(row: dict[str, Any]) -> tuple[str, str, str, str]:
    names = ("protocol", "backbone_a", "backbone_b")
    protocol, a, b = (str(row[name]) for name in names)
    return protocol, str(row.get("variant", "unmasked")), a, b


def _sentence(row: dict[str, Any], a: str, b: str) -> str:
    if row["low"] != row["low"]:
        from probe.wording import wording_of

        return f"not decided: {wording_of().stored(row['note'])}"
    if not row["differs"]:
        return (
            f"no difference shown over all conditions ({_numbers(row)}); "
            f"a true one of {row['detectable']:.3f} would have been seen with 80 % probability"
        )
    higher = b if row["difference"] > 0 else a
    return f"{higher} is higher over all conditions ({_numbers(row)})"


def _numbers(row: dict[str, Any]) -> str:
    return f"{row['difference']:+.3f}, 95 % {row['low']:+.3f} to {row['high']:+.3f}"


def _plain(value: Any) -> Any:
    """A value JSON can hold; NaN becomes null."""
    if hasattr(value, "item"):
        value = value.item()
    return None if isinstance(value, float) and value != value else value
