"""The site that is being built: its folders, its address and the instant of the build."""

import copyreg
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from plugins.core.errors import ConfigError

Settings = TypeVar("Settings")


class Site(Struct, frozen=True, kw_only=True):
    """One build of one content folder.

    Attributes:
        content: The content folder, absolute.
        theme: The theme folder, absolute.
        store: Where what was made once is kept between builds: pictures, read articles.
        url: The public address without a trailing `/`; "" where nobody gave one.
        link_root: What every link begins with: `/`, or `/path/` for a site in a folder.
        built_at: The instant that decides what is already public. Printed on no page.
        settings: Pelican's settings, for `settings_for`.
        check_only: Whether only findings are wanted: nothing is rendered, encoded or applied.
        executor: Where jobs are done; see `core.executors`.
    """

    content: Path
    theme: Path
    store: Path
    url: str
    link_root: str
    built_at: datetime
    settings: Mapping[str, Any]
    check_only: bool = False
    executor: str = ""

    @property
    def sendable(self) -> "Site":
        """The same with those settings only that can be sent to another process."""
        plain = {name: value for name, value in self.settings.items() if _is_plain(value)}
        return replace(self, settings=plain)

    def settings_for(self, name: str, kind: type[Settings]) -> Settings:
        """The settings object of one feature, or its defaults.

        Raises:
            ConfigError: if the setting is not of the feature's own class.
        """
        value = self.settings.get(name)
        if value is None:
            return kind()
        if not isinstance(value, kind):
            message = f"{name} is a {type(value).__name__}: write {name} = {kind.__name__}(...)"
            raise ConfigError(message)
        return value


def _read_only(values: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(values)


# Settings of features hold such mappings; without this, Python sends none to another process.
copyreg.pickle(MappingProxyType, lambda mapping: (_read_only, (dict(mapping),)))


def _is_plain(value: object) -> bool:
    """Whether a setting is a plain value or the settings object of a feature, not code."""
    if isinstance(value, (list, tuple)):
        return all(map(_is_plain, value))
    if isinstance(value, dict):
        return all(map(_is_plain, value.values()))
    is_value = value is None or isinstance(value, (str, int, float))
    return is_value or isinstance(value, Struct)
