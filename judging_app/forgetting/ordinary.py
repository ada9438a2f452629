"""Words of English that are written like names and are none, and what only people do."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NO_NAMES = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december english i mr mrs ms miss mx dr prof sir dame
    lord lady
    """
)
"""Those that have a capital in the middle of a sentence too."""

ALSO_WORDS = _words(
    """
    art banks best bill bird bishop black blunt brook brown bush carol chase church close cook cross
    day dean down drew drake english faith field finch fisher fox frank gay gene good grace grant
    gray green grey guy hawk hill hope hunter joy judge king lake lamb lane lee light little long
    major may mark marsh marshall mason max miles moon moody more noble north page park parker pat
    pearl pike pitch place pope potter power price quick ray read reed rich rivers rose sharp short
    small smart smith south spark speaker stern stone strong sue summer sweet swift taylor turner
    van de der den la le el al bin von ver walker ward weir west white will wise wolf wood woods
    young
    """
)
"""Names that are words in small letters: there they may mean nobody."""

BEGINNERS = _words(
    """
    i it its this that these those they he she we you who whoever there here what which whatever
    everything everyone everybody nobody somebody someone nothing something one each all both most
    many some few none half much more less another other others either neither my our your their his
    her and but or so as if when while where why how yes no not now then also well still even only
    just overall however perhaps maybe today yesterday tomorrow sadly first second third
    next last later finally clearly again please thanks thank sorry great good nice fine clear
    strong weak solid best better too very really let for in on at by of to from with without after
    before during despite although because since until unless the a an
    answer answers aim approach argument audience balance body budget business case challenge claim
    clarity closing communication concept confidence content cost data delivery demo design detail
    development difference effort end ending energy engagement evidence example execution
    explanation feasibility feedback figure finance flow focus format goal group humour idea impact
    implementation innovation introduction issue language layout length line link market material
    message method middle model money narrative need number opening originality outcome pace pitch
    plan planning point policy potential presentation presenter presenting problem product
    prototype purpose question questions quality reach reason research response result rest risk
    roadmap room scope service size slide slides solution sound speaker speech start story strategy
    structure style subject summary support team teamwork technology tech test testing theme
    thinking time timing title tone topic use value view vision voice volume wording work
    """
)
"""With what a sentence of a comment usually begins, and that is no person."""

ONLY_PEOPLE = (
    "was|is|has|had|did|does|should|could|must|can|needs|seems|seemed|says|said|spoke|speaks|told|"
    "tells|led|leads|held|kept|gave|made|knew|knows|got|came|went|left|lost|took|talked|talks|"
    "answered|answers|presented|presents|explained|explains|looked|looks|sounded|struggled|rushed|"
    "froze|forgot|shone|shines|carried|mumbled|read|showed|handled|deserves|deserved|and"
)
"""What comes after somebody's name at the beginning of a sentence; of things, much of it too."""
