"""Names at their places: what the tagger gave, put right, and each name from where it begins to where it ends.

parts.py       the parts of a person's name, its normal form, and whether two can be one
given_names.py first names that tell a gender
runs.py        words with capitals and the runs that they form
tags.py        a name as it was tagged, and lists of them
tagged.py      the names that the tagger gave, put right, with those that sources give
beside.py      what names are by the words beside them
broken.py      names in parts, put together
bodies.py      bodies called by their kind: "the Altmere border service", "the Tories"
spelt_out.py   names whose initials stand in the article
introduced.py  first names that it missed
seats.py       where a body sits, before its name: "the Altmere-based company"
no_names.py    words with capitals that name nobody
attached.py    marks and numbers that are part of a name
forewords.py   words with capitals before a name that are no part of it
ends.py        where each begins and ends
mentions.py    all of it: the mentions of an article
"""
