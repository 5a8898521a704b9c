"""What a sentence says is not so: `not`, `no`, `never`, `without`, `refused to`, `ruled out`."""

from __future__ import annotations

import re

from compare.language.facts.parse import Parse, unique
from compare.language.facts.records import Fact
from compare.language.facts.wordlist import words
from compare.model import Span

_NOT_VERB = frozenset({"not", "n't", "n’t", "never"})
_DETERMINERS = frozenset({"no", "neither", "nor"})
_PRONOUNS = frozenset({"none", "nobody", "nothing", "nowhere"})
# "no more than" and its like bound a quantity; "no doubt" asserts; "not only" adds.
_IDIOM = re.compile(
    r"(?:not only|not just|not merely|not least|not to mention|not (?:more|less|fewer|later|before"
    r"|longer|until) than|not until|no doubt|no less|no fewer|no more than|no later|no sooner"
    r"|no matter|no wonder|no longer than|no earlier|no-one else but|nothing but|nothing less"
    r"|nothing short|none other|no\.?\s*[0-9]|not exceed|never before|without (?:a )?doubt"
    r"|without question|without delay|without exception|without fail|without prejudice)\b",
    re.IGNORECASE,
)
_REFUSALS = words(
    "refuse reject deny decline fail refrain dismiss veto rebuff oppose abstain forbid prohibit "
    "ban bar cancel withhold exclude repudiate disavow lack"
)
_RULE_OUT = {("rule", "out"), ("turn", "down"), ("call", "off"), ("brush", "aside")}
_INABILITY = frozenset(
    {"unable", "unwilling", "impossible", "unacceptable", "inadmissible", "absent"}
)
_UNDONE = re.compile(
    r"un(?!ited|til|animous|der|precedented|leash|ion|ivers|iform|veil|fold|doubted|wanted|armed"
    r"|employed|expected|certain|manned|easy|fortunate|usual)\w{3,}ed\b|unmet|unbroken",
    re.IGNORECASE,
)
_EMPTY = frozenset({"time", "way", "case", "circumstance", "account", "mean", "means", "event"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def read_negation(parse: Parse) -> list[Fact]:
    """Return the negations of a sentence; two on one act cancel and neither is returned."""
    found: list[tuple[int, int, tuple[str, ...], int]] = []  # span, about, act
    negated: set[int] = set()
    refused: set[int] = set()
    for index, token in enumerate(parse.tokens):
        cue = _cue(parse, index)
        if cue is not None:
            found.append(cue)
            negated |= {cue[3]} if parse.word(index) in _NOT_VERB else set()
        elif token.lemma in _REFUSALS and token.pos == "VERB":
            found.append(_refusal(parse, index, index))
            refused.add(index)
        elif token.pos == "VERB":
            particle = parse.child(index, ("prt", "advmod"))
            if particle is not None and (token.lemma, parse.word(particle)) in _RULE_OUT:
                found.append(_refusal(parse, index, particle))
                refused.add(index)
    cancelled = negated & refused  # "did not refuse"
    return [
        Fact("negation", Span(start, end), "negated", about)
        for start, end, about, act in found
        if act not in cancelled
    ]


def _cue(parse: Parse, index: int) -> tuple[int, int, tuple[str, ...], int] | None:
    token, word = parse.tokens[index], parse.word(index)
    start, end = token.start, token.end
    if _IDIOM.match(parse.text, start):
        return None
    if word in _NOT_VERB:
        if parse.text[end : end + 6].lower() == " until":
            return None  # "it wasn't until Friday that they met": they did
        return _verbal(parse, index)
    if word == "no" and parse.text[end : end + 8].lower().startswith(" longer"):
        verb = parse.verb_of(token.head)
        return start, end + 7, unique(parse.act_lemmas(verb)), verb
    if word == "no" and parse.text[end : end + 4].lower() == " one":
        verb = parse.verb_of(index)
        rest = [lemma for lemma in parse.act_lemmas(verb) if lemma != "one"]
        return start, end + 4, unique(["person", *rest]), verb
    if word in _DETERMINERS and (token.pos in ("DET", "CCONJ", "PRON", "ADV") or word == "no"):
        if word == "nor" and any(parse.word(i) == "neither" for i in range(index)):
            return None  # the other half of one negation
        if token.dep == "intj" or (word == "no" and parse.text[end : end + 1] == ","):
            return None
        noun = parse.tokens[token.head]
        if noun.pos in _NOUNS:
            verb = parse.verb_of(token.head)
            if noun.lemma in _EMPTY:  # "at no time", "in no way"
                return start, noun.end, unique(parse.act_lemmas(verb)), verb
            about = [*parse.noun_lemmas(token.head), *_verb_lemma(parse, verb)]
            return start, end, unique(about), token.head
        verb = parse.verb_of(token.head)
        return start, end, unique(parse.act_lemmas(verb)), verb
    if word in _PRONOUNS:
        of = parse.child(index, ("prep",))
        inner = None if of is None else parse.child(of, ("pobj",))
        verb = parse.verb_of(index)
        nouns = [] if inner is None else parse.noun_lemmas(inner)
        rest = [lemma for lemma in parse.act_lemmas(verb) if lemma != word]
        return start, end, unique([*nouns, *rest]), verb
    if word == "without":
        inner = parse.child(index, ("pobj", "pcomp"))
        if inner is None:
            return start, end, (), index
        is_noun = parse.tokens[inner].pos in _NOUNS
        about = parse.noun_lemmas(inner) if is_noun else parse.act_lemmas(inner)
        return start, end, unique(about), inner
    if word in _INABILITY and token.pos in ("ADJ", "ADV"):
        act = parse.child(index, ("xcomp", "acomp"))
        about = parse.act_lemmas(act) if act is not None else _subject(parse, index)
        return start, end, unique(about), act if act is not None else index
    if token.pos in ("ADJ", "VERB", "ADV") and _UNDONE.fullmatch(word):
        about = [word[2:], *_subject(parse, index)]
        return start, end, unique(about), index
    return None


def _verbal(parse: Parse, index: int) -> tuple[int, int, tuple[str, ...], int]:
    """Read `not`, `never` and `n't`: the act is the verb they hang on."""
    token = parse.tokens[index]
    start, end = token.start, token.end
    verb = token.head
    if verb == index or parse.tokens[verb].pos not in ("VERB", "AUX"):
        noun = parse.tokens[verb]
        if noun.pos in _NOUNS and verb != index:
            return start, end, unique(parse.noun_lemmas(verb)), verb
        verb = parse.verb_of(index)
    previous = parse.tokens[index - 1] if index else None
    if previous is not None and parse.tokens[index].start == previous.end and previous.pos == "AUX":
        start = previous.start  # "won't", "cannot"
    if parse.tokens[verb].pos == "AUX":  # "is not ready", "cannot"
        about = [parse.tokens[verb].lemma]
        for child in parse.children[verb]:
            if parse.tokens[child].dep in ("acomp", "attr", "prep"):
                about += parse.content(parse.subtree(child))
        return start, end, unique([*about, *_subject(parse, verb)]), verb
    return start, end, unique(parse.act_lemmas(verb)), verb


def _refusal(parse: Parse, verb: int, last: int) -> tuple[int, int, tuple[str, ...], int]:
    """Read `refused to sign` and `ruled out talks`: the act is what was refused."""
    act = parse.child(verb, ("xcomp", "ccomp", "pcomp"))
    if act is None:
        preposition = parse.child(verb, ("prep",))
        act = None if preposition is None else parse.child(preposition, ("pcomp",))
    about = parse.act_lemmas(act) if act is not None else parse.object_lemmas(verb)
    if not about:  # "the talks failed" denies the talks, "the ministry refused" no ministry
        lemma = parse.tokens[verb].lemma
        about = [lemma, *(_subject(parse, verb) if lemma == "fail" else ())]
    start, end = parse.tokens[verb].start, parse.tokens[last].end
    # The negated act carries the number of the refusing verb, so that "did not refuse" cancels.
    return min(start, end - 1), end, unique(about), verb


def _verb_lemma(parse: Parse, verb: int) -> list[str]:
    return [parse.tokens[verb].lemma] if parse.tokens[verb].pos == "VERB" else []


def _subject(parse: Parse, index: int) -> list[str]:
    """Return the lemmas of the noun that a word is said of."""
    token = parse.tokens[index]
    for place in (index, token.head):
        subject = parse.child(place, ("nsubj", "nsubjpass"))
        if subject is not None and parse.tokens[subject].pos in _NOUNS:
            return parse.noun_lemmas(subject)
    if token.dep == "amod" and parse.tokens[token.head].pos in _NOUNS:
        return parse.noun_lemmas(token.head)
    return []
