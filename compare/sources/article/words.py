"""The words by which news reports speech. None of them belongs to one subject or one article."""

from __future__ import annotations

_SAY = """
say tell write add announce state declare claim insist note stress warn reiterate post tweet explain
argue assert confirm deny acknowledge admit report reply respond answer maintain emphasise emphasize
underline underscore reaffirm recall remark observe comment conclude reveal disclose suggest signal
indicate quip joke concede contend allege caution predict repeat recount relate inform assure remind
affirm proclaim vow pledge promise testify complain counter retort boast hint highlight
believe think hope expect read continue lament
"""
# Verbs that take a quotation beside it, never a clause that is reported.
_VOICED = """
ask cry shout yell exclaim laugh sigh whisper mutter murmur snap joke muse chuckle begin agree
grin smile shrug growl groan wonder urge demand promise vow plead beg object protest interject
"""
_DENY = """
deny dispute refute rebut contradict disclaim disavow repudiate contest disown
"""
_DISMISS = """
reject dismiss deride ridicule discount
"""
_DOUBT = """
doubt question
"""
_ASK = """
ask wonder
"""
_ACCUSE = """
accuse blame
"""
_WISH = """
hope fear suspect hint suggest demand propose urge recommend request
"""
_REFUSE = """
refuse decline hesitate avoid
"""
_NEUTRAL = """
go continue begin start proceed open end conclude close finish quote cite follow respond reply react
"""
_RUMOURS = """
claim allegation accusation charge suggestion report notion idea criticism finding rumour rumor
assertion version account speculation talk argument concern complaint fear insinuation story
conclusion assessment characterisation characterization statement remark comment threat warning
accuser theory lie slander smear
"""
_ACT = """
vow pledge promise offer threaten demand propose urge
"""
_CALL = """
describe call brand denounce hail dismiss condemn praise label characterise characterize slam
reject criticise criticize welcome term dub accuse blame commend thank
"""
_DOCUMENTS = """
statement post readout read-out communique communiqué tweet letter message speech release note
interview remark address report briefing conference comment reply answer account declaration
document bulletin thread video podcast memo telegram
"""
_INSTITUTIONS = """
ministry government company union council committee party commission court agency administration
office department parliament cabinet congress senate house army navy police force bank group
association organisation organization federation league alliance embassy presidency delegation
side team council board authority mission service secretariat chancellery palace campaign firm
regulator operator spokesperson-office coalition bloc opposition lobby
"""
_COMPANIES = "company firm operator manufacturer airline bank retailer supplier developer"
_GOVERNS = "government side presidency administration delegation leadership capital cabinet"
_MANY = """
officials sources diplomats lawmakers media reports analysts experts observers critics supporters
residents witnesses leaders ministers presidents sides governments parties negotiators delegations
aides allies prosecutors investigators scientists unions authorities
"""
_BELONGS = "office team aide lawyer attorney staff camp campaign"
_SPOKES = "spokesman spokeswoman spokesperson spokesmen spokespeople mouthpiece"
_PARTIES = """
republican democrat conservative tory socialist liberal green independent nationalist populist
social-democrat communist centrist labourite
"""
_MALE = "mr sir lord king prince sheikh emir sultan pope spokesman chairman businessman congressman"
_FEMALE = "mrs ms miss lady dame queen princess madam spokeswoman chairwoman congresswoman"

SAY = frozenset(_SAY.split())  # take what is said as a clause or a quotation
VOICED = frozenset(_VOICED.split())
DENY = frozenset(_DENY.split())  # with any object
DISMISS = frozenset(_DISMISS.split())  # with a claim for object; else they are deeds
DOUBT = frozenset(_DOUBT.split())
ASK = frozenset(_ASK.split())
ACCUSE = frozenset(_ACCUSE.split())
WISH = frozenset(_WISH.split())  # what follows isn't said to be so
REFUSE = frozenset(_REFUSE.split())  # with "to say" or "saying"
NEUTRAL = frozenset(_NEUTRAL.split())  # only order what is said: "went on to say"
RUMOURS = frozenset(_RUMOURS.split())  # what is denied and dismissed
PHRASAL = {  # verbs that are such only with the word after them
    "call": ("on", "for", "upon"),
    "rule": ("out",),
    "hit": ("back", "out"),
    "push": ("back",),
    "take": ("issue",),
    "cast": ("doubt",),
    "pour": ("scorn",),
    "brush": ("aside", "off"),
    "shrug": ("off",),
    "laugh": ("off",),
    "wave": ("away", "aside"),
    "play": ("down",),
    "appeal": ("for", "to"),
}
ACT = frozenset(_ACT.split())  # take an act with "to"
CALL = frozenset(_CALL.split())  # take a quotation that describes something
DOCUMENTS = frozenset(_DOCUMENTS.split())
INSTITUTIONS = frozenset(_INSTITUTIONS.split())
MINISTRIES = frozenset({"ministry", "department", "government", "presidency"})  # of a country
COMPANIES = frozenset(_COMPANIES.split())  # with "the", the one that was named
GOVERNS = frozenset(_GOVERNS.split())  # with a country's name they mean its government
MANY = frozenset(_MANY.split())
BELONGS = frozenset(_BELONGS.split())  # speak for the one whose they are
SPOKES = frozenset(_SPOKES.split())
PARTIES = frozenset(_PARTIES.split())
MALE = frozenset(_MALE.split())
FEMALE = frozenset(_FEMALE.split())
# Offices whose holder and whose government speak with one voice.
HEADS = frozenset(
    {
        "president",
        "prime minister",
        "premier",
        "chancellor",
        "king",
        "queen",
        "leader",
        "emir",
        "sultan",
        "head of state",
        "head of government",
        "taoiseach",
        "crown prince",
    }
)
