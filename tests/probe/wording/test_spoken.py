"""The language that is spoken where none is named."""

from threading import Thread

import pytest

from probe.errors import UsageError
from probe.wording import speaking, spoken_language, wording_of


def test_it_is_english_and_another_within_a_block():
    assert spoken_language() == "en"
    with speaking("ja"):
        assert wording_of().language == "ja"
        with speaking("zh"):
            assert wording_of().language == "zh"
        assert wording_of().language == "ja"
        assert wording_of("en").language == "en"
    assert wording_of().language == "en"


def test_threads_speak_the_language_of_their_command():
    heard = []
    with speaking("ja"):
        thread = Thread(target=lambda: heard.append(spoken_language()))
        thread.start()
        thread.join()
    assert heard == ["ja"]


def test_an_error_ends_the_block_like_its_end():
    with pytest.raises(ValueError, match="stop"), speaking("ja"):
        raise ValueError("stop")
    assert spoken_language() == "en"


def test_what_nobody_has_words_for_is_refused():
    with speaking("xx"), pytest.raises(UsageError, match="no words"):
        wording_of()
