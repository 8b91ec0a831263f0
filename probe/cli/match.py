"""`probe match`: the people of one camera looked for in the others."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from probe.runs.match_file import MatchFile
    from probe.wording import Value


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe match`."""
    from probe.cli.arguments import add_json, add_options
    from probe.matching.request import MatchRequest

    add_options(parser, MatchRequest)
    add_json(parser)


def call(args: argparse.Namespace) -> int:
    """Match, draw the page, and say what was found."""
    from probe.cli.arguments import request_from
    from probe.cli.result_lines import FAILED_MODELS, failure_lines
    from probe.contracts.reporter import Console
    from probe.embedding.vector_cache import KeptVectors
    from probe.matching.matching import match_cameras
    from probe.matching.request import MatchRequest
    from probe.reports.matches.page import write_page
    from probe.reports.matches.speed import whole_of
    from probe.reports.words import Words
    from probe.runs.match_file import MATCHES
    from probe.wording import wording_of

    request = request_from(MatchRequest, args)
    say = Console()
    matches, times = match_cameras(request, say, KeptVectors(request.cache_folder, say.step))
    page = write_page(request.out, wording_of().language)
    code = FAILED_MODELS if matches.failed_models else 0
    if args.json:
        print((request.out / MATCHES).read_text("utf-8"), end="")
        return code
    words = Words(wording_of(), "")
    for note in matches.notes:
        print(words.stored(note))
    counts = {"walks": len(matches.walks), "cameras": len(matches.cameras)}
    print(words.text("cli-match-summary", **counts))
    for line in _models(matches):
        print(line)
    print(whole_of(times, words))
    for path in (request.out / MATCHES, page):
        print(words.text("cli-written", file=str(path)))
    for line in failure_lines(matches.failed_models):
        print(line)
    return code


def _models(matches: MatchFile) -> list[str]:
    """A line a model: how many walks have a match."""
    from probe.wording import wording_of

    lines = []
    for model in matches.models:
        known = model.calibration
        queries = [query for query in matches.queries if query.model == model.name]
        above = [query.above for query in queries if query.above is not None]
        values: dict[str, Value] = {
            "model": model.name,
            "queries": len(queries),
            "matched": sum(count > 0 for count in above) if above else None,
            "fmr": known.fmr if known else None,
            "low": known.low if known else None,
            "high": known.high if known else None,
        }
        lines.append(wording_of().text("cli-match-model", **values))
    return lines
