"""Numbers of the usual heads to boxes and scores of people."""

import numpy as np
import pytest

from probe.backbones._detectors.onnx.card import DetectorCard
from probe.backbones._detectors.onnx.heads import people_of, suppressed
from probe.errors import DetectorError


def card_of(**changes):
    values = {
        "weights": "x", "input_size": (64, 96), "fit": "stretch", "head": "yolo", "box": "centre",
        "unit": "pixels", "person": 1, "nms": 0.5, **changes,
    }  # fmt: skip
    return DetectorCard(**values)


ROWS = np.zeros((20, 7))
ROWS[0] = (30, 20, 10, 20, 0.1, 0.9, 0.3)
ROWS[1] = (60, 30, 8, 16, 0.8, 0.04, 0.1)
BOX = [25, 10, 35, 30]


@pytest.mark.parametrize("rows", [ROWS, ROWS[None], ROWS.T, ROWS.T[None]])
def test_yolo_in_either_order_of_axes(rows):
    boxes, scores = people_of({"out": rows}, card_of())
    assert boxes.tolist() == [BOX]
    assert scores.tolist() == [0.9]


def test_yolo_with_objectness():
    boxes, scores = people_of({"out": ROWS}, card_of(objectness=True, person=0))
    assert boxes.tolist() == [BOX]
    np.testing.assert_allclose(scores, [0.1 * 0.9])


def test_detr():
    card = card_of(
        head="detr", boxes="b", scores="s", activation="softmax", unit="shares", person=0
    )
    given = {"b": [[[0.5, 0.5, 0.25, 0.5]] * 2], "s": [[[2.0, 0.0], [-9.0, 0.0]]]}
    boxes, scores = people_of(given, card)
    assert boxes.tolist() == [[36, 16, 60, 48]]
    np.testing.assert_allclose(scores, [np.e**2 / (np.e**2 + 1)])
    sigmoid = card.model_copy(update={"activation": "sigmoid"})
    np.testing.assert_allclose(people_of(given, sigmoid)[1], [1 / (1 + np.exp(-2.0))])


@pytest.mark.parametrize("batch", [False, True])
def test_boxes_after_nms(batch):
    card = card_of(head="boxes", boxes="b", scores="s", classes="c", box="corners")
    given = {"b": np.array([BOX, BOX]), "s": np.array([0.7, 0.8]), "c": np.array([1, 2])}
    given = {name: value[None] for name, value in given.items()} if batch else given
    boxes, scores = people_of(given, card)
    assert (boxes.tolist(), scores.tolist()) == ([BOX], [0.7])


def test_sides():
    card = card_of(head="boxes", boxes="b", scores="s", classes="c", box="sides")
    given = {"b": np.array([[25, 10, 10, 20]]), "s": np.array([0.7]), "c": np.array([1])}
    assert people_of(given, card)[0].tolist() == [BOX]


def test_suppression_is_greedy():
    corners = np.array([[0, 0, 10, 10], [1, 0, 11, 10], [8, 0, 18, 10], [40, 40, 50, 50]], float)
    scores = np.array([0.8, 0.9, 0.7, 0.6])
    assert suppressed(corners, scores, 0.5).tolist() == [1, 2, 3]
    assert suppressed(corners, scores, None).tolist() == [1, 0, 2, 3]
    assert suppressed(np.empty((0, 4)), np.empty(0), 0.5).tolist() == []


def test_outputs_that_do_not_fit():
    with pytest.raises(DetectorError, match="shape"):
        people_of({"out": np.zeros((2, 3, 4))}, card_of())
    with pytest.raises(DetectorError, match="3 columns of scores"):
        people_of({"out": ROWS}, card_of(person=80))
    card = card_of(head="detr", boxes="b", scores="s")
    with pytest.raises(DetectorError, match="5 numbers a box"):
        people_of({"b": np.zeros((3, 5)), "s": np.zeros((3, 2))}, card)
    with pytest.raises(DetectorError, match="4 boxes, 3 scores"):
        people_of({"b": np.zeros((4, 4)), "s": np.zeros((3, 2))}, card)
    card = card_of(head="boxes", boxes="b", scores="s", classes="c", box="corners")
    given = {"b": np.zeros((3, 4)), "s": np.zeros(3), "c": np.zeros(2)}
    with pytest.raises(DetectorError, match="3 boxes, 3 scores, 2 classes"):
        people_of(given, card)
    with pytest.raises(DetectorError, match="texts, not numbers"):
        people_of({**given, "c": np.array(["person"] * 3)}, card)


@pytest.mark.parametrize(("column", "value"), [(0, np.inf), (5, np.nan), (2, np.nan)])
def test_numbers_that_are_not_finite_are_refused(column, value):
    rows = ROWS.copy()
    rows[0, column] = value
    with pytest.raises(DetectorError, match="no finite numbers"):
        people_of({"out": rows}, card_of())


def test_a_box_that_is_not_finite_and_nobody_keeps_is_no_fault():
    rows = ROWS.copy()
    rows[7, :4] = np.inf
    assert people_of({"out": rows}, card_of())[0].tolist() == [BOX]
