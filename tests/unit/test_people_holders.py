"""Names behind what somebody is, bodies of one kind and another, namesakes: whose words a source's are."""

import pytest
from people_docs import doc_of

from quotes.pipeline.people import People

PERSON, ORG, GPE, WORK = "PERSON", "ORG", "GPE", "WORK_OF_ART"
CASES = {
    "who holds an office for a place": (
        "(Conservative MP for Oxbay Keith Morrow) <said> {no}.",
        {"Conservative": ORG, "Oxbay": GPE, "Keith Morrow": PERSON},
        ["Keith Morrow"],
    ),
    "the head of a body": ("(Head of the school Ann Lee) <said> {no}.", {"Ann Lee": PERSON}, ["Ann Lee"]),
    "a chief of police": ("(Chief of Police Kim Dole) <said> {no}.", {"Kim Dole": PERSON}, ["Kim Dole"]),
    "an agent in charge": (
        "(Special Agent in Charge Ann Lee) <said> {no}.",
        {"Charge Ann Lee": PERSON},
        ["Ann Lee"],
    ),
    "but nobody's lawyer": (
        "(Lawyer for Oxbayer Ann Lee) <said> {no}.",
        {"Ann Lee": PERSON},
        [""],
    ),
    "behind an office in capitals": (
        "(The Lord Advocate, Ann Lee KC), <said> {no}.",
        {"The Lord Advocate": ORG, "Ann Lee": PERSON},
        ["Ann Lee"],
    ),
    "behind a role and another": (
        "(The club's owner, the oligarch Roman Belov), <said> {no}.",
        {"Roman Belov": PERSON},
        ["Roman Belov"],
    ),
    "behind a body's role": (
        "(The Bank of Oxland's governor, Ann Lee), <said> {no}.",
        {"Bank of Oxland": ORG, "Ann Lee": PERSON},
        ["Ann Lee"],
    ),
    "a party before the name": (
        "(The MP for Oxbay East, Labour's Ann Lee), <said> {no}.",
        {"Oxbay East": GPE, "Labour": ORG, "Ann Lee": PERSON},
        ["Ann Lee"],
    ),
    "with an age behind": (
        "(His ex-wife, Ann Lee, 44), <said> {no}. (2:One of the victims, Sue Day, 23), <2:said> {2:“no”}.",
        {"Ann Lee": PERSON, "Sue Day": PERSON},
        ["Ann Lee", "Sue Day"],
    ),
    "of several lawyers none is the victim": (
        "(The lawyers for the victim, Ann Lee), <said> {no}.",
        {"Ann Lee": PERSON},
        [""],
    ),
    "the one of whom a clause tells": (
        "(The Spectral Review), whose critic, Rupert Vane, <complained> {that it was long}. "
        "(2:Ann Lee), whose son, Tom Berg, was killed, <2:said> {2:“no”}.",
        {"Spectral Review": ORG, "Rupert Vane": PERSON, "Ann Lee": PERSON, "Tom Berg": PERSON},
        ["Rupert Vane", "Ann Lee"],
    ),
    "three, of whom one owns a firm": (
        "(Ann Lee, Sue Day and Kate Marsh’s GOPE) have all <said> {no}.",
        {"Ann Lee": PERSON, "Sue Day": PERSON, "Kate Marsh": PERSON, "GOPE": ORG},
        ["Ann Lee, Sue Day and GOPE"],
    ),
    "whoever speaks behind a place": (
        "In the (Commons Sue Wood) <said> {no}. Sue Wood left.",
        {"Commons Sue Wood": ORG, "Sue Wood": PERSON},
        ["Sue Wood"],
    ),
    "a list tells namesakes apart": (
        "Lee, her sister Ann Lee and Tom Lee Jr. have left. (Lee) <said> {no}.",
        {"Lee": PERSON, "Ann Lee": PERSON, "Tom Lee Jr.": PERSON},
        ["Lee"],
    ),
    "Mr is no knight": (
        "Sir Ian Blake came with Tom Blake. Sir Ian Blake left. (Mr Blake) <said> {no}.",
        {"Ian Blake": PERSON, "Tom Blake": PERSON, "Blake": PERSON},
        ["Tom Blake"],
    ),
    "a surname alone and not as half of one": (
        "Agnes Thorvald spoke with Kari Thorvald-Ames. (Ms. Thorvald) <said> {no}.",
        {"Agnes Thorvald": PERSON, "Kari Thorvald-Ames": PERSON, "Thorvald": PERSON},
        ["Agnes Thorvald"],
    ),
    "a body in a sentence full of names": (
        "An Oxbay man was seen with Rep. Ilhan Osk of Oxbay, (the U.S. Harbour Office for the Western District of "
        "Tagus) <announced> {on Monday that it was over}. The U.S. Capital Police were told. The U.S. was far.",
        {"U.S. Harbour Office for the Western District of Tagus": ORG, "U.S. Capital Police": ORG, "U.S.": GPE},
        ["U.S. Harbour Office for the Western District of Tagus"],
    ),
    "a month is no name": ("(An email dated Oct). 19, 2022, <suggests> {that it was so}.", {"Oct": PERSON}, [""]),
    "what a body counts": (
        "{Sales rose}, <according to> (Harbour Office figures). {2:Rents fell}, <2:according to> "
        "(2:data compiled by Tavoro).",
        {"Harbour Office": ORG, "Tavoro": ORG},
        ["Harbour Office", "Tavoro"],
    ),
    "the outlet that prints a report": (
        "{It was over}, <according to> (a report in the Harbour Herald). (2:A report in Tagus) <2:said> {2:“no”}.",
        {"Harbour Herald": ORG, "Tagus": GPE},
        ["Harbour Herald", ""],
    ),
    "what another body keeps is not its own": (
        "(The Tide Board) <said> {no}. <2:According to> (2:the Harbour Office’s price watch), {2:sugar rose}.",
        {"The Tide Board": ORG, "Harbour Office": ORG},
        ["Tide Board", ""],
    ),
    "no paper is a government": (
        "(The Tide Morning Post) <said> {no}. On Monday (2:the colonial government) <2:said> {2:it would pay}.",
        {"Tide Morning Post": ORG},
        ["Tide Morning Post", ""],
    ),
    "no state is a board": (
        "The State Harbour Board met. (The state) <said> {no}.",
        {"State Harbour Board": ORG},
        [""],
    ),
    "another firm's boss": (
        "Rita Salmond, Tavoro's CEO, was there. (Novaterra's CEO) <said> {no}.",
        {"Rita Salmond": PERSON, "Tavoro": ORG, "Novaterra": ORG},
        [""],
    ),
    "the boss of another firm": (
        "Tavoro CEO Rita Salmond was there. (The CEO of Novaterra) <said> {no}.",
        {"Rita Salmond": PERSON, "Tavoro": ORG, "Novaterra": ORG},
        [""],
    ),
    "the boss of a firm, who was with another before": (
        "(The CEO of Novaterra) <said> {no}. Rita Salmond, a former CEO of Tavoro, left.",
        {"Rita Salmond": PERSON, "Tavoro": ORG, "Novaterra": ORG},
        ["Rita Salmond"],
    ),
    "nobody of whom nothing is known": (
        "(Rita Salmond) <said> {no}. Last month (2:the chairman of the Tide Board) <2:said> {2:“yes”}.",
        {"Rita Salmond": PERSON, "Tide Board": ORG},
        ["Rita Salmond", ""],
    ),
    "who comes in behind": (
        "(The chairman of the Tide Board) <said> {no}. Tom Osk also called it a desperate act. Osk left.",
        {"Tom Osk": PERSON, "Osk": PERSON, "Tide Board": ORG},
        ["Tom Osk"],
    ),
    "a leader of another party": (
        "Oxland National Party leader Ida Quill was there. (The Oxland Conservative leader) <said> {no}.",
        {"Ida Quill": PERSON},
        [""],
    ),
    "a party's voices": (
        "(Republican) <calls for> {an inquiry} grew. Republican Tom Osk was there.",
        {"Tom Osk": PERSON},
        [""],
    ),
    "what the market forecasts": (
        "(Tavoro) <announced> {a slide}, below (2:the average market) <2:forecast of> {2:five million}.",
        {"Tavoro": ORG},
        ["Tavoro", ""],
    ),
    "a news agency": (
        "Oxland's Supreme Court met. {It rose}, (the Tanhua news agency) <said>. (2:Tanhua) <2:said> {2:“no”}.",
        {"Supreme Court": ORG, "Tanhua": PERSON},
        ["Tanhua", "Tanhua"],
    ),
    "a group of a country": (
        "{It rose}, (the U.S. group) <said>. The evidence was thin, (2:the human rights group) <2:said> {2:it}.",
        {"U.S. group": ORG},
        ["", ""],
    ),
    "who lends": (
        "Tom Osk is its boss. (Tavoro Society) <said> {no}. (2:The home loan provider) <2:said> {2:it will grow}.",
        {"Tavoro Society": ORG, "Tom Osk": PERSON},
        ["Tavoro Society", "Tavoro Society"],
    ),
    "no tycoon is a committee's chairman": (
        "(Media mogul Tom Osk) <said> {no}. (2:The commerce committee chairman) <2:wants> {2:it to go on}.",
        {"Tom Osk": PERSON},
        ["Tom Osk", ""],
    ),
    "who holds another office": (
        "(Mayor Ann Lee) <said> {no}. (2:The prime minister) <2:said> {2:“yes”}.",
        {"Ann Lee": PERSON},
        ["Ann Lee", ""],
    ),
    "a head of staff": (
        "Sue Day came. (Tavoro chief of staff Ann Lee) <said> {no}.",
        {"Sue Day": PERSON, "Tavoro": ORG, "Ann Lee": PERSON},
        ["Ann Lee"],
    ),
    "who looks into what others say": ("(Oxland) is <investigating> {reports that it sank}.", {"Oxland": GPE}, [""]),
    "a party before a name": (
        "(Fellow Tory Norman Baker) <said> {no}. (2:Lib Dem Ann Lee) <2:said> {2:“yes”}.",
        {"Fellow Tory Norman Baker": PERSON, "Lib Dem Ann Lee": PERSON},
        ["Norman Baker", "Ann Lee"],
    ),
    "firms by their trade": ("(Bookmakers Tavoro) <said> {no}.", {"Bookmakers Tavoro": ORG}, ["Tavoro"]),
    "the last part between commas": (
        "(The Executive Director, Tide Systems, National Tide Authority, Mrs Ann Lee), <accused> {them of fraud}.",
        {"Tide Systems": ORG, "National Tide Authority": ORG, "Ann Lee": PERSON},
        ["Ann Lee"],
    ),
    "a nickname behind a first name that is a title": (
        "(Dean “Chook” Osk) <said> {no}.",
        {"Dean “Chook” Osk": PERSON},
        ["Dean “Chook” Osk"],
    ),
    "an office of a senate": (
        "(President Pro Tempore Ann Lee) <said> {no}.",
        {"Pro Tempore Ann Lee": PERSON},
        ["Ann Lee"],
    ),
    "a full name longer than the one that stands there often": (
        "Eugene Osk Chi-ming was there. (Eugene Osk) <said> {no}. Eugene Osk left.",
        {"Eugene Osk Chi-ming": PERSON, "Eugene Osk": PERSON},
        ["Eugene Osk Chi-ming"],
    ),
    "behind marks of a heading": ("**(Critics) have <said> {it is long}**", {"Critics": ORG}, [""]),
    "another letter": (
        "In a letter, (Ann Lee) <said> {no}. (2:The letter) <2:said> {2:“no”}. A clerk got a letter from the hall. "
        "(3:The letter) <3:said> {3:“sorry”}.",
        {"Ann Lee": PERSON},
        ["Ann Lee", "Ann Lee", ""],
    ),
    "the statement that it was said in": (
        "{“No,”} (Tavoro) <said> in a statement. (2:The statement) <2:said> {2:“never”}.",
        {"Tavoro": ORG},
        ["Tavoro"] * 2,
    ),
    "another minister": (
        "First Minister Jack Osk was there. (Tagus's justice minister) <said> {no}.",
        {"Jack Osk": PERSON, "Tagus": GPE},
        [""],
    ),
    "what a video shows": (
        "Video released by attorney Ann Lee is long. (The video) <shows> {him asking for a name}.",
        {"Ann Lee": PERSON},
        [""],
    ),
}


@pytest.mark.parametrize(("marked", "ents", "names"), CASES.values(), ids=CASES)
def test_the_name_is_whose_words_they_are(marked, ents, names):
    doc = People()(doc_of(marked, ents))
    assert [s.name for s in doc._.speakers] == names, [s.evidence for s in doc._.speakers]
