"""A new article, laid down so that it passes the gate as it stands.

`python -m plugins.new_article --title "..."` makes a draft in the folder of this month with
today's date in Vietnam and an address that no other file has, and says what comes next.

Kind: a command. No attribute, no setting.
"""
