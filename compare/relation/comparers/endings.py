"""Denials that tell of an end: "no longer in force" is "lifted", "no attacks" is "will cease"."""

from __future__ import annotations

from itertools import pairwise

from compare.language.facts import Fact
from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.context import LinkContext
from compare.relation.parsed import Parsed

_ENDING = words("stop cease end halt suspend discontinue")
# Verbs that end what they act on, or whose subject ends.
_ENDS_IT = _ENDING | words(
    "lift repeal abolish revoke rescind annul scrap remove cancel terminate dissolve disband "
    "abandon withdraw drop"
)
_ENDS_ITSELF = words("end expire lapse cease stop terminate finish")
_OVER = words("over past")  # "is over"
_OBJECTS = words("dobj nsubjpass")
_ENDED = words("nsubj nsubjpass dobj xcomp")
_SUBJECTS = words("nsubj nsubjpass")
_AHEAD = words("will shall would must to may might can could should")
_DENIALS = words("not never no hardly barely")
_IN_PART = words("partly partially temporarily nearly almost gradually")
# What is no longer so has ended: "apply", "be in force", "be valid".
_LASTS = words("apply exist hold stand continue operate last function")
_STANDING = words("force effect place operation valid effective operative active binding")


def ends(context: LinkContext, side: Side, fact: Fact, told: Span) -> bool:
    """Say whether the other side says that an end is made of what is denied.

    "There will be no attacks" is "the attacks will cease", "no longer exports gas" is "ended its
    exports of gas".

    :param told: where the other side tells what is denied
    """
    mine, other = context.tokens(side), context.tokens(_other(side))
    at = next((i for i, token in enumerate(other) if token.start == told.start), None)
    if at is None or other[at].dep not in _ENDED:
        return False
    if _is_no_longer(context, side, fact):
        return _is_an_end(context, side, fact, other[at].head, at)
    ahead = any(token.lemma in _AHEAD and token.dep.startswith("aux") for token in mine)
    return ahead and other[other[at].head].lemma in _ENDING


def ended_too(context: LinkContext, side: Side, fact: Fact) -> bool:
    """Say whether the other side ends the thing that a side says is no longer in force."""
    if not _is_no_longer(context, side, fact):
        return False
    parsed, theirs = Parsed(context, side), Parsed(context, _other(side))
    verb = _denied_verb(parsed, fact)
    if verb is None or not _lasts(parsed, verb):
        return False
    things = [
        parsed.tokens[child].lemma
        for child in parsed.children[verb]
        if parsed.tokens[child].dep in _SUBJECTS
    ]
    for at, token in enumerate(theirs.tokens):
        pair = (things, [token.lemma]) if side == "a" else ([token.lemma], things)
        if token.dep not in _ENDED or token.head == at or not context.shared_about(*pair):
            continue
        if _is_an_end(context, side, fact, token.head, at):
            return True
    return False


def _is_no_longer(context: LinkContext, side: Side, fact: Fact) -> bool:
    """Say whether a denial is one of going on: "no longer", "not any longer", "not any more"."""
    tokens = context.tokens(side)
    at = next((i for i, token in enumerate(tokens) if token.start == fact.span.start), None)
    if at is None:
        return False
    behind = [token.lemma for token in tokens[at:]]
    if behind[:2] in (["no", "longer"], ["no", "long"]):
        return True
    return behind[0] in _DENIALS and any(
        one == "any" and two in ("longer", "long", "more") for one, two in pairwise(behind)
    )


def _denied_verb(parsed: Parsed, fact: Fact) -> int | None:
    edges = parsed.within(fact.span)
    return None if edges is None else parsed.verb_of(edges[0])


def _lasts(parsed: Parsed, verb: int) -> bool:
    """Say whether a verb tells no more than that something is there, or holds."""
    if parsed.tokens[verb].lemma != "be":
        return parsed.tokens[verb].lemma in _LASTS
    return any(
        parsed.tokens[at].lemma in _STANDING
        for child in parsed.children[verb]
        for at in (child, *parsed.children[child])
        if parsed.tokens[child].dep in ("prep", "acomp", "attr")
    )


def _is_an_end(context: LinkContext, side: Side, fact: Fact, verb: int, thing: int) -> bool:
    """Say whether a verb of the other side tells that a thing ended: it did so, and wholly.

    What is denied for the future may end in the future.
    """
    mine, theirs = Parsed(context, side), Parsed(context, _other(side))
    token, dep = theirs.tokens[verb], theirs.tokens[thing].dep
    own = {theirs.tokens[child].lemma for child in theirs.children[verb]}
    over = token.lemma == "be" and bool(own & _OVER)
    acted_on = token.lemma in _ENDS_IT and dep in _OBJECTS
    done = token.lemma in _ENDING and dep == "xcomp"
    itself = token.lemma in _ENDS_ITSELF and dep == "nsubj"
    if not (over or acted_on or done or itself) or own & (_DENIALS | _IN_PART):
        return False
    if any(
        part.span.start <= token.start < part.span.end
        for part in context.of_kind(_other(side), "condition")
    ):
        return False  # "if the ban is lifted"
    helpers = _helpers(theirs, verb)
    at = _denied_verb(mine, fact)
    if helpers & _AHEAD:
        return at is not None and bool(_helpers(mine, at) & _AHEAD) and "will" in helpers
    finite = token.tag in ("VBD", "VBP", "VBZ") or (token.tag == "VBN" and bool(helpers))
    return finite and token.dep in ("ROOT", "conj", "relcl", "advcl")


def _helpers(parsed: Parsed, verb: int) -> set[str]:
    return {
        parsed.tokens[child].lemma
        for child in parsed.children[verb]
        if parsed.tokens[child].dep.startswith("aux")
    }


def _other(side: Side) -> Side:
    return "b" if side == "a" else "a"
