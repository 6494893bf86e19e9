"""Names in sources that the tagger sees in part or not at all, namesakes, and roles: one case for each class."""

from __future__ import annotations

import pytest
from people_docs import doc_of

from quotes.pipeline.people import People, clean
from quotes.pipeline.people.lexicon import kindred

NAMES = {
    "a firm of three words, tagged in part": (
        "{“No,”} <said> (British Example Trust).",
        {"Example Trust": "ORG"},
        "British Example Trust",
    ),
    "a name that the tagger passes over, behind a role": (
        "(Acme executive vice president of marketing Ann Lee) <said> {no}.",
        {"Acme": "ORG"},
        "Ann Lee",
    ),
    "an associate of somebody": (
        "(A close associate of former boss Tom Berg) <said> {no}.",
        {"Tom Berg": "PERSON"},
        "",
    ),
    "letters behind a name behind what he is": (
        "(The chairman of the Harbour Council, Tom Berg QC) <said> {no}.",
        {"Tom Berg": "PERSON", "Harbour Council": "ORG"},
        "Tom Berg",
    ),
    "a firm behind an office of another": (
        "(The chairman of rival Ann Summers) <said> {no}.",
        {"Ann Summers": "PERSON"},
        "",
    ),
    "no name behind a role": ("(The head of the Harbour Board) <said> {no}.", {}, ""),
    "the place whose it is": (
        "(Altmere's Acme Group) <said> {no}.",
        {"Altmere": "GPE", "Acme Group": "ORG"},
        "Acme Group",
    ),
    "where it sits": (
        "(Port Oxbay-based Tide Watch) <said> {no}.",
        {"Port Oxbay": "GPE", "Tide Watch": "ORG"},
        "Tide Watch",
    ),
    "a title with a hyphen": ("(Secretary-General Ann Lee) <said> {no}.", {"Ann Lee": "PERSON"}, "Ann Lee"),
    "a firm with of, not tagged": ("(The Museum of Tides) <said> {no}.", {}, "Museum of Tides"),
    "an acronym, not tagged": ("Ann Lee left. (WHO) <said> {no}.", {"Ann Lee": "PERSON"}, "WHO"),
    "a name with an initial, tagged in part": ("{“No,”} <said> (Osk B. Lee).", {"Lee": "PERSON"}, "Osk B. Lee"),
    "a firm with &": ("(Hallam & Birch) <said> {no}.", {"Hallam": "PERSON", "Birch": "ORG"}, "Hallam & Birch"),
    "an opener before the name": (
        "Clarifying (Acme Tide Games) <said> {no}.",
        {"Clarifying Acme Tide Games": "ORG"},
        "Acme Tide Games",
    ),
    "a role of several words between firm and name": (
        "(Tideland State Board of Works chairman Ann Lee) <said> {no}.",
        {"Tideland State Board": "ORG", "Ann Lee": "PERSON"},
        "Ann Lee",
    ),
    "an organisation with a common noun": (
        "Tass Wire grew. (The official Tass Wire news agency) <said> {no}.",
        {"Tass Wire": "ORG"},
        "Tass Wire",
    ),
    "an employer behind the name": (
        "{“No,”} <said> (Ann Lee, an analyst at Pell & Marsh).",
        {"Ann Lee": "PERSON", "Pell": "ORG", "Marsh": "ORG"},
        "Ann Lee",
    ),
    "a home town behind the name": (
        "{“No,”} <said> (Ann Lee, a native of Oxbay, Tideland).",
        {"Ann Lee": "PERSON", "Oxbay": "GPE", "Tideland": "GPE"},
        "Ann Lee",
    ),
    "letters behind the name": ("(Ann Lee KC) <said> {no}.", {"Ann Lee": "PERSON"}, "Ann Lee"),
    "an office, not a name": (
        "Tom Berg, MP for Oxbay, won. (The Oxbay MP) <said> {no}.",
        {"Tom Berg": "PERSON", "Oxbay": "GPE"},
        "Tom Berg",
    ),
    "a nickname that is a role": (
        "Brian 'Head' Quill left. (Quill) <said> {no}.",
        {"Brian 'Head' Quill": "PERSON", "Quill": "PERSON"},
        "Brian 'Head' Quill",
    ),
    "a name in a headline": (
        "Osk Turner Leaves Home at Last\n\n(Osk) <said> {no}.",
        {"Osk Turner": "PERSON", "Osk": "PERSON"},
        "Osk Turner",
    ),
    "a source that breaks off in a name": (
        "Eliza Quill-Cossio won. (Eliza Quill-Cos)sio <said> {no}.",
        {"Eliza Quill-Cossio": "PERSON"},
        "Eliza Quill-Cossio",
    ),
    "a namesake named only later": (
        "Ann Lee won. (Lee) <said> {no}. Team: V Lee, Tom Berg.",
        {"Ann Lee": "PERSON", "V Lee": "PERSON", "Lee": "PERSON", "Tom Berg": "PERSON"},
        "Ann Lee",
    ),
    "a namesake long ago": (
        "Ann Lee won.\n\nAcme paid.\n\nTom Berg lost.\n\nOxbay slept. Ida Quill wept.\n\nBo Lee sang. Bo Lee bowed. "
        "(Lee) <said> {no}.",
        {
            "Ann Lee": "PERSON",
            "Bo Lee": "PERSON",
            "Lee": "PERSON",
            "Acme": "ORG",
            "Tom Berg": "PERSON",
            "Ida Quill": "PERSON",
            "Oxbay": "GPE",
        },
        "Bo Lee",
    ),
    "a place and a body, tagged apart": (
        "(The Oxbay Zoo) <said> {no}.",
        {"Oxbay": "GPE", "Zoo": "ORG"},
        "Oxbay Zoo",
    ),
    "a body and what it is for, tagged apart": (
        "The Commission on Public Debates met. (The commission) <said> {no}.",
        {"Commission": "ORG", "Public Debates": "ORG"},
        "Commission on Public Debates",
    ),
    "a body with a role in its name": (
        "(The Tideland County Sheriff’s Office) <said> {no}.",
        {"Tideland County": "GPE", "Office": "ORG"},
        "Tideland County Sheriff’s Office",
    ),
    "initials explained in brackets": (
        "A leaflet of People for the Kind Treatment of Animals [[PKTA]] was sold. (PKTA) <said> {no}.",
        {"People": "ORG", "Kind Treatment": "WORK_OF_ART", "of Animals": "ORG", "PKTA": "ORG"},
        "People for the Kind Treatment of Animals",
    ),
    "a firm with and": (
        "{“No,”} <said> (Oxbay-Pell Copper and Tin Inc.).",
        {"Oxbay-Pell": "PERSON", "Copper": "ORG", "Tin Inc.": "ORG"},
        "Oxbay-Pell Copper and Tin Inc.",
    ),
    "a nickname behind initials": (
        'J.T. "Bo" Quill won. (Quill) <said> {no}.',
        {"J.T.": "PERSON", "Quill": "PERSON"},
        'J.T. "Bo" Quill',
    ),
    "a surname taken for a firm": ("(Wendy Pell) <said> {no}.", {"Wendy": "PERSON", "Pell": "ORG"}, "Wendy Pell"),
    "a name of four words, tagged apart": (
        "(Osk Ban Suu Quill) <said> {no}.",
        {"Osk Ban": "PERSON", "Suu Quill": "PERSON"},
        "Osk Ban Suu Quill",
    ),
    "what somebody is, glued to the name": (
        "{“No,”} <said> (Backbencher Ann Lee).",
        {"Backbencher Ann Lee": "PERSON"},
        "Ann Lee",
    ),
    "where somebody was born, glued to the name": (
        "Ann Lee won. (The Oxbay-born Lee) <said> {no}.",
        {"Ann Lee": "PERSON", "Oxbay-born Lee": "PERSON"},
        "Ann Lee",
    ),
    "a prince": ("(Prince Aldric) <said> {no}.", {"Aldric": "PERSON"}, "Prince Aldric"),
    "a role behind a work with a preposition in its name": (
        "Ann Lee sang.\n\n{“No,”} <said> (the Large Life With the Hallorans star, 18).",
        {"Ann Lee": "PERSON", "Large Life": "WORK_OF_ART", "Hallorans": "PERSON"},
        "Ann Lee",
    ),
    "a person behind a body that is named by a role": (
        "{“No,”} <said> (former Dairy Growers of Oxbay president Ann Lee).",
        {"Dairy Growers": "PERSON", "Oxbay": "GPE", "Ann Lee": "PERSON"},
        "Ann Lee",
    ),
    "whoever speaks on something": (
        "(Reform Union spokeswoman for women Ann Lee) <said> {no}.",
        {"Reform Union": "ORG", "Ann Lee": "PERSON"},
        "Ann Lee",
    ),
    "whoever speaks for somebody": (
        "Ann Lee left. (A spokeswoman for singer Ann Lee) <said> {no}.",
        {"Ann Lee": "PERSON"},
        "",
    ),
    "a home behind the name that closes": (
        "(The chairman of the party, Ambassador Ann Lee of Oxbay), <said> {no}.",
        {"Ann Lee": "PERSON", "Oxbay": "GPE"},
        "Ann Lee",
    ),
    "a surname that is a month": (
        "Brian May sang. (May) <said> {no}.",
        {"Brian May": "PERSON", "May": "DATE"},
        "Brian May",
    ),
    "a person’s initials": (
        "Osk Gun Quill sang. (OGQ) <said> {no}.",
        {"Osk Gun Quill": "PERSON", "OGQ": "PERSON"},
        "Osk Gun Quill",
    ),
    "initials that are a body’s": (
        "Nora Hale Sloane left. (NHS) <said> {no}.",
        {"Nora Hale Sloane": "PERSON", "NHS": "ORG"},
        "NHS",
    ),
    "initials before the name": (
        "{“No,”} (OGQ) <said>. Osk Gun Quill sang.",
        {"Osk Gun Quill": "PERSON", "OGQ": "PERSON"},
        "OGQ",
    ),
    "scientists are no group": (
        "Ask scientists Ann Lee of Oxbay and Tom Berg of Pell. {“No,”} (the group) <said>.",
        {"Oxbay": "GPE", "Ann Lee": "PERSON", "Tom Berg": "PERSON", "Pell": "GPE"},
        "",
    ),
    "the head of a body that has its own": (
        "Governor Ann Lee won. {“No,”} (the Bank of the North governor) <said>.",
        {"Ann Lee": "PERSON"},
        "",
    ),
    "the head of a body": (
        "Ann Lee, governor of the Bank of the North, met Tom Berg. {“No,”} (the Bank of the North governor) <said>.",
        {"Ann Lee": "PERSON", "Tom Berg": "PERSON"},
        "Ann Lee",
    ),
    "where somebody is from, glued to a name": (
        "American Robby Osk won. (Osk) <said> {no}.",
        {"American Robby Osk": "PERSON", "Osk": "PERSON"},
        "Robby Osk",
    ),
    "a noun that opens a sentence": (
        "Budget airlines lost. Airlines met. (Airlines) <said> {no}.",
        {"Airlines": "ORG"},
        "",
    ),
    "somebody from somewhere": (
        "{“No,”} <said> (a 57-year-old Oxbayer), who left.",
        {"Oxbayer": "PERSON"},
        "",
    ),
    "a surname that comes first": (
        "Minister Li Tiewei won. (Li) <said> {no}.",
        {"Li Tiewei": "ORG", "Li": "PERSON"},
        "Li Tiewei",
    ),
    "a surname of two words that is a place too": (
        "Sara San Pell won. (San Pell) <said> {no}.",
        {"Sara San Pell": "PERSON", "San Pell": "GPE"},
        "Sara San Pell",
    ),
    "a band with small words in its name": (
        "Tom Berg, frontman of Tide of a Town, won. {“No,”} (the Tide of a Town frontman) <said>.",
        {"Tom Berg": "PERSON", "Tide of a Town": "ORG", "Tide": "ORG"},
        "Tom Berg",
    ),
    "a first name that the tagger does not see": (
        "The mill’s Mark Oskman left. (Oskman) <said> {no}.",
        {"Oskman": "PERSON"},
        "Mark Oskman",
    ),
    "a first name that nobody knows": (
        "The minister Ans Oskman left. (Oskman) <said> {no}.",
        {"Oskman": "PERSON"},
        "Ans Oskman",
    ),
    "a first name that the tagger gives to another": (
        "{“No,”} (the ambassador to the UN Linda Thomas-Pell) <said>.",
        {"UN Linda": "ORG", "Thomas-Pell": "PERSON"},
        "Linda Thomas-Pell",
    ),
    "no first name: what somebody is": (
        "Yesterday Mayor Oskman left. (Oskman) <said> {no}.",
        {"Oskman": "PERSON"},
        "Oskman",
    ),
    "no first name: a day": ("The club met on Monday Oskman. (Oskman) <said> {no}.", {"Oskman": "PERSON"}, "Oskman"),
    "a first name that is a small word elsewhere": (
        "{“No,”} (guitarist Per Osk) <said>.",
        {"Per Osk": "PERSON"},
        "Per Osk",
    ),
    "what a lost line end glued to a name": (
        "See the guide. GuidePerry Oskman left. Oskman sang. (Oskman) <said> {no}.",
        {"GuidePerry Oskman": "PERSON", "Oskman": "PERSON"},
        "Perry Oskman",
    ),
    "a capital within a name": (
        "LaToya Oskman left. Oskman sang. (Oskman) <said> {no}.",
        {"LaToya Oskman": "PERSON", "Oskman": "PERSON"},
        "LaToya Oskman",
    ),
    "a nickname with two capitals": (
        "Jonny “JonnyCakes” Oskman bakes. (Oskman) <said> {no}.",
        {"Jonny “JonnyCakes” Oskman": "PERSON", "Oskman": "PERSON"},
        "Jonny “JonnyCakes” Oskman",
    ),
    "a minister of several things": (
        "(Culture, Media and Sport Secretary Ann Lee) <said> {no}.",
        {"Ann Lee": "PERSON", "Culture": "ORG"},
        "Ann Lee",
    ),
    "a participle at the head of a sentence": (
        "(Elucidating) further, she <said> {no}.",
        {"Elucidating": "PERSON"},
        "",
    ),
    "an office before its holder’s name": (
        "{“No,”} <said> (Oxbay Mayor) Ann Lee Osk.",
        {"Oxbay Mayor": "PERSON"},
        "Ann Lee Osk",
    ),
    "what somebody is, taken for a name": (
        "{“No,”} <said> (another allergist), who left.",
        {"allergist": "ORG"},
        "",
    ),
    "two names in a caption, and one of them later": (
        "Ann Lee Tom Berg on stage. Ann Lee sang. Tom Berg left. (Lee) <said> {no}.",
        {"Ann Lee Tom Berg": "PERSON", "Ann Lee": "PERSON", "Tom Berg": "PERSON", "Lee": "PERSON"},
        "Ann Lee",
    ),
    "four words of one name": (
        "Osk San Suu Kin won. Suu Kin left. Osk San died. (Osk San Suu Kin) <said> {no}.",
        {"Osk San Suu Kin": "PERSON", "Suu Kin": "PERSON", "Osk San": "PERSON"},
        "Osk San Suu Kin",
    ),
    "a prefix of a name is not glued": (
        "Allister plays. MacAllister, his father, left. (MacAllister) <said> {no}.",
        {"Allister": "PERSON", "MacAllister": "PERSON"},
        "MacAllister",
    ),
    "nor is a first name": (
        "MaryBeth Oskman won. Oskman left. (Oskman) <said> {no}.",
        {"MaryBeth Oskman": "PERSON", "Oskman": "PERSON"},
        "MaryBeth Oskman",
    ),
    "a verb of a headline is no first name": (
        "Police Arrest Oskman\n\nThe banker left at dawn on Monday. {“No,”} <said> (Oskman).",
        {"Oskman": "PERSON"},
        "Oskman",
    ),
    "nor is a month": ("By May Oskman had left. (Oskman) <said> {no}.", {"Oskman": "PERSON"}, "Oskman"),
    "a surname that is a title, before what she is": (
        "{“No,”} <said> (Rowan Bishop), Red Cross volunteer.",
        {"Rowan Bishop": "PERSON", "Red Cross": "ORG"},
        "Rowan Bishop",
    ),
    "a surname in -ing": ("Ms Kesterling came. (Kesterling) <said> {no}.", {"Kesterling": "PERSON"}, "Kesterling"),
    "a team that is a plain word too": (
        "The Rangers lost. Two rangers saw it. (Rangers) <said> {no}.",
        {"Rangers": "ORG"},
        "Rangers",
    ),
    "a band whose name begins with a small word": (
        "(Of Oskers and Men) <said> {no}.",
        {"Of Oskers and Men": "ORG"},
        "Of Oskers and Men",
    ),
    "somebody, in tears": ("{“No,”} <said> (a tearful Oskander).", {"Oskander": "PERSON"}, "Oskander"),
    "rockers are a band": (
        "Oxbay prog rockers Haverel have a new singer. {“No,”} <say> (the band).",
        {"Oxbay": "GPE", "Haverel": "PERSON"},
        "Haverel",
    ),
    "two first names are a show, not one of the two": (
        "Sean and Carrie Pell won with their show Sean & Carrie. (Sean) <said> {no}.",
        {"Sean": "PERSON", "Carrie Pell": "PERSON", "Sean & Carrie": "ORG"},
        "Sean Pell",
    ),
    "an occupation, glued to a first name": (
        "Housecleaner Alice, a housecleaner from Oxbay, left. (Alice) <said> {no}.",
        {"Housecleaner Alice": "PERSON", "Alice": "PERSON", "Oxbay": "GPE"},
        "Alice",
    ),
    "the form with its accents": (
        "Rene Quill won. (René Quill) <said> {no}.",
        {"Rene Quill": "PERSON", "René Quill": "PERSON"},
        "René Quill",
    ),
    "the fuller first name": (
        "Oli Quill won. Oliver Quill left. Oli Quill sang. (Quill) <said> {no}.",
        {"Oli Quill": "PERSON", "Oliver Quill": "PERSON", "Quill": "PERSON"},
        "Oliver Quill",
    ),
    "the beginning of a name": (
        "Odd Osk Quill won. Quill sang. (Odd Osk) <said> {no}.",
        {"Odd Osk Quill": "PERSON", "Odd Osk": "PERSON", "Quill": "PERSON"},
        "Odd Osk Quill",
    ),
    "a surname that stood there before the junior": (
        "Berg lost. Tom Berg Jr. wept. (Berg) <said> {no}.",
        {"Tom Berg Jr": "PERSON", "Berg": "PERSON"},
        "Berg",
    ),
    "a junior who has a short form of his own": (
        "Tom Berg Jr. won. Berg Jr. wept. (Berg) <said> {no}.",
        {"Tom Berg Jr": "PERSON", "Berg Jr": "PERSON", "Berg": "PERSON"},
        "Berg",
    ),
    "a junior alone": (
        "Tom Berg Jr. won. (Berg) <said> {no}.",
        {"Tom Berg Jr": "PERSON", "Berg": "PERSON"},
        "Tom Berg Jr.",
    ),
    "a namesake told by the pronoun that follows": (
        "Ann Lee and Tom Lee came. (Lee) <said> {no}. He left.",
        {"Ann Lee": "PERSON", "Tom Lee": "PERSON", "Lee": "PERSON"},
        "Tom Lee",
    ),
    "a relation, then a role and the name": (
        "(Berg’s ex-wife, author Ann Lee,) <said> {no}.",
        {"Berg": "PERSON", "Ann Lee": "PERSON"},
        "Ann Lee",
    ),
    "a title with of": ("(Secretary of State Ann Lee) <said> {no}.", {"Ann Lee": "PERSON"}, "Ann Lee"),
    "another, then the name": (
        "(Another witness in the case, former adviser Ann Lee) <said> {no}.",
        {"Ann Lee": "PERSON"},
        "Ann Lee",
    ),
    "a spokesman for somebody is not named": (
        "(A spokesman for Mayor Ann Lee) <said> {no}.",
        {"Ann Lee": "PERSON"},
        "",
    ),
    "lawyers for former president Tom Berg": (
        "(Lawyers for former president Tom Berg) <said> {no}.",
        {"Tom Berg": "PERSON"},
        "",
    ),
    "critics of prime minister Ann Lee": (
        "(Critics of prime minister Ann Lee) <said> {no}.",
        {"Ann Lee": "PERSON"},
        "",
    ),
    "parents of victim Ann Lee": ("(Parents of victim Ann Lee) <said> {no}.", {"Ann Lee": "PERSON"}, ""),
    "a lawyer for victims Ann Lee": ("(A lawyer for victims Ann Lee) <said> {no}.", {"Ann Lee": "PERSON"}, ""),
    "critics of Mayor Ann Lee of Oxbay": (
        "(Critics of Mayor Ann Lee of Oxbay) <said> {no}.",
        {"Ann Lee": "PERSON"},
        "",
    ),
    "supporters of Senator Tom Berg": ("(Supporters of Senator Tom Berg) <said> {no}.", {"Tom Berg": "PERSON"}, ""),
    "biographer of composer Tom Berg": ("(Biographer of composer Tom Berg) <said> {no}.", {"Tom Berg": "PERSON"}, ""),
    "adviser to President Tom Berg": ("(Adviser to President Tom Berg) <said> {no}.", {"Tom Berg": "PERSON"}, ""),
    "a man charged with the murder of singer Ann Lee": (
        "(A man charged with the murder of singer Ann Lee) <said> {no}.",
        {"Ann Lee": "PERSON"},
        "",
    ),
    "one who did something to another": (
        "(The detective who arrested Tom Berg alongside rapper Ann Lee) <said> {no}.",
        {"Ann Lee": "PERSON", "Tom Berg": "PERSON"},
        "",
    ),
    "the lawyer of one against another": (
        "(The lawyer representing Tom Berg against actor Ann Lee) <said> {no}.",
        {"Ann Lee": "PERSON", "Tom Berg": "PERSON"},
        "",
    ),
    "a phrase that breaks off before the name": (
        "{“No,”} <said> (Acme director) of planning, Ann Lee.",
        {"Acme": "ORG", "Ann Lee": "PERSON"},
        "Ann Lee",
    ),
    "a phrase that breaks off behind the owner": (
        "Tom Berg won. (Berg’s) publicist Ann Lee <said> {no}.",
        {"Tom Berg": "PERSON", "Berg": "PERSON", "Ann Lee": "PERSON"},
        "Ann Lee",
    ),
    "his own is not he": (
        "Tom Berg won. (His) teacher <said> {no}.",
        {"Tom Berg": "PERSON"},
        "",
    ),
    "who, past a description": (
        "Ann Lee, now a coach at Oxbay, (who) <said> {no}, left.",
        {"Ann Lee": "PERSON", "Oxbay": "GPE"},
        "Ann Lee",
    ),
    "an ampersand in a coded text": (
        "{“No,”} <said> (Pell &amp; Marsh analyst Ann Lee).",
        {"Pell": "ORG", "Marsh": "ORG", "Ann Lee": "PERSON"},
        "Ann Lee",
    ),
    "members are no name": ("Ann Lee won. (The MPs) <said> {no}.", {"Ann Lee": "PERSON", "MPs": "ORG"}, ""),
    "an age is no name": (
        "Ann Lee, 20, won. {“No,”} (the 20-year-old) <said>.",
        {"Ann Lee": "PERSON", "20-year-old": "PERSON"},
        "Ann Lee",
    ),
    "two, the first described": (
        "(Tom Berg, the mayor, and Ann Lee, a nurse,) <said> {no}.",
        {"Tom Berg": "PERSON", "Ann Lee": "PERSON"},
        "Tom Berg and Ann Lee",
    ),
    "two of two firms": (
        "(Tom Berg of Acme and Ann Lee of Pell) <said> {no}.",
        {"Tom Berg": "PERSON", "Ann Lee": "PERSON", "Acme": "ORG", "Pell": "ORG"},
        "Tom Berg and Ann Lee",
    ),
    "two with one title": (
        "(Senators Tom Berg and Ann Lee) <said> {no}.",
        {"Tom Berg": "PERSON", "Ann Lee": "PERSON"},
        "Tom Berg and Ann Lee",
    ),
    "a name in another script": ("(Мария Кузнецова) <said> {no}.", {"Мария Кузнецова": "PERSON"}, "Мария Кузнецова"),
    "a surname in another script": (
        "Мария Кузнецова won. (Кузнецова) <said> {no}.",
        {"Мария Кузнецова": "PERSON", "Кузнецова": "PERSON"},
        "Мария Кузнецова",
    ),
    "a name without capitals": ("(李小龙) <said> {no}.", {"李小龙": "PERSON"}, "李小龙"),
    "a name from right to left": ("(مريم الحسن) <said> {no}.", {"مريم الحسن": "PERSON"}, "مريم الحسن"),
    "singer for frontman": (
        "Tide Trio frontman Tom Berg met Ann Lee. {“No,”} (the singer) <said>.",
        {"Tom Berg": "PERSON", "Ann Lee": "PERSON", "Tide Trio": "ORG"},
        "Tom Berg",
    ),
}


@pytest.mark.parametrize(("marked", "ents", "name"), NAMES.values(), ids=NAMES)
def test_people_reads_the_name_of_a_source(marked, ents, name):
    doc = People()(doc_of(marked, ents))
    assert [s.name for s in doc._.speakers] == [name], [s.evidence for s in doc._.speakers]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ann Lee KC", "Ann Lee"),
        ("Ann Lee, MP", "Ann Lee"),
        ("Ann Lee, Ph.D.", "Ann Lee"),
        ("Tom Berg Jr.", "Tom Berg Jr."),
        ("MP", "MP"),
        ("OBE", "OBE"),
    ],
)
def test_clean_leaves_out_honours(name, shown):
    assert clean(name) == shown


def test_kindred_leaves_out_the_noun_itself():
    assert "frontman" in kindred("singer")
    assert "singer" not in kindred("singer")
    assert not kindred("zebra")
