"""The last look at a built site before it goes live: every file, as readers would get it.

Links and places resolve, nothing secret lies there, pages, feeds, site map and JSON are well
formed, nothing has lost its address, and the whole has about the size that it had before.

Kind: a command (`make release-check`), and a check of `RELEASE_CHECKS`. No attribute.
"""
