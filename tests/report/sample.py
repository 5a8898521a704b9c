"""Comparisons made by hand: a realistic pair with every relation, and small ones for one point."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from compare.model import (
    Comparison,
    Evidence,
    EvidenceKind,
    Link,
    Omission,
    Relation,
    Signature,
    Span,
    Statement,
)

SIGNATURE = Signature(
    version="1.0.0",
    models={
        "all-MiniLM-L6-v2": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
        "en_core_web_sm": "3.8.0",
    },
    settings={
        "embedder": "all-MiniLM-L6-v2",
        "link_threshold": 0.35,
        "divergence_threshold": 0.5,
    },
)

# Each side's own account of one call, in wording of our own.
PRESIDENT = (
    "I just finished a long and highly productive phone call with the President of Russia.",
    "We spoke for more than two hours about Ukraine, the Middle East, Energy, and the great "
    "strength of our two Nations.",
    "We agreed to have our teams start negotiations on Ukraine immediately.",
    "He even used my own very strong Campaign phrase, COMMON SENSE, and we both believe in it.",
    "We both want to stop the millions of deaths that are taking place in this terrible War.",
    "We agreed to visit each other’s Nations, first he here, and then I in Moscow.",
    "I thanked him for the release of three Americans, who came home yesterday — a wonderful "
    "gesture!",
    "We will call President Zelenskyy right now, to inform him of the conversation.",
    "We are going to work together, very closely, and stay in touch.",
)
KREMLIN = (
    "Vladimir Putin had a telephone conversation with the President of the United States.",
    "The conversation lasted almost an hour and a half.",
    "The leaders discussed the settlement in Ukraine and the exchange of two citizens of Russia "
    "and the United States.",
    "Donald Trump spoke in favour of an early cessation of hostilities.",
    "Vladimir Putin, in turn, noted the need to eliminate the root causes of the conflict and "
    "agreed that a long-term settlement could be reached through negotiations.",
    "The Russian President invited the US President to visit Moscow.",
    "He also expressed readiness to receive American officials in Russia, including on the topic "
    "of sanctions.",
    "The invitation to Washington was taken under consideration.",
    "The Presidents agreed to continue personal contacts.",
)


def statement(sentences: Sequence[str], **about: str) -> Statement:
    """Return the sentences as one text, a blank between each two."""
    spans, start = [], 0
    for text in sentences:
        spans.append(Span(start, start + len(text)))
        start += len(text) + 1
    text = " ".join(sentences)
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Statement(text=text, sentences=tuple(spans), sha256=sha256, **about)


def find(side: Statement, words: str | None) -> Span | None:
    """Return where the words first stand; they must stand there."""
    if words is None:
        return None
    start = side.text.index(words)
    return Span(start, start + len(words))


def realistic() -> Comparison:
    """A call told by both sides: every relation, repeats, a 1-2 link, absences as evidence."""
    a = statement(
        PRESIDENT,
        title="Post after the call with President Putin",
        speaker="US President",
        date="2025-02-12",
        language="en",
        source="https://social.example/@president/113990",
    )
    b = statement(
        KREMLIN,
        title="Telephone conversation with US President Donald Trump",
        speaker="Kremlin",
        date="2025-02-12",
        language="en",
        source="kremlin-2025-02-12.txt",
    )

    def why(kind: EvidenceKind, in_a: str | None, in_b: str | None, note: str) -> Evidence:
        return Evidence(kind, find(a, in_a), find(b, in_b), note)

    def link(
        in_a: tuple[int, ...],
        in_b: tuple[int, ...],
        relation: Relation,
        confidence: float,
        severity: float,
        *evidence: Evidence,
    ) -> Link:
        return Link(in_a, in_b, 0.62, 0.91, relation, confidence, severity, evidence)

    links = (
        link((0,), (0,), "agreement", 0.83, 0.1),
        link(
            (1,),
            (1,),
            "divergence",
            0.94,
            0.55,
            why(
                "duration",
                "more than two hours",
                "almost an hour and a half",
                "The two sides give different lengths of time.",
            ),
        ),
        link(
            (1,),
            (2,),
            "partial",
            0.71,
            0.45,
            why("entity", "the Middle East", None, "Only A names it."),
            why("entity", "Energy", None, "Only A names it."),
            why("framing", "great strength", None, "Only A uses evaluative words here."),
        ),
        link(
            (2,),
            (4,),
            "divergence",
            0.88,
            0.86,
            why(
                "commitment",
                "agreed to have our teams start negotiations",
                "agreed that a long-term settlement could be reached",
                "A reports it as agreed and B as possible.",
            ),
            why(
                "condition",
                None,
                "the need to eliminate the root causes of the conflict",
                "Only B sets a condition.",
            ),
            why("date", "immediately", None, "Only A gives a time."),
        ),
        link(
            (4,),
            (3,),
            "divergence",
            0.69,
            0.72,
            why(
                "actor",
                "We both",
                "Donald Trump",
                "The two sides name different people as the ones who want it.",
            ),
            why("number", "millions of deaths", None, "Only A gives a number."),
        ),
        link(
            (5,),
            (5, 7),
            "divergence",
            0.77,
            0.8,
            why(
                "commitment",
                "We agreed to visit",
                "taken under consideration",
                "A reports it as agreed and B as being considered.",
            ),
            why("actor", "We", "The Russian President", "The two sides name different actors."),
        ),
        link(
            (6,),
            (2,),
            "divergence",
            0.81,
            0.6,
            why(
                "number",
                "three Americans",
                "two citizens",
                "The two sides give different numbers.",
            ),
            why("framing", "a wonderful gesture", None, "Only A uses evaluative words here."),
        ),
        link(
            (8,),
            (8,),
            "agreement",
            0.66,
            0.1,
            why("wording", "stay in touch", "personal contacts", "Other words, the same claim."),
        ),
    )
    return Comparison(
        SIGNATURE,
        a,
        b,
        links,
        only_a=(Omission(3, 0.2), Omission(7, 0.7)),
        only_b=(Omission(6, 0.5),),
    )


def small() -> Comparison:
    """One divergence and one sentence alone on each side."""
    a = statement(("We spoke for 2 hours.", "It was great."), speaker="Ministry", language="en")
    b = statement(("The talks took 3 hours.", "No date was set."), source="union.txt")
    evidence = Evidence(
        "duration", find(a, "2 hours"), find(b, "3 hours"), "The two sides give different lengths."
    )
    return Comparison(
        Signature("1.0.0", {"scorer": "abc123"}, {"link_threshold": 0.35}),
        a,
        b,
        (Link((0,), (0,), 0.8, 0.95, "divergence", 0.9, 0.8, (evidence,)),),
        (Omission(1, 0.2),),
        (Omission(1, 0.4),),
    )


def pair(a: Statement, b: Statement, note: str = "They differ.") -> Comparison:
    """Link the first sentences as a divergence over all their words; the rest stands alone."""
    evidence = (
        Evidence("wording", a.sentences[0], b.sentences[0], note),
        Evidence("scope", None, b.sentences[0], note),
    )
    return Comparison(
        SIGNATURE,
        a,
        b,
        (Link((0,), (0,), 0.5, 0.5, "divergence", 0.5, 0.5, evidence),),
        tuple(Omission(index, 0.3) for index in range(1, len(a.sentences))),
        tuple(Omission(index, 0.3) for index in range(1, len(b.sentences))),
    )


def identical() -> Comparison:
    """The same statement twice, in Russian."""
    sentences = ("Стороны договорились о встрече.", "Дата не названа.")
    a = statement(sentences, speaker="МИД", language="ru")
    links = tuple(Link((n,), (n,), 1.0, 1.0, "agreement", 1.0, 0.0) for n in range(2))
    return Comparison(SIGNATURE, a, a, links, (), ())
