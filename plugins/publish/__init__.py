"""Publishing: a fresh folder for every release, and one symbolic link that says which is live.

`python -m plugins.publish` builds into a folder of its own; only a site that passed every
check becomes a release, and the link is then replaced in one step that no reader can see
half done. `--rollback` replaces it by the release before, without building anything.

Kind: a command. No attribute, no setting.
"""
