"""`probe train`: a recipe in, weights out; killed trainings go on with --resume."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from probe.backbones._training.training import TrainingResult


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe train`."""
    from probe.cli.arguments import add_json, add_options
    from probe.options import MachineOptions

    parser.add_argument("recipe", nargs="?", help="a recipe file, or a shipped one by name")
    parser.add_argument(
        "--data",
        action="append",
        default=[],
        metavar="FORM=DIR",
        help="pictures to learn from, several together: market1501=DIR, identity_folders=DIR, ...",
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="default trainings/NAME")
    parser.add_argument("--resume", action="store_true", help="go on with the training in --out")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="change a value of the recipe, such as objective.m2=0.25",
    )
    add_options(parser, MachineOptions, ("device", "workers", "threads"))
    add_json(parser)


def call(args: argparse.Namespace) -> int:
    """Train, and say where the weights are; without a recipe, list the shipped ones."""
    from probe.backbones._training.loop import Machine
    from probe.backbones._training.recipe import load_recipe
    from probe.backbones._training.training import changed, train
    from probe.cli.arguments import request_from
    from probe.cli.console import Console
    from probe.options import MachineOptions

    if args.recipe is None:
        return _listed()
    recipe = changed(load_recipe(args.recipe), tuple(args.set))
    out = args.out or Path("trainings") / recipe.name
    options = request_from(MachineOptions, args)
    machine = Machine(options.device, options.workers or 0, options.threads)
    result = train(recipe, out, Console(), machine, data=tuple(args.data), resume=args.resume)
    _say(result, as_json=args.json)
    return 0


def _listed() -> int:
    from probe.backbones._training.recipe import load_recipe, shipped_recipes

    recipes = shipped_recipes()
    width = max(len(name) for name in recipes)
    for name, path in recipes.items():
        print(f"{name:<{width}}  {load_recipe(path).summary}")
    print("\nprobe train NAME trains one; a recipe of your own is a copy of its file")
    return 0


def _say(result: TrainingResult, *, as_json: bool) -> None:
    if as_json:
        import json

        result_fields = {
            "weights": str(result.weights),
            "card": str(result.card),
            "sha256": result.sha256,
            "folder": str(result.folder),
            "pictures": result.pictures,
            "people": result.people,
            "networks": {name: str(path) for name, path in result.networks.items()},
        }
        print(json.dumps(result_fields))
        return
    print(f"weights {result.weights}")
    print(f"sha256  {result.sha256}")
    print(f"log     {result.folder / 'log.jsonl'}   (TensorBoard: --logdir {result.folder})")
    print(f"next    probe run orientation --backbone {result.card}")
