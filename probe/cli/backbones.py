"""`probe backbones`: what can be compared, and where weights come from."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from probe.contracts import BackboneCard


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe backbones`."""
    parser.add_argument("name", nargs="?", help="one backbone, for its card")
    parser.add_argument("--json", action="store_true", help="print as JSON")


def call(args: argparse.Namespace) -> int:
    """List all, or print one card."""
    import json
    from dataclasses import asdict

    from probe.registry import cards

    known = cards()
    if args.name:
        card = _card(args.name)
        told = {**asdict(card), "options": dict(card.options)}
        print(json.dumps(told) if args.json else _described(told))
        return 0
    if args.json:
        print(json.dumps([{**asdict(c), "options": dict(c.options)} for c, _ in known.values()]))
        return 0
    return _listed()


def _card(name: str) -> BackboneCard:
    from probe.errors import BackboneError
    from probe.naming import nearest
    from probe.registry import cards

    known = cards()
    if name not in known:
        raise BackboneError(f"there is no backbone {name!r}", hint=nearest(name, known))
    return known[name][0]


def _listed() -> int:
    from probe.registry import cards, prefixes

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
    return "\n".join(f"{name:<{width}}  {value}" for name, value in told.items() if value != "")
