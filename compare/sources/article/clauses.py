"""The clause that a verb of speech reports, without the frame that reports it."""

from __future__ import annotations

import re

from compare.model import Span
from compare.sources.article.sentence import NOMINAL, Sentence
from compare.sources.article.stance import takes_phrase
from compare.sources.article.words import ACT, ASK, RUMOURS, SAY

BREAKS = frozenset({",", ";", "--", "—", "–", "-"})
_DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today"}
)


def content(
    sentence: Sentence, verb: int, head: int, frame: tuple[int, int], kept: int | None, kind: str
) -> tuple[tuple[Span, ...], ...]:
    """Return the clause that the verb reports: after it, before it, or on both sides.

    :param frame: offsets of speaker and verb
    :param kept: the token at which a claim starts that keeps the verb
    :param kind: of the cue
    """
    after = _clauses_after(sentence, verb, head, kept, kind)
    if after:
        return tuple((span,) for span in after)
    around = _clause_around(sentence, verb, *frame)
    if around and kind == "deny":  # "The spoil was toxic, Doyle denied."
        return ((Span(around[0].start, frame[1]),),)
    return (around,) if around else ()


def _clauses_after(
    sentence: Sentence, verb: int, head: int, kept: int | None, kind: str
) -> list[Span]:
    tokens = sentence.tokens
    behind = max(verb, sentence.phrase(head)[1] - 1) if head > verb else verb
    root, first = _reported(sentence, verb, behind)
    if root is not None and first is not None and first < len(tokens):
        if sentence.quoted[first] and kind != "deny":
            return []  # a quotation follows, and is found as one
        if kept is None and sentence.word(first) in ("which", "who", "whose"):
            return []  # the reporter goes on
    if kept is not None:
        if root is None and takes_phrase(sentence, verb, kept):
            root = _phrase(sentence, verb, behind)
        first = kept if root is not None else None
    if tokens[verb].lemma in ACT and (root is None or tokens[root].dep == "xcomp"):
        # What is promised or demanded is a claim together with its verb.
        if root is None and tokens[verb].lemma != "urge":
            root = sentence.child(verb, "dobj")
        if root is None or root < behind or sentence.quoted[root]:
            return []
        if tokens[verb].lemma == "offer" and tokens[root].lemma in RUMOURS:
            return []  # "offered different accounts"
        first = verb if kept is None else kept
    if root is None or first is None or first >= len(tokens):
        return []
    if kept is None and first > verb:
        first = _past_frame(sentence, verb, root, first)
    last = _last(sentence, verb, root, first)
    parts, begin = [], first
    for index in range(first + 1, last - 1):  # "said that A and that B" is two claims
        that = sentence.word(index + 1) == "that" and tokens[index + 1].dep == "mark"
        joins = sentence.word(index) in ("and", "but") and not sentence.quoted[index]
        if that and joins and kept is None:
            parts.append((begin, index - 1))
            begin = index + 2
    parts.append((begin, last))
    spans = (trimmed(sentence.text, tokens[a].start, tokens[b].end) for a, b in parts if a <= b)
    return [span for span in spans if span is not None]


def _past_frame(sentence: Sentence, verb: int, root: int, first: int) -> int:
    """Return where a clause starts behind what is of its frame: "on Friday", "that"."""
    tokens = sentence.tokens
    while first < root and tokens[first].dep in ("punct", "mark") and sentence.word(first) == ",":
        first += 1
    day = first
    while day < root and sentence.word(day) in ("on", "late", "early"):
        day += 1
    nominal = tokens[min(day + 1, root)].pos in ("DET", *NOMINAL) and day + 1 < root
    if first == verb + 1 and sentence.word(day) in _DAYS and nominal:
        first = day + 1  # "said on Friday it would open"
    that = sentence.word(first) == "that" and tokens[first].dep not in ("nsubj", "nsubjpass", "det")
    return first + 1 if that and first < root else first


def _reported(sentence: Sentence, verb: int, behind: int) -> tuple[int | None, int | None]:
    """Return the head and the first token of the clause under a verb, after the frame."""
    tokens = sentence.tokens
    root = first = None
    for index in range(behind + 1, len(tokens)):
        if sentence.quoted[index]:
            break
        above = sentence.above(index)
        if sentence.word(index) == "that" and tokens[index].dep == "mark" and verb in above:
            root, first = tokens[index].head, index + 1
            break
    for child in sentence.children[verb]:
        token = tokens[child]
        acts = token.dep == "xcomp" and tokens[verb].lemma in ACT | ASK
        if (token.dep == "ccomp" or acts) and child > behind:
            inside = [i for i in sentence.subtree(child) if i > behind]
            if first is None or (root != child and inside[0] < first - 1):
                root, first = child, inside[0]
            break
    return root, first


def _phrase(sentence: Sentence, verb: int, behind: int) -> int | None:
    """Return the head of what a verb takes without a clause: "denied any wrongdoing"."""
    fits = ("dobj", "xcomp", "prep", "dative", "ccomp", "advcl")
    found = [c for c in sentence.children[verb] if c > behind and sentence.tokens[c].dep in fits]
    things = [c for c in found if sentence.tokens[c].dep in fits[:2]]
    return min(things or found, default=None)


def _last(sentence: Sentence, verb: int, root: int, first: int) -> int:
    """Return the last token of a reported clause: where the reporter takes over, or the end."""
    tokens = sentence.tokens
    inside = set(sentence.subtree(root))
    ends = len(tokens) - 1
    if tokens[verb].dep == "advcl" and tokens[verb].head > verb:
        ends = max(sentence.subtree(verb))  # "Denying that it was toxic, Doyle said …"
    if tokens[verb].dep == "relcl" and max(sentence.subtree(verb)) >= root:
        ends = max(sentence.subtree(verb))  # "Doyle, who denied that …, left"
    for child in sentence.children[verb]:
        if child <= root or child in inside or tokens[child].dep == "punct":
            continue
        low = min(sentence.subtree(child))
        if low <= first:
            continue
        if tokens[child].dep == "cc" or sentence.word(low - 1) in BREAKS:
            ends = min(ends, low - 1)
    for child in sentence.children[root]:
        # "with Tehran saying it agreed and Paris denying it": a second frame, not what is said.
        helped = sentence.child(child, "aux") is not None or tokens[root].tag == "VBG"
        if tokens[child].dep == "conj" and tokens[child].tag == "VBG" and not helped:
            joint = sentence.child(root, "cc")
            if sentence.child(child, "nsubj") is not None and joint is not None and joint < child:
                ends = min(ends, joint - 1)
    dashes = [
        i
        for i in range(first + 1, len(tokens) - 1)
        if not sentence.quoted[i] and sentence.word(i) in ("--", "—", "–") and i <= ends
    ]
    if len(dashes) == 1:
        ends = dashes[0] - 1
    for index in range(first + 1, ends):
        following = tokens[index + 1]
        if sentence.quoted[index] or sentence.word(index) not in BREAKS:
            continue
        gerund = following.tag == "VBG" and following.lemma in SAY
        if gerund or sentence.word(index + 1) == "according":
            return index - 1
    return max(ends, first)


def antecedent(sentence: Sentence, which: int) -> Span | None:
    """Return "the call" of `the call, which …`."""
    noun = which - 2 if which and sentence.word(which - 1) == "," else which - 1
    if noun < 0 or sentence.tokens[noun].pos not in ("NOUN", "PROPN"):
        return None
    first = noun
    while first > 0 and (
        sentence.tokens[first - 1].head == noun and sentence.tokens[first - 1].pos != "PUNCT"
    ):
        first -= 1
    return Span(sentence.tokens[first].start, sentence.tokens[noun].end)


def _clause_around(sentence: Sentence, verb: int, start: int, end: int) -> tuple[Span, ...]:
    """Return the clause of `The harbour opens, he said` or `The talks, he said, were hard`."""
    text, low, high = sentence.text, sentence.span.start, sentence.span.end
    if sentence.tokens[verb].lemma not in SAY or not re.search(r"[,—–]\s*$", text[low:start]):
        return ()
    index = next(i for i, t in enumerate(sentence.tokens) if t.start >= start)
    if sentence.quoted[0] or index < 3 or sentence.quoted[index - 1] or sentence.quoted[index - 2]:
        return ()  # a quotation stands before the frame, and is found as one
    left = sentence.child(verb, "ccomp", "parataxis", "dep")
    aside = sentence.tokens[verb].dep in ("parataxis", "ccomp", "dep")
    if not aside and (left is None or left > verb):
        return ()
    before = trimmed(text, low, start)
    after = trimmed(text, end, high) if re.match(r"\s*[,—–]", text[end:high]) else None
    if before is None or len(text[before.start : before.end].split()) < 2:
        return ()
    return (before, after) if after is not None else (before,)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without the white space, commas and dashes at its ends, if words are left."""
    while start < end and (text[start].isspace() or text[start] in ",;:—–-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:—–-"):
        end -= 1
    return Span(start, end) if any(c.isalnum() for c in text[start:end]) else None
