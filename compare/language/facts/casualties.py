"""What befell those who are counted: `two wounded`, `five people were killed`, `12 dead`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from compare.language.facts.counted import counted
from compare.language.facts.parse import Parse, unique
from compare.language.facts.wordlist import words

# Lemmas, and the forms that the pipeline leaves as adjectives, by what they say of somebody.
FATES: dict[str, frozenset[str]] = {
    "hurt": words("wound injure hurt maim wounded injured injury wounding"),
    "dead": words("kill die perish slay martyr dead death fatality killed"),
    "missing": words("missing"),
    "held": words("detain arrest detained arrested"),
}
_FATE = {lemma: fate for fate, lemmas in FATES.items() for lemma in lemmas}
_BY_SUBJECT = words("die perish")  # who does these suffers them
_PARTICIPLES = frozenset({"VBN", "JJ", "VBD", "NN", "VBG"})
_LIVES = words("life")
_GROUP = ("NOUN", "PROPN", "PRON", "NUM")


def befell(parse: Parse, start: int, end: int) -> str:
    """Return the lemma of what befell those whom a number counts, or "".

    Of "seven killed or wounded" it is neither.
    """
    inside = [i for i, t in enumerate(parse.tokens) if t.start < end and start < t.end]
    if not inside:
        return ""
    head = parse.tokens[inside[-1]].head
    counts = parse.tokens[inside[-1]].dep == "nummod" and head > inside[-1]
    noun = head if counts and parse.tokens[head].pos in _GROUP else inside[-1]
    for fate in _fates(parse, inside[-1], noun):
        lemma = parse.tokens[fate].lemma
        return "" if _both(parse, fate) else "die" if lemma in _LIVES else lemma
    return ""


def fate_of(lemmas: Iterable[str]) -> str:
    """Return what some lemmas say that befell people; "" where it is nothing, or two things."""
    found = {_FATE[lemma] for lemma in lemmas if lemma in _FATE}
    return found.pop() if len(found) == 1 else ""


def who(parse: Parse, start: int, end: int) -> tuple[str, ...]:
    """Return what is counted, with what befell those who are: `wound` of "five were wounded"."""
    fate = befell(parse, start, end)
    lemmas = counted(parse, start, end)
    if fate:  # "12 dead and 30 wounded": the verb may be that of the others
        lemmas = tuple(x for x in lemmas if _FATE.get(x, _FATE[fate]) == _FATE[fate])
    return unique([*lemmas, fate])


def _fates(parse: Parse, number: int, noun: int) -> Iterator[int]:
    """Yield the tokens that say what befell those counted, the nearest first."""
    for index in dict.fromkeys((number + 1, noun, noun + 1)):
        if index < len(parse.tokens) and _is_state(parse, index, number):
            yield index
    for child in parse.children[noun]:  # "seven people killed in the blast", "the five who died"
        token = parse.tokens[child]
        if token.dep in ("acl", "relcl") and token.lemma in _FATE and _suffers(parse, child, None):
            yield child
    top = noun
    while parse.tokens[top].dep == "conj" and parse.tokens[parse.tokens[top].head].pos in _GROUP:
        top = parse.tokens[top].head
    verb = parse.tokens[top].head
    if verb != top and parse.tokens[verb].pos in ("VERB", "AUX"):
        fate = _by_verb(parse, verb, top)
        if fate is not None:
            yield fate


def _is_state(parse: Parse, index: int, number: int) -> bool:
    """Say whether a word near a number tells of those whom it counts: `two wounded`, `12 dead`."""
    token = parse.tokens[index]
    if token.lemma not in _FATE or token.tag not in (*_PARTICIPLES, "NNS"):
        return False
    if token.tag == "NNS":  # "three injuries"
        return True
    return index == number + 1 and parse.child(index, ("dobj",)) is None


def _by_verb(parse: Parse, verb: int, noun: int) -> int | None:
    """Return the token of what befell the subject or object of a verb."""
    token, dep = parse.tokens[verb], parse.tokens[noun].dep
    if token.lemma in _FATE:
        return verb if _suffers(parse, verb, noun) else None
    if dep not in ("nsubj", "dobj", "nsubjpass"):
        return None
    if token.lemma == "lose" and dep == "nsubj":
        thing = parse.child(verb, ("dobj",))
        return thing if thing is not None and parse.tokens[thing].lemma in _LIVES else None
    state = parse.child(verb, ("acomp", "oprd") if token.lemma in ("be", "leave") else ())
    return state if state is not None and parse.tokens[state].lemma in _FATE else None


def _suffers(parse: Parse, verb: int, noun: int | None) -> bool:
    """Say whether a noun suffers what a verb tells, and doesn't do it to others."""
    token = parse.tokens[verb]
    dep = "nsubj" if noun is None else parse.tokens[noun].dep
    if dep in ("dobj", "nsubjpass"):
        return True
    if token.lemma in _BY_SUBJECT:
        return dep == "nsubj"
    return dep == "nsubj" and token.tag in ("VBN", "VBD") and parse.child(verb, ("dobj",)) is None


def _both(parse: Parse, index: int) -> bool:
    """Say whether two fates are told of the same people: `killed or wounded`."""
    for child in parse.children[index]:
        other = parse.tokens[child]
        if other.dep == "conj" and _FATE.get(other.lemma) not in (
            None,
            _FATE.get(parse.tokens[index].lemma),
        ):
            between = range(index + 1, child)
            return not any(parse.tokens[i].pos in _GROUP for i in between)
    return False
