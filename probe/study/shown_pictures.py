"""The small pictures that a run keeps for its report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from probe.contracts import Reporter
from probe.masking.variants import Variant
from probe.pictures.image_set import ImageRecord
from probe.pictures.kept_renditions import KeptRenditions
from probe.pictures.renditions import rendition
from probe.runs.paths import UNMASKED, picture_file
from probe.runs.writer import RunWriter
from probe.study.request import StudyRequest
from probe.wording import Message


@dataclass(frozen=True, eq=False)
class _Shown:
    """A picture as a report shows it."""

    record: ImageRecord
    variant: Variant
    is_rendered: bool
    pixelate_faces: bool

    @property
    def manner(self) -> str:
        """Text that changes whenever the rendition of one picture would."""
        return f"{self.variant.prepare_digest} {self.pixelate_faces}"

    def made(self) -> bytes:
        """Its rendition.

        Raises:
            PictureError: the picture can no longer be read.
        """
        picture = self.record.origin.load()
        if self.variant.prepare:
            picture = self.variant.prepare(self.record, picture)
        return rendition(picture, pixelate_faces=self.pixelate_faces)


def write_pictures(
    request: StudyRequest, variants: Sequence[Variant], writer: RunWriter, say: Reporter
) -> None:
    """Keep a small rendition of every picture, and of the subjects' in every mask variant.

    Those of rendered people are kept in the cache as well: the next run need not make them.

    Raises:
        PictureError: a picture can no longer be read.
    """
    wanted = {
        (r.image_id, variant.name): _Shown(
            r, variant, images.source == "scene", request.pixelate_faces
        )
        for variant in variants
        for images in variant.sets
        for r in images.records
        if variant.name == UNMASKED or r.role == "subject"
    }
    progress = say.progress(Message("progress-renditions"), "pictures")
    kept = KeptRenditions(request.cache_folder / "renditions")

    def rendition_of(shown: _Shown) -> bytes:
        if not shown.is_rendered:
            return shown.made()
        return kept.rendition(shown.record.image_id, shown.manner, shown.made)

    def made() -> Iterator[tuple[str, bytes]]:
        with ThreadPoolExecutor(max_workers=request.decoding_threads) as pool:
            renditions = pool.map(rendition_of, wanted.values())
            for done, (place, data) in enumerate(zip(wanted, renditions, strict=True), start=1):
                yield picture_file(*place), data
                progress(done, len(wanted))

    if wanted:
        writer.pictures(made())
    kept.trim()
