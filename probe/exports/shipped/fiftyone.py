"""FiftyOne: a data set of the run's small pictures, with what every model says of each."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from probe.errors import ExportError
from probe.exports.exporter import Exported, Exporter, tool_module
from probe.exports.figures import parameters
from probe.exports.pictures import ShownPicture, shown_pictures
from probe.files.atomic import write_bytes
from probe.runs.reading import Run
from probe.wording import Message, refusal

FOLDER = "fiftyone"
"""Where the pictures lie unless told otherwise, below the current folder."""

AT_ONCE = 1000
"""Samples that are handed over together."""

OTHER_CHARACTERS = re.compile(r"\W+", re.ASCII)
"""What names of fields may not hold."""


class FiftyoneExporter(Exporter):
    """A persistent data set: a sample a picture, with person, condition, vectors and scores."""

    places = Message("export-places-fiftyone")

    def export(self, run: Run, place: str) -> Exported:
        """The run as a data set of FiftyOne.

        Args:
            run: a finished run that keeps pictures.
            place: folder for the pictures; empty for `fiftyone` in the current one.

        Raises:
            ExportError: FiftyOne is not installed or does not start, the data set is there
                already, the run keeps no pictures, or there can be no such folder.
        """
        os.environ.setdefault("FIFTYONE_DO_NOT_TRACK", "true")  # read when it is imported
        if not run.picture_files:
            raise refusal(
                ExportError,
                Message("export-no-pictures"),
                place=run.path,
                hint=Message("export-with-pictures"),
            )
        fiftyone = tool_module("fiftyone", "fiftyone")
        name = f"{run.manifest.study} {run.manifest.run}"
        folder = Path(place or FOLDER).absolute() / run.manifest.run
        try:
            return self._exported(fiftyone, run, name, folder)
        except OSError as error:
            raise refusal(
                ExportError,
                Message("export-no-folder", {"detail": str(error.strerror)}),
                place=folder,
                hint=Message("export-place", {"name": "fiftyone", "places": self.places}),
            ) from None

    def _exported(self, fiftyone: Any, run: Run, name: str, folder: Path) -> Exported:
        if _is_there(fiftyone, name):
            raise refusal(
                ExportError,
                Message("export-is-there", {"run": run.manifest.run, "id": name}),
                place="FiftyOne",
                hint=Message("export-delete-data-set", {"name": name}),
            )
        folder.mkdir(parents=True, exist_ok=True)
        made = fiftyone.Dataset(name)
        try:
            _fill(fiftyone, made, run, folder)
            made.info = {model: parameters(run.manifest, model) for model in run.backbones}
            made.persistent = True
        except BaseException:
            made.delete()
            raise
        look = f"fiftyone app launch '{name}'"
        return Exported("fiftyone", str(folder), (name,), look, (made,))


def _is_there(fiftyone: Any, name: str) -> bool:
    """Whether there is such a data set; the first question that its database answers."""
    try:
        return bool(fiftyone.dataset_exists(name))
    except Exception as error:  # it has an exception for each way in which MongoDB fails
        said = str(error).strip().partition("\n")[0]
        raise refusal(
            ExportError,
            Message("export-refused", {"tool": "FiftyOne", "said": said}),
            hint=Message("export-own-mongodb"),
        ) from None


def _fill(fiftyone: Any, made: Any, run: Run, folder: Path) -> None:
    """Write the pictures and add a sample for each."""
    samples: list[Any] = []
    for number, picture in enumerate(shown_pictures(run)):
        small = run.picture(picture.image_id)
        if small is None:
            continue
        path = folder / f"{number:07d}.webp"
        write_bytes(path, small, durable=False)
        samples.append(_sample(fiftyone, picture, path))
        if len(samples) == AT_ONCE:
            made.add_samples(samples, progress=False)
            samples = []
    if samples:
        made.add_samples(samples, progress=False)


def _sample(fiftyone: Any, picture: ShownPicture, path: Path) -> Any:
    """A sample: labels to filter by, numbers to sort by, vectors to lay out."""
    label = fiftyone.Classification
    sample = fiftyone.Sample(filepath=str(path), tags=[picture.protocol])
    sample["ground_truth"] = label(label=picture.subject)
    sample["condition"] = label(label=picture.condition)
    sample["protocol"] = picture.protocol
    sample["image_id"] = picture.image_id
    for name, value in picture.facts.items():
        sample[field_name(name)] = value
    for model, scores in picture.scores.items():
        told = {"score": scores.mean, "missed": scores.missed, "embedding": scores.vector}
        for what, given in told.items():
            if given is not None:
                sample[field_name(f"{model}_{what}")] = given
    return sample


def field_name(name: str) -> str:
    """A name as FiftyOne takes it: letters, digits and `_`, a letter first."""
    plain = OTHER_CHARACTERS.sub("_", name).strip("_")
    return plain if plain[:1].isalpha() else f"field_{plain}"


spec = FiftyoneExporter()
