"""Whom the article has a quotation from: all that could be meant.

media.py       outlets that are cited without their name
works.py       works and papers by their titles: "in his book …"
quoting.py     who relays: "quoted Lee as saying"
citations.py   all candidates for cited_from: "the Herald reported"
"""
