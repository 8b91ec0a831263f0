"""What the three studies share: train variants with several seeds, measure retention, conclude."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

import probe
from probe.backbones._training.checkpoint import CHECKPOINT
from probe.backbones._training.recipe import Recipe
from probe.backbones._training.recipe_changes import with_changes
from probe.backbones._training.recipe_file import load_recipe
from probe.backbones._training.rendered import RenderedTracks, write_tracks
from probe.backbones._training.training import recipe_text
from probe.contracts.reporter import Console
from probe.files.atomic import write_text

FACTORS = ("distance", "orientation", "camera_height")


@dataclass(frozen=True)
class Variant:
    """One way to train: its name, and what differs from the base recipe."""

    name: str
    changes: Mapping[str, Any]
    pictures: Path


@dataclass(frozen=True)
class Scale:
    """How large a study is: people and epochs of a training, seeds, people of the protocols."""

    people: int
    epochs: int
    seeds: int
    subjects: int


@dataclass(frozen=True)
class Place:
    """Where a study runs: its folder, the device, how many trainings at a time, and renderers."""

    out: Path
    device: str
    jobs: int
    workers: int


def arguments(description: str, people: int, epochs: int) -> tuple[Place, Scale]:
    """The command line of a study whose trainings have so many people and epochs by default."""
    parser = argparse.ArgumentParser(description=description, allow_abbrev=False)
    parser.add_argument("--out", type=Path, required=True, help="folder of the study")
    parser.add_argument("--people", type=int, default=people)
    parser.add_argument("--epochs", type=int, default=epochs)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--subjects", type=int, default=8, help="people of the protocols")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda, ...")
    parser.add_argument("--jobs", type=int, default=2, help="trainings at a time, one thread each")
    parser.add_argument("--workers", type=int, default=2, help="processes that render")
    parser.add_argument("--quick", action="store_true", help="12 people, 1 epoch, 2 seeds: a trial")
    given = parser.parse_args()
    scale = Scale(given.people, given.epochs, given.seeds, given.subjects)
    place = Place(given.out, given.device, given.jobs, given.workers)
    return place, Scale(12, 1, 2, 2) if given.quick else scale


def base_recipe(name: str, scale: Scale) -> Recipe:
    """A shipped recipe that learns from a folder instead of pictures of its own."""
    folder = {"kind": "folder", "forms": ["identity_folders"], "all_parts": False}
    batch = min(64, 2 * scale.people)
    changes = {"data": folder, "epochs": scale.epochs, "sampler.batch": batch}
    return with_changes(load_recipe(name), changes)


def track_pictures(place: Place, recipe: str, people: int) -> Path:
    """The folder with the first people of a shipped recipe's pictures, rendered where missing."""
    tracks = load_recipe(recipe).data
    if not isinstance(tracks, RenderedTracks):
        raise SystemExit(f"{recipe} does not render its own pictures")
    folder = place.out / "pictures"
    tell = Console().progress("rendering", "pictures")
    write_tracks(tracks.model_copy(update={"people": people}), folder, tell, place.workers)
    return folder


def trained(place: Place, base: Recipe, variants: Sequence[Variant], seeds: int) -> dict[str, Path]:
    """Card files of every variant and seed, trained where they are not there yet."""
    waiting = [(variant, seed) for seed in range(1, seeds + 1) for variant in variants]
    with ThreadPoolExecutor(place.jobs) as pool:
        made = pool.map(lambda one: _training(place, base, *one), waiting)
        return dict(made)


def _training(place: Place, base: Recipe, variant: Variant, seed: int) -> tuple[str, Path]:
    """Train one model in a process of its own: `probe train`, as anyone would."""
    name = f"{variant.name}-seed{seed}"
    changes = {**variant.changes, "seed": seed, "name": f"{base.architecture}.{name}"}
    folder = place.out / name
    card = folder / "card.yaml"
    recipe = place.out / "recipes" / f"{name}.yaml"
    text = recipe_text(with_changes(base, changes))
    if recipe.is_file() and recipe.read_text("utf-8") != text:
        raise SystemExit(f"{place.out} holds a study with other settings: give another --out")
    if card.is_file():
        return name, card
    recipe.parent.mkdir(parents=True, exist_ok=True)
    write_text(recipe, text)
    command = [
        sys.executable, "-m", "probe", "train", str(recipe), "--out", str(folder),
        "--data", f"identity_folders={variant.pictures}",
        "--device", place.device, "--threads", "1",
    ]  # fmt: skip
    resume = ["--resume"] if (folder / CHECKPOINT).is_file() else []
    done = subprocess.run(
        [*command, *resume], capture_output=True, text=True, check=False,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{name} could not be trained:\n{done.stderr.strip()}")
    print(f"trained {name}", flush=True)
    return name, card


def retention(
    place: Place, cards: Mapping[str, Path], subjects: int
) -> dict[str, dict[str, float]]:
    """Mean retention away from the standard condition, by model and factor."""
    kept: dict[str, dict[str, float]] = {name: {} for name in cards}
    tags = {f"_trained.{name}": name for name in cards}
    for factor in FACTORS:
        run = probe.run(
            factor, backbones=[str(card) for card in cards.values()], subjects=subjects,
            out=place.out / "runs" / factor, pictures=False, resume=True,
        )  # fmt: skip
        cells = run.cells
        standard = run.protocols[factor].standard
        level, series = standard.level, standard.series
        mated = cells[(cells["kind"] == "mated") & (cells["level_i"].astype(str) == level)]
        mated = mated[(mated["level_j"].astype(str) != level)]
        if series:
            mated = mated[(mated["series_i"] == series) & (mated["series_j"] == series)]
        for backbone, rows in mated.groupby("backbone"):
            name = next(tags[end] for end in tags if str(backbone).endswith(end))
            kept[name][factor] = float(rows["retention"].mean())
    return kept


def conclude(
    out: Path,
    question: str,
    variants: Sequence[Variant],
    figures: Mapping[str, Mapping[str, float]],
) -> str:
    """Table and sentences, printed and stored with every number in `result.json`."""
    by_variant = {v.name: _seeds(v.name, figures) for v in variants}
    width = max(map(len, by_variant))
    lines = [question, "", f"{'variant':<{width}}  " + "  ".join(f"{f:>16}" for f in FACTORS)]
    for name, values in by_variant.items():
        columns = (f"{values[f].mean():.3f} +- {_spread(values[f]):.3f}" for f in FACTORS)
        lines.append(f"{name:<{width}}  " + "  ".join(f"{c:>16}" for c in columns))
    lines += ["", *(_sentence(factor, by_variant) for factor in FACTORS)]
    text = "\n".join(lines)
    numbers = {name: {f: list(map(float, v[f])) for f in FACTORS} for name, v in by_variant.items()}
    content = {"question": question, "retention": numbers, "text": text}
    write_text(out / "result.json", json.dumps(content, indent=1) + "\n")
    return text


def _seeds(variant: str, figures: Mapping[str, Mapping[str, float]]) -> dict[str, np.ndarray]:
    rows = [values for name, values in figures.items() if name.rpartition("-seed")[0] == variant]
    return {factor: np.array([values[factor] for values in rows]) for factor in FACTORS}


def _spread(values: np.ndarray) -> float:
    return float(values.std(ddof=1)) if len(values) > 1 else float("nan")


def _sentence(factor: str, by_variant: Mapping[str, Mapping[str, np.ndarray]]) -> str:
    """Which variant keeps most, and whether the seeds alone could explain it."""
    ranked = sorted(by_variant, key=lambda name: -by_variant[name][factor].mean())
    first, last = by_variant[ranked[0]][factor], by_variant[ranked[-1]][factor]
    gap, noise = first.mean() - last.mean(), np.hypot(_spread(first), _spread(last))
    if not np.isfinite(noise):
        return f"{factor}: one seed only, so nothing can be said about differences"
    if gap <= 2 * noise:
        return (
            f"{factor}: no difference that is larger than the spread over the seeds (largest gap "
            f"{gap:.3f}, twice the spread {2 * noise:.3f})"
        )
    return (
        f"{factor}: {ranked[0]} keeps most and {ranked[-1]} least (a gap of {gap:.3f}, over twice "
        f"the spread of {noise:.3f})"
    )
