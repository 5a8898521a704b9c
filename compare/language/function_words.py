"""English words of the closed classes: they hold a sentence together and say little of its own."""

from __future__ import annotations

_ARTICLES_AND_DETERMINERS = """
a an the this that these those each every either neither some any no all both another other such
"""
_PRONOUNS = """
i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself
she her hers herself it its itself they them their theirs themselves who whom whose which what
one ones
"""
_PREPOSITIONS = """
about above across after against along among around as at before behind below beneath beside
between beyond by despite down during except for from in inside into like near of off on onto out
outside over past per since through throughout till to toward towards under until up upon via with
within without
"""
_CONJUNCTIONS_AND_ADVERBS = """
and but or nor so yet if unless while whereas because although though than then there here when
where why how whether also too very just only even again once not more most much many still well
however therefore thus
"""
_AUXILIARIES = """
am is are was were be been being have has had having do does did doing will would shall should can
could may might must ought
"""
_CONTRACTED = "s t d ll m o re ve don isn aren wasn weren hasn haven hadn won wouldn couldn shouldn"

FUNCTION_WORDS: frozenset[str] = frozenset(
    " ".join(
        (
            _ARTICLES_AND_DETERMINERS,
            _PRONOUNS,
            _PREPOSITIONS,
            _CONJUNCTIONS_AND_ADVERBS,
            _AUXILIARIES,
            _CONTRACTED,
        )
    ).split()
)
