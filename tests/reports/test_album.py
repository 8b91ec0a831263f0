"""Pictures of a report: small, each kept once."""

import io

import pytest
from PIL import Image

from probe.errors import RunError
from probe.reports.album import THUMB, Album


def test_a_picture_asked_for_twice_is_kept_once_and_small(run_of) -> None:
    run = run_of("five")
    image = run.images.loc[run.images["status"] == "ok", "image_id"].iloc[0]
    album = Album(run)
    key = album.add(image)
    assert album.add(image) == key
    assert album.add(image, 40) != key
    assert len(album.kept) == 2
    kept = album.kept[key]
    with Image.open(io.BytesIO(kept.data)) as picture:
        assert picture.size == (kept.width, kept.height)
    assert kept.height <= THUMB
    assert next(p for p in album.kept.values() if p.key != key).height == 40


def test_what_was_not_kept_has_no_key(run_of) -> None:
    album = Album(run_of("single_picture"))
    image = album.run.images["image_id"].iloc[0]
    assert album.add(image) == album.add(None) == ""
    assert album.rendition(image) is None
    assert not album.holds_any


def test_a_damaged_picture_is_refused_by_its_file(run_of, monkeypatch) -> None:
    run = run_of("five")
    image = run.images.loc[run.images["status"] == "ok", "image_id"].iloc[0]
    monkeypatch.setattr(type(run), "picture", lambda *_: b"no picture")
    with pytest.raises(RunError, match="the picture cannot be read") as caught:
        Album(run).add(image)
    assert f"{image}.webp" in str(caught.value)
