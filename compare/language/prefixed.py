"""Words that deny their own stem: "illegally", "unqualified", "baseless"; and what they deny.

A stem may be told by a word of its own group: "unqualified" is denied by "certified" too. The
groups are ordinary English, written for this project, not taken from any marked text.
"""

from __future__ import annotations

from functools import lru_cache

from compare.language.facts.wordlist import words

# What takes the prefix "in-" in one of its shapes; "immediate", "invaluable", "different" don't.
_WITH_IN = words(
    "accurate adequate active admissible advisable applicable appropriate audible capable coherent "
    "competent complete comprehensible conceivable conclusive consistent convenient correct "
    "curable decent decisive definite dependent direct discreet effective efficient eligible "
    "equitable excusable experienced flexible formal frequent humane operative secure sensitive "
    "separable significant sincere sufficient tolerable valid visible voluntary legal legible "
    "legitimate literate logical balanced mature measurable mobile moral mortal movable partial "
    "passable patient perfect permissible personal plausible polite possible practicable precise "
    "probable proper pure rational reconcilable refutable regular relevant replaceable resistible "
    "resolute responsible retrievable revocable reversible licit"
)
_WITH_DIS = words("honest loyal satisfied similar orderly united obedient reputable courteous")
_WITH_UN_SHORT = words("fair just safe true well paid fit able sure clear even like real used wise")
# Of these the word with "un" is no denial of the other: "a unanimous vote".
_NO_UN = words("it ion til less der ited animous ique iform iversal fortunately precedented")
_SHAPES = ("in", "im", "il", "ir")
_NOT_LESS = words("regard doubt need count end price use time hope rest care self relent")

_GROUPS: tuple[frozenset[str], ...] = tuple(
    map(
        words,
        (
            "legal lawful licit legitimate",
            "qualified certified trained skilled competent experienced accredited",
            "founded grounded justified warranted substantiated foundation basis ground base merit "
            "substance justification",
            "authorised authorized permitted sanctioned approved authorisation authorization "
            "permission approval",
            "safe secure",
            "harmed hurt injured scathed wounded",
            "accurate correct exact",
            "fair just equitable",
            "adequate sufficient",
            "necessary needed required",
            "reliable trustworthy dependable",
            "acceptable admissible permissible tolerable",
            "suitable fit eligible appropriate",
            "honest truthful sincere",
            "proven proved verified confirmed substantiated",
            "resolved settled",
            "registered documented recorded",
            "lit illuminated",
            "inhabited occupied populated",
            "paid salaried remunerated",
            "hindered hampered impeded obstructed",
            "altered changed amended modified",
            "expected foreseen foreseeable anticipated predicted",
            "intended deliberate intentional planned",
            "equal even",
        ),
    )
)


def adjective_of(word: str) -> str:
    """Return the adjective of an adverb or of a noun of quality: "lawfully", "lawfulness"."""
    for ending, instead in (
        ("ability", "able"), ("ibility", "ible"), ("fulness", "ful"), ("ality", "al"),
        ("ically", "ic"), ("ably", "able"), ("ibly", "ible"), ("ily", "y"), ("ly", ""),
        ("iness", "y"), ("ness", ""),
    ):  # fmt: skip
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word[: -len(ending)] + instead
    return word


@lru_cache(maxsize=4096)
def plain_of(word: str) -> str | None:
    """Return the adjective or noun that a word denies by its own shape; None for another word."""
    base = adjective_of(word)
    if base.startswith(_SHAPES) and base[2:] in _WITH_IN:
        return base[2:]
    if base.startswith("dis") and base[3:] in _WITH_DIS:
        return base[3:]
    if base.startswith("un"):
        rest = base[2:].lstrip("-")
        if (len(rest) > 4 or rest in _WITH_UN_SHORT) and rest not in _NO_UN:
            return rest
    if base.startswith("non") and len(base) > 7:
        return base[3:].lstrip("-")
    if base.endswith("less") and len(base) > 7 and base[:-4] not in _NOT_LESS:
        return base[:-4]
    return None


def same_quality(one: str, other: str) -> bool:
    """Say whether two plain words tell one quality: the same, or of one group."""
    one, other = adjective_of(one), adjective_of(other)
    return one == other or any(one in group and other in group for group in _GROUPS)
