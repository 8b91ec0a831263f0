"""Pages are made in one way: values escaped, names that are not given refused."""

import pytest
from jinja2 import UndefinedError

from probe.reports.environment import page_environment

TEMPLATES = {"page": "{% if shown %}\n<b>{{ name }}</b>\n{% endif %}\n"}


def test_values_are_escaped_and_blocks_leave_no_lines():
    page = page_environment(TEMPLATES.__getitem__).get_template("page")
    assert page.render(shown=True, name="<i>&") == "<b>&lt;i&gt;&amp;</b>\n"


def test_a_name_that_is_not_given_is_refused():
    with pytest.raises(UndefinedError, match="name"):
        page_environment(TEMPLATES.__getitem__).get_template("page").render(shown=True)
