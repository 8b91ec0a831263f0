"""The tables of a stored run computed again, row by row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeAlias

from probe.audit.cells import Figures, cell_figures
from probe.audit.comparisons import strangers
from probe.audit.differences import difference_figures
from probe.audit.examination import examination_figures
from probe.audit.joint import joint_limits
from probe.audit.leanings import errors_of, leaning_figures, paired_leaning
from probe.audit.parts import part_figures
from probe.audit.pictures import albums_of, standard_album
from probe.audit.rates import rate_figures
from probe.audit.scores import part_scores, scores_of
from probe.audit.standing import Standing, cells_of
from probe.audit.threshold import threshold_of, tuning_half
from probe.runs.paths import CELLS, CHANGES, DIFFERENCES, LEANINGS, PARTS, RATES, UNMASKED
from probe.runs.reading import Run

Place: TypeAlias = "tuple[str | int | float, ...]"
"""The values of the columns that name a row."""

Key = tuple[str, str, str]
"""Protocol, backbone, mask variant."""


@dataclass
class Computed:
    """What was computed again: rows by table (or section of `examination.json`), each with the
    values that name it.
    """

    rows: dict[str, dict[Place, Figures]] = field(default_factory=lambda: defaultdict(dict))
    sections: dict[str, dict[Place, Figures]] = field(default_factory=lambda: defaultdict(dict))
    standings: dict[Key, Standing] = field(default_factory=dict)


NAMES = {
    CELLS: ("protocol", "backbone", "variant", "kind", "i", "j"),
    RATES: ("protocol", "backbone", "variant", "i", "j", "fmr_asked"),
    PARTS: ("protocol", "backbone", "variant", "part", "i", "j"),
    LEANINGS: ("variant", "backbone", "against"),
    DIFFERENCES: ("protocol", "variant", "backbone_a", "backbone_b", "figure", "condition"),
    CHANGES: ("protocol", "variant", "backbone", "figure", "condition"),
}
"""The columns that name a row."""


def computed_again(run: Run) -> Computed:
    """Every comparison of a run again, and the figures of its tables."""
    computed = Computed()
    for variant in run.manifest.variants:
        for backbone in run.backbones:
            for key, standing in _standings(run, backbone, variant):
                computed.standings[key] = standing
                _add_rows(computed, key, standing)
                if variant == UNMASKED and run.examination is not None:
                    _add_sections(computed, key, standing)
            _add_parts(run, computed, backbone, variant)
    _add_joint_limits(run, computed)
    _add_leanings(run, computed)
    _add_differences(run, computed)
    return computed


def _add_joint_limits(run: Run, computed: Computed) -> None:
    """In the cells against the standard condition, of every mask variant by itself."""
    for variant in run.manifest.variants:
        standings = {key: s for key, s in computed.standings.items() if key[2] == variant}
        for key, condition, (low, high) in joint_limits(run.protocols, standings):
            standard = standings[key].album.standard
            for place in ((condition, standard), (standard, condition)):
                row = computed.rows[CELLS][(*key, "mated", *place)]
                row.update(fnmr_joint_low=low, fnmr_joint_high=high)


def _standings(
    run: Run, backbone: str, variant: str, some: Collection[str] | None = None
) -> Iterator[tuple[Key, Standing]]:
    """On all pictures that were scored, or on some of them."""
    scores = scores_of(run, backbone, variant)
    albums = albums_of(run, scores.images if some is None else some)
    album = standard_album(list(albums.values()))
    met = strangers(album, scores, "at_large", 0, 0)
    tuning = tuning_half(album) if run.manifest.options.get("split_strangers") else None
    thresholds = tuple(threshold_of(met, album, rate, tuning) for rate in _rates(run))
    for name, pictures in albums.items():
        cells = cells_of(pictures, scores)
        yield (name, backbone, variant), Standing(pictures, cells, thresholds, met, tuning)


def _rates(run: Run) -> list[float]:
    """The rates asked for, the one that decides first."""
    options = run.manifest.options
    return [float(options["fmr"]), *map(float, options.get("further_fmr", ()))]


def _add_rows(computed: Computed, key: Key, standing: Standing) -> None:
    for i, j in standing.cells:
        for kind, figures in cell_figures(standing, i, j).items():
            computed.rows[CELLS][(*key, kind, i, j)] = figures
            computed.rows[CELLS][(*key, kind, j, i)] = figures
        for figures in rate_figures(standing, i, j):
            computed.rows[RATES][(*key, i, j, figures["fmr_asked"])] = figures


def _add_sections(computed: Computed, key: Key, standing: Standing) -> None:
    """What examiners are told of a backbone on a protocol, on the pictures as shot."""
    for section, rows in examination_figures(standing).items():
        for place, figures in rows.items():
            computed.sections[section][(*key[:2], *place)] = figures


def _add_parts(run: Run, computed: Computed, backbone: str, variant: str) -> None:
    if not run.manifest.backbone(backbone).parts or run.parts is None:
        return
    albums = albums_of(run, set(run.scored_pictures(backbone, variant)))
    standard = standard_album(list(albums.values()))
    tuning = tuning_half(standard) if run.manifest.options.get("split_strangers") else None
    for part, (alone, share) in part_scores(run, backbone, variant).items():
        for name, album in albums.items():
            rows = part_figures((album, standard), alone, share, _rates(run)[0], tuning)
            for (i, j), figures in rows.items():
                computed.rows[PARTS][name, backbone, variant, part, i, j] = figures


def _add_leanings(run: Run, computed: Computed) -> None:
    """Over the protocols whose factors should leave the match unchanged."""
    rows = computed.rows[LEANINGS]
    protocols = [name for name, p in run.protocols.items() if p.expectation == "invariant"]
    for variant in run.manifest.variants if protocols else ():
        errors = {
            model: errors_of([computed.standings[name, model, variant] for name in protocols])
            for model in run.backbones
        }
        for model, own in errors.items():
            rows[variant, model, ""] = leaning_figures(own) if own else {}
        for first, second in combinations(errors, 2):
            a, b = errors[first], errors[second]
            rows[variant, second, first] = paired_leaning(a, b) if a and b else {}


def _add_differences(run: Run, computed: Computed) -> None:
    """Between two backbones, and between a mask variant and the pictures as shot."""
    for name, protocol in run.protocols.items():
        keys = {"": "", **{str(c.index): c.key for c in protocol.conditions}}
        for variant in run.manifest.variants:
            standings = {m: computed.standings[name, m, variant] for m in run.backbones}
            for first, second in combinations(run.backbones, 2):
                figures = difference_figures(standings[first], standings[second])
                for (figure, at), row in figures.items():
                    place = (name, variant, first, second, figure, keys[at])
                    computed.rows[DIFFERENCES][place] = row
            for model, masked in standings.items() if variant != UNMASKED else ():
                shot = _as_shot(run, computed, (name, model, variant))
                if not _same_people(shot, masked):
                    continue
                for (figure, at), row in difference_figures(shot, masked).items():
                    computed.rows[CHANGES][name, variant, model, figure, keys[at]] = row


def _as_shot(run: Run, computed: Computed, masked: Key) -> Standing:
    """A backbone as shot, on the pictures that have a mask; on all of them in an older run."""
    name, model, variant = masked
    whole = computed.standings[name, model, UNMASKED]
    pictures = set(run.scored_pictures(model, variant))
    alone = all(shown.image in pictures for shown in whole.album.pictures)
    if alone or run.changes is None or "left_out" not in run.changes:
        return whole
    return dict(_standings(run, model, UNMASKED, pictures))[name, model, UNMASKED]


def _same_people(first: Standing, second: Standing) -> bool:
    return len({frozenset((s.subject, s.person) for s in standing.album.pictures)
                for standing in (first, second)}) == 1  # fmt: skip
