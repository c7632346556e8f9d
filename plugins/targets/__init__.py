"""Other places for a release: a server that is reached by ssh.

`make send TO=ssh://user@host/srv/cong-tin` sends what is live here: unchanged files are linked
there, every byte is checked there, and only then the link is replaced there.

Kind: a command. No attribute, no setting.
"""
