"""What differs in public: the address, and no drafts."""

import logging
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403  (Pelican's own way to extend settings)

# Without a public address nothing may claim one: canonical links, feeds and the site map
# are left out, and the gate says so.
SITEURL = os.environ.get("SITEURL", "")
FEED_DOMAIN = SITEURL
# Pelican's own words for that, in English and before the gate listens.
_NO_ADDRESS = "Feeds generated without SITEURL or FEED_DOMAIN set properly may not be valid"
LOG_FILTER = [(logging.WARNING, _NO_ADDRESS)]
DRAFT_SAVE_AS = ""
DRAFT_PAGE_SAVE_AS = ""
