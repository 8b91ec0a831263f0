"""Data sets of a matrix that are not there are said before the first training."""

from pathlib import Path

import pytest

from probe.backbones._training.data import DataRequest
from probe.backbones._training.matrix import matrix_of, planned
from probe.backbones._training.matrix_data import check_data_sets, data_digest
from probe.cli import main
from probe.errors import PictureSourceError, UsageError
from probe.files.strict_yaml import load_yaml

MATRIX = Path(__file__).parents[3] / "examples" / "studies" / "ibn_table4.yaml"

pytestmark = pytest.mark.checkout


@pytest.fixture
def trainings():
    file = load_yaml(MATRIX)
    return planned(matrix_of(file), file, {})


@pytest.mark.parametrize(
    ("learnt", "evaluated", "error", "message"),
    [
        ((), (), UsageError, "learns from a data set of yours"),
        (("market15=.",), (), UsageError, "does not take 'market15'"),
        (("market_form=no/such",), (), PictureSourceError, "no such folder"),
        (("{colours}",), ("market_form=no/such",), PictureSourceError, "no such folder"),
        (("{colours}",), ("market15=.",), UsageError, "market15"),
        (("{colours}",), ("{colours}",), PictureSourceError, "nothing to evaluate on"),
    ],
)
def test_what_no_row_could_use_is_refused(learnt, evaluated, error, message, trainings, colours):
    learnt, evaluated = (
        tuple(given.format(colours=colours) for given in side) for side in (learnt, evaluated)
    )
    with pytest.raises(error, match=message):
        check_data_sets(trainings, DataRequest(learnt), evaluated)


def test_people_of_one_camera_are_refused_before_the_training(trainings, market, picture, tmp_path):
    for part, at in (("query", 0), ("bounding_box_test", 1), ("bounding_box_train", 2)):
        for person in (1, 2):
            name = f"{person + (at == 2) * 50:04d}_c1s1_{at}.jpg"
            picture(tmp_path / "one" / part / name, at, person)
    learnt, evaluated = DataRequest((f"market_form={market}",)), f"market_form={tmp_path / 'one'}"
    with pytest.raises(PictureSourceError, match="all pictures are from one camera") as caught:
        check_data_sets(trainings, learnt, (evaluated,))
    assert caught.value.place == evaluated
    check_data_sets(trainings, learnt, (evaluated,), "any-camera")


def test_data_that_are_there_pass(trainings, colours, market):
    given = DataRequest((colours, f"market_form={market}"))
    check_data_sets(trainings, given, (f"market_form={market}",))


def test_nothing_is_trained_where_a_data_set_is_missing(colours, tmp_path, capsys):
    out = tmp_path / "out"
    arguments = ["train", str(MATRIX), "--data", colours, "--out", str(out)]
    assert main([*arguments, "--evaluate", "market_form=no/such"]) != 0
    assert "no such folder" in capsys.readouterr().err
    assert not out.exists()


def test_the_other_direction_has_another_digest(colours, market):
    other = f"market_form={market}"
    there, back = DataRequest((colours,), (other,)), DataRequest((other,), (colours,))
    assert data_digest(there) == data_digest(there)
    assert len({data_digest(there), data_digest(back), data_digest(DataRequest((colours,)))}) == 3


def test_another_styled_set_has_another_digest(colours, market, tmp_path):
    digests = set()
    for text in ("path,camera,source\n", "path,camera,source\n1.jpg,1,1.jpg\n"):
        (tmp_path / "pictures.csv").write_text(text)
        given = DataRequest((colours,), (f"market_form={market}",), (str(tmp_path),))
        digests.add(data_digest(given))
    assert len(digests) == 2
