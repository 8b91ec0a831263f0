"""The recommendation for the deployment the user named, every sentence with its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from probe.reports.source import Source

MOST_LINKS = 4
"""So many cells of a sentence are linked; all of them stand in report.json."""

Row = Mapping[str, Any]


@dataclass(frozen=True)
class SiteLink:
    """A row of a chapter's table of figures.

    Attributes:
        anchor: its name within the page.
        text: the condition.
    """

    anchor: str
    text: str


@dataclass(frozen=True)
class SiteSentence:
    """A sentence of a verdict.

    Attributes:
        text: the sentence.
        links: where its figures stand.
        more: how many more there are, in words; empty for none.
        cells: all cells it rests on.
    """

    text: str
    links: tuple[SiteLink, ...]
    more: str
    cells: tuple[Row, ...]


@dataclass(frozen=True)
class SiteVerdict:
    """Whether one model may be used there.

    Attributes:
        model: its index.
        answer: `use`, `promising`, `doubtful`, `unmeasured`, `undecided` or `avoid`.
        head: the answer in words.
        sentences: the recommendation first.
    """

    model: int
    answer: str
    head: str
    sentences: tuple[SiteSentence, ...]


@dataclass(frozen=True)
class SiteAdvice:
    """What a run says about a site.

    Attributes:
        text: the site as it was written.
        verdicts: one a model, in the order of the run.
        notes: how the site was read and what the verdicts leave open.
    """

    text: str
    verdicts: tuple[SiteVerdict, ...]
    notes: tuple[str, ...]


def site_of(source: Source) -> SiteAdvice | None:
    """The recommendation; None where no site was named."""
    told = source.run.site
    if not told:
        return None
    names = source.run.backbones
    verdicts = tuple(
        SiteVerdict(
            model=names.index(each["backbone"]),
            answer=each["answer"],
            head=source.words[f"site_{each['answer']}"],
            sentences=tuple(_sentence(source, one) for one in each["sentences"]),
        )
        for each in told["verdicts"]
    )
    return SiteAdvice(told["site"]["text"], verdicts, tuple(told["notes"]))


def _sentence(source: Source, told: Row) -> SiteSentence:
    cells: Sequence[Row] = told["cells"]
    links = tuple(dict.fromkeys(_link(source, cell) for cell in cells))
    rest = len(links) - MOST_LINKS
    more = source.words["site_more"].format(n=rest) if rest > 0 else ""
    return SiteSentence(told["text"], links[:MOST_LINKS], more, tuple(cells))


def _link(source: Source, cell: Row) -> SiteLink:
    protocol = source.protocols[cell["protocol"]]
    model = source.run.backbones.index(cell["backbone"])
    text = protocol.label(protocol.conditions[cell["i"]], source.language)
    return SiteLink(anchor(protocol.name, model, cell["i"]), text)


def anchor(protocol: str, model: int, condition: int) -> str:
    """Name of a row of a chapter's table of figures."""
    return f"t-{protocol}-{model}-{condition}"
