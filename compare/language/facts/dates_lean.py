"""Which way a clause looks from the statement's date: `will open in May`, `opened in May`."""

from __future__ import annotations

import re

from compare.language.facts.parse import Parse
from compare.language.facts.wordlist import words

_FUTURE_AUX = frozenset(
    {"will", "shall", "'ll", "’ll", "to", "would", "may", "can", "must", "should"}
)
# Acts whose date is still to come: "is scheduled for May", "they postponed it to May".
_AHEAD = words("foresee schedule reschedule plan expect envisage anticipate slate postpone await")
# Acts that move something to a date: "was put off to March" looks ahead however it is told.
MOVES = words("postpone put delay defer move push shift reschedule extend prolong lengthen adjourn")
# Past acts whose object is still to come: "promised elections by June", "agreed a truce until
# June", "set the trial for June", "set a deadline of 1 June".
_AWAITS = words(
    "promise pledge vow guarantee demand order urge request require want seek hope expect propose"
)
_GRANTS = _AWAITS | words("agree grant give allow suspend ban bar freeze renew")
_SETS = words("set fix call book plan schedule slate promise pledge propose agree")
_LIMITERS = words("set fix give impose agree announce propose name")
_LIMITS = words("deadline target date limit cutoff")
_PLANS = words("plan proposal")
_RECORDS = words("record high low")  # "set a record for May"
WHEN_NOUNS = words("end start beginning middle half quarter close part eve morning week day month")


def lean(parse: Parse, offset: int) -> int:
    """Say which way the clause around an offset looks: 1 ahead, -1 back, 0 not known."""
    before = parse.text[max(0, offset - 16) : offset].lower()
    if re.search(r"\b(?:since)\s+(?:\w+\s+)?$", before):
        return -1
    index = parse.at(offset)
    verb = act_of(parse, index)
    token = parse.tokens[verb]
    links = _links(parse, verb, index)
    bound = re.search(r"\b(?:by|until|before)\s+(?:\w+\s+)?$", before)
    ahead = bound or (links and parse.word(links[0]) in ("by", "until", "before"))
    if token.pos not in ("VERB", "AUX"):
        return 1 if ahead else 0
    if token.lemma in MOVES and before.endswith((" to ", " until ", " till ")):
        return 1
    helpers = {parse.word(c) for c in parse.children[verb] if parse.tokens[c].dep.startswith("aux")}
    if helpers & _FUTURE_AUX or (token.lemma in _AHEAD and not helpers & {"had", "was", "were"}):
        return 1
    if token.tag == "VBD" and _awaited(parse, verb, links):
        return 1
    if token.tag == "VBD" or helpers & {"had", "has", "have", "was", "were"}:
        return -1
    return 1 if ahead else 0


def act_of(parse: Parse, index: int) -> int:
    """Return the verb of what has a date; "crossing" in "reopen the Drina crossing" is none."""
    verb = parse.verb_of(index)
    token = parse.tokens[verb]
    noun = token.tag == "VBG" and token.dep in ("dobj", "nsubj", "nsubjpass") and verb > 0
    if (
        noun
        and token.head != verb
        and parse.tokens[verb - 1].pos in ("PROPN", "NOUN", "ADJ", "DET")
    ):
        return parse.verb_of(token.head)
    return verb


def _awaited(parse: Parse, verb: int, links: list[int]) -> bool:
    """Say whether a date belongs to what a past act promised, set or planned."""
    if not links or links[0] < verb + 2:  # "promised by June" to do it, "agreed in May"
        return False
    link, lemma = parse.word(links[0]), parse.tokens[verb].lemma
    if any(parse.word(i) == "for" and parse.tokens[i - 1].lemma in _PLANS for i in links):
        return True
    if link == "for":
        thing = parse.child(verb, ("dobj",))
        record = thing is not None and parse.tokens[thing].lemma in _RECORDS
        return lemma in _SETS and not record
    if link == "of":
        return lemma in _LIMITERS and _noun_over(parse, links[0]) in _LIMITS
    return lemma in {"by": _AWAITS, "until": _GRANTS, "till": _GRANTS}.get(link, ())


def _links(parse: Parse, verb: int, index: int) -> list[int]:
    """Return the prepositions from a date up to its verb, save that of "the end of June"."""
    found = []
    while index != verb:
        inner = parse.word(index) == "of" and _noun_over(parse, index) in WHEN_NOUNS
        if parse.tokens[index].pos == "ADP" and not inner:
            found.append(index)
        index = parse.tokens[index].head
    return found


def _noun_over(parse: Parse, index: int) -> str:
    return parse.tokens[parse.tokens[index].head].lemma


def future(parse: Parse, offset: int) -> bool:
    """Say whether a bare weekday is one to come: it is, unless the clause is in the past."""
    verb = parse.verb_of(parse.at(offset))
    return lean(parse, offset) >= 0 and parse.tokens[verb].pos in ("VERB", "AUX")


def pending(parse: Parse, offset: int) -> bool:
    """Say whether an act is still to be done: not one in the past, and not one that is denied."""
    verb = parse.verb_of(parse.at(offset))
    return future(parse, offset) and parse.child(verb, ("neg",)) is None


def moved_to(parse: Parse, offset: int) -> bool:
    """Say whether something is moved at an offset: "from Monday to Friday" is no stretch there."""
    verb = parse.verb_of(parse.at(offset))
    return parse.tokens[verb].lemma in MOVES | {"change", "switch", "bring"}
