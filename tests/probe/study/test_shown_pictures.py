"""The small pictures of a run: of rendered people they come from the cache the second time."""

import numpy as np
import pytest

from probe.masking.variants import Variant
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.pictures.renditions import rendition
from probe.protocol.finding import find_protocols, load_protocol
from probe.runs.archive import Archive
from probe.runs.manifest import Manifest
from probe.runs.paths import PICTURES, picture_file
from probe.runs.writer import RunWriter
from probe.study.request import StudyRequest
from probe.study.shown_pictures import write_pictures


class Drawn:
    """A picture made from its number; counts how often it is loaded."""

    def __init__(self, number):
        self.number, self.loads = number, 0

    def load(self):
        self.loads += 1
        return np.random.default_rng(self.number).integers(0, 256, (60, 24, 3), dtype=np.uint8)


def variants_of(source):
    protocol = load_protocol(find_protocols("background")[0])
    records = tuple(
        ImageRecord(f"{k:064x}", "p", "s", "subject", k, "", "", "", "1", "a", Drawn(k), 24, 60)
        for k in range(3)
    )
    return [Variant("unmasked", (ImageSet(protocol, source, records),))]


@pytest.fixture
def write(tmp_path, quiet):
    """Writes the pictures of variants as a run of its own; their bytes, and loads in all."""

    def written(variants, run, **changes):
        manifest = Manifest(
            status="started", study="s", run=run, created="", protocols=(), images_digest="",
            options={},
        )  # fmt: skip
        writer = RunWriter(tmp_path / run, manifest)
        request = StudyRequest("p", cache=tmp_path / "cache", **changes)
        write_pictures(request, variants, writer, quiet)
        records = variants[0].sets[0].records
        archive = Archive(tmp_path / run / PICTURES)
        stored = [archive.read(picture_file(r.image_id, "unmasked")) for r in records]
        return stored, sum(r.origin.loads for r in records)

    return written


def test_rendered_people_are_shown_from_the_cache_the_second_time(write):
    first, loads = write(variants_of("scene"), "first")
    assert first == [rendition(Drawn(k).load()) for k in range(3)]
    assert loads == 3
    second, loads = write(variants_of("scene"), "second")
    assert second == first
    assert loads == 0
    covered, loads = write(variants_of("scene"), "covered", pixelate_faces=True)
    assert covered == [rendition(Drawn(k).load(), pixelate_faces=True) for k in range(3)]
    assert loads == 3


def test_no_picture_of_photographs_stays_in_the_cache(write, tmp_path):
    first, _ = write(variants_of("photos"), "first")
    assert not (tmp_path / "cache").exists()
    second, loads = write(variants_of("photos"), "second")
    assert second == first
    assert loads == 3
