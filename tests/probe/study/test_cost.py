"""What a study costs is counted before it starts."""

import time
from types import SimpleNamespace

import numpy as np
import pytest

from probe.contracts import Backbone, BackboneCard, PairScorer
from probe.contracts.duration import duration
from probe.embedding.loaded import Loaded, ModelKey
from probe.errors import UsageError
from probe.pictures.rendered import scene_recipes
from probe.protocol.finding import load_protocol
from probe.study.cost import LARGE_CELLS, Cost, check_cost, cost_of, estimate
from probe.wording import Message, wording_of


@pytest.mark.parametrize("name", ["camera_height", "orientation", "clothing", "resolution", "pose"])
def test_pictures_are_counted_as_they_are_rendered(name):
    protocol = load_protocol(name)
    cost = cost_of([protocol], 3, 2, 1)
    assert cost.pictures == len(set(scene_recipes(protocol, 3)))
    assert cost.cells == 2 * 3 * len(protocol.conditions) ** 2
    assert cost_of([protocol], 0, 1, 1).pictures == 0


def test_what_transforms_make_and_protocols_share_is_rendered_once():
    protocols = [load_protocol(name) for name in ("resolution", "defocus", "camera_height")]
    recipes = {recipe for protocol in protocols for recipe in scene_recipes(protocol, 2)}
    assert cost_of(protocols, 2, 1, 1).pictures == len(recipes)
    assert cost_of(protocols[:2], 2, 1, 1).pictures == 2 * (5 + 5)


def test_beyond_the_limits_it_must_be_asked_for():
    check_cost(Cost(100_000, LARGE_CELLS), large=False)
    for cost in (Cost(100_001, 1), Cost(0, LARGE_CELLS + 1)):
        check_cost(cost, large=True)
        with pytest.raises(UsageError, match=f"{cost.pictures:,} pictures") as caught:
            check_cost(cost, large=False)
        assert "--any-size" in caught.value.hint


def test_the_cost_is_told_in_words():
    words = wording_of()
    counts = {"pictures": 1200, "cells": 27, "megabytes": 60}
    assert words(Message("progress-cost", counts)) == (
        "1,200 pictures to render, less those that are kept (about 60 MB); 27 cells"
    )
    assert words(Message("progress-cost", {**counts, "pictures": 0})) == "27 cells"


def test_time_and_disk_of_vectors_are_estimated_from_the_pace_of_the_model():
    class Slow(Backbone):
        card = BackboneCard("slow", input_size=(8, 4), needs_weights=False)

        def embed(self, images):
            time.sleep(0.06)
            return np.ones((len(images), 250), np.float32)

    class Pairs(PairScorer):
        card = BackboneCard("pairs", input_size=(8, 4), needs_weights=False)

        def score(self, first, second):
            return np.ones(len(first), np.float32)

    images = SimpleNamespace(records=[SimpleNamespace(image_id=str(n % 3000)) for n in range(4000)])
    slow, pairs = (Loaded("mine", model, ModelKey("")) for model in (Slow(), Pairs()))
    assert estimate(pairs, [images], 1) is None
    told = estimate(slow, [images, images], 2)
    assert told.values["pictures"] == 6000
    assert told.values["megabytes"] == 6
    # 0.02 s a picture at least: 120 s, which is said in minutes.
    assert told.values["duration"].id in {"duration-minutes", "duration-hours"}
    words = wording_of()(Message(told.id, {**told.values, "duration": duration(240)}))
    assert words == ("mine: 6,000 pictures, about 4\xa0min and 6 MB of vectors")
