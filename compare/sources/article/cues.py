"""Cues: a verb of speech with who speaks, and the clause that it reports."""

from __future__ import annotations

from dataclasses import dataclass, replace

from compare.language.facts.records import Token
from compare.model import Span
from compare.sources.article.clauses import BREAKS, antecedent, content, trimmed
from compare.sources.article.sentence import NOMINAL, Sentence
from compare.sources.article.stance import denies, is_stance, kept_from, unsaid
from compare.sources.article.subjects import after_quotation, speaker_of
from compare.sources.article.words import ACT, CALL, SAY, VOICED, WISH


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speech, or "according to"."""

    verb: int  # token
    head: int  # token: the head of the phrase that names the speaker
    start: int  # of the frame (speaker and verb), offsets into the article
    end: int
    kind: str  # say, act, call, voiced, deny, according
    # The reported clauses, each of one span or of the two that the frame parts; empty where only a
    # quotation can follow.
    content: tuple[tuple[Span, ...], ...]
    kept: int | None = None  # where a claim starts that keeps the verb; None where none need


def find_cues(sentence: Sentence) -> list[Cue]:
    """Return the cues of a sentence outside its quotations, in reading order."""
    found: list[Cue] = []
    for index, token in enumerate(sentence.tokens):
        if sentence.quoted[index]:
            continue
        if sentence.word(index) == "which":
            cue = _aside(sentence, index)
        elif sentence.word(index) == "according" and sentence.child(index, "prep") is not None:
            cue = _according(sentence, index)
        elif token.tag.startswith("VB") and _speaks(sentence, index):
            cue = _verbal(sentence, index, found)
        else:
            continue
        again = cue is not None and any(other.verb == cue.verb for other in found)
        if (
            cue is not None
            and not again
            and not (any(_covers(other, cue) for other in found) and not _trails(cue))
        ):
            found.append(cue)
    return _settled(sentence, sorted(found, key=lambda cue: cue.start))


def _settled(sentence: Sentence, cues: list[Cue]) -> list[Cue]:
    """Return the cues without those inside what a frame at the end of the sentence reports.

    In "The firm expects rain, he added" nothing but "he added" is a frame. A frame before it
    ("Doyle said it rained, she added") keeps its clause, cut before the last frame.
    """
    for last in cues:
        inner = [cue for cue in cues if cue is not last and _covers(last, cue)]
        if not inner or inner[0].start > last.start:
            continue
        first = inner[0]
        around = len(first.content) == 1 and len(first.content[0]) == 2
        opens = first.start == last.content[0][0].start and first.end <= last.start
        # "Doyle had promised rain, she said": "had" and a frame inside tell it as hers.
        hers = len(last.content[0]) == 2 or _had(sentence, first.verb)
        if (opens and not hers and sentence.child(first.verb, "nsubj") is not None) or around:
            cut = [
                trimmed(sentence.text, s.start, min(s.end, last.start))
                for c in first.content
                for s in c
            ]
            spans = tuple(span for span in cut if span is not None)
            clauses = (spans,) if around else tuple((span,) for span in spans)
            kept = [replace(first, content=clauses), replace(last, content=())]
        else:
            kept = [last]
        return [cue for cue in cues if cue is not last and cue not in inner] + kept
    return cues


def _had(sentence: Sentence, verb: int) -> bool:
    return any(sentence.word(child) == "had" for child in sentence.children[verb])


def _aside(sentence: Sentence, which: int) -> Cue | None:
    """Return the cue in `the call, which it said lasted an hour`: "the call" and "lasted …"."""
    tokens = sentence.tokens
    verb = next((i for i in range(which + 2, min(which + 7, len(tokens))) if _says(tokens[i])), 0)
    if not verb or verb + 1 >= len(tokens) or tokens[verb + 1].pos not in ("VERB", "AUX"):
        return None
    if any(tokens[i].pos not in ("DET", "ADJ", *NOMINAL) for i in range(which + 1, verb)):
        return None
    noun = antecedent(sentence, which)
    ends = (i - 1 for i in range(verb + 2, len(tokens)) if sentence.word(i) in (",", ";", "--"))
    last = next(ends, len(tokens) - 1)
    after = trimmed(sentence.text, tokens[verb + 1].start, tokens[last].end)
    if noun is None or after is None:
        return None
    start, end = tokens[which + 1].start, tokens[verb].end
    return Cue(verb, verb - 1, start, end, "say", ((noun, after),))


def _says(token: Token) -> bool:
    return token.lemma in SAY and token.tag in ("VBD", "VBZ", "VBP")


def _trails(cue: Cue) -> bool:
    """Say whether a frame stands after what it reports."""
    return bool(cue.content) and cue.content[0][0].end <= cue.start


def _covers(outer: Cue, inner: Cue) -> bool:
    """Say whether a cue stands inside what another one reports."""
    return any(
        clause[0].start <= inner.start and inner.end <= clause[-1].end for clause in outer.content
    )


def _according(sentence: Sentence, index: int) -> Cue | None:
    to = sentence.child(index, "prep")
    head = sentence.child(to, "pobj") if to is not None else None
    if head is None:
        return None
    last = sentence.phrase(head)[1] - 1
    start, end = sentence.tokens[index].start, sentence.tokens[last].end
    low, high = sentence.span.start, sentence.span.end
    before = trimmed(sentence.text, low, start)
    after = trimmed(sentence.text, end, high)
    clause = tuple(span for span in (before, after) if span is not None)
    return Cue(index, head, start, end, "according", (clause,) if clause else ())


def _verbal(sentence: Sentence, verb: int, before: list[Cue]) -> Cue | None:
    token = sentence.tokens[verb]
    words = {sentence.word(child) for child in sentence.children[verb]}
    deps = {sentence.tokens[child].dep for child in sentence.children[verb]}
    if unsaid(sentence, verb):
        return None
    perfect = words & {"has", "have", "had", "'s", "’s", "'ve"}
    head = after_quotation(sentence, verb)
    passive = token.tag == "VBN" and not perfect and "nsubj" not in deps and token.dep != "conj"
    if head is None and passive:
        return None
    head = speaker_of(sentence, verb) if head is None else head
    if token.tag == "VBG" and verb and sentence.word(verb - 1) in BREAKS and before:
        head = before[-1].head  # "said A, adding that B", whatever the parse hangs it on
    if head is None:
        return None
    first, last = sentence.phrase(head)
    if before and head == before[-1].head:
        first = last = verb
    inside = [i for i in sentence.subtree(head) if i < verb]
    near = abs(head - verb) < 12 or verb - max(inside, default=verb) <= 2
    low = min(verb, first) if near else verb
    high = max(verb, last - 1) if near and head > verb else verb
    start, end = sentence.tokens[low].start, sentence.tokens[high].end
    kept = kept_from(sentence, verb)
    kind = _kind(sentence, verb, kept)
    if kept is None and kind == "call":
        kept = verb
    if kept is not None:
        start = min(start, sentence.tokens[kept].start)
    clauses = content(sentence, verb, head, (start, end), kept, kind)
    offset = None if kept is None else sentence.tokens[kept].start
    return Cue(verb, head, start, end, kind, clauses, offset)


def _speaks(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].lemma in SAY | ACT | CALL | VOICED | WISH or is_stance(
        sentence, index
    )


def _kind(sentence: Sentence, verb: int, kept: int | None) -> str:
    lemma = sentence.tokens[verb].lemma
    if kept is not None and denies(sentence, verb, kept):
        return "deny"
    for kind, words in (("say", SAY), ("act", ACT), ("voiced", VOICED)):
        if lemma in words:
            return kind
    return "call"
