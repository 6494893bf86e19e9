"""The decision: one `Speaker` an attribution, and nobody rather than somebody wrong.

told.py        who is told something and says nothing
asking.py      who only asks, hears or is spoken of, and to whom all turns
inside.py      who "I" and "she" are inside somebody's quotation
members.py     whose "the Green MP" is
nationals.py   who "the Spaniard" is
campaigns.py   which "the campaign" is
interviewee.py who answers in an interview
continuity.py  what a quotation takes up from what was before
unnamed.py     people without a name, and how they speak on
together.py    several who have just spoken together: "they", "the two"
sureness.py    how sure a speaker is, by the kind of evidence
inquiry.py     what is known while an article is decided, and how the ranker is asked
resolution.py  all of it: from a source to a speaker
afterwards.py  what only the whole article tells: repeated words, interviews
"""
