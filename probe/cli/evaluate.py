"""`probe evaluate`: retrieval figures of backbones on a data set, under a named rule."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from probe.retrieval import Retrieval
    from probe.retrieval.evaluate import Evaluation
    from probe.retrieval.request import EvaluationRequest

RANKS = (1, 5, 10, 20)


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe evaluate`."""
    parser.add_argument(
        "--data",
        required=True,
        metavar="FORM=DIR",
        help="market1501=DIR, msmt17=DIR, scenes=DIR, ...",
    )
    parser.add_argument(
        "--backbone", action="append", required=True, metavar="NAME[=WEIGHTS]", help="once for each"
    )
    parser.add_argument("--rule", default="market1501", help="named rule (default market1501)")
    parser.add_argument(
        "--fit",
        default="card",
        choices=["card", "letterbox", "stretch"],
        help="how pictures come to the input size (default card: as the model was trained)",
    )
    parser.add_argument("--flip", action="store_true", help="add the mirrored picture's vector")
    parser.add_argument("--rerank", action="store_true", help="also with k-reciprocal re-ranking")
    parser.add_argument("--seed", type=int, default=0, help="of sampled galleries (cuhk03 rules)")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:1, mps")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="cache folder")
    parser.add_argument("--json", action="store_true", help="print as JSON")


def call(args: argparse.Namespace) -> int:
    """Evaluate and print a table, or JSON."""
    import json

    from probe.cli.console import Console
    from probe.contracts import Runtime
    from probe.embedding.vector_cache import VectorCache
    from probe.files.cache_folder import default_cache_folder
    from probe.retrieval.evaluate import evaluate_data_set
    from probe.retrieval.request import EvaluationRequest

    request = EvaluationRequest(
        args.data, tuple(args.backbone), args.rule, args.fit, args.flip, args.rerank, args.seed
    )
    cache = VectorCache(args.cache or default_cache_folder())
    evaluation = evaluate_data_set(request, Runtime(args.device), Console(), cache)
    if args.json:
        print(json.dumps(_payload(evaluation, request)))
    else:
        print(_table(evaluation, request))
    return 0


def _table(evaluation: Evaluation, request: EvaluationRequest) -> str:
    """The figures as text, in percent."""
    width = max(len("backbone"), *(len(figures.backbone) for figures in evaluation.results))
    heads = ["mAP", *(f"R{rank}" for rank in RANKS), "mINP"]
    lines = [f"{'backbone':<{width}}  " + "  ".join(f"{h:>5}" for h in heads) + "  distance"]
    for figures in evaluation.results:
        printed = "  ".join(f"{100 * value:5.1f}" for value in _row(figures.retrieval))
        lines.append(f"{figures.backbone:<{width}}  {printed}  {figures.distance}")
    data = evaluation.data
    lines.append(
        f"\n{data.name}: {len(data.query):,} queries, {len(data.gallery):,} gallery pictures, rule "
        f"{request.rule}, fit {request.fit}"
    )
    notice = evaluation.results[0].retrieval.notice
    return "\n".join([*lines, notice] if notice else lines)


def _row(figures: Retrieval) -> list[float]:
    last = len(figures.cmc)
    ranks = [float(figures.cmc[min(rank, last) - 1]) for rank in RANKS]
    return [figures.mean_ap, *ranks, figures.mean_inp]


def _payload(evaluation: Evaluation, request: EvaluationRequest) -> dict[str, Any]:
    data = evaluation.data
    return {
        "data": data.name,
        "queries": len(data.query),
        "gallery": len(data.gallery),
        "rule": request.rule,
        "fit": request.fit,
        "notes": list(data.notes),
        "broken": [[lost.path, lost.reason] for lost in data.broken],
        "results": [
            {
                "backbone": figures.backbone,
                "distance": figures.distance,
                "mAP": figures.retrieval.mean_ap,
                "mINP": figures.retrieval.mean_inp,
                "cmc": [float(value) for value in figures.retrieval.cmc],
                "queries_left_out": figures.retrieval.dropped,
            }
            for figures in evaluation.results
        ],
    }
