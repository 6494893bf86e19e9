"""Words that tell what a mention is: function words, roles, kinds of organisations and documents, unnamed people.

Lists of common nouns of the news, by meaning and not by text; endings ("-er", "-ist", "-woman") carry what they lack.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from quotes.pipeline.people.wordlists import word_set

Gender = Literal["", "f", "m"]

FUNCTION_WORDS: Final = word_set(
    "a about above across after afterwards again against ago all almost along already also although always am "
    "amid among an and another any anyone anything are around as asked at away back be because been before behind "
    "being below beside besides between beyond both but by can cannot could despite did do does doing done down "
    "during each earlier either else elsewhere enough even eventually ever every everyone everything except few "
    "finally first for former from further had has have having he hence her here hers herself him himself his how "
    "however i if in indeed inside instead into is it its itself just last lastly later latter least less like "
    "likewise many may maybe me meanwhile might mine more moreover most much must my myself near nearly neither "
    "never nevertheless new next no nobody none nonetheless nor not nothing now of off often on once one only "
    "onto or other others otherwise our ours out outside over own per perhaps please previously quite rather read "
    "really recently regarding said same saying says second seen several shall she should since so some somebody "
    "someone something sometimes soon still such than that the their theirs them then there therefore these they "
    "third this those though three through throughout thus to today together told tomorrow tonight too toward "
    "towards two under unless unlike until up upon us very via was we well were what whatever when whenever where "
    "whereas wherever whether which while who whoever whole whom whose why will with within without would yes "
    "yesterday yet you your yours yourself according added adding asking speaking writing following based given "
    "photo image watch listen see related more monday tuesday wednesday thursday friday saturday sunday january "
    "february march april june july august september october november december get got let ok okay oh thank "
    "thanks"
)
"""Words that begin a sentence with a capital and are no names."""
OPENERS: Final = FUNCTION_WORDS - {"will", "mark", "april", "june", "august", "new"} | {"contact", "email"}
"""Words that begin a sentence with a capital, without those that are somebody's name."""

_FEMALE_ROLES: Final = word_set(
    "actress waitress hostess heiress duchess queen princess mother mom mum mum-of-two grandmother grandma wife "
    "widow girlfriend daughter sister aunt niece woman girl lady matriarch heroine ballerina nun diva bride mezzo "
    "soprano fiancée businesswoman mama songstress granddaughter stepdaughter stepmother stepsister goddaughter "
    "great-grandmother great-granddaughter half-sister daughter-in-law mother-in-law sister-in-law"
)
_MALE_ROLES: Final = word_set(
    "father dad grandfather grandpa husband widower boyfriend son brother uncle nephew man boy gentleman "
    "patriarch king prince duke hero monk priest guy frontman baritone tenor fiancé businessman papa grandson stepson "
    "stepfather stepbrother godson great-grandfather great-grandson half-brother father-in-law brother-in-law"
)
SURNAMES_FIRST: Final = word_set(
    "li wang zhang liu chen yang zhao huang zhou wu xu xi sun hu zhu gao lin guo ma luo liang song zheng xie han tang "
    "feng yu dong xiao cheng cao yuan deng peng zeng jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren "
    "fan fang shi yao tan liao zou xiong jin lu hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan lei "
    "lou niu su bo wen weng zhan zhuang sheng shu qi pang ouyang lei nie shen "
    "qian kim park choi jung jeong yoon jang lim moon nguyen tran pham hoang phan vu dang bui"
)
"""Frequent surnames of China, Korea and Vietnam, which stand before the given name."""
KIN: Final = word_set(
    "wife husband mother father daughter son sister brother child girl boy baby lady woman man friend partner "
    "grandmother grandfather widow twin bride"
)
"""Who is no holder of an office: what ends in one of these with a capital is a name, "Night Daughter"."""
ROLES: Final = (
    word_set(
        "director star singer actor musician guitarist bassist drummer vocalist rapper producer filmmaker writer "
        "author novelist poet playwright screenwriter journalist reporter correspondent editor columnist critic "
        "anchor host presenter comedian model designer artist painter photographer sculptor architect chef dancer "
        "composer conductor dj player striker midfielder defender goalkeeper captain coach manager skipper "
        "quarterback pitcher batsman bowler winger forward rookie veteran champion athlete runner sprinter "
        "swimmer cyclist driver boxer golfer president chairman chairwoman chair chief head boss founder "
        "cofounder co-founder owner executive ceo cfo cto coo officer minister premier chancellor senator "
        "congressman congresswoman representative governor mayor councillor councilman councilwoman councilmember "
        "lawmaker politician mp msp candidate nominee leader deputy secretary treasurer commissioner ambassador "
        "diplomat spokesman spokeswoman spokesperson adviser advisor aide strategist analyst economist expert "
        "researcher scientist professor lecturer teacher principal superintendent student doctor nurse surgeon "
        "physician psychologist psychiatrist lawyer attorney prosecutor solicitor barrister judge justice sheriff "
        "detective sergeant lieutenant constable inspector agent guard soldier general colonel major admiral "
        "commander pilot astronaut engineer developer programmer inventor entrepreneur investor trader banker "
        "broker farmer fisherman worker activist campaigner organiser organizer volunteer resident neighbour "
        "neighbor witness victim survivor suspect defendant plaintiff inmate prisoner killer priest pastor bishop "
        "rabbi imam pope archbishop historian curator librarian celebrity legend icon mogul billionaire magnate "
        "tycoon member chairperson counsel correspondent whistleblower frontman frontwoman keyboardist rocker "
        "songwriter crooner performer entertainer youtuber influencer streamer podcaster showrunner "
        "cinematographer creator native graduate lead co-star costar bandmate teammate friend colleague partner "
        "counterpart spouse child teenager youngster veteran fan customer owner guest speaker moderator coordinator "
        "administrator vice-president chef trainer referee umpire umpires president-elect ex-president "
        "supervisor mep msp pm "
        "magistrate backbencher frontbencher comrade envoy delegate undersecretary alderman assemblyman assemblywoman "
        "whip congressperson dean provost rector chaplain councilor warden marshal comptroller caller commentator "
        "pundit pollster biographer democrat republican superstar popstar "
        "associate ally confidante acquaintance relative employee opponent acolyte protege cousin bodyguard "
        "famer madam flanker hooker fly-half scrum-half full-back fullback half-back centre-back"
    )
    | _FEMALE_ROLES
    | _MALE_ROLES
)
ORGANISATION_NOUNS: Final = word_set(
    "company firm corporation group band airline carrier bank retailer manufacturer maker automaker carmaker "
    "studio label network broadcaster channel station newspaper paper magazine tabloid outlet publication website "
    "site blog agency department ministry bureau office commission committee council board court union "
    "association federation league club team side party campaign charity foundation organisation organization "
    "institute institution university college school hospital church government administration state city county "
    "authority police force army navy regulator watchdog coalition alliance society trust fund startup start-up "
    "platform service brand chain publisher developer lab laboratory museum theatre theater festival centre "
    "center body panel congress parliament senate house trio quartet quintet act outfit giant lobby bloc "
    "militia museum zoo aquarium airport hotel restaurant store shop brewery bakery gallery library archive "
    "observatory academy venue arena insurer lender utility drugmaker chipmaker conglomerate subsidiary unit "
    "provider issuer wholesaler supplier distributor housebuilder "
    "division nonprofit ngo thinktank clinic consultancy brokerage ensemble sextet orchestra choir ballet"
)
_PERSON_NOUNS: Final = word_set(
    "commander-in-chief user fan matriarch patriarch twosome couple pair duo parent voter "
    "groom bridegroom newlywed royal monarch heir cardinal contestant finalist laureate patient tenant bachelor alum "
    "passer-by passerby prodigy scot swede dane finn briton texan oligarch advocate taoiseach tanaiste "
    "cathaoirleach tsar dissident impresario neurosurgeon figurehead mastermind virtuoso visionary comic ref "
    "secretary-general commissar lookalike look-alike famer lock prop wing seed"
)
"""Nouns for people that are no roles and stand in no title."""
FIELDS: Final = word_set(
    "health education women children men defence defense transport trade energy culture justice agriculture "
    "immigration environment security housing pensions welfare europe africa asia policy science technology tourism "
    "media sport"
)
"""What spokespeople speak on."""
BUSINESS: Final = word_set(
    "research marketing sales operations communications finance engineering development resources production "
    "programming strategy affairs relations planning design music news programmes programs legal personnel staff "
    "recruitment procurement logistics compliance security innovation investment lending banking analytics data "
    "content growth insights law history economics physics chemistry biology medicine psychology "
    "sociology politics mathematics literature philosophy journalism"
)
"""What somebody is the head, the director or a professor of."""
RANKS: Final = word_set("deputy vice assistant co acting junior shadow caretaker interim outgoing incoming under")
"""Of who holds an office not fully: "the minister" is not the shadow minister."""
STATES: Final = dict(
    pair.replace("_", " ").split(":")
    for pair in (
        "ala:Alabama ariz:Arizona ark:Arkansas calif:California colo:Colorado conn:Connecticut del:Delaware "
        "fla:Florida ga:Georgia ill:Illinois ind:Indiana kan:Kansas ky:Kentucky la:Louisiana md:Maryland "
        "mass:Massachusetts mich:Michigan minn:Minnesota miss:Mississippi mo:Missouri mont:Montana neb:Nebraska "
        "nev:Nevada nh:New_Hampshire nj:New_Jersey nm:New_Mexico ny:New_York nc:North_Carolina nd:North_Dakota "
        "okla:Oklahoma ore:Oregon pa:Pennsylvania ri:Rhode_Island sc:South_Carolina sd:South_Dakota tenn:Tennessee "
        "tex:Texas vt:Vermont va:Virginia wash:Washington wva:West_Virginia wis:Wisconsin wyo:Wyoming tx:Texas "
        "ca:California fl:Florida oh:Ohio mi:Michigan"
    ).split()
)
"""American states by how agencies shorten them behind a party, in normal form: "R-Mont."."""
COLLECTIVES: Final = word_set(
    "government administration campaign industry service ministry embassy military regime opposition delegation "
    "union agency committee commission council police authority army navy team party group coalition court office "
    "department board association federation guard watchdog regulator lobby movement"
)
"""Kinds of bodies that are named by a word with a capital before them: "the Altmere border service"."""
DOCUMENT_NOUNS: Final = word_set(
    "book memoir autobiography novel biography report study paper survey poll letter memo statement filing "
    "lawsuit suit complaint indictment affidavit document documents article story review email post tweet bill "
    "law research website podcast documentary film movie show series song album video episode editorial essay "
    "column petition journal diary press-release release blog analysis footnote leaflet ruling judgment judgement "
    "message guide note transcript advert manifesto dossier synopsis voicemail tirade recording "
    "caption motion application text paperwork brief pamphlet advert advertisement slogan placard"
)
UTTERANCES: Final = word_set(
    "account claim speech testimony opinion decision remark comment allegation assertion announcement proposal "
    "voiceover voice-over narration description edition issue plan pitch talk bio op-ed rhetoric candidacy "
    "warning lyric argument assessment response reply answer defense defence interpretation version"
)
"""Nouns for what somebody says: "Lee's account" speaks for Lee."""
COMPANY_ENDINGS: Final = word_set(
    "inc corp corporation co company ltd llc plc group holdings university college institute association society "
    "foundation agency department ministry bureau commission committee council board court union federation "
    "league club party bank airlines airways times post journal tribune herald gazette chronicle news magazine "
    "radio tv television press police service services authority trust fund church hospital school records "
    "pictures studios labs entertainment media games network coalition alliance center centre museum congress "
    "parliament senate house band orchestra festival energy breweries motors stores industries pharmaceuticals foods "
    "electronics technologies"
)
TRADES: Final = word_set(
    "group holdings airlines airways energy oil breweries motors stores industries pharmaceuticals foods telecom "
    "electronics insurance technologies chemicals"
)
"""Last words of firms' names that say what they do."""
LEGAL_FORMS: Final = word_set(
    "bhd berhad pte tbk oyj inc corp corporation co company ltd limited llc llp plc ag sa nv spa gmbh"
)
"""Last words that only a firm's name has."""
NEWS_WORDS: Final = word_set(
    "zeitung times post journal tribune herald gazette chronicle news newspaper magazine radio fm tv television "
    "press show podcast programme program bbc cnn nbc abc cbs npr pbs itv sky msnbc cnbc fox reuters bloomberg ap "
    "afp mail guardian telegraph independent observer sun mirror star standard weekly daily review reporter examiner "
    "enquirer globe dispatch sentinel courier bulletin observer online network channel today tonight world stone "
    "variety deadline nme spin billboard people"
)
"""Words of which the names of newspapers and broadcasters are made."""

MEMBERS: Final = word_set("mp mep msp")
"""What members of a parliament are called."""
MASTHEADS: Final = word_set(
    "ledger argus advertiser inquirer express echo recorder record register citizen examiner caller"
)
"""What else papers are called by, behind "the" or the name of a place."""
PLATFORMS: Final = word_set(
    "twitter x instagram facebook tiktok youtube threads snapchat linkedin reddit telegram myspace tumblr "
    "whatsapp mastodon bluesky substack weibo twitch"
) | {"truth social", "social media"}
"""Where people post; a name among them is never a person."""

KINDRED_ROLES: Final = (
    word_set("singer vocalist frontman frontwoman rocker musician songwriter rapper performer star artist bandleader"),
    word_set("guitarist bassist drummer keyboardist musician rocker artist songwriter multi-instrumentalist"),
    word_set("actor actress star performer comedian entertainer celebrity"),
    word_set("author writer novelist poet playwright journalist essayist"),
    word_set("director filmmaker producer screenwriter showrunner creator"),
    word_set("coach manager boss trainer"),
    word_set("striker midfielder defender goalkeeper captain forward winger player skipper footballer star veteran"),
    word_set(
        "chief boss executive ceo chairman chairwoman founder co-founder president billionaire mogul entrepreneur head"
    ),
    word_set(
        "senator congressman congresswoman representative lawmaker politician mp minister leader legislator governor"
    ),
    word_set(
        "scientist researcher professor expert biologist economist historian ecologist astronomer academic lecturer"
    ),
    word_set("lawyer attorney solicitor barrister prosecutor counsel"),
    word_set("mother mom mum wife woman grandmother matriarch"),
    word_set("father dad husband man grandfather patriarch"),
    word_set("company firm group maker manufacturer retailer chain giant business airline bank carrier carmaker"),
    word_set("band group quartet trio act outfit rockers"),
    word_set("newspaper paper tabloid outlet magazine publication website site"),
    word_set("department agency ministry bureau office force police authority"),
    word_set("lawsuit suit complaint filing petition motion indictment affidavit paperwork document"),
    word_set("report study paper survey research review analysis poll guide"),
    word_set("statement message note letter email post tweet caption release press-release"),
    word_set("book memoir autobiography biography novel"),
)
"""Nouns that the news uses for one and the same: "the singer" is whoever was brought in as "frontman"."""

_STAFF: Final = (
    ("band group act", "frontman frontwoman guitarist bassist drummer vocalist keyboardist bandmate singer tour album"),
    (
        "company firm group business",
        "executive ceo cfo coo cto boss share shares shareholder investor subsidiary product store customer stock unit "
        "founder chairman chairwoman revenue profit plant factory",
    ),
    (
        "team club side",
        "coach striker midfielder defender goalkeeper captain skipper winger quarterback squad fullback",
    ),
    ("newspaper paper magazine outlet publication", "reporter columnist editor correspondent editorial"),
    ("university college school institution", "professor lecturer provost dean alumnus faculty campus"),
    ("agency department office organisation organization", "inspector agent commissioner"),
    ("party", "backbencher frontbencher mp mep msp whip candidate"),
)
"""Kinds of bodies, and what the article speaks of as theirs: "Acme bassist Ann Lee" speaks of a band."""
BODIES_BY_STAFF: Final[dict[str, frozenset[str]]] = {
    noun: frozenset().union(*(bodies.split() for bodies, staff in _STAFF if noun in staff.split()))
    for noun in word_set(" ".join(staff for _, staff in _STAFF))
}
UNNAMED: Final = word_set(
    "official source insider critic analyst observer expert people person man woman someone somebody many others "
    "other some most one another several few both none everyone everybody everyone witness authority authorities "
    "data figure figures statistics research prosecutor prosecution defence defense fan user voter resident "
    "neighbor reader customer lawmaker trader economist spokesman spokeswoman spokesperson representative teacher "
    "parent"
)
"""Heads of phrases that the news uses for people whom it does not name."""
PEOPLE: Final = word_set(
    "resident official insurgent witness prosecutor lawmaker aide ally medic paramedic juror peer bishop charity "
    "landlord lender banker borrower grower rebel trooper rescuer diver climber hiker hunter hacker shopper pupil "
    "academic trustee whip mourner settler tribesman herder elder chief vet biker brexiteer remainer eurosceptic "
    "catholic protestant muslim christian jew kurd londoner pundit commuter passenger tourist tenant driver "
    "nurse doctor midwife detective officer cop soldier troop militant gunman kidnapper thief robber coroner judge "
    "lawyer barrister solicitor attorney mp mep councillor senator minister mayor governor mum dad mother father "
    "pensioner student teacher lecturer headteacher scientist researcher expert scholar historian survivor victim "
    "relative friend neighbour neighbor local villager islander worker colleague coworker co-worker staffer "
    "employee executive director boss owner founder investor shareholder dealer trader broker farmer fisherman "
    "miner activist campaigner protester protestor demonstrator supporter opponent critic rival organiser organizer "
    "volunteer donor backer bystander onlooker eyewitness guest diner drinker viewer listener player coach athlete "
    "fan follower devotee believer migrant refugee immigrant expat inmate prisoner guard regulator insurer retailer "
    "broadcaster publisher platform airline bookmaker punter pollster economist forecaster bureaucrat diplomat "
    "ambassador envoy negotiator monitor inspector auditor engineer firefighter sheriff sailor pilot crewman "
    "astronaut astronomer seismologist volcanologist ecologist conservationist environmentalist vegan"
)
"""Those of whom the news speaks in the plural without a name: "Paramedics said", "Charities warned"."""
CROWDS: Final = word_set(
    "staff family management cast crew police clergy personnel faculty troops folk folks locals gardai"
)
"""Some who are not named, in one word."""

_PARENTS: Final = ("mother-of-", "father-of-", "grandmother-of-", "grandfather-of-", "mum-of-", "dad-of-")
_PERSON_ENDING: Final = re.compile(r"(?:er|or|ist|man|woman|person|ian|eer|ant|ess|star|maker|[a-z]year-old)$")

_NO_PERSON_ENDING: Final = re.compile(
    r"(?:(?<!aro)(?<!wit)(?<!ver)(?<!lio)(?<!aco)(?<!tro)(?<!hio)ness|less|[a-z]{3}over|gress)$"
)

NounKind = Literal["person", "organisation", "document", ""]


@lru_cache(maxsize=20_000)
def kindred(noun: str) -> frozenset[str]:
    """Nouns that may be said of the same one, without the noun itself."""
    return frozenset().union(*(group for group in KINDRED_ROLES if noun in group)) - {noun}


@lru_cache(maxsize=20_000)
def singular(noun: str) -> str:
    """The noun without a plural ending, roughly: "companies", "witnesses", "officials"."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ses", "xes", "zes", "ches", "shes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


@lru_cache(maxsize=20_000)
def is_plural(noun: str) -> bool:
    """Does the noun look like a plural?"""
    return (
        noun in ("people", "police", "men", "women", "children")
        or noun.endswith(("men", "women"))
        or (noun != singular(noun) and noun not in ROLES and noun not in ORGANISATION_NOUNS and noun != "series")
    )


_NO_PERSONS: Final = word_set(
    "abundant access address after altogether anger another answer ant banner barometer barrier beer better bigger "
    "bitter blockbuster blunder border boulder brighter browser buffer bummer bumper buoyant burger burner business "
    "butter calmer cancer career center chamber chapter charter chatter cheaper checklist cheer chest clever cluster "
    "clutter coaster colder color computer constant container cooler corner corridor counter covenant cover crater "
    "cursor danger deeper deer dinner disaster disorder distant dominant door double-decker dress ear earlier easier "
    "either elegant elephant endeavor error ever excess exist exterior exuberant factor faster favor fear fever fewer "
    "fiber filter finer finger firmer fist flavor flavour flicker floor folder freighter frontier fuller further gear "
    "gist glitter grant greater grist gutter hammer harbor harder header helicopter higher honor horror horsepower "
    "hotter however hunger important indicator indoor inferior inner instant interior jeer labor ladder larger laser "
    "later latter laughter lawnmower layer leaner leather less lighter list litter longer lower major manner matter "
    "meander merger metaphor microprocessor milder minicomputer minor mirror misnomer mist moniker monster moor motor "
    "multi-tier murder nearer neither never newer newsletter number offer older order other ouster outer over pageant "
    "paper penchant pennant pier playlist pleasant pointer poor poster powder power prayer precursor press primer "
    "printer process progress proper quarter quicker quieter rampant rather recess register relevant reluctant "
    "remainder reminder remnant repress restaurant richer river roller roster rubber rumor saucer scanner seamless "
    "sector semester semiconductor sensor server setlist shelter shorter shortlist shoulder shower significant "
    "sinister sliver slower slumber smaller smarter softer somber sooner spatter spider splinter stagnant steeper "
    "sticker stricter stronger stutter suffer summer supercomputer superpower suppress surrender sweater swifter "
    "takeover taller tear tender terror thinner thriller thunder tier tighter timber together tougher tower tractor "
    "trailer transfer transistor trigger truer twist under underwater unless upper vacant vapor variant wafer waiver "
    "want warmer warrant water weaker weather welter whatever whether whichever whimper whisper wider winter wiser "
    "wonder wrist year yonder younger zeitgeist "
)
"""Nouns that end as those for somebody do."""


@lru_cache(maxsize=20_000)
def noun_kind(noun: str) -> NounKind:
    """What a common noun in the singular names: somebody, an organisation or a document."""
    noun = noun.removeprefix("co-").rpartition("-turned-")[2]  # "star-turned-candidate"
    noun = noun.partition("-of-")[0] if noun.startswith(_PARENTS) else noun.removesuffix("-in-waiting")
    if noun in ROLES or noun in _PERSON_NOUNS:
        return "person"
    if noun in ORGANISATION_NOUNS:
        return "organisation"
    if noun in DOCUMENT_NOUNS:
        return "document"
    is_person = noun not in _NO_PERSONS and (_PERSON_ENDING.search(noun) or noun.endswith("year-old"))
    is_person = is_person and not _NO_PERSON_ENDING.search(noun)
    return "person" if is_person else ""


def role_gender(noun: str) -> Gender:
    """The gender that a role tells: "actress", "spokesman"."""
    noun = noun.partition("-of-")[0]
    if noun in _FEMALE_ROLES or noun.endswith("woman"):
        return "f"
    return "m" if noun in _MALE_ROLES or (noun.endswith("man") and noun not in ("human", "german", "roman")) else ""
