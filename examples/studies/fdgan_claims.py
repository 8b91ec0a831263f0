"""The claims of document 0, answered by trained rows; how they are decided: `claims.py`.

    python examples/studies/fdgan_claims.py STUDY --data market1501=DIR --data cuhk03_pictures=DIR \
        --data pku_reid=DIR --out claims.csv

STUDY is the folder that `fdgan_study.py` fills. Vectors are compared by cosine.
"""

from __future__ import annotations

from pathlib import Path

from claims import Claim, answer_claims

MARKET, CUHK03, PKU = "market1501", "cuhk03_pictures", "pku_reid"
STAGE_I, STAGE_III = "Model B 100@baseline", "Model B 100@joint"
"""A row, or the encoder after one of its stages: these are shared by all rows."""

SHARES = (100, 80, 60, 40, 20)
CLAIMS = (
    Claim("stage III beats stage I", STAGE_I, STAGE_III, (MARKET, CUHK03, PKU)),
    Claim("Model A beats E_I, same people", STAGE_III, "Model A on the first set", (MARKET, PKU)),
    Claim("Model B beats E_I, same people", STAGE_III, "Model B on the first set", (MARKET, PKU)),
    *(
        Claim(f"{model} beats E_I not transferred", STAGE_III, f"{model} 100", (CUHK03,))
        for model in ("Model A", "Model B", "Baseline")
    ),
    *(
        Claim(f"Model B beats Model A, {n} %", f"Model A {n}", f"Model B {n}", (CUHK03,))
        for n in SHARES
    ),
    *(
        Claim(f"the Baseline beats Model B, {n} %", f"Model B {n}", f"Baseline {n}", (CUHK03,))
        for n in SHARES
    ),
    *(
        Claim(f"all people beat 60 %, {model}", f"{model} 60", f"{model} 100", (CUHK03,))
        for model in ("Model A", "Model B", "Baseline")
    ),
    *(
        Claim(f"all people beat 20 %, {model}", f"{model} 20", f"{model} 100", (CUHK03,))
        for model in ("Model A", "Model B", "Baseline")
    ),
    Claim(
        "60 % of the pictures beat 60 % of the people, Model B",
        "Model B 60", "Model B 60 of the pictures", (CUHK03,),
    ),
    Claim(
        "20 % of the pictures beat 20 % of the people, Model B",
        "Model B 20", "Model B 20 of the pictures", (CUHK03,),
    ),
    Claim(
        "C_v trained along beats E_I's head, Model B",
        "Model B with the head of E_I", "Model B 100", (CUHK03,),
    ),
)  # fmt: skip


def cards_of(study: Path, row: str, _together: bool = False) -> list[str]:
    """The card files of a row's trainings in the order of their seeds; none where none is done."""
    name, _, stage = row.partition("@")
    card = f"stages/{stage}/encoder.yaml" if stage else "card.yaml"
    folder = study / "transfer" / "rows" / name.replace(" ", "_")
    seeds = sorted(folder.glob("seed-*"), key=lambda place: int(place.name[5:]))
    return [str(place / card) for place in seeds if (place / card).is_file()]


if __name__ == "__main__":
    answer_claims(__doc__ or "", CLAIMS, cards_of)
