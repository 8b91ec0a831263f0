"""A section of a report: one folder that owns its data, its HTML and its typst."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from importlib import resources
from typing import Generic, TypeVar

from probe.wording.message import Json as Json  # every section gives it

Names = Sequence[str]
"""Names of the models, in the order of the run."""

Subject = TypeVar("Subject")
Data = TypeVar("Data")


def plain(value: object) -> Json:
    """Frozen dataclasses as JSON holds them: fields by name, sequences as lists."""
    if value is None or isinstance(value, (str, float, int)):  # most values; bool is an int
        return value
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    raise TypeError(f"a {type(value).__name__} cannot stand in JSON")


def declared(value: object, *names: str) -> dict[str, Json]:
    """The named attributes of a dataclass, as JSON holds them."""
    return {name: plain(getattr(value, name)) for name in names}


def _nothing(_: object) -> Mapping[str, Json]:
    return {}


def no_figure(_: object) -> int:
    """A section of text and tables."""
    return 0


def one_figure(_: object) -> int:
    """A section with one figure."""
    return 1


def left_out(_: object) -> Json:
    """Where the PDF summarises, the section is not in it."""
    return None


@dataclass(frozen=True)
class Section(Generic[Subject, Data]):
    """One section: how it is built, and what each print takes of it.

    Beside its module lie `section.html.j2` (sees `data`, `doc`, the chapter as `c`, and words as
    `t("id")`) and `section.typ` (a function `render(data, c, t)`); `section.css` where it needs
    rules of its own.

    Attributes:
        module: import name of the module in its folder that defines it (`__name__`).
        build: from the run (or a chapter of it) to its data, frozen dataclasses; None where the
            run has nothing for it. Its templates are then not printed.
        to_json: what `report.json` holds of it, by key, also where there is no data. The second
            argument are the names of the models.
        to_script: what the page's script needs of it, by key.
        to_paper: what its typst is given; the whole data unless some of it is for the page only.
        to_brief: the same where the PDF summarises (`doc.brief`), None where the section is then
            left out; what `to_paper` gives where it is not stated.
        figures: how many figures it has on the page, which numbers them; their numbers on paper
            are the same.
    """

    module: str
    build: Callable[[Subject], Data | None]
    to_json: Callable[[Data | None, Names], Mapping[str, Json]]
    to_script: Callable[[Data], Mapping[str, Json]] = _nothing
    to_paper: Callable[[Data], Json] = plain
    to_brief: Callable[[Data], Json] | None = None
    figures: Callable[[Data], int] = no_figure

    def on_paper(self, data: Data, *, brief: bool) -> Json:
        """What its typst is given; None where it is left out."""
        return self.to_brief(data) if brief and self.to_brief else self.to_paper(data)

    @property
    def package(self) -> str:
        """Import name of its folder."""
        return self.module.rpartition(".")[0]

    @property
    def name(self) -> str:
        """Name of its folder."""
        return self.package.rpartition(".")[2]

    def files(self, suffix: str) -> Mapping[str, str]:
        """The texts of all files of its folder with this suffix, by name."""
        folder = resources.files(self.package)
        paths = [path for path in folder.iterdir() if path.name.endswith(suffix)]
        return {path.name: path.read_text("utf-8") for path in paths}

    def file(self, name: str) -> str:
        """The text of a file of its folder; empty where there is none."""
        path = resources.files(self.package) / name
        return path.read_text("utf-8") if path.is_file() else ""
