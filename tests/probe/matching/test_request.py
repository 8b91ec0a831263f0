"""What is refused before anything is computed."""

import pytest

from probe.errors import UsageError


def test_one_camera_is_refused(asked, cameras):
    with pytest.raises(UsageError, match="one camera") as caught:
        asked(cameras=cameras[:1]).check()
    assert "two cameras or more" in caught.value.hint


def test_a_camera_that_is_named_twice(asked, cameras, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="named twice"):
        asked(cameras=(cameras[0], type(cameras[0])("gate"))).check()


@pytest.mark.parametrize(
    ("changes", "message"),
    [({"pictures": 0}, "pictures"), ({"ranks": 0}, "ranks"), ({"least_score": 2.0}, "least.score")],
)
def test_numbers_outside_their_bounds(asked, changes, message):
    with pytest.raises(UsageError, match=message):
        asked(**changes).check()


def test_backbones_are_one_or_several(asked):
    assert asked().backbone_names == ("stripes",)
    assert asked(backbones=("stripes", "moco.demo")).backbone_names == ("stripes", "moco.demo")
