"""A server on this machine that shows the site while editors and engineers work on it.

`python -m plugins.preview` builds, serves, watches, builds again and reloads the open page,
below which it shows what the gate found.
Builds run in a process of their own, because Pelican and the plugins keep state: that
process is started anew when code or settings change, and forks for every build. This
package's own code is read once; start the preview again after changing it.

Kind: a command. No attribute, no setting.
"""
