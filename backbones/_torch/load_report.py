"""Loading tensors into a network, with an account of what fitted and what did not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from torch import nn

from probe.backbones._torch.checkpoint import Checkpoint, Tensors
from probe.backbones._torch.families import UNKNOWN, Family, recognise
from probe.backbones._torch.unknown_heads import IGNORE, refuse_unknown_heads
from probe.errors import CheckpointError
from probe.wording import Message, refusal, wording_of
from probe.wording.columns import left

_ALWAYS_STRIPPED = ("module.", "_orig_mod.")
_COUNTERS = ("num_batches_tracked", "n_averaged")


@dataclass(frozen=True)
class Mismatch:
    """A tensor that has another shape in the file than in the network."""

    name: str
    expected: tuple[int, ...]
    actual: tuple[int, ...]


@dataclass(frozen=True)
class LoadReport:
    """What became of every tensor of a weights file and of the network it was meant for.

    Attributes:
        path: the weights file.
        part: the wrapper inside the file, such as `state_dict`; empty for a bare file.
        root: the prefix under which the network was found, such as `module.encoder_q.`.
        matched: names loaded.
        missing: names the network needs and the file lacks.
        mismatched: names found with another shape.
        unexpected: names of the file that the network has no place for.
        dropped: names left out on purpose (classifiers and other training heads).
        family: what the names and shapes of the file tell it to be.
    """

    path: Path
    part: str
    root: str
    matched: tuple[str, ...]
    missing: tuple[str, ...]
    mismatched: tuple[Mismatch, ...]
    unexpected: tuple[str, ...]
    dropped: tuple[str, ...]
    family: Family

    @property
    def note(self) -> Message:
        """Which family the file was recognised as, and how much of it was loaded."""
        counts = {"loaded": len(self.matched), "dropped": len(self.dropped)}
        supported = self.family.network if self.family.supported else None
        return Message(
            "note-weights-loaded", {"file": self.path.name, "family": supported, **counts}
        )

    @property
    def complete(self) -> bool:
        """Whether the network got all its tensors and the file holds none that it has no place for.

        A tensor without a place means another network: non-local blocks, for one, change the
        vectors of a ResNet that would load without them.
        """
        return not (self.missing or self.mismatched or self.unexpected)

    def with_head(self, layers: Sequence[str]) -> LoadReport:
        """The report of a network that goes on with layers of the file: they are not left out.

        Args:
            layers: by their names in the file.
        """
        begins = tuple(f"{layer}." for layer in layers)
        taken = tuple(
            name
            for name in self.dropped
            if name.startswith(begins) or (self.root + name).startswith(begins)
        )
        left = tuple(name for name in self.dropped if name not in taken)
        return replace(self, matched=(*self.matched, *taken), dropped=left)

    def table(self) -> str:
        """The report as a small table for people."""
        where = " > ".join(filter(None, (self.path.name, self.part, self.root)))
        words = wording_of()
        shapes = [
            words.text(
                "load-report-shape", name=m.name, actual=str(m.actual), expected=str(m.expected)
            )
            for m in self.mismatched
        ]
        rows = (
            (words.text("load-report-matched"), len(self.matched), ""),
            (words.text("load-report-missing"), len(self.missing), _some(self.missing)),
            (words.text("load-report-mismatched"), len(shapes), _some(shapes)),
            (words.text("load-report-unexpected"), len(self.unexpected), _some(self.unexpected)),
            (words.text("load-report-left-out"), len(self.dropped), _some(self.dropped)),
        )
        lines = (f"  {left(name, 11)}{count:>5}  {names}".rstrip() for name, count, names in rows)
        return "\n".join((where, *lines))


def load_tensors(
    network: nn.Module,
    checkpoint: Checkpoint,
    *,
    roots: Sequence[str] = ("",),
    heads: Sequence[str] = (),
    classifiers: Sequence[str] = (),
    elsewhere: Sequence[str] = (),
    head: str = "",
    expected: str = "",
) -> LoadReport:
    """Load a checkpoint into a network; all of the network or nothing.

    Args:
        network: filled in place.
        checkpoint: as read from the file.
        roots: prefixes under which this architecture is known to be stored; the one under which
            most names match is taken (`module.` is always stripped). One under which the whole
            network lies is tried as well.
        heads: beginnings of names that belong to training only (`classifier.`, ...).
        classifiers: the same where they look like a classifier; a projection under such a name is a
            head of its own.
        elsewhere: beginnings of full names beside the network that belong to training only.
        head: of the card: names of the head's layers, which are filled elsewhere, or `ignore`.
        expected: the architecture's name, for messages.

    Raises:
        CheckpointError: a tensor of the network is missing or has another shape, or the file holds
            tensors that the network has no place for.
    """
    wanted = network.state_dict()
    tensors = stripped(checkpoint.tensors)
    root = _best_root(tensors, wanted, (*roots, *_common_root(tensors, wanted)))
    inside = {name.removeprefix(root): t for name, t in tensors.items() if name.startswith(root)}
    outside = tuple(name for name in tensors if not name.startswith(root))
    taken = () if head == IGNORE else tuple(f"{name}." for name in head.split())
    inner = tuple(name.removeprefix(root) for name in taken if name.startswith(root))
    named = expected or type(network).__name__
    dropped = (*heads, *classifiers, *inner)
    report = _compare(checkpoint, root, wanted, inside, (outside, dropped))
    if not report.complete:
        raise refusal(
            CheckpointError,
            _complaint(report, named),
            place=checkpoint.path,
            hint=_next_step(report, expected),
        )
    if head != IGNORE:
        known = (*heads, *(root + name for name in heads), *elsewhere, *taken)
        left = {root + name: inside[name] for name in report.dropped if name in inside}
        left |= {name: tensors[name] for name in outside}
        refuse_unknown_heads(checkpoint, left, root, known, named)
    network.load_state_dict({k: inside[k] for k in report.matched}, strict=False)
    return report


def stripped(tensors: Tensors) -> Tensors:
    """Tensors without the `module.` of data-parallel training and without counters of averaging."""
    return {_bare(name): t for name, t in tensors.items() if not name.endswith("n_averaged")}


def _bare(name: str) -> str:
    while name.startswith(_ALWAYS_STRIPPED):
        name = name.partition(".")[2]
    return name


def _best_root(tensors: Tensors, wanted: Iterable[str], roots: Sequence[str]) -> str:
    """The prefix with most matching names; the earlier of equals."""
    names = list(wanted)
    return max(roots, key=lambda root: sum(root + name in tensors for name in names))


def _common_root(tensors: Tensors, wanted: Tensors) -> tuple[str, ...]:
    """A prefix such as `feature_extractor.net.` under which the whole network lies; often none.

    Only where every tensor has its name and shape there, and under no second prefix (a teacher and
    a student): which of two is meant is never guessed.
    """
    names = [name for name in wanted if not name.endswith(_COUNTERS)]
    if not names:
        return ()
    longest = max(names, key=len)
    prefixes = {name.removesuffix(longest) for name in tensors if name.endswith("." + longest)}
    whole = [
        prefix
        for prefix in sorted(prefixes)
        if all(
            prefix + name in tensors and tensors[prefix + name].shape == wanted[name].shape
            for name in names
        )
    ]
    return tuple(whole) if len(whole) == 1 else ()


def _compare(
    checkpoint: Checkpoint,
    root: str,
    wanted: Tensors,
    inside: Tensors,
    leftover: tuple[tuple[str, ...], tuple[str, ...]],
) -> LoadReport:
    outside, heads = leftover
    same = [k for k in wanted if k in inside and inside[k].shape == wanted[k].shape]
    other = [k for k in wanted if k in inside and inside[k].shape != wanted[k].shape]
    absent = [k for k in wanted if k not in inside and not k.endswith(_COUNTERS)]
    extra = [k for k in inside if k not in wanted]
    dropped = [k for k in extra if k.startswith(tuple(heads))] if heads else []
    shapes = (Mismatch(k, tuple(wanted[k].shape), tuple(inside[k].shape)) for k in other)
    return LoadReport(
        path=checkpoint.path,
        part=checkpoint.part,
        root=root,
        matched=tuple(same),
        missing=tuple(absent),
        mismatched=tuple(shapes),
        unexpected=tuple(k for k in extra if k not in set(dropped)),
        dropped=(*dropped, *outside),
        family=recognise(checkpoint.tensors),
    )


def _complaint(report: LoadReport, expected: str) -> Message:
    total = len(report.matched) + len(report.missing) + len(report.mismatched)
    counts = {"matched": len(report.matched), "total": total}
    return Message("weights-misfit", {"expected": expected, **counts, "table": report.table()})


def _next_step(report: LoadReport, expected: str) -> Message:
    family = report.family
    only_lacks = not report.mismatched and not report.unexpected
    its_own = family.card == expected or (only_lacks and family.may_be(expected))
    if family.name != UNKNOWN and not its_own:
        return Message("weights-another-family", {"family": str(family)})
    if not report.matched and not report.mismatched:
        return Message("weights-another-architecture", {"advice": family.advice})
    if report.unexpected and not report.missing and not report.mismatched:
        first = report.unexpected[0].partition(".")[0]
        return Message("weights-no-place", {"first": first, "root": report.root})
    if report.mismatched and not report.missing:
        return Message("weights-other-sizes", {"expected": expected or None})
    return Message("weights-nothing-loaded")


def _some(names: Sequence[str], count: int = 3) -> str:
    names_shown = ", ".join(names[:count])
    if len(names) <= count:
        return names_shown
    return wording_of().text("load-report-more", names=names_shown, more=len(names) - count)
