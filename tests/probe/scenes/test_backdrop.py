"""What is behind a person: seen only where no triangle is, the panel before the wall."""

import numpy as np

from probe.scenes import PARTS, SceneRecipe, render

SMALL = {"distance": 9.0, "clothes": "white-sweatshirt"}


def around(background):
    scene = render(SceneRecipe(3, background=background, **SMALL))
    top = scene.image[: scene.image.shape[0] // 3].astype(float)
    return top[scene.parts[: len(top)] == PARTS.index("background")]


def test_panel_and_monitor_cover_what_is_behind():
    wall, panel, monitor = (around(name) for name in ("no-panel", "panel", "black-monitor"))
    assert monitor.mean() < 0.5 * panel.mean()
    assert abs(panel.mean() - wall.mean()) > 5
    assert np.ptp(panel.mean(0)) < 15  # a grey panel
