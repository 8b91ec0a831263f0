"""Backbones by name: shipped folders, third-party entry points, one's own module, card files.

Nothing is imported until it is asked for; the folders' `__init__` modules carry cards only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from probe.contracts import BackboneCard, BackboneSpec, WrappedModel
from probe.embedding.card_file import (
    NAME_WEIGHTS,
    changes_of,
    check_values,
    checked_card,
    file_of_card,
)
from probe.embedding.choice import Choice, CompositeChoice, WrappedChoice
from probe.embedding.composite import SIGN, composite_card
from probe.embedding.fetching import weights_path
from probe.embedding.unnamed_file import card_beside, cards_in, only_reading
from probe.errors import BackboneError, ProbeError
from probe.files.cache_folder import default_cache_folder
from probe.files.data_path import stays_below
from probe.files.neighbours import contents, neighbours
from probe.files.places import is_file, is_folder
from probe.files.strict_yaml import YamlFile, load_yaml
from probe.files.weights_name import ends_like_network
from probe.registries import PLACE, Registry
from probe.wording import Message, Value, joined_hint, nearest, refusal

BACKBONES = Registry(
    noun="backbone",
    kind=BackboneSpec,
    group="probe.backbones",
    packages=("probe.backbones",),
    error=BackboneError,
    folders_only=True,
)
"""The folders of `probe.backbones`, and what third parties register under its name."""


def cards() -> dict[str, tuple[BackboneCard, BackboneSpec]]:
    """Name -> card and spec of everything that can be named without an argument.

    Raises:
        BackboneError: two cards of one name, or a third party's spec that cannot be used.
    """
    named: dict[str, tuple[BackboneCard, BackboneSpec]] = {}
    owners: dict[str, str] = {}
    for registered, spec in BACKBONES.all().items():
        for card in spec.cards:
            if card.name in named:
                places = BACKBONES.places()
                raise refusal(
                    BackboneError,
                    Message(
                        "embedding-two-named",
                        {
                            "name": repr(card.name),
                            "first": places[owners[card.name]],
                            "second": places[registered],
                        },
                    ),
                    hint=Message("embedding-remove-one"),
                )
            named[card.name], owners[card.name] = (card, spec), registered
    return named


def prefixes() -> dict[str, BackboneSpec]:
    """Prefix -> spec of the open-ended families (`timm:NAME`, `onnx:PATH`)."""
    return {spec.prefix: spec for spec in BACKBONES.all().values() if spec.prefix}


def find(given: str | WrappedModel) -> Choice:
    """What `--backbone GIVEN` means: NAME, NAME=WEIGHTS, PREFIX:ARGUMENT, module:spec, CARD.yaml,
    FILE; in Python also a network that `probe.wrap` made a backbone of.

    Several of them with `+` between are one backbone: their vectors one after another.

    Raises:
        BackboneError: unknown, weights missing, or a card file that does not fit.
    """
    if isinstance(given, WrappedModel):
        spec = BackboneSpec(cards=(given.card,), load=given.load)
        return WrappedChoice(spec, given.card, None, given)
    members = _members(given)
    return _find_one(given) if len(members) == 1 else _composite(members)


def _members(given: str) -> list[str]:
    """The backbones of `a+b+c`; a `+` in the name of a file that there is belongs to the name."""
    if SIGN not in given or is_file(given) or is_file(given.partition("=")[2]):
        return [given]
    members: list[str] = []
    for piece in given.split(SIGN):
        if not piece:
            raise refusal(
                BackboneError,
                Message("embedding-plus-nothing"),
                place=given,
                hint=Message("embedding-plus-step"),
            )
        in_a_path = bool(members) and any(sign in members[-1] for sign in "=:")
        if in_a_path and not _begins_one(piece):
            members[-1] += SIGN + piece
        else:
            members.append(piece)
    return members


def _begins_one(piece: str) -> bool:
    """Whether text begins a backbone, and does not go on with the name of a file."""
    name = piece.partition("=")[0]
    registered = name in cards() or name.partition(":")[0] in prefixes()
    return registered or bool(PLACE.match(name)) or is_card_file(piece)


def is_card_file(given: str) -> bool:
    """Whether a backbone is named by its card file, as its ending says."""
    return given.lower().endswith((".yaml", ".yml"))


def _composite(members: Sequence[str]) -> CompositeChoice:
    choices = tuple(map(_find_one, members))
    name = SIGN.join(choice.name for choice in choices)
    card = composite_card(name, "", [choice.card for choice in choices])
    spec = replace(choices[0].spec, cards=(card,))
    notes = tuple(note for choice in choices for note in choice.notes)
    return CompositeChoice(spec, card, None, choices, notes=notes)


def _find_one(given: str) -> Choice:
    """What one backbone without `+` means."""
    if is_card_file(given):
        return _from_card_file(load_yaml(Path(given)))
    if is_unnamed_file(given):
        return _find_one(only_reading(Path(given)))
    name, equals, path = _name_and_weights(given)
    if _is_place(name):
        spec = BACKBONES.imported_from_here(name)
        card = spec.cards[0]
    else:
        card, spec = _registered(name)
    weights = Path(path) if equals else None
    if weights is not None and spec.prefix:
        card = card.of_own_weights(path)
    choice = _choice(card, spec, weights, given)
    return replace(choice, notes=_otherwise_beside(choice) if equals else ())


SETTINGS = ("input_size", "mean", "std", "channels", "interpolation", "fit")
"""What a card says of how pictures are handed over."""


def _otherwise_beside(choice: Choice) -> tuple[Message, ...]:
    """That a card beside the weights, which names them, says otherwise than the one used."""
    beside = choice.weights and card_beside(choice.weights)
    if not beside:
        return ()
    try:
        card = _find_one(beside).card
    except ProbeError:
        return ()  # it is of no use
    if card.architecture != choice.card.architecture:
        return ()
    keys = [key for key in SETTINGS if getattr(card, key) != getattr(choice.card, key)]
    used = choice.card.options
    keys += [key for key, value in card.options.items() if used.get(key, value) != value]
    # Without the folder: the note goes into reports, which others read.
    values: dict[str, Value] = {
        "card": Path(beside).name,
        "file": choice.weights.name if choice.weights else "",
        "keys": tuple(keys),
    }
    return (Message("note-card-beside", values),) if keys else ()


def _name_and_weights(given: str) -> tuple[str, str, str]:
    """`NAME=WEIGHTS` parted; a `=` in the path of `onnx:FILE` belongs to the path."""
    prefix, _, argument = given.partition(":")
    if prefix in prefixes() and "=" in argument and is_file(argument):
        return given, "", ""
    return given.partition("=")


def find_all(given: Sequence[str | WrappedModel]) -> list[Choice]:
    """Several backbones, their names made different (`osnet_x0_25.a`, `osnet_x0_25.a-2`)."""
    names: dict[str, int] = {}
    choices = []
    for choice in map(find, given):
        count = names[choice.name] = names.get(choice.name, 0) + 1
        if count > 1:
            tag = f"{choice.card.tag}-{count}" if choice.card.tag else str(count)
            choice = replace(choice, card=choice.card.with_changes(tag=tag))
        choices.append(choice)
    return choices


def is_unnamed_file(given: str) -> bool:
    """Whether text is a file and nothing else: no name of a backbone, no `NAME=FILE`."""
    name = given.partition("=")[0]
    return is_file(given) and name not in cards() and name.partition(":")[0] not in prefixes()


def names_a_network(given: str) -> bool:
    """Whether text is `PREFIX:ARGUMENT` or `package.module:spec`, and no file."""
    prefix = given.partition(":")[0]
    known = ":" in given and (prefix in prefixes() or bool(PLACE.match(given)))
    return known and not is_file(given)


def _is_place(name: str) -> bool:
    """Whether a name is one's own `package.module:spec`."""
    return bool(PLACE.match(name)) and name.partition(":")[0] not in prefixes()


def _registered(
    name: str, options: Mapping[str, str | int | float | bool] | None = None
) -> tuple[BackboneCard, BackboneSpec]:
    """Card and spec of a registered name, or of `PREFIX:ARGUMENT` with options of a card file."""
    families = prefixes()
    prefix, _, argument = name.partition(":")
    spec = families.get(prefix)
    named = cards()
    if name in named:
        return named[name]
    if spec is not None and spec.from_argument is not None:
        check_argument(spec, argument)
        return spec.from_argument(argument, options or {}), spec
    if is_folder(name):
        raise refusal(
            BackboneError, Message("path-is-folder"), place=name, hint=_step_of_folder(Path(name))
        )
    if is_file(name):
        raise refusal(
            BackboneError,
            Message("embedding-network-not-named"),
            place=name,
            hint=Message("embedding-card-file-writes"),
        )
    if ends_like_network(name):
        raise _no_weights_file(Path(name), neighbours(Path(name)))
    raise refusal(
        BackboneError,
        Message("embedding-no-backbone", {"name": repr(name)}),
        hint=joined_hint(
            nearest(name, [*named, *(f"{p}:..." for p in families)]),
            Message("embedding-backbones-lists"),
        ),
    )


def _step_of_folder(folder: Path) -> Message | str:
    """What to name in place of a folder: the card that a training has left there, where it has."""
    card = next((str(card) for card, _ in cards_in(folder)), None)
    return contents(folder) if card is None else nearest(card, [card])


def _no_weights_file(path: Path, hint: Message | str) -> BackboneError:
    return refusal(BackboneError, Message("embedding-no-weights-file"), place=path, hint=hint)


def check_argument(spec: BackboneSpec, argument: str) -> None:
    """Refuse `onnx`, `onnx:` and `timm` with nothing behind the colon.

    Raises:
        BackboneError: says what stands there.
    """
    if not argument:
        line = f"{spec.prefix}:{spec.argument}"
        raise refusal(
            BackboneError,
            Message("embedding-family", {"prefix": repr(spec.prefix)}),
            hint=Message(
                "embedding-family-step",
                {"line": line, "prefix": spec.prefix, "example": spec.example or None},
            ),
        )


def _choice(
    card: BackboneCard,
    spec: BackboneSpec,
    weights: Path | None,
    given: str,
    *,
    elsewhere: bool = False,
) -> Choice:
    if weights is None and card.needs_weights:
        weights = _fetched(card)
    if weights is None and card.needs_weights:
        raise refusal(
            BackboneError,
            Message("embedding-needs-weights", {"name": card.name}),
            place=None if given == card.name else given,
            hint=Message("embedding-weights-step", {"name": card.name, "fetched": bool(card.url)}),
        )
    if weights is not None:
        if is_folder(weights):
            raise refusal(
                BackboneError,
                Message("embedding-weights-folder"),
                place=weights,
                hint=NAME_WEIGHTS if elsewhere else contents(weights),
            )
        if not is_file(weights):
            raise _no_weights_file(weights, NAME_WEIGHTS if elsewhere else neighbours(weights))
        if not card.tag:
            card = card.with_changes(tag=_tag(card.architecture, weights))
    return Choice(spec, card, weights)


def _fetched(card: BackboneCard) -> Path | None:
    """The weights of a card, when `probe backbones --fetch` has brought them."""
    if not card.url:
        return None
    path = weights_path(card, weights_folder())
    return path if is_file(path) else None


def weights_folder() -> Path:
    """Where fetched weights are kept."""
    return default_cache_folder() / "weights"


def _tag(architecture: str, weights: Path) -> str:
    """A short name for weights: the file's, without the architecture and endings it repeats."""
    stem = re.sub(r"(\.(pth|pt|tar|safetensors|onnx|bin|ckpt)(-\d+)?)+\Z", "", weights.name)
    short = stem.removeprefix(architecture.rpartition(":")[2]).strip("._-") or stem
    return re.sub(r"[^A-Za-z0-9_-]+", "-", short).strip("-").lower() or "weights"


def _from_card_file(file: YamlFile) -> Choice:
    written = checked_card(file)
    if _is_place(written.backbone):
        # A card file is data, and may come from anybody: it must not choose what code runs.
        raise refusal(
            BackboneError,
            Message("embedding-card-no-code", {"name": written.backbone}),
            place=file.place(("backbone",)),
            hint=Message(
                "embedding-name-or-register", {"name": written.backbone, "group": BACKBONES.group}
            ),
        )
    prefix, _, argument = written.backbone.partition(":")
    family = prefixes().get(prefix)
    named, stated = written.backbone, written.weights
    if family is not None and family.argument == "FILE":
        graph = file_of_card(argument, stated, file)
        named, stated = f"{prefix}:{graph}" if graph else prefix, None
    card, spec = _registered(named, written.options)
    if stated is not None and spec.prefix:
        card = card.of_own_weights(stated)
    changes = changes_of(written)
    if "options" in changes:
        changes["options"] = {**card.options, **changes["options"]}
    check_values(changes, file)
    weights = file.path.parent / stated if stated else None
    # Weights may lie anywhere: who writes a card for checkpoints of their own names them so. But a
    # card may also come from somebody else: what lies in other folders is not listed.
    elsewhere = not stays_below(stated or "")
    changed = card.with_changes(**changes)
    return _choice(changed, spec, weights, str(file.path), elsewhere=elsewhere)
