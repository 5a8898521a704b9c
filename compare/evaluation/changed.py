"""Change one fact of a matching pair by rule: `python -m compare.evaluation.changed`.

From links that gold marks as agreements, one sentence against one, comes a pair (a, b) that asserts
the same. Of b one fact is changed that a asserts too, so that a and the changed text contradict
each other: another number, length of time or date; the claim denied; the doer and the one it is
done to changed about; a promise weakened; a condition put on it; "all" made "some". Nothing is
drawn by chance, and no wording is looked at but that of the rules: the same pairs give the same
changes. The gold pairs are those that nothing is trained on.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from compare.evaluation.gold import GoldPair, read_gold_folder
from compare.evaluation.prepare import one_sentence
from compare.language.facts import (
    Fact,
    FactKind,
    SentenceFacts,
    Token,
    read_sentences,
    same_entity,
)
from compare.model import EvidenceKind, Span

GOLD = tuple(Path("data/gold") / name for name in ("test", "fresh", "unseen"))
CHANGED = Path("data/facts/changed/rules.jsonl")
_SMALL = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = ("spring", "summer", "autumn", "winter")
# What is said of an act and what of one that is less firm.
_WEAKER = {"will": "may", "shall": "may", "must": "may", "agreed": "discussed whether"}
_NARROWER = {"all": "some", "every": "hardly any"}
_CONDITION = ", provided that parliament gives its consent"
_REPORTED = frozenset(
    (
        *("say", "state", "report", "announce", "declare", "confirm", "note", "tell", "add"),
        *("recall", "repeat", "stress", "underline", "emphasize", "explain", "point", "affirm"),
    )
)
# A name after these is the one it is done to, or the one by whom it is done.
_TOWARDS = frozenset(["to", "by", "from"])
# Of each kind so many changes are kept, taken evenly over all: denials would else be most of them.
MOST = 230


@dataclass(frozen=True, slots=True)
class Change:
    """A text with one fact changed."""

    text: str
    kind: EvidenceKind
    was: str
    now: str


def _next(words: tuple[str, ...], word: str, step: int) -> str:
    """Return the word some places on, with the capital that it had."""
    at = next(at for at, name in enumerate(words) if name.lower() == word.lower())
    found = words[(at + step) % len(words)]
    return found.capitalize() if word[:1].isupper() else found


def _other_value(text: str) -> str | None:
    """Return another number, month, day or season in the place of the last one in some words."""
    for match in reversed(list(re.finditer(r"\d[\d,.]*\d|\d|[A-Za-z]+", text))):
        word, now = match.group(), None
        if word != "1" and re.fullmatch(r"\d{1,3}(,\d{3})*|\d+", word):
            value = int(word.replace(",", ""))
            year = len(word) == 4 and 1900 <= value <= 2100
            more = value + (2 if year or value < 3 else max(2, value // 2))
            now = f"{more:,}" if "," in word else str(more)
        for names, step in ((_SMALL, 3), (_MONTHS, 2), (_DAYS, 2), (_SEASONS, 2)):
            if word.lower() in (name.lower() for name in names) and word.lower() != "one":
                now = _next(names, word, step)
        if now:
            return text[: match.start()] + now + text[match.end() :]
    return None


def _put(text: str, span: Span, words: str) -> str:
    return text[: span.start] + words + text[span.end :]


def _values(a: SentenceFacts, b: SentenceFacts, text: str) -> Iterator[Change]:
    """Change a number, a length of time or a date that both sides give."""
    kinds: tuple[FactKind, ...] = ("number", "duration", "date")
    for kind in kinds:
        known = {fact.value for fact in a.facts if fact.kind == kind and not fact.vague}
        for fact in b.facts:
            if fact.kind != kind or fact.value not in known:
                continue
            was = text[fact.span.start : fact.span.end]
            now = _other_value(was)
            if now and (kind != "date" or not re.search(r"\b(of|first|second)\b", was)):
                yield Change(_put(text, fact.span, now), fact.kind, was, now)
                break


def _claim(tokens: tuple[Token, ...]) -> int | None:
    """Return the verb that the sentence asserts: the root, or what is reported by it."""
    root = next((at for at, token in enumerate(tokens) if token.head == at), None)
    if root is not None and tokens[root].lemma in _REPORTED:
        said = (at for at, t in enumerate(tokens) if t.head == root and t.dep == "ccomp")
        root = next(said, root)
    return root if root is not None and tokens[root].pos in ("VERB", "AUX") else None


def _denied(a: SentenceFacts, b: SentenceFacts, text: str) -> Iterator[Change]:
    """Deny the claim, where neither side denies anything."""
    verb = _claim(b.tokens)
    if verb is None or any(fact.kind == "negation" for fact in (*a.facts, *b.facts)):
        return
    token = b.tokens[verb]
    held = [t for t in b.tokens if t.head == verb and t.dep in ("aux", "auxpass")]
    first = held[0] if held else token
    word = text[first.start : first.end]
    if held or (token.lemma == "be" and token.tag in ("VBD", "VBZ", "VBP")):
        now = f"{word} not"
    elif token.tag in ("VBD", "VBZ", "VBP"):
        now = {"VBD": "did", "VBZ": "does", "VBP": "do"}[token.tag] + f" not {token.lemma}"
    else:
        return
    if word.isalpha() and first.tag not in ("VBG", "TO"):
        yield Change(_put(text, Span(first.start, first.end), now), "negation", word, now)


def _actors(a: SentenceFacts, b: SentenceFacts, text: str) -> Iterator[Change]:
    """Let two names that both sides give change places: who does it, and whom it is done to."""
    known = [fact.value for fact in a.facts if fact.kind == "entity"]
    names = [
        fact
        for fact in b.facts
        if fact.kind == "entity" and any(same_entity(fact.value, value) for value in known)
    ]
    for doer in names:
        verb = _headed(doer, b.tokens, ("nsubj", "nsubjpass"))
        if verb is None:
            continue
        for other in names:
            towards = _headed(other, b.tokens, ("dobj", "dative", "pobj"))
            if towards is not None and b.tokens[towards].lemma in _TOWARDS:
                towards = b.tokens[towards].head
            if towards == verb and doer.span.end <= other.span.start:
                one, two = (text[fact.span.start : fact.span.end] for fact in (doer, other))
                yield Change(_put(_put(text, other.span, one), doer.span, two), "actor", one, two)
                return


def _headed(name: Fact, tokens: tuple[Token, ...], deps: tuple[str, ...]) -> int | None:
    """Return what a name depends on in one of some ways."""
    inside = (t for t in tokens if name.span.start <= t.start < name.span.end)
    return next((t.head for t in inside if t.dep in deps), None)


def _weaker(a: SentenceFacts, b: SentenceFacts, text: str) -> Iterator[Change]:
    """Make less firm what both sides put as firmly."""
    known = {fact.value for fact in a.facts if fact.kind == "commitment"}
    verb = _claim(b.tokens)
    denied = any(item.kind == "negation" for item in b.facts)
    for fact in b.facts:
        was = text[fact.span.start : fact.span.end]
        own = (t for t in b.tokens if fact.span.start <= t.start < fact.span.end)
        if not any(token.head == verb for token in own):
            continue  # of something that the sentence says by the way
        if fact.kind == "commitment" and fact.value in known and was in _WEAKER and not denied:
            if was == "agreed" and not text[fact.span.end :].startswith(" to "):
                continue
            yield Change(_put(text, fact.span, _WEAKER[was]), "commitment", was, _WEAKER[was])
            return


def _conditions(a: SentenceFacts, b: SentenceFacts, text: str) -> Iterator[Change]:
    """Put a condition on what neither side makes conditional and is yet to come."""
    facts = (*a.facts, *b.facts)
    verb = _claim(b.tokens)
    to_come = any(token.lemma == "will" and token.head == verb for token in b.tokens)
    others = any(t.pos == "VERB" and t.dep in ("conj", "advcl") for t in b.tokens)
    given = any(fact.kind in ("condition", "negation") for fact in facts)
    if to_come and not others and not given and text.endswith("."):
        yield Change(f"{text[:-1]}{_CONDITION}.", "condition", "", _CONDITION[2:])


def _narrower(a: SentenceFacts, b: SentenceFacts, text: str) -> Iterator[Change]:
    """Make "all" of both sides "some"."""
    known = {fact.value for fact in a.facts if fact.kind == "scope"}
    for fact in b.facts:
        was = text[fact.span.start : fact.span.end]
        now = _NARROWER.get(was.lower())
        if fact.kind == "scope" and fact.value in known and now:
            if text[fact.span.end :].startswith(" that"):
                continue
            now = now.capitalize() if was[:1].isupper() else now
            yield Change(_put(text, fact.span, now), "scope", was, now)
            return


_Rule = Callable[[SentenceFacts, SentenceFacts, str], Iterator[Change]]
RULES: tuple[_Rule, ...] = (_values, _denied, _actors, _weaker, _conditions, _narrower)


def changes(a: str, b: str) -> list[Change]:
    """Return b with one fact changed that a asserts too, by each rule that applies."""
    of_a, of_b = (read_sentences(one_sentence(text))[0] for text in (a, b))
    return [change for rule in RULES for change in rule(of_a, of_b, b)]


@dataclass(frozen=True, slots=True)
class Changed:
    """A matching pair and one change of its second sentence."""

    topic: str
    a: str
    b: str
    change: Change


def all_changes(pairs: Sequence[GoldPair]) -> list[Changed]:
    """Return the changes of each agreement, in either direction."""
    found = []
    for pair in pairs:
        for link in pair.links:
            if link.relation == "agreement" and len(link.a) == len(link.b) == 1:
                one, other = pair.a.sentences[link.a[0]], pair.b.sentences[link.b[0]]
                for a, b in ((one, other), (other, one)):
                    found += [Changed(pair.id, a, b, change) for change in changes(a, b)]
    return found


def evenly(items: Sequence[Changed], most: int = MOST) -> list[Changed]:
    """Return at most so many of each kind, taken evenly, in the order that they had."""
    kept: set[int] = set()
    for kind in {item.change.kind for item in items}:
        places = [at for at, item in enumerate(items) if item.change.kind == kind]
        count = min(most, len(places))
        kept.update(places[k * len(places) // count] for k in range(count))
    return [items[at] for at in sorted(kept)]


def main() -> None:
    """Write the file and print how many changes of each kind it holds."""
    items = evenly(all_changes([pair for folder in GOLD for pair in read_gold_folder(folder)]))
    rows = (
        {
            "topic": item.topic,
            "same": [item.a, item.b],
            "changed": item.change.text,
            "kind": item.change.kind,
            "words": [item.change.was, item.change.now],
        }
        for item in items
    )
    CHANGED.parent.mkdir(exist_ok=True)
    CHANGED.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), "utf-8")
    kinds = Counter(item.change.kind for item in items)
    print(f"{len(items)} changes: " + ", ".join(f"{n} {kind}" for kind, n in kinds.most_common()))


if __name__ == "__main__":
    main()
