"""What does the temperature of MoCo do? 0.05, 0.07 (the study), 0.1 (LUPerson), 0.2 (MoCo v2)."""

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

TEMPERATURES = (0.05, 0.07, 0.1, 0.2)
QUESTION = "What does the temperature of MoCo do?"


def main() -> None:
    """Run the study and print what it finds."""
    place, scale = arguments(__doc__ or "", people=640, epochs=24)
    pictures = track_pictures(place, "moco.demo", scale.people)
    variants = [Variant(f"T-{t:g}", {"objective.temperature": t}, pictures) for t in TEMPERATURES]
    cards = trained(place, base_recipe("moco.demo", scale), variants, scale.seeds)
    print(conclude(place.out, QUESTION, variants, retention(place, cards, scale.subjects)))


if __name__ == "__main__":
    main()
