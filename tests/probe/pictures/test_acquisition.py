"""Where the pictures of a protocol come from, and what is told of those that cannot be used."""

import shutil

import pytest

from probe.contracts import Reporter
from probe.errors import UsageError
from probe.pictures.acquisition import FAILURES_TOLD, PictureSource
from probe.protocol.finding import find_protocol, load_protocol
from probe.wording import wording_of


class Told(Reporter):
    def __init__(self):
        self.steps = []

    def step(self, text):
        self.steps.append(wording_of().either(text))


def source(tmp_path, photos):
    return PictureSource(photos, None, tmp_path / "cache", 1, 1)


def test_a_protocol_of_photographs_asks_for_their_folder(protocol_file, tmp_path):
    protocol = load_protocol(protocol_file)
    with pytest.raises(UsageError, match="takes photographs") as error:
        source(tmp_path, None).acquire(protocol, Reporter())
    assert "--photos" in error.value.hint


def test_photographs_are_read_and_those_that_are_none_are_told(photos, protocol_file, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(photos, copy)
    for take in (1, 2, 3):
        for person in ("01", "02"):
            (copy / f"{person}_o0_{take}.png").write_bytes(b"no picture")
    told = Told()
    images = source(tmp_path, copy).acquire(load_protocol(protocol_file), told)
    assert len(images.failures) == 6
    assert len(images.records) == 8 * 3 * 3 - 6
    assert all(text.startswith("not usable: ") for text in told.steps[:FAILURES_TOLD])
    assert "3 more pictures" in told.steps[FAILURES_TOLD]


def test_people_are_rendered_into_the_cache_where_no_photographs_are_named(tmp_path):
    protocol = load_protocol(find_protocol("background"))
    images = PictureSource(None, 1, tmp_path / "cache", 1, 1).acquire(protocol, Reporter())
    assert {record.subject for record in images.records} == {"p001"}
    assert any((tmp_path / "cache" / "scenes").rglob("*"))
