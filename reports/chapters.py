"""One chapter a protocol: question, finding, contact sheet, heat maps, decision, figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from probe.protocol.model import Protocol
from probe.reports.axis import axis_of
from probe.reports.cells import cells_of
from probe.reports.crossed import crossed_of
from probe.reports.document import Axis, Cell, Chapter, Ridge, Sheet
from probe.reports.looks import looks_of
from probe.reports.masked import masked_of
from probe.reports.matrices import groups_of
from probe.reports.pictures import Album, others_per_row, sheet_ids, sheet_rows
from probe.reports.remedies import remedies_of
from probe.reports.source import Source
from probe.reports.summary import against_standard, other_of
from probe.wording.numbers import amount, hundredths

NO_MATCH = 1000
"""Added to a score in hundredths when the pair does not match."""

FEW_MODELS = 2
"""Up to so many models a chapter opens with what crossed factors do together."""

SIDE_BY_SIDE = 8
"""Contact sheets with more rows stand side by side, block by block."""


def chapters_of(source: Source, album: Album, subject: str) -> tuple[Chapter, ...]:
    """All chapters, in the order of the run."""
    protocols = source.protocols
    axes = {name: axis_of(told, source.language) for name, told in protocols.items()}
    sides = [len(a.blocks) if len(a.full) > SIDE_BY_SIDE else 1 for a in axes.values()]
    others = others_per_row([len(a.full) for a in axes.values()], sides)
    return tuple(
        _chapter(source, told, axes[name], (album, *_sheet(source, told, album, subject, room)))
        for (name, told), room in zip(protocols.items(), others, strict=True)
    )


def _chapter(
    source: Source,
    protocol: Protocol,
    axis: Axis,
    kept: tuple[Album, Sheet | None, list[list[str]]],
) -> Chapter:
    words = source.words
    names = source.run.backbones
    cells = tuple(cells_of(source, protocol.name, name) for name in names)
    decided = "" if source.decided else "_undecided"
    album, sheet, shown = kept
    return Chapter(
        key=protocol.name,
        title=protocol.title.language(source.language),
        question=protocol.question.language(source.language),
        finding=_finding(source, protocol),
        note=words["expect_sensitive"] if protocol.expectation == "sensitive" else "",
        axis=axis,
        sheet=sheet,
        groups=groups_of(cells, axis, words),
        ridges=tuple(
            _ridges(source, protocol, name, model, axis)
            for name, model in zip(names, cells, strict=True)
        ),
        decided=source.decided,
        cells=cells,
        pairs=tuple(_pairs(source, protocol, name, shown) for name in names),
        matrix_caption=words["matrix_caption"].format(
            people=amount(source.people, "person", "people"),
            pairs=_pair_counts(cells[0], axis),
            calibrated=words["matrix_calibrated"] if _any(cells, "retention") else "",
        ),
        ridge_caption=words[f"ridge_caption{decided}"].format(
            strangers=words["ridge_strangers"] if _any(cells, "strangers") else ""
        ),
        crossed=crossed_of(source, protocol, cells),
        masked=masked_of(source, protocol, axis, cells, (shown, album)),
        looks=looks_of(source, protocol, axis, album),
        remedies=remedies_of(source, protocol.name, axis),
    )


def _finding(source: Source, protocol: Protocol) -> str:
    """What the chapter found; of factors that are crossed also what they do together."""
    names = source.run.backbones
    lines = [source.sentence("factor", protocol.name)]
    for name in names if len(protocol.factors) > 1 and len(names) <= FEW_MODELS else ():
        if told := source.sentence("interaction", protocol.name, name):
            own = "" if len(names) == 1 else f"{source.shorts[name]}: "
            lines.append(f"{own}{told[:1].lower() + told[1:] if own else told}")
    return " ".join(lines)


def _any(cells: Sequence[Sequence[Cell]], name: str) -> bool:
    return any(getattr(cell, name).value is not None for model in cells for cell in model)


def _pair_counts(cells: Sequence[Cell], axis: Axis) -> str:
    """`200 pairs of pictures a cell (80 on the diagonal)`, ranges where cells differ."""
    apart = sorted({int(c.n_pairs.replace(",", "")) for c in cells if c.i != c.j})
    same = sorted({int(c.n_pairs.replace(",", "")) for c in cells if c.i == c.j})

    def told(counts: Sequence[int]) -> str:
        if len(counts) == 1:
            return f"{counts[0]:,}"
        return f"{counts[0]:,} to\u00a0{counts[-1]:,}"

    return f"{told(apart)} pairs of pictures a cell ({told(same)} on the diagonal)"


def _sheet(
    source: Source, protocol: Protocol, album: Album, subject: str, others: int
) -> tuple[Sheet | None, list[list[str]]]:
    """The contact sheet and the shown person's image ids; no sheet without pictures."""
    images = source.run.images
    own = images[images["protocol"] == protocol.name]
    ids = sheet_ids(own, len(protocol.conditions), subject, others)
    shown = [list(each) for each in ids.own]
    rows = sheet_rows(ids, album)
    if not any(key for row in rows for key in (*row.own, *row.others)):
        return None, shown
    words = source.words
    people = amount(source.people, "person", "people")
    caption = (
        words["sheet_caption_one"]
        if source.people == 1
        else words["sheet_caption"].format(subjects=people, rule=words["sheet_rule"])
    )
    width = max((len(row.own) for row in rows), default=0)
    side = max((len(row.others) for row in rows), default=0)
    return Sheet(rows, width, side, ids.strangers, caption), shown


def _ridges(
    source: Source, protocol: Protocol, name: str, cells: Sequence[Cell], axis: Axis
) -> tuple[Ridge, ...]:
    histograms = source.run.histograms
    standard = axis.standard
    rows = []
    for cell in against_standard(cells, standard):
        where = {
            "protocol": protocol.name,
            "backbone": name,
            "variant": source.variant,
            "i": other_of(cell, standard),
            "j": standard,
        }
        shapes = [
            source.axis.shape(histograms.find(**where, kind=kind), histograms.edges)
            for kind in ("mated", "at_large")
        ]
        value = cell.fnmr if source.decided else cell.mean
        rows.append(Ridge(other_of(cell, standard), shapes[0], shapes[1], value.text, cell.over))
    return tuple(rows)


PairRows = tuple[tuple[int | None, ...], ...]


def _pairs(
    source: Source, protocol: Protocol, name: str, shown: Sequence[Sequence[str]]
) -> Mapping[str, PairRows]:
    """Scores of the shown person's pictures, for every pair of conditions `i <= j`."""
    scores = _scores_of(source, protocol, name, {each for row in shown for each in row})
    cut = source.cut(name)
    found: dict[str, PairRows] = {}
    for i in range(len(shown)):
        for j in range(i, len(shown)):
            grid = tuple(
                tuple(_printed(scores.get((a, b), scores.get((b, a))), cut) for b in shown[j])
                for a in shown[i]
            )
            if any(v is not None for row in grid for v in row):
                found[f"{i}-{j}"] = grid
    return found


def _scores_of(
    source: Source, protocol: Protocol, name: str, ids: set[str]
) -> Mapping[tuple[str, str], float]:
    pairs = source.run.pairs
    wanted = pairs[
        (pairs["protocol"] == protocol.name)
        & (pairs["backbone"] == name)
        & (pairs["variant"] == source.variant)
        & (pairs["kind"] == "mated")
        & pairs["image_a"].isin(ids)
        & pairs["image_b"].isin(ids)
    ]
    keys = zip(wanted["image_a"], wanted["image_b"], strict=True)
    return dict(zip(keys, wanted["score"].astype(float), strict=True))


def _printed(score: float | None, cut: float | None) -> int | None:
    if score is None:
        return None
    return hundredths(score) + (NO_MATCH if cut is not None and score <= cut else 0)
