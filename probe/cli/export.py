"""`probe export`: a finished run as the native objects of another tool."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from probe.options import Option
from probe.wording import Message


@dataclass(frozen=True)
class ExportRequest:
    """What `probe export` is asked for."""

    run: Annotated[Path, Option(Message("help-run-folder"))]
    to: Annotated[str, Option(Message("help-export-to"), "NAME[=PLACE]", flag="--to")]


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe export`."""
    from probe.cli.arguments import add_json, add_options

    add_options(parser, ExportRequest)
    add_json(parser)


def call(args: argparse.Namespace) -> int:
    """Hand the run over, and say how to look at it."""
    import json

    from probe.cli.arguments import request_from
    from probe.cli.result_lines import result_line
    from probe.exports.registry import export
    from probe.runs.reading import Run
    from probe.wording import wording_of

    asked = request_from(ExportRequest, args)
    exported = export(Run(asked.run), asked.to)
    if args.json:
        shown = {
            "tool": exported.tool,
            "place": exported.place,
            "names": list(exported.names),
            "look": exported.look,
        }
        print(json.dumps(shown, ensure_ascii=False))
        return 0
    words = wording_of()
    print(result_line(exported.tool, exported.place))
    for name in exported.names:
        print(result_line("", name))
    print(result_line(words.text("cli-next"), exported.look))
    return 0
