"""The Document: everything a report says, with every number's printed string made once.

HTML, PDF and JSON are three prints of one Document. They copy its strings and never format a
number themselves, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from probe.runs.store import Finding

if TYPE_CHECKING:
    from probe.reports.crossed import CrossedModel
    from probe.reports.decisions import Decisions, Lean
    from probe.reports.looks import Looks
    from probe.reports.masked import Masked
    from probe.reports.remedies import Remedies
    from probe.reports.site import SiteAdvice
    from probe.reports.versus import Versus


@dataclass(frozen=True)
class Figure:
    """A number and its printed string.

    Attributes:
        text: as printed, `–` when there is none.
        value: the number, None when there is none.
        low, high: its 95 % interval, None where none is known.
        interval: the interval as printed, empty where there is none.
        note: why there is no figure or no interval.
    """

    text: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    interval: str = ""
    note: str = ""


@dataclass(frozen=True)
class Cell:
    """All figures of one pair of conditions and one model.

    Attributes:
        i, j: condition indices, `i <= j`.
        mean: mean cosine of the same person.
        sd_pairs, sd_subjects: its spread over pairs and over people.
        n_pairs, n_subjects: what it was taken over.
        strangers, alike: mean cosine of strangers at large and dressed alike.
        retention, fnmr, log10_fmr, dprime, auc, eer: calibrated figures.
        further: FNMR at further false match rates, each with the rate as printed.
        misses, missed_pairs: `37 of 200` and `37 missed`, empty without a threshold.
        large_passing, alike_passing: share of strangers above the threshold.
        over: whether FNMR exceeds the limit of use.
    """

    i: int
    j: int
    mean: Figure
    sd_pairs: str
    sd_subjects: str
    n_pairs: str
    n_subjects: str
    strangers: Figure
    alike: Figure
    retention: Figure
    fnmr: Figure
    further: tuple[tuple[str, Figure], ...]
    log10_fmr: Figure
    dprime: Figure
    auc: Figure
    eer: Figure
    misses: str
    missed_pairs: str
    large_passing: Figure
    alike_passing: Figure
    over: bool


@dataclass(frozen=True)
class Picture:
    """A picture of the page, kept once.

    Attributes:
        key: its name within the document.
        width, height: in pixels.
        data: WebP bytes.
    """

    key: str
    width: int
    height: int
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Model:
    """One backbone as the report shows it.

    Attributes:
        name: as in the run.
        short: as shown in headings.
        sub: small print beside it (architecture, demonstration label).
        label: what weights for demonstration are labelled with wherever the name heads a column;
            empty for others.
        threshold: the decision threshold.
        at: place of the threshold on the score axis, 0..100, None without one.
        note: why there is no threshold, or what to keep in mind.
        facts: the card, as (name, text).
    """

    name: str
    short: str
    sub: str
    label: str
    threshold: Figure
    at: float | None
    note: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Hero:
    """One of the pictures beside the headline."""

    picture: str
    head: str
    text: str
    bad: bool = False


@dataclass(frozen=True)
class Worst:
    """The worst level of a factor for one model, with the strip that shows all levels.

    Attributes:
        figure: retention there (mean cosine when no retention is known).
        level: the level as shown.
        picture: key of a picture of it, may be empty.
        step: colour step 0..50 of the figure, -1 for none.
        ticks: places of all levels on the strip, 0..100.
        dot: place of the worst level.
        bar: places of its interval, empty where there is none.
        missed: highest FNMR of any level, as printed, empty without a threshold.
        missed_at: the level it belongs to.
        over: whether it exceeds the limit.
        usable: the usable range in words, empty without a threshold.
    """

    figure: Figure
    level: str
    picture: str
    step: int
    ticks: tuple[float, ...]
    dot: float | None
    bar: tuple[float, ...]
    missed: str
    missed_at: str
    over: bool
    usable: str


@dataclass(frozen=True)
class SummaryRow:
    """One factor in the summary; `worst` has one entry a model."""

    key: str
    title: str
    range: str
    worst: tuple[Worst, ...]


@dataclass(frozen=True)
class Summary:
    """The model-by-factor summary: `measure` is `retention`, or `mean` without strangers.

    Attributes:
        marks: places and labels of the strip's axis.
        rows: one a factor.
        leans: which error each model leans to; empty where it cannot be said of any.
    """

    measure: str
    marks: tuple[tuple[float, str], ...]
    rows: tuple[SummaryRow, ...]
    leans: tuple[Lean, ...]


@dataclass(frozen=True)
class Distribution:
    """Score shapes at the standard condition for one model, each scaled to its own peak."""

    mated: tuple[float, ...]
    strangers: tuple[float, ...]
    alike: tuple[float, ...]
    mean_mated: Figure
    mean_strangers: Figure
    mean_alike: Figure
    passing: Figure
    passing_alike: Figure


@dataclass(frozen=True)
class Block:
    """Consecutive conditions under one heading (a series, or an outer factor's level)."""

    label: str
    start: int
    size: int


@dataclass(frozen=True)
class Axis:
    """The conditions of a chapter.

    Attributes:
        labels: within their block, with unit (`180°`).
        heads: as column heads (`180`).
        full: complete (`180°, with backpack`).
        blocks: headings over consecutive conditions; one without label when there is none.
        standard: index of the standard condition.
        upright: whether column heads are too long to stand level.
    """

    labels: tuple[str, ...]
    heads: tuple[str, ...]
    full: tuple[str, ...]
    blocks: tuple[Block, ...]
    standard: int
    upright: bool


@dataclass(frozen=True)
class SheetRow:
    """Pictures of one condition: the shown person's, then other people's (empty: none)."""

    index: int
    own: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """The contact sheet: one row a condition, how many columns there are of each kind, and whether
    the others are strangers in clothes of their own.
    """

    rows: tuple[SheetRow, ...]
    own: int
    others: int
    strangers: bool
    caption: str


@dataclass(frozen=True)
class Matrix:
    """One heat map.

    Attributes:
        texts: printed cells, row by row.
        steps: colour steps 0..50, -1 where there is no figure.
        right, below: whether a contour runs along the right or lower edge of a cell.
        extremes: lowest and highest cell in words.
    """

    texts: tuple[tuple[str, ...], ...]
    steps: tuple[tuple[int, ...], ...]
    right: tuple[tuple[bool, ...], ...]
    below: tuple[tuple[bool, ...], ...]
    extremes: str


@dataclass(frozen=True)
class MatrixGroup:
    """The same figure for every model, on one fixed scale.

    Attributes:
        key: `mean`, `retention`, `fnmr`, `log10_fmr`, `at_large` or `alike`.
        title, caption: heading and how to read it.
        scale: colour scale.
        marks: (place 0..100, label) below the ramp.
        low, high: what its ends mean.
        matrices: one a model.
        main: shown at once; the others are folded away on the page.
    """

    key: str
    title: str
    caption: str
    scale: str
    marks: tuple[tuple[float, str], ...]
    low: str
    high: str
    matrices: tuple[Matrix, ...]
    main: bool


@dataclass(frozen=True)
class Ridge:
    """Scores of one condition against the standard: shapes and what is missed."""

    index: int
    mated: tuple[float, ...]
    strangers: tuple[float, ...]
    value: str
    over: bool


@dataclass(frozen=True)
class Chapter:
    """One protocol.

    Attributes:
        cells: for every model, the cells with `i <= j`.
        pairs: for every model, `"i-j"` to scores of the shown person's pictures in hundredths,
            plus 1000 where they do not match; None where a picture would meet itself.
        crossed: what crossed factors do together, one a model, if several vary.
        masked: the same with the background removed, one a mask variant.
        looks, remedies: where the models look, one a variant with maps; what helps, one a model.
    """

    key: str
    title: str
    question: str
    finding: str
    note: str
    axis: Axis
    sheet: Sheet | None
    groups: tuple[MatrixGroup, ...]
    ridges: tuple[tuple[Ridge, ...], ...]
    decided: bool
    cells: tuple[tuple[Cell, ...], ...]
    pairs: tuple[Mapping[str, tuple[tuple[int | None, ...], ...]], ...]
    matrix_caption: str
    ridge_caption: str
    crossed: tuple[CrossedModel, ...] = ()
    masked: tuple[Masked, ...] = ()
    looks: tuple[Looks, ...] = ()
    remedies: tuple[Remedies, ...] = ()


@dataclass(frozen=True)
class FailureRow:
    """A picture that could not be used."""

    protocol: str
    condition: str
    subject: str
    picture: str
    reason: str


@dataclass(frozen=True)
class Failures:
    """Failures to acquire: the sentence, the first of them, and how many are not shown."""

    text: str
    rows: tuple[FailureRow, ...]
    more: str


@dataclass(frozen=True)
class Document:
    """A report, ready to be printed in any format.

    `site` is the advice for the deployment named; `findings` are all sentences with their cells.
    """

    language: str
    study: str
    run: str
    date: str
    headline: str
    deck: str
    limit: str
    fmr: str
    models: tuple[Model, ...]
    axis_marks: tuple[tuple[float, str], ...]
    hero: tuple[Hero, ...]
    summary: Summary
    summary_note: str
    site: SiteAdvice | None
    advice: tuple[tuple[str, str], ...]
    before: str
    before_caption: str
    notes: tuple[str, ...]
    distributions: tuple[Distribution, ...]
    decisions: Decisions | None
    versus: Versus | None
    chapters: tuple[Chapter, ...]
    failures: Failures
    method: tuple[tuple[str, str], ...]
    provenance: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]
    pictures: Mapping[str, Picture]
