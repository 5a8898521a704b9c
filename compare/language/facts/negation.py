"""What a sentence says is not so: `not`, `no`, `never`, `without`, `refused to`, `ruled out`."""

from __future__ import annotations

import re

from compare.language.facts.denial import hardly, joined_by, refuses
from compare.language.facts.never import act_of, in_no_time, is_never
from compare.language.facts.parse import Parse, unique
from compare.language.facts.records import Fact
from compare.language.facts.standing import affirms, none_of, standings
from compare.language.facts.untruth import claims, negative, no_lie, untrue, untrue_word
from compare.model import Span

_NOT_VERB = frozenset({"not", "n't", "n’t", "never"})
_CANCELLING = _NOT_VERB | {"nor"}
_DETERMINERS = frozenset({"no", "neither", "nor"})
_PRONOUNS = frozenset({"none", "nobody", "nothing", "nowhere"})
# "no more than" and its like bound a quantity; "no doubt" asserts; "not only" adds.
_IDIOM = re.compile(
    r"(?:not only|not just|not merely|not least|not to mention|not (?:more|less|fewer|later|before"
    r"|longer|until) than|not until|no doubt|no less|no fewer|no more than|no later|no sooner"
    r"|no matter|no wonder|no longer than|no earlier|no-one else but|nothing but|nothing less"
    r"|nothing short|none other|no\.?\s*[0-9]|not exceed|never before|without (?:a )?doubt"
    r"|without question|without delay|without exception|without fail|without prejudice"
    r"|(?:no|not) (?:any )?(?:other )?(?:choice|option|alternative) (?:but|except|other than)"
    r"|(?<=left with )no (?:other )?(?:choice|option|alternative)|no (?:small|mean|little)"
    r"|nothing other than|no secret|not a little|not to say)\b",
    re.IGNORECASE,
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
_PHRASE = re.compile(
    r"(?P<short>(?:stop|stops|stopped|stopping|fell|fall|falls) short of)\b"
    r"|(?P<yet>(?:has|have|had|is|are|was|were) yet to)\b|(?P<far>far from)\b",
    re.IGNORECASE,
)
_NOUNS = frozenset({"NOUN", "PROPN"})


def read_negation(parse: Parse) -> list[Fact]:
    """Return the negations of a sentence; two on one act cancel and neither is returned."""
    found: list[tuple[int, int, tuple[str, ...], int]] = []  # span, about, act
    negated: set[int] = set()
    refused: set[int] = set()
    for standing in standings(parse):
        if standing.rung == "rejected" and not standing.turned:
            found.append((standing.start, standing.end, standing.about, standing.verb))
        elif standing.turned and standing.rung != "rejected":
            negated.add(standing.verb)  # "is not out of the question"
            refused.add(standing.verb)
    for index, token in enumerate(parse.tokens):
        cue = _cue(parse, index)
        claimed = untrue_word(parse, index)
        if claimed is not None and negative(parse, claimed):  # "claims that none left are a lie"
            both = {claimed, *parse.children[claimed]}
            negated |= both
            refused |= both
        if cue is not None:
            found.append(cue)
            negated |= {cue[3]} if _cancels(parse, index) else set()
        elif refuses(parse, index):
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


def _cancels(parse: Parse, index: int) -> bool:
    """Say whether a cue makes a refusal none: `did not refuse`, `nobody refused`."""
    word = parse.word(index)
    return word in _CANCELLING or (word in _PRONOUNS and parse.tokens[index].dep == "nsubj")


def _cue(parse: Parse, index: int) -> tuple[int, int, tuple[str, ...], int] | None:
    token, word = parse.tokens[index], parse.word(index)
    start, end = token.start, token.end
    if _IDIOM.match(parse.text, start):
        return None
    if word in _NOT_VERB | {"no"} and no_lie(parse, parse.verb_of(token.head)):
        return None
    if word == "no" and in_no_time(parse, index):
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
        if word == "nor" and joined_by(parse, index) is not None:
            return _nor(parse, index)
        if word == "nor" and any(parse.word(i) == "neither" for i in range(index)):
            return None
        if none_of(parse, index) or affirms(parse, index):
            return None  # the first is told as a refusal
        if token.dep == "intj" or (word == "no" and parse.text[end : end + 1] == ","):
            return None
        noun = parse.tokens[token.head]
        if noun.pos in _NOUNS:
            verb = parse.verb_of(token.head)
            if is_never(parse, index):  # "at no time", "in no way"
                denied, lemmas = act_of(parse, index)
                return start, noun.end, unique(lemmas), denied
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
    claimed = untrue_word(parse, index)
    if claimed is not None:
        return start, end, unique(parse.act_lemmas(claimed)), claimed
    if token.pos in ("ADJ", "VERB", "ADV") and _UNDONE.fullmatch(word):
        about = [word[2:], *_subject(parse, index)]
        return start, end, unique(about), index
    return _phrase(parse, index)


def _nor(parse: Parse, index: int) -> tuple[int, int, tuple[str, ...], int] | None:
    """Read `nor does it cover farms` and `not to miners, nor to farmers`."""
    token = parse.tokens[index]
    joined = joined_by(parse, index)
    if joined is None:
        return None
    if parse.tokens[joined].pos in ("VERB", "AUX"):
        return token.start, token.end, unique(parse.act_lemmas(joined)), joined
    if any(parse.word(i) == "neither" for i in range(index)):
        return None  # of two nouns it is the other half of one negation
    noun = parse.child(joined, ("pobj",)) if parse.tokens[joined].pos == "ADP" else joined
    verb = parse.verb_of(token.head)
    nouns = [] if noun is None else parse.noun_lemmas(noun)
    return token.start, token.end, unique([*_verb_lemma(parse, verb), *nouns]), joined


def _phrase(parse: Parse, index: int) -> tuple[int, int, tuple[str, ...], int] | None:
    """Read `stopped short of leaving`, `has yet to leave`, `hardly left` and `far from over`."""
    token = parse.tokens[index]
    if hardly(parse, index):
        return token.start, token.end, unique(parse.act_lemmas(token.head)), token.head
    match = _PHRASE.match(parse.text, token.start)
    last = -1 if match is None else parse.at(match.end() - 1)
    if match is None or last + 1 >= len(parse.tokens):
        return None
    if match["far"]:
        return _far_from(parse, index, last + 1)
    act = last + 1
    if match["yet"]:
        act = parse.tokens[last].head
        if parse.tokens[act].tag != "VB":
            return None
    elif parse.tokens[act].tag != "VBG":
        return None
    return token.start, match.end(), unique(parse.act_lemmas(act)), act


def _far_from(parse: Parse, index: int, state: int) -> tuple[int, int, tuple[str, ...], int] | None:
    """Read `far from over` and `far from certain`; `far from the border` is a place."""
    start, end, token = parse.tokens[index].start, parse.tokens[state - 1].end, parse.tokens[state]
    if token.tag == "VBG" and token.dep == "pcomp" and token.lemma != "be":
        return start, end, unique(parse.act_lemmas(state)), state
    if token.lemma == "be" and state + 1 < len(parse.tokens):  # "far from being over"
        state, token = state + 1, parse.tokens[state + 1]
    of_noun = token.dep == "amod" and parse.tokens[token.head].pos in _NOUNS
    if (parse.word(state) != "over" and token.pos != "ADJ") or of_noun:
        return None
    verb = parse.verb_of(index)
    return start, end, unique([parse.word(state), *_subject(parse, verb)]), state


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
    clause = untrue(parse, verb)
    if clause is not None:  # "it is not true that they paid"
        return start, end, unique(parse.act_lemmas(clause)), verb
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
    about = parse.act_lemmas(act) if act is not None else _refused(parse, verb)
    about = about or _refrained_from(parse, verb)
    if not about:  # "the talks failed" denies the talks, "the ministry refused" no ministry
        lemma = parse.tokens[verb].lemma
        about = [lemma, *(_subject(parse, verb) if lemma == "fail" else ())]
    start, end = parse.tokens[verb].start, parse.tokens[last].end
    # The negated act carries the number of the refusing verb, so that "did not refuse" cancels.
    return min(start, end - 1), end, unique(about), verb


def _refused(parse: Parse, verb: int) -> list[str]:
    """Return the lemmas of a refused thing, or of the claim that it makes and then its own."""
    thing = parse.child(verb, ("dobj", "nsubjpass"))
    claim = None if thing is None else claims(parse, thing)
    return [*(parse.act_lemmas(claim) if claim is not None else ()), *parse.object_lemmas(verb)]


def _refrained_from(parse: Parse, verb: int) -> list[str]:
    """Return the lemmas of what one refrains or abstains from."""
    from_ = next((c for c in parse.children[verb] if parse.word(c) == "from"), None)
    noun = None if from_ is None else parse.child(from_, ("pobj",))
    if noun is None or parse.tokens[verb].lemma not in ("refrain", "abstain"):
        return []
    return parse.noun_lemmas(noun)


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
