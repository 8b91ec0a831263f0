"""Only pictures of different cameras are compared: against a brute force over all pairs."""

from itertools import combinations, product
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from probe.comparison import VectorScores, compare, standard_strangers
from probe.embedding.embed import Embeddings
from probe.errors import BackboneError, PictureSourceError, UsageError
from probe.files.strict_yaml import parse_yaml
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.pictures.photographs import photo_set
from probe.protocol.checked import protocol_of
from probe.reports.sections.method.data import method_of
from probe.reports.source import Source
from probe.study.request import StudyRequest
from probe.study.steps import run_study
from probe.wording import wording_of

PROTOCOL = """
name: p
title: P
question: Q?
factors: [{name: f, levels: [a, b], standard: b}]
photos: {pattern: "{subject}_c{camera}_{level}.png", repeat: [camera], across: camera}
"""


class Nowhere:
    def load(self):
        raise AssertionError("nobody reads pictures here")


def images(people=4, cameras=3, text=PROTOCOL):
    records = tuple(
        ImageRecord(
            f"{p}-{c}-{k}-{t}", "p", f"s{p}", "subject", k, "", str(c), "", f"{c}/{t}",
            f"{p}-{c}-{k}-{t}", Nowhere(), 1, 1,
        )
        for p in range(people) for c in range(cameras) for k in range(2) for t in range(2)
    )  # fmt: skip
    return ImageSet(protocol_of(parse_yaml(text, Path("p.yaml"))), "photos", records)


def vectors_of(records, pull=0.0):
    """Random vectors; `pull` draws pictures of one camera together."""
    rng = np.random.default_rng(3)
    people = {r.subject: rng.normal(size=8) for r in records}
    cameras = {r.camera: rng.normal(size=8) for r in records}
    rows = [people[r.subject] + pull * cameras[r.camera] + rng.normal(size=8) for r in records]
    return Embeddings(tuple(r.image_id for r in records), np.array(rows, np.float32))


def compared(chosen, vectors):
    scores = VectorScores(vectors)
    strangers = standard_strangers([chosen], scores)
    return strangers, compare(chosen, scores, strangers, 0.3, 0.01)


def test_cells_and_threshold_hold_the_pairs_of_different_cameras_and_no_others():
    chosen = images()
    vectors = vectors_of(chosen.records)
    unit = vectors.vectors.astype(float)
    unit /= np.linalg.norm(unit, axis=1, keepdims=True)
    strangers, found = compared(chosen, vectors)
    wanted = {
        (kind, i, j): [] for kind in ("mated", "at_large") for i, j in ((0, 0), (0, 1), (1, 1))
    }
    for (a, left), (b, right) in combinations(enumerate(chosen.records), 2):
        if left.camera == right.camera:
            continue
        kind = "mated" if left.subject == right.subject else "at_large"
        cell = (kind, *sorted((left.condition, right.condition)))
        wanted[cell].append(float(unit[a] @ unit[b]))
    for cell in found.cells:
        expected = wanted[cell["kind"], cell["i"], cell["j"]]
        assert cell["n_pairs"] == len(expected)
        if cell["kind"] == "mated":
            assert cell["misses"] == sum(score <= 0.3 for score in expected)
        assert cell["mean"] == pytest.approx(np.mean(expected), abs=1e-6)
    assert np.sort(strangers.ranked.scores) == pytest.approx(
        np.sort(wanted["at_large", 1, 1]), abs=1e-6
    )


def test_a_camera_that_draws_its_pictures_together_no_longer_raises_the_threshold():
    free = images(text=PROTOCOL.replace(", across: camera", ""))
    vectors = vectors_of(free.records, pull=3.0)
    apart, _ = compared(images(), vectors)
    anyhow, _ = compared(free, vectors)
    assert np.quantile(apart.ranked.scores, 0.95) < np.quantile(anyhow.ranked.scores, 0.95) - 0.1


def test_of_one_person_there_is_no_interval_and_it_says_why():
    _, found = compared(images(people=1), vectors_of(images(people=1).records))
    mated = [cell for cell in found.cells if cell["kind"] == "mated"]
    assert all(cell["interval_method"] == "none" for cell in mated)
    notes = {wording_of().stored(cell["interval_note"]) for cell in mated}
    assert notes == {
        "one person, and pictures of one camera, day, session or photograph are not compared with "
        "each other"
    }


def test_a_picture_whose_camera_is_unknown_is_refused(tmp_path):
    for name in ("anna_a_1.png", "anna_b_1.png"):
        drawn = np.random.default_rng(len(name)).integers(0, 256, (8, 4, 3), np.uint8)
        Image.fromarray(drawn).save(tmp_path / name)
    pattern = PROTOCOL.replace("{subject}_c{camera}_{level}", "{subject}_{level}_{take}")
    with pytest.raises(PictureSourceError, match="which is not known of 1 pictures"):
        photo_set(protocol_of(parse_yaml(pattern, Path("p.yaml"))), tmp_path)


def test_a_protocol_without_it_has_the_digest_it_always_had():
    plain = protocol_of(parse_yaml(PROTOCOL.replace(", across: camera", ""), Path("p.yaml")))
    assert plain.photos.across is None
    assert plain.digest() != images().protocol.digest()


def test_remedies_are_refused_before_any_work(tmp_path):
    path = tmp_path / "p.yaml"
    path.write_text(PROTOCOL)
    request = StudyRequest(str(path), photos=tmp_path, remedies=True)
    with pytest.raises(UsageError, match="--remedies"):
        run_study(request)


def test_rendered_people_have_no_cameras_to_tell_apart(tmp_path):
    path = tmp_path / "p.yaml"
    text = PROTOCOL.replace("levels: [a, b], standard: b", "levels: [3, 4], standard: 3")
    path.write_text(text + "scene: {distance: $f}\n")
    request = StudyRequest(str(path), backbones=("nothing-of-this-name",), remedies=True)
    with pytest.raises(BackboneError, match="nothing-of-this-name"):
        run_study(request)


@pytest.mark.parametrize("across", [True, False])
def test_the_report_says_which_pictures_were_compared(tmp_path, across):
    rng = np.random.default_rng(0)
    for person, camera, level in product("xyz", "12", "ab"):
        picture = rng.integers(0, 255, (32, 16, 3), np.uint8)
        Image.fromarray(picture).save(tmp_path / f"{person}_c{camera}_{level}.png")
    path = tmp_path / "p.yaml"
    path.write_text(PROTOCOL if across else PROTOCOL.replace(", across: camera", ""))
    out, cache = tmp_path / "runs", tmp_path / "cache"
    request = StudyRequest(
        str(path), backbones=("stripes",), photos=tmp_path, out=out, cache=cache, pictures=False
    )
    told = dict(method_of(Source(run_study(request))))["Comparisons"]
    assert ("Only pictures of different cameras are compared" in told) is across
