"""Names that the tagger gives in part, glued or not at all: one case for each cause that articles showed."""

from __future__ import annotations

import pytest
from people_docs import doc_of

from quotes.model import Paragraph, Span
from quotes.pipeline.people import People
from quotes.pipeline.people.cast.in_full import name_in_full
from quotes.pipeline.people.names.runs import Coverage, to_full_stop

ORG, GPE, PERSON, WORK = "ORG", "GPE", "PERSON", "WORK_OF_ART"

CASES = {
    "a band called after him": (
        "The Aaron Hallam Experiment grew. (Hallam) <said> {no}.",
        {"Hallam": PERSON},
        "Aaron Hallam",
    ),
    "a show called after her": (
        "The Ellen Hallam Show is on. (Ellen) <said> {no}.",
        {"Ellen Hallam Show": WORK, "Ellen": PERSON},
        "Ellen Hallam",
    ),
    "brackets": (
        "Tony and Ellen [Hallam] came. (Ellen) <said> {no}.",
        {"Tony": PERSON, "Ellen": PERSON},
        "Ellen Hallam",
    ),
    "glued to a button": ("Read MorePaul Hallam came. (Hallam) <said> {no}.", {"Hallam": PERSON}, "Paul Hallam"),
    "not of two": (
        "The Paul Hallam Band met the Tom Hallam Band. (Hallam) <said> {no}.",
        {"Paul Hallam Band": ORG, "Tom Hallam Band": ORG, "Hallam": PERSON},
        "Hallam",
    ),
    "not another sex": ("The Paul Hallam Band came. (Ms. Hallam) <said> {no}.", {"Hallam": PERSON}, "Hallam"),
    "the Duke of both": (
        "The Duke and Duchess of Altmere came. (The Duke) <said> {no}.",
        {"Duke": ORG, "Duchess of Altmere": ORG},
        "Duke of Altmere",
    ),
    "a first name glued to a credit": (
        "Credit: Harbour CollectionJerry Ivan Hallam was born in Altmere. (Hallam) <said> {no}.",
        {"Ivan Hallam": PERSON, "Hallam": PERSON},
        "Jerry Ivan Hallam",
    ),
    "a button behind": ("(Todd HallamBAND) <said> {no}.", {"Todd HallamBAND": PERSON}, "Todd Hallam"),
    "a guide before": (
        "Berg and (GuidePerry Hallam) <said> {no}. Hallam left.",
        {"GuidePerry Hallam": PERSON, "Hallam": PERSON},
        "Perry Hallam",
    ),
    "a writer's line before": (
        "(NORA BERGAnna Hallam) <said> {no}. Hallam left.",
        {"NORA BERGAnna Hallam": PERSON, "Hallam": PERSON},
        "Anna Hallam",
    ),
    "the next sentence": (
        "Linus Hallam came. “Yes,” {no} <says> (Hallam. Complicating) things.",
        {"Linus Hallam": PERSON, "Hallam. Complicating": PERSON},
        "Linus Hallam",
    ),
    "the sentence before": (
        "(It praised the giant Acme. Hallam) <said> {no}.",
        {"Acme": ORG, "Hallam": PERSON},
        "Hallam",
    ),
    "what she does": (
        "Any housekeeper works. (Housekeeper Sharel Hallam) <said> {no}.",
        {"Housekeeper Sharel Hallam": PERSON},
        "Sharel Hallam",
    ),
    "letters of a union before": (
        "(The ambassador to the U.N. Linda Hallam-Berg) <said> {no}.",
        {"Linda Hallam-Berg": PERSON},
        "Linda Hallam-Berg",
    ),
    "an unknown first name always before": (
        "Osk Hallam came. (Osk) <said> {no}. Osk Hallam left.",
        {"Osk": PERSON, "Hallam": PERSON},
        "Osk Hallam",
    ),
    "a particle of East Africa": (
        "Wambui wa Hallam came. (Hallam) <said> {no}.",
        {"Wambui": PERSON, "wa Hallam": PERSON, "Hallam": PERSON},
        "Wambui wa Hallam",
    ),
    "joined to the one before": (
        "It lost Tom Berg and Osk Hallam last year. (Hallam) <said> {no}.",
        {"Tom Berg and Osk": PERSON, "Hallam": PERSON},
        "Osk Hallam",
    ),
    "small words with capitals": (
        "The post-rockers Feed Me To The Tides sang. (The band) <said> {no}.",
        {"Feed Me To": ORG},
        "Feed Me To The Tides",
    ),
    "a house of": (
        "Brand House Of Hallam grew. (House Of Hallam) <said> {no}. House Of Hallam sells House Of Hallam Model 2.",
        {"House Of Hallam": ORG, "House Of Hallam Model 2": WORK},
        "House Of Hallam",
    ),
    "always of": (
        "Last week the quartet called Ashes of the Tide played again. (Ashes of the Tide) <said> {no}.",
        {"Ashes": ORG, "Tide": ORG},
        "Ashes of the Tide",
    ),
    "a band's singer": (
        "(Wolf of Fire's Randy Hallam) <said> {no}.",
        {"Wolf": PERSON, "Randy Hallam": PERSON},
        "Randy Hallam",
    ),
    "the king of": ("(Master of horror fiction Tom Hallam) <said> {no}.", {"Tom Hallam": PERSON}, "Tom Hallam"),
    "a friend of": ("(A friend of horror fiction fan Stephen Hallam) <said> {no}.", {"Stephen Hallam": PERSON}, ""),
    "where he sits": ("(The Altmere North MP) <said> {no}.", {"Altmere North": ORG}, ""),
    "a member of a party": ("(A senior Green MP) <said> {no}.", {"Green": PERSON}, ""),
    "a member with a name": (
        "(A Green MP, Ann Hallam,) <said> {no}.",
        {"Green": ORG, "Ann Hallam": PERSON},
        "Ann Hallam",
    ),
    "letters behind a name": ("(Ann Hallam QC) <said> {no}.", {"Ann Hallam": PERSON}, "Ann Hallam"),
    "the head of a firm": (
        "(The head of New Altmere-based Oakwood International) <said> {no}.",
        {"New Altmere": GPE, "Oakwood International": ORG},
        "",
    ),
    "a caption": ("(The TikTok caption) <read> {no}.", {"TikTok": ORG}, ""),
    "whose account": ("(Ann Hallam's Instagram) <read> {no}.", {"Ann Hallam": PERSON, "Instagram": ORG}, "Ann Hallam"),
    "whose post": (
        "(A Twitter post from Ann Hallam) <read> {no}.",
        {"Twitter": ORG, "Ann Hallam": PERSON},
        "Ann Hallam",
    ),
    "a platform that speaks": ("(Twitter) <said> {no}.", {"Twitter": ORG}, "Twitter"),
    "an article": ("(The movement's website) <said> {no}.", {"The": ORG}, ""),
    "an office before the name": (
        "(Altmere Mayor, Dimitris Hallam,) <said> {no}.",
        {"Altmere Mayor": ORG, "Dimitris Hallam": PERSON},
        "Dimitris Hallam",
    ),
    "who is not yet named": (
        "Chris Hallam sang. (Mr. Hallam) <said> {no}. His father was Robert Hallam.",
        {"Chris Hallam": PERSON, "Hallam": PERSON, "Robert Hallam": PERSON},
        "Chris Hallam",
    ),
    "the fuller name at birth": (
        "Chris Hallam sang. (Hallam) <said> {no}. Christopher James Hallam was born in 1956.",
        {"Chris Hallam": PERSON, "Hallam": PERSON, "Christopher James Hallam": PERSON},
        "Christopher James Hallam",
    ),
    "told in a headline": ("(Hallam) <told> {to double its aid}.", {"Hallam": PERSON}, ""),
    "told somebody in a headline": (
        "(Hallam) <told> the Oxland Tides {to double its aid}.",
        {"Hallam": PERSON},
        "Hallam",
    ),
    "reminded, in marks": ("(Hallam) <has been “reminded> {of his duties}”.", {"Hallam": PERSON}, ""),
    "a street and its paper": (
        "The Tide Street Journal came. (Tide Street) <said> {no}.",
        {"Tide Street Journal": ORG, "Tide Street": ORG},
        "Tide Street",
    ),
    "a paper for short": (
        "The Tide Street Journal came. (The Journal) <said> {no}.",
        {"Tide Street Journal": ORG, "Journal": ORG},
        "Tide Street Journal",
    ),
    "a number": ("(Andre 4000) <said> {no}.", {"Andre 4000": PERSON}, "Andre 4000"),
    "a lord behind what he is": ("(The bid chairman, Lord Hallam,) <said> {no}.", {"Hallam": PERSON}, "Hallam"),
    "two parties": (
        "(The Oxland National Party and the Greens) <said> {no}.",
        {"Oxland National Party": ORG, "Greens": ORG},
        "Oxland National Party and Greens",
    ),
    "two judges": (
        "(Lord Justice Hallam and Mr Justice Berg) <said> {no}.",
        {"Justice Hallam": PERSON, "Justice": PERSON, "Berg": PERSON},
        "Hallam and Berg",
    ),
    "surveys of two": (
        "(Surveys from Tidewide and Altmere) <said> {no}.",
        {"Tidewide": ORG, "Altmere": GPE},
        "Tidewide and Altmere",
    ),
    "an executive": ("(The Scottish Executive) <said> {no}.", {"Executive": ORG}, "Scottish Executive"),
    "a native of two words": ("(The New Zealander) <said> {no}.", {"New Zealander": ORG}, ""),
    "a firm of a country": (
        "(TD Telecom of Oxland) <said> {no}.",
        {"TD Telecom": ORG, "Oxland": GPE},
        "TD Telecom",
    ),
    "a bank of a country": ("(Bank of Oxland) <said> {no}.", {"Bank": ORG, "Oxland": GPE}, "Bank of Oxland"),
    "a central bank": (
        "United Bank of Oxland merged. (The Oxlandian central bank) <said> {no}.",
        {"United Bank of Oxland": ORG},
        "Oxlandian central bank",
    ),
    "initials before which": (
        "The Tide Club of Altmere (TCA), (which) <said> {no}.",
        {"Tide Club of Altmere": ORG, "TCA": ORG},
        "Tide Club of Altmere",
    ),
    "a committee": (
        "The Lords tides and harbours committee met. (It) <said> {no}.",
        {"Lords": ORG},
        "Lords tides and harbours committee",
    ),
    "not whoever told it": (
        "The Green chairman told the committee {no}, (Hallam) <said>.",
        {"Green": ORG, "Hallam": PERSON},
        "Hallam",
    ),
    "Mr. and a name of women and men": (
        "Lindsey Hallam came. (Mr. Hallam) <said> {no}.",
        {"Lindsey Hallam": PERSON, "Hallam": PERSON},
        "Lindsey Hallam",
    ),
    "Mr. and a woman's name": (
        "Barbara Hallam came. (Mr. Hallam) <said> {no}.",
        {"Barbara Hallam": PERSON, "Hallam": PERSON},
        "Hallam",
    ),
    "father and son": (
        "Charles Hallam III came. (Hallam) <said> {no}. His father, Charles Hallam Jr., left.",
        {"Charles Hallam III": PERSON, "Hallam": PERSON, "Charles Hallam Jr": PERSON},
        "Charles Hallam III",
    ),
    "a junior behind his headline": (
        "Hallam calls it off. The president, Joseph R. Hallam Jr., left. (Mr. Hallam) <said> {no}. Mr. Hallam left.",
        {"Hallam": PERSON, "Joseph R. Hallam Jr": PERSON},
        "Joseph R. Hallam Jr.",
    ),
    "two first names in one": (
        "Read more. (KellyAnne Hallam) <said> {no}. Hallam left.",
        {"KellyAnne Hallam": PERSON, "Hallam": PERSON},
        "KellyAnne Hallam",
    ),
    "a surname first": ("Lou Jiwen came. (Mr. Lou) <said> {no}.", {"Lou Jiwen": PERSON, "Lou": PERSON}, "Lou Jiwen"),
    "a platform and a place called so": (
        "Wilayat Twitter is a joke. (Twitter) <said> {no}.",
        {"Wilayat Twitter": PERSON, "Twitter": ORG},
        "Twitter",
    ),
    "a station of a broadcaster": (
        "Tide News 6 came. (Tide News) <said> {no}.",
        {"Tide News 6": ORG, "Tide News": ORG},
        "Tide News",
    ),
    "many bodies": ("(Federal labor organizations) <said> {no}.", {"Federal": ORG}, ""),
    "a title that the source stops at": ("(Mrs). Hallam <accused> {him}.", {"Hallam": PERSON}, "Hallam"),
    "father and son by short forms": (
        "William Hallam has died. His son Bill Hallam runs it. (Bill Hallam) <said> {no}.",
        {"William Hallam": PERSON, "Bill Hallam": PERSON},
        "Bill Hallam",
    ),
    "Mr. beside a woman of such a name": (
        "The actress Kim Hallam and her brother Paul Hallam came. Kim Hallam left. (Mr. Hallam) <said> {no}.",
        {"Kim Hallam": PERSON, "Paul Hallam": PERSON, "Hallam": PERSON},
        "Paul Hallam",
    ),
    "a headline that goes on": (
        "Mayor Ann Hallam To Face Vote\n\nIt is late. (Hallam) <said> {no}.",
        {"Ann Hallam": PERSON, "Hallam": PERSON},
        "Ann Hallam",
    ),
    "a school": (
        "St John Hallam School won. (Hallam) <said> {no}.",
        {"St John Hallam School": ORG, "Hallam": PERSON},
        "Hallam",
    ),
    "a foundation": (
        "The Roy Hallam Foundation gave. (Hallam) <said> {no}.",
        {"Roy Hallam Foundation": ORG, "Hallam": PERSON},
        "Hallam",
    ),
    "a charity with her first name": (
        "The Anna Hallam Foundation gave. (Anna) <said> {no}.",
        {"Anna Hallam Foundation": ORG, "Anna": PERSON},
        "Anna",
    ),
    "a musician called Duke": (
        "Duke came to the Duke and Earl of Altmere. (Duke) <said> {no}.",
        {"Duke": PERSON},
        "Duke",
    ),
    "a body and its committee": (
        "The Fifa ethics committee met. (Fifa) <said> {no}.",
        {"Fifa": ORG},
        "Fifa",
    ),
    "another party's member": (
        "Green MP Ann Hallam spoke. (The Tory MP) <said> {no}.",
        {"Green": ORG, "Ann Hallam": PERSON, "Tory": ORG},
        "",
    ),
    "the one member": (
        "Green MP Ann Hallam spoke. (The Altmere North MP) <said> {no}.",
        {"Green": ORG, "Ann Hallam": PERSON, "Altmere North": ORG},
        "Ann Hallam",
    ),
    "one of two members": (
        "MP Ann Hallam spoke. MP Tom Berg left. (The Altmere North MP) <said> {no}.",
        {"Ann Hallam": PERSON, "Tom Berg": PERSON, "Altmere North": ORG},
        "",
    ),
    "a member's honours": ("(A defiant Ann Hallam MP) <said> {no}.", {"Ann Hallam": PERSON}, "Ann Hallam"),
    "an abbreviated first name": ("(Chas. Hallam) <said> {no}.", {"Chas. Hallam": PERSON}, "Chas. Hallam"),
    "capitals behind Fitz": ("(Colm FitzHALLAM) <said> {no}.", {"Colm FitzHALLAM": PERSON}, "Colm FitzHALLAM"),
    "a first name that is a word": (
        "River Hallam wins\n\nThe river was cold. (Hallam) <said> {no}.",
        {"River Hallam": PERSON, "Hallam": PERSON},
        "River Hallam",
    ),
    "a platform's statement": ("(A Twitter statement) <said> {no}.", {"Twitter": ORG}, "Twitter"),
    "an age": ("(Tom Hallam 50) <said> {no}.", {"Tom Hallam 50": PERSON}, ""),
    "a band is no paper": (
        "The Oxland Mirror tipped it. (The band) <said> {no}.",
        {"Oxland Mirror": ORG},
        "",
    ),
    "a firm of which the tagger makes somebody": (
        "Hallam Energy rose. (Hallam) <said> {no}. Hallam fell.",
        {"Hallam Energy": ORG, "Hallam": ORG},
        "Hallam Energy",
    ),
    "a son whose surname is a title": (
        "(Eugene Pastor Jr.) <said> {no}. Eugene Pastor Sr. left.",
        {"Eugene Pastor Jr.": PERSON, "Eugene Pastor Sr.": PERSON},
        "Eugene Pastor Jr.",
    ),
    "the younger of two": (
        "Walter Hallam died. His son is Otis Hallam II. (the younger Hallam) <said> {no}.",
        {"Walter Hallam": PERSON, "Otis Hallam II": PERSON, "Hallam": PERSON},
        "Otis Hallam II",
    ),
    "the elder of two": (
        "Walter Hallam came. His son is Otis Hallam II. (the elder Hallam) <said> {no}.",
        {"Walter Hallam": PERSON, "Otis Hallam II": PERSON, "Hallam": PERSON},
        "Walter Hallam",
    ),
    "the younger of two in doubt": (
        "Walter Hallam came with Otis Hallam. (the younger Hallam) <said> {no}.",
        {"Walter Hallam": PERSON, "Otis Hallam": PERSON, "Hallam": PERSON},
        "",
    ),
    "no man is Mrs": (
        "Walter Hallam died. His son is Otis Hallam II. (Mrs. Hallam) <said> {no}.",
        {"Walter Hallam": PERSON, "Otis Hallam II": PERSON, "Hallam": PERSON},
        "Hallam",
    ),
    "one member": ("(One Tide MP, speaking anonymously,) <said> {no}.", {"Tide": ORG}, ""),
    "a former detective": ("(Ex-detective) <says> {no}.", {}, ""),
    "a former something": (
        "(ex-Night Daughter) <said> {no}.",
        {"ex-Night Daughter": PERSON},
        "",
    ),
    "somebody who was something": (
        "(ex-Harbourer Ann Hallam) <said> {no}.",
        {"ex-Harbourer Ann Hallam": PERSON},
        "Ann Hallam",
    ),
    "somebody's lawyer": ("(Ann Hallam's lawyer) <said> {no}.", {"Ann Hallam": PERSON}, ""),
    "somebody's lawyer by name": (
        "(Ann Hallam's lawyer, Tom Berg,) <said> {no}.",
        {"Ann Hallam": PERSON, "Tom Berg": PERSON},
        "Tom Berg",
    ),
    "somebody or her lawyer": ("(Ann Hallam or her lawyer) <said> {no}.", {"Ann Hallam": PERSON}, ""),
    "the witness with a name": (
        "Maria Hallam, a witness, saw the car. (the witness) <said> {no}.",
        {"Maria Hallam": PERSON},
        "Maria Hallam",
    ),
    "the friend brought in last": (
        "A friend of the actor called. Ann Hallam, a friend since school, came. (the friend) <said> {no}.",
        {"Ann Hallam": PERSON},
        "Ann Hallam",
    ),
    "she is a third": (
        "Bob Berg II and Ann Hallam III met. (Miss Hallam) <said> {no}.",
        {"Bob Berg II": PERSON, "Ann Hallam III": PERSON, "Hallam": PERSON},
        "Ann Hallam III",
    ),
    "the friend that was a friend": (
        "Roger Hallam is a singer. A friend came. (the friend) <said> {no}.",
        {"Roger Hallam": PERSON},
        "",
    ),
    "where he is from": (
        "Neath Hallam came. (the father-of-three, from Neath,) <said> {no}.",
        {"Neath Hallam": PERSON, "Neath": PERSON},
        "",
    ),
    "he is no duo": (
        "Hallam & Finn split. (He) <said> {no}.",
        {"Hallam & Finn": PERSON},
        "",
    ),
    "a counterpart": (
        "(Her counterpart at Hallam Securities, Yuki Tamada,) <said> {no}.",
        {"Hallam Securities": ORG, "Yuki Tamada": PERSON},
        "Yuki Tamada",
    ),
    "a former role behind a comma": (
        "(A former colleague of Berg, ex-superintendent Norman Hallam,) <said> {no}.",
        {"Berg": PERSON, "Norman Hallam": PERSON},
        "Norman Hallam",
    ),
    "a right reverend": (
        "(The Bishop of Oxland, the Rt Rev Mark Hallam,) <said> {no}.",
        {"Oxland": GPE, "Mark Hallam": PERSON},
        "Mark Hallam",
    ),
    "a caller of himself": (
        "(the YouTuber TideDad) <said> {no}. TideDad left.",
        {"YouTuber TideDad": ORG, "TideDad": PERSON},
        "TideDad",
    ),
    "a DJ": (
        "DJ Hallam will play. (Hallam) <said> {no}.",
        {"DJ Hallam": PERSON, "Hallam": PERSON},
        "DJ Hallam",
    ),
    "a ledger": (
        "The Oxland Ledger was there. (The Ledger) <reported> {no}.",
        {"Oxland Ledger": ORG, "Ledger": ORG},
        "Oxland Ledger",
    ),
    "initials that label": (
        "Imogen Tallis\n\nImogen Tallis: Good.\n\n(IT)<:> {No.}",
        {"Imogen Tallis": PERSON},
        "Imogen Tallis",
    ),
    "a firm before its daughter": (
        "Hallam Plc rose. Hallam Pharmaceuticals fell. (Hallam) <said> {no}.",
        {"Hallam Plc": ORG, "Hallam Pharmaceuticals": ORG, "Hallam": ORG},
        "Hallam Plc",
    ),
    "somebody's foundation": (
        "The Hallam Foundation gave. (Mr. Hallam) <said> {no}. Hallam left.",
        {"Hallam Foundation": ORG, "Hallam": PERSON},
        "Hallam",
    ),
    "a broadcaster by its letters": (
        "BBC Two showed it. (The BBC) <said> {no}.",
        {"BBC Two": ORG, "BBC": ORG},
        "BBC",
    ),
    "what he is, behind him": (
        "Hallam Energy rose. (Dr Mike Berg head of exploration) <said> {no}.",
        {"Hallam Energy": ORG, "Mike Berg": PERSON},
        "Mike Berg",
    ),
    "a reverend behind his office": (
        "(The secretary of the Oxland Students Union, Reverend Eldon Hallam) <said> {no}.",
        {"Oxland Students Union": ORG, "Eldon Hallam": PERSON},
        "Eldon Hallam",
    ),
    "a statement from a firm": (
        "(A statement from the band's record company Tidal) <said> {no}.",
        {"Tidal": ORG},
        "Tidal",
    ),
    "a party's member": ("(UK Harbour Party MEP) <said> {no}.", {"UK Harbour Party MEP": ORG}, ""),
    "stores in a line of capitals": (
        "US Giant Hallam Department Stores Buys Rival Tide\n\nHallam grew. (Hallam) <said> {no}.",
        {"Hallam Department Stores": ORG, "Hallam": ORG},
        "Hallam Department Stores",
    ),
    "a shouted headline": (
        "WHO IS AMAL?\n\nAmal Hallam came. (Amal) <said> {no}.",
        {"AMAL": ORG, "Amal Hallam": PERSON, "Amal": PERSON},
        "Amal Hallam",
    ),
    "a source in a headline": ("'{no},' <Says> (Source) About Her Family\n\nA source came.", {"Source": PERSON}, ""),
}


@pytest.mark.parametrize(("marked", "ents", "name"), CASES.values(), ids=CASES)
def test_people_gives_the_name_in_full(marked: str, ents: dict[str, str], name: str) -> None:
    doc = People()(doc_of(marked, ents))
    assert [s.name for s in doc._.speakers] == [name], [s.evidence for s in doc._.speakers]


@pytest.mark.parametrize("name", ["", "B", "B.", "李小龙", "O’Hallam", "x" * 3000, "[", "\\", "Mr"])
def test_any_name_may_be_asked_for(name: str) -> None:
    assert name_in_full("Ann B. and the Tom Hallam Band.", name, (), Coverage(())) == ""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Hallam. Adding", "Hallam"),
        ("Sens. Ann Hallam", "Sens. Ann Hallam"),
        ("Prof. Hallam", "Prof. Hallam"),
        ("Ann L. Hallam", "Ann L. Hallam"),
        ("Hallam Corp. Ltd", "Hallam Corp. Ltd"),
        ("", ""),
    ],
)
def test_a_name_ends_with_its_sentence(words: str, name: str) -> None:
    assert to_full_stop(words, Span(0, len(words))).cut(words) == name


def test_people_leaves_out_what_a_headline_says_of_somebody() -> None:
    doc = doc_of(
        "Prodigy Hallam wins\n\nThe prodigy Gael Hallam won. (Hallam) <said> {no}.",
        {"Prodigy Hallam": PERSON, "Gael Hallam": PERSON, "Hallam": PERSON},
    )
    at = doc.text.index("\n")
    doc._.paragraphs = (Paragraph(Span(0, at), "headline"), Paragraph(Span(at + 2, len(doc.text))))
    assert People()(doc)._.speakers[-1].name == "Gael Hallam"
