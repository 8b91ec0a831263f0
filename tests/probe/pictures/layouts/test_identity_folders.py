"""One folder a person: read as that only where no other layout is certain."""

import pytest

from probe.errors import PictureSourceError
from probe.pictures.data_sets import read_data


def test_every_folder_is_a_person_to_train_on(people):
    data = read_data(f"identity_folders={people}")
    assert (data.name, data.train.identities, len(data.query)) == ("identity_folders", 4, 0)


def test_a_folder_that_another_layout_recognises_is_refused(market):
    with pytest.raises(PictureSourceError, match="no folder of identity_folders") as caught:
        read_data(f"identity_folders={market}")
    assert "market_form" in caught.value.hint
