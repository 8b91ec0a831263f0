"""Names that a run is asked for."""

import pytest

from probe.errors import UsageError
from probe.runs.manifest import Manifest
from probe.runs.names import check_name, check_names


def test_a_name_that_is_not_there_names_the_nearest():
    check_name("part", "head", ["head", "feet"])
    with pytest.raises(UsageError, match=r"the run has no part 'haed'\n.*did you mean 'head'"):
        check_name("part", "haed", ["head", "feet"])
    with pytest.raises(UsageError, match=r"the run has no part 5\n.*valid names: feet, head"):
        check_name("part", 5, ["head", "feet"])


def test_every_name_given_is_looked_at():
    manifest = Manifest(status="complete", study="s", run="r", created="now")
    check_names(manifest, variant="unmasked")
    for names in ({"variant": "scene"}, {"backbone": None}, {"protocol": "turn"}):
        with pytest.raises(UsageError, match="the run has no"):
            check_names(manifest, **names)
