import numpy as np
import pytest

from probe.statistics.trials import Trials


@pytest.fixture
def rng():
    return np.random.default_rng(20)


@pytest.fixture
def planted_trials():
    """Makes normal scores of spread 1: the log-likelihood ratio is apart * (score - apart / 2)."""

    def made(seed, people=30, apart=2.0, each=10, others=0, met=4):
        rng = np.random.default_rng(seed)
        first, second = np.triu_indices(people, 1)
        further = np.divmod(np.arange(people * others), max(others, 1))
        first = np.repeat(np.concatenate([first, further[0]]), met)
        second = np.repeat(np.concatenate([second, people + further[1]]), met)
        return Trials(
            apart + rng.normal(size=people * each), np.repeat(np.arange(people), each),
            rng.normal(size=len(first)), first, second, people,
        )  # fmt: skip

    return made


@pytest.fixture
def hard_trials(planted_trials):
    """Comparisons of every awkward kind, by name."""
    even, drawn = planted_trials(1, people=12, others=5), np.random.default_rng(3)
    some = drawn.random(len(even.mated)) < 0.3
    uneven = Trials(
        even.mated[some], even.subject[some], even.strangers, even.first, even.second, 12
    )
    outlier = Trials(
        np.where(even.subject == 3, 400.0, even.mated), even.subject,
        np.where(even.second == 7, -300.0, even.strangers), even.first, even.second, 12,
    )  # fmt: skip
    constant = Trials(
        np.where(even.subject == 3, 1.0, 0.5), even.subject, np.full(len(even.strangers), 0.5),
        even.first, even.second, 12,
    )  # fmt: skip
    return {
        "even": even,
        "many": planted_trials(2, people=40, met=30),
        "apart": planted_trials(4, people=40, apart=30.0, met=30),
        "reversed": planted_trials(5, people=10, apart=-3.0),
        "few pictures": uneven,
        "ties": Trials(
            even.mated.round(1), even.subject, even.strangers.round(1), even.first, even.second, 12
        ),
        "an outlier": outlier,
        "scores that one person makes": constant,
        "a pair of people": planted_trials(6, people=2),
    }
