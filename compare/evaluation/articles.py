"""Score the taking apart of news articles against articles marked by hand.

A gold article is a text file: a line `voices: M = Morel; K = Kremlin, Putin` with the names of
each side, a line `---`, and the article with each claim in brackets, `[[M+ "We agreed,"]]` for a
direct one of M and `[[K~ …]]` for a reported one of K; claims of one number, `[[M+1 …]] [[M+1 …]]`,
are one that the article parts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from compare.errors import FormatError, InputError
from compare.model import Span
from compare.sources import read_bytes
from compare.sources.article import Article, read_article

_MARK = re.compile(r"\[\[(\w)([+~])(\d*) (.*?)\]\]", re.DOTALL)
# A found claim is right if its characters and those of a marked one of the same voice overlap by
# at least this share of both together.
OVERLAP = 0.5
# What `readouts evaluate article --check` asks for: the floors.
FLOORS = {"precision": 0.95, "recall": 0.85}


@dataclass(frozen=True, slots=True)
class Marked:
    """A claim as it was marked by hand."""

    voice: str  # a letter
    direct: bool
    spans: tuple[Span, ...]  # offsets into the article as it is read


@dataclass(frozen=True, slots=True)
class Score:
    """How well the claims of some articles were found."""

    name: str
    marked: int
    found: int
    right: int  # found claims that are right
    hit: int  # marked claims that are found
    manner: int  # right claims whose manner is right too

    @property
    def precision(self) -> float:
        """Return the share of found claims that are right, 1 where none is found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Return the share of marked claims that are found, 1 where none is marked."""
        return self.hit / self.marked if self.marked else 1.0


def read_gold(path: Path) -> tuple[Article, dict[str, str], tuple[Marked, ...]]:
    """Return a gold article taken apart, its voices' letters with names, and the marked claims.

    :raises FormatError: the file isn't of the form that the module describes
    """
    head, dash, body = path.read_text("utf-8").partition("\n---\n")
    if not dash or not head.startswith("voices:"):
        raise FormatError(f"{path} is no marked article; expected 'voices: M = Name' and '---'")
    pairs = (item.split("=") for item in head.removeprefix("voices:").split(";"))
    names = {letter.strip(): name.strip() for letter, name in pairs}
    source = read_bytes(_MARK.sub(r"\4", body).encode(), path.stem)
    claims: dict[tuple[str, str, str], list[Span]] = {}
    at = 0
    for number, match in enumerate(_MARK.finditer(body)):
        words = match[4].strip(' ,;“”"‘’')
        start = source.text.find(words, at)
        if start < 0 or match[1] not in names:
            raise FormatError(f"{path}: the mark {match.group()[:60]!r} fits no words or voice")
        at = start + len(words)
        same = (match[1], match[2], match[3] or f"#{number}")
        claims.setdefault(same, []).append(Span(start, at))
    marked = tuple(Marked(k[0], k[1] == "+", tuple(spans)) for k, spans in claims.items())
    return read_article(source), names, marked


def score(path: Path) -> Score:
    """Score one gold article."""
    article, names, marked = read_gold(path)
    letters = {}
    for voice in article.voices:
        called = " ".join((*voice.aliases, voice.name, voice.key)).lower()
        fits = (
            k for k, v in names.items() if any(n.strip().lower() in called for n in v.split(","))
        )
        letters[voice.key] = next(fits, "")
    right = manner = 0
    hit: set[int] = set()
    for claim in article.claims:
        for index, gold in enumerate(marked):
            same = letters[claim.voice] == gold.voice
            if same and _overlap(claim.spans, gold.spans) >= OVERLAP:
                right += 1
                manner += (claim.manner == "direct") == gold.direct
                hit.add(index)
                break
    return Score(path.stem, len(marked), len(article.claims), right, len(hit), manner)


def _overlap(a: tuple[Span, ...], b: tuple[Span, ...]) -> float:
    first = {i for span in a for i in range(span.start, span.end)}
    second = {i for span in b for i in range(span.start, span.end)}
    return len(first & second) / len(first | second)


def evaluate(folder: Path) -> list[Score]:
    """Score every gold article below a folder, with their sum last.

    :raises InputError: there is none
    """
    files = [folder] if folder.is_file() else sorted(folder.rglob("*.txt"))
    if not files:
        raise InputError(f"{folder}: no marked articles; expected .txt files; see data/README.md")
    scores = [score(path) for path in files]
    fields = ("marked", "found", "right", "hit", "manner")
    total = (sum(getattr(item, field) for item in scores) for field in fields)
    return [*scores, Score("all", *total)]


def table(scores: list[Score]) -> str:
    """Return the scores as lines of text."""
    lines = [f"{'article':28}{'marked':>7}{'found':>7}{'precision':>11}{'recall':>8}{'manner':>8}"]
    for item in scores:
        manner = item.manner / item.right if item.right else 1.0
        lines.append(
            f"{item.name[:27]:28}{item.marked:7}{item.found:7}{item.precision:11.3f}"
            f"{item.recall:8.3f}{manner:8.3f}"
        )
    return "\n".join(lines) + "\n"


def floors_broken(scores: list[Score]) -> list[str]:
    """Return what is under its floor, a sentence each."""
    return [
        f"{name} of quote attribution is {getattr(scores[-1], name):.3f}; the floor is {floor}"
        for name, floor in FLOORS.items()
        if getattr(scores[-1], name) < floor
    ]
