"""Random streams depend on their key and on nothing else."""

from probe.scenes.randomness import stream, word


def test_streams_do_not_depend_on_pythons_hash():
    assert word("pose", 7) == 4118118240
    assert stream("pose", 7).integers(1000) == stream("pose", 7).integers(1000)


def test_other_keys_give_other_streams():
    keys = [("a", 1), ("a", 2), ("b", 1), ("a", 1.0), ("a", "1")]
    assert len({word(*key) for key in keys}) == len(keys)
    assert len({stream(*key).integers(2**62) for key in keys}) == len(keys)
