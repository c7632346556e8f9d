"""What differs in public: the address, and no drafts."""

import logging
import os
import shlex
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403  (Pelican's own way to extend settings)
from plugins.budgets.release_check import check_budgets
from plugins.document_pdfs import DocumentPdfsSettings
from plugins.outgoing_links.release_check import check_hosts
from plugins.release_checks.checking import check_release

# Without a public address nothing may claim one: canonical links, feeds and the site map
# are left out, and the gate says so.
SITEURL = os.environ.get("SITEURL", "")
FEED_DOMAIN = SITEURL
# Pelican's own words for that, in English and before the gate listens.
_NO_ADDRESS = "Feeds generated without SITEURL or FEED_DOMAIN set properly may not be valid"
LOG_FILTER = [(logging.WARNING, _NO_ADDRESS)]
# A release without its PDFs would take away what readers had; SIGN_PDF is a command that signs.
DOCUMENT_PDFS = DocumentPdfsSettings(
    required=True, sign=tuple(shlex.split(os.environ.get("SIGN_PDF", "")))
)
DRAFT_SAVE_AS = ""
DRAFT_PAGE_SAVE_AS = ""

# What a built site has to pass before `make publish` shows it to anybody; what could run in a
# browser, and whether every wall against it stands, the gate of every build has looked at.
RELEASE_CHECKS = [check_release, check_budgets, check_hosts]
