"""The samplers that ship, by the names that recipes use."""

from __future__ import annotations

from probe.backbones._training.samplers.one_set import OneSet
from probe.backbones._training.samplers.pairs import Pairs
from probe.backbones._training.samplers.people_times_pictures import PeopleTimesPictures
from probe.backbones._training.samplers.sampler import Sampler
from probe.backbones._training.samplers.shuffled import Shuffled
from probe.backbones._training.samplers.styled import Styled
from probe.backbones._training.samplers.together import Together

SAMPLERS: dict[str, type[Sampler]] = {
    "shuffled": Shuffled,
    "people_times_pictures": PeopleTimesPictures,
    "pairs": Pairs,
    "styled": Styled,
    "together": Together,
    "one_set": OneSet,
}
"""The samplers that ship, by kind."""
