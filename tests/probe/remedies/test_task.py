"""Remedies for one model in one protocol: results, or why there are none."""

from dataclasses import replace

import pytest

from probe.cluster.place import on_a_node
from probe.errors import BackboneError, ClusterError, PictureError
from probe.pictures.photographs import photo_set
from probe.protocol.finding import load_protocol
from probe.remedies.shipped.flip_average import FlipAverage
from probe.remedies.task import RemedyTask, RemedyWork


@pytest.fixture
def images(photos, protocol_file):
    return photo_set(load_protocol(protocol_file), photos)


def work(images):
    return RemedyWork({"turn": images}, None, 0.0, 0.05)


def failing(planted, error):
    def embed(picture):
        raise error

    return RemedyTask("planted", planted(embed), "turn", 1)


def test_remedies_are_tried_and_told_how_far(images, planted):
    told = []
    task = RemedyTask("planted", planted(lambda p: (p[::4, ::4] - 0.5).ravel()), "turn", 1)
    results = work(images)(task, lambda *done: told.append(done))
    assert results[0].name == "nothing"
    assert len(results) > 3
    assert told[-1][0] == told[-1][1]
    assert str(task) == "planted, turn"


def test_what_fails_is_told_with_the_reason(images, planted):
    assert work(images)(failing(planted, BackboneError("no GPU today"))) == "no GPU today"


def test_what_another_node_may_do_is_no_reason(images, planted):
    with pytest.raises(ClusterError):
        work(images)(failing(planted, ClusterError("it computes something else")))

    class Gone:
        def load(self):
            raise PictureError("gone")

    records = tuple(replace(record, origin=Gone()) for record in images.records)
    away, task = work(replace(images, records=records)), failing(planted, BackboneError("never"))
    assert away(task) == "gone"
    with on_a_node(), pytest.raises(PictureError):
        away(task)


def test_remedies_of_others_are_tried_here(images, monkeypatch):
    class Mine(FlipAverage):
        pass

    plain = work(images)
    assert plain.can_be_sent
    assert not replace(plain, own={"mine": FlipAverage()}).can_be_sent
    monkeypatch.setattr("probe.remedies.task.remedies_in_order", lambda: {"mine": Mine()})
    assert not plain.can_be_sent


def test_a_node_with_other_remedies_is_refused(images, planted, monkeypatch):
    monkeypatch.setattr("probe.remedies.task.this_node", lambda: "far (10.0.0.7, 1)")
    task = failing(planted, BackboneError("never"))
    with pytest.raises(ClusterError, match=r"far \(10.0.0.7, 1\).*remedies"):
        replace(work(images), registered=("mask",))(task)
