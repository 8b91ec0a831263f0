"""Masks, maps and the comparison of models: drawn, said alike in all formats, and usable."""

import base64
import csv
import io
import json
import re
import time
from pathlib import Path

import numpy as np
import pymupdf
import pytest
from PIL import Image

from probe.reports import colours
from probe.reports.document import build
from probe.reports.sections.looks import overlay

ROOT = Path(__file__).parents[1]
BACKBONES = ("stripes", "mapped_backbone:mapped")


def figure(person, level, take):
    """A person of own colours, before a wall that the level darkens: `uint8 (96, 40, 3)`."""
    rng = np.random.default_rng([person, 5])
    noise = np.random.default_rng([person, level, take])
    picture = np.full((96, 40, 3), 190 - level, float)
    for top, bottom in ((6, 26), (26, 58), (58, 92)):
        picture[top:bottom, 10:30] = rng.integers(20, 235, 3)
    return np.clip(picture + noise.normal(0, 6, picture.shape), 0, 255).astype(np.uint8)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """Eight people before three walls, masks from files, maps, two models."""
    from probe.runs.reading import Run
    from probe.study.request import StudyRequest
    from probe.study.steps import run_study

    folder = tmp_path_factory.mktemp("masked")
    (folder / "wall.yaml").write_text(
        "name: wall\ntitle: Wall\nquestion: Does the wall matter?\n"
        "factors: [{name: wall, kind: ordered, levels: [0, 70, 140], standard: 0}]\n"
        'takes: 3\nphotos: {pattern: "{subject}_{level}_{take}.png"}\n'
    )
    mask = np.zeros((96, 40), np.uint8)
    mask[6:92, 10:30] = 255
    for part in ("photos", "masks"):
        (folder / part).mkdir()
    for person in range(8):
        for level in (0, 70, 140):
            for take in range(3):
                name = f"{person}_{level}_{take}.png"
                Image.fromarray(figure(person, level, take)).save(folder / "photos" / name)
                Image.fromarray(mask).save(folder / "masks" / name)
    (folder / "masks" / "3_70_1.png").unlink()
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "data"))
        request = StudyRequest(
            folder / "wall.yaml",
            BACKBONES,
            photos=folder / "photos",
            out=folder / "runs",
            fmr=0.03,
            cache=folder / "cache",
            masks=(f"files={folder / 'masks'}",),
            attention=True,
            remedies=True,
        )
        return Run(run_study(request).path)


@pytest.fixture(scope="module")
def files(run, tmp_path_factory):
    from probe import reports

    return reports.write(run, tmp_path_factory.mktemp("report"))


@pytest.fixture(scope="module")
def told(files):
    return json.loads(files["json"].read_text("utf-8"))


def bare(text):
    return re.sub(r"[\s\u200b\u00ad]", "", text)


def test_all_formats_say_the_same(files, told, page_parser):
    screen = bare(page_parser.Page(files["html"].read_text("utf-8")).text)
    with pymupdf.open(files["pdf"]) as document:
        paper = bare("".join(page.get_text() for page in document))
    chapter = told["chapters"][0]
    masked, looks = chapter["masked"][0], chapter["looks"]
    texts = [masked["caption"], masked["finding"], *masked["columns"]]
    texts += [text for each in told["versus"]["findings"] for text in each]
    for row in masked["rows"]:
        texts += [text for pair in row["columns"] for text in pair]
    for model in masked["models"]:
        for head in ("as shot", "masked", "change"):
            texts += ["".join(line) for line in model[head]]
    assert [each["variant"] for each in looks] == ["unmasked", "files"]
    for each in looks:
        for model in each["models"]:
            texts += [model["sentence"], model["change"], model["test"]]
            texts += [*model["further"], *model["further_changes"]]
            texts += [text for fact in model["facts"] for text in fact]
    for row in told["versus"]["rows"]:
        texts += [f[k] for f in row["figures"] for k in ("text", "interval", "levels")]
    assert [len(model["further"]) for each in looks for model in each["models"]] == [1, 1, 0, 0]
    for each in chapter["remedies"]:
        texts.append(each["sentence"])
        for rung in each["rungs"]:
            texts += [rung["name"], *rung["figures"], rung["interval"], rung["note"]]
    assert len(texts) > 200
    for text in texts:
        assert bare(text) in screen, text
        assert bare(text) in paper, text


def test_the_change_is_masked_minus_as_shot(run, told):
    from probe.wording.numbers import Numbers

    unit = Numbers().unit

    for model in told["chapters"][0]["masked"][0]["models"]:
        shot, filled = (
            run.matrix(model["model"], "wall", variant=v) for v in ("unmasked", "files")
        )
        for i in range(3):
            for j in range(3):
                assert model["as shot"][i][j] == unit(shot[i, j])
                assert model["masked"][i][j] == unit(filled[i, j])
                assert model["change"][i][j].lstrip("+") == unit(filled[i, j] - shot[i, j])


def test_exported_tables_hold_the_masked_figures(run, told, tmp_path):
    from probe.reports import tables

    rows = list(csv.DictReader(io.StringIO(tables.cells_csv(run))))
    assert {row["variant"] for row in rows} == {"unmasked", "files"}
    for row in rows:
        where = int(row["i"]), int(row["j"])
        stored = run.matrix(row["backbone"], "wall", variant=row["variant"])[where]
        assert float(row["mean"]) == stored
    for model in told["chapters"][0]["masked"][0]["cells"]:
        for cell in model["cells"]:
            stored = run.matrix(model["model"], "wall", variant="files")[cell["i"], cell["j"]]
            assert cell["mean"]["value"] == stored
    names = {path.name for path in tables.export(run, tmp_path)}
    assert {"wall.stripes.mean.tex", "wall.stripes.mean.files.tex"} <= names
    masked = (tmp_path / "wall.stripes.mean.files.tex").read_text("utf-8")
    assert masked != (tmp_path / "wall.stripes.mean.tex").read_text("utf-8")


def test_refused_masks_are_told_where_they_belong(told):
    assert (
        "1 picture of this factor had no usable mask" in told["chapters"][0]["masked"][0]["caption"]
    )
    assert told["failures"]["text"] == (
        "Every picture could be used. 1 picture could be used as shot but not masked."
    )
    assert "no mask file" in told["failures"]["rows"][0]["reason"]


def test_a_plain_run_has_none_of_this(report_of, page_parser):
    page = page_parser.Page(report_of("five")["html"].read_text("utf-8"))
    classes = {c for _, a in page.tags for c in (a.get("class") or "").split()}
    assert not {"looks", "masked", "duel"} & classes
    told = json.loads(report_of("five")["json"].read_text("utf-8"))
    assert told["versus"] is None
    assert all(not c["masked"] and not c["looks"] for c in told["chapters"])


def test_points_are_the_stored_matrix(run, files, page_parser):
    page = page_parser.Page(files["html"].read_text("utf-8"))
    found = [
        each for each in page.data["chapters"]["wall"]["points"] if each["variant"] == "unmasked"
    ]
    assert [each["model"] for each in found] == [1]
    one = found[0]
    shape = tuple(one[k] for k in ("rows", "columns", "other_rows", "other_columns"))
    values = np.frombuffer(base64.b64decode(one["data"]), np.uint8).reshape(shape)
    stored = run.points("mapped", "wall")["matrix"].astype(float)
    wanted = np.rint(255 * np.clip(stored / stored.max(), 0, 1))
    assert np.abs(values - wanted).max() <= 1


def test_fine_maps_are_added_up_before_they_are_sent():
    from probe.reports.sections.looks.points import halved

    matrix = np.random.default_rng(0).random((5, 4, 6, 3))
    half = halved(matrix)
    assert half.shape == (3, 2, 3, 2)
    assert half.sum() == pytest.approx(matrix.sum())
    assert half[0, 0, 0, 0] == pytest.approx(matrix[:2, :2, :2, :2].sum())


def test_demonstration_weights_are_labelled_wherever_a_name_heads_a_column(files, page_parser):
    page = page_parser.Page(files["html"].read_text("utf-8"))
    labels = sum("demo" in (a.get("class") or "").split() for _, a in page.tags)
    maps = sum(each.model == 1 for each in page.maps)
    # Heat maps; shapes at the standard, ridges, two figures of maps, masks, remedies.
    assert labels == maps + 6
    with pymupdf.open(files["pdf"]) as document:
        paper = "".join(page.get_text() for page in document)
    assert paper.count("demonstration only") >= labels


def test_colours_are_even_and_change_is_symmetric():
    for name in (colours.EVIDENCE, colours.CHANGE):
        assert len(colours.scale(name)) == 51
    ladder = [colours.contrast(c, "#000000") for c in colours.scale(colours.EVIDENCE)]
    assert (np.diff(ladder) > 0).all()
    for mode in ("light", "dark"):
        from_black = [colours.contrast(c, "#000000") for c in colours.scale(colours.CHANGE, mode)]
        middle = from_black[25]
        assert middle == (max(from_black) if mode == "light" else min(from_black))
        for colour in colours.scale(colours.CHANGE, mode):
            assert colours.contrast(colour, colours.ink_on(colour)) >= 4.5


def test_maps_lie_where_the_evidence_is():
    picture = np.full((80, 40, 3), 120, np.uint8)
    evidence = np.zeros((8, 8))
    evidence[2, 3] = 1.0
    plain = overlay.with_map(picture, np.zeros((8, 8)), (0, 0.25, 1, 0.75), 1.0)
    drawn = overlay.with_map(picture, evidence, (0, 0.25, 1, 0.75), 1.0)
    changed = np.abs(drawn.astype(int) - plain.astype(int)).sum(2)
    row, column = np.unravel_index(changed.argmax(), changed.shape)
    # The frame's column 3 of 8 is, in a picture over its middle half, the second quarter.
    assert 20 <= row < 30
    assert 10 <= column < 20
    assert changed[60:].max() == 0


def test_cutting_keeps_picture_and_map_together():
    picture = np.arange(40 * 20 * 3).reshape(40, 20, 3).astype(np.uint8)
    part, kept = overlay.cut(picture, (0, 0.25, 1, 0.75), (0.5, 0.25, 1.25, 0.5))
    assert part.shape == (20, 10, 3)
    assert kept == pytest.approx((0, 0, 2 / 3, 1))


def test_masked_pictures_are_filled_at_full_size(run):
    """They are what the network saw, made small: not small pictures, filled."""
    from probe.pictures.renditions import rendition
    from probe.runs.paths import UNMASKED

    images = run.images
    row = images[(images["role"] == "subject") & (images["source"] == "0_70_1.png")].iloc[0]
    mask = run.masks("files").mask(row["image_id"])
    filled = np.where(mask[..., None], figure(0, 70, 1), np.uint8(128))
    stored = run.picture(row["image_id"], "files").read_bytes()
    assert stored == rendition(filled)
    assert run.picture(row["image_id"], UNMASKED).read_bytes() == rendition(figure(0, 70, 1))
    refused = images[images["source"] == "3_70_1.png"].iloc[0]["image_id"]
    assert run.picture(refused, "files") is None


def test_a_place_shows_where_the_other_answers(files, browser):
    browser.problems.clear()
    browser.open(files["html"], 1280)
    first = "document.querySelectorAll('.seen svg[data-place]')[0]"
    other = "document.querySelectorAll('.seen svg[data-place]')[1]"
    browser.js(f"{first}.focus()")
    browser.press("Enter")
    time.sleep(0.1)
    assert browser.js(f"{first}.querySelectorAll('rect.mark').length") == 2
    assert browser.js(f"{other}.querySelectorAll('rect').length") > 0
    row = browser.js(f"+{first}.dataset.row")
    browser.press("ArrowDown")
    assert browser.js(f"+{first}.dataset.row") == row + 1
    browser.press("Escape")
    assert browser.js("document.querySelectorAll('.seen rect').length") == 0
    assert browser.problems == []


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_nothing_runs_over_the_edge(files, browser, width, dark):
    browser.open(files["html"], width, dark=dark)
    assert browser.js("document.documentElement.scrollWidth - innerWidth") <= 0
    small = """[...document.querySelectorAll('.looks *, .masked *, .duel *')].filter(e =>
        e.children.length === 0 && e.textContent.trim() && e.offsetParent &&
        parseFloat(getComputedStyle(e).fontSize) < 12 &&
        parseFloat(getComputedStyle(e).fontSize) > 0).length"""
    assert browser.js(small) == 0


def test_documents_of_masked_runs_are_whole(run):
    document = build(run)
    chapter = document.chapters[0]
    assert [len(one.matrices) for one in chapter.data("masked")[0].models] == [3, 3]
    assert len(chapter.data("masked")[0].pictures) == 3
    for looks in (chapter.data("looks"), *chapter.data("looks_masked")):
        for look in looks.models:
            for key in (look.standard.picture, look.level.plain):
                assert key in document.pictures


def test_remedies_are_the_stored_ones(run, told):
    from probe.wording.numbers import Numbers

    unit = Numbers().unit

    chapter = told["chapters"][0]
    assert [each["model"] for each in chapter["remedies"]] == run.backbones
    for each, backbone in zip(chapter["remedies"], run.backbones, strict=True):
        stored = run.remedies(backbone, "wall")["rungs"]
        assert [rung["figures"][0] for rung in each["rungs"]] == [
            unit(rung["retention"]) for rung in stored
        ]
        assert each["rungs"][0]["name"] == "nothing"
