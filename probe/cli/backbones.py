"""`probe backbones`: what can be compared, and where weights come from."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from probe.options import Option
from probe.wording import Message, joined_hint, nearest, refusal

if TYPE_CHECKING:
    from probe.contracts import BackboneCard


@dataclass(frozen=True)
class CardRequest:
    """What `probe backbones` is asked for."""

    name: Annotated[str | None, Option(Message("help-backbones-name"), positional=True)] = None
    fetch: Annotated[bool, Option(Message("help-backbones-fetch"))] = False


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe backbones`."""
    from probe.cli.arguments import add_json, add_options

    add_options(parser, CardRequest)
    add_json(parser)


def call(args: argparse.Namespace) -> int:
    """List all, or print one card."""
    import json

    from probe.cli.arguments import request_from
    from probe.embedding.registry import cards

    asked = request_from(CardRequest, args)
    if asked.fetch:
        return _fetch(asked.name)
    if asked.name:
        fields = _fields(_card(asked.name))
        print(json.dumps(fields) if args.json else _described(fields, asked.name))
        return 0
    if args.json:
        print(json.dumps([_fields(card) for card, _ in cards().values()]))
        return 0
    return _listed()


def _fields(card: BackboneCard) -> dict[str, object]:
    from dataclasses import asdict

    from probe.runs.in_words import data_in_words
    from probe.wording import wording_of

    fields = data_in_words(asdict(card), wording_of())
    return {**fields, "options": dict(card.options)}


def _fetch(name: str | None) -> int:
    from probe.contracts.reporter import Console
    from probe.embedding.fetching import fetch
    from probe.embedding.registry import weights_folder
    from probe.errors import UsageError
    from probe.runs.encoding import file_sha256
    from probe.wording import wording_of

    if name is None:
        raise refusal(
            UsageError, Message("command-fetch-name"), hint=Message("command-backbones-lists")
        )
    card = _card(name)
    fetching = Message("progress-fetching", {"name": card.name})
    path = fetch(card, weights_folder(), Console().progress(fetching, "bytes"))
    words = wording_of()
    print(f"{path}")
    digest = file_sha256(path)
    print(words.text("cli-backbones-digest", digest=digest, checked=bool(card.sha256)))
    print(words.text("cli-backbones-licence", licence=card.licence))
    print(words.text("cli-backbones-use", name=card.name))
    return 0


def _card(name: str) -> BackboneCard:
    from probe.embedding.registry import (
        cards,
        check_argument,
        find,
        is_card_file,
        is_unnamed_file,
        prefixes,
    )
    from probe.errors import BackboneError

    shipped = cards()
    if name in shipped:
        return shipped[name][0]
    if is_card_file(name):
        # How long vectors of other weights are is known once they are opened.
        found = find(name)
        return found.card.with_changes(dimension=0) if found.weights else found.card
    if is_unnamed_file(name):
        return find(name).card
    prefix, _, argument = name.partition(":")
    family = prefixes().get(prefix)
    if family is None or family.from_argument is None:
        raise refusal(
            BackboneError,
            Message("command-no-backbone", {"name": repr(name)}),
            hint=joined_hint(nearest(name, shipped), Message("command-lists-them")),
        )
    check_argument(family, argument)
    return family.from_argument(argument)


def _listed() -> int:
    from probe.embedding.registry import cards, prefixes
    from probe.wording import wording_of
    from probe.wording.columns import left

    words = wording_of()
    shipped = cards()
    width = max(len(name) for name in shipped)
    for name, (card, _) in shipped.items():
        height, across = card.input_size
        weights = words.text("cli-backbones-weights", needed=card.needs_weights)
        print(
            f"{name:<{width}}  {height}x{across}  {left(weights, 13)}  {words.either(card.summary)}"
        )
    for prefix, family in sorted(prefixes().items()):
        print(f"{prefix}:{family.argument}")
    print("\n" + words.text("cli-backbones-next"))
    return 0


def _described(fields: dict[str, object], name: str) -> str:
    from probe.cli.result_lines import typed
    from probe.embedding.registry import is_card_file
    from probe.wording import wording_of

    words = wording_of()
    width = max(len(name) for name in fields)
    told = {key: value for key, value in fields.items() if value not in ("", {})}
    if not fields["dimension"]:
        del told["dimension"]
    lines = [f"{key:<{width}}  {value}" for key, value in told.items()]
    if is_card_file(name):
        lines.append("\n" + words.text("cli-backbones-card", file=typed(name)))
    elif fields["url"]:
        lines.append("\n" + words.text("cli-backbones-fetch", name=_name(fields)))
        if not fields["sha256"]:
            lines.append(words.text("cli-backbones-unchecked"))
    elif fields["needs_weights"]:
        lines.append("\n" + words.text("cli-backbones-file", name=str(fields["architecture"])))
    return "\n".join(lines)


def _name(fields: dict[str, object]) -> str:
    return (
        f"{fields['architecture']}.{fields['tag']}"
        if fields["tag"]
        else str(fields["architecture"])
    )
