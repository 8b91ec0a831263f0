"""`probe doctor`: whether a weights file is what it seems, and set up as it was trained.

Without a file: whether the packages that are installed can be used.

Nothing suspicious does not mean right: the tests find gross mistakes. Normalisations that differ
little, such as 0.5 / 0.5 in place of ImageNet's, may pass.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from probe.errors import UsageError
from probe.options import Option
from probe.options.paths import check_file, check_folder_or_address
from probe.wording import Message, reason_of, refusal

if TYPE_CHECKING:
    from probe.backbones._torch.doctor import Diagnosis
    from probe.contracts import BackboneCard, Pictures

MOST_PICTURES = 48
"""Pictures of a folder that are looked at (ours: enough to see whether vectors differ)."""

RENDERED = 24
"""Pictures that are rendered where no folder is given (ours: rendering takes longer)."""


def check_weights(given: str) -> None:
    """Refuse what is neither a file nor the name of an open-ended family or of a module.

    Raises:
        UsageError: there is no such file, or it is named as `--backbone` names it.
    """
    from probe.embedding.registry import cards, names_a_network
    from probe.files.places import is_file

    if names_a_network(given):
        return
    name, _, file = given.partition("=")
    if file and name in cards() and not is_file(given):
        raise refusal(
            UsageError,
            Message("command-doctor-alone"),
            hint=f"probe doctor {file} --backbone {name}",
        )
    check_file(Path(given))


@dataclass(frozen=True)
class DoctorRequest:
    """What `probe doctor` is asked for."""

    weights: Annotated[
        str | None,
        Option(Message("help-doctor-weights"), "FILE", positional=True, check=check_weights),
    ] = None
    backbone: Annotated[str | None, Option(Message("help-doctor-backbone"), "NAME|CARD.yaml")] = (
        None
    )
    photos: Annotated[
        Path | None, Option(Message("help-doctor-photos"), "DIR", check=check_folder_or_address)
    ] = None


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe doctor`."""
    from probe.cli.arguments import add_options

    add_options(parser, DoctorRequest)


def call(args: argparse.Namespace) -> int:
    """Print what was found; 0 when nothing is suspicious, 1 otherwise."""
    from probe.cli.arguments import request_from
    from probe.embedding.registry import is_card_file, names_a_network

    asked = request_from(DoctorRequest, args)
    if asked.weights is None:
        return _installed()
    if names_a_network(asked.weights):
        return _network(asked.weights, asked.photos)
    if is_card_file(asked.weights):
        return _of_card(asked.weights, asked.backbone, asked.photos)
    return _file(Path(asked.weights), asked.backbone, asked.photos)


def _network(given: str, photos: Path | None) -> int:
    """Look into `onnx:FILE`, `timm:NAME` or `module:spec`."""
    from probe.backbones._torch.doctor import examine
    from probe.contracts import Backbone, Runtime
    from probe.embedding.registry import find
    from probe.errors import BackboneError

    model = find(given).load(Runtime())
    if not isinstance(model, Backbone):
        raise refusal(BackboneError, Message("command-scores-pairs"), place=given)
    return _told(examine(model, _pictures(photos, model.card)))


def _of_card(card: str, backbone: str | None, photos: Path | None) -> int:
    """Look into the weights that a card file names, run as it says."""
    from probe.embedding.registry import find

    weights = find(card).weights
    if weights is None:
        return _network(card, photos)
    return _file(weights, backbone or card, photos)


def _file(file: Path, backbone: str | None, photos: Path | None) -> int:
    """Look into a weights file, run as it is asked for, or as a card beside it or its keys say."""
    from probe.backbones._torch.backbone import TorchBackbone
    from probe.backbones._torch.checkpoint import read_checkpoint
    from probe.backbones._torch.doctor import examine
    from probe.contracts import Backbone, Runtime
    from probe.embedding.registry import find, is_card_file
    from probe.embedding.unnamed_file import card_beside
    from probe.errors import BackboneError
    from probe.wording import wording_of

    beside = None if backbone else card_beside(file)
    if beside:
        print(wording_of().text("cli-doctor-card", file=beside))
    given = backbone or beside or _recognised(file)
    if given.startswith("onnx:"):
        return _network(given, photos)
    if not is_card_file(given) and not given.endswith(f"={file}"):
        given = f"{given}={file}"
    is_graph = file.suffix.lower() == ".onnx"
    model = find(given).load(Runtime() if is_graph else Runtime(engine="torch"))
    if not isinstance(model, Backbone):
        raise refusal(BackboneError, Message("command-scores-pairs"), place=given)
    checkpoint = read_checkpoint(file) if isinstance(model, TorchBackbone) else None
    if isinstance(model, TorchBackbone) and model.report is not None:
        print(model.report.table())
    found = examine(model, _pictures(photos, model.card), checkpoint)
    return _told(found.run_as(given) if is_card_file(given) else found)


def _recognised(file: Path) -> str:
    """What a file is run as by its bytes and keys, the likeliest of several.

    Raises:
        BackboneError: nothing is likely; says what to type.
    """
    from probe.embedding.unnamed_file import file_readings, lines_to_type, looks
    from probe.errors import BackboneError

    readings = file_readings(file)
    if not readings.given or ":NAME=" in readings.given[0]:
        raise refusal(
            BackboneError,
            Message("command-not-told", {"looks": looks(readings)}),
            place=file,
            hint=lines_to_type(readings),
        )
    return readings.given[0]


def _installed() -> int:
    """Print what is installed by extra; 0 when all of it can be used, 1 otherwise."""
    from probe.cli.packages import packages_by_extra
    from probe.wording import wording_of
    from probe.wording.columns import left

    words = wording_of()
    found = packages_by_extra()
    for extra, packages in found.items():
        there = tuple(str(package) for package in packages if package.version) or None
        absent = tuple(package.name for package in packages if not package.version) or None
        named = extra or "none"
        print(words.text("cli-doctor-installed", extra=named, there=there, absent=absent))
    faults = {p.name: p for packages in found.values() for p in packages if p.fault}
    for package in faults.values():
        said = words.text("cli-doctor-fault", package=str(package), fault=package.fault)
        print(f"{left(words.text('doctor-verdict', verdict='wrong'), 13)} {said}")
    print(words.text("cli-doctor-usable", usable=not faults))
    return 1 if faults else 0


def _told(diagnosis: Diagnosis) -> int:
    """Print a diagnosis; the exit code."""
    from probe.wording import wording_of

    print(diagnosis.table())
    print(wording_of().text("cli-doctor-verdict", healthy=diagnosis.healthy))
    return 0 if diagnosis.healthy else 1


def _pictures(folder: Path | None, card: BackboneCard) -> Pictures:
    """Pictures at the card's input size, as the card says they were fitted in training."""
    import numpy as np

    from probe.pictures.fitting import Fitting, fit_picture

    fitting = Fitting.for_card("card", card)
    if folder is None:
        return np.stack([fit_picture(picture, fitting) for picture in _rendered()])
    return np.stack([fit_picture(_read(file), fitting) for file in _spread(folder)])


def _read(file: Path) -> Pictures:
    """A picture of the folder; what is wrong with one names its file."""
    from probe.errors import PictureError
    from probe.pictures.decoding import read_picture

    try:
        return read_picture(file)
    except PictureError as error:
        hint = error.hint or Message("command-take-out")
        raise refusal(PictureError, reason_of(error), place=file, hint=hint) from None


def _rendered() -> list[Pictures]:
    from probe.contracts.reporter import Console
    from probe.files.cache_folder import default_cache_folder
    from probe.pictures.acquisition import SCENES_LIMIT
    from probe.scenes import SceneCache, SceneRecipe, render_many

    recipes = [
        SceneRecipe(identity=person, background="no-panel", orientation=45.0 * (person % 8))
        for person in range(RENDERED)
    ]
    cache = SceneCache(default_cache_folder() / "scenes", limit_bytes=SCENES_LIMIT)
    progress = Console().progress(Message("progress-rendering"), "pictures")
    pictures = []
    for scene in render_many(recipes, cache=cache):
        pictures.append(scene.image)
        progress(len(pictures), len(recipes))
    return pictures


def _spread(folder: Path) -> list[Path]:
    """Pictures from all over a folder, so that different people are among them."""
    from probe.contracts.reporter import Console
    from probe.pictures.photo_folder import look_into
    from probe.stores import local_folder

    contents = look_into(local_folder(folder, Console()))
    files = [contents.path(name) for name in contents.pictures]
    if not files:
        raise contents.no_picture()
    step = max(1, len(files) // MOST_PICTURES)
    return files[::step][:MOST_PICTURES]
