"""Query and gallery as records."""

import pytest

from probe.errors import PictureSourceError
from probe.retrieval.parts import read_parts


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
