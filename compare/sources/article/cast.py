"""Who is who in an article: names, titles, seats of government and pronouns, as keys of voices."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from compare.language.facts.records import Fact
from compare.sources.article.bodies import entities, impersonal
from compare.sources.article.offices import OFFICE_NAME, Offices, country_in
from compare.sources.article.recent import Recent
from compare.sources.article.sentence import Sentence
from compare.sources.article.words import (
    BELONGS,
    COMPANIES,
    DOCUMENTS,
    FEMALE,
    GOVERNS,
    INSTITUTIONS,
    MALE,
    MANY,
    MINISTRIES,
    PARTIES,
    SPOKES,
)

_NEXT = 1  # sentences from a body to a spokesperson who is named without it
_LONG_NAME = 9  # words; a longer phrase is a parse gone wrong, not a name
_NAMED = ("person", "country", "org", "role", "name")


class Cast:
    """The people and bodies of one article; asked sentence by sentence, in reading order."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self.names: dict[str, Counter[str]] = defaultdict(Counter)  # key -> how it was called
        self.offices = Offices()
        self.last_document = ""
        self.speaks_for: dict[str, str] = {}  # a spokesperson -> the voice
        self.mentions: dict[str, Counter[str]] = defaultdict(Counter)  # anywhere in the article
        self.bodies: list[str] = []
        self.apposed: dict[str, str] = {}  # "union" -> the name that stands beside it
        self.impersonal = impersonal(sentences)
        self.recent = Recent(self.impersonal)  # subjects and speakers
        surnames: dict[str, set[str]] = defaultdict(set)
        for sentence in sentences:
            for fact in entities(sentence):
                kind, _, name = fact.value.partition(":")
                written = " ".join(sentence.text[fact.span.start : fact.span.end].split())
                self.mentions[fact.value][written] += 1
                if kind == "person":
                    surnames[name.split()[-1]].add(fact.value)
                    self.offices.meet(sentence, fact)
                    self._meet(sentence, fact)
                elif kind == "org":
                    self.bodies.append(fact.value)
        self.surnames = {last: next(iter(who)) for last, who in surnames.items() if len(who) == 1}

    def _meet(self, sentence: Sentence, fact: Fact) -> None:
        """Note what a word before a name tells of the gender."""
        start = fact.span.start
        lead = sentence.text[max(sentence.span.start, start - 60) : fact.span.end].lower()
        for word in re.findall(r"[\w-]+", lead):
            if word in MALE | FEMALE and word in sentence.text[start : fact.span.end].lower():
                self.recent.gender.setdefault(fact.value, "m" if word in MALE else "f")

    def key_of(self, number: int, head: int) -> str:
        """Return the key of whoever a noun phrase names, or "" where it is no one who speaks.

        :param number: index of the sentence
        :param head: token at the head of the phrase
        """
        sentence = self.sentences[number]
        key = self._key(number, head)
        token = sentence.tokens[head]
        written = self._written(sentence, head)
        if key.startswith("person:") and written.lower() == key.removeprefix("person:"):
            self.offices.name_late(key, self.recent.seen, number)
        if (
            token.pos != "PRON"
            and token.lemma not in DOCUMENTS
            and len(written.split()) < _LONG_NAME
        ):
            self.names[key][written] += bool(key)
        return key

    def _written(self, sentence: Sentence, head: int) -> str:
        first, last = sentence.phrase(head)
        text = sentence.text[sentence.tokens[first].start : sentence.tokens[last - 1].end]
        return " ".join(text.split())

    def _key(self, number: int, head: int) -> str:
        sentence = self.sentences[number]
        token, word = sentence.tokens[head], sentence.word(head)
        if token.pos == "PRON":
            return self.recent.pronoun(word, number)
        first, last = sentence.phrase(head)
        low, high = sentence.tokens[first].start, sentence.tokens[last - 1].end
        facts = [f for f in entities(sentence) if low <= f.span.start and f.span.end <= high]
        own = next((f for f in facts if f.span.start <= token.start < f.span.end), None)
        lemmas = {sentence.tokens[i].lemma for i in range(first, last)}
        words = {sentence.word(i) for i in range(first, last)}
        if lemmas & SPOKES or {"press", "secretary"} <= words:
            return self._spoken_for(number, head, facts, own)
        if {word, token.lemma} & PARTIES:
            return self.recent.latest("person", number)
        if token.lemma in DOCUMENTS:
            return self._author(number, head, facts)
        holder = sentence.child(head, "poss")
        if token.lemma in BELONGS and holder is not None:
            owner = self._key(number, holder)
            if owner:
                return owner
        if own is not None:
            titled = OFFICE_NAME.search(sentence.text, low, high) is not None
            kind, _, name = own.value.partition(":")
            if titled and kind in ("org", "name") and token.pos == "PROPN":
                # The recogniser errs: offices are held by people.
                return self.surnames.get(word, f"person:{name}")
            return self._of_fact(own, number, word)
        for index in range(head + 1, last):
            if sentence.tokens[index].dep == "appos":  # "the minister, Owen Price,"
                start = sentence.tokens[index].start
                for fact in facts:
                    if fact.span.start <= start < fact.span.end and "person:" in fact.value:
                        return fact.value
        if word in self.surnames and sentence.text[token.start].isupper():
            return self.surnames[word]
        countries = [f.value for f in facts if f.value.startswith("country:")]
        if token.lemma in GOVERNS and countries:
            return countries[0]
        return self._noun(number, head, first, last)

    def _of_fact(self, fact: Fact, number: int, word: str) -> str:
        kind, _, name = fact.value.partition(":")
        if kind in ("name", "org") and name == word and word in self.surnames:
            return self.surnames[word]  # the recogniser errs on "Trump posted"
        if kind == "role":
            return self.offices.holder(fact.value, self.recent.near(number))
        return fact.value if kind in _NAMED else f"name:{word}"

    def _spoken_for(self, number: int, head: int, facts: list[Fact], own: Fact | None) -> str:
        """Return whom a spokesperson speaks for."""
        if own is None:  # "its spokesman, Ivo Petrak,"
            own = next((fact for fact in facts if fact.value.startswith("person:")), None)
        owner = self._owner(number, head, facts, own)
        who = own.value if own is not None else ""
        if who.startswith("person:") and owner and owner != who:
            self.speaks_for[who] = owner
        owner = owner or self.speaks_for.get(who, "")
        if who and not owner:  # "The ministry denied it. …, spokesman Ivo Petrak said."
            owner = self.recent.latest("body", number, _NEXT)
            if owner:
                self.speaks_for[who] = owner
        owner = owner or who or self.recent.latest("body", number)
        if not who:  # "he" may mean the spokesman, who has no name
            word = self.sentences[number].word(head)
            stand_in = f"noun:{word} of {owner}" if owner else f"noun:{word}"
            if owner:
                self.speaks_for[stand_in] = owner
            if word in MALE | FEMALE:
                self.recent.gender[stand_in] = "m" if word in MALE else "f"
            self.recent.add(stand_in, number)
            return owner or stand_in
        return owner

    def _owner(self, number: int, head: int, facts: list[Fact], own: Fact | None) -> str:
        sentence = self.sentences[number]
        for fact in facts:
            if fact is not own and fact.value.partition(":")[0] in ("country", "org"):
                return fact.value
        for child in sentence.subtree(head):
            token = sentence.tokens[child]
            if token.dep == "pobj" and sentence.word(token.head) in ("for", "of", "from"):
                return self._key(number, child)
            if token.dep == "poss" and token.pos == "PRON":
                return self.recent.pronoun(sentence.word(child), number)
            if token.dep == "poss" or (token.dep == "compound" and token.lemma in INSTITUTIONS):
                return self._key(number, child)
        return ""

    def _author(self, number: int, head: int, facts: list[Fact]) -> str:
        """Return whose a statement, post or readout is."""
        sentence = self.sentences[number]
        for fact in facts:
            if fact.value.partition(":")[0] in _NAMED and not fact.value.startswith("name:"):
                self.last_document = fact.value
                return fact.value
        for child in sentence.subtree(head):
            token = sentence.tokens[child]
            if token.dep == "poss":
                return self._key(number, child)
            if token.dep == "pobj" and sentence.word(token.head) in ("by", "from", "of"):
                return self._key(number, child)
        above = sentence.above(head)
        for index in above:
            subject = sentence.child(index, "nsubj")
            if subject is not None and subject != head and sentence.tokens[head].dep != "nsubj":
                key = self._key(number, subject)
                self.last_document = key or self.last_document
                return key
        return self.last_document or self.recent.latest("", number)

    def _noun(self, number: int, head: int, first: int, last: int) -> str:
        """Return the key of a phrase without a name: "the minister", "officials", "a witness"."""
        sentence = self.sentences[number]
        token = sentence.tokens[head]
        beside = _apposition(sentence, head)
        words = [sentence.word(i) for i in range(first, last) if i not in beside]
        words = [word for word in words if word not in ("'s", "’s", "'", "’", ",")]
        the = words[0] in ("the", "this", "that", "its", "his", "her", "their")
        text = " ".join(w for w in words if w not in ("the", "a", "an", "this", "that"))
        office = OFFICE_NAME.search(text)
        if the and office is not None and token.lemma not in MANY:
            title = office.group().lower()
            country = country_in(sentence, *self._bounds(sentence, first, last))
            if country:  # "the president in Washington"
                role = f"role:{title}:{country.partition(':')[2]}"
                return self.offices.holder(role, self.recent.near(number))
            for key in self.recent:
                if any(own.endswith(title) for own in self.offices.called(key)):
                    return key
        if token.lemma in self.offices.nouns and the:
            return self.offices.nouns[token.lemma][-1]
        if token.lemma in INSTITUTIONS or token.lemma in MANY or token.tag == "NNS":
            return self._body(number, head, first, last, text, the)
        if token.pos == "PROPN":
            known = [key for key in self.names if key.split(" ")[-1] == text and " " in key]
            return known[-1] if known else f"name:{text}"
        if the and token.tag == "NN":
            for key in self.recent:  # "a senior official … the official"
                if key.startswith("noun:") and key.split()[-1].endswith(text.split()[-1]):
                    return key
            latest = self.recent.latest("person", number)
            if latest and f"noun:{text}" not in self.names:
                return latest
        return f"noun:{text}"

    def _bounds(self, sentence: Sentence, first: int, last: int) -> tuple[int, int]:
        return sentence.tokens[first].start, sentence.tokens[last - 1].end

    def _body(self, number: int, head: int, first: int, last: int, text: str, the: bool) -> str:
        """Return the key of a body or a group: "China's trade ministry", later "the ministry"."""
        sentence = self.sentences[number]
        lemma = sentence.tokens[head].lemma
        named = self._named_beside(sentence, head)
        if named:
            self.apposed.setdefault(text, named)
            return named
        if len(text.split()) == 1:
            if text in self.apposed:
                return self.apposed[text]
            for key in (*self.recent, *self.bodies):
                called = (name.lower() for name in self.names.get(key, ()))
                if key.endswith(f" {text}") or any(n.endswith(f" {text}") for n in called):
                    return key
        if the and lemma in COMPANIES:
            for key in self.recent:
                if key.startswith("org:") or key in self.impersonal:
                    return key
        key = f"body:{text}"
        country = country_in(sentence, *self._bounds(sentence, first, last))
        if country and lemma in MINISTRIES:
            self.offices.belongs[key] = country
        return key

    def _named_beside(self, sentence: Sentence, head: int) -> str:
        """Return the body named in "the union, the Allied Nurses Federation,"."""
        beside = _apposition(sentence, head)
        starts = {sentence.tokens[i].start for i in beside}
        for fact in entities(sentence):
            if fact.value.startswith("org:") and fact.span.start in starts:
                return fact.value
        return ""

    def spoke(self, key: str, number: int) -> None:
        """Note that a voice has spoken in a sentence."""
        self.recent.add(key, number)

    def pass_by(self, number: int) -> None:
        """Note the subjects of a sentence, which later pronouns may mean."""
        sentence = self.sentences[number]
        for index, token in enumerate(sentence.tokens):
            subject = token.dep in ("nsubj", "nsubjpass") or (index < 4 and token.pos == "PROPN")
            if not subject or sentence.quoted[index] or token.pos not in ("NOUN", "PROPN"):
                continue
            key = self._key(number, index)
            if key.partition(":")[0] in ("person", "country", "org", "role"):
                self.recent.add(key, number)

    def merged(self, keys: Sequence[str]) -> dict[str, str]:
        """Return for each key the one that stands for it.

        A spokesperson speaks for the body; those who hold office in a government, and its seat or
        capital, speak for the government, unless that would leave only one voice.
        """
        found = {key: self.speaks_for.get(key, key) for key in keys}
        governed = {key: self.offices.government(standing) for key, standing in found.items()}
        return governed if len(set(governed.values())) > 1 else found

    def also_called(self, key: str) -> list[str]:
        """Return the names, anywhere in the article, of a voice and of those who govern with it."""
        fits = [v for v in self.mentions if key in (v, self.offices.government(v))]
        return [name for value in fits for name in self.mentions[value]]


def _apposition(sentence: Sentence, head: int) -> set[int]:
    """Return the tokens of what stands in apposition to a head."""
    found = (c for c in sentence.children[head] if sentence.tokens[c].dep == "appos" and c > head)
    return {index for child in found for index in sentence.subtree(child)}
