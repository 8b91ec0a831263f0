"""A backbone ready to run, under the name it has in a study."""

from __future__ import annotations

from dataclasses import dataclass

from probe.contracts import Backbone, Fit, PairScorer, Reporter, Runtime
from probe.embedding.registry import Choice


@dataclass(frozen=True)
class Loaded:
    """A backbone ready to run, under the name it has in this run.

    Attributes:
        name: in this run.
        model: what computes; its own `notes` grow while it runs.
        notes: what else must be known of it in this study.
    """

    name: str
    model: Backbone | PairScorer
    notes: tuple[str, ...] = ()


def load_backbone(choice: Choice, runtime: Runtime, say: Reporter, fit: Fit) -> Loaded:
    """Load what was chosen, and say what computes it.

    Args:
        choice: the backbone.
        runtime: where it runs.
        say: told.
        fit: how the study's pictures are brought to its input size.

    Raises:
        BackboneError: it cannot be loaded.
    """
    model = choice.load(runtime)
    engine = getattr(model, "engine", "numpy")
    say.step(f"backbone {choice.name}: {engine}")
    if model.card.demonstration:
        say.step(f"  {model.card.demonstration}")
    notes: tuple[str, ...] = ()
    if fit not in ("card", model.card.fit):
        notes = (f"its card says fit: {model.card.fit}; the protocol says {fit}, which is used",)
    for note in (*getattr(model, "notes", ()), *notes):
        say.step(f"  {note}")
    return Loaded(choice.name, model, notes)
