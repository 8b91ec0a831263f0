"""The cells of a run as tables: CSV for spreadsheets, LaTeX for papers."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

from probe.files.atomic import write_text
from probe.reports.axis import Axis, axis_of
from probe.reports.cells import Cell, cells_of
from probe.reports.figure import Figure
from probe.reports.matrix import KINDS, cell_text
from probe.reports.source import Source
from probe.runs.paths import UNMASKED
from probe.runs.reading import Run
from probe.wording.numbers import NONE

FIGURES = ("mean", "strangers", "alike", "retention", "fnmr", "log10_fmr", "dprime", "auc", "eer")
HEADS = (
    "protocol",
    "backbone",
    "variant",
    "i",
    "j",
    "condition_i",
    "condition_j",
    "n_subjects",
    "n_pairs",
)
_LATEX = {
    "\\": r"\textbackslash{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "°": r"\textdegree{}",
    "−": "$-$",
    "–": "--",
    "×": r"$\times$",
    "\u00a0": "~",
}


def export(run: Run, folder: Path, language: str = "en") -> list[Path]:
    """Write the tables of a run: `cells.csv`; misses and every main heat map as LaTeX.

    A table without a figure is not written: retention where the standard condition itself fails,
    misses where there is no threshold.

    Args:
        run: a finished run.
        folder: where to; made if it is not there.
        language: of the labels.

    Returns:
        The files written: `cells.csv`, then `PROTOCOL.misses.tex`, `PROTOCOL.BACKBONE.FIGURE.tex`,
        and of mask variants `PROTOCOL.misses.VARIANT.tex`, `PROTOCOL.BACKBONE.FIGURE.VARIANT.tex`.
    """
    files = {"cells.csv": cells_csv(run, language)}
    main = [kind.key for kind in KINDS if kind.main]
    for protocol, variant in product(run.protocols, run.manifest.variants):
        suffix = "tex" if variant == UNMASKED else f"{_file_name(variant)}.tex"
        files[f"{protocol}.misses.{suffix}"] = misses_latex(run, protocol, language, variant)
        for backbone, figure in product(run.backbones, main):
            text = matrix_latex(run, protocol, backbone, figure, language, variant)
            files[f"{protocol}.{_file_name(backbone)}.{figure}.{suffix}"] = text
    files = {name: text for name, text in files.items() if text}
    for name, text in files.items():
        write_text(folder / name, text)
    return [folder / name for name in files]


def _file_name(backbone: str) -> str:
    safe = "".join(c if c.isalnum() or c in "._-" else "_" for c in backbone)
    if safe == backbone:
        return safe
    return f"{safe}-{hashlib.sha256(backbone.encode()).hexdigest()[:8]}"


def cells_csv(run: Run, language: str = "en") -> str:
    """All cells `i <= j`, full precision, with intervals.

    Of all protocols, backbones and variants: the pictures as they are, and every mask. Text that a
    spreadsheet would take for a formula is led by an apostrophe.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    bounds = [f"{name}{end}" for name in FIGURES for end in ("", "_low", "_high")]
    writer.writerow([*HEADS, *bounds])
    source = Source(run, language)
    for name, protocol in source.protocols.items():
        axis = axis_of(protocol, language)
        for backbone, variant in product(run.backbones, run.manifest.variants):
            for cell in cells_of(replace(source, variant=variant), name, backbone):
                writer.writerow(_csv_row((name, backbone, variant), cell, axis))
    return buffer.getvalue()


def _csv_row(where: tuple[str, str, str], cell: Cell, axis: Axis) -> list[str]:
    heads = [*where, str(cell.i), str(cell.j), axis.full[cell.i], axis.full[cell.j]]
    counts = [str(cell.people), str(cell.pairs)]
    figures: list[Figure] = [getattr(cell, name) for name in FIGURES]
    values = [v for f in figures for v in (f.value, f.low, f.high)]
    numbers = ["" if value is None else repr(value) for value in values]
    return [_harmless(head) for head in heads] + counts + numbers


def _harmless(text: str) -> str:
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def matrix_latex(
    run: Run,
    protocol: str,
    backbone: str,
    figure: str = "mean",
    language: str = "en",
    variant: str = UNMASKED,
) -> str:
    """One heat map as a LaTeX `tabular` (needs `booktabs`); empty where it has no figure.

    Args:
        run: a finished run.
        protocol: name of the protocol.
        backbone: name of the backbone.
        figure: `mean`, `retention`, `fnmr`, `log10_fmr`, `at_large` or `alike`.
        language: of the labels.
        variant: the pictures as they are, or the name of a mask.
    """
    source = Source(run, language, variant)
    axis = axis_of(source.protocols[protocol], language)
    kind = next(kind for kind in KINDS if kind.key == figure)
    figures = {(c.i, c.j): kind.figure(c) for c in cells_of(source, protocol, backbone)}
    if all(f.value is None for f in figures.values()):
        return ""
    n = len(axis.full)
    rows = [
        [axis.full[i], *(cell_text(figure, figures[min(i, j), max(i, j)]) for j in range(n))]
        for i in range(n)
    ]
    return _tabular(["", *axis.full], rows)


def misses_latex(run: Run, protocol: str, language: str = "en", variant: str = UNMASKED) -> str:
    """What every model misses against the standard condition, as a LaTeX `tabular`.

    One row a condition, one column a model: FNMR with its interval. A comment above says at which
    false match rate. Empty where no model has a threshold.

    Args:
        run: a finished run.
        protocol: name of the protocol.
        language: of the labels.
        variant: the pictures as they are, or the name of a mask.
    """
    source = Source(run, language, variant)
    axis = axis_of(source.protocols[protocol], language)
    n, s = len(axis.full), axis.standard
    columns = []
    for backbone in run.backbones:
        figures = {(c.i, c.j): c.fnmr for c in cells_of(source, protocol, backbone)}
        columns.append([figures[min(s, j), max(s, j)] for j in range(n)])
    if all(figure.value is None for column in columns for figure in column):
        return ""
    rows = [[axis.full[j], *(_with_interval(column[j]) for column in columns)] for j in range(n)]
    values = {"rate": source.fmr, "standard": axis.full[s]}
    comment = " ".join(source.words.text("tables-misses", **values).split())
    return f"% {comment}\n" + _tabular(["", *run.backbones], rows)


def _with_interval(figure: Figure) -> str:
    if figure.value is None:
        return NONE
    return f"{figure.text} ({figure.interval})" if figure.interval else figure.text


def _tabular(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    body = "\n".join(_latex_row(row) for row in rows)
    return (
        f"\\begin{{tabular}}{{l{'r' * (len(heads) - 1)}}}\n\\toprule\n{_latex_row(heads)}\n"
        f"\\midrule\n{body}\n\\bottomrule\n\\end{{tabular}}\n"
    )


def _latex_row(texts: Sequence[str]) -> str:
    return " & ".join(latex(text) for text in texts) + r" \\"


def latex(text: str) -> str:
    """Text as LaTeX prints it, nothing in it being a command."""
    return "".join(_LATEX.get(character, character) for character in text)
