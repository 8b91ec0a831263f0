"""Data sets by name: `market1501=DIR`, checked against the published counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass, replace
from pathlib import Path

from probe.errors import PictureSourceError, UsageError, nearest
from probe.pictures.layouts.cuhk03 import looks_like_cuhk03, read_cuhk03
from probe.pictures.layouts.folders import (
    GALLERY,
    QUERY,
    read_identity_folders,
    read_query_and_gallery,
)
from probe.pictures.layouts.labelled import ReidData, check_files
from probe.pictures.layouts.market import looks_like_market, people_in_both, read_market
from probe.pictures.layouts.msmt17 import looks_like_msmt17, read_msmt17


@dataclass(frozen=True)
class Published:
    """Published counts: pictures of the three parts, and people of the training and query part."""

    train: int
    query: int
    gallery: int
    train_people: int
    query_people: int


PUBLISHED: Mapping[str, Published] = {
    "market1501": Published(12_936, 3_368, 15_913, 751, 750),
    "dukemtmc": Published(16_522, 2_228, 17_661, 702, 702),
    "msmt17": Published(32_621, 11_659, 82_161, 1_041, 3_060),
    "cuhk03_np_detected": Published(7_365, 1_400, 5_332, 767, 700),
    "cuhk03_np_labeled": Published(7_368, 1_400, 5_328, 767, 700),
}
"""Market-1501: its 19,732 gallery pictures less the 3,819 of junk."""

TRACKS = "tracks"
"""The scenes export writes its tracks into a folder of this name, masks and keypoints beside it."""

READERS: Mapping[str, Callable[[Path], ReidData]] = {
    "market1501": read_market,
    "dukemtmc": lambda root: read_market(root, "dukemtmc"),
    "msmt17": read_msmt17,
    "cuhk03_np_detected": lambda root: _cuhk03(root, labeled=False),
    "cuhk03_np_labeled": lambda root: _cuhk03(root, labeled=True),
    "market_form": lambda root: read_market(root, "market_form"),
    "scenes": lambda root: read_market(root, "scenes"),
    "identity_folders": lambda root: _identity_folders(root, "identity_folders"),
    TRACKS: lambda root: _identity_folders(root, TRACKS),
}
"""`market_form` is any data set in Market's form that has no published counts of its own."""


def read_data(given: str) -> ReidData:
    """Read the data set of `NAME=DIR`.

    Raises:
        UsageError: not NAME=DIR, or no such name.
        PictureSourceError: the folder is another data set, or holds none.
    """
    name, equals, folder = given.partition("=")
    if not equals or not folder:
        raise UsageError(f"{given!r} is not NAME=DIR", hint=f"Names: {', '.join(READERS)}.")
    return read_named(name, Path(folder))


def read_named(name: str, root: Path) -> ReidData:
    """Read a data set by the name of its form; see `read_data`."""
    if name not in READERS:
        raise UsageError(f"there is no data set {name!r}", hint=nearest(name, READERS))
    if not root.is_dir():
        raise PictureSourceError("there is no such folder", place=root)
    data = READERS[name](root)
    return replace(data, notes=(*data.notes, *count_notes(data), *_overlap_notes(data)))


def count_notes(data: ReidData) -> list[str]:
    """What differs from the published counts, each in words; nothing where none are published."""
    published = PUBLISHED.get(data.name)
    if published is None:
        return []
    found = {
        "training pictures": (len(data.train), published.train),
        "query pictures": (len(data.query), published.query),
        "gallery pictures": (len(data.gallery), published.gallery),
        "training people": (data.train.identities, published.train_people),
        "query people": (data.query.identities, published.query_people),
    }
    wrong = [
        f"{here:,} {what} instead of {said:,}"
        for what, (here, said) in found.items()
        if here != said
    ]
    if not wrong:
        return []
    other = _published_as(tuple(here for here, _ in found.values()))
    return [
        f"this is not {data.name} as published: {'; '.join(wrong)}. "
        + (f"These are the counts of {other}. " if other else "")
        + "Figures are not comparable with published ones"
    ]


def without_broken(data: ReidData) -> ReidData:
    """The data set without the pictures that do not open; they are listed in `broken`."""
    train, lost = check_files(data.train)
    query, lost_queries = check_files(data.query)
    gallery, lost_gallery = check_files(data.gallery)
    broken = (*data.broken, *lost, *lost_queries, *lost_gallery)
    return replace(data, train=train, query=query, gallery=gallery, broken=broken)


def form_of(root: Path) -> str:
    """The name of the form that a folder has; empty when it has none that is known."""
    if looks_like_msmt17(root):
        return "msmt17"
    if looks_like_cuhk03(root):
        return "cuhk03_np_detected"
    if looks_like_market(root):
        return "market_form"
    return TRACKS if (root / TRACKS).is_dir() else ""


def _published_as(counts: tuple[int, ...]) -> str:
    """The data set that has these counts, in the order of `Published`'s fields; empty if none."""
    return next((name for name, said in PUBLISHED.items() if astuple(said) == counts), "")


def _cuhk03(root: Path, *, labeled: bool) -> ReidData:
    boxes = "labeled" if labeled else "detected"
    if looks_like_market(root) and not looks_like_cuhk03(root):
        return read_market(root, f"cuhk03_np_{boxes}")
    return read_cuhk03(root, "labeled" if labeled else "detected")


def _identity_folders(root: Path, name: str) -> ReidData:
    found = form_of(root)
    if found == TRACKS and name == TRACKS:
        root = root / TRACKS
    elif found:
        raise PictureSourceError(
            "this is no folder of one folder a person",
            place=root,
            hint=f"It looks like {found}: {found}={root}",
        )
    if (root / QUERY).is_dir() and (root / GALLERY).is_dir():
        return replace(read_query_and_gallery(root), name=name)
    return replace(read_identity_folders(root), name=name)


def _overlap_notes(data: ReidData) -> list[str]:
    """MSMT17 numbers its test people from 0 again, so equal numbers mean nothing there."""
    if data.name == "msmt17":
        return []
    both = people_in_both(data)
    return [f"{both} people of the query are among the training pictures"] if both else []
