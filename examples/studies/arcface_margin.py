"""What does the angular margin of ArcFace do? m2 = 0 (plain softmax over cosines), 0.25, 0.5."""

from __future__ import annotations

from trained_models import Variant, arguments, base_recipe, conclude, retention, trained

from backbones._training.recipe import load_recipe
from backbones._training.rendered import write_tracks
from probe.cli.console import Console

MARGINS = (0.0, 0.25, 0.5)
QUESTION = "What does the ArcFace margin m2 do?"


def main() -> None:
    """Run the study and print what it finds."""
    out, scale, workers = arguments(__doc__ or "")
    tracks = load_recipe("arcface.demo").data.model_copy(update={"people": scale.people})
    write_tracks(tracks, out / "pictures", Console().progress("rendering", "pictures"), workers)
    variants = [Variant(f"m2-{m:g}", {"objective.m2": m}, out / "pictures") for m in MARGINS]
    cards = trained(out, base_recipe("arcface.demo", scale), variants, scale.seeds)
    print(conclude(out, QUESTION, variants, retention(out, cards, scale.subjects)))


if __name__ == "__main__":
    main()
