"""The card of an exported detector: what its network takes, and what its numbers mean."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from probe.errors import DetectorError
from probe.files.misfit import misfit_hint, misfit_text
from probe.files.strict_yaml import load_yaml
from probe.wording import Message, refusal, wording_of

Side = Annotated[int, Field(ge=16, le=4096)]
Share = Annotated[float, Field(ge=0, le=1)]
Positive = Annotated[float, Field(gt=0)]

_HINT = Message("detectors-cards-to-copy")


class DetectorCard(BaseModel):
    """What must be known of an exported detector.

    Attributes:
        weights: the ONNX file, from the card's folder.
        input_size: (height, width) of what the network takes.
        fit: how a frame is brought to it: `letterbox` in the middle, `corner` at the upper left,
            or `stretch`.
        fill: grey value around a letterboxed frame, 0 to 255.
        channels: their order in the network.
        pixels: the largest value that the network takes, 1 or 255.
        mean: taken from the pixels, in these units.
        std: what they are then divided by.
        head: `yolo`: one output with a row a box: four numbers, the objectness where it has one,
            and a score a class; either axis may come first. `detr`: an output of boxes and one of
            class scores. `boxes`: outputs of boxes, of their scores and of their classes, NMS done.
        output: name of the output of `yolo`; left out where there is only one.
        boxes: name of the output of boxes.
        scores: name of the output of scores.
        classes: name of the output of classes.
        box: what the four numbers are: `centre` (x, y, width, height), `sides` (left, top, width,
            height), `corners` (left, top, right, bottom).
        unit: of the four numbers: pixels of the network's picture, or shares of its sides.
        objectness: whether a row of `yolo` has one.
        activation: what makes scores of the network's numbers.
        person: number of the class of people, counted from 0.
        nms: IoU above which the surer of two boxes stays; null where the network needs none.
        least_score: boxes below it are not looked at.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    weights: str
    input_size: tuple[Side, Side]
    fit: Literal["letterbox", "corner", "stretch"]
    fill: Annotated[int, Field(ge=0, le=255)] = 114
    channels: Literal["RGB", "BGR"] = "RGB"
    pixels: Literal[1, 255] = 1
    mean: tuple[float, float, float] = (0.0, 0.0, 0.0)
    std: tuple[Positive, Positive, Positive] = (1.0, 1.0, 1.0)
    head: Literal["yolo", "detr", "boxes"]
    output: str = ""
    boxes: str = ""
    scores: str = ""
    classes: str = ""
    box: Literal["centre", "sides", "corners"]
    unit: Literal["pixels", "shares"]
    objectness: bool = False
    activation: Literal["none", "sigmoid", "softmax"] = "none"
    person: Annotated[int, Field(ge=0)]
    nms: Share | None
    least_score: Share = 0.05

    @model_validator(mode="after")
    def _names_its_outputs(self) -> DetectorCard:
        needed = {"yolo": (), "detr": ("boxes", "scores"), "boxes": ("boxes", "scores", "classes")}
        for name in needed[self.head]:
            if not getattr(self, name):
                raise ValueError(
                    wording_of().text("detectors-head-needs", head=self.head, output=name)
                )
        if self.objectness and self.head != "yolo":
            raise ValueError(wording_of().text("detectors-only-yolo"))
        if self.activation == "softmax" and self.head != "detr":
            raise ValueError(wording_of().text("detectors-only-detr"))
        return self

    @property
    def outputs(self) -> tuple[str, ...]:
        """Names of the outputs that are looked at; of `yolo` none may be named."""
        names = {
            "yolo": (self.output,),
            "detr": (self.boxes, self.scores),
            "boxes": (self.boxes, self.scores, self.classes),
        }
        return tuple(filter(None, names[self.head]))


def read_card(path: Path) -> DetectorCard:
    """Read a card.

    Raises:
        YamlError: it is no YAML.
        DetectorError: a key is missing, unknown, or has a value that does not fit.
    """
    file = load_yaml(path)
    try:
        return DetectorCard.model_validate(file.data)
    except ValidationError as error:
        first = error.errors()[0]
        where = tuple(first["loc"])
        message = misfit_text(first, ".".join(map(str, where)) or "the card")
        hint = misfit_hint(first, DetectorCard.model_fields) or _HINT
        misfit = Message("detectors-card-misfit", {"misfit": message})
        raise refusal(DetectorError, misfit, place=file.place(where), hint=hint) from None
