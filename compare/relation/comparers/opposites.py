"""Opposites: one side says "rose" where the other says "fell", or "free" and "in jail"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.language.facts import Token
from compare.language.facts.wordlist import words
from compare.language.opposites import opposed
from compare.model import Side, Span
from compare.relation.comparers.announced import acts_apart
from compare.relation.comparers.order import same_order
from compare.relation.comparers.particles import agreed, compare_particles
from compare.relation.comparers.qualities import compare_qualities
from compare.relation.comparers.reserved import compare_reserved
from compare.relation.comparers.states import compare_states
from compare.relation.context import Difference, LinkContext, whole_word

# How much it weighs, [0, 1]: where all else in the sentences has a counterpart, where the two words
# answer each other, and where only what they are said of does.
ELSE_ALIKE, ANSWERED, SAME_ABOUT = 1.0, 0.9, 0.6
# Adjectives that say how a thing stands; "northern" and "new" tell it from another thing.
_STANDING = words(
    "permanent temporary provisional interim final preliminary draft full partial complete "
    "incomplete conditional unconditional binding nonbinding mandatory compulsory voluntary "
    "official unofficial unanimous"
)
_ORDER = words("before after")  # "we left before they came", "they came after we left"
_SUBJECTS = words("nsubj nsubjpass")
_NEVER = frozenset({"not", "n't", "n’t", "never", "no", "hardly", "barely"})


def _own(token: Token, tokens: Sequence[Token]) -> set[str]:
    """Return the lemmas that hang on a token and the one that it hangs on.

    A verb that is joined to another has the other's subject: "holds a licence and denies it".
    """
    at = next((at for at, item in enumerate(tokens) if item is token), -1)
    near = {item.lemma for item in tokens if item.head == at and item is not token}
    if 0 <= token.head < len(tokens) and tokens[token.head] is not token:
        near.add(tokens[token.head].lemma)
    if token.dep == "conj" and token.pos == "VERB" and not _subjects(tokens, token):
        near |= {item.lemma for item in _subjects(tokens, tokens[token.head])}
    return near


def _subjects(tokens: Sequence[Token], verb: Token) -> list[Token]:
    return [t for t in tokens if t.dep in _SUBJECTS and tokens[t.head] is verb]


def _denied(context: LinkContext, side: Side, token: Token, near: set[str]) -> bool:
    return (
        bool(near & _NEVER)
        or _with_no(context.tokens(side), token)
        or any(token.lemma in fact.about for fact in context.of_kind(side, "negation"))
    )


def _with_no(tokens: Sequence[Token], token: Token) -> bool:
    """Say whether a word is the "with" of `with no conditions`, which is "without"."""
    if token.lemma != "with":
        return False
    return any(
        item.lemma == "no" and tokens[tokens[item.head].head] is token
        for item in tokens
        if item.head < len(tokens)
    )


def _answers(context: LinkContext, one: Token, other: Token) -> bool:
    """Say whether the word alignment pairs the two."""
    return any(
        context.words.b[j].span.start < other.end and other.start < context.words.b[j].span.end
        for j in context.words.counterparts(Span(one.start, one.end), of="a")
    )


def _else_alike(context: LinkContext, one: Token | Span, other: Token | Span) -> bool:
    """Say whether every other content word of both sides has a counterpart."""
    words, sides = context.words, ((0, context.words.a, one), (1, context.words.b, other))
    for at, own, token in sides:
        paired = {pair[at] for pair in words.pairs}
        for index, word in enumerate(own):
            apart = word.span.end <= token.start or token.end <= word.span.start
            if word.content and apart and index not in paired:
                return False
    return True


def _stand_apart(context: LinkContext, one: Token, other: Token) -> bool:
    """Say whether two adjectives say how one thing stands: "permanent truce", "interim truce"."""
    nouns = context.tokens_a[one.head], context.tokens_b[other.head]
    return (
        {one.lemma, other.lemma} <= _STANDING
        and one.dep == other.dep == "amod"
        and nouns[0].lemma == nouns[1].lemma
    )


def _untimed(context: LinkContext, side: Side) -> list[Token]:
    """Return one side's words outside of dates and lengths of time ("last night", "five days")."""
    tokens = context.tokens_a if side == "a" else context.tokens_b
    times = [fact.span for fact in context.of_kind(side, "date", "duration")]
    return [
        token
        for token in tokens
        if not any(span.start <= token.start and token.end <= span.end for span in times)
    ]


def _opposed(context: LinkContext) -> Iterator[tuple[Token, Token, bool, bool]]:
    """Yield words of A and of B that are opposites, whether one of them is denied, and answered.

    A word that the other side says too is left out, and so are words of two other things.
    """
    lemmas_a = {token.lemma for token in context.tokens_a}
    lemmas_b = {token.lemma for token in context.tokens_b}
    alone_a = [token for token in _untimed(context, "a") if token.lemma not in lemmas_b]
    alone_b = [token for token in _untimed(context, "b") if token.lemma not in lemmas_a]
    for one in alone_a:
        for other in alone_b:
            if not opposed(one.lemma, other.lemma):
                continue
            near_a, near_b = _own(one, context.tokens_a), _own(other, context.tokens_b)
            denied = _denied(context, "a", one, near_a) != _denied(context, "b", other, near_b)
            answered = _answers(context, one, other)
            if answered or context.shared_about(sorted(near_a), sorted(near_b)):
                yield one, other, denied, answered


def same_by_denial(context: LinkContext) -> bool:
    """Say whether one side denies the opposite of what the other says, and all else is alike."""
    by_particle = any(_else_alike(context, one.span, other.span) for one, other in agreed(context))
    return by_particle or any(
        denied and answered and _else_alike(context, one, other)
        for one, other, denied, answered in _opposed(context)
    )


def _within(word: Span, told: Span | None) -> bool:
    return told is not None and told.start <= word.start and word.end <= told.end


def compare_opposites(context: LinkContext) -> list[Difference]:
    """Return words of the two sides that say the opposite of each other about one thing.

    An opposite that is denied ("did not rise", "fell") says the same. What two states tell isn't
    told again of their words.
    """
    states = compare_states(context)
    found = [*states, *_qualities(context), *compare_reserved(context)]
    acts = acts_apart(context)
    if acts is not None:
        found.append(_opposite(context, *acts, ELSE_ALIKE))
    sure = tuple(found)
    for one, other, denied, answered in _opposed(context):
        if denied or (one.lemma in _ORDER and same_order(context)):
            continue
        weight = ANSWERED if answered else SAME_ABOUT
        if answered and (_else_alike(context, one, other) or _stand_apart(context, one, other)):
            weight = ELSE_ALIKE
        span_a = whole_word(context.a, Span(one.start, one.end))
        span_b = whole_word(context.b, Span(other.start, other.end))
        if any(_within(span_a, item.a) and _within(span_b, item.b) for item in sure):
            continue
        found.append(_opposite(context, span_a, span_b, weight))
    return found


def _qualities(context: LinkContext) -> list[Difference]:
    """Return what one side says by the shape of a word or by a particle, and the other denies."""
    return [
        _opposite(context, a, b, ELSE_ALIKE if same else ANSWERED)
        for a, b, same in (*compare_qualities(context), *compare_particles(context))
    ]


def _opposite(context: LinkContext, a: Span, b: Span, weight: float) -> Difference:
    note = f"A says {context.quote('a', a)}, B says the opposite: {context.quote('b', b)}."
    return Difference("negation", a, b, note, conflict=True, weight=weight, opposite=True)
