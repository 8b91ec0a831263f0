from probe.contracts import BackboneCard, WrappedModel


def test_it_stands_under_the_name_of_its_card():
    model = WrappedModel(BackboneCard("net", tag="mine"), lambda card, weights, runtime: None)
    assert (str(model), repr(model)) == ("net.mine", "<WrappedModel net.mine>")
    assert (model.modules, model.reason) == ((), None)
