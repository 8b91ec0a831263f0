"""Data sets by name: layouts recognised, counts compared, mistakes named."""

import numpy as np
import pytest
from PIL import Image

from probe.errors import PictureSourceError, UsageError
from probe.pictures import data_sets
from probe.pictures.data_sets import (
    LAYOUTS,
    compared_with_training,
    count_notes,
    read_data,
    recognised_layouts,
    without_broken,
)
from probe.pictures.labelled import ReidData, pictures_of, pixel_digests
from probe.wording import wording_of

in_words = wording_of().stored

PUBLISHED = {name: one.published for name, one in LAYOUTS.all().items() if one.published}


def test_counts_that_differ_are_said(market):
    (note,) = read_data(f"market1501={market}").notes
    assert "2 training pictures instead of 12,936" in in_words(note)
    assert "not comparable" in in_words(note)
    assert read_data(f"market_form={market}").notes == ()


@pytest.mark.parametrize("name", list(PUBLISHED))
def test_published_counts_pass_and_another_sets_counts_are_named(name):
    published = PUBLISHED[name]

    def part(count, people):
        return pictures_of(".", ((f"{n}.jpg", n % people, 0) for n in range(count)))

    data = ReidData(
        name,
        part(published.train, published.train_people),
        part(published.query, published.query_people),
        part(published.gallery, 700),
    )
    assert count_notes(data, LAYOUTS.get(name)) == []
    other = "market1501" if name != "market1501" else "dukemtmc"
    (note,) = count_notes(ReidData(other, data.train, data.query, data.gallery), LAYOUTS.get(other))
    assert f"These are the counts of {name}" in in_words(note)


def test_people_in_training_and_query_are_said(market, picture):
    picture(market / "bounding_box_train" / "0007_c1s1_000009_00.jpg", 300)
    (note,) = read_data(f"market_form={market}").notes
    assert "1 people of the query are among" in in_words(note)


def test_a_picture_of_the_training_part_in_the_test_part_is_said(market, picture):
    picture(market / "bounding_box_train" / "0003_c1s1_000009_00.jpg", 51)
    (note,) = read_data(f"market_form={market}").notes
    assert note.id == "data-same-trained-tested"
    assert in_words(note).startswith("1 pictures of the test part lie in the training part as well")
    assert "0005_c2s1_000001_00.jpg (0003_c1s1_000009_00.jpg)" in in_words(note)


def test_a_path_that_is_another_data_set_is_named(tmp_path, market, picture, people, msmt17):
    msmt = msmt17(tmp_path / "M", picture)
    with pytest.raises(PictureSourceError, match="msmt17=") as caught:
        read_data(f"market1501={msmt}")
    assert "It looks like msmt17" in str(caught.value)
    with pytest.raises(PictureSourceError, match="market_form="):
        read_data(f"msmt17={market}")
    with pytest.raises(PictureSourceError, match="market_form="):
        read_data(f"identity_folders={market}")
    with pytest.raises(PictureSourceError, match="no folder of market1501"):
        read_data(f"market1501={people}")
    with pytest.raises(PictureSourceError, match="no such folder"):
        read_data(f"market1501={tmp_path / 'nowhere'}")
    (tmp_path / "market.zip").write_bytes(b"")
    with pytest.raises(PictureSourceError, match=r"market\.zip: this is a file(.|\n)*unpacked"):
        read_data(f"market1501={tmp_path / 'market.zip'}")


def test_names_and_forms_are_checked(tmp_path):
    with pytest.raises(UsageError, match="not NAME=DIR"):
        read_data("market1501")
    with pytest.raises(UsageError, match="market1501"):
        read_data(f"market1502={tmp_path}")
    assert recognised_layouts(tmp_path) == []


def test_a_folder_is_recognised_by_what_it_holds(tmp_path, market, people, picture, msmt17):
    assert recognised_layouts(market) == ["market_form"]
    assert recognised_layouts(msmt17(tmp_path / "m", picture)) == ["msmt17"]
    assert recognised_layouts(people) == []
    (people / "tracks").mkdir()
    assert recognised_layouts(people) == ["tracks"]


@pytest.mark.parametrize("name", LAYOUTS.names())
def test_every_shipped_layout_says_what_it_reads(name, tmp_path):
    layout = LAYOUTS.get(name)
    assert layout.summary
    assert not layout.recognises(tmp_path)
    (tmp_path / "note.txt").write_text("no picture")
    with pytest.raises(PictureSourceError):
        read_data(f"{name}={tmp_path}")


OURS = """
from probe.pictures.labelled import ReidData, pictures_of
from probe.pictures.layout import Layout, WrongLayoutError


def read(folder):
    if not (folder / "people.txt").is_file():
        raise WrongLayoutError("this is no folder of badges: it has no people.txt", place=folder)
    rows = {"train": [], "query": [], "gallery": []}
    for line in (folder / "people.txt").read_text().splitlines():
        part, path, person, camera = line.split()
        rows[part].append((path, int(person), int(camera)))
    return ReidData("badges", *(pictures_of(folder, rows[part]) for part in rows))


spec = Layout("badges: people.txt", read, lambda folder: (folder / "people.txt").is_file())
"""


@pytest.fixture
def badges(tmp_path, picture, plugin):
    """A third party's layout, installed, and a folder that has it."""
    plugin("probe.layouts", "badges", OURS)
    root = tmp_path / "badges"
    lines = []
    for person in (1, 2, 3):
        for part, camera in (("query", 0), ("gallery", 1)):
            name = f"{part}{person}.jpg"
            picture(root / name, 10 * person + camera, person)
            lines.append(f"{part} {name} {person} {camera}")
    (root / "people.txt").write_text("\n".join(lines))
    return root


def test_a_third_partys_layout_is_read_recognised_and_evaluated(badges, tmp_path, market):
    from probe.cli import main

    assert read_data(f"badges={badges}").query.people.tolist() == [1, 2, 3]
    with pytest.raises(PictureSourceError, match="It looks like badges"):
        read_data(f"identity_folders={badges}")
    with pytest.raises(PictureSourceError, match="It looks like market_form"):
        read_data(f"badges={market}")
    arguments = ["evaluate", "--data", f"badges={badges}", "--backbone", "stripes"]
    assert main([*arguments, "--cache", str(tmp_path / "c")]) == 0


def test_pictures_that_are_not_read_are_named(people):
    (people / "p0" / "9.jxl").write_bytes(b"x")
    (people / "p2" / "more").symlink_to(people / "p3")
    data = read_data(f"identity_folders={people}")
    lost = {picture.path: wording_of()(picture.reason) for picture in data.broken}
    assert lost == {
        "p0/9.jxl": ".jxl is a picture format that is not read: save it as .jpg or .png",
        "p2/more": "a link to a folder, which is not followed",
    }


@pytest.fixture
def noisy(market):
    """A data set whose pictures show something."""
    for number, path in enumerate(sorted(market.rglob("*.jpg"))):
        noise = np.random.default_rng(number).integers(0, 256, (64, 32, 3), np.uint8)
        Image.fromarray(noise).save(path, quality=95)
    return market


def saved_again(picture, other):
    """The same pixels in another file."""
    with Image.open(picture) as opened:
        opened.save(other)


def test_a_training_picture_saved_again_in_the_test_part_is_said_where_parts_are_decoded(noisy):
    trained = sorted((noisy / "bounding_box_train").glob("0002*.jpg"))[0]
    saved_again(trained, noisy / "bounding_box_test" / "0003_c4s1_9_09.png")
    data = read_data(f"market_form={noisy}")
    assert data.notes == ()
    notes = [note for note in without_broken(data).notes if "trained" in note.id]
    assert [note.id for note in notes] == ["data-same-pixels-trained-tested"]
    assert in_words(notes[0]).startswith("1 pictures of the test part are in the training part")
    assert f"0003_c4s1_9_09.png (bounding_box_train/{trained.name})" in in_words(notes[0])


def test_a_copy_byte_for_byte_and_one_saved_again_are_counted_once_each(noisy):
    trained = sorted((noisy / "bounding_box_train").glob("0002*.jpg"))[0]
    saved_again(trained, noisy / "bounding_box_test" / "0003_c4s1_9_09.png")
    (noisy / "query" / "0003_c5s1_9_09.jpg").write_bytes(trained.read_bytes())
    data = read_data(f"market_form={noisy}")
    assert [note.id for note in data.notes] == ["data-same-trained-tested"]
    notes = [note for note in without_broken(data).notes if "trained" in note.id]
    assert [(note.id, note.values["count"]) for note in notes] == [
        ("data-same-pixels-trained-tested", 2)
    ]


def test_of_many_training_pictures_a_part_is_held_against_the_test_part(noisy, monkeypatch):
    trained = sorted((noisy / "bounding_box_train").glob("0002*.jpg"))
    assert len(trained) == 2
    data = read_data(f"market_form={noisy}")
    rows = list(zip(pixel_digests(trained), ("a.png", "b.png"), strict=True))
    (note,) = compared_with_training(data, rows).notes
    assert note.values["count"] == 2
    monkeypatch.setattr(data_sets, "MOST_TRAINED", 1)
    both, part = compared_with_training(data, rows).notes
    assert both.values["count"] == 1
    assert in_words(part).startswith("1 of 2 training pictures, spread evenly, were held against")
