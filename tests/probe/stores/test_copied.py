import pickle
import shutil

import pytest

from probe.errors import PictureError, PictureSourceError
from probe.pictures.image_set import ImageSet
from probe.pictures.photographs import photo_set
from probe.protocol.finding import load_protocol
from probe.stores import copy_of, local_folder, with_addresses


@pytest.fixture
def brought(memory, quiet, photos):
    memory.put_folder(photos)
    return local_folder(memory.address, quiet)


def test_a_copy_knows_where_it_comes_from(memory, brought, photos):
    copy = copy_of(brought)
    assert str(copy.address) == memory.address
    assert copy.file(brought / "01_o0_1.png").file.size == (photos / "01_o0_1.png").stat().st_size
    assert copy.file(brought / "other.png") is None
    assert copy_of(brought / "01_o0_1.png").folder == brought
    assert copy_of(photos) is None


def test_errors_name_the_address_and_not_the_copy(memory, brought):
    told = with_addresses(f"{brought}/01_o0_1.png: this cannot be read")
    assert told == f"{memory.address}/01_o0_1.png: this cannot be read"
    assert with_addresses("/home/me/photos: no") == "/home/me/photos: no"


def test_the_pictures_of_a_copy_are_those_of_the_folder(brought, photos, protocol_file):
    protocol = load_protocol(protocol_file)
    stored, here = photo_set(protocol, brought), photo_set(protocol, photos)
    assert isinstance(stored, ImageSet)
    assert stored.digest() == here.digest()
    assert [r.source for r in stored.records] == [r.source for r in here.records]


def test_a_machine_without_the_copy_fetches_what_it_reads(
    brought, photos, protocol_file, own_cache, monkeypatch, tmp_path
):
    """As a node does: other folders, another cache, and the record alone."""
    record = photo_set(load_protocol(protocol_file), brought).records[0]
    sent = pickle.dumps(record)
    shutil.rmtree(own_cache / "stores")
    monkeypatch.setenv("PROBE_CACHE", str(tmp_path / "of_the_node"))
    there = pickle.loads(sent)  # noqa: S301 - made above
    assert (
        there.origin.load()
        == photo_set(load_protocol(protocol_file), photos).records[0].origin.load()
    ).all()
    kept = list((tmp_path / "of_the_node" / "stores").glob("*/objects/*/*"))
    assert len(kept) == 1


def test_a_picture_that_changed_since_is_not_taken_for_the_first(
    memory, brought, protocol_file, own_cache
):
    record = photo_set(load_protocol(protocol_file), brought).records[0]
    shutil.rmtree(own_cache / "stores")
    memory.put(record.source, b"another")
    with pytest.raises((PictureError, PictureSourceError), match="another file now"):
        record.origin.load()
