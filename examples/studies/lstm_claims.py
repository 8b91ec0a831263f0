"""The claims of document 003, answered by trained rows; how they are decided: `claims.py`.

    python examples/studies/lstm_claims.py STUDY --data market1501=DIR --data cuhk03_pictures=DIR \
        --out claims.csv

STUDY is the folder that `lstm_study.py` fills. Each direction is evaluated on its target. Vectors
are compared by cosine; `@branch` is the feature with the local branch in it, the others are POOL-5.
"""

from __future__ import annotations

from pathlib import Path

from claims import Claim, answer_claims

TARGETS = {"to_cuhk03": "cuhk03_pictures", "to_market": "market1501"}
"""Folder of a direction -> form of its target."""

BRANCH = "lstm_branch.yaml"
STYLED, CONNECTED = "+ styled target", "+ domain connectivity"
LSTM, ALONE, POOLED = "+ LSTM branch", "independent parts instead", "+ average and maximum"
HHL, MENDED = "HHL", "HHL without its slip"
TOLD = (
    ("styled target pictures help", "source only", STYLED),
    ("domain connectivity helps", STYLED, CONNECTED),
    ("the LSTM branch helps POOL-5", CONNECTED, LSTM),
    ("the LSTM beats parts that do not see each other", ALONE, LSTM),
    ("independent parts help POOL-5", CONNECTED, ALONE),
    ("average and maximum beat the average", LSTM, POOLED),
    ("all of it beats the source alone", "source only", POOLED),
    ("all of it beats HHL", HHL, POOLED),
    ("all of it beats HHL without its slip", MENDED, POOLED),
    ("HHL is better without its slip", HHL, MENDED),
    ("the branch in the vector helps", LSTM, f"{LSTM}@branch"),
    (
        "the LSTM in the vector beats independent parts in the vector",
        f"{ALONE}@branch", f"{LSTM}@branch",
    ),
)  # fmt: skip
"""What is claimed, the worse row, the better one."""


def claims_of(told: tuple[tuple[str, str, str], ...]) -> tuple[Claim, ...]:
    """Each claim in both directions."""
    return tuple(
        Claim(text, f"{direction}/{worse}", f"{direction}/{better}", (form,))
        for text, worse, better in told
        for direction, form in TARGETS.items()
    )


CLAIMS = claims_of(TOLD)


def cards_of(study: Path, row: str, _together: bool = False) -> list[str]:
    """The card files of a row's trainings in the order of their seeds; none where none is done."""
    direction, _, name = row.partition("/")
    name, _, feature = name.partition("@")
    folder = study / direction / "rows" / name.replace(" ", "_")
    seeds = sorted(folder.glob("seed-*"), key=lambda place: int(place.name[5:]))
    cards = [place / (BRANCH if feature else "card.yaml") for place in seeds]
    return [str(card) for card in cards if card.is_file()]


if __name__ == "__main__":
    answer_claims(__doc__ or "", CLAIMS, cards_of)
