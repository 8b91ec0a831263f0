"""A study with masks and maps: every variant whole, and bad input costing no more than itself."""

import io
import json
import shutil
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from probe.audit.audit import audit
from probe.cli import main
from probe.errors import MaskError, ProbeError, UsageError
from probe.masking import MaskSet
from probe.reports.document import build
from probe.reports.sections.looks.views import GROUND, SILHOUETTE
from probe.runs.paths import CHANGES
from probe.runs.reading import Run
from probe.study.request import StudyRequest
from probe.study.steps import run_study
from probe.study.verification import verify
from probe.wording import wording_of

DATA = Path(__file__).parents[2] / "data"

in_words = wording_of().stored


@pytest.fixture
def mapped(monkeypatch):
    monkeypatch.syspath_prepend(str(DATA))


@pytest.fixture
def masks(photos, tmp_path):
    """Masks of all photographs: the drawn figure (see `draw_person`)."""
    folder = tmp_path / "masks"
    folder.mkdir()
    for path in photos.iterdir():
        mask = np.zeros((96, 40), np.uint8)
        mask[4:94, 8:32] = 255
        Image.fromarray(mask).save(folder / path.name)
    return folder


@pytest.fixture
def ask(photos, protocol_file, tmp_path):
    def asked(*masks, **changes):
        told = {"photos": photos, "out": tmp_path / "runs", "fmr": 0.03, **changes}
        told = {"backbones": ("stripes",), **told}
        return StudyRequest(protocol_file, masks=masks, **told)

    return asked


def test_every_variant_is_whole_and_can_be_verified(ask, masks, studied):
    run = studied(ask(f"files={masks}"))
    assert run.manifest.variants == ("unmasked", "files")
    assert [(t.backbone, t.variant) for t in run.manifest.thresholds] == [
        ("stripes", "unmasked"), ("stripes", "files"),
    ]  # fmt: skip
    counts = run.cells.groupby(["variant", "kind"]).size()
    assert counts["unmasked"].to_dict() == counts["files"].to_dict()
    plain, filled = (run.embeddings("stripes", v) for v in run.manifest.variants)
    assert plain[0] == filled[0]
    assert not np.allclose(plain[1], filled[1])
    assert {row["variant"] for row in run.histograms.rows} == {"unmasked", "files"}
    assert run.manifest.backbones[0].embedded == 2 * 72
    assert set(run.pairs["variant"]) == {"unmasked", "files"}
    assert not run.manifest.failures
    assert verify(run).problems == ()


def test_changes_are_the_differences_of_the_cells(ask, masks, studied):
    run = studied(ask(f"files={masks}"))
    standard = run.protocols["turn"].standard
    for _, row in run.changes[run.changes["condition"] != ""].iterrows():
        i = next(c.index for c in run.protocols["turn"].conditions if c.key == row["condition"])
        before, after = (
            run.matrix("stripes", "turn", row["figure"], variant=v)[i, standard.index]
            for v in run.manifest.variants
        )
        assert row["difference"] == pytest.approx(after - before, abs=1e-9)
    assert set(run.changes["figure"]) == {"mean", "retention", "fnmr", "auc", "dprime"}
    assert set(run.changes["variant"]) == {"files"}


def test_changes_are_of_the_pictures_that_have_a_mask(ask, masks, photos, tmp_path):
    """As in a study of those pictures alone; where a person has no mask at all, too."""
    files = sorted(masks.iterdir())
    person = files[0].name.split("_")[0]
    lost = [*(f for f in files if f.name.startswith(person)), files[-1]]
    for file in lost:
        file.unlink()
    run = run_study(ask(f"files={masks}"))
    few = tmp_path / "few"
    few.mkdir()
    for file in masks.iterdir():
        shutil.copyfile(photos / file.name, few / file.name)
    alone = run_study(ask(f"files={masks}", photos=few))
    assert set(run.changes["left_out"]) == {len(lost)}
    assert set(run.changes["pictures"]) == {len(files) - len(lost)}
    assert set(alone.changes["left_out"]) == {0}
    figures = [name for name in run.changes if name != "left_out"]
    pd.testing.assert_frame_equal(run.changes[figures], alone.changes[figures])
    assert verify(run).problems == ()
    (told,) = (in_words(f.message) for f in run.findings if f.key == "masked")
    assert f"{len(lost)} of {len(files)} pictures have no mask" in told


@pytest.mark.parametrize("lost", ["01_o0_1.png", "01_*"], ids=["a picture", "a person"])
def test_other_code_finds_the_same_changes_where_masks_are_lost(ask, masks, lost):
    for file in masks.glob(lost):
        file.unlink()
    result = audit(run_study(ask(f"files={masks}")))
    compared = {column.column for column in result.columns if column.table == CHANGES}
    assert {"difference", "low", "high"} <= compared
    assert [column for column in result.differing if column.table == CHANGES] == []


@pytest.mark.parametrize("lost", [0, 2])
def test_changes_of_before_count_all_pictures_as_shot(ask, masks, lost, studied):
    """Such a run verifies by the masks that all pictures have."""
    for file in sorted(masks.glob("01_*"))[:lost]:
        file.unlink()
    run = studied(ask(f"files={masks}"))
    table = run.changes.drop(columns=["pictures", "left_out"])
    if lost:
        table["difference"] += 0.01
    else:
        table.loc[0, "difference"] += 0.01
    table.to_parquet(run.path / "changes.parquet", index=False)
    problems = [str(one) for one in verify(Run(run.path)).problems]
    assert len(problems) == (1 if lost else 2), problems


def test_a_changed_change_is_found_out(ask, masks, studied):
    run = studied(ask(f"files={masks}"))
    table = run.changes.copy()
    table.loc[3, "difference"] += 0.01
    table.to_parquet(run.path / "changes.parquet", index=False)
    problems = [wording_of()(problem) for problem in verify(Run(run.path)).problems]
    assert problems[0] == "changes.parquet was changed or is missing"
    assert "changes.parquet: difference: 1 of" in problems[1]


def test_stored_masks_are_the_masks(ask, masks, studied):
    run = studied(ask(f"files={masks}"))
    stored = run.masks("files")
    whole = MaskSet.from_bytes((run.path / "masks" / "files.npz").read_bytes())
    image = run.images["image_id"].iloc[0]
    assert np.array_equal(stored.mask(image), whole.mask(image))
    assert stored.coverages() == pytest.approx(90 * 24 / (96 * 40))
    assert stored.mask("nobody") is None


def test_unmasked_figures_do_not_depend_on_masks(ask, masks, studied):
    alone = studied(ask())
    both = studied(ask(f"files={masks}"))
    own = both.cells[both.cells["variant"] == "unmasked"].reset_index(drop=True)
    assert own.equals(alone.cells)
    assert alone.changes is None


def test_bad_masks_cost_their_pictures_in_their_variant_only(ask, masks):
    other = np.full((90, 40), 255, np.uint8)
    Image.fromarray(other).save(masks / "01_o0_1.png")
    Image.fromarray(np.zeros((96, 40), np.uint8)).save(masks / "02_o90_2.png")
    (masks / "03_o180_3.png").unlink()
    (masks / "04_o0_1.png").write_bytes(b"no picture")
    run = run_study(ask(f"files={masks}"))
    told = {f.picture: f for f in run.manifest.failures}
    assert set(told) == {"01_o0_1.png", "02_o90_2.png", "03_o180_3.png", "04_o0_1.png"}
    assert all(f.variant == "files" for f in told.values())
    assert "90 x 40 pixels, the picture 96 x 40" in in_words(told["01_o0_1.png"].reason)
    assert "empty" in in_words(told["02_o90_2.png"].reason)
    assert "no mask file is named 03_o180_3" in in_words(told["03_o180_3.png"].reason)
    assert "not a readable mask" in in_words(told["04_o0_1.png"].reason)
    assert len(run.embeddings("stripes")[0]) == 72
    assert len(run.embeddings("stripes", "files")[0]) == 68
    assert verify(run).problems == ()


def test_masks_that_leave_nothing_take_no_part_and_the_run_goes_on(ask, masks):
    for path in masks.iterdir():
        Image.fromarray(np.zeros((96, 40), np.uint8)).save(path)
    run = run_study(ask(f"files={masks}"))
    assert run.manifest.status == "complete"
    assert run.manifest.variants == ("unmasked",)
    assert any(
        "files takes no part: files: not one picture" in in_words(n) for n in run.manifest.notes
    )
    assert run.changes is None


def test_a_condition_without_masks_takes_the_variant_out(ask, masks):
    for path in masks.glob("*_o90_*"):
        path.unlink()
    run = run_study(ask(f"files={masks}"))
    assert run.manifest.variants == ("unmasked",)
    assert any("'90' (90°) has no usable picture" in in_words(note) for note in run.manifest.notes)


@pytest.mark.parametrize("content", [b"not a checkpoint", b"PK\x03\x04truncated"])
def test_a_bad_sam_checkpoint_costs_its_variant_only(ask, tmp_path, content):
    if find_spec("segment_anything") is None:
        pytest.skip("SAM needs the package segment-anything")
    path = tmp_path / "sam.pth"
    path.write_bytes(content)
    run = run_study(ask(f"sam={path}"))
    assert run.manifest.status == "complete"
    assert run.manifest.variants == ("unmasked",)
    assert any(
        in_words(note).startswith("the mask sam takes no part: sam.pth: ")
        for note in run.manifest.notes
    )
    assert "mask sam takes no part: sam.pth" in " ".join(build(run).data("standard").notes)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("scene",), "a photograph has no exact mask"),
        (("grabcat",), "did you mean 'grabcut'"),
        (("files",), "needs a folder"),
        (("files=nowhere",), "no such folder"),
    ],
)
def test_masks_that_cannot_be_are_refused_before_anything_runs(ask, tmp_path, given, told):
    with pytest.raises(ProbeError) as caught:
        run_study(ask(*given))
    assert isinstance(caught.value, MaskError | UsageError)
    assert told in f"{caught.value.message} {caught.value.hint}"
    assert not (tmp_path / "runs").exists()


def test_two_masks_of_one_name_are_refused(ask, masks, tmp_path):
    with pytest.raises(UsageError, match="two masks are named 'files'"):
        run_study(ask(f"files={masks}", f"files={masks}"))


def test_a_pair_scorer_sees_masked_pictures_too(ask, masks, mapped):
    run = run_study(ask(f"files={masks}", backbones=("mapped_backbone:scorer",)))
    plain, filled = (run.pair_scores("scorer", v)[2] for v in run.manifest.variants)
    assert plain.shape == filled.shape
    assert not np.allclose(plain, filled)
    assert verify(run).problems == ()


@pytest.mark.slow
def test_scenes_before_other_backgrounds_are_mended_by_exact_masks(tmp_path):
    told = StudyRequest(
        "background", ("stripes",), subjects=2, out=tmp_path, masks=("scene", "grabcut"),
        attention=True,
    )  # fmt: skip
    run = run_study(told)
    assert run.manifest.variants == ("unmasked", "scene", "grabcut")
    apart = ~np.eye(3, dtype=bool)
    shot, masked = (run.matrix("stripes", "background", variant=v) for v in ("unmasked", "scene"))
    assert (masked[apart] > shot[apart]).all()
    strangers = [
        run.matrix("stripes", "background", kind="at_large", variant=v)[2, 2]
        for v in ("unmasked", "scene")
    ]
    assert strangers[1] < masked.min() - 0.1
    monitor = run.evidence("stripes", "background")[1]
    parts = np.mean([change["parts"] for change in monitor["changes"]], axis=0)
    names = monitor["changes"][0]["names"]
    assert parts[names.index("background")] / parts.sum() >= 0.9
    assert run.mask_quality("grabcut")["iou_mean"] > 0.7
    assert run.mask_quality("scene") == {}
    assert verify(run).problems == ()


def test_maps_are_stored_and_sum_to_the_similarity(ask, masks, mapped):
    told = ask(f"files={masks}", backbones=("mapped_backbone:mapped",), attention=True)
    run = run_study(told)
    ids, vectors = run.embeddings("mapped")
    unit = vectors / np.linalg.norm(vectors.astype(float), axis=1, keepdims=True)
    for variant in run.manifest.variants:
        found = run.evidence("mapped", "turn", variant)
        assert [each["condition"] for each in found] == [0, 1, 2]
        for each in found:
            total = each["first"].sum((1, 2)) + each["constant_first"]
            assert total == pytest.approx(each["cosine"], abs=1e-5)
            assert sum(each["shares"].values()) == pytest.approx(np.mean(each["cosine"]), abs=1e-5)
            if variant == "unmasked":
                rows = [[ids.index(i) for i in each[f"ids_{s}"]] for s in ("first", "second")]
                cosines = (unit[rows[0]] * unit[rows[1]]).sum(1)
                assert each["cosine"] == pytest.approx(cosines, abs=1e-5)
    points, looks = run.points("mapped", "turn"), run.looks("mapped", "turn")
    whole = sum(points[k].sum(dtype=float) for k in ("matrix", "first", "second", "constant"))
    assert whole == pytest.approx(float(points["cosine"]), abs=2e-3)
    column = run.matrix("mapped", "turn", "retention")[:, run.protocols["turn"].standard.index]
    assert looks["shown"] == int(np.argmin(column[:2]))
    assert looks["reliance"]["people"] == 8


@pytest.mark.slow
def test_a_helmet_taken_off_is_charged_to_the_head(tmp_path):
    """The regions of the renderer, the bodies laid over each other by their joints."""
    run = run_study(
        StudyRequest("clothing", ("stripes",), subjects=2, out=tmp_path, attention=True)
    )
    keys = [c.key for c in run.protocols["clothing"].conditions]
    bare = run.evidence("stripes", "clothing")[keys.index("white-sweatshirt-no-helmet")]
    assert bare["registered"] == "keypoints"
    assert set(bare["shares"]) == {
        "head", "torso", "legs", "carried", "background", "border", "constant",
    }  # fmt: skip
    for change in bare["changes"]:
        parts = dict(zip(change["names"], change["parts"], strict=True))
        assert parts["carried"] == 0
        assert sum(parts.values()) == pytest.approx(change["after"] - change["before"])
        assert parts["head"] / sum(parts.values()) > 0.7
    grey = run.evidence("stripes", "clothing")[keys.index("grey-sweatshirt")]
    for change in grey["changes"]:
        parts = dict(zip(change["names"], change["parts"], strict=True))
        assert parts["torso"] / sum(parts.values()) > 0.7


def test_without_pictures_maps_lie_on_grey_and_the_report_says_so(ask, masks, mapped):
    told = ask(f"files={masks}", backbones=("mapped_backbone:mapped",), attention=True)
    run = run_study(replace(told, pictures=False))
    assert not any(name.startswith("pictures") for name in run.manifest.files)
    document = build(run)
    chapter = document.chapters[0]
    looks = (chapter.data("looks"), *(chapter.data("looks_masked") or ()))
    assert [each.variant for each in looks] == ["unmasked", "files"]
    assert all("No picture was kept with this run" in each.caption for each in looks)
    plain = document.pictures[looks[0].models[0].level.plain]
    shown = np.asarray(Image.open(io.BytesIO(plain.data)).convert("L")).astype(int)
    assert np.abs(shown[150, 60] - SILHOUETTE) < 4
    assert np.abs(shown[150, 3] - GROUND) < 4
    drawn = document.pictures[looks[0].models[0].level.picture]
    coloured = np.asarray(Image.open(io.BytesIO(drawn.data)).convert("RGB")).astype(int)
    assert np.ptp(coloured, axis=2).max() > 60
    assert not chapter.data("masked")[0].pictures


def test_what_has_no_maps_is_noted_and_the_others_go_on(ask, mapped):
    names = ("broken", "scorer", "mapped")
    run = run_study(ask(backbones=tuple(f"mapped_backbone:{n}" for n in names), attention=True))
    assert run.manifest.status == "complete"
    notes = " ".join(map(in_words, run.manifest.notes))
    assert "no evidence maps of broken: the maps of this network cannot be made" in notes
    assert [bool(run.evidence(name, "turn")) for name in names] == [False, True, True]
    assert {level["kind"] for level in run.evidence("scorer", "turn")} == {"occlusion"}
    assert run.evidence("mapped", "turn")[0]["shares"] is None


def test_a_black_box_is_asked_by_covering(ask):
    run = run_study(ask(attention=True))
    found = run.evidence("stripes", "turn")
    assert {each["kind"] for each in found} == {"occlusion"}
    assert run.points("stripes", "turn") is None


def test_the_command_line_passes_masks_and_attention_on(
    photos, protocol_file, masks, tmp_path, capsys
):
    arguments = ["run", str(protocol_file), "--photos", str(photos), "--fmr", "0.03", "--json"]
    arguments += [
        "--backbone",
        "stripes",
        "--mask",
        f"files={masks}",
        "--attention",
        "--no-report",
        "--out",
        str(tmp_path),
    ]
    assert main(arguments) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert told["variants"] == ["unmasked", "files"]
    run = Run(Path(told["run"]))
    assert run.manifest.options["masks"] == ["files=masks"]
    assert run.evidence("stripes", "turn", "files")


def test_remedies_start_from_the_costliest_condition(ask, masks, mapped):
    told = ask(f"files={masks}", backbones=("mapped_backbone:mapped",), remedies=True)
    run = run_study(told)
    found = run.remedies("mapped", "turn")
    standard = run.protocols["turn"].standard.index
    column = run.matrix("mapped", "turn", "retention")[:, standard]
    assert found["condition"] == int(np.argmin(np.delete(column, standard)))
    names = [rung["name"] for rung in found["rungs"]]
    assert names[:4] == ["nothing", "flip-average", "left-right", "mask"]
    assert found["rungs"][0]["retention"] == pytest.approx(column[found["condition"]], abs=1e-6)
    assert found["recommendation"]["id"] in {"remedy-recommended", "remedy-none-helps"}


def test_remedies_that_cannot_be_tried_are_noted(ask, mapped):
    names = ("scorer", "mapped")
    run = run_study(ask(backbones=tuple(f"mapped_backbone:{n}" for n in names), remedies=True))
    notes = [in_words(note) for note in run.manifest.notes]
    assert any("no remedies were tried for scorer in turn" in note for note in notes)
    mask = next(r for r in run.remedies("mapped", "turn")["rungs"] if r["name"] == "mask")
    assert in_words(mask["note"]) == "not every picture has a mask"
    assert mask["retention"] is None
