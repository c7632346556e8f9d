"""Says articles aloud: the words that a voice says for everything that is written otherwise.

Why: browsers on plain computers have no Vietnamese voice, and every voice reads figures,
abbreviations and numbers of documents wrongly unless it is told what to say.
Kind: command. No value for templates, no setting.
"""
