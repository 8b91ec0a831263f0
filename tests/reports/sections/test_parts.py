"""Vectors part by part: drawn for models that have parts, at their places, in every print."""

import json
import sys

import numpy as np
import pymupdf
import pytest

from probe import reports
from probe.reports.document import build
from probe.reports.sections.parts.frame import _place, tiled
from probe.runs.manifest import PartEntry
from probe.study.request import StudyRequest
from probe.study.steps import run_study
from tests.conftest import PLAIN_PROTOCOL, write_photos
from tests.probe.study.test_parts_in_study import PIECES


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """Photographs compared by stripes (twelve parts, no maps of them) and by two halves."""
    folder = tmp_path_factory.mktemp("parts")
    (folder / "turn.yaml").write_text(PLAIN_PROTOCOL, encoding="utf-8")
    (folder / "their_halves.py").write_text(PIECES, encoding="utf-8")
    sys.path.insert(0, str(folder))
    try:
        yield run_study(
            StudyRequest(
                folder / "turn.yaml", ("stripes", "their_halves:spec"),
                photos=write_photos(folder / "photos"), out=folder / "runs", fmr=0.03,
                cache=folder / "cache", attention=True,
            )
        )  # fmt: skip
    finally:
        sys.path.remove(str(folder))
        sys.modules.pop("their_halves", None)


@pytest.fixture(scope="module")
def chapter(run):
    return build(run).chapters[0]


def test_every_part_is_a_strip_at_its_place(run, chapter) -> None:
    stripes, halves = chapter.data("parts")
    assert (stripes.model, halves.model) == (0, 1)
    places = [(p.top, p.left, p.bottom, p.right) for p in run.manifest.backbone("stripes").parts]
    assert [band.place for band in stripes.bands] == places
    assert [band.name for band in halves.bands] == ["upper", "lower"]
    assert stripes.tiled
    assert halves.tiled


def test_cells_are_the_stored_figures_of_each_part_below_the_whole(run, chapter) -> None:
    (stripes, _), axis = chapter.data("parts"), chapter.chapter.axis
    retention, missed = stripes.strips
    assert (retention.key, missed.key) == ("retention", "fnmr")
    stored = run.parts[run.parts["backbone"] == "stripes"].set_index(["part", "i", "j"])
    for k, band in enumerate(stripes.bands, start=1):
        for condition in range(len(axis.full)):
            i, j = sorted((condition, axis.standard))
            value = stored.loc[(band.name, i, j), "retention"]
            text = retention.texts[k][condition]
            number = float(text.replace("−", "-"))
            assert number == pytest.approx(value, abs=0.005001)
    whole = run.matrix("stripes", "turn", "retention")[:, axis.standard]
    printed = [float(text.replace("−", "-")) for text in retention.texts[0]]
    assert printed == pytest.approx(whole, abs=0.005001)


def test_the_part_that_decides_is_marked_and_no_other(run, chapter) -> None:
    for parts in chapter.data("parts"):
        name = run.backbones[parts.model]
        (finding,) = [f for f in run.findings if (f.key, f.title) == ("part", name)]
        marked = [band.name for band in parts.bands if band.decides]
        named = [finding.cells[0]["part"]] if finding.message.id == "part-decides" else []
        assert marked == named
        assert finding.cells[0]["part"] in parts.sentence or "No margin" in parts.sentence
        assert all(band.lost for band in parts.bands)


def test_page_paper_and_json_print_the_same_strips(run, chapter, page_parser, tmp_path) -> None:
    paths = reports.write(run, tmp_path)
    screen = page_parser.Page(paths["html"].read_text("utf-8")).text
    with pymupdf.open(paths["pdf"]) as paper:
        printed = "".join("".join(page.get_text() for page in paper).split())
    told = json.loads(paths["json"].read_text("utf-8"))["chapters"][0]["parts"]
    assert [model["model"] for model in told] == ["stripes", "halves"]
    for parts, stored in zip(chapter.data("parts"), told, strict=True):
        assert stored["sentence"] == parts.sentence
        assert parts.sentence in screen
        assert "".join(parts.sentence.split()) in printed.replace("\u200b", "")
        texts = [list(row) for row in parts.strips[0].texts]
        assert stored["figures"][0]["texts"] == texts
        for row in texts:
            assert "".join(row) in "".join(screen.split())
            assert "".join(row) in printed
        assert [band["lost"] for band in stored["bands"]] == [b.lost for b in parts.bands]


def test_maps_of_parts_are_drawn_beside_the_pair_where_the_model_tells(run, chapter) -> None:
    stripes, halves = chapter.data("looks").models
    assert stripes.parts == ()
    maps = run.part_maps("halves", "turn")
    assert [seen.label.split()[0] for seen in halves.parts] == ["upper", "lower"]
    shown = [float(seen.label.split()[1].replace("−", "-")) for seen in halves.parts]
    assert shown == pytest.approx([one.cosine for one in maps], abs=0.005001)
    assert halves.parts[0].picture != halves.parts[1].picture


def test_a_run_without_parts_has_no_such_section(run_of, report_of) -> None:
    assert build(run_of("one_model")).chapters[0].data("parts") is None
    assert 'class="parts"' not in report_of("one_model")["html"].read_text("utf-8")
    told = json.loads(report_of("one_model")["json"].read_text("utf-8"))
    assert all(chapter["parts"] == [] for chapter in told["chapters"])


def test_a_run_of_before_draws_the_means_alone(run, monkeypatch) -> None:
    older = run.parts[["protocol", "backbone", "variant", "part", "i", "j", "mean", "n_subjects"]]
    monkeypatch.setattr(run, "parts", older)
    monkeypatch.setattr(run, "findings", [f for f in run.findings if f.key != "part"])
    stripes, _ = build(run).chapters[0].data("parts")
    assert [strips.key for strips in stripes.strips] == ["mean"]
    assert stripes.sentence == stripes.level == ""
    assert not any(band.lost or band.decides for band in stripes.bands)


def part(name: str, **place: float) -> PartEntry:
    return PartEntry(name=name, length=4, **place)


def test_only_parts_that_fill_the_picture_from_the_top_down_stand_beside_it() -> None:
    assert tiled([part("a", bottom=0.5), part("b", top=0.5)])
    assert not tiled([part("a"), part("b")])
    assert not tiled([part("a", bottom=0.4), part("b", top=0.5)])
    assert not tiled([part("a", bottom=0.5), part("b", top=0.5, right=0.5)])
    assert not tiled([part("whole")])


@pytest.mark.parametrize(
    ("letterbox", "place"),
    [(True, (14.0, 0.0, 100.0, 256.0)), (False, (0.0, 0.0, 128.0, 256.0))],
)
def test_a_picture_lies_in_the_frame_as_it_was_fitted(letterbox, place) -> None:
    assert np.allclose(_place((50, 128), (128, 256), letterbox=letterbox), place)
