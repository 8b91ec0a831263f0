"""A run of photographs, stored once, and albums written by hand."""

import pytest

from probe.audit.pictures import Album, Shown
from tests.conftest import PLAIN_PROTOCOL, write_photos


@pytest.fixture(scope="session")
def stored(tmp_path_factory):
    """Eight people, three conditions, a model of one vector and one of twelve parts, two rates."""
    from probe.study.request import StudyRequest
    from probe.study.steps import run_study

    folder = tmp_path_factory.mktemp("audited")
    (folder / "turn.yaml").write_text(PLAIN_PROTOCOL, encoding="utf-8")
    photos = write_photos(folder / "photos")
    (photos / "03_o90_1.png").unlink()
    (photos / "05_o0_1.png").unlink()
    request = StudyRequest(
        folder / "turn.yaml",
        ("stripes", "moco.demo"),
        photos=photos,
        out=folder / "runs",
        fmr=(0.03, 0.1),
        cache=folder / "cache",
        pictures=False,
    )
    return run_study(request)


def shown(image, person, condition, subject=True, outfit="", place=""):
    return Shown(image, person, subject, condition, outfit, place)


@pytest.fixture
def album():
    """Two people with two pictures in condition 0 and one in condition 1, and a stranger."""
    pictures = (
        shown("a1", "ann", 0), shown("a2", "ann", 0), shown("a3", "ann", 1),
        shown("b1", "bob", 0), shown("b2", "bob", 0), shown("b3", "bob", 1),
        shown("c1", "cat", 0, subject=False),
    )  # fmt: skip
    return Album(pictures, "unknown", 0, 2, across=False)


@pytest.fixture
def coded():
    """Scores that say which pictures were compared: first letter twice, then the numbers."""

    class Coded:
        images = frozenset({"a1", "a2", "a3", "b1", "b2", "b3", "c1"})

        def between(self, first, second):
            import numpy as np

            return np.array([[ord(a[0]) * 0 + int(a[1]) + int(b[1]) / 10 for b in second]
                             for a in first])  # fmt: skip

    return Coded()
