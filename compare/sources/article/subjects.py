"""Who speaks: the phrase that names the subject of a verb of speech."""

from __future__ import annotations

from compare.sources.article.clauses import BREAKS
from compare.sources.article.sentence import NOMINAL, Sentence
from compare.sources.article.words import DOCUMENTS

_RELATIVE = frozenset({"who", "which", "that"})


def speaker_of(sentence: Sentence, verb: int) -> int | None:
    """Return the head of the phrase that names who speaks, by the verb's own place in the parse."""
    subjects = (c for c in sentence.children[verb] if sentence.tokens[c].dep == "nsubj")
    subject = next((c for c in subjects if not sentence.quoted[c]), None)
    if subject is not None:
        if sentence.word(subject) in _RELATIVE:
            noun = sentence.tokens[verb].head
            return noun if sentence.tokens[verb].dep == "relcl" else None
        return subject
    mistaken = _mistaken(sentence, verb)
    if mistaken is not None:
        return mistaken
    follower = _inverted(sentence, verb)
    if follower is not None:
        return follower
    at = verb
    for _ in sentence.tokens:
        token = sentence.tokens[at]
        if (token.head == at and at == 0) or (at != verb and token.head == at):
            return _opening(sentence, verb)
        if token.head == at or token.dep not in (
            "conj", "advcl", "xcomp", "pcomp", "prep", "acl", "ccomp", "dep", "parataxis"
        ):  # fmt: skip
            return None
        if token.dep == "ccomp" and token.tag != "VBG":
            return None  # what is said isn't said by who says it
        at = token.head
        above = sentence.tokens[at]
        if sentence.quoted[at]:
            return None
        if above.pos in ("NOUN", "PROPN"):
            if above.lemma in DOCUMENTS or above.dep in ("nsubj", "ROOT"):
                return at
            continue
        subject = sentence.child(at, "nsubj", "nsubjpass")
        if subject is not None and not sentence.quoted[subject]:
            return None if sentence.word(subject) in _RELATIVE else subject
    return None


def after_quotation(sentence: Sentence, verb: int) -> int | None:
    """Return the name in `"…," Doyle posted`, where the parse hangs the verb on the name."""
    tokens = sentence.tokens
    head = tokens[verb].head
    if head != verb - 1 or tokens[head].pos != "PROPN" or sentence.quoted[head]:
        return None
    first = sentence.phrase(head)[0]
    named = all(tokens[i].dep in ("compound", "amod", "nmod") for i in range(first, head))
    return head if first and sentence.quoted[first - 1] and named else None


def _mistaken(sentence: Sentence, verb: int) -> int | None:
    """Return the name right before a verb, which the parse takes for a part of it."""
    at = verb - 1
    if at < 0 or sentence.quoted[at] or sentence.tokens[at].head != verb:
        return None
    token = sentence.tokens[at]
    opens = at == 0 or sentence.quoted[at - 1] or sentence.word(at - 1) in BREAKS
    fits = token.dep in ("amod", "compound", "nmod", "dep", "npadvmod")
    return at if fits and opens and sentence.text[token.start].isupper() else None


def _opening(sentence: Sentence, verb: int) -> int | None:
    """Return the name that opens a sentence whose main verb the parse has missed."""
    first = sentence.tokens[0]
    name = sentence.text[first.start : first.end]
    return 0 if verb > 1 and name[:1].isupper() and not sentence.quoted[0] else None


def _inverted(sentence: Sentence, verb: int) -> int | None:
    """Return the speaker in `"…," said the tired minister`, where the parse has missed it."""
    index = verb + 1
    tokens = sentence.tokens
    if index >= len(tokens) or sentence.quoted[index]:
        return None
    if verb > 0 and not (sentence.quoted[verb - 1] or sentence.word(verb - 1) in BREAKS):
        return None
    if tokens[verb].tag not in ("VBD", "VBZ", "VBP"):
        return None
    for at in range(index, min(index + 8, len(tokens))):
        if tokens[at].pos in NOMINAL:
            while (
                at + 1 < len(tokens)
                and tokens[at + 1].pos in ("NOUN", "PROPN")
                and not sentence.quoted[at + 1]
            ):
                at += 1
            return at
        if tokens[at].pos not in ("DET", "ADJ", "NUM", "PUNCT") or sentence.word(at) in BREAKS:
            return None
    return None
