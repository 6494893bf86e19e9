"""How newspapers word what stands around an article: captions, links, subscriptions, notices.

The patterns are matched on one paragraph of at most 600 characters, white space made single spaces. They are kept
apart from `quotes.layout`, which says when each is tried, so that a new wording is one line here.
"""

from __future__ import annotations

import re
from typing import Final


def _any_of(*alternatives: str, end: str = "", flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(alternatives) + ")" + end, flags)


REPORTING: Final = re.compile(
    r"\b(?:said|says|say|told|tells|tell|according to|added|adds|wrote|writes|asked|asks|claimed|claims"
    r"|explained|explains|continued|continues(?! below)|admitted|admits|insisted|insists|argued|argues|tweeted)\b"
)
"""Words that report speech: a line with one is what it seems only if it begins with a label."""

SMALL_WORD: Final = _any_of(
    "an?|the|and|but|n?or|for|of|in|on|to|at|by|as|up|off|out|vs?|via|per|with|from|into|over|after|than|that|is|its?|be",
    "about|under|between",
)
"""A word that Title Case leaves small."""

DATELINE: Final = re.compile(
    r"[A-Z][A-Z .,'/-]{2,40}(?:,? (?:[A-Z][a-z.]{1,15}|\d{1,2})){0,3}(?: ?\([^()]{1,30}\))? ?(?:--|[-–—]) "
)
"""The place at the head of an agency's first paragraph: LONDON, May 3 (Wire) - …"""

# --- captions -----------------------------------------------------------------------------------------------------

_PICTURE: Final = r"(?:images?|photos?|photographs?|pictures?|pics?|illustrations?)"
_AGENCY: Final = (
    r"(?:Getty(?: Images)?|AP(?: Photo| Images)?|Associated Press|AFP|Reuters|PA(?: Wire| Media| Images)?|EPA(?:-EFE)?"
    r"|Press Association|Shutterstock|R[Ee][Xx](?: Features)?|Alamy(?: Stock Photo| Live News)?|WireImage|FilmMagic"
    r"|Bloomberg|Splash(?: News)?|Backgrid|BACKGRID|iStock(?:photo)?|ZUMA(?: Press| Wire)?|Corbis|Unsplash|NurPhoto"
    r"|Everett(?: Collection)?|Anadolu(?: Agency)?|Xinhua|UPI|TASS|Sipa(?: USA)?|Redferns|Invision|Instagram|Facebook"
    r"|Handout)"
)
_NAME: Final = r"[A-Z][\w.'’-]*"

CAPTION_LABEL: Final = _any_of(
    rf"\(?(?:(?:main|lead|featured?|top|cover|header|hero|file|stock|library|representative|representational) )?"
    rf"{_PICTURE}(?: credits?| by| caption| courtesy| source)?(?: of)?(?: ?[:|©]|$)",
    rf"\(?(?:main|lead|featured?|header|hero|file|stock) {_PICTURE}\b",
    rf"{_PICTURE} courtesy(?: of)?\b",
    r"(?:pictured|photographed|caption|credits?)(?: (?:above|below|left|right|here|top|bottom))*(?: ?:|,(?=.{0,160}$))",
    r"pictured (?:above|below|left|right|here|top)\b",
    rf"(?:an? |the )?(?:cctv|handout|undated|archive|satellite) (?:{_PICTURE}|stills?|footage) (?:of|from)\b(?!.*\.$)",
)
"""What begins a caption or credit: "Main image: …", "Photo: …", "Pictured, from left: …", "Image courtesy of …"."""

CREDIT: Final = _any_of(
    rf"\((?i:{_PICTURE}|credits?|file {_PICTURE})\b[^()]{{0,80}}\)\.?$",  # (Photo by Jo Doe)
    rf"(?:[.!?)”\"’'] |(?<=\w) [—–-]+ )(?:{_NAME} ){{0,4}}{_NAME} ?/ ?(?:{_NAME} ?){{1,3}}$",  # . Jo Doe/Netflix
    rf"[.!?)”\"’'] (?i:{_PICTURE})(?: credit)?(?: ?:| by) [^.:]{{1,80}}\.?$",  # … on Monday. Photo: Jo Doe
    rf"\S ?/ ?{_AGENCY}$",  # … Jo Doe/Getty Images
    rf"(?:^|[.!?)”\"’'] |[—–|] ){_AGENCY}(?: ?/ ?{_AGENCY})?$",  # … at the premiere. Getty Images
    rf"(?:{_PICTURE} |\b)[Cc]ourtesy of (?:the )?{_NAME}(?: [\w.'’&+-]+){{0,5}}$",  # … Courtesy of Lantern Films.
    rf"(?:^|[.!?)”\"’'] )Credit(?::|…|\.\.\.)? ?(?:{_NAME} ?){{1,4}}(?:(?:for|via|/) ?[\w .'’-]{{1,40}})?$",
    flags=re.NOFLAG,
)
"""What ends one. Capitals are needed: names look like nothing else."""

# --- links to other articles --------------------------------------------------------------------------------------

_LINK: Final = (
    r"(?:also (?:read|see|watch)|read (?:also|more|next|this|on|now|here)|further reading|see (?:also|more)"
    r"|related(?: (?:stor(?:y|ies)|articles?|videos?|galler(?:y|ies)|content|coverage|reading|links?|news|topics?))?"
    r"|more (?:like this|stories|news|coverage|on this(?: (?:story|topic))?)|you (?:may|might) (?:also )?(?:like|enjoy)"
    r"|don['’]t miss|recommended(?: (?:videos?|stories|articles?|reading|for you))?"
    r"|editor['’]?s['’]? (?:picks?|choice))"
)
LINK_HEADING: Final = _any_of(
    _LINK,
    r"more from [\w .&'’-]{1,30}",
    r"(?:most (?:read|popular|viewed)|trending(?: now)?|popular now|top stories|latest news|up next|watch|videos?)",
    end=r"[ :.…>»›→]*",
)
"""A whole line above a list of links."""

LINK_LABEL: Final = _any_of(_LINK, r"more from [\w .&'’-]{1,30}", end=r" ?[:|>»›→]+ ?(?=\S)")
"""What begins a link: "Also read: …"."""

LOOSE_LINK_LABEL: Final = _any_of(
    r"(?:more|read|watch(?: now| this| below)?|listen(?: now| here)?|videos?|photos|(?:in )?pictures|galler(?:y|ies))",
    end=r" ?[:|>»›→]+ ?(?=\S)",
)
"""What may begin a link or a sentence."""

POINTER: Final = _any_of(
    r"(?:read|see|watch|view|hear|listen to|find|discover|explore) (?:more\b|(?:the|our) (?:full|rest|whole|complete|"
    r"original|entire)\b|all (?:of )?our\b)(?!.{0,200}:$)",
    r"for (?:more|the latest|the full|further)\b(?! than)(?=.{0,200}(?:\b(?:visit|click|go to|head to|tune in|pick up|"
    r"subscribe|sign up)\b|, (?:please )?(?:see|listen|read|check|follow|download|join|contact|call|watch)\b))",
)
"""A sentence that sends the reader to another page."""

# --- notices ------------------------------------------------------------------------------------------------------

_LETTER: Final = r"(?:newsletters?|inbox|e-?mails?|alerts?|briefings?|bulletins?|mailing list|updates|digest)"
_SITE: Final = (
    r"(?:twitter|x|facebook|instagram|tiktok|youtube|linkedin|threads|bluesky|mastodon|snapchat|pinterest|whatsapp)"
)
_PIECE: Final = r"(?:article|story|post|piece|interview|report|column|essay|review|content|page|material|version)"

BOILERPLATE: Final = _any_of(
    # by-lines and time stamps
    r"(?-i:(?:By|BY|Words by|Words:|Text by|Written by|Story by) "
    r"[A-Z][\w.'’-]*,?(?: (?:[A-Z][\w.'’-]*|and|for|the|of|in|de|van|von|&),?){0,11}(?:,(?: [\w'’-]+){1,6})?)$",
    r"(?:first |last )?(?:published|updated|posted|modified|revised)\b.{0,60}\d[^.]{0,20}$",
    r"(?:about )?\d{1,3}[- ]min(?:ute)?s?(?: read)?$",
    r"\(?(?:additional |with )?(?:reporting|writing|editing|compiled)(?: and (?:writing|editing))? by\b",
    r"\W*.{0,40}\bnewsroom\b[^a-z]{0,30}\d{3}.{0,60}$",
    # subscriptions
    r"(?:sign up|register)(?: (?:now|here|today|below))?"
    rf"(?:$|[.!]| (?:for|to|and|with)\b.{{0,160}}\b(?:{_LETTER}|free|here)\b)",
    r"subscribe(?:$| (?:now|today|here|to|for|and|via|on)\b)",
    rf"(?:get|receive|want|have)\b.{{0,120}}\b(?:{_LETTER}|delivered|our app)\b(?=.{{0,80}}$)",
    rf"join (?:our|the) .{{0,60}}\b(?:{_LETTER}|channel|community|group|conversation|discussion)\b",
    r"(?:download|install) (?:our|the [\w ]{1,30}) app\b.{0,40}$",
    r"the (?:latest|new|current|next) (?:issue|edition) of\b.{0,100}\b(?:on sale|out|available)\b",
    r"(?:support|help us|donate to|become a (?:member|supporter|subscriber)|already a (?:member|subscriber))\b"
    r"(?=.{0,120}\b(?:journalism|newsroom|reporting|log ?in|sign ?in|member|subscriber|supporter)\b)",
    # follow, share, comment
    rf"(?:like|follow|find|join)\b.{{0,100}}\bon {_SITE}\b",
    r"follow (?:us|@\w)",
    r"share (?:this|on|via|your|with)\b.{0,80}$",
    r"(?:click|tap) (?:here|the|on|below|to)\b",
    r"(?:let us know|what do you think|have your say|join the (?:conversation|discussion))\b"
    r".{0,160}\b(?:comments?|below|us)\b",
    r"(?:\d+ )?comments?(?: \(\d+\))?$",
    r"(?:skip )?advert(?:isement|ising|isment)?s?(?: - .{0,40})?[.:]?$",
    r"(?:story|article|post|scroll(?: down)?)\b.{0,10}\b(?:continues?|to continue|for more)\b.{0,40}$",
    r"(?:loading|print|e-?mail this|view (?:image|gallery) in full ?screen|toggle caption|hide caption)\W*$",
    # rights, and notes on the article
    r"(?:©|\(c\)|copyright(?: ?©| ?\(c\)|,? (?:19|20)\d\d\b))",
    r"(?:.{0,80}\W)?all rights reserved\b.{0,200}$",
    rf"this (?:\w+ )?{_PIECE} (?:was|is|has been|may|first|originally)\b(?=.{{0,30}}\b(?:appeared|published|ran|updated"
    r"|amended|corrected|adapted|reprinted|republished|syndicated|produced|supported|sponsored|translated|edited|part"
    r"|not be)\b)",
    rf"this {_PIECE} (?:first |originally )?(?:appeared|ran) (?:in|on|at)\b",
    r"(?:a version of this|an earlier version of this) ",
    r"(?:editor['’]?s['’]? note|correction|clarification|disclaimer|disclosure) ?:",
    r"we (?:may earn|earn|use cookies)\b",
    r"by (?:signing up|subscribing|clicking|continuing|submitting)\b.{0,60}\b(?:agree|accept|consent)\b",
)
"""What begins a notice."""
