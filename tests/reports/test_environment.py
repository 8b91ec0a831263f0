"""Pages are made in one way: values escaped, names that are not given refused."""

import pytest
from jinja2 import UndefinedError

from probe.reports.environment import KeptTemplates, page_environment

TEMPLATES = {"page": "{% if shown %}\n<b>{{ name }}</b>\n{% endif %}\n"}


def test_values_are_escaped_and_blocks_leave_no_lines():
    page = page_environment(TEMPLATES.__getitem__).get_template("page")
    assert page.render(shown=True, name="<i>&") == "<b>&lt;i&gt;&amp;</b>\n"


def test_a_name_that_is_not_given_is_refused():
    with pytest.raises(UndefinedError, match="name"):
        page_environment(TEMPLATES.__getitem__).get_template("page").render(shown=True)


def test_a_compiled_template_is_kept_and_a_changed_one_is_compiled(tmp_path):
    def rendered(text):
        environment = page_environment({"page": text}.__getitem__)
        environment.bytecode_cache = KeptTemplates(str(tmp_path))
        compiled = []
        compile_anew = environment.compile
        environment.compile = lambda *args, **kwargs: (
            compiled.append(args) or compile_anew(*args, **kwargs)
        )
        return environment.get_template("page").render(), len(compiled)

    assert rendered("<b>{{ 1 }}</b>") == ("<b>1</b>", 1)
    assert rendered("<b>{{ 1 }}</b>") == ("<b>1</b>", 0)
    assert rendered("<i>{{ 1 }}</i>") == ("<i>1</i>", 1)


@pytest.mark.parametrize("damage", [lambda kept: kept[:-9], lambda kept: kept[:20] + b"?" * 99])
def test_damaged_kept_code_is_compiled_anew(tmp_path, damage):
    for _ in range(2):
        environment = page_environment(TEMPLATES.__getitem__)
        environment.bytecode_cache = KeptTemplates(str(tmp_path))
        page = environment.get_template("page")
        assert page.render(shown=True, name="A") == "<b>A</b>\n"
        (kept,) = tmp_path.iterdir()
        kept.write_bytes(damage(kept.read_bytes()))


def test_a_folder_that_takes_nothing_stops_no_page(tmp_path):
    environment = page_environment(TEMPLATES.__getitem__)
    environment.bytecode_cache = KeptTemplates(str(tmp_path / "nowhere"))
    page = environment.get_template("page")
    assert page.render(shown=True, name="A") == "<b>A</b>\n"
