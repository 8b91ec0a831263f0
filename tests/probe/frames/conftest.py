"""Frames with coloured rectangles that walk, as a folder and as a table of their exact boxes."""

import numpy as np
import pytest
from PIL import Image

SIZE = (120, 200)
"""Height and width of the frames."""

COLOURS = ((200, 40, 40), (40, 60, 210))


def box_of(person, number):
    """Left, top, width, height: one walks to the right, the other to the left below."""
    return (5 + 6 * number, 4, 20, 50) if person == 0 else (170 - 6 * number, 62, 22, 54)


def drawn(number, people=(0, 1)):
    noise = np.random.default_rng(number).integers(0, 20, (*SIZE, 3), dtype=np.uint8)
    frame = np.full((*SIZE, 3), 120, np.uint8)
    for person in people:
        left, top, width, height = box_of(person, number)
        frame[top : top + height, left : left + width] = COLOURS[person]
        frame[top : top + 8, left : left + width] = (230, 190, 170)
    return frame + noise


@pytest.fixture(scope="session")
def walk():
    """`walk(number, people)`: a frame; `walk.box(person, number)`: where somebody is."""
    drawn.box = box_of
    return drawn


@pytest.fixture
def frames(tmp_path):
    """A folder of 20 frames, and exact masks beside them: 1 and 2 for the two people."""
    folder = tmp_path / "entrance 1"
    (folder / "masks").mkdir(parents=True)
    for number in range(20):
        Image.fromarray(drawn(number)).save(folder / f"f{number}.png")
        mask = np.zeros(SIZE, np.uint8)
        for person in (0, 1):
            left, top, width, height = box_of(person, number)
            mask[top : top + height, left : left + width] = person + 1
        Image.fromarray(mask).save(folder / "masks" / f"f{number}.png")
    return folder


@pytest.fixture
def table(tmp_path):
    """The boxes of all frames as a table."""
    rows = ["frame,x,y,width,height,score"]
    for number in range(20):
        for person in (0, 1):
            left, top, width, height = box_of(person, number)
            rows.append(f"{number},{left},{top},{width},{height},{0.9 - 0.2 * person}")
    path = tmp_path / "boxes.csv"
    path.write_text("\n".join(rows) + "\n")
    return path
