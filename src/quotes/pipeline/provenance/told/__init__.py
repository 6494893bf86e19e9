"""To whom something was told: all that could be meant.

elsewhere.py   who is named and did not hear it: "who told the Tide in May"
platforms.py   where something was posted: "wrote on Instagram", "tweeted"
occasions.py   occasions that name who listens: "on Monday's episode of", "testifying before"
addressees.py  patterns that name an addressee: "told the Herald", "in an interview with"
listeners.py   all candidates for told_to, with what speaks for each
"""
