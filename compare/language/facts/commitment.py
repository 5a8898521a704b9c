"""How firm an act is: the rung of a ladder from `done` down to `discussed`, and `rejected`."""

from __future__ import annotations

from compare.language.facts.denial import after_nor, denied, hardly
from compare.language.facts.dropped import dropped
from compare.language.facts.modals import modal_of
from compare.language.facts.never import never_done
from compare.language.facts.nouns import commits
from compare.language.facts.parse import Parse, unique
from compare.language.facts.pending import (
    is_in_principle,
    is_infinitive,
    loosely,
    pending,
    subject_of,
)
from compare.language.facts.records import Fact
from compare.language.facts.rungs import is_act, phrase_of, rung_of
from compare.language.facts.standing import Standing, standings
from compare.language.facts.untruth import negative
from compare.model import Span

_READY = frozenset({"ready", "willing", "prepared", "open", "eager", "poised"})
_NOUNS = {
    "readiness": "ready",
    "willingness": "ready",
    "intention": "plans",
    "plan": "plans",
    "pledge": "will",
    "promise": "will",
    "commitment": "will",
    "obligation": "will",
    "proposal": "proposed",
    "demand": "demanded",
    "request": "called_for",
    "appeal": "called_for",
    "refusal": "rejected",
    "rejection": "rejected",
    "consent": "agreed",
    "order": "ordered",
    "instruction": "ordered",
}
# Nouns of what others may want, which a word on them can end.
_PUT_NOUNS = frozenset({"plan", "proposal", "demand", "request", "appeal", "call", "bid"})
_OWN = frozenset(
    {"readiness", "willingness", "intention", "plan", "pledge", "promise", "commitment"}
)
_PUT = frozenset({"proposed", "called_for", "demanded", "plans"})  # what others may turn down
# The opposite of a rung under `not`; a rung that isn't here says nothing when it is negated.
_NEGATED = {
    "agreed": "rejected",
    "ready": "rejected",
    "plans": "rejected",
    "rejected": "considered",
    "will": "will",  # the negation fact carries the "not"
    "considered": "considered",
    "demanded": "demanded",
    "called_for": "called_for",
}
_INFINITIVE = ("xcomp", "ccomp", "advcl", "acl", "relcl")


def read_commitments(parse: Parse) -> list[Fact]:
    """Return the commitments of a sentence; `about` is the act that is committed to."""
    told = standings(parse)
    facts = [
        Fact("commitment", Span(s.start, s.end), s.rung, _wanted(parse, s.verb) or s.about)
        for s in told
    ]
    for index, token in enumerate(parse.tokens):
        if any(index == standing.verb for standing in told):
            continue  # "took the proposal off the table"
        if token.pos in ("VERB", "AUX"):
            facts += _of_verb(parse, index)
        elif token.pos == "ADJ" and token.lemma in _READY:
            facts += _of_adjective(parse, index)
        elif token.pos == "NOUN" and token.lemma in _PUT_NOUNS and _is_put_by(told, token.head):
            continue  # "calls for a vote are out of the question"
        elif token.pos == "NOUN" and token.lemma in _NOUNS.keys() | _PUT_NOUNS:
            facts += _of_noun(parse, index)
    return facts


def _is_put_by(told: list[Standing], verb: int) -> bool:
    return any(standing.verb == verb and standing.rung == "rejected" for standing in told)


def _wanted(parse: Parse, verb: int) -> tuple[str, ...]:
    """Return what the plan or call is for that is the subject of a verb."""
    noun = parse.child(verb, ("nsubj", "nsubjpass"))
    if noun is None or parse.tokens[noun].lemma not in _PUT_NOUNS:
        return ()
    return unique(governed(parse, noun))


def _fact(start: int, end: int, rung: str, about: list[str]) -> Fact:
    return Fact("commitment", Span(start, end), rung, unique(about))


def _negated(parse: Parse, index: int) -> bool:
    """Say whether an act is told as not done: `not`, `nor`, `hardly`, `no` with its subject."""
    return (
        negative(parse, index)
        or after_nor(parse, index)
        or never_done(parse, index)
        or any(hardly(parse, child) for child in parse.children[index])
    )


def _failed(parse: Parse, index: int) -> Fact | None:
    """Return what `failed to agree` comes to: no agreement."""
    act = parse.child(index, ("xcomp",))
    if parse.tokens[index].lemma != "fail" or act is None:
        return None
    if _NEGATED.get(rung_of(parse, act)[0]) != "rejected":
        return None
    start, end = parse.tokens[index].start, parse.tokens[act].end
    return _fact(start, end, "rejected", governed(parse, act))


def _of_verb(parse: Parse, index: int) -> list[Fact]:
    token = parse.tokens[index]
    negated = _negated(parse, index) != denied(parse, index)  # "a lie that they didn't agree"
    facts: list[Fact] = []
    modal = modal_of(parse, index)
    if modal is not None and modal[0]:
        rung, start, end = modal
        if rung in ("will", "plans") and rung_of(parse, index)[0] == "considered":
            rung, end = "considered", token.end  # "will look into it"
        facts.append(_fact(start, end, rung, _act_or_state(parse, index)))
    # "agreed to discuss", "must ratify": the outer word says how firm the act is.
    inner = modal is not None or is_infinitive(parse, index)
    waits = pending(parse, index)
    if waits is not None and rung_of(parse, index)[0] == "agreed":
        start = parse.tokens[waits].start
        return [_fact(start, token.end, "considered", subject_of(parse, index))]
    if token.pos == "AUX" or inner or token.dep in ("amod", "compound", "pcomp"):
        return facts
    failed = None if negated else _failed(parse, index)
    if failed is not None:
        return [*facts, failed]
    rung, last = rung_of(parse, index)
    phrase = phrase_of(parse, index)
    if rung:
        rung = _NEGATED.get(rung, "") if negated else rung
        start, end = token.start, max(token.end, parse.tokens[last].end)
        loose = loosely(parse, index) if rung == "agreed" else None
        if loose is not None:
            rung, (start, end) = "ready", loose
        if rung:
            facts.append(_fact(start, end, rung, governed(parse, index)))
    elif phrase is not None and not negated and _is_past(parse, index):
        loose = loosely(parse, index, phrase[1]) if phrase[0] == "agreed" else None
        rung, (start, end) = ("ready", loose) if loose else (phrase[0], (token.start, token.end))
        facts.append(_fact(start, end, rung, _topic(parse, index, phrase[1])))
    elif not facts and not negated and _was_done(parse, index):
        after = parse.child(index, ("prt",))
        end = parse.tokens[index + 1].end if after == index + 1 else token.end
        facts.append(_fact(token.start, end, "done", parse.act_lemmas(index)))
    return facts


def _act_or_state(parse: Parse, index: int) -> list[str]:
    if parse.tokens[index].lemma != "be":
        return parse.act_lemmas(index)
    lemmas = ["be"]
    for child in parse.children[index]:
        if parse.tokens[child].dep in ("attr", "acomp"):
            lemmas += parse.content([child])
    return lemmas


def governed(parse: Parse, index: int) -> list[str]:
    """Return the lemmas of the act under a verb, adjective or noun: its clause, else its object."""
    for child in parse.children[index]:
        token = parse.tokens[child]
        if token.dep in _INFINITIVE and token.pos in ("VERB", "AUX"):
            if token.dep == "advcl" and token.tag != "VB":
                continue
            return _act_or_state(parse, child) or [token.lemma]
    lemmas = parse.object_lemmas(index)
    for child in parse.children[index]:
        if parse.tokens[child].dep != "prep" or is_in_principle(parse, child):
            continue
        clause = parse.child(child, ("pcomp",))
        if clause is not None:
            return parse.act_lemmas(clause)
        noun = parse.child(child, ("pobj",))
        if noun is not None and parse.tokens[noun].pos in ("NOUN", "VERB"):
            lemmas += parse.noun_lemmas(noun)  # "the intention of withdrawing"
    return lemmas


def _topic(parse: Parse, verb: int, noun: int) -> list[str]:
    """Return what an agreement or approval is about, else the agreement itself."""
    to = parse.child(verb, ("dative",))
    thing = None if to is None else parse.child(to, ("pobj",))
    return (
        governed(parse, noun)
        or ([] if thing is None else parse.noun_lemmas(thing))
        or governed(parse, verb)
    )


def _was_done(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    if token.dep not in ("ROOT", "conj", "ccomp"):
        return False
    return is_act(parse, index) and _is_past(parse, index)


def _is_past(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    if token.tag == "VBD":
        return True
    helpers = {
        parse.word(c) for c in parse.children[index] if parse.tokens[c].dep.startswith("aux")
    }
    return token.tag == "VBN" and bool(helpers & {"has", "have", "had", "was", "were"})


def _of_adjective(parse: Parse, index: int) -> list[Fact]:
    token = parse.tokens[index]
    act = parse.child(index, ("xcomp", "ccomp", "prep", "advcl"))
    if act is None or (
        token.lemma == "open"
        and parse.word(act) not in ("to",)
        and (parse.tokens[act].pos != "VERB")
    ):
        return []
    negated = _negated(parse, index) or _negated(parse, token.head)
    rung = "rejected" if negated else "ready"
    return [_fact(token.start, token.end, rung, governed(parse, index))]


def _of_noun(parse: Parse, index: int) -> list[Fact]:
    token = parse.tokens[index]
    act = governed(parse, index)
    if index and parse.word(index - 1) == "in":  # "in order to"
        return []
    ended = dropped(parse, index) if token.lemma in _PUT_NOUNS and act else None
    if ended is not None:
        return [_fact(*ended, "rejected", act)]
    if token.lemma not in _NOUNS:
        return []
    rung, start, end = _NOUNS[token.lemma], token.start, token.end
    if rung in _PUT and token.dep in ("dobj", "nsubjpass"):
        verb = parse.tokens[token.head]
        answer = rung_of(parse, token.head)[0]
        answer = _NEGATED.get(answer, "") if _negated(parse, token.head) else answer
        if answer in ("agreed", "rejected"):  # "rejected the proposal to meet"
            rung = answer
            start, end = min(start, verb.start), max(end, verb.end)
    if not act or not commits(parse, index):
        return []
    no = next((c for c in parse.children[index] if parse.word(c) == "no"), None)
    if no is not None:  # "no plans to leave"; where there is no demand, nothing is refused
        own = token.lemma in _OWN
        return [_fact(parse.tokens[no].start, end, "rejected", act)] if own else []
    return [_fact(start, end, rung, act)]
