"""Findings call a score by its own name, scores of different names "score", cosines cosines."""

import numpy as np
import pandas as pd
import pytest

from probe.conclusions.findings import Facts, find
from probe.wording import wording_of
from tests.probe.conclusions.planted import DISTANCE, protocol

MEAN_ONLY = ("headline-mean", "factor-fall", "advice-never-below", "advice-raw-cosines")


def cells(backbones, variants):
    """Means alone: no thresholds, no strangers, so that sentences are about scores themselves."""
    rows = [
        {
            "protocol": "distance",
            "backbone": name,
            "variant": variant,
            "kind": "mated",
            "i": i,
            "j": 1,
            "mean": 0.9 - 0.1 * abs(i - 1) + 0.02 * k,
            "retention": np.nan,
            "low": np.nan,
            "high": np.nan,
            "fnmr": np.nan,
        }
        for name in backbones
        for k, variant in enumerate(variants)
        for i in range(5)
    ]
    return pd.DataFrame(rows)


def findings(scores, variants=("unmasked", "grey")):
    facts = Facts(tuple(scores), (), subjects=9, pictures=99, variants=variants, scores=scores)
    return find({"distance": protocol(DISTANCE)}, cells(tuple(scores), variants), facts)


def words(scores):
    say = wording_of().either
    return [text for one in findings(scores) for text in (say(one.message), say(one.title))]


def messages(scores):
    return "".join(str(one.message) for one in findings(scores))


@pytest.mark.parametrize("models", [1, 2, 5])
def test_a_logit_is_called_a_logit(models):
    sentences = words({f"m{k}": "logit" for k in range(models)})
    assert not [text for text in sentences if "osine" in text]
    assert any("takes the logit down to .60" in text for text in sentences)
    assert any("mean logit" in text for text in sentences if "against" in text or "lowest" in text)
    assert any("never falls below a mean logit of .60" in text for text in sentences)
    assert any("Raw scores of different models" in text for text in sentences)
    assert models > 4 or any(
        "the lowest logit against the standard goes" in text for text in sentences
    )


def test_beside_a_cosine_each_model_keeps_its_own_word_and_together_they_are_scores():
    sentences = words({"a": "logit", "b": "cosine"})
    assert "A change of distance takes the logit down to .60 with a" in sentences
    assert any("At its lowest the mean score falls" in text for text in sentences)
    assert any("the lowest score against the standard goes" in text for text in sentences)
    both = next(text for text in sentences if "never falls below" in text)
    assert "a never falls below a mean logit of .60" in both
    assert "b never falls below a mean cosine of .60" in both


def test_five_models_of_two_kinds_are_scores():
    sentences = words({**{f"a{k}": "logit" for k in range(4)}, "b": "cosine"})
    assert any("The lowest mean score of the 5 models" in text for text in sentences)


def test_cosines_are_stored_as_before():
    """Without a name of a score, so that runs of before verify."""
    assert "'score': '" not in messages({"a": "cosine", "b": "cosine"})
    assert "'score': 'logit'" in messages({"a": "logit"})
    assert all(key in messages({"a": "cosine"}) for key in MEAN_ONLY)
