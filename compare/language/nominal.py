"""Nouns of acts and their verbs: "withdrawal" and "withdraw". Ordinary English."""

from __future__ import annotations

_NOUNS = (
    "withdrawal withdraw,resumption resume,closure close,suspension suspend,departure depart,"
    "continuation continue,arrival arrive,release release,reduction reduce,cancellation cancel,"
    "refusal refuse,rejection reject,acceptance accept,approval approve,adoption adopt,"
    "extension extend,renewal renew,termination terminate,abolition abolish,creation create,"
    "dismissal dismiss,appointment appoint,destruction destroy,demolition demolish,"
    "construction construct,imposition impose,removal remove,restoration restore,"
    "reopening reopen,opening open,postponement postpone,deployment deploy,evacuation evacuate,"
    "expulsion expel,admission admit,dissolution dissolve,establishment establish,"
    "privatisation privatise,privatization privatize,nationalisation nationalise,"
    "nationalization nationalize,sale sell,purchase buy,reinstatement reinstate,"
    "publication publish,disbandment disband,retention retain,halt halt,freeze freeze"
)

# The verb of each noun of an act.
VERB_OF = {noun: verb for noun, _, verb in (pair.partition(" ") for pair in _NOUNS.split(","))}
