"""Cameras to ranked matches: who is found, again and again the same; what leaves nothing to do."""

from dataclasses import replace
from pathlib import Path

import pytest

from probe.contracts import Reporter
from probe.embedding.vector_cache import VectorCache
from probe.errors import BackboneError, ComparisonError
from probe.matching.matching import match_cameras
from probe.runs.match_file import MATCHES, PICTURES, read_match
from tests.probe.cluster.two_nodes import Killing, two_nodes


class KilledError(Exception):
    pass


class Killer(Reporter):
    """Stops when the second camera is halfway."""

    def progress(self, text, unit):
        def tell(done, everything):
            if text.values.get("camera") == "hall" and done == 5:
                raise KilledError

        return tell


TRUE = {
    "gate/p0001": "hall/p0003", "gate/p0003": "hall/p0001",
    "hall/p0001": "gate/p0003", "hall/p0003": "gate/p0001",
}  # fmt: skip


def test_people_are_found_in_the_other_camera(asked, tmp_path):
    matches, times = match_cameras(asked())
    first = {query.walk: query.ranked[0].walk for query in matches.queries}
    assert {walk: first[walk] for walk in TRUE} == TRUE
    assert all(len(query.ranked) == query.compared == 3 for query in matches.queries)
    assert read_match(tmp_path / "out") == (matches, times)
    assert (tmp_path / "out" / PICTURES / "hall" / "p0002.webp").is_file()
    assert (times.frames, times.kept, times.peak) == (18, 0, None)
    walk = matches.walks[0]
    assert (walk.walk, walk.crops, walk.compared, walk.shown.frame) == ("gate/p0001", 9, 4, 4)
    assert walk.shown.box == (30, 5, 20, 50)


def test_twice_is_the_same_and_so_is_after_a_kill(asked, tmp_path):
    match_cameras(asked())
    wanted = (tmp_path / "out" / MATCHES).read_bytes()
    _, times = match_cameras(asked())
    assert (tmp_path / "out" / MATCHES).read_bytes() == wanted
    assert (times.frames, times.kept) == (0, 18)
    other = asked(out=tmp_path / "other")
    with pytest.raises(KilledError):
        match_cameras(other, Killer())
    assert not (tmp_path / "other" / MATCHES).exists()
    match_cameras(other)
    assert (tmp_path / "other" / MATCHES).read_bytes() == wanted


def test_vectors_are_kept(asked, tmp_path):
    cache = VectorCache(tmp_path / "vectors")
    match_cameras(asked(), None, cache)
    _, times = match_cameras(asked(ranks=1), None, cache)
    assert [(s.done, s.kept) for s in times.stages if s.stage == "embed"] == [(0, 24)]


def test_masked_and_by_several_models(asked):
    matches, times = match_cameras(asked(mask="detector", backbones=("stripes", "moco.demo")))
    assert matches.mask == "detector"
    assert [query.model for query in matches.queries[:2]] == ["stripes", "moco.demo"]
    assert len(matches.queries) == 12
    assert {stage.stage for stage in times.stages} == {"crop", "detect", "mask", "embed", "compare"}
    work = {s.model: s.operations for s in times.stages if s.stage == "embed"}
    assert work["stripes"] is None
    assert work["moco.demo"] > 1e6 * 24
    assert times.peak is not None
    assert matches.models[1].demonstration


def test_nobody_in_one_of_two_cameras(asked, make_film, cameras, tmp_path):
    empty = make_film(tmp_path / "yard", ())
    with pytest.raises(ComparisonError, match="fewer than two cameras") as caught:
        match_cameras(asked(cameras=(cameras[0], empty)))
    assert "gate: 27 people seen, 27 crops; yard: 0 people seen" in caught.value.message
    assert (tmp_path / "out" / "cameras" / "gate" / "boxes.csv").is_file(), "crops are kept"
    matches, _ = match_cameras(asked(cameras=(*cameras, empty), out=tmp_path / "three"))
    assert [note for note in matches.notes if "match-empty-camera" in note]


def test_one_film_under_two_names(asked, make_film, tmp_path):
    folders = [make_film(tmp_path / name, (1, 2), 7) for name in ("one", "copy")]
    with pytest.raises(ComparisonError, match="same pictures"):
        match_cameras(asked(cameras=folders))


def test_a_model_that_cannot_finish_costs_the_others_nothing(asked, frail):
    both, _ = match_cameras(asked(backbones=(frail, "stripes")))
    assert [model.name for model in both.models] == ["stripes"]
    (failed,) = both.failed_models
    assert (failed.name, "NaN" in failed.reason) == ("frail", True)
    alone, _ = match_cameras(asked())
    assert both.queries == alone.queries
    with pytest.raises(BackboneError, match="NaN"):
        match_cameras(asked(backbones=(frail,)))


def test_the_same_weights_given_twice_are_said_to_be_one_model(asked):
    matches, _ = match_cameras(asked(backbones=("stripes", "stripes")))
    assert sum("note-same-weights-twice" in note for note in matches.notes) == 1
    assert matches.fit == "card"


def test_crops_in_a_store_match_as_those_of_folders(asked, cameras, crop, memory, tmp_path):
    homes = [crop(camera, tmp_path / "cut" / camera.name) for camera in cameras]
    memory.put_folder(tmp_path / "cut")
    addresses = [Path(f"{memory.address}/{home.name}") for home in homes]
    here, _ = match_cameras(asked(cameras=homes, detector="", out=tmp_path / "here"))
    there, _ = match_cameras(asked(cameras=addresses, detector="", out=tmp_path / "there"))
    assert there.walks == here.walks
    assert there.queries == here.queries
    stated = [place for camera in there.cameras for place in (camera.source, camera.folder)]
    assert stated == [f"{memory.address}/{home.name}" for home in homes for _ in range(2)]


def test_frames_in_a_store_match_as_those_of_folders(asked, cameras, memory, tmp_path):
    memory.put_folder(tmp_path)
    addresses = [Path(f"{memory.address}/{folder.name}") for folder in cameras]
    here, _ = match_cameras(asked(out=tmp_path / "here"))
    there, _ = match_cameras(asked(cameras=addresses, out=tmp_path / "there"))
    assert (there.walks, there.queries) == (here.walks, here.queries)
    assert [camera.source for camera in there.cameras] == [
        f"{memory.address}/{folder.name}" for folder in cameras
    ]
    assert there.cameras[0].folder == here.cameras[0].folder


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_matches_of_two_nodes_of_which_one_dies_are_those_of_one_machine(
    asked, cameras, crop, tmp_path
):
    pytest.importorskip("cv2", reason="the extra `grabcut` is not installed")
    homes = [crop(camera, tmp_path / "cut" / camera.name) for camera in cameras]
    request = asked(
        cameras=homes, detector="", mask="grabcut", backbones=("stripes", "moco.demo"), threads=1,
        out=tmp_path / "here",
    )  # fmt: skip
    match_cameras(request)
    with two_nodes() as cluster:
        there = replace(request, out=tmp_path / "there", cluster=cluster.address)
        _, times = match_cameras(
            there, killing := Killing(cluster, "progress-masking", "progress-embedding")
        )
    assert killing.left == []
    assert all(stage.operations is None for stage in times.stages)
    files = [sorted(path.rglob("*")) for path in (tmp_path / "here", tmp_path / "there")]
    assert [path.name for path in files[0]] == [path.name for path in files[1]]
    for one, other in zip(*files, strict=True):
        if one.is_file() and one.name != "times.json":
            assert one.read_bytes() == other.read_bytes(), one
