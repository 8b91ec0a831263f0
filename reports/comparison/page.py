"""Two runs of the same pictures side by side, on one page that needs no network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from markupsafe import Markup

from probe.files.atomic import write_text
from probe.files.own_files import check_others_kept
from probe.reports.axis import block_at, label_width
from probe.reports.compared import MARKS, TwoRuns
from probe.reports.environment import page_environment
from probe.reports.figure_numbers import numbered
from probe.reports.html import narrow, page_words, scale_rules, script_json, scripts
from probe.reports.sections.opening.data import SECTION as OPENING
from probe.reports.sections.opening.glance import Glance, glance_of
from probe.reports.sections.versus.data import SECTION as VERSUS
from probe.reports.sections.versus.data import versus_of
from probe.reports.sections.versus.sentences import NOTHING_SHOWN
from probe.reports.source import Source
from probe.reports.study import study_of
from probe.runs.reading import Run
from probe.runs.rows import DifferenceRow
from probe.wording import Message

TEMPLATES = {
    "page.html.j2": ("probe.reports.comparison", "page.html.j2"),
    "macros.html.j2": ("probe.reports", "templates/macros.html.j2"),
    "versus/forest.html.j2": (VERSUS.package, "forest.html.j2"),
}
"""The page's own template, and what it shares with a report."""

OWN = resources.files("probe.reports.comparison")
"""Where the page's own rules and script are."""

SHARED_SCRIPTS = ("drawing.js", "copies.js", "contents.js", "search.js")
"""Scripts of a report that the page's own one calls."""


@dataclass(frozen=True)
class Side:
    """One of the two runs.

    Attributes:
        mark: what the names of its models end with.
        name: of the run.
        verdict: which of its models may be used; its headline in older runs.
        glance: its models by factors.
    """

    mark: str
    name: str
    verdict: str
    glance: Glance


def write_page(
    path: Path,
    runs: tuple[Run, Run],
    differences: Sequence[DifferenceRow],
    sentences: Mapping[str, Sequence[Message]],
    language: str = "en",
    *,
    force: bool = False,
) -> None:
    """Draw two runs side by side.

    Args:
        path: of the page.
        runs: of the same protocols and pictures.
        differences: of every backbone of the second against every backbone of the first, their
            names with `MARKS`.
        sentences: what the differences say, by protocol.
        language: code of the language it is printed in.
        force: whether a file that probe did not write is replaced.

    Raises:
        UsageError: such a file is there.
    """
    check_others_kept([path], force)
    write_text(path, render(runs, differences, sentences, language))


def render(
    runs: tuple[Run, Run],
    differences: Sequence[DifferenceRow],
    sentences: Mapping[str, Sequence[Message]],
    language: str = "en",
) -> str:
    """The page, as text."""
    first, second = (Source(run, language) for run in runs)
    both = TwoRuns((first, second), differences)
    words = both.words
    told = {
        name: words.sentences(words(one) for one in said if one.id not in NOTHING_SHOWN)
        for name, said in sentences.items()
    }
    findings = tuple(
        (both.protocols[name].title.language(language), text) for name, text in told.items() if text
    )
    environment = page_environment(_template)
    environment.filters.update(narrow=narrow, block_at=block_at, label_width=label_width)
    environment.globals.update(t=words.text, frame=0)
    html = environment.get_template("page.html.j2").render(
        language=language,
        css=Markup(_css()),
        sides=tuple(map(_side, (first, second), MARKS)),
        keys=tuple(sentences),
        versus=versus_of(both, findings),
        demonstration=words.text("report-comparison-demonstration"),
        data=Markup(script_json({"words": page_words(words)})),
        js=Markup(scripts(SHARED_SCRIPTS) + OWN.joinpath("page.js").read_text("utf-8")),
    )
    return numbered(html, "comparison", 1, lambda n: words.text("report-figure", number=n))


def _side(source: Source, mark: str) -> Side:
    return Side(
        mark=mark.strip(),
        name=f"{source.run.manifest.study}/{source.run.manifest.run}",
        verdict=source.sentence("verdict", title="") or source.headline,
        glance=glance_of(study_of(source)),
    )


def _template(name: str) -> str:
    package, file = TEMPLATES[name]
    return (resources.files(package) / file).read_text("utf-8")


def _css() -> str:
    shared = (resources.files("probe.reports") / "templates" / "report.css").read_text("utf-8")
    own = OWN.joinpath("page.css").read_text("utf-8")
    parts = [shared, scale_rules(), OPENING.file("section.css"), VERSUS.file("section.css"), own]
    return "".join(parts)
