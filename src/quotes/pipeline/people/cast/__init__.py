"""The cast of an article: its mentions gathered into persons, organisations, works and places.

forms.py       the names of an article by their words, and of what sort each is
trimming.py    forms with words too many, cut back
aliases.py     two names of one person: "better known as"
couples.py     two with one surname, which one of them is given without: "Kev and Ann Lee"
homes.py       whose full name a short one stands for
long_names.py  which body, work or place it stands for
in_full.py     full names from places where the tagger sees none
gender.py      she or he
roles.py       what the article says that somebody is
kinds.py       what kind of body a name is: a paper, a band, a firm
statesmen.py   who held an office that the article takes for known
shown.py       by what name a figure is shown
entities.py    all of it: the figures
"""
