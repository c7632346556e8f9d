"""Where editors list the sections of the site, and what they write of each."""

from plugins.core.toml_files import TomlForm, TomlKey

SECTIONS = "du-lieu/chuyen-muc.toml"
SECTION_FORM: TomlForm = {"section": (TomlKey("name", required=True), TomlKey("description"))}
