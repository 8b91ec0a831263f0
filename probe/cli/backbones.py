"""`probe backbones`: what can be compared, and where weights come from."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from probe.contracts import BackboneCard


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe backbones`."""
    parser.add_argument("name", nargs="?", help="one backbone, for its card")
    parser.add_argument("--fetch", action="store_true", help="download its weights, checked")
    parser.add_argument("--json", action="store_true", help="print as JSON")


def call(args: argparse.Namespace) -> int:
    """List all, or print one card."""
    import json
    from dataclasses import asdict

    from probe.embedding.registry import cards

    known = cards()
    if args.fetch:
        return _fetch(args.name)
    if args.name:
        card = _card(args.name)
        told = {**asdict(card), "options": dict(card.options)}
        print(json.dumps(told) if args.json else _described(told))
        return 0
    if args.json:
        print(json.dumps([{**asdict(c), "options": dict(c.options)} for c, _ in known.values()]))
        return 0
    return _listed()


def _fetch(name: str | None) -> int:
    from probe.cli.console import Console
    from probe.embedding.fetching import fetch
    from probe.embedding.registry import weights_folder
    from probe.errors import UsageError
    from probe.runs.store import file_sha256

    if name is None:
        raise UsageError("--fetch needs the name of a backbone", hint="probe backbones lists them")
    card = _card(name)
    path = fetch(card, weights_folder(), Console().progress(f"fetching {card.name}", "bytes"))
    print(f"{path}")
    print(
        f"sha256 {file_sha256(path)}" + ("" if card.sha256 else " (none was known to check it by)")
    )
    print(f"licence {card.licence}")
    print(f"use it: --backbone {card.name}")
    return 0


def _card(name: str) -> BackboneCard:
    from probe.embedding.registry import cards, prefixes
    from probe.errors import BackboneError, nearest

    known = cards()
    if name in known:
        return known[name][0]
    prefix, _, argument = name.partition(":")
    family = prefixes().get(prefix)
    if family is None or family.from_argument is None:
        raise BackboneError(f"there is no backbone {name!r}", hint=nearest(name, known))
    if not argument:
        raise BackboneError(
            f"{prefix!r} is a family of networks: say which one",
            hint=f"probe backbones {prefix}:NAME, and --backbone {prefix}:NAME to use it",
        )
    return family.from_argument(argument)


def _listed() -> int:
    from probe.embedding.registry import cards, prefixes

    known = cards()
    width = max(len(name) for name in known)
    for name, (card, _) in known.items():
        height, across = card.input_size
        weights = "needs weights" if card.needs_weights else "ready"
        print(f"{name:<{width}}  {height}x{across}  {weights:<13}  {card.summary}")
    for prefix in sorted(prefixes()):
        print(f"{prefix + ':...':<{width}}")
    print("\nprobe backbones NAME prints one card; --backbone NAME=FILE uses weights of your own")
    return 0


def _described(told: dict[str, object]) -> str:
    width = max(len(name) for name in told)
    lines = [f"{name:<{width}}  {value}" for name, value in told.items() if value not in ("", {})]
    if told["url"]:
        lines.append(f"\nprobe backbones {_name(told)} --fetch, then --backbone {_name(told)}")
    elif told["needs_weights"]:
        lines.append(f"\n--backbone {told['architecture']}=FILE")
    return "\n".join(lines)


def _name(told: dict[str, object]) -> str:
    return f"{told['architecture']}.{told['tag']}" if told["tag"] else str(told["architecture"])
