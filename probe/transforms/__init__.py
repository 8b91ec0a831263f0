"""What happens to pictures outdoors, in physical units: blur, darkness, weather, codecs, framing.

`TRANSFORMS` holds them by name, `chain_of` makes of what a protocol says what changes its pictures.

What all of them share:

- **A person's height.** A crop is drawn around a person, so the height of the picture is taken for
  the height of the person, and that for `PERSON_CM`. Crops with a margin (rendered ones have 5 % on
  each side) are off by as much.
- **Light.** What happens before a sensor (blur, darkness, haze) happens to linear light, by the
  curve of sRGB (IEC 61966-2-1); what happens to files (JPEG) happens to the values.
- **Chance.** It is drawn from the picture's id and the transform's name: equal pictures get equal
  rain, at every level of it.
- **Nothing.** A transform at its neutral value is left out: the picture is the very same, with the
  same id, and vectors that are kept of it serve.
"""

from __future__ import annotations

from probe.transforms.chain import Chain, TransformError, chain_of
from probe.transforms.registry import TRANSFORMS
from probe.transforms.transform import Picture, Transform, TransformSpec

__all__ = [
    "TRANSFORMS",
    "Chain",
    "Picture",
    "Transform",
    "TransformError",
    "TransformSpec",
    "chain_of",
]
