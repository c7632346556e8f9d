"""Publishing: a fresh folder for every release, and one symbolic link that says which is live.

A release is the site, a manifest of every byte of it, and perhaps a signature. Only a site
that passed every check becomes one, and the link is then replaced in one step that no reader
can see half done. Going back replaces the link and needs nothing else: no build, no network.

Kind: a command (`make publish`, `releases`, `rollback`, `verify`, `freeze`, `thaw`). No
attribute, no setting; see its README, in Vietnamese, for whoever runs the server.
"""
