"""Maskers by name; what is said when one cannot be opened; a third party's in a real run."""

import numpy as np
import pytest

from probe.contracts import Runtime
from probe.errors import CheckpointError, MaskError, PictureSourceError, UsageError
from probe.masking import MASKERS, open_masker, open_maskers
from probe.masking.opening import why_left_out
from probe.wording import wording_of

in_words = wording_of().stored


def test_maskers_are_found_by_name(folder):
    assert {"scene", "files", "grabcut", "sam"} <= set(MASKERS.names())
    assert open_masker("scene").name == "scene"
    assert open_masker(f"files={folder}").name == "files"
    assert open_masker("grabcut").name == "grabcut"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("grabcat", "did you mean 'grabcut'"),
        ("scene=x", "takes no file"),
        ("files", "needs a folder"),
        ("grabcut=x.pth", "takes no file"),
        ("sam", "needs a checkpoint"),
    ],
)
def test_what_cannot_be_opened_says_what_to_do(given, told):
    with pytest.raises(MaskError) as caught:
        open_masker(given)
    assert told in str(caught.value)


def test_every_shipped_masker_says_what_it_does():
    assert all(spec.summary for spec in MASKERS.all().values())


def test_mask_files_may_lie_in_a_store(folder, memory, quiet):
    memory.put_folder(folder)
    there, _ = open_maskers([f"files={memory.address}"], Runtime(), quiet)
    assert there[0].masker.digest == open_masker(f"files={folder}").digest
    assert quiet.lines[0].startswith(f"{memory.address}: ")
    with pytest.raises(MaskError, match="bring it here first"):
        open_maskers([f"sam={memory.address}/sam.pth"], Runtime(), quiet)


def test_an_unreadable_checkpoint_costs_its_own_variant_only(tmp_path, quiet):
    (tmp_path / "sam.pth").write_bytes(b"no checkpoint")
    opened, notes = open_maskers(["scene", f"sam={tmp_path / 'sam.pth'}"], Runtime(), quiet)
    assert [one.masker.name for one in opened] == ["scene"]
    assert opened[0].again().name == "scene"
    assert [in_words(note) for note in notes] == quiet.lines
    assert quiet.lines[0].startswith("the mask sam takes no part: sam.pth: ")


def test_two_masks_of_one_name_are_refused(quiet):
    with pytest.raises(UsageError, match="two masks are named 'scene'"):
        open_maskers(["scene", "scene"], Runtime(), quiet)


def test_the_note_says_where_and_what_next():
    error = PictureSourceError("a condition is empty.", place="front", hint="Take more.")
    note = "the mask x takes no part: a condition is empty (front). Take more."
    assert in_words(why_left_out("x", error)) == note
    broken = CheckpointError("cut short", place="/far/away/w.pth")
    assert in_words(why_left_out("x", broken)) == "the mask x takes no part: w.pth: cut short."


OVAL = """
import numpy as np
from probe.contracts import Masker, MaskerSpec


class Oval(Masker):
    name = "oval"

    def mask(self, image):
        y, x = (np.linspace(-1, 1, side) for side in image.shape[:2])
        return y[:, None] ** 2 + x[None, :] ** 2 < 0.8


spec = MaskerSpec("an oval in the middle", lambda path, runtime: Oval())
"""


def test_a_third_partys_masker_takes_part_in_a_run(plugin, photos, protocol_file, tmp_path):
    import probe

    plugin("probe.maskers", "oval", OVAL)
    picture = np.zeros((96, 40, 3), np.uint8)
    assert 0.5 < open_masker("oval").mask(picture).mean() < 0.7
    run = probe.run(
        protocol_file, photos=photos, backbones=["stripes"], masks=["oval"],
        out=tmp_path / "runs",
    )  # fmt: skip
    assert "oval" in run.manifest.variants
    assert (run.cells["variant"] == "oval").any()


def test_a_path_that_is_not_there_is_refused_before_anything_is_computed(tmp_path, quiet):
    (tmp_path / "sam_vit_b.pth").write_bytes(b"x")
    with pytest.raises(MaskError, match="no such checkpoint") as caught:
        open_maskers([f"sam={tmp_path / 'sam_vit_v.pth'}"], Runtime(), quiet)
    assert "did you mean 'sam_vit_b.pth'?" in caught.value.hint
