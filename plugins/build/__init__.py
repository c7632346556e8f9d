"""`make html`: a build, or nothing at all where nothing has changed.

Before Pelican is even imported, everything that a build reads is hashed and the output is held
against the digests of the last build. Where both are the same, that build's report is given
again and no file is touched; in every other case Pelican does what it always does.

Kind: a command. No attribute, no setting.
"""
