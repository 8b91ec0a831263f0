"""What a recipe's digest sees, and what its summary says in which language."""

import pytest

from probe.backbones._training.recipe_fault import RecipeError
from probe.backbones._training.recipe_file import load_recipe, shipped_recipes
from probe.wording import languages


def test_digest_ignores_the_summary_only(tiny):
    assert tiny(summary="other").digest() == tiny().digest()
    assert tiny(seed=4).digest() != tiny().digest()


def test_a_summary_is_a_text_or_one_for_each_language(tiny):
    alone, several = tiny(summary="a"), tiny(summary={"en": "b", "ja": "c"})
    assert [alone.summary_in(code) for code in ("en", "ja")] == ["a", "a"]
    assert [several.summary_in(code) for code in ("en", "ja", "zh")] == ["b", "c", "b"]
    assert several.digest() == alone.digest()


@pytest.mark.parametrize("summary", [3, {}, {"en": 3}])
def test_another_summary_is_refused(tiny, summary):
    with pytest.raises(RecipeError, match="a mapping of language codes to texts"):
        tiny(summary=summary)


@pytest.mark.parametrize("name", shipped_recipes())
def test_shipped_recipes_speak_every_language(name):
    assert set(load_recipe(name).summary) == set(languages())
