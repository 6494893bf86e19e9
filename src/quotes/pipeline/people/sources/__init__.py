"""What a source phrase says: a name, several, a pronoun, a noun phrase, somebody unnamed, nothing.

phrase_ends.py where a source phrase ends, and the part of it that names
appositions.py a name beside what somebody is
joined.py      several who speak or wrote together
closing.py     a name or a role that closes a source phrase
authors.py     whose a document is that stands for its author
relative.py    whom "who" and "which" take up
rumours.py     words that go about, and are nobody's
reading.py     all of it: what a source phrase is
"""
