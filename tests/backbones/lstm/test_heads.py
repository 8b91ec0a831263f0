"""Heads: what HHL's optimiser leaves out, and how they begin."""

import torch

from probe.backbones.lstm.heads import Heads, HeadSizes

SIZES = HeadSizes(features=12, embedding=6, dropout=0.5, classes=4)


def test_hhls_optimiser_has_no_group_for_feat_feat_bn_and_triplet(shape):
    heads = Heads(shape(local="none", pooling="average"), SIZES)
    left_out = {id(parameter) for parameter in heads.without_optimiser()}
    names = {name for name, value in heads.named_parameters() if id(value) in left_out}
    layers = ("feat", "feat_bn", "triplet")
    assert names == {f"whole.{layer}.{kind}" for layer in layers for kind in ("weight", "bias")}


def test_layers_begin_as_hhls(shape):
    torch.manual_seed(0)
    heads = Heads(shape(local="lstm"), HeadSizes(200, 100, 0.5, 150))
    for head in (heads.whole, heads.local):
        assert 0.0009 < float(head.classifier.weight.detach().std()) < 0.0011
        assert 0.0009 < float(head.triplet.weight.detach().std()) < 0.0011
        assert float(head.feat.bias.detach().abs().max()) == 0


def test_the_embedding_is_taken_before_dropout(shape):
    head = Heads(shape(local="none"), SIZES).whole.train()
    x = torch.randn(64, 8)
    with torch.no_grad():
        first, second = head.outputs(x), head.outputs(x)
    assert torch.equal(first.embedding, second.embedding)
    assert not torch.equal(first.logits, second.logits)


def test_outputs_are_cut_by_counts(shape):
    heads = Heads(shape(local="independent"), SIZES)
    (output, *_, last) = heads.outputs(torch.randn(5, 8), torch.randn(5, 3, 10))
    parts = last.split([2, 3])
    assert [len(part.logits) for part in parts] == [2, 3]
    assert {part.weight for part in parts} == {1 / 3}
    torch.testing.assert_close(torch.cat([part.embedding for part in parts]), last.embedding)
    assert output.weight == 1
