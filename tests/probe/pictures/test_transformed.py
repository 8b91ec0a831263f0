"""Records of a protocol whose pictures are made by transforms."""

from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from probe.comparison.cast import cast_of
from probe.comparison.mated import mated_rows
from probe.errors import ProtocolError
from probe.masking.making import make_masks
from probe.masking.maskers.files import FileMasks
from probe.pictures.photographs import photo_set
from probe.pictures.rendered import scene_recipes
from probe.pictures.transformed import check_made_differ
from probe.protocol.finding import load_protocol, shipped_further
from probe.wording import wording_of

PROTOCOL = """\
name: cut
title: Cut
question: Still the same?
factors:
  - name: feet
    kind: ordered
    unit: "%"
    levels: [0, 25, 50]
    standard: 0
takes: 3
photos:
  pattern: "{subject}_o180_{take}.png"
transform: framing
"""


@pytest.fixture
def read(tmp_path):
    """The function that reads a protocol of this text."""

    def of(text):
        path = tmp_path / "cut.yaml"
        path.write_text(text, encoding="utf-8")
        return load_protocol(path)

    return of


@pytest.fixture
def images(read, photos):
    """8 people, 3 photographs each, at 3 levels."""
    return photo_set(read(PROTOCOL), photos)


def test_every_photograph_stands_in_every_level(images):
    assert len(images.records) == 8 * 3 * 3
    assert {r.condition for r in images.records} == {0, 1, 2}
    assert len({r.source for r in images.records}) == 24
    assert len({r.image_id for r in images.records}) == 72


def test_the_neutral_level_is_the_photograph_itself(images, read, photos):
    plain = photo_set(
        read(PROTOCOL.replace("transform: framing\n", "").replace("_o180_", "_o{level}_")
             .replace("levels: [0, 25, 50]", "levels: [0, 90, 180]")),
        photos,
    )  # fmt: skip
    known = {r.source: r for r in plain.records if r.condition == 2}
    for record in images.records:
        same = known[record.source]
        if record.condition == 0:
            assert record.image_id == same.image_id
            np.testing.assert_array_equal(record.origin.load(), same.origin.load())
        assert record.shot == same.image_id


def test_sizes_are_those_of_the_changed_pictures(images):
    for record in images.records:
        assert record.origin.load().shape == (record.height, record.width, 3)
        assert record.height == (96, 72, 48)[record.condition]


def test_pictures_made_from_one_are_never_compared(images):
    row = {image: n for n, image in enumerate(sorted({r.image_id for r in images.records}))}
    cast = cast_of(images, SimpleNamespace(row=row))
    shots = {row[r.image_id]: r.shot for r in images.records}
    for i, j, count in ((0, 0, 3), (0, 2, 6), (1, 2, 6)):
        subject, rows = mated_rows(cast, i, j)
        assert np.bincount(subject).tolist() == [count] * 8
        assert all(shots[a] != shots[b] for a, b in rows.tolist())
    first, *others = [r for r in images.records if r.source == images.records[0].source]
    assert not any(images.comparable(first, other) for other in others)


def test_the_set_says_so(images):
    (note,) = (n for n in images.notes if n.id == "note-transformed")
    assert note.values["transforms"] == ("framing",)
    assert not [n for n in images.notes if n.id == "note-transform-leaves"]


@pytest.mark.parametrize("name", shipped_further()["outdoors"])
def test_levels_of_shipped_protocols_make_different_photographs(name):
    protocol = load_protocol(name)
    check_made_differ(protocol)
    assert protocol.taken == (protocol.standard,)


def test_pictures_that_are_too_small_for_a_transform_are_counted(read, photos):
    text = PROTOCOL.replace("framing", "resolution").replace("[0, 25, 50]", "[48, 96, 200, 400]")
    images = photo_set(read(text.replace("standard: 0", "standard: 400")), photos)
    (note,) = (n for n in images.notes if n.id == "note-transform-leaves")
    assert wording_of("en")(note) == (
        "cut: 72 of 72 pictures stay as they are at 96%, 200% and 400%: they are too small for "
        "what is done there, and say nothing of it"
    )
    left = [r for r in images.records if r.condition > 0]
    assert all((r.origin.load() == r.origin.before.load()).all() for r in left[:6])


def test_a_given_mask_goes_through_the_transforms(images, tmp_path):
    mask = np.zeros((96, 40, 3), np.uint8)
    mask[20:90, 10:30] = 255
    (tmp_path / "masks").mkdir()
    for name in {record.source for record in images.records}:
        Image.fromarray(mask).save(tmp_path / "masks" / name)
    masks = make_masks(FileMasks(tmp_path / "masks"), images.records)
    assert not masks.failures
    for record in images.records:
        np.testing.assert_array_equal(masks.mask(record.image_id), mask[: record.height, :, 0] > 0)


def test_a_path_that_says_a_made_level_is_refused(read, photos):
    with pytest.raises(ProtocolError, match=r"the pattern has \{level\}, and a transform makes"):
        photo_set(read(PROTOCOL.replace("_o180_", "_o{level}_")), photos)


def test_a_table_that_says_a_made_level_is_refused_as_the_table(read, photos):
    rows = [f"{path.name},25" for path in sorted(photos.glob("*.png"))]
    (photos / "people.csv").write_text("\n".join(["path,feet", *rows]), encoding="utf-8")
    text = PROTOCOL.replace("transform:", "  metadata: people.csv\ntransform:")
    with pytest.raises(
        ProtocolError, match="the metadata have a column feet, and a transf"
    ) as told:
        photo_set(read(text), photos)
    assert "photos.metadata" in str(told.value.place)
    assert "give the column feet another name" in str(told.value.hint)


def test_levels_that_make_the_same_picture_of_a_scene_are_refused(read):
    scene = PROTOCOL.replace('photos:\n  pattern: "{subject}_o180_{take}.png"', "scene: {}")
    assert len(set(scene_recipes(read(scene), 2))) == 2 * 3 * 2
    same = scene.replace("transform: framing", "transform: {framing: {cut_head: 10}}")
    with pytest.raises(ProtocolError, match="changes nothing in scene: and in transform:"):
        scene_recipes(read(same), 2)


def test_levels_that_make_the_same_photographs_are_refused(read, photos):
    stated = PROTOCOL.replace("transform: framing\n", "").replace(
        "[0, 25, 50]", "[0, 25, {value: 50, transform: {framing: {cut_feet: 50}}}]"
    )
    with pytest.raises(ProtocolError, match="'0' and '25' ask for the same pictures") as caught:
        photo_set(read(stated), photos)
    assert "give its levels a transform: of their own" in str(caught.value)
