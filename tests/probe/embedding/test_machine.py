"""What must be alike on two machines."""

import numpy as np

from probe.embedding.machine import this_machine


def test_a_machine_is_told_by_versions_code_and_processor():
    machine = this_machine()
    assert machine == this_machine()
    assert machine["numpy"] == np.__version__
    assert len(machine["source of probe"]) == 16
    assert machine["CPU"]
