"""A rise is spoken of where a heat map shows it and people are told apart no better."""

import pytest

from probe.conclusions.findings.identity import rises_without_identity


@pytest.mark.parametrize(
    ("mean", "auc", "told"),
    [
        ((0.60, 0.90), (0.90, 0.87), True),
        ((0.60, 0.90), (0.90, 0.90), True),
        ((0.60, 0.90), (0.90, 0.91), False),
        ((0.60, 0.609), (0.90, 0.87), False),
        ((0.60, 0.55), (0.90, 0.87), False),
        ((0.60, 0.90), (1.0, 1.0), False),
        ((0.60, 0.90), (1.0, 0.9996), False),
        ((0.60, 0.90), (1.0, 0.9992), True),
    ],
)
def test_a_rise_without_identity(mean, auc, told):
    assert rises_without_identity(mean, auc) is told
