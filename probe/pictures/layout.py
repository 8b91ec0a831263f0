"""What a layout is: how a data set's folder is recognised and read, and its published counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from probe.errors import PictureSourceError
from probe.pictures.labelled import ReidData


class WrongLayoutError(PictureSourceError):
    """A folder does not have the layout it was said to have; the hint then names the one it has."""


@dataclass(frozen=True)
class PublishedCounts:
    """The counts of a data set as its authors publish them.

    Attributes:
        train, query, gallery: pictures of the three parts, junk left out.
        train_people, query_people: people of the training and the query part.
    """

    train: int
    query: int
    gallery: int
    train_people: int
    query_people: int


@dataclass(frozen=True)
class Layout:
    """A layout of a data set's folder; what a module of `probe.pictures.layouts` registers.

    Attributes:
        summary: the folder it reads, in a line for people.
        read: reads a folder that exists; raises `WrongLayoutError` where it has another layout, and
            `PictureSourceError` for what is wrong inside it.
        recognises: whether a folder certainly has this layout; a layout that cannot be told from
            its folder never says so.
        published: counts to compare with; None where none are published.
        takes_any_folder: it reads whatever has folders, so that a folder which another layout
            recognises is refused.
        one_numbering: whether equal numbers in the training and the test part are the same person.
    """

    summary: str
    read: Callable[[Path], ReidData]
    recognises: Callable[[Path], bool] = lambda folder: False
    published: PublishedCounts | None = None
    takes_any_folder: bool = False
    one_numbering: bool = True


def folder_and_inner(folder: Path, most: int = 8) -> list[Path]:
    """A folder and the first of those in it: archives are often unpacked one folder too deep."""
    inner = sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    return [folder, *inner[:most]]
