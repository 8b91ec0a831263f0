"""The samplers that ship, by the names that recipes use."""

from typing import get_args

from probe.backbones._training.samplers.sampler import Sampler
from probe.backbones._training.samplers.shipped import SAMPLERS


def test_every_sampler_goes_by_its_own_kind():
    for name, sampler in SAMPLERS.items():
        assert issubclass(sampler, Sampler)
        assert get_args(sampler.model_fields["kind"].annotation) == (name,)


def test_no_sampler_stands_under_two_names():
    assert len(set(SAMPLERS.values())) == len(SAMPLERS)
    assert "shuffled" in SAMPLERS


def test_every_sampler_of_the_package_ships():
    written = {
        kind for kind in Sampler.__subclasses__() if "._training.samplers." in kind.__module__
    }
    assert written == set(SAMPLERS.values())
