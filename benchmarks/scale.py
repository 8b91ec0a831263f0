"""How a study's comparisons grow with people, conditions and models: time, memory, sizes.

    OMP_NUM_THREADS=1 PYTHONPATH=. python benchmarks/scale.py [CASE ...]

A case is PEOPLExCONDITIONSxTAKESxMODELS, such as 100x16x5x4, or the same with `:threshold` behind.

Vectors are made up (512 numbers: a person, a condition, a take); from there on everything is the
product's own: thresholds, cells, differences, findings and the tables of a run directory. Each
case runs in a process of its own, so that its peak memory is its own. `:threshold` ends a case once
thresholds are set. At the end stand the exponents of CPU time: how a phase grows with people,
conditions or models, between two cases that differ in nothing else.
"""

from __future__ import annotations

import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from probe.comparison import VectorScores
from probe.comparison.thresholds import RateRequest
from probe.embedding.embed import Embeddings
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.protocol.finding import load_protocol
from probe.protocol.model import Protocol
from probe.runs.manifest import BackboneEntry, Manifest
from probe.runs.writer import RunWriter
from probe.study.results import Results
from probe.study.scoring import score_variant

CASES = ("10x16x5x1", "100x16x5x1", "100x16x5x4", "100x16x5x12", "10x100x2x1", "1000x16x5x1")
LENGTH = 512

AT_ONCE = 10_000
"""Vectors that are made at once, so that the peak is not theirs."""

LEAST_SECONDS = 0.1
"""CPU seconds from which on a phase says how it grows."""

Phases = dict[str, dict[str, float]]


def protocol_file(folder: Path, conditions: int) -> Path:
    """A protocol of photographs with so many levels of distance."""
    levels = ", ".join(str(k) for k in range(1, conditions + 1))
    path = folder / "distance.yaml"
    path.write_text(
        'name: distance\ntitle: {en: Distance}\nquestion: {en: "What does distance cost?"}\n'
        "expectation: invariant\ntakes: 1\nfit: letterbox\n"
        f"factors: [{{name: distance, title: {{en: Distance}}, unit: m, kind: ordered, "
        f"levels: [{levels}], standard: 1}}]\n"
        'photos: {pattern: "{subject}_{level}_{take}.png"}\n',
        "utf-8",
    )
    return path


def pictures(protocol: Protocol, people: int, takes: int) -> ImageSet:
    """Records of a study whose pictures are never read."""
    records = tuple(
        ImageRecord(
            f"{p:05d}-{c.index:03d}-{t}", protocol.name, f"p{p:05d}", "subject", c.index, "", "",
            "", str(t), "", "photo", 64, 128,
        )
        for p in range(people) for c in protocol.conditions for t in range(takes)
    )  # fmt: skip
    return ImageSet(protocol, "photos", records)


def vectors(images: ImageSet, seed: int) -> Embeddings:
    """A person's place, moved by the condition and by the take."""
    rng = np.random.default_rng(seed)
    people = {name: k for k, name in enumerate(images.subjects)}
    person = rng.normal(size=(len(people), LENGTH)).astype(np.float32)
    condition = rng.normal(size=(len(images.protocol.conditions), LENGTH)).astype(np.float32)
    who = np.array([people[r.subject] for r in images.records])
    where = np.array([r.condition for r in images.records])
    made = np.empty((len(who), LENGTH), np.float32)
    farther = condition * (np.arange(len(condition)) / where.max())[:, None].astype(np.float32)
    for start in range(0, len(who), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        made[part] = rng.normal(size=made[part].shape).astype(np.float32)
        made[part] += person[who[part]] + farther[where[part]]
    return Embeddings(tuple(r.image_id for r in images.records), made)


@contextmanager
def phase(name: str, phases: Phases) -> Iterator[None]:
    """Add wall and CPU seconds of what is done meanwhile, and note the peak in MiB."""
    start, cpu = time.perf_counter(), time.process_time()
    yield
    took = phases.setdefault(name, {"wall": 0.0, "cpu": 0.0, "peak": 0.0})
    took["wall"] += time.perf_counter() - start
    took["cpu"] += time.process_time() - cpu
    took["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run_case(
    people: int, conditions: int, takes: int, models: int, *, threshold_alone: bool = False
) -> Phases:
    """One study; seconds and peak MiB after every phase."""
    phases: Phases = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        protocol = load_protocol(protocol_file(folder, conditions))
        images = pictures(protocol, people, takes)
        wanted = RateRequest(0.01)
        results = Results([images], wanted, folder)
        manifest = Manifest(
            status="started", study="scale", run="scale", created="", protocols=(),
            images_digest="", options={},
        )  # fmt: skip
        writer = RunWriter(folder / "run", manifest)
        entries, thresholds = [], []
        for k in range(models):
            with phase("made-up vectors", phases):
                scores = VectorScores(vectors(images, k))
            entry = BackboneEntry(name=f"model-{k}", card={}, digest=str(k), dimension=LENGTH)
            with phase("threshold", phases):
                scored = score_variant(entry, "unmasked", [images], scores, wanted)
            if threshold_alone:
                continue
            with phase("cells", phases):
                results.add(scored, images)
            entries.append(entry)
            thresholds += scored.thresholds
        if threshold_alone:
            return phases
        writer.update(backbones=tuple(entries), thresholds=tuple(thresholds))
        with phase("differences", phases):
            results.differences()
        with phase("tables and findings", phases):
            results.write(writer)
        size = sum(f.stat().st_size for f in (folder / "run").rglob("*") if f.is_file())
        phases["run directory"] = {"MiB": size / 2**20}
    return phases


@dataclass(frozen=True)
class Case:
    """A case that was measured.

    Attributes:
        sizes: people, conditions, takes and models, by name.
        phases: what each phase took.
    """

    sizes: dict[str, int]
    phases: Phases

    def grown_from(self, other: Case) -> str:
        """The one size in which this case is larger than another; empty where there is no such."""
        apart = [name for name, size in self.sizes.items() if size != other.sizes[name]]
        (name, *further) = apart or [""]
        return name if name and not further and self.sizes[name] > other.sizes[name] else ""

    def exponents(self, other: Case, name: str) -> Iterator[str]:
        """By which power of a size the CPU time of each phase grows from another case on."""
        times = math.log(self.sizes[name] / other.sizes[name])
        for phase_name, took in self.phases.items():
            before = other.phases.get(phase_name, {}).get("cpu", 0.0)
            if before >= LEAST_SECONDS and took["cpu"] > 0:
                yield f"{phase_name} {math.log(took['cpu'] / before) / times:.2f}"


def print_exponents(cases: Sequence[Case]) -> None:
    """Print the exponents between every case and the nearest smaller one, size by size."""
    for case in cases:
        smaller = {name: other for other in sorted(cases, key=lambda c: tuple(c.sizes.values()))
                   if (name := case.grown_from(other))}  # fmt: skip
        for name, other in smaller.items():
            found = ", ".join(case.exponents(other, name)) or "too short to tell"
            held = ", ".join(f"{k} {v}" for k, v in case.sizes.items() if k != name)
            print(f"{name} {other.sizes[name]} to {case.sizes[name]} ({held}): {found}")


def main() -> None:
    """Measure every case in a process of its own and print."""
    if sys.argv[1:2] == ["--case"]:
        sizes, _, stop = sys.argv[2].partition(":")
        numbers = (int(part) for part in sizes.split("x"))
        print(json.dumps(run_case(*numbers, threshold_alone=stop == "threshold")))
        return
    cases = []
    for case in sys.argv[1:] or CASES:
        command = [sys.executable, __file__, "--case", case]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        phases: Phases = json.loads(done.stdout.splitlines()[-1])
        people, conditions, takes, models = map(int, case.partition(":")[0].split("x"))
        directory = phases.pop("run directory", None)
        print(f"{people} people, {conditions} conditions, {takes} takes, {models} models:")
        for name, took in phases.items():
            print(f"  {name:20} {took['wall']:7.1f} s, CPU {took['cpu']:7.1f} s, "
                  f"peak {took['peak']:5.0f} MiB")  # fmt: skip
        if directory:
            print(f"  run directory {directory['MiB']:.1f} MiB", flush=True)
        sizes = {"people": people, "conditions": conditions, "takes": takes, "models": models}
        cases.append(Case(sizes, phases))
    print_exponents(cases)


if __name__ == "__main__":
    main()
