"""A frame of a video at a bit rate."""

from __future__ import annotations

from fractions import Fraction
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated, Any, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, model_validator

from probe.files.misfit import UnfitError
from probe.transforms.person import pixels
from probe.transforms.transform import Chance, Picture, Transform, TransformSpec
from probe.wording import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

FRAMES = 13
"""Frames that are encoded; the last one is seen (ours): half a second after a key frame."""

WALK_CM = 140.0
"""Way of a walking person in a second, in cm (Bohannon 1997)."""

LEAST_SIDE = 64
"""Pixels of the smallest frame that is encoded (ours; x265 takes no less than 32)."""

ENCODERS = {"h264": "libx264", "h265": "libx265"}
OPTIONS = {
    "h264": {"preset": "veryfast", "tune": "zerolatency", "threads": "1"},
    "h265": {"preset": "veryfast", "tune": "zerolatency"},
}
"""Settings of a live encoder: no frame waits for later ones."""

FINER = 10
"""Times that frames and bits a second are raised for the encoder: it counts in whole kbit/s, and a
crop gets few of them. Bits a frame stay."""

LEAST_BITS = 1000
"""A second of the least rate, and of the least buffer, that an encoder takes."""

Planes = NDArray[np.uint8]
"""YUV 4:2:0 `(3 h / 2, w)`."""


class Video(Transform):
    """The last of half a second of video in which the person walks in, encoded at a bit rate.

    Bits are spread evenly over the frame: the crop gets the share that its pixels have of the
    frame's. In a still scene a person gets more. The crop moves as a whole, at walking speed. Needs
    PyAV (`probe-reid[codec]`); the same version of it gives the same picture everywhere.

    Attributes:
        bit_rate: of the whole frame, in kbit/s: a camera of 1920 x 1080 pixels has 2,000 to 8,000.
        codec: `h264` (ITU-T H.264, x264) or `h265` (ITU-T H.265, x265).
        frame_width: of the camera, in pixels.
        frame_height: of the camera, in pixels; the crop is as many of them high as the picture.
        frames_per_second: of the camera.
    """

    bit_rate: Annotated[float, Field(ge=10, le=1_000_000)]
    codec: Literal["h264", "h265"] = "h264"
    frame_width: Annotated[int, Field(ge=16, le=16_384)] = 1920
    frame_height: Annotated[int, Field(ge=16, le=16_384)] = 1080
    frames_per_second: Annotated[int, Field(ge=1, le=240)] = 25

    @model_validator(mode="after")
    def _can_encode(self) -> Video:
        if find_spec("av") is None:
            raise UnfitError(
                Message("transform-needs-pyav", {"install": "pip install 'probe-reid[codec]'"})
            )
        return self

    def change(self, picture: Picture, chance: Chance) -> Picture:
        """The picture as the last frame shows it."""
        height, width = picture.shape[:2]
        last = _planes(_padded(picture))
        for packet in self._packets(picture):
            last = packet
        return _colours(last)[:height, :width]

    def _packets(self, picture: Picture) -> Iterator[Planes]:
        """Frames as the decoder gives them."""
        import av

        frames = [_planes(_padded(frame)) for frame in self._walk(picture)]
        encoder = self._encoder(*frames[0].shape)
        decoder: Any = av.CodecContext.create("hevc" if self.codec == "h265" else "h264", "r")
        decoder.thread_count = 1
        packets = [packet for number, frame in enumerate(frames)
                   for packet in encoder.encode(_frame(frame, number))]  # fmt: skip
        for packet in (*packets, *encoder.encode(None)):
            for frame in decoder.decode(packet):
                yield frame.to_ndarray()
        for frame in decoder.decode(None):
            yield frame.to_ndarray()

    def _encoder(self, rows: int, width: int) -> Any:
        import av

        height = rows * 2 // 3
        share = height * width / (self.frame_height * self.frame_width)
        bits = round(1000 * self.bit_rate * share)
        rate = max(LEAST_BITS, FINER * bits)
        encoder: Any = av.CodecContext.create(ENCODERS[self.codec], "w")
        encoder.width, encoder.height, encoder.pix_fmt = width, height, "yuv420p"
        encoder.framerate = Fraction(FINER * self.frames_per_second)
        encoder.time_base = Fraction(1, FINER * self.frames_per_second)
        encoder.bit_rate = rate
        encoder.gop_size = 2 * self.frames_per_second
        encoder.thread_count = 1
        limits = {"maxrate": str(rate), "bufsize": str(max(LEAST_BITS, bits))}
        further = {"x265-params": "log-level=none:pools=none:frame-threads=1:ctu=16:min-cu-size=8"}
        encoder.options = OPTIONS[self.codec] | limits | (further if self.codec == "h265" else {})
        return encoder

    def _walk(self, picture: Picture) -> Iterator[Picture]:
        """The crop moved aside less and less; its border is repeated."""
        step = round(pixels(WALK_CM / self.frames_per_second, picture.shape[0]))
        width = picture.shape[1]
        for left in reversed(range(FRAMES)):
            columns = np.clip(np.arange(width) - left * step, 0, width - 1)
            yield picture[:, columns]


def _padded(picture: Picture) -> Picture:
    """The picture with its border repeated to even sides of `LEAST_SIDE` at least."""
    more = [max(LEAST_SIDE, side + side % 2) - side for side in picture.shape[:2]]
    return np.pad(picture, ((0, more[0]), (0, more[1]), (0, 0)), "edge")


def _planes(picture: Picture) -> Planes:
    """YUV of a picture of even sides, chroma averaged over 2 x 2 pixels."""
    from PIL import Image

    height, width = picture.shape[:2]
    luma, *chroma = np.moveaxis(np.asarray(Image.fromarray(picture).convert("YCbCr")), 2, 0)
    small = [
        np.rint(one.reshape(height // 2, 2, width // 2, 2).mean((1, 3))).astype(np.uint8)
        for one in chroma
    ]
    return np.concatenate([luma, *(one.reshape(-1, width) for one in small)])


def _colours(planes: Planes) -> Picture:
    """The picture of YUV, chroma repeated."""
    from PIL import Image

    height, width = planes.shape[0] * 2 // 3, planes.shape[1]
    chroma = planes[height:].reshape(2, height // 2, width // 2).repeat(2, 1).repeat(2, 2)
    whole = np.stack([planes[:height], *chroma], axis=2)
    return np.asarray(Image.fromarray(whole, "YCbCr").convert("RGB"))


def _frame(planes: Planes, number: int) -> Any:
    import av

    frame: Any = av.VideoFrame.from_ndarray(planes, format="yuv420p")
    frame.pts = number
    return frame


spec = TransformSpec(Video, main="bit_rate")
