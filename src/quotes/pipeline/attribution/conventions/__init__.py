"""What has rules, behind the network: marks, labels, headlines, and who only passes words on.

labels.py        labels before what is said: "LEE:"
marks.py         the conventions of quotation marks, from paragraph to paragraph
claims.py        attributions that rules make
turns.py         turns of printed conversations, `Q:` and `A:`
posts.py         posts with their signature
signatures.py    "…" — Ann Lee
headlines.py     headlines that say who says so
nested.py        words in marks inside other words
reported.py      words in marks inside reported speech
according.py     "Lind said, according to the Herald"
source_bounds.py where a source begins and ends
relays.py        "the Herald quoted Lind as saying"
quoting.py       "the Herald said, quoting Lind"
clauses.py       clauses inside that have a subject of their own
unsaid.py        what nobody says
"""
