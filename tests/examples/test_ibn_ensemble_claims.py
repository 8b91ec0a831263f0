"""The claims of documents 1 and 4: rows that exist, their cards, and the stored table."""

import csv
from functools import partial
from pathlib import Path

import pytest

from probe.backbones._training.matrix import matrix_of
from probe.files.strict_yaml import load_yaml

STUDIES = Path(__file__).parents[2] / "examples" / "studies"
MATRICES = {
    "one": "ibn_domains", "joint": "ibn_domains", "table4": "ibn_table4",
    "branches": "ensemble_branches",
}  # fmt: skip

pytestmark = pytest.mark.checkout


@pytest.fixture
def claims(monkeypatch):
    monkeypatch.syspath_prepend(STUDIES)
    import ibn_ensemble_claims

    return ibn_ensemble_claims


def test_every_claim_names_rows_of_the_matrices(claims):
    rows = {
        folder: set(matrix_of(load_yaml(STUDIES / f"{name}.yaml")).rows)
        for folder, name in MATRICES.items()
    }
    for claim in claims.CLAIMS:
        for side in (claim.worse, claim.better):
            matrix, _, row = side.partition("/")
            assert row in rows[matrix], side


def test_cards_of_rows_stand_by_seed_and_three_make_one(claims, tmp_path):
    for seed in (10, 2, 1):
        folder = tmp_path / "branches" / "rows" / "1_narrow_branch" / f"seed-{seed}"
        folder.mkdir(parents=True)
        (folder / "card.yaml").write_text("")
    row = "branches/1 narrow branch"
    cards = claims.cards_of(tmp_path, row)
    assert [Path(card).parent.name for card in cards] == ["seed-1", "seed-2", "seed-10"]
    assert claims.cards_of(tmp_path, row, together=True) == ["+".join(cards)]
    assert claims.cards_of(tmp_path, "branches/8 branches") == []


def test_rows_are_compared_from_their_pictures(claims, tmp_path, picture, capsys):
    """Two rows of one backbone without weights on a data set of six people: no difference."""
    from claims import answers, compare, printed, written

    data = tmp_path / "data"
    for person in range(1, 7):
        for camera in (1, 2):
            for part, number in (("query", 0), ("bounding_box_test", 1), ("bounding_box_train", 2)):
                shown = person + 10 * (part == "bounding_box_train")
                name = f"{shown:04d}_c{camera}s1_{number:06d}_00.jpg"
                picture(data / part / name, 30 * person + 7 * camera + number, person)
    for row in ("plain", "IBN-a"):
        for seed in (1, 2, 3):
            folder = tmp_path / "t" / "one" / "rows" / row / f"seed-{seed}"
            folder.mkdir(parents=True)
            (folder / "card.yaml").write_text("backbone: stripes\n")
    given = {"market_form": f"market_form={data}"}
    table = answers(compare(claims.CLAIMS, partial(claims.cards_of, tmp_path / "t"), given, 1))
    assert {answer.claim for answer in table} == {"IBN-a helps"}
    assert [answer.difference for answer in table] == [0, 0, 0]
    assert "left out, not trained with all seeds: joint training helps" in capsys.readouterr().out
    written(table, tmp_path / "claims.csv")
    lines = list(csv.DictReader((tmp_path / "claims.csv").read_text().splitlines()))
    assert [line["figure"] for line in lines] == ["mAP", "rank-1", "mINP"]
    assert "not told" in printed(table)
