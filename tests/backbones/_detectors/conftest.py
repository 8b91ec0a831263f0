"""Small sets of frames, and recipes of detectors small enough for seconds."""

import pytest

from probe.backbones._training.recipe_changes import with_changes
from probe.backbones._training.recipe_file import load_recipe
from tests.probe.frames.annotated.drawn_set import write_penn_fudan

SIZE = [48, 80]


@pytest.fixture(scope="session")
def frames(tmp_path_factory):
    """`--data` of four frames with people drawn in them."""
    folder = write_penn_fudan(tmp_path_factory.mktemp("frames"))
    return (f"penn_fudan={folder}",)


@pytest.fixture(scope="session")
def tiny_detector():
    """`tiny_detector("yolact.small", **changes)`: at 80x48, four steps of two frames."""

    def made(name, **changes):
        last = "stages.frames.augmentation.all"
        settings = {
            "network.trunk": [8, 8, 16, 16], "network.blocks": [1, 1, 1, 1],
            f"{last}.1.probability": 0.0, f"{last}.2.overlaps": [0, None],
            f"{last}.4.size": SIZE,
            "stages.frames.length": {"steps": 4}, "stages.frames.checkpoint_every": 1,
            "stages.frames.sampler.batch": 2,
            "stages.frames.optimisers.all.schedule.warm_up_epochs": 0,
        }  # fmt: skip
        if name.startswith("yolact"):
            settings |= {
                "network.heads": 16, "network.prototypes": 8, "network.scorer": [4, 4],
                "network.anchors.scales": [8, 16, 24, 32, 40],
                "stages.frames.objective.least_area": 4,
            }  # fmt: skip
        return with_changes(load_recipe(name), {**settings, **changes})

    return made
