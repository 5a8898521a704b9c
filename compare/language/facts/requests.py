"""Words for asking: what one asks somebody for, and at which something is done."""

from __future__ import annotations

from compare.language.facts.wordlist import words

# Words for one thing: who wanted it.
WISHES = words("request initiative suggestion proposal insistence behest instigation")
# At an invitation, an urging or an order something is done as well.
# At a wish that is no noun of handing over: "at his urging".
WISHED = words("insistence behest instigation urging")
BEHESTS = WISHES | words("invitation urging instruction order")
# Who asks for something, by noun or by verb; "orders" is no lemma of a noun that was missed.
ASKING = BEHESTS | words("orders ask propose suggest")
ASKING_VERBS = words("ask request propose suggest demand initiate")
# What one receives or sends; an order or an urging isn't handed over.
ASKED_FOR = WISHES | words("demand")
# "Voted on the proposal of the commission": what is spoken on, too.
TOPICS = words("proposal suggestion request")
