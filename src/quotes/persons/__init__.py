"""Speakers of a whole corpus: who is one person across articles, and what the people file says of them.

    people_file.py   the people file, read: name, aliases, id, note
    across.py        names of different articles that mean one speaker
    settling.py      both applied to the occurrences of a corpus, and the rows of the next people file

Nothing here reads an article again: what the pipeline found in each one goes in, the same with other names comes out.
"""

from __future__ import annotations

from quotes.persons.people_file import PeopleFile, Person, read_people
from quotes.persons.settling import Settled, settled

__all__ = ["PeopleFile", "Person", "Settled", "read_people", "settled"]
