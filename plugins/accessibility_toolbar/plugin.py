"""Gives templates the choices of the toolbar."""

from typing import Any

from pelican import signals

from plugins.accessibility_toolbar.options import OPTIONS
from plugins.core.pelican import connect


def connect_receivers() -> None:
    """Connect the receiver of this feature."""
    connect(signals.generator_init, offer_options)


def offer_options(generator: Any) -> None:
    """On `generator_init`: all generators of one run share their context."""
    generator.context["accessibility_toolbar"] = OPTIONS
