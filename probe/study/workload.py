"""What comparing asks of a machine, from how many pictures there are and from measured rates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from probe.comparison.person_band import BAND_PAIRS, MOST_TABLED
from probe.comparison.standard import MOST_LISTED
from probe.contracts.duration import duration
from probe.pictures.image_set import ImageSet
from probe.protocol.model import Protocol
from probe.study.cost import PICTURE_BYTES, cost_of
from probe.wording import Message, Value

COMPARISON_SECONDS = 45e-9
"""Of a core for one comparison of strangers: 28 to 64 ns were measured
(`benchmarks/strangers.txt`, `cell_scores.txt`, `scale.txt`)."""

CELL_SECONDS = 4e-3
"""Of a core for a pair of conditions besides: 2.3 to 4.4 ms (`benchmarks/scale.txt`)."""

RENDERING_SECONDS = 0.062
"""Of a core for a rendered picture (`benchmarks/scenes_speed.txt`)."""

LENGTH = 512
"""Numbers of a vector where no model is known."""

PROGRAM_BYTES = 200e6
"""Of memory before anything is compared (`benchmarks/scale.txt`)."""

STRANGER_BYTES = 40
"""Of memory for a comparison of strangers in the standard condition, while they are sorted: counted
from its arrays, not measured."""

TABLE_BYTES, TALLY_BYTES = 16, 100
"""Of memory for a pair of people: in each condition of the protocol at work (of very many people of
disk), and in the cell that is counted; both counted from their arrays, not measured."""

RECORD_BYTES = 430
"""Of memory for what is known of a picture: 365 were measured of its record, 66 of its place among
the vectors."""

PAIR_BYTES, STORED_PAIR_BYTES = 20, 10
"""Of memory for a mated pair, counted from its arrays; and of disk for its score by one model."""

CELL_BYTES = 1_500
"""Of memory for a cell, by model."""


@dataclass(frozen=True)
class Counts:
    """How many pictures of a protocol are compared.

    Attributes:
        conditions: how many there are.
        subjects: people who are compared with themselves.
        own: usable pictures of them in a condition, all together, in the mean.
        others: pictures in a condition of strangers or in other clothes; 0 where everybody is
            everybody else's stranger.
        standard: pictures that strangers are taken from in the standard condition; 0: as in the
            others.
        further: pictures in the standard condition of people who are in no other.
    """

    conditions: int
    subjects: int
    own: float
    others: float = 0.0
    standard: float = 0.0
    further: float = 0.0

    @property
    def pictures(self) -> float:
        """All of them."""
        return self.conditions * (self.own + self.others) + self.further

    @property
    def mated(self) -> float:
        """Comparisons of a person with themselves."""
        return (self.conditions * self.own) ** 2 / (2 * max(1, self.subjects))

    @property
    def strangers(self) -> float:
        """Comparisons of different people, of both kinds."""
        alike = (self.conditions * self.own) ** 2 / 2
        return self._apart * (alike + self.conditions**2 * self.own * self.others)

    @property
    def for_threshold(self) -> float:
        """Comparisons of different people in the standard condition."""
        others = self.standard or self.others or self.own
        return self._apart * (self.own * others if self.others else others**2 / 2)

    @property
    def listed(self) -> float:
        """Those of them that are held at once, as a list."""
        return self.for_threshold if self.others else min(self.for_threshold, MOST_LISTED)

    @property
    def tables(self) -> float:
        """Bytes of memory of the tables by pair of people while the protocol is compared."""
        if self._in_bands:
            return float(BAND_PAIRS * TALLY_BYTES)
        return self.subjects**2 * (TABLE_BYTES * self.conditions + TALLY_BYTES)

    @property
    def bands(self) -> float:
        """Bytes of a file, while the study works, of pairs of people too many for tables."""
        if not self._in_bands:
            return 0.0
        return self.subjects**2 / 2 * TABLE_BYTES * self.conditions

    @property
    def _in_bands(self) -> bool:
        return not self.others and self.subjects**2 > MOST_TABLED

    @property
    def _apart(self) -> float:
        """Share of all comparisons that are of different people."""
        return 1 - 1 / max(1, self.subjects)


@dataclass(frozen=True)
class Workload:
    """What comparing asks for.

    Attributes:
        comparisons: by one model.
        seconds: of one core for one model.
        memory: bytes at most, besides what networks take.
        disk: bytes of the run, of kept vectors, and of what lies in a file while it works.
    """

    comparisons: int
    seconds: float
    memory: float
    disk: float

    def values(self) -> dict[str, Value]:
        """As messages take them."""
        return {
            "comparisons": self.comparisons,
            "duration": duration(self.seconds),
            "memory": megabytes(self.memory),
            "disk": megabytes(self.disk),
        }


def workload(counts: Sequence[Counts], models: int, length: int = LENGTH) -> Workload:
    """What comparing these pictures asks for.

    Args:
        counts: of every protocol.
        models: how many are compared; mask variants count as further ones.
        length: numbers of a vector.
    """
    comparisons = sum(one.mated + one.strangers for one in counts)
    cells = sum(one.conditions**2 / 2 for one in counts)
    pictures = sum(one.pictures for one in counts)
    mated = sum(one.mated for one in counts)
    vectors = 4.0 * pictures * length
    kept = RECORD_BYTES * pictures + models * (PAIR_BYTES * mated + CELL_BYTES * cells)
    threshold = STRANGER_BYTES * max((one.listed for one in counts), default=0.0)
    tables = max((one.tables for one in counts), default=0.0)
    return Workload(
        round(comparisons),
        COMPARISON_SECONDS * comparisons + CELL_SECONDS * cells,
        PROGRAM_BYTES + vectors + threshold + tables + kept,
        models * (vectors + STORED_PAIR_BYTES * mated + sum(one.bands for one in counts)),
    )


def planned_counts(protocol: Protocol, subjects: int, takes: int, further: int) -> Counts:
    """Counts of a protocol with these people.

    Args:
        protocol: to be photographed.
        subjects: people in every condition.
        takes: pictures of each in every condition.
        further: people in the standard condition only.
    """
    own, more = float(subjects * takes), float(further * takes)
    return Counts(len(protocol.conditions), subjects, own, standard=own + more, further=more)


def counts_of(images: ImageSet) -> Counts:
    """Counts of the pictures there are."""
    conditions, standard = len(images.protocol.conditions), images.protocol.standard.index
    own = [record.condition for record in images.records if record.role == "subject"]
    others = [record.condition for record in images.records if record.role != "subject"]
    return Counts(
        conditions,
        len(images.subjects),
        len(own) / conditions,
        len(others) / conditions,
        float((others or own).count(standard)),
    )


def what_it_takes(sets: Sequence[ImageSet], models: int, length: int) -> Message:
    """Comparisons, time, memory and disk of a study whose pictures are known.

    Args:
        sets: usable pictures of each protocol.
        models: how many are compared, mask variants counted.
        length: numbers of the longest vector.
    """
    asked = workload([counts_of(images) for images in sets], models, length)
    return Message("progress-workload", asked.values())


def rendering_values(protocol: Protocol, subjects: int, cores: int) -> dict[str, Value]:
    """How many pictures of these people there are to render, and how long so many cores take."""
    pictures = cost_of([protocol], subjects, 1, 1).pictures
    return {
        "pictures": pictures,
        "duration": duration(RENDERING_SECONDS * pictures / cores),
        "cores": cores,
        "megabytes": megabytes(PICTURE_BYTES * pictures),
    }


def megabytes(size: float) -> int:
    """Bytes in MB, two digits of them; at least 1."""
    whole = max(1, round(size / 1e6))
    digits = len(str(whole)) - 2
    return round(whole, -digits) if digits > 0 else whole
