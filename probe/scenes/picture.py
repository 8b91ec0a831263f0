"""From a recipe to a scene: the one place that knows the order of the steps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.scenes import backdrop, mesh, raster, shading
from probe.scenes.camera import Camera, Crop, camera, crop_around
from probe.scenes.figure import Figure, figure
from probe.scenes.identity import identity
from probe.scenes.lighting import Light, bases, light
from probe.scenes.piece import PARTS
from probe.scenes.pose import Pose, phone, standing, walking
from probe.scenes.randomness import stream
from probe.scenes.recipe import SceneRecipe
from probe.scenes.room import along, room
from probe.scenes.scene import Scene
from probe.scenes.sensor import exposed, sensor
from probe.scenes.skeleton import turn

Array = NDArray[np.float64]
FIGURES_KEPT = 2
"""Meshes one process keeps; each takes about 8 MB. Pictures come figure by figure, so more would
only fill memory (ours)."""

ASPECT = 0.40
"""Least width over height of an exact crop: about that of the crops people are recognised in (1:2
to 1:3), so that letterboxing adds little (ours)."""

TIGHT = 0.30
"""The same of a detector's crop, which may be narrower."""

MARGIN = 0.05
"""Room left around the person, as a part of the size (ours)."""

LOOSE_CLOTH = 0.025
"""How much loose cloth adds to the flesh over a joint, in metres (ours)."""

FLESH = np.array([
    0.03, 0.10, 0.09, 0.07, 0.06, 0.09, 0.07, 0.06, 0.15, 0.10, 0.08, 0.15, 0.10, 0.08,
    0.03, 0.03, 0.035, 0.035,
])  # fmt: skip
"""How deep below the surface each keypoint lies at most, in metres: half of the limb's thickness
there in our bodies, and a little (ours)."""


@dataclass(frozen=True, eq=False)
class Posed:
    """A figure in its pose: vertices and normals (n, 3), keypoints (18, 3), feet (2, 2)."""

    vertices: NDArray[np.float32]
    normals: NDArray[np.float32]
    keypoints: Array
    feet: NDArray[np.float32]


def render(recipe: SceneRecipe) -> Scene:
    """Render one picture with its masks, parts and keypoints; equal recipes give equal scenes."""
    body = figure_of(recipe)
    posed = pose_figure(recipe, body)
    seen = camera(recipe.distance, recipe.camera_height / 100.0)
    pixels = _projected(seen, posed.vertices)
    jitter = stream("framing", recipe.identity, recipe.framing, recipe.take)
    loose = TIGHT if recipe.framing else ASPECT
    crop = crop_around(
        pixels[:, :2] + seen.middle, loose, MARGIN, jitter if recipe.framing else None
    )
    samples, parts, buffer, fine = _drawn(recipe, body, posed, (seen, crop), pixels)
    return _finished(recipe, posed, (seen, crop), (samples, parts, buffer), fine)


def samples_a_side(height: int) -> int:
    """Samples along a pixel's side for a crop of this height in pixels.

    Far people need them for smooth edges, near ones have pixels enough (our choice).
    """
    return 4 if height <= 120 else (3 if height <= 220 else 2)


def _projected(seen: Camera, points: NDArray[np.float32]) -> NDArray[np.float32]:
    """Pixels from the frame's middle, and depth, (n, 3)."""
    scaled = seen.axes * np.array([[seen.focal], [seen.focal], [1.0]])
    out = np.empty_like(points)
    raster.projected(points, np.vstack([seen.place, scaled]).astype(np.float32), out)
    return out


def figure_of(recipe: SceneRecipe) -> Figure:
    """The dressed person of a recipe at rest (recipes that share it share the work)."""
    return _figure(recipe.identity, recipe.clothes, recipe.wears_helmet, recipe.carries)


@lru_cache(maxsize=FIGURES_KEPT)
def _figure(seed: int, clothes: str, has_helmet: bool, carries: str) -> Figure:
    return figure(identity(seed), clothes, has_helmet, carries)


def pose_of(recipe: SceneRecipe) -> Pose:
    """The pose of a recipe: standing, or a moment of walking; anew for every picture."""
    rng = stream("pose", recipe.digest())
    person = identity(recipe.identity)
    if recipe.pose == "standing":
        return standing(rng, person.stance, person.posture)
    if recipe.pose == "phone":
        return phone(rng, person.stance, person.posture)
    phase = float(rng.uniform()) if recipe.phase is None else recipe.phase
    return walking(rng, phase, stream("gait", recipe.identity))


def pose_figure(recipe: SceneRecipe, body: Figure) -> Posed:
    """The figure of a recipe in its pose, turned and standing on the floor."""
    bones = body.bones
    rotation, shift = bones.placed(pose_of(recipe))
    about = turn("z", recipe.orientation)
    rotation, shift = about @ rotation, shift @ about.T
    moves = np.concatenate([rotation, shift[:, :, None]], 2).astype(np.float32)
    vertices, normals = np.empty_like(body.vertices), np.empty_like(body.normals)
    mesh.posed(body.vertices, body.normals, body.holders, body.share, moves, vertices, normals)
    lowest = float(vertices[:, 2].min())
    vertices[:, 2] -= np.float32(lowest)
    keypoints = bones.posed_keypoints(rotation, shift) - [0, 0, lowest]
    feet = keypoints[[10, 13], :2].astype(np.float32)
    return Posed(vertices, normals, keypoints, feet)


def _light(recipe: SceneRecipe) -> Light:
    place = light(recipe.domain, recipe.light)
    if recipe.framing == 0:
        return place
    spot = stream("spot", recipe.framing, recipe.identity, recipe.take)
    return place.elsewhere(along(recipe), spot)


def _lit(
    recipe: SceneRecipe, body: Figure, posed: Posed, place: Light, winner: NDArray[np.int32]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Light on the vertices (n, 3) of what is seen, and the lamps' shadow maps (l, side, side)."""
    shown = np.zeros(len(posed.vertices), np.bool_)
    raster.corners(winner, body.triangles, shown)
    places = np.flatnonzero(shown).astype(np.int32)
    received = np.empty_like(posed.vertices)
    turned = place.coefficients(np.radians(recipe.orientation))
    mesh.ambient(body.light, turned, places, received)
    maps = np.empty((len(place.directions), mesh.MAP, mesh.MAP), np.float32)
    colours = place.colours.astype(np.float32)
    lamps = bases(place.directions)
    mesh.lamps(posed.vertices, posed.normals, lamps, colours, places, maps, received)
    return received, maps


def _drawn(
    recipe: SceneRecipe,
    body: Figure,
    posed: Posed,
    view: tuple[Camera, Crop],
    pixels: NDArray[np.float32],
) -> tuple[NDArray[np.float32], NDArray[np.uint8], NDArray[np.float32], int]:
    """Samples (h, w, 3), their parts and depth, and how many samples make a pixel's side."""
    seen, crop = view
    fine = samples_a_side(crop.height)
    shape = (crop.height * fine, crop.width * fine)
    corner = (crop.left - seen.middle[0], crop.top - seen.middle[1], float(fine))
    buffer = np.full(shape, raster.EMPTY, np.float32)
    winner = np.full(shape, -1, np.int32)
    inside = np.empty((*shape, 2), np.float32)
    raster.nearest(pixels, body.triangles, corner, buffer, winner, inside)
    place = _light(recipe)
    received, maps = _lit(recipe, body, posed, place, winner)
    colours, eye = place.colours.astype(np.float32), seen.place.astype(np.float32)[None]
    samples, parts = np.zeros((*shape, 3), np.float32), np.zeros(shape, np.uint8)
    shading.shade(
        winner, inside, body.triangles,
        (posed.vertices, posed.normals, body.texture, received),
        (body.material, body.part), body.materials,
        (place.directions.astype(np.float32), colours, eye), samples, parts,
    )  # fmt: skip
    where = room(recipe, place)
    lens = np.stack([seen.place, [seen.focal, *seen.middle]]).astype(np.float32)
    backdrop.draw(
        (lens, seen.axes.astype(np.float32)), (float(crop.left), float(crop.top), fine), winner,
        where.place, where.things, (bases(place.directions), colours, maps), posed.feet, samples,
    )  # fmt: skip
    return samples, parts, buffer, fine


def _finished(
    recipe: SceneRecipe,
    posed: Posed,
    view: tuple[Camera, Crop],
    drawn: tuple[NDArray[np.float32], NDArray[np.uint8], NDArray[np.float32]],
    fine: int,
) -> Scene:
    seen, crop = view
    samples, parts, buffer = drawn
    shape = (crop.height, crop.width)
    colour, labels = np.empty((*shape, 3), np.float32), np.empty(shape, np.uint8)
    cover = np.empty((*shape, 2), np.float32)
    carried = np.isin(PARTS, ("backpack", "bag"))
    raster.averaged(samples, parts, fine, carried, colour, labels, cover)
    noise = stream("noise", recipe.digest())
    eye = sensor(recipe.domain, recipe.camera)
    if recipe.framing:
        eye = eye.at_moment(stream("moment", recipe.digest()))
    image = exposed(colour, eye, noise)
    pixels, depth = seen.project(posed.keypoints)
    keypoints = (pixels - [crop.left, crop.top]).astype(np.float32)
    visible = _visible(keypoints * fine, depth, buffer, carried[parts])
    objects = cover[..., 1] >= 0.5
    mask = objects & (cover[..., 0] >= 0.5 * cover[..., 1])
    return Scene(image, mask, objects, labels, keypoints, visible, _parameters(recipe, seen, crop))


def _visible(
    places: NDArray[np.float32],
    depth: Array,
    buffer: NDArray[np.float32],
    carried: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """A joint is visible where the first surface on its ray is its own flesh's."""
    height, width = buffer.shape
    column = np.floor(places[:, 0]).astype(int)
    row = np.floor(places[:, 1]).astype(int)
    framed = (column >= 0) & (column < width) & (row >= 0) & (row < height)
    row, column = np.clip(row, 0, height - 1), np.clip(column, 0, width - 1)
    near = buffer[row, column]
    # An empty pixel beside a thin wrist still shows the wrist.
    bare = (near > depth - FLESH - LOOSE_CLOTH) & ~carried[row, column]
    return np.asarray(framed & bare)


def _parameters(recipe: SceneRecipe, seen: Camera, crop: Crop) -> dict[str, Any]:
    return {
        **recipe.as_dict(),
        "helmet": recipe.wears_helmet,
        "crop": [crop.left, crop.top, crop.width, crop.height],
        "focal": seen.focal,
        "camera_place": [float(v) for v in seen.place],
    }
