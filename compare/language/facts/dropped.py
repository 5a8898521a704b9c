"""Plans, demands and calls that nothing comes of: `is unacceptable`, `has been shelved`."""

from __future__ import annotations

from compare.language.facts.parse import Parse
from compare.language.facts.untruth import negative
from compare.language.facts.wordlist import words

_DROPS = words("drop shelve abandon withdraw scrap ditch renounce discard retract")
_UNACCEPTABLE = words("unacceptable groundless unfounded baseless inadmissible unjustified")
_ACCEPTABLE = words("acceptable admissible justified")  # with a denial
_LINKS = words("be remain stay seem become")
_OPTION = words("option")  # "is not an option"


def dropped(parse: Parse, noun: int) -> tuple[int, int] | None:
    """Return the words that say that nothing comes of a noun's plan or demand; else None.

    :param noun: the token of a plan, demand, call, request or proposal
    """
    token = parse.tokens[noun]
    verb = token.head
    lemma, denied = parse.tokens[verb].lemma, negative(parse, verb)
    if token.dep in ("dobj", "nsubjpass") and lemma in _DROPS and not denied:
        start = _verb_start(parse, verb) if token.dep == "nsubjpass" else parse.tokens[verb].start
        return start, max(parse.tokens[verb].end, token.end)
    if token.dep not in ("nsubj", "nsubjpass") or lemma not in _LINKS:
        return None
    for child in parse.children[verb]:
        if child > noun and _shuts(parse, child, denied):
            last = parse.child(child, ("pobj",)) if parse.tokens[child].pos == "ADP" else child
            return _verb_start(parse, verb), parse.tokens[child if last is None else last].end
    return None


def _shuts(parse: Parse, index: int, denied: bool) -> bool:
    """Say whether what is said of a plan ends it: `unacceptable`, `on hold`, `not an option`."""
    lemma, dep = parse.tokens[index].lemma, parse.tokens[index].dep
    if dep == "acomp":
        return lemma in (_ACCEPTABLE if denied else _UNACCEPTABLE)
    if dep == "attr":
        return lemma in _OPTION and (denied or _has_no(parse, index))
    inner = parse.child(index, ("pobj",))
    return lemma == "on" and inner is not None and parse.word(inner) == "hold" and not denied


def _has_no(parse: Parse, noun: int) -> bool:
    return any(parse.word(child) == "no" for child in parse.children[noun])


def _verb_start(parse: Parse, verb: int) -> int:
    """Return where a verb begins, with its auxiliaries and its "not"."""
    own = [c for c in parse.children[verb] if parse.tokens[c].dep in ("aux", "auxpass", "neg")]
    return min(parse.tokens[i].start for i in (verb, *own))
