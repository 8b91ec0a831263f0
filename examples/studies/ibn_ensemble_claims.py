"""The claims of documents 1 and 4, answered by trained rows; how they are decided: `claims.py`.

    python examples/studies/ibn_ensemble_claims.py TRAININGS --data market_form=DIR \
        --data cuhk03_pictures=DIR --data pku_reid=DIR --out claims.csv

TRAININGS holds the folders of the matrices beside this file: `one` and `joint` (`ibn_domains.yaml`
on one data set and on several), `table4` (`ibn_table4.yaml`) and `branches`
(`ensemble_branches.yaml`). Of IBN-a in mAP on data that were not trained on it was settled before
any was trained that it fails as soon as one training disagrees.
"""

from __future__ import annotations

from pathlib import Path

from claims import Claim, answer_claims

MARKET, CUHK03, PKU = "market_form", "cuhk03_pictures", "pku_reid"
OTHERS = (CUHK03, PKU)
EVERYWHERE = (MARKET, CUHK03, PKU)

PLAIN, IBN = "one/plain", "one/IBN-a"
"""Rows are named `MATRIX/ROW`."""

CLAIMS = (
    Claim("IBN-a helps", PLAIN, IBN, EVERYWHERE, OTHERS),
    Claim("IBN-a helps, no other trick", "table4/ResNet", "table4/ResNet IBN-a", OTHERS, OTHERS),
    Claim(
        "IBN-a helps, all tricks", "table4/+ tuning", "table4/all of it with IBN-a", OTHERS, OTHERS
    ),
    Claim("IBN-a helps after joint training", "joint/plain", "joint/IBN-a", (PKU,), (PKU,)),
    Claim("random erasing helps", IBN, f"{IBN} with erasing", EVERYWHERE),
    Claim("random erasing helps, joint", "joint/IBN-a", "joint/IBN-a with erasing", (PKU,)),
    Claim("label smoothing helps", f"{IBN} without label smoothing", IBN, EVERYWHERE),
    Claim("triplets help", f"{IBN} without triplets", IBN, EVERYWHERE),
    Claim(
        "label smoothing helps, joint",
        "joint/IBN-a without label smoothing",
        "joint/IBN-a",
        (PKU,),
    ),
    Claim("triplets help, joint", "joint/IBN-a without triplets", "joint/IBN-a", (PKU,)),
    Claim("joint training helps", IBN, "joint/IBN-a", (PKU,)),
    Claim("joint training helps, plain trunk", PLAIN, "joint/plain", (PKU,)),
    Claim("weight decay helps", "table4/ResNet", "table4/+ weight decay", OTHERS),
    Claim("label smoothing lowers", "table4/+ label smoothing", "table4/+ weight decay", OTHERS),
    Claim(
        "no weight decay of biases helps",
        "table4/+ label smoothing",
        "table4/+ no bias weight decay",
        OTHERS,
    ),
    Claim("tuning helps", "table4/+ no bias weight decay", "table4/+ tuning", OTHERS),
    Claim("two branches beat one", "branches/1 branch", "branches/2 branches", EVERYWHERE),
    Claim("three branches beat one", "branches/1 branch", "branches/3 branches", EVERYWHERE),
    Claim("three branches beat two", "branches/2 branches", "branches/3 branches", EVERYWHERE),
    Claim("three branches beat four", "branches/4 branches", "branches/3 branches", EVERYWHERE),
    Claim(
        "three branches beat three networks of together as many weights",
        "branches/1 narrow branch",
        "branches/3 branches",
        EVERYWHERE,
        together=True,
    ),
)


def cards_of(trainings: Path, row: str, together: bool = False) -> list[str]:
    """The card files of a row's trainings in the order of their seeds; none where none is done."""
    matrix, _, name = row.partition("/")
    folder = trainings / matrix / "rows" / name.replace(" ", "_")
    cards = sorted(folder.glob("seed-*/card.yaml"), key=lambda card: int(card.parent.name[5:]))
    names = [str(card) for card in cards]
    if not together:
        return names
    return ["+".join(names[at : at + 3]) for at in range(0, len(names) - 2, 3)]


if __name__ == "__main__":
    answer_claims(__doc__ or "", CLAIMS, cards_of)
