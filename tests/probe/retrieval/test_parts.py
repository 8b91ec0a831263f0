"""Query and gallery as records."""

import pytest
from PIL import Image

from probe.errors import PictureSourceError
from probe.retrieval.parts import read_parts
from probe.wording import wording_of


def test_what_cannot_be_read_is_left_out_of_records_labels_and_data(coloured):
    (coloured / "query" / "0001_c1s1_1_00.jpg").write_bytes(b"")
    parts = read_parts(f"market_form={coloured}")
    assert [lost.path for lost in parts.data.broken] == ["query/0001_c1s1_1_00.jpg"]
    assert len(parts.query) == len(parts.query.labels) == len(parts.data.query) == 5
    assert [int(record.subject) for record in parts.query.records] == list(
        parts.query.labels.people
    )
    assert len(parts.records) == 5 + len(parts.gallery)


def test_a_data_set_without_a_query_is_refused(people):
    with pytest.raises(PictureSourceError, match="no query picture"):
        read_parts(f"identity_folders={people}")


def test_a_picture_in_query_and_gallery_is_said_whatever_the_file(coloured):
    query = sorted((coloured / "query").glob("*.jpg"))[0]
    with Image.open(query) as opened:
        opened.save(coloured / "bounding_box_test" / "0003_c4s1_9_09.png")
    data = read_parts(f"market1501={coloured}").data
    notes = [wording_of()(note) for note in data.notes]
    assert any(
        note.startswith("1 pictures of the query are in the gallery as well, by their pixels")
        for note in notes
    )
    assert any(note.startswith("1 picture stands under two people") for note in notes)


def test_a_training_picture_saved_again_as_a_query_is_said(coloured):
    trained = sorted((coloured / "bounding_box_train").glob("*.jpg"))[-1]
    with Image.open(trained) as opened:
        opened.save(coloured / "query" / "0003_c4s1_9_09.png")
    notes = [wording_of()(note) for note in read_parts(f"market_form={coloured}").data.notes]
    assert any(
        note.startswith("1 pictures of the test part are in the training part as well, by their")
        for note in notes
    )
