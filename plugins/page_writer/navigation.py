"""The links of masthead and footer, the same on all pages: worked out once for a build."""

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment

_TEMPLATE = "_navigation.html"


def read_navigation(environment: Environment, values: Mapping[str, Any]) -> Mapping[str, object]:
    """What the template of the navigation sets, for all other templates.

    Pages depend on the links alone then, and not on all that the links are made from.

    Args:
        environment: Where templates are.
        values: What all templates may use.
    """
    module: Any = environment.get_template(_TEMPLATE).make_module(dict(values))
    navigation: Mapping[str, object] = module.navigation
    return navigation
