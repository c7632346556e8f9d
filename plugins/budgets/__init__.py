"""What the built site may weigh and must never do, as figures with limits.

`python -m plugins.budgets` prints them and fails when one is over. Fourteen kilobytes are
what a server sends before it waits for the first answer of the browser: an article within
them can be read after one round trip, on any line.

Kind: a command. No attribute, no setting.
"""
