"""Pictures at the input size: prepared, in order, and never too many in memory."""

import threading

import numpy as np
import pytest

from probe.embedding.fitted import Preparation, fitted_pictures
from probe.errors import PictureError
from probe.pictures.fitting import Fitting, fit_picture
from tests.probe.embedding.test_embed import records

FITTING = Fitting((32, 16), "stretch")


def test_a_picture_is_prepared_before_it_is_fitted():
    (record,) = records(1)
    picture = record.origin.load()
    plain = Preparation(FITTING)(record)
    np.testing.assert_array_equal(plain, fit_picture(picture, FITTING))
    dark = Preparation(FITTING, lambda record, given: given // 2)(record)
    np.testing.assert_array_equal(dark, fit_picture(picture // 2, FITTING))


@pytest.mark.parametrize("workers", [1, 3])
def test_records_come_in_order_whatever_the_number_of_threads(workers):
    given = records(20)
    pairs = list(fitted_pictures(Preparation(FITTING), given, workers, ahead=4))
    assert [record for record, _ in pairs] == given
    for record, picture in pairs:
        np.testing.assert_array_equal(picture, Preparation(FITTING)(record))


def test_no_more_pictures_are_begun_than_may_wait():
    begun, lock = [], threading.Lock()

    def prepare(record, picture):
        with lock:
            begun.append(record.image_id)
        return picture

    stream = fitted_pictures(Preparation(FITTING, prepare), records(20), 2, ahead=3)
    next(stream)
    assert len(begun) <= 4
    stream.close()
    assert len(begun) <= 4


def test_an_error_of_a_picture_is_raised_where_it_is_asked_for():
    def broken(record, picture):
        if record.image_id == "0002":
            raise PictureError("no picture", place=record.source)
        return picture

    stream = fitted_pictures(Preparation(FITTING, broken), records(5), 2, ahead=4)
    assert [next(stream)[0].image_id for _ in range(2)] == ["0000", "0001"]
    with pytest.raises(PictureError, match="no picture"):
        next(stream)
