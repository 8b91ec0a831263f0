"""What `import probe` offers, and that each name is where the front door says."""

import importlib
import pickle

import pytest

import probe


def test_the_names_are_these_in_order():
    assert set(probe._PLACES) == set(probe.__all__) - {"__version__"}
    assert dir(probe) == sorted(probe.__all__)


@pytest.mark.parametrize("name", sorted(probe._PLACES))
def test_each_is_the_one_of_its_module(name):
    module = importlib.import_module(f"probe.{probe._PLACES[name]}")
    assert getattr(probe, name) is getattr(module, name)
    assert getattr(probe, name).__doc__


def test_every_error_of_the_package_is_offered():
    from probe import errors

    raised = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, errors.ProbeError)
    }
    assert raised <= set(probe.__all__)


def test_what_a_model_of_ones_own_is_made_of_is_offered():
    from probe import contracts

    kinds = (contracts.Backbone, contracts.PairScorer, contracts.Masker)
    parts = (contracts.BackboneCard, contracts.BackboneSpec, contracts.Runtime)
    made_of = {kind.__name__ for kind in (*kinds, *parts, contracts.VectorPart)}
    assert made_of <= set(probe.__all__)


def test_what_is_not_offered_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'probe' has no attribute 'rum'"):
        probe.rum  # noqa: B018


def test_run_and_evaluate_can_be_sent_to_other_processes():
    assert pickle.loads(pickle.dumps(probe.run)) is probe.run  # noqa: S301
