"""Where the pictures of a protocol come from: a folder of photographs, or the renderer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from probe.cluster import Executor
from probe.contracts import Reporter
from probe.errors import UsageError
from probe.pictures.image_set import ImageSet
from probe.pictures.photographs import photo_set
from probe.protocol.model import Protocol
from probe.stores import local_folder
from probe.wording import Message, refusal, stored_message

SCENES_LIMIT = 4 * 1024**3
"""Bytes of rendered pictures that are kept: 4 GiB (our choice, as of vectors)."""

FAILURES_TOLD = 3
"""Pictures that cannot be used are told one by one up to so many, then counted (ours: the run holds
all of them)."""


@dataclass(frozen=True)
class PictureSource:
    """Photographs of a folder, or rendered people.

    Attributes:
        photos: folder of photographs, here or the address of one in a store; None: people are
            rendered.
        subjects: people to render; None: as many as are rendered by default.
        cache: the cache folder, in which rendered pictures are kept.
        workers: processes that render; None uses all cores.
        threads: threads that decode photographs.
        first: identity of the first rendered person.
        nodes: of a cluster, which render; None: processes of this machine do.
    """

    photos: str | Path | None
    subjects: int | None
    cache: Path
    workers: int | None
    threads: int
    first: int = 1
    nodes: Executor | None = None

    def brought(self, say: Reporter) -> PictureSource:
        """The same source with its photographs on this machine.

        Raises:
            ProbeError: see `probe.stores.local_folder`.
        """
        if self.photos is None:
            return self
        return replace(self, photos=local_folder(self.photos, say, self.cache))

    def acquire(self, protocol: Protocol, say: Reporter) -> ImageSet:
        """The pictures of a protocol, `brought` to this machine; what cannot be used is told.

        Raises:
            UsageError: the protocol takes photographs, and no folder is named.
            ProbeError: the pictures are not those that the protocol asks for.
        """
        images = self._images(protocol, say)
        for failure in images.failures[:FAILURES_TOLD]:
            values = {"picture": failure.picture, "reason": stored_message(failure.reason)}
            say.step(Message("cli-images-failure", values))
        if (more := len(images.failures) - FAILURES_TOLD) > 0:
            say.step(Message("cli-images-more-failures", {"more": more}))
        for note in images.notes:
            say.step(note)
        return images

    def _images(self, protocol: Protocol, say: Reporter) -> ImageSet:
        if self.photos is not None:
            progress = say.progress(
                Message("progress-photographs", {"protocol": protocol.name}), "pictures"
            )
            return photo_set(protocol, Path(self.photos), progress, self.threads)
        if protocol.scene is None:
            raise refusal(
                UsageError,
                Message("pictures-takes-photographs", {"protocol": repr(protocol.name)}),
                hint=Message("pictures-photos-option"),
            )
        return self._rendered(protocol, say)

    def _rendered(self, protocol: Protocol, say: Reporter) -> ImageSet:
        from probe.pictures.rendered import SUBJECTS, scene_set
        from probe.scenes import SceneCache

        cache = SceneCache(self.cache / "scenes", limit_bytes=SCENES_LIMIT)
        progress = say.progress(Message("progress-people", {"protocol": protocol.name}), "pictures")
        people = self.subjects or SUBJECTS
        return scene_set(protocol, people, cache, progress, self.workers, self.first, self.nodes)
