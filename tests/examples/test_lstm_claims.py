"""Claims of document 003: rows that there are, in both directions, and either feature."""

import importlib
from pathlib import Path

import pytest

from probe.backbones._training.matrix import matrix_of
from probe.files.strict_yaml import load_yaml

FOLDER = Path(__file__).parents[2] / "examples" / "studies"

pytestmark = pytest.mark.checkout


@pytest.fixture
def claims(monkeypatch):
    """The module; its folder is where it imports from."""
    monkeypatch.syspath_prepend(str(FOLDER))
    return importlib.import_module("lstm_claims")


def test_claims_are_about_rows_of_the_matrix_in_both_directions(claims):
    rows = matrix_of(load_yaml(FOLDER / "lstm_domains.yaml")).rows
    for claim in claims.CLAIMS:
        for side in (claim.worse, claim.better):
            direction, _, name = side.partition("/")
            assert name.partition("@")[0] in rows
            assert claim.data == (claims.TARGETS[direction],)
    assert len(claims.CLAIMS) == 2 * len(claims.TOLD)


def test_cards_of_either_feature_come_in_the_order_of_seeds(claims, tmp_path):
    for seed in (10, 2, 1):
        folder = tmp_path / "to_market" / "rows" / "+_LSTM_branch" / f"seed-{seed}"
        folder.mkdir(parents=True)
        (folder / "card.yaml").write_text("")
        if seed < 10:
            (folder / "lstm_branch.yaml").write_text("")
    plain = claims.cards_of(tmp_path, f"to_market/{claims.LSTM}")
    assert [Path(card).parent.name for card in plain] == ["seed-1", "seed-2", "seed-10"]
    branch = claims.cards_of(tmp_path, f"to_market/{claims.LSTM}@branch")
    assert [Path(card).name for card in branch] == ["lstm_branch.yaml"] * 2
    assert claims.cards_of(tmp_path, "to_cuhk03/HHL") == []
