"""`probe evaluate`: retrieval figures of backbones on a data set, under a named rule."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from probe.retrieval import Retrieval
    from probe.retrieval.evaluate import Evaluation

OF_VECTORS = {"evaluate-vectors", "evaluate-reranked"}
"""Messages of what a distance of vectors compared; pair scorers have a score of their own."""


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe evaluate`: the options of an evaluation."""
    from probe.cli.arguments import add_json, add_options
    from probe.retrieval.request import EvaluationRequest

    add_options(parser, EvaluationRequest)
    add_json(parser)


def call(args: argparse.Namespace) -> int:
    """Evaluate and print a table, or JSON."""
    import json

    from probe.cli.arguments import request_from
    from probe.cli.result_lines import FAILED_MODELS
    from probe.contracts.reporter import Console
    from probe.embedding.vector_cache import KeptVectors
    from probe.retrieval.evaluate import evaluate_data_set
    from probe.retrieval.request import EvaluationRequest

    request = request_from(EvaluationRequest, args)
    say = Console()
    evaluation = evaluate_data_set(request, say, KeptVectors(request.cache_folder, say.step))
    print(json.dumps(_payload(evaluation)) if args.json else _table(evaluation))
    return FAILED_MODELS if evaluation.failures else 0


def _table(evaluation: Evaluation) -> str:
    """The figures as text, in percent."""
    from probe.cli.result_lines import failure_lines
    from probe.retrieval.evaluate import RANKS
    from probe.wording import wording_of
    from probe.wording.columns import columns, left, right

    words = wording_of()
    first, last = words.text("cli-evaluate-backbone"), words.text("cli-evaluate-distance")
    width = max(columns(first), *(len(figures.backbone) for figures in evaluation.results))
    ranks = (words.text("cli-evaluate-rank", rank=rank) for rank in RANKS)
    heads = ["mAP", *ranks, "mINP"]
    lines = [f"{left(first, width)}  " + "  ".join(right(h, 5) for h in heads) + f"  {last}"]
    for figures in evaluation.results:
        lines.append(
            f"{figures.backbone:<{width}}  {_printed(figures.retrieval)}  {words(figures.distance)}"
        )
    data = evaluation.data
    counts = {"queries": len(data.query), "gallery": len(data.gallery)}
    how = {"rule": str(evaluation.request.rule), "fit": str(evaluation.request.fit)}
    lines.append("\n" + words.text("cli-evaluate-data", name=data.name, **counts, **how))
    if any(figures.distance.id in OF_VECTORS for figures in evaluation.results):
        lines.append(words.text("cli-evaluate-compare", distance=evaluation.request.distance))
    notice = evaluation.results[0].retrieval.notice
    lines += [words(notice)] if notice else []
    return "\n".join([*lines, *failure_lines(evaluation.failures)])


def _printed(retrieval: Retrieval) -> str:
    from probe.retrieval.evaluate import RANKS, share_at_rank
    from probe.wording import wording_of
    from probe.wording.numbers import GAP

    shares = [share_at_rank(retrieval, rank) for rank in RANKS]
    figures = (retrieval.mean_ap, *shares, retrieval.mean_inp)
    numbers = wording_of().numbers
    texts = (numbers.points(value, 1).replace(GAP, "") for value in figures)
    return "  ".join(f"{text:>5}" for text in texts)


def _payload(evaluation: Evaluation) -> dict[str, object]:
    from dataclasses import asdict

    from probe.wording import wording_of

    data = evaluation.data
    return {
        "data": data.name,
        "queries": len(data.query),
        "gallery": len(data.gallery),
        "rule": evaluation.request.rule,
        "fit": evaluation.request.fit,
        "distance": evaluation.request.distance,
        "notes": [wording_of().either(note) for note in data.notes],
        "broken": [[lost.path, wording_of().either(lost.reason)] for lost in data.broken],
        "results": [
            {
                "backbone": figures.backbone,
                "distance": wording_of()(figures.distance),
                "mAP": figures.retrieval.mean_ap,
                "mINP": figures.retrieval.mean_inp,
                "cmc": [float(value) for value in figures.retrieval.cmc],
                "queries_left_out": figures.retrieval.dropped,
            }
            for figures in evaluation.results
        ],
        "failed_backbones": [asdict(failure) for failure in evaluation.failures],
    }
