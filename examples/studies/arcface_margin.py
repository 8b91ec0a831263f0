"""What does the angular margin of ArcFace do? m2 = 0 (plain softmax over cosines), 0.25, 0.5."""

from __future__ import annotations

from trained_models import (
    Variant,
    arguments,
    base_recipe,
    conclude,
    retention,
    track_pictures,
    trained,
)

MARGINS = (0.0, 0.25, 0.5)
QUESTION = "What does the ArcFace margin m2 do?"


def main() -> None:
    """Run the study and print what it finds."""
    place, scale = arguments(__doc__ or "", people=100, epochs=12)
    pictures = track_pictures(place, "arcface.demo", scale.people)
    variants = [Variant(f"m2-{m:g}", {"objective.m2": m}, pictures) for m in MARGINS]
    cards = trained(place, base_recipe("arcface.demo", scale), variants, scale.seeds)
    print(conclude(place.out, QUESTION, variants, retention(place, cards, scale.subjects)))


if __name__ == "__main__":
    main()
