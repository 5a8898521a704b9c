"""Which rung of commitment a verb stands for, by itself and by what it acts on."""

from __future__ import annotations

from compare.language.facts.denial import refuses
from compare.language.facts.parse import Parse
from compare.language.facts.wordlist import words

_VERBS = {
    "ordered": "order instruct direct command decree mandate task assign",
    "agreed": "agree accept consent approve endorse concur ratify acquiesce",
    "will": "undertake pledge commit promise vow guarantee swear",
    "plans": "plan intend aim schedule hope seek want wish expect envisage",
    "proposed": "propose suggest offer table initiate recommend",
    "called_for": "urge appeal ask request invite encourage call advocate exhort",
    "demanded": "demand insist require",
    "discussed": "discuss debate review negotiate deliberate consult converse touch raise "
    "exchange broach",
    "considered": "consider study examine explore contemplate mull",
    "rejected": "reject refuse decline exclude oppose veto dismiss rebuff",
}
_RUNG = {lemma: rung for rung, lemmas in _VERBS.items() for lemma in lemmas.split()}
_PARTICLE_VERBS = {
    ("rule", "out"): "rejected",
    ("turn", "down"): "rejected",
    ("put", "forward"): "proposed",
    ("look", "into"): "considered",
    ("talk", "about"): "discussed",
    ("speak", "about"): "discussed",
    ("speak", "of"): "discussed",
    ("touch", "on"): "discussed",
    ("touch", "upon"): "discussed",
    ("come", "up"): "discussed",
    ("think", "about"): "considered",
    ("press", "for"): "called_for",
    ("push", "for"): "called_for",
}
# Particles that make another verb of one: "call off", "order in", "back away".
_OTHER_VERB = words("off out up down in over back away")
# Verbs that mean their rung only with some objects, or with any but these.
_ONLY_WITH = {
    "raise": words("issue question matter topic subject case concern point problem theme"),
    "touch": words("issue question matter topic subject case concern point problem theme"),
    "exchange": words(
        "view idea opinion thought remark word greeting pleasantry impression assessment argument"
    ),
}
_NOT_WITH = {
    "commit": words(
        "crime foul offence offense murder robbery theft fraud suicide atrocity violation error "
        "mistake abuse assault massacre genocide arson perjury treason sin blunder"
    ),
    "accept": words(
        "refugee migrant seeker patient evacuee deportee pupil student child person people man "
        "prisoner detainee woman family award prize medal bribe gift donation"
    ),
}
# What suggests without a will: "the data suggest a slowdown".
_EVIDENCE = words(
    "datum data evidence figure poll survey result finding research image footage photo photograph "
    "test analysis estimate number sign record indication"
)
# Nouns of acts; what is bought by the piece is none of them.
_ACTS = words("arrest test strike raid curfew search probe review recount")
_ACT_ENDINGS = ("tion", "sion", "ment", "al", "ing", "ure", "ry", "sis")
_AGREEMENTS = words("agreement deal understanding accord settlement compromise consensus")
_PHRASES = {
    "reach": ("agreed", _AGREEMENTS),
    "strike": ("agreed", words("agreement deal compromise accord")),
    "come": ("agreed", words("agreement understanding settlement compromise")),
    "give": ("agreed", words("light go-ahead approval assent blessing")),
}
_ASSURANCES = words("assurance word undertaking guarantee")
# Verbs that report or describe, and those of what was not done: in the past tense they are no act.
_NO_ACT = words(
    "say tell note stress state add express thank be have underline underscore emphasize emphasise "
    "believe know think see feel remain seem appear mean claim allege report announce declare "
    "describe explain reply answer respond recall remind reaffirm reiterate confirm point draw "
    "voice share concern regard last take hold welcome praise condemn warn admit acknowledge "
    "understand mention repeat maintain assure hear speak talk characterize characterise call "
    "do become continue argue assert contend observe hail consist include contain suggest "
    "deny refrain lack"
)


# Acts that leave open what becomes of their object, whatever it is.
TALK = words("talk speak") | frozenset(
    lemma
    for lemma, rung in _RUNG.items()
    if rung in ("discussed", "considered") and lemma not in _ONLY_WITH
)


def rung_of(parse: Parse, verb: int) -> tuple[str, int]:
    """Return the rung that a verb stands for and the last of its words; no rung is empty."""
    lemma = parse.tokens[verb].lemma
    for child in parse.children[verb]:
        rung = _PARTICLE_VERBS.get((lemma, parse.word(child)))
        if rung and parse.tokens[child].dep in ("prt", "prep", "advmod"):
            return rung, child if child == verb + 1 else verb
    if lemma == "sign" and _preposition(parse, verb, "on") and _particle(parse, verb):
        return "agreed", verb
    if _particle(parse, verb):  # "called off" is no call
        return "", verb
    return (_RUNG.get(lemma, "") if _means_it(parse, verb) else "") or _by_clause(parse, verb), verb


def phrase_of(parse: Parse, verb: int) -> tuple[str, int] | None:
    """Return the rung of `reached agreement` and `gave his word that`, and the noun in it."""
    lemma = parse.tokens[verb].lemma
    noun = parse.child(verb, ("dobj", "nsubjpass"))
    if lemma == "come":
        noun = _preposition(parse, verb, "to")
    if noun is None:
        return None
    token = parse.tokens[noun]
    rung, nouns = _PHRASES.get(lemma, ("", frozenset()))
    if token.lemma in nouns and (token.lemma != "light" or "green" in parse.noun_lemmas(noun)):
        return rung, noun
    clause = parse.child(noun, ("acl", "ccomp")) or parse.child(verb, ("xcomp",))
    if lemma == "give" and token.lemma in _ASSURANCES and clause is not None:
        return "will", noun
    return None


def is_act(parse: Parse, verb: int) -> bool:
    """Say whether a verb in the past tense tells of something that was done."""
    lemma = parse.tokens[verb].lemma
    if lemma == "fail" and parse.child(verb, ("xcomp",)) is not None:
        return False
    if lemma in ("stop", "fall") and _falls_short(parse, verb):
        return False
    return lemma not in _NO_ACT or _particle(parse, verb)


def _falls_short(parse: Parse, verb: int) -> bool:
    """Say whether an act was stopped before: `stopped short of leaving`."""
    short = next((c for c in parse.children[verb] if parse.word(c) == "short"), None)
    of = None if short is None else parse.child(short, ("prep",))
    act = None if of is None else parse.child(of, ("pcomp", "pobj"))
    return act is not None and parse.tokens[act].tag == "VBG"


def has_to(parse: Parse, verb: int) -> bool:
    """Say whether a verb is an infinitive with `to`."""
    return any(parse.word(c) == "to" for c in parse.children[verb] if parse.tokens[c].dep == "aux")


def names_act(parse: Parse, noun: int) -> bool:
    """Say whether a noun is that of an act: a strike, an evacuation."""
    lemma = parse.tokens[noun].lemma
    return lemma in _ACTS or lemma.endswith(_ACT_ENDINGS)


def _means_it(parse: Parse, verb: int) -> bool:
    """Say whether what stands with a verb leaves it the sense of its rung."""
    lemma = parse.tokens[verb].lemma
    things = set(parse.object_lemmas(verb)[:1])
    following = parse.word(verb + 1) if verb + 1 < len(parse.tokens) else ""
    if lemma in _ONLY_WITH:
        return bool(set(parse.object_lemmas(verb)) & _ONLY_WITH[lemma])
    if lemma in _NOT_WITH:
        return not things & _NOT_WITH[lemma]
    if lemma == "call":  # "called the police"
        return any(_preposition(parse, verb, word) for word in ("for", "on", "upon"))
    if lemma == "appeal":
        return _appeals(parse, verb)
    if lemma in ("ask", "inquire"):
        return following not in ("about", "if", "whether")
    if lemma == "direct":
        return parse.child(verb, ("xcomp",)) is not None
    if lemma == "consider":
        return parse.child(verb, ("ccomp", "oprd", "acomp")) is None
    if lemma == "order":
        return not _buys(parse, verb)
    if lemma == "suggest":
        subject = parse.child(verb, ("nsubj",))
        return subject is None or parse.tokens[subject].lemma not in _EVIDENCE
    return lemma not in ("decline", "dismiss", "exclude") or refuses(parse, verb)


def _by_clause(parse: Parse, verb: int) -> str:
    """Return the rung of `told them to wait` and `threatened to leave`."""
    rung = {"tell": "ordered", "threaten": "will"}.get(parse.tokens[verb].lemma, "")
    clause = parse.child(verb, ("xcomp", "ccomp")) if rung else None
    is_infinitive = clause is not None and parse.tokens[clause].tag == "VB"
    return rung if clause is not None and is_infinitive and has_to(parse, clause) else ""


def _appeals(parse: Parse, verb: int) -> bool:
    """Say whether `appeal` asks for something, and isn't taken to a court."""
    if parse.child(verb, ("dobj", "nsubjpass")) is not None:
        return False
    if parse.child(verb, ("xcomp", "ccomp")) is not None or _preposition(parse, verb, "for"):
        return True
    to = _preposition(parse, verb, "to")
    return to is not None and parse.tokens[to].lemma not in ("court", "tribunal", "chamber")


def _buys(parse: Parse, verb: int) -> bool:
    """Say whether `order` asks for goods by the piece: `ordered 40 jets`."""
    thing = parse.child(verb, ("dobj",))
    if thing is None or parse.child(thing, ("nummod",)) is None:
        return False
    others = ("xcomp", "ccomp", "advmod", "oprd")
    away = any(_preposition(parse, verb, word) for word in ("to", "from", "into", "onto", "off"))
    return (
        parse.child(verb, others) is None
        and not away
        and parse.child(thing, ("acl", "relcl")) is None
        and not names_act(parse, thing)
    )


def _preposition(parse: Parse, verb: int, word: str) -> int | None:
    """Return the noun after a preposition of a verb, or the preposition if there is no noun."""
    for child in parse.children[verb]:
        if parse.word(child) == word and parse.tokens[child].dep in ("prep", "dative"):
            noun = parse.child(child, ("pobj",))
            return child if noun is None else noun
    return None


def _particle(parse: Parse, verb: int) -> bool:
    """Say whether a particle makes another verb of this one: "call off", not "agree on"."""
    child = parse.child(verb, ("prt",))
    return child is not None and parse.word(child) in _OTHER_VERB
