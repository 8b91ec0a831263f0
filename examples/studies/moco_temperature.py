"""What does the temperature of MoCo do? 0.05, 0.07 (the study), 0.1 (LUPerson), 0.2 (MoCo v2)."""

from __future__ import annotations

from trained_models import Variant, arguments, base_recipe, conclude, retention, trained

from backbones._training.recipe import load_recipe
from backbones._training.rendered import write_tracks
from probe.cli.console import Console

TEMPERATURES = (0.05, 0.07, 0.1, 0.2)
QUESTION = "What does the temperature of MoCo do?"


def main() -> None:
    """Run the study and print what it finds."""
    out, scale, workers = arguments(__doc__ or "")
    tracks = load_recipe("moco.demo").data.model_copy(update={"people": scale.people})
    write_tracks(tracks, out / "pictures", Console().progress("rendering", "pictures"), workers)
    variants = [
        Variant(f"T-{t:g}", {"objective.temperature": t}, out / "pictures") for t in TEMPERATURES
    ]
    cards = trained(out, base_recipe("moco.demo", scale), variants, scale.seeds)
    print(conclude(out, QUESTION, variants, retention(out, cards, scale.subjects)))


if __name__ == "__main__":
    main()
