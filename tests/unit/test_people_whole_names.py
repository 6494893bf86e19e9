"""Names that the tagger gives in parts, or with too much, and several who speak together: cases of real habits."""

import pytest
from people_docs import doc_of

from quotes.pipeline.people import People

CASES = {
    "a body that the tagger breaks off at a small word": (
        "(The US Tides and Exchange Commission) <announced> {the deal}. (2:The TEC) <2:said> {2:“it is done”}.",
        {"US Tides and": "ORG", "Exchange Commission": "ORG", "TEC": "ORG"},
        ["US Tides and Exchange Commission"] * 2,
    ),
    "the attorney's office of a district": (
        "(The U.S. Attorney’s Office for the Western District of Altmere) <said> {he was held}.",
        {"U.S.": "GPE", "Attorney’s Office for the": "ORG", "Western": "GPE", "District of": "ORG", "Altmere": "GPE"},
        ["U.S. Attorney’s Office for the Western District of Altmere"],
    ),
    "a firm that brackets explain is nobody": (
        "(Deutsche Berg Lund) [[DBL]] <denied> {it}. (2:DBL) <2:said> {2:“no”}.",
        {"Deutsche Berg Lund": "PERSON", "DBL": "ORG"},
        ["Deutsche Berg Lund"] * 2,
    ),
    "an owner with the wrong mark": (
        "The activist Ann Lee‘s Harbour show is on. (Lee) <said> {it works}.",
        {"Ann Lee‘s Harbour": "PERSON", "Lee": "PERSON"},
        ["Ann Lee"],
    ),
    "a firm without its legal forms": (
        "The reports by J.Q. Penner Co. Inc. are late. (J.Q. Penner) <said> {sales rose}.",
        {"J.Q. Penner Co. Inc.": "ORG", "J.Q. Penner": "PERSON"},
        ["J.Q. Penner Co. Inc."],
    ),
    "a firm, not its model": (
        "Berg Motor Co. is recalling the Berg Avalons. (Berg) <said> {it was sorry}.",
        {"Berg Motor Co.": "ORG", "Berg Avalons": "ORG", "Berg": "ORG"},
        ["Berg Motor Co."],
    ),
    "letters of the first part of a name": (
        "The US Centers for Tide Control and Prevention spoke. (The CTC) <said> {it rose}.",
        {"US Centers for Tide Control and Prevention": "ORG", "CTC": "ORG"},
        ["US Centers for Tide Control and Prevention"],
    ),
    "a group without the word": (
        "Group Menatal won. (Menatal) <said> {it was good}.",
        {"Group Menatal": "ORG", "Menatal": "ORG"},
        ["Group Menatal"],
    ),
    "a house is not its press secretary": (
        "Grey House Press Secretary Ann Lee left. (The Grey House) <said> {it was true}.",
        {"Grey House Press": "ORG", "Grey House": "ORG", "Ann Lee": "PERSON"},
        ["Grey House"],
    ),
    "a mark that belongs to the name": (
        "(Tideline!) <reported> {a tour}. (2:Tideline!) <2:said> {2:“soon”}.",
        {"Tideline": "ORG"},
        ["Tideline!"] * 2,
    ),
    "but not the mark of a sentence": ("{“Wait, Berg!”} (Berg) <shouted>.", {"Berg": "PERSON"}, ["Berg"]),
    "a number that always stands before": (
        "(40 Pence) <said> {he was sorry}. (2:40 Pence) <2:left>, {2:“gone”}.",
        {"Pence": "PERSON"},
        ["40 Pence"] * 2,
    ),
    "a husband by the title, of a couple with one surname": (
        "Kev and Julie Brand left. {“Yes,”} (Mr Brand) <said>. {2:“No,”} (2:Mrs Brand) <2:said>.",
        {"Kev": "PERSON", "Julie Brand": "PERSON", "Brand": "PERSON"},
        ["Kev Brand", "Julie Brand"],
    ),
    "a wife who is given by her first name": (
        "Kev Brand and his wife Julie left. {“Yes,”} (Mrs Brand) <said>. {2:“No,”} (2:Mr Brand) <2:said>.",
        {"Kev Brand": "PERSON", "Julie": "PERSON", "Brand": "PERSON"},
        ["Julie Brand", "Kev Brand"],
    ),
    "a husband who is brought in later": (
        "Sian Brand left. (Her husband Gareth) <said> {it}. {2:“No,”} (2:Mr Brand) <2:said>.",
        {"Sian Brand": "PERSON", "Gareth": "PERSON", "Brand": "PERSON"},
        ["Gareth Brand"] * 2,
    ),
    "a husband may have another surname": (
        "Sian Brand left. (Her husband Gareth) <said> {it}.",
        {"Sian Brand": "PERSON", "Gareth": "PERSON"},
        ["Gareth"],
    ),
    "a surname of one letter is a stage name's": (
        "(Anouk and Jay Z) <said> {it}. {2:“No,”} (2:Anouk) <2:said>.",
        {"Anouk": "PERSON", "Jay Z": "PERSON"},
        ["Anouk and Jay Z", "Anouk"],
    ),
    "a surname with honours is no full name": (
        "(Ann and Lee MP) <said> {it}.",
        {"Ann": "PERSON", "Lee MP": "PERSON"},
        ["Ann and Lee"],
    ),
    "two whom nobody calls a couple": (
        "Trump and Hillary Brand debated. {“No,”} (Mr. Brand) <said>.",
        {"Trump": "PERSON", "Hillary Brand": "PERSON", "Brand": "PERSON"},
        ["Brand"],
    ),
    "a title of Malaysia": (
        "{“Yes,”} (Tan Kok Leong) <told> them. (2:Mr Tan) <2:said> {2:it}. (3:Tan Sri Azman Rahim) <3:said> {3:it}.",
        {"Tan Kok Leong": "PERSON", "Tan": "PERSON", "Tan Sri Azman Rahim": "PERSON"},
        ["Tan Kok Leong", "Tan Kok Leong", "Azman Rahim"],
    ),
    "a position before a player": ("(Rookie G Tyrese Holm) <said> {it}.", {"G Tyrese Holm": "PERSON"}, ["Tyrese Holm"]),
    "a state that stands before whose son somebody is": (
        "Born in Altmere, Mississippi, the son of a porter, Ransome sang. {“Yes,”} (he) <said>.",
        {"Altmere": "GPE", "Mississippi": "GPE", "Ransome": "PERSON"},
        ["Ransome"],
    ),
    "titles of other countries": (
        "(Cr Deb Hart) <said> {it}. {2:“No,”} (2:Alhaji Musa Lee) <2:said>. {3:“No,”} (3:Madam Larb) <3:said>.",
        {"Cr Deb Hart": "PERSON", "Alhaji Musa Lee": "PERSON", "Larb": "PERSON"},
        ["Deb Hart", "Musa Lee", "Larb"],
    ),
    "a particle of two words": (
        "Sandrine de la Roche has left. {“Yes,”} <said> (de la Roche).",
        {"Sandrine": "ORG", "Roche": "PERSON"},
        ["Sandrine de la Roche"],
    ),
    "a house whose name ends in an apostrophe": (
        "(Hallam’s), for instance, <reported> {a drop}.",
        {"Hallam": "PERSON"},
        ["Hallam’s"],
    ),
    "two names that lost their comma": (
        "With Ann Lee Tom Berg sang. Ann Lee smiled. {“Yes,”} (Berg) <said>. Tom Berg left.",
        {"Ann Lee Tom Berg": "PERSON", "Ann Lee": "PERSON", "Tom Berg": "PERSON", "Berg": "PERSON"},
        ["Tom Berg"],
    ),
    "an embassy with its country": (
        "(The US Embassy) in Oxbay <reported> {a fire}.",
        {"US": "GPE", "Embassy": "ORG", "Oxbay": "GPE"},
        ["US Embassy"],
    ),
    "an army of which the tagger sees the adjective": (
        "(The Tessalian defence ministry) <said> {it fell}.",
        {"Tessalian": "ORG"},
        ["Tessalian defence ministry"],
    ),
    "a paper that is called a star": (
        "{It fell}, <according to> (the Evening Star).",
        {"Evening Star": "ORG"},
        ["Evening Star"],
    ),
    "an index is no firm": ("(The FTSE 250 company) <said> {it fell}.", {"FTSE 250": "ORG"}, [""]),
    "an office is not its holder": (
        "(Superintendent of Police Anil Tiwar) <said> {he was found}. {2:“Yes,”} (2:the SP) <2:said>.",
        {"Police": "ORG", "Anil Tiwar": "PERSON", "SP": "ORG"},
        ["Anil Tiwar", ""],
    ),
    "a parent without another name": ("(Mammy) <used to say> {she'd wait}. Breda left.", {"Mammy": "PERSON"}, [""]),
    "a school by its saint": (
        "(St Fintan's High School) <said> {it}. Brian Lee left St Fintan's High School.",
        {"St Fintan": "ORG", "High School": "ORG", "Brian Lee": "PERSON"},
        ["St Fintan's High School"],
    ),
    "the first word of a sentence, glued to a name": (
        "(Harbour PressMany) <have said> {it}.",
        {"Harbour PressMany": "ORG"},
        ["Harbour Press"],
    ),
    "a firm by its own first word, not by the initials of another": (
        "BAB Holdings Inc owns Big Apple Bagels. (BAB) <said> {it would grow}.",
        {"BAB Holdings Inc": "ORG", "Big Apple Bagels": "ORG", "BAB": "ORG"},
        ["BAB Holdings Inc"],
    ),
    "a firm is not its product": (
        "(Acme) <announced> {a price}. The Acme TV is late.",
        {"Acme": "ORG", "Acme TV": "ORG"},
        ["Acme"],
    ),
    "an agency of a body is another": ("{It fell}, <according to> (the UN children’s agency).", {"UN": "ORG"}, [""]),
    "nor is its subsidiary": ("Acme fell. {“No,”} (the Acme subsidiary) <said>.", {"Acme": "ORG"}, [""]),
    "what somebody was": ("{“No,”} (the former Beetle) <said>.", {"Beetle": "PERSON"}, [""]),
    "several of one surname": (
        "Ann Lee left. {“No,”} (the Lees) <said>.",
        {"Ann Lee": "PERSON", "Lees": "PERSON"},
        [""],
    ),
    "an owner before a name": (
        "(Hallams’ Head Brewer Martin Weeks) <said> {it}.",
        {"Hallams’ Head Brewer Martin Weeks": "PERSON"},
        ["Martin Weeks"],
    ),
    "an owner before a surname": (
        "(AG Bergs' Thayer) <said> {it}. Gary Thayer left.",
        {"AG Bergs' Thayer": "PERSON", "Gary Thayer": "PERSON"},
        ["Gary Thayer"],
    ),
    "an office by which somebody is addressed": ("(Madam Chair) <said> {it}.", {"Chair": "ORG"}, [""]),
    "a band that is called a priest": ("(Judas Priest) <said> {it}.", {"Judas Priest": "ORG"}, ["Judas Priest"]),
    "one of several, by name": ("(One of their lawyers, Ann Lee), <said> {it}.", {"Ann Lee": "PERSON"}, ["Ann Lee"]),
    "a first name that is a word, behind a role": (
        "The singer Ally Holm came. (Holm) <said> {it was fine}.",
        {"Ally Holm": "PERSON", "Holm": "PERSON"},
        ["Ally Holm"],
    ),
    "called by what he is": (
        "(Ziggy the Singer) <said> {no}.",
        {"Ziggy": "PERSON", "Singer": "PERSON"},
        ["Ziggy the Singer"],
    ),
    "a particle parts the name": (
        "(The mayor, Eberhard van der Loon), <said> {no}.",
        {"Eberhard": "PERSON", "Loon": "GPE"},
        ["Eberhard van der Loon"],
    ),
    "of which the end is seen alone": (
        "(The mayor, Eberhard van der Loon), <said> {no}.",
        {"Loon": "GPE"},
        ["Eberhard van der Loon"],
    ),
    "two first names": (
        "Minister Maria Emma Lund came. (Lund) <said> {no}.",
        {"Maria": "PERSON", "Emma Lund": "PERSON", "Lund": "PERSON"},
        ["Maria Emma Lund"],
    ),
    "behind a ministry": (
        "Secretary of State for Urbanism Osk Persson, who runs it, left. (Persson) <said> {no}.",
        {"State for Urbanism Osk": "ORG", "Persson": "PERSON"},
        ["Osk Persson"],
    ),
    "an office before the name": (
        "{“We suffer,”} <said> (Lemna Mayor, Dimitri Marin).",
        {"Lemna Mayor": "PERSON", "Dimitri Marin": "PERSON"},
        ["Dimitri Marin"],
    ),
    "a mood before the name": (
        "(Unworried, Geoff Doville) <says> {he will stay}.",
        {"Unworried": "PERSON", "Geoff Doville": "PERSON"},
        ["Geoff Doville"],
    ),
    "three with titles": (
        "(Dr. Ann Lee, Dr. Tom Berg and Dr. Ida Holm) <said> {it rose}.",
        {"Ann Lee": "PERSON", "Tom Berg": "PERSON", "Ida Holm": "PERSON"},
        ["Ann Lee, Tom Berg and Ida Holm"],
    ),
    "two with what they are": (
        "(The speaker, Ann Lee, and the leader, Tom Berg), <said> {it was fair}.",
        {"Ann Lee": "PERSON", "Tom Berg": "PERSON"},
        ["Ann Lee and Tom Berg"],
    ),
    "two with who plays them": (
        "(The workers, Ann Lee [[Ida Holm]] and Tom Berg [[Paul Hill]]), <say> {it is late}.",
        {"Ann Lee": "PERSON", "Tom Berg": "PERSON", "Ida Holm": "PERSON", "Paul Hill": "PERSON"},
        ["Ann Lee and Tom Berg"],
    ),
    "a source that breaks off": (
        "(Mayor Ann Lee, Berg), and Councillor Ida Holm <wrote> {that it was free}.",
        {"Ann Lee": "PERSON", "Berg": "PERSON", "Ida Holm": "PERSON"},
        ["Ann Lee, Berg and Ida Holm"],
    ),
    "not whom somebody speaks for": (
        "(Ann Lee and a spokesman for Tom Berg) <said> {it was fair}.",
        {"Ann Lee": "PERSON", "Tom Berg": "PERSON"},
        ["Ann Lee"],
    ),
    "better known by another name": (
        "Lars Berg, better known as Nattsvart, came. {“She had nothing,”} (Nattsvart) <said>.",
        {"Lars Berg": "PERSON", "Nattsvart": "PERSON"},
        ["Lars Berg"],
    ),
    "a real name in brackets": (
        "Vexa [[real name Ida Holm]] came. (Holm) <said> {no}. (2:Vexa) <2:said> {2:“yes”}.",
        {"Vexa": "PERSON", "Ida Holm": "PERSON", "Holm": "PERSON"},
        ["Ida Holm"] * 2,
    ),
    "behind a trade, where the name stands alone too": (
        "Film-maker Spike Oak came. (Spike Oak) <said> {no}. Spike Oak left.",
        {"Film-maker Spike Oak": "PERSON", "Spike Oak": "PERSON"},
        ["Spike Oak"],
    ),
    "behind where somebody is from": (
        "Ann Lee won the cup. It was hard, American Lee losing a set. {“No luck,”} (Lee) <said>.",
        {"Ann Lee": "PERSON", "American Lee": "PERSON", "Lee": "PERSON"},
        ["Ann Lee"],
    ),
    "behind what the day made of somebody": (
        "Ann Lee scored. Matchwinner Lee was glad. {“What a night,”} (the striker) <said>.",
        {"Ann Lee": "PERSON", "Matchwinner Lee": "PERSON"},
        ["Ann Lee"],
    ),
    "but a first name that nobody knows": (
        "Ann Lee scored. Osk Lee was glad. {“What a night,”} (Osk Lee) <said>.",
        {"Ann Lee": "PERSON", "Osk Lee": "PERSON"},
        ["Osk Lee"],
    ),
    "but a first name like a calling": (
        "Joe Reed spoke. {“I hide nothing,”} (Walker Reed) <said>. Joe Reed left.",
        {"Joe Reed": "PERSON", "Walker Reed": "PERSON"},
        ["Walker Reed"],
    ),
    "but of two with one surname": (
        "Minjee Lee beat Alison Lee. {“I played well,”} (American Lee) <said>.",
        {"Minjee Lee": "PERSON", "Alison Lee": "PERSON", "American Lee": "PERSON"},
        ["American Lee"],
    ),
    "but a player with two initials": (
        "Shortstop J. P. Reed hit two. {“No,”} (Reed) <said>.",
        {"J. P. Reed": "PERSON", "Reed": "PERSON"},
        ["J. P. Reed"],
    ),
    "before a dash": (
        "(Rob Pell) - Lee's press officer - <said> {no}.",
        {"Rob Pell - Lee": "PERSON"},
        ["Rob Pell"],
    ),
    "but a hyphen that a break has moved": (
        "(Jean- Paul Lee) <said> {no}.",
        {"Jean- Paul Lee": "PERSON"},
        ["Jean- Paul Lee"],
    ),
    "a first name and an initial, in two": (
        "(Judge Carlton W. Berg) <said> {no}.",
        {"Carlton": "PERSON", "W. Berg": "PERSON"},
        ["Carlton W. Berg"],
    ),
    "a first name before an initial, not tagged": (
        "(Judge Oskar W. Berg) <said> {no}.",
        {"W. Berg": "PERSON"},
        ["Oskar W. Berg"],
    ),
    "a first name and a barrister's surname, in two": (
        "(The chairman, Guy Pell QC,) <said> {no}.",
        {"Guy": "PERSON", "Pell QC": "ORG"},
        ["Guy Pell"],
    ),
    "particles in two parts": (
        "(Analyst Nick Van den Berg) <said> {no}.",
        {"Nick Van": "PERSON", "Berg": "PERSON"},
        ["Nick Van den Berg"],
    ),
    "an initial without a dot": (
        "It seems (F Scott Pell) <was right>: {the rich are different}.",
        {"F Scott Pell": "PERSON"},
        ["F Scott Pell"],
    ),
    "but where a player stands": (
        "(Rookie G Scott Pell) <said> {no}.",
        {"G Scott Pell": "PERSON"},
        ["Scott Pell"],
    ),
    "the name by which the article goes": (
        "Vexa Holm [[real name Ida Brand]] came. (Holm) <said> {no}. (2:Vexa Holm) <2:said> {2:“yes”}.",
        {"Vexa Holm": "PERSON", "Ida Brand": "PERSON", "Holm": "PERSON"},
        ["Vexa Holm"] * 2,
    ),
    "glued to the credit of a picture": (
        "Ann S. sang. Photo: Getty ImagesAnn S. was glad. {“No,”} (she) <said>.",
        {"Ann S.": "PERSON", "Getty ImagesAnn": "PERSON"},
        ["Ann S."],
    ),
    "glued to who took the picture": (
        "Photo: Tom BergAnn Ray Lee was born in May. {“No,”} (she) <said>. Mrs. Lee left.",
        {"Tom BergAnn Ray Lee": "PERSON", "Lee": "PERSON"},
        ["Ann Ray Lee"],
    ),
    "glued to a by-line in capitals": (
        "It was loud. ZOLANDOska Pell, ‘Tides’. Oska Pell came. (Oska Pell) <said> {no}.",
        {"ZOLANDOska Pell": "PERSON", "Oska Pell": "PERSON"},
        ["Oska Pell"],
    ),
    "but a name of two capitals": (
        "Ron came. (Ron MacDonald Pell) <said> {no}.",
        {"Ron": "PERSON", "Ron MacDonald Pell": "PERSON"},
        ["Ron MacDonald Pell"],
    ),
    "two first names alone in a signature": (
        "(Sarah Ann Berg) <said> {no}. — Sarah Ann",
        {"Sarah Ann Berg": "PERSON", "Sarah Ann": "PERSON"},
        ["Sarah Ann Berg"],
    ),
    "a native behind his age": (
        "Rick Pell won. (The 25-year-old Dubliner) <said> {no}.",
        {"Rick Pell": "PERSON", "Dubliner": "PERSON"},
        ["Rick Pell"],
    ),
    "a name in small letters": (
        "(The MP, Sir Alastair ffoulkes-Denny), <said> {no}.",
        {"Sir Alastair ffoulkes-Denny": "PERSON"},
        ["Alastair ffoulkes-Denny"],
    ),
    "a detective constable": ("(Det Con Paul Ashby) <said> {no}.", {"Det Con Paul Ashby": "PERSON"}, ["Paul Ashby"]),
    "a drummer with a byname": (
        "(Drummer Iggy the Axe) <said> {no}.",
        {"Iggy the": "PERSON", "Axe": "ORG"},
        ["Iggy the Axe"],
    ),
    "many of a trade": ("(Beekeepers) <said> {it was late}.", {"Beekeepers": "ORG"}, [""]),
    "another of a party": ("(Another Tory MP) <said>: {“No.”}", {"Tory": "ORG"}, [""]),
    "the younger, whose sister has the surname": (
        "Georgia Pell won, her sister Harriet lost. {“No luck,”} (the younger Pell) <said>.",
        {"Georgia Pell": "PERSON", "Harriet": "PERSON", "Pell": "PERSON"},
        [""],
    ),
    "the Dane": (
        "(Her deputy, the Dane Mette Holm), <said> {no}.",
        {"Dane": "NORP", "Mette Holm": "PERSON"},
        ["Mette Holm"],
    ),
    "the ministry that is named later": (
        "(The ministry) <said> {it was sorry}. In Beijing, Foreign Ministry officials left.",
        {"Foreign Ministry": "ORG"},
        [""],
    ),
    "a committee is no party": (
        "The Harbour Party won. (The committee) <said> {it was late}.",
        {"Harbour Party": "ORG"},
        [""],
    ),
    "where a lost dot lets the next sentence in": (
        "{“I was tired,”} (Ann Lee) <said> (transcribed by Tideline).These days she sings.".replace(
            " (transcribed by Tideline)", " [[transcribed by Tideline]]"
        ),
        {"Tideline).These": "ORG", "Ann Lee": "PERSON"},
        ["Ann Lee"],
    ),
    "nobody of another house": (
        "(Tom Berg) <said> {no}. (2:The head of sales at another house) <2:said> {2:“yes”}.",
        {"Tom Berg": "PERSON"},
        ["Tom Berg", ""],
    ),
}


@pytest.mark.parametrize(("marked", "ents", "names"), CASES.values(), ids=CASES)
def test_names_are_whole(marked, ents, names):
    doc = People()(doc_of(marked, ents))
    assert [s.name for s in doc._.speakers] == names, [s.evidence for s in doc._.speakers]
