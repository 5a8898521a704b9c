"""Who is who in an article: names, titles, seats of government and pronouns, as keys of voices."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from compare.language.facts.records import Fact
from compare.language.facts.titles import OFFICE
from compare.sources.article.bodies import entities, impersonal
from compare.sources.article.sentence import Sentence
from compare.sources.article.words import (
    BELONGS,
    COMPANIES,
    DOCUMENTS,
    FEMALE,
    GOVERNS,
    HEADS,
    INSTITUTIONS,
    MALE,
    MANY,
    PARTIES,
    SPOKES,
)

_OFFICE = re.compile(OFFICE, re.IGNORECASE)
_FAR = 4  # sentences after which a pronoun no longer means someone
_LONG_NAME = 9  # words; a longer phrase is a parse gone wrong, not a name
_PEOPLE = ("person:", "role:", "noun:")
_NAMED = ("person", "country", "org", "role", "name")


class Cast:
    """The people and bodies of one article; asked sentence by sentence, in reading order."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self.names: dict[str, Counter[str]] = defaultdict(Counter)  # key -> how it was called
        self.recent: list[tuple[str, int]] = []  # subjects and speakers, the latest last
        self.gender: dict[str, str] = {}
        self.roles: dict[str, set[str]] = defaultdict(set)  # person -> "role:president:RU"
        self.nouns: dict[str, list[str]] = defaultdict(list)  # "analyst" -> persons called so
        self.last_document = ""
        self.speaks_for: dict[str, str] = {}  # a spokesperson -> the voice
        self.mentions: dict[str, Counter[str]] = defaultdict(Counter)  # anywhere in the article
        self.bodies: list[str] = []
        self.titles: dict[str, str] = {}  # person -> "prime minister", as first called
        self.impersonal = impersonal(sentences)
        surnames: dict[str, set[str]] = defaultdict(set)
        for sentence in sentences:
            for fact in entities(sentence):
                kind, _, name = fact.value.partition(":")
                written = " ".join(sentence.text[fact.span.start : fact.span.end].split())
                self.mentions[fact.value][written] += 1
                if kind == "person":
                    surnames[name.split()[-1]].add(fact.value)
                    self.roles[fact.value] |= {m for m in fact.about if m.startswith("role:")}
                    self._meet(sentence, fact)
                elif kind == "org":
                    self.bodies.append(fact.value)
        self.surnames = {last: next(iter(who)) for last, who in surnames.items() if len(who) == 1}

    def _meet(self, sentence: Sentence, fact: Fact) -> None:
        """Note by what nouns and titles a person is introduced."""
        start = fact.span.start
        lead = sentence.text[max(sentence.span.start, start - 60) : fact.span.end].lower()
        for word in re.findall(r"[\w-]+", lead):
            if word in MALE | FEMALE and word in sentence.text[start : fact.span.end].lower():
                self.gender.setdefault(fact.value, "m" if word in MALE else "f")
        title = _OFFICE.search(sentence.text[start : fact.span.end])
        if title is not None:
            self.titles.setdefault(fact.value, title.group().lower())
        for index, token in enumerate(sentence.tokens):
            inside = start <= token.start < fact.span.end
            if inside and token.pos in ("NOUN", "PROPN"):
                for child in sentence.children[index]:
                    other = sentence.tokens[child]
                    if other.dep in ("compound", "appos") and other.pos == "NOUN":
                        self.nouns[other.lemma].append(fact.value)

    def key_of(self, number: int, head: int) -> str:
        """Return the key of whoever a noun phrase names, or "" where it is no one who speaks.

        :param number: index of the sentence
        :param head: token at the head of the phrase
        """
        sentence = self.sentences[number]
        key = self._key(number, head)
        token = sentence.tokens[head]
        written = self._written(sentence, head)
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
            return self._pronoun(word, number)
        first, last = sentence.phrase(head)
        low, high = sentence.tokens[first].start, sentence.tokens[last - 1].end
        facts = [f for f in entities(sentence) if low <= f.span.start and f.span.end <= high]
        own = next((f for f in facts if f.span.start <= token.start < f.span.end), None)
        lemmas = {sentence.tokens[i].lemma for i in range(first, last)}
        if lemmas & SPOKES:
            return self._spoken_for(number, head, facts, own)
        if {word, token.lemma} & PARTIES:
            return self._latest("person", number)
        if token.lemma in DOCUMENTS:
            return self._author(number, head, facts)
        holder = sentence.child(head, "poss")
        if token.lemma in BELONGS and holder is not None:
            owner = self._key(number, holder)
            if owner:
                return owner
        if own is not None:
            titled = _OFFICE.search(sentence.text, low, high) is not None
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
        kind = fact.value.partition(":")[0]
        if kind == "name" and word in self.surnames:
            return self.surnames[word]
        if kind == "role":
            return self._holder(fact.value)
        return fact.value if kind in _NAMED else f"name:{word}"

    def _holder(self, role: str) -> str:
        holders = [person for person, roles in self.roles.items() if role in roles]
        return holders[0] if len(holders) == 1 else role

    def _spoken_for(self, number: int, head: int, facts: list[Fact], own: Fact | None) -> str:
        """Return whom a spokesperson speaks for."""
        if own is None:  # "its spokesman, Ivo Petrak,"
            own = next((fact for fact in facts if fact.value.startswith("person:")), None)
        owner = self._owner(number, head, facts, own)
        who = own.value if own is not None else ""
        if who.startswith("person:") and owner and owner != who:
            self.speaks_for[who] = owner
        owner = owner or who or self._latest("body", number)
        if not who:  # "he" may mean the spokesman, who has no name
            word = self.sentences[number].word(head)
            stand_in = f"noun:{word} of {owner}" if owner else f"noun:{word}"
            if owner:
                self.speaks_for[stand_in] = owner
            if word in MALE | FEMALE:
                self.gender[stand_in] = "m" if word in MALE else "f"
            self.recent.append((stand_in, number))
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
                return self._pronoun(sentence.word(child), number)
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
        return self.last_document or self._latest("", number)

    def _noun(self, number: int, head: int, first: int, last: int) -> str:
        """Return the key of a phrase without a name: "the minister", "officials", "a witness"."""
        sentence = self.sentences[number]
        token = sentence.tokens[head]
        words = [sentence.word(i) for i in range(first, last)]
        words = [word for word in words if word not in ("'s", "’s", "'", "’")]
        the = words[0] in ("the", "this", "that", "its", "his", "her", "their")
        text = " ".join(w for w in words if w not in ("the", "a", "an", "this", "that"))
        office = _OFFICE.search(text)
        if the and office is not None and token.lemma not in MANY:
            title = office.group().lower()
            for key, _ in reversed(self.recent):
                titles = {role.split(":")[1] for role in self.roles[key]}
                if any(own.endswith(title) for own in {*titles, self.titles.get(key, "")}):
                    return key
        if token.lemma in self.nouns and the:
            return self.nouns[token.lemma][-1]
        if token.lemma in INSTITUTIONS or token.lemma in MANY or token.tag == "NNS":
            if len(text.split()) == 1:
                for key in (*(k for k, _ in reversed(self.recent)), *self.bodies):
                    if key.endswith(f" {text}"):
                        return key
            if the and token.lemma in COMPANIES:
                for key, _ in reversed(self.recent):
                    if key.startswith("org:") or key in self.impersonal:
                        return key
            return f"body:{text}"
        if token.pos == "PROPN":
            known = [key for key in self.names if key.split(" ")[-1] == text and " " in key]
            return known[-1] if known else f"name:{text}"
        if the and token.tag == "NN":
            latest = self._latest("person", number)
            if latest and f"noun:{text}" not in self.names:
                return latest
        return f"noun:{text}"

    def _pronoun(self, word: str, number: int) -> str:
        if word in ("he", "his", "him", "she", "her"):
            gender = "f" if word in ("she", "her") else "m"
            for key, seen in reversed(self.recent):
                human = key.startswith(_PEOPLE) and key not in self.impersonal
                if number - seen > _FAR or not human:
                    continue
                if self.gender.get(key, gender) == gender:
                    self.gender[key] = gender
                    return key
            names = (k for k, seen in reversed(self.recent) if number - seen <= _FAR)
            return next((key for key in names if key.startswith("name:")), "")
        if word in ("it", "its"):
            return self._latest("body", number)
        if word in ("they", "their", "both"):
            for key, seen in reversed(self.recent):
                person = key.startswith("person:") and key not in self.impersonal
                if number - seen <= _FAR and not person:
                    return key
        return ""

    def _latest(self, kind: str, number: int) -> str:
        for key, seen in reversed(self.recent):
            person = key.startswith(_PEOPLE) and key not in self.impersonal
            if number - seen > _FAR:
                break
            if kind == "person" and person and key.startswith("person:"):
                return key
            if kind == "body" and not person:
                return key
            if not kind:
                return key
        return ""

    def spoke(self, key: str, number: int) -> None:
        """Note that a voice has spoken in a sentence."""
        self.recent.append((key, number))

    def pass_by(self, number: int) -> None:
        """Note the subjects of a sentence, which later pronouns may mean."""
        sentence = self.sentences[number]
        for index, token in enumerate(sentence.tokens):
            subject = token.dep in ("nsubj", "nsubjpass") or (index < 4 and token.pos == "PROPN")
            if not subject or sentence.quoted[index] or token.pos not in ("NOUN", "PROPN"):
                continue
            key = self._key(number, index)
            if key.partition(":")[0] in ("person", "country", "org", "role"):
                self.recent.append((key, number))

    def merged(self, keys: Sequence[str]) -> dict[str, str]:
        """Return for each key the one that stands for it.

        A spokesperson speaks for the body; those who hold office in a government, and its seat or
        capital, speak for the government, unless that would leave only one voice.
        """
        found = {key: self.speaks_for.get(key, key) for key in keys}
        governed = {key: self._government(standing) for key, standing in found.items()}
        return governed if len(set(governed.values())) > 1 else found

    def also_called(self, key: str) -> list[str]:
        """Return the names, anywhere in the article, of a voice and of those who govern with it."""
        fits = [v for v in self.mentions if key in (v, self._government(v))]
        return [name for value in fits for name in self.mentions[value]]

    def _government(self, key: str) -> str:
        kind, _, name = key.partition(":")
        roles = {name} if kind == "role" else {r.removeprefix("role:") for r in self.roles[key]}
        for role in sorted(roles):
            title, _, country = role.rpartition(":")
            if country and (title in HEADS or title.endswith("minister")):
                return f"country:{country}"
        return key
