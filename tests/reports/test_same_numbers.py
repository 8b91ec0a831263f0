"""HTML, PDF and JSON are prints of one Document: they carry the same numbers and sentences."""

import json
import re

import pymupdf
import pytest

from probe.reports.source import Source

RUNS = ("five", "one_model", "one_person", "crossed", "hostile", "single_picture", "few")


def bare(text: str) -> str:
    """Text without white space and break hints, which layout may put anywhere."""
    return re.sub(r"[\s\u200b\u00ad]", "", text)


def pdf_text(path) -> str:
    with pymupdf.open(path) as document:
        return bare("".join(page.get_text() for page in document))


@pytest.mark.parametrize("name", RUNS)
def test_every_heat_map_prints_alike(report_of, page_parser, name: str) -> None:
    told = json.loads(report_of(name)["json"].read_text("utf-8"))
    page = page_parser.Page(report_of(name)["html"].read_text("utf-8"))
    paper = pdf_text(report_of(name)["pdf"])
    wanted = [
        (chapter["key"], k, [list(row) for row in matrix["texts"]])
        for chapter in told["chapters"]
        for main in (True, False)
        for group in chapter["groups"]
        if group["main"] is main
        for k, matrix in enumerate(group["matrices"])
    ]
    found = [(each.protocol, each.model, each.rows) for each in page.maps]
    assert found == wanted
    for _, _, rows in wanted:
        for row in rows:
            assert bare("".join(row)) in paper


@pytest.mark.parametrize("name", RUNS)
def test_json_holds_the_numbers_of_the_run(run_of, report_of, name: str) -> None:
    run = run_of(name)
    source = Source(run)
    told = json.loads(report_of(name)["json"].read_text("utf-8"))
    seen = 0
    for chapter in told["chapters"]:
        for model in chapter["cells"]:
            model_of = (chapter["key"], model["model"])
            for figure in ("mean", "retention", "fnmr"):
                matrix = run.matrix(model["model"], chapter["key"], figure)
                for cell in model["cells"]:
                    value = cell[figure]["value"]
                    stored = matrix[cell["i"], cell["j"]]
                    left_out = figure == "retention" and source.failing(*model_of)
                    assert (value is None) == (stored != stored or bool(left_out))
                    assert value is None or value == pytest.approx(stored, abs=1e-12)
                    seen += value is not None
    assert seen > 0


@pytest.mark.parametrize("name", RUNS)
def test_every_sentence_and_summary_figure_is_in_both(
    document_of, report_of, page_parser, name: str
) -> None:
    told = json.loads(report_of(name)["json"].read_text("utf-8"))
    screen = bare(page_parser.Page(report_of(name)["html"].read_text("utf-8")).text)
    paper = pdf_text(report_of(name)["pdf"])
    sentences = [told["headline"], told["before"], told["failures"]["text"]]
    sentences += document_of(name).data("opening").points
    sentences += [told["verdict"], *(row[k] for row in told["checks"] for k in ("text", "todo"))]
    sentences += [row[k] for row in told["verdicts"] for k in ("model", "head", "text")]
    sentences += [text for pair in told["method"] for text in pair]
    sentences += [head for head, _ in told["advice"]]
    sentences += [text for points in document_of(name).data("advice").points for text in points]
    sentences += [chapter[k] for chapter in told["chapters"] for k in ("finding", "question")]
    for row in told["summary"]["rows"]:
        for worst in row["worst"]:
            sentences += [worst["figure"]["text"], worst["level"], worst["limits"]]
            sentences += [worst[k] for k in ("head", "standard", "kept", "usable")]
    for name_, text in told["provenance"]:
        sentences += [name_, text]
    for sentence in sentences:
        assert bare(sentence) in screen
        assert bare(sentence) in paper


@pytest.mark.parametrize("name", ["five", "one_person"])
def test_the_table_of_figures_prints_alike(document_of, report_of, page_parser, name: str) -> None:
    screen = bare(page_parser.Page(report_of(name)["html"].read_text("utf-8")).text)
    paper = pdf_text(report_of(name)["pdf"])
    rows = 0
    for chapter in document_of(name).chapters:
        for level in chapter.data("table").levels:
            for row in level.rows:
                figures = [text for pair in row.lines for text in pair if text]
                assert bare("".join(figures)) in screen
                assert all(bare(text) in paper for text in figures)
                rows += 1
    assert rows > 0


def test_json_traces_every_sentence_to_its_cells(run_of, report_of) -> None:
    told = json.loads(report_of("five")["json"].read_text("utf-8"))
    by_key = {(f["key"], f["protocol"], f["title"]): f for f in told["findings"]}
    for finding in Source(run_of("five")).said_findings:
        found = by_key[finding.key, finding.protocol, finding.title]
        assert found["text"] == finding.text
        assert len(found["cells"]) == len(finding.cells)
    assert told["headline"] in {f["text"] for f in told["findings"] if f["cells"]}
