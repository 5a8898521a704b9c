"""Verbs that don't assert what follows them: a claim keeps them, so that no denial is lost.

"Doyle denied that the spoil was toxic" doesn't say that it was. Nor do "did not say that", "refused
to confirm that" and "stopped short of saying that", where the denial stands before the verb of
speech, nor "asked whether", "called on the firm to", "accused the firm of".
"""

from __future__ import annotations

from compare.sources.article.sentence import Sentence
from compare.sources.article.words import (
    ACCUSE,
    ASK,
    DENY,
    DISMISS,
    DOUBT,
    NEUTRAL,
    PHRASAL,
    REFUSE,
    RUMOURS,
    SAY,
    WISH,
)

_MODALS = frozenset({"would", "could", "might", "may", "should", "will", "can", "must", "ca", "wo"})
_NEGATIVE = frozenset({"not", "no", "n't", "n’t", "never", "neither", "nor", "hardly", "cannot"})
_NO_ONE = frozenset({"no", "nobody", "none", "neither", "few", "each"})  # nor one voice
_OPEN = frozenset({"if", "unless", "whether", "until"})  # what they open hasn't been said
_GROUP = frozenset({"aux", "auxpass", "neg", "advmod", "preconj"})
_WITHOUT_CLAUSE = frozenset({"confirm", "acknowledge", "admit", "concede", "recognise"})
# Prepositions before a gerund that only order what is said ("responded by saying").
_ORDER = frozenset({"by", "in", "after", "before", "while", "when", "with", "as"})


def is_stance(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb reports a denial, a doubt, a question, an accusation or a call."""
    lemma = sentence.tokens[verb].lemma
    after = sentence.word(verb + 1) if verb + 1 < len(sentence.tokens) else ""
    return lemma in DENY | DISMISS | DOUBT | ASK | ACCUSE or after in PHRASAL.get(lemma, ())


def denies(sentence: Sentence, verb: int, start: int) -> bool:
    """Say whether what a verb reports isn't the speaker's own word: denied, doubted, not said.

    :param start: the token at which the kept claim starts
    """
    lemma = sentence.tokens[verb].lemma
    if lemma in DENY | DISMISS | DOUBT:
        return True
    return start < verb and any(_negates(sentence, i) for i in range(start, verb))


def unsaid(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb of speech reports nothing: passive, to come, under "if", by no one."""
    tokens = sentence.tokens
    for at in _chain(sentence, verb):
        deps = {tokens[child].dep for child in sentence.children[at]}
        helpers = [child for child in sentence.children[at] if tokens[child].dep in _GROUP]
        words = {sentence.word(child) for child in helpers}
        negative = bool(words & _NEGATIVE)
        passive = "auxpass" in deps and not (at != verb and tokens[at].lemma in NEUTRAL)
        if passive or (words & _MODALS and not negative):
            return True
        if any(
            sentence.word(child) in _OPEN and tokens[child].dep in ("mark", "advmod")
            for child in sentence.children[at]
        ):
            return True
        subject = sentence.child(at, "nsubj")
        quoted = subject is not None and sentence.quoted[subject]  # `“… None,” a spokesman said`
        if subject is not None and not quoted and _no_one(sentence, subject, at):
            return True
    return _to_come(sentence, verb)


def kept_from(sentence: Sentence, verb: int) -> int | None:
    """Return the token at which a claim starts that keeps its verb, or None where none is kept."""
    tokens = sentence.tokens
    chain = _chain(sentence, verb)
    top = chain[-1]
    while tokens[top].dep == "conj" and any(
        sentence.word(child) == "nor" for child in sentence.children[tokens[top].head]
    ):
        top = tokens[top].head  # "neither confirmed nor denied"
    start = _group(sentence, top)
    negative = any(_negates(sentence, i) for i in range(start, verb))
    kept = negative or is_stance(sentence, verb) or tokens[verb].lemma in WISH
    if not kept and top != verb and not all(tokens[at].lemma in NEUTRAL for at in chain[1:]):
        kept = True
    return start if kept else None


def takes_phrase(sentence: Sentence, verb: int, start: int) -> bool:
    """Say whether a kept verb makes a claim without a clause too ("denied any wrongdoing")."""
    tokens = sentence.tokens
    lemma = tokens[verb].lemma
    if lemma in DENY | DISMISS | DOUBT:
        thing = sentence.child(verb, "dobj", "xcomp", "ccomp")
        return thing is not None and _has_content(sentence, thing, lemma in DISMISS)
    if lemma in WISH and lemma not in SAY:
        return False
    if is_stance(sentence, verb):
        return lemma != "ask"
    return start < verb and lemma in _WITHOUT_CLAUSE


def _has_content(sentence: Sentence, thing: int, rumour: bool) -> bool:
    """Say whether what is denied can be told from its words: not so "this" or "the claim".

    :param rumour: it must be a claim, as other things are rejected by deeds
    """
    if sentence.tokens[thing].pos == "VERB":
        return not rumour
    below = sentence.subtree(thing)
    if rumour and not any(sentence.tokens[i].lemma in RUMOURS for i in below[:6]):
        return False
    return any(
        sentence.tokens[i].lemma not in RUMOURS
        and sentence.tokens[i].pos not in ("DET", "PRON", "PUNCT", "ADP")
        for i in below
    )


def _chain(sentence: Sentence, verb: int) -> list[int]:
    """Return a verb and those over it with its speaker: of "stopped short of saying", both."""
    tokens = sentence.tokens
    found, at = [verb], verb
    while tokens[at].head != at:
        dep, above = tokens[at].dep, tokens[at].head
        if dep == "pcomp" and tokens[above].dep == "prep" and sentence.word(above) not in _ORDER:
            above = tokens[above].head
        elif dep != "xcomp" and not (dep == "advcl" and tokens[above].lemma in NEUTRAL):
            break
        if sentence.quoted[above] or sentence.child(at, "nsubj", "nsubjpass") is not None:
            break
        if tokens[above].dep == "acomp":  # "was unable to confirm"
            above = tokens[above].head
        if tokens[above].pos not in ("VERB", "AUX") or above > verb:
            break
        found.append(above)
        at = above
    return found


def _to_come(sentence: Sentence, verb: int) -> bool:
    """Say whether "to say" hangs on a verb by which nothing has been said yet ("plans to say")."""
    tokens = sentence.tokens
    words = {sentence.word(child) for child in sentence.children[verb]}
    if tokens[verb].tag != "VB" or "to" not in words:
        return False
    chain = _chain(sentence, verb)
    if len(chain) == 1:
        return True
    above = chain[1]
    unable = any(sentence.word(child) == "unable" for child in sentence.children[above])
    return tokens[above].lemma not in REFUSE | NEUTRAL and not unable


def _group(sentence: Sentence, verb: int) -> int:
    """Return the first token of a verb with its auxiliaries, negations and adverbs."""
    first = verb
    for child in sentence.children[verb]:
        near = child < verb and sentence.tokens[child].dep in _GROUP
        if near and not any(sentence.word(i) in (",", ";") for i in range(child, verb)):
            first = min(first, *sentence.subtree(child))
    subject = sentence.child(verb, "nsubj", "nsubjpass")
    if subject is not None and first <= subject < verb:
        first = sentence.phrase(subject)[1]
    return min(first, verb)


def _negates(sentence: Sentence, index: int) -> bool:
    lemma = sentence.tokens[index].lemma
    word = sentence.word(index)
    return word in _NEGATIVE or word in ("unable", "short", "without") or lemma in REFUSE | DENY


def _no_one(sentence: Sentence, subject: int, verb: int) -> bool:
    below = [subject, *(i for i in sentence.children[subject] if i < subject)]
    words = {sentence.word(i) for i in below}
    words |= {
        sentence.word(i)
        for i in sentence.children[verb]
        if sentence.tokens[i].dep == "preconj" and i < subject
    }
    return bool(words & _NO_ONE) and sentence.word(below[0]) not in _NEGATIVE - _NO_ONE
