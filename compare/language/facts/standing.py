"""Where a matter stands: `out of the question`, `on the table`, `there is no question of`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.language.facts.parse import Parse, unique
from compare.language.facts.untruth import negative
from compare.language.facts.wordlist import words

_PHRASE = re.compile(
    r"\b(?:(?P<out>out of the question|off the table)|on the (?:negotiating |bargaining )?table)\b",
    re.IGNORECASE,
)
_STATES = words("be remain stay seem appear become")
_MOVES = words("put place lay bring take keep leave get")
_MATTERS = frozenset({"NOUN", "PROPN"})
_CLAUSES = ("ccomp", "xcomp", "csubj", "csubjpass", "advcl", "acl", "relcl")
_AFFIRMS = words("that about but whether")  # "there is no question that they paid"


@dataclass(frozen=True, slots=True)
class Standing:
    """A matter that is, or is not, open to talk."""

    start: int
    end: int
    rung: str  # "rejected", "considered", "proposed"
    about: tuple[str, ...]
    verb: int  # the token that says it
    turned: bool  # by a denial: "not out of the question"


def standings(parse: Parse) -> list[Standing]:
    """Return what a sentence says is open to talk, or is not."""
    found = []
    for match in _PHRASE.finditer(parse.text):
        first = parse.at(match.start())
        head = parse.tokens[first].head
        last = parse.at(match.end() - 1)
        matter = _matter(parse, head, last)
        if matter is None:
            continue
        turned = _denied(parse, head)
        shut = (match["out"] is not None) != turned
        put = parse.tokens[head].lemma in _MOVES - words("keep leave")
        rung = "rejected" if shut else "proposed" if put and not turned else "considered"
        found.append(Standing(*match.span(), rung, matter, head, turned))
    for index in range(len(parse.tokens)):
        about = none_of(parse, index)
        if about:
            start, end = parse.tokens[index].start, parse.tokens[parse.tokens[index].head].end
            verb = parse.tokens[parse.tokens[index].head].head
            found.append(Standing(start, end, "rejected", about, verb, False))
    return found


def none_of(parse: Parse, index: int) -> tuple[str, ...]:
    """Return what there is `no question of`, for the token of its "no"; else nothing."""
    of = _of_question(parse, index)
    if of is None or parse.word(of) != "of":
        return ()
    inner = parse.child(of, ("pobj", "pcomp"))
    return () if inner is None else _lemmas(parse, inner)


def affirms(parse: Parse, index: int) -> bool:
    """Say whether a token is the "no" of `there is no question that they paid`."""
    of = _of_question(parse, index)
    return of is not None and parse.word(of) in _AFFIRMS


def _of_question(parse: Parse, index: int) -> int | None:
    """Return the word behind `there is no question`, for the token of its "no"."""
    noun = parse.tokens[index].head
    if parse.word(index) != "no" or parse.tokens[noun].lemma != "question":
        return None
    if parse.child(parse.tokens[noun].head, ("expl",)) is None:
        return None
    return noun + 1 if noun + 1 < len(parse.tokens) else None


def _matter(parse: Parse, head: int, last: int) -> tuple[str, ...] | None:
    """Return the lemmas of what stands so; None where it is not told of a matter."""
    token = parse.tokens[head]
    if token.pos in _MATTERS:  # "calls a truce out of the question"; "the book on the table"
        return _lemmas(parse, head) if parse.word(last) == "question" else None
    if token.pos not in ("VERB", "AUX"):
        return None
    if token.lemma in _MOVES:
        thing = parse.child(head, ("dobj", "nsubjpass"))
        return None if thing is None else _lemmas(parse, thing)
    if token.lemma not in _STATES:
        return None
    subject = parse.child(head, ("nsubj",))
    if subject is not None and parse.word(subject) != "it":
        return _lemmas(parse, subject)
    # "It is out of the question that they leave."
    clauses = (parse.child(place, _CLAUSES) for place in (head, last, *_prepositions(parse, last)))
    clause = next((clause for clause in clauses if clause is not None), None)
    return () if clause is None else unique(parse.act_lemmas(clause))


def _prepositions(parse: Parse, last: int) -> list[int]:
    above = parse.tokens[last].head
    return [above, parse.tokens[above].head]


def _lemmas(parse: Parse, index: int) -> tuple[str, ...]:
    token = parse.tokens[index]
    if token.pos in ("VERB", "AUX"):
        return unique(parse.act_lemmas(index))
    return unique(parse.noun_lemmas(index)) if token.pos in _MATTERS else ()


def _denied(parse: Parse, head: int) -> bool:
    longer = any(
        parse.word(c) == "longer" and c and parse.word(c - 1) == "no" for c in parse.children[head]
    )
    return longer or negative(parse, head)
