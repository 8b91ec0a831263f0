"""Where a piece of work is done."""

import pytest

from probe.cluster.place import is_on_a_node, on_a_node


def test_work_for_another_machine_knows_it_as_long_as_it_lasts():
    assert not is_on_a_node()
    with on_a_node():
        assert is_on_a_node()
    with pytest.raises(LookupError), on_a_node():
        raise LookupError
    assert not is_on_a_node()
