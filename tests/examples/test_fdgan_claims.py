"""The claims of document 0 name rows of the matrix, and find their cards."""

from pathlib import Path

import pytest

from probe.backbones._training.matrix import matrix_of
from probe.files.strict_yaml import load_yaml

STUDIES = Path(__file__).parents[2] / "examples" / "studies"

pytestmark = pytest.mark.checkout


@pytest.fixture
def claims(monkeypatch):
    monkeypatch.syspath_prepend(STUDIES)
    import fdgan_claims

    return fdgan_claims


def test_every_claim_names_rows_of_the_matrix(claims):
    rows = set(matrix_of(load_yaml(STUDIES / "fdgan_transfer.yaml")).rows)
    for claim in claims.CLAIMS:
        assert {claim.worse.partition("@")[0], claim.better.partition("@")[0]} <= rows
    assert len({claim.text for claim in claims.CLAIMS}) == len(claims.CLAIMS)


def test_cards_stand_by_seed_and_stages_have_their_own(claims, tmp_path):
    rows = tmp_path / "transfer" / "rows" / "Model_B_100"
    for seed in (10, 2):
        for name in ("card.yaml", "stages/joint/encoder.yaml"):
            path = rows / f"seed-{seed}" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("")
    (rows / "seed-1").mkdir()
    expected = [str(rows / f"seed-{seed}") for seed in (2, 10)]
    assert claims.cards_of(tmp_path, "Model B 100") == [f"{p}/card.yaml" for p in expected]
    after = [f"{place}/stages/joint/encoder.yaml" for place in expected]
    assert claims.cards_of(tmp_path, claims.STAGE_III) == after
    assert claims.cards_of(tmp_path, "Baseline 100") == []


def test_without_trainings_nothing_is_written(claims, tmp_path, monkeypatch):
    out = tmp_path / "claims.csv"
    monkeypatch.setattr(
        "sys.argv", ["claims", str(tmp_path), "--data", "pku_reid=X", f"--out={out}"]
    )
    with pytest.raises(SystemExit, match="no claim has all its trainings"):
        claims.answer_claims("", claims.CLAIMS, claims.cards_of)
    assert not out.exists()
