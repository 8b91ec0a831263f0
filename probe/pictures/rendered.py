"""Rendered people as the pictures of a protocol: roles and outfits, rendered and cached."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.cluster import Executor
from probe.errors import ProbeError, ProtocolError
from probe.pictures.image_set import ImageRecord, ImageSet, Role
from probe.pictures.transformed import same_pictures, transform_notes, transformed
from probe.protocol.model import Condition, Protocol
from probe.protocol.transforming import chain_in
from probe.scenes import SceneCache, SceneRecipe, render_many
from probe.wording import Message, nearest, reason_of, refusal

SUBJECTS = 8
"""People rendered by default (ours): with the protocols' five takes they resolve an FMR of 0.01."""

STANDARD_CLOTHES = "white-sweatshirt"

OWN_CLOTHES = {"clothes": "own", "helmet": True}
"""What people wear as strangers."""


@dataclass(frozen=True)
class RenderedScene:
    """A rendered picture in the cache: the origin of an image record."""

    recipe: SceneRecipe
    cache: SceneCache

    def load(self) -> NDArray[np.uint8]:
        """RGB `uint8 (h, w, 3)`, a crop around the person; rendered again if the cache lost it."""
        kept = self.cache.picture(self.recipe)
        if kept is not None:
            return kept
        return next(iter(render_many([self.recipe], workers=1, cache=self.cache))).image


@dataclass(frozen=True)
class _Role:
    role: Role
    condition: Condition
    recipe: SceneRecipe


def scene_set(
    protocol: Protocol,
    subjects: int,
    cache: SceneCache,
    progress: Callable[[int, int], None] | None = None,
    workers: int | None = None,
    first: int = 1,
    nodes: Executor | None = None,
) -> ImageSet:
    """The rendered pictures of a protocol.

    Everyone is rendered as the protocol says, `takes` pictures a condition, and, as a stranger, in
    clothes of their own plus helmet, one picture a condition and `takes` in the standard one.

    Args:
        protocol: it must have `scene:`.
        subjects: people, 1 or more.
        cache: where rendered pictures are kept.
        progress: told (pictures done, all).
        workers: processes; None uses all cores.
        first: identity of the first person; the others follow.
        nodes: of a cluster, which render; None: processes of this machine do.

    Raises:
        ProtocolError: a renderer parameter that is not known or out of range; groups by what the
            renderer does not draw.
    """
    check_conditions_differ(protocol)
    check_groups(protocol)
    roles = list(_roles(protocol, subjects, first))
    recipes = list(dict.fromkeys(role.recipe for role in roles))
    sizes = {recipe: cache.picture_size(recipe) for recipe in recipes}
    missing = [recipe for recipe, size in sizes.items() if size is None]
    done = len(recipes) - len(missing)
    scenes = render_many(missing, workers=workers, cache=cache, nodes=nodes)
    for count, (recipe, scene) in enumerate(zip(missing, scenes, strict=True), start=1):
        sizes[recipe] = scene.image.shape[:2]
        if progress:
            progress(done + count, len(recipes))
    first_shown = _first_shown(roles)
    records = [_record(protocol, r, cache, sizes[r.recipe], first_shown[r.recipe]) for r in roles]
    made = transformed(protocol, records)
    return ImageSet(protocol, "scene", made, alike="role", notes=transform_notes(protocol, made))


def scene_recipes(protocol: Protocol, subjects: int) -> list[SceneRecipe]:
    """Every picture a protocol asks the renderer for (see `scene_set`), without rendering."""
    check_conditions_differ(protocol)
    check_groups(protocol)
    return [role.recipe for role in _roles(protocol, subjects, 1)]


def recipe_count(protocols: Sequence[Protocol], subjects: int) -> int:
    """How many pictures these protocols ask the renderer for, each counted once.

    Conditions that a transform makes share their scenes, and so do protocols. Takes are counted,
    not listed.

    Raises:
        ProtocolError: a renderer parameter that is not known or out of range.
    """
    counts: dict[tuple[SceneRecipe, SceneRecipe], int] = {}
    outfits: tuple[dict[str, Any], ...] = ({}, OWN_CLOTHES)
    for protocol in protocols if subjects else ():
        for condition in protocol.conditions if protocol.scene is not None else ():
            for dressed in outfits:
                # Of two sessions the first take stands for one, the second for the other.
                first, second = (_shown(protocol, condition, 1, take, dressed) for take in (0, 1))
                all_takes = not dressed or condition == protocol.standard
                takes = protocol.takes if all_takes else 1
                counts[first, second] = max(counts.get((first, second), 0), takes)
    return subjects * sum(counts.values())


def check_conditions_differ(protocol: Protocol) -> None:
    """Refuse two conditions that ask the renderer for the same picture: nothing would be compared.

    Raises:
        ProtocolError: it names the two conditions, and the factor that changes no picture.
    """
    first: dict[str, Condition] = {}
    for condition in protocol.conditions:
        parameters = {"clothes": STANDARD_CLOTHES, **protocol.scene_parameters(condition)}
        recipe = _recipe(protocol, condition, parameters, identity=1, take=0)
        # A full turn more is the same view.
        view = replace(recipe, orientation=recipe.orientation % 360.0)
        shown = chain_in(protocol, condition).image_id(view.digest())
        if shown in first:
            raise same_pictures(protocol, first[shown], condition, "scene")
        first[shown] = condition


def check_groups(protocol: Protocol) -> None:
    """Refuse groups of rendered people by what the renderer does not know of them.

    Raises:
        ProtocolError: it names the nearest trait.
    """
    known = list(SceneRecipe(identity=1).traits)
    for name in protocol.groups:
        if name not in known:
            raise refusal(
                ProtocolError,
                Message("pictures-no-trait", {"name": repr(name)}),
                place=Message("place-protocol-part", {"name": protocol.name, "part": "groups"}),
                hint=nearest(name, known),
            )


def _roles(protocol: Protocol, subjects: int, first: int) -> Iterator[_Role]:
    for condition in protocol.conditions:
        standard = condition == protocol.standard
        for identity in range(first, first + subjects):
            for take in range(protocol.takes):
                recipe = _shown(protocol, condition, identity, take, {})
                yield _Role("subject", condition, recipe)
            for take in range(protocol.takes if standard else 1):
                recipe = _shown(protocol, condition, identity, take, OWN_CLOTHES)
                yield _Role("stranger", condition, recipe)


def _first_shown(roles: Sequence[_Role]) -> dict[SceneRecipe, Condition]:
    """The condition that a recipe is rendered for; others make their pictures from the same."""
    first: dict[SceneRecipe, Condition] = {}
    for role in roles:
        first.setdefault(role.recipe, role.condition)
    return first


def _shown(
    protocol: Protocol, condition: Condition, identity: int, take: int, dressed: dict[str, Any]
) -> SceneRecipe:
    """A person in a condition, in the session of the take."""
    parameters = protocol.scene_parameters(condition, protocol.session(take))
    worn = {"clothes": STANDARD_CLOTHES, **parameters, **dressed}
    return _recipe(protocol, condition, worn, identity=identity, take=take)


def _recipe(
    protocol: Protocol, condition: Condition, parameters: dict[str, Any], **person: int
) -> SceneRecipe:
    try:
        return SceneRecipe.from_dict({**parameters, **person})
    except ProbeError as error:
        where = "scene" if error.place in (None, "scene") else f"scene.{error.place}"
        raise refusal(
            ProtocolError,
            Message("pictures-in-recipe", {"where": where, "reason": reason_of(error)}),
            place=Message(
                "place-protocol-condition", {"name": protocol.name, "condition": condition.key}
            ),
            hint=error.hint,
        ) from None


def _record(
    protocol: Protocol,
    role: _Role,
    cache: SceneCache,
    size: tuple[int, int] | None,
    rendered_for: Condition,
) -> ImageRecord:
    recipe = role.recipe
    height, width = size or (0, 0)
    return ImageRecord(
        image_id=recipe.digest(),
        protocol=protocol.name,
        subject=f"p{recipe.identity:03d}",
        role=role.role,
        condition=role.condition.index,
        outfit=recipe.clothes,
        camera="",
        day=str(protocol.session(recipe.take)) if protocol.again is not None else "",
        take=str(recipe.take + 1),
        source=f"scene {role.role} {rendered_for.key} p{recipe.identity:03d} {recipe.take + 1}",
        origin=RenderedScene(recipe, cache),
        width=width,
        height=height,
        groups=tuple(recipe.traits[name] for name in protocol.groups),
    )
