"""Write the network of a recipe as it is before training: the floor under every trained row.

python examples/studies/untrained.py ibn.small --seed 1 --out untrained/ibn.seed1
probe evaluate --data market1501=DIR --backbone untrained/ibn.seed1/card.yaml
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from probe.backbones._training.card_file import backbone_card
from probe.backbones._training.export import CARD, WEIGHTS, write_weights
from probe.backbones._training.objective import DataFacts
from probe.backbones._training.recipe_changes import with_changes
from probe.backbones._training.recipe_file import load_recipe
from probe.backbones._training.table import TrainingTable
from probe.files.atomic import write_text

NOTHING = np.zeros(0, np.int64)
NOBODY = TrainingTable((), NOTHING, NOTHING, NOTHING)
"""What was learnt from."""


def write_untrained(recipe_name: str, seed: int, out: Path) -> Path:
    """Weights and card of a recipe's first backbone at its random start; the card's path."""
    recipe = with_changes(
        load_recipe(recipe_name), {"seed": seed, "name": f"{recipe_name}.untrained.seed{seed}"}
    )
    torch.manual_seed(seed)
    facts = DataFacts(size=recipe.stages[0].sizing.size, classes=1, cameras=1, sets=1)
    network = recipe.network.networks(facts)[recipe.network.backbones[0]]
    out.mkdir(parents=True, exist_ok=True)
    write_weights(out / WEIGHTS, network, recipe)
    write_text(out / CARD, backbone_card(recipe, 0, WEIGHTS, NOBODY, network))
    return out / CARD


def main() -> None:
    """Write them, and say where the card is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recipe", help="a shipped recipe by name, or its file")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    print(write_untrained(given.recipe, given.seed, given.out))


if __name__ == "__main__":
    main()
