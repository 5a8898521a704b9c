"""Whom a pronoun means: the voices and subjects of the sentences before it."""

from __future__ import annotations

from collections.abc import Iterator

FAR = 4  # sentences after which a pronoun no longer means someone
_PEOPLE = ("person:", "role:", "noun:")


class Recent:
    """The keys that were met, in reading order, with what is known of their gender."""

    def __init__(self, impersonal: frozenset[str]) -> None:
        self.impersonal = impersonal  # "people" that are bodies
        self.seen: list[tuple[str, int]] = []  # key and sentence, the latest last
        self.gender: dict[str, str] = {}

    def add(self, key: str, number: int) -> None:
        """Note that a key was met in a sentence."""
        self.seen.append((key, number))

    def __iter__(self) -> Iterator[str]:
        """Return all keys, the latest first."""
        return (key for key, _ in reversed(self.seen))

    def near(self, number: int, far: int = FAR) -> list[str]:
        """Return the keys of the last sentences, the latest first."""
        return [key for key, seen in reversed(self.seen) if number - seen <= far]

    def human(self, key: str) -> bool:
        """Say whether a key is a person's."""
        return key.startswith(_PEOPLE) and key not in self.impersonal

    def pronoun(self, word: str, number: int) -> str:
        """Return the key that a pronoun means, "" where none fits."""
        near = self.near(number)
        if word in ("he", "his", "him", "she", "her"):
            gender = "f" if word in ("she", "her") else "m"
            for key in near:
                if self.human(key) and self.gender.get(key, gender) == gender:
                    self.gender[key] = gender
                    return key
            return next((key for key in near if key.startswith("name:")), "")
        if word in ("it", "its"):
            return self.latest("body", number)
        if word in ("they", "their", "both"):
            for key in near:
                if not (key.startswith("person:") and key not in self.impersonal):
                    return key
        return ""

    def latest(self, kind: str, number: int, far: int = FAR) -> str:
        """Return the latest key of a kind: "person", "body", or any for ""."""
        for key, seen in reversed(self.seen):
            if number - seen > far:
                break
            person = self.human(key)
            if kind == "person" and person and key.startswith("person:"):
                return key
            if kind == "body" and not person:
                return key
            if not kind:
                return key
        return ""
