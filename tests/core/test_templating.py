"""The environment of our templates."""

import pytest
from jinja2 import DictLoader

from wijknetwerk.core.templating import environment

pytestmark = pytest.mark.once


def test_a_template_is_compiled_once_however_many_there_are() -> None:
    names = [str(number) for number in range(1000)]
    ours = environment(loader=DictLoader(dict.fromkeys(names, "")))
    first = [ours.get_template(name) for name in names]
    assert all(ours.get_template(name) is made for name, made in zip(names, first, strict=True))
