"""Vectors part by part: drawn for models that have parts, at their places, in every print."""

import json

import pymupdf

from probe import reports
from probe.reports.document import build
from probe.reports.source import Source
from probe.wording import wording_of


def test_every_part_is_a_strip_at_its_place(parted, parted_chapter) -> None:
    stripes, halves = parted_chapter.data("parts")
    assert (stripes.model, halves.model) == (0, 1)
    places = [(p.top, p.left, p.bottom, p.right) for p in parted.manifest.backbone("stripes").parts]
    assert [band.place for band in stripes.bands] == places
    assert [band.name for band in halves.bands] == ["upper", "lower"]
    assert stripes.tiled
    assert halves.tiled


def test_cells_are_the_stored_figures_of_each_part_below_the_whole(parted, parted_chapter) -> None:
    (stripes, _), axis = parted_chapter.data("parts"), parted_chapter.chapter.axis
    retention, missed = stripes.strips
    assert (retention.key, missed.key) == ("retention", "fnmr")
    unit = wording_of().numbers.unit
    stored = parted.parts[parted.parts["backbone"] == "stripes"].set_index(["part", "i", "j"])
    for k, band in enumerate(stripes.bands, start=1):
        for condition in range(len(axis.full)):
            i, j = sorted((condition, axis.standard))
            value = stored.loc[(band.name, i, j), "retention"]
            assert retention.texts[k][condition] == unit(value)
    whole = parted.matrix("stripes", "turn", "retention")[:, axis.standard]
    assert list(retention.texts[0]) == [unit(value) for value in whole]


def test_the_part_that_decides_is_marked_and_no_other(parted, parted_chapter) -> None:
    for parts in parted_chapter.data("parts"):
        name = parted.backbones[parts.model]
        (finding,) = [f for f in parted.findings if (f.key, f.title) == ("part", name)]
        marked = [band.name for band in parts.bands if band.decides]
        named = [finding.cells[0]["part"]] if finding.message.id == "part-decides" else []
        assert marked == named
        assert finding.cells[0]["part"] in parts.sentence or "No margin" in parts.sentence
        assert all(band.lost for band in parts.bands)


def test_page_paper_and_json_print_the_same_strips(
    parted, parted_chapter, page_parser, tmp_path
) -> None:
    paths = reports.write(parted, tmp_path)
    screen = page_parser.Page(paths["html"].read_text("utf-8")).text
    with pymupdf.open(paths["pdf"]) as paper:
        printed = "".join("".join(page.get_text() for page in paper).split())
    told = json.loads(paths["json"].read_text("utf-8"))["chapters"][0]["parts"]
    assert [model["model"] for model in told] == ["stripes", "halves"]
    for parts, stored in zip(parted_chapter.data("parts"), told, strict=True):
        assert stored["sentence"] == parts.sentence
        assert parts.sentence in screen
        assert "".join(parts.sentence.split()) in printed.replace("\u200b", "")
        texts = [list(row) for row in parts.strips[0].texts]
        assert stored["figures"][0]["texts"] == texts
        for row in texts:
            assert "".join(row) in "".join(screen.split())
            assert "".join(row) in printed
        assert [band["lost"] for band in stored["bands"]] == [b.lost for b in parts.bands]


def test_a_run_without_parts_has_no_such_section(report_of, document_of) -> None:
    assert document_of("one_model").chapters[0].data("parts") is None
    assert 'class="parts"' not in report_of("one_model")["html"].read_text("utf-8")
    told = json.loads(report_of("one_model")["json"].read_text("utf-8"))
    assert all(chapter["parts"] == [] for chapter in told["chapters"])


def parts_of(run):
    document = build(run, before=(), chapter=("parts",), after=())
    return document.chapters[0].data("parts")


def test_a_run_of_before_draws_the_means_alone(parted, monkeypatch) -> None:
    older = parted.parts[
        ["protocol", "backbone", "variant", "part", "i", "j", "mean", "n_subjects"]
    ]
    monkeypatch.setattr(parted, "parts", older)
    monkeypatch.setattr(parted, "findings", [f for f in parted.findings if f.key != "part"])
    stripes, _ = parts_of(parted)
    assert [strips.key for strips in stripes.strips] == ["mean"]
    assert stripes.sentence == stripes.level == ""
    assert not any(band.lost or band.decides for band in stripes.bands)


def test_parts_keep_nothing_of_a_margin_that_there_is_not(parted, monkeypatch) -> None:
    monkeypatch.setattr(Source, "failing", lambda *_: 0.4)
    for parts in parts_of(parted):
        assert [strips.key for strips in parts.strips] == ["fnmr"]
        assert parts.sentence == parts.level == ""
        assert not any(band.lost or band.decides for band in parts.bands)
