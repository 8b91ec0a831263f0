"""A figure that a report shows in several places is the same figure in all of them."""

from collections import defaultdict

import pytest

from probe.reports.cells import against_standard, other_of
from probe.reports.sections.matrices.facts import FACTS
from probe.reports.source import Source
from probe.wording.numbers import NONE

DRAWN = {"fnmr": "missed", "retention": "retention", "mean": "cosine", "auc": "auc"}
"""Figures of cells, and their columns in the table."""


def bare(text):
    """A printed figure without its unit, which headings say."""
    return text.replace("to\u00a0", "to ").replace("\u00a0%", "").replace("\u00a0", "")


def number(text):
    """A printed rate: `< 1` is under 1."""
    return int(text.removeprefix("<").removeprefix(">")) - text.startswith("<") / 2


MASKED = (("mean", "cosine"), ("retention", "retention"), ("fnmr", "miss"))
"""Figures, and what the heads of the table of masks call them."""


@pytest.fixture(scope="module")
def shown(document):
    """(figure, protocol, model, condition) -> place -> what is printed there."""
    places = defaultdict(dict)
    for part in document.chapters:
        chapter = part.chapter
        table, matrices = part.data("table"), part.data("matrices")
        maps = {group.key: group.matrices for group in matrices.groups}
        s = chapter.axis.standard
        for model, cells in enumerate(matrices.cells):
            for cell in against_standard(cells, s):
                k = other_of(cell, s)
                row = dict(zip(table.columns, table.levels[k].rows[model].lines, strict=True))
                facts = dict(zip(FACTS, matrices.facts[model][f"{cell.i}-{cell.j}"], strict=True))
                for figure, column in DRAWN.items():
                    here = places[figure, chapter.key, model, k]
                    here["cell"] = bare(getattr(cell, figure).text)
                    here["table"] = bare(row[column][0]) if column in row else NONE
                    if figure in maps:
                        here["heat map"] = maps[figure][model].texts[k][s]
                missed = facts["report-fact-missed"].partition(" (")[0].partition(",")[0]
                places["fnmr", chapter.key, model, k]["pop-up"] = bare(missed)
                kept = facts["report-fact-retention"].partition(" (")[0]
                places["retention", chapter.key, model, k]["pop-up"] = bare(kept)
                auc = facts["report-fact-measures"].split(", ")[1]
                places["auc", chapter.key, model, k]["pop-up"] = bare(auc)
        ridges = part.data("scores").ridges
        for model, rows in enumerate(ridges):
            for ridge in rows:
                places["fnmr", chapter.key, model, ridge.index]["shapes"] = bare(ridge.value)
        for masked in part.data("masked") or ():
            columns = [head.casefold() for head in masked.columns]
            for row in masked.rows:
                k = chapter.axis.full.index(row.level)
                for figure, words in MASKED:
                    at = next(
                        n for n, head in enumerate(columns) if words in head and "shot" in head
                    )
                    text = bare(row.columns[at][0])
                    places[figure, chapter.key, row.model, k]["masks"] = text
    for part, row in zip(document.chapters, document.data("summary").rows, strict=True):
        chapter = part.chapter
        for model, worst in enumerate(row.worst):
            k = chapter.axis.full.index(worst.level)
            places["fnmr", chapter.key, model, k]["summary"] = bare(worst.figure.text)
    return dict(places)


def test_every_figure_is_the_same_in_all_places(shown) -> None:
    assert max(len(texts) for texts in shown.values()) >= 6
    for key, texts in shown.items():
        assert len(set(texts.values())) == 1, (key, texts)


def test_the_worst_case_is_one_throughout(shown, document, run) -> None:
    """The summary's level is where the table says most, and the thresholds name it too."""
    (chapter,) = (part.chapter for part in document.chapters)
    s = chapter.axis.standard
    rows = document.data("thresholds").rows
    for model in range(len(run.backbones)):
        here = {k: shown["fnmr", chapter.key, model, k] for k in range(len(chapter.axis.full))}
        (worst,) = (k for k, texts in here.items() if "summary" in texts)
        most = max(number(texts["cell"]) for k, texts in here.items() if k != s)
        assert number(here[worst]["summary"]) == most
        row = next(row for row in rows if row.model == model)
        assert bare(row.worst.text) == here[worst]["summary"]
        assert row.worst_at == chapter.axis.full[worst]
        assert bare(row.standard.text) == here[s]["cell"]


def missed(shown, run, cell) -> str:
    """The misses that a finding rests on, as they are printed elsewhere."""
    model = run.backbones.index(cell["backbone"])
    return shown["fnmr", cell["protocol"], model, cell["i"]]["cell"]


def test_sentences_tell_the_figures_of_the_cells_they_rest_on(shown, run) -> None:
    told = 0
    for finding in Source(run).said_findings:
        for name in run.backbones:
            rates = [
                missed(shown, run, cell)
                for cell in finding.cells
                if cell.get("figure") == "fnmr" and cell.get("backbone") == name
                if cell.get("kind") == "mated" and run.protocols["wall"].standard.index == cell["j"]
            ]
            if rates and finding.key in {"headline", "factor", "verdict"}:
                most = max(rates, key=number)
                assert f"{most}\u00a0%" in finding.text, (finding.key, finding.text)
                told += 1
    assert told >= 3


def test_the_pictures_beside_the_headline_tell_the_headlines_cell(shown, document, run) -> None:
    finding = Source(run).finding("headline")
    cells = [cell for cell in finding.cells if cell["figure"] == "fnmr"]
    worst = max(cells, key=lambda cell: number(missed(shown, run, cell)))
    rates = [missed(shown, run, {**worst, "backbone": name}) for name in run.backbones]
    low, high = sorted(rates, key=number)
    told = high if low == high else f"{low} to {high}"
    assert bare(document.data("opening").hero[1].text).count(f"{told} of such pairs") == 1
