"""What a judge sees in styled pictures."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from probe.cli.style_figures import JudgedStyles, figures_by_style

COLOURS = {"red": (1, 0, 0), "green": (0, 1, 0), "mixed": (0.6, 0.8, 0), "blue": (0, 0, 1)}


class Colours:
    """A judge whose vector of a picture is its mean colour."""

    def vectors(self, pictures):
        means = np.stack([np.asarray(picture, float).mean((0, 1)) for picture in pictures])
        return means / np.linalg.norm(means, axis=1, keepdims=True)


@pytest.fixture
def files(tmp_path):
    for name, colour in COLOURS.items():
        pixels = tuple(round(255 * value) for value in colour)
        Image.new("RGB", (4, 8), pixels).save(tmp_path / f"{name}.png")
    return lambda *names: tuple(Path(tmp_path / f"{name}.png") for name in names)


def test_figures_are_the_cosines_of_the_judge(files):
    """Two people, red and green; copies in two styles, one of which mixes them."""
    styled = JudgedStyles(
        sources=files("red", "green"),
        people=np.array([1, 2]),
        copies=files("red", "mixed", "green", "mixed"),
        of_source=np.array([0, 0, 1, 1]),
        cameras=np.array([7, 8, 7, 8]),
    )
    figures = figures_by_style(styled, Colours(), (4, 2))
    assert list(figures) == ["7", "8", "all"]
    assert figures["7"] == pytest.approx({"source": 1, "other": 0, "nearer": 1, "small": 1})
    # The mixed copy of red has cosine .6 with red and .8 with green, that of green .8 and .6.
    assert figures["8"] == pytest.approx(
        {"source": 0.7, "other": 0.7, "nearer": 0.5, "small": 1}, abs=1e-3
    )
    assert figures["all"]["source"] == pytest.approx(0.85, abs=1e-3)
