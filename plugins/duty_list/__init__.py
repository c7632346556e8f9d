"""What the law asks of a site like this one, and which page or test answers it.

`duties.toml` holds one row for each demand: where it stands, how sure that is, when somebody
looked, and what satisfies it, or why it is waived. `make duties` holds the list against the
built site. None of it is legal advice; a change of the law is a change of the file.

Kind: a command. No attribute, no setting.
"""
