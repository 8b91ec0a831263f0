"""Rendered training tracks: what varies and what does not, and that files are kept."""

import numpy as np
import pytest
from PIL import Image

from probe.backbones._training.recipe_file import load_recipe
from probe.backbones._training.rendered import RenderedTracks, track_pictures, write_tracks
from probe.pictures.data_sets import read_data
from probe.scenes import SceneRecipe

ONE_CAMERA = load_recipe("arcface.demo").data
MANY_CAMERAS = load_recipe("moco.demo").data


def scenes(tracks):
    return [each.scene for each in track_pictures(tracks)]


def test_single_camera_tracks_vary_the_distance_and_hardly_anything_else():
    found = scenes(ONE_CAMERA)
    assert len(found) == ONE_CAMERA.people * ONE_CAMERA.pictures
    assert len({(s.camera, s.room, s.light, s.camera_height, s.background) for s in found}) == 1
    distances = np.array([s.distance for s in found]).reshape(-1, ONE_CAMERA.pictures)
    assert (np.ptp(distances, axis=1) > 8.6).all()
    step = np.ptp(ONE_CAMERA.distance) / ONE_CAMERA.pictures
    assert (np.diff(distances, axis=1) < step).all(), "a track comes nearer"
    turned = np.array([s.orientation for s in found]).reshape(-1, ONE_CAMERA.pictures)
    assert np.ptp(turned, axis=1).max() <= 2 * ONE_CAMERA.turning


def test_many_cameras_vary_everything():
    found = scenes(MANY_CAMERAS)
    assert len({s.camera for s in found}) == MANY_CAMERAS.cameras
    assert len({s.background for s in found}) == 4
    assert len({s.camera_height for s in found}) == MANY_CAMERAS.cameras
    by_camera = {}
    for scene in found:
        place = (scene.room, scene.light, scene.camera_height, scene.background, scene.domain)
        assert by_camera.setdefault(scene.camera, place) == place


def test_no_training_person_is_one_of_the_protocols():
    for tracks in (ONE_CAMERA, MANY_CAMERAS):
        assert min(s.identity for s in scenes(tracks)) >= 20_000


def test_more_people_do_not_change_those_before():
    fewer = ONE_CAMERA.model_copy(update={"people": 3})
    assert list(track_pictures(ONE_CAMERA))[: 3 * ONE_CAMERA.pictures] == list(
        track_pictures(fewer)
    )


def test_ranges_are_checked():
    told = {name: getattr(ONE_CAMERA, name) for name in RenderedTracks.model_fields}
    with pytest.raises(ValueError, match="from low to high"):
        RenderedTracks(**{**told, "distance": (9, 3)})
    with pytest.raises(ValueError, match="directions must name"):
        RenderedTracks(**{**told, "directions": ()})


@pytest.mark.slow
def test_files_are_written_once_and_read_as_tracks(tmp_path):
    tracks = ONE_CAMERA.model_copy(update={"people": 2, "pictures": 2})
    told = []
    write_tracks(tracks, tmp_path, lambda done, everything: told.append((done, everything)), 1)
    assert told[0] == (0, 4)
    assert told[-1] == (4, 4)
    first = tmp_path / next(track_pictures(tracks)).path
    before = first.stat().st_mtime_ns
    (tmp_path / list(track_pictures(tracks))[3].path).unlink()
    write_tracks(tracks, tmp_path, lambda done, everything: told.append((done, everything)), 1)
    assert told[-2:] == [(3, 4), (4, 4)]
    assert first.stat().st_mtime_ns == before
    data = read_data(f"identity_folders={tmp_path}")
    assert (len(data.train), data.train.identities) == (4, 2)
    assert np.asarray(Image.open(first)).std() > 10
    assert isinstance(next(track_pictures(tracks)).scene, SceneRecipe)
