"""`probe train`: a recipe or a matrix in, weights out; killed trainings go on with --resume."""

from __future__ import annotations

import argparse
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from probe.wording import Message, refusal

if TYPE_CHECKING:
    from probe.backbones._training.machine import Machine
    from probe.backbones._training.matrix import Evaluated
    from probe.backbones._training.matrix_run import Evaluate
    from probe.backbones._training.request import TrainingRequest
    from probe.backbones._training.training import TrainingResult
    from probe.files.strict_yaml import YamlFile

FAILED_ROWS = 1
"""Exit code of a matrix with a row that failed."""


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe train`."""
    from probe.backbones._training.request import TrainingRequest
    from probe.cli.arguments import add_json, add_options

    add_options(parser, TrainingRequest)
    add_json(parser)


def call(args: argparse.Namespace) -> int:
    """Train, and say where the weights are; without a recipe, list the shipped ones."""
    from probe.backbones._training.matrix import is_matrix
    from probe.backbones._training.recipe_file import find_recipe
    from probe.backbones._training.request import TrainingRequest
    from probe.cli.arguments import request_from
    from probe.contracts.reporter import Console
    from probe.files.strict_yaml import load_yaml
    from probe.stores import local_data

    request = request_from(TrainingRequest, args)
    if request.recipe is None:
        return _list_recipes(as_json=args.json)
    request.check()
    for given in (*request.sources, *request.targets):  # told once: it is read in silence then
        local_data(given, Console())
    file = load_yaml(find_recipe(request.recipe))
    if is_matrix(file):
        return _train_matrix(file, request, as_json=args.json)
    return _train_recipe(file, request, as_json=args.json)


def _machine(request: TrainingRequest) -> Machine:
    from probe.backbones._training.machine import Machine

    return Machine(request.device, request.workers, request.threads)


def _train_recipe(file: YamlFile, request: TrainingRequest, *, as_json: bool) -> int:
    from probe.backbones._training.recipe_file import recipe_of
    from probe.backbones._training.training import changed, train
    from probe.contracts.reporter import Console
    from probe.errors import UsageError
    from probe.options import as_tuple

    if request.evaluated:
        raise refusal(
            UsageError,
            Message("command-evaluate-matrix"),
            hint=Message("command-evaluate-matrix-step"),
        )
    recipe = changed(recipe_of(file), as_tuple(request.settings))
    out = Path(request.out or Path("trainings") / recipe.name)
    result = train(
        recipe, out, Console(), _machine(request), data=request.sources, target=request.targets,
        styled=request.styled_sets, resume=request.resume,
    )  # fmt: skip
    _print_result(result, as_json=as_json)
    return 0


def _train_matrix(file: YamlFile, request: TrainingRequest, *, as_json: bool) -> int:
    import json
    from dataclasses import asdict

    from probe.backbones._training.data import DataRequest
    from probe.backbones._training.matrix import matrix_of, planned
    from probe.backbones._training.matrix_data import check_data_sets, data_digest
    from probe.backbones._training.matrix_published import published_text, write_published
    from probe.backbones._training.matrix_run import MatrixRun, run_matrix
    from probe.backbones._training.matrix_table import table_text, write_tables
    from probe.backbones._training.training import settings_of
    from probe.contracts.reporter import Console
    from probe.options import as_tuple
    from probe.wording import wording_of

    matrix = matrix_of(file)
    out = Path(request.out or Path("trainings") / matrix.name)
    evaluate = _evaluation(matrix.evaluate, request) if request.evaluated else None
    learnt = DataRequest(request.sources, request.targets, request.styled_sets)
    trainings = planned(matrix, file, settings_of(as_tuple(request.settings)))
    check_data_sets(trainings, learnt, request.evaluated, matrix.evaluate.rule)
    run = MatrixRun(
        out, _machine(request), Console(), evaluate, learnt.source, learnt.target, learnt.styled,
        data_digest(learnt),
    )  # fmt: skip
    results = run_matrix(trainings, run, resume=request.resume)
    tables = [*write_tables(results, out), *write_published(matrix, results, out)]
    if as_json:
        print(json.dumps([asdict(result) for result in results]))
    else:
        blocks = filter(None, [table_text(results), published_text(matrix, results)])
        names = tuple(map(str, tables))
        print(*blocks, wording_of().text("cli-train-tables", files=names), sep="\n\n")
    return FAILED_ROWS if any(result.error for result in results) else 0


def _evaluation(how: Evaluated, request: TrainingRequest) -> Evaluate:
    """Figures of a card on the data sets of the command line, as `probe evaluate` gives them.

    Their pictures are looked at once, not for every row and distance.
    """
    from probe.backbones._training.matrix import evaluations
    from probe.contracts.reporter import Console
    from probe.embedding.vector_cache import KeptVectors
    from probe.retrieval.evaluate import RANKS, evaluate_data_set, share_at_rank
    from probe.retrieval.parts import read_parts
    from probe.retrieval.request import EvaluationRequest

    parts_of = lru_cache(maxsize=None)(partial(read_parts, say=Console()))

    def evaluate(card: Path) -> dict[str, dict[str, float]]:
        figures = {}
        for data, name, metric, label in evaluations(how, request.evaluated):
            beside = card.with_name(f"{name}.yaml") if name else card
            if not beside.is_file():
                continue
            asked = EvaluationRequest(
                data, str(beside), rule=how.rule, distance=metric, fit=how.fit, flip=how.flip,
                device=request.device, threads=request.threads,
            )  # fmt: skip
            say = Console()
            kept = KeptVectors(asked.cache_folder, say.step)
            evaluation = evaluate_data_set(asked, say, kept, parts_of(data))
            retrieval = evaluation.results[0].retrieval
            ranks = {f"rank-{rank}": share_at_rank(retrieval, rank) for rank in RANKS}
            figures[label] = {**ranks, "mAP": retrieval.mean_ap, "mINP": retrieval.mean_inp}
        return figures

    return evaluate


def _list_recipes(*, as_json: bool) -> int:
    import json

    from probe.backbones._training.recipe_file import load_recipe, shipped_recipes
    from probe.wording import wording_of

    recipes, words = shipped_recipes(), wording_of()
    told = {name: load_recipe(path).summary_in(words.language) for name, path in recipes.items()}
    if as_json:
        rows = [{"name": n, "summary": told[n], "file": str(path)} for n, path in recipes.items()]
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    width = max(len(name) for name in recipes)
    for name, summary in told.items():
        print(f"{name:<{width}}  {summary}")
    print("\n" + words.text("cli-train-next"))
    return 0


def _print_result(result: TrainingResult, *, as_json: bool) -> None:
    from probe.cli.result_lines import result_line, typed

    if as_json:
        import json

        payload = {
            "weights": str(result.weights),
            "card": str(result.card),
            "sha256": result.sha256,
            "folder": str(result.folder),
            "pictures": result.pictures,
            "people": result.people,
            "networks": {name: str(path) for name, path in result.networks.items()},
        }
        print(json.dumps(payload))
        return
    from probe.wording import wording_of

    words = wording_of()
    files = {"file": str(result.folder / "log.jsonl"), "folder": typed(result.folder)}
    print(result_line(words.text("cli-train-weights"), str(result.weights)))
    print(result_line("sha256", result.sha256))
    print(result_line(words.text("cli-train-log"), words.text("cli-train-log-file", **files)))
    following = words.text("cli-train-run", card=typed(result.card))
    if result.draws:
        following = words.text("cli-train-generate", folder=typed(result.folder))
    if result.detector:
        names = {"detector": result.detector, "folder": typed(result.folder)}
        following = words.text("cli-train-crop", **names)
    print(result_line(words.text("cli-next"), following))
