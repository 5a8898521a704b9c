"""The main clause of one side of a link: what it claims, and the word that denies it."""

from __future__ import annotations

from dataclasses import dataclass

from compare.language.facts import Token
from compare.language.facts.wordlist import words
from compare.model import Side
from compare.relation.comparers.parity_words import FORESEEN
from compare.relation.context import LinkContext
from compare.relation.parsed import VERBS, Parsed

_NOT = words("not n't n’t never")
_NOBODY = words("nobody none nothing nowhere")
_SUBJECTS = words("nsubj nsubjpass")
_ARGUMENTS = _SUBJECTS | words("dobj attr")
_CLAUSES = words("ccomp advcl relcl acl csubj csubjpass parataxis pcomp")
_CAUSES = words("because due despite after during owing")
_AHEAD = words("will shall would wo ’ll 'll")
_TIMES = words("day night week morning afternoon evening month year")
_CONTENT = frozenset(("NOUN", "VERB", "ADJ", "ADV", "ADP", "DET", "SCONJ", "PRON", "AUX"))


@dataclass(frozen=True, slots=True)
class Main:
    """The main clause of one side of a link."""

    parsed: Parsed
    verb: int
    cue: int | None  # the word that denies it
    alone: bool  # the side has no other clause
    lapsed: int | None = None  # the "no" of "no longer"

    @property
    def lemmas(self) -> set[str]:
        """Return the lemmas of the words that can turn a claim round, the denial aside."""
        return {
            token.lemma
            for at, token in enumerate(self.parsed.tokens)
            if token.pos in _CONTENT and at != self.cue and not self._of_time(token)
            if self.lapsed is None or at not in (self.lapsed, self.lapsed + 1)
        }

    def _of_time(self, token: Token) -> bool:
        """Say whether a word is the "all" of "all day"."""
        return token.lemma == "all" and self.parsed.tokens[token.head].lemma in _TIMES

    @property
    def claims(self) -> set[str]:
        """Return those of them that aren't of the subject, unless there is "no" such thing."""
        tokens = self.parsed.tokens
        named: set[str] = set()
        for at in self.parsed.children[self.verb]:
            first, last = self.parsed.under(at)
            denied = self.cue is not None and first <= self.cue <= last
            if tokens[at].dep in _SUBJECTS and not denied:
                named |= {token.lemma for token in tokens[first : last + 1]}
        return self.lemmas - named

    @property
    def causes(self) -> set[str]:
        """Return the lemmas of what it is done by, or of why it is so: "by the strike"."""
        parsed = self.parsed
        found: set[str] = set()
        for at in parsed.children[self.verb]:
            if parsed.tokens[at].dep == "agent" or parsed.word(at) in _CAUSES:
                first, last = parsed.under(at)
                found |= {token.lemma for token in parsed.tokens[first : last + 1]}
        return found

    @property
    def ahead(self) -> bool:
        """Say whether it tells of what is to come."""
        own = {self.parsed.tokens[at].lemma for at in self.parsed.children[self.verb]}
        return bool(own & _AHEAD) or bool(self.lemmas & FORESEEN)

    @property
    def core(self) -> tuple[list[str], list[str]]:
        """Return the lemmas of the subject's nouns, and those of the verb with its particle."""
        tokens, own = self.parsed.tokens, self.parsed.children[self.verb]
        subject = next((at for at in own if tokens[at].dep in _SUBJECTS), self.verb)
        first, last = self.parsed.under(subject)
        nouns = [t.lemma for t in tokens[first : last + 1] if t.pos in ("NOUN", "PROPN")]
        parts = [tokens[at].lemma for at in own if tokens[at].dep in ("prt", "oprd", "acomp")]
        return nouns, [tokens[self.verb].lemma, *parts]

    @property
    def predicate(self) -> set[str]:
        """Return the lemmas of the verb and of what it says of its subject."""
        tokens = self.parsed.tokens
        own = (c for c in self.parsed.children[self.verb] if tokens[c].dep in ("acomp", "xcomp"))
        return {tokens[at].lemma for at in (self.verb, *own)}


def main_clause(context: LinkContext, side: Side) -> Main | None:
    """Return the main clause of a side; None where it has two, or no verb."""
    parsed = Parsed(context, side)
    tokens = parsed.tokens
    roots = [at for at, token in enumerate(tokens) if token.head == at and token.dep == "ROOT"]
    if len(roots) != 1 or tokens[roots[0]].pos not in VERBS:
        return None
    joined = any(token.dep == "conj" and token.pos in VERBS for token in tokens)
    subjects = sum(token.dep in _SUBJECTS for token in tokens)
    clauses = any(
        token.dep in _CLAUSES and (token.dep, token.pos) != ("pcomp", "ADP")  # "because of"
        for token in tokens
    )
    alone = subjects < 2 and not joined and not clauses
    return Main(parsed, roots[0], _cue(parsed, roots[0]), alone, _lapsed(parsed, roots[0]))


def _lapsed(parsed: Parsed, verb: int) -> int | None:
    """Return the "no" of "can no longer be used"."""
    return next(
        (
            at - 1
            for at in parsed.children[verb]
            if parsed.word(at) == "longer" and at and parsed.word(at - 1) == "no"
        ),
        None,
    )


def _cue(parsed: Parsed, verb: int) -> int | None:
    """Return the word by which a verb is denied: "not", or "no" and "nobody" of who or what."""
    tokens = parsed.tokens
    for at in parsed.children[verb]:
        if tokens[at].dep == "neg" and tokens[at].lemma in _NOT:
            return at
        if tokens[at].dep not in _ARGUMENTS:
            continue
        if tokens[at].lemma in _NOBODY:
            return at
        if tokens[at].dep == "attr" and not there_is(parsed, verb):
            continue  # "is no easy matter"
        for inner in parsed.children[at]:
            lone = parsed.word(inner) == "not" and parsed.word(inner + 1) in ("a", "one")
            if parsed.word(inner) == "no" or lone:
                return inner
    return None


def there_is(parsed: Parsed, verb: int) -> bool:
    """Say whether a verb is that of "there is"."""
    return any(parsed.tokens[at].dep == "expl" for at in parsed.children[verb])
