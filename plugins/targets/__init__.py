"""Other places for a release: a server that is reached by ssh, or storage that speaks S3.

`make send TO=ssh://user@host/srv/cong-tin` sends what is live here: unchanged files are linked
there, every byte is checked there, and only then the link is replaced there. A store
(`TO=s3://bucket/folder`) has no links: there pages follow on what they load.

Kind: a command. No attribute, no setting.
"""
