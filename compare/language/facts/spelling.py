"""Spellings of names: one form for the transliterations of a name, and short given names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Rules that take the common transliterations of one name to one form. They lose information on
# purpose; only their equality means something.
_RULES = (
    ("tsch", "c"),
    ("tch", "c"),
    ("sch", "s"),
    ("shch", "s"),
    ("ch", "c"),
    ("sh", "s"),
    ("zh", "z"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("ts", "c"),
    ("tz", "c"),
    ("ck", "k"),
    ("ks", "x"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("iy", "i"),
    ("yy", "i"),
    ("ij", "i"),
    ("ie", "e"),
    ("ye", "e"),
    ("ya", "a"),
    ("ia", "a"),
    ("yu", "u"),
    ("iu", "u"),
    ("yi", "i"),
    ("y", "i"),
    ("j", "i"),
    ("w", "v"),
    ("q", "k"),
    ("dj", "i"),
    ("ai", "a"),
    ("ae", "a"),
)


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """Return a name without accents, case, punctuation and the habits of transliteration."""
    text = unicodedata.normalize("NFKD", name.casefold().replace("ß", "ss").replace("ø", "o"))
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"['’ʻ`.]", "", text)
    words = [word for word in re.split(r"[\W_]+", text) if word]
    folded = []
    for word in words:
        for written, plain in _RULES:
            word = word.replace(written, plain)
        folded.append(re.sub(r"(.)\1+", r"\1", word))
    return " ".join(folded)


# Given names and their short forms in English-language texts.
SHORT_NAMES = {
    fold(short): fold(full)
    for full, shorts in {
        "Joseph": "Joe",
        "William": "Bill Will",
        "Michael": "Mike",
        "Anthony": "Tony",
        "Robert": "Bob Rob",
        "James": "Jim",
        "Thomas": "Tom",
        "Richard": "Dick Rick",
        "Christopher": "Chris",
        "Daniel": "Dan",
        "David": "Dave",
        "Edward": "Ed Ted",
        "Benjamin": "Bibi Ben",
        "Gregory": "Greg",
        "Kenneth": "Ken",
        "Stephen": "Steve",
        "Steven": "Steve",
        "Charles": "Chuck",
        "Donald": "Don",
        "Jeffrey": "Jeff",
        "Matthew": "Matt",
        "Nicholas": "Nick",
        "Peter": "Pete",
        "Samuel": "Sam",
        "Timothy": "Tim",
        "Elizabeth": "Liz",
        "Katherine": "Kate",
        "Margaret": "Maggie",
        "Susan": "Sue",
        "Alexander": "Alex",
        "Andrew": "Andy",
        "Gerald": "Gerry Jerry",
    }.items()
    for short in shorts.split()
}


@lru_cache(maxsize=8192)
def _distance(a: str, b: str, limit: int) -> int:
    """Return the edit distance, or limit + 1 when it is larger."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, right in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (left != right))
    return row[-1] if row[-1] <= limit else limit + 1


def same_word(a: str, b: str) -> bool:
    """Say whether two folded words are spellings of one name; short words must be equal."""
    if a == b:
        return True
    shorter = min(len(a), len(b))
    limit = 0 if shorter < 5 else 1 if shorter < 8 else 2
    return limit > 0 and a[0] == b[0] and _distance(a, b, limit) <= limit


def skeleton(word: str) -> str:
    """Return the consonants of a folded word."""
    return re.sub(r"[aeiou]", "", word)
