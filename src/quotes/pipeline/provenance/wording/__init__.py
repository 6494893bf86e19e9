"""The narrator's words, as patterns read them: what stands around a quotation, and the phrases in it.

narration.py   the narrator's words around a quotation, quoted words blotted out
keyed.py       patterns that are tried only on sentences that have one of their key words
audiences.py   hearers without a name: "a packed courtroom", "fans of the band"; what an addressee is
runs.py        where a run of capitalised words ends
heads.py       what a run of capitalised words names
phrases.py     the noun phrase behind such words: a name, a title
governors.py   the kind of verb or noun that governs a phrase
"""
