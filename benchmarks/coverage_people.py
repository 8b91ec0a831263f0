"""Simulated people for the coverage study: unit vectors of pictures, with known effects.

One picture of subject s in condition c on day y:

    x = normalise(common + shift_c + strength_sc person_s + own_sc + day_sy + noise_s picture)

All effects are isotropic Gaussian vectors. A person in own clothes has a person vector of the same
body and other clothes (correlation 0.6). Model B sees the same pictures through noise of its own.
Designs: `balanced` (five pictures each), `unequal` (one to nine), `missing` (one condition in five
is absent), `days` (three days with an effect of their own, pictures spread unevenly over them).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

DIMENSIONS = 32
CONDITIONS = 3
TAKES = 5


@dataclass(frozen=True)
class Setting:
    """Effects of a simulated population.

    Attributes:
        name: of the setting.
        interaction: size of the subject-by-condition effects.
        picture: size of the picture effects.
        design: balanced, unequal, missing or days.
        bad: share of subjects whose pictures are 2.2 times as noisy.
        common: size of the direction all people share.
    """

    name: str
    interaction: float
    picture: float
    design: str
    bad: float = 0.0
    common: float = 0.4


SETTINGS = (
    *(
        Setting(f"{people}-{pictures}-{design}", interaction, picture, design)
        for people, interaction in (("similar", 0.25), ("varied", 0.7))
        for pictures, picture in (("steady", 0.35), ("noisy", 0.9))
        for design in ("balanced", "unequal", "missing", "days")
    ),
    Setting("bad-balanced", 0.3, 0.5, "balanced", bad=0.1),
    Setting("bad-missing", 0.3, 0.5, "missing", bad=0.1),
    Setting("no-common-balanced", 0.3, 0.5, "balanced", common=0.0),
    Setting("no-common-unequal", 0.3, 0.5, "unequal", common=0.0),
)


@dataclass(frozen=True, eq=False)
class Pictures:
    """Pictures of some people under one model.

    Attributes:
        vectors: `(p, d)` unit vectors.
        subject: `(p,)`.
        condition: `(p,)`.
        own_clothes: `(p,)` whether it shows the person in own clothes (as a stranger).
        subjects: how many people.
    """

    vectors: np.ndarray
    subject: np.ndarray
    condition: np.ndarray
    own_clothes: np.ndarray
    subjects: int


def draw(rng: np.random.Generator, setting: Setting, subjects: int) -> tuple[Pictures, Pictures]:
    """One sample of people under models A and B."""
    counts = _counts(rng, setting, subjects)
    strangers = np.tile([TAKES, 1, 1], (subjects, 1))
    everything = np.stack([counts, strangers], axis=2)
    index = np.indices(everything.shape).reshape(3, -1).repeat(everything.ravel(), axis=1)
    subject, condition, own = index[0], index[1], index[2].astype(bool)
    days = rng.choice(3, size=len(subject), p=[0.6, 0.3, 0.1])
    noise = np.where(rng.random(subjects) < setting.bad, 2.2, 1.0)[subject, None]
    strength = np.exp(0.15 * rng.standard_normal((subjects, CONDITIONS)))[subject, condition]
    effects = _effects(rng, subjects, len(subject))
    models = []
    for model in range(2):
        if model:
            effects = tuple(_blurred(rng, effect) for effect in effects)
        person, clothes, cell, day, picture = effects
        body = person[subject]
        body = np.where(own[:, None], 0.6 * body + 0.8 * clothes[subject], body)
        x = _shift(setting, model)[condition] + strength[:, None] * body
        x += setting.interaction * cell[subject, condition] * (1 + condition[:, None]) / 2
        x += (0.5 if setting.design == "days" else 0.0) * day[subject, days]
        x += setting.picture * (1.1 if model else 1.0) * noise * picture
        x /= np.linalg.norm(x, axis=1, keepdims=True)
        models.append(Pictures(x, subject, condition, own, subjects))
    return models[0], models[1]


def _counts(rng: np.random.Generator, setting: Setting, subjects: int) -> np.ndarray:
    shape = (subjects, CONDITIONS)
    if setting.design == "unequal":
        return rng.choice([1, 2, 4, 6, 9], size=shape)
    counts = np.full(shape, TAKES)
    if setting.design == "missing":
        counts[rng.random(shape) < 0.2] = 0
        counts[:2, 0] = TAKES  # so that there always is a threshold
    return counts


def _effects(rng: np.random.Generator, subjects: int, pictures: int) -> tuple[np.ndarray, ...]:
    shapes = (
        (subjects,),
        (subjects,),
        (subjects, CONDITIONS),
        (subjects, 3),
        (pictures,),
    )
    scale = np.float32(1 / np.sqrt(DIMENSIONS))
    return tuple(scale * rng.standard_normal((*s, DIMENSIONS), dtype=np.float32) for s in shapes)


def _blurred(rng: np.random.Generator, effect: np.ndarray) -> np.ndarray:
    fresh = rng.standard_normal(effect.shape, dtype=np.float32) / np.float32(np.sqrt(DIMENSIONS))
    return np.float32(0.7) * effect + np.float32(np.sqrt(0.51)) * fresh


def _shift(setting: Setting, model: int) -> np.ndarray:
    """Fixed effects of the conditions, `(conditions, d)`: the same in every sample."""
    rng = np.random.default_rng(7 + model)
    directions = rng.standard_normal((CONDITIONS + 1, DIMENSIONS))
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    sizes = setting.common * np.array([0.0, 0.6, 1.2])
    return (setting.common * directions[0] + sizes[:, None] * directions[1:]).astype(np.float32)
