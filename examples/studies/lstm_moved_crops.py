"""LSTM and independent parts where crops are wrong: query pictures moved by 5, 10 and 20 %.

    python examples/studies/lstm_moved_crops.py STUDY --data market1501=DIR \
        --data cuhk03_pictures=DIR --out moved.csv

Document 001 says of LSTM models that they suffer where people are misaligned. Here the frame of
every query picture is moved up or down by a share of its height: what comes in is filled with the
nearest row, the direction depends on the picture's name, the gallery stays as it is. Moved sets lie
in STUDY/moved. The table has every row's figures at every share, and the difference of both kinds
of parts with its interval (`claims.py`); 0 % is the data set as it is.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
from claims import answers, compare
from lstm_claims import ALONE, CONNECTED, LSTM, cards_of, claims_of
from numpy.typing import NDArray
from PIL import Image

from probe.files.atomic import write_text
from probe.pictures.data_sets import read_data
from probe.pictures.decoding import read_picture

SHARES = (0.0, 0.05, 0.1, 0.2)
TOLD = (
    ("the LSTM beats parts that do not see each other", ALONE, LSTM),
    ("the LSTM in the vector beats independent parts in the vector",
     f"{ALONE}@branch", f"{LSTM}@branch"),
    ("the LSTM branch helps POOL-5", CONNECTED, LSTM),
)  # fmt: skip
HEADS = (
    "share", "data", "claim", "figure", "worse", "better", "difference", "low", "high", "agree",
    "verdict",
)  # fmt: skip


def moved(picture: NDArray[np.uint8], share: float, name: str) -> NDArray[np.uint8]:
    """A picture `uint8 (h, w, 3)` whose frame is moved by a share of its height.

    Args:
        picture: as it is.
        share: of the height; rows are rounded.
        name: decides whether up or down.
    """
    height = len(picture)
    down = hashlib.sha256(name.encode()).digest()[0] % 2 == 0
    rows = np.arange(height) + (1 if down else -1) * round(share * height)
    return picture[rows.clip(0, height - 1)]


def moved_set(given: str, share: float, out: Path) -> str:
    """Query and gallery of `FORM=DIR` with moved queries, as a data set of the same form."""
    form, _, folder = given.partition("=")
    if not share:
        return given
    target = out / f"{form}_{round(100 * share):02d}"
    if (target / "done").is_file():
        return f"{form}={target}"
    data = read_data(given)
    for part in Path(folder).iterdir():
        if part.is_dir():  # a layout asks for all of its folders, if only to be empty
            (target / part.name).mkdir(parents=True, exist_ok=True)
    for name in data.gallery.paths:
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(data.gallery.root / name, place)
    for name in data.query.paths:
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        picture = moved(read_picture(data.query.root / name), share, name)
        # No new losses: written as PNG under the name that says person and camera.
        Image.fromarray(picture).save(place, "PNG")
    for kept in Path(folder).glob("*.txt"):
        shutil.copyfile(kept, target / kept.name)
    (target / "done").write_text("")
    return f"{form}={target}"


def lines(study: Path, data: dict[str, str], threads: int) -> Iterator[list[object]]:
    """The rows of the table, share by share."""
    for share in SHARES:
        sets = {form: moved_set(given, share, study / "moved") for form, given in data.items()}
        for one in answers(compare(claims_of(TOLD), partial(cards_of, study), sets, threads)):
            yield [
                share, one.data, one.claim, one.figure,
                *(f"{v:.6f}" for v in (one.worse, one.better, one.difference, one.low, one.high)),
                one.agree, one.verdict,
            ]  # fmt: skip


def main() -> None:
    """Move, compare, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("study", type=Path)
    parser.add_argument("--data", action="append", required=True, metavar="FORM=DIR")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    data = {one.partition("=")[0]: one for one in given.data}
    table = [list(HEADS), *lines(given.study, data, given.threads)]
    if len(table) == 1:
        raise SystemExit(f"{given.study}: no claim has all its trainings; nothing is written")
    text = "".join(",".join(map(str, line)) + "\n" for line in table)
    write_text(given.out, text)
    print(text)


if __name__ == "__main__":
    main()
