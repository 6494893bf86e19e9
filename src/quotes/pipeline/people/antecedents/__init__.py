"""Whom a pronoun or a noun phrase means: candidates near it, weighed.

standing.py    how each mention stands: in quoted words, as a subject, behind a preposition
echoes.py      pronouns by which the narrator keeps somebody in the mind
spoken.py      who has spoken so far
silent.py      whom none can mean
fitting.py     what is asked for, and how well a figure fits it
features.py    what speaks for a candidate
candidates.py  who may be meant, with what speaks for each
ranker.py      which of them it is, or nobody: weights fitted by `quotes.training.speakers` (`rankers.json`)
scorer.py      what the encoder sees in the source and in the candidates' names, weighed by a small network
choosing.py    ranker and antecedent scorer together
"""
