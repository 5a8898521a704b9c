"""What a number counts or measures."""

from __future__ import annotations

from compare.language.facts.numerals import SMALL
from compare.language.facts.parse import Parse, unique
from compare.language.facts.wordlist import words

_PARTS = frozenset({"nsubj", "nsubjpass", "dobj"})
# Nouns of how many there are of what stands behind their "of".
_HOW_MANY = words("number total count amount quantity")
_OF_A_GROUP = _HOW_MANY | {"member"}


def counted(parse: Parse, start: int, end: int) -> tuple[str, ...]:
    """Return the lemmas of what the words from `start` to `end` count or measure."""
    tokens = parse.tokens
    inside = [i for i, token in enumerate(tokens) if token.end > start and token.start < end]
    if not inside:
        return ()
    top = inside[-1]
    for _ in tokens:
        if not (top in inside and tokens[top].head in inside and tokens[top].head != top):
            break
        top = tokens[top].head
    lemmas: list[str] = []
    for index in inside:  # "dozens of fighters", "5 per cent of the shares"
        for child in parse.children[index]:
            if tokens[child].lemma == "of" and child not in inside:
                inner = parse.child(child, ("pobj",))
                if inner is not None:
                    lemmas += parse.noun_lemmas(inner)
    head = tokens[top].head
    if not lemmas and inside[-1] + 1 < len(tokens) and parse.word(inside[-1] + 1) == "of":
        inner = parse.child(inside[-1] + 1, ("pobj",))
        if inner is not None:
            lemmas += parse.noun_lemmas(inner)
    following = tokens[head]
    if following.pos in ("NOUN", "PROPN") and head not in inside and head > top:
        if following.entity not in ("DATE", "TIME"):  # "$1,500 last week"
            lemmas += [x for x in parse.noun_lemmas(head) if x not in SMALL]
            if following.lemma == "member":  # "twelve members of the crew"
                lemmas += things_of(parse, head)
    elif not lemmas and inside[-1] + 1 < len(tokens):
        after = tokens[inside[-1] + 1]  # the parser missed it: take the noun that stands there
        if after.pos == "NOUN" or (after.pos == "ADJ" and tokens[after.head].pos == "NOUN"):
            lemmas += parse.noun_lemmas(inside[-1] + 1 if after.pos == "NOUN" else after.head)
    verb = parse.verb_of(top)
    if not lemmas:
        if tokens[head].pos == "NOUN" and head not in inside:
            lemmas += parse.noun_lemmas(head)
        up = tokens[head].head
        if tokens[head].pos == "ADP" and tokens[up].pos == "NOUN":
            lemmas += parse.noun_lemmas(up)
        if tokens[verb].pos in ("VERB", "AUX") and verb not in inside:
            lemmas += [tokens[verb].lemma] if tokens[verb].pos == "VERB" else []
            parts = [c for c in parse.children[verb] if tokens[c].dep in _PARTS]
            if parts and parts[0] not in inside:  # "the three denounced it" counts no "it"
                named = next(
                    (c for c in parts if tokens[c].pos == "NOUN" and c not in inside), None
                )
                lemmas += [] if named is None else things_of(parse, named)
    own = {tokens[i].lemma for i in inside}
    return unique(lemma for lemma in lemmas if lemma not in own)


def things_of(parse: Parse, noun: int) -> list[str]:
    """Return the lemmas of a noun, or of what it is the number or a member of: `member of it`."""
    if parse.tokens[noun].lemma in _OF_A_GROUP:
        link = next((c for c in parse.children[noun] if parse.tokens[c].lemma == "of"), None)
        inner = None if link is None else parse.child(link, ("pobj",))
        if inner is not None:
            return parse.noun_lemmas(inner)
    return parse.noun_lemmas(noun)
