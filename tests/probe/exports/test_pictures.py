"""What is told of every picture: the run's table, and scores as its pairs have them."""

import numpy as np
import pytest

from probe.exports.pictures import shown_pictures
from probe.study.request import StudyRequest


@pytest.fixture
def run(studied, photos, protocol_file, tmp_path):
    place = tmp_path / "runs"
    return studied(StudyRequest(protocol_file, "stripes", photos=photos, out=place, fmr=0.1))


def test_every_usable_picture_is_told_with_its_person_and_condition(run):
    told = list(shown_pictures(run))
    usable = run.images[run.images["status"] == "ok"]
    assert [each.image_id for each in told] == list(usable["image_id"])
    assert [each.subject for each in told] == list(usable["subject"])
    (protocol,) = run.protocols.values()
    keys = [protocol.conditions[index].key for index in usable["condition"]]
    assert [each.condition for each in told] == keys
    assert told[0].facts["factor_orientation"] == usable["factor_orientation"].iloc[0]
    assert "camera" not in told[0].facts, "nothing is known of cameras"


def test_scores_are_those_of_pairs_with_the_standard_condition(run):
    (protocol,) = run.protocols.values()
    standard = run.images["condition"] == protocol.standard.index
    usual = set(run.images.loc[standard, "image_id"])
    ids, vectors = run.embeddings("stripes")
    unit = vectors.astype(float) / np.linalg.norm(vectors.astype(float), axis=1, keepdims=True)
    place = {image_id: k for k, image_id in enumerate(ids)}
    (threshold,) = [t.value for t in run.manifest.thresholds if t.backbone == "stripes"]
    told = list(shown_pictures(run))
    person = {each.image_id: each.subject for each in told}
    for each in told:
        others = [
            other for other in usual if person[other] == each.subject and other != each.image_id
        ]
        expected = np.array([unit[place[each.image_id]] @ unit[place[other]] for other in others])
        scores = each.scores["stripes"]
        assert len(others) in {2, 3}
        assert scores.mean == pytest.approx(expected.mean(), abs=1e-9)
        assert scores.missed == pytest.approx((expected <= threshold).mean())
        assert np.array_equal(scores.vector, vectors[place[each.image_id]])
