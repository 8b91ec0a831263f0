"""Whether crossed factors cost more together than one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from probe.conclusions.findings.facts import Cells
from probe.runs.store import Finding

if TYPE_CHECKING:
    from probe.statistics.interaction import Term


def crossed(cells: Cells, protocol: str) -> list[Finding]:
    """What the crossed factors of a protocol do with every backbone; `title` is the backbone.

    One `interaction`, decided or not, and one `departure` where pairs of levels are decided; their
    cells are rows of `interactions.parquet`. None where the protocol varies one factor only.
    """
    facts = cells.facts
    found = []
    for backbone in facts.backbones:
        crossing = facts.crossings.get((protocol, facts.variant, backbone))
        if crossing is None:
            continue
        head = {"protocol": protocol, "variant": facts.variant, "backbone": backbone}
        decided = [term for term in crossing.single if term.decided]
        pairs = len(crossing.whole)
        for key, kind, terms, sentences in (
            ("interaction", "whole", crossing.whole, crossing.sentences[:pairs]),
            ("departure", "single", decided, crossing.sentences[pairs:]),
        ):
            rows = tuple({**head, "figure": crossing.figure, **_row(kind, t)} for t in terms)
            if sentences:
                found.append(Finding(key, " ".join(sentences), protocol, backbone, rows))
    return found


def _row(kind: str, term: Term) -> dict[str, Any]:
    names = dict(zip(("factor_a", "factor_b"), term.axes, strict=True))
    levels = dict(zip(("level_a", "level_b"), term.levels or ("", ""), strict=True))
    return {"kind": kind, **names, **levels}
